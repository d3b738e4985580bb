//! Rows as a table for people, CSV and JSON.

use super::visible::{self, one_line};
use crate::gazetteer::country::{Countries, role_at};
use crate::gazetteer::translation::spoken_city;
use crate::import::escape::{self, guarded};
use crate::meeting::code::CountryCode;
use crate::meeting::date::PartialDate;
use crate::meeting::table::Meetings;
use crate::meeting::{Meeting, Participant, Placed, Role, Source, Venue};
use crate::query::parts::of_parts;
use crate::words::message::{Message, Noun, Word};
use crate::words::part::Label;
use crate::words::part::editing::Detail;
use crate::words::part::exported::Heads;
use crate::words::part::places::Places;
use crate::words::{label, say, word};
use ::csv::ErrorKind;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};
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
///
/// # Panics
/// Never: every cell is text.
#[must_use]
pub fn listing(meetings: &Meetings, rows: &[usize], form: Form) -> String {
    let mut bytes = Vec::new();
    write(meetings, rows, form, &mut bytes).expect("a Vec takes all bytes");
    String::from_utf8(bytes).expect("every cell is text")
}

/// Writes the rows in a form, ended by a line feed. Of a long listing only a part is held at a time, unless
/// its columns are aligned.
pub fn write(meetings: &Meetings, rows: &[usize], form: Form, out: &mut impl Write) -> io::Result<()> {
    let all = || rows.iter().map(|&row| meetings.get(row));
    match form {
        Form::Table => out.write_all(table(all()).as_bytes()),
        Form::Csv => csv(all(), out),
        Form::Json => json(meetings, rows, out),
    }
}

/// The country's common name and the city, such as `Astana, Kazakhstan`; a country that is not understood as
/// it is written; empty if both are unknown.
#[must_use]
pub fn place_in_words(venue: &Venue) -> String {
    let country = venue.country.map(|code| Countries::embedded().spoken(code).into_owned());
    let country = country.unwrap_or_else(|| venue.country_as_written.to_string());
    let parts = [spoken_city_of(venue).to_owned(), country];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The city alone, where there is little room; where it is unknown, the country.
#[must_use]
pub fn city_in_words(venue: &Venue) -> String {
    if venue.city.is_empty() { place_in_words(venue) } else { spoken_city_of(venue).to_owned() }
}

/// The city as the language that is spoken calls it, where it has a name of its own for it.
fn spoken_city_of(venue: &Venue) -> &str {
    venue.country.and_then(|country| spoken_city(country, &venue.city)).unwrap_or(&venue.city)
}

fn table<'a>(rows: impl Iterator<Item = &'a Meeting>) -> String {
    let head: [Label; 5] = [
        Heads::Date.into(),
        Detail::Title.into(),
        Detail::Place.into(),
        Detail::Kind.into(),
        Detail::Status.into(),
    ];
    let cells = |meeting: &Meeting| {
        let place = place_in_words(&meeting.venue);
        let place = if place.is_empty() { label(Places::Unknown).to_owned() } else { place };
        let [kind, status] =
            [Word::Kind(meeting.kind), Word::Status(meeting.status)].map(|one| word(one).to_owned());
        let title = match meeting.times() {
            1 => one_line(&meeting.title),
            n => format!("{} ({})", one_line(&meeting.title), say(Message::Count(n, Noun::Meeting))),
        };
        [say(Message::Dates(meeting.dates)), title, one_line(&place), kind, status]
    };
    let lines: Vec<[String; 5]> =
        std::iter::once(head.map(|one| label(one).to_owned())).chain(rows.map(cells)).collect();
    aligned(&lines)
}

/// Lines of cells, each column as wide as its widest cell, two spaces between them. All lines have as many
/// cells as the first.
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

/// Columns that are there only where a row needs them: of places that are points, of trips, and of rows that
/// stand for several meetings.
const POINT_COLUMNS: [&str; 2] = ["longitude", "latitude"];
const TRIP_COLUMNS: [&str; 2] = ["trip", "stop"];
const COUNT_COLUMN: [&str; 1] = ["count"];

fn csv<'a>(rows: impl Iterator<Item = &'a Meeting>, out: &mut impl Write) -> io::Result<()> {
    let mut writer = ::csv::Writer::from_writer(out);
    for record in records(rows) {
        let cells = record.iter().map(|cell| guarded(cell));
        writer.write_record(cells.collect::<Vec<_>>()).map_err(of_writing)?;
    }
    writer.flush()
}

