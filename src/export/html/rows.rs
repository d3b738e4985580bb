//! The meetings as a page has them: what a reader is told of each, as JSON.

use crate::export::listing::place_in_words;
use crate::export::visible;
use crate::meeting::code::CountryCode;
use crate::meeting::{Meeting, Participant, Source, Venue};
use crate::words::message::{Message, Word};
use crate::words::{say, word};
use serde::Serialize;

/// A meeting of the page.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    title: &'a str,
    /// Its dates in words.
    when: String,
    /// Its first day as ISO 8601 has it, as far as it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    /// Its last day, where that is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    /// Name, office and state of each participant.
    who: Vec<(&'a str, &'a str, Option<CountryCode>)>,
    /// Its place in words; empty if unknown.
    #[serde(rename = "where")]
    place: String,
    /// The country that it was held in.
    #[serde(rename = "in", skip_serializing_if = "Option::is_none")]
    held_in: Option<CountryCode>,
    /// How its place was found.
    placed: &'static str,
    kind: &'static str,
    status: &'static str,
    /// How many meetings it stands for, if that is not one: none for context.
    #[serde(skip_serializing_if = "Option::is_none")]
    n: Option<usize>,
    #[serde(skip_serializing_if = "str::is_empty")]
    trip: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    occasion: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    outcome: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
    /// Each reference with the facts that it supports.
    sources: Vec<(&'a str, String)>,
}

/// A meeting as JSON.
#[must_use]
pub fn row(meeting: &Meeting) -> String {
    let Meeting {
        id,
        title,
        kind,
        status,
        dates,
        venue,
        participants,
        occasion,
        outcome,
        sources,
        note,
        trip,
        count: _,
    } = meeting;
    let number = if kind.is_context() { 0 } else { meeting.times() };
    json(&Row {
        id: id.as_str(),
        title,
        when: say(Message::Dates(*dates)),
        from: dates.start.or(dates.end).map(|day| day.to_string()),
        to: dates.end.filter(|end| dates.start.is_some_and(|start| start != *end)).map(|day| day.to_string()),
        who: participants.iter().map(person).collect(),
        place: place(venue),
        held_in: venue.country,
        placed: venue.placed.precision(),
        kind: word(Word::Kind(*kind)),
        status: word(Word::Status(*status)),
        n: Some(number).filter(|number| *number != 1),
        trip: trip.as_ref().map_or("", |stop| stop.trip.as_str()),
        occasion,
        outcome,
        note,
        sources: sources.iter().map(source).collect(),
    })
}

fn person(participant: &Participant) -> (&str, &str, Option<CountryCode>) {
    let Participant { name, office, country, role: _ } = participant;
    (name, office, *country)
}

fn place(venue: &Venue) -> String {
    let place = place_in_words(venue);
    [venue.building.clone(), place.into()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

fn source(source: &Source) -> (&str, String) {
    let Source { reference, facts } = source;
    (reference, say(Message::Commas(&facts.iter().map(ToString::to_string).collect::<Vec<_>>())))
}

/// Anything as JSON that can stand in a page: no letter in it is hidden, and none ends the element that it
/// stands in.
pub fn json(value: &impl Serialize) -> String {
    let text = serde_json::to_string(value).expect("plain values become JSON");
    visible::json(text).replace('&', "\\u0026").replace('<', "\\u003c").replace('>', "\\u003e")
}
