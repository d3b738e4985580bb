//! How a place was found, and what it is called, in words.

use crate::gazetteer::country::Countries;
use crate::gazetteer::further::by_id;
use crate::meeting::code::CountryCode;
use crate::meeting::{Placed, Position};
use crate::query::place_texts::{How, Open};
use crate::words::message::Message;
use crate::words::say;

/// How a place was found: `by its name`.
#[must_use]
pub fn how_in_words(how: How) -> String {
    match how {
        How::ByName => "by its name".to_owned(),
        How::Coordinates => "by its coordinates".to_owned(),
        How::CountryOnly => "country only".to_owned(),
        How::Decided => "your decision".to_owned(),
        How::LeftOut => "left out by you".to_owned(),
        How::Open(Open::NotPlaced) => "not found".to_owned(),
        How::Open(Open::NotInCountry) => "only its country was found".to_owned(),
        How::Open(Open::Several(places)) => {
            format!("{} places have this name", say(Message::Number(places)))
        }
    }
}

/// What the place is called where something was put: `San José, Costa Rica`; empty if it is nowhere.
#[must_use]
pub fn placed_in_words(placed: Placed) -> String {
    match placed {
        Placed::City(id, at) => match by_id(id) {
            Some(city) => in_country(&city.name, &city.admin, city.country),
            None => degrees_in_words(at),
        },
        Placed::Country(code, _) => Countries::embedded().name(code).into_owned(),
        Placed::Point(at) => degrees_in_words(at),
        Placed::Nowhere => String::new(),
    }
}

/// `San Jose, CA, United States`
#[must_use]
pub fn in_country(name: &str, state: &str, country: CountryCode) -> String {
    let country = Countries::embedded().name(country).into_owned();
    [name, state, &country].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// `9.93° N, 84.08° W`
#[must_use]
pub fn degrees_in_words(at: Position) -> String {
    let side = |degrees: f64, sides: [&str; 2]| {
        format!("{:.2}° {}", degrees.abs(), if degrees < 0.0 { sides[1] } else { sides[0] })
    };
    format!("{}, {}", side(at.lat, ["N", "S"]), side(at.lon, ["E", "W"]))
}
