//! A place of any sort, and the exact look-up of all places with a name.

use super::city::{City, Sort, rows_beginning, rows_named};
use super::country::{Countries, Country, CountryKind, NameKind};
use super::fold::fold;
use super::further::further_named;
use super::part::Part;
use super::province::Province;
use super::{city, part, province};
use crate::meeting::Position;
use crate::meeting::code::CountryCode;

/// A place that has a name.
#[derive(Clone, Debug)]
pub enum Place {
    /// A state, territory or former state.
    Country(&'static Country),
    /// A part of the world.
    Part(&'static Part),
    /// A state of the United States or a province of Canada.
    Province(&'static Province),
    /// A city or town, or another place that meetings are recorded at.
    City(City),
}

/// A place that has the name asked for, and which sort of name of it that is.
#[derive(Clone, Debug)]
pub struct Named {
    /// The place.
    pub place: Place,
    /// What sort of name it is.
    pub kind: NameKind,
    /// The name as the table writes it.
    pub written: String,
}

/// How well an airfield is known: as well as a town of so many people.
pub const AIRFIELD: f64 = 3e4;

impl Place {
    /// Its common name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Country(country) => country.name,
            Self::Part(part) => part.name,
            Self::Province(province) => province.name,
            Self::City(city) => &city.name,
        }
    }

    /// The country it is or lies in; `None` for a part of the world.
    #[must_use]
    pub fn country(&self) -> Option<CountryCode> {
        match self {
            Self::Country(country) => Some(country.code),
            Self::Part(_) => None,
            Self::Province(province) => CountryCode::new(province.country),
            Self::City(city) => Some(city.country),
        }
    }

    /// Its centre or label point.
    #[must_use]
    pub fn at(&self) -> Position {
        match self {
            Self::Country(country) => country.label_at,
            Self::Part(part) => Position::new(part.lon, part.lat),
            Self::Province(province) => Position::new(province.lon, province.lat),
            Self::City(city) => city.at,
        }
    }

    /// How well known it is, counted in inhabitants, so that places of different sorts can be weighed: a
    /// capital counts twice; any state outweighs any city, as readers of the news mean it; the others lie
    /// between a city and a state.
    #[must_use]
    pub fn prominence(&self) -> f64 {
        match self {
            Self::Country(country) => match country.kind {
                CountryKind::Country => 1e9,
                CountryKind::FormerState => 1e8,
                CountryKind::Territory | CountryKind::Organisation => 1e7,
            },
            Self::Part(_) => 1e8,
            Self::Province(_) => 5e5,
            Self::City(city) => {
                let people = city.population as f64;
                match city.sort {
                    Sort::Settlement => people.max(1e3) * if city.capital { 2.0 } else { 1.0 },
                    Sort::Airfield => AIRFIELD,
                    Sort::Venue => 1e5,
                    Sort::Area => people.max(2e5),
                }
            }
        }
    }

    /// Whether the two are the same row of the same table.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Country(a), Self::Country(b)) => a.code == b.code,
            (Self::Part(a), Self::Part(b)) => a == b,
            (Self::Province(a), Self::Province(b)) => a == b,
            (Self::City(a), Self::City(b)) => a.id == b.id,
            (Self::Country(_) | Self::Part(_) | Self::Province(_) | Self::City(_), _) => false,
        }
    }
}

/// Every place of the first tables that `text` names or is the ISO code of, each once, by the best of its
/// names.
#[must_use]
pub fn places_called(text: &str) -> Vec<Named> {
    let mut found = Vec::new();
    if let Some(country) = Countries::embedded().by_code(text) {
        let written = text.trim().to_uppercase();
        found.push(Named { place: Place::Country(country), kind: NameKind::Code, written });
    }
    found.extend(places_named(&fold(text)));
    each_once(found)
}

