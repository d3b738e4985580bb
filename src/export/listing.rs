//! Rows as a table for people, CSV and JSON.

use super::visible::{self, one_line};
use crate::gazetteer::country::Countries;
use crate::import::csv::escape::{escaped, guarded};
use crate::import::csv::{people, source};
use crate::meeting::code::CountryCode;
use crate::meeting::date::PartialDate;
use crate::meeting::table::Meetings;
use crate::meeting::{Meeting, Participant, Placed, Role, Source, Venue};
use crate::words::message::{Message, Noun};
use crate::words::say;
use serde::Serialize;
use std::borrow::Cow;
use std::num::{NonZeroU16, NonZeroU32};

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
        let title = match meeting.times() {
            1 => one_line(&meeting.title),
            n => format!("{} ({})", one_line(&meeting.title), say(Message::Count(n, Noun::Meeting))),
        };
        [say(Message::Dates(meeting.dates)), title, one_line(&place), kind, status]
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

/// Columns that are there only where a row needs them: of places that are points, of trips, and of rows that stand for
/// several meetings.
const POINT_COLUMNS: [&str; 2] = ["longitude", "latitude"];
const TRIP_COLUMNS: [&str; 2] = ["trip", "stop"];
const COUNT_COLUMN: [&str; 1] = ["count"];

fn csv<'a>(rows: impl Iterator<Item = &'a Meeting>) -> String {
    let rows: Vec<&Meeting> = rows.collect();
    let is_needed = [
        rows.iter().any(|meeting| matches!(meeting.venue.placed, Placed::Point(_))),
        rows.iter().any(|meeting| meeting.trip.is_some()),
        rows.iter().any(|meeting| meeting.times() > 1),
    ];
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    let mut write = |cells: [&[String]; 4]| {
        let [always, at_need @ ..] = cells;
        let at_need = at_need.iter().zip(is_needed).filter(|(_, is_needed)| *is_needed);
        let cells = always.iter().chain(at_need.flat_map(|(cells, _)| cells.iter()));
        writer
            .write_record(cells.map(|cell| guarded(cell)).collect::<Vec<_>>())
            .expect("a Vec takes every record");
    };
    let named = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<String>>();
    write(
        [&COLUMNS[..], &POINT_COLUMNS, &TRIP_COLUMNS, &COUNT_COLUMN].map(named).each_ref().map(Vec::as_slice),
    );
    for meeting in rows {
        let (lon, lat) = match meeting.venue.placed {
            Placed::Point(at) => (at.lon.to_string(), at.lat.to_string()),
            Placed::City(..) | Placed::Country(..) | Placed::Nowhere => Default::default(),
        };
        let trip = meeting.trip.as_ref().map(|stop| stop.trip.to_string()).unwrap_or_default();
        let number = meeting.trip.as_ref().and_then(|stop| stop.number);
        let number = number.map(|number| number.to_string()).unwrap_or_default();
        write([&cells(meeting), &[lon, lat], &[trip, number], &[meeting.count.to_string()]]);
    }
    let bytes = writer.into_inner().expect("a Vec can be flushed");
    String::from_utf8(bytes).expect("every cell is text")
}

/// The cells of [`COLUMNS`].
fn cells(meeting: &Meeting) -> [String; COLUMNS.len()] {
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
        trip: _,
        count: _,
    } = meeting;
    let people: Vec<String> = participants.iter().map(|one| participant(one, venue.country)).collect();
    let sources: Vec<String> = sources.iter().map(source).collect();
    [
        id.to_string(),
        text_of(dates.start),
        if dates.end == dates.start { String::new() } else { text_of(dates.end) },
        dates.precision().name().to_owned(),
        kind.name().to_owned(),
        status.name().to_owned(),
        title.clone(),
        venue.country.map_or_else(|| venue.country_as_written.clone(), |code| code.to_string()),
        venue.city.clone(),
        venue.building.clone(),
        people.join("; "),
        occasion.clone(),
        outcome.clone(),
        sources.join(" | "),
        note.clone(),
    ]
}

fn text_of(date: Option<PartialDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

/// `Name|office|country`, with the role where it is not what the venue's country tells.
fn participant(person: &Participant, venue: Option<CountryCode>) -> String {
    let Participant { name, office, country, role } = person;
    let [name, office] = [name, office].map(|part| escaped(part, &people::SIGNS, &people::SIGNS, true));
    let at_home = country.is_some() && *country == venue;
    let country = country.map(|code| code.to_string()).unwrap_or_default();
    let told = if at_home { Role::Host } else { Role::Guest };
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
    #[serde(skip_serializing_if = "Option::is_none")]
    trip: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stop: Option<NonZeroU16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<NonZeroU32>,
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
        count,
    } = meeting;
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
        trip: trip.as_ref().map(|stop| stop.trip.as_str()),
        stop: trip.as_ref().and_then(|stop| stop.number),
        count: Some(*count).filter(|count| count.get() > 1),
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
