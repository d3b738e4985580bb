//! Tables whose columns are places or years, with dates in the cells: each date becomes a row with its place
//! or year.

use super::around::whither;
use super::heading::{self, Sure};
use super::sheet::{Full, Growing, Room, Sheet};
use super::venue;
use super::when::column::is_date;
use super::word;
use crate::gazetteer::candidates::city;

/// What such columns are headed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Country,
    Place,
    Year,
}

/// A column with dates in its cells.
struct Wide<'a> {
    column: usize,
    sort: Sort,
    /// The place or the year.
    says: &'a str,
}

/// The table with a row for each date; `None` if it is not made so.
#[must_use]
pub fn long(sheet: &Sheet, room: Room) -> Option<Sheet> {
    // The cells are looked at first: few columns hold dates, and places are looked for in large tables.
    let of_dates = (0..sheet.width()).filter(|column| holds_dates(sheet, *column));
    let headed = of_dates.filter_map(|column| {
        let (sort, says) = headed_by(sheet.headings[column].trim())?;
        Some(Wide { column, sort, says })
    });
    let wide: Vec<Wide<'_>> = headed.collect();
    let are_years = wide.iter().any(|one| one.sort == Sort::Year);
    if wide.len() < 2 || wide.iter().any(|one| (one.sort == Sort::Year) != are_years) {
        return None;
    }
    let says_when = |heading: &String| {
        let found = heading::heading(heading).filter(|found| found.sure < Sure::Part);
        found.is_some_and(|found| ["start", "end", "departure", "year"].contains(&found.field))
    };
    let others: Vec<usize> =
        (0..sheet.width()).filter(|column| wide.iter().all(|one| one.column != *column)).collect();
    if others.iter().any(|column| says_when(&sheet.headings[*column])) {
        return None;
    }
    with_rows(sheet, &wide, &others, room).ok()
}

/// What a heading says if it is a place or a year: `2019`, `Norway`, `Berlin`, `Visit to Berlin`.
fn headed_by(heading: &str) -> Option<(Sort, &str)> {
    let place = whither(heading).unwrap_or(heading);
    if place.len() == 4 && place.parse::<u16>().is_ok_and(|year| (1800..2100).contains(&year)) {
        return Some((Sort::Year, place));
    }
    if heading.is_empty() || heading::is_known(heading) {
        return None;
    }
    if venue::country(place).is_some() {
        return Some((Sort::Country, place));
    }
    city(place, None).is_ok().then_some((Sort::Place, place))
}

/// Whether the cells of a column are dates, and not numbers of meetings.
fn holds_dates(sheet: &Sheet, column: usize) -> bool {
    /// Rows that are looked at.
    const ROWS: usize = 200;
    let cells = (0..sheet.len().min(ROWS)).map(|row| sheet.cell(row, column).trim());
    let mut filled = cells.filter(|cell| !is_empty(cell)).peekable();
    let is_day = |cell: &str| is_date(cell) && cell.parse::<f64>().is_err();
    filled.peek().is_some() && filled.all(|cell| parts(cell).all(is_day))
}

fn is_empty(cell: &str) -> bool {
    cell.is_empty() || word::is_nothing(cell) || word::is_sign(cell)
}

/// The dates of a cell.
fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([';', '\n', '；']).map(str::trim).filter(|part| !part.is_empty())
}

fn with_rows(sheet: &Sheet, wide: &[Wide<'_>], others: &[usize], room: Room) -> Result<Sheet, Full> {
    let mut grid = Growing::new(room);
    for (row, in_file) in sheet.rows().enumerate() {
        let dates = wide.iter().filter(|one| !is_empty(sheet.cell(row, one.column).trim()));
        let dates = dates.flat_map(|one| parts(sheet.cell(row, one.column)).map(|date| (one.says, date)));
        let mut dates: Vec<(&str, &str)> = dates.collect();
        if dates.is_empty() {
            // It is a row all the same.
            dates.push(("", ""));
        }
        for (says, date) in dates {
            for column in others {
                grid.cell(sheet.cell(row, *column))?;
            }
            grid.cell(says)?;
            grid.cell(date)?;
            if let Some(fault) = in_file.fault() {
                grid.fault(fault);
            }
            grid.end_row(in_file.line());
        }
    }
    let grid = grid.finish();
    let heading = if wide.iter().all(|one| one.sort == Sort::Country) {
        "Country"
    } else if wide.iter().any(|one| one.sort == Sort::Year) {
        "Year"
    } else {
        "Place"
    };
    let own = others.iter().map(|column| sheet.headings[*column].clone());
    let headings: Vec<String> = own.chain([heading, "Date"].map(str::to_owned)).collect();
    Ok(Sheet { heads: sheet.heads, spread: wide.len(), ..sheet.made_anew(headings, grid) })
}
