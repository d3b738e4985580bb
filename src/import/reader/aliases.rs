//! Short forms in a table: `Wadephul` and `J. Wadephul` where one person of that family name is written in
//! full, and whether two letters behind a name are a state's code or a province's.

use crate::gazetteer::country::Countries;
use crate::gazetteer::fold::fold;
use crate::gazetteer::province::by_code;
use crate::gazetteer::spoken;
use crate::import::field::Field;
use crate::import::mapping::Mapping;
use crate::import::names::{AND, is_party, names};
use crate::import::sheet::Sheet;
use std::collections::{BTreeMap, BTreeSet};

/// What the names of a table say of each other.
#[derive(Debug, Default)]
pub struct Aliases {
    /// By the folded family name: the full names that end with it.
    full: BTreeMap<String, BTreeSet<String>>,
    /// Whether two letters behind a name are the code of a state, as are others of the table that no province
    /// has: `Ann Lee, DE` beside `Bo Ek, FR`.
    pub codes_are_states: bool,
}

/// Different full names that are remembered.
const MOST: usize = 20_000;

impl Aliases {
    /// The names of the columns of people.
    #[must_use]
    pub fn of(sheet: &Sheet, mapping: &Mapping) -> Self {
        let mut aliases = Self::default();
        let mut codes = Codes::default();
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for field in [Field::Leader, Field::Counterpart, Field::Participants] {
            let cells =
                mapping.columns_of(field).flat_map(|at| (0..sheet.len()).map(move |row| sheet.cell(row, at)));
            for cell in cells {
                if seen.len() >= MOST || !seen.insert(cell) {
                    continue;
                }
                codes.add(cell);
                if field != Field::Participants {
                    let named = names(cell, |part| is_party(&spoken::read(part)));
                    for name in named {
                        aliases.add(name);
                    }
                }
            }
        }
        Self { codes_are_states: codes.of_states && !codes.of_provinces, ..aliases }
    }

    fn add(&mut self, name: &str) {
        let is_several = AND.iter().any(|and| name.contains(and));
        if name.contains(['(', '|', ',']) || is_several || initials(name).is_some() {
            return;
        }
        // `PM Modi` is no full name: an office or a style stands before the family name.
        let name = spoken::read(name).name;
        if let [_, .., family] = name.split_whitespace().collect::<Vec<_>>()[..] {
            self.full.entry(fold(family)).or_default().insert(name.clone());
        }
    }

    /// The one full name that a short form stands for.
    #[must_use]
    pub fn full(&self, name: &str) -> Option<&str> {
        let short = Short::read(name)?;
        let known = self.full.get(&fold(short.family))?;
        let mut fitting =
            known.iter().filter(|full| short.initial.is_none_or(|initial| full.starts_with(initial)));
        let only = fitting.next()?;
        fitting.next().is_none().then_some(only.as_str())
    }
}

/// Whose codes stand in cells of names, as far as they can be only one's.
#[derive(Debug, Default)]
struct Codes {
    of_states: bool,
    of_provinces: bool,
}

impl Codes {
    fn add(&mut self, cell: &str) {
        let parts = cell.split([',', ';']).map(str::trim);
        for code in parts.filter(|part| part.len() == 2) {
            let (state, province) = (Countries::embedded().by_code(code), by_code(code));
            self.of_states |= state.is_some() && !spoken::is_behind_name(code);
            self.of_provinces |= state.is_none() && province.is_some();
        }
    }
}

/// A family name alone, or with the first letter of a given name.
struct Short<'a> {
    family: &'a str,
    initial: Option<char>,
}

impl<'a> Short<'a> {
    fn read(name: &'a str) -> Option<Self> {
        let mut words = name.split_whitespace();
        let first = words.next()?;
        let Some(second) = words.next() else { return Some(Self { family: first, initial: None }) };
        let is_end = words.next().is_none();
        let initial = initials(first).filter(|_| is_end)?;
        Some(Self { family: second, initial: Some(initial) })
    }
}

/// The letter of `J.`; the first one of `J. D. Vance`.
fn initials(text: &str) -> Option<char> {
    let mut letters = text.chars();
    let first = letters.next().filter(|letter| letter.is_alphabetic())?;
    (letters.next() == Some('.')).then_some(first)
}
