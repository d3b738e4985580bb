//! Places where meetings were held, with everything held there.

use super::count::Count;
use super::index::Index;
use super::place_key::PlaceKey;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting, Placed, Position, Role, Status};

/// A place with everything held there.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Place {
    /// Its key.
    pub key: PlaceKey,
    /// Where it is drawn.
    pub at: Position,
    /// Whether only the country is known: drawn hollow.
    pub hollow: bool,
    /// Whether a participant was at home in one of the meetings: drawn with a ring.
    pub host_at_home: bool,
    /// Whether the reading of stars draws journeys here, because there are too many meetings for a star each.
    pub crowded: bool,
    /// Its meetings, context included, in order.
    pub rows: Vec<usize>,
    /// How many of them are meetings: context is listed, and is not counted.
    pub meetings: usize,
    /// What they count by the rule.
    pub weight: usize,
    /// Whether one of them is a summit: drawn as a star.
    pub summit: bool,
    /// The best-established status among them (held before planned before invited before cancelled).
    pub status: Status,
}

/// The places of some rows, in order of key. Rows that could not be placed have none.
#[must_use]
pub(super) fn places(meetings: &Meetings, index: &Index, rows: &[usize], count: &Count) -> Vec<Place> {
    let mut by_place: Vec<Vec<usize>> = vec![Vec::new(); index.places.len()];
    for &row in rows {
        if let Some(place) = index.rows[row].place {
            by_place[place as usize].push(row);
        }
    }
    let keys = index.places.iter();
    keys.zip(by_place).filter_map(|(key, rows)| place(meetings, key, rows, count)).collect()
}

fn place(meetings: &Meetings, key: &PlaceKey, rows: Vec<usize>, count: &Count) -> Option<Place> {
    let venue = &meetings.get(*rows.first()?).venue;
    let held = || rows.iter().map(|&row| meetings.get(row)).filter(|meeting| !meeting.kind.is_context());
    let at_home = |meeting: &Meeting| meeting.participants.iter().any(|person| person.role == Role::Host);
    Some(Place {
        key: key.clone(),
        at: venue.placed.position()?,
        hollow: matches!(venue.placed, Placed::Country(_)),
        host_at_home: held().any(at_home),
        crowded: false,
        meetings: held().count(),
        weight: rows.iter().map(|&row| count.of_row(row)).sum(),
        summit: held().any(|meeting| meeting.kind == Kind::Summit),
        status: best_status(meetings, &rows),
        rows,
    })
}

/// The best-established status of some rows. Context decides only where there is nothing else.
pub(super) fn best_status(meetings: &Meetings, rows: &[usize]) -> Status {
    let all = || rows.iter().map(|&row| meetings.get(row));
    let of_meetings = all().filter(|meeting| !meeting.kind.is_context()).map(|meeting| meeting.status).min();
    of_meetings.or_else(|| all().map(|meeting| meeting.status).min()).unwrap_or(Status::Held)
}
