//! Which row of a table holds its headings, and which rows around it are titles and notes.

use super::gdelt;
use super::refused::FileRefused;
use super::stated::{HeadingRow, Stated};
use crate::import::csv::record::Fault;
use crate::import::field::{Field, key};
use crate::import::sheet::{CountedBy, Grid, MOST_COLUMNS, Row, RowFault, Sheet};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How many rows may stand above the headings.
const MOST_ABOVE: usize = 30;
/// How many rows below a row are compared with it.
const SAMPLE: usize = 60;

/// Makes a sheet of a grid.
pub fn sheet(name: String, count: CountedBy, grid: Grid, stated: &Stated<'_>) -> Result<Sheet, FileRefused> {
    check_first_row(&grid)?;
    let found = match stated.headings {
        Some(HeadingRow::None) => Found::made(&grid, 0),
        Some(HeadingRow::Line(line)) => match grid.rows().position(|row| row.line() >= line) {
            Some(row) => Found::at(row),
            None => Found::made(&grid, 0),
        },
        None => find(&grid, stated.known),
    };
    let first = found.row.map_or(found.body, |row| row + 1);
    let end = if found.names.is_some() { grid.len() } else { end_of_body(&grid, first) };
    let body = first.min(end)..end;
    let titles = found.row.unwrap_or(found.body);
    let before = (0..titles).map(|row| grid.row(row).as_text()).collect();
    let after = (end..grid.len()).map(|row| grid.row(row).as_text()).collect();
    if let Some(RowFault::TooManyCells(cells)) = found.row.and_then(|row| grid.row(row).fault()) {
        return Err(FileRefused::TooManyColumns(cells));
    }
    let places = places(&grid, found.row, body.clone());
    let headings: Vec<String> = match (&found.names, found.row) {
        (Some(names), _) => {
            places.iter().map(|place| names.get(*place).cloned().unwrap_or_else(|| made(*place))).collect()
        }
        (None, Some(row)) => places.iter().map(|place| heading(grid.row(row).cell(*place), *place)).collect(),
        (None, None) => places.iter().map(|place| made(*place)).collect(),
    };
    let heading_line = found.row.map(|row| grid.row(row).line());
    // What Summitry wrote means what it says.
    let is_own = headings.iter().any(|heading| key(heading) == key(Field::Precision.name()));
    let grid = if is_own { grid } else { grid.without_note_signs(body.start) };
    let years = BTreeMap::new();
    Ok(Sheet {
        name,
        count,
        headings,
        heading_line,
        before,
        after,
        places,
        body,
        grid,
        years,
        heads: 0,
        spread: 0,
    })
}

/// Refuses a table whose first row is too wide to be one, or too long and all there is.
fn check_first_row(grid: &Grid) -> Result<(), FileRefused> {
    match grid.rows().next().and_then(Row::fault) {
        Some(RowFault::TooManyCells(cells)) => Err(FileRefused::TooManyColumns(cells)),
        Some(RowFault::Form(Fault::TooLong)) if grid.len() == 1 => Err(FileRefused::LineTooLong),
        Some(RowFault::Form(_) | RowFault::NotJson) | None => Ok(()),
    }
}

/// A sheet whose headings are known, and whose grid has no other rows than those of the table.
#[must_use]
pub fn with_headings(name: String, names: &[String], grid: Grid) -> Sheet {
    let body = 0..grid.len();
    let mut places = places(&grid, None, body.clone());
    places.retain(|place| *place < names.len());
    let headings = places.iter().map(|place| names[*place].clone()).collect();
    let (before, after) = (Vec::new(), Vec::new());
    Sheet {
        name,
        count: CountedBy::Records,
        headings,
        heading_line: None,
        before,
        after,
        places,
        body,
        grid,
        years: BTreeMap::new(),
        heads: 0,
        spread: 0,
    }
}

/// The name of a column that has none.
fn made(place: usize) -> String {
    format!("Column {}", place + 1)
}

/// Whether a heading is the name of a column that has none.
#[must_use]
pub fn is_made(heading: &str) -> bool {
    heading.strip_prefix("Column ").is_some_and(|number| number.parse::<usize>().is_ok())
}

/// A heading in one line; a wrapped one is joined.
fn heading(cell: &str, place: usize) -> String {
    let words: Vec<&str> = cell.split_whitespace().collect();
    if words.is_empty() { made(place) } else { words.join(" ") }
}

