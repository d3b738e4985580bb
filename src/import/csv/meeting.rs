//! A row → a meeting.

use super::column::Field;
use super::row::Row;
use super::{date, people, source};
use crate::gazetteer::country::Countries;
use crate::import::problem::{PlaceProblem, ProblemKind, Unknown, excerpt};
use crate::import::venue::{About, Places};
use crate::import::word;
use crate::meeting::identity::{MeetingId, TripId};
use crate::meeting::{Kind, Meeting, Participant, Placed, Position, Status, Stop, Venue};
use std::collections::HashSet;
use std::num::NonZeroU32;

/// The meeting of a row, without whatever is wrong in it.
pub fn meeting(row: &mut Row<'_>, id: MeetingId, places: &mut Places, trips: &mut TripNames) -> Meeting {
    let dates = date::dates(row);
    let kind = kind(row);
    let status = status(row);
    let title = row.take(Field::Title);
    let venue = venue(row, kind, places);
    let participants = people::participants(row, venue.country);
    let title = if title.is_empty() { title_from(&participants, &venue) } else { title };
    Meeting {
        id,
        title,
        kind,
        status,
        dates,
        venue,
        participants,
        occasion: row.take(Field::Occasion),
        outcome: row.take(Field::Outcome),
        sources: source::sources(row),
        trip: stop(row, trips),
        count: count(row),
        note: row.note(),
    }
}

fn kind(row: &mut Row<'_>) -> Kind {
    let text = row.take(Field::Kind);
    word::kind(&text).unwrap_or_else(|| {
        if !text.is_empty() {
            let near = word::near(&text, &Kind::ALL.map(Kind::name));
            row.wrong(Field::Kind, ProblemKind::NoKind(Unknown { text: excerpt(&text), near }));
            row.keep("kind", &text);
        }
        Kind::Unspecified
    })
}

fn status(row: &mut Row<'_>) -> Status {
    let text = row.take(Field::Status);
    word::status(&text).unwrap_or_else(|| {
        if !text.is_empty() {
            let near = word::near(&text, &Status::ALL.map(Status::name));
            row.wrong(Field::Status, ProblemKind::NoStatus(Unknown { text: excerpt(&text), near }));
            row.keep("status", &text);
        }
        Status::Held
    })
}

/// The trips that a file names. A name is kept once, however many stops share it.
pub type TripNames = HashSet<TripId>;

/// The trip that a row is a stop of.
fn stop(row: &mut Row<'_>, trips: &mut TripNames) -> Option<Stop> {
    let (trip, number) = (row.take(Field::Trip), row.take(Field::Stop));
    if trip.is_empty() {
        if !number.is_empty() {
            row.wrong(Field::Stop, ProblemKind::NoTrip(excerpt(&number)));
            row.keep("stop", &number);
        }
        return None;
    }
    if !trips.contains(trip.as_str()) {
        trips.insert(TripId::new(&trip));
    }
    let trip = trips.get(trip.as_str()).cloned()?;
    let read = number.parse().ok();
    if read.is_none() && !number.is_empty() {
        row.wrong(Field::Stop, ProblemKind::NoStop(excerpt(&number)));
        row.keep("stop", &number);
    }
    Some(Stop { trip, number: read })
}

/// How many meetings a row stands for: a whole number from 1 on, one where the cell is empty.
fn count(row: &mut Row<'_>) -> NonZeroU32 {
    let text = row.take(Field::Count);
    let whole = text.split_once('.').filter(|(_, rest)| rest.bytes().all(|digit| digit == b'0'));
    let read = whole.map_or(&*text, |(whole, _)| whole).parse().ok();
    if read.is_none() && !text.is_empty() {
        row.wrong(Field::Count, ProblemKind::NoCount(excerpt(&text)));
        row.keep("count", &text);
    }
    read.unwrap_or(NonZeroU32::MIN)
}

/// The point that two columns give; what is none is said and kept in the note.
fn point(row: &mut Row<'_>) -> Option<Position> {
    let mut degrees = |field, most: f64| {
        let text = row.take(field);
        let read = text.replace(',', ".").parse().ok().filter(|degrees: &f64| degrees.abs() <= most);
        if read.is_none() && !text.is_empty() {
            row.wrong(field, ProblemKind::NoDegrees(excerpt(&text)));
            row.keep("coordinate", &text);
        }
        read
    };
    let (lon, lat) = (degrees(Field::Longitude, 180.0), degrees(Field::Latitude, 90.0));
    Some(Position::new(lon?, lat?))
}

fn venue(row: &mut Row<'_>, kind: Kind, places: &mut Places) -> Venue {
    let (country, city) = (row.take(Field::Country), row.take(Field::City));
    let building = row.take(Field::Building);
    let point = point(row);
    if let Some(at) = point {
        // The file's own point goes before what the names mean.
        let found = places.find(&country, "");
        let country_as_written = if found.country.is_none() { country } else { String::new() };
        return Venue {
            country: found.country,
            country_as_written,
            city,
            building,
            placed: Placed::Point(at),
        };
    }
    if country.is_empty() && city.is_empty() {
        if kind != Kind::Call {
            let field = if row.has(Field::Country) { Field::Country } else { Field::City };
            row.wrong(field, PlaceProblem::NoPlace);
        }
        return Venue { building, ..Venue::default() };
    }
    let found = places.find(&country, &city);
    for complaint in &found.complaints {
        let field = match complaint.about {
            About::Country => Field::Country,
            About::City => Field::City,
        };
        row.wrong(field, complaint.kind.clone());
    }
    if found.country_is_other {
        row.keep("country", &country);
    }
    let country_as_written = if found.country.is_none() { country } else { String::new() };
    let city = found.city.clone().unwrap_or(city);
    Venue { country: found.country, country_as_written, placed: found.placed, city, building }
}

/// `Angela Merkel, Theresa May in Berlin`, for tables without titles.
fn title_from(participants: &[Participant], venue: &Venue) -> String {
    const NAMED: usize = 3;
    let mut who = participants.iter().take(NAMED).map(|p| p.name.as_str()).collect::<Vec<_>>().join(", ");
    if participants.len() > NAMED {
        who += " and others";
    }
    if who.is_empty() {
        "Meeting".clone_into(&mut who);
    }
    let place = match venue.country {
        _ if !venue.city.is_empty() => venue.city.clone(),
        Some(country) => Countries::embedded().name(country).into_owned(),
        None if !venue.country_as_written.is_empty() => venue.country_as_written.clone(),
        None => return who,
    };
    format!("{who} in {place}")
}
