//! Who met whom, as a table with a row and a column for each state.

use super::grid::{Cell, Grid};
use crate::gazetteer::country::Countries;
use crate::meeting::code::CountryCode;
use crate::query::shown::Shown;
use crate::query::tie::TieKey;
use crate::words::message::Message;
use crate::words::part::exported::Heads;
use crate::words::{label, say};
use std::collections::{BTreeMap, BTreeSet};

/// The states in the order of their codes, and what is counted for each pair of them. A state with itself is empty: nobody meets
/// himself.
pub fn grid(shown: &Shown) -> Grid {
    let mut pairs: BTreeMap<[CountryCode; 2], usize> = BTreeMap::new();
    let mut states: BTreeSet<CountryCode> = BTreeSet::new();
    for line in &shown.ties.lines {
        let TieKey::Relation { a, b } = line.key else { continue };
        states.extend([a, b]);
        pairs.insert([a, b], line.weight);
        pairs.insert([b, a], line.weight);
    }
    let rule = say(Message::Rule(shown.question.rule));
    let row = |&state: &CountryCode| {
        let begin = [Cell::text(name(state)), Cell::text(state.to_string())];
        let counts = states.iter().map(|&other| match pairs.get(&[state, other]) {
            Some(number) => Cell::Whole(*number),
            None if state == other => Cell::Empty,
            None => Cell::Whole(0),
        });
        begin.into_iter().chain(counts).chain([Cell::text(rule.as_str())]).collect()
    };
    let headings = ["state".to_owned(), "code".to_owned()].into_iter();
    let headings = headings.chain(states.iter().map(ToString::to_string));
    let headings = headings.chain(["counting_rule".to_owned()]).collect();
    Grid { name: label(Heads::Matrix), headings, rows: states.iter().map(row).collect() }
}

/// The English short name of a state.
pub fn name(code: CountryCode) -> String {
    Countries::embedded().name(code).into_owned()
}
