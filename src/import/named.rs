//! The names of a table, each with how often it stands there and whom it represents: what the user is asked
//! about.

use super::field::Field;
use crate::meeting::code::CountryCode;
use std::collections::BTreeMap;

/// Every name that stands for a person, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(BTreeMap<String, Named>);

/// How a name stands in a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// In how many rows it travels.
    pub travels: usize,
    /// In how many other rows it stands.
    pub elsewhere: usize,
    /// In how many rows its state is from the list of office holders.
    pub found: usize,
    /// In how many rows it represents each state; none where it is not known.
    pub states: BTreeMap<Option<CountryCode>, usize>,
}

impl Named {
    /// In how many rows it stands.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.travels + self.elsewhere
    }

    /// In how many rows its state is not known.
    #[must_use]
    pub fn open(&self) -> usize {
        self.states.get(&None).copied().unwrap_or_default()
    }
}

/// The most names that are kept; those of further ones are counted under the empty name.
const MOST: usize = 100_000;

impl Names {
    /// Counts a name of a row.
    pub fn add(&mut self, name: &str, field: Field, state: Option<CountryCode>, is_found: bool) {
        let is_full = self.0.len() >= MOST;
        let name = if is_full && !self.0.contains_key(name) { "" } else { name };
        if !self.0.contains_key(name) {
            self.0.insert(name.to_owned(), Named::default());
        }
        let named = self.0.get_mut(name).expect("it was put in just now");
        if field == Field::Leader {
            named.travels += 1;
        } else {
            named.elsewhere += 1;
        }
        named.found += usize::from(is_found);
        *named.states.entry(state).or_default() += 1;
    }

    /// Adds the names of another table.
    pub fn add_all(&mut self, other: Self) {
        for (name, Named { travels, elsewhere, found, states }) in other.0 {
            let is_full = self.0.len() >= MOST;
            let name = if is_full && !self.0.contains_key(&name) { String::new() } else { name };
            let known = self.0.entry(name).or_default();
            known.travels += travels;
            known.elsewhere += elsewhere;
            known.found += found;
            for (state, rows) in states {
                *known.states.entry(state).or_default() += rows;
            }
        }
    }

    /// Every name, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Named)> {
        self.0.iter().map(|(name, named)| (name.as_str(), named))
    }

    /// Names, those of the most rows first; of equal ones, in their order.
    #[must_use]
    pub fn most_frequent_first(&self) -> Vec<(&str, &Named)> {
        let mut names: Vec<(&str, &Named)> = self.iter().collect();
        names.sort_by_key(|(_, named)| std::cmp::Reverse(named.rows()));
        names
    }
}
