//! What is shown: everything that follows from the meetings and the question alone, worked out once per change of either.

use super::count::{Count, states_of};
use super::facet::{Facets, facets};
use super::question::Question;
use super::reading::ties;
use super::sentence::sentence;
use super::tie::Ties;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use std::collections::BTreeMap;

/// The answers to one question.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// The question they answer.
    pub question: Question,
    /// The rows that pass the filter, context included, by their first day; undated ones come last.
    pub rows: Vec<usize>,
    /// What the rule counts of them.
    pub count: Count,
    /// The countries that take part in them, with what they count for each.
    pub countries: BTreeMap<CountryCode, usize>,
    /// Places and lines.
    pub ties: Ties,
    /// What each choice would leave.
    pub facets: Facets,
    /// What is shown, in words.
    pub sentence: String,
}

impl Shown {
    /// Asks the table.
    #[must_use]
    pub fn new(meetings: &Meetings, question: &Question) -> Self {
        let Question { filter, rule, reading } = question;
        let mut rows = filter.rows(meetings);
        rows.sort_by_cached_key(|&row| {
            let days = meetings.get(row).dates.days();
            (days.is_none(), days, row)
        });
        let count = Count::new(meetings, &rows, *rule);
        let ties = ties(meetings, &rows, &count, *reading);
        Self {
            countries: by_country(meetings, &rows, &count),
            facets: facets(meetings, filter),
            sentence: sentence(meetings, question, &rows, &count, &ties),
            question: question.clone(),
            rows,
            count,
            ties,
        }
    }
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
