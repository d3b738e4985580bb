//! Changes: how each line differs between two filters: gained, lost, more, fewer, or the same.

use super::calendar::days_between;
use super::count::Count;
use super::index::Index;
use super::question::Question;
use super::sieve::passing_rows;
use super::theirs::Theirs;
use super::tie::{Tie, TieKey};
use crate::gazetteer::country::Countries;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::query::question::baseline::Baseline;
use crate::query::question::filter::Filter;
use std::sync::Arc;

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// It is there after and not before.
    Gained,
    /// It was there before and is not after.
    Lost,
    /// It counts more.
    More,
    /// It counts less.
    Fewer,
    /// It counts the same.
    Same,
}

impl Change {
    /// Every change, in the order of lists.
    pub const ALL: [Self; 5] = [Self::Gained, Self::Lost, Self::More, Self::Fewer, Self::Same];

    /// The word for it in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gained => "gained",
            Self::Lost => "lost",
            Self::More => "more",
            Self::Fewer => "fewer",
            Self::Same => "the same",
        }
    }
}

/// A line before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct TieChange {
    /// The line, drawn for the meetings of both sides; its weight is the larger one, its status the best
    /// established.
    pub tie: Tie,
    /// What it counts before and after.
    pub counts: [usize; 2],
    /// The same, per month if that is asked for.
    pub numbers: [f64; 2],
    /// What became of it.
    pub change: Change,
}

/// Everything that differs between two filters, under one rule and reading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// Every line of either side, in the order of [`Change::ALL`]; within each kind of change the greatest
    /// first, then by key.
    pub ties: Vec<TieChange>,
    /// Countries that take part after and not before, by name.
    pub new: Vec<CountryCode>,
    /// Countries that take part before and not after, by name.
    pub gone: Vec<CountryCode>,
    /// Months of each side's period: average months of 30.436875 days; 1 where numbers are not divided.
    pub months: [f64; 2],
    /// What each side counts in all, in the rule's unit.
    pub totals: [usize; 2],
    /// The state that the filters' regions and blocs do not count.
    pub apart: Option<CountryCode>,
    /// The places among [`Self::ties`] of all lines by key.
    by_key: Vec<usize>,
}

/// Days of an average month of the Gregorian calendar.
const MONTH: f64 = 30.436_875;
/// Numbers that differ by less are the same.
const SAME: f64 = 1e-9;

/// What each of two filters shows and counts: the one before, the one after.
#[derive(Debug)]
pub(super) struct Sides([Side; 2]);

/// One side of the comparison.
#[derive(Debug)]
struct Side {
    rows: Vec<usize>,
    count: Count,
    /// Whether each country of the index takes part in what is counted.
    takes_part: Vec<bool>,
    months: f64,
}

impl Sides {
    /// What `compare` shows, and what the question's filter does.
    pub(super) fn new(meetings: &Meetings, index: &Index, question: &Question, compare: &Baseline) -> Self {
        let side = |filter: &Filter| {
            let rows = passing_rows(filter, meetings, index);
            let theirs = Theirs::new(filter, index).map(Arc::new);
            let count = Count::with(meetings, index, &rows, (question.rule, theirs));
            // Participants of a folded sideline still took part.
            let held = rows.iter().filter(|&&row| count.counts(row) || count.is_folded(row));
            let mut takes_part = vec![false; index.countries.len()];
            for &state in held.flat_map(|&row| index.columns.states.of(row)) {
                takes_part[usize::from(state)] = true;
            }
            let months = if compare.per_month { months(index, filter) } else { 1.0 };
            Side { rows, count, takes_part, months }
        };
        Self([side(&compare.before), side(&question.filter)])
    }

    /// The count of the rows of both: of what either counts.
    pub(super) fn count(&self, meetings: &Meetings, index: &Index, rows: &[usize]) -> Count {
        let [before, after] = &self.0;
        Count::either(meetings, index, rows, [&before.count, &after.count])
    }

    /// The rows of both; some twice.
    pub(super) fn rows(&self) -> Vec<usize> {
        self.0.iter().flat_map(|side| &side.rows).copied().collect()
    }

