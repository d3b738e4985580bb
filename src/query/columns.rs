//! Columns: the facts of all rows, each sort in a list by row, so that a pass over a million rows reads what
//! it asks for and no more.

use super::facts::{guests, host_at_the_table, regions_of, states_of};
use super::lists::Lists;
use super::parts::of_parts;
use crate::gazetteer::organisation::{Blocs, MemberTimes, member_times};
use crate::gazetteer::region::Regions;
use crate::meeting::code::CountryCode;
use crate::meeting::date::Precision;
use crate::meeting::identity::PlaceId;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting, Participant, Role, Status};
use ahash::HashMap;
use jiff::civil::Date;

/// Facts of each row. Numbers are places in the lists of the index.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    pub(super) kind: Vec<Kind>,
    pub(super) status: Vec<Status>,
    /// How many meetings the row stands for.
    pub(super) times: Vec<u32>,
    /// The first and the last day that it can mean; `None` where it has no date.
    pub(super) days: Vec<Option<Days>>,
    /// The states at the table, each once, by code.
    pub(super) states: Lists<u16>,
    /// Those of them that travel to it.
    pub(super) guests: Lists<u16>,
    /// The people, and for which state each sits there: in order of the people, who are mostly there once.
    pub(super) seats: Lists<Seat>,
    /// The regions that a state is from, the one set apart left aside.
    pub(super) regions: Vec<Regions>,
    /// The organisations that a state was a member of, the one set apart left aside.
    pub(super) blocs: Vec<Blocs>,
    /// The country of the venue.
    pub(super) venue: Vec<Option<CountryCode>>,
    /// The regions of the venue.
    pub(super) held_in: Vec<Regions>,
    /// The host, if it sits at the table.
    host: Vec<u16>,
    /// Whether somebody is at home.
    pub(super) at_home: Vec<bool>,
    place: Vec<u32>,
    occasion: Vec<u32>,
    /// Where the row stands among all by date.
    pub(super) rank: Vec<u32>,
}

/// The days of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Days {
    /// The first one that is possible.
    pub(super) first: Date,
    /// The last one.
    pub(super) last: Date,
    /// How well they are known.
    pub(super) precision: Precision,
}

/// A person at a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Seat {
    pub(super) person: u32,
    state: u16,
}

impl Seat {
    /// The state that the person represents, if it is known.
    pub(super) fn state(self) -> Option<u16> {
        (self.state != NO_STATE).then_some(self.state)
    }
}

/// The number of no state.
const NO_STATE: u16 = u16::MAX;
/// The number of no place and of no occasion.
const NONE: u32 = u32::MAX;

/// What the numbers in the columns stand for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbered<'a> {
    pub(super) countries: &'a [CountryCode],
    pub(super) places: &'a [PlaceId],
    pub(super) leaders: &'a HashMap<&'a str, u32>,
    pub(super) occasions: &'a HashMap<&'a str, u32>,
}

impl Columns {
    /// Whether each row that is no context has a guest and nobody else.
    pub(super) fn are_visits(&self) -> bool {
        let rows = (0..self.len()).filter(|&row| !self.kind[row].is_context());
        let mut rows = rows.map(|row| (self.states.of(row).len(), self.guests.of(row).len()));
        rows.all(|people| people == (1, 1))
    }

    /// Reads a table once.
    pub(super) fn new(meetings: &Meetings, numbered: Numbered<'_>) -> Self {
        let parts = of_parts(meetings.len(), |rows| {
            let mut columns = Self::default();
            rows.for_each(|row| columns.add(meetings.get(row), numbered));
            columns
        });
        parts.into_iter().reduce(Self::with).unwrap_or_default()
    }

    /// The rows of a table, and those after them.
    fn with(mut self, later: Self) -> Self {
        let Self {
            kind,
            status,
            times,
            days,
            states,
            guests,
            seats,
            regions,
            blocs,
            venue,
            held_in,
            host,
            at_home,
            place,
            occasion,
            rank,
        } = later;
        self.kind.extend(kind);
        self.status.extend(status);
        self.times.extend(times);
        self.days.extend(days);
        self.states.extend(&states);
        self.guests.extend(&guests);
        self.seats.extend(&seats);
        self.regions.extend(regions);
        self.blocs.extend(blocs);
        self.venue.extend(venue);
        self.held_in.extend(held_in);
        self.host.extend(host);
        self.at_home.extend(at_home);
        self.place.extend(place);
        self.occasion.extend(occasion);
        self.rank.extend(rank);
        self
    }

