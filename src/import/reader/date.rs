//! The dates of a row: first day, last day and the stated precision.

use super::Reader;
use super::row::Row;
use crate::gazetteer::fold::fold;
use crate::import::field::Field;
use crate::import::problem::{ProblemKind, excerpt};
use crate::import::remark::Remark;
use crate::import::when::{self, How, Reading, calendar};
use crate::meeting::date::{Dates, PartialDate, Precision};
use jiff::ToSpan;

/// What a row says of when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// From the first day to the last.
    pub whole: Dates,
    /// Where a cell lists dates that lie far apart: each of them, in order.
    pub each: Vec<Dates>,
}

/// The dates that the row states, also one by one where they lie so far apart that they are no one meeting.
pub fn when(row: &mut Row<'_>, reader: &mut Reader<'_>) -> When {
    reader.listed.clear();
    let whole = dates(row, reader);
    let each = parted(&reader.listed);
    let is_list = each.len() > 1 && row.text(Field::End).is_empty() && !reader.mapping.is_complete;
    When { whole, each: if is_list { each } else { Vec::new() } }
}

/// Dates in order, those that lie near each other put together.
fn parted(spans: &[Dates]) -> Vec<Dates> {
    /// Days between two days of one meeting.
    const NEAR: i32 = 3;
    let mut spans = spans.to_vec();
    spans.sort_by_key(|span| span.days());
    let mut parted: Vec<Dates> = Vec::with_capacity(spans.len());
    for span in spans {
        let last = parted.last_mut().filter(|last| {
            let ends = last.days().zip(span.days());
            let is_day = matches!(span.start, Some(PartialDate::Day(_)));
            is_day && ends.is_none_or(|((_, last), (next, _))| (next - last).get_days() <= NEAR)
        });
        match last {
            Some(last) => last.end = span.end,
            None => parted.push(span),
        }
    }
    parted
}

/// The dates that the row states; what contradicts itself is told, and the vaguer reading kept. What is
/// refused stays in the note.
fn dates(row: &mut Row<'_>, reader: &mut Reader<'_>) -> Dates {
    let around = reader.sections.year(row.number).or(reader.mapping.year);
    let year = calendar::year(&row.text(Field::Year)).or(around);
    let start = cell(row, reader, Field::Start, year);
    let start = if matches!(start, Cell::Empty) { of_parts(row, reader, START, around) } else { start };
    let year_of_start = start.first().map(|first| first.first_day().year());
    let end = match day_of_month(&row.text(Field::End), start) {
        Some(day) => Cell::Dates(Dates::on(day)),
        None => cell(row, reader, Field::End, year.or(year_of_start)),
    };
    let end =
        if matches!(end, Cell::Empty) { of_parts(row, reader, END, year_of_start.or(around)) } else { end };
    let mut is_doubtful = matches!(start, Cell::Refused) || matches!(end, Cell::Refused);
    let dates = match (start.first(), end.last()) {
        (Some(first), Some(last)) if last.last_day() < first.first_day() => {
            row.wrong(Field::End, ProblemKind::EndBeforeStart { start: first, end: last });
            row.keep("end", &last.to_string());
            is_doubtful = true;
            start.dates()
        }
        (Some(first), Some(last)) => Dates { start: Some(first), end: Some(last) },
        (Some(_), None) => lasting(start.dates(), &row.text(Field::Duration)),
        (None, _) => Dates { start: None, end: end.last() },
    };
    as_precise_as_stated(row, dates, is_doubtful)
}

/// A first day that has no year, beside a last day that has one: of the year of the last day, or, of `30
/// December` and `2 January 2020`, of the one before.
fn before_end(start: &str, end: &str, how: How) -> Option<Reading> {
    let last = when::read(end, &how).ok()?.whole();
    let last = last.end.or(last.start)?.last_day();
    let of_year = |year: i16| when::read(start, &How { year: Some(year), ..how }).ok();
    let read = of_year(last.year())?;
    let first = read.whole().start?.first_day();
    if first > last { of_year(last.year() - 1) } else { Some(read) }
}

