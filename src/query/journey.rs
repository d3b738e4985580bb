//! The default reading: journeys from the participants' seats of government to the places where they met.

use super::count::{Count, all_pairs};
use super::facts::{earlier_home_city, home, host_at_the_table, states_of};
use super::index::Index;
use super::place::places;
use super::tie::{JourneyKey, Tie, TieKey, Ties};
use crate::meeting::code::CountryCode;
use crate::meeting::identity::{CityId, PlaceId};
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting, Position, Status};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Places and journeys. Nobody travels to a meeting at home; a participant without a known country has no
/// line; context has a place but no line. A call joins the capitals of every two states that take part, and
/// has no place unless no line can be drawn. Sidelines that are folded into a summit keep their rows on the
/// lines, which count without them.
#[must_use]
pub(super) fn journeys(meetings: &Meetings, index: &Index, rows: &[usize], count: &Count) -> Ties {
    let ties = without_lines(meetings, index, rows, count);
    let guests = |row: usize| Cow::Borrowed(&*index.rows[row].guests);
    Ties { lines: lines(meetings, index, rows, count, (&ties, &guests)), ..ties }
}

/// The places of some rows, and the rows that have neither a place nor the lines of a call.
#[must_use]
pub(super) fn without_lines(meetings: &Meetings, index: &Index, rows: &[usize], count: &Count) -> Ties {
    let visits = rows.iter().copied().filter(|&row| !joins_capitals(meetings.get(row)));
    let (held, not_placed): (Vec<usize>, Vec<usize>) =
        visits.partition(|&row| index.rows[row].place.is_some());
    Ties { places: places(meetings, index, &held, count), lines: Vec::new(), not_placed }
}

/// The lines from capitals of some rows, in order of key: of the states that set out from home for each of them, to the
/// places of `ties`.
#[must_use]
pub(super) fn lines<'a>(
    meetings: &Meetings,
    index: &Index,
    rows: &[usize],
    count: &Count,
    (ties, setting_out): (&Ties, &dyn Fn(usize) -> Cow<'a, [u16]>),
) -> Vec<Tie> {
    let mut visits: Vec<(Ends, usize)> = Vec::new();
    let mut calls: BTreeMap<JourneyKey, (Position, Vec<usize>)> = BTreeMap::new();
    for (order, &row) in rows.iter().enumerate() {
        let meeting = meetings.get(row);
        if joins_capitals(meeting) {
            for [a, from] in call_pairs(meeting) {
                let Some(called) = home(a, meeting) else { continue };
                let to = called.city.map_or(PlaceId::Country(a), PlaceId::City);
                let home = earlier_home_city(from, meeting);
                let key = JourneyKey { call: Some(a), from, to, status: meeting.status, home };
                calls.entry(key).or_insert_with(|| (called.at, Vec::new())).1.push(row);
            }
        } else if let Some(place) = index.rows[row].place {
            let from = setting_out(row);
            visits.extend(from.iter().map(|&from| {
                let home = earlier_home_city(index.countries[usize::from(from)], meeting);
                (Ends { from, place, status: meeting.status, home }, order)
            }));
        }
    }
    visits.sort_unstable();
    let visits = visits.chunk_by(|a, b| a.0 == b.0).filter_map(|group| {
        let Ends { from, place, status, home } = group[0].0;
        let to = index.places[place as usize];
        let key = JourneyKey { call: None, from: index.countries[usize::from(from)], to, status, home };
        let rows: Vec<usize> = group.iter().map(|(_, order)| rows[*order]).collect();
        let at = meetings.get(*rows.first()?).venue.placed.position()?;
        Some((key, (at, rows)))
    });
    // A country outside the gazetteer has no seat to draw from; the importer refuses such codes.
    visits
        .chain(calls)
        .filter_map(|(key, (to, rows))| line(meetings, index, count, ties, (key, to, rows)))
        .collect()
}

/// The ends of a journey by their numbers in the index, and its status: in the order of [`JourneyKey`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Ends {
    from: u16,
    place: u32,
    status: Status,
    home: Option<CityId>,
}

fn line(
    meetings: &Meetings,
    index: &Index,
    count: &Count,
    ties: &Ties,
    (key, to, rows): (JourneyKey, Position, Vec<usize>),
) -> Option<Tie> {
    let from = home(key.from, meetings.get(*rows.first()?))?.at;
    let hosted = key.call.is_some()
        || rows.iter().map(|&row| meetings.get(row)).any(|meeting| host_at_the_table(meeting).is_some());
    let coloured_by = match key.call {
        Some(other) => index.less_often([key.from, other]),
        None => key.from,
    };
    let (status, travels, place) = (key.status, key.call.is_none(), ties.place_number(key.to));
    let key = TieKey::Journey(key);
    Some(Tie {
        from,
        to,
        place,
        weight: rows.iter().map(|&row| key.weight(count, row)).sum(),
        rows,
        status,
        third_country: !hosted,
        travels,
        coloured_by,
        key,
    })
}

/// Whether a meeting is a call between two known states or more: its lines join capitals.
pub(super) fn joins_capitals(meeting: &Meeting) -> bool {
    let mut states = meeting.participants.iter().filter_map(|person| person.country);
    let first = states.next();
    meeting.kind == Kind::Call && states.any(|state| Some(state) != first)
}

/// Every two states that took part in a call, by code. None of them calls upon the others: the lines are the
/// same whoever is named first.
pub(super) fn call_pairs(meeting: &Meeting) -> Vec<[CountryCode; 2]> {
    all_pairs(&states_of(meeting))
}
