//! Travel: how far somebody went, and for how many days they were away.

use super::count::next_day;
use super::facts::{home, known_days, states_of, travellers};
use super::index::Index;
use super::trip::{Arrival, is_real, way};
use crate::meeting::code::CountryCode;
use crate::meeting::identity::PlaceId;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting, Participant, Placed, Position, Role, Status};
use geo::{Bearing, Distance, Geodesic, Point};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What is known of some trips.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Travel {
    /// How many trips.
    pub trips: usize,
    /// Kilometres from the seat of government from stop to stop and home, by the shortest ways: less than was
    /// flown.
    pub km: f64,
    /// Days from the first of a trip's first stop to the last of its last, each day once.
    pub days: usize,
    /// Trips of which some stop is not known to the day. Their days are not counted.
    pub undated: usize,
    /// Stops that have no place, and are passed over.
    pub not_placed: usize,
    /// Stops known only to their country, and measured to the middle of it.
    pub at_country: usize,
}

/// A journey of somebody who represents a state.
#[derive(Clone, Debug, PartialEq)]
pub struct Journey {
    /// The rows of its stops, in order; those without a place too.
    pub stops: Vec<usize>,
    /// How far and how long.
    pub travel: Travel,
}

/// A trip as one state made it.
#[derive(Clone, Debug, PartialEq)]
pub struct TripOfState {
    /// The state.
    pub state: CountryCode,
    /// The rows of its stops, in order; those without a place too.
    pub stops: Vec<usize>,
    /// How far and how long.
    pub travel: Travel,
}

/// Kilometres along the shortest way on the WGS84 ellipsoid (Karney 2013, Algorithms for geodesics, Journal
/// of Geodesy 87).
#[must_use]
pub fn kilometres(a: Position, b: Position) -> f64 {
    Geodesic.distance(Point::new(a.lon, a.lat), Point::new(b.lon, b.lat)) / 1000.0
}

/// The direction in which that way sets out, in degrees clockwise from north, 0 to 360.
#[must_use]
pub fn bearing(a: Position, b: Position) -> f64 {
    Geodesic.bearing(Point::new(a.lon, a.lat), Point::new(b.lon, b.lat)).rem_euclid(360.0)
}

/// The trip that a row is a stop of, as made by each state that takes part in it here and was away on it.
/// None if the row belongs to no trip. What is shown makes no difference.
#[must_use]
pub fn of_trip(meetings: &Meetings, index: &Index, row: usize) -> Vec<TripOfState> {
    let stops = index.trips.with(meetings, row);
    let away: BTreeSet<CountryCode> = stops.iter().flat_map(|&row| travellers(meetings.get(row))).collect();
    let here = states_of(meetings.get(row)).into_iter().filter(|state| away.contains(state));
    let trip = |state: CountryCode| {
        let takes_part = |meeting: &Meeting| states_of(meeting).contains(&state);
        let is_stop =
            |row: &&usize| meetings.get(**row).kind != Kind::Call && takes_part(meetings.get(**row));
        let stops: Vec<usize> = stops.iter().filter(is_stop).copied().collect();
        let mut sum = Sum::default();
        sum.add(meetings, &stops, &way(meetings, &stops, state), state);
        TripOfState { state, stops, travel: sum.travel() }
    };
    here.map(trip).collect()
}

/// The travels of those who represent a state, of the meetings held among some rows; most kilometres first,
/// then by name. A trip of which one stop is among the rows counts as a whole. People are told apart by their
/// names as recorded; a row that stands for several meetings is one trip.
#[must_use]
pub fn of_leaders(
    meetings: &Meetings,
    index: &Index,
    rows: &[usize],
    state: CountryCode,
) -> Vec<(String, Travel)> {
    let mut by_name: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for &row in rows {
        for person in meetings.get(row).participants.iter().filter(|person| person.country == Some(state)) {
            by_name.entry(&person.name).or_default().insert(row);
        }
    }
    let of_one = |(name, rows): (&str, BTreeSet<usize>)| {
        let travel = of_leader(meetings, index, &rows, (name, state));
        (travel.trips > 0).then(|| (name.to_owned(), travel))
    };
    let mut all: Vec<(String, Travel)> = by_name.into_iter().filter_map(of_one).collect();
    all.sort_by(|(_, a), (_, b)| b.km.total_cmp(&a.km));
    all
}

fn of_leader(
    meetings: &Meetings,
    index: &Index,
    rows: &BTreeSet<usize>,
    (name, state): (&str, CountryCode),
) -> Travel {
    let mut sum = Sum::default();
    for stops in journeys(meetings, index, rows, (&|person| person.name == name, state)) {
        sum.add(meetings, &stops, &way(meetings, &stops, state), state);
    }
    sum.travel()
}

/// The journeys of one person, for each of the states that the person represents, to the meetings held among
/// some rows, and all of them together: by their first day, undated ones last.
#[must_use]
pub(super) fn of_person(
    meetings: &Meetings,
    index: &Index,
    rows: &[usize],
    is_it: &dyn Fn(&Participant) -> bool,
    states: &BTreeSet<CountryCode>,
) -> (Travel, Vec<Journey>) {
    let rows: BTreeSet<usize> = rows.iter().copied().collect();
    let (mut all, mut each) = (Sum::default(), Vec::new());
    for &state in states {
        for stops in journeys(meetings, index, &rows, (is_it, state)) {
            let way = way(meetings, &stops, state);
            let mut one = Sum::default();
            one.add(meetings, &stops, &way, state);
            all.add(meetings, &stops, &way, state);
            each.push(Journey { stops, travel: one.travel() });
        }
    }
    each.sort_by_key(|journey| journey.stops.first().map(|&row| index.columns.rank[row]));
    (all.travel(), each)
}

