//! What stands between two separators of a date: a day, a month, a year, a season, a century.

use super::Remark;
use super::chain::{Chains, Item, Parts, YEARS, date_of, no_form};
use super::piece::{Era, Form, Number, Piece};
use super::word::{Mark, Part, Season, Unit};
use crate::import::problem::{Refused, WhyRefused};
use crate::meeting::date::{Dates, PartialDate};
use jiff::civil::ISOWeekDate;

/// A date that may lack what another one of the cell says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Point {
    /// Its year, month and day.
    pub parts: Parts,
    /// What is no day, month or year.
    pub stretch: Option<Stretch>,
    /// Which part of it.
    pub part: Option<Part>,
    /// How its numbers are written, where that matters.
    pub written: Written,
    /// Whether its year is counted backwards.
    pub is_before_christ: bool,
    /// Whether its year stands at another date of the cell, or nowhere.
    pub year_is_inferred: bool,
}

/// How the numbers of a date are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Written {
    /// In a way that has one meaning.
    #[default]
    Plainly,
    /// The number behind the month may be a day or a short year: `July 24`.
    DayOrYear,
    /// The month is a number beside a year, without a day: `07/2024`.
    MonthInDigits,
}

/// A stretch of time with a name or a number of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// Three months.
    Season(Season),
    /// What a number counts.
    Numbered(Unit, i16),
    /// From one year to another, without [`Point::parts`].
    Years(i16, i16),
}

impl Stretch {
    /// Whether the calendar has it: no year has a fifth quarter.
    fn is_there(self) -> bool {
        match self {
            Self::Season(_) => true,
            Self::Numbered(unit, number) => (1..=most(unit)).contains(&number),
            Self::Years(first, last) => YEARS.contains(&first) && YEARS.contains(&last),
        }
    }
}

/// The items of one date, sorted.
#[derive(Debug, Default)]
struct Draft {
    numbers: Vec<(Number, bool)>,
    parts: Parts,
    season: Option<Season>,
    units: Vec<Unit>,
    half: Option<i8>,
    part: Option<Part>,
    era: Option<Era>,
    years: Option<(i16, i16)>,
    written: Written,
}

/// Makes a point of what stands between two separators.
pub fn point(items: &[Item], chains: &mut Chains<'_>) -> Result<Point, Refused> {
    let mut draft = Draft::default();
    for item in items {
        draft.add(item, chains)?;
    }
    draft.era_and_units(chains)?.finish(chains)
}

impl Draft {
    fn add(&mut self, item: &Item, chains: &mut Chains<'_>) -> Result<(), Refused> {
        let taken = match item {
            Item::Date(parts) => {
                let is_free = self.parts == Parts::default();
                self.parts = *parts;
                if parts.day.is_none() && parts.month.is_some() {
                    self.written = Written::MonthInDigits;
                }
                is_free
            }
            Item::Piece(Piece::Number(number)) => {
                self.numbers.push((number.clone(), self.parts.month.is_some()));
                true
            }
            Item::Piece(Piece::Month(month)) => {
                let month = i16::from(*month);
                self.parts.month.replace(month).is_none_or(|before| before == month)
            }
            Item::Piece(Piece::Season(season)) => self.season.replace(*season).is_none(),
            Item::Piece(Piece::Part(part)) => self.part.replace(*part).is_none(),
            Item::Piece(Piece::Unit(unit)) => {
                self.units.push(*unit);
                true
            }
            Item::Piece(Piece::HalfOfYear(half)) => self.half.replace(*half).is_none(),
            Item::Piece(Piece::Mark(mark)) => self.mark(*mark, chains),
            Item::Piece(Piece::Era(era)) => self.era.replace(*era).is_none(),
            Item::Piece(Piece::Separator(_)) => true,
        };
        if taken { Ok(()) } else { Err(no_form()) }
    }

    /// `2025年`: the number before it is the year.
    fn mark(&mut self, mark: Mark, chains: &mut Chains<'_>) -> bool {
        let Some((number, _)) = self.numbers.pop() else { return false };
        let Some(value) = number.value() else { return false };
        match mark {
            Mark::Year if number.is_small() => self.parts.year.replace(chains.long_year(value)).is_none(),
            Mark::Year => number.is_year() && self.parts.year.replace(value).is_none(),
            Mark::Month => self.parts.month.replace(value).is_none(),
            Mark::Day => self.parts.day.replace(value).is_none(),
        }
    }

