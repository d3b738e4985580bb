//! Counterparts: whom a country met, and how often.

use super::facts::states_of;
use crate::gazetteer::country::Countries;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use std::collections::BTreeMap;

/// The other countries at the meetings that `country` takes part in, with the number of those meetings, most
/// first, then by name. Context is not counted.
#[must_use]
pub fn counterparts(meetings: &Meetings, rows: &[usize], country: CountryCode) -> Vec<(CountryCode, usize)> {
    let mut counts: BTreeMap<CountryCode, usize> = BTreeMap::new();
    for &row in rows {
        let meeting = meetings.get(row);
        let codes = states_of(meeting);
        if !meeting.kind.is_context() && codes.contains(&country) {
            for code in codes.into_iter().filter(|code| *code != country) {
                *counts.entry(code).or_default() += meeting.times();
            }
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_cached_key(|&(code, count)| (std::cmp::Reverse(count), Countries::embedded().name(code)));
    counts
}
