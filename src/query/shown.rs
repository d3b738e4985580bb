//! What is shown: all answers to one question, worked out anew when the question or the table changes.

use super::change::{Changes, Sides};
use super::class::Classes;
use super::count::Count;
use super::facet::{Facets, of_sieved};
use super::index::Index;
use super::lines::ties;
use super::origin::{Origin, origin};
use super::question::Question;
use super::rows_shown::RowsShown;
use super::sieve::Sieved;
use super::summary::{Summary, left_out_undated, summary};
use super::theirs::Theirs;
use super::tie::{Tie, TieKey, Ties};
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::query::question::filter::Field;
use crate::query::question::reading::Reading;
use ahash::HashMap;
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// The answers to one question.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// The question they answer.
    pub question: Question,
    /// The rows that pass the filter, context included, by their first day, undated ones last. In a
    /// comparison, those that pass either filter.
    pub rows: Vec<usize>,
    /// What the rule counts of them.
    pub count: Count,
    /// The countries that take part in them, with what they count for each.
    pub countries: BTreeMap<CountryCode, usize>,
    /// Places and lines.
    pub ties: Ties,
    /// The classes that colours stand for.
    pub classes: Classes,
    /// What differs from the baseline, if there is one.
    pub changes: Option<Changes>,
    /// How many meetings each choice of a filter would leave.
    pub facets: Facets,
    /// What is shown, in numbers.
    pub summary: Summary,
    /// Where it is from.
    pub origin: Origin,
    /// What each row of the table fails of the filter.
    pub(super) sieved: Sieved,
    of_rows: RowsShown,
    /// Of each state, who takes part for it most often: worked out when it is first asked for.
    foremost: OnceLock<BTreeMap<CountryCode, String>>,
}

impl Shown {
    /// Asks a table that is asked only once. Others keep an index: see [`Self::with`].
    #[must_use]
    pub fn new(meetings: &Meetings, question: &Question) -> Self {
        Self::with(meetings, &Index::new(meetings), question)
    }

    /// Asks the table that an index was made of.
    #[must_use]
    pub fn with(meetings: &Meetings, index: &Index, question: &Question) -> Self {
        let sieved = Sieved::new(&question.filter, meetings, index);
        let classes = Classes::new(&sieved, index, question);
        let facets = of_sieved(&sieved, index, &question.filter);
        let theirs = question.compare.is_none().then(|| Theirs::new(&question.filter, index)).flatten();
        let theirs = theirs.map(Arc::new);
        Self::answer(meetings, index, question, (sieved, theirs), (facets, classes))
    }

    /// Asks the same table another question. The facets depend on the filter alone and are kept while it
    /// stays the same; the classes are kept while only the period moves.
    #[must_use]
    pub fn again(&self, meetings: &Meetings, index: &Index, question: &Question) -> Self {
        let same_filter = self.question.filter == question.filter;
        let sieved =
            if same_filter { self.sieved.clone() } else { Sieved::new(&question.filter, meetings, index) };
        let facets =
            if same_filter { self.facets.clone() } else { of_sieved(&sieved, index, &question.filter) };
        let same_classes = self.question.whenever() == question.whenever();
        let classes =
            if same_classes { self.classes.clone() } else { Classes::new(&sieved, index, question) };
        // Who is asked for does not depend on the period.
        let same_but_period =
            self.question.filter.without(Field::Period) == question.filter.without(Field::Period);
        let theirs = match (&question.compare, &self.question.compare) {
            // Each side has its own.
            (Some(_), _) => None,
            (None, None) if same_but_period => self.count.theirs(),
            (None, _) => Theirs::new(&question.filter, index).map(Arc::new),
        };
        Self::answer(meetings, index, question, (sieved, theirs), (facets, classes))
    }

    /// The line with a key; where two filters are compared, whatever its status.
    #[must_use]
    pub fn line(&self, key: &TieKey) -> Option<&Tie> {
        let is_it = |line: &&Tie| self.changes.is_some() && line.key.is_same_line(key);
        self.ties.line(key).or_else(|| self.ties.lines.iter().find(is_it))
    }

    /// Whether a row is shown.
    #[must_use]
    pub fn shows(&self, row: usize) -> bool {
        self.of_rows.contains(row)
    }

    /// The rows in which a country takes part, and those held there, in order of date.
    #[must_use]
    pub fn of_country(&self, code: CountryCode) -> &[usize] {
        self.of_rows.of_country(&self.rows, code)
    }

