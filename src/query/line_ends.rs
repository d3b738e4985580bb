//! Line ends: between which places each row of a table has lines from capitals, whatever a filter hides of
//! it.

use super::columns::Columns;
use super::lists::Lists;
use crate::gazetteer::seat::{earlier_home, has_moved, home_on};
use crate::meeting::Status;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::{CityId, PlaceId};
use ahash::HashMap;
use std::borrow::Cow;

/// The ends of a line from a capital, and its status. States are numbers of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Ends {
    /// The other state of a call.
    pub(super) call: Option<u16>,
    pub(super) from: u16,
    pub(super) to: PlaceId,
    pub(super) status: Status,
    /// The city it leaves, if the government sat elsewhere then than it does today.
    pub(super) home: Option<CityId>,
}

/// All lines that a table can have in a reading, and those of each row.
#[derive(Clone, Debug, Default)]
pub(super) struct LineEnds {
    /// In order.
    pub(super) all: Vec<Ends>,
    /// Their numbers.
    of_row: Lists<u32>,
}

impl LineEnds {
    /// The lines of a table, from the states that set out from home for each row. A call joins every two
    /// states that take part: none of them calls upon the others, and the lines are the same whoever is named
    /// first.
    pub(super) fn new<'a>(
        columns: &Columns,
        countries: &[CountryCode],
        places: &[PlaceId],
        setting_out: impl Fn(usize) -> Cow<'a, [u16]>,
    ) -> Self {
        let has_moved: Vec<bool> = countries.iter().map(|&state| has_moved(state)).collect();
        let mut numbers: HashMap<Ends, u32> = HashMap::default();
        let mut of_row = Lists::default();
        for row in 0..columns.len() {
            let (day, status) = (columns.first_day(row), columns.status[row]);
            let home = |state: u16| {
                let moved = has_moved[usize::from(state)];
                if moved { earlier_home(countries[usize::from(state)], day) } else { None }
            };
            let mut ends: Vec<Ends> = Vec::new();
            if columns.joins_capitals(row) {
                for [a, from] in columns.states.pairs(row) {
                    let code = countries[usize::from(a)];
                    let Some(called) = home_on(code, day) else { continue };
                    let to = called.city.map_or(PlaceId::Country(code), PlaceId::City);
                    ends.push(Ends { call: Some(a), from, to, status, home: home(from) });
                }
            } else if let Some(place) = columns.place(row) {
                let to = places[place];
                let line = |&from: &u16| Ends { call: None, from, to, status, home: home(from) };
                ends.extend(setting_out(row).iter().map(line));
            }
            of_row.push(ends.into_iter().map(|ends| {
                let next = u32::try_from(numbers.len()).expect("fewer lines than four billion");
                *numbers.entry(ends).or_insert(next)
            }));
        }
        let mut found: Vec<(Ends, u32)> = numbers.into_iter().collect();
        found.sort_unstable();
        let mut in_order = vec![0; found.len()];
        for (place, (_, number)) in (0..).zip(&found) {
            in_order[*number as usize] = place;
        }
        of_row.change_each(|number| *number = in_order[*number as usize]);
        Self { all: found.into_iter().map(|(ends, _)| ends).collect(), of_row }
    }

    /// The rows of each line, of some rows, in their order.
    pub(super) fn rows_of_each(&self, rows: &[usize]) -> Lists<usize> {
        let lines = |row: usize| self.of_row.of(row).iter().map(move |&line| (line as usize, row));
        Lists::of_pairs(self.all.len(), rows.iter().flat_map(|&row| lines(row)))
    }
}
