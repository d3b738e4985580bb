//! Other names of the places of the tables: of cities in a packed table of their own, of others beside the
//! place.

use super::fold::fold;
use super::table::{fields, listed};
use crate::packed::Packed;
use std::sync::LazyLock;
use xxhash_rust::xxh3::xxh3_64;

/// A line for each line of `data/cities.csv`, in its order.
static TABLE: Packed = Packed::new(packed_bytes!("other_names.csv"));

/// Where the other names of a place stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum OtherNames {
    /// In the table of other names, in this row.
    OfCity(usize),
    /// Here, between bars.
    Listed(&'static str),
}

impl OtherNames {
    /// The names.
    pub fn listed(self) -> impl Iterator<Item = &'static str> {
        listed(match self {
            Self::OfCity(row) => LISTS[row],
            Self::Listed(names) => names,
        })
    }
}

/// The rows of cities with a name of this folded form, if its letters are none of those that
/// `assets/names.txt` has.
pub fn rows_named(folded: &str) -> impl Iterator<Item = usize> {
    let hash = hash(folded);
    let found: &'static [(u64, u32)] =
        if is_of_further_script(folded) { of_hash(&BY_HASH, hash) } else { &[] };
    let folded = folded.to_owned();
    let rows = found.iter().map(|(_, row)| *row as usize);
    rows.filter(move |row| listed(LISTS[*row]).any(|name| fold(name) == folded))
}

/// A number for a folded name: the same on every machine.
pub(super) fn hash(folded: &str) -> u64 {
    xxh3_64(folded.as_bytes())
}

/// The entries with this number, in a list that is sorted by it.
pub(super) fn of_hash(entries: &[(u64, u32)], hash: u64) -> &[(u64, u32)] {
    let start = entries.partition_point(|(known, _)| *known < hash);
    let end = entries[start..].partition_point(|(known, _)| *known == hash);
    &entries[start..start + end]
}

/// Whether a name has letters that are neither Latin nor Cyrillic.
fn is_of_further_script(name: &str) -> bool {
    const GREEK: std::ops::Range<char> = '\u{370}'..'\u{400}';
    const AFTER_CYRILLIC: char = '\u{530}';
    const MORE_OF_BOTH: [std::ops::Range<char>; 2] = ['\u{1c80}'..'\u{2c80}', '\u{a640}'..'\u{a800}'];
    let is_more = |c| MORE_OF_BOTH.iter().any(|range| range.contains(&c));
    name.chars().any(|c| GREEK.contains(&c) || (c >= AFTER_CYRILLIC && !is_more(c)))
}

/// The other names of each city, between bars.
static LISTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let names = |line| {
        let [_id, names] = fields(line);
        super::table::text(names)
    };
    TABLE.text().lines().skip(1).map(names).collect()
});

/// The number of every name in letters that `assets/names.txt` has not, with its row, in order.
static BY_HASH: LazyLock<Vec<(u64, u32)>> = LazyLock::new(|| {
    let names_of = |(row, names): (u32, &'static str)| {
        let names = listed(names).filter(|name| is_of_further_script(name));
        names.map(move |name| (hash(&fold(name)), row))
    };
    let mut entries: Vec<(u64, u32)> = (0..).zip(LISTS.iter().copied()).flat_map(names_of).collect();
    entries.sort_unstable();
    entries.dedup();
    entries
});
