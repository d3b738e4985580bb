//! A whole column of dates: whether it is one, which of two numbers is the day, whether it counts days.

use super::lex::digit;
use super::number::serial;
use super::{Calendar, How, Order, hijra, read, word};
use crate::gazetteer::fold::fold;
use crate::import::problem::{WhyRefused, excerpt};

/// What the cells of a column say about the order of day and month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// No cell has two numbers that could change places.
    None,
    /// One order, by a cell that has no meaning in the other.
    Decided(Order, Evidence),
    /// Some cells can mean two days, and none decides.
    Either(Evidence),
    /// Some cells have a meaning in one order only, and some in the other only.
    Both {
        /// Cells that have a meaning with the day first only.
        day_first: Evidence,
        /// Cells that have one with the month first only.
        month_first: Evidence,
        /// Cells that can mean two days.
        either: Evidence,
    },
}

impl Verdict {
    /// The order to read the column in.
    #[must_use]
    pub fn order(&self) -> Order {
        match self {
            Self::Decided(order, _) => *order,
            Self::None | Self::Either(_) | Self::Both { .. } => Order::Undecided,
        }
    }
}

/// Cells that show something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// How many.
    pub cells: usize,
    /// The first of them, cut.
    pub example: String,
}

impl Evidence {
    fn add(&mut self, cell: &str) {
        if self.cells == 0 {
            self.example = excerpt(cell);
        }
        self.cells += 1;
    }
}

/// Whether the day or the month stands first in a column.
pub fn order_of<'a>(cells: impl Iterator<Item = &'a str>) -> Verdict {
    let [mut day_first, mut month_first, mut either] =
        [const { Evidence { cells: 0, example: String::new() } }; 3];
    // Any leap year serves dates without a year.
    let how = |order| How { order, year: Some(2000), ..How::default() };
    for cell in cells.filter(|cell| may_have_order(cell)) {
        match read(cell, &how(Order::Undecided)) {
            Err(refused) if refused.why == WhyRefused::TwoDays => either.add(cell),
            Err(_) => {}
            Ok(_) => {
                let reads = [Order::DayFirst, Order::MonthFirst].map(|order| read(cell, &how(order)));
                match reads {
                    [Ok(_), Err(_)] => day_first.add(cell),
                    [Err(_), Ok(_)] => month_first.add(cell),
                    [Ok(_), Ok(_)] | [Err(_), Err(_)] => {}
                }
            }
        }
    }
    match (day_first.cells, month_first.cells, either.cells) {
        (0, 0, 0) => Verdict::None,
        (0, 0, _) => Verdict::Either(either),
        (_, 0, _) => Verdict::Decided(Order::DayFirst, day_first),
        (0, _, _) => Verdict::Decided(Order::MonthFirst, month_first),
        _ => Verdict::Both { day_first, month_first, either },
    }
}

/// Whether a cell has two short numbers with a sign between them.
fn may_have_order(cell: &str) -> bool {
    let numbers = cell.split(|letter: char| !letter.is_numeric()).filter(|number| !number.is_empty());
    numbers.filter(|number| number.chars().nth(2).is_none()).count() >= 2
}

/// Whether every filled cell of a column may count days, and some cell is filled.
pub fn are_serials<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let mut filled =
        cells.map(str::trim).filter(|cell| !cell.is_empty() && !word::is_undated(cell)).peekable();
    filled.peek().is_some() && filled.all(|cell| serial(cell).is_some())
}

/// Whether all years of a column can be counted from the Hijra, in this century or the last one; and which
/// calendar their digits speak for, if they are no European ones.
#[must_use]
pub fn years_of_hijra<'a>(cells: impl Iterator<Item = &'a str>) -> Option<Option<Calendar>> {
    /// From 1883 by the moon and from 1921 by the sun on.
    const YEARS: std::ops::RangeInclusive<u16> = 1300..=1470;
    let (mut has_year, mut script) = (false, None);
    for cell in cells {
        for number in cell.split(|letter| digit(letter).is_none()) {
            let digits: String = number.chars().filter_map(digit).collect();
            if digits.len() != 4 && digits.len() != 8 {
                continue;
            }
            if !digits[..4].parse().is_ok_and(|year: u16| YEARS.contains(&year)) {
                return None;
            }
            has_year = true;
            let by_word = || hijra::read(cell, Calendar::Todays).map(|(_, calendar)| calendar);
            script = match number.chars().next() {
                Some('\u{6f0}'..='\u{6f9}') => Some(Calendar::SolarHijri),
                Some('\u{660}'..='\u{669}') => Some(Calendar::Hijri),
                Some(_) | None => script.or_else(by_word),
            };
        }
    }
    has_year.then_some(script)
}

/// The calendar that one of some headings names.
#[must_use]
pub fn calendar_said(headings: &[&str]) -> Option<Calendar> {
    const BY_SUN: [&str; 8] =
        ["shamsi", "jalali", "solar", "persian", "iranian", "afghan", "شمسی", "خورشیدی"];
    const BY_MOON: [&str; 9] =
        ["hijri", "hijra", "ah", "islamic", "lunar", "qamari", "هجري", "هجرية", "قمری"];
    let words: Vec<String> = headings.iter().flat_map(|heading| words_of(heading)).collect();
    let has = |names: &[&str]| words.iter().any(|word| names.iter().any(|name| fold(name) == *word));
    if has(&BY_SUN) { Some(Calendar::SolarHijri) } else { has(&BY_MOON).then_some(Calendar::Hijri) }
}

fn words_of(heading: &str) -> Vec<String> {
    let spaced = heading.replace('_', " ");
    fold(&spaced).split(' ').map(str::to_owned).collect()
}

/// The calendar that the letters of headings speak for: those of Persian, or of Arabic without them.
#[must_use]
pub fn calendar_by_script(headings: &[String]) -> Option<Calendar> {
    let letters = || headings.iter().flat_map(|heading| heading.chars());
    if letters().any(|letter| matches!(letter, 'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی')) {
        return Some(Calendar::SolarHijri);
    }
    letters().any(|letter| matches!(letter, '\u{621}'..='\u{64a}')).then_some(Calendar::Hijri)
}

/// Whether a cell is a date, also if it can mean two days or lacks a year. Degrees and fractions are none,
/// nor are names such as May.
#[must_use]
pub fn is_date(cell: &str) -> bool {
    let has_letter = cell.chars().any(char::is_alphabetic);
    if cell.parse::<f64>().is_ok_and(|_| cell.contains('.')) || !cell.chars().any(char::is_numeric) {
        return false;
    }
    let year = has_letter.then_some(2000);
    match read(cell, &How { year, ..How::default() }) {
        Ok(reading) => !reading.spans.is_empty(),
        Err(refused) => match refused.why {
            WhyRefused::TwoDays | WhyRefused::Backwards => true,
            WhyRefused::NoDate(_) => !refused.readings.is_empty(),
            WhyRefused::NoYear | WhyRefused::SerialNumber => false,
        },
    }
}
