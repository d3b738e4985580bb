//! Locations: the places of a table by their ids, for tables of flows that name places so.

use super::degrees::degrees;
use super::field::key;
use super::layout::Layout;
use super::sheet::Sheet;
use crate::meeting::Position;
use std::collections::BTreeMap;

/// Places by their ids.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Locations(BTreeMap<String, Location>);

/// A place that has an id.
#[derive(Clone, Debug, PartialEq)]
pub struct Location {
    /// Its name, as written.
    pub name: String,
    /// Where it lies.
    pub at: Position,
}

impl Locations {
    /// The rows of a table of locations that have an id and a point; none if the table is another one.
    #[must_use]
    pub fn of(sheet: &Sheet) -> Self {
        if Layout::of(&sheet.headings) != Some(Layout::Locations) {
            return Self::default();
        }
        let column = |name: &str| sheet.headings.iter().position(|heading| key(heading) == name);
        let [Some(id), Some(name), Some(lat), Some(lon)] = ["id", "name", "lat", "lon"].map(column) else {
            return Self::default();
        };
        let rows = (0..sheet.len()).filter_map(|row| {
            let cell = |column: usize| sheet.cell(row, column).trim();
            let at = Position::new(degrees(cell(lon), 180.0)?, degrees(cell(lat), 90.0)?);
            Some((cell(id).to_owned(), Location { name: cell(name).to_owned(), at }))
        });
        Self(rows.collect())
    }

    /// The place with an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Location> {
        self.0.get(id)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds those of another table; where both have an id, it stays as it is.
    pub fn add(&mut self, other: Self) {
        for (id, location) in other.0 {
            self.0.entry(id).or_insert(location);
        }
    }
}
