//! The columns of a table looked up by what they hold.

use super::field::{Field, key};
use super::mapping::Mapping;
use super::problem::{Column, excerpt};
use super::sheet::Sheet;
use super::word;
use crate::gazetteer::country::Countries;
use std::collections::{BTreeSet, HashMap};

/// Bytes of the longest cell that can say that there is nothing.
const LONGEST_NOTHING: usize = 40;

/// The code of Namibia, and what scripts write where nothing is known.
const NAMIBIA: &str = "NA";

/// Whether `NA` in a column is a code like its other cells: all are codes of states in two capitals, and
/// there are several.
fn holds_codes(sheet: &Sheet, column: usize) -> bool {
    /// Rows that are looked at.
    const ROWS: usize = 5_000;
    let is_code = |cell: &str| cell.len() == 2 && Countries::embedded().by_code(cell).is_some();
    let cells = (0..sheet.len().min(ROWS)).map(|row| sheet.cell(row, column).trim());
    let mut codes = BTreeSet::new();
    for cell in cells.filter(|cell| !cell.is_empty()) {
        if !codes.contains(cell) && !is_code(cell) {
            return false;
        }
        codes.insert(cell);
    }
    codes.contains(NAMIBIA) && codes.len() > 2
}

/// What the columns hold in which `NA` can be the code of Namibia.
pub const OF_STATES: [Field; 3] = [Field::Country, Field::LeaderCountry, Field::CounterpartCountry];

/// The columns of a table in which `NA` is the code of Namibia; none of one that says itself all there is to
/// say.
#[must_use]
pub fn of_codes(mapping: &Mapping, sheet: &Sheet) -> Vec<usize> {
    if mapping.is_complete {
        return Vec::new();
    }
    let columns = OF_STATES.into_iter().flat_map(|field| mapping.columns_of(field));
    columns.filter(|column| holds_codes(sheet, *column)).collect()
}

/// A mapping made ready for reading rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    names: Vec<String>,
    places: Vec<Vec<usize>>,
    /// The columns in which `NA` is the code of Namibia.
    codes: Vec<usize>,
    /// Whether cells mean what they say, also where they say `none`.
    pub is_complete: bool,
}

impl Columns {
    /// The columns of a mapping.
    #[must_use]
    pub fn of(mapping: &Mapping) -> Self {
        let names = mapping.columns.iter().map(|column| column.heading.clone()).collect();
        let places = Field::ALL.into_iter().map(|field| mapping.columns_of(field).collect()).collect();
        Self { names, places, codes: Vec::new(), is_complete: mapping.is_complete }
    }

    /// The same, for reading rows of a table.
    #[must_use]
    pub fn reading(mapping: &Mapping, sheet: &Sheet) -> Self {
        Self { codes: of_codes(mapping, sheet), ..Self::of(mapping) }
    }

    /// Whether a cell says that there is nothing: `NA`, `none`, `–`; or, where somebody or a place is asked
    /// for, that it is not settled: `TBC`.
    #[must_use]
    pub fn is_nothing(&self, field: Field, place: usize, cell: &str) -> bool {
        if self.is_complete || cell.is_empty() || cell.len() > LONGEST_NOTHING {
            return false;
        }
        let is_named = match field {
            Field::Country
            | Field::City
            | Field::Building
            | Field::Participants
            | Field::Leader
            | Field::LeaderCountry
            | Field::Office
            | Field::Counterpart
            | Field::CounterpartCountry
            | Field::CounterpartOffice
            | Field::Origin => true,
            Field::Start | Field::End | Field::Precision | Field::Delegation | Field::Note => return false,
            Field::Id
            | Field::Kind
            | Field::Mode
            | Field::Status
            | Field::Title
            | Field::Occasion
            | Field::Outcome
            | Field::Sources
            | Field::ArticleRef
            | Field::Longitude
            | Field::Latitude
            | Field::Trip
            | Field::Stop
            | Field::Count
            | Field::Year
            | Field::Month
            | Field::Day
            | Field::EndYear
            | Field::EndMonth
            | Field::EndDay
            | Field::Duration
            | Field::Coordinates
            | Field::Topic
            | Field::OriginLongitude
            | Field::OriginLatitude
            | Field::EventCode => false,
        };
        if cell == NAMIBIA && self.codes.contains(&place) {
            return false;
        }
        word::is_nothing(cell) || (is_named && (word::is_sign(cell) || word::is_open(cell)))
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
