//! Years counted from the Hijra: by the moon, as Islam counts them, and by the sun, as Iran and Afghanistan
//! do. Their days and months as those of today's calendar.

use super::Calendar;
use super::lex::{Kind, Token, tokens};
use super::word::{Meaning, phrase};
use crate::meeting::date::{Dates, PartialDate};
use icu_calendar::cal::{Hijri, Iso};
use icu_calendar::{Date, RangeError};
use std::ops::RangeInclusive;

/// Years in which a meeting may have been: 1582 to 2173 by the moon, 1821 to 2121 by the sun.
const BY_MOON: RangeInclusive<i32> = 990..=1600;
const BY_SUN: RangeInclusive<i32> = 1200..=1500;

/// What a text says in one of the two calendars: by the name of a month, `12 Ramadan 1446`; by a sign behind
/// it, `1446 AH`; or in numbers alone, if the column is in that calendar. `None` if it says no such date. Of
/// months and years the days are taken, from the first to the last.
#[must_use]
pub fn read(text: &str, of_column: Calendar) -> Option<(Dates, Calendar)> {
    let tokens = tokens(text);
    let pieces = pieces(&tokens)?;
    let mut said = pieces.iter().filter_map(|piece| match piece {
        Piece::Month(calendar, _) | Piece::Of(calendar) => Some(*calendar),
        Piece::Number(_) | Piece::To => None,
    });
    let calendar = said.next().unwrap_or(of_column);
    if calendar == Calendar::Todays || said.any(|other| other != calendar) {
        return None;
    }
    let sides: Vec<&[Piece]> = pieces.split(|piece| *piece == Piece::To).collect();
    let dates = match sides[..] {
        [one] => Stated::of(one, calendar)?.days(calendar)?,
        [first, last] => {
            let last = Stated::of(last, calendar)?;
            let first = Stated::of(first, calendar)?.with(last);
            Dates { start: first.days(calendar)?.start, end: last.days(calendar)?.end }
        }
        _ => return None,
    };
    Some((dates, calendar))
}

/// A part of such a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Number(i32),
    Month(Calendar, u8),
    /// A sign for years of a calendar.
    Of(Calendar),
    To,
}

/// The parts of a text; `None` if something in it is no part of such a date.
fn pieces(tokens: &[Token]) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        let is_between = token.glued && tokens.get(at + 1).is_some_and(|next| next.glued);
        let mut length = 1;
        match token.kind {
            Kind::Number if token.text.len() == 8 => {
                let number = |range: std::ops::Range<usize>| token.text[range].parse().ok();
                pieces.extend([Piece::Number(number(0..4)?), Piece::Number(number(4..6)?)]);
                pieces.push(Piece::Number(number(6..8)?));
            }
            Kind::Number => pieces.push(Piece::Number(token.text.parse().ok()?)),
            Kind::Sign if token.is_sign('–') || (token.is_sign('-') && !is_between) => {
                pieces.push(Piece::To);
            }
            Kind::Sign if token.text.starts_with(['/', '-', '.', ',', '(', ')', '\'']) => {}
            Kind::Sign => return None,
            Kind::Word => {
                let (words, meanings) = phrase(&tokens[at..])?;
                length = words;
                let found = meanings.iter().find_map(|meaning| match meaning {
                    Meaning::MonthOf(calendar, month) => Some(Some(Piece::Month(*calendar, *month))),
                    Meaning::YearsOf(calendar) => Some(Some(Piece::Of(*calendar))),
                    Meaning::To => Some(Some(Piece::To)),
                    Meaning::Weekday | Meaning::Filler | Meaning::Ending => Some(None),
                    _ => None,
                });
                pieces.extend(found?);
            }
        }
        at += length;
    }
    Some(pieces)
}

/// What is stated of one day, month or year.
#[derive(Clone, Copy, Debug, Default)]
struct Stated {
    year: Option<i32>,
    month: Option<u8>,
    day: Option<u8>,
}

impl Stated {
    fn of(pieces: &[Piece], calendar: Calendar) -> Option<Self> {
        let years = if calendar == Calendar::SolarHijri { BY_SUN } else { BY_MOON };
        let mut stated = Self::default();
        let mut small: Vec<u8> = Vec::new();
        let mut is_year_first = false;
        for piece in pieces {
            match piece {
                Piece::Number(number) if years.contains(number) && stated.year.is_none() => {
                    is_year_first = small.is_empty() && stated.month.is_none();
                    stated.year = Some(*number);
                }
                Piece::Number(number) => small.push(u8::try_from(*number).ok()?),
                Piece::Month(_, month) if stated.month.is_none() => stated.month = Some(*month),
                Piece::Of(_) => {}
                Piece::Month(..) | Piece::To => return None,
            }
        }
        match (&small[..], stated.month) {
            ([], _) => {}
            ([day], Some(_)) => stated.day = Some(*day),
            ([one], None) if stated.year.is_some() => stated.month = Some(*one),
            // The first day of a span: what it lacks, the last one has.
            ([one], None) => stated.day = Some(*one),
            ([month, day], None) if is_year_first => (stated.month, stated.day) = (Some(*month), Some(*day)),
            ([day, month], None) => (stated.month, stated.day) = (Some(*month), Some(*day)),
            _ => return None,
        }
        Some(stated)
    }

