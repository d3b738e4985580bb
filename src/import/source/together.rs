//! Tables of a file that have the same headings, read as one: a sheet or a list for each year or each person.

use crate::import::field::key;
use crate::import::sheet::{CountedBy, Full, Growing, Room, Row, Sheet};
use std::collections::{BTreeMap, BTreeSet};

/// A table made of others, and which they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// Its place among the tables of the file.
    pub place: usize,
    /// The places of those that it is made of.
    pub parts: Vec<usize>,
}

/// The heading of the column that says which table a row is from.
const TABLE: &str = "Table";

/// The tables that are like the best one, as one table, and which they are; `None` if no other is. A copy of
/// one that is there already is left out.
pub fn together(sheets: &[Sheet], best: usize, room: Room) -> Option<(Sheet, Vec<usize>)> {
    let wanted = keys(&sheets[best]);
    let is_table = sheets[best].heading_line.is_some() || sheets[best].count == CountedBy::Records;
    if wanted.len() < 2 || !is_table {
        return None;
    }
    let is_alike = |place: &usize| !sheets[*place].is_empty() && keys(&sheets[*place]) == wanted;
    let alike: Vec<usize> = (0..sheets.len()).filter(is_alike).collect();
    if alike.len() < 2 {
        return None;
    }
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut parts = Vec::new();
    for place in alike {
        let rows: BTreeSet<String> = sheets[place].rows().map(Row::as_text).collect();
        if rows.intersection(&seen).count() * 2 <= rows.len() {
            seen.extend(rows);
            parts.push(place);
        }
    }
    if parts.len() < 2 || !parts.contains(&best) {
        return None;
    }
    let sheet = joined(sheets, &parts, room).ok()?;
    Some((sheet, parts))
}

fn keys(sheet: &Sheet) -> BTreeSet<String> {
    sheet.headings.iter().map(|heading| key(heading)).collect()
}

fn joined(sheets: &[Sheet], parts: &[usize], room: Room) -> Result<Sheet, Full> {
    let first = &sheets[parts[0]];
    let mut headings = first.headings.clone();
    let is_named = parts.iter().any(|part| says_something(&sheets[*part].name));
    if is_named {
        headings.push(TABLE.to_owned());
    }
    let mut grid = Growing::new(room);
    let mut years = BTreeMap::new();
    for sheet in parts.iter().map(|part| &sheets[*part]) {
        let mut columns: Vec<Option<usize>> = Vec::with_capacity(first.width());
        for heading in &first.headings {
            let is_same = |column: &usize| {
                key(&sheet.headings[*column]) == key(heading) && !columns.contains(&Some(*column))
            };
            columns.push((0..sheet.width()).find(is_same));
        }
        years.insert(grid.len(), year_in(&sheet.name));
        for (row, in_file) in sheet.rows().enumerate() {
            for column in &columns {
                grid.cell(column.map_or("", |column| sheet.cell(row, column)))?;
            }
            if is_named {
                grid.cell(&sheet.name)?;
            }
            grid.as_is(in_file);
            grid.end_row(in_file.line());
        }
    }
    let grid = grid.finish();
    let names: Vec<&str> = parts.iter().map(|part| sheets[*part].name.as_str()).collect();
    Ok(Sheet {
        name: names.join(", "),
        after: parts.iter().flat_map(|part| sheets[*part].after.clone()).collect(),
        years,
        ..first.made_anew(headings, grid)
    })
}

/// Whether the name of a table says more than a year or a number: `Angela Merkel`, not `Sheet2`.
fn says_something(name: &str) -> bool {
    /// What spreadsheets call their sheets.
    const MADE: [&str; 11] = [
        "sheet",
        "table",
        "tabelle",
        "feuil",
        "feuille",
        "hoja",
        "planilha",
        "foglio",
        "лист",
        "sayfa",
        "工作表",
    ];
    let letters: String =
        name.chars().filter(|letter| letter.is_alphabetic()).collect::<String>().to_lowercase();
    !letters.is_empty() && !MADE.contains(&letters.as_str())
}

/// The one year in the name of a table.
fn year_in(name: &str) -> Option<i16> {
    let digits = name.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let mut years = digits.filter(|digits| ("1800".."2100").contains(digits));
    let year = years.next()?;
    years.next().is_none().then(|| year.parse().ok())?
}