/// The day that a bare number means beside a first day: `3 May 2020` and `5`.
fn day_of_month(text: &str, start: Cell) -> Option<PartialDate> {
    let day: i8 = text.parse().ok().filter(|_| text.len() <= 2)?;
    let Some(PartialDate::Day(first)) = start.first() else { return None };
    jiff::civil::Date::new(first.year(), first.month(), day)
        .ok()
        .filter(|last| *last >= first)
        .map(PartialDate::Day)
}

/// What a cell says of a date.
#[derive(Clone, Copy)]
enum Cell {
    Empty,
    Refused,
    Dates(Dates),
}

impl Cell {
    fn dates(self) -> Dates {
        match self {
            Self::Empty | Self::Refused => Dates::default(),
            Self::Dates(dates) => dates,
        }
    }

    fn first(self) -> Option<PartialDate> {
        let dates = self.dates();
        dates.start.or(dates.end)
    }

    fn last(self) -> Option<PartialDate> {
        let dates = self.dates();
        dates.end.or(dates.start)
    }
}

fn cell(row: &mut Row<'_>, reader: &mut Reader<'_>, field: Field, year: Option<i16>) -> Cell {
    let text = row.text(field);
    if text.is_empty() {
        return Cell::Empty;
    }
    let how = How {
        order: reader.mapping.order,
        year,
        serials: reader.mapping.serials,
        calendar: reader.mapping.calendar,
        ..How::default()
    };
    let end = || row.text(Field::End);
    let read = when::read(&text, &how).or_else(|refused| match field {
        Field::Start if year.is_none() => before_end(&text, &end(), how).ok_or(refused),
        _ => Err(refused),
    });
    match read {
        Ok(read) => {
            for remark in &read.remarks {
                reader.remark(row, Remark::Date(*remark));
            }
            // Databases write so that something has no last day.
            if field == Field::End && read.whole().start.is_some_and(|start| start.first_day().year() == 9999)
            {
                return Cell::Empty;
            }
            if let Some(dates) = of_other_calendar(row, reader, word(field), read.whole(), &text) {
                return Cell::Dates(dates);
            }
            // `27 May/10 June` is a span, or one day in two calendars.
            let is_list = read.spans.len() > 1 && text.matches('/').count() != 1;
            if field == Field::Start && is_list {
                reader.listed.clone_from(&read.spans);
            }
            if read.spans.len() > 1 || read.remarks.iter().copied().any(says_less) {
                row.keep(word(field), &text);
            }
            Cell::Dates(read.whole())
        }
        Err(refused) => {
            row.wrong(field, ProblemKind::NoDate { text: excerpt(&text), refused });
            row.keep(word(field), &text);
            Cell::Refused
        }
    }
}

/// Dates that a text says in another calendar, in today's; its words stay in the note. `None` if they are in
/// today's.
fn of_other_calendar(
    row: &mut Row<'_>,
    reader: &mut Reader<'_>,
    what: &str,
    dates: Dates,
    text: &str,
) -> Option<Dates> {
    let (dates, remark) = calendar::in_todays(dates, text).filter(|_| !reader.mapping.is_complete)?;
    reader.remark(row, Remark::Date(remark));
    row.keep(what, text);
    Some(dates)
}

/// What a cell of dates is called in the note.
fn word(field: Field) -> &'static str {
    if field == Field::Start { "date" } else { "end" }
}

/// Whether the date that was read says less than the cell, so that its words stay in the note.
const fn says_less(remark: when::Remark) -> bool {
    match remark {
        when::Remark::TwoDigitYear
        | when::Remark::Approximate
        | when::Remark::Unclear
        | when::Remark::Season
        | when::Remark::Unconfirmed
        | when::Remark::WordsDropped
        | when::Remark::FromBuddha
        | when::Remark::FromHijra
        | when::Remark::FromHijraBySun
        | when::Remark::OldStyle => true,
        when::Remark::TimeDropped
        | when::Remark::ZoneDropped
        | when::Remark::SerialNumber
        | when::Remark::YearInherited => false,
    }
}