    /// With what another one states besides.
    fn with(self, other: Self) -> Self {
        Self { year: self.year.or(other.year), month: self.month.or(other.month), day: self.day }
    }

    /// Its days in today's calendar.
    fn days(self, calendar: Calendar) -> Option<Dates> {
        /// The last days that a month can have, last first.
        const LAST_DAYS: RangeInclusive<u8> = 29..=31;
        let year = self.year?;
        let day = |month: u8, day: u8| todays(calendar, year, month, day).ok();
        let last_day = |month: u8| LAST_DAYS.rev().find_map(|last| day(month, last));
        let (first, last) = match (self.month, self.day) {
            (Some(month), Some(one)) => (day(month, one)?, day(month, one)?),
            (Some(month), None) => (day(month, 1)?, last_day(month)?),
            (None, None) => (day(1, 1)?, last_day(12)?),
            (None, Some(_)) => return None,
        };
        Some(Dates { start: Some(PartialDate::Day(first)), end: Some(PartialDate::Day(last)) })
    }
}

/// A day in today's calendar. By the moon, the months are those of the calendar of Umm al-Qura.
fn todays(calendar: Calendar, year: i32, month: u8, day: u8) -> Result<jiff::civil::Date, RangeError> {
    let date: Date<Iso> = match calendar {
        Calendar::SolarHijri => Date::try_new_persian(year, month, day)?.to_calendar(Iso),
        Calendar::Todays | Calendar::Hijri => {
            Date::try_new_hijri_with_calendar(year, month, day, Hijri::new_umm_al_qura())?.to_calendar(Iso)
        }
    };
    let year = i16::try_from(date.year().extended_year()).unwrap_or(i16::MAX);
    let (month, day) = (date.month().ordinal.cast_signed(), date.day_of_month().0.cast_signed());
    Ok(jiff::civil::Date::new(year, month, day).unwrap_or(jiff::civil::Date::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn days(text: &str, of_column: Calendar) -> Option<(jiff::civil::Date, jiff::civil::Date)> {
        read(text, of_column).and_then(|(dates, _)| dates.days())
    }

    #[test]
    fn days_by_the_moon_and_by_the_sun() {
        let one = |text, day| assert_eq!(days(text, Calendar::Todays), Some((day, day)), "{text}");
        one("12 Ramadan 1446", date(2025, 3, 12));
        one("Muharram 1, 1447 AH", date(2025, 6, 26));
        one("٢٩ ربيع الأول ١٤٤٥ هـ", date(2023, 10, 14));
        one("1 Farvardin 1403", date(2024, 3, 20));
        one("۱۰ مرداد ۱۴۰۳", date(2024, 7, 31));
        one("30 Esfand 1403", date(2025, 3, 20));
    }

    #[test]
    fn spans_months_and_years() {
        assert_eq!(
            days("28 Shaban – 2 Ramadan 1446", Calendar::Todays),
            Some((date(2025, 2, 27), date(2025, 3, 2)))
        );
        assert_eq!(
            days("3-5 Shawwal 1445", Calendar::Todays).map(|(first, _)| first),
            Some(date(2024, 4, 12))
        );
        assert_eq!(days("Mehr 1403", Calendar::Todays), Some((date(2024, 9, 22), date(2024, 10, 21))));
        assert_eq!(days("1403", Calendar::SolarHijri), Some((date(2024, 3, 20), date(2025, 3, 20))));
    }

    #[test]
    fn numbers_need_a_column_of_the_calendar() {
        assert_eq!(days("1403/05/10", Calendar::Todays), None);
        let day = date(2024, 7, 31);
        for text in ["1403/05/10", "1403-05-10", "10/05/1403", "۱۴۰۳/۰۵/۱۰", "14030510"] {
            assert_eq!(days(text, Calendar::SolarHijri), Some((day, day)), "{text}");
        }
        assert_eq!(days("1446-09-12", Calendar::Hijri), Some((date(2025, 3, 12), date(2025, 3, 12))));
        assert_eq!(days("1403/13/10", Calendar::SolarHijri), None);
        assert_eq!(days("12 Ramadan 2025", Calendar::Todays), None);
    }
}
