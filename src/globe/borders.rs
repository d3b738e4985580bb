//! The base map: the shapes of countries and of disputed areas, and which country lies under a point.

use crate::meeting::Position;
use crate::meeting::code::CountryCode;

/// What every picture must say about its borders.
pub const WORDING: &str = "Boundaries follow Natural Earth 5.1.2, adjusted to UN resolutions on Crimea, Western Sahara and the Golan; \
                           disputed areas are hatched; no endorsement implied.";

/// All shapes at 1:50 million, already cut at ±180°.
#[derive(Debug)]
pub struct Borders {
    /// Countries and territories in order of code.
    pub countries: Vec<CountryShape>,
    /// Areas to hatch.
    pub disputed: Vec<DisputedShape>,
}

/// A country's land.
#[derive(Debug)]
pub struct CountryShape {
    /// Whose land it is under the stated border policy.
    pub code: CountryCode,
    /// Where its name is set.
    pub label_at: Position,
    /// Natural Earth's importance for labels, 1 (most) to 10.
    pub label_rank: f64,
    /// Degrees, longitude first.
    pub land: geo::MultiPolygon<f64>,
}

/// A disputed area.
#[derive(Debug)]
pub struct DisputedShape {
    /// Its name.
    pub name: String,
    /// Who administers and who claims it, in a few words.
    pub claims: String,
    /// Degrees, longitude first.
    pub land: geo::MultiPolygon<f64>,
}

impl Borders {
    /// The embedded base map, read on first use.
    #[must_use]
    pub fn embedded() -> &'static Self {
        todo!("skeleton")
    }

    /// Reads the two `GeoJSON` texts of `assets/`, or says what is wrong with them.
    pub fn parse(_countries: &str, _disputed: &str) -> Result<Self, String> {
        todo!("skeleton")
    }

    /// The country at a position; `None` at sea. At most 10 µs.
    #[must_use]
    pub fn country_at(&self, _at: Position) -> Option<CountryCode> {
        todo!("skeleton")
    }

    /// The disputed area at a position, if any.
    #[must_use]
    pub fn disputed_at(&self, _at: Position) -> Option<&DisputedShape> {
        todo!("skeleton")
    }
}
