//! Facets: for each choice of each field, how many meetings it would leave, counted under the other fields.

use super::index::Index;
use super::sieve::{Failing, Sieved};
use super::tally::Tally;
use crate::gazetteer::country::Countries;
use crate::gazetteer::organisation::organisations;
use crate::gazetteer::region::Region;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Status};
use crate::query::question::filter::Filter;
use std::collections::BTreeMap;

/// One choice of a field and what it would leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    /// What is chosen.
    pub value: T,
    /// As the panel writes it.
    pub label: String,
    /// Meetings that pass the other fields and this choice; context rows count only under their own kind.
    pub count: usize,
    /// Meetings with this choice in the whole table, whatever the filter: lists are ordered by it, so that
    /// they stand still.
    pub total: usize,
}

/// The choices of every field that has a closed list in the data at hand. Choices that occur in no meeting
/// are left out; those that occur but would leave none stand with 0. Regions, kinds, statuses and blocs in
/// their own order; the rest by total, then name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Regions of participants, the state [set apart](super::apart) left aside.
    pub regions: Vec<Choice<Region>>,
    /// Regions of venues.
    pub held_in: Vec<Choice<Region>>,
    /// Countries of participants.
    pub countries: Vec<Choice<CountryCode>>,
    /// Organisations by code, of participants, the state set apart left aside.
    pub blocs: Vec<Choice<String>>,
    /// People by name.
    pub leaders: Vec<Choice<String>>,
    /// Kinds.
    pub kinds: Vec<Choice<Kind>>,
    /// Statuses.
    pub statuses: Vec<Choice<Status>>,
}

/// Counts every choice.
#[must_use]
pub fn facets(meetings: &Meetings, index: &Index, filter: &Filter) -> Facets {
    of_sieved(&Sieved::new(filter, meetings, index), index, filter)
}

/// Counts every choice where it is known what each row fails of the filter.
pub(super) fn of_sieved(sieved: &Sieved, index: &Index, filter: &Filter) -> Facets {
    if filter.is_empty() {
        return in_words(&index.tally, index, filter);
    }
    let columns = &*index.columns;
    let mut left = Tally::new(index.countries.len(), index.leaders.len());
    for (row, failing) in sieved.each() {
        match failing {
            Failing::Nothing => left.add(columns, row),
            Failing::Only(field) => left.add_for(field, columns, row),
            Failing::Several => {}
        }
    }
    in_words(&left, index, filter)
}

/// The choices that occur, with how many meetings each would leave.
fn in_words(left: &Tally, index: &Index, filter: &Filter) -> Facets {
    let (table, all) = (Countries::embedded(), &index.tally);
    let regions = |left: &[usize], all: &[usize]| {
        choices(Region::ALL.into_iter(), left, all, |region| region.name().to_owned())
    };
    let blocs = organisations().iter().map(|bloc| bloc.code.clone());
    let countries = choices(index.countries.iter().copied(), &left.countries, &all.countries, |&country| {
        table.name(country).into_owned()
    });
    Facets {
        regions: regions(&left.regions, &all.regions),
        held_in: regions(&left.held_in, &all.held_in),
        countries: by_total(countries),
        blocs: choices(blocs, &left.blocs, &all.blocs, String::clone),
        leaders: leaders(left, index, filter),
        kinds: choices(Kind::ALL.into_iter(), &left.kinds, &all.kinds, |kind| kind.name().to_owned()),
        statuses: choices(Status::ALL.into_iter(), &left.statuses, &all.statuses, |status| {
            status.name().to_owned()
        }),
    }
}

/// The people that occur. A person whom the filter has under another spelling is that choice.
fn leaders(left: &Tally, index: &Index, filter: &Filter) -> Vec<Choice<String>> {
    let named = filter.leaders.iter().chain(&filter.excluded.leaders);
    let asked = named.filter_map(|name| Some((index.person(name)?, name)));
    let asked: BTreeMap<u32, &String> = asked.collect();
    let choice = |&person: &u32| {
        let (label, place) = (&index.leaders[person as usize], person as usize);
        let is_named = filter.leaders.contains(label) || filter.excluded.leaders.contains(label);
        let other = asked.get(&person).filter(|_| !is_named);
        let value = other.map_or(label, |name| *name).clone();
        Choice { value, label: label.clone(), count: left.leaders[place], total: index.tally.leaders[place] }
    };
    index.leaders_by_total.iter().map(choice).collect()
}

/// Those that occur.
fn choices<T>(
    all: impl Iterator<Item = T>,
    left: &[usize],
    totals: &[usize],
    label: impl Fn(&T) -> String,
) -> Vec<Choice<T>> {
    let numbers = left.iter().copied().zip(totals.iter().copied());
    let occurring = all.zip(numbers).filter(|(_, (_, total))| *total > 0);
    occurring.map(|(value, (count, total))| Choice { label: label(&value), value, count, total }).collect()
}

fn by_total<T>(mut choices: Vec<Choice<T>>) -> Vec<Choice<T>> {
    choices.sort_by(|a, b| b.total.cmp(&a.total).then_with(|| a.label.cmp(&b.label)));
    choices
}
