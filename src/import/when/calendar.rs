//! Other calendars and old style: eras of East Asia, years counted from the Buddha, and the two days that one
//! day had while some countries kept the Julian calendar.

use super::Remark;
use crate::meeting::date::{Dates, PartialDate};

/// The year before the first one of each era.
const ERAS: [(&str, i16); 7] = [
    ("令和", 2018),
    ("平成", 1988),
    ("昭和", 1925),
    ("大正", 1911),
    ("明治", 1867),
    ("民國", 1911),
    ("民国", 1911),
];
/// The first year of an era.
const FIRST: char = '元';

/// A text with the year of an era as a year of today's calendar: `令和5年3月21日` is `2023年3月21日`.
pub fn without_era(text: &str) -> Option<String> {
    let (rest, before) =
        ERAS.iter().find_map(|(era, before)| Some((text.strip_prefix(era)?.trim(), *before)))?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = match rest.strip_prefix(FIRST) {
        Some(rest) => (1, rest),
        None => (rest[..digits].parse::<i16>().ok()?, &rest[digits..]),
    };
    Some(format!("{}{rest}", before.checked_add(number)?))
}

/// The year that a cell of years holds, as it is counted there: `2010`, `2010.0`, `2565`; that of an era in
/// today's calendar: `令和5年`.
#[must_use]
pub fn year(cell: &str) -> Option<i16> {
    let in_years = without_era(cell);
    let digits = in_years.as_deref().unwrap_or(cell).trim_end_matches('年').trim_end_matches(".0");
    if digits.len() == 4 { digits.parse().ok() } else { None }
}

/// Whether a number can be the year of a meeting, in today's calendar or counted from the Buddha.
#[must_use]
pub fn is_year(number: f64) -> bool {
    let of_buddha = f64::from(OF_BUDDHA.start)..f64::from(OF_BUDDHA.end);
    number.fract() == 0.0 && ((1000.0..2200.0).contains(&number) || of_buddha.contains(&number))
}

/// Years by which those from the Buddha go before those of today's calendar, as Thailand counts them.
const FROM_BUDDHA: i16 = 543;

/// Dates that a text says in another calendar, in today's: without years from the Buddha, or one day where
/// two stand that are one. `None` if they are in today's.
#[must_use]
pub fn in_todays(dates: Dates, text: &str) -> Option<(Dates, Remark)> {
    let moved = |date: Option<PartialDate>| date.and_then(from_buddha);
    if let (Some(start), Some(end)) = (moved(dates.start), moved(dates.end)) {
        return Some((Dates { start: Some(start), end: Some(end) }, Remark::FromBuddha));
    }
    let is_one = text.contains('/') && is_one_day(dates) && !is_span(text);
    is_one.then_some((Dates { start: dates.end, end: dates.end }, Remark::OldStyle))
}

/// Whether a text says the year of both of its ends, as files write spans: `1919-01-18/1919-01-31`. Of a day
/// in two calendars the year is written once.
fn is_span(text: &str) -> bool {
    let numbers = text.split(|sign: char| !sign.is_ascii_digit());
    numbers.filter(|digits| digits.len() == 4).count() > 1
}

/// Years that can only be counted from the Buddha.
const OF_BUDDHA: std::ops::Range<i16> = 2400..2700;

fn from_buddha(date: PartialDate) -> Option<PartialDate> {
    let is_one = |year: i16| OF_BUDDHA.contains(&year);
    match date {
        PartialDate::Year(year) if is_one(year) => Some(PartialDate::Year(year - FROM_BUDDHA)),
        PartialDate::Month(year, month) if is_one(year) => {
            Some(PartialDate::Month(year - FROM_BUDDHA, month))
        }
        PartialDate::Day(day) if is_one(day.year()) => {
            let moved = jiff::civil::Date::new(day.year() - FROM_BUDDHA, day.month(), day.day()).ok()?;
            Some(PartialDate::Day(moved))
        }
        PartialDate::Year(_) | PartialDate::Month(..) | PartialDate::Day(_) => None,
    }
}

/// Whether two days are one in the Julian and in today's calendar: 10 days apart from 1582 on, 13 from 1900
/// on, up to when the last countries changed over.
fn is_one_day(span: Dates) -> bool {
    let (Some(PartialDate::Day(start)), Some(PartialDate::Day(end))) = (span.start, span.end) else {
        return false;
    };
    let apart = match (start.year(), end.month()) {
        (1582..=1699, _) | (1700, 1..=2) => 10,
        (1700..=1799, _) | (1800, 1..=2) => 11,
        (1800..=1899, _) | (1900, 1..=2) => 12,
        (1900..=1930, _) => 13,
        _ => return false,
    };
    start.checked_add(jiff::Span::new().days(apart)).is_ok_and(|day| day == end)
}