/// What the system said when a record could not be written, such as that nobody reads it.
fn of_writing(error: ::csv::Error) -> io::Error {
    match error.into_kind() {
        ErrorKind::Io(why) => why,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// The table that can be read again, cell by cell: its headings, and a record for each meeting.
pub fn records<'a>(rows: impl Iterator<Item = &'a Meeting>) -> impl Iterator<Item = Vec<String>> {
    let rows: Vec<&Meeting> = rows.collect();
    let has_points = rows.iter().any(|meeting| matches!(meeting.venue.placed, Placed::Point(_)));
    let has_trips = rows.iter().any(|meeting| meeting.trip.is_some());
    let has_counts = rows.iter().any(|meeting| meeting.times() > 1);
    let whole = move |record: Vec<String>, point: [String; 2], trip: [String; 2], count: [String; 1]| {
        let point = point.into_iter().filter(|_| has_points);
        let trip = trip.into_iter().filter(|_| has_trips);
        let count = count.into_iter().filter(|_| has_counts);
        record.into_iter().chain(point).chain(trip).chain(count).collect::<Vec<String>>()
    };
    let headings = whole(
        COLUMNS.map(str::to_owned).to_vec(),
        POINT_COLUMNS.map(str::to_owned),
        TRIP_COLUMNS.map(str::to_owned),
        COUNT_COLUMN.map(str::to_owned),
    );
    let body = rows.into_iter().map(move |meeting| {
        let number = meeting.trip.as_ref().and_then(|stop| stop.number).map(|number| number.to_string());
        let trip = meeting.trip.as_ref().map(|stop| stop.trip.to_string()).unwrap_or_default();
        let point = match meeting.venue.placed {
            Placed::Point(at) => [at.lon.to_string(), at.lat.to_string()],
            Placed::City(..) | Placed::Country(..) | Placed::Nowhere => Default::default(),
        };
        whole(record(meeting), point, [trip, number.unwrap_or_default()], [meeting.count.to_string()])
    });
    std::iter::once(headings).chain(body)
}

/// The cells of [`COLUMNS`].
fn record(meeting: &Meeting) -> Vec<String> {
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
    let people: Vec<String> = participants.iter().map(|one| participant(one, venue)).collect();
    let sources: Vec<String> = sources.iter().map(source).collect();
    vec![
        id.to_string(),
        text_of(dates.start),
        if dates.end == dates.start { String::new() } else { text_of(dates.end) },
        dates.precision().name().to_owned(),
        kind.name().to_owned(),
        status.name().to_owned(),
        title.to_string(),
        venue.country.map_or_else(|| venue.country_as_written.to_string(), |code| code.to_string()),
        venue.city.to_string(),
        venue.building.to_string(),
        escape::participants(&people),
        occasion.to_string(),
        outcome.to_string(),
        escape::sources(&sources),
        note.to_string(),
    ]
}

fn text_of(date: Option<PartialDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

/// With the role where it is not what the venue tells.
fn participant(person: &Participant, venue: &Venue) -> String {
    let Participant { name, office, country, role } = person;
    let is_told = *role == role_at(venue, *country);
    let country = country.map(|code| code.to_string()).unwrap_or_default();
    escape::participant(name, office, &country, (!is_told).then(|| role.name()))
}

fn source(source: &Source) -> String {
    let Source { reference, facts } = source;
    escape::source(reference, facts)
}

/// A meeting as JSON has it.
#[derive(Serialize)]
pub struct Row<'a> {
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

/// The meetings as JSON has them.
pub fn objects<'a>(rows: impl Iterator<Item = &'a Meeting>) -> Vec<Row<'a>> {
    rows.map(json_row).collect()
}

/// An array of objects. Some thousands at a time are made, by all processors.
fn json(meetings: &Meetings, rows: &[usize], out: &mut impl Write) -> io::Result<()> {
    const AT_A_TIME: usize = 40_000;
    let mut between = "\n";
    out.write_all(b"[")?;
    for some in rows.chunks(AT_A_TIME) {
        for part in of_parts(some.len(), |part| array(meetings, &some[part])) {
            out.write_all(between.as_bytes())?;
            let elements = part.strip_prefix("[\n").and_then(|rest| rest.strip_suffix("\n]"));
            out.write_all(elements.unwrap_or_default().as_bytes())?;
            between = ",\n";
        }
    }
    out.write_all(if rows.is_empty() { b"]\n" } else { b"\n]\n" })
}

/// Some rows as an array, its brackets in lines of their own.
fn array(meetings: &Meetings, rows: &[usize]) -> String {
    let rows = objects(rows.iter().map(|&row| meetings.get(row)));
    visible::json(serde_json::to_string_pretty(&rows).expect("plain values become JSON"))
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
