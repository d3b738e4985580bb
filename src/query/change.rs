//! Changes: what two filters show, line by line: gained, lost, more, fewer, or the same.

use super::count::Count;
use super::filter::Filter;
use super::index::Index;
use super::question::Question;
use super::reading::ties;
use super::sentence::{choices, counted, in_unit, period_in_words};
use super::tie::{JourneyKey, Tie, TieKey};
use super::timeline::{Grain, bars_between, days_between, moved};
use crate::gazetteer::country::Countries;
use crate::meeting::Status;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What the state's filter is compared with, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compare {
    /// What is shown before.
    pub before: Filter,
    /// Whether numbers are divided by the months of each side's period.
    pub per_month: bool,
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
    /// The rows of both sides.
    pub rows: [Vec<usize>; 2],
    /// What changed, in words.
    pub sentence: String,
    /// Where each line stands among [`Self::ties`].
    places: BTreeMap<TieKey, usize>,
}

/// Days of an average month of the Gregorian calendar.
const MONTH: f64 = 30.436_875;
/// Numbers that differ by less are the same.
const SAME: f64 = 1e-9;

/// One side of the comparison.
struct Side {
    rows: Vec<usize>,
    count: Count,
    lines: BTreeMap<TieKey, Tie>,
    countries: BTreeSet<CountryCode>,
    months: f64,
}

impl Changes {
    /// Compares what the question's filter shows with what `compare` shows. A line is the same line whatever its status: a visit that was
    /// planned before and held after is neither lost nor gained. Its key is that of the later side, if it is there. What counts nothing is no line here.
    #[must_use]
    pub fn new(meetings: &Meetings, index: &Index, question: &Question, compare: &Compare) -> Self {
        let before = Side::new(meetings, index, question, &compare.before, compare.per_month);
        let after = Side::new(meetings, index, question, &question.filter, compare.per_month);
        let months = [before.months, after.months];
        let keys: BTreeSet<&TieKey> = before.lines.keys().chain(after.lines.keys()).collect();
        let mut ties: Vec<TieChange> = keys
            .into_iter()
            .filter_map(|key| tie_change(before.lines.get(key), after.lines.get(key), months))
            .collect();
        let size = |one: &TieChange| (one.numbers[1] - one.numbers[0]).abs();
        ties.sort_by(|a, b| {
            let by_size = || size(b).total_cmp(&size(a));
            a.change.cmp(&b.change).then_with(by_size).then_with(|| a.tie.key.cmp(&b.tie.key))
        });
        let by_name = |one: &Side, other: &Side| {
            let mut only: Vec<CountryCode> = one.countries.difference(&other.countries).copied().collect();
            only.sort_by_cached_key(|&code| Countries::embedded().name(code));
            only
        };
        let (new, gone) = (by_name(&after, &before), by_name(&before, &after));
        let places = ties.iter().enumerate().map(|(place, one)| (one.tie.key.clone(), place)).collect();
        let rows = [before.rows, after.rows];
        let mut changes = Self { ties, new, gone, months, rows, sentence: String::new(), places };
        changes.sentence = changes.in_words(question, compare, [&before.count, &after.count]);
        changes
    }

    /// What became of the line with a key.
    #[must_use]
    pub fn of_tie(&self, key: &TieKey) -> Option<&TieChange> {
        self.places.get(key).map(|&place| &self.ties[place])
    }

    /// How many lines changed so.
    #[must_use]
    pub fn number(&self, change: Change) -> usize {
        self.ties.iter().filter(|tie| tie.change == change).count()
    }

    fn in_words(&self, question: &Question, compare: &Compare, counts: [&Count; 2]) -> String {
        let [before, after] = [&compare.before, &question.filter].map(filter_in_words);
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

impl Side {
    fn new(
        meetings: &Meetings,
        index: &Index,
        question: &Question,
        filter: &Filter,
        per_month: bool,
    ) -> Self {
        let rows = filter.rows(meetings);
        let count = Count::new(meetings, index, &rows, question.rule);
        let held: Vec<usize> = rows.iter().copied().filter(|&row| count.counts(row)).collect();
        let mut lines: BTreeMap<TieKey, Tie> = BTreeMap::new();
        for tie in ties(meetings, index, &held, &count, question.reading).lines {
            let key = whatever_its_status(&tie.key);
            match lines.get_mut(&key) {
                Some(line) => {
                    line.weight += tie.weight;
                    line.status = line.status.min(tie.status);
                    line.rows.extend(tie.rows);
                }
                None => drop(lines.insert(key, Tie { place: None, ..tie })),
            }
        }
        lines.retain(|_, line| line.weight > 0);
        let people = held.iter().flat_map(|&row| &meetings.get(row).participants);
        let countries = people.filter_map(|person| person.country).collect();
        let months = if per_month { months(meetings, filter, &held) } else { 1.0 };
        Self { rows, count, lines, countries, months }
    }
}

/// Journeys are told apart by status on the map; here what was planned and then held is one.
fn whatever_its_status(key: &TieKey) -> TieKey {
    match key {
        TieKey::Journey(key) => TieKey::Journey(JourneyKey { status: Status::Held, ..key.clone() }),
        TieKey::Relation { .. } | TieKey::Spoke { .. } => key.clone(),
    }
}

/// The months of the filter's period, or of the days on which its meetings were held; at least a day.
fn months(meetings: &Meetings, filter: &Filter, rows: &[usize]) -> f64 {
    let days = || rows.iter().filter_map(|&row| meetings.get(row).dates.days());
    let from = filter.from.or_else(|| days().map(|(first, _)| first).min());
    let to = filter.to.or_else(|| days().map(|(_, last)| last).max());
    let days = from.zip(to).map_or(1, |(from, to)| (days_between(from, to) + 1).max(1));
    days as f64 / MONTH
}

fn tie_change(before: Option<&Tie>, after: Option<&Tie>, months: [f64; 2]) -> Option<TieChange> {
    let any = after.or(before)?;
    let counts = [before, after].map(|tie| tie.map_or(0, |tie| tie.weight));
    let numbers = [0, 1].map(|side| counts[side] as f64 / months[side]);
    let change = match (before, after) {
        (None, _) => Change::Gained,
        (_, None) => Change::Lost,
        _ if (numbers[1] - numbers[0]).abs() < SAME => Change::Same,
        _ if numbers[1] > numbers[0] => Change::More,
        _ => Change::Fewer,
    };
    let mut rows: Vec<usize> =
        [before, after].into_iter().flatten().flat_map(|tie| tie.rows.clone()).collect();
    rows.sort_unstable();
    rows.dedup();
    let status = [before, after].into_iter().flatten().map(|tie| tie.status).min()?;
    let weight = counts[0].max(counts[1]);
    Some(TieChange { tie: Tie { rows, weight, status, ..any.clone() }, counts, numbers, change })
}

/// A number a month to one decimal; a small one to two digits, so that it is not read as none: `11.8`, `0.027`.
#[must_use]
pub fn rate_in_words(rate: f64) -> String {
    let small = if rate > 0.0 && rate < 1.0 { -rate.log10().floor() as usize } else { 0 };
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
    let (from, to) = filter.from.zip(filter.to)?;
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
