//! The geocoder: ranked candidates for a name, each with a score and the reason for it.

use super::country::{Countries, CountryKind, NameKind};
use super::fold::fold;
use super::matches::{Match, SAME_PLACE_KILOMETRES, matches};
use super::place::{Place, kilometres_between};
use super::score::{scores, weight, why};
use super::{city as city_table, spelling};
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use serde::Serialize;

/// A place that a name may mean.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Candidate {
    /// The place's common name.
    pub name: String,
    /// What sort of place it is.
    pub kind: PlaceKind,
    /// The country it is or lies in; `None` for a part of the world.
    pub country: Option<CountryCode>,
    /// The letters of the state of the United States that a city lies in; empty elsewhere.
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

    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Territory => "territory",
            Self::FormerState => "former state",
            Self::Region => "region",
            Self::City => "city",
        }
    }
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

/// The one city meant by `name` in `within`: a single one, or one that outweighs its namesakes [`LEAD`] times, or
/// [`LEAD_WITHIN`] times in a given country. Namesakes within thirty kilometres do not count: the mark is the same.
/// A country's name means a city only if a city in it bears that name, as Luxembourg, or if the country is given beside it.
/// `Err` holds the candidates when no one leads; the close spellings; or, if the country has no such city, the cities of
/// that name elsewhere.
pub fn city(name: &str, within: Option<CountryCode>) -> Result<Position, Vec<Candidate>> {
    let found = matches(name, within);
    if let Some(position) = leader(&found, within) {
        return Ok(position);
    }
    if found.is_empty() && within.is_some() {
        return Err(candidates(name, None));
    }
    Err(ranked(&found))
}

/// Reads what is read on first use: the countries, where the cities' rows lie, the names for close spellings. Worth a thread of
/// its own while nobody waits.
pub fn warm_up() {
    let _ = Countries::embedded().find("");
    city_table::warm_up();
    spelling::warm_up();
}

fn leader(found: &[Match], within: Option<CountryCode>) -> Option<Position> {
    let exact = || found.iter().filter(|one| one.is_exact() && one.named.kind != NameKind::Demonym);
    let country = exact().find_map(|one| match one.named.place {
        Place::Country(country) => Some(country),
        Place::Part(_) | Place::Province(_) | Place::City(_) => None,
    });
    let mut cities: Vec<&Match> = exact().filter(|one| one.is_city()).collect();
    cities.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
    if within.is_none()
        && let Some(country) = country
    {
        let bears_its_name = |one: &&Match| {
            one.named.place.country() == Some(country.code)
                && fold(one.named.place.name()) == fold(&country.name)
        };
        return cities.into_iter().find(bears_its_name).map(|one| one.named.place.at());
    }
    let Some((first, others)) = cities.split_first() else {
        return country.filter(|country| country.is_a_city()).map(|country| country.capital_at);
    };
    let at = first.named.place.at();
    let lead = if within.is_some() { LEAD_WITHIN } else { LEAD };
    let rival =
        others.iter().find(|one| kilometres_between(at, one.named.place.at()) >= SAME_PLACE_KILOMETRES);
    rival.is_none_or(|rival| weight(first) >= lead * weight(rival)).then_some(at)
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

fn kind(place: &Place) -> PlaceKind {
    match place {
        Place::Country(country) => match country.kind {
            CountryKind::Country => PlaceKind::Country,
            CountryKind::Territory => PlaceKind::Territory,
            CountryKind::FormerState => PlaceKind::FormerState,
        },
        Place::Part(_) | Place::Province(_) => PlaceKind::Region,
        Place::City(_) => PlaceKind::City,
    }
}
