//! The timeline: how much is counted in each day, week, month, quarter or year, under all fields of the filter but the period.

use super::class::{Class, of_changes};
use super::count::Count;
use super::filter::{Field, Filter};
use super::index::Index;
use super::question::Question;
use super::shown::Shown;
use crate::meeting::date::{MONTHS, PartialDate, Precision, span_in_words};
use crate::meeting::table::Meetings;
use crate::meeting::{Meeting, Status};
use jiff::civil::Date;
use jiff::{Span as DateSpan, ToSpan};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How long a bar of the timeline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grain {
    /// A day.
    Day,
    /// From Monday to Sunday (ISO 8601).
    Week,
    /// A month.
    Month,
    /// Three months, the first from January on.
    Quarter,
    /// A year.
    Year,
}

/// Bars beyond which a coarser grain is chosen.
const MOST_BARS: f64 = 200.0;
/// Bars that a timeline can have at all: enough for a day each of sixty years, and a year each of the calendar.
const LIMIT: f64 = 22_000.0;

impl Grain {
    /// Every grain, finest first.
    pub const ALL: [Self; 5] = [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year];

    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// The first day of the bar that a day lies in.
    #[must_use]
    pub fn begin(self, day: Date) -> Date {
        let from_month = |month: i8| Date::new(day.year(), month, 1).unwrap_or(day);
        match self {
            Self::Day => day,
            Self::Week => {
                let since_monday = i64::from(day.weekday().to_monday_zero_offset());
                day.checked_sub(since_monday.days()).unwrap_or(Date::MIN)
            }
            Self::Month => from_month(day.month()),
            Self::Quarter => from_month((day.month() - 1) / 3 * 3 + 1),
            Self::Year => from_month(1),
        }
    }

    /// The first day of the bar after the one that a day lies in; `None` at the end of the calendar.
    #[must_use]
    pub fn next(self, day: Date) -> Option<Date> {
        let step = match self {
            Self::Day => 1.day(),
            Self::Week => 1.week(),
            Self::Month => 1.month(),
            Self::Quarter => 3.months(),
            Self::Year => 1.year(),
        };
        self.begin(day).checked_add(step).ok()
    }

    /// The last day of the bar that a day lies in.
    #[must_use]
    pub fn end(self, day: Date) -> Date {
        self.next(day).and_then(|next| next.yesterday().ok()).unwrap_or(Date::MAX)
    }

    /// About how many days a bar is long.
    const fn days(self) -> f64 {
        match self {
            Self::Day => 1.0,
            Self::Week => 7.0,
            Self::Month => 30.4,
            Self::Quarter => 91.3,
            Self::Year => 365.2,
        }
    }

    /// The finest grain, from this one on, with no more than so many bars between two days.
    fn within(self, most: f64, first: Date, last: Date) -> Self {
        let days = (days_between(first, last) + 1) as f64;
        Self::ALL
            .into_iter()
            .find(|grain| *grain >= self && days / grain.days() <= most)
            .unwrap_or(Self::Year)
    }

    /// The grain that suits the time between two days.
    #[must_use]
    pub fn for_span(first: Date, last: Date) -> Self {
        Self::Day.within(MOST_BARS, first, last)
    }

    /// A bar as readers see it: `3 July 2024`, `1–7 July 2024`, `July 2024`, `July – September 2024`, `2024`.
    #[must_use]
    pub fn in_words(self, begin: Date) -> String {
        let year = PartialDate::Year(begin.year());
        let on = |date| crate::meeting::date::Dates::on(date).to_string();
        match self {
            Self::Day | Self::Week => span_in_words(begin, self.end(begin)),
            Self::Month => on(PartialDate::Month(begin.year(), begin.month())),
            Self::Quarter => {
                let last = MONTHS[usize::from(self.end(begin).month().unsigned_abs()) - 1];
                format!("{} – {last} {}", MONTHS[usize::from(begin.month().unsigned_abs()) - 1], on(year))
            }
            Self::Year => on(year),
        }
    }
}

/// Days from one to the other; 0 on the same day.
#[must_use]
pub fn days_between(first: Date, last: Date) -> i64 {
    i64::from((last - first).get_days())
}

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

/// Meetings that are known less precisely than the bars are long, drawn as a span of days.
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
    /// What cannot be put into one bar, by first day.
    pub spans: Vec<Span>,
    /// The counted rows without a date.
    pub undated: Vec<usize>,
    /// The first days of counted meetings, in order, each once: where a step to the next event leads.
    pub begins: Vec<Date>,
}

