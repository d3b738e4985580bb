//! How much is counted for each state in each year, as a table with a row for each that is not nothing.

use super::grid::{Cell, Grid};
use super::matrix::name;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::query::facts::states_of;
use crate::query::shown::Shown;
use crate::words::message::Message;
use crate::words::part::exported::Heads;
use crate::words::{label, say};
use std::collections::BTreeMap;

const HEADINGS: [&str; 5] = ["state", "code", "year", "count", "counting_rule"];

/// The counts in the order of codes and years. A meeting belongs to the year of its first day; those without
/// a date have no year.
pub fn grid(meetings: &Meetings, shown: &Shown) -> Grid {
    let mut counts: BTreeMap<(CountryCode, Option<i16>), usize> = BTreeMap::new();
    for &row in &shown.rows {
        let meeting = meetings.get(row);
        let year = meeting.dates.days().map(|(first, _)| first.year());
        for state in states_of(meeting) {
            let number = shown.count.of_state(row, state);
            if number > 0 {
                *counts.entry((state, year)).or_default() += number;
            }
        }
    }
    let rule = say(Message::Rule(shown.question.rule));
    let row = |((state, year), count): ((CountryCode, Option<i16>), usize)| {
        vec![
            Cell::text(name(state)),
            Cell::text(state.to_string()),
            Cell::text(year.map_or_else(String::new, |year| year.to_string())),
            Cell::Whole(count),
            Cell::text(rule.as_str()),
        ]
    };
    let rows = counts.into_iter().map(row).collect();
    Grid { name: label(Heads::Counts), headings: HEADINGS.map(str::to_owned).to_vec(), rows }
}
