//! The tally: how many of some meetings have each choice of each field.

use super::columns::Columns;
use crate::gazetteer::organisation::organisations;
use crate::gazetteer::region::Region;
use crate::meeting::{Kind, Status};
use crate::query::question::filter::Field;

/// Numbers of meetings, by the number of each choice in the index or in its `ALL`.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    pub(super) regions: [usize; Region::ALL.len()],
    pub(super) held_in: [usize; Region::ALL.len()],
    pub(super) countries: Vec<usize>,
    pub(super) blocs: Vec<usize>,
    pub(super) leaders: Vec<usize>,
    pub(super) kinds: [usize; Kind::ALL.len()],
    pub(super) statuses: [usize; Status::ALL.len()],
}

impl Tally {
    /// Nothing yet, of so many countries and people.
    pub(super) fn new(countries: usize, leaders: usize) -> Self {
        Self {
            countries: vec![0; countries],
            blocs: vec![0; organisations().len()],
            leaders: vec![0; leaders],
            ..Self::default()
        }
    }

    /// Counts a row for each of its choices.
    pub(super) fn add(&mut self, columns: &Columns, row: usize) {
        for field in Field::ALL {
            self.add_for(field, columns, row);
        }
    }

    /// Counts a row for its choices of one field: once for each, however many participants speak for it.
    /// Context counts for its kind only.
    pub(super) fn add_for(&mut self, field: Field, columns: &Columns, row: usize) {
        let (times, kind) = (columns.times[row] as usize, columns.kind[row]);
        if kind.is_context() && field != Field::Kinds {
            return;
        }
        match field {
            Field::Regions => add_bits(&mut self.regions, columns.regions[row].into(), times),
            Field::HeldIn => add_bits(&mut self.held_in, columns.held_in[row].into(), times),
            Field::Blocs => add_bits(&mut self.blocs, columns.blocs[row], times),
            Field::Countries => {
                columns.states.of(row).iter().for_each(|&state| self.countries[usize::from(state)] += times);
            }
            Field::Leaders => {
                columns.people(row).for_each(|person| self.leaders[person as usize] += times);
            }
            Field::Kinds => add_to(&mut self.kinds, &Kind::ALL, &kind, times),
            Field::Statuses => add_to(&mut self.statuses, &Status::ALL, &columns.status[row], times),
            Field::Period | Field::Text | Field::Lines => {}
        }
    }
}

fn add_bits(numbers: &mut [usize], mut bits: u64, times: usize) {
    while bits != 0 {
        numbers[bits.trailing_zeros() as usize] += times;
        bits &= bits - 1;
    }
}

fn add_to<T: PartialEq>(numbers: &mut [usize], all: &[T], one: &T, times: usize) {
    if let Some(place) = all.iter().position(|other| other == one) {
        numbers[place] += times;
    }
}
