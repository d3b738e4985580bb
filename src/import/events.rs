//! Rows of one event: tables that give each participant, or each report of an event, a row of its own.

use super::event_code::coded;
use super::field::Field;
use super::mapping::{Mapping, RowIs};
use super::sheet::Sheet;
use super::word;
use crate::gazetteer::fold::fold;
use std::collections::{BTreeMap, BTreeSet};

/// What says that two rows tell of one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventKey {
    /// What the event is.
    what: What,
    /// The columns of dates and places.
    others: Vec<usize>,
}

/// What tells events of one day and place from each other.
#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    /// The column of identities, or of titles.
    Named(usize),
    /// The column of codes, and for each side of the event those of its name and its state.
    Coded { code: usize, sides: Vec<[Option<usize>; 2]> },
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
    /// The key of a table whose rows are participants or reports of events; `None` where each row is a meeting of its own.
    #[must_use]
    pub fn of(mapping: &Mapping) -> Option<Self> {
        match mapping.row_is {
            RowIs::Meeting => None,
            RowIs::Participant => Self::named(mapping),
            RowIs::Report => Self::coded(mapping),
        }
    }

    /// That of a table that has dates, and identities or titles.
    fn named(mapping: &Mapping) -> Option<Self> {
        let first = |field: Field| mapping.columns_of(field).next();
        let name = first(Field::Id).or_else(|| first(Field::Title))?;
        [Field::Start, Field::Year].into_iter().find_map(first)?;
        Some(Self { what: What::Named(name), others: when_and_where(mapping) })
    }

    /// That of a table that has codes of events.
    fn coded(mapping: &Mapping) -> Option<Self> {
        let code = mapping.columns_of(Field::EventCode).next()?;
        let columns = |fields: [Field; 2]| -> Vec<usize> {
            fields.into_iter().flat_map(|field| mapping.columns_of(field)).collect()
        };
        let names = columns([Field::Leader, Field::Counterpart]);
        let states = columns([Field::LeaderCountry, Field::CounterpartCountry]);
        let side = |number: usize| [names.get(number).copied(), states.get(number).copied()];
        let sides = (0..names.len().max(states.len())).map(side).collect();
        Some(Self { what: What::Coded { code, sides }, others: when_and_where(mapping) })
    }

    /// What the rows of one event share; `None` if the row has no name, or one that many events have, such as `State visit`.
    #[must_use]
    pub fn of_row(&self, sheet: &Sheet, row: usize) -> Option<String> {
        let name = match &self.what {
            What::Named(column) => fold(sheet.cell(row, *column)),
            What::Coded { code, sides } => {
                let event = coded(sheet.cell(row, *code))?.event;
                let cell =
                    |column: &Option<usize>| column.map_or("", |column| sheet.cell(row, column).trim());
                let side = |[name, state]: &[Option<usize>; 2]| {
                    let (name, state) = (cell(name), cell(state));
                    fold(if state.is_empty() { name } else { state })
                };
                // Each side reports the event from its own end.
                let sides: BTreeSet<String> = sides.iter().map(side).collect();
                sides.into_iter().chain([event.to_owned()]).collect::<Vec<_>>().join("\n")
            }
        };
        if name.is_empty() || word::kind_name(&name).is_some() {
            return None;
        }
        let others = self.others.iter().map(|column| fold(sheet.cell(row, *column)));
        Some(std::iter::once(name).chain(others).collect::<Vec<_>>().join("\n"))
    }
}

fn when_and_where(mapping: &Mapping) -> Vec<usize> {
    WHEN_AND_WHERE.into_iter().flat_map(|field| mapping.columns_of(field)).collect()
}

/// Whether at least half of the rows share their event with another row, in which somebody else takes part.
#[must_use]
pub fn are_shared(sheet: &Sheet, mapping: &Mapping) -> bool {
    /// Rows that are looked at.
    const ROWS: usize = 2_000;
    let Some(key) = EventKey::named(mapping) else { return false };
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
