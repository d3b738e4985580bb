//! Who met whom: what is counted for each pair of states, or of people, by the counting rule.

use super::count::Count;
use super::facts::region_of;
use super::index::Index;
use crate::gazetteer::country::Countries;
use crate::gazetteer::fold::fold;
use crate::gazetteer::language::Language;
use crate::gazetteer::organisation::{BlocGroup, member_times, organisations};
use crate::gazetteer::region::Region;
use crate::gazetteer::translation::spoken;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::meeting::{Meeting, Status};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// Whether states or people are paired.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sides {
    /// States and organisations.
    #[default]
    States,
    /// People.
    People,
}

impl Sides {
    /// Both.
    pub const ALL: [Self; 2] = [Self::States, Self::People];
}

/// Somebody who met others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// The person's name as the table has it most often; empty for a state.
    pub person: String,
    /// The state, or the one that the person represents most often.
    pub state: Option<CountryCode>,
    /// What is counted for it with all others together.
    pub total: usize,
}

impl Party {
    /// What it is called.
    #[must_use]
    pub fn name(&self) -> String {
        match self.state {
            Some(state) if self.person.is_empty() => Countries::embedded().spoken(state).into_owned(),
            Some(_) | None => self.person.clone(),
        }
    }

    /// What it is called where there is little room: by its letters, such as UAE, but never by a part of its
    /// name, as Congo would be.
    #[must_use]
    pub fn short_name(&self) -> String {
        match self.state {
            Some(state) if self.person.is_empty() => letters_or_name(state),
            Some(_) | None => self.person.clone(),
        }
    }
}

/// What brought two together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it counts by the rule.
    pub weight: usize,
    /// How many rows there are, counted or not.
    pub rows: usize,
    /// How many of them were held.
    pub held: usize,
    /// How many are planned or invited.
    pub planned: usize,
}

/// The letters that a country is known by, such as UAE, or else its name.
#[must_use]
pub fn letters_or_name(state: CountryCode) -> String {
    // They are those of the English name.
    let country = Countries::embedded().get(state).filter(|_| spoken() == Language::English);
    let letters = country
        .map(|country| country.short)
        .filter(|short| short.chars().all(|letter| letter.is_ascii_uppercase()));
    letters.map_or_else(|| Countries::embedded().spoken(state).into_owned(), str::to_owned)
}

impl Cell {
    fn add(&mut self, meeting: &Meeting, weight: usize) {
        self.weight += weight;
        self.rows += 1;
        match meeting.status {
            Status::Held => self.held += 1,
            Status::Planned | Status::Invited => self.planned += 1,
            Status::Cancelled => {}
        }
    }
}

/// Who met whom, of some rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Met {
    /// Those who met others: states by code, people by name.
    pub parties: Vec<Party>,
    /// By the numbers of both among the parties, the lower one first.
    cells: BTreeMap<(u32, u32), Cell>,
}

impl Met {
    /// What brought two together; `None` if nothing did.
    #[must_use]
    pub fn cell(&self, a: usize, b: usize) -> Option<Cell> {
        self.cells.get(&(a.min(b) as u32, a.max(b) as u32)).copied()
    }

    /// How many pairs there are.
    #[must_use]
    pub fn pairs(&self) -> usize {
        self.cells.len()
    }

    /// The pairs for which most is counted, and how much: of several, in the order of the parties.
    #[must_use]
    pub fn most(&self, number: usize) -> Vec<([usize; 2], Cell)> {
        let mut pairs: Vec<((u32, u32), Cell)> =
            self.cells.iter().map(|(pair, cell)| (*pair, *cell)).collect();
        pairs.sort_by_key(|(pair, cell)| (Reverse(cell.weight), *pair));
        pairs.into_iter().take(number).map(|((a, b), cell)| ([a as usize, b as usize], cell)).collect()
    }

    /// States that sat at one table, by the rule of the count: of a summit that counts as one, the host with
    /// each guest.
    #[must_use]
    pub fn of_states(meetings: &Meetings, rows: &[usize], count: &Count) -> Self {
        let mut cells: BTreeMap<(CountryCode, CountryCode), Cell> = BTreeMap::new();
        for &row in rows {
            let meeting = meetings.get(row);
            if meeting.kind.is_context() {
                continue;
            }
            for [a, b] in count.pairs(row) {
                cells.entry((a, b)).or_default().add(meeting, count.of_pair(row, [a, b]));
            }
        }
        let mut states: Vec<CountryCode> = cells.keys().flat_map(|(a, b)| [*a, *b]).collect();
        states.sort_unstable();
        states.dedup();
        let number = |state: &CountryCode| states.binary_search(state).unwrap_or_default() as u32;
        let cells = cells.iter().map(|((a, b), cell)| ((number(a), number(b)), *cell)).collect();
        let party = |state: &CountryCode| Party { person: String::new(), state: Some(*state), total: 0 };
        Self { parties: states.iter().map(party).collect(), cells }.with_totals()
    }

