//! Meetings as a border policy sees them: a venue in a disputed area lies in the country that the area is
//! drawn with.

use super::borders::Borders;
use super::policy::{BorderPolicy, DisputedArea, disputed_areas};
use crate::gazetteer::country::{Countries, role_at};
use crate::meeting::code::CountryCode;
use crate::meeting::identity::CityId;
use crate::meeting::table::Meetings;
use crate::meeting::{Meeting, Placed, Position, Venue};
use std::borrow::Cow;

/// Degrees within which a place at sea is looked for on land: at 1:50 million, spits and harbours lie off the
/// coast.
const OFFSHORE: f64 = 0.2;

/// The meetings under a policy. The record itself stays as it is; nothing is copied where nothing changes.
///
/// A venue in a disputed area lies in the state that the area is drawn with, if the record has it in a state
/// that some policy draws the area with. Whatever else names a state without land under the policy names the
/// one its land is drawn with: Taiwan as China sees it.
#[must_use]
pub fn as_seen(meetings: &Meetings, policy: BorderPolicy) -> Cow<'_, Meetings> {
    let changed: Vec<(usize, Meeting)> =
        meetings.iter().filter_map(|(row, meeting)| Some((row, meeting_as_seen(meeting, policy)?))).collect();
    if changed.is_empty() { Cow::Borrowed(meetings) } else { Cow::Owned(meetings.with(changed)) }
}

/// The state that a country's land is drawn with: itself, unless all of it is drawn with another.
#[must_use]
pub fn drawn_with(code: CountryCode, policy: BorderPolicy) -> CountryCode {
    let own = disputed_areas().iter().find(|area| area.holder(BorderPolicy::default()) == code);
    match own {
        Some(area) if !Borders::under(policy).draws(code) => area.holder(policy),
        Some(_) | None => code,
    }
}

/// The meeting, if the policy changes something in it.
fn meeting_as_seen(meeting: &Meeting, policy: BorderPolicy) -> Option<Meeting> {
    let is_in_a_dispute = |code: &CountryCode| disputed_areas().iter().any(|area| area.is_drawn_with(*code));
    let named = meeting.participants.iter().map(|person| person.country).chain([meeting.venue.country]);
    if !named.flatten().any(|code| is_in_a_dispute(&code)) {
        return None;
    }
    let mut seen = meeting.clone();
    seen.venue.country = venue_country(&meeting.venue, policy);
    for (person, recorded) in seen.participants.iter_mut().zip(&meeting.participants) {
        person.country = recorded.country.map(|code| drawn_with(code, policy));
        let role = role_at(&seen.venue, person.country);
        if role != role_at(&meeting.venue, recorded.country) {
            person.role = role;
        }
    }
    (seen != *meeting).then_some(seen)
}

fn venue_country(venue: &Venue, policy: BorderPolicy) -> Option<CountryCode> {
    let recorded = venue.country?;
    let area = match venue.placed {
        Placed::City(id, at) if !is_capital(recorded, id) => area_of(recorded, at),
        Placed::Point(at) => area_of(recorded, at),
        Placed::City(..) | Placed::Country(..) | Placed::Nowhere => None,
    };
    Some(area.map_or_else(|| drawn_with(recorded, policy), |area| area.holder(policy)))
}

/// A capital is its state's under every policy: at 1:50 million, all of divided Nicosia lies north of the
/// line.
fn is_capital(code: CountryCode, city: CityId) -> bool {
    Countries::embedded().get(code).is_some_and(|country| country.capital_id == Some(city))
}

/// The disputed area at a place, or beside it where the place lies at sea; only one that some policy draws
/// with this state.
fn area_of(recorded: CountryCode, at: Position) -> Option<&'static DisputedArea> {
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
