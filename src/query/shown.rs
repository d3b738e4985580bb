//! What is shown: everything that follows from the meetings and the question alone, worked out once per change of either.

use super::change::Changes;
use super::count::{Count, states_of};
use super::facet::{Facets, facets};
use super::question::Question;
use super::reading::ties;
use super::sentence::sentence;
use super::tie::{Tie, TieKey, Ties};
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use std::collections::{BTreeMap, BTreeSet};

/// The answers to one question.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// The question they answer.
    pub question: Question,
    /// The rows that pass the filter, context included, by their first day; undated ones come last. Where it is compared with another one,
    /// those that pass either.
    pub rows: Vec<usize>,
    /// What the rule counts of them.
    pub count: Count,
    /// The countries that take part in them, with what they count for each.
    pub countries: BTreeMap<CountryCode, usize>,
    /// Places and lines.
    pub ties: Ties,
    /// What differs from what is compared with.
    pub changes: Option<Changes>,
    /// What each choice would leave.
    pub facets: Facets,
    /// What is shown, in words.
    pub sentence: String,
}

impl Shown {
    /// Asks the table.
    #[must_use]
    pub fn new(meetings: &Meetings, question: &Question) -> Self {
        let Question { filter, rule, reading, compare } = question;
        let changes = compare.as_ref().map(|compare| Changes::new(meetings, question, compare));
        let mut rows = match &changes {
            None => filter.rows(meetings),
            Some(changes) => {
                changes.rows.iter().flatten().copied().collect::<BTreeSet<usize>>().into_iter().collect()
            }
        };
        rows.sort_by_cached_key(|&row| {
            let days = meetings.get(row).dates.days();
            (days.is_none(), days, row)
        });
        let count = Count::new(meetings, &rows, *rule);
        let mut ties = ties(meetings, &rows, &count, *reading);
        if let Some(changes) = &changes {
            ties.lines = lines_of(changes, &ties);
        }
        Self {
            countries: by_country(meetings, &rows, &count),
            facets: facets(meetings, filter),
            sentence: match &changes {
                None => sentence(meetings, question, &rows, &count, &ties),
                Some(changes) => changes.sentence.clone(),
            },
            changes,
            question: question.clone(),
            rows,
            count,
            ties,
        }
    }
}

/// The lines of both sides of a comparison, in order of key, each with its place.
fn lines_of(changes: &Changes, ties: &Ties) -> Vec<Tie> {
    let place = |key: &TieKey| match key {
        TieKey::Journey(key) => ties.place_number(&key.to),
        TieKey::Relation { .. } => None,
        TieKey::Spoke { .. } => ties.line(key).and_then(|line| line.place),
    };
    let mut lines: Vec<Tie> =
        changes.ties.iter().map(|one| Tie { place: place(&one.tie.key), ..one.tie.clone() }).collect();
    lines.sort_by(|a, b| a.key.cmp(&b.key));
    lines
}

fn by_country(meetings: &Meetings, rows: &[usize], count: &Count) -> BTreeMap<CountryCode, usize> {
    let mut by_country = BTreeMap::new();
    for &row in rows {
        for state in states_of(meetings.get(row)) {
            *by_country.entry(state).or_default() += count.of_state(row, state);
        }
    }
    by_country
}