/// What was found.
struct Found {
    /// The row of the headings.
    row: Option<usize>,
    /// Without one: the first row of the table.
    body: usize,
    /// Headings that a table without any is known to have.
    names: Option<Vec<String>>,
}

impl Found {
    const fn at(row: usize) -> Self {
        Self { row: Some(row), body: row, names: None }
    }

    fn made(grid: &Grid, body: usize) -> Self {
        let names = (body < grid.len()).then(|| gdelt::headings(grid.row(body))).flatten();
        Self { row: None, body, names }
    }
}

fn find(grid: &Grid, known: &dyn Fn(&str) -> bool) -> Found {
    if grid.is_empty() || gdelt::headings(grid.row(0)).is_some() {
        return Found::made(grid, 0);
    }
    let typical = typical_width(grid);
    let candidates = 0..grid.len().min(MOST_ABOVE);
    let is_wide = |row: Row<'_>| row.filled() * 4 >= typical * 3 && row.filled() >= typical.min(2);
    let first_wide = candidates.clone().find(|row| is_wide(grid.row(*row))).unwrap_or(0);
    // A row of headings that the program knows is one wherever it stands, as long as no wide row stands above
    // it.
    let names_enough = |row: Row<'_>| {
        let cells = row.cells().map(str::trim).filter(|cell| !cell.is_empty());
        let named = cells.filter(|cell| known(cell)).count();
        named >= 2 && named * 3 >= row.filled()
    };
    if let Some(row) =
        candidates.take_while(|row| *row <= first_wide + 2).find(|row| names_enough(grid.row(*row)))
    {
        return Found::at(lowest_headings(grid, row, known));
    }
    if is_data(grid, first_wide, known) { Found::made(grid, first_wide) } else { Found::at(first_wide) }
}

/// Of two rows of headings, the lower one: the upper one names groups of its columns.
fn lowest_headings(grid: &Grid, row: usize, known: &dyn Fn(&str) -> bool) -> usize {
    let named = |row: usize| {
        let cells = grid.row(row).cells().map(str::trim).filter(|cell| !cell.is_empty());
        cells.fold((0, 0), |(all, named), cell| (all + 1, named + usize::from(known(cell))))
    };
    let below = row + 1;
    if below + 1 >= grid.len() {
        return row;
    }
    let ((above, _), (all, known)) = (named(row), named(below));
    if all > above && all == known { below } else { row }
}

/// How many cells the rows have that hold something: the middle of all rows but those at the very start.
fn typical_width(grid: &Grid) -> usize {
    let skipped = (grid.len() / 4).min(MOST_ABOVE / 2);
    let mut widths: Vec<usize> = grid.rows().skip(skipped).take(SAMPLE).map(Row::filled).collect();
    widths.sort_unstable();
    widths.get(widths.len() / 2).copied().unwrap_or(0)
}

/// What a cell looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    /// Nothing.
    Empty,
    /// A number, a day or a time: figures and signs, perhaps with a month between them.
    Figures,
    /// An address of the web.
    Link,
    /// More than a heading has.
    Long,
    /// A few words.
    Words,
}

impl Look {
    fn of(cell: &str) -> Self {
        let cell = cell.trim();
        let digits = cell.bytes().filter(u8::is_ascii_digit).count();
        let letters = cell.chars().filter(|letter| letter.is_alphabetic()).count();
        if cell.is_empty() {
            Self::Empty
        } else if cell.starts_with("http://") || cell.starts_with("https://") || cell.starts_with("www.") {
            Self::Link
        } else if digits > 0
            && (letters == 0 || (digits >= 3 && letters <= 12 && !cell.starts_with(char::is_alphabetic)))
        {
            Self::Figures
        } else if cell.chars().count() > 80 {
            Self::Long
        } else {
            Self::Words
        }
    }
}

