//! Tours that a table tells in a row for each country, each row with the places of all: they are placed in
//! all of the countries together, and each row has those of its own.

use super::division::parts;
use super::field::Field;
use super::mapping::Mapping;
use super::sheet::Sheet;
use super::venue;
use crate::meeting::code::CountryCode;
use std::collections::{BTreeSet, HashMap};

/// The countries of each tour, by what its rows have in common.
#[derive(Clone, Debug, Default)]
pub struct Tours {
    /// The columns of places, days and travellers.
    columns: Vec<usize>,
    countries: HashMap<String, BTreeSet<CountryCode>>,
}

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
        let travellers = [Field::Leader, Field::LeaderCountry];
        let travellers = travellers.into_iter().flat_map(|field| mapping.columns_of(field));
        let columns = [city, day].into_iter().chain(travellers).collect();
        let mut tours = Self { columns, countries: HashMap::new() };
        for row in 0..sheet.len() {
            // A place by itself is no list.
            if parts(sheet.cell(row, city)).parts.len() < 2 {
                continue;
            }
            if let Some(country) = venue::country_of_cell(sheet.cell(row, country)) {
                tours.countries.entry(tours.key(sheet, row)).or_default().insert(country);
            }
        }
        tours.countries.retain(|_, countries| countries.len() > 1);
        tours
    }

    fn key(&self, sheet: &Sheet, row: usize) -> String {
        let cells = self.columns.iter().map(|column| sheet.cell(row, *column).trim());
        cells.collect::<Vec<_>>().join("\u{1f}")
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.countries.is_empty()
    }

    /// The countries of the tour of a row; `None` if it is of none, or its own is not among them.
    #[must_use]
    pub fn countries(&self, sheet: &Sheet, row: usize, own: CountryCode) -> Option<&BTreeSet<CountryCode>> {
        self.countries.get(&self.key(sheet, row)).filter(|all| all.contains(&own))
    }

    /// Where the name of a place stands in the row of a tour: a tour goes from place to place as its cell
    /// lists them. The first place if the row is of no tour; behind all places if its cell does not name it.
    #[must_use]
    pub fn place_in(&self, sheet: &Sheet, row: usize, name: &str) -> usize {
        let Some(&city) = self.columns.first().filter(|_| !self.is_empty()) else { return 0 };
        if !self.countries.contains_key(&self.key(sheet, row)) {
            return 0;
        }
        sheet.cell(row, city).find(name).filter(|_| !name.is_empty()).unwrap_or(usize::MAX)
    }
}
