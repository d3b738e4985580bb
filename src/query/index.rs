//! The index: facts of every row of a table, looked up once for all questions.

use super::apart::{Apart, apart};
use super::facts::{guests, regions_of, searched_text, states_of};
use super::trip::Trips;
use crate::gazetteer::organisation::{Blocs, member_times};
use crate::gazetteer::person::person_id;
use crate::gazetteer::region::Regions;
use crate::meeting::Meeting;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::{PersonId, PlaceId};
use crate::meeting::table::Meetings;
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

/// Facts derived once from one table; invalid for any other.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// Every row by its first day; undated ones last.
    pub(super) by_date: Vec<usize>,
    /// The first and the last day of all meetings, context left out; `None` if none has a date.
    pub(super) days: Option<(Date, Date)>,
    /// The states that take part in anything, by code.
    pub(super) countries: Vec<CountryCode>,
    /// How many rows each of them takes part in.
    often: Vec<usize>,
    /// The one that regions and blocs are counted without.
    pub(super) apart: Option<Apart>,
    /// Everyone who does, by name: each person once, in the spelling that the record has most often.
    pub(super) leaders: Vec<String>,
    /// The places of all meetings, in order of identity.
    pub(super) places: Vec<PlaceId>,
    /// The trips, and the ways of the states on them.
    pub(super) trips: Trips,
    /// By row.
    pub(super) rows: Vec<RowFacts>,
    /// What searches look into, by row: worked out when the first word is searched for.
    searched: OnceLock<Vec<String>>,
}

/// Facts of one row. Numbers are places in the lists of the index.
#[derive(Clone, Debug, Default)]
pub(super) struct RowFacts {
    /// The states at the table, each once.
    pub(super) states: Box<[u16]>,
    /// Those of them that travel to it.
    pub(super) guests: Box<[u16]>,
    /// The people, each once.
    pub(super) leaders: Box<[u32]>,
    /// The regions that a state is from, the one set apart left aside.
    pub(super) regions: Regions,
    /// The organisations that a state was a member of, the one set apart left aside.
    pub(super) blocs: Blocs,
    /// The regions of the venue.
    pub(super) held_in: Regions,
    /// The place.
    pub(super) place: Option<u32>,
    /// Where the row stands among all by date.
    pub(super) rank: usize,
}

impl Index {
    /// Reads the table once.
    #[must_use]
    pub fn new(meetings: &Meetings) -> Self {
        let people = || meetings.iter().flat_map(|(_, meeting)| &meeting.participants);
        let countries: BTreeSet<CountryCode> = people().filter_map(|person| person.country).collect();
        let countries: Vec<CountryCode> = countries.into_iter().collect();
        let (leaders, of_spelling) = each_person(people().map(|person| person.name.as_str()));
        let places: BTreeSet<PlaceId> =
            meetings.iter().filter_map(|(_, meeting)| meeting.venue.placed.place()).collect();
        let places: Vec<PlaceId> = places.into_iter().collect();
        let rows = Vec::new();
        let often = vec![0; countries.len()];
        let (by_date, days) = (by_date(meetings), days(meetings));
        let trips = Trips::new(meetings);
        let searched = OnceLock::new();
        let apart = apart(meetings);
        let mut index =
            Self { by_date, days, countries, often, apart, leaders, places, trips, rows, searched };
        let traits = |(_, meeting): (usize, &Meeting)| index.traits(meeting, &of_spelling);
        index.rows = meetings.iter().map(traits).collect();
        for (rank, &row) in index.by_date.iter().enumerate() {
            index.rows[row].rank = rank;
        }
        for state in index.rows.iter().flat_map(|traits| &traits.states) {
            index.often[usize::from(*state)] += 1;
        }
        index
    }

    /// The text of each row that searches look into, made once for all of them. The table must be the one that was read.
    pub(super) fn searched(&self, meetings: &Meetings) -> &[String] {
        self.searched.get_or_init(|| meetings.iter().map(|(_, meeting)| searched_text(meeting)).collect())
    }

    /// The states in order of how many rows of the table they take part in, the fewest first; of several, by
    /// code.
    pub(super) fn how_often(&self, state: u16) -> (usize, u16) {
        (self.often[usize::from(state)], state)
    }

    /// The one of two states that takes part in fewer rows of the table, and so says more about a line
    /// between them.
    pub(super) fn less_often(&self, [a, b]: [CountryCode; 2]) -> CountryCode {
        let often =
            |state: CountryCode| self.countries.binary_search(&state).map_or(0, |place| self.often[place]);
        if (often(b), b) < (often(a), a) { b } else { a }
    }

    fn traits(&self, meeting: &Meeting, of_spelling: &HashMap<&str, u32>) -> RowFacts {
        let number = |state: CountryCode| {
            let place = self.countries.binary_search(&state).ok()?;
            u16::try_from(place).ok()
        };
        let states = states_of(meeting);
        let day = meeting.dates.first_day();
        let apart = self.apart.map(|apart| apart.state);
        let others = || states.iter().copied().filter(|&state| Some(state) != apart);
        let names = meeting.participants.iter().map(|person| person.name.as_str());
        let leaders: BTreeSet<u32> = names.filter_map(|name| of_spelling.get(name).copied()).collect();
        let place = meeting.venue.placed.place().and_then(|id| {
            let place = self.places.binary_search(&id).ok()?;
            u32::try_from(place).ok()
        });
        RowFacts {
            guests: guests(meeting).into_iter().filter_map(number).collect(),
            leaders: leaders.into_iter().collect(),
            regions: others().fold(0, |bits, state| bits | regions_of(state)),
            blocs: others().fold(0, |bits, state| bits | member_times(state).on(day)),
            held_in: meeting.venue.country.map_or(0, regions_of),
            place,
            rank: 0,
            states: states.into_iter().filter_map(number).collect(),
        }
    }
}

/// Every person once, in order of name, and the number of the person that a spelling means.
fn each_person<'a>(names: impl Iterator<Item = &'a str>) -> (Vec<String>, HashMap<&'a str, u32>) {
    let mut often: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names {
        *often.entry(name).or_default() += 1;
    }
    let mut persons: BTreeMap<PersonId, Vec<&str>> = BTreeMap::new();
    for &name in often.keys() {
        persons.entry(person_id(name)).or_default().push(name);
    }
    // Of two spellings that are as frequent, the first by letters.
    let best =
        |spellings: &[&'a str]| spellings.iter().copied().min_by_key(|name| (Reverse(often[name]), *name));
    let mut persons: Vec<(&str, Vec<&str>)> =
        persons.into_values().filter_map(|spellings| Some((best(&spellings)?, spellings))).collect();
    persons.sort_unstable();
    let numbers = persons.iter().zip(0_u32..);
    let of_spelling =
        numbers.flat_map(|((_, spellings), number)| spellings.iter().map(move |&one| (one, number)));
    let of_spelling = of_spelling.collect();
    (persons.into_iter().map(|(name, _)| name.to_owned()).collect(), of_spelling)
}

fn by_date(meetings: &Meetings) -> Vec<usize> {
    let mut rows: Vec<usize> = (0..meetings.len()).collect();
    rows.sort_by_cached_key(|&row| {
        let days = meetings.get(row).dates.days();
        (days.is_none(), days, row)
    });
    rows
}

fn days(meetings: &Meetings) -> Option<(Date, Date)> {
    let all = meetings.iter().map(|(_, meeting)| meeting).filter(|meeting| !meeting.kind.is_context());
    let days = all.filter_map(|meeting| meeting.dates.days());
    days.reduce(|(first, last), (begin, end)| (first.min(begin), last.max(end)))
}