    /// Takes the years with an era and those of four digits out of the numbers.
    fn era_and_units(mut self, chains: &mut Chains<'_>) -> Result<Self, Refused> {
        if let Some(era) = self.era {
            let year = match self.numbers.pop() {
                Some((number, _)) => number.value(),
                None => self.parts.year.take(),
            };
            let year = year.filter(|year| *year > 0).ok_or_else(no_form)?;
            // There is no year 0 in this count, but one in ours.
            self.parts.year = Some(if era == Era::BeforeChrist { 1 - year } else { year });
            return Ok(self);
        }
        let mut rest = Vec::new();
        for (number, after_month) in std::mem::take(&mut self.numbers) {
            if number.form == Form::Short && self.parts.year.is_none() {
                self.parts.year = number.value().map(|short| chains.long_year(short));
            } else if !number.is_year() {
                rest.push((number, after_month));
            } else if let Some(years) = unread_years(&number.text) {
                chains.remarks.insert(Remark::Unclear);
                self.years = Some(years);
            } else if self.parts.year.replace(number.value().ok_or_else(no_form)?).is_some() {
                return Err(no_form());
            }
        }
        self.numbers = rest;
        Ok(self)
    }

    fn finish(mut self, chains: &mut Chains<'_>) -> Result<Point, Refused> {
        let mut point = Point {
            is_before_christ: self.era == Some(Era::BeforeChrist),
            written: self.written,
            ..Point::default()
        };
        point.stretch = self.stretch(chains)?;
        point.part = self.part;
        if point.stretch == Some(Stretch::Numbered(Unit::Half, 0)) {
            (point.stretch, point.part) = (None, Some(Part::Middle));
        }
        self.day(&mut point, chains)?;
        point.parts = self.parts;
        // Halves and weeks of a month are parts of it.
        if point.parts.month.is_some()
            && let Some(Stretch::Numbered(Unit::Half | Unit::Week, number)) = point.stretch
        {
            point.stretch = None;
            point.part = Some(if number == 1 { Part::Early } else { Part::Late });
        }
        let says_nothing = point == Point::default();
        let is_part_of_day = point.part.is_some() && point.parts.day.is_some();
        if says_nothing || is_part_of_day { Err(no_form()) } else { Ok(point) }
    }

    /// The stretch and its number, which is taken out of the numbers.
    fn stretch(&mut self, chains: &mut Chains<'_>) -> Result<Option<Stretch>, Refused> {
        if let Some((first, last)) = self.years {
            return if self.season.is_none() && self.units.is_empty() {
                Ok(Some(Stretch::Years(first, last)))
            } else {
                Err(no_form())
            };
        }
        if let Some(season) = self.season {
            return Ok(Some(Stretch::Season(season)));
        }
        if let Some(half) = self.half {
            return Ok(Some(Stretch::Numbered(Unit::Half, i16::from(half))));
        }
        let is_ordinal = |(number, _): &(Number, bool)| number.form == Form::Ordinal;
        match self.units[..] {
            [] if self.part == Some(Part::Middle) && self.numbers.first().is_some_and(is_ordinal) => {
                self.part = None;
                self.numbered(Unit::Half, chains).map(Some)
            }
            [] => Ok(None),
            [Unit::Decade] => self.decade(chains).map(Some),
            [Unit::Half] if self.numbers.is_empty() => Ok(Some(Stretch::Numbered(Unit::Half, 0))),
            [unit] => self.numbered(unit, chains).map(Some),
            // `20世纪90年代`
            [Unit::Century, Unit::Decade] => match self.take_numbers()[..] {
                [century, ten @ 0..=90] if ten % 10 == 0 && (1..=30).contains(&century) => {
                    let first = (century - 1) * 100 + ten;
                    Ok(Some(Stretch::Years(first, first + 9)))
                }
                _ => Err(no_form()),
            },
            _ => Err(no_form()),
        }
    }

    fn take_numbers(&mut self) -> Vec<i16> {
        std::mem::take(&mut self.numbers).iter().filter_map(|(number, _)| number.value()).collect()
    }

    /// `1990s`; `90s` is a short year.
    fn decade(&mut self, chains: &mut Chains<'_>) -> Result<Stretch, Refused> {
        let short = self.take_numbers();
        let first = match (self.parts.year.take(), &short[..]) {
            (Some(year), []) => year,
            (None, [short @ 10..=90]) => chains.long_year(*short),
            _ => return Err(no_form()),
        };
        if first % 10 == 0 { Ok(Stretch::Years(first, first + 9)) } else { Err(no_form()) }
    }

