//! A place of a row, as its cells say it.

use super::venue::{self, Found};
use crate::gazetteer::city::City;
use crate::gazetteer::country::Countries;
use crate::gazetteer::nearest_city::nearest_city;
use crate::gazetteer::place::{kilometres_between, places_called};
use crate::meeting::code::CountryCode;
use crate::meeting::{Placed, Position, Text};

/// A place of a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spot {
    /// Where it was found.
    pub found: Found,
    /// The words for a country that could not be understood; empty if there are none.
    pub country_as_written: Text,
    /// The city's name.
    pub city: Text,
    /// What stands beside the city's name: a building.
    pub building: Text,
}

/// The one place that both words mean as they stand.
#[must_use]
pub fn as_written(country: &str, city: &str, suggests: bool) -> Spot {
    let found = venue::find(country, city, suggests);
    let country_as_written = if found.country.is_none() { country.to_owned() } else { String::new() };
    let city = found.city.clone().unwrap_or_else(|| city.to_owned());
    Spot { found, country_as_written: country_as_written.into(), city: city.into(), building: Text::new() }
}

/// A country as a whole, found.
#[must_use]
pub fn at_country(code: CountryCode) -> Found {
    let placed = Countries::embedded().get(code).map(|country| Placed::Country(code, country.label_at));
    Found { country: Some(code), placed: placed.unwrap_or_default(), ..Found::default() }
}

/// A country as a whole.
#[must_use]
pub fn whole_country(code: CountryCode) -> Spot {
    Spot { found: at_country(code), ..Spot::default() }
}

/// A city, found.
#[must_use]
pub fn at_city(city: &City) -> Found {
    Found { country: Some(city.country), placed: city.placed(), ..Found::default() }
}

/// A point that a file gives, with the country of its cells.
#[must_use]
pub fn at_point(at: Position, country: &str, city: &str) -> Spot {
    // `Astana, Astana, Kazakhstan`: the first part is the place, the last its country.
    let parts = city.split_once(',').zip(city.rsplit_once(',')).filter(|_| country.is_empty());
    let within = parts.and_then(|((first, _), (_, last))| Some((first.trim(), venue::country(last.trim())?)));
    let understood = within.map(|(_, country)| country).or_else(|| venue::country_of_cell(country));
    let city = within.map_or(city, |(first, _)| first);
    let country_as_written = if understood.is_none() { country.to_owned() } else { String::new() };
    Spot {
        found: Found { country: understood, placed: Placed::Point(at), ..Found::default() },
        country_as_written: country_as_written.into(),
        city: city.into(),
        building: Text::new(),
    }
}

/// The country that a cell for a city names, where it names no city as well that lies near a point.
#[must_use]
pub fn country_called(text: &str, at: Position) -> Option<Spot> {
    let code = venue::country(text)?;
    let is_city = places_called(text).iter().any(|place| kilometres_between(place.place.at(), at) < NEAR);
    (!is_city).then(|| Spot { found: at_country(code), ..Spot::default() })
}

/// Kilometres from the outskirts of a town to its middle, with the country around it.
pub const NEAR: f64 = 80.0;

/// The country of the city nearest to a point; `None` far from any.
#[must_use]
pub fn country_at(at: Position) -> Option<CountryCode> {
    let (city, km) = nearest_city(at);
    (km <= NEAR).then_some(city.country)
}
