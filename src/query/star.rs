//! The reading of stars: each meeting by itself, a hub at its venue with a spoke to each guest's capital.

use super::count::{Count, LeftOut, guests};
use super::index::Index;
use super::journey::call_ends;
use super::place::{Place, places};
use super::tie::{Tie, TieKey, Ties};
use crate::gazetteer::country::Countries;
use crate::meeting::Kind;
use crate::meeting::table::Meetings;
use std::collections::HashMap;

/// Places, and a spoke from each guest's capital for each meeting. Sidelines that are folded into a summit have no spokes.
#[must_use]
pub(super) fn stars(meetings: &Meetings, index: &Index, rows: &[usize], count: &Count) -> Ties {
    let mut held: Vec<usize> = Vec::new();
    let mut spokes = Vec::new();
    let mut not_placed = Vec::new();
    for &row in rows {
        let meeting = meetings.get(row);
        let (at, from, travels) = if let Some(ends) = call_ends(meeting) {
            (ends.at, ends.others.into_iter().collect(), false)
        } else if let Some(at) = meeting.venue.placed.position() {
            held.push(row);
            (at, guests(meeting), true)
        } else {
            not_placed.push(row);
            continue;
        };
        if !count.is_folded(row) {
            spokes.extend(from.into_iter().map(|from| (row, from, at, travels)));
        }
    }
    let mut ties = Ties { places: places(meetings, index, &held, count), lines: Vec::new(), not_placed };
    for (row, from, to, travels) in spokes {
        let meeting = meetings.get(row);
        let Some(country) = Countries::embedded().get(from) else { continue };
        ties.lines.push(Tie {
            key: TieKey::Spoke { meeting: meeting.id.clone(), from },
            from: country.capital_at,
            to,
            place: index.rows[row]
                .place
                .and_then(|place| ties.place_number(&index.places[place as usize]))
                .filter(|_| travels),
            rows: vec![row],
            weight: count.of_state(row, from),
            status: meeting.status,
            third_country: false,
            travels,
            told_by: from,
        });
    }
    ties.lines.sort_by(|a, b| a.key.cmp(&b.key));
    ties
}

/// A meeting of a place's fan, with the sidelines that hang on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Star {
    /// The meeting.
    pub row: usize,
    /// The rows of the sidelines that are folded into it.
    pub folded: Vec<usize>,
}

/// The fan of a place: its meetings one by one, each summit before the sidelines of its occasion; what is folded hangs on its summit.
#[must_use]
pub fn fan(meetings: &Meetings, place: &Place, count: &Count) -> Vec<Star> {
    let mut summits: HashMap<&str, usize> = HashMap::new();
    let mut folded: HashMap<usize, Vec<usize>> = HashMap::new();
    for (order, &row) in place.rows.iter().enumerate() {
        let meeting = meetings.get(row);
        if meeting.kind == Kind::Summit && !meeting.occasion.is_empty() {
            summits.entry(&meeting.occasion).or_insert(order);
        }
        if let Some(LeftOut::FoldedInto(summit)) = count.left_out.get(&row) {
            folded.entry(*summit).or_default().push(row);
        }
    }
    let open = place.rows.iter().copied().enumerate().filter(|&(_, row)| !count.is_folded(row));
    let mut open: Vec<(usize, usize)> = open.collect();
    open.sort_by_key(|&(own, row)| {
        let meeting = meetings.get(row);
        let summit = summits.get(&meeting.occasion[..]).filter(|_| meeting.kind == Kind::Sideline);
        (*summit.unwrap_or(&own), summit.is_some(), own)
    });
    open.into_iter().map(|(_, row)| Star { row, folded: folded.remove(&row).unwrap_or_default() }).collect()
}
