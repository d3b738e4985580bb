//! Tours that a table tells in a row for each country, each row with the places of all: they are placed in
//! all of the countries together, and each row has those of its own.

use super::field::Field;
use super::mapping::Mapping;
use super::sheet::Sheet;
use super::venue;
use crate::meeting::code::CountryCode;
use std::collections::{BTreeSet, HashMap};

/// The countries of each tour, by its days and places as written.
#[derive(Clone, Debug, Default)]
pub struct Tours(HashMap<(String, String), BTreeSet<CountryCode>>);

impl Tours {
    /// Those of a table that has a column of countries, one of places and one of days.
    #[must_use]
    pub fn of(sheet: &Sheet, mapping: &Mapping) -> Self {
        let first = |field: Field| mapping.columns_of(field).next();
        let (Some(country), Some(city), Some(day), false) =
            (first(Field::Country), first(Field::City), first(Field::Start), mapping.is_complete)
        else {
            return Self::default();
        };
        let mut tours: HashMap<(String, String), BTreeSet<CountryCode>> = HashMap::new();
        for row in 0..sheet.len() {
            let places = sheet.cell(row, city).trim();
            // A place by itself is no list.
            if !places.contains([',', ';', '/', '\n', '&']) && !places.contains(" e ") {
                continue;
            }
            if let Some(country) = venue::country_of_cell(sheet.cell(row, country)) {
                let key = (sheet.cell(row, day).trim().to_owned(), places.to_owned());
                tours.entry(key).or_default().insert(country);
            }
        }
        tours.retain(|_, countries| countries.len() > 1);
        Self(tours)
    }

    /// The countries of the tour of a row; `None` if it is of none, or its own is not among them.
    #[must_use]
    pub fn countries(&self, day: &str, places: &str, own: CountryCode) -> Option<&BTreeSet<CountryCode>> {
        let Self(tours) = self;
        if tours.is_empty() {
            return None;
        }
        tours.get(&(day.trim().to_owned(), places.trim().to_owned())).filter(|all| all.contains(&own))
    }
}
