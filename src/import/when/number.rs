//! A cell that is one plain number: `20240703`, a spreadsheet's count of days, a count of seconds.

use super::How;
use super::Order;
use super::Reading;
use super::Remark;
use super::chain::{Parts, date_of};
use super::lex::digit;
use crate::import::problem::{Refused, WhyRefused};
use crate::meeting::date::{Dates, NoDate, PartialDate};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The counts of days that are dates: 3 October 1954 to 11 January 2119.
const SERIALS: std::ops::RangeInclusive<i32> = 20_000..=80_000;

/// Reads a plain number of five digits and more, with or without a fraction; `None` for another text.
#[must_use]
pub fn read(text: &str, how: &How) -> Option<Result<Reading, Refused>> {
    if text.chars().any(char::is_alphabetic) {
        return None;
    }
    let plain: String = text.chars().map(|letter| digit(letter).unwrap_or(letter)).collect();
    if let Some((day, has_time)) = serial(&plain) {
        let date = PartialDate::Day(day);
        if !how.serials {
            return Some(Err(Refused { why: WhyRefused::SerialNumber, readings: vec![date] }));
        }
        let remarks = std::iter::once(Remark::SerialNumber).chain(has_time.then_some(Remark::TimeDropped));
        return Some(Ok(Reading { spans: vec![Dates::on(date)], remarks: remarks.collect() }));
    }
    if !plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match plain.len() {
        6 => Some(year_and_month(&plain)),
        8 => Some(compact(&plain)),
        12 | 14 => {
            let is_midnight = plain[8..].bytes().all(|byte| byte == b'0');
            let read = compact(&plain[..8]).map(|mut reading| {
                reading.remarks.extend((!is_midnight).then_some(Remark::TimeDropped));
                reading
            });
            Some(read)
        }
        10 | 13 => Some(Err(refused(since_1970(&plain).into_iter().collect()))),
        1..=4 => None,
        _ => Some(Err(refused(Vec::new()))),
    }
}

/// `03/07/2024`, `3.7.2024`, `2024/7/3` where the numbers are a day: what whole columns hold, read without
/// looking for words. `None` for everything else, also for what is to be refused for a day that does not
/// exist.
#[must_use]
pub fn three(text: &str, order: Order) -> Option<Result<Reading, Refused>> {
    let separator =
        text.chars().find(|letter| !letter.is_ascii_digit()).filter(|sign| "./-".contains(*sign))?;
    let mut parts = text.split(separator);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    let is_plain = parts.next().is_none()
        && [first, second, third].iter().all(|part| matches!(part.len(), 1 | 2 | 4))
        && second.len() < 3
        && (first.len() == 4) != (third.len() == 4);
    let number =
        |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<i16>().ok())?;
    let (first_number, second, third) =
        (number(first).filter(|_| is_plain)?, number(second)?, number(third)?);
    let day = |year, month, day| {
        let day = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        Some(PartialDate::Day(day))
    };
    if first.len() == 4 {
        return day(first_number, second, third).map(|day| Ok(whole(day)));
    }
    let (day_first, month_first) = (day(third, second, first_number), day(third, first_number, second));
    match (order, day_first, month_first) {
        (Order::DayFirst, Some(day), _) | (Order::MonthFirst, _, Some(day)) => Some(Ok(whole(day))),
        (Order::DayFirst, None, _) | (Order::MonthFirst, _, None) => None,
        (Order::Undecided, Some(day), _) if separator == '.' => Some(Ok(whole(day))),
        (Order::Undecided, Some(one), Some(other)) if one != other => {
            Some(Err(Refused { why: WhyRefused::TwoDays, readings: vec![one, other] }))
        }
        (Order::Undecided, day_first, month_first) => Some(Ok(whole(day_first.or(month_first)?))),
    }
}

/// The day of a spreadsheet's number, and whether it has a time. Day 1 is 1 January 1900, and there is a 29
/// February 1900, so that every later day counts from 30 December 1899 (ECMA-376, part 1, 18.17.4.1).
#[must_use]
pub fn serial(text: &str) -> Option<(Date, bool)> {
    let (days, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let is_number = days.len() == 5 && days.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit());
    let days = days.parse().ok().filter(|days| is_number && SERIALS.contains(days))?;
    let day = Date::constant(1899, 12, 30).checked_add(jiff::Span::new().days(days)).ok()?;
    Some((day, fraction.bytes().any(|digit| digit != b'0')))
}

/// `240703`, `24-07-03`: the year first, with two digits.
#[must_use]
pub fn year_first(text: &str, how: &How) -> Option<Reading> {
    let parts: Vec<&str> = text.split('-').collect();
    let is_short = parts.len() == 3 && parts.iter().all(|part| part.len() == 2);
    let number = |at: usize| parts[at].parse::<i16>().ok();
    let (short, month, day) = (number(0).filter(|_| is_short)?, number(1)?, number(2)?);
    let year = how.first_short_year + (short - how.first_short_year).rem_euclid(100);
    let date = date_of(Parts { year: Some(year), month: Some(month), day: Some(day) }).ok()?;
    Some(Reading { spans: vec![Dates::on(date)], remarks: BTreeSet::from([Remark::TwoDigitYear]) })
}

/// `20240703`; else refused with what it is from its other end.
fn compact(digits: &str) -> Result<Reading, Refused> {
    let number = |from: usize, to: usize| digits[from..to].parse().ok().filter(|number: &i16| *number != 0);
    let date = Parts { year: number(0, 4), month: number(4, 6), day: number(6, 8) };
    let is_year = date.year.is_some_and(|year| (1000..=2999).contains(&year));
    match date_of(date) {
        Ok(date) if is_year => Ok(whole(date)),
        _ => {
            let parts = |day, month| Parts { year: number(4, 8), month, day };
            let readings = [parts(number(0, 2), number(2, 4)), parts(number(2, 4), number(0, 2))];
            let mut readings: Vec<PartialDate> = readings
                .into_iter()
                .filter(|parts| parts.month.is_some() && parts.day.is_some())
                .filter_map(|parts| date_of(parts).ok())
                .filter(|date| (1000..=2999).contains(&date.first_day().year()))
                .collect();
            readings.dedup();
            Err(refused(readings))
        }
    }
}

/// `202407`
fn year_and_month(digits: &str) -> Result<Reading, Refused> {
    let number = |from: usize, to: usize| digits[from..to].parse().ok().filter(|number: &i16| *number != 0);
    let date = Parts { year: number(0, 4), month: number(4, 6), day: None };
    let is_date = date.year.is_some_and(|year| (1000..=2999).contains(&year)) && date.month.is_some();
    date_of(date).ok().filter(|_| is_date).map(whole).ok_or_else(|| refused(Vec::new()))
}

/// The day of a count of seconds or thousandths since 1970, in UTC.
fn since_1970(digits: &str) -> Option<PartialDate> {
    let seconds: i64 = digits.get(..10)?.parse().ok()?;
    let day = Date::constant(1970, 1, 1).checked_add(jiff::Span::new().days(seconds / 86_400)).ok()?;
    Some(PartialDate::Day(day))
}

fn whole(date: PartialDate) -> Reading {
    Reading { spans: vec![Dates::on(date)], remarks: BTreeSet::new() }
}

fn refused(readings: Vec<PartialDate>) -> Refused {
    Refused { why: WhyRefused::NoDate(NoDate::Form), readings }
}
