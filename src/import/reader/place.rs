//! The places of a row: coordinates first, then what the names mean.

use super::Reader;
use super::people::Person;
use super::row::Row;
use crate::gazetteer::country::Countries;
use crate::gazetteer::nearest_city::nearest_city;
use crate::gazetteer::place::kilometres_between;
use crate::import::degrees::{degrees, pair_of};
use crate::import::field::Field;
use crate::import::locations::Location;
use crate::import::mapping::{Counterparts, Places};
use crate::import::meeting_name::place_in_name;
use crate::import::problem::{PlaceProblem, ProblemKind, excerpt};
use crate::import::remark::{PointRemark, Remark};
use crate::import::spot::{self, Spot};
use crate::import::stops::Where;
use crate::import::venue;
use crate::import::venue::{About, Complaint, Found, bracketed};
use crate::import::word::{self, Said};
use crate::meeting::code::CountryCode;
use crate::meeting::{Kind, Placed, Position, Status};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The places of a row, at least one: nowhere, if it names none.
pub(super) fn spots(row: &mut Row<'_>, reader: &mut Reader<'_>, kind: Kind, people: &[Person]) -> Vec<Spot> {
    let texts = [Field::Country, Field::City, Field::Building].map(|field| row.text(field));
    let is_complete = reader.mapping.is_complete;
    let [country, city, building] = texts.each_ref().map(|text| match kind {
        // Where nobody went anywhere.
        Kind::Call if !is_complete && word::is_call(text) => Cow::Borrowed(""),
        _ => Cow::Borrowed(if is_complete { &**text } else { without_link(without_status(text).0) }),
    });
    if let Some(location) = reader.locations.get(&city) {
        let Location { name, at } = location;
        let mut spot = spot::at_point(*at, &country, name);
        spot.found.country = spot.found.country.or_else(|| spot::country_at(*at));
        return vec![Spot { building: building.into(), ..spot }];
    }
    let point = point(row).and_then(|at| checked(row, reader, at, [&country, &city]));
    if let Some(at) = point {
        // A place that is called by its country's name alone lies somewhere in it: its point is the middle of
        // the land.
        let named = if country.is_empty() { spot::country_called(&city, at) } else { None };
        if let Some(named) = named {
            return vec![Spot { building: building.into(), ..named }];
        }
        // The file's own point goes before what the names mean.
        let mut spot = spot::at_point(at, &country, &city);
        if country.is_empty() && !reader.mapping.is_complete {
            spot.found.country = spot::country_at(at);
            if spot.found.country.is_some() {
                reader.remark(row, Remark::CountryFromPoint);
            }
        }
        return vec![Spot { building: building.into(), ..spot }];
    }
    if country.is_empty() && city.is_empty() {
        let has_column = [Field::Country, Field::City].into_iter().any(|field| row.has(field));
        if kind != Kind::Call && has_column {
            let field = if row.has(Field::Country) { Field::Country } else { Field::City };
            row.wrong(field, PlaceProblem::NoPlace);
        }
        if let Some(spots) = in_name(row, reader).filter(|_| !has_column) {
            return spots;
        }
        if let Some(host) = host(reader, people).filter(|_| !has_column) {
            reader.remark(row, Remark::PlaceOfHost);
            return vec![Spot { building: building.into(), ..spot::whole_country(host) }];
        }
        return vec![Spot { building: building.into(), ..Spot::default() }];
    }
    let mut spots = of_tour(row, reader, &country, &city).unwrap_or_else(|| {
        let asked = Where {
            country: &country,
            city: &city,
            may_be_several: !reader.mapping.is_complete,
            suggests: true,
        };
        reader.memory.spots(asked, reader.decisions)
    });
    if spots.is_empty() {
        spots.push(Spot {
            city: city.clone().into(),
            country_as_written: country.clone().into(),
            ..Spot::default()
        });
    }
    for spot in &mut spots {
        for Complaint { about, kind } in &spot.found.complaints {
            let field = match about {
                About::Country => Field::Country,
                About::City => Field::City,
            };
            row.wrong(field, kind.clone());
        }
        if spot.found.country_is_other {
            row.keep("country", &country);
        }
        if !building.is_empty() {
            let beside = std::mem::take(&mut spot.building);
            spot.building = if beside.is_empty() {
                building.clone().into()
            } else {
                format!("{building}, {beside}").into()
            };
        }
    }
    spots
}

/// The place that the name of the meeting says, where no column says where; nowhere, and told, if it says
/// none. `None` if the names of the table say no places.
fn in_name(row: &mut Row<'_>, reader: &mut Reader<'_>) -> Option<Vec<Spot>> {
    if reader.mapping.places == Places::InColumns {
        return None;
    }
    let names = [Field::Occasion, Field::Title, Field::Topic].map(|field| (field, row.text(field)));
    let place = names.iter().find_map(|(_, name)| place_in_name(name));
    let Some(place) = place else {
        let field = names.iter().find(|(_, name)| !name.is_empty()).map_or(Field::Title, |(field, _)| *field);
        row.wrong(field, PlaceProblem::NoPlace);
        return Some(vec![Spot::default()]);
    };
    reader.remark(row, Remark::PlaceFromName);
    let asked = Where { country: "", city: place, may_be_several: true, suggests: true };
    Some(reader.memory.spots(asked, reader.decisions))
}

