//! Seas: their names, and where on a map they stand, from `data/seas.csv`. Seas over whose name states differ
//! are not in it.

use crate::gazetteer::table::{rows, text};
use crate::meeting::Position;
use std::sync::LazyLock;

/// An ocean, a sea or a bay.
#[derive(Clone, Debug, PartialEq)]
pub struct Sea {
    /// Its name in English.
    pub name: &'static str,
    /// About its middle.
    pub at: Position,
    /// About how wide it is, in degrees of longitude.
    pub degrees: f64,
}

/// Every sea of the table, in order of name.
#[must_use]
pub fn seas() -> &'static [Sea] {
    static SEAS: LazyLock<Vec<Sea>> = LazyLock::new(|| {
        let number = |field: &str| field.parse().expect("seas.csv holds degrees");
        let sea = |[name, lon, lat, degrees, _source]: [_; 5]| Sea {
            name: text(name),
            at: Position::new(number(&lon), number(&lat)),
            degrees: number(&degrees),
        };
        rows(include_str!("../../data/seas.csv")).map(sea).collect()
    });
    &SEAS
}
