//! Numbers that stand together, `03.07.2024` or `3-5`: which of them are days, months and years.

use super::How;
use super::Remark;
use super::piece::{Form, Number, Piece, Placed, Separator};
use crate::import::problem::{Refused, WhyRefused};
use crate::meeting::date::{NoDate, PartialDate};
use std::collections::BTreeSet;

/// A year, a month and a day, as far as they are known; not yet whether they exist.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The year.
    pub year: Option<i16>,
    /// The month, from 1.
    pub month: Option<i16>,
    /// The day of the month, from 1.
    pub day: Option<i16>,
}

/// A piece, or what numbers together mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A piece as it is; a separator here parts two dates.
    Piece(Piece),
    /// Numbers that are one date.
    Date(Parts),
}

/// Where it made a difference whether the day or the month stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mattered {
    /// Nowhere.
    Nowhere,
    /// Between numbers parted by points only, where the day goes first unless someone says otherwise.
    AtPoints,
    /// Between other numbers.
    Elsewhere,
}

/// How chains are read, and what was noticed.
#[derive(Debug)]
pub struct Chains<'a> {
    /// What the caller knows.
    pub how: &'a How,
    /// Whether the day goes before the month.
    pub day_first: bool,
    /// Whether the text names a month or what numbers count: then `3/4` and `3-4` are two.
    pub has_month: bool,
    /// Where the order made a difference.
    pub mattered: Mattered,
    /// What is to be told.
    pub remarks: BTreeSet<Remark>,
}

type Items = Result<Vec<Item>, Refused>;