    fn add(&mut self, meeting: &Meeting, numbered: Numbered<'_>) {
        let Numbered { countries, places, leaders, occasions } = numbered;
        let number = |state: CountryCode| {
            countries.binary_search(&state).ok().and_then(|place| u16::try_from(place).ok())
        };
        let seat = |one: &Participant| {
            let person = leaders.get(one.name.as_str()).copied()?;
            Some(Seat { person, state: one.country.and_then(number).unwrap_or(NO_STATE) })
        };
        let mut seats: Vec<Seat> = meeting.participants.iter().filter_map(seat).collect();
        seats.sort_unstable();
        seats.dedup();
        let place = meeting.venue.placed.place().and_then(|id| places.binary_search(&id).ok());
        let precision = meeting.dates.precision();
        self.kind.push(meeting.kind);
        self.status.push(meeting.status);
        self.times.push(meeting.count.get());
        self.days.push(meeting.dates.days().map(|(first, last)| Days { first, last, precision }));
        self.venue.push(meeting.venue.country);
        self.held_in.push(meeting.venue.country.map_or(0, regions_of));
        self.host.push(host_at_the_table(meeting).and_then(number).unwrap_or(NO_STATE));
        self.at_home.push(meeting.participants.iter().any(|person| person.role == Role::Host));
        self.place.push(place.and_then(|place| u32::try_from(place).ok()).unwrap_or(NONE));
        self.occasion.push(occasions.get(meeting.occasion.as_str()).copied().unwrap_or(NONE));
        self.states.push(states_of(meeting).into_iter().filter_map(number));
        self.guests.push(guests(meeting).into_iter().filter_map(number));
        self.seats.push(seats);
    }

    /// Looks up the regions and blocs of each row, which are those of its states but the one set apart.
    pub(super) fn set_apart(&mut self, countries: &[CountryCode], apart: Option<CountryCode>) {
        let regions: Vec<Regions> = countries.iter().map(|&state| regions_of(state)).collect();
        let members: Vec<&MemberTimes> = countries.iter().map(|&state| member_times(state)).collect();
        for row in 0..self.len() {
            let day = self.first_day(row);
            let others = self.states.of(row).iter().map(|&state| usize::from(state));
            let (mut of_row, mut blocs) = (0, 0);
            for state in others.filter(|&state| Some(countries[state]) != apart) {
                of_row |= regions[state];
                blocs |= members[state].on(day);
            }
            self.regions.push(of_row);
            self.blocs.push(blocs);
        }
    }

    /// The people at a row, each once.
    pub(super) fn people(&self, row: usize) -> impl Iterator<Item = u32> + Clone {
        let each = self.seats.of(row).chunk_by(|one, other| one.person == other.person);
        each.map(|seats| seats[0].person)
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.kind.len()
    }

    /// How many meetings some rows stand for, context left out.
    pub(super) fn meetings(&self, rows: impl IntoIterator<Item = usize>) -> usize {
        let meetings = rows.into_iter().filter(|&row| !self.kind[row].is_context());
        meetings.map(|row| self.times[row] as usize).sum()
    }

    /// The place of a row.
    pub(super) fn place(&self, row: usize) -> Option<usize> {
        let place = self.place[row];
        (place != NONE).then_some(place as usize)
    }

    /// The event around a row, by a number that all its rows have.
    pub(super) fn occasion(&self, row: usize) -> Option<u32> {
        let occasion = self.occasion[row];
        (occasion != NONE).then_some(occasion)
    }

    /// The state that hosts a row, if it sits at the table.
    pub(super) fn host(&self, row: usize) -> Option<u16> {
        let host = self.host[row];
        (host != NO_STATE).then_some(host)
    }

    /// The first day of a row.
    pub(super) fn first_day(&self, row: usize) -> Option<Date> {
        self.days[row].map(|days| days.first)
    }

    /// The last day of some rows; `None` if one of them has no date, or there are none.
    pub(super) fn latest(&self, rows: &[usize]) -> Option<Date> {
        let later = |latest: Date, row: &usize| Some(latest.max(self.days[*row]?.last));
        rows.iter().try_fold(Date::MIN, later).filter(|_| !rows.is_empty())
    }

    /// The first and the last day of a row, if they are known to the day.
    pub(super) fn known_days(&self, row: usize) -> Option<(Date, Date)> {
        let Days { first, last, precision } = self.days[row]?;
        match precision {
            Precision::Day | Precision::Range => Some((first, last)),
            Precision::Month | Precision::Year | Precision::Unknown => None,
        }
    }

    /// Whether a row is a call between two known states or more: its lines join capitals.
    pub(super) fn joins_capitals(&self, row: usize) -> bool {
        self.kind[row] == Kind::Call && self.states.of(row).len() > 1
    }

    /// The best-established status of some rows. Context decides only where there is nothing else.
    pub(super) fn best_status(&self, rows: &[usize]) -> Status {
        let of_meetings = rows.iter().filter(|&&row| !self.kind[row].is_context());
        let best = of_meetings.map(|&row| self.status[row]).min();
        best.or_else(|| rows.iter().map(|&row| self.status[row]).min()).unwrap_or(Status::Held)
    }
}
