//! Facts of one meeting that its record does not spell out: its states and its guests.

use crate::gazetteer::country::{Countries, is_at_home};
use crate::gazetteer::fold::fold;
use crate::gazetteer::region::{Region, Regions};
use crate::gazetteer::seat::{Home, earlier_home, home_on};
use crate::meeting::code::CountryCode;
use crate::meeting::date::Precision;
use crate::meeting::identity::CityId;
use crate::meeting::{Kind, Meeting, Role, Text};
use jiff::civil::Date;

/// The states and organisations that the participants represent, some of them twice.
pub fn states(meeting: &Meeting) -> impl Iterator<Item = CountryCode> {
    meeting.participants.iter().filter_map(|person| person.country)
}

/// The own news region of a country; organisations have none.
#[must_use]
pub fn region_of(country: CountryCode) -> Option<Region> {
    Countries::embedded().get(country)?.region
}

/// All regions that a country belongs to.
#[must_use]
pub fn regions_of(country: CountryCode) -> Regions {
    Countries::embedded().get(country).map_or(0, |country| country.regions)
}

/// Where those who represent a state set out from to a meeting: the seat of its government on the first day.
#[must_use]
pub fn home(state: CountryCode, meeting: &Meeting) -> Option<Home> {
    home_on(state, meeting.dates.first_day())
}

/// That city, if the government sits elsewhere today.
#[must_use]
pub fn earlier_home_city(state: CountryCode, meeting: &Meeting) -> Option<CityId> {
    earlier_home(state, meeting.dates.first_day())
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
    each_once(people.filter_map(|person| person.country).filter(|&state| !is_at_home(state, &meeting.venue)))
}

/// The first and the last day of a meeting, if they are known to the day.
pub(super) fn known_days(meeting: &Meeting) -> Option<(Date, Date)> {
    match meeting.dates.precision() {
        Precision::Day | Precision::Range => meeting.dates.days(),
        Precision::Month | Precision::Year | Precision::Unknown => None,
    }
}

/// The host, if it sits at the table: the state of the venue, or else the organisation that has its seat
/// there.
#[must_use]
pub fn host_at_the_table(meeting: &Meeting) -> Option<CountryCode> {
    let at_home = || states(meeting).filter(|&state| is_at_home(state, &meeting.venue));
    at_home().find(|&state| Some(state) == meeting.venue.country).or_else(|| at_home().min())
}

/// Everything that the text field looks into, folded, with a space before each word.
#[must_use]
pub fn searched_text(meeting: &Meeting) -> String {
    let Meeting {
        id: _,
        title,
        kind,
        status,
        dates: _,
        venue,
        participants,
        occasion,
        outcome,
        sources: _,
        note,
        trip: _,
        count: _,
    } = meeting;
    let own = [title, &venue.city, &venue.country_as_written, &venue.building, occasion, outcome, note];
    let people = participants.iter().flat_map(|person| [person.name.as_str(), person.office.as_str()]);
    let table = Countries::embedded();
    let countries =
        states(meeting).chain(venue.country).filter_map(|code| table.get(code)).map(|country| country.name);
    let mut text = String::new();
    let words = own.into_iter().map(Text::as_str).chain(people).chain(countries);
    for part in words.chain([kind.name(), status.name()]) {
        text.push_str(part);
        text.push('\n');
    }
    format!(" {}", fold(&text))
}

/// The sources of a meeting, which are searched only if that is asked for, folded in the same way.
#[must_use]
pub fn searched_sources(meeting: &Meeting) -> String {
    let sources = meeting.sources.iter();
    let texts = sources.flat_map(|source| std::iter::once(&source.reference).chain(&source.facts));
    let texts: Vec<&str> = texts.map(Text::as_str).collect();
    format!(" {}", fold(&texts.join("\n")))
}
