//! The dates of a row: first day, last day and the stated precision.

use super::column::Field;
use super::row::Row;
use crate::gazetteer::fold::fold;
use crate::import::problem::{ProblemKind, excerpt};
use crate::import::when::{self, How, Remark};
use crate::meeting::date::{Dates, PartialDate, Precision};

/// The dates that the row states; what contradicts itself is told, and the vaguer reading kept. What is
/// refused stays in the note.
pub fn dates(row: &mut Row<'_>) -> Dates {
    let (start, end) = (cell(row, Field::Start, "date"), cell(row, Field::End, "end"));
    let mut is_doubtful = matches!(start, Cell::Refused) || matches!(end, Cell::Refused);
    let dates = match (start.dates(), end.dates()) {
        (Dates { start: Some(start), .. }, Dates { end: Some(end), .. })
            if end.last_day() < start.first_day() =>
        {
            row.wrong(Field::End, ProblemKind::EndBeforeStart { start, end });
            row.keep("end", &end.to_string());
            is_doubtful = true;
            Dates::on(start)
        }
        (start, Dates { end: None, .. }) => start,
        (start, end) => Dates { start: start.start, end: end.end },
    };
    as_precise_as_stated(row, dates, is_doubtful)
}

/// What a cell says of a date.
enum Cell {
    Empty,
    Refused,
    Dates(Dates),
}

impl Cell {
    fn dates(&self) -> Dates {
        match self {
            Self::Empty | Self::Refused => Dates::default(),
            Self::Dates(dates) => *dates,
        }
    }
}

/// What a cell says; its text is kept in the note where something was assumed or left out.
fn cell(row: &mut Row<'_>, field: Field, what: &str) -> Cell {
    let text = row.take(field);
    if text.is_empty() {
        return Cell::Empty;
    }
    match when::read(&text, &How::default()) {
        Ok(reading) => {
            let says_more = [
                Remark::TwoDigitYear,
                Remark::Approximate,
                Remark::Unclear,
                Remark::Season,
                Remark::Unconfirmed,
                Remark::WordsDropped,
            ];
            if reading.spans.len() > 1 || says_more.iter().any(|remark| reading.remarks.contains(remark)) {
                row.keep(what, &text);
            }
            Cell::Dates(reading.whole())
        }
        Err(refused) => {
            row.wrong(field, ProblemKind::NoDate { text: excerpt(&text), refused });
            row.keep(what, &text);
            Cell::Refused
        }
    }
}

/// With the stated precision, if it is vaguer. Dates that are doubtful for another reason are not complained
/// of twice.
fn as_precise_as_stated(row: &mut Row<'_>, dates: Dates, is_doubtful: bool) -> Dates {
    let text = row.take(Field::Precision);
    if text.is_empty() {
        return dates;
    }
    let Some(stated) = Precision::ALL.into_iter().find(|precision| precision.name() == fold(&text)) else {
        row.wrong(Field::Precision, ProblemKind::NoPrecision(excerpt(&text)));
        row.keep("precision", &text);
        return dates;
    };
    let found = dates.precision();
    let is_span = dates.end.is_some() && dates.start != dates.end;
    if stated == found || (stated == Precision::Range && is_span) {
        return dates;
    }
    if is_doubtful {
        return if stated < found { dates } else { coarsened(dates, stated) };
    }
    row.wrong(Field::Precision, ProblemKind::OtherPrecision { stated, dates });
    if stated < found {
        return dates;
    }
    row.keep("date", &in_file_words(dates));
    coarsened(dates, stated)
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
