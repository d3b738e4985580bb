//! Persons: who is meant by a name, and what a person is called by for short.

use super::fold::fold;
use super::known_person::{KnownPerson, SpellingOf, by_folded_name, by_key, in_other_order, spelled};
use super::table::{Field, rows, text};
use crate::meeting::code::CountryCode;
use crate::meeting::identity::PersonId;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The person that a name means. Accents, case, spaces and punctuation make no difference: `Orbán` is
/// `Orban`. Spellings that the table of persons knows are one person, and so are the two orders of a name
/// that it knows: `Зеленський` is `Volodymyr Zelensky`, `Jinping Xi` is `Xi Jinping`.
#[must_use]
pub fn person_id(name: &str) -> PersonId {
    let folded = fold(name);
    if folded.is_empty() {
        // A name of signs only is still told from another one.
        return PersonId::new(name.trim());
    }
    match known_as(&folded) {
        Some(person) => PersonId::new(&fold(&person.name)),
        None => PersonId::new(&folded),
    }
}

/// The one person of the table who has this folded name as another spelling or in the other order.
fn known_as(folded: &str) -> Option<KnownPerson> {
    if by_folded_name(folded).is_some() {
        return None;
    }
    let mut whole = spelled(folded).filter(|(sort, _)| *sort != SpellingOf::FamilyName);
    match (whole.next(), whole.next()) {
        (Some((SpellingOf::WholeName, key)), None) => by_key(key),
        (Some(_), _) => None,
        (None, _) => in_other_order(folded),
    }
}

/// What a newspaper calls a person by after the first mention: mostly the family name, `Putin`; the one by
/// which the person is known, `Lula`; or the whole name where no part of it stands alone, `Charles III`. By
/// the rules of `data/family_names.csv` for the country represented.
#[must_use]
pub fn short_name(name: &str, country: Option<CountryCode>) -> String {
    let table = &*TABLE;
    if let Some(known) = table.persons.get(&fold(name)) {
        return (*known).to_owned();
    }
    let mut words: Vec<&str> = name.split_whitespace().collect();
    while words.len() > 2 && words.last().is_some_and(|word| table.suffixes.contains(&*fold(word))) {
        words.pop();
    }
    // `Putin, Vladimir`
    if let Some(family) = words.iter().position(|word| word.ends_with(',')) {
        return words[..=family].join(" ").trim_end_matches(',').to_owned();
    }
    let order = country.and_then(|code| table.orders.get(&code).copied()).unwrap_or(Order::Last);
    short_part(&words, order).join(" ")
}

/// Where in a name the part stands that a person is called by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// At the end, with the small words that belong to it.
    Last,
    /// At the beginning.
    First,
    /// The given name and the father's, without the house: `Tamim bin Hamad`.
    Father,
    /// No part stands alone.
    Whole,
}

impl Order {
    const ALL: [Self; 4] = [Self::Last, Self::First, Self::Father, Self::Whole];

    /// The word for it, as the table writes it.
    const fn name(self) -> &'static str {
        match self {
            Self::Last => "last",
            Self::First => "first",
            Self::Father => "father",
            Self::Whole => "whole",
        }
    }
}

fn short_part<'a, 'b>(words: &'b [&'a str], order: Order) -> &'b [&'a str] {
    let is_numeral = |word: &&str| word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    if words.len() < 2 || words.last().is_some_and(is_numeral) {
        return words;
    }
    match order {
        Order::First => &words[..1],
        Order::Whole => words,
        Order::Father => match words.iter().position(|word| ["bin", "ibn", "bint"].contains(word)) {
            Some(of) => &words[..words.len().min(of + 2)],
            None => short_part(words, Order::Last),
        },
        Order::Last => {
            let is_particle = |word: &&&str| TABLE.particles.contains(&*fold(word));
            let particles = words[..words.len() - 1].iter().rev().take_while(is_particle).count();
            &words[words.len() - 1 - particles..]
        }
    }
}

/// The rows of `data/family_names.csv`, by kind.
#[derive(Default)]
struct FamilyNames {
    orders: BTreeMap<CountryCode, Order>,
    particles: BTreeSet<&'static str>,
    suffixes: BTreeSet<&'static str>,
    /// By the folded name.
    persons: BTreeMap<String, &'static str>,
}

static TABLE: LazyLock<FamilyNames> = LazyLock::new(|| {
    let mut table = FamilyNames::default();
    for row in rows(include_str!("../../data/family_names.csv")) {
        table.add(row);
    }
    table
});

impl FamilyNames {
    fn add(&mut self, [kind, key, value, _source]: [Field; 4]) {
        let (key, value) = (text(key), text(value));
        match &*kind {
            "order" => {
                let order = Order::ALL.into_iter().find(|known| known.name() == value);
                let country = CountryCode::new(key).expect("an order is that of a country's code");
                self.orders.insert(country, order.expect("family_names.csv has these orders only"));
            }
            "particle" => {
                self.particles.insert(key);
            }
            "suffix" => {
                self.suffixes.insert(key);
            }
            "person" => {
                self.persons.insert(fold(key), value);
            }
            _ => panic!("family_names.csv has a row of kind {kind}"),
        }
    }
}
