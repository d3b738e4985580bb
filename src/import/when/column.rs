//! A whole column of dates: whether it is one, which of two numbers is the day, whether it counts days.

use super::number::serial;
use super::{How, Order, read, word};
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
