//! Dates as people write them, in eleven languages, with the months of more: a cell’s text → spans of days,
//! months or years.
//!
//! A cell goes this way: [`lex`] parts it into numbers, words and signs; [`piece`] drops times and says what
//! the words mean; [`chain`] reads numbers that stand together, such as `03.07.2024`; [`point`] makes a day,
//! a month or a season of what stands between two separators; [`join`] makes spans of them. [`column`] looks
//! at a whole column.

pub mod lex;
pub mod word;
pub mod piece;
pub mod glue;
pub mod chain;
pub mod point;
pub mod join;
pub mod calendar;
pub mod hijra;
pub mod number;
pub mod column;

use self::chain::Mattered;
use crate::import::problem::{Refused, WhyRefused};
use crate::meeting::date::{Dates, NoDate, PartialDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Whether `03/04/2024` is the third of April or the fourth of March.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// 3 April.
    DayFirst,
    /// 4 March.
    MonthFirst,
    /// Nobody has said: what can mean two days is refused. Where points part the numbers, the day stands
    /// first, as is the custom.
    #[default]
    Undecided,
}

impl Order {
    /// Every order.
    pub const ALL: [Self; 3] = [Self::DayFirst, Self::MonthFirst, Self::Undecided];
}

/// In which calendar the numbers of a column are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Calendar {
    /// Today's.
    #[default]
    Todays,
    /// Years from the Hijra, by the moon.
    Hijri,
    /// Years from the Hijra, by the sun: that of Iran and Afghanistan.
    SolarHijri,
}

impl Calendar {
    /// Every calendar.
    pub const ALL: [Self; 3] = [Self::Todays, Self::Hijri, Self::SolarHijri];
}

/// The first of the hundred years that two digits mean, unless the caller says otherwise: `40` is 1940, `39`
/// is 2039.
pub const FIRST_SHORT_YEAR: i16 = 1940;

/// What the caller knows about a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct How {
    /// Which of two numbers is the day.
    pub order: Order,
    /// The year of dates that have none: from a heading, a column of years or the file.
    pub year: Option<i16>,
    /// Whether plain numbers are the days that spreadsheets count, 1 being 1 January 1900.
    pub serials: bool,
    /// The first of the hundred years that two digits mean.
    pub first_short_year: i16,
    /// In which calendar numbers are.
    pub calendar: Calendar,
}

impl Default for How {
    fn default() -> Self {
        Self {
            order: Order::Undecided,
            year: None,
            serials: false,
            first_short_year: FIRST_SHORT_YEAR,
            calendar: Calendar::Todays,
        }
    }
}

/// What a reader of the date should know about how it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remark {
    /// A time of the day was left out.
    TimeDropped,
    /// The name or offset of a time zone was left out; the day is the one written.
    ZoneDropped,
    /// The year has two digits.
    TwoDigitYear,
    /// The number was a spreadsheet's count of days.
    SerialNumber,
    /// The year is the caller's.
    YearInherited,
    /// The text is vaguer than days, months and years: `about`, `early`, `mid`, `1945?`.
    Approximate,
    /// A digit cannot be read: `2?-04-1945`.
    Unclear,
    /// A season, taken as three months of the northern half of the earth: spring is March to May.
    Season,
    /// A word says that the date is not settled: `(tbc)`.
    Unconfirmed,
    /// Words in brackets were left out.
    WordsDropped,
    /// The year was counted from the Buddha.
    FromBuddha,
    /// The year was counted from the Hijra, by the moon.
    FromHijra,
    /// The year was counted from the Hijra, by the sun.
    FromHijraBySun,
    /// Of two days that are one in two calendars, the later was taken: that of today's calendar.
    OldStyle,
}

impl Remark {
    /// Every remark.
    pub const ALL: [Self; 14] = [
        Self::TimeDropped,
        Self::ZoneDropped,
        Self::TwoDigitYear,
        Self::SerialNumber,
        Self::YearInherited,
        Self::Approximate,
        Self::Unclear,
        Self::Season,
        Self::Unconfirmed,
        Self::WordsDropped,
        Self::FromBuddha,
        Self::FromHijra,
        Self::FromHijraBySun,
        Self::OldStyle,
    ];
}

/// What a cell says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// In the order of the cell: mostly one; several where it holds separate days; none where it says that
    /// there is no date (`TBC`, `n/a`, `-`).
    pub spans: Vec<Dates>,
    /// How it was read.
    pub remarks: BTreeSet<Remark>,
}

impl Reading {
    /// From the first day of the first span to the last day of the last; undated if there is none.
    #[must_use]
    pub fn whole(&self) -> Dates {
        let first = self.spans.iter().min_by_key(|span| span.days().map(|(first, _)| first));
        let last = self.spans.iter().max_by_key(|span| span.days().map(|(_, last)| last));
        Dates { start: first.and_then(|span| span.start), end: last.and_then(|span| span.end) }
    }
}

/// Longer texts are no dates.
const MOST_LETTERS: usize = 160;