/// Every place with a name of this folded form, each once, by the best of its names.
#[must_use]
pub fn places_named(folded: &str) -> Vec<Named> {
    let countries = Countries::embedded().named(folded).map(|(country, kind, written)| Named {
        place: Place::Country(country),
        kind,
        written: written.to_owned(),
    });
    let parts = part::named(folded).map(|(part, written)| Named {
        place: Place::Part(part),
        kind: if written == part.name { NameKind::Own } else { NameKind::Alias },
        written: written.to_owned(),
    });
    let provinces = province::named(folded).map(|province| Named {
        place: Place::Province(province),
        kind: NameKind::Own,
        written: province.name.to_owned(),
    });
    let cities = rows_named(folded).map(|row| city_that(City::read(row), |name| name == folded));
    let found = each_once(countries.chain(parts).chain(provinces).chain(cities).collect());
    if found.is_empty() { in_further_language(folded).into_iter().collect() } else { found }
}

/// The country with this folded name in a language that the country table has no column for.
fn in_further_language(folded: &str) -> Option<Named> {
    let (country, written) = Countries::embedded().in_further_language(folded)?;
    Some(Named { place: Place::Country(country), kind: NameKind::Translated, written: written.to_owned() })
}

/// The towns, provinces and airfields that `text` names and the other tables do not have, each once, by the
/// best of its names.
#[must_use]
pub fn further_called(text: &str) -> Vec<Named> {
    let found = further_named(&fold(text)).into_iter().map(|(city, kind, written)| Named {
        place: Place::City(city),
        kind,
        written: written.to_owned(),
    });
    each_once(found.collect())
}

/// The places with a name that begins with this folded text and `allowed`, each once, by the best of its
/// names that do: all countries, parts of the world and provinces, and the `most` largest cities.
#[must_use]
pub fn places_beginning(folded: &str, most: usize, allowed: impl Fn(&Place) -> bool) -> Vec<Named> {
    let countries = Countries::embedded().beginning(folded).map(|(country, kind, written)| Named {
        place: Place::Country(country),
        kind,
        written: written.to_owned(),
    });
    let parts = part::beginning(folded).map(|(part, written)| Named {
        place: Place::Part(part),
        kind: if written == part.name { NameKind::Own } else { NameKind::Alias },
        written: written.to_owned(),
    });
    let provinces = province::beginning(folded).map(|province| Named {
        place: Place::Province(province),
        kind: NameKind::Own,
        written: province.name.to_owned(),
    });
    let others = countries
        .chain(parts)
        .chain(provinces)
        .filter(|named| named.kind != NameKind::Demonym && allowed(&named.place));
    let cities = rows_beginning(folded).into_iter().map(|row| Place::City(City::read(row)));
    let cities = cities.filter(&allowed).take(most).filter_map(|place| match place {
        Place::City(city) => Some(city_that(city, |name| name.starts_with(folded))),
        Place::Country(_) | Place::Part(_) | Place::Province(_) => None,
    });
    each_once(others.chain(cities).collect())
}

/// The folded form of every name of every place, some several times.
pub fn folded_names() -> impl Iterator<Item = &'static str> {
    Countries::embedded().folded_names().chain(part::folded_names()).chain(city::folded_names())
}

/// A city by the first of its names whose folded form is as asked; by its own if none is.
fn city_that(city: City, is_asked: impl Fn(&str) -> bool) -> Named {
    let alternate =
        if is_asked(&fold(&city.name)) { None } else { city.alternates().find(|name| is_asked(&fold(name))) };
    let (kind, written) = match alternate {
        Some(name) => (NameKind::Alias, name.to_owned()),
        None => (NameKind::Own, city.name.to_string()),
    };
    Named { place: Place::City(city), kind, written }
}

fn each_once(found: Vec<Named>) -> Vec<Named> {
    let mut kept: Vec<Named> = Vec::with_capacity(found.len());
    for named in found {
        match kept.iter_mut().find(|known| known.place.is(&named.place)) {
            Some(known) if named.kind < known.kind => *known = named,
            Some(_) => {}
            None => kept.push(named),
        }
    }
    kept
}

/// Kilometres between two positions, for short distances: the great circle flattened (error below 1 % within
/// 300 km).
#[must_use]
pub fn kilometres_between(a: Position, b: Position) -> f64 {
    const KILOMETRES_PER_DEGREE: f64 = 111.2;
    let north = b.lat - a.lat;
    let turn = (b.lon - a.lon).rem_euclid(360.0);
    let east = turn.min(360.0 - turn) * a.lat.midpoint(b.lat).to_radians().cos();
    north.hypot(east) * KILOMETRES_PER_DEGREE
}
