//! The geocoder: ranked candidates for a name, each with a score and the reason for it.

use super::city::{self as city_table, City, by_id, rows_named};
use super::country::{Countries, Country, CountryKind, NameKind};
use super::fold::fold;
use super::matches::{Match, SAME_PLACE_KILOMETRES, matches, matches_so_far};
use super::place::{Place, kilometres_between};
use super::score::{scores, weight, why};
use super::spelling;
use super::table::rows;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::PlaceId;
use serde::{Serialize, Serializer};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A place that a name may mean.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Candidate {
    /// Which place it is; `None` for a part of the world, a state or a province, which no meeting is recorded at.
    pub id: Option<PlaceId>,
    /// The place's common name.
    pub name: String,
    /// What sort of place it is.
    pub kind: PlaceKind,
    /// The country it is or lies in; `None` for a part of the world.
    pub country: Option<CountryCode>,
    /// The letters of the state of the United States that a city lies in; empty elsewhere, and then `null` in JSON.
    #[serde(serialize_with = "null_if_empty")]
    pub state: String,
    /// Degrees east of its centre or label point.
    pub lon: f64,
    /// Degrees north of its centre or label point.
    pub lat: f64,
    /// Inhabitants, where the table knows.
    pub population: Option<u64>,
    /// From 0 to 1, in hundredths: how sure the match is; see [`super::score`]. 1 is the place's own name and no rival.
    pub score: f64,
    /// Why it is offered: the matched name and how it matched, in words.
    pub why: String,
}

fn null_if_empty<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    Some(text).filter(|text| !text.is_empty()).serialize(serializer)
}

/// What sort of place a candidate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PlaceKind {
    /// A state.
    Country,
    /// A territory.
    Territory,
    /// A state that no longer exists.
    #[serde(rename = "former state")]
    FormerState,
    /// A part of the world, or a state or province of a country.
    Region,
    /// A city or town.
    City,
}

impl PlaceKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Country, Self::Territory, Self::FormerState, Self::Region, Self::City];
}

/// No list of candidates is longer.
pub const MOST_CANDIDATES: usize = 12;

/// A city is taken without asking if it outweighs its next namesake at least so many times. At fifteen, Saint Petersburg leads
/// the one in Florida, and Tripoli of Libya does not lead the one of Lebanon.
pub const LEAD: f64 = 15.0;

/// The same among the cities of a country that was given: less is left to doubt.
pub const LEAD_WITHIN: f64 = 3.0;

/// Places that `name` may mean, best first, at most twelve; none if it is no place. `within` (a country) decides between
/// namesakes: places elsewhere are then left out. The name may carry its own hint: `Tripoli, Libya`.
#[must_use]
pub fn candidates(name: &str, within: Option<CountryCode>) -> Vec<Candidate> {
    ranked(&matches(name, within))
}

/// Places that a name may become that is still being typed, best first, at most twelve: what it means as it stands goes before the
/// names that begin so. `Astan` offers Astana.
#[must_use]
pub fn candidates_so_far(typed: &str, within: Option<CountryCode>) -> Vec<Candidate> {
    ranked(&matches_so_far(typed, within))
}

/// The one city meant by `name` in `within`.
///
/// That is the capital of the given country, if it has the name; else the only city of that name, or the one that outweighs its
/// namesakes [`LEAD`] times ([`LEAD_WITHIN`] times where the area is given). Namesakes within thirty kilometres do not count:
/// the mark is the same. A country's name, with no area given, means a city only if a city in it bears the name as its own
/// (Luxembourg) or the country is one (Monaco); the name of a part of the world means none.
///
/// `Err` holds the candidates when no one leads; the close spellings, which are never taken; or, if the given country has no
/// such place, the places of that name elsewhere.
pub fn city(name: &str, within: Option<CountryCode>) -> Result<City, Vec<Candidate>> {
    if let Some(capital) = within.and_then(|code| capital_called(name, code)) {
        return Ok(capital);
    }
    let found = matches(name, within);
    if within.is_none() && is_no_city(name) {
        return Err(ranked(&found));
    }
    match leader(&found, within.is_some()) {
        Some(city) => Ok(city),
        None if found.is_empty() && within.is_some() => Err(candidates(name, None)),
        None => Err(ranked(&found)),
    }
}

/// Whether a text is a phrase for something else, `The White House`, though some city is also called so: it places nothing by itself.
fn is_no_city(name: &str) -> bool {
    static PHRASES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let phrases = rows(include_str!("../../data/not_cities.csv"));
        phrases.map(|[phrase, _why]| fold(&phrase)).collect()
    });
    PHRASES.contains(&fold(name))
}

/// Reads what is read on first use: the countries, where the cities' rows lie, the names for close spellings. Worth a thread of
/// its own while nobody waits.
pub fn warm_up() {
    let _ = Countries::embedded().find("");
    city_table::warm_up();
    spelling::warm_up();
}