    /// `Q3`, `3rd quarter`, `3Q24`.
    fn numbered(&mut self, unit: Unit, chains: &mut Chains<'_>) -> Result<Stretch, Refused> {
        let number = match self.take_numbers()[..] {
            [number] => number,
            [number, short @ 0..=99] if self.parts.year.is_none() && unit != Unit::Century => {
                self.parts.year = Some(chains.long_year(short));
                number
            }
            _ => return Err(no_form()),
        };
        if (1..=most(unit)).contains(&number) { Ok(Stretch::Numbered(unit, number)) } else { Err(no_form()) }
    }

    /// The day, and the year where it has two digits: `8 May 24`, `May 8 24`, `3 VII 2024`.
    fn day(&mut self, point: &mut Point, chains: &mut Chains<'_>) -> Result<(), Refused> {
        let numbers = std::mem::take(&mut self.numbers);
        if numbers.is_empty() {
            return Ok(());
        }
        if point.stretch.is_some()
            || !numbers.iter().all(|(number, _)| number.is_small())
            || self.parts.day.is_some()
        {
            return Err(no_form());
        }
        let day = match &numbers[..] {
            [(month, _)]
                if month.form == Form::Roman && self.parts.month.is_none() && self.parts.year.is_some() =>
            {
                self.parts.month = month.value();
                return Ok(());
            }
            [(day, after_month)] => {
                let is_plain = day.form == Form::Digits && day.text.len() == 2;
                if *after_month && is_plain && self.parts.year.is_none() {
                    point.written = Written::DayOrYear;
                }
                day
            }
            [(day, _), (month, _)] if month.form == Form::Roman && self.parts.month.is_none() => {
                self.parts.month = month.value();
                day
            }
            [(day, _), (year, true)]
                if self.parts.month.is_some() && self.parts.year.is_none() && year.text.len() == 2 =>
            {
                let short = year.value().ok_or_else(no_form)?;
                self.parts.year = Some(chains.long_year(short));
                day
            }
            _ => return Err(no_form()),
        };
        if day.text.contains('?') {
            chains.remarks.insert(Remark::Unclear);
        }
        self.parts.day = Some(day).filter(|day| !day.is_blank()).and_then(Number::value);
        Ok(())
    }
}

/// The largest number of a unit.
const fn most(unit: Unit) -> i16 {
    match unit {
        Unit::Quarter => 4,
        Unit::Half => 2,
        Unit::Week => 53,
        Unit::Decade | Unit::Century => 30,
    }
}

/// `194?` is 1940 to 1949, `19??` 1900 to 1999.
fn unread_years(text: &str) -> Option<(i16, i16)> {
    let is_year = text.len() == 4 && text.starts_with(|letter: char| letter.is_ascii_digit());
    let ends = (text.replace('?', "0").parse().ok()?, text.replace('?', "9").parse().ok()?);
    (is_year && text.contains('?')).then_some(ends)
}

