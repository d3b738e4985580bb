//! Meetings as a border policy sees them: a venue in an area of contested status lies in the country that the
//! area is drawn with. Who takes part, for whom, and from where they set out is the same under every policy.

use super::borders::Borders;
use super::policy::{BorderPolicy, ContestedArea, contested_areas};
use crate::gazetteer::country::role_at;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::meeting::{Meeting, Placed, Position, Venue};
use std::borrow::Cow;

/// Degrees within which a place at sea is looked for on land: at 1:50 million, spits and harbours lie off the
/// coast.
const OFFSHORE: f64 = 0.2;

/// The meetings under a policy. The record itself stays as it is; nothing is copied where nothing changes.
///
/// A venue in an area of contested status lies in the state that the area is drawn with, if the record has it
/// in a state that some policy draws the area with. A venue known only to a state without land under the
/// policy lies in the one its land is drawn with. What it makes of a participant is whether a state whose
/// land it is was at home.
#[must_use]
pub fn as_seen(meetings: &Meetings, policy: BorderPolicy) -> Cow<'_, Meetings> {
    let changed: Vec<(usize, Meeting)> =
        meetings.iter().filter_map(|(row, meeting)| Some((row, meeting_as_seen(meeting, policy)?))).collect();
    if changed.is_empty() { Cow::Borrowed(meetings) } else { Cow::Owned(meetings.with(changed)) }
}

/// The state that a country's land is drawn with: itself, unless all of it is drawn with another.
#[must_use]
pub fn drawn_with(code: CountryCode, policy: BorderPolicy) -> CountryCode {
    let own = contested_areas().iter().find(|area| area.own == Some(code));
    match own {
        Some(area) if !Borders::under(policy).draws(code) => area.holder(policy),
        Some(_) | None => code,
    }
}

/// The meeting, if the policy changes something in it.
fn meeting_as_seen(meeting: &Meeting, policy: BorderPolicy) -> Option<Meeting> {
    let recorded = meeting.venue.country?;
    if !contested_areas().iter().any(|area| area.is_drawn_with(recorded)) {
        return None;
    }
    let country = venue_country(&meeting.venue, recorded, policy);
    if country == recorded {
        return None;
    }
    let mut seen = meeting.clone();
    seen.venue.country = Some(country);
    for person in &mut seen.participants {
        // A state without land under the policy stays at home where the record has it at home, and abroad
        // elsewhere.
        if person.country.is_some_and(|state| drawn_with(state, policy) == state) {
            person.role = role_at(&seen.venue, person.country);
        }
    }
    Some(seen)
}

fn venue_country(venue: &Venue, recorded: CountryCode, policy: BorderPolicy) -> CountryCode {
    let area = match venue.placed {
        Placed::City(_, at) | Placed::Point(at) => area_of(recorded, at),
        Placed::Country(..) | Placed::Nowhere => None,
    };
    area.map_or_else(|| drawn_with(recorded, policy), |area| area.holder(policy))
}

/// The area of contested status at a place, or beside it where the place lies at sea; only one that some
/// policy draws with this state.
fn area_of(recorded: CountryCode, at: Position) -> Option<&'static ContestedArea> {
    let borders = Borders::embedded();
    let there = |at: Position| borders.area_at(at).filter(|area| area.is_drawn_with(recorded));
    let beside = || {
        let directions = (0..8).map(|eighth| f64::from(eighth) * std::f64::consts::FRAC_PI_4);
        let around =
            directions.map(|way| Position::new(at.lon + OFFSHORE * way.sin(), at.lat + OFFSHORE * way.cos()));
        let mut areas = around.filter_map(there);
        areas.next().filter(|_| borders.country_at(at).is_none())
    };
    there(at).or_else(beside)
}
