//! How a place was found, and what it is called, in words.

use crate::gazetteer::country::Countries;
use crate::gazetteer::further::by_id;
use crate::meeting::Placed;
use crate::meeting::code::CountryCode;
use crate::query::place_texts::{How, Open};
use crate::words::part::places::{Places, PlacesText};
use crate::words::{label, say};

/// How a place was found: `by its name`.
#[must_use]
pub fn how_in_words(how: How) -> String {
    match how {
        How::ByName => label(Places::ByName).to_owned(),
        How::Coordinates => label(Places::ByCoordinates).to_owned(),
        How::CountryOnly => label(Places::CountryOnly).to_owned(),
        How::Decided => label(Places::Decided).to_owned(),
        How::LeftOut => label(Places::LeftOut).to_owned(),
        How::Open(Open::NotPlaced) => label(Places::NotFound).to_owned(),
        How::Open(Open::NotInCountry) => label(Places::NotInCountry).to_owned(),
        How::Open(Open::Several(places)) => say(PlacesText::Several(places)),
    }
}

/// What the place is called where something was put: `San José, Costa Rica`; empty if it is nowhere.
#[must_use]
pub fn placed_in_words(placed: Placed) -> String {
    match placed {
        Placed::City(id, at) => match by_id(id) {
            Some(city) => in_country(&city.name, &city.admin, city.country),
            None => say(PlacesText::Degrees(at)),
        },
        Placed::Country(code, _) => Countries::embedded().spoken(code).into_owned(),
        Placed::Point(at) => say(PlacesText::Degrees(at)),
        Placed::Nowhere => String::new(),
    }
}

/// `San Jose, CA, United States`
#[must_use]
pub fn in_country(name: &str, state: &str, country: CountryCode) -> String {
    let country = Countries::embedded().spoken(country).into_owned();
    [name, state, &country].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
