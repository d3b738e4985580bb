//! The default reading: journeys from the participants' capitals to the places where they met.

use super::count::{Count, guests};
use super::place::{Keys, PlaceKey, places};
use super::tie::{JourneyKey, Tie, TieKey, Ties};
use crate::gazetteer::country::Countries;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting, Position};
use std::collections::{BTreeMap, BTreeSet};

/// Places and journeys. Nobody travels to a meeting at home; a participant without a known country has no line; context has a place
/// but no line. In a call, lines join the first participant's capital with the others', and there is no place unless no line can be
/// drawn. Sidelines that are folded into a summit keep their rows on the lines, which count without them.
#[must_use]
pub(super) fn journeys(meetings: &Meetings, rows: &[usize], count: &Count, keys: &Keys) -> Ties {
    let mut lines: BTreeMap<JourneyKey, (Position, Vec<usize>)> = BTreeMap::new();
    let mut held: Vec<usize> = Vec::new();
    let mut not_placed = Vec::new();
    for &row in rows {
        let meeting = meetings.get(row);
        if let Some(ends) = call_ends(meeting) {
            let to = keys.of_city(ends.at).unwrap_or(&ends.first);
            for from in ends.others {
                let key = JourneyKey { call: true, from, to: to.clone(), status: meeting.status };
                lines.entry(key).or_insert_with(|| (ends.at, Vec::new())).1.push(row);
            }
        } else if let Some(at) = meeting.venue.placed.position() {
            held.push(row);
            let to = keys.of_venue(&meeting.venue);
            for from in guests(meeting) {
                let key = JourneyKey { call: false, from, to: to.clone(), status: meeting.status };
                lines.entry(key).or_insert_with(|| (at, Vec::new())).1.push(row);
            }
        } else {
            not_placed.push(row);
        }
    }
    let mut ties = Ties { places: places(meetings, &held, count, keys), lines: Vec::new(), not_placed };
    for (key, (to, rows)) in lines {
        // A country outside the table has no capital to draw from; the importer lets none in.
        let Some(country) = Countries::embedded().get(key.from) else { continue };
        let hosted = rows.iter().map(|&row| meetings.get(row)).any(host_takes_part);
        ties.lines.push(Tie {
            from: country.capital_at,
            to,
            place: ties.place_number(&key.to),
            weight: rows.iter().map(|&row| count.of_state(row, key.from)).sum(),
            rows,
            status: key.status,
            third_country: !key.call && !hosted,
            travels: !key.call,
            key: TieKey::Journey(key),
        });
    }
    ties
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
    let code = meeting.participants.first()?.country?;
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
