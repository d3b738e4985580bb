//! The sieve: which rows pass a filter, and of those that do not, which field keeps them out. Found field by
//! field, each in one pass.

use super::columns::{Days, Seat};
use super::facts::searched_sources;
use super::index::Index;
use super::parts::of_parts;
use crate::gazetteer::country::Countries;
use crate::gazetteer::fold::forms_of_word;
use crate::gazetteer::organisation::{Blocs, blocs_coded};
use crate::gazetteer::region::{Region, Regions};
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting, Status};
use crate::query::question::filter::{Area, Field, Filter};
use memchr::memmem::Finder;
use std::collections::BTreeSet;

/// Whether a meeting passes a filter by itself, in no table that would set a state [apart](super::apart). For
/// many meetings [`passing_rows`] is quicker.
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
        let Filter { regions, held_in, countries, blocs, leaders, kinds, statuses, .. } = filter;
        let Filter { from, to, excluded, all_countries, only_their_lines: _, text, .. } = filter;
        let columns = &*index.columns;
        let rows = 0..meetings.len();
        match field {
            Field::Regions if !(regions.is_empty() && excluded.regions.is_empty()) => {
                let (asked, not) = (bits(regions.iter()), bits(excluded.regions.iter()));
                self.keep(field, columns.regions.iter().map(|&of| passes_bits(of, asked, not)));
            }
            Field::HeldIn if !(held_in.is_empty() && excluded.held_in.is_empty()) => {
                let (asked, not) = (Venues::of(held_in), Venues::of(&excluded.held_in));
                let venues = columns.venue.iter().zip(&columns.held_in);
                let holds = |(country, regions): (&Option<CountryCode>, &Regions)| {
                    (held_in.is_empty() || asked.have(*country, *regions)) && !not.have(*country, *regions)
                };
                self.keep(field, venues.map(holds));
            }
            Field::Countries if !(countries.is_empty() && excluded.countries.is_empty()) => {
                let among = |all: &BTreeSet<CountryCode>| -> Vec<bool> {
                    index.countries.iter().map(|code| all.contains(code)).collect()
                };
                let (asked, not) = (among(countries), among(&excluded.countries));
                let least = if *all_countries { countries.len() } else { countries.len().min(1) };
                let holds = |states: &[u16]| {
                    let there = states.iter().filter(|&&state| asked[usize::from(state)]).count();
                    there >= least && !states.iter().any(|&state| not[usize::from(state)])
                };
                self.keep(field, rows.map(|row| holds(columns.states.of(row))));
            }
            Field::Blocs if !(blocs.is_empty() && excluded.blocs.is_empty()) => {
                // Undated meetings ask who is a member in the latest state of the table.
                let (asked, not) = (blocs_coded(blocs), blocs_coded(&excluded.blocs));
                let is_asked = !blocs.is_empty();
                let holds = |of: Blocs| (!is_asked || of & asked != 0) && of & not == 0;
                self.keep(field, columns.blocs.iter().map(|&of| holds(of)));
            }
            Field::Leaders if !(leaders.is_empty() && excluded.leaders.is_empty()) => {
                let (asked, not) = (people(leaders, index), people(&excluded.leaders, index));
                let any = |there: &[Seat], of: &[bool]| there.iter().any(|seat| of[seat.person as usize]);
                let holds = |there: &[Seat]| (leaders.is_empty() || any(there, &asked)) && !any(there, &not);
                self.keep(field, rows.map(|row| holds(columns.seats.of(row))));
            }
            Field::Kinds if !(kinds.is_empty() && excluded.kinds.is_empty()) => {
                let holds = |kind: &Kind| {
                    (kinds.is_empty() || kinds.contains(kind)) && !excluded.kinds.contains(kind)
                };
                self.keep(field, columns.kind.iter().map(holds));
            }
            Field::Statuses if !(statuses.is_empty() && excluded.statuses.is_empty()) => {
                let holds = |status: &Status| {
                    (statuses.is_empty() || statuses.contains(status)) && !excluded.statuses.contains(status)
                };
                self.keep(field, columns.status.iter().map(holds));
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
            | Field::Period
            | Field::Lines => {}
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

    /// Text is asked last, since it is the most expensive, and not at all where two fields have failed
    /// before.
    fn search(&mut self, words: &[SearchWord], meetings: &Meetings, index: &Index) {
        let (texts, columns) = (index.searched(meetings), &*index.columns);
        let called: Vec<Vec<bool>> = words
            .iter()
            .map(|word| index.countries.iter().map(|code| word.countries.contains(code)).collect())
            .collect();
        let means = |word: &SearchWord, called: &[bool], row: usize| {
            let mut states = columns.states.of(row).iter();
            !word.countries.is_empty()
                && (states.any(|&state| called[usize::from(state)])
                    || columns.venue[row].is_some_and(|country| word.countries.contains(&country)))
        };
        let failing = &self.failing;
        let holds = |row: usize| {
            let mut each = words.iter().zip(&called);
            let is_met = |word: &SearchWord, called: &[bool]| {
                if word.in_sources {
                    word.begins_words_of(&searched_sources(meetings.get(row)))
                } else {
                    word.begins_words_of(&texts[row]) || means(word, called, row)
                }
            };
            failing[row] == Failing::Several || each.all(|(word, called)| is_met(word, called))
        };
        let parts = of_parts(meetings.len(), |rows| rows.map(holds).collect::<Vec<bool>>());
        self.keep(Field::Text, parts.into_iter().flatten());
    }
}

/// Whether something of these regions has one that is asked for, where any is, and none that is excluded.
const fn passes_bits(of: Regions, asked: Regions, not: Regions) -> bool {
    (asked == 0 || of & asked != 0) && of & not == 0
}

/// Regions and countries where meetings are held.
struct Venues<'a> {
    all: &'a BTreeSet<Area>,
    regions: Regions,
}

