//! Where what is shown is from, and how far the record reaches: the facts of the line of sources below a map.

use super::index::Index;
use crate::meeting::date::Dates;
use crate::meeting::table::Meetings;
use crate::meeting::{Source, Status};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Who vouches for what is shown, and until when meetings are recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The sources that most of the rows shown name, the most frequent first, at most [`NAMED`].
    pub named: Vec<String>,
    /// Whether there are more.
    pub others: bool,
    /// The dates of the latest meeting of the whole record that was held; `None` if none with a date was.
    pub until: Option<Dates>,
}

/// Sources that are named.
pub const NAMED: usize = 3;

/// Rows that are looked at, spread evenly over those shown: a line below a map needs no more, and no table
/// makes it slow.
const LOOKED_AT: usize = 2000;

/// The origin of the rows that are shown.
#[must_use]
pub fn origin(meetings: &Meetings, index: &Index, rows: &[usize]) -> Origin {
    let step = rows.len().div_ceil(LOOKED_AT).max(1);
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    for &row in rows.iter().step_by(step) {
        let mut of_row: Vec<&str> = meetings.get(row).sources.iter().map(name).collect();
        of_row.sort_unstable();
        of_row.dedup();
        for name in of_row.into_iter().filter(|name| !name.is_empty()) {
            *named.entry(name).or_default() += 1;
        }
    }
    let mut named: Vec<(&str, usize)> = named.into_iter().collect();
    named.sort_by_key(|&(name, rows)| (Reverse(rows), name));
    let others = named.len() > NAMED || step > 1;
    let named: Vec<String> = named.into_iter().take(NAMED).map(|(name, _)| name.to_owned()).collect();
    Origin { others: others && !named.is_empty(), named, until: until(meetings, index) }
}

/// The dates of the latest meeting that was held: the one that began last.
fn until(meetings: &Meetings, index: &Index) -> Option<Dates> {
    let latest_first = index.by_date.iter().rev().map(|&row| meetings.get(row));
    let mut held = latest_first.filter(|one| one.status == Status::Held && !one.kind.is_context());
    held.find_map(|meeting| meeting.dates.days().map(|_| meeting.dates))
}

/// What a source is called: the site of a web address, else the words before the place within it.
///
/// `https://en.kremlin.ru/events/73859` is `kremlin.ru`, `Annual report, page 12` is `Annual report`.
fn name(source: &Source) -> &str {
    let words = source.reference.trim();
    let Some(url) = source.url() else {
        return words.split([',', ';', '(', '[']).next().unwrap_or_default().trim_end();
    };
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    // One site in several languages: en.kremlin.ru. A country's own ending stands last, never first.
    match host.split_once('.') {
        Some((language, site)) if language.len() == 2 && site.contains('.') => site,
        Some(_) | None => host,
    }
}
