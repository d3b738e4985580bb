//! Classes: what colours tell apart besides statuses, the same on the map and on the timeline, whatever period is chosen.

use super::change::{Change, Changes};
use super::count::centre;
use super::facts::region_of;
use super::index::{Index, RowFacts};
use super::question::Question;
use super::sieve::passing_rows;
use super::tie::Tie;
use crate::gazetteer::country::Countries;
use crate::gazetteer::organisation::{Organisation, organisations};
use crate::gazetteer::region::Region;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting};
use crate::query::question::filter::Field;
use crate::query::question::grouping::GroupBy;
use crate::query::question::reading::Reading;
use crate::query::question::rule::Rule;
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Classes with a colour of their own.
pub const MOST: usize = 6;
/// Blocs that colours tell apart if the filter names none.
const BLOCS: usize = 2;

/// The class of a line, or of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// One of the most common sorts: its place among [`Classes::names`].
    Named(usize),
    /// Any other sort, or none.
    Other,
    /// Several sorts at once: a line for meetings of several kinds, a meeting with guests from several regions.
    Several,
    /// What became of it, where two filters are compared.
    Changed(Change),
}

/// What is told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Category {
    Kind(Kind),
    Region(Region),
    State(CountryCode),
    /// A bit for each of [`Classes::blocs`].
    Blocs(u64),
}

/// The classes under a question. They are those of all rows that pass its filter but for the period, so that a colour keeps its meaning while
/// the window of time moves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Classes {
    /// What they tell apart.
    pub by: GroupBy,
    /// The names of [`Class::Named`], in order.
    pub names: Vec<String>,
    /// What [`Class::Other`] is called: by its name if it is one alone.
    pub other: String,
    reading: Reading,
    rule: Rule,
    /// The sorts of the names.
    sorts: Vec<Category>,
    blocs: Vec<&'static Organisation>,
    /// When each state was in which of them.
    members: BTreeMap<CountryCode, Memberships>,
}

/// Which of some blocs a state was in on which day: a bit for each of [`Classes::blocs`].
#[derive(Clone, Debug, Default, PartialEq)]
struct Memberships {
    /// From which day on; before the first one it was in none.
    since: Vec<(Date, u64)>,
    /// By the latest state of the table: for meetings without a date.
    undated: u64,
}

impl Memberships {
    fn new(state: CountryCode, blocs: &[&'static Organisation]) -> Self {
        let on = |day: Option<Date>| {
            let of = blocs.iter().enumerate().filter(|(_, bloc)| bloc.has_member(state, day));
            of.fold(0_u64, |bits, (place, _)| bits | 1 << place)
        };
        let memberships = blocs.iter().flat_map(|bloc| &bloc.memberships);
        let of_state = memberships.filter(|one| one.country == state);
        let changes: BTreeSet<Date> = of_state
            .flat_map(|one| [Some(one.start), one.end.and_then(|end| end.tomorrow().ok())])
            .flatten()
            .collect();
        Self { since: changes.into_iter().map(|day| (day, on(Some(day)))).collect(), undated: on(None) }
    }

    fn on(&self, day: Option<Date>) -> u64 {
        day.map_or(self.undated, |day| {
            let known = self.since.partition_point(|(since, _)| *since <= day);
            known.checked_sub(1).map_or(0, |last| self.since[last].1)
        })
    }

    /// Whether nothing changed after the first day up to the last.
    fn is_same_between(&self, first: Date, last: Date) -> bool {
        self.since.iter().all(|(since, _)| *since <= first || *since > last)
    }
}

impl Classes {
    /// The most common sorts among the rows, each with its name; none where colours say the status, or what became of a line.
    #[must_use]
    pub fn new(meetings: &Meetings, index: &Index, question: &Question) -> Self {
        let Question { filter, colour: by, reading, compare, rule } = question;
        if compare.is_some() {
            return Self { other: "on no line".to_owned(), ..Self::default() };
        }
        if *by == GroupBy::Status {
            return Self::default();
        }
        let rows = passing_rows(&filter.without(Field::Period), meetings);
        let mut classes = Self { by: *by, reading: *reading, rule: *rule, ..Self::default() };
        if *by == GroupBy::Bloc {
            classes.blocs = blocs(meetings, index, question, &rows);
            let members =
                index.countries.iter().map(|&state| (state, Memberships::new(state, &classes.blocs)));
            classes.members = members.collect();
        }
        let mut numbers: BTreeMap<Category, usize> = BTreeMap::new();
        let mut has_none = false;
        for &row in &rows {
            let mut sorts = classes.sorts_of(meetings, index, row);
            sorts.sort_unstable();
            sorts.dedup();
            has_none |= sorts.contains(&None);
            for sort in sorts.into_iter().flatten() {
                *numbers.entry(sort).or_default() += 1;
            }
        }
        let mut common: Vec<(Category, usize)> = numbers.into_iter().collect();
        common.sort_by_key(|&(sort, number)| (Reverse(number), sort));
        let other = common.split_off(common.len().min(MOST));
        classes.other = match other[..] {
            [(only, _)] if !has_none => classes.name(only).1,
            _ => others(*by).to_owned(),
        };
        let mut named: Vec<(usize, String, Category)> = Vec::new();
        for (sort, _) in common {
            let (place, name) = classes.name(sort);
            named.push((place, name, sort));
        }
        named.sort();
        classes.sorts = named.iter().map(|&(.., sort)| sort).collect();
        classes.names = named.into_iter().map(|(_, name, _)| name).collect();
        classes
    }

