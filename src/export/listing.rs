//! Rows as a table for people, CSV and JSON.

use super::visible::{self, one_line};
use crate::gazetteer::country::{Countries, role_at};
use crate::import::csv::escape::{escaped, guarded};
use crate::import::csv::{people, source};
use crate::meeting::code::CountryCode;
use crate::meeting::date::PartialDate;
use crate::meeting::table::Meetings;
use crate::meeting::{Meeting, Participant, Placed, Role, Source, Venue};
use crate::words::message::Message;
use crate::words::say;
use serde::Serialize;
use std::borrow::Cow;

/// The forms of a listing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// Aligned columns for a terminal.
    #[default]
    Table,
    /// The columns of `data/meetings.csv`, so that it can be read again.
    Csv,
    /// An array of objects.
    Json,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 3] = [Self::Table, Self::Csv, Self::Json];

    /// The word for it on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

/// The rows in a form, ended by a line feed.
#[must_use]
pub fn listing(meetings: &Meetings, rows: &[usize], form: Form) -> String {
    let rows = rows.iter().map(|&row| meetings.get(row));
    match form {
        Form::Table => table(rows),
        Form::Csv => csv(rows),
        Form::Json => json(rows),
    }
}

/// The country's common name and the city, such as `Astana, Kazakhstan`; a country that is not understood as it is written; empty
/// if both are unknown.
#[must_use]
pub fn place_in_words(venue: &Venue) -> String {
    let country = venue.country.map(|code| Countries::embedded().name(code).into_owned());
    let country = country.unwrap_or_else(|| venue.country_as_written.clone());
    [venue.city.clone(), country].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn table<'a>(rows: impl Iterator<Item = &'a Meeting>) -> String {
    const HEADER: [&str; 5] = ["Date", "Title", "Place", "Kind", "Status"];
    let cells = |meeting: &Meeting| {
        let place = place_in_words(&meeting.venue);
        let place = if place.is_empty() { "place unknown".to_owned() } else { place };
        let [kind, status] = [meeting.kind.name(), meeting.status.name()].map(str::to_owned);
        [say(Message::Dates(meeting.dates)), one_line(&meeting.title), one_line(&place), kind, status]
    };
    let lines: Vec<[String; 5]> = std::iter::once(HEADER.map(str::to_owned)).chain(rows.map(cells)).collect();
    aligned(&lines)
}

