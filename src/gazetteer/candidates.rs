//! The geocoder: ranked candidates for a name, each with a score and the reason for it.

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
    /// The country it is or lies in; `None` for a region.
    pub country: Option<CountryCode>,
    /// Degrees east of its centre or label point.
    pub lon: f64,
    /// Degrees north of its centre or label point.
    pub lat: f64,
    /// Inhabitants, where the table knows.
    pub population: Option<u64>,
    /// From 0 to 1: how sure the match is. 1 is the place's own name and no rival.
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
    /// A part of the world.
    Region,
    /// A city or town.
    City,
}

/// Places that `name` may mean, best first, at most twelve; none if it is no place. `within` (a country) decides between
/// namesakes: places elsewhere are then left out. The name may carry its own hint: `Tripoli, Libya`.
#[must_use]
pub fn candidates(_name: &str, _within: Option<CountryCode>) -> Vec<Candidate> {
    todo!("skeleton")
}

/// The one city meant by `name` in `within`: a single candidate, or one that clearly leads its rivals. `Err` holds the
/// candidates when no one leads, or the close spellings, or nothing.
pub fn city(_name: &str, _within: Option<CountryCode>) -> Result<Position, Vec<Candidate>> {
    todo!("skeleton")
}