impl Point {
    /// Whether it says year, month and day itself.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let Parts { year, month, day } = self.parts;
        year.is_some() && month.is_some() && day.is_some() && !self.year_is_inferred
    }

    /// Whether it says a year and nothing else.
    fn is_year_only(&self) -> bool {
        let Parts { year, month, day } = self.parts;
        year.is_some() && month.is_none() && day.is_none() && self.stretch.is_none()
    }

    /// Whether it is a number that may be a day.
    fn is_number_only(&self) -> bool {
        self.parts.day.is_some()
            && self.parts.month.is_none()
            && self.stretch.is_none()
            && self.part.is_none()
    }

    /// Takes what it lacks from another date of the cell.
    pub fn complete_from(&mut self, other: &Self, is_behind: bool) {
        if self.is_number_only() {
            let number = self.parts.day.unwrap_or_default();
            if let Some(Stretch::Numbered(unit, _)) = other.stretch
                && number <= most(unit)
            {
                (self.stretch, self.parts.day) = (Some(Stretch::Numbered(unit, number)), None);
            } else if other.is_before_christ && other.is_year_only() {
                self.parts = Parts { year: Some(1 - number), ..Parts::default() };
            } else if other.is_year_only() && !is_behind && self.parts.year.is_none() && number > 0 {
                // `2010–11`: two years.
                let year = other.parts.year.unwrap_or_default();
                self.parts = Parts { year: Some(year - year.rem_euclid(100) + number), ..Parts::default() };
            }
        }
        let lacks_month = self.parts.month.is_none() && self.stretch.is_none();
        let is_part_only = self.part.is_some() && self.parts.year.is_none();
        if lacks_month && self.parts.day.is_some() && other.parts.day.is_none() {
            // `05–07/2024`: two months. Beside `July 2024` a number says nothing.
            if other.written == Written::MonthInDigits {
                (self.parts.month, self.parts.day) = (self.parts.day, None);
            }
        } else if lacks_month && (self.parts.day.is_some() || is_part_only) {
            self.parts.month = other.parts.month;
        }
        if self.parts.year.is_none()
            && !matches!(self.stretch, Some(Stretch::Years(..) | Stretch::Numbered(Unit::Century, _)))
        {
            self.parts.year = other.parts.year;
            self.year_is_inferred = other.parts.year.is_some();
        }
    }

    /// Whether it needs a year to be a date.
    #[must_use]
    pub fn lacks_year(&self) -> bool {
        let has_own = matches!(self.stretch, Some(Stretch::Years(..) | Stretch::Numbered(Unit::Century, _)));
        self.parts.year.is_none() && !has_own
    }

    /// The span of days that it is.
    pub fn span(&self, chains: &mut Chains<'_>) -> Result<Dates, Refused> {
        let refused = |why| Refused { why, readings: Vec::new() };
        if self.lacks_year() {
            return Err(refused(WhyRefused::NoYear));
        }
        if self.part.is_some() {
            chains.remarks.insert(Remark::Approximate);
        }
        let year = self.parts.year.unwrap_or_default();
        if !YEARS.contains(&year) || !self.stretch.is_none_or(Stretch::is_there) {
            return Err(no_form());
        }
        match self.stretch {
            Some(Stretch::Season(season)) => {
                chains.remarks.insert(Remark::Season);
                Ok(season_of(season, year, chains))
            }
            Some(Stretch::Numbered(Unit::Quarter, number)) => Ok(months(year, number * 3 - 2, number * 3)),
            Some(Stretch::Numbered(Unit::Half, number)) => Ok(months(year, number * 6 - 5, number * 6)),
            Some(Stretch::Numbered(Unit::Week, number)) => week(year, number).ok_or_else(no_form),
            Some(Stretch::Numbered(Unit::Century, number)) => {
                Ok(self.years((number - 1) * 100 + 1, number * 100))
            }
            Some(Stretch::Numbered(Unit::Decade, _)) => Err(no_form()),
            Some(Stretch::Years(first, last)) => Ok(self.years(first, last)),
            None if self.parts.day.is_some() && self.parts.month.is_none() => Err(no_form()),
            None => self.plain(chains).map_err(refused),
        }
    }

    fn plain(&self, chains: &Chains<'_>) -> Result<Dates, WhyRefused> {
        let date = date_of(self.parts)?;
        Ok(match (date, self.part) {
            (PartialDate::Year(year), Some(Part::Early)) => months(year, 1, 4),
            (PartialDate::Year(year), Some(Part::Middle)) => months(year, 5, 8),
            (PartialDate::Year(year), Some(Part::Late)) => months(year, 9, 12),
            // What is about a day is known to the month.
            (PartialDate::Day(day), _) if chains.remarks.contains(&Remark::Approximate) => {
                Dates::on(PartialDate::Month(day.year(), day.month()))
            }
            (date, _) => Dates::on(date),
        })
    }

    /// All these years, or a third of them.
    fn years(&self, first: i16, last: i16) -> Dates {
        let third = (last - first + 1) / 3;
        let (first, last) = match self.part {
            None => (first, last),
            Some(Part::Early) => (first, first + third - 1),
            Some(Part::Middle) => (first + third, last - third),
            Some(Part::Late) => (last - third + 1, last),
        };
        Dates { start: Some(PartialDate::Year(first)), end: Some(PartialDate::Year(last)) }
    }
}

/// From one month of a year to another.
fn months(year: i16, first: i16, last: i16) -> Dates {
    let month = |month: i16| Some(PartialDate::Month(year, month as i8));
    Dates { start: month(first), end: month(last) }
}

/// The winter of one year may be its first months or its last, so all of it is taken.
fn season_of(season: Season, year: i16, chains: &mut Chains<'_>) -> Dates {
    match season {
        Season::Spring => months(year, 3, 5),
        Season::Summer => months(year, 6, 8),
        Season::Autumn => months(year, 9, 11),
        Season::Winter => {
            chains.remarks.insert(Remark::Approximate);
            Dates::on(PartialDate::Year(year))
        }
    }
}

/// A week of the ISO calendar, Monday to Sunday.
fn week(year: i16, number: i16) -> Option<Dates> {
    let day = |weekday| Some(ISOWeekDate::new(year, i8::try_from(number).ok()?, weekday).ok()?.date());
    let (first, last) = (day(jiff::civil::Weekday::Monday)?, day(jiff::civil::Weekday::Sunday)?);
    Some(Dates { start: Some(PartialDate::Day(first)), end: Some(PartialDate::Day(last)) })
}
