//! The dates of a row: first day, last day and the stated precision.

use super::column::Field;
use super::row::Row;
use crate::gazetteer::fold::fold;
use crate::import::word;
use crate::meeting::date::{Dates, PartialDate, Precision};

/// The dates that the row states; what contradicts itself is told, and the vaguer reading kept.
pub fn dates(row: &mut Row<'_>) -> Dates {
    let start = date(row, Field::Start);
    let end = date(row, Field::End);
    let dates = match (start, end) {
        (Some(start), Some(end)) if end.last_day() < start.first_day() => {
            let message = format!("the end {end} is before the start {start}; the end is left out");
            row.wrong(Field::End, message, "");
            Dates::on(start)
        }
        (Some(start), None) => Dates::on(start),
        (start, end) => Dates { start, end },
    };
    as_precise_as_stated(row, dates)
}

fn date(row: &mut Row<'_>, field: Field) -> Option<PartialDate> {
    let text = row.take(field);
    if text.is_empty() {
        return None;
    }
    match PartialDate::parse(&text) {
        Ok(date) => Some(date),
        Err(why) => {
            row.wrong(field, format!("{} is no date: {why}", word::shortened(&text)), meant(&text));
            None
        }
    }
}

/// What a date in another order may mean: `3.7.2024` and `7/3/2024` can both be two days, so neither is taken.
fn meant(text: &str) -> String {
    let numbers: Vec<&str> = text.split(['.', '/', '-', ' ']).filter(|part| !part.is_empty()).collect();
    let [a, b, c] = numbers[..] else { return String::new() };
    let orders = [(a, b, c), (c, b, a), (c, a, b)];
    let mut readings: Vec<String> = orders
        .iter()
        .filter(|(year, ..)| year.len() == 4)
        .map(|(year, month, day)| format!("{year}-{month:0>2}-{day:0>2}"))
        .filter(|reading| PartialDate::parse(reading).is_ok())
        .collect();
    readings.dedup();
    if readings.is_empty() { String::new() } else { format!("Perhaps {}", readings.join(" or ")) }
}

fn as_precise_as_stated(row: &mut Row<'_>, dates: Dates) -> Dates {
    let text = row.take(Field::Precision);
    if text.is_empty() {
        return dates;
    }
    let Some(stated) = Precision::ALL.into_iter().find(|precision| precision.name() == fold(&text)) else {
        let names: Vec<&str> = Precision::ALL.iter().map(|precision| precision.name()).collect();
        let message = format!("{} is no precision of a date", word::shortened(&text));
        row.wrong(Field::Precision, message, format!("One of {}", names.join(", ")));
        return dates;
    };
    let found = dates.precision();
    let is_span = dates.end.is_some() && dates.start != dates.end;
    if stated == found || (stated == Precision::Range && is_span) {
        return dates;
    }
    let message = format!(
        "the precision is {} but the date is {}; the vaguer of the two is kept",
        stated.name(),
        in_file_words(dates)
    );
    row.wrong(Field::Precision, message, "");
    if stated < found { dates } else { coarsened(dates, stated) }
}

fn in_file_words(dates: Dates) -> String {
    match (dates.start, dates.end) {
        (None, None) => "empty".to_owned(),
        (Some(one), None) | (None, Some(one)) => one.to_string(),
        (Some(start), Some(end)) if start == end => start.to_string(),
        (Some(start), Some(end)) => format!("{start} to {end}"),
    }
}

fn coarsened(dates: Dates, to: Precision) -> Dates {
    let coarse = |date: PartialDate| match to {
        Precision::Day | Precision::Range => Some(date),
        Precision::Month => Some(match date {
            PartialDate::Day(day) => PartialDate::Month(day.year(), day.month()),
            PartialDate::Month(..) | PartialDate::Year(_) => date,
        }),
        Precision::Year => Some(PartialDate::Year(date.first_day().year())),
        Precision::Unknown => None,
    };
    Dates { start: dates.start.and_then(coarse), end: dates.end.and_then(coarse) }
}
