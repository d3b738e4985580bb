//! The reading of routes: each trip from the capital to its first stop, from stop to stop, and home.

use super::count::Count;
use super::facts::{earlier_home_city, home};
use super::index::Index;
use super::journey::{lines, without_lines};
use super::tie::{LegKey, Tie, TieKey, Ties};
use crate::meeting::table::Meetings;
use std::collections::BTreeMap;

/// Places, lines from capitals as journeys have them, and the legs of trips with several stops.
///
/// A line stands for the meetings that it leads to. It begins where the state really came from, though a
/// filter may hide that stop. A trip of one stop is one line, there and back; so is a meeting that belongs to
/// no trip. The way home counts nothing, but where trips are counted, which pass along each of their legs.
#[must_use]
pub(super) fn routes(meetings: &Meetings, index: &Index, rows: &[usize], count: &Count) -> Ties {
    let ties = without_lines(meetings, index, rows, count);
    let mut all = lines(meetings, index, rows, count, &ties, index.routes());
    all.extend(legs(meetings, index, rows, count, &ties));
    ties.with_lines(all)
}

/// The legs that begin at a stop, in order of key.
fn legs(meetings: &Meetings, index: &Index, rows: &[usize], count: &Count, ties: &Ties) -> Vec<Tie> {
    // With each key a row at its beginning, and the rows that it stands for.
    let mut legs: BTreeMap<LegKey, (usize, Vec<usize>)> = BTreeMap::new();
    for &row in rows.iter().filter(|&&row| index.trips.has(row)) {
        let place = |row: usize| meetings.get(row).venue.placed.place();
        for arrival in index.trips.arrivals(row).iter().filter(|one| count.is_theirs(row, one.state)) {
            let (state, status) = (arrival.state, meetings.get(row).status);
            let onward = arrival.from.map(|from| (from, place(row)));
            let home = arrival.goes_home.then_some((row, None));
            for (begin, to) in onward.into_iter().chain(home) {
                let Some(from) = place(begin) else { continue };
                let home = earlier_home_city(state, meetings.get(begin)).filter(|_| to.is_none());
                let key = LegKey { state, from, to, status, home };
                legs.entry(key).or_insert_with(|| (begin, Vec::new())).1.push(row);
            }
        }
    }
    let legs = legs.into_iter();
    legs.filter_map(|(key, (begin, rows))| leg(meetings, index, count, ties, (key, begin, rows))).collect()
}

fn leg(
    meetings: &Meetings,
    index: &Index,
    count: &Count,
    ties: &Ties,
    (key, begin, rows): (LegKey, usize, Vec<usize>),
) -> Option<Tie> {
    let at = |row: usize| meetings.get(row).venue.placed.position();
    let to = match key.to {
        Some(_) => at(*rows.first()?)?,
        None => home(key.state, meetings.get(begin))?.at,
    };
    let hosted = |row: &usize| index.columns.host(*row).is_some();
    let (state, status, place) = (key.state, key.status, key.to.and_then(|to| ties.place_number(to)));
    let third_country = key.to.is_some() && !rows.iter().any(hosted);
    let key = TieKey::Leg(key);
    Some(Tie {
        from: at(begin)?,
        to,
        place,
        weight: rows.iter().map(|&row| key.weight(count, row)).sum(),
        latest: index.columns.latest(&rows),
        rows,
        status,
        third_country,
        travels: true,
        coloured_by: state,
        key,
    })
}
