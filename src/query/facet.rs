//! Facets: for each choice of each field, how many meetings it would leave, counted under the other fields.

use super::filter::{Field, Filter};
use super::sieve::{Failing, Sieve, first_day, region_of, states};
use crate::gazetteer::country::Countries;
use crate::gazetteer::organisation::organisations;
use crate::gazetteer::region::Region;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting, Status};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;

/// One choice of a field and what it would leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    /// What is chosen.
    pub value: T,
    /// As the panel writes it.
    pub label: String,
    /// Meetings that pass the other fields and this choice; context rows count only under their own kind.
    pub count: usize,
    /// Meetings with this choice in the whole table, whatever the filter: lists are ordered by it, so that they stand still.
    pub total: usize,
}

/// The choices of every field that has a closed list in the data at hand. Choices that occur in no meeting are left out;
/// those that occur but would leave none stand with 0. Regions, kinds, statuses and blocs in their own order; the rest by total, then name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Regions of participants.
    pub regions: Vec<Choice<Region>>,
    /// Regions of venues.
    pub held_in: Vec<Choice<Region>>,
    /// Countries of participants.
    pub countries: Vec<Choice<CountryCode>>,
    /// Organisations by code.
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
pub fn facets(meetings: &Meetings, filter: &Filter) -> Facets {
    let sieve = Sieve::new(filter);
    let mut tally = Tally::default();
    for (_, meeting, failing) in sieve.each(meetings) {
        tally.add(meeting, failing);
    }
    tally.into_facets()
}

/// How many meetings a choice would leave, and how many have it at all.
#[derive(Clone, Copy, Default)]
struct Counts {
    left: usize,
    total: usize,
}

/// The counts of each choice that occurs.
#[derive(Default)]
struct Tally<'a> {
    regions: BTreeMap<Region, Counts>,
    held_in: BTreeMap<Region, Counts>,
    countries: BTreeMap<CountryCode, Counts>,
    blocs: BTreeMap<usize, Counts>,
    leaders: BTreeMap<&'a str, Counts>,
    kinds: BTreeMap<Kind, Counts>,
    statuses: BTreeMap<Status, Counts>,
    /// What [`blocs_of`] has answered: states meet again, and on the same days.
    answers: HashMap<(CountryCode, Option<Date>), Vec<usize>>,
}

impl<'a> Tally<'a> {
    fn add(&mut self, meeting: &'a Meeting, failing: Failing) {
        count(&mut self.kinds, [meeting.kind], failing.nothing_but(Field::Kinds));
        if meeting.kind.is_context() {
            return;
        }
        let states = distinct(states(meeting));
        let regions = distinct(states.iter().copied().filter_map(region_of));
        let day = first_day(meeting);
        let mut blocs = Vec::new();
        for &state in &states {
            blocs.extend_from_slice(
                self.answers.entry((state, day)).or_insert_with(|| blocs_of(state, day).collect()),
            );
        }
        let blocs = distinct(blocs.into_iter());
        let leaders = distinct(meeting.participants.iter().map(|person| person.name.as_str()));
        count(&mut self.regions, regions, failing.nothing_but(Field::Regions));
        count(
            &mut self.held_in,
            meeting.venue.country.and_then(region_of),
            failing.nothing_but(Field::HeldIn),
        );
        count(&mut self.countries, states, failing.nothing_but(Field::Countries));
        count(&mut self.blocs, blocs, failing.nothing_but(Field::Blocs));
        count(&mut self.leaders, leaders, failing.nothing_but(Field::Leaders));
        count(&mut self.statuses, [meeting.status], failing.nothing_but(Field::Statuses));
    }

    fn into_facets(self) -> Facets {
        let table = Countries::embedded();
        Facets {
            regions: choices(self.regions, |region| region.name().to_owned()),
            held_in: choices(self.held_in, |region| region.name().to_owned()),
            countries: by_total(choices(self.countries, |&country| table.name(country))),
            blocs: choices(
                self.blocs.into_iter().map(|(place, count)| (organisations()[place].code.clone(), count)),
                String::clone,
            ),
            leaders: by_total(choices(
                self.leaders.into_iter().map(|(name, count)| (name.to_owned(), count)),
                String::clone,
            )),
            kinds: in_order(choices(self.kinds, |kind| kind.name().to_owned()), &Kind::ALL),
            statuses: choices(self.statuses, |status| status.name().to_owned()),
        }
    }
}

/// The places in the list of organisations that the state was a member of. Most states are in few, so those it never joined are
/// left out before the days are compared.
fn blocs_of(state: CountryCode, day: Option<Date>) -> impl Iterator<Item = usize> {
    static EVER: LazyLock<BTreeMap<CountryCode, Vec<usize>>> = LazyLock::new(|| {
        let mut ever = BTreeMap::<CountryCode, Vec<usize>>::new();
        for (place, bloc) in organisations().iter().enumerate() {
            let members: BTreeSet<CountryCode> = bloc.memberships.iter().map(|one| one.country).collect();
            for country in members {
                ever.entry(country).or_default().push(place);
            }
        }
        ever
    });
    let joined = EVER.get(&state).map(Vec::as_slice).unwrap_or_default();
    joined.iter().copied().filter(move |&place| organisations()[place].has_member(state, day))
}

/// A meeting counts once for each choice, however many of its participants speak for it.
fn distinct<T: Ord>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut values: Vec<T> = values.collect();
    values.sort_unstable();
    values.dedup();
    values
}

fn count<T: Ord>(tally: &mut BTreeMap<T, Counts>, values: impl IntoIterator<Item = T>, is_left: bool) {
    for value in values {
        let counts = tally.entry(value).or_default();
        counts.left += usize::from(is_left);
        counts.total += 1;
    }
}

fn choices<T>(tally: impl IntoIterator<Item = (T, Counts)>, label: impl Fn(&T) -> String) -> Vec<Choice<T>> {
    let choice = |(value, Counts { left, total })| Choice { label: label(&value), value, count: left, total };
    tally.into_iter().map(choice).collect()
}

fn by_total<T>(mut choices: Vec<Choice<T>>) -> Vec<Choice<T>> {
    choices.sort_by(|a, b| b.total.cmp(&a.total).then_with(|| a.label.cmp(&b.label)));
    choices
}

fn in_order<T: PartialEq>(mut choices: Vec<Choice<T>>, order: &[T]) -> Vec<Choice<T>> {
    choices.sort_by_key(|choice| order.iter().position(|value| *value == choice.value));
    choices
}
