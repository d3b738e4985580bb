//! Places for the words of a venue: a country, a city in it, or neither; never a silent guess.

use crate::gazetteer::candidates::{Candidate, candidates, city, one_city};
use crate::gazetteer::city::City;
use crate::gazetteer::country::Countries;
use crate::gazetteer::fold::fold;
use crate::gazetteer::ground::belongs_or_belonged;
use crate::import::problem::{CityMeant, Meant, PlaceProblem, excerpt, place_text};
use crate::meeting::code::CountryCode;
use crate::meeting::identity::PlaceId;
use crate::meeting::{Placed, Position};

/// The one country that a code or name means.
#[must_use]
pub fn country(text: &str) -> Option<CountryCode> {
    Countries::embedded().find(text).map(|country| country.code)
}

/// The one country that a cell means: by a code or name, or with another in brackets. Of `Siam (Thailand)`,
/// `Denmark (Greenland)` and `United Kingdom (Wales)` it is the area in brackets if that is a part of the
/// state before them or the same, else that state.
#[must_use]
pub fn country_of_cell(text: &str) -> Option<CountryCode> {
    let with_another = || {
        let (before, inside) = bracketed(text)?;
        match (country(before), country(inside)) {
            (Some(state), Some(area)) if belongs_or_belonged(area, state) => Some(area),
            (Some(state), _) => Some(state),
            (None, area) => area,
        }
    };
    country(text).or_else(with_another)
}

/// A text before brackets at its end, and what stands in them: `Dakar (Senegal)`.
#[must_use]
pub fn bracketed(text: &str) -> Option<(&str, &str)> {
    let (before, inside) = text.trim().strip_suffix(')')?.rsplit_once('(')?;
    Some((before.trim(), inside.trim()))
}

/// Whom a participant may represent: the one country that a text means, or else the one international
/// organisation.
#[must_use]
pub fn party(text: &str) -> Option<CountryCode> {
    Countries::embedded().party(text).map(|party| party.code)
}

/// The country of the one city that a name means.
#[must_use]
pub fn country_of_city(text: &str) -> Option<CountryCode> {
    one_city(text, None).map(|city| city.country)
}

/// What an unknown or ambiguous country may mean: three countries at most; none if nothing is near.
#[must_use]
pub fn countries_meant(text: &str) -> Vec<Meant> {
    countries_near(text).iter().take(3).filter_map(Meant::country).collect()
}

/// The countries among the candidates for a name, best first.
#[must_use]
pub fn countries_near(text: &str) -> Vec<Candidate> {
    candidates(text, None).into_iter().filter(|candidate| candidate.kind.is_country()).collect()
}

/// Where a venue was found, and what could not be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The host country.
    pub country: Option<CountryCode>,
    /// Whether that is another one than the country's name says.
    pub country_is_other: bool,
    /// The city's name without the country behind it, where it had one and there was no other word for the
    /// country.
    pub city: Option<String>,
    /// Where it lies.
    pub placed: Placed,
    /// What is to be told.
    pub complaints: Vec<Complaint>,
}

/// Something wrong with one of the two words.
#[derive(Clone, Debug, PartialEq)]
pub struct Complaint {
    /// Which of them.
    pub about: About,
    /// What is wrong with it.
    pub kind: PlaceProblem,
}

/// The two words of a venue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The host country.
    Country,
    /// The city.
    City,
}

/// The place of a country's and a city's name, of which one may be empty. What else may be meant by one that
/// is not known is looked for only if `suggests`: it takes long.
#[must_use]
pub fn find(country_text: &str, city_text: &str, suggests: bool) -> Found {
    if country_text.is_empty() {
        return city_alone(city_text, suggests);
    }
    let Some(code) = country(country_text) else {
        let meant = if suggests { countries_meant(country_text) } else { Vec::new() };
        let text = place_text(country_text);
        let complaint = Complaint { about: About::Country, kind: PlaceProblem::NoCountry { text, meant } };
        return Found { complaints: vec![complaint], ..Found::default() };
    };
    let at_country =
        Countries::embedded().get(code).map(|country| Placed::Country(country.code, country.label_at));
    let at_country = at_country.unwrap_or_default();
    let here = Found { country: Some(code), placed: at_country, ..Found::default() };
    if city_text.is_empty() {
        return here;
    }
    match city_or(city_text, Some(code), suggests) {
        Ok(city) => Found { placed: city.placed(), ..here },
        Err(near) => match country(city_text) {
            Some(same) if same == code => here,
            Some(other) if belongs_or_belonged(other, code) => in_territory(other, code, city_text),
            Some(_) | None => {
                let meant = near.map_or_else(
                    || CityMeant::OneOf(Vec::new()),
                    |near| cities_meant(city_text, Some(code), &near),
                );
                let text = place_text(city_text);
                let kind = PlaceProblem::NoCityInCountry { text, country: code, meant };
                Found { complaints: vec![Complaint { about: About::City, kind }], ..here }
            }
        },
    }
}