/// Lines of cells, each column as wide as its widest cell, two spaces between them. All lines have as many cells as the first.
#[must_use]
pub fn aligned<Line: AsRef<[String]>>(lines: &[Line]) -> String {
    let columns = lines.first().map_or(0, |line| line.as_ref().len());
    let width = |column: usize| lines.iter().map(|line| letters(&line.as_ref()[column])).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for line in lines {
        let padded = line.as_ref().iter().zip(&widths).map(|(cell, &width)| format!("{cell:<width$}"));
        text.push_str(padded.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

const COLUMNS: [&str; 15] = [
    "id",
    "start",
    "end",
    "date_precision",
    "kind",
    "status",
    "title",
    "country",
    "city",
    "venue",
    "participants",
    "occasion",
    "outcome",
    "sources",
    "note",
];

/// The columns of places that are points. They are there only where some place is one.
const POINT_COLUMNS: [&str; 2] = ["longitude", "latitude"];

fn csv<'a>(rows: impl Iterator<Item = &'a Meeting>) -> String {
    let rows: Vec<&Meeting> = rows.collect();
    let has_points = rows.iter().any(|meeting| matches!(meeting.venue.placed, Placed::Point(_)));
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    let mut write = |record: &[&str], point: [&str; 2]| {
        let point = point.iter().filter(|_| has_points);
        let cells = record.iter().chain(point).map(|cell| guarded(cell));
        writer.write_record(cells.collect::<Vec<_>>()).expect("a Vec takes every record");
    };
    write(&COLUMNS, POINT_COLUMNS);
    for meeting in rows {
        let Meeting { id, title, kind, status, dates, venue, participants, occasion, outcome, sources, note } =
            meeting;
        let start = text_of(dates.start);
        let end = if dates.end == dates.start { String::new() } else { text_of(dates.end) };
        let country = venue.country.map_or_else(|| venue.country_as_written.clone(), |code| code.to_string());
        let people: Vec<String> = participants.iter().map(|one| participant(one, venue)).collect();
        let sources: Vec<String> = sources.iter().map(source).collect();
        let (lon, lat) = match venue.placed {
            Placed::Point(at) => (at.lon.to_string(), at.lat.to_string()),
            Placed::City(..) | Placed::Country(..) | Placed::Nowhere => Default::default(),
        };
        write(
            &[
                id.as_str(),
                &start,
                &end,
                dates.precision().name(),
                kind.name(),
                status.name(),
                title,
                &country,
                &venue.city,
                &venue.building,
                &people.join("; "),
                occasion,
                outcome,
                &sources.join(" | "),
                note,
            ],
            [&lon, &lat],
        );
    }
    let bytes = writer.into_inner().expect("a Vec can be flushed");
    String::from_utf8(bytes).expect("every cell is text")
}

fn text_of(date: Option<PartialDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

/// `Name|office|country`, with the role where it is not what the venue tells.
fn participant(person: &Participant, venue: &Venue) -> String {
    let Participant { name, office, country, role } = person;
    let [name, office] = [name, office].map(|part| escaped(part, &people::SIGNS, &people::SIGNS, true));
    let told = role_at(venue, *country);
    let country = country.map(|code| code.to_string()).unwrap_or_default();
    if *role == told {
        format!("{name}|{office}|{country}")
    } else {
        format!("{name}|{office}|{country}|{}", role.name())
    }
}

/// `reference [fact; fact]`. Brackets that end a reference without facts are followed by empty ones, or they would be its facts.
fn source(source: &Source) -> String {
    let Source { reference, facts } = source;
    let last = facts.len().saturating_sub(1);
    let fact =
        |(number, fact): (usize, &String)| escaped(fact, &source::SIGNS, &source::SIGNS, number < last);
    let facts: Vec<String> = facts.iter().enumerate().map(fact).collect();
    let has_brackets = reference.ends_with(']') || !facts.is_empty();
    let reference = escaped(reference, &source::SIGNS, &['|'], false);
    if has_brackets { format!("{reference} [{}]", facts.join("; ")) } else { reference }
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    title: &'a str,
    kind: &'static str,
    status: &'static str,
    start: Option<String>,
    end: Option<String>,
    date_precision: &'static str,
    place: Place<'a>,
    participants: Vec<Person<'a>>,
    occasion: Option<&'a str>,
    outcome: Option<&'a str>,
    sources: &'a [Source],
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct Place<'a> {
    name: Option<Cow<'a, str>>,
    country: Option<CountryCode>,
    lon: Option<f64>,
    lat: Option<f64>,
    precision: &'static str,
}

#[derive(Serialize)]
struct Person<'a> {
    name: &'a str,
    office: Option<&'a str>,
    country: Option<CountryCode>,
    role: Role,
}

fn json<'a>(rows: impl Iterator<Item = &'a Meeting>) -> String {
    let rows: Vec<Row<'_>> = rows.map(json_row).collect();
    visible::json(&serde_json::to_string_pretty(&rows).expect("plain values become JSON")) + "\n"
}

fn json_row(meeting: &Meeting) -> Row<'_> {
    let Meeting { id, title, kind, status, dates, venue, participants, occasion, outcome, sources, note } =
        meeting;
    Row {
        id: id.as_str(),
        title,
        kind: kind.name(),
        status: status.name(),
        start: dates.start.map(|date| date.to_string()),
        end: dates.end.map(|date| date.to_string()),
        date_precision: dates.precision().name(),
        place: json_place(venue),
        participants: participants.iter().map(json_person).collect(),
        occasion: known(occasion),
        outcome: known(outcome),
        sources,
        note: known(note),
    }
}

fn json_place(venue: &Venue) -> Place<'_> {
    let at = venue.placed.position();
    // Without a country that is understood, the words for it are part of the name.
    let name = if venue.country.is_some() && !venue.city.is_empty() {
        Cow::Borrowed(venue.city.as_str())
    } else {
        Cow::Owned(place_in_words(venue))
    };
    Place {
        name: Some(name).filter(|name| !name.is_empty()),
        country: venue.country,
        lon: at.map(|at| at.lon),
        lat: at.map(|at| at.lat),
        precision: venue.placed.precision(),
    }
}

fn json_person(person: &Participant) -> Person<'_> {
    let Participant { name, office, country, role } = person;
    Person { name, office: known(office), country: *country, role: *role }
}

fn known(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