impl Chains<'_> {
    /// Reads every chain among the pieces.
    pub fn items(&mut self, pieces: &[Placed]) -> Items {
        let mut items = Vec::new();
        let mut at = 0;
        while at < pieces.len() {
            let (numbers, separators, length) = chain(&pieces[at..], self.has_month);
            if numbers.len() > 1 {
                items.extend(self.read(&numbers, &separators)?);
                at += length;
            } else if pieces[at].piece == Piece::Separator(Separator::Point) {
                at += 1;
            } else {
                items.push(Item::Piece(pieces[at].piece.clone()));
                at += 1;
            }
        }
        Ok(items)
    }

    /// Points bind more than slashes, and both more than hyphens; but two dates with hyphens may have a slash
    /// between them.
    fn read(&mut self, numbers: &[&Number], separators: &[Separator]) -> Items {
        let has = |separator: Separator| separators.contains(&separator);
        if has(Separator::Hyphen) && has(Separator::Slash) {
            let by_slash = split(numbers, separators, Separator::Slash);
            let are_dates = by_slash.iter().all(|(part, _)| part.len() > 1 && part[0].is_year());
            let by = if are_dates { Separator::Slash } else { Separator::Hyphen };
            return self.joined(numbers, separators, by, Separator::Range);
        }
        if has(Separator::Hyphen) && has(Separator::Point) {
            return self.joined(numbers, separators, Separator::Hyphen, Separator::Range);
        }
        if has(Separator::Slash) && has(Separator::Point) {
            return self.joined(numbers, separators, Separator::Slash, Separator::Slash);
        }
        match (numbers, separators.first()) {
            ([first, second], Some(&separator)) => self.pair(first, second, separator),
            (&[first, second, third], Some(&separator)) => self.triple([first, second, third], separator),
            (&[year, month, first, last], Some(Separator::Hyphen)) if year.is_year() => {
                let start = self.triple([year, month, first], Separator::Hyphen)?;
                let end = self.triple([year, month, last], Separator::Hyphen)?;
                Ok([start, vec![Item::Piece(Piece::Separator(Separator::Range))], end].concat())
            }
            (&[a, b, c, d, e, f], Some(&separator)) => {
                let (start, end) = (self.triple([a, b, c], separator)?, self.triple([d, e, f], separator)?);
                Ok([start, vec![Item::Piece(Piece::Separator(Separator::Range))], end].concat())
            }
            _ => Err(no_form()),
        }
    }

    /// The parts at one separator, with another one between them.
    fn joined(
        &mut self,
        numbers: &[&Number],
        separators: &[Separator],
        at: Separator,
        by: Separator,
    ) -> Items {
        let mut items = Vec::new();
        for (numbers, separators) in split(numbers, separators, at) {
            if !items.is_empty() {
                items.push(Item::Piece(Piece::Separator(by)));
            }
            match numbers {
                [one] => items.push(Item::Piece(Piece::Number((*one).clone()))),
                _ => items.extend(self.read(numbers, separators)?),
            }
        }
        Ok(items)
    }

    /// `2024-07`, `07/2024`, `3.7`, `3-5`, `2024/25`.
    fn pair(&mut self, first: &Number, second: &Number, separator: Separator) -> Items {
        let between = |separator: Separator| {
            let number = |number: &Number| Item::Piece(Piece::Number(number.clone()));
            Ok(vec![number(first), Item::Piece(Piece::Separator(separator)), number(second)])
        };
        match (first.is_year(), second.is_year()) {
            (true, true) => between(Separator::Range),
            (true, false) if second.is_small() => {
                let is_next_year = first
                    .value()
                    .zip(second.value())
                    .is_some_and(|(year, next)| next > 12 && (year + 1) % 100 == next);
                if is_next_year {
                    between(Separator::Range)
                } else {
                    Ok(vec![self.date(Some(first), Some(second), None)])
                }
            }
            (false, true) if first.is_small() => Ok(vec![self.date(Some(second), Some(first), None)]),
            (false, false) if first.is_small() && second.is_small() => match separator {
                Separator::Hyphen if self.has_month => between(Separator::Range),
                Separator::Slash if self.has_month => between(Separator::Slash),
                _ => {
                    let (day, month) = self.in_order(first, second, separator);
                    Ok(vec![self.date(None, Some(month), Some(day))])
                }
            },
            _ => Err(no_form()),
        }
    }

    /// `2024-07-03`, `03.07.2024`, `04/15/03`, `3.VII.2024`.
    fn triple(&mut self, [first, second, third]: [&Number; 3], separator: Separator) -> Items {
        if first.is_year() && second.is_small() && third.is_small() {
            return or_months_and_days_swapped(self.date(Some(first), Some(second), Some(third)));
        }
        if !first.is_small() || !second.is_small() {
            return Err(no_form());
        }
        if second.form == Form::Roman {
            let year = if third.is_year() { Some(third) } else { None };
            return Ok(vec![self.date(year, Some(second), Some(first))]);
        }
        if third.is_year() {
            let (day, month) = self.in_order(first, second, separator);
            return Ok(vec![self.date(Some(third), Some(month), Some(day))]);
        }
        if self.has_month && matches!(separator, Separator::Slash | Separator::Hyphen) {
            let number = |number: &Number| Item::Piece(Piece::Number(number.clone()));
            let comma = Item::Piece(Piece::Separator(Separator::Comma));
            return Ok(vec![number(first), comma.clone(), number(second), comma, number(third)]);
        }
        let is_year_first = first.value().is_some_and(|value| value > 31);
        let (year, month, day) = if is_year_first {
            (first, second, third)
        } else {
            let (day, month) = self.in_order(first, second, separator);
            (third, month, day)
        };
        if year.text.len() != 2 {
            return Err(no_form());
        }
        let Some(short) = year.value() else { return Err(no_form()) };
        let year = self.long_year(short);
        Ok(vec![match self.date(None, Some(month), Some(day)) {
            Item::Date(parts) => Item::Date(Parts { year: Some(year), ..parts }),
            Item::Piece(piece) => Item::Piece(piece),
        }])
    }

    fn in_order<'n>(
        &mut self,
        first: &'n Number,
        second: &'n Number,
        separator: Separator,
    ) -> (&'n Number, &'n Number) {
        // Where one is 00 or cannot be read, the other is the month: a date without a day says more than one
        // without a month.
        let is_unknown = |number: &Number| number.text.contains('?') || number.is_blank();
        match (is_unknown(first), is_unknown(second)) {
            (true, false) => return (first, second),
            (false, true) => return (second, first),
            (true, true) | (false, false) => {}
        }
        if first.text != second.text {
            let here = if separator == Separator::Point { Mattered::AtPoints } else { Mattered::Elsewhere };
            self.mattered = self.mattered.max(here);
        }
        if self.day_first { (first, second) } else { (second, first) }
    }

    /// The year that two digits mean.
    pub fn long_year(&mut self, short: i16) -> i16 {
        self.remarks.insert(Remark::TwoDigitYear);
        let first = self.how.first_short_year;
        first + (short - first).rem_euclid(100)
    }

    /// A date of these numbers. What is 00 or cannot be read is not known, nor is what is finer.
    fn date(&mut self, year: Option<&Number>, month: Option<&Number>, day: Option<&Number>) -> Item {
        let has_unread = [year, month, day].into_iter().flatten().any(|number| number.text.contains('?'));
        if has_unread {
            self.remarks.insert(Remark::Unclear);
        }
        if let Some(year) = year.filter(|year| year.value().is_none()) {
            return Item::Piece(Piece::Number(year.clone()));
        }
        let known =
            |number: Option<&Number>| number.filter(|number| !number.is_blank()).and_then(Number::value);
        let (year, month) = (year.and_then(Number::value), known(month));
        let day = known(day).filter(|_| month.is_some());
        Item::Date(Parts { year, month, day })
    }
}

