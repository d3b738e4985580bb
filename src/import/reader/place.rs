//! The places of a row: coordinates first, then what the names mean.

use super::Reader;
use super::row::Row;
use crate::import::field::Field;
use crate::import::problem::{PlaceProblem, ProblemKind, excerpt};
use crate::import::remark::Remark;
use crate::import::stops::{self, Spot, Where};
use crate::import::venue::{About, Complaint};
use crate::meeting::{Kind, Position};

/// The places of a row, at least one: nowhere, if it names none.
pub(super) fn spots(row: &mut Row<'_>, reader: &mut Reader<'_>, kind: Kind) -> Vec<Spot> {
    let (country, city, building) =
        (row.text(Field::Country), row.text(Field::City), row.text(Field::Building));
    if let Some(at) = point(row) {
        // The file's own point goes before what the names mean.
        let mut spot = stops::at_point(at, &country, &city);
        if country.is_empty() && !reader.mapping.is_complete {
            spot.found.country = stops::country_at(at);
            if spot.found.country.is_some() {
                reader.remark(row, Remark::CountryFromPoint);
            }
        }
        return vec![Spot { building, ..spot }];
    }
    if country.is_empty() && city.is_empty() {
        if kind != Kind::Call {
            let field = if row.has(Field::Country) { Field::Country } else { Field::City };
            row.wrong(field, PlaceProblem::NoPlace);
        }
        return vec![Spot { building, ..Spot::default() }];
    }
    let asked = Where { country: &country, city: &city, may_be_several: !reader.mapping.is_complete };
    let mut spots = reader.memory.spots(asked, reader.decisions);
    if spots.is_empty() {
        spots.push(Spot { city: city.clone(), country_as_written: country.clone(), ..Spot::default() });
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
            spot.building =
                if beside.is_empty() { building.clone() } else { format!("{building}, {beside}") };
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

/// Degrees with a decimal point or comma, or with a letter for the side: `48.85`, `48,85`, `48.85 N`, `2,35° W`.
#[must_use]
pub fn degrees(text: &str, most: f64) -> Option<f64> {
    let text = text.trim().trim_end_matches('\u{b0}');
    let (number, sign) = match text.chars().next_back()? {
        'N' | 'n' | 'E' | 'e' | 'O' => (&text[..text.len() - 1], 1.0),
        'S' | 's' | 'W' | 'w' => (&text[..text.len() - 1], -1.0),
        _ => (text, 1.0),
    };
    let number = number.trim().trim_end_matches('\u{b0}').replace(',', ".").replace('\u{2212}', "-");
    let read: f64 = number.parse().ok()?;
    (read.abs() <= most).then_some(read * sign)
}

/// `48.85, 2.35` or `48,85; 2,35`: the latitude first, as maps on the web write it; in brackets or behind the word POINT, the longitude.
#[must_use]
pub fn pair_of(text: &str) -> Option<Position> {
    let text = text.trim();
    let is_point = text.len() > 5 && text.is_char_boundary(5) && text[..5].eq_ignore_ascii_case("point");
    let inside = if is_point { &text[5..] } else { text };
    let inside = inside.trim().trim_matches(['(', ')', '[', ']']).trim();
    let signs: &[char] = if inside.contains(';') {
        &[';']
    } else if inside.contains(", ") || !is_point {
        &[',']
    } else {
        &[' ']
    };
    let (first, second) = inside.split_once(signs)?;
    let (lat, lon) = if is_point { (second, first) } else { (first, second) };
    Some(Position::new(degrees(lon, 180.0)?, degrees(lat, 90.0)?))
}
