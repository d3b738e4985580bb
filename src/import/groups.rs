//! Tables in groups, each headed by a row with nothing but a state or a leader: what the row says of those
//! below it becomes a cell of each.

use super::heading;
use super::names::is_party;
use super::sheet::{CountedBy, Full, Growing, Room, Sheet};
use super::venue;
use crate::gazetteer::candidates::one_city;
use crate::gazetteer::spoken;
use std::collections::BTreeMap;

/// What the rows that head groups name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    State,
    Leader,
}

/// A row that heads a group.
struct Head<'a> {
    row: usize,
    column: usize,
    text: &'a str,
}

/// The table with a cell in each row for what its group is headed by; `None` if it has no groups.
#[must_use]
pub fn grouped(sheet: &Sheet, room: Room) -> Option<Sheet> {
    if sheet.count == CountedBy::Records {
        return None;
    }
    let (first, sort) = first_head(sheet)?;
    let heads: Vec<Head<'_>> = (first..sheet.len()).filter_map(|row| head(sheet, row, sort)).collect();
    let column = heads[0].column;
    let full = || (0..sheet.len()).filter(|row| only_text(sheet, *row).is_none());
    let under = |row: usize| sheet.cell(row, column).trim();
    // Else each row names somebody of its own, and one has nothing else.
    let is_of_rows = full().take(LOOKED_AT).any(|row| sort_of(under(row)) == Some(sort));
    let have_rows = heads.windows(2).all(|two| two[0].row + 1 < two[1].row);
    let is_one_column = heads.iter().all(|head| head.column == column);
    let begins = full().next().is_some_and(|row| row > first);
    if is_of_rows || !have_rows || !is_one_column || !begins {
        return None;
    }
    let is_free = full().all(|row| under(row).is_empty());
    let heading = if is_free { None } else { Some(heading_of(sheet, &heads, sort)?) };
    with_heads(sheet, &heads, heading, room).ok()
}

/// Rows of which it is seen what they hold.
const LOOKED_AT: usize = 50;

/// The first row if it heads a group, and what it names. A year may stand above it.
fn first_head(sheet: &Sheet) -> Option<(usize, Sort)> {
    let mut rows = (0..sheet.len()).map(|row| (row, only_text(sheet, row)));
    let is_year = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    let (row, text) = rows.find(|(_, text)| text.is_none_or(|(_, text)| !is_year(text)))?;
    Some((row, sort_of(text?.1)?))
}

fn head(sheet: &Sheet, row: usize, sort: Sort) -> Option<Head<'_>> {
    let (column, text) = only_text(sheet, row)?;
    (sort_of(text) == Some(sort)).then_some(Head { row, column, text })
}

/// The one text of a row, and its column: it may reach over several.
fn only_text(sheet: &Sheet, row: usize) -> Option<(usize, &str)> {
    let cells = sheet.cells(row).map(str::trim).enumerate();
    let mut filled = cells.filter(|(_, cell)| !cell.is_empty());
    let (column, text) = filled.next()?;
    filled.all(|(_, other)| other == text).then_some((column, text))
}

/// What a text names that can head a group.
fn sort_of(text: &str) -> Option<Sort> {
    /// Bytes of the longest such text.
    const LONGEST: usize = 80;
    if text.is_empty() || text.len() > LONGEST || text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if venue::country(text).is_some() {
        return Some(Sort::State);
    }
    let spoken = spoken::read(text);
    (spoken.name.contains(' ') && is_party(&spoken)).then_some(Sort::Leader)
}

/// What heads the column that is made; `None` if the table says already who travels.
fn heading_of(sheet: &Sheet, heads: &[Head<'_>], sort: Sort) -> Option<&'static str> {
    let texts: Vec<&str> = sheet.headings.iter().map(String::as_str).collect();
    let read = heading::headings(&texts);
    let says = |fields: &[&str]| read.iter().flatten().any(|read| fields.contains(&read.field));
    match sort {
        Sort::Leader if says(&["leader", "leader_country", "participants"]) => None,
        Sort::Leader => Some("Leader"),
        Sort::State if says(&["country", "country_or_state"]) || are_elsewhere(sheet, heads) => {
            (!says(&["leader_country"])).then_some("Represents")
        }
        Sort::State => Some("Country"),
    }
}

/// Whether more cities of the rows lie elsewhere than in the state of their group.
fn are_elsewhere(sheet: &Sheet, heads: &[Head<'_>]) -> bool {
    let (mut there, mut elsewhere) = (0, 0);
    for (number, head) in heads.iter().enumerate().take(LOOKED_AT) {
        let Some(state) = venue::country(head.text) else { continue };
        let end = heads.get(number + 1).map_or(sheet.len(), |next| next.row);
        for row in (head.row + 1..end).take(LOOKED_AT) {
            let has_city = |within| {
                let mut cells = sheet.cells(row).map(str::trim).filter(|cell| !cell.is_empty());
                cells.any(|cell| one_city(cell, within).is_some())
            };
            if has_city(Some(state)) {
                there += 1;
            } else if has_city(None) {
                elsewhere += 1;
            }
        }
    }
    elsewhere > there
}

/// The table without the rows that head groups, and with what they say in each row of theirs: in a column of
/// its own, or in theirs, which is free below them.
fn with_heads(sheet: &Sheet, heads: &[Head<'_>], heading: Option<&str>, room: Room) -> Result<Sheet, Full> {
    let mut grid = Growing::new(room);
    let mut left = heads.iter().peekable();
    let mut head = None;
    let mut years = sheet.years.iter().peekable();
    let mut kept = BTreeMap::new();
    for (row, in_file) in sheet.rows().enumerate() {
        if let Some((_, year)) = years.next_if(|(from, _)| **from <= row) {
            kept.insert(grid.len(), *year);
        }
        if let Some(next) = left.next_if(|next| next.row == row) {
            head = Some(next);
            continue;
        }
        // A year alone stays alone.
        let head = head.filter(|_| only_text(sheet, row).is_none());
        for (column, cell) in sheet.cells(row).enumerate() {
            let own = head.filter(|head| heading.is_none() && head.column == column);
            grid.cell(own.map_or(cell, |head| head.text))?;
        }
        if let Some(head) = head.filter(|_| heading.is_some()) {
            grid.cell_at(sheet.width(), head.text)?;
        }
        grid.as_is(in_file);
        grid.end_row(in_file.line());
    }
    let grid = grid.finish();
    let headings: Vec<String> = sheet.headings.iter().cloned().chain(heading.map(str::to_owned)).collect();
    Ok(Sheet { years: kept, heads: heads.len(), ..sheet.made_anew(headings, grid) })
}
