//! The sieve: which rows pass a filter, and of those that do not, which field keeps them out. Found field by field, each in one pass.

use super::columns::Days;
use super::index::Index;
use crate::gazetteer::country::Countries;
use crate::gazetteer::fold::fold;
use crate::gazetteer::organisation::blocs_coded;
use crate::gazetteer::region::{Region, Regions};
use crate::meeting::Meeting;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::query::question::filter::{Area, Field, Filter};
use std::collections::BTreeSet;

/// Whether a meeting passes a filter by itself, in no table that would set a state [apart](super::apart). For many meetings
/// [`passing_rows`] is quicker.
#[must_use]
pub fn passes(filter: &Filter, meeting: &Meeting) -> bool {
    let mut alone = Meetings::default();
    alone.push(meeting.clone()).expect("it is the only one");
    !passing_rows(filter, &alone, &Index::new(&alone)).is_empty()
}

/// The rows that pass a filter, in order, context included.
#[must_use]
pub fn passing_rows(filter: &Filter, meetings: &Meetings, index: &Index) -> Vec<usize> {
    Sieved::new(filter, meetings, index).passing_in_table()
}

/// Which fields of the filter a meeting fails. A facet counts the meetings that fail no field but its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failing {
    Nothing,
    Only(Field),
    Several,
}

impl Failing {
    /// Whether the meeting would pass if this field asked nothing.
    pub(super) fn nothing_but(self, field: Field) -> bool {
        self == Self::Nothing || self == Self::Only(field)
    }

    const fn and(self, field: Field) -> Self {
        match self {
            Self::Nothing => Self::Only(field),
            Self::Only(_) | Self::Several => Self::Several,
        }
    }
}

/// What each row of a table fails of a filter.
#[derive(Clone, Debug, Default)]
pub(super) struct Sieved {
    failing: Vec<Failing>,
}

impl Sieved {
    /// Asks every row.
    pub(super) fn new(filter: &Filter, meetings: &Meetings, index: &Index) -> Self {
        let mut sieved = Self { failing: vec![Failing::Nothing; meetings.len()] };
        for field in Field::ALL {
            sieved.ask(field, filter, meetings, index);
        }
        sieved
    }

    /// What a row fails.
    pub(super) fn of(&self, row: usize) -> Failing {
        self.failing[row]
    }

    /// Every row with what it fails.
    pub(super) fn each(&self) -> impl Iterator<Item = (usize, Failing)> {
        self.failing.iter().copied().enumerate()
    }

    /// The rows that pass, in order of date.
    pub(super) fn passing(&self, index: &Index) -> Vec<usize> {
        index.by_date.iter().copied().filter(|&row| self.failing[row] == Failing::Nothing).collect()
    }

    /// The rows that pass, as they stand in the table.
    pub(super) fn passing_in_table(&self) -> Vec<usize> {
        self.each().filter(|(_, failing)| *failing == Failing::Nothing).map(|(row, _)| row).collect()
    }

    /// The rows that pass, or would pass in another period, in order.
    pub(super) fn passing_whenever(&self) -> Vec<usize> {
        let passing = self.each().filter(|(_, failing)| failing.nothing_but(Field::Period));
        passing.map(|(row, _)| row).collect()
    }

