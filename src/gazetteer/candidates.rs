//! The geocoder: ranked candidates for a name, each with a score and the reason for it.

use super::city::{self as city_table, City, Sort, first_by_id, rows_named};
use super::country::{Countries, Country, CountryKind, NameKind};
use super::fold::fold;
use super::hint::Hint;
use super::matches::{Match, SAME_PLACE_KILOMETRES, matches, matches_so_far, sure_matches};
use super::place::{Place, kilometres_between};
use super::score::{Why, scores, weight, why};
use super::spelling;
use super::table::rows;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::{CityId, PlaceId};
use serde::{Serialize, Serializer};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A place that a name may mean.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Candidate {
    /// Which place it is; `None` for a part of the world, which no meeting is recorded at.
    pub id: Option<PlaceId>,
    /// The place's common name.
    pub name: String,
    /// What sort of place it is.
    pub kind: PlaceKind,
    /// The country it is or lies in; `None` for a part of the world.
    pub country: Option<CountryCode>,
    /// The letters of the state of the United States that a city lies in; empty elsewhere, and then `null` in
    /// JSON.
    #[serde(serialize_with = "null_if_empty")]
    pub state: String,
    /// Degrees east of its centre or label point.
    pub lon: f64,
    /// Degrees north of its centre or label point.
    pub lat: f64,
    /// Inhabitants, where the table knows.
    pub population: Option<u64>,
    /// From 0 to 1, in hundredths: how sure the match is; see [`super::score`]. 1 is the place's own name and
    /// no rival.
    pub score: f64,
    /// Why it is offered: the matched name and how it matched.
    #[serde(skip)]
    pub why: Why,
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
    /// A part of the world, or a province, a region or an island of a country.
    Region,
    /// A city or town.
    City,
    /// A residence, a resort, a base or another site where people meet.
    Venue,
    /// An airfield.
    Airfield,
}

impl PlaceKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Country,
        Self::Territory,
        Self::FormerState,
        Self::Region,
        Self::City,
        Self::Venue,
        Self::Airfield,
    ];

    /// Whether it is a country as a whole, not a place in one.
    #[must_use]
    pub const fn is_country(self) -> bool {
        match self {
            Self::Country | Self::Territory | Self::FormerState => true,
            Self::Region | Self::City | Self::Venue | Self::Airfield => false,
        }
    }
}

/// No list of candidates is longer.
pub const MOST_CANDIDATES: usize = 12;

/// A city is taken without asking if it outweighs its next namesake at least so many times. At fifteen, Saint
/// Petersburg leads the one in Florida, and Tripoli of Libya does not lead the one of Lebanon.
pub const LEAD: f64 = 15.0;

/// The same among the cities of a country that was given: less is left to doubt.
pub const LEAD_WITHIN: f64 = 3.0;

/// The same for a city that every reader knows.
const LEAD_OF_THE_KNOWN: f64 = 1.0;

/// A city that is only called so is not left aside for one that bears the name if it outweighs it so many
/// times.
const LEAD_OF_ANOTHER_NAME: f64 = 10.0;

/// A city of the country that was given is doubted if one of its name lies so near beyond the border,
const NEAR_THE_BORDER_KILOMETRES: f64 = 300.0;

/// and is so many times as large: Donetsk in Russia beside the one in Ukraine.
const FAR_LARGER: f64 = 5.0;

/// Places that `name` may mean, best first, at most twelve; none if it is no place. `within` (a country)
/// decides between namesakes: places elsewhere are then left out. The name may carry its own hint: `Tripoli,
/// Libya`.
#[must_use]
pub fn candidates(name: &str, within: Option<CountryCode>) -> Vec<Candidate> {
    ranked(&matches(name, within))
}

/// Places that a name may become that is still being typed, best first, at most twelve: what it means as it
/// stands goes before the names that begin so. `Astan` offers Astana.
#[must_use]
pub fn candidates_so_far(typed: &str, within: Option<CountryCode>) -> Vec<Candidate> {
    ranked(&matches_so_far(typed, within))
}

