//! When a meeting took place, known to the day, the month, the year or not at all.

use jiff::civil::Date;
use std::fmt;

/// A date as precise as the record: a day, a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartialDate {
    /// `2024`
    Year(i16),
    /// `2024-07`
    Month(i16, i8),
    /// `2024-07-03`
    Day(Date),
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDate {
    /// It is not written `2024-07-03`, `2024-07` or `2024`.
    Form,
    /// There is no month with this number.
    Month(i8),
    /// The month does not have this many days.
    Day {
        /// The year.
        year: i16,
        /// The month, from 1 to 12.
        month: i8,
        /// The days that it has.
        days: i8,
    },
}

impl PartialDate {
    /// Reads `2024`, `2024-07` or `2024-07-03`, with a leading minus for years before 1.
    pub fn parse(text: &str) -> Result<Self, NoDate> {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let parts: Vec<&str> = digits.split('-').collect();
        let shape: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        let all_digits = parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
        if !all_digits || !matches!(shape[..], [4] | [4, 2] | [4, 2, 2]) {
            return Err(NoDate::Form);
        }
        let number = |part: &str| part.parse::<i16>().expect("at most four digits");
        let year = sign * number(parts[0]);
        // The year 0 has no sign: each date is written in one way.
        if sign < 0 && year == 0 {
            return Err(NoDate::Form);
        }
        let Some(month) = parts.get(1) else { return Ok(Self::Year(year)) };
        let month = number(month) as i8;
        if !(1..=12).contains(&month) {
            return Err(NoDate::Month(month));
        }
        let Some(day) = parts.get(2) else { return Ok(Self::Month(year, month)) };
        let day = number(day) as i8;
        Date::new(year, month, day).map(Self::Day).map_err(|_| NoDate::Day {
            year,
            month,
            days: days_in_month(year, month),
        })
    }

    /// The first day it can mean.
    #[must_use]
    pub fn first_day(self) -> Date {
        match self {
            Self::Year(year) => Date::constant(year, 1, 1),
            Self::Month(year, month) => Date::constant(year, month, 1),
            Self::Day(date) => date,
        }
    }

    /// The last day it can mean.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self {
            Self::Year(year) => Date::constant(year, 12, 31),
            Self::Month(year, month) => Date::constant(year, month, days_in_month(year, month)),
            Self::Day(date) => date,
        }
    }
}

/// As files write it: `2024-07-03`, `2024-07` or `2024`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = |f: &mut fmt::Formatter<'_>, year: i16| {
            if year < 0 { write!(f, "-{:04}", -i32::from(year)) } else { write!(f, "{year:04}") }
        };
        match *self {
            Self::Year(y) => year(f, y),
            Self::Month(y, m) => {
                year(f, y)?;
                write!(f, "-{m:02}")
            }
            Self::Day(date) => {
                year(f, date.year())?;
                write!(f, "-{:02}-{:02}", date.month(), date.day())
            }
        }
    }
}

/// The span of a meeting. Both ends `None`: the date is unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dates {
    /// The first day, month or year.
    pub start: Option<PartialDate>,
    /// The last one; the same as `start` for a meeting of one day.
    pub end: Option<PartialDate>,
}

/// How precisely a meeting's dates are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// One day.
    Day,
    /// Several days, first and last known.
    Range,
    /// Known to the month.
    Month,
    /// Known to the year.
    Year,
    /// Not known.
    Unknown,
}

impl Precision {
    /// Every precision, finest first.
    pub const ALL: [Self; 5] = [Self::Day, Self::Range, Self::Month, Self::Year, Self::Unknown];

    /// The word for it, as files write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Range => "range",
            Self::Month => "month",
            Self::Year => "year",
            Self::Unknown => "unknown",
        }
    }
}

impl Dates {
    /// One day.
    #[must_use]
    pub fn on(date: PartialDate) -> Self {
        Self { start: Some(date), end: Some(date) }
    }

    /// The first and last day it can mean; `None` if undated.
    #[must_use]
    pub fn days(self) -> Option<(Date, Date)> {
        let start = self.start.or(self.end)?;
        let end = self.end.unwrap_or(start);
        Some((start.first_day(), end.last_day()))
    }

    /// The first day it can mean; `None` if undated.
    #[must_use]
    pub fn first_day(self) -> Option<Date> {
        self.days().map(|(first, _)| first)
    }

    /// How precisely it is known, by its coarser end.
    #[must_use]
    pub fn precision(self) -> Precision {
        let ends = [self.start, self.end];
        if ends.iter().all(Option::is_none) {
            Precision::Unknown
        } else if ends.iter().flatten().any(|end| matches!(end, PartialDate::Year(_))) {
            Precision::Year
        } else if ends.iter().flatten().any(|end| matches!(end, PartialDate::Month(..))) {
            Precision::Month
        } else if self.end.is_some() && self.start != self.end {
            Precision::Range
        } else {
            Precision::Day
        }
    }

    /// Whether any day of it lies in the window, whose open ends are `None`. Undated: no.
    #[must_use]
    pub fn overlap(self, from: Option<Date>, to: Option<Date>) -> bool {
        self.days()
            .is_some_and(|(first, last)| from.is_none_or(|f| last >= f) && to.is_none_or(|t| first <= t))
    }
}

fn days_in_month(year: i16, month: i8) -> i8 {
    Date::constant(year, month, 1).days_in_month()
}