    /// The rows at which a person sits, under whatever spelling, in order of date.
    #[must_use]
    pub fn of_person(&self, name: &str) -> &[usize] {
        self.of_rows.of_person(&self.rows, name)
    }

    /// The rows at which two people sit, in the same order.
    #[must_use]
    pub fn of_people(&self, people: &[String; 2]) -> Vec<usize> {
        self.of_rows.of_people(&self.rows, people)
    }

    /// The rows of an occasion, in the same order.
    #[must_use]
    pub fn of_occasion(&self, name: &str) -> &[usize] {
        self.of_rows.of_occasion(&self.rows, name)
    }

    /// Some rows in order of date, each once.
    #[must_use]
    pub fn in_order(&self, rows: Vec<usize>) -> Vec<usize> {
        self.of_rows.in_order(rows)
    }

    /// Where a row stands among those that are shown; `None` if it is not.
    #[must_use]
    pub fn place_of(&self, row: usize) -> Option<usize> {
        self.of_rows.place_in(&self.rows, row)
    }

    /// The states that take part in some rows.
    #[must_use]
    pub fn states_at(&self, rows: &[usize]) -> BTreeSet<CountryCode> {
        self.of_rows.states_at(rows)
    }

    /// The last day of some rows; `None` if one of them has no date.
    #[must_use]
    pub fn latest(&self, rows: &[usize]) -> Option<Date> {
        self.of_rows.latest(rows)
    }

    /// Of each state, the person who takes part for it in most of what is shown; of several, the first by
    /// name.
    #[must_use]
    pub fn foremost(&self, meetings: &Meetings) -> &BTreeMap<CountryCode, String> {
        self.foremost.get_or_init(|| {
            let mut people: HashMap<(CountryCode, &str), usize> = HashMap::default();
            for person in self.rows.iter().flat_map(|&row| &meetings.get(row).participants) {
                if let (Some(code), false) = (person.country, person.name.is_empty()) {
                    *people.entry((code, &person.name)).or_default() += 1;
                }
            }
            let mut people: Vec<((CountryCode, &str), usize)> = people.into_iter().collect();
            people.sort_unstable_by_key(|&((code, name), often)| (code, often, Reverse(name)));
            people.into_iter().map(|((code, name), _)| (code, name.to_owned())).collect()
        })
    }

    fn answer(
        meetings: &Meetings,
        index: &Index,
        question: &Question,
        (sieved, theirs): (Sieved, Option<Arc<Theirs>>),
        (facets, classes): (Facets, Classes),
    ) -> Self {
        let Question { rule, reading, compare, .. } = question;
        let undated = left_out_undated(index, &sieved, &question.filter);
        let compared = compare.as_ref().map(|baseline| Sides::new(meetings, index, question, baseline));
        // What does not depend on the order of rows is read as they stand in the table.
        let (rows, in_table) = match &compared {
            None => (sieved.passing(index), sieved.passing_in_table()),
            Some(sides) => (index.in_order(sides.rows()), sides.rows_in_table()),
        };
        let count = match &compared {
            None => Count::with(meetings, index, &in_table, (*rule, theirs)),
            Some(sides) => sides.count(meetings, index, &in_table),
        };
        let mut ties = ties(meetings, index, &rows, &count, *reading);
        let changes = compared.map(|sides| sides.changes(index, &ties.lines));
        if let Some(changes) = &changes {
            ties = ties.with_lines(changes.lines());
        }
        Self {
            countries: by_country(index, &in_table, &count, *reading),
            classes,
            facets,
            summary: summary(index, *reading, undated, &in_table, (&count, &ties)),
            origin: origin(meetings, index, &rows),
            sieved,
            changes,
            question: question.clone(),
            of_rows: RowsShown::new(index, &rows),
            foremost: OnceLock::new(),
            rows,
            count,
            ties,
        }
    }
}

/// The states at the table. Where some states' lines alone are drawn, only those, unless a line joins them
/// with others.
fn by_country(
    index: &Index,
    rows: &[usize],
    count: &Count,
    reading: Reading,
) -> BTreeMap<CountryCode, usize> {
    let all = reading == Reading::Relations;
    let mut numbers: Vec<Option<usize>> = vec![None; index.countries.len()];
    for &row in rows {
        for &state in index.columns.states.of(row) {
            let code = index.countries[usize::from(state)];
            if all || count.is_theirs_number(row, state) {
                *numbers[usize::from(state)].get_or_insert(0) += count.of_state(row, code);
            }
        }
    }
    index
        .countries
        .iter()
        .copied()
        .zip(numbers)
        .filter_map(|(state, number)| Some((state, number?)))
        .collect()
}
