//! The reading of stars: each meeting by itself, a hub at its venue with a spoke to each guest's capital.

use super::count::{Count, LeftOut};
use super::facts::{guests, home};
use super::index::Index;
use super::journey::{lines, without_lines};
use super::place::Place;
use super::tie::{Tie, TieKey, Ties};
use crate::meeting::Kind;
use crate::meeting::table::Meetings;
use std::collections::{HashMap, HashSet};

/// The most meetings that are drawn as a star each around one place.
pub const MOST_AT_A_PLACE: usize = 60;
/// The most meetings that are drawn as a star each on one map.
const MOST: usize = 400;

/// Places, and for each meeting a spoke from each guest's capital. A call has no hub: its lines join every
/// two capitals. Sidelines folded into a summit have no spokes. Stars are limited to 60 per place and 400 per
/// map: busier places have journeys instead.
#[must_use]
pub(super) fn stars(meetings: &Meetings, index: &Index, rows: &[usize], count: &Count) -> Ties {
    let mut ties = without_lines(meetings, index, rows, count);
    merge_crowded(&mut ties.places);
    let numbers: Vec<Option<usize>> = index.places.iter().map(|&id| ties.place_number(id)).collect();
    let place = |row: usize| index.columns.place(row).and_then(|place| numbers[place]);
    let is_call = |row: usize| index.columns.joins_capitals(row);
    let many_calls = rows.iter().filter(|&&row| is_call(row)).count() > MOST;
    let (merged, apart): (Vec<usize>, Vec<usize>) = rows.iter().partition(|&&row| {
        if is_call(row) { many_calls } else { place(row).is_some_and(|place| ties.places[place].crowded) }
    });
    let mut all = lines(meetings, index, &merged, count, &ties, index.journeys());
    for row in apart.into_iter().filter(|&row| !count.is_folded(row)) {
        if is_call(row) {
            all.extend(call_lines(meetings, index, row, count));
        } else {
            all.extend(spokes(meetings, index, row, (count, place(row))));
        }
    }
    all.sort_by(|a, b| a.key.cmp(&b.key));
    ties.with_lines(all)
}

fn merge_crowded(places: &mut [Place]) {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_key(|&number| places[number].meetings);
    let mut stars = 0;
    for number in order {
        let place = &mut places[number];
        stars += place.meetings;
        if place.meetings > MOST_AT_A_PLACE || stars > MOST {
            place.crowded = true;
        }
    }
}

/// The spokes of a meeting, from each guest's capital to the venue.
fn spokes(
    meetings: &Meetings,
    index: &Index,
    row: usize,
    (count, place): (&Count, Option<usize>),
) -> Vec<Tie> {
    let meeting = meetings.get(row);
    let spoke = |from| {
        let key = TieKey::Spoke { meeting: meeting.id.clone(), from, to: None };
        Some(Tie {
            from: home(from, meeting)?.at,
            to: meeting.venue.placed.position()?,
            place,
            rows: vec![row],
            latest: index.columns.latest(&[row]),
            weight: key.weight(count, row),
            status: meeting.status,
            third_country: false,
            travels: true,
            coloured_by: from,
            key,
        })
    };
    guests(meeting).into_iter().filter(|&from| count.is_theirs(row, from)).filter_map(spoke).collect()
}

/// The lines of a call, between every two capitals.
fn call_lines(meetings: &Meetings, index: &Index, row: usize, count: &Count) -> Vec<Tie> {
    let meeting = meetings.get(row);
    let line = |pair: [u16; 2]| {
        let [to, from] = pair.map(|state| index.countries[usize::from(state)]);
        let key = TieKey::Spoke { meeting: meeting.id.clone(), from, to: Some(to) };
        if !key.is_drawn(count, row) {
            return None;
        }
        Some(Tie {
            from: home(from, meeting)?.at,
            to: home(to, meeting)?.at,
            place: None,
            rows: vec![row],
            latest: index.columns.latest(&[row]),
            weight: key.weight(count, row),
            status: meeting.status,
            third_country: false,
            travels: false,
            coloured_by: index.less_often([from, to]),
            key,
        })
    };
    index.columns.states.pairs(row).filter_map(line).collect()
}

/// A meeting of a place's fan, with the sidelines that hang on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Star {
    /// The meeting.
    pub row: usize,
    /// The rows of the sidelines that are folded into it.
    pub folded: Vec<usize>,
}

/// The fan of a place: its meetings one by one, each summit before the sidelines of its occasion. A folded
/// sideline hangs on its summit if that was held here too.
#[must_use]
pub fn fan(meetings: &Meetings, place: &Place, count: &Count) -> Vec<Star> {
    let mut summits: HashMap<&str, usize> = HashMap::new();
    let mut folded: HashMap<usize, Vec<usize>> = HashMap::new();
    for (order, &row) in place.rows.iter().enumerate() {
        let meeting = meetings.get(row);
        if meeting.kind.is_gathering() && !meeting.occasion.is_empty() {
            summits.entry(&meeting.occasion).or_insert(order);
        }
        if let Some(LeftOut::FoldedInto(summit)) = count.left_out.get(&row) {
            folded.entry(*summit).or_default().push(row);
        }
    }
    let here: HashSet<usize> = place.rows.iter().copied().collect();
    let hangs =
        |row| matches!(count.left_out.get(&row), Some(LeftOut::FoldedInto(summit)) if here.contains(summit));
    let mut open: Vec<(usize, usize)> =
        place.rows.iter().copied().enumerate().filter(|&(_, row)| !hangs(row)).collect();
    open.sort_by_key(|&(own, row)| {
        let meeting = meetings.get(row);
        let summit = summits.get(&meeting.occasion[..]).filter(|_| meeting.kind == Kind::Sideline);
        (*summit.unwrap_or(&own), summit.is_some(), own)
    });
    open.into_iter().map(|(_, row)| Star { row, folded: folded.remove(&row).unwrap_or_default() }).collect()
}
