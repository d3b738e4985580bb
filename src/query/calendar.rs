//! The calendar: days, and the bars of a day, a week, a month, a quarter or a year that time is divided into.

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};

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

impl Grain {
    /// Every grain, finest first.
    pub const ALL: [Self; 5] = [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year];

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
    pub(super) fn within(self, most: f64, first: Date, last: Date) -> Self {
        let days = (days_between(first, last) + 1) as f64;
        Self::ALL
            .into_iter()
            .find(|grain| *grain >= self && days / grain.days() <= most)
            .unwrap_or(Self::Year)
    }

    /// The grain for the time between two days: the finest that gives at most 200 bars.
    #[must_use]
    pub fn for_span(first: Date, last: Date) -> Self {
        Self::Day.within(MOST_BARS, first, last)
    }
}

/// Days from one to the other; 0 on the same day.
#[must_use]
pub fn days_between(first: Date, last: Date) -> i64 {
    i64::from((last - first).get_days())
}

/// A window of time moved by so many bars, back if negative. A window of whole bars keeps its number of bars,
/// though months differ in length; any other keeps its number of days. `None` at the ends of the calendar.
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
    let span = Span::new();
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
