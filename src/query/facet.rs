//! Facets: for each choice of each field, how many meetings it would leave, counted under the other fields.

use super::index::{Index, RowFacts};
use super::sieve::{Failing, Sieve};
use crate::gazetteer::country::Countries;
use crate::gazetteer::organisation::organisations;
use crate::gazetteer::person::person_id;
use crate::gazetteer::region::Region;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::PersonId;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting, Status};
use crate::query::question::filter::{Field, Filter};
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
    let sieve = Sieve::new(filter, index.apart);
    let mut tally = Tally::new(index);
    for (row, meeting, failing) in sieve.each(meetings, index) {
        tally.add(meeting, &index.rows[row], failing);
    }
    tally.into_facets(index, filter)
}

/// How many meetings a choice would leave, and how many have it at all.
#[derive(Clone, Copy, Default)]
struct Counts {
    left: usize,
    total: usize,
}

impl Counts {
    /// Adds a row that stands for some meetings.
    const fn add(&mut self, is_left: bool, meetings: usize) {
        self.left += if is_left { meetings } else { 0 };
        self.total += meetings;
    }
}

/// The counts of each choice, by its number in the index or in its `ALL`.
struct Tally {
    regions: [Counts; Region::ALL.len()],
    held_in: [Counts; Region::ALL.len()],
    countries: Vec<Counts>,
    blocs: Vec<Counts>,
    leaders: Vec<Counts>,
    kinds: [Counts; Kind::ALL.len()],
    statuses: [Counts; Status::ALL.len()],
}

impl Tally {
    fn new(index: &Index) -> Self {
        Self {
            regions: <[Counts; Region::ALL.len()]>::default(),
            held_in: <[Counts; Region::ALL.len()]>::default(),
            countries: vec![Counts::default(); index.countries.len()],
            blocs: vec![Counts::default(); organisations().len()],
            leaders: vec![Counts::default(); index.leaders.len()],
            kinds: <[Counts; Kind::ALL.len()]>::default(),
            statuses: <[Counts; Status::ALL.len()]>::default(),
        }
    }

    /// A meeting counts once for each choice, however many of its participants speak for it.
    fn add(&mut self, meeting: &Meeting, traits: &RowFacts, failing: Failing) {
        let times = meeting.times();
        let kind = Kind::ALL.into_iter().position(|kind| kind == meeting.kind);
        if let Some(kind) = kind {
            self.kinds[kind].add(failing.nothing_but(Field::Kinds), times);
        }
        if meeting.kind.is_context() {
            return;
        }
        let left = |field: Field| failing.nothing_but(field);
        for place in (0..self.regions.len()).filter(|place| traits.regions >> place & 1 == 1) {
            self.regions[place].add(left(Field::Regions), times);
        }
        for place in (0..self.held_in.len()).filter(|place| traits.held_in >> place & 1 == 1) {
            self.held_in[place].add(left(Field::HeldIn), times);
        }
        for &number in &traits.states {
            self.countries[usize::from(number)].add(left(Field::Countries), times);
        }
        for place in (0..self.blocs.len()).filter(|place| traits.blocs >> place & 1 == 1) {
            self.blocs[place].add(left(Field::Blocs), times);
        }
        for &number in &traits.leaders {
            self.leaders[number as usize].add(left(Field::Leaders), times);
        }
        let status = Status::ALL.into_iter().position(|status| status == meeting.status);
        if let Some(place) = status {
            self.statuses[place].add(left(Field::Statuses), times);
        }
    }

    fn into_facets(self, index: &Index, filter: &Filter) -> Facets {
        let table = Countries::embedded();
        let regions = |counts: [Counts; Region::ALL.len()]| {
            choices(Region::ALL.into_iter().zip(counts), |region| region.name().to_owned())
        };
        let blocs = organisations().iter().map(|bloc| bloc.code.clone());
        Facets {
            regions: regions(self.regions),
            held_in: regions(self.held_in),
            countries: by_total(choices(index.countries.iter().copied().zip(self.countries), |&country| {
                table.name(country).into_owned()
            })),
            blocs: choices(blocs.zip(self.blocs), String::clone),
            leaders: by_total(leaders(&index.leaders, self.leaders, filter)),
            kinds: choices(Kind::ALL.into_iter().zip(self.kinds), |kind| kind.name().to_owned()),
            statuses: choices(Status::ALL.into_iter().zip(self.statuses), |status| status.name().to_owned()),
        }
    }
}

/// The people that occur. A person whom the filter has under another spelling is that choice.
fn leaders(names: &[String], counts: Vec<Counts>, filter: &Filter) -> Vec<Choice<String>> {
    let asked: BTreeMap<PersonId, &String> =
        filter.leaders.iter().map(|name| (person_id(name), name)).collect();
    let as_asked = |choice: Choice<String>| match asked.get(&person_id(&choice.value)) {
        Some(&name) if !filter.leaders.contains(&choice.value) => Choice { value: name.clone(), ..choice },
        Some(_) | None => choice,
    };
    let choices = choices(names.iter().cloned().zip(counts), String::clone).into_iter();
    if asked.is_empty() { choices.collect() } else { choices.map(as_asked).collect() }
}

/// Those that occur.
fn choices<T>(tally: impl IntoIterator<Item = (T, Counts)>, label: impl Fn(&T) -> String) -> Vec<Choice<T>> {
    let choice = |(value, Counts { left, total })| Choice { label: label(&value), value, count: left, total };
    tally.into_iter().filter(|(_, counts)| counts.total > 0).map(choice).collect()
}

fn by_total<T>(mut choices: Vec<Choice<T>>) -> Vec<Choice<T>> {
    choices.sort_by(|a, b| b.total.cmp(&a.total).then_with(|| a.label.cmp(&b.label)));
    choices
}