/// The one city meant by `name` in `within`.
///
/// That is the capital of the given country, if it has the name; else the only city of that name, or the one
/// that outweighs its namesakes [`LEAD`] times ([`LEAD_WITHIN`] times where the area is given). Namesakes
/// within thirty kilometres do not count: the mark is the same. A country's name, with no area given, means a
/// city only if a city in it bears the name as its own (Luxembourg) or the country is one (Monaco); the name
/// of a part of the world means none.
///
/// `Err` holds the candidates when no one leads; the close spellings, which are never taken; or, if the given
/// country has no such place, the places of that name elsewhere.
pub fn city(name: &str, within: Option<CountryCode>) -> Result<City, Vec<Candidate>> {
    if let Some(capital) = within.and_then(|code| capital_called(name, code)) {
        return Ok(capital);
    }
    let found = matches(name, within);
    if is_no_city(name, within) {
        return Err(ranked(&found));
    }
    match leader(&found, within.is_some()) {
        // A capital of nearly that name may be meant.
        Some(_) if found.iter().any(|one| one.differing > 0) => Err(ranked(&found)),
        Some(city) if within.is_some_and(|code| is_overshadowed(&city, name, code)) => {
            Err(candidates(name, None))
        }
        Some(city) => Ok(city),
        None if found.is_empty() && within.is_some() => Err(candidates(name, None)),
        None => Err(ranked(&found)),
    }
}

/// The city that [`city`] gives, without what else may be meant: quicker where nobody asks for that.
#[must_use]
pub fn one_city(name: &str, within: Option<CountryCode>) -> Option<City> {
    if let Some(capital) = within.and_then(|code| capital_called(name, code)) {
        return Some(capital);
    }
    let found = sure_matches(name, within);
    if found.iter().any(|one| one.differing > 0) || is_no_city(name, within) {
        return None;
    }
    let city = leader(&found, within.is_some())?;
    let is_doubted = within.is_some_and(|code| is_overshadowed(&city, name, code));
    (!is_doubted).then_some(city)
}

/// Whether it is a city that every reader thinks of: Geneva, though there is one in Illinois.
fn is_well_known(found: &Match) -> bool {
    static KNOWN: LazyLock<BTreeSet<CityId>> = LazyLock::new(|| {
        let known = rows(include_str!("../../data/known_cities.csv"));
        known.map(|[id, _name, _country, _why]| CityId(id.parse().expect("an id is a number"))).collect()
    });
    match &found.named.place {
        Place::City(city) => KNOWN.contains(&city.id),
        Place::Country(_) | Place::Part(_) | Place::Province(_) => false,
    }
}

/// Whether a text names a sea, or, where no country is given, is a phrase for something else, `The White
/// House`, though some place is also called so: it places nothing by itself.
fn is_no_city(name: &str, within: Option<CountryCode>) -> bool {
    static PHRASES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        rows(include_str!("../../data/not_cities.csv")).map(|[phrase, _why]| fold(&phrase)).collect()
    });
    static SEAS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let seas = rows(include_str!("../../data/seas.csv"));
        seas.map(|[name, _lon, _lat, _degrees, _source]| fold(&name)).collect()
    });
    let bare = |text: &str| {
        let folded = fold(text);
        folded.strip_prefix("the ").map(str::to_owned).unwrap_or(folded)
    };
    let first = name.split(',').next().unwrap_or(name);
    SEAS.contains(&bare(first)) || (within.is_none() && PHRASES.contains(&bare(name)))
}

/// Reads what is read on first use: the countries, where the cities' rows lie, the names for close spellings.
/// Worth a thread of its own while nobody waits.
pub fn warm_up() {
    let _ = Countries::embedded().find("");
    city_table::warm_up();
    spelling::warm_up();
}

