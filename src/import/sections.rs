//! Rows between the rows of a table that tell of no meeting: years and months that head what follows, the
//! headings once more, sums, and the beginning of another table.

use super::field::{Field, key};
use super::heading;
use super::mapping::{Mapping, RowIs};
use super::remark::Aside;
use super::sheet::{Row, Sheet};
use super::when::{self, How, calendar};
use super::word;
use crate::gazetteer::fold::fold;
use crate::meeting::date::{Dates, PartialDate};
use std::collections::{BTreeMap, HashMap};

/// The rows of a table that tell of no meeting, and the years that they and the column of years give to
/// others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sections {
    /// By the row from which on it holds; none where a table begins whose name says no year.
    years: BTreeMap<usize, Option<i16>>,
    /// `None` for a row of signs only, such as the line below the headings of a table in Markdown: there is
    /// nothing to say of it.
    aside: BTreeMap<usize, Option<Aside>>,
    /// The row with which another table begins.
    other_table: Option<usize>,
}

impl Sections {
    /// Those of a table. One that Summitry wrote, and one of reports, have none.
    #[must_use]
    pub fn of(sheet: &Sheet, mapping: &Mapping) -> Self {
        if mapping.is_complete || mapping.row_is == RowIs::Report {
            return Self::default();
        }
        let mut sections = Self { years: sheet.years.clone(), ..Self::default() };
        let keys: Vec<String> = sheet.headings.iter().map(|heading| key(heading)).collect();
        let mut headings = Headings { keys, known: HashMap::new() };
        for (number, row) in sheet.rows().enumerate() {
            let Some(found) = aside(sheet, row, &mut headings) else { continue };
            if let Some(year) = found.year {
                sections.years.insert(number, Some(year));
            }
            if found.is == Some(Aside::OtherTable) {
                if !begins_table(sheet, number) {
                    continue;
                }
                sections.other_table = Some(number);
                break;
            }
            sections.aside.insert(number, found.is);
        }
        sections.fill_years(sheet, mapping);
        sections
    }

    /// A column of years that are written once for all rows below: the first row has one, and some other has
    /// none.
    fn fill_years(&mut self, sheet: &Sheet, mapping: &Mapping) {
        let Some(column) = mapping.columns_of(Field::Year).next() else { return };
        let year = |row: usize| calendar::year(sheet.cell(row, column).trim());
        if (0..sheet.len()).all(|row| year(row).is_some()) {
            return;
        }
        self.years.extend((0..sheet.len()).filter_map(|row| Some((row, Some(year(row)?)))));
    }

    /// The year of a row that has none of its own.
    #[must_use]
    pub fn year(&self, row: usize) -> Option<i16> {
        self.years.range(..=row).next_back().and_then(|(_, year)| *year)
    }

    /// What a row is if it tells of no meeting; `Some(None)` for a row of signs only, of which there is
    /// nothing to say.
    #[must_use]
    pub fn aside(&self, row: usize) -> Option<Option<Aside>> {
        let is_other = self.other_table.is_some_and(|first| row >= first);
        if is_other { Some(Some(Aside::OtherTable)) } else { self.aside.get(&row).copied() }
    }
}

/// What the headings of a table are, and of which of its cells it was asked whether they could be headings.
struct Headings {
    keys: Vec<String>,
    known: HashMap<String, bool>,
}

impl Headings {
    fn is_known(&mut self, cell: &str) -> bool {
        /// Cells that are remembered.
        const MOST: usize = 10_000;
        if let Some(known) = self.known.get(cell) {
            return *known;
        }
        let is_known = heading::is_known(cell);
        if self.known.len() < MOST {
            self.known.insert(cell.to_owned(), is_known);
        }
        is_known
    }
}

struct Found {
    is: Option<Aside>,
    year: Option<i16>,
}

