//! The reading of relations: one line for each pair of states that met, wherever that was.

use super::count::{Count, pairs};
use super::index::Index;
use super::place::best_status;
use super::tie::{Tie, TieKey, Ties};
use crate::gazetteer::seat::home_on;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use std::collections::BTreeMap;

/// A line between two states for everything that brought them together, and no places. It joins the seats of their governments on
/// the day of the latest. A
/// summit that counts as one joins its host with each guest, or all of them if the host is not at the table;
/// one that counts once per participant joins all of them. A row with fewer than two known states has no
/// line.
#[must_use]
pub(super) fn relations(meetings: &Meetings, index: &Index, rows: &[usize], count: &Count) -> Ties {
    let mut lines: BTreeMap<[CountryCode; 2], Vec<usize>> = BTreeMap::new();
    let mut not_placed = Vec::new();
    for &row in rows {
        let meeting = meetings.get(row);
        if meeting.kind.is_context() {
            continue;
        }
        let pairs = pairs(meeting, count.rule);
        if pairs.is_empty() {
            not_placed.push(row);
        }
        for pair in pairs {
            lines.entry(pair).or_default().push(row);
        }
    }
    let line = |([a, b], rows): ([CountryCode; 2], Vec<usize>)| {
        // The rows are in order of date, undated ones last.
        let latest = rows.iter().rev().find_map(|&row| meetings.get(row).dates.first_day());
        Some(Tie {
            key: TieKey::Relation { a, b },
            from: home_on(a, latest)?.at,
            to: home_on(b, latest)?.at,
            place: None,
            weight: rows.iter().map(|&row| count.of_pair(row, [a, b])).sum(),
            status: best_status(meetings, &rows),
            rows,
            third_country: false,
            travels: false,
            coloured_by: index.less_often([a, b]),
        })
    };
    Ties { places: Vec::new(), lines: lines.into_iter().filter_map(line).collect(), not_placed }
}