/// The capital of a country; `None` if it has none.
#[must_use]
pub fn capital(country: &Country) -> Option<City> {
    let id = country.capital_id?;
    // Mostly found by its name, so that nobody need number the whole table: the East Berlin of East Germany
    // is Berlin.
    let named = rows_named(&fold(country.capital)).map(City::read).find(|city| city.id == id);
    named.or_else(|| first_by_id(id))
}

/// Whether a far larger city of that name lies near, beyond the border.
fn is_overshadowed(city: &City, name: &str, within: CountryCode) -> bool {
    let hint = Hint::country(within);
    let people = city.population.max(1000) as f64;
    let overshadows = |found: &Match| match &found.named.place {
        Place::City(other) => {
            let away = kilometres_between(city.at, other.at);
            found.named.kind == NameKind::Own
                && other.population as f64 >= FAR_LARGER * people
                && (SAME_PLACE_KILOMETRES..NEAR_THE_BORDER_KILOMETRES).contains(&away)
                && !hint.allows(&found.named.place)
        }
        Place::Country(_) | Place::Part(_) | Place::Province(_) => false,
    };
    city.sort == Sort::Settlement && matches(name, None).iter().any(overshadows)
}

fn capital_called(name: &str, code: CountryCode) -> Option<City> {
    let country = Countries::embedded().get(code)?;
    let is_called = !country.capital.is_empty() && fold(country.capital) == fold(name);
    if is_called { capital(country) } else { None }
}

fn leader(found: &[Match], country_is_given: bool) -> Option<City> {
    let exact = || found.iter().filter(|one| one.is_exact() && one.named.kind != NameKind::Demonym);
    let cities = without_areas_of_cities(exact().filter(|one| one.is_city()).collect());
    let country = exact().find_map(|one| match one.named.place {
        Place::Country(country) => {
            (one.named.kind != NameKind::Translated || cities.is_empty()).then_some(country)
        }
        Place::Part(_) | Place::Province(_) | Place::City(_) => None,
    });
    let is_part_of_the_world = exact().any(|one| matches!(one.named.place, Place::Part(_)));
    let city = if country_is_given || found.iter().any(|one| one.in_its_area) {
        outweighing(&by_own_names(cities), LEAD_WITHIN)
    } else if let Some(country) = country {
        bearer_of_its_name(country, &cities)
    } else if is_part_of_the_world {
        None
    } else {
        outweighing(&without_names_of_venues(cities), LEAD)
    };
    city.or_else(|| country.filter(|country| country.is_a_city).and_then(capital))
}

/// Those that bear the name as their own, if any does: in the United States, El Paso is no other city that
/// was once called so. But where one that is so many times as large was, it is doubted which is meant:
/// Kuybyshev in Russia may be Samara.
fn by_own_names(cities: Vec<&Match>) -> Vec<&Match> {
    let heaviest = |own: bool| {
        let weights = cities.iter().filter(|one| one.is_by_own_name() == own).map(|one| weight(one));
        weights.fold(0.0, f64::max)
    };
    let (own, other) = (heaviest(true), heaviest(false));
    if own == 0.0 {
        cities
    } else if other > LEAD_OF_ANOTHER_NAME * own {
        Vec::new()
    } else {
        cities.into_iter().filter(|one| one.is_by_own_name()).collect()
    }
}

/// Without the cities that a venue's name is another name of: The White House is not Casablanca.
fn without_names_of_venues(cities: Vec<&Match>) -> Vec<&Match> {
    let is_one = cities.iter().any(|one| one.sort() == Some(Sort::Venue));
    let is_meant = |one: &&Match| !is_one || one.sort() != Some(Sort::Settlement) || one.is_by_own_name();
    cities.into_iter().filter(is_meant).collect()
}

/// Provinces of one name are one area on a map of the world, if they lie so near each other: the two of
/// Extremadura.
const SAME_AREA_KILOMETRES: f64 = 300.0;

/// A city of so many people goes before a province of its name.
const LARGE: f64 = 100_000.0;