impl<'a> Venues<'a> {
    fn of(all: &'a BTreeSet<Area>) -> Self {
        let regions = bits(all.iter().filter_map(|area| match area {
            Area::Region(region) => Some(region),
            Area::Country(_) => None,
        }));
        Self { all, regions }
    }

    /// Whether a venue in a country of some regions is in one of them.
    fn have(&self, country: Option<CountryCode>, regions: Regions) -> bool {
        let is_named = |country: CountryCode| self.all.contains(&Area::Country(country));
        regions & self.regions != 0 || country.is_some_and(is_named)
    }
}

/// Which people of the index some names mean.
fn people(names: &BTreeSet<String>, index: &Index) -> Vec<bool> {
    let mut asked = vec![false; index.leaders.len()];
    for person in names.iter().filter_map(|name| index.person(name)) {
        asked[person as usize] = true;
    }
    asked
}

pub(super) fn bits<'a>(regions: impl Iterator<Item = &'a Region>) -> Regions {
    regions.fold(0, |bits, region| bits | region.bit())
}

/// A word of the text field, folded. `st` is both the short form of `saint` and the beginning of `state`.
struct SearchWord {
    /// Its forms, each as the words that it has, with a space before each.
    forms: Vec<Vec<Finder<'static>>>,
    /// The countries that another name of theirs calls so: Germany for `Deutschl`, Myanmar for `Burma`.
    countries: BTreeSet<CountryCode>,
    /// Whether it is looked for in the sources, and there alone.
    in_sources: bool,
}

/// What stands before a word that is looked for in the sources: `source:kremlin`.
pub const IN_SOURCES: &str = "source:";

/// Shorter words are not taken for the beginning of a country's name, except in Chinese.
const LEAST_LETTERS: usize = 3;

impl SearchWord {
    fn new(typed: &str) -> Self {
        let in_sources = typed.starts_with(IN_SOURCES);
        let forms = forms_of_word(typed.strip_prefix(IN_SOURCES).unwrap_or(typed));
        let is_a_beginning = |form: &&String| {
            !form.contains(' ')
                && (form.chars().count() >= LEAST_LETTERS || form.chars().any(|letter| letter >= '\u{4E00}'))
        };
        let beginning = forms.first().filter(is_a_beginning).filter(|_| !in_sources);
        let countries = beginning.map(|form| Countries::embedded().with_a_word_like(form));
        let with_space = |part: &str| Finder::new(&format!(" {part}")).into_owned();
        let forms = forms.iter().map(|form| form.split(' ').map(with_space).collect()).collect();
        Self { forms, countries: countries.unwrap_or_default(), in_sources }
    }

    /// Whether words of a text begin with it. The text has a space before each word, see
    /// [`searched_text`](super::facts::searched_text). What has neither letters nor digits stands everywhere.
    fn begins_words_of(&self, folded: &str) -> bool {
        let begins = |form: &Vec<Finder>| form.iter().all(|part| part.find(folded.as_bytes()).is_some());
        self.forms.is_empty() || self.forms.iter().any(begins)
    }
}
