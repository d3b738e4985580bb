//! Dates in English: `3 July 2024`, `23–24 May 2024`, `July 2024`.

use crate::meeting::date::{Dates, MONTHS, PartialDate};
use crate::query::calendar::Grain;
use jiff::civil::Date;

/// `July`; months count from 1.
pub const fn month(number: i8) -> &'static str {
    MONTHS[number.unsigned_abs() as usize - 1]
}

/// `3 July 2024`, `23–24 May 2024`, `July 2024`, `date unknown`.
pub fn dates(dates: Dates) -> String {
    match (dates.start, dates.end) {
        (None, None) => "date unknown".to_owned(),
        (Some(one), None) | (None, Some(one)) => date(one),
        (Some(start), Some(end)) if start == end => date(start),
        (Some(PartialDate::Day(first)), Some(PartialDate::Day(last))) => span(first, last),
        (Some(start), Some(end)) => format!("{} – {}", date(start), date(end)),
    }
}

/// `12 Jan 2025` for `12 January 2025`.
pub fn short(days: Dates) -> String {
    (1..=12).fold(dates(days), |words, number| {
        let short: String = month(number).chars().take(3).collect();
        words.replace(month(number), &short)
    })
}

/// `8 May – 24 October 2024`, without what the two ends share.
pub fn span(first: Date, last: Date) -> String {
    let end = date(PartialDate::Day(last));
    if first == last {
        end
    } else if (first.year(), first.month()) == (last.year(), last.month()) {
        format!("{}–{end}", first.day())
    } else if first.year() == last.year() {
        format!("{} {} – {end}", first.day(), month(first.month()))
    } else {
        format!("{} – {end}", date(PartialDate::Day(first)))
    }
}

/// `8 May – 9 July 2024`, `from 8 May 2024`, `until 9 July 2024`; `None` for all time.
pub fn period(from: Option<Date>, to: Option<Date>) -> Option<String> {
    match (from, to) {
        (Some(from), Some(to)) => Some(span(from, to)),
        (Some(from), None) => Some(format!("from {}", span(from, from))),
        (None, Some(to)) => Some(format!("until {}", span(to, to))),
        (None, None) => None,
    }
}

/// `3 July 2024`, `1–7 July 2024`, `July 2024`, `July – September 2024`, `2024`.
pub fn bar(grain: Grain, begin: Date) -> String {
    match grain {
        Grain::Day | Grain::Week => span(begin, grain.end(begin)),
        Grain::Month => date(PartialDate::Month(begin.year(), begin.month())),
        Grain::Quarter => {
            let last = grain.end(begin);
            format!("{} – {} {}", month(begin.month()), month(last.month()), year(begin.year()))
        }
        Grain::Year => year(begin.year()),
    }
}

/// `3 July 2024`, `July 2024`, `2024`.
pub fn date(date: PartialDate) -> String {
    match date {
        PartialDate::Year(number) => year(number),
        PartialDate::Month(number, of_year) => format!("{} {}", month(of_year), year(number)),
        PartialDate::Day(day) => format!("{} {} {}", day.day(), month(day.month()), year(day.year())),
    }
}

/// `2024`; the year 0 of ISO 8601 is the year 1 before Christ, so that −43 is `44 BC`.
fn year(number: i16) -> String {
    if number > 0 { number.to_string() } else { format!("{} BC", 1 - i32::from(number)) }
}
