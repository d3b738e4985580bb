//! What is not counted, and why: the answer to "why 20, not 26".

use super::count::LeftOut;
use super::filter::Field;
use super::shown::Shown;
use super::sieve::{Failing, Sieve};
use crate::meeting::table::Meetings;
use std::collections::BTreeMap;

/// Why a row of the table is not counted, or not drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The rule leaves it out.
    Rule(LeftOut),
    /// It has no date, and a period is asked for.
    Undated,
    /// It fails one field of the filter.
    Field(Field),
    /// It fails several.
    Fields,
    /// It is counted, and the reading has no place for it on the map.
    NotPlaced,
}

impl Why {
    /// The reason, as a heading over the rows that it holds for.
    #[must_use]
    pub fn in_words(self, meetings: &Meetings) -> String {
        match self {
            Self::Rule(LeftOut::Context) => "Context, counted by no rule".to_owned(),
            Self::Rule(LeftOut::Planned) => "Planned, not counted by the rule chosen".to_owned(),
            Self::Rule(LeftOut::Invited) => "Invited, not counted by the rule chosen".to_owned(),
            Self::Rule(LeftOut::Cancelled) => "Cancelled, counted by no rule".to_owned(),
            Self::Rule(LeftOut::FoldedInto(summit)) => format!("Folded into {}", meetings.get(summit).title),
            Self::Undated => "Without a date, while a period is asked for".to_owned(),
            Self::Field(field) => format!("Left out by the filter: {}", field.name()),
            Self::Fields => "Left out by several filters".to_owned(),
            Self::NotPlaced => "Counted, but not placed on the map".to_owned(),
        }
    }
}

/// The rows of the table that are not counted, and those that are not drawn, by reason: first the rule's, then the filter's.
#[must_use]
pub fn left_out(meetings: &Meetings, shown: &Shown) -> Vec<(Why, Vec<usize>)> {
    let mut groups: BTreeMap<Why, Vec<usize>> = BTreeMap::new();
    for (&row, &why) in &shown.count.left_out {
        groups.entry(Why::Rule(why)).or_default().push(row);
    }
    let mut is_shown = vec![false; meetings.len()];
    for &row in &shown.rows {
        is_shown[row] = true;
    }
    let others = Sieve::new(&shown.question.filter);
    // Where two filters are compared, what either lets pass is shown.
    for (row, meeting, failing) in others.each(meetings).filter(|(row, ..)| !is_shown[*row]) {
        let why = match failing {
            Failing::Nothing => continue,
            Failing::Only(Field::Period) if meeting.dates.days().is_none() => Why::Undated,
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
