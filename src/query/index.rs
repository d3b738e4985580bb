//! The index: facts of a table, looked up once for all questions.

use super::apart::{Apart, apart};
use super::columns::{Columns, Numbered};
use super::facts::searched_text;
use super::line_ends::LineEnds;
use super::parts::of_parts;
use super::tally::Tally;
use super::trip::Trips;
use crate::gazetteer::organisation::Blocs;
use crate::gazetteer::person::person_id;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::{PersonId, PlaceId};
use crate::meeting::table::Meetings;
use ahash::{HashMap, HashSet};
use jiff::civil::Date;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Facts derived once from one table; invalid for any other.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// Every row by its first day; undated ones last.
    pub(super) by_date: Vec<usize>,
    /// The first and the last day of all meetings, context left out; `None` if none has a date.
    pub(super) days: Option<(Date, Date)>,
    /// How many meetings the table has, context left out.
    pub(super) meetings: usize,
    /// The states that take part in anything, by code.
    pub(super) countries: Arc<[CountryCode]>,
    /// How many rows each of them takes part in.
    often: Vec<usize>,
    /// The one that regions and blocs are counted without.
    pub(super) apart: Option<Apart>,
    /// Whether the table holds visits: at each of its stops there is a guest, and nobody whom it met.
    pub(super) holds_visits: bool,
    /// Everyone who does, by name: each person once, in the spelling that the record has most often.
    pub(super) leaders: Vec<String>,
    /// Those of them who count in any meeting, the most frequent first; of several, by name.
    pub(super) leaders_by_total: Vec<u32>,
    /// The number of each person among [`Self::leaders`].
    pub(super) persons: Arc<HashMap<PersonId, u32>>,
    /// The number of each occasion.
    pub(super) occasions: Arc<HashMap<String, u32>>,
    /// The places of all meetings, in order of identity.
    pub(super) places: Vec<PlaceId>,
    /// The trips, and the ways of the states on them.
    pub(super) trips: Trips,
    /// Facts of each row.
    pub(super) columns: Arc<Columns>,
    /// How many meetings have each choice of each field.
    pub(super) tally: Tally,
    /// The lines of journeys, and of trips where the way home is one, worked out when they are first drawn.
    journeys: OnceLock<LineEnds>,
    routes: OnceLock<LineEnds>,
    /// What searches look into, by row: worked out when the first word is searched for.
    searched: OnceLock<Vec<String>>,
}

impl Index {
    /// Reads the table once.
    #[must_use]
    pub fn new(meetings: &Meetings) -> Self {
        let parts = of_parts(meetings.len(), |rows| Occurring::of(meetings, rows));
        let Occurring { countries, places, names, occasions } =
            parts.into_iter().reduce(Occurring::with).unwrap_or_default();
        let countries: Arc<[CountryCode]> = countries.into_iter().collect();
        let places: Vec<PlaceId> = places.into_iter().collect();
        let occasions: HashMap<&str, u32> = occasions.into_iter().zip(0..).collect();
        let Persons { names: leaders, of_spelling, numbers: persons } = Persons::new(&names);
        let numbered =
            Numbered { countries: &countries, places: &places, leaders: &of_spelling, occasions: &occasions };
        let mut columns = Columns::new(meetings, numbered);
        let apart = apart(&columns, &countries);
        columns.set_apart(&countries, apart.map(|apart| apart.state));
        let by_date = by_date(&columns);
        columns.rank = vec![0; by_date.len()];
        for (place, &row) in (0..).zip(&by_date) {
            columns.rank[row] = place;
        }
        let mut tally = Tally::new(countries.len(), leaders.len());
        (0..meetings.len()).for_each(|row| tally.add(&columns, row));
        let mut often = vec![0; countries.len()];
        for &state in (0..meetings.len()).flat_map(|row| columns.states.of(row)) {
            often[usize::from(state)] += 1;
        }
        let trips = Trips::new(meetings);
        Self {
            holds_visits: !trips.all.is_empty() && columns.are_visits(),
            by_date,
            days: days(&columns),
            meetings: columns.meetings(0..meetings.len()),
            countries,
            often,
            apart,
            leaders_by_total: by_total(&tally.leaders),
            leaders,
            persons: Arc::new(persons),
            occasions: Arc::new(
                occasions.into_iter().map(|(name, number)| (name.to_owned(), number)).collect(),
            ),
            places,
            trips,
            columns: Arc::new(columns),
            tally,
            journeys: OnceLock::new(),
            routes: OnceLock::new(),
            searched: OnceLock::new(),
        }
    }

    /// The state that the table is about, if there is one.
    #[must_use]
    pub const fn apart(&self) -> Option<Apart> {
        self.apart
    }

    /// The first day of a row, if it has a date.
    #[must_use]
    pub fn first_day(&self, row: usize) -> Option<Date> {
        self.columns.first_day(row)
    }

    /// The organisations that a state at the table of a row was a member of, the state set apart left aside.
    #[must_use]
    pub fn blocs(&self, row: usize) -> Blocs {
        self.columns.blocs[row]
    }

    /// The text of each row that searches look into, made once for all of them. The table must be the one
    /// that was read.
    pub(super) fn searched(&self, meetings: &Meetings) -> &[String] {
        let texts =
            |rows: Range<usize>| rows.map(|row| searched_text(meetings.get(row))).collect::<Vec<String>>();
        self.searched.get_or_init(|| of_parts(meetings.len(), texts).into_iter().flatten().collect())
    }

