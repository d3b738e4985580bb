//! Classes: the groups that colours stand for, the same on the map and on the timeline and in every period.

use super::change::{Change, Changes};
use super::count::centre;
use super::facts::region_of;
use super::index::Index;
use super::question::Question;
use super::sieve::Sieved;
use super::tie::Tie;
use crate::gazetteer::country::Countries;
use crate::gazetteer::organisation::{
    BlocGroup, Blocs, Organisation, blocs_coded, member_times, organisations,
};
use crate::gazetteer::region::Region;
use crate::meeting::Kind;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::query::question::grouping::GroupBy;
use crate::query::question::reading::Reading;
use crate::query::question::rule::Rule;
use ahash::HashMap;
use jiff::civil::Date;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Classes with a colour of their own.
pub const MOST: usize = 5;
/// Blocs that colours tell apart if the filter names none.
const BLOCS: usize = 2;

/// The class of a line, or of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// One of the most common categories: its place among [`Classes::named`].
    Named(usize),
    /// Any other category, or none.
    Other,
    /// Several categories at once: a line for meetings of several kinds, a meeting with guests from several
    /// regions.
    Several,
    /// What became of it, where two filters are compared.
    Changed(Change),
}

/// A category of meetings or states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// A kind of meeting.
    Kind(Kind),
    /// The states of a region.
    Region(Region),
    /// One state.
    State(CountryCode),
    /// The states in these blocs and in no other of those that are told apart.
    Blocs(Blocs),
}

/// What [`Class::Other`] stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Others {
    /// Lines that a comparison does not have.
    #[default]
    OnNoLine,
    /// This category alone.
    Only(Category),
    /// Several categories, or none.
    Many,
}

/// The classes under a question: those of all rows that pass its filter in any period, so that a colour keeps
/// its meaning while the window of time moves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Classes {
    /// What they tell apart.
    pub by: GroupBy,
    /// The categories of [`Class::Named`], in order.
    pub named: Vec<Category>,
    /// What [`Class::Other`] stands for.
    pub others: Others,
    reading: Reading,
    rule: Rule,
    /// The blocs that are told apart.
    blocs: Blocs,
}

impl Classes {
    /// The most common categories among the rows that pass the filter in any period; none where colours say
    /// the status, or what became of a line.
    #[must_use]
    pub(super) fn new(sieved: &Sieved, index: &Index, question: &Question) -> Self {
        let Question { filter: _, colour: by, reading, compare, rule } = question;
        if compare.is_some() || *by == GroupBy::Status {
            return Self::default();
        }
        let rows = sieved.passing_whenever();
        let mut classes = Self { by: *by, reading: *reading, rule: *rule, ..Self::default() };
        if *by == GroupBy::Bloc {
            classes.blocs = blocs(index, question, &rows);
        }
        let mut numbers: HashMap<Category, usize> = HashMap::default();
        let mut has_none = false;
        let mut categories = Vec::new();
        for &row in &rows {
            classes.categories_of(index, row, &mut categories);
            categories.sort_unstable();
            categories.dedup();
            has_none |= categories.contains(&None);
            for &category in categories.iter().flatten() {
                *numbers.entry(category).or_default() += 1;
            }
        }
        let mut common: Vec<(Category, usize)> = numbers.into_iter().collect();
        common.sort_by_key(|&(category, number)| (Reverse(number), category));
        let other = common.split_off(common.len().min(MOST));
        classes.others = match other[..] {
            [(only, _)] if !has_none => Others::Only(only),
            _ => Others::Many,
        };
        classes.named = common.into_iter().map(|(category, _)| category).collect();
        classes.named.sort_by_cached_key(|category| list_order(*category));
        classes
    }

    /// The class of a line that is drawn for some of its rows: the one that each of them gives it, or
    /// [`Class::Several`]. `None` where colours say the status.
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

    /// The class of a line of a state with some meetings, the undated ones last. Memberships seldom change:
    /// for most lines the first and the last day decide.
    fn of_blocs(&self, meetings: &Meetings, state: CountryCode, rows: &[usize]) -> Class {
        let day = |row: usize| meetings.get(row).dates.first_day();
        let of_row = |&row: &usize| self.of_state(state, day(row));
        let dated = rows.partition_point(|&row| day(row).is_some());
        let ends = rows[..dated].first().zip(rows[..dated].last()).and_then(|(a, b)| day(*a).zip(day(*b)));
        let is_same = |(first, last)| member_times(state).is_same_between(first, last, self.blocs);
        if ends.is_some_and(is_same) {
            self.common(rows[..1].iter().chain(&rows[dated..]).map(of_row))
        } else {
            self.common(rows.iter().map(of_row))
        }
    }

    /// The class of a row: that of the lines it stands on, if they agree; `None` where colours say the
    /// status. The list is filled and read on the way.
    #[must_use]
    pub fn of_row(&self, index: &Index, row: usize, categories: &mut Vec<Option<Category>>) -> Option<Class> {
        if self.by == GroupBy::Status {
            return None;
        }
        self.categories_of(index, row, categories);
        Some(self.common(categories.iter().copied()))
    }

