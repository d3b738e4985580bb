//! Tables whose columns are places or years, with dates in the cells, or times with places in the cells: each
//! filled cell becomes a row.

use super::around::whither;
use super::heading::{self, Sure};
use super::sheet::{Full, Growing, Room, Sheet};
use super::venue;
use super::when::column::is_date;
use super::word;
use crate::gazetteer::candidates::one_city;

/// What such columns are headed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Country,
    Place,
    /// A year, with days in the cells.
    Year,
    /// A year, a month or a day, with places in the cells.
    Time,
}

/// A column with dates or places in its cells.
struct Wide<'a> {
    column: usize,
    sort: Sort,
    /// The place or the time.
    says: &'a str,
}

/// The table with a row for each date or place; `None` if it is not made so.
#[must_use]
pub fn long(sheet: &Sheet, room: Room) -> Option<Sheet> {
    // The cells are looked at first: few columns hold dates, and places are looked for in large tables.
    let of_dates = (0..sheet.width()).filter(|column| holds_dates(sheet, *column));
    let headed = of_dates.filter_map(|column| {
        let (sort, says) = headed_by(sheet.headings[column].trim())?;
        Some(Wide { column, sort, says })
    });
    let mut wide: Vec<Wide<'_>> = headed.collect();
    if wide.len() < 2 {
        wide = of_times(sheet);
    }
    let are = |sort: Sort| wide.iter().any(|one| one.sort == sort);
    let are_times = are(Sort::Year) || are(Sort::Time);
    if wide.len() < 2 || (are_times && wide.iter().any(|one| one.sort != wide[0].sort)) {
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

/// The columns that years, months or days head, with places in their cells.
fn of_times(sheet: &Sheet) -> Vec<Wide<'_>> {
    let headed = (0..sheet.width()).filter(|column| is_time(sheet.headings[*column].trim()));
    let headed: Vec<usize> = headed.collect();
    let of_places = |column: &usize| holds_places(sheet, *column);
    if headed.len() < 2 || !headed.iter().any(of_places) {
        return Vec::new();
    }
    // A month in which nobody went anywhere is one all the same.
    let is_of_places = |column: &usize| of_places(column) || is_blank(sheet, *column);
    let headed = headed.into_iter().filter(is_of_places);
    headed.map(|column| Wide { column, sort: Sort::Time, says: sheet.headings[column].trim() }).collect()
}

/// Whether a heading is a year, or a month or day of a year.
fn is_time(heading: &str) -> bool {
    is_year(heading) || (heading.chars().any(char::is_numeric) && is_date(heading))
}

fn is_year(heading: &str) -> bool {
    heading.len() == 4 && heading.parse::<u16>().is_ok_and(|year| (1800..2100).contains(&year))
}

/// What a heading says if it is a place or a year: `2019`, `Norway`, `Berlin`, `Visit to Berlin`.
fn headed_by(heading: &str) -> Option<(Sort, &str)> {
    let place = whither(heading).unwrap_or(heading);
    if is_year(place) {
        return Some((Sort::Year, place));
    }
    if heading.is_empty() || heading::is_known(heading) {
        return None;
    }
    if venue::country(place).is_some() {
        return Some((Sort::Country, place));
    }
    one_city(place, None).is_some().then_some((Sort::Place, place))
}

/// Rows that are looked at.
const ROWS: usize = 200;

/// The cells of a column that are looked at, as far as they say something.
fn filled(sheet: &Sheet, column: usize) -> impl Iterator<Item = &str> {
    let cells = (0..sheet.len().min(ROWS)).map(move |row| sheet.cell(row, column).trim());
    cells.filter(|cell| !is_empty(cell))
}

/// Whether the cells of a column are dates, and not numbers of meetings.
fn holds_dates(sheet: &Sheet, column: usize) -> bool {
    let mut filled = filled(sheet, column).peekable();
    let is_day = |cell: &str| is_date(cell) && cell.parse::<f64>().is_err();
    filled.peek().is_some() && filled.all(|cell| parts(cell).all(is_day))
}

/// Whether most of the cells of a column are places.
fn holds_places(sheet: &Sheet, column: usize) -> bool {
    let is_place = |part: &str| venue::country_of_cell(part).is_some() || one_city(part, None).is_some();
    let (mut all, mut places) = (0, 0);
    for part in filled(sheet, column).flat_map(places_of) {
        all += 1;
        places += usize::from(is_place(part));
    }
    places * 10 >= all * 7 && all > 0
}

fn is_blank(sheet: &Sheet, column: usize) -> bool {
    (0..sheet.len()).all(|row| is_empty(sheet.cell(row, column).trim()))
}

fn is_empty(cell: &str) -> bool {
    cell.is_empty() || word::is_nothing(cell) || word::is_sign(cell)
}

/// The dates of a cell.
fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([';', '\n', '；']).map(str::trim).filter(|part| !part.is_empty())
}

/// The places of a cell, of which each is a journey of its own: all but those behind commas, which may be
/// areas and states.
fn places_of(cell: &str) -> impl Iterator<Item = &str> {
    let has_known_commas =
        cell.contains(',') && cell.split(',').all(|part| one_city(part.trim(), None).is_some());
    let is_sign =
        move |sign: char| matches!(sign, ';' | '\n' | '；' | '|') || (has_known_commas && sign == ',');
    cell.split(is_sign).map(str::trim).filter(|part| !part.is_empty())
}

fn with_rows(sheet: &Sheet, wide: &[Wide<'_>], others: &[usize], room: Room) -> Result<Sheet, Full> {
    let mut grid = Growing::new(room);
    for (row, in_file) in sheet.rows().enumerate() {
        // What the heading says, and what the cell.
        let mut said: Vec<(&str, &str)> = Vec::new();
        for Wide { column, sort, says } in wide {
            let cell = sheet.cell(row, *column).trim();
            match sort {
                _ if is_empty(cell) => {}
                Sort::Time => said.extend(places_of(cell).map(|place| (*says, place))),
                Sort::Country | Sort::Place | Sort::Year => {
                    said.extend(parts(cell).map(|date| (*says, date)));
                }
            }
        }
        if said.is_empty() {
            // It is a row all the same.
            said.push(("", ""));
        }
        for (of_heading, of_cell) in said {
            for column in others {
                grid.cell(sheet.cell(row, *column))?;
            }
            grid.cell(of_heading)?;
            grid.cell(of_cell)?;
            grid.as_is(in_file);
            grid.end_row(in_file.line());
        }
    }
    let grid = grid.finish();
    let are = |sort: Sort| wide.iter().any(|one| one.sort == sort);
    let made = if are(Sort::Time) {
        ["Date", "Place"]
    } else if are(Sort::Year) {
        ["Year", "Date"]
    } else if are(Sort::Place) {
        ["Place", "Date"]
    } else {
        ["Country", "Date"]
    };
    let own = others.iter().map(|column| sheet.headings[*column].clone());
    let headings: Vec<String> = own.chain(made.map(str::to_owned)).collect();
    Ok(Sheet { heads: sheet.heads, spread: wide.len(), ..sheet.made_anew(headings, grid) })
}
