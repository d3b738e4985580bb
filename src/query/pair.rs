//! A pair: two states or two people, and the meetings at which both sit at the table.

use super::facts::states;
use crate::gazetteer::country::Countries;
use crate::gazetteer::person::person_id;
use crate::meeting::Meeting;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::PersonId;
use crate::meeting::table::Meetings;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Two who met, or might have. Which stands first makes no difference: see [`Pair::of_states`] and
/// [`Pair::of_people`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pair {
    /// States or organisations, by code.
    States([CountryCode; 2]),
    /// People, by name as recorded.
    People([String; 2]),
}

impl Pair {
    /// Two states, in the order of their codes.
    #[must_use]
    pub fn of_states(mut states: [CountryCode; 2]) -> Self {
        states.sort_unstable();
        Self::States(states)
    }

    /// Two people, in the order of their names.
    #[must_use]
    pub fn of_people(mut people: [String; 2]) -> Self {
        people.sort_unstable();
        Self::People(people)
    }

    /// What the two are called.
    #[must_use]
    pub fn names(&self) -> [String; 2] {
        match self {
            Self::States(states) => states.map(|state| Countries::embedded().spoken(state).into_owned()),
            Self::People(people) => people.clone(),
        }
    }

    /// Those of some rows at which both sit at the table.
    #[must_use]
    pub fn rows(&self, meetings: &Meetings, rows: impl Iterator<Item = usize>) -> Vec<usize> {
        let mut seats = Seats::of(self);
        rows.filter(|&row| seats.are_both_at(meetings.get(row))).collect()
    }
}

/// Which of two people or states sit at a table. The same spellings of a name come again and again.
struct Seats<'p, 'm> {
    pair: &'p Pair,
    ids: Option<[PersonId; 2]>,
    told: HashMap<&'m str, Option<usize>>,
}

impl<'p, 'm> Seats<'p, 'm> {
    /// Those of a pair.
    fn of(pair: &'p Pair) -> Self {
        let ids = match pair {
            Pair::States(_) => None,
            Pair::People(people) => Some([person_id(&people[0]), person_id(&people[1])]),
        };
        Self { pair, ids, told: HashMap::new() }
    }

    /// Whether both are there.
    fn are_both_at(&mut self, meeting: &'m Meeting) -> bool {
        match self.pair {
            Pair::States(pair) => pair.iter().all(|state| states(meeting).any(|other| other == *state)),
            Pair::People(_) => {
                let mut are_there = [false; 2];
                for person in &meeting.participants {
                    if let Some(which) = self.which(&person.name) {
                        are_there[which] = true;
                    }
                }
                are_there == [true; 2]
            }
        }
    }

    /// Which of the two people a name means.
    fn which(&mut self, name: &'m str) -> Option<usize> {
        let ids = self.ids.as_ref()?;
        *self.told.entry(name).or_insert_with(|| {
            let id = person_id(name);
            ids.iter().position(|one| *one == id)
        })
    }
}
