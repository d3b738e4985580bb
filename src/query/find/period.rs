//! Periods as people write them: `3 July`, `July 2024`, `last spring`. What leaves the year open, or counts
//! from now, is told from the table: its latest day is now, whatever a clock says.

use crate::import::when::{self, How};
use crate::meeting::table::Meetings;
use jiff::ToSpan;
use jiff::civil::Date;

/// The dated meetings of a table.
#[derive(Clone, Debug, Default)]
pub struct Days {
    /// The first and the last day of each, and how many meetings it stands for; in order.
    meetings: Vec<(Date, Date, u32)>,
    /// The last day of all.
    latest: Option<Date>,
}

/// A period that a text may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Meetings on any of its days.
    pub meetings: usize,
}

/// Periods that differ in the year only, of which at most so many are given.
const MOST: usize = 3;
/// Years that are looked through for a day without one.
const YEARS: i16 = 150;

impl Days {
    /// Those of a table. Context is none.
    #[must_use]
    pub fn of(meetings: &Meetings) -> Self {
        let counted =
            meetings.iter().map(|(_, meeting)| meeting).filter(|meeting| !meeting.kind.is_context());
        let mut meetings: Vec<(Date, Date, u32)> = counted
            .filter_map(|meeting| {
                let (first, last) = meeting.dates.days()?;
                Some((first, last, u32::try_from(meeting.times()).unwrap_or(u32::MAX)))
            })
            .collect();
        meetings.sort_unstable();
        let latest = meetings.iter().map(|(_, last, _)| *last).max();
        Self { meetings, latest }
    }

    /// How many meetings take place on a day between two.
    fn between(&self, (from, to): (Date, Date)) -> usize {
        let begun = self.meetings.partition_point(|(first, ..)| *first <= to);
        self.meetings[..begun].iter().filter(|(_, last, _)| *last >= from).map(|one| one.2 as usize).sum()
    }

    /// The periods that a text means, the likeliest first; none if it is no date.
    #[must_use]
    pub fn meant_by(&self, text: &str) -> Vec<Period> {
        let text = text.trim();
        let Some(now) = self.latest.filter(|_| text.chars().count() > 2) else { return Vec::new() };
        let period = |days: (Date, Date)| Period { from: days.0, to: days.1, meetings: self.between(days) };
        let relative = relative(text, now);
        if let Some(days) = relative.or_else(|| read(text, None)) {
            return vec![period(days)];
        }
        let Some(this_year) = read(text, Some(now.year())) else { return Vec::new() };
        let first = self.meetings.first().map_or(now.year(), |(first, ..)| first.year());
        let years = (first.max(now.year() - YEARS)..=now.year()).rev();
        let of_years = years.filter_map(|year| read(text, Some(year))).map(period);
        let met: Vec<Period> = of_years.filter(|period| period.meetings > 0).take(MOST).collect();
        if met.is_empty() { vec![period(this_year)] } else { met }
    }
}

/// The first and the last day of what a text says, in a year if it says none. Who types `xi` looks for
/// somebody, not for November.
fn read(text: &str, year: Option<i16>) -> Option<(Date, Date)> {
    let is_roman = |word: &str| word.chars().all(|letter| matches!(letter, 'i' | 'v' | 'x'));
    if text.split_whitespace().any(|word| is_roman(&word.to_lowercase())) {
        return None;
    }
    when::read(text, &How { year, ..How::default() }).ok()?.whole().days()
}

/// The days that a text counts from the latest one: `last spring`, `last month`, `past 30 days`, `this year`.
fn relative(text: &str, now: Date) -> Option<(Date, Date)> {
    let text = text.to_lowercase();
    let (word, rest) = text.split_once(' ')?;
    let rest = rest.trim();
    match word {
        "last" | "previous" | "past" => {
            let whole = unit(rest).and_then(|unit| unit.before(now));
            whole.or_else(|| several(rest, now)).or_else(|| of_a_year(rest, now, |days| days.1 <= now))
        }
        "this" => unit(rest)
            .and_then(|unit| unit.around(now))
            .or_else(|| of_a_year(rest, now, |days| days.0 <= now)),
        _ => None,
    }
}

/// The latest spring, July or 3 July that `is_meant`.
fn of_a_year(text: &str, now: Date, is_meant: impl Fn((Date, Date)) -> bool) -> Option<(Date, Date)> {
    let years = (now.year() - 1..=now.year() + 1).rev();
    years
        .filter_map(|year| read(text, Some(year)).or_else(|| read(&format!("{text} {year}"), None)))
        .find(|days| is_meant(*days))
}

/// So many units up to now: `30 days`, `three months`.
fn several(text: &str, now: Date) -> Option<(Date, Date)> {
    const NUMBERS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let (number, name) = text.split_once(' ')?;
    let in_words =
        || NUMBERS.iter().zip(1_i64..).find(|(word, _)| **word == number).map(|(_, number)| number);
    let number = number.parse::<i64>().ok().or_else(in_words).filter(|number| (1..=1000).contains(number))?;
    let name = name.trim_end_matches('s');
    let span = match (unit(name), name) {
        (_, "day") => number.days(),
        (Some(Unit::Week), _) => number.weeks(),
        (Some(Unit::Month), _) => number.months(),
        (Some(Unit::Year), _) => number.years(),
        (Some(Unit::Quarter), _) => (3 * number).months(),
        (None, _) => return None,
    };
    Some((now.checked_sub(span).ok()?.tomorrow().ok()?, now))
}

/// A part of the calendar.
#[derive(Clone, Copy)]
enum Unit {
    Week,
    Month,
    Quarter,
    Year,
}

fn unit(word: &str) -> Option<Unit> {
    match word {
        "week" => Some(Unit::Week),
        "month" => Some(Unit::Month),
        "quarter" => Some(Unit::Quarter),
        "year" => Some(Unit::Year),
        _ => None,
    }
}

impl Unit {
    /// The one that a day lies in.
    fn around(self, day: Date) -> Option<(Date, Date)> {
        let first = match self {
            Self::Week => day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok()?,
            Self::Month => day.first_of_month(),
            Self::Quarter => Date::new(day.year(), (day.month() - 1) / 3 * 3 + 1, 1).ok()?,
            Self::Year => day.first_of_year(),
        };
        let next = match self {
            Self::Week => first.checked_add(1.week()),
            Self::Month => first.checked_add(1.month()),
            Self::Quarter => first.checked_add(3.months()),
            Self::Year => first.checked_add(1.year()),
        };
        Some((first, next.ok()?.yesterday().ok()?))
    }

    /// The one before that.
    fn before(self, day: Date) -> Option<(Date, Date)> {
        self.around(self.around(day)?.0.yesterday().ok()?)
    }
}
