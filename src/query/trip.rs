//! Trips: the stops of each trip in their order, and by which way each state comes to them.

use super::facts::{home, states_of, travellers};
use crate::gazetteer::country::Countries;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::{PlaceId, TripId};
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting, Status};
use std::collections::{BTreeMap, BTreeSet};

/// The trips of a table, whatever is shown of them: a filter hides stops, and does not change the way.
#[derive(Clone, Debug, Default)]
pub(super) struct Trips {
    /// The rows of each trip in the order of its stops; the trips by name.
    pub(super) all: Vec<Box<[usize]>>,
    /// All of them in order.
    stops: Vec<usize>,
    /// By row, then state.
    arrivals: Vec<Arrival>,
}

/// A state comes to a stop of its trip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Arrival {
    /// The stop.
    pub(super) row: usize,
    /// The state.
    pub(super) state: CountryCode,
    /// The first row of the stay before: where it comes from. `None` if it comes from home.
    pub(super) from: Option<usize>,
    /// The first row of this stay: stops in one place, one after the other, are a stay.
    pub(super) stay: usize,
    /// Whether it goes home from here, and came by another way than that.
    pub(super) goes_home: bool,
}

impl Trips {
    /// Finds the trips of a table.
    pub(super) fn new(meetings: &Meetings) -> Self {
        let mut by_name: BTreeMap<&TripId, Vec<usize>> = BTreeMap::new();
        for (row, meeting) in meetings.iter() {
            if let Some(stop) = &meeting.trip {
                by_name.entry(&stop.trip).or_default().push(row);
            }
        }
        let mut trips = Self::default();
        for mut rows in by_name.into_values() {
            sort(meetings, &mut rows);
            let away: BTreeSet<CountryCode> =
                rows.iter().flat_map(|&row| travellers(meetings.get(row))).collect();
            let mut stops: BTreeMap<CountryCode, Vec<usize>> = BTreeMap::new();
            for &row in &rows {
                for state in states_of(meetings.get(row)) {
                    stops.entry(state).or_default().push(row);
                }
            }
            for (state, stops) in stops.iter().filter(|(state, _)| away.contains(state)) {
                trips.arrivals.extend(way(meetings, stops, *state));
            }
            trips.all.push(rows.into());
        }
        trips.arrivals.sort_unstable();
        trips.stops = trips.all.iter().flat_map(|stops| stops.iter().copied()).collect();
        trips.stops.sort_unstable();
        trips
    }

    /// The rows of the trip that a row is a stop of, in the order of its stops; none if it belongs to no
    /// trip.
    pub(super) fn with(&self, meetings: &Meetings, row: usize) -> &[usize] {
        let name = |row: usize| meetings.get(row).trip.as_ref().map(|stop| &stop.trip);
        let of_trip = self.all.binary_search_by(|stops| name(stops[0]).cmp(&name(row)));
        of_trip.map_or(&[], |place| &self.all[place])
    }

    /// Whether a row is a stop of a trip.
    pub(super) fn has(&self, row: usize) -> bool {
        self.stops.binary_search(&row).is_ok()
    }

    /// The states that come to a stop, by code. None if the row belongs to no trip.
    pub(super) fn arrivals(&self, row: usize) -> &[Arrival] {
        let first = self.arrivals.partition_point(|arrival| arrival.row < row);
        let of_row = self.arrivals[first..].partition_point(|arrival| arrival.row == row);
        &self.arrivals[first..first + of_row]
    }
}

/// Brings the stops of a trip into their order: that of their numbers if each has one, else that of their
/// dates, undated ones last. Stops that are alike in that are ordered by identity, wherever they stand in the
/// file.
fn sort(meetings: &Meetings, rows: &mut [usize]) {
    let number = |row: usize| meetings.get(row).trip.as_ref().and_then(|stop| stop.number);
    let numbered = rows.iter().all(|&row| number(row).is_some());
    rows.sort_by_cached_key(|&row| {
        let Meeting { id, dates, .. } = meetings.get(row);
        let days = dates.days();
        let number = number(row);
        (number.filter(|_| numbered), days.is_none(), days, number, id.clone())
    });
}

/// A stop as one state comes to it.
struct Node {
    row: usize,
    place: PlaceId,
    /// Whether it is the state's capital or the seat of its government.
    is_home: bool,
    /// Whether it lies in the state's own country.
    is_own: bool,
    status: Status,
}

/// How a state comes to the stops of a trip, which are those that its people take part in. Calls and stops
/// without a place are passed over.
///
/// The way leads over the stops that were held or are planned. What was cancelled or only invited to hangs on
/// the stop before it, unless the whole trip is of that kind. A stop at the state's capital or seat of
/// government ends one way and begins another; a stop elsewhere in its country is on the way only if it was
/// abroad before.
pub(super) fn way(meetings: &Meetings, stops: &[usize], state: CountryCode) -> Vec<Arrival> {
    let nodes = nodes(meetings, stops, state);
    let is_any_real = nodes.iter().any(|node| is_real(node.status));
    let mut arrivals: Vec<Arrival> = Vec::new();
    let mut since_home = 0;
    // The stay that the way has come to, with its place: none at home.
    let mut here: Option<(Arrival, PlaceId)> = None;
    for &Node { row, place, is_home, is_own, status } in &nodes {
        let is_on_the_way = is_real(status) || !is_any_real;
        if is_home && is_on_the_way {
            go_home(&mut arrivals[since_home..], here.take());
            since_home = arrivals.len();
        }
        if is_home || (is_own && here.is_none()) {
            continue;
        }
        let arrival = match here {
            Some((came, at)) if at == place => {
                Arrival { row, stay: if is_on_the_way { came.stay } else { row }, ..came }
            }
            Some((came, _)) => Arrival { row, state, from: Some(came.stay), stay: row, goes_home: false },
            None => Arrival { row, state, from: None, stay: row, goes_home: false },
        };
        arrivals.push(arrival);
        if is_on_the_way {
            here = Some((arrival, place));
        }
    }
    go_home(&mut arrivals[since_home..], here);
    arrivals
}

/// Whether somebody goes, or went, to a stop with this status.
pub(super) const fn is_real(status: Status) -> bool {
    match status {
        Status::Held | Status::Planned => true,
        Status::Invited | Status::Cancelled => false,
    }
}

fn nodes(meetings: &Meetings, stops: &[usize], state: CountryCode) -> Vec<Node> {
    let capital = Countries::embedded().get(state).and_then(|country| country.capital_id);
    let node = |&row: &usize| {
        let meeting = meetings.get(row);
        let place = meeting.venue.placed.place().filter(|_| meeting.kind != Kind::Call)?;
        let is_own = meeting.venue.country == Some(state);
        let seat = home(state, meeting).map(|home| home.city.map_or(PlaceId::Country(state), PlaceId::City));
        let is_home = Some(place) == seat || Some(place) == capital.map(PlaceId::City);
        Some(Node { row, place, is_home, is_own, status: meeting.status })
    };
    stops.iter().filter_map(node).collect()
}

/// Lets a way lead home from its last stay, unless it came from there: there and back is one line.
fn go_home(way: &mut [Arrival], last: Option<(Arrival, PlaceId)>) {
    let Some((Arrival { from: Some(_), stay, .. }, _)) = last else { return };
    for arrival in way.iter_mut().filter(|arrival| arrival.stay == stay) {
        arrival.goes_home = true;
    }
}
