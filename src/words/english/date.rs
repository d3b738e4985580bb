//! Dates: `3 July 2024`, `23–24 May 2024`, `July 2024`.

use crate::meeting::date::{Dates, PartialDate};
use crate::query::calendar::Grain;
use crate::words::spoken::fixed;
use jiff::civil::Date;

/// `July`, as it stands by itself; months count from 1.
pub fn month(number: i8) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    fixed(MONTHS[place(number)])
}

/// `July`, as it stands behind a day.
fn month_of_day(number: i8) -> &'static str {
    const MONTHS: [&str; 12] = [
        "after a day::January",
        "after a day::February",
        "after a day::March",
        "after a day::April",
        "after a day::May",
        "after a day::June",
        "after a day::July",
        "after a day::August",
        "after a day::September",
        "after a day::October",
        "after a day::November",
        "after a day::December",
    ];
    fixed(MONTHS[place(number)])
}

/// `Jul`, as it stands behind a day or before a year where there is little room.
fn short_month(number: i8) -> &'static str {
    const MONTHS: [&str; 12] = [
        "in short::Jan",
        "in short::Feb",
        "in short::Mar",
        "in short::Apr",
        "in short::May",
        "in short::Jun",
        "in short::Jul",
        "in short::Aug",
        "in short::Sep",
        "in short::Oct",
        "in short::Nov",
        "in short::Dec",
    ];
    fixed(MONTHS[place(number)])
}

fn place(month: i8) -> usize {
    usize::from(month.unsigned_abs()) - 1
}

/// How much room there is for the names of months.
#[derive(Clone, Copy)]
enum Room {
    Enough,
    Little,
}

impl Room {
    /// The name of a month by itself.
    fn month(self, number: i8) -> &'static str {
        match self {
            Self::Enough => month(number),
            Self::Little => short_month(number),
        }
    }

    /// The name of a month behind a day.
    fn month_of_day(self, number: i8) -> &'static str {
        match self {
            Self::Enough => month_of_day(number),
            Self::Little => short_month(number),
        }
    }

    fn dates(self, dates: Dates) -> String {
        match (dates.start, dates.end) {
            (None, None) => fixed("date unknown").to_owned(),
            (Some(one), None) | (None, Some(one)) => self.date(one),
            (Some(start), Some(end)) if start == end => self.date(start),
            (Some(PartialDate::Day(first)), Some(PartialDate::Day(last))) => self.span(first, last),
            (Some(start), Some(end)) => {
                told!("dates::{start} – {end}", start = self.date(start), end = self.date(end))
            }
        }
    }

    fn span(self, first: Date, last: Date) -> String {
        let end = self.date(PartialDate::Day(last));
        if first == last {
            return end;
        }
        if first.year() != last.year() {
            return told!("dates::{start} – {end}", start = self.date(PartialDate::Day(first)), end);
        }
        if first.month() != last.month() {
            let start = self.day_of_month(first);
            return told!("dates::{start} – {end}", start, end);
        }
        told!(
            "date::{first}–{last} {month} {year}",
            first = first.day(),
            last = last.day(),
            month = self.month_of_day(last.month()),
            year = year(last.year())
        )
    }

    fn day_of_month(self, date: Date) -> String {
        told!("date::{day} {month}", day = date.day(), month = self.month_of_day(date.month()))
    }

    fn date(self, date: PartialDate) -> String {
        match date {
            PartialDate::Year(number) => year(number),
            PartialDate::Month(number, of_year) => {
                told!("date::{month} {year}", month = self.month(of_year), year = year(number))
            }
            PartialDate::Day(day) => told!(
                "date::{day} {month} {year}",
                day = day.day(),
                month = self.month_of_day(day.month()),
                year = year(day.year())
            ),
        }
    }
}

/// `3 July 2024`, `23–24 May 2024`, `July 2024`, `date unknown`.
pub fn dates(dates: Dates) -> String {
    Room::Enough.dates(dates)
}

/// `12 Jan 2025` for `12 January 2025`.
pub fn short(days: Dates) -> String {
    Room::Little.dates(days)
}

/// `3 July`.
pub fn day_of_month(day: Date) -> String {
    Room::Enough.day_of_month(day)
}

/// `8 May – 24 October 2024`, without what the two ends share.
pub fn span(first: Date, last: Date) -> String {
    Room::Enough.span(first, last)
}

/// `8 May – 9 July 2024`, `from 8 May 2024`, `until 9 July 2024`; `None` for all time.
pub fn period(from: Option<Date>, to: Option<Date>) -> Option<String> {
    match (from, to) {
        (Some(from), Some(to)) => Some(span(from, to)),
        (Some(from), None) => Some(told!("from {day}", day = span(from, from))),
        (None, Some(to)) => Some(told!("until {day}", day = span(to, to))),
        (None, None) => None,
    }
}

/// `3 July 2024`, `1–7 July 2024`, `July 2024`, `July – September 2024`, `2024`.
pub fn bar(grain: Grain, begin: Date) -> String {
    match grain {
        Grain::Day | Grain::Week => span(begin, grain.end(begin)),
        Grain::Month => date(PartialDate::Month(begin.year(), begin.month())),
        Grain::Quarter => told!(
            "date::{first} – {last} {year}",
            first = month(begin.month()),
            last = month(grain.end(begin).month()),
            year = year(begin.year())
        ),
        Grain::Year => year(begin.year()),
    }
}

/// `3 July 2024`, `July 2024`, `2024`.
pub fn date(date: PartialDate) -> String {
    Room::Enough.date(date)
}

/// `2024`; the year 0 of ISO 8601 is the year 1 before Christ, so that −43 is `44 BC`.
fn year(number: i16) -> String {
    if number > 0 { number.to_string() } else { told!("{year} BC", year = 1 - i32::from(number)) }
}