/// A date with the year first, if it exists; else refused with month and day in the other order, if that one
/// does.
fn or_months_and_days_swapped(item: Item) -> Items {
    if let Item::Date(parts) = &item
        && let Err(why) = date_of(*parts)
    {
        let swapped = Parts { year: parts.year, month: parts.day, day: parts.month };
        return Err(Refused { why, readings: date_of(swapped).into_iter().collect() });
    }
    Ok(vec![item])
}

/// The years that have days in the calendar.
pub const YEARS: std::ops::RangeInclusive<i16> = -9999..=9999;

/// The day, month or year; `NoYear` without one.
pub fn date_of(parts: Parts) -> Result<PartialDate, WhyRefused> {
    let year = parts.year.ok_or(WhyRefused::NoYear)?;
    if !YEARS.contains(&year) {
        return Err(WhyRefused::NoDate(NoDate::Form));
    }
    let Some(month) = parts.month else { return Ok(PartialDate::Year(year)) };
    let month = i8::try_from(month)
        .ok()
        .filter(|month| (1..=12).contains(month))
        .ok_or_else(|| WhyRefused::NoDate(NoDate::Month(i8::try_from(month).unwrap_or(i8::MAX))))?;
    let Some(day) = parts.day else { return Ok(PartialDate::Month(year, month)) };
    let first = PartialDate::Month(year, month);
    let date = i8::try_from(day).ok().and_then(|day| jiff::civil::Date::new(year, month, day).ok());
    date.map(PartialDate::Day)
        .ok_or_else(|| WhyRefused::NoDate(NoDate::Day { year, month, days: first.last_day().day() }))
}

/// The numbers that begin here and hang together, what is between them, and how many pieces they are.
fn chain(pieces: &[Placed], has_month: bool) -> (Vec<&Number>, Vec<Separator>, usize) {
    let mut numbers = Vec::new();
    let mut separators = Vec::new();
    let mut at = 0;
    while let Some(Placed { piece: Piece::Number(number), .. }) = pieces.get(at) {
        numbers.push(number);
        at += 1;
        let mut next = at;
        // The point behind `03.` in `03.–05.07.2024` belongs to the number.
        let point = pieces.get(next).filter(|one| one.piece == Piece::Separator(Separator::Point));
        if point.is_some() && !matches!(pieces.get(next + 1), Some(Placed { piece: Piece::Number(_), .. })) {
            next += 1;
        }
        let Some(Placed { piece: Piece::Separator(separator), glued }) = pieces.get(next) else { break };
        let is_joint = matches!(separator, Separator::Hyphen | Separator::Slash | Separator::Point);
        let after = pieces.get(next + 1).filter(|after| matches!(after.piece, Piece::Number(_)));
        let is_tight = *glued && after.is_some_and(|after| after.glued);
        // `3. 7. 2024` and `3 / 7 / 2024` where no month is named.
        let is_loose = !has_month && matches!(separator, Separator::Slash | Separator::Point);
        if !is_joint || after.is_none() || !(is_tight || is_loose) {
            break;
        }
        separators.push(*separator);
        at = next + 1;
    }
    (numbers, separators, at)
}

type Run<'a, 'n> = (&'a [&'n Number], &'a [Separator]);

fn split<'a, 'n>(numbers: &'a [&'n Number], separators: &'a [Separator], at: Separator) -> Vec<Run<'a, 'n>> {
    let mut runs = Vec::new();
    let mut from = 0;
    for (place, separator) in separators.iter().enumerate() {
        if *separator == at {
            runs.push((&numbers[from..=place], &separators[from..place]));
            from = place + 1;
        }
    }
    runs.push((&numbers[from..], &separators[from..]));
    runs
}

/// Not written as a date.
#[must_use]
pub fn no_form() -> Refused {
    Refused { why: WhyRefused::NoDate(NoDate::Form), readings: Vec::new() }
}
