//! A row → a meeting.

use super::column::Field;
use super::row::Row;
use super::{date, people, source};
use crate::gazetteer::country::Countries;
use crate::import::problem::{PlaceProblem, ProblemKind, Unknown, excerpt};
use crate::import::venue::{About, Places};
use crate::import::word;
use crate::meeting::identity::MeetingId;
use crate::meeting::{Kind, Meeting, Participant, Placed, Position, Status, Venue};

/// The meeting of a row, without whatever is wrong in it.
pub fn meeting(row: &mut Row<'_>, id: MeetingId, places: &mut Places) -> Meeting {
    let dates = date::dates(row);
    let kind = kind(row);
    let status = status(row);
    let title = row.take(Field::Title);
    let venue = venue(row, kind, places);
    let participants = people::participants(row, &venue);
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
