//! The places of a row: coordinates first, then what the names mean.

use super::Reader;
use super::row::Row;
use crate::import::degrees::{degrees, pair_of};
use crate::import::field::Field;
use crate::import::locations::Location;
use crate::import::problem::{PlaceProblem, ProblemKind, excerpt};
use crate::import::remark::Remark;
use crate::import::stops::{self, Spot, Where};
use crate::import::venue::{About, Complaint};
use crate::meeting::{Kind, Position};

/// The places of a row, at least one: nowhere, if it names none.
pub(super) fn spots(row: &mut Row<'_>, reader: &mut Reader<'_>, kind: Kind) -> Vec<Spot> {
    let (country, city, building) =
        (row.text(Field::Country), row.text(Field::City), row.text(Field::Building));
    if let Some(location) = reader.locations.get(&city) {
        let Location { name, at } = location;
        let mut spot = stops::at_point(*at, &country, name);
        spot.found.country = spot.found.country.or_else(|| stops::country_at(*at));
        return vec![Spot { building: building.into(), ..spot }];
    }
    if let Some(at) = point(row) {
        // A place that is called by its country's name alone lies somewhere in it: its point is the middle of the land.
        let named = if country.is_empty() { stops::country_called(&city, at) } else { None };
        if let Some(named) = named {
            return vec![Spot { building: building.into(), ..named }];
        }
        // The file's own point goes before what the names mean.
        let mut spot = stops::at_point(at, &country, &city);
        if country.is_empty() && !reader.mapping.is_complete {
            spot.found.country = stops::country_at(at);
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
        return vec![Spot { building: building.into(), ..Spot::default() }];
    }
    let asked = Where { country: &country, city: &city, may_be_several: !reader.mapping.is_complete };
    let mut spots = reader.memory.spots(asked, reader.decisions);
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