/// The places of a row that tells of one country of a tour and names the places of all: those of its own
/// country, and in the row of the first country also those that lie in none; the country itself if none is
/// left.
fn of_tour(row: &Row<'_>, reader: &mut Reader<'_>, country: &str, city: &str) -> Option<Vec<Spot>> {
    if reader.tours.is_empty() {
        return None;
    }
    let own = venue::country_of_cell(country)?;
    let countries = reader.tours.countries(row.sheet, row.number, own)?;
    let names: Vec<Cow<'_, str>> = countries.iter().map(|code| Countries::embedded().name(*code)).collect();
    let asked = Where { country: &names.join("; "), city, may_be_several: true, suggests: true };
    let mut spots = reader.memory.spots(asked, reader.decisions);
    let is_first = countries.first() == Some(&own);
    spots.retain(|spot| match spot.found.country {
        Some(there) if countries.contains(&there) => there == own,
        Some(_) | None => is_first,
    });
    if spots.is_empty() {
        spots.push(spot::whole_country(own));
    }
    Some(spots)
}

/// The state of the hosts, where the table has a column of them and it is one.
fn host(reader: &Reader<'_>, people: &[Person]) -> Option<CountryCode> {
    let hosts = people
        .iter()
        .filter(|one| reader.mapping.counterparts == Counterparts::Hosts && one.field == Field::Counterpart);
    let states: BTreeSet<CountryCode> = hosts.filter_map(|one| one.state).collect();
    states.first().copied().filter(|_| states.len() == 1)
}

/// A cell without a link in brackets behind it, as some programs export what lies behind a name.
fn without_link(text: &str) -> &str {
    bracketed(text).filter(|(_, inside)| inside.contains("://")).map_or(text, |(before, _)| before)
}

/// A cell of a place without a status in brackets behind it, and the status: `Lima (cancelled)`.
pub(super) fn without_status(text: &str) -> (&str, Option<Status>) {
    let Some((before, inside)) = bracketed(text) else { return (text, None) };
    let is_cancelled = || word::cancelled_in(inside) == Some(Said::Meeting);
    let status = word::status(inside).or_else(|| is_cancelled().then_some(Status::Cancelled));
    (if status.is_some() { before } else { text }, status)
}

/// The file's point, checked against the names of its place. Degrees that lie elsewhere, and there if they
/// are swapped or have the other sign, are read so; no degrees at all are often written as zeros.
fn checked(
    row: &mut Row<'_>,
    reader: &mut Reader<'_>,
    at: Position,
    [country, city]: [&str; 2],
) -> Option<Position> {
    if reader.mapping.is_complete {
        return Some(at);
    }
    let is_zero = at.lon == 0.0 && at.lat == 0.0;
    if is_zero {
        reader.remark(row, Remark::Point(PointRemark::Zero));
        row.keep("coordinates", "0, 0");
        return None;
    }
    let asked = Where { country, city, may_be_several: true, suggests: true };
    let named = reader.memory.spots(asked, reader.decisions);
    let [Spot { found: Found { placed, .. }, .. }] = &named[..] else { return Some(at) };
    let is_there = |at: Position, near: f64| match *placed {
        Placed::City(_, there) => kilometres_between(at, there) <= near,
        Placed::Country(code, _) => nearest_city(at).0.country == code,
        Placed::Point(_) | Placed::Nowhere => true,
    };
    if is_there(at, NEAR) {
        return Some(at);
    }
    let Position { lon, lat } = at;
    let turned = [(lat, lon), (-lon, lat), (lon, -lat), (-lon, -lat), (-lat, lon), (lat, -lon), (-lat, -lon)];
    let turned = turned.into_iter().filter(|(_, lat)| lat.abs() <= 90.0);
    let mut turned = turned.map(|(lon, lat)| Position::new(lon, lat));
    let is_meant = |other: &Position| is_there(*other, SURE) && kilometres_between(at, *other) > FAR;
    if let Some(meant) = turned.find(is_meant) {
        reader.remark(row, Remark::Point(PointRemark::Turned));
        row.keep("coordinates", &format!("{lat}, {lon}"));
        return Some(meant);
    }
    if matches!(placed, Placed::City(..)) {
        reader.remark(row, Remark::Point(PointRemark::Elsewhere));
    }
    Some(at)
}

/// Kilometres from the middle of a city with the country around it,
const NEAR: f64 = 300.0;

/// within which degrees that were turned are believed,
const SURE: f64 = 100.0;

/// and from where they stood.
const FAR: f64 = 500.0;

/// The point that columns of degrees give; what is none is said and kept in the note.
fn point(row: &mut Row<'_>) -> Option<Position> {
    let pair = row.text(Field::Coordinates);
    if !pair.is_empty() {
        if let Some(at) = pair_of(&pair) {
            return Some(at);
        }
        row.wrong(Field::Coordinates, ProblemKind::NoDegrees(excerpt(&pair)));
        row.keep("coordinates", &pair);
    }
    let mut degrees = |field, most: f64| {
        let text = row.text(field);
        let read = degrees(&text, most);
        if read.is_none() && !text.is_empty() && !is_nothing(&text) {
            row.wrong(field, ProblemKind::NoDegrees(excerpt(&text)));
            row.keep("coordinate", &text);
        }
        read
    };
    let (lon, lat) = (degrees(Field::Longitude, 180.0), degrees(Field::Latitude, 90.0));
    Some(Position::new(lon?, lat?))
}

fn is_nothing(text: &str) -> bool {
    ["na", "n/a", "nan", "null", "none", "-", "–"].contains(&text.to_lowercase().as_str())
}
