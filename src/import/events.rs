//! Rows of one event: tables that give each participant, or each report of an event, a row of its own.

use super::event_code::coded;
use super::field::Field;
use super::mapping::{Counterparts, Mapping, RowIs};
use super::sheet::Sheet;
use super::{venue, word};
use crate::gazetteer::fold::fold;
use crate::gazetteer::spoken;
use crate::meeting::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// What says that two rows tell of one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventKey {
    /// What the event is.
    what: What,
    /// The columns of dates and places.
    others: Vec<usize>,
    /// The columns of those who were met: a row that names one is a whole meeting.
    met: Vec<usize>,
    /// Of those with titles, which are one event.
    shared: BTreeSet<String>,
}

/// What tells events of one day and place from each other.
#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    /// The column of identities.
    Numbered(usize),
    /// The column of titles.
    Titled(usize),
    /// Nothing: rows of one record of the file are one event.
    OfRecord,
    /// The column of codes, and for each side of the event those of its name and its state.
    Coded { code: usize, sides: Vec<[Option<usize>; 2]> },
}

/// What a title says of how many came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Title {
    /// One event, however many come: a summit, a conference.
    Gathering,
    /// Talks of two.
    Talks,
    /// A visit, or another kind that each has for itself.
    Visit,
    /// Any other words.
    Own,
}

impl Title {
    /// Of a folded title.
    fn of(title: &str) -> Self {
        if title.split(' ').any(|word| GATHERINGS.contains(&word)) {
            return Self::Gathering;
        }
        let is_whole = word::kind_name(title).is_some();
        match word::kind_in(title).map(|spoken| spoken.kind) {
            Some(Kind::Summit | Kind::Conference) => Self::Gathering,
            Some(Kind::Bilateral) => Self::Talks,
            Some(_) => Self::Visit,
            None if is_whole => Self::Visit,
            None => Self::Own,
        }
    }
}

/// Words for gatherings that are too short or too wide to tell a kind.
const GATHERINGS: [&str; 13] = [
    "council",
    "forum",
    "brics",
    "assembly",
    "congress",
    "convention",
    "plenary",
    "asean",
    "apec",
    "rat",
    "foro",
    "conseil",
    "форум",
];

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

/// Whether the rows of a table can tell of this, as far as its columns say.
#[must_use]
pub fn can_be(row_is: RowIs, mapping: &Mapping) -> bool {
    let has = |field: Field| mapping.has(field);
    match row_is {
        RowIs::Meeting => true,
        RowIs::Participant => {
            (has(Field::Id) || has(Field::Title)) && (has(Field::Start) || has(Field::Year))
        }
        RowIs::Report => has(Field::EventCode),
    }
}

impl EventKey {
    /// The key of a table whose rows are participants or reports of events; `None` where each row is a
    /// meeting of its own.
    #[must_use]
    pub fn of(sheet: &Sheet, mapping: &Mapping) -> Option<Self> {
        match mapping.row_is {
            RowIs::Meeting => None,
            RowIs::Participant => Self::named(sheet, mapping, sheet.len()),
            RowIs::Report => Self::coded(mapping),
        }
    }

    /// That of a table that has dates, and identities or titles; or of one whose records became several rows
    /// each.
    fn named(sheet: &Sheet, mapping: &Mapping, rows: usize) -> Option<Self> {
        let first = |field: Field| mapping.columns_of(field).next();
        let others = when_and_where(mapping);
        if are_rows_of_records(sheet, &others) {
            return Some(Self { what: What::OfRecord, others, met: Vec::new(), shared: BTreeSet::new() });
        }
        let what = first(Field::Id).map(What::Numbered).or_else(|| first(Field::Title).map(What::Titled))?;
        [Field::Start, Field::Year].into_iter().find_map(first)?;
        let met = [Field::Counterpart, Field::CounterpartCountry];
        // A column of hosts names the same for every participant.
        let met = met.into_iter().filter(|_| mapping.counterparts != Counterparts::Hosts);
        let met = met.flat_map(|field| mapping.columns_of(field)).collect();
        let mut key = Self { what, others, met, shared: BTreeSet::new() };
        if matches!(key.what, What::Titled(_)) {
            key.shared = key.shared_in(sheet, mapping, rows);
        }
        Some(key)
    }

