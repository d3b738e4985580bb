//! Suggestions: the places that a text of a table may mean, the likeliest first.

use crate::gazetteer::candidates::{Candidate, PlaceKind, candidates, candidates_so_far};
use crate::gazetteer::country::Countries;
use crate::gazetteer::score::Why;
use crate::import::decisions::Decided;
use crate::import::venue::{self, countries_near};
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::PlaceId;

/// A place that a text may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// What is decided if it is taken.
    pub decided: Decided,
    /// The place's common name.
    pub name: String,
    /// The letters of the state of the United States that a city lies in; empty elsewhere.
    pub state: String,
    /// The country that it is or lies in.
    pub country: CountryCode,
    /// What sort of place it is.
    pub kind: PlaceKind,
    /// Where it lies.
    pub at: Position,
    /// Inhabitants, where the table knows.
    pub population: Option<u64>,
    /// From 0 to 1, in hundredths: how sure it is.
    pub score: f64,
    /// Why it is offered.
    pub why: Reason,
    /// Whether it lies in the country that the row names.
    pub is_where_written: bool,
}

/// A place elsewhere than the row says, or a name that only resembles it, is not likely below this.
const LIKELY: f64 = 0.5;

/// Why a place is offered.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// It has such a name.
    Name(Why),
    /// It is the country as a whole.
    Whole,
    /// The text means it already.
    AsItIs,
    /// It is a point that the user chose.
    Point,
}

impl Suggestion {
    /// Whether it may be chosen for the user, who only confirms it.
    #[must_use]
    pub fn is_likely(&self) -> bool {
        self.score >= LIKELY
    }
}

/// No more are suggested.
pub const MOST_SUGGESTIONS: usize = 12;

/// What is left of a score where the row names another country.
const ELSEWHERE: f64 = 0.5;

/// The same where the country's words are like those of the place's country, though not understood.
const NEAR_ITS_COUNTRY: f64 = 0.95;

/// The same where they are like those of other countries, or of none.
const UNKNOWN_COUNTRY: f64 = 0.6;

/// The places that the words of a row may mean, at most [`MOST_SUGGESTIONS`]: those in its country first,
/// then those elsewhere and the countries that its words for a country may mean. Each word may be empty.
#[must_use]
pub fn suggestions(country: &str, city: &str) -> Vec<Suggestion> {
    let within = venue::country(country);
    let near: Vec<Candidate> =
        if country.is_empty() || within.is_some() { Vec::new() } else { countries_near(country) };
    let share = |place: CountryCode| match within {
        Some(_) => ELSEWHERE,
        None if country.is_empty() => 1.0,
        None if near.iter().any(|one| one.country == Some(place)) => NEAR_ITS_COUNTRY,
        None => UNKNOWN_COUNTRY,
    };
    let mut found: Vec<Suggestion> = Vec::new();
    let mut add = |suggestion: Suggestion| {
        if !found.iter().any(|known| known.decided == suggestion.decided) {
            found.push(suggestion);
        }
    };
    if let Some(code) = within {
        let here = candidates(city, Some(code));
        let here = here.iter().filter_map(suggestion);
        here.for_each(|one| add(Suggestion { is_where_written: true, ..one }));
    }
    let mut elsewhere: Vec<Suggestion> = candidates(city, None).iter().filter_map(suggestion).collect();
    for one in &mut elsewhere {
        one.score = hundredths(one.score * share(one.country));
    }
    elsewhere.extend(near.iter().filter_map(suggestion));
    elsewhere.sort_by(|a, b| b.score.total_cmp(&a.score));
    elsewhere.into_iter().for_each(&mut add);
    found.truncate(MOST_SUGGESTIONS);
    found
}

/// The places that a text may become that is still being typed.
#[must_use]
pub fn suggestions_so_far(typed: &str, within: Option<CountryCode>) -> Vec<Suggestion> {
    let found = candidates_so_far(typed, None);
    let found = found.iter().filter_map(suggestion);
    found.map(|one| Suggestion { is_where_written: within == Some(one.country), ..one }).collect()
}

/// A country as a whole, as a suggestion; `None` if the table has none.
#[must_use]
pub fn whole_country(code: CountryCode) -> Option<Suggestion> {
    let country = Countries::embedded().get(code)?;
    Some(Suggestion {
        decided: Decided::Country(code),
        name: country.name.to_owned(),
        state: String::new(),
        country: code,
        kind: PlaceKind::Country,
        at: country.label_at,
        population: None,
        score: 1.0,
        why: Reason::Whole,
        is_where_written: true,
    })
}

/// Rounded down, so that 1 stays for what is without doubt.
fn hundredths(score: f64) -> f64 {
    (score * 100.0 + 1e-9).floor() / 100.0
}

fn suggestion(candidate: &Candidate) -> Option<Suggestion> {
    let Candidate { id, name, kind, country, state, lon, lat, population, score, why } = candidate;
    let decided = match id.as_ref()? {
        PlaceId::City(city) => Decided::City(*city),
        PlaceId::Country(code) => Decided::Country(*code),
        PlaceId::Point { .. } => return None,
    };
    Some(Suggestion {
        decided,
        name: name.clone(),
        state: state.clone(),
        country: (*country)?,
        kind: *kind,
        at: Position::new(*lon, *lat),
        population: *population,
        score: *score,
        why: Reason::Name(why.clone()),
        is_where_written: false,
    })
}
