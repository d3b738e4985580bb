//! Changes: what two filters show, line by line: gained, lost, more, fewer, or the same.

use super::count::Count;
use super::filter::Filter;
use super::index::Index;
use super::question::Question;
use super::sentence::{choices, counted, in_unit, period_in_words};
use super::tie::{Tie, TieKey};
use super::timeline::{Grain, bars_between, days_between, moved};
use crate::gazetteer::country::Countries;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What the state's filter is compared with, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Compare {
    /// What is shown before.
    pub before: Filter,
    /// Whether numbers are divided by the months of each side's period.
    pub per_month: bool,
    /// What [`Self::before`] is derived from whenever the filter changes; `None` if it stays as it is.
    pub follows: Option<Follows>,
}

/// The period that a comparison derives from the one that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Follows {
    /// As long, and just before it.
    TimeBefore,
    /// All that is before it.
    AllBefore,
}

impl Follows {
    /// What a filter is compared with; `None` if it has no period.
    #[must_use]
    pub fn before(self, filter: &Filter) -> Option<Filter> {
        match self {
            Self::TimeBefore => period_before(filter),
            Self::AllBefore => all_before(filter),
        }
    }
}

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

    /// The word for it.
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
    /// The line, drawn for the meetings of both sides; its weight is the larger one, its status the best established.
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
    /// Every line of either side: gained, lost, more, fewer, the same; within each the greatest change first, then by key.
    pub ties: Vec<TieChange>,
    /// Countries that take part after and not before, by name.
    pub new: Vec<CountryCode>,
    /// Countries that take part before and not after, by name.
    pub gone: Vec<CountryCode>,
    /// Months of each side's period: average months of 30.436875 days; 1 where numbers are not divided.
    pub months: [f64; 2],
    /// What is compared, in words: before and after.
    pub sides: [String; 2],
    /// What changed, in words.
    pub sentence: String,
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
    pub(super) fn new(meetings: &Meetings, index: &Index, question: &Question, compare: &Compare) -> Self {
        let side = |filter: &Filter| {
            let rows = filter.rows(meetings);
            let count = Count::new(meetings, index, &rows, question.rule);
            // Who came to the margins of a summit came, though that is counted as a part of it.
            let held = rows.iter().filter(|&&row| count.counts(row) || count.is_folded(row));
            let mut takes_part = vec![false; index.countries.len()];
            for &state in held.flat_map(|&row| &index.rows[row].states) {
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

    /// What became of the lines that are drawn for the rows of both, in order of key. A line is the same line whatever its status: a visit
    /// that was planned before and held after is neither lost nor gained. Its key is that of the later side, if it is there. What counts
    /// nothing is no line here.
    pub(super) fn changes(
        &self,
        meetings: &Meetings,
        index: &Index,
        question: &Question,
        compare: &Compare,
        lines: &[Tie],
    ) -> Changes {
        let groups = lines.chunk_by(|a, b| a.key.is_same_line(&b.key));
        let ties: Vec<TieChange> = groups.filter_map(|group| self.change(meetings, index, group)).collect();
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
        let sides = [&compare.before, &question.filter].map(filter_in_words);
        let mut changes = Changes { ties, new, gone, months, sides, sentence: String::new(), by_key };
        changes.sentence = changes.in_words(question, compare, [&before.count, &after.count]);
        changes
    }

    /// What became of a line, which is drawn as several where its meetings have several statuses.
    fn change(&self, meetings: &Meetings, index: &Index, group: &[Tie]) -> Option<TieChange> {
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
            rows.sort_unstable_by_key(|&row| index.rows[row].rank);
        }
        let status = rows.iter().map(|&row| meetings.get(row).status).min()?;
        let third_country = group.iter().all(|tie| tie.third_country);
        let weight = counts[0].max(counts[1]);
        let tie = Tie { key: tie.key.clone(), rows, weight, status, third_country, ..*tie };
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

    fn in_words(&self, question: &Question, compare: &Compare, counts: [&Count; 2]) -> String {
        let [before, after] = &self.sides;
        let rule = question.rule;
        let mut parts = vec![format!("{after} compared with {before}")];
        let total = |side: usize| {
            let total = in_unit(rule, counts[side].total);
            if compare.per_month {
                let rate = counts[side].total as f64 / self.months[side];
                format!("{total} ({} a month)", rate_in_words(rate))
            } else {
                total
            }
        };
        parts.push(format!("{} against {}", total(1), total(0)));
        parts.extend(rule.provisos());
        let lines: Vec<String> = Change::ALL
            .into_iter()
            .map(|change| (self.number(change), change.name()))
            .filter(|(number, _)| *number > 0)
            .enumerate()
            .map(|(i, (number, name))| match i {
                0 => format!("{} {name}", counted(number, "line", "lines")),
                _ => format!("{number} {name}"),
            })
            .collect();
        if !lines.is_empty() {
            parts.push(lines.join(", "));
        }
        let countries = [(self.new.len(), "new"), (self.gone.len(), "gone")];
        let countries: Vec<String> = countries
            .into_iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, word)| format!("{} {word}", counted(number, "country", "countries")))
            .collect();
        if !countries.is_empty() {
            parts.push(countries.join(", "));
        }
        parts.join(" · ")
    }
}

/// The months of the filter's period, an open end of which is that of the table; at least a day.
fn months(index: &Index, filter: &Filter) -> f64 {
    let from = filter.from.or(index.days.map(|(first, _)| first));
    let to = filter.to.or(index.days.map(|(_, last)| last));
    let days = from.zip(to).map_or(1, |(from, to)| (days_between(from, to) + 1).max(1));
    days as f64 / MONTH
}

/// A number a month to one decimal; a small one to two digits, so that it is not read as none: `11.8`, `0.027`, `0`.
#[must_use]
pub fn rate_in_words(rate: f64) -> String {
    if rate <= 0.0 {
        return "0".to_owned();
    }
    let small = if rate < 1.0 { -rate.log10().floor() as usize } else { 0 };
    format!("{rate:.*}", small + 1)
}

/// A filter as the sentence names it: its period, then its other fields.
fn filter_in_words(filter: &Filter) -> String {
    let is_open = filter.from.is_none() || filter.to.is_none();
    let period = period_in_words(filter).map(|words| if is_open { format!("all {words}") } else { words });
    let parts: Vec<String> = period.into_iter().chain(choices(filter)).collect();
    if parts.is_empty() { "everything".to_owned() } else { parts.join(", ") }
}

/// The filter with its period moved back by its own length: whole months by as many months, any other by as many days. `None` without a period, or
/// before the calendar begins.
#[must_use]
pub fn period_before(filter: &Filter) -> Option<Filter> {
    let (from, to) = filter.from.zip(filter.to).filter(|(from, to)| from <= to)?;
    let (from, to) = span_before(from, to)?;
    Some(Filter { from: Some(from), to: Some(to), ..filter.clone() })
}

/// The filter with everything before its period as its period. `None` without a first day.
#[must_use]
pub fn all_before(filter: &Filter) -> Option<Filter> {
    let to = filter.from?.yesterday().ok()?;
    Some(Filter { from: None, to: Some(to), ..filter.clone() })
}

fn span_before(from: Date, to: Date) -> Option<(Date, Date)> {
    let is_whole = Grain::Month.begin(from) == from && Grain::Month.end(to) == to;
    if is_whole {
        let months = bars_between(Grain::Month, from, to) + 1;
        moved((from, to), Grain::Month, -months)
    } else {
        moved((from, to), Grain::Day, -(days_between(from, to) + 1))
    }
}
