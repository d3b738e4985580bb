//! Places for the words of a venue: a country, a city in it, or neither; never a silent guess.

use crate::gazetteer::candidates::{Candidate, PlaceKind, candidates, city};
use crate::gazetteer::city::City;
use crate::gazetteer::country::Countries;
use crate::gazetteer::fold::fold;
use crate::gazetteer::ground::belongs_or_belonged;
use crate::import::word;
use crate::meeting::code::CountryCode;
use crate::meeting::{Placed, Position};
use std::collections::HashMap;

/// The one country that a code or name means.
#[must_use]
pub fn country(text: &str) -> Option<CountryCode> {
    Countries::embedded().find(text).map(|country| country.code)
}

/// The country of the one city that a name means.
#[must_use]
pub fn country_of_city(text: &str) -> Option<CountryCode> {
    city(text, None).ok().map(|city| city.country)
}

/// What an unknown or ambiguous country may mean: `Perhaps Kazakhstan (KAZ)`; empty if nothing is near.
#[must_use]
pub fn countries_meant(text: &str) -> String {
    let meant: Vec<String> = countries_near(text)
        .iter()
        .take(3)
        .filter_map(|candidate| Some(format!("{} ({})", candidate.name, candidate.country?)))
        .collect();
    if meant.is_empty() { String::new() } else { format!("Perhaps {}", meant.join(" or ")) }
}

/// The countries among the candidates for a name, best first.
#[must_use]
pub fn countries_near(text: &str) -> Vec<Candidate> {
    let is_country = |candidate: &Candidate| match candidate.kind {
        PlaceKind::Country | PlaceKind::Territory | PlaceKind::FormerState => true,
        PlaceKind::Region | PlaceKind::City => false,
    };
    candidates(text, None).into_iter().filter(is_country).collect()
}

/// Where a venue was found, and what could not be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The host country.
    pub country: Option<CountryCode>,
    /// Whether that is another one than the country's name says.
    pub country_is_other: bool,
    /// The city's name without the country behind it, where it had one and there was no other word for the country.
    pub city: Option<String>,
    /// Where it lies.
    pub placed: Placed,
    /// What is to be told.
    pub complaints: Vec<Complaint>,
}

/// Something wrong with one of the two words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Which of them.
    pub about: About,
    /// As in [`crate::import::problem::Problem`].
    pub message: String,
    /// As in [`crate::import::problem::Problem`].
    pub suggestion: String,
}

/// The two words of a venue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The host country.
    Country,
    /// The city.
    City,
}

/// Answers given so far: a table names few places many times.
#[derive(Clone, Debug, Default)]
pub struct Places {
    found: HashMap<[String; 2], Found>,
}

impl Places {
    /// The place of a country's and a city's name, of which one may be empty.
    pub fn find(&mut self, country: &str, city: &str) -> &Found {
        self.found.entry([country.to_owned(), city.to_owned()]).or_insert_with(|| find(country, city))
    }
}

fn find(country_text: &str, city_text: &str) -> Found {
    if country_text.is_empty() {
        return city_alone(city_text);
    }
    let Some(code) = country(country_text) else {
        let complaint = Complaint {
            about: About::Country,
            message: format!(
                "{} names no single country, so the meeting is not placed",
                word::shortened(country_text)
            ),
            suggestion: countries_meant(country_text),
        };
        return Found { complaints: vec![complaint], ..Found::default() };
    };
    let at_country = Countries::embedded().get(code).map(|country| Placed::Country(country.label_at));
    let at_country = at_country.unwrap_or_default();
    let here = Found { country: Some(code), placed: at_country, ..Found::default() };
    if city_text.is_empty() {
        return here;
    }
    match city(city_text, Some(code)) {
        Ok(city) => Found { placed: Placed::City(city.at), ..here },
        Err(near) => match country(city_text) {
            Some(same) if same == code => here,
            Some(other) if belongs_or_belonged(other, code) => in_territory(other, code, city_text),
            Some(_) | None => {
                let message = format!(
                    "{} could not be placed, so the meeting is shown at its country, {}",
                    word::shortened(city_text),
                    Countries::embedded().name(code)
                );
                let suggestion = cities_meant(city_text, Some(code), &near);
                Found { complaints: vec![Complaint { about: About::City, message, suggestion }], ..here }
            }
        },
    }
}

