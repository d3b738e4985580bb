//! The table of persons who held an office, and every spelling that they are found by.

use super::fold::fold;
use super::sorted::lines_of;
use super::table::{Field, fields, listed, text};

/// Sorted by key, with a line of headings above.
const PERSONS: &str = include_str!("../../data/persons.csv");

/// Lines of a folded spelling, a tab and entries such as `v vladimir-putin`, between commas; sorted by
/// spelling.
const SPELLINGS: &str = include_str!("../../assets/person_spellings.txt");

/// One row of `data/persons.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownPerson {
    /// The folded name with hyphens; of several persons of one name, with the state and year behind it.
    pub key: &'static str,
    /// The name in common use, in English spelling, accents kept.
    pub name: Field,
    /// The part of it that stands for the whole; empty for monarchs and where the whole name is one word.
    pub family: Field,
    /// Other spellings of the whole name, between bars; for the best known, of the family name too.
    variants: Field,
    /// Other spellings of the family name, which others may bear, between bars.
    families: Field,
}

impl KnownPerson {
    /// Other spellings of the whole name.
    pub fn variants(&self) -> impl Iterator<Item = &str> {
        listed(&self.variants)
    }

    /// Other spellings of the family name.
    pub fn families(&self) -> impl Iterator<Item = &str> {
        listed(&self.families)
    }
}

/// What a spelling is to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SpellingOf {
    /// The name in common use, which several persons of the table bear.
    SharedName,
    /// Another spelling of the whole name.
    WholeName,
    /// The family name, in one of its spellings.
    FamilyName,
}

impl SpellingOf {
    /// Every sort.
    pub const ALL: [Self; 3] = [Self::SharedName, Self::WholeName, Self::FamilyName];

    /// The letter for it in the list of spellings.
    const fn letter(self) -> &'static str {
        match self {
            Self::SharedName => "n",
            Self::WholeName => "v",
            Self::FamilyName => "f",
        }
    }
}

/// Every person, in order of key.
pub fn known_persons() -> impl Iterator<Item = KnownPerson> {
    below_the_headings().lines().map(known_person)
}

/// The person with a key.
#[must_use]
pub fn by_key(key: &str) -> Option<KnownPerson> {
    lines_of(below_the_headings(), key, ',').next().map(known_person)
}

/// The person whose name, as the table has it, folds to this and to no other's.
#[must_use]
pub fn by_folded_name(folded: &str) -> Option<KnownPerson> {
    let key = folded.replace(' ', "-");
    by_key(&key).filter(|_| !folded.is_empty())
}

/// The persons with this folded spelling, their keys and what it is to them. Names that are one person's
/// alone are not among them: those are keys, see [`by_folded_name`].
pub fn spelled(folded: &str) -> impl Iterator<Item = (SpellingOf, &'static str)> {
    let entries = lines_of(SPELLINGS, folded, '\t').filter_map(|line| Some(line.split_once('\t')?.1));
    entries.flat_map(|entries| entries.split(',')).map(|entry| {
        let (letter, key) = entry.split_once(' ').expect("an entry is a letter, a space and a key");
        let sort = SpellingOf::ALL.into_iter().find(|sort| sort.letter() == letter);
        (sort.expect("person_spellings.txt has these letters only"), key)
    })
}

/// The person whose name this is with the family name at the other end: `Jinping Xi`, `Orban Viktor`.
#[must_use]
pub fn in_other_order(folded: &str) -> Option<KnownPerson> {
    let words: Vec<&str> = folded.split(' ').collect();
    (1..words.len()).find_map(|at| {
        let (head, tail) = (words[..at].join(" "), words[at..].join(" "));
        let person = by_folded_name(&format!("{tail} {head}"))?;
        let family = fold(&person.family);
        (family == head || family == tail).then_some(person)
    })
}

/// Every folded spelling with its entries, in order, as the list writes them.
pub fn spellings() -> impl Iterator<Item = (&'static str, &'static str)> {
    SPELLINGS.lines().map(|line| line.split_once('\t').expect("lines of person_spellings.txt have a tab"))
}

fn below_the_headings() -> &'static str {
    PERSONS.split_once('\n').map_or("", |(_, rows)| rows)
}

fn known_person(line: &'static str) -> KnownPerson {
    let [key, name, family, variants, families] = fields(line);
    KnownPerson { key: text(key), name, family, variants, families }
}