    fn ask(&mut self, field: Field, filter: &Filter, meetings: &Meetings, index: &Index) {
        let Filter { regions, held_in, countries, blocs, leaders, kinds, statuses, from, to, text } = filter;
        let columns = &*index.columns;
        match field {
            Field::Regions if !regions.is_empty() => {
                let asked = bits(regions.iter());
                self.keep(field, columns.regions.iter().map(|regions| regions & asked != 0));
            }
            Field::HeldIn if !held_in.is_empty() => {
                let asked = bits(held_in.iter().filter_map(|area| match area {
                    Area::Region(region) => Some(region),
                    Area::Country(_) => None,
                }));
                let is_asked = |country: Option<CountryCode>| {
                    country.is_some_and(|country| held_in.contains(&Area::Country(country)))
                };
                let venues = columns.venue.iter().zip(&columns.held_in);
                self.keep(field, venues.map(|(country, regions)| regions & asked != 0 || is_asked(*country)));
            }
            Field::Countries if !countries.is_empty() => {
                let asked: Vec<bool> = index.countries.iter().map(|code| countries.contains(code)).collect();
                let states = (0..meetings.len()).map(|row| columns.states.of(row));
                self.keep(field, states.map(|states| states.iter().any(|&state| asked[usize::from(state)])));
            }
            Field::Blocs if !blocs.is_empty() => {
                // Undated meetings ask who is a member in the latest state of the table.
                let asked = blocs_coded(blocs);
                self.keep(field, columns.blocs.iter().map(|blocs| blocs & asked != 0));
            }
            Field::Leaders if !leaders.is_empty() => {
                let mut asked = vec![false; index.leaders.len()];
                for person in leaders.iter().filter_map(|name| index.person(name)) {
                    asked[person as usize] = true;
                }
                let people = (0..meetings.len()).map(|row| columns.leaders.of(row));
                self.keep(field, people.map(|people| people.iter().any(|&person| asked[person as usize])));
            }
            Field::Kinds if !kinds.is_empty() => {
                self.keep(field, columns.kind.iter().map(|kind| kinds.contains(kind)));
            }
            Field::Statuses if !statuses.is_empty() => {
                self.keep(field, columns.status.iter().map(|status| statuses.contains(status)));
            }
            Field::Period if from.is_some() || to.is_some() => {
                let overlaps = |Days { first, last, .. }: Days| {
                    from.is_none_or(|from| last >= from) && to.is_none_or(|to| first <= to)
                };
                self.keep(field, columns.days.iter().map(|days| days.is_some_and(overlaps)));
            }
            Field::Text => {
                let words: Vec<SearchWord> = text.split_whitespace().map(SearchWord::new).collect();
                if !words.is_empty() {
                    self.search(&words, meetings, index);
                }
            }
            Field::Regions
            | Field::HeldIn
            | Field::Countries
            | Field::Blocs
            | Field::Leaders
            | Field::Kinds
            | Field::Statuses
            | Field::Period => {}
        }
    }

    /// Notes which rows fail a field that the others hold.
    fn keep(&mut self, field: Field, holds: impl Iterator<Item = bool>) {
        for (failing, holds) in self.failing.iter_mut().zip(holds) {
            if !holds {
                *failing = failing.and(field);
            }
        }
    }

    /// Text is asked last, since it is the most expensive, and not at all where two fields have failed before.
    fn search(&mut self, words: &[SearchWord], meetings: &Meetings, index: &Index) {
        let texts = index.searched(meetings);
        let called: Vec<Vec<bool>> = words
            .iter()
            .map(|word| index.countries.iter().map(|code| word.countries.contains(code)).collect())
            .collect();
        for (row, failing) in self.failing.iter_mut().enumerate() {
            if *failing == Failing::Several {
                continue;
            }
            let means = |word: &SearchWord, called: &[bool]| {
                let columns = &*index.columns;
                let mut states = columns.states.of(row).iter();
                !word.countries.is_empty()
                    && (states.any(|&state| called[usize::from(state)])
                        || columns.venue[row].is_some_and(|country| word.countries.contains(&country)))
            };
            let mut each = words.iter().zip(&called);
            if !each.all(|(word, called)| word.occurs_in(&texts[row]) || means(word, called)) {
                *failing = failing.and(Field::Text);
            }
        }
    }
}

fn bits<'a>(regions: impl Iterator<Item = &'a Region>) -> Regions {
    regions.fold(0, |bits, region| bits | region.bit())
}

/// A word of the text field, folded. `st` is both the short form of `saint` and the beginning of `state`.
struct SearchWord {
    in_full: String,
    /// Where that is another one.
    as_typed: Option<String>,
    /// The countries that another name of theirs calls so: Germany for `Deutschl`, Myanmar for `Burma`.
    countries: BTreeSet<CountryCode>,
}

/// Shorter words are not taken for the beginning of a country's name, except in Chinese.
const LEAST_LETTERS: usize = 3;

impl SearchWord {
    fn new(typed: &str) -> Self {
        // Appending a letter stops `fold` from expanding `st` to `saint`.
        let as_typed = fold(&format!("{typed}x"));
        let as_typed = as_typed.strip_suffix('x').unwrap_or(&as_typed).trim_end();
        let in_full = fold(typed);
        let is_a_beginning = !in_full.contains(' ')
            && (in_full.chars().count() >= LEAST_LETTERS
                || in_full.chars().any(|letter| letter >= '\u{4E00}'));
        let countries =
            if is_a_beginning { Countries::embedded().with_a_word_like(&in_full) } else { BTreeSet::new() };
        Self { as_typed: (as_typed != in_full).then(|| as_typed.to_owned()), in_full, countries }
    }

    fn occurs_in(&self, folded: &str) -> bool {
        let occurs = |form: &String| form.split(' ').all(|part| folded.contains(part));
        occurs(&self.in_full) || self.as_typed.as_ref().is_some_and(occurs)
    }
}