    fn common(&self, mut categories: impl Iterator<Item = Option<Category>>) -> Class {
        let Some(first) = categories.next() else { return Class::Other };
        if !categories.all(|category| category == first) {
            return Class::Several;
        }
        let place = first.and_then(|first| self.named.iter().position(|&category| category == first));
        place.map_or(Class::Other, Class::Named)
    }

    /// The categories of the states that give a row's lines their colour.
    fn categories_of(&self, index: &Index, row: usize, categories: &mut Vec<Option<Category>>) {
        let columns = &*index.columns;
        categories.clear();
        if self.by == GroupBy::Kind {
            categories.push(Some(Category::Kind(columns.kind[row])));
            return;
        }
        let day = columns.first_day(row);
        let subjects = subjects(index, row, self.reading, self.rule);
        let states = subjects.iter().map(|&state| index.countries[usize::from(state)]);
        categories.extend(states.map(|state| self.of_state(state, day)));
    }

    fn of_state(&self, state: CountryCode, day: Option<Date>) -> Option<Category> {
        match self.by {
            GroupBy::Status | GroupBy::Kind => None,
            GroupBy::Region => region_of(state).map(Category::Region),
            GroupBy::Participant => Some(Category::State(state)),
            GroupBy::Bloc => {
                let bits = member_times(state).on(day) & self.blocs;
                (bits > 0).then_some(Category::Blocs(bits))
            }
        }
    }
}

/// The order of categories in lists: kinds and regions in their own, states by name, blocs by the first of
/// them.
fn list_order(category: Category) -> (u32, u32, String) {
    match category {
        Category::Kind(kind) => (place_in(&Kind::ALL, &kind), 0, String::new()),
        Category::Region(region) => (place_in(&Region::ALL, &region), 0, String::new()),
        Category::State(state) => (0, 0, Countries::embedded().name(state).into_owned()),
        // Where the first bloc is the same, those with fewer blocs come first.
        Category::Blocs(bits) => {
            (bits.trailing_zeros(), bits.count_ones(), format!("{:064b}", (!bits).reverse_bits()))
        }
    }
}

fn place_in<T: PartialEq>(all: &[T], one: &T) -> u32 {
    all.iter().zip(0..).find(|(other, _)| *other == one).map_or(u32::MAX, |(_, place)| place)
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

/// The states whose categories colour a row's lines: the guests; those that come to a stop of a trip; where
/// lines join two states, the one of each two that takes part in fewer rows of the table.
fn subjects(index: &Index, row: usize, reading: Reading, rule: Rule) -> Cow<'_, [u16]> {
    let columns = &*index.columns;
    let arrivals = index.trips.arrivals(row);
    if reading == Reading::Routes && !arrivals.is_empty() {
        return arrivals.iter().filter_map(|arrival| index.state(arrival.state)).collect();
    }
    let guests = columns.guests.of(row);
    if reading != Reading::Relations && !guests.is_empty() {
        return Cow::Borrowed(guests);
    }
    let mut states = columns.states.of(row).to_vec();
    states.sort_unstable_by_key(|&state| index.how_often(state));
    let centre = centre(columns, row, rule).filter(|_| reading == Reading::Relations);
    let centre = centre.and_then(|centre| states.iter().position(|&one| one == centre));
    match centre {
        // Only the host is in pairs with all others: it stands for those who are in more meetings than it is.
        Some(place) if place + 1 < states.len() => states.truncate(place + 1),
        Some(_) | None if states.len() > 1 => drop(states.pop()),
        Some(_) | None => {}
    }
    Cow::Owned(states)
}

/// The blocs that the filter names, else those that tell the states that colour lines apart best: that come
/// nearest to having half of them. Blocs of states in all parts of the world are told apart only where they
/// are asked for.
fn blocs(index: &Index, question: &Question, rows: &[usize]) -> Blocs {
    let asked = &question.filter.blocs;
    if !asked.is_empty() {
        return blocs_coded(asked);
    }
    let mut numbers = vec![0_usize; index.countries.len()];
    for &row in rows {
        for &state in &*subjects(index, row, question.reading, question.rule) {
            numbers[usize::from(state)] += 1;
        }
    }
    let all: usize = numbers.iter().sum();
    let fewer_side = |bloc: &Organisation| {
        let states = index.countries.iter().zip(&numbers).filter(|(state, _)| bloc.has_member(**state, None));
        let members = states.map(|(_, number)| number).sum::<usize>();
        members.min(all - members)
    };
    let regional = organisations().iter().enumerate().filter(|(_, bloc)| bloc.group != BlocGroup::Worldwide);
    let mut blocs: Vec<(usize, &Organisation)> = regional.collect();
    blocs.sort_by_cached_key(|(place, bloc)| (Reverse(fewer_side(bloc)), *place));
    blocs.iter().take(BLOCS).fold(0, |bits, (place, _)| bits | 1 << place)
}
