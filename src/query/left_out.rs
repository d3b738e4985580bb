//! What is not counted, and why: the answer to "why 20, not 26".

use super::count::LeftOut;
use super::index::Index;
use super::shown::Shown;
use super::sieve::Failing;
use crate::meeting::table::Meetings;
use crate::query::question::filter::Field;
use std::collections::BTreeMap;

/// Why a row of the table is not counted, or not drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The rule leaves it out.
    Rule(LeftOut),
    /// It has no date, and the filter has a period.
    Undated,
    /// It fails one field of the filter.
    Field(Field),
    /// It fails several.
    Fields,
    /// It is counted, but the map has no place for it.
    NotPlaced,
}

/// The rows of the table that are not counted or not drawn, by reason: those of the rule first, then those of
/// the filter.
#[must_use]
pub fn left_out(meetings: &Meetings, index: &Index, shown: &Shown) -> Vec<(Why, Vec<usize>)> {
    let mut groups: BTreeMap<Why, Vec<usize>> = BTreeMap::new();
    for (&row, &why) in &shown.count.left_out {
        groups.entry(Why::Rule(why)).or_default().push(row);
    }
    let mut is_shown = vec![false; meetings.len()];
    for &row in &shown.rows {
        is_shown[row] = true;
    }
    // Where two filters are compared, what either lets pass is shown.
    for (row, failing) in shown.sieved.each().filter(|(row, _)| !is_shown[*row]) {
        let why = match failing {
            Failing::Nothing => continue,
            Failing::Only(Field::Period) if index.columns.days[row].is_none() => Why::Undated,
            Failing::Only(field) => Why::Field(field),
            Failing::Several => Why::Fields,
        };
        groups.entry(why).or_default().push(row);
    }
    let not_placed = shown.ties.not_placed.iter().copied().filter(|&row| shown.count.counts(row));
    for row in not_placed {
        groups.entry(Why::NotPlaced).or_default().push(row);
    }
    groups.into_iter().collect()
}