/// Without the provinces that are called as a large city is: `Quebec` is the city where a city is asked for.
fn without_areas_of_cities(cities: Vec<&Match>) -> Vec<&Match> {
    let is_large =
        |one: &&Match| one.sort() == Some(Sort::Settlement) && one.named.place.prominence() >= LARGE;
    let is_one = cities.iter().any(is_large);
    cities.into_iter().filter(|one| !is_one || one.sort() != Some(Sort::Area)).collect()
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

fn number(found: &Match) -> Option<PlaceId> {
    id(&found.named.place)
}

/// Those that bear the name as their own, if a city that every reader thinks of does: Dayton in Ohio was once
/// called Venice, and is not thought of by that name.
fn without_other_names_of_the_known<'a>(cities: &[&'a Match]) -> Vec<&'a Match> {
    let is_known = cities.iter().any(|one| one.named.kind == NameKind::Own && is_well_known(one));
    let is_meant = |one: &&&Match| !is_known || one.named.kind == NameKind::Own;
    cities.iter().filter(is_meant).copied().collect()
}

fn outweighing(cities: &[&Match], lead: f64) -> Option<City> {
    let cities = if lead > LEAD_WITHIN { without_other_names_of_the_known(cities) } else { cities.to_vec() };
    // Of two that weigh the same on one spot, the one with the lower number, whichever is listed first.
    let by_weight =
        |a: &&&Match, b: &&&Match| weight(a).total_cmp(&weight(b)).then_with(|| number(b).cmp(&number(a)));
    let first = cities.iter().max_by(by_weight)?;
    let at = first.named.place.at();
    let bears_it = |one: &&&Match| {
        one.named.kind == NameKind::Own && one.sort() == Some(Sort::Settlement) && weight(one) >= TOWN
    };
    if is_given_up(first) && cities.iter().any(|one| bears_it(&one)) {
        return None;
    }
    // By another name than its own, the known city leads only where no other bears it.
    let is_called_so = first.named.kind == NameKind::Own
        || cities.iter().all(|one| one.named.kind != NameKind::Own || one.sort() != Some(Sort::Settlement));
    let is_known = lead > LEAD_WITHIN && is_called_so && is_well_known(first);
    let lead = if is_known { LEAD_OF_THE_KNOWN } else { lead };
    let are_areas = cities.iter().all(|one| one.sort() == Some(Sort::Area));
    let same = if are_areas { SAME_AREA_KILOMETRES } else { SAME_PLACE_KILOMETRES };
    let is_same = |one: &Match| {
        let is_of_it = !are_areas || one.named.place.country() == first.named.place.country();
        is_of_it && kilometres_between(at, one.named.place.at()) < same
    };
    let far = cities.iter().filter(|one| !is_same(one));
    if far.into_iter().all(|rival| weight(first) >= lead * weight(rival)) { city_of(first) } else { None }
}

/// Whether it is a name that the city gave up, and that another bears today: Salisbury is no longer Harare.
fn is_given_up(found: &Match) -> bool {
    static NAMES: LazyLock<BTreeSet<(String, CityId)>> = LazyLock::new(|| {
        let names = rows(include_str!("../../data/given_up_names.csv"));
        names
            .map(|[name, id, _end, _source]| {
                (fold(&name), id.parse().map(CityId).expect("an id is a number"))
            })
            .collect()
    });
    let names_city = |city: &City| NAMES.contains(&(fold(&found.named.written), city.id));
    matches!(&found.named.place, Place::City(city) if names_city(city))
}

/// A place of so many people is a town that may be meant by its name.
const TOWN: f64 = 10_000.0;

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
        Place::City(city) => match city.sort {
            Sort::Settlement => PlaceKind::City,
            Sort::Venue => PlaceKind::Venue,
            Sort::Airfield => PlaceKind::Airfield,
            Sort::Area => PlaceKind::Region,
        },
    }
}