/// The columns that hold the parts of a date.
type Parts = [Field; 3];
const START: Parts = [Field::Year, Field::Month, Field::Day];
const END: Parts = [Field::EndYear, Field::EndMonth, Field::EndDay];

/// The date that columns for year, month and day hold together. Where the year is missing, it is the one
/// around the row.
fn of_parts(row: &mut Row<'_>, reader: &mut Reader<'_>, parts: Parts, around: Option<i16>) -> Cell {
    let [of_year, of_month, of_day] = parts;
    let (mut written, month, day) = (row.text(of_year), row.text(of_month), row.text(of_day));
    if written.is_empty() && is_nothing(&month) && is_nothing(&day) {
        return Cell::Empty;
    }
    if let (true, Some(year)) = (written.is_empty(), around) {
        written = format!("{year:04}").into();
        reader.remark(row, Remark::Date(when::Remark::YearInherited));
    }
    let text = [&day, &month, &written].into_iter().filter(|part| !is_nothing(part)).cloned();
    let text = text.collect::<Vec<_>>().join(" ");
    let number = |text: &str| text.trim_end_matches(".0").trim_end_matches(['月', '日']).parse::<u8>().ok();
    let of_hijra = reader.mapping.calendar;
    let iso = match (calendar::year(&written), number(&month), number(&day)) {
        (Some(year), Some(month), Some(day)) => Some(format!("{year:04}-{month:02}-{day:02}")),
        (Some(year), Some(month), None) if is_nothing(&day) => Some(format!("{year:04}-{month:02}")),
        (Some(year), None, None) if is_nothing(&month) => Some(format!("{year:04}")),
        _ => None,
    };
    let iso = iso.filter(|_| of_hijra == when::Calendar::Todays);
    let read = iso.and_then(|iso| PartialDate::parse(&iso).ok()).map(Dates::on);
    let how = How { calendar: of_hijra, ..How::default() };
    let read = read.map_or_else(
        || {
            let read = when::read(&text, &how)?;
            if of_hijra != when::Calendar::Todays {
                row.keep("date", &text);
            }
            Ok(read.whole())
        },
        Ok,
    );
    match read {
        Ok(dates) => {
            let what = if of_year == Field::Year { "date" } else { "end" };
            Cell::Dates(of_other_calendar(row, reader, what, dates, &text).unwrap_or(dates))
        }
        Err(refused) => {
            let column =
                [of_year, of_month, of_day].into_iter().find(|field| row.has(*field)).unwrap_or(of_year);
            row.wrong(column, ProblemKind::NoDate { text: excerpt(&text), refused });
            row.keep("date", &text);
            Cell::Refused
        }
    }
}

/// Whether a cell of a month or day holds none: it is empty, or `0` or `00`.
fn is_nothing(text: &str) -> bool {
    text.chars().all(|letter| letter == '0') || text.eq_ignore_ascii_case("na")
}

/// Dates with the last day that a number of days gives.
fn lasting(dates: Dates, duration: &str) -> Dates {
    let days = duration.trim_end_matches(".0").parse::<i32>().ok().filter(|days| (2..=366).contains(days));
    let (Some(days), Dates { start: Some(PartialDate::Day(first)), end }) = (days, dates) else {
        return dates;
    };
    if end.is_some_and(|end| end != PartialDate::Day(first)) {
        return dates;
    }
    let last = first.checked_add((days - 1).days()).ok();
    Dates { start: dates.start, end: last.map_or(end, |last| Some(PartialDate::Day(last))) }
}
/// With the stated precision, if it is vaguer. Dates that are doubtful for another reason are not complained
/// of twice.
fn as_precise_as_stated(row: &mut Row<'_>, dates: Dates, is_doubtful: bool) -> Dates {
    let text = row.text(Field::Precision);
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
