//! Areas that some border policy draws with another state than the one they are listed under: a place there
//! is looked for in both.

use super::table::{Field, rows};
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use std::sync::LazyLock;

/// A row of `data/claims.csv`.
#[derive(Debug, PartialEq)]
pub struct Claim {
    /// Its name.
    pub area: Field,
    /// The country that its places are listed under.
    pub listed: CountryCode,
    /// The state that a border policy draws it with.
    pub state: CountryCode,
    /// The degrees between which it lies: west, south, east, north. It may hold land of the same two states
    /// that nobody disputes.
    pub bounds: [f64; 4],
    /// The policy that draws it so.
    pub source: Field,
}

impl Claim {
    /// Whether a place that is listed under this country lies there.
    #[must_use]
    pub fn holds(&self, country: CountryCode, at: Position) -> bool {
        let [west, south, east, north] = self.bounds;
        country == self.listed && (west..=east).contains(&at.lon) && (south..=north).contains(&at.lat)
    }
}

/// Every row, in order of area.
#[must_use]
pub fn claims() -> &'static [Claim] {
    static TABLE: LazyLock<Vec<Claim>> =
        LazyLock::new(|| rows(include_str!("../../data/claims.csv")).map(claim).collect());
    &TABLE
}

fn claim([area, listed, state, west, south, east, north, source]: [Field; 8]) -> Claim {
    let code = |text: &str| CountryCode::new(text).expect("states of claims.csv are codes");
    let degrees = |text: Field| text.parse().expect("bounds of claims.csv are degrees");
    let bounds = [west, south, east, north].map(degrees);
    Claim { area, listed: code(&listed), state: code(&state), bounds, source }
}