/// The capital of a country; `None` if it has none.
#[must_use]
pub fn capital(country: &Country) -> Option<City> {
    let id = country.capital_id?;
    // Mostly found by its name, so that nobody need number the whole table: the East Berlin of East Germany is Berlin.
    let named = rows_named(&fold(country.capital)).map(City::read).find(|city| city.id == id);
    named.or_else(|| by_id(id))
}

fn capital_called(name: &str, code: CountryCode) -> Option<City> {
    let country = Countries::embedded().get(code)?;
    let is_called = !country.capital.is_empty() && fold(country.capital) == fold(name);
    if is_called { capital(country) } else { None }
}

fn leader(found: &[Match], country_is_given: bool) -> Option<City> {
    let exact = || found.iter().filter(|one| one.is_exact() && one.named.kind != NameKind::Demonym);
    let cities: Vec<&Match> = exact().filter(|one| one.is_city()).collect();
    let country = exact().find_map(|one| match one.named.place {
        Place::Country(country) => {
            (one.named.kind != NameKind::Translated || cities.is_empty()).then_some(country)
        }
        Place::Part(_) | Place::Province(_) | Place::City(_) => None,
    });
    let is_part_of_the_world = exact().any(|one| matches!(one.named.place, Place::Part(_)));
    let city = if country_is_given || found.iter().any(|one| one.in_its_area) {
        outweighing(&cities, LEAD_WITHIN)
    } else if let Some(country) = country {
        bearer_of_its_name(country, &cities)
    } else if is_part_of_the_world {
        None
    } else {
        outweighing(&cities, LEAD)
    };
    city.or_else(|| country.filter(|country| country.is_a_city).and_then(capital))
}

fn bearer_of_its_name(country: &Country, cities: &[&Match]) -> Option<City> {
    let bears_it =
        |one: &&&Match| one.named.kind == NameKind::Own && one.named.place.country() == Some(country.code);
    cities.iter().find(bears_it).and_then(|one| city_of(one))
}

fn city_of(found: &Match) -> Option<City> {
    match &found.named.place {
        Place::City(city) => Some(city.clone()),
        Place::Country(_) | Place::Part(_) | Place::Province(_) => None,
    }
}

fn outweighing(cities: &[&Match], lead: f64) -> Option<City> {
    let first = cities.iter().max_by(|a, b| weight(a).total_cmp(&weight(b)))?;
    let at = first.named.place.at();
    let far =
        cities.iter().filter(|one| kilometres_between(at, one.named.place.at()) >= SAME_PLACE_KILOMETRES);
    if far.into_iter().all(|rival| weight(first) >= lead * weight(rival)) { city_of(first) } else { None }
}

/// Candidates by falling score, then population, then a fixed order, at most twelve.
fn ranked(found: &[Match]) -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> =
        found.iter().zip(scores(found)).map(|(one, score)| candidate(one, score)).collect();
    candidates.sort_by(|a, b| {
        let by_score = b.score.total_cmp(&a.score);
        let by_population = b.population.cmp(&a.population);
        by_score
            .then(by_population)
            .then_with(|| (a.kind, a.country, &a.name).cmp(&(b.kind, b.country, &b.name)))
    });
    candidates.truncate(MOST_CANDIDATES);
    candidates
}

fn candidate(found: &Match, score: f64) -> Candidate {
    let place = &found.named.place;
    let at = place.at();
    let (state, population) = match place {
        Place::City(city) => (city.admin.to_string(), Some(city.population).filter(|&known| known > 0)),
        Place::Country(_) | Place::Part(_) | Place::Province(_) => (String::new(), None),
    };
    Candidate {
        id: id(place),
        name: place.name().to_owned(),
        kind: kind(place),
        country: place.country(),
        state,
        lon: at.lon,
        lat: at.lat,
        population,
        score,
        why: why(found),
    }
}

fn id(place: &Place) -> Option<PlaceId> {
    match place {
        Place::Country(country) => Some(PlaceId::Country(country.code)),
        Place::Part(_) | Place::Province(_) => None,
        Place::City(city) => Some(PlaceId::City(city.id)),
    }
}

fn kind(place: &Place) -> PlaceKind {
    match place {
        Place::Country(country) => match country.kind {
            CountryKind::Country => PlaceKind::Country,
            CountryKind::Territory => PlaceKind::Territory,
            CountryKind::FormerState => PlaceKind::FormerState,
            // Organisations are no places, and none is looked up as one.
            CountryKind::Organisation => PlaceKind::Region,
        },
        Place::Part(_) | Place::Province(_) => PlaceKind::Region,
        Place::City(_) => PlaceKind::City,
    }
}