    /// The rows of both, each once, as they stand in the table.
    pub(super) fn rows_in_table(&self) -> Vec<usize> {
        let mut rows = self.rows();
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    /// How the lines drawn for the rows of both sides differ, in order of key. A line is the same line
    /// whatever its status: a visit that was planned before and held after is neither lost nor gained. Its
    /// key is that of the later side if it is there. Lines that count nothing on both sides are left out.
    pub(super) fn changes(&self, index: &Index, lines: &[Tie]) -> Changes {
        let groups = lines.chunk_by(|a, b| a.key.is_same_line(&b.key));
        let ties: Vec<TieChange> = groups.filter_map(|group| self.change(index, group)).collect();
        let size = |one: &TieChange| (one.numbers[1] - one.numbers[0]).abs();
        let mut order: Vec<usize> = (0..ties.len()).collect();
        order.sort_by(|&a, &b| {
            let (a, b) = (&ties[a], &ties[b]);
            a.change.cmp(&b.change).then_with(|| size(b).total_cmp(&size(a)))
        });
        let mut by_key = vec![0; ties.len()];
        for (place, &number) in order.iter().enumerate() {
            by_key[number] = place;
        }
        let mut ties: Vec<Option<TieChange>> = ties.into_iter().map(Some).collect();
        let ties = order.into_iter().filter_map(|number| ties[number].take()).collect();
        let [before, after] = &self.0;
        let only = |one: &Side, other: &Side| {
            let states = index.countries.iter().zip(one.takes_part.iter().zip(&other.takes_part));
            let mut states: Vec<CountryCode> =
                states.filter(|(_, (here, there))| **here && !**there).map(|(state, _)| *state).collect();
            states.sort_by_cached_key(|&code| Countries::embedded().name(code));
            states
        };
        let (new, gone) = (only(after, before), only(before, after));
        let months = [before.months, after.months];
        let totals = [before.count.total, after.count.total];
        Changes { ties, new, gone, months, totals, apart: index.apart.map(|apart| apart.state), by_key }
    }

    /// What became of a line, which is drawn as several where its meetings have several statuses.
    fn change(&self, index: &Index, group: &[Tie]) -> Option<TieChange> {
        let sides = [0, 1].map(|side| &self.0[side]);
        let weight = |side: &Side, tie: &Tie| {
            tie.rows.iter().map(|&row| tie.weight_of(&side.count, row)).sum::<usize>()
        };
        let weights: Vec<[usize; 2]> = group.iter().map(|tie| sides.map(|side| weight(side, tie))).collect();
        let counts = [0, 1].map(|side| weights.iter().map(|of| of[side]).sum::<usize>());
        let numbers = [0, 1].map(|side| counts[side] as f64 / sides[side].months);
        let change = match counts {
            [0, 0] => return None,
            [0, _] => Change::Gained,
            [_, 0] => Change::Lost,
            _ if (numbers[1] - numbers[0]).abs() < SAME => Change::Same,
            _ if numbers[1] > numbers[0] => Change::More,
            _ => Change::Fewer,
        };
        let of_side = |side: usize| weights.iter().position(move |of| of[side] > 0);
        let tie = &group[of_side(1).or_else(|| of_side(0))?];
        let is_counted = |row: &usize| (0..2).any(|side| counts[side] > 0 && sides[side].count.counts(*row));
        let mut rows: Vec<usize> =
            group.iter().flat_map(|tie| &tie.rows).copied().filter(is_counted).collect();
        if group.len() > 1 {
            rows.sort_unstable_by_key(|&row| index.columns.rank[row]);
        }
        let status = rows.iter().map(|&row| index.columns.status[row]).min()?;
        let third_country = group.iter().all(|tie| tie.third_country);
        let weight = counts[0].max(counts[1]);
        let latest = index.columns.latest(&rows);
        let tie = Tie { key: tie.key.clone(), rows, latest, weight, status, third_country, ..*tie };
        Some(TieChange { tie, counts, numbers, change })
    }
}

impl Changes {
    /// What became of the line with a key.
    #[must_use]
    pub fn of_tie(&self, key: &TieKey) -> Option<&TieChange> {
        let place = self.by_key.binary_search_by(|&place| self.ties[place].tie.key.cmp(key)).ok()?;
        Some(&self.ties[self.by_key[place]])
    }

    /// The lines of either side in order of key, as they are drawn.
    pub(super) fn lines(&self) -> Vec<Tie> {
        self.by_key.iter().map(|&place| self.ties[place].tie.clone()).collect()
    }

    /// How many lines changed so.
    #[must_use]
    pub fn number(&self, change: Change) -> usize {
        self.ties.iter().filter(|tie| tie.change == change).count()
    }
}

/// The length of the filter's period in average months, at least a day. An open end is that of the table.
fn months(index: &Index, filter: &Filter) -> f64 {
    let from = filter.from.or(index.days.map(|(first, _)| first));
    let to = filter.to.or(index.days.map(|(_, last)| last));
    let days = from.zip(to).map_or(1, |(from, to)| (days_between(from, to) + 1).max(1));
    days as f64 / MONTH
}