/// A meeting in a territory or an island state that the table lists under another state's name: it is shown where it was.
fn in_territory(territory: CountryCode, lister: CountryCode, written: &str) -> Found {
    let table = Countries::embedded();
    let (name, lister) = (table.name(territory), table.name(lister));
    let complaint = Complaint {
        about: About::City,
        message: format!(
            "{} is no city in {lister}; the meeting is shown at {name}, which has a code of its own",
            word::shortened(written)
        ),
        suggestion: format!("Write {territory} as the country"),
    };
    Found {
        country: Some(territory),
        country_is_other: true,
        placed: table.get(territory).map(|country| Placed::Country(country.label_at)).unwrap_or_default(),
        complaints: vec![complaint],
        city: None,
    }
}

fn city_alone(text: &str) -> Found {
    match city(text, None) {
        Ok(City { country, at, .. }) => Found {
            country: Some(country),
            placed: Placed::City(at),
            city: without_country(text, country),
            ..Found::default()
        },
        Err(near) => {
            let complaint = Complaint {
                about: About::City,
                message: format!(
                    "{} names no single city, so the meeting is not placed",
                    word::shortened(text)
                ),
                suggestion: cities_meant(text, None, &near),
            };
            Found { complaints: vec![complaint], ..Found::default() }
        }
    }
}

/// The city of `Berlin, Germany`, where the last word behind a comma is the country.
fn without_country(text: &str, code: CountryCode) -> Option<String> {
    let (name, last) = text.rsplit_once(',')?;
    let is_alike = country(last.trim()) == Some(code) && !name.trim().is_empty();
    is_alike.then(|| name.trim().to_owned())
}

fn cities_meant(text: &str, within: Option<CountryCode>, near: &[Candidate]) -> String {
    let parts: Vec<&str> = text
        .split([',', ';', '/', '&'])
        .flat_map(|part| part.split(" and "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    if parts.len() > 1 && parts.iter().all(|part| city(part, within).is_ok()) {
        return format!("Write a row for each place: {}", parts.join("; "));
    }
    let is_city = |candidate: &&Candidate| candidate.kind == PlaceKind::City;
    let mut meant: Vec<String> = near.iter().filter(is_city).take(4).map(candidate_in_words).collect();
    if within.is_none() {
        // A country's name in the city's column: `Georgia`.
        meant.extend(
            countries_near(text)
                .iter()
                .take(2)
                .filter_map(|country| Some(format!("the country {} ({})", country.name, country.country?))),
        );
    } else {
        let asked = fold(text);
        let begins = Countries::embedded()
            .iter()
            .filter(|country| fold(country.name).starts_with(&asked) && asked.len() > 3);
        meant.extend(begins.take(2).map(|country| format!("{} ({})", country.name, country.code)));
        // The city that every reader thinks of lies elsewhere: `Paris` in Russia.
        let elsewhere = city(text, None).ok();
        meant.extend(
            elsewhere.map(|City { name, admin, country, at, .. }| in_words(&name, &admin, Some(country), at)),
        );
    }
    let mut seen = std::collections::BTreeSet::new();
    meant.retain(|one| seen.insert(one.clone()));
    if meant.is_empty() { String::new() } else { format!("Perhaps {}", meant.join(" or ")) }
}

fn candidate_in_words(candidate: &Candidate) -> String {
    let Candidate { name, country, state, lon, lat, id: _, kind: _, population: _, score: _, why: _ } =
        candidate;
    in_words(name, state, *country, Position::new(*lon, *lat))
}

/// `Springfield, IL, United States (39.8° N, 89.6° W)`: namesakes in one country differ in their position only.
fn in_words(name: &str, state: &str, country: Option<CountryCode>, at: Position) -> String {
    let state = if state.is_empty() { String::new() } else { format!(", {state}") };
    let country = country.map(|code| format!(", {}", Countries::embedded().name(code))).unwrap_or_default();
    let (north, east) = (if at.lat < 0.0 { 'S' } else { 'N' }, if at.lon < 0.0 { 'W' } else { 'E' });
    format!("{name}{state}{country} ({:.1}° {north}, {:.1}° {east})", at.lat.abs(), at.lon.abs())
}