    /// The class of a line that is drawn for some of its rows: the one that each of them gives it, or [`Class::Several`]. `None` where
    /// colours say the status.
    #[must_use]
    pub fn of_line(&self, meetings: &Meetings, tie: &Tie, rows: &[usize]) -> Option<Class> {
        match self.by {
            GroupBy::Status => None,
            GroupBy::Kind => {
                Some(self.common(rows.iter().map(|&row| Some(Category::Kind(meetings.get(row).kind)))))
            }
            GroupBy::Region | GroupBy::Participant => {
                Some(self.common(std::iter::once(self.of_state(tie.coloured_by, None))))
            }
            GroupBy::Bloc => Some(self.of_blocs(meetings, tie.coloured_by, rows)),
        }
    }

    /// The class of a line of a state with some meetings, the undated ones last. Memberships seldom change: most lines are told by
    /// their first and last day.
    fn of_blocs(&self, meetings: &Meetings, state: CountryCode, rows: &[usize]) -> Class {
        let day = |row: usize| meetings.get(row).dates.first_day();
        let of_row = |&row: &usize| self.of_state(state, day(row));
        let dated = rows.partition_point(|&row| day(row).is_some());
        let ends = rows[..dated].first().zip(rows[..dated].last()).and_then(|(a, b)| day(*a).zip(day(*b)));
        let is_same =
            |(first, last)| self.members.get(&state).is_none_or(|one| one.is_same_between(first, last));
        if ends.is_some_and(is_same) {
            self.common(rows[..1].iter().chain(&rows[dated..]).map(of_row))
        } else {
            self.common(rows.iter().map(of_row))
        }
    }

    /// The class of a row: that of the lines it stands on, if they agree; `None` where colours say the status.
    #[must_use]
    pub fn of_row(&self, meetings: &Meetings, index: &Index, row: usize) -> Option<Class> {
        if self.by == GroupBy::Status {
            return None;
        }
        Some(self.common(self.sorts_of(meetings, index, row).into_iter()))
    }

    fn common(&self, mut sorts: impl Iterator<Item = Option<Category>>) -> Class {
        let Some(first) = sorts.next() else { return Class::Other };
        if !sorts.all(|sort| sort == first) {
            return Class::Several;
        }
        let place = first.and_then(|first| self.sorts.iter().position(|&sort| sort == first));
        place.map_or(Class::Other, Class::Named)
    }

    /// The sorts that a row's lines are told by.
    fn sorts_of(&self, meetings: &Meetings, index: &Index, row: usize) -> Vec<Option<Category>> {
        let meeting = meetings.get(row);
        if self.by == GroupBy::Kind {
            return vec![Some(Category::Kind(meeting.kind))];
        }
        let day = meeting.dates.first_day();
        let subjects = subjects(index, meeting, &index.rows[row], self.reading, self.rule);
        subjects.into_iter().map(|state| self.of_state(index.countries[usize::from(state)], day)).collect()
    }