fn aside(sheet: &Sheet, row: Row<'_>, headings: &mut Headings) -> Option<Found> {
    let keys = &headings.keys;
    let cells = || sheet.places.iter().map(|place| row.cell(*place).trim());
    let mut filled = cells().enumerate().filter(|(_, cell)| !cell.is_empty());
    let (place, first) = filled.next()?;
    let found = |is| Some(Found { is, year: None });
    if !first.chars().any(char::is_alphanumeric) {
        let is_line =
            |cell: &str| cell.len() >= 3 && cell.chars().all(|sign| matches!(sign, '-' | ':' | '=' | '_'));
        return if is_line(first) && filled.all(|(_, cell)| is_line(cell)) { found(None) } else { None };
    }
    let others = filled.clone().count();
    // It may reach over all columns.
    let is_alone = filled.clone().all(|(_, cell)| cell == first);
    if is_alone && word::is_sum(first) {
        return found(Some(Aside::Sum));
    }
    let year = || (keys.len() > 1).then(|| year_alone(first)).flatten();
    if is_alone && let Some(year) = year() {
        return Some(Found { is: Some(Aside::Year), year: Some(year) });
    }
    if others == 0 {
        return None;
    }
    if key(first) == keys[place] && filled.clone().all(|(place, cell)| key(cell) == keys[place]) {
        return found(Some(Aside::Headings));
    }
    if first.len() <= LONGEST_SUM && filled.clone().all(|(_, cell)| is_number(cell)) && word::is_sum(first) {
        return found(Some(Aside::Sum));
    }
    let may_head =
        |cell: &str| cell.len() <= LONGEST_HEADING && !cell.bytes().any(|byte| byte.is_ascii_digit());
    let may_be = others > 1 && may_head(first) && filled.clone().all(|(_, cell)| may_head(cell));
    let are_headings = may_be && headings.is_known(first) && filled.all(|(_, cell)| headings.is_known(cell));
    if are_headings { found(Some(Aside::OtherTable)) } else { None }
}

/// Whether a row of words that head columns begins another table: one of them heads dates, and the next row
/// has one there.
fn begins_table(sheet: &Sheet, row: usize) -> bool {
    let is_of_dates = |text: &str| {
        heading::heading(text)
            .is_some_and(|found| ["start", "end", "departure", "year"].contains(&found.field))
    };
    let has_date = |place: usize| {
        let below = sheet.cell(row + 1, place).trim();
        below.bytes().any(|byte| byte.is_ascii_digit()) && when::read(below, &How::default()).is_ok()
    };
    let mut places = (0..sheet.headings.len()).filter(|place| is_of_dates(sheet.cell(row, *place).trim()));
    row > 0 && row + 1 < sheet.len() && places.any(has_date)
}

/// The year of a cell that holds a year or a month and nothing else: `2021`, `Year 2021`, `March 2021`,
/// `2021年`.
fn year_alone(cell: &str) -> Option<i16> {
    /// Letters of the longest such cell.
    const LONGEST: usize = 20;
    /// Words for a year that may stand beside it.
    const YEARS: [&str; 12] =
        ["year", "annee", "an", "jahr", "ano", "anno", "год", "года", "рік", "року", "yil", "سنة"];
    if cell.chars().nth(LONGEST).is_some() {
        return None;
    }
    let is_year = |year: &i16| calendar::is_year(f64::from(*year));
    if let Some(year) = calendar::year(cell) {
        return Some(year).filter(is_year);
    }
    if !cell.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let folded = fold(cell);
    let words: Vec<&str> = folded.split(' ').filter(|word| !YEARS.contains(word)).collect();
    if let [year] = words[..]
        && year.len() == 4
        && let Ok(year) = year.parse::<i16>()
    {
        return Some(year).filter(is_year);
    }
    let whole = when::read(cell, &How::default()).ok()?.whole();
    match whole {
        Dates { start: Some(PartialDate::Month(year, _)), end } if end.is_none() || end == whole.start => {
            Some(year)
        }
        _ => None,
    }
}

/// Bytes of the longest heading that begins another table.
const LONGEST_HEADING: usize = 60;

/// Bytes of the longest cell that begins a sum.
const LONGEST_SUM: usize = 40;

fn is_number(cell: &str) -> bool {
    // A formula that nobody worked out is one too.
    cell.starts_with('=')
        || cell.bytes().any(|byte| byte.is_ascii_digit())
            && cell
                .chars()
                .all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ' ' | '%' | '\u{a0}'))
}
