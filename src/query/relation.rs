//! The reading of relations: one line for each pair of states that met, wherever that was.

use super::count::{Count, pairs};
use super::index::Index;
use super::lists::Lists;
use super::tie::{Tie, TieKey, Ties};
use crate::gazetteer::seat::home_on;

/// A line between two states for everything that brought them together, and no places. It joins the seats of
/// their governments on the day of the latest. A summit that counts as one joins its host with each guest, or
/// all of them if the host is not at the table; one that counts once per participant joins all of them. A row
/// with fewer than two known states has no line.
#[must_use]
pub(super) fn relations(index: &Index, rows: &[usize], count: &Count) -> Ties {
    let columns = &*index.columns;
    let held = || rows.iter().copied().filter(|&row| !columns.kind[row].is_context());
    let not_placed = held().filter(|&row| pairs(columns, row, count.rule).next().is_none()).collect();
    // The number of a pair: that of its first state times the number of states, and that of its second.
    let states = index.countries.len();
    let number = |[a, b]: [u16; 2]| usize::from(a) * states + usize::from(b);
    let is_drawn = |row: usize, pair: [u16; 2]| pair.iter().any(|&state| count.is_theirs_number(row, state));
    let of_row = |row: usize| {
        let drawn = pairs(columns, row, count.rule).filter(move |&pair| is_drawn(row, pair));
        drawn.map(move |pair| (number(pair), row))
    };
    let rows = Lists::of_pairs(states * states, held().flat_map(of_row));
    let line = |pair: usize| {
        let [a, b] = [pair / states, pair % states].map(|state| index.countries[state]);
        let rows = Some(rows.of(pair)).filter(|rows| !rows.is_empty())?;
        // The rows are in order of date, undated ones last.
        let latest = rows.iter().rev().find_map(|&row| columns.first_day(row));
        Some(Tie {
            key: TieKey::Relation { a, b },
            from: home_on(a, latest)?.at,
            to: home_on(b, latest)?.at,
            place: None,
            weight: rows.iter().map(|&row| count.of_pair(row, [a, b])).sum(),
            status: columns.best_status(rows),
            rows: rows.to_vec(),
            latest: columns.latest(rows),
            third_country: false,
            travels: false,
            coloured_by: index.less_often([a, b]),
        })
    };
    Ties { not_placed, ..Ties::default() }.with_lines((0..states * states).filter_map(line).collect())
}
