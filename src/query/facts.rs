//! Facts of one meeting that its record does not spell out: its states and its guests.

use crate::gazetteer::country::Countries;
use crate::gazetteer::region::Region;
use crate::meeting::code::CountryCode;
use crate::meeting::{Kind, Meeting, Role};

/// The states that the participants represent, some of them twice.
pub fn states(meeting: &Meeting) -> impl Iterator<Item = CountryCode> {
    meeting.participants.iter().filter_map(|person| person.country)
}

/// The news region of a country.
#[must_use]
pub fn region_of(country: CountryCode) -> Option<Region> {
    Countries::embedded().get(country)?.region
}

/// The states at the table, each once, by code.
#[must_use]
pub fn states_of(meeting: &Meeting) -> Vec<CountryCode> {
    each_once(states(meeting))
}

fn each_once(states: impl Iterator<Item = CountryCode>) -> Vec<CountryCode> {
    let mut states: Vec<CountryCode> = states.collect();
    states.sort_unstable();
    states.dedup();
    states
}

/// The states that travel to a meeting, each once, by code. Nobody travels to a call, to context, or at home.
#[must_use]
pub fn guests(meeting: &Meeting) -> Vec<CountryCode> {
    if meeting.kind.is_context() { Vec::new() } else { travellers(meeting) }
}

/// The states that come from elsewhere, each once, by code, to context too: it may be a stop of a trip.
#[must_use]
pub fn travellers(meeting: &Meeting) -> Vec<CountryCode> {
    if meeting.kind == Kind::Call {
        return Vec::new();
    }
    let people = meeting.participants.iter().filter(|person| person.role == Role::Guest);
    each_once(
        people.filter_map(|person| person.country).filter(|&state| Some(state) != meeting.venue.country),
    )
}
