//! `OpenDocument` spreadsheets: the tables of `content.xml`, read as they come.

use super::headings;
use super::markup::{Markup, Tag, XmlPart};
use super::number_format;
use super::packed::Packed;
use super::refused::{FileRefused, MOST_SHEETS};
use super::sort::FileSort;
use super::spread::{Spans, SpreadRow};
use super::stated::Stated;
use crate::import::sheet::{CountedBy, Full, Growing, MOST_COLUMNS, Room, Sheet};
use std::io::BufRead;
use std::ops::Range;

/// How often a row or a cell that holds something may be repeated.
const MOST_REPEATED: u32 = 1 << 20;

/// Reads every table that holds anything.
pub fn read(packed: &mut Packed<'_>, room: Room, stated: &Stated<'_>) -> Result<Vec<Sheet>, FileRefused> {
    let member =
        packed.member("content.xml")?.ok_or(FileRefused::Damaged { sort: FileSort::Ods, line: None })?;
    let mut xml = Markup::new(member, FileSort::Ods);
    let mut sheets = Vec::new();
    loop {
        let name = match xml.part()? {
            XmlPart::Open(tag) if tag.name() == "table" => tag.attribute("name").unwrap_or_default(),
            XmlPart::Open(_) | XmlPart::Close | XmlPart::Text(_) => continue,
            XmlPart::End => return Ok(sheets),
        };
        let mut grid = Growing::new(room);
        rows(&mut xml, &mut grid)?;
        if !grid.is_empty() && sheets.len() < MOST_SHEETS {
            sheets.push(headings::sheet(name, CountedBy::Rows, grid.finish(), stated)?);
        }
    }
}

/// Reads the rows of the table that was opened last.
fn rows<R: BufRead>(xml: &mut Markup<R>, grid: &mut Growing) -> Result<(), FileRefused> {
    let outside = xml.depth - 1;
    let mut spans = Spans::default();
    let mut row = 0_u32;
    while xml.depth > outside {
        let repeated = match xml.part()? {
            XmlPart::Open(tag) if tag.name() == "table-row" => {
                tag.number("number-rows-repeated").unwrap_or(1)
            }
            XmlPart::Open(_) | XmlPart::Close | XmlPart::Text(_) => continue,
            XmlPart::End => break,
        };
        let mut cells = Vec::new();
        read_row(xml, &mut cells)?;
        // The empty rows at the end of a sheet are repeated a million times.
        let times = if cells.is_empty() { repeated.min(1) } else { repeated };
        if times > MOST_REPEATED {
            return Err(Full.into());
        }
        for time in 0..times {
            let mut spread = SpreadRow::default();
            let here = row.saturating_add(time);
            for Cell { columns, rows, text } in &cells {
                for column in columns.clone() {
                    spread.put(column, text)?;
                    if *rows > 1 {
                        spans.open(column, here.saturating_add(rows - 1), text);
                    }
                }
            }
            spread.end(here, &mut spans, grid)?;
        }
        row = row.saturating_add(repeated);
    }
    Ok(())
}

struct Cell {
    /// The columns that it is repeated in.
    columns: Range<u32>,
    /// Over how many rows it reaches.
    rows: u32,
    text: String,
}

/// Reads the cells of a row that hold anything.
fn read_row<R: BufRead>(xml: &mut Markup<R>, cells: &mut Vec<Cell>) -> Result<(), FileRefused> {
    let outside = xml.depth - 1;
    let mut column = 0_u32;
    while xml.depth > outside {
        let (repeated, rows, stated) = match xml.part()? {
            XmlPart::Open(tag) if matches!(tag.name(), "table-cell" | "covered-table-cell") => {
                let repeated = tag.number("number-columns-repeated").unwrap_or(1);
                (repeated, tag.number("number-rows-spanned").unwrap_or(1), value(&tag))
            }
            XmlPart::Open(_) | XmlPart::Close | XmlPart::Text(_) => continue,
            XmlPart::End => break,
        };
        let mut text = String::new();
        paragraphs(xml, &mut text)?;
        let text = text.trim_end().to_owned();
        let text = stated.unwrap_or(text);
        let end = column.saturating_add(repeated);
        let columns = column..end.min(MOST_COLUMNS as u32);
        if !text.trim().is_empty() && !columns.is_empty() {
            cells.push(Cell { columns, rows, text });
        }
        column = end;
    }
    Ok(())
}

/// The value that a cell states besides the text that it shows.
fn value(tag: &Tag) -> Option<String> {
    match tag.attribute("value-type")?.as_str() {
        "date" => {
            let day = tag.attribute("date-value")?;
            let (day, time) = day.split_once('T').map_or((day.as_str(), ""), |(day, time)| (day, time));
            let time = time.split('.').next().unwrap_or_default().trim_end_matches('Z');
            let time = time.strip_suffix(":00").unwrap_or(time);
            let has_time = !time.is_empty() && time != "00:00";
            Some(if has_time { format!("{day} {time}") } else { day.to_owned() })
        }
        "float" => Some(number_format::plain(tag.attribute("value")?.trim().parse().ok()?)),
        "boolean" => tag.attribute("boolean-value"),
        _ => None,
    }
}

/// The paragraphs of a cell, a line each; its comments are left out.
fn paragraphs<R: BufRead>(xml: &mut Markup<R>, into: &mut String) -> Result<(), FileRefused> {
    let outside = xml.depth - 1;
    let mut has_one = false;
    while xml.depth > outside {
        let name = match xml.part()? {
            XmlPart::Open(tag) => tag.name().to_owned(),
            XmlPart::Text(text) => {
                // Before the first paragraph there is only the space that indents it.
                if has_one {
                    into.push_str(text);
                }
                continue;
            }
            XmlPart::Close => continue,
            XmlPart::End => break,
        };
        match name.as_str() {
            "annotation" => xml.skip()?,
            "p" | "h" => {
                if has_one {
                    into.push('\n');
                }
                has_one = true;
            }
            "s" | "tab" => into.push(' '),
            "line-break" => into.push('\n'),
            _ => {}
        }
    }
    Ok(())
}
