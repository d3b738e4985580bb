//! What is shown: all answers to one question, worked out anew when the question or the table changes.

use super::change::{Changes, Sides};
use super::class::Classes;
use super::count::Count;
use super::facet::{Facets, facets};
use super::index::Index;
use super::lines::ties;
use super::question::Question;
use super::sieve::passing_rows;
use super::summary::{Summary, summary};
use super::tie::{Tie, TieKey, Ties};
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use std::collections::BTreeMap;

/// The answers to one question.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// The question they answer.
    pub question: Question,
    /// The rows that pass the filter, context included, by their first day, undated ones last. In a
    /// comparison, those that pass either filter.
    pub rows: Vec<usize>,
    /// What the rule counts of them.
    pub count: Count,
    /// The countries that take part in them, with what they count for each.
    pub countries: BTreeMap<CountryCode, usize>,
    /// Places and lines.
    pub ties: Ties,
    /// The classes that colours stand for.
    pub classes: Classes,
    /// What differs from the baseline, if there is one.
    pub changes: Option<Changes>,
    /// How many meetings each choice of a filter would leave.
    pub facets: Facets,
    /// What is shown, in numbers.
    pub summary: Summary,
}

impl Shown {
    /// Asks a table that is asked only once. Others keep an index: see [`Self::with`].
    #[must_use]
    pub fn new(meetings: &Meetings, question: &Question) -> Self {
        Self::with(meetings, &Index::new(meetings), question)
    }

    /// Asks the table that an index was made of.
    #[must_use]
    pub fn with(meetings: &Meetings, index: &Index, question: &Question) -> Self {
        let classes = Classes::new(meetings, index, question);
        Self::answer(meetings, index, question, classes, facets(meetings, index, &question.filter))
    }

    /// Asks the same table another question. The facets depend on the filter alone and are kept while it
    /// stays the same; the classes are kept while only the period moves.
    #[must_use]
    pub fn again(self, meetings: &Meetings, index: &Index, question: &Question) -> Self {
        let same_filter = self.question.filter == question.filter;
        let facets = if same_filter { self.facets } else { facets(meetings, index, &question.filter) };
        let same_classes = self.question.whenever() == question.whenever();
        let classes = if same_classes { self.classes } else { Classes::new(meetings, index, question) };
        Self::answer(meetings, index, question, classes, facets)
    }

    /// The line with a key; where two filters are compared, whatever its status.
    #[must_use]
    pub fn line(&self, key: &TieKey) -> Option<&Tie> {
        let is_it = |line: &&Tie| self.changes.is_some() && line.key.is_same_line(key);
        self.ties.line(key).or_else(|| self.ties.lines.iter().find(is_it))
    }

    fn answer(
        meetings: &Meetings,
        index: &Index,
        question: &Question,
        classes: Classes,
        facets: Facets,
    ) -> Self {
        let Question { filter, rule, reading, compare, .. } = question;
        let compared = compare.as_ref().map(|baseline| Sides::new(meetings, index, question, baseline));
        let passing = match &compared {
            None => passing_rows(filter, meetings, index),
            Some(sides) => sides.rows(),
        };
        let mut passes = vec![false; meetings.len()];
        for row in passing {
            passes[row] = true;
        }
        let rows: Vec<usize> = index.by_date.iter().copied().filter(|&row| passes[row]).collect();
        let count = match &compared {
            None => Count::new(meetings, index, &rows, *rule),
            Some(sides) => sides.count(meetings, index, &rows),
        };
        let mut ties = ties(meetings, index, &rows, &count, *reading);
        let changes = compared.map(|sides| sides.changes(meetings, index, &ties.lines));
        if let Some(changes) = &changes {
            ties.lines = changes.lines();
        }
        Self {
            countries: by_country(index, &rows, &count),
            classes,
            facets,
            summary: summary(meetings, index, question, &rows, &count, &ties),
            changes,
            question: question.clone(),
            rows,
            count,
            ties,
        }
    }
}

fn by_country(index: &Index, rows: &[usize], count: &Count) -> BTreeMap<CountryCode, usize> {
    let mut numbers: Vec<Option<usize>> = vec![None; index.countries.len()];
    for &row in rows {
        for &state in &index.rows[row].states {
            let number = numbers[usize::from(state)].get_or_insert(0);
            *number += count.of_state(row, index.countries[usize::from(state)]);
        }
    }
    index
        .countries
        .iter()
        .copied()
        .zip(numbers)
        .filter_map(|(state, number)| Some((state, number?)))
        .collect()
}
