//! Rows of one event: tables that give each participant a row of its own.

use super::field::Field;
use super::mapping::Mapping;
use super::sheet::Sheet;
use super::word;
use crate::gazetteer::fold::fold;
use std::collections::{BTreeMap, BTreeSet};

/// What says that two rows tell of one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventKey {
    /// The column of identities, or of titles.
    name: usize,
    /// Those of dates and places.
    others: Vec<usize>,
}

/// Columns that must agree besides the name: when and where it was.
const WHEN_AND_WHERE: [Field; 13] = [
    Field::Start,
    Field::End,
    Field::Year,
    Field::Month,
    Field::Day,
    Field::EndYear,
    Field::EndMonth,
    Field::EndDay,
    Field::City,
    Field::Country,
    Field::Longitude,
    Field::Latitude,
    Field::Coordinates,
];

/// Columns of which one at least must differ: who took part.
const WHO: [Field; 5] =
    [Field::Participants, Field::Leader, Field::LeaderCountry, Field::Counterpart, Field::CounterpartCountry];

impl EventKey {
    /// The key of a table that has dates, and identities or titles.
    #[must_use]
    pub fn of(mapping: &Mapping) -> Option<Self> {
        let first = |field: Field| mapping.columns_of(field).next();
        let name = first(Field::Id).or_else(|| first(Field::Title))?;
        [Field::Start, Field::Year].into_iter().find_map(first)?;
        let others = WHEN_AND_WHERE.into_iter().flat_map(|field| mapping.columns_of(field)).collect();
        Some(Self { name, others })
    }

    /// What the rows of one event share; `None` if the row has no name, or one that many events have, such as `State visit`.
    #[must_use]
    pub fn of_row(&self, sheet: &Sheet, row: usize) -> Option<String> {
        let name = fold(sheet.cell(row, self.name));
        if name.is_empty() || word::kind_name(&name).is_some() {
            return None;
        }
        let others = self.others.iter().map(|column| fold(sheet.cell(row, *column)));
        Some(std::iter::once(name).chain(others).collect::<Vec<_>>().join("\n"))
    }
}

/// Whether at least half of the rows share their event with another row, in which somebody else takes part.
#[must_use]
pub fn are_shared(sheet: &Sheet, mapping: &Mapping) -> bool {
    /// Rows that are looked at.
    const ROWS: usize = 2_000;
    let Some(key) = EventKey::of(mapping) else { return false };
    let who: Vec<usize> = WHO.into_iter().flat_map(|field| mapping.columns_of(field)).collect();
    let mut events: BTreeMap<String, (usize, BTreeSet<String>)> = BTreeMap::new();
    let rows = sheet.len().min(ROWS);
    for row in 0..rows {
        if let Some(key) = key.of_row(sheet, row) {
            let people: Vec<String> = who.iter().map(|column| fold(sheet.cell(row, *column))).collect();
            let (number, all) = events.entry(key).or_default();
            *number += 1;
            all.insert(people.join("\n"));
        }
    }
    let shared = events.values().filter(|(number, people)| *number > 1 && people.len() == *number);
    let shared: usize = shared.map(|(number, _)| number).sum();
    shared > 0 && shared * 2 >= rows
}