/// A meeting in a territory or an island state that the table lists under another state's name: it is shown
/// where it was.
fn in_territory(territory: CountryCode, lister: CountryCode, written: &str) -> Found {
    let table = Countries::embedded();
    let kind = PlaceProblem::InTerritory { text: place_text(written), lister, territory };
    let complaint = Complaint { about: About::City, kind };
    Found {
        country: Some(territory),
        country_is_other: true,
        placed: table
            .get(territory)
            .map(|country| Placed::Country(country.code, country.label_at))
            .unwrap_or_default(),
        complaints: vec![complaint],
        city: None,
    }
}

/// The one city of a name, or what else may be meant, if that is asked for.
fn city_or(name: &str, within: Option<CountryCode>, suggests: bool) -> Result<City, Option<Vec<Candidate>>> {
    if suggests { city(name, within).map_err(Some) } else { one_city(name, within).ok_or(None) }
}

fn city_alone(text: &str, suggests: bool) -> Found {
    match city_or(text, None, suggests) {
        Ok(city) => Found {
            country: Some(city.country),
            placed: city.placed(),
            city: without_country(text, city.country),
            ..Found::default()
        },
        Err(near) => {
            let meant =
                near.map_or_else(|| CityMeant::OneOf(Vec::new()), |near| cities_meant(text, None, &near));
            let text = place_text(text);
            let complaint = Complaint { about: About::City, kind: PlaceProblem::NoCity { text, meant } };
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

/// Places of one cell that a problem names.
const MOST_NAMED: usize = 20;

fn cities_meant(text: &str, within: Option<CountryCode>, near: &[Candidate]) -> CityMeant {
    let parts: Vec<&str> = text
        .split([',', ';', '/', '&'])
        .flat_map(|part| part.split(" and "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    if parts.len() > 1 && parts.iter().all(|part| one_city(part, within).is_some()) {
        return CityMeant::Each(parts.into_iter().take(MOST_NAMED).map(excerpt).collect());
    }
    let cities = near.iter().filter(|candidate| matches!(candidate.id, Some(PlaceId::City(_))));
    let mut meant: Vec<Meant> = cities.take(4).map(city_meant).collect();
    if within.is_none() {
        // A country's name in the city's column: `Georgia`.
        let countries = countries_near(text).into_iter().take(2);
        meant.extend(
            countries.filter_map(|country| Some(Meant::CountryItself(country.name, country.country?))),
        );
    } else {
        let asked = fold(text);
        let begins = Countries::embedded()
            .iter()
            .filter(|country| fold(country.name).starts_with(&asked) && asked.len() > 3);
        meant.extend(begins.take(2).map(|country| Meant::Country(country.name.to_owned(), country.code)));
        // The city that every reader thinks of lies elsewhere: `Paris` in Russia.
        let elsewhere = one_city(text, None);
        meant.extend(elsewhere.map(|City { name, admin, country, at, .. }| Meant::City {
            name: name.to_string(),
            state: admin.to_string(),
            country: Some(country),
            at,
        }));
    }
    let mut each: Vec<Meant> = Vec::new();
    for one in meant {
        if !each.contains(&one) {
            each.push(one);
        }
    }
    CityMeant::OneOf(each)
}

fn city_meant(candidate: &Candidate) -> Meant {
    let Candidate { name, country, state, lon, lat, id: _, kind: _, population: _, score: _, why: _ } =
        candidate;
    Meant::City { name: name.clone(), state: state.clone(), country: *country, at: Position::new(*lon, *lat) }
}
