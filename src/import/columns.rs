//! The columns of a table looked up by what they hold.

use super::field::{Field, key};
use super::mapping::Mapping;
use super::problem::{Column, excerpt};
use std::collections::HashMap;

/// A mapping made ready for reading rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    names: Vec<String>,
    places: Vec<Vec<usize>>,
}

impl Columns {
    /// The columns of a mapping.
    #[must_use]
    pub fn of(mapping: &Mapping) -> Self {
        let names = mapping.columns.iter().map(|column| column.heading.clone()).collect();
        let places = Field::ALL.into_iter().map(|field| mapping.columns_of(field).collect()).collect();
        Self { names, places }
    }

    /// How many columns there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.names.len()
    }

    /// The places of a field's columns, counted from 0.
    #[must_use]
    pub fn places(&self, field: Field) -> &[usize] {
        &self.places[field as usize]
    }

    /// The heading of the column at a place.
    #[must_use]
    pub fn heading(&self, place: usize) -> &str {
        &self.names[place]
    }

    /// The column at a place, for problems; a long name is cut.
    #[must_use]
    pub fn column(&self, place: usize) -> Column {
        Column {
            number: place + 1,
            name: self.names.get(place).map(|name| excerpt(name)).unwrap_or_default(),
        }
    }

    /// The named columns that nothing is read from: `mood`, `id (a duplicate)`.
    pub fn unused_in_words(&self) -> impl Iterator<Item = String> {
        let mut first = HashMap::new();
        for (place, name) in self.names.iter().enumerate() {
            first.entry(key(name)).or_insert(place);
        }
        let is_used = |place: usize| self.places.iter().any(|places| places.contains(&place));
        let unused =
            self.names.iter().enumerate().filter(move |(place, name)| !is_used(*place) && !name.is_empty());
        unused.map(move |(place, name)| {
            let is_repeated = first[&key(name)] < place;
            if is_repeated { format!("{} (a duplicate)", excerpt(name)) } else { excerpt(name) }
        })
    }
}
