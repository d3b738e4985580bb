//! Who met whom, as a table with a row and a column for each state.

use super::grid::{Cell, Grid};
use crate::gazetteer::country::Countries;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::query::met::Met;
use crate::query::shown::Shown;
use crate::words::message::Message;
use crate::words::part::exported::Heads;
use crate::words::{label, say};

/// The states in the order of their codes, and what is counted for each pair of them. A state with itself is
/// empty: nobody meets himself.
pub fn grid(meetings: &Meetings, shown: &Shown) -> Grid {
    let met = Met::of_states(meetings, &shown.rows, &shown.count);
    let states: Vec<CountryCode> = met.parties.iter().filter_map(|party| party.state).collect();
    let rule = say(Message::Rule(shown.question.rule));
    let row = |(place, &state): (usize, &CountryCode)| {
        let begin = [Cell::text(name(state)), Cell::text(state.to_string())];
        let counts = (0..states.len()).map(|other| match met.cell(place, other) {
            Some(cell) => Cell::Whole(cell.weight),
            None if place == other => Cell::Empty,
            None => Cell::Whole(0),
        });
        begin.into_iter().chain(counts).chain([Cell::text(rule.as_str())]).collect()
    };
    let headings = ["state".to_owned(), "code".to_owned()].into_iter();
    let headings = headings.chain(states.iter().map(ToString::to_string));
    let headings = headings.chain(["counting_rule".to_owned()]).collect();
    Grid { name: label(Heads::Matrix), headings, rows: states.iter().enumerate().map(row).collect() }
}

/// The English short name of a state.
pub fn name(code: CountryCode) -> String {
    Countries::embedded().name(code).into_owned()
}
