//! The sieve: which meetings pass a filter. Its words are folded and its organisations looked up once for all
//! of them.

use super::apart::Apart;
use super::facts::{regions_of, searched_sources, searched_text, states};
use super::index::Index;
use crate::gazetteer::country::Countries;
use crate::gazetteer::fold::forms_of_word;
use crate::gazetteer::organisation::{Blocs, blocs_coded, member_times};
use crate::gazetteer::person::person_id;
use crate::gazetteer::region::{Region, Regions};
use crate::meeting::Meeting;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::PersonId;
use crate::meeting::table::Meetings;
use crate::query::question::filter::{Area, Field, Filter};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

/// Whether a meeting passes a filter by itself, in no table that would set a state [apart](super::apart). For many meetings
/// [`passing_rows`] is quicker.
#[must_use]
pub fn passes(filter: &Filter, meeting: &Meeting) -> bool {
    Sieve::new(filter, None).failing(meeting, None) == Failing::Nothing
}

/// The rows that pass a filter, in order, context included.
#[must_use]
pub fn passing_rows(filter: &Filter, meetings: &Meetings, index: &Index) -> Vec<usize> {
    let sieve = Sieve::new(filter, index.apart);
    let passing = sieve.each(meetings, index).filter(|(.., failing)| *failing == Failing::Nothing);
    passing.map(|(row, ..)| row).collect()
}

/// A filter made ready for many meetings.
pub(super) struct Sieve<'a> {
    filter: &'a Filter,
    /// Whose regions and blocs do not count.
    apart: Option<CountryCode>,
    regions: Regions,
    held_in: Regions,
    blocs: Blocs,
    leaders: Leaders,
    words: Vec<SearchWord>,
}

/// The people that a filter asks for, under whatever spelling.
struct Leaders {
    asked: BTreeSet<PersonId>,
    /// Whether a spelling is one of theirs: the same spellings come again and again.
    told: RefCell<HashMap<String, bool>>,
}

impl Leaders {
    fn new(names: &BTreeSet<String>) -> Self {
        Self { asked: names.iter().map(|name| person_id(name)).collect(), told: RefCell::default() }
    }

    fn are_asked(&self, name: &str) -> bool {
        if let Some(&told) = self.told.borrow().get(name) {
            return told;
        }
        let is_asked = self.asked.contains(&person_id(name));
        self.told.borrow_mut().insert(name.to_owned(), is_asked);
        is_asked
    }
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
}

/// A word of the text field, folded. `st` is both the short form of `saint` and the beginning of `state`.
struct SearchWord {
    /// Its forms, each as the words that it has, with a space before each.
    forms: Vec<Vec<String>>,
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
        let with_spaces = |form: &String| form.split(' ').map(|part| format!(" {part}")).collect();
        let forms = forms.iter().map(with_spaces).collect();
        Self { forms, countries: countries.unwrap_or_default(), in_sources }
    }

    fn means_one_of(&self, meeting: &Meeting) -> bool {
        let states = || states(meeting).chain(meeting.venue.country);
        !self.countries.is_empty() && states().any(|code| self.countries.contains(&code))
    }

    /// Whether words of a text begin with it. The text has a space before each word, see [`searched_text`]. What has neither letters
    /// nor digits stands everywhere.
    fn begins_words_of(&self, folded: &str) -> bool {
        let begins = |form: &Vec<String>| form.iter().all(|part| folded.contains(part.as_str()));
        self.forms.is_empty() || self.forms.iter().any(begins)
    }
}

impl<'a> Sieve<'a> {
    pub(super) fn new(filter: &'a Filter, apart: Option<Apart>) -> Self {
        let held_in = filter.held_in.iter().filter_map(|area| match area {
            Area::Region(region) => Some(region),
            Area::Country(_) => None,
        });
        let bits = |bits, region: &Region| bits | region.bit();
        Self {
            filter,
            apart: apart.map(|apart| apart.state),
            regions: filter.regions.iter().fold(0, bits),
            held_in: held_in.fold(0, bits),
            blocs: blocs_coded(&filter.blocs),
            leaders: Leaders::new(&filter.leaders),
            words: filter.text.split_whitespace().map(SearchWord::new).collect(),
        }
    }

    /// The fields that the meeting fails. Text is checked last, since it is the most expensive, and not at
    /// all if two fields have failed before. `searched` is the meeting's [`searched_text`], if it is at hand.
    pub(super) fn failing(&self, meeting: &Meeting, searched: Option<&str>) -> Failing {
        let mut failed = Field::ALL.into_iter().filter(|&field| !self.holds(field, meeting, searched));
        match (failed.next(), failed.next()) {
            (None, _) => Failing::Nothing,
            (Some(only), None) => Failing::Only(only),
            (Some(_), Some(_)) => Failing::Several,
        }
    }

    /// Every row of the table with what it fails.
    pub(super) fn each<'m>(
        &self,
        meetings: &'m Meetings,
        index: &'m Index,
    ) -> impl Iterator<Item = (usize, &'m Meeting, Failing)> {
        let texts = if self.words.is_empty() { &[] } else { index.searched(meetings) };
        meetings
            .iter()
            .map(|(row, meeting)| (row, meeting, self.failing(meeting, texts.get(row).map(String::as_str))))
    }

    fn holds(&self, field: Field, meeting: &Meeting, searched: Option<&str>) -> bool {
        let Filter { regions, held_in, countries, blocs, leaders, kinds, statuses, from, to, text: _ } =
            self.filter;
        let others = || states(meeting).filter(|&state| Some(state) != self.apart);
        match field {
            Field::Regions => {
                regions.is_empty() || others().any(|state| regions_of(state) & self.regions != 0)
            }
            Field::HeldIn => {
                held_in.is_empty()
                    || meeting.venue.country.is_some_and(|country| {
                        held_in.contains(&Area::Country(country)) || regions_of(country) & self.held_in != 0
                    })
            }
            Field::Countries => {
                countries.is_empty() || states(meeting).any(|state| countries.contains(&state))
            }
            Field::Blocs => {
                // Undated meetings ask who is a member in the latest state of the table.
                let day = meeting.dates.first_day();
                blocs.is_empty() || others().any(|state| member_times(state).on(day) & self.blocs != 0)
            }
            Field::Leaders => {
                leaders.is_empty()
                    || meeting.participants.iter().any(|person| self.leaders.are_asked(&person.name))
            }
            Field::Kinds => kinds.is_empty() || kinds.contains(&meeting.kind),
            Field::Statuses => statuses.is_empty() || statuses.contains(&meeting.status),
            Field::Period => (from.is_none() && to.is_none()) || meeting.dates.overlap(*from, *to),
            Field::Text => {
                self.words.is_empty() || {
                    let folded = searched.map_or_else(|| searched_text(meeting).into(), Cow::Borrowed);
                    self.words.iter().all(|word| {
                        if word.in_sources {
                            word.begins_words_of(&searched_sources(meeting))
                        } else {
                            word.begins_words_of(&folded) || word.means_one_of(meeting)
                        }
                    })
                }
            }
        }
    }
}