/// Whether the first full row is already data: it looks like the rows below it, or its cells come again
/// there.
fn is_data(grid: &Grid, row: usize, known: &dyn Fn(&str) -> bool) -> bool {
    let head = grid.row(row);
    let below: Vec<Row<'_>> = (row + 1..grid.len()).take(SAMPLE).map(|row| grid.row(row)).collect();
    let (mut is_data, mut is_heading) = (0, 0);
    let mut seen = BTreeSet::new();
    for place in 0..head.count().min(300) {
        let cell = head.cell(place).trim();
        let look = Look::of(cell);
        if look == Look::Empty {
            continue;
        }
        is_heading += 2 * usize::from(known(cell));
        is_data += usize::from(!seen.insert(cell.to_lowercase()) && look == Look::Words);
        let looks = below.iter().map(|row| Look::of(row.cell(place))).filter(|look| *look != Look::Empty);
        let (mut like, mut unlike, mut all) = (0, 0, 0);
        for other in looks {
            all += 1;
            like += usize::from(other == look);
            unlike += usize::from(matches!(other, Look::Figures | Look::Link | Look::Long));
        }
        let comes_again = below.iter().any(|row| row.cell(place).trim() == cell);
        match look {
            Look::Words => {
                is_heading += usize::from(all > 0 && unlike * 2 > all);
                is_data += usize::from(comes_again);
            }
            // Years head the columns of wide tables.
            Look::Figures if is_year(cell) && comes_next(head, place) => {}
            Look::Figures | Look::Link | Look::Long => {
                is_data += if below.is_empty() { 1 } else { 2 * usize::from(like * 2 > all) };
            }
            Look::Empty => {}
        }
    }
    is_data > is_heading
}

fn is_year(cell: &str) -> bool {
    cell.len() == 4 && cell.parse::<u32>().is_ok_and(|year| (1800..2200).contains(&year))
}

/// Whether the year beside a year is the one before or after it.
fn comes_next(row: Row<'_>, place: usize) -> bool {
    let year = |place: usize| row.cell(place).trim().parse::<i64>().ok();
    let here = year(place);
    let beside = [place.checked_sub(1).and_then(year), year(place + 1)];
    beside.into_iter().flatten().any(|other| here.is_some_and(|here| here.abs_diff(other) == 1))
}

/// Where the rows end and notes begin: at the bottom, single cells in a table of several columns.
fn end_of_body(grid: &Grid, first: usize) -> usize {
    /// How many notes there may be.
    const MOST_NOTES: usize = 40;
    let widths = (first..grid.len()).take(SAMPLE).map(|row| grid.row(row).filled());
    let mut widths: Vec<usize> = widths.collect();
    widths.sort_unstable();
    if widths.get(widths.len() / 2).is_none_or(|typical| *typical < 3) {
        return grid.len();
    }
    let mut end = grid.len();
    while end > first
        && grid.len() - end < MOST_NOTES
        && grid.row(end - 1).filled() == 1
        && grid.row(end - 1).fault().is_none()
    {
        end -= 1;
    }
    // Lonely cells at the end are notes if they stand apart from the table or read like notes; else they are
    // rows cut short.
    let Some(note) = (end..grid.len()).map(|row| grid.row(row)).next() else { return end };
    let is_apart = end > first && note.line() > grid.row(end - 1).last_line() + 1;
    let is_note = (end..grid.len()).any(|row| reads_like_note(&grid.row(row).as_text()));
    if is_apart || is_note { end } else { grid.len() }
}

fn reads_like_note(text: &str) -> bool {
    const BEGINNINGS: [&str; 19] = [
        "source",
        "note",
        "quelle",
        "fuente",
        "fonte",
        "anmerkung",
        "remark",
        "*",
        "†",
        "©",
        "[",
        "(",
        "total",
        "summe",
        "suma",
        "итого",
        "всего",
        "toplam",
        "合计",
    ];
    let text = text.trim().to_lowercase();
    BEGINNINGS.iter().any(|beginning| text.starts_with(beginning)) || text.chars().count() > 60
}

/// The columns that hold anything, headings included.
fn places(grid: &Grid, heading: Option<usize>, body: Range<usize>) -> Vec<usize> {
    let width = heading.into_iter().chain(body.clone()).map(|row| grid.row(row).count()).max().unwrap_or(0);
    let width = width.min(MOST_COLUMNS);
    let mut empty: Vec<usize> = (0..width).collect();
    for row in heading.into_iter().chain(body) {
        if empty.is_empty() {
            break;
        }
        let row = grid.row(row);
        let count = row.count();
        empty.retain(|place| *place >= count || row.cell(*place).trim().is_empty());
    }
    let empty: BTreeSet<usize> = empty.into_iter().collect();
    (0..width).filter(|place| !empty.contains(place)).collect()
}