impl Timeline {
    /// Counts under all fields of the filter of what is shown but the period, at a grain or at the one that suits.
    #[must_use]
    pub fn new(meetings: &Meetings, index: &Index, shown: &Shown, grain: Option<Grain>) -> Self {
        let (rows, count) = without_period(meetings, index, shown);
        let counted: Vec<(usize, &Meeting, usize)> = rows
            .iter()
            .map(|&row| (row, meetings.get(row), count.of_row(row)))
            .filter(|(.., number)| *number > 0)
            .collect();
        let dated = counted.iter().filter_map(|(_, meeting, _)| meeting.dates.days());
        let mut begins: Vec<Date> = dated.map(|(first, _)| first).collect();
        begins.sort_unstable();
        begins.dedup();
        let undated = counted.iter().filter(|(_, meeting, _)| meeting.dates.days().is_none());
        let undated = undated.map(|(row, ..)| *row).collect();
        // The axis is that of all meetings, so that it stands still whatever is asked for.
        let Some((first, last)) = index.days else {
            let grain = grain.unwrap_or(Grain::Month);
            return Self { grain, bars: Vec::new(), spans: Vec::new(), undated, begins };
        };
        let grain =
            grain.map_or_else(|| Grain::for_span(first, last), |grain| grain.within(LIMIT, first, last));
        let bars = bars(grain, first, last);
        let mut timeline = Self { grain, bars, spans: Vec::new(), undated, begins };
        let mut spans: BTreeMap<(Date, Date), Span> = BTreeMap::new();
        let changed = shown.changes.as_ref().map(of_changes);
        for (row, meeting, number) in counted {
            let class = match &changed {
                None => shown.classes.of_row(meetings, index, row),
                Some(changed) => Some(changed.get(&row).copied().unwrap_or(Class::Other)),
            };
            let Some((first, last)) = meeting.dates.days() else { continue };
            if timeline.is_vague(meeting, (first, last)) {
                let span = spans.entry((first, last)).or_insert(Span { first, last, count: 0, row });
                span.count += number;
            } else {
                timeline.add(meeting, first, number, class);
            }
        }
        timeline.spans = spans.into_values().collect();
        timeline
    }

    /// Whether a meeting is known less precisely than a bar is long.
    fn is_vague(&self, meeting: &Meeting, (first, last): (Date, Date)) -> bool {
        match meeting.dates.precision() {
            Precision::Month | Precision::Year => self.grain.begin(first) != self.grain.begin(last),
            Precision::Day | Precision::Range | Precision::Unknown => false,
        }
    }

    fn add(&mut self, meeting: &Meeting, first: Date, number: usize, class: Option<Class>) {
        let begin = self.grain.begin(first);
        if let Ok(place) = self.bars.binary_search_by(|bar| bar.begin.cmp(&begin)) {
            let part = Part { class, status: meeting.status };
            *self.bars[place].counts.entry(part).or_default() += number;
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

/// The rows that pass the filter whenever they were, or the one that it is compared with, and their count: those that are shown where all
/// time is.
fn without_period<'a>(
    meetings: &Meetings,
    index: &Index,
    shown: &'a Shown,
) -> (Cow<'a, [usize]>, Cow<'a, Count>) {
    let Question { filter, rule, compare, .. } = &shown.question;
    if filter.from.is_none() && filter.to.is_none() && compare.is_none() {
        return (Cow::Borrowed(&shown.rows), Cow::Borrowed(&shown.count));
    }
    let whenever = |filter: &Filter| filter.without(Field::Period).rows(meetings);
    let mut rows = whenever(filter);
    if let Some(compare) = compare {
        rows.extend(whenever(&compare.before));
        rows.sort_unstable();
        rows.dedup();
    }
    let count = Count::new(meetings, index, &rows, *rule);
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

/// The window moved by so many bars, back if negative. One of whole bars stays one of as many, though months differ in length; any other
/// keeps its place in the bar, and its days. `None` at the ends of the calendar.
#[must_use]
pub fn moved((from, to): (Date, Date), grain: Grain, steps: i64) -> Option<(Date, Date)> {
    let is_whole = grain.begin(from) == from && grain.end(to) == to;
    let begin = step(grain, from, steps)?;
    let end = if is_whole {
        grain.end(step(grain, grain.begin(to), steps)?)
    } else {
        begin.checked_add(days_between(from, to).days()).ok()?
    };
    Some((begin, end))
}

/// The day that lies so many bars after a day.
fn step(grain: Grain, day: Date, steps: i64) -> Option<Date> {
    let span = DateSpan::new();
    let far = match grain {
        Grain::Day => span.try_days(steps),
        Grain::Week => span.try_weeks(steps),
        Grain::Month => span.try_months(steps),
        Grain::Quarter => span.try_months(steps.checked_mul(3)?),
        Grain::Year => span.try_years(steps),
    };
    day.checked_add(far.ok()?).ok()
}

/// How many bars one day lies after another.
#[must_use]
pub fn bars_between(grain: Grain, from: Date, to: Date) -> i64 {
    let months = |day: Date| i64::from(day.year()) * 12 + i64::from(day.month()) - 1;
    let (from, to) = (grain.begin(from), grain.begin(to));
    match grain {
        Grain::Day => days_between(from, to),
        Grain::Week => days_between(from, to) / 7,
        Grain::Month => months(to) - months(from),
        Grain::Quarter => (months(to) - months(from)) / 3,
        Grain::Year => i64::from(to.year()) - i64::from(from.year()),
    }
}

/// The window of the same length that begins with the next event after this one's first day; a day if there is none. `None` after the last.
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

/// What a meeting means once the window's end has passed it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// It is shown while it overlaps the window.
    #[default]
    Window,
    /// It stays.
    Cumulative,
    /// It stays, and fades.
    Fading,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; 3] = [Self::Window, Self::Cumulative, Self::Fading];

    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Window => "window",
            Self::Cumulative => "cumulative",
            Self::Fading => "fading",
        }
    }
}

/// The ink that the oldest meetings keep.
const FAINTEST: f32 = 0.22;

/// The share of its ink that a meeting keeps in the mode [`Mode::Fading`]: all of it while it overlaps the window, then less by half with each
/// length of the window, down to a faint rest.
#[must_use]
pub fn share_of_ink(meeting: &Meeting, window: (Date, Date)) -> f32 {
    let (from, to) = window;
    let Some((_, last)) = meeting.dates.days().filter(|(_, last)| *last < from) else { return 1.0 };
    let length = (days_between(from, to) + 1).max(1) as f32;
    let past = days_between(last, from) as f32;
    (-past / length).exp2().max(FAINTEST)
}