    /// People of different states who sat at one table, by the same rule: of a summit that counts as one,
    /// those of the host's with each guest. People of one state did not meet each other there. The rows are
    /// of the table that the index was made of.
    #[must_use]
    pub fn of_people(index: &Index, meetings: &Meetings, rows: &[usize], count: &Count) -> Self {
        let columns = &*index.columns;
        let code = |state: u16| index.countries[usize::from(state)];
        let mut cells: HashMap<(u32, u32), Cell> = HashMap::new();
        let mut states: BTreeMap<u32, BTreeMap<CountryCode, usize>> = BTreeMap::new();
        for &row in rows.iter().filter(|&&row| !columns.kind[row].is_context()) {
            let mut here = columns.seats.of(row).to_vec();
            for seat in &here {
                let of_person = states.entry(seat.person).or_default();
                if let Some(state) = seat.state() {
                    *of_person.entry(code(state)).or_default() += 1;
                }
            }
            here.dedup_by_key(|seat| seat.person);
            let host = count.centre(row);
            for (i, a) in here.iter().enumerate() {
                for b in &here[i + 1..] {
                    let [of_a, of_b] = [a, b].map(|seat| seat.state().map(code));
                    let are_of_one = of_a.is_some() && of_a == of_b;
                    let is_with_host = host.is_none() || of_a == host || of_b == host;
                    if !are_of_one && is_with_host {
                        let weight = count.of_two(row, [of_a, of_b]);
                        cells.entry((a.person, b.person)).or_default().add(meetings.get(row), weight);
                    }
                }
            }
        }
        let mut has_met: Vec<u32> = cells.keys().flat_map(|(a, b)| [*a, *b]).collect();
        has_met.sort_unstable();
        has_met.dedup();
        // The index has people by name.
        let number = |person: u32| has_met.binary_search(&person).unwrap_or_default() as u32;
        let party = |&person: &u32| {
            let often = states.get(&person).into_iter().flatten();
            let state = often.map(|(state, often)| (Reverse(*often), *state)).min().map(|(_, state)| state);
            Party { person: index.leaders[person as usize].clone(), state, total: 0 }
        };
        let parties = has_met.iter().map(party).collect();
        let cells = cells.into_iter().map(|((a, b), cell)| ((number(a), number(b)), cell)).collect();
        Self { parties, cells }.with_totals()
    }

    fn with_totals(mut self) -> Self {
        for ((a, b), cell) in &self.cells {
            for party in [a, b] {
                self.parties[*party as usize].total += cell.weight;
            }
        }
        self
    }
}

/// In which order those who met stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By region.
    #[default]
    Region,
    /// By bloc: see [`Met::sections`].
    Bloc,
    /// Those for whom most is counted first.
    Count,
    /// By name.
    Name,
}

impl Order {
    /// Every order.
    pub const ALL: [Self; 4] = [Self::Region, Self::Bloc, Self::Count, Self::Name];
}

/// What stands over a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heading {
    /// Nothing: there is one section.
    None,
    /// A region.
    Region(Region),
    /// Organisations, and whoever has no region.
    NoRegion,
    /// A bloc, by its code.
    Bloc(String),
    /// Members of none of the blocs above.
    NoBloc,
}

/// Some of those who met, by their numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What stands over it.
    pub heading: Heading,
    /// Who stands in it.
    pub parties: Vec<usize>,
}

impl Met {
    /// Those who met, in an order. In that by bloc the bloc with the most of them comes first, then the one
    /// with the most of the rest, and so on, as the blocs were on a day; a bloc of states in all parts of the
    /// world tells nobody apart and is left out.
    #[must_use]
    pub fn sections(&self, order: Order, day: Option<Date>) -> Vec<Section> {
        let names: Vec<String> = self.parties.iter().map(Party::name).collect();
        let mut all: Vec<usize> = (0..self.parties.len()).collect();
        match order {
            Order::Name => all.sort_by_key(|&party| fold(&names[party])),
            Order::Region | Order::Bloc | Order::Count => {
                all.sort_by_key(|&party| (Reverse(self.parties[party].total), fold(&names[party])));
            }
        }
        match order {
            Order::Count | Order::Name => vec![Section { heading: Heading::None, parties: all }],
            Order::Region => self.by_region(&all),
            Order::Bloc => self.by_bloc(all, day),
        }
    }

    fn by_region(&self, all: &[usize]) -> Vec<Section> {
        let region = |party: usize| self.parties[party].state.and_then(region_of);
        let section = |own: Option<Region>| {
            let parties: Vec<usize> = all.iter().copied().filter(|&party| region(party) == own).collect();
            Section { heading: own.map_or(Heading::NoRegion, Heading::Region), parties }
        };
        let sections = Region::ALL.into_iter().map(Some).chain([None]).map(section);
        sections.filter(|section| !section.parties.is_empty()).collect()
    }

    fn by_bloc(&self, mut left: Vec<usize>, day: Option<Date>) -> Vec<Section> {
        let is_member = |party: usize, place: usize| {
            let times = self.parties[party].state.map(member_times);
            times.is_some_and(|times| times.on(day) >> place & 1 == 1)
        };
        let blocs =
            || organisations().iter().enumerate().filter(|(_, bloc)| bloc.group != BlocGroup::Worldwide);
        let mut sections = Vec::new();
        loop {
            let members = |place: usize| left.iter().filter(|&&party| is_member(party, place)).count();
            let most = blocs()
                .map(|(place, bloc)| (members(place), Reverse(place), bloc))
                .max_by_key(|one| (one.0, one.1));
            let Some((2.., Reverse(place), bloc)) = most else { break };
            let (own, others) = left.iter().partition(|&&party| is_member(party, place));
            left = others;
            sections.push(Section { heading: Heading::Bloc(bloc.code.clone()), parties: own });
        }
        if !left.is_empty() {
            sections.push(Section { heading: Heading::NoBloc, parties: left });
        }
        sections
    }
}