    /// The events that are one whoever comes: gatherings, and where the title names none, a host and a guest
    /// of one day and place, or three and more under a title of their own. Two guests who come for `Bilateral
    /// talks` or a `Courtesy call` are received one after the other.
    fn shared_in(&self, sheet: &Sheet, mapping: &Mapping, among: usize) -> BTreeSet<String> {
        /// Rows that a title of its own needs.
        const SEVERAL: usize = 3;
        let who = columns_of_people(mapping);
        let mut rows: BTreeMap<String, (Title, Vec<usize>)> = BTreeMap::new();
        for row in 0..among {
            if let Some((name, key)) = self.key_of(sheet, row) {
                rows.entry(key).or_insert_with(|| (Title::of(&name), Vec::new())).1.push(row);
            }
        }
        let is_shared = |title: Title, rows: &[usize]| {
            let differ = || people_of(sheet, rows[0], &who) != people_of(sheet, rows[1], &who);
            let at_home = || rows.iter().filter(|row| is_at_home(sheet, mapping, **row)).count();
            match title {
                Title::Gathering => true,
                Title::Visit => false,
                Title::Own if rows.len() >= SEVERAL => true,
                Title::Own | Title::Talks => rows.len() == 2 && differ() && at_home() == 1,
            }
        };
        let shared = rows.into_iter().filter(|(_, (title, rows))| is_shared(*title, rows));
        shared.map(|(key, _)| key).collect()
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
        let what = What::Coded { code, sides };
        Some(Self { what, others: when_and_where(mapping), met: Vec::new(), shared: BTreeSet::new() })
    }

    /// What the rows of one event share; `None` if the row has no name, or one that many events have, such as
    /// `State visit`.
    #[must_use]
    pub fn of_row(&self, sheet: &Sheet, row: usize) -> Option<String> {
        let (_, key) = self.key_of(sheet, row)?;
        let is_one = match self.what {
            What::Titled(_) => self.shared.contains(&key),
            What::Numbered(_) | What::OfRecord | What::Coded { .. } => true,
        };
        is_one.then_some(key)
    }

    /// The name of a row's event, and with its day and place.
    fn key_of(&self, sheet: &Sheet, row: usize) -> Option<(String, String)> {
        if self.met.iter().any(|column| !sheet.cell(row, *column).trim().is_empty()) {
            return None;
        }
        let name = match &self.what {
            What::OfRecord => format!("record {}", sheet.grid.row(sheet.body.start + row).line()),
            What::Numbered(column) | What::Titled(column) => fold(sheet.cell(row, *column)),
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
        if name.is_empty() {
            return None;
        }
        let others = self.others.iter().map(|column| fold(sheet.cell(row, *column)));
        let key = std::iter::once(name.clone()).chain(others).collect::<Vec<_>>().join("\n");
        Some((name, key))
    }
}

fn when_and_where(mapping: &Mapping) -> Vec<usize> {
    WHEN_AND_WHERE.into_iter().flat_map(|field| mapping.columns_of(field)).collect()
}

fn columns_of_people(mapping: &Mapping) -> Vec<usize> {
    WHO.into_iter().flat_map(|field| mapping.columns_of(field)).collect()
}

fn people_of(sheet: &Sheet, row: usize, who: &[usize]) -> String {
    who.iter().map(|column| fold(sheet.cell(row, *column))).collect::<Vec<_>>().join("\n")
}

/// Whether somebody whom a row names represents the country that it names as the place.
fn is_at_home(sheet: &Sheet, mapping: &Mapping, row: usize) -> bool {
    let texts = |field: Field| mapping.columns_of(field).map(move |column| sheet.cell(row, column).trim());
    let country = texts(Field::Country).find_map(venue::country);
    let country = country.or_else(|| texts(Field::City).find_map(venue::country_of_city));
    let states = WHO.into_iter().flat_map(texts).filter_map(|text| spoken::read(text).state);
    country.is_some_and(|country| states.into_iter().any(|state| state == country))
}

/// Whether records of the file became several rows each, all of one day and place.
fn are_rows_of_records(sheet: &Sheet, when_and_where: &[usize]) -> bool {
    let line = |row: usize| sheet.grid.row(sheet.body.start + row).line();
    let mut several = false;
    for row in 1..sheet.len() {
        if line(row) == line(row - 1) {
            several = true;
            if when_and_where.iter().any(|column| sheet.cell(row, *column) != sheet.cell(row - 1, *column)) {
                return false;
            }
        }
    }
    several
}

/// Whether at least half of the rows share their event with another row, in which somebody else takes part.
#[must_use]
pub fn are_shared(sheet: &Sheet, mapping: &Mapping) -> bool {
    /// Rows that are looked at.
    const ROWS: usize = 2_000;
    let rows = sheet.len().min(ROWS);
    let Some(key) = EventKey::named(sheet, mapping, rows) else { return false };
    if key.what == What::OfRecord {
        return true;
    }
    let who = columns_of_people(mapping);
    let mut events: BTreeMap<String, (usize, BTreeSet<String>)> = BTreeMap::new();
    for row in 0..rows {
        if let Some(key) = key.of_row(sheet, row) {
            let (number, all) = events.entry(key).or_default();
            *number += 1;
            all.insert(people_of(sheet, row, &who));
        }
    }
    // A row that comes twice does not make two events of one.
    let shared = events.values().filter(|(number, people)| people.len() > 1 && people.len() * 2 > *number);
    let shared: usize = shared.map(|(number, _)| number).sum();
    shared > 0 && shared * 2 >= rows
}
