//! Rows of one traveller on adjoining days, joined to the stops of one journey.

use crate::meeting::code::CountryCode;
use crate::meeting::date::PartialDate;
use crate::meeting::identity::TripId;
use crate::meeting::table::Meetings;
use crate::meeting::{Meeting, Role, Stop};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::num::NonZeroU16;
use std::ops::Range;

/// Joins rows, each given by its meetings, to journeys: two rows whose travellers are the same, of which the
/// later begins at the latest on the day after the earlier ends, at another place, and not at home. Each row
/// has the places of its meetings in the list of a tour, which order those of the same days. Gives the
/// meetings that changed, by their rows in the table, and how many journeys came of it.
#[must_use]
pub fn joined(meetings: &Meetings, rows: &[(Range<usize>, Vec<usize>)]) -> (Vec<(usize, Meeting)>, usize) {
    let mut by_travellers: BTreeMap<Vec<&str>, Vec<Leg<'_>>> = BTreeMap::new();
    for (row, places) in rows.iter().filter(|(row, _)| !row.is_empty()) {
        let first = meetings.get(row.start);
        let travellers = travellers(first);
        if let Some((start, end)) = days(first).filter(|_| !travellers.is_empty()) {
            let leg = Leg { start, end, row: row.clone(), places };
            by_travellers.entry(travellers).or_default().push(leg);
        }
    }
    let mut changed = Vec::new();
    let mut journeys = 0;
    for legs in by_travellers.values_mut() {
        legs.sort_by_key(|leg| {
            (leg.start, leg.end, leg.places.first().copied(), meetings.get(leg.row.start).id.clone())
        });
        for journey in legs.chunk_by(|before, after| goes_on(meetings, before, after)) {
            if journey.len() > 1 {
                journeys += 1;
                changed.extend(stops(meetings, journey));
            }
        }
    }
    changed.sort_by_key(|(row, _)| *row);
    (changed, journeys)
}

/// The row of a traveller, with its days.
#[derive(Debug)]
struct Leg<'a> {
    start: Date,
    end: Date,
    row: Range<usize>,
    /// The places of its meetings in the list of a tour.
    places: &'a [usize],
}

/// Who travels: the guests, in order of their names.
fn travellers(meeting: &Meeting) -> Vec<&str> {
    // The first guest is the traveller of the row; those whom a table of trips names besides are met on the
    // way.
    meeting
        .participants
        .iter()
        .filter(|one| one.role == Role::Guest)
        .map(|one| one.name.as_str())
        .take(1)
        .collect()
}

/// The first and last day, if both are known to the day.
fn days(meeting: &Meeting) -> Option<(Date, Date)> {
    match (meeting.dates.start?, meeting.dates.end?) {
        (PartialDate::Day(start), PartialDate::Day(end)) => Some((start, end)),
        _ => None,
    }
}

fn goes_on(meetings: &Meetings, before: &Leg<'_>, after: &Leg<'_>) -> bool {
    let (last, next) = (meetings.get(before.row.end - 1), meetings.get(after.row.start));
    let follows = before.end.checked_add(1.day()).is_ok_and(|day| after.start <= day);
    let moves = match (last.venue.placed.place(), next.venue.placed.place()) {
        (Some(one), Some(other)) => one != other,
        (None, _) | (_, None) => false,
    };
    let states_trip = |meeting: &Meeting, row: &Range<usize>| row.len() == 1 && meeting.trip.is_some();
    follows && moves && !states_trip(last, &before.row) && !states_trip(next, &after.row) && !is_home(next)
}

fn is_home(meeting: &Meeting) -> bool {
    let here: Option<CountryCode> = meeting.venue.country;
    let first = meeting.participants.iter().find(|one| one.role == Role::Guest);
    here.is_some() && first.is_some_and(|one| one.country == here)
}

/// The meetings of a journey as its stops.
fn stops(meetings: &Meetings, journey: &[Leg<'_>]) -> Vec<(usize, Meeting)> {
    let trip = TripId::new(meetings.get(journey[0].row.start).id.as_str());
    let rows = journey.iter().flat_map(|leg| {
        leg.row.clone().zip(leg.places).map(|(row, place)| (leg.start, leg.end, *place, row))
    });
    let mut rows: Vec<(Date, Date, usize, usize)> = rows.collect();
    // The rows of a tour may each have several of its places. Others stay as they stand.
    rows.sort_by_key(|(start, end, place, _)| (*start, *end, *place));
    let numbered = rows.into_iter().zip(1_u16..);
    numbered
        .map(|((.., row), number)| {
            let stop = Stop { trip: trip.clone(), number: NonZeroU16::new(number) };
            (row, Meeting { trip: Some(stop), ..meetings.get(row).clone() })
        })
        .collect()
}