    /// The lines of all journeys.
    pub(super) fn journeys(&self) -> &LineEnds {
        self.journeys.get_or_init(|| {
            let guests = |row: usize| Cow::Borrowed(self.columns.guests.of(row));
            LineEnds::new(&self.columns, &self.countries, &self.places, guests)
        })
    }

    /// The lines from capitals where trips are drawn as routes: to a stop of a trip, from the states that
    /// come to it from home.
    pub(super) fn routes(&self) -> &LineEnds {
        let from_home = |row: usize| {
            if !self.trips.has(row) {
                return Cow::Borrowed(self.columns.guests.of(row));
            }
            let arrivals = self.trips.arrivals(row).iter().filter(|arrival| arrival.from.is_none());
            arrivals.filter_map(|arrival| self.state(arrival.state)).collect()
        };
        self.routes.get_or_init(|| LineEnds::new(&self.columns, &self.countries, &self.places, from_home))
    }

    /// Some rows by date, each once.
    pub(super) fn in_order(&self, rows: impl IntoIterator<Item = usize>) -> Vec<usize> {
        let mut is_among = vec![false; self.by_date.len()];
        for row in rows {
            is_among[row] = true;
        }
        self.by_date.iter().copied().filter(|&row| is_among[row]).collect()
    }

    /// The number of a state among [`Self::countries`].
    pub(super) fn state(&self, state: CountryCode) -> Option<u16> {
        let place = self.countries.binary_search(&state).ok()?;
        u16::try_from(place).ok()
    }

    /// The number of the person that a name means.
    pub(super) fn person(&self, name: &str) -> Option<u32> {
        self.persons.get(&person_id(name)).copied()
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
            |state: CountryCode| self.state(state).map_or(0, |number| self.often[usize::from(number)]);
        if (often(b), b) < (often(a), a) { b } else { a }
    }
}

/// What occurs in a table.
#[derive(Default)]
struct Occurring<'a> {
    countries: BTreeSet<CountryCode>,
    places: BTreeSet<PlaceId>,
    /// How often each spelling of a person does.
    names: HashMap<&'a str, usize>,
    occasions: HashSet<&'a str>,
}

impl<'a> Occurring<'a> {
    fn of(meetings: &'a Meetings, rows: Range<usize>) -> Self {
        let mut all = Self::default();
        for meeting in rows.map(|row| meetings.get(row)) {
            all.places.extend(meeting.venue.placed.place());
            if !meeting.occasion.is_empty() {
                all.occasions.insert(&meeting.occasion);
            }
            for person in &meeting.participants {
                all.countries.extend(person.country);
                *all.names.entry(&person.name).or_default() += 1;
            }
        }
        all
    }

    fn with(mut self, Self { countries, places, names, occasions }: Self) -> Self {
        self.countries.extend(countries);
        self.places.extend(places);
        for (name, often) in names {
            *self.names.entry(name).or_default() += often;
        }
        self.occasions.extend(occasions);
        self
    }
}

/// Every person once.
struct Persons<'a> {
    /// Their most frequent spellings, in order.
    names: Vec<String>,
    /// The number of the person that a spelling means.
    of_spelling: HashMap<&'a str, u32>,
    /// The number of each person.
    numbers: HashMap<PersonId, u32>,
}

impl<'a> Persons<'a> {
    /// Of how often each spelling occurs.
    fn new(often: &HashMap<&'a str, usize>) -> Self {
        let mut spellings: BTreeMap<PersonId, Vec<&'a str>> = BTreeMap::new();
        for &name in often.keys() {
            spellings.entry(person_id(name)).or_default().push(name);
        }
        // Of two spellings that are as frequent, the first by letters.
        let best = |names: &[&'a str]| names.iter().copied().min_by_key(|name| (Reverse(often[name]), *name));
        let persons = spellings.into_iter().filter_map(|(id, names)| Some((best(&names)?, names, id)));
        let mut persons: Vec<(&str, Vec<&str>, PersonId)> = persons.collect();
        persons.sort_unstable_by_key(|(name, ..)| *name);
        let mut all =
            Self { names: Vec::new(), of_spelling: HashMap::default(), numbers: HashMap::default() };
        for (number, (name, spellings, id)) in (0_u32..).zip(persons) {
            all.names.push(name.to_owned());
            all.of_spelling.extend(spellings.into_iter().map(|spelling| (spelling, number)));
            all.numbers.insert(id, number);
        }
        all
    }
}

/// The numbers of those that occur, the most frequent first.
fn by_total(often: &[usize]) -> Vec<u32> {
    let mut numbers: Vec<u32> =
        (0..).zip(often).filter(|(_, often)| **often > 0).map(|(number, _)| number).collect();
    numbers.sort_by_key(|&number| Reverse(often[number as usize]));
    numbers
}

fn by_date(columns: &Columns) -> Vec<usize> {
    let mut rows: Vec<usize> = (0..columns.len()).collect();
    rows.sort_by_cached_key(|&row| {
        let days = columns.days[row].map(|days| (days.first, days.last));
        (days.is_none(), days, row)
    });
    rows
}

fn days(columns: &Columns) -> Option<(Date, Date)> {
    let all = columns.days.iter().zip(&columns.kind).filter(|(_, kind)| !kind.is_context());
    let days = all.filter_map(|(days, _)| days.map(|days| (days.first, days.last)));
    days.reduce(|(first, last), (begin, end)| (first.min(begin), last.max(end)))
}
