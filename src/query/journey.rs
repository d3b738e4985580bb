//! The default reading: journeys from the participants' capitals to the places where they met.

use super::count::{Count, states_of};
use super::index::Index;
use super::place::{PlaceKey, places};
use super::tie::{JourneyKey, Tie, TieKey, Ties};
use crate::gazetteer::country::Countries;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting, Position, Status};
use std::collections::{BTreeMap, BTreeSet};

/// Places and journeys. Nobody travels to a meeting at home; a participant without a known country has no line; context has a place
/// but no line. In a call, lines join the first participant's capital with the others', and there is no place unless no line can be
/// drawn. Sidelines that are folded into a summit keep their rows on the lines, which count without them.
#[must_use]
pub(super) fn journeys(meetings: &Meetings, index: &Index, rows: &[usize], count: &Count) -> Ties {
    let ties = without_lines(meetings, index, rows, count);
    Ties { lines: lines(meetings, index, rows, count, &ties), ..ties }
}

/// The places of some rows, and the rows that have neither a place nor the lines of a call.
#[must_use]
pub(super) fn without_lines(meetings: &Meetings, index: &Index, rows: &[usize], count: &Count) -> Ties {
    let visits = rows.iter().copied().filter(|&row| call_ends(meetings.get(row)).is_none());
    let (held, not_placed): (Vec<usize>, Vec<usize>) =
        visits.partition(|&row| index.rows[row].place.is_some());
    Ties { places: places(meetings, index, &held, count), lines: Vec::new(), not_placed }
}

/// The journeys of some rows to the places of `ties`, in order of key.
#[must_use]
pub(super) fn lines(
    meetings: &Meetings,
    index: &Index,
    rows: &[usize],
    count: &Count,
    ties: &Ties,
) -> Vec<Tie> {
    let mut visits: Vec<(Ends, usize)> = Vec::new();
    let mut calls: BTreeMap<JourneyKey, (Position, Vec<usize>)> = BTreeMap::new();
    for (order, &row) in rows.iter().enumerate() {
        let meeting = meetings.get(row);
        if let Some(ends) = call_ends(meeting) {
            let to = index.keys.of_city(ends.at).unwrap_or(&ends.first);
            for from in ends.others {
                let key = JourneyKey { call: true, from, to: to.clone(), status: meeting.status };
                calls.entry(key).or_insert_with(|| (ends.at, Vec::new())).1.push(row);
            }
        } else if let Some(place) = index.rows[row].place {
            let guests = index.rows[row].guests.iter();
            visits.extend(guests.map(|&from| (Ends { from, place, status: meeting.status }, order)));
        }
    }
    visits.sort_unstable();
    let visits = visits.chunk_by(|a, b| a.0 == b.0).filter_map(|group| {
        let Ends { from, place, status } = group[0].0;
        let to = index.places[place as usize].clone();
        let key = JourneyKey { call: false, from: index.countries[usize::from(from)], to, status };
        let rows: Vec<usize> = group.iter().map(|(_, order)| rows[*order]).collect();
        let at = meetings.get(*rows.first()?).venue.placed.position()?;
        Some((key, (at, rows)))
    });
    // A country outside the table has no capital to draw from; the importer lets none in.
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
}

fn line(
    meetings: &Meetings,
    index: &Index,
    count: &Count,
    ties: &Ties,
    (key, to, rows): (JourneyKey, Position, Vec<usize>),
) -> Option<Tie> {
    let country = Countries::embedded().get(key.from)?;
    let hosted = key.call || rows.iter().map(|&row| meetings.get(row)).any(host_takes_part);
    Some(Tie {
        from: country.capital_at,
        to,
        place: ties.place_number(&key.to),
        weight: rows.iter().map(|&row| count.of_state(row, key.from)).sum(),
        rows,
        status: key.status,
        third_country: !hosted,
        travels: !key.call,
        told_by: match key.to.country {
            Some(other) if key.call => index.less_often([key.from, other]),
            Some(_) | None => key.from,
        },
        key: TieKey::Journey(key),
    })
}

/// Where the lines of a call run: from the others' capitals to the first participant's.
pub(super) struct CallEnds {
    pub(super) first: PlaceKey,
    pub(super) at: Position,
    pub(super) others: BTreeSet<CountryCode>,
}

pub(super) fn call_ends(meeting: &Meeting) -> Option<CallEnds> {
    if meeting.kind != Kind::Call {
        return None;
    }
    let code = match states_of(meeting)[..] {
        // Neither calls upon the other: the same two are one line whichever is named first.
        [a, _] => a,
        _ => meeting.participants.first()?.country?,
    };
    let first = Countries::embedded().get(code)?;
    let others: BTreeSet<CountryCode> = meeting
        .participants
        .iter()
        .filter_map(|person| person.country)
        .filter(|&other| other != code)
        .collect();
    let key = PlaceKey { country: Some(code), city: first.capital.clone() };
    (!others.is_empty()).then_some(CallEnds { first: key, at: first.capital_at, others })
}

fn host_takes_part(meeting: &Meeting) -> bool {
    let host = meeting.venue.country;
    host.is_some() && meeting.participants.iter().any(|person| person.country == host)
}
