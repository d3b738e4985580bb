//! Parquet files: their columns as cells, from pages that are plain or packed by Snappy, gzip or Zstandard.
//!
//! Source: the specification of the format, Apache Parquet, `README.md`, `Encodings.md` and `parquet.thrift`.

pub mod thrift;
pub mod value;
pub mod page;

use self::page::{DAMAGED, Page, Texts};
use self::thrift::{Bytes, Thrift};
use self::value::{Levels, Meaning, Physical};
use super::headings;
use super::refused::FileRefused;
use crate::import::sheet::{Full, Growing, MOST_COLUMNS, Room, Sheet};

/// Reads the table of a file; `None` if it has no row.
pub fn read(bytes: &[u8], room: Room) -> Result<Option<Sheet>, FileRefused> {
    let footer = footer(bytes).ok_or(DAMAGED)?;
    let columns = columns(footer.list(2)).ok_or(DAMAGED)?;
    if columns.len() > MOST_COLUMNS {
        return Err(FileRefused::TooManyColumns(columns.len()));
    }
    let mut grid = Growing::new(room);
    let mut read = 0_u64;
    for group in footer.list(4) {
        let rows = group.size(3).ok_or(DAMAGED)?;
        if columns.is_empty() || group.list(1).len() < columns.len() {
            return Err(DAMAGED);
        }
        let mut cells = Vec::new();
        let mut left = room;
        for (column, chunk) in columns.iter().zip(group.list(1)) {
            let column = column.read(bytes, chunk.get(3).ok_or(DAMAGED)?, rows, left)?;
            left = column.beside(left);
            cells.push(column);
        }
        for row in 0..rows {
            read += 1;
            for column in &cells {
                grid.cell(column.get(row))?;
            }
            grid.end_row(read);
        }
    }
    let names: Vec<String> = columns.into_iter().map(|column| column.name).collect();
    let has_rows = !grid.is_empty();
    Ok(has_rows.then(|| headings::with_headings(String::new(), &names, grid.finish())))
}

/// What a file says of itself at its end.
fn footer(bytes: &[u8]) -> Option<Thrift<'_>> {
    let end = bytes.len().checked_sub(8)?;
    let length = u32::from_le_bytes(bytes.get(end..end + 4)?.try_into().ok()?) as usize;
    let start = end.checked_sub(length)?;
    if !bytes.ends_with(b"PAR1") {
        return None;
    }
    Bytes { left: &bytes[start..end] }.record()
}

/// A column of plain values.
#[derive(Debug)]
struct Column {
    name: String,
    physical: Physical,
    meaning: Meaning,
    levels: Levels,
}

/// The columns of a schema: its leaves.
fn columns(schema: &[Thrift<'_>]) -> Option<Vec<Column>> {
    let mut found = Vec::new();
    // The names and levels that lead to a place, with how many elements are left there.
    let mut open: Vec<(String, Levels, usize)> = Vec::new();
    for element in schema {
        let (above, above_levels) = open
            .last()
            .map_or((String::new(), Levels::default()), |(name, levels, _)| (name.clone(), *levels));
        let name = element.text(4).unwrap_or_default();
        let children = element.size(5).unwrap_or(0);
        let levels = if open.is_empty() { Levels::default() } else { above_levels.below(element.number(3)) };
        // A list is an element `list` or `bag` with an element within it, which are no names of the user's.
        let is_wrapper =
            levels.repeated > 0 && matches!(name.as_str(), "list" | "element" | "item" | "bag" | "array");
        let path = match (open.is_empty(), above.is_empty(), is_wrapper) {
            (true, _, _) => String::new(),
            (false, true, _) => name,
            (false, false, true) => above,
            (false, false, false) => format!("{above}.{name}"),
        };
        if let Some((_, _, left)) = open.last_mut() {
            *left = left.checked_sub(1)?;
        }
        if children > 0 {
            // The format sets no limit to depth, real files do.
            if open.len() > 64 {
                return None;
            }
            open.push((path, levels, children));
        } else if !open.is_empty() {
            found.push(Column {
                name: path,
                physical: physical(element)?,
                meaning: meaning(element),
                levels,
            });
        }
        while open.last().is_some_and(|(_, _, left)| *left == 0) {
            open.pop();
        }
    }
    Some(found)
}

fn physical(element: &Thrift<'_>) -> Option<Physical> {
    Some(match element.number(1)? {
        0 => Physical::Bits,
        1 => Physical::Int32,
        2 => Physical::Int64,
        3 => Physical::Int96,
        4 => Physical::Float,
        5 => Physical::Double,
        6 => Physical::Bytes,
        7 => Physical::Fixed(element.size(2).filter(|size| *size > 0)?),
        _ => return None,
    })
}

fn meaning(element: &Thrift<'_>) -> Meaning {
    let scale = || element.size(7).unwrap_or(0).min(40);
    let unit = |time: &Thrift<'_>| match time.get(2) {
        Some(unit) if unit.get(1).is_some() => 1_000,
        Some(unit) if unit.get(2).is_some() => 1_000_000,
        _ => 1_000_000_000,
    };
    if let Some(logical) = element.get(10) {
        if let Some(time) = logical.get(8) {
            return Meaning::Moment(unit(time));
        } else if let Some(time) = logical.get(7) {
            return Meaning::Time(unit(time));
        } else if logical.get(6).is_some() {
            return Meaning::Day;
        } else if let Some(decimal) = logical.get(5) {
            return Meaning::Decimal(decimal.size(1).unwrap_or(0).min(40));
        }
    }
    match element.number(6) {
        Some(5) => Meaning::Decimal(scale()),
        Some(6) => Meaning::Day,
        Some(7) => Meaning::Time(1_000),
        Some(8) => Meaning::Time(1_000_000),
        Some(9) => Meaning::Moment(1_000),
        Some(10) => Meaning::Moment(1_000_000),
        _ => Meaning::Itself,
    }
}

impl Column {
    /// The cells of the column in a group of rows.
    fn read(&self, bytes: &[u8], about: &Thrift<'_>, rows: usize, room: Room) -> Result<Texts, FileRefused> {
        if rows > room.cells {
            return Err(Full.into());
        }
        let first = [about.size(11), about.size(9)].into_iter().flatten().filter(|place| *place > 0).min();
        let mut left = Bytes { left: bytes.get(first.ok_or(DAMAGED)?..).ok_or(DAMAGED)? };
        let codec = about.number(4).unwrap_or(0);
        let mut dictionary = Texts::default();
        let mut cells = Texts::default();
        // The cell that goes on in the next value, and whether there is one.
        while cells.len() < rows {
            let head = left.record().ok_or(DAMAGED)?;
            let packed = head.size(3).and_then(|size| left.take(size)).ok_or(DAMAGED)?;
            let Some(page) = Page::of(&head, packed, codec, room)? else { continue };
            if page.is_dictionary {
                dictionary = page.plain(self.physical, self.meaning, room)?;
            } else {
                page.cells(self.physical, self.meaning, self.levels, &dictionary, &mut cells, room)?;
            }
        }
        Ok(cells)
    }
}