/// The stops of each journey of somebody for a state.
fn journeys(
    meetings: &Meetings,
    index: &Index,
    rows: &BTreeSet<usize>,
    (is_it, state): (&dyn Fn(&Participant) -> bool, CountryCode),
) -> Vec<Vec<usize>> {
    let is_held = |row: &usize| meetings.get(*row).status == Status::Held;
    let takes_part = |meeting: &Meeting| {
        meeting.participants.iter().any(|person| is_it(person) && person.country == Some(state))
    };
    let is_away = |meeting: &Meeting| {
        let is_guest = meeting.participants.iter().any(|person| is_it(person) && person.role == Role::Guest);
        is_guest && takes_part(meeting) && meeting.venue.country != Some(state) && meeting.kind != Kind::Call
    };
    let mut found: Vec<Vec<usize>> = Vec::new();
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    let mut alone: Vec<usize> = Vec::new();
    for &row in rows.iter().filter(|row| is_held(row) && is_away(meetings.get(**row))) {
        if meetings.get(row).trip.is_none() {
            alone.push(row);
        } else if !seen.contains(&row) {
            let stops = index.trips.with(meetings, row);
            let stops: Vec<usize> = stops.iter().copied().filter(|row| is_held(row)).collect();
            seen.extend(&stops);
            let own = stops
                .into_iter()
                .filter(|&row| takes_part(meetings.get(row)) && meetings.get(row).kind != Kind::Call);
            found.push(own.collect());
        }
    }
    alone.retain(|&row| !meetings.get(row).kind.is_context());
    alone.sort_unstable_by_key(|&row| (meetings.get(row).venue.placed.place(), index.columns.rank[row]));
    found.extend(stays(meetings, &alone));
    found
}

/// Rows in order of place and date, those together that are one journey: in one place, on the same or on
/// following days.
fn stays(meetings: &Meetings, rows: &[usize]) -> Vec<Vec<usize>> {
    let mut stays: Vec<Vec<usize>> = Vec::new();
    let mut here: Option<(PlaceId, Date)> = None;
    for &row in rows {
        let meeting = meetings.get(row);
        let come = meeting.venue.placed.place().zip(known_days(meeting));
        let goes_on = here
            .zip(come)
            .is_some_and(|((place, until), (next, (first, _)))| place == next && first <= next_day(until));
        let before = here.filter(|_| goes_on).map(|(_, until)| until);
        here = come.map(|(place, (_, last))| (place, before.map_or(last, |until| until.max(last))));
        match stays.last_mut().filter(|_| goes_on) {
            Some(stay) => stay.push(row),
            None => stays.push(vec![row]),
        }
    }
    stays
}

/// Travels that are summed up.
#[derive(Debug, Default)]
struct Sum {
    travel: Travel,
    /// The days away, some of them perhaps twice.
    away: Vec<(Date, Date)>,
}

impl Sum {
    /// Adds a trip with its stops and the way to them.
    fn add(&mut self, meetings: &Meetings, stops: &[usize], way: &[Arrival], state: CountryCode) {
        let is_any_real = stops.iter().any(|&row| is_real(meetings.get(row).status));
        let counts = |row: usize| !is_any_real || is_real(meetings.get(row).status);
        let way: Vec<&Arrival> = way.iter().filter(|arrival| counts(arrival.row)).collect();
        let Self { travel, away } = self;
        travel.trips += 1;
        travel.not_placed +=
            stops.iter().filter(|&&row| meetings.get(row).venue.placed == Placed::Nowhere).count();
        let at = |row: usize| meetings.get(row).venue.placed.position();
        let home = |row: usize| home(state, meetings.get(row)).map(|home| home.at);
        let far = |from: Option<Position>, to: Option<Position>| {
            from.zip(to).map_or(0.0, |(a, b)| kilometres(a, b))
        };
        // The stays that the way went on from. From the others it led home.
        let left: BTreeSet<usize> = way.iter().filter_map(|arrival| arrival.from).collect();
        for stay in way.iter().filter(|arrival| arrival.row == arrival.stay) {
            travel.km += far(stay.from.map_or_else(|| home(stay.row), at), at(stay.row));
            if !left.contains(&stay.row) {
                travel.km += far(at(stay.row), home(stay.row));
            }
            let is_rough = matches!(meetings.get(stay.row).venue.placed, Placed::Country(..));
            travel.at_country += usize::from(is_rough);
        }
        let stops = stops.iter().copied().filter(|&row| counts(row)).map(|row| meetings.get(row));
        let abroad = stops.filter(|one| one.venue.country != Some(state));
        let days: Option<Vec<(Date, Date)>> = abroad.map(known_days).collect();
        let days = days.unwrap_or_default().into_iter();
        match days.reduce(|(first, last), (begin, end)| (first.min(begin), last.max(end))) {
            Some(days) => away.push(days),
            None => travel.undated += 1,
        }
    }

    fn travel(mut self) -> Travel {
        self.away.sort_unstable();
        let mut until: Option<Date> = None;
        for (first, last) in self.away {
            let new = until.map_or(first, |until| first.max(until.tomorrow().unwrap_or(until)));
            self.travel.days += usize::try_from((last - new).get_days() + 1).unwrap_or(0);
            until = until.max(Some(last));
        }
        self.travel
    }
}
