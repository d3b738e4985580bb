//! The rows that are shown, with what is asked of them again and again: which are a country's, which days and
//! states they have.

use super::columns::Columns;
use super::index::Index;
use super::lists::Lists;
use super::row_set::RowSet;
use crate::gazetteer::person::person_id;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::PersonId;
use ahash::HashMap;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// Facts of the rows that are shown.
#[derive(Clone, Debug, Default)]
pub(super) struct RowsShown {
    among: RowSet,
    columns: Arc<Columns>,
    countries: Arc<[CountryCode]>,
    /// Those of each country: worked out when it is first asked for.
    of_country: OnceLock<HashMap<CountryCode, Vec<usize>>>,
    persons: Arc<HashMap<PersonId, u32>>,
    /// Those of each person, by number, and of each occasion: worked out when they are first asked for.
    of_person: OnceLock<Lists<usize>>,
    occasions: Arc<HashMap<String, u32>>,
    of_occasion: OnceLock<Lists<usize>>,
}

impl RowsShown {
    pub(super) fn new(index: &Index, rows: &[usize]) -> Self {
        Self {
            among: RowSet::of(rows),
            columns: Arc::clone(&index.columns),
            countries: Arc::clone(&index.countries),
            of_country: OnceLock::new(),
            persons: Arc::clone(&index.persons),
            of_person: OnceLock::new(),
            occasions: Arc::clone(&index.occasions),
            of_occasion: OnceLock::new(),
        }
    }

    pub(super) fn contains(&self, row: usize) -> bool {
        self.among.contains(row)
    }

    /// Those in which a country takes part, and those held there, in the order of all that are shown.
    pub(super) fn of_country(&self, rows: &[usize], code: CountryCode) -> &[usize] {
        let each = || {
            let mut each: HashMap<CountryCode, Vec<usize>> = HashMap::default();
            for &row in rows {
                let states = self.columns.states.of(row);
                let states = states.iter().map(|&state| self.countries[usize::from(state)]);
                let venue =
                    self.columns.venue[row].filter(|venue| states.clone().all(|state| state != *venue));
                for code in states.chain(venue) {
                    each.entry(code).or_default().push(row);
                }
            }
            each
        };
        self.of_country.get_or_init(each).get(&code).map_or(&[], Vec::as_slice)
    }

    /// Those at which a person sits, in the order of all that are shown.
    pub(super) fn of_person(&self, rows: &[usize], name: &str) -> &[usize] {
        let Some(&person) = self.persons.get(&person_id(name)) else { return &[] };
        let each = || {
            let of_row = |row: usize| self.columns.people(row).map(move |person| (person as usize, row));
            Lists::of_pairs(self.persons.len(), rows.iter().flat_map(|&row| of_row(row)))
        };
        self.of_person.get_or_init(each).of(person as usize)
    }

    /// Those at which two people sit, in the same order: looked for among those of the one who sits at fewer.
    pub(super) fn of_people(&self, rows: &[usize], people: &[String; 2]) -> Vec<usize> {
        let [one, other] = people.each_ref().map(|name| (self.of_person(rows, name), name));
        let (fewer, other) = if one.0.len() <= other.0.len() { (one.0, other.1) } else { (other.0, one.1) };
        let other = self.persons.get(&person_id(other)).copied();
        let is_there = |row: &usize| self.columns.people(*row).any(|person| Some(person) == other);
        fewer.iter().copied().filter(is_there).collect()
    }

    /// Those of an occasion, in the same order.
    pub(super) fn of_occasion(&self, rows: &[usize], name: &str) -> &[usize] {
        let Some(&occasion) = self.occasions.get(name) else { return &[] };
        let each = || {
            let of_row = |row: usize| self.columns.occasion(row).map(|occasion| (occasion as usize, row));
            Lists::of_pairs(self.occasions.len(), rows.iter().filter_map(|&row| of_row(row)))
        };
        self.of_occasion.get_or_init(each).of(occasion as usize)
    }

    /// Some rows in order of date, each once.
    pub(super) fn in_order(&self, mut rows: Vec<usize>) -> Vec<usize> {
        rows.sort_unstable_by_key(|&row| self.columns.rank[row]);
        rows.dedup();
        rows
    }

    /// Where a row stands among rows in order of date.
    pub(super) fn place_in(&self, rows: &[usize], row: usize) -> Option<usize> {
        let rank = |row: usize| self.columns.rank[row];
        rows.binary_search_by_key(&rank(row), |&one| rank(one)).ok()
    }

    /// The states that take part in some rows.
    pub(super) fn states_at(&self, rows: &[usize]) -> BTreeSet<CountryCode> {
        let mut takes_part = vec![false; self.countries.len()];
        for &state in rows.iter().flat_map(|&row| self.columns.states.of(row)) {
            takes_part[usize::from(state)] = true;
        }
        let each = self.countries.iter().zip(takes_part);
        each.filter(|(_, takes_part)| *takes_part).map(|(code, _)| *code).collect()
    }

    pub(super) fn latest(&self, rows: &[usize]) -> Option<Date> {
        self.columns.latest(rows)
    }
}