    fn of_state(&self, state: CountryCode, day: Option<Date>) -> Option<Category> {
        match self.by {
            GroupBy::Status | GroupBy::Kind => None,
            GroupBy::Region => region_of(state).map(Category::Region),
            GroupBy::Participant => Some(Category::State(state)),
            GroupBy::Bloc => {
                let bits = self.members.get(&state).map_or(0, |members| members.on(day));
                (bits > 0).then_some(Category::Blocs(bits))
            }
        }
    }

    /// The place of a sort in the order of names, and its name.
    fn name(&self, sort: Category) -> (usize, String) {
        match sort {
            Category::Kind(kind) => (place_in(&Kind::ALL, kind), kind.name().to_owned()),
            Category::Region(region) => (place_in(&Region::ALL, region), region.name().to_owned()),
            Category::State(state) => (0, Countries::embedded().name(state).into_owned()),
            Category::Blocs(bits) => {
                let of_sort = self.blocs.iter().enumerate().filter(|(place, _)| bits & 1 << place != 0);
                let names: Vec<&str> = of_sort.map(|(_, bloc)| bloc.code.as_str()).collect();
                let first = bits.trailing_zeros() as usize;
                (first * 100 + names.len(), names.join(" and "))
            }
        }
    }
}

fn place_in<T: Copy + PartialEq>(all: &[T], one: T) -> usize {
    all.iter().position(|other| *other == one).unwrap_or(all.len())
}

/// The class of each row that stands on a line of a comparison.
#[must_use]
pub fn of_changes(changes: &Changes) -> BTreeMap<usize, Class> {
    let mut classes: BTreeMap<usize, Class> = BTreeMap::new();
    for tie in &changes.ties {
        let class = Class::Changed(tie.change);
        for &row in &tie.tie.rows {
            let of_row = classes.entry(row).or_insert(class);
            if *of_row != class {
                *of_row = Class::Several;
            }
        }
    }
    classes
}

/// The states whose sorts colour a row's lines: the guests; where lines join two states, the one of each two that takes part in less of
/// the table.
fn subjects(index: &Index, meeting: &Meeting, traits: &RowFacts, reading: Reading, rule: Rule) -> Vec<u16> {
    if reading != Reading::Relations && !traits.guests.is_empty() {
        return traits.guests.to_vec();
    }
    let mut states = traits.states.to_vec();
    states.sort_unstable_by_key(|&state| index.how_often(state));
    let centre = centre(meeting, rule).filter(|_| reading == Reading::Relations);
    let centre =
        centre.and_then(|centre| states.iter().position(|&one| index.countries[usize::from(one)] == centre));
    match centre {
        // Only the host is in pairs with all others: it tells of those who are in more meetings than it is.
        Some(place) if place + 1 < states.len() => states.truncate(place + 1),
        Some(_) | None if states.len() > 1 => drop(states.pop()),
        Some(_) | None => {}
    }
    states
}

/// The blocs that the filter names, else those that most of the states that lines are told by are in.
fn blocs(
    meetings: &Meetings,
    index: &Index,
    question: &Question,
    rows: &[usize],
) -> Vec<&'static Organisation> {
    let all = organisations();
    let asked = &question.filter.blocs;
    if !asked.is_empty() {
        return all.iter().filter(|bloc| asked.contains(&bloc.code)).collect();
    }
    let mut told = vec![0_usize; index.countries.len()];
    for &row in rows {
        let (meeting, traits) = (meetings.get(row), &index.rows[row]);
        for state in subjects(index, meeting, traits, question.reading, question.rule) {
            told[usize::from(state)] += 1;
        }
    }
    let members = |bloc: &Organisation| {
        let states = index.countries.iter().zip(&told).filter(|(state, _)| bloc.has_member(**state, None));
        states.map(|(_, number)| number).sum::<usize>()
    };
    let mut blocs: Vec<(usize, &Organisation)> = all.iter().enumerate().collect();
    blocs.sort_by_cached_key(|(place, bloc)| (Reverse(members(bloc)), *place));
    blocs.truncate(BLOCS);
    blocs.sort_by_key(|(place, _)| *place);
    blocs.into_iter().map(|(_, bloc)| bloc).collect()
}

const fn others(colour: GroupBy) -> &'static str {
    match colour {
        GroupBy::Status | GroupBy::Kind => "other kinds",
        GroupBy::Region => "other regions",
        GroupBy::Bloc => "other or none",
        GroupBy::Participant => "other states",
    }
}
