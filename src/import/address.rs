//! Whether a part of a cell belongs to the place before or behind it, as an address goes: the town, then its
//! island, province or region.

use super::venue;
use crate::gazetteer::candidates::one_city;
use crate::gazetteer::city::{City, Sort};
use crate::gazetteer::country::{Countries, CountryKind};
use crate::gazetteer::hint::Hint;
use crate::gazetteer::matches::{SAME_PLACE_KILOMETRES, is_name, says_it_is_an_area};
use crate::gazetteer::nearest_city::nearest_city;
use crate::gazetteer::organisation::organisations;
use crate::gazetteer::place::{Place, kilometres_between};
use crate::meeting::code::CountryCode;

/// A town of fewer people is not what is meant beside an area of its name: Brandenburg. And beside a place of
/// more, the name of another city is that city: Osaka, Kyoto.
const TOWN: u64 = 100_000;

/// Kilometres from the main town of an area to its ends, where its division is known.
const FAR: f64 = 300.0;

/// The same for the middle of a large province.
const FARTHEST: f64 = 500.0;

/// The same for a town and the area of a city's name.
const NEAR: f64 = 60.0;

/// The same for an area where no division is known.
const BY_DISTANCE: f64 = 100.0;

/// Kilometres from a quarter to the middle of its city.
const QUARTER: f64 = 15.0;

/// A site beside a smaller town keeps its own name: Schloss Meseberg, Gransee.
const LARGE: u64 = 50_000;

/// A city has so many times the people of its quarter.
const OF_QUARTER: u64 = 10;

/// Whether the words behind a place's name are the area that it lies in: `Taormina, Sicily`, `Thessaloniki,
/// Macedonia`.
#[must_use]
pub fn is_area_of(words: &str, place: &City) -> bool {
    let Some(found) = called(words, place) else { return false };
    match found.sort {
        Sort::Area => holds(&found, place),
        // A city is rarely meant by its province's name behind a town: `Karuizawa, Nagano`.
        Sort::Settlement if !found.capital && place.population < TOWN => area_called(words, place)
            .is_some_and(|area| holds(&area, place) && kilometres_between(area.at, place.at) < NEAR),
        Sort::Settlement | Sort::Venue | Sort::Airfield => false,
    }
}

/// The place of this name in the country of another.
fn called(name: &str, beside: &City) -> Option<City> {
    one_city(name, Some(beside.country))
}

/// The province of a city's name.
fn area_called(name: &str, beside: &City) -> Option<City> {
    called(&format!("{name} province"), beside).filter(|area| area.sort == Sort::Area)
}

/// Whether an area before a place's name holds it. Only words that say that they mean an area, or one whose
/// main town the place is by, are read so: `Crete, Athens` is two stops.
#[must_use]
pub fn is_area_before(words: &str, area: &City, place: &City) -> bool {
    let is_beside = kilometres_between(area.at, place.at) < SAME_PLACE_KILOMETRES;
    area.sort == Sort::Area
        && place.sort != Sort::Area
        && holds(area, place)
        && (is_beside || says_it_is_an_area(words))
}

/// Whether an area, known by its main town, holds a place.
fn holds(area: &City, place: &City) -> bool {
    let away = kilometres_between(area.at, place.at);
    if area.country != place.country {
        return false;
    }
    match (division(area), division(place)) {
        (Some(of_area), Some(of_place)) => {
            away < SAME_PLACE_KILOMETRES || (of_area == of_place && away < FAR)
        }
        _ => away < BY_DISTANCE,
    }
}

/// The first-level division that a place lies in: for a site or an area, that of the nearest city.
fn division(place: &City) -> Option<String> {
    if !place.division.is_empty() {
        return Some(place.division.to_string());
    }
    let (city, away) = nearest_city(place.at);
    (city.country == place.country && away < NEAR && !city.division.is_empty())
        .then(|| city.division.to_string())
}

/// Whether one place is a quarter of the other's city, or a village at its edge: Livadia by Yalta.
#[must_use]
pub fn is_quarter_of(quarter: &City, city: &City) -> bool {
    let is_part = match quarter.sort {
        Sort::Settlement if quarter.population > 0 => true,
        Sort::Settlement | Sort::Venue => city.population >= LARGE,
        Sort::Airfield | Sort::Area => false,
    };
    is_part
        && city.sort == Sort::Settlement
        && quarter.country == city.country
        && quarter.population < TOWN
        && city.population >= OF_QUARTER * quarter.population.max(1)
        && kilometres_between(quarter.at, city.at) < QUARTER
}

/// Whether a place is a settlement that readers abroad do not know: no capital, and few people.
#[must_use]
pub fn is_village(place: &City) -> bool {
    place.sort == Sort::Settlement && !place.capital && place.population < TOWN
}

/// Whether a text in capitals is what an organisation is called by in short: `OAS` before a city is its
/// building there, and no village.
#[must_use]
pub fn is_organisation(text: &str) -> bool {
    let is_short = (2..=6).contains(&text.len()) && text.bytes().all(|letter| letter.is_ascii_uppercase());
    let is_body = || {
        let party = Countries::embedded().party(text);
        party.is_some_and(|party| party.kind == CountryKind::Organisation)
    };
    is_short && (organisations().iter().any(|one| one.code == text) || is_body())
}

/// Whether an area holds a city: by the table of provinces, or, of an area within the last one of its cell
/// that is known by its middle only, if it lies not far from there.
#[must_use]
pub fn is_in(found: &City, area: &str, last: &Hint) -> bool {
    if let Some(hint) = Hint::from_words(area) {
        return hint.allows(&Place::City(found.clone()));
    }
    let within = called(area, found).and_then(|one| match one.sort {
        Sort::Area => Some(one),
        Sort::Settlement if one.population < TOWN => area_called(area, found),
        Sort::Settlement | Sort::Venue | Sort::Airfield => None,
    });
    within.is_some_and(|one| {
        last.allows(&Place::City(one.clone())) && kilometres_between(one.at, found.at) < FARTHEST
    })
}

/// Whether a text has the form of a state's code: a village is not meant by it.
#[must_use]
pub fn is_code(text: &str) -> bool {
    CountryCode::new(text).is_some()
}

/// Whether the words are an organisation's in short, and a small place is called so.
#[must_use]
pub fn is_code_of_a_body(text: &str, found: &City) -> bool {
    found.population < TOWN && found.sort == Sort::Settlement && is_organisation(text)
}

/// The city's name without the country behind it: `Samarkand, Uzbekistan`.
#[must_use]
pub fn without_country<'a>(text: &'a str, city: &City) -> &'a str {
    let Some(((head, _), (_, tail))) = text.split_once(',').zip(text.rsplit_once(',')) else { return text };
    let is_country = venue::country(tail.trim()) == Some(city.country);
    if is_country && is_name(head.trim()) { head.trim() } else { text }
}
