//! Names of letters in markup: `&scaron;` is š.

use crate::gazetteer::table::{rows, text};
use quick_xml::escape::resolve_html5_entity;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Letters that the library has wrong: it reads the number of their sign, which it has in decimal digits, as
/// hexadecimal ones.
static LETTERS: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    let table = rows(include_str!("../../../data/entities.csv"));
    table.map(|[name, letter]| (text(name), text(letter))).collect()
});

/// The letter or sign of a name; `None` if it is unknown.
#[must_use]
pub fn entity(name: &str) -> Option<&'static str> {
    /// The small letters that the library gives for letters of mathematics.
    const WRONG: std::ops::RangeInclusive<char> = '\u{1D49}'..='\u{1D6F}';
    let other = || resolve_html5_entity(name).filter(|sign| !sign.starts_with(|one| WRONG.contains(&one)));
    LETTERS.get(name).copied().or_else(other)
}
