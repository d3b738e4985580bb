//! The timeline: what is counted in each day, week, month, quarter or year, whatever period is chosen.

use super::calendar::{Grain, days_between};
use super::class::{Class, of_changes};
use super::columns::Days;
use super::count::Count;
use super::index::Index;
use super::question::Question;
use super::shown::Shown;
use super::sieve::Sieved;
use crate::meeting::Status;
use crate::meeting::date::Precision;
use crate::meeting::table::Meetings;
use jiff::ToSpan;
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Bars that a timeline can have at all: enough for a day each of sixty years, and a year each of the
/// calendar.
const LIMIT: f64 = 22_000.0;

/// A bar: the days it stands for, and what begins in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its first day.
    pub begin: Date,
    /// What is counted in it, part by part.
    pub counts: BTreeMap<Part, usize>,
}

/// A part of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// The class of its meetings; `None` where colours say the status.
    pub class: Option<Class>,
    /// How well established they are.
    pub status: Status,
}

impl Bar {
    /// Everything counted in it.
    #[must_use]
    pub fn total(&self) -> usize {
        self.counts.values().sum()
    }
}

/// Meetings whose dates are less precise than a bar, drawn as a span of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The first day they can mean.
    pub first: Date,
    /// The last one.
    pub last: Date,
    /// How much is counted in it.
    pub count: usize,
    /// The row of the first of them.
    pub row: usize,
}

/// The histogram.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// How long a bar is.
    pub grain: Grain,
    /// The bars without gap, from the first meeting of the table to the last; none if nothing has a date.
    pub bars: Vec<Bar>,
    /// Meetings whose dates are too vague for one bar, by first day.
    pub spans: Vec<Span>,
    /// The counted rows without a date.
    pub undated: Vec<usize>,
    /// The first days of counted meetings, in order, each once: where a step to the next event leads.
    pub begins: Vec<Date>,
}

impl Timeline {
    /// Counts what passes the filter in any period, in bars of a grain or, if none is given, of a grain that
    /// fits the table.
    #[must_use]
    pub fn new(meetings: &Meetings, index: &Index, shown: &Shown, grain: Option<Grain>) -> Self {
        let (rows, count) = without_period(meetings, index, shown);
        let counted: Vec<(usize, usize)> =
            rows.iter().map(|&row| (row, count.of_row(row))).filter(|(_, number)| *number > 0).collect();
        let dated = counted.iter().filter_map(|(row, _)| index.columns.first_day(*row));
        let mut begins: Vec<Date> = dated.collect();
        begins.dedup();
        let undated = counted.iter().map(|(row, _)| *row).filter(|&row| index.columns.days[row].is_none());
        let undated = undated.collect();
        // The axis spans all meetings, so that it stands still when the filter changes.
        let Some((first, last)) = index.days else {
            let grain = grain.unwrap_or(Grain::Month);
            return Self { grain, bars: Vec::new(), spans: Vec::new(), undated, begins };
        };
        let grain =
            grain.map_or_else(|| Grain::for_span(first, last), |grain| grain.within(LIMIT, first, last));
        let bars = bars(grain, first, last);
        let mut timeline = Self { grain, bars, spans: Vec::new(), undated, begins };
        timeline.fill(index, shown, &counted);
        timeline
    }

    /// Adds what is counted of rows in order of date.
    fn fill(&mut self, index: &Index, shown: &Shown, counted: &[(usize, usize)]) {
        let mut spans: BTreeMap<(Date, Date), Span> = BTreeMap::new();
        let changed = shown.changes.as_ref().map(of_changes);
        let (mut categories, mut bar) = (Vec::new(), 0);
        for &(row, number) in counted {
            let Some(days) = index.columns.days[row] else { continue };
            let Days { first, last, .. } = days;
            if self.is_vague(days) {
                let span = spans.entry((first, last)).or_insert(Span { first, last, count: 0, row });
                span.count += number;
                continue;
            }
            let class = match &changed {
                None => shown.classes.of_row(index, row, &mut categories),
                Some(changed) => Some(changed.get(&row).copied().unwrap_or(Class::Other)),
            };
            // The bars are in order of date as well.
            while self.bars.get(bar + 1).is_some_and(|next| next.begin <= first) {
                bar += 1;
            }
            let part = Part { class, status: index.columns.status[row] };
            *self.bars[bar].counts.entry(part).or_default() += number;
        }
        self.spans = spans.into_values().collect();
    }

    /// Whether a meeting is known less precisely than a bar is long.
    fn is_vague(&self, Days { first, last, precision }: Days) -> bool {
        match precision {
            Precision::Month | Precision::Year => self.grain.begin(first) != self.grain.begin(last),
            Precision::Day | Precision::Range | Precision::Unknown => false,
        }
    }

    /// The first and the last day of all bars.
    #[must_use]
    pub fn span(&self) -> Option<(Date, Date)> {
        Some((self.bars.first()?.begin, self.grain.end(self.bars.last()?.begin)))
    }

    /// What the fullest bar counts.
    #[must_use]
    pub fn most(&self) -> usize {
        self.bars.iter().map(Bar::total).max().unwrap_or(0)
    }
}

/// The rows that pass the filter or the baseline in any period, by date, with their count; borrowed where
/// they are what is shown.
fn without_period<'a>(
    meetings: &Meetings,
    index: &Index,
    shown: &'a Shown,
) -> (Cow<'a, [usize]>, Cow<'a, Count>) {
    let Question { filter, rule, compare, .. } = &shown.question;
    if filter.from.is_none() && filter.to.is_none() && compare.is_none() {
        return (Cow::Borrowed(&shown.rows), Cow::Borrowed(&shown.count));
    }
    let mut rows = shown.sieved.passing_whenever();
    if let Some(compare) = compare {
        rows.extend(Sieved::new(&compare.before, meetings, index).passing_whenever());
    }
    let rows = index.in_order(rows);
    let count = Count::with(meetings, index, &rows, (*rule, shown.count.theirs()));
    (Cow::Owned(rows), Cow::Owned(count))
}

/// Empty bars without gap.
fn bars(grain: Grain, first: Date, last: Date) -> Vec<Bar> {
    let mut bars = Vec::new();
    let mut begin = Some(grain.begin(first));
    while let Some(day) = begin.filter(|day| *day <= last) {
        bars.push(Bar { begin: day, counts: BTreeMap::new() });
        begin = grain.next(day);
    }
    bars
}

/// The window moved to begin with the next event after its first day; a window of one day if there is none.
/// `None` after the last event.
#[must_use]
pub fn next_event(window: Option<(Date, Date)>, begins: &[Date]) -> Option<(Date, Date)> {
    let begin = match window {
        None => begins.first(),
        Some((from, _)) => begins.iter().find(|begin| **begin > from),
    };
    from_there(window, *begin?)
}

/// The same for the event before it.
#[must_use]
pub fn event_before(window: Option<(Date, Date)>, begins: &[Date]) -> Option<(Date, Date)> {
    let begin = match window {
        None => begins.last(),
        Some((from, _)) => begins.iter().rev().find(|begin| **begin < from),
    };
    from_there(window, *begin?)
}

fn from_there(window: Option<(Date, Date)>, begin: Date) -> Option<(Date, Date)> {
    let length = window.map_or(0, |(from, to)| days_between(from, to));
    Some((begin, begin.checked_add(length.days()).ok()?))
}