/// Reads a cell. What can mean two things is refused with both; so are days that do not exist, with what may
/// be meant.
pub fn read(text: &str, how: &How) -> Result<Reading, Refused> {
    let text = text.trim();
    if how.calendar != Calendar::Todays
        && let Some(reading) = from_hijra(text, how.calendar)
    {
        return Ok(reading);
    }
    let in_years = calendar::without_era(text);
    let text = in_years.as_deref().unwrap_or(text);
    let read = written(text, *how).or_else(|refused| match before_brackets(text) {
        // The same day in another calendar.
        Some(before) => written(before, *how).map(|mut reading| {
            reading.remarks.insert(Remark::WordsDropped);
            reading
        }),
        None => Err(refused),
    });
    let other = || [Some(text), before_brackets(text)].into_iter().flatten();
    read.or_else(|refused| other().find_map(|text| from_hijra(text, Calendar::Todays)).ok_or(refused))
}

/// A date whose year is counted from the Hijra, as its words or its column say.
fn from_hijra(text: &str, of_column: Calendar) -> Option<Reading> {
    if text.chars().nth(MOST_LETTERS).is_some() {
        return None;
    }
    let (dates, calendar) = hijra::read(text, of_column)?;
    let remark = if calendar == Calendar::SolarHijri { Remark::FromHijraBySun } else { Remark::FromHijra };
    Some(Reading { spans: vec![dates], remarks: BTreeSet::from([remark]) })
}

/// What stands before brackets at the end of a text, with a number in them.
fn before_brackets(text: &str) -> Option<&str> {
    let (before, inside) = text.strip_suffix([')', ']'])?.rsplit_once(['(', '['])?;
    let has_both = inside.chars().any(char::is_numeric) && inside.chars().any(char::is_alphabetic);
    Some(before.trim()).filter(|before| has_both && !before.is_empty())
}

/// Reads a cell that is in today's calendar.
fn written(text: &str, how: How) -> Result<Reading, Refused> {
    let as_files_write_it = PartialDate::parse(text);
    if let Ok(date) = as_files_write_it {
        return Ok(Reading { spans: vec![Dates::on(date)], remarks: BTreeSet::new() });
    }
    if let Some(reading) = number::three(text, how.order) {
        return reading;
    }
    if text.is_empty() || text.chars().nth(MOST_LETTERS).is_some() {
        return Err(refused(WhyRefused::NoDate(NoDate::Form)));
    }
    if word::is_undated(text) {
        return Ok(Reading::default());
    }
    if let Some(reading) = number::read(text, &how) {
        return reading;
    }
    match how.order {
        Order::DayFirst | Order::MonthFirst => in_order(text, how, how.order == Order::DayFirst),
        Order::Undecided => undecided(text, how),
    }
}

/// The one day, month or year that a text means; for fields that hold no more.
pub fn one(text: &str) -> Result<PartialDate, Refused> {
    let reading = read(text, &How::default())?;
    match reading.spans[..] {
        [Dates { start: Some(start), end: Some(end) }] if start == end => Ok(start),
        _ => Err(refused(WhyRefused::NoDate(NoDate::Form))),
    }
}

/// With the day first and with the month first: only what comes out the same, or one way only, is taken.
fn undecided(text: &str, how: How) -> Result<Reading, Refused> {
    let mut day_first = join::read(text, &how, true);
    if day_first.mattered == Mattered::Nowhere {
        return day_first.reading;
    }
    let mut month_first = join::read(text, &how, false);
    if day_first.mattered == Mattered::AtPoints {
        return match (day_first.reading, month_first.reading) {
            (Err(_), Ok(reading)) => Ok(reading),
            (reading, _) => reading,
        };
    }
    let mut readings: Vec<Reading> = Vec::new();
    let year_first = number::year_first(text, &how);
    for reading in [&mut day_first.reading, &mut month_first.reading] {
        if let Ok(reading) = reading
            && !readings.contains(reading)
        {
            readings.push(reading.clone());
        }
    }
    readings.extend(year_first.filter(|reading| !readings.contains(reading)));
    match &readings[..] {
        [] => day_first.reading,
        [only] => Ok(only.clone()),
        several => {
            let starts = several.iter().filter_map(|reading| reading.whole().start).collect();
            Err(Refused { why: WhyRefused::TwoDays, readings: starts })
        }
    }
}

/// In a stated order; a day that does not exist in it is refused with what it would be in the other.
fn in_order(text: &str, how: How, day_first: bool) -> Result<Reading, Refused> {
    let found = join::read(text, &how, day_first);
    found.reading.map_err(|mut refused| {
        if found.mattered != Mattered::Nowhere && refused.readings.is_empty() {
            let other = join::read(text, &how, !day_first).reading;
            refused.readings.extend(other.ok().and_then(|reading| reading.whole().start));
        }
        refused
    })
}

fn refused(why: WhyRefused) -> Refused {
    Refused { why, readings: Vec::new() }
}
