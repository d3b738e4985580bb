//! A table as values, and as CSV, a spreadsheet, JSON, or aligned columns.

use super::NotHeld;
use crate::export::listing::aligned;
use crate::export::made::{Made, NAME};
use crate::export::visible::{self, one_line};
use crate::import::escape::guarded;
use crate::words::label;
use crate::words::part::button::Button;
use crate::words::part::exported::Heads;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use serde::{Serialize, Serializer};

/// A value of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// Words.
    Text(String),
    /// A whole number.
    Whole(usize),
    /// Another number.
    Real(f64),
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// What its rows are, as the name of a sheet.
    pub name: &'static str,
    /// What its columns hold.
    pub headings: Vec<String>,
    /// Its rows, each with a cell for each heading.
    pub rows: Vec<Vec<Cell>>,
}

impl Cell {
    /// A text; empty for an empty one.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// As words. Numbers are written as programs read them: no thousands set apart.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Whole(number) => number.to_string(),
            Self::Real(number) => number.to_string(),
        }
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Whole(number) => serializer.serialize_u64(*number as u64),
            Self::Real(number) => serializer.serialize_f64(*number),
        }
    }
}

/// Named values as a JSON object, in this order.
#[derive(Clone, Debug)]
pub struct Fields<'a, T>(pub Vec<(&'a str, T)>);

impl<T: Serialize> Serialize for Fields<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// Anything that becomes JSON, indented, with an escape for each hidden letter.
pub fn pretty(value: &impl Serialize) -> String {
    visible::json(serde_json::to_string_pretty(value).expect("plain values become JSON")) + "\n"
}

/// The letters that a cell of a spreadsheet holds at most.
const MOST_IN_CELL: usize = 32_767;
/// Rows of a sheet.
const MOST_ROWS: usize = 1_048_576;
/// Columns of a sheet.
const MOST_COLUMNS: usize = 16_384;

/// A text as a cell of a spreadsheet holds it, which counts as UTF-16 does.
fn cut(text: &str) -> String {
    if text.encode_utf16().count() <= MOST_IN_CELL {
        return text.to_owned();
    }
    let mut room = MOST_IN_CELL - 1;
    let kept = text.chars().take_while(|letter| {
        let fits = letter.len_utf16() <= room;
        room -= if fits { letter.len_utf16() } else { 0 };
        fits
    });
    kept.chain(['…']).collect()
}

impl Grid {
    /// The table with a last column in whose first row it stands where the file is from.
    #[must_use]
    pub fn with_origin(mut self, made: &Made) -> Self {
        self.headings.push(NAME.to_owned());
        for (number, row) in self.rows.iter_mut().enumerate() {
            row.push(if number == 0 { Cell::Text(made.to_json()) } else { Cell::Empty });
        }
        self
    }

    /// As CSV. A text that a spreadsheet would take for a formula is guarded.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut writer = ::csv::Writer::from_writer(Vec::new());
        writer.write_record(&self.headings).expect("a Vec takes every record");
        for row in &self.rows {
            let cells = row.iter().map(|cell| match cell {
                Cell::Text(text) => guarded(text),
                Cell::Empty | Cell::Whole(_) | Cell::Real(_) => cell.written(),
            });
            writer.write_record(cells.collect::<Vec<_>>()).expect("a Vec takes every record");
        }
        let bytes = writer.into_inner().expect("a Vec can be flushed");
        String::from_utf8(bytes).expect("every cell is text")
    }

    /// As columns for a terminal.
    #[must_use]
    pub fn aligned(&self) -> String {
        let rows = self.rows.iter().map(|row| row.iter().map(|cell| one_line(&cell.written())).collect());
        aligned(&std::iter::once(self.headings.clone()).chain(rows).collect::<Vec<Vec<String>>>())
    }

    /// The rows as JSON objects.
    #[must_use]
    pub fn objects(&self) -> Vec<Fields<'_, &Cell>> {
        let names = || self.headings.iter().map(String::as_str);
        self.rows.iter().map(|row| Fields(names().zip(row).collect())).collect()
    }

    /// As a workbook with a sheet of the table and one that says where it is from; refused if a sheet is too
    /// small for it. A text too long for a cell ends in `…` there.
    ///
    /// # Panics
    /// If the writer refuses what is within the bounds of a sheet.
    pub fn workbook(&self, made: &Made) -> Result<Vec<u8>, NotHeld> {
        let (rows, columns) = (self.rows.len() + 1, self.headings.len());
        if rows > MOST_ROWS || columns > MOST_COLUMNS {
            return Err(NotHeld::Sheet(rows, columns));
        }
        Ok(self.try_workbook(made).expect("it has room in a sheet, and cells are cut to what one holds"))
    }

    fn try_workbook(&self, made: &Made) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        // The day that a workbook was made is a part of it, and no clock is asked.
        let day = ExcelDateTime::from_ymd(2026, 1, 1)?;
        let about = DocProperties::new().set_author(label(Button::Program)).set_creation_datetime(&day);
        workbook.set_properties(&about);
        let bold = Format::new().set_bold();
        let sheet = workbook.add_worksheet().set_name(self.name)?;
        sheet.set_freeze_panes(1, 0)?;
        for (column, heading) in (0_u16..).zip(&self.headings) {
            sheet.write_string_with_format(0, column, cut(heading), &bold)?;
        }
        for (row, cells) in (1_u32..).zip(&self.rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                match cell {
                    Cell::Empty => {}
                    Cell::Text(text) => drop(sheet.write_string(row, column, cut(text))?),
                    Cell::Whole(number) => drop(sheet.write_number(row, column, *number as f64)?),
                    Cell::Real(number) => drop(sheet.write_number(row, column, *number)?),
                }
            }
        }
        let sheet = workbook.add_worksheet().set_name(label(Heads::About))?;
        let Made { summitry, data, filter, rule, borders, .. } = made;
        let json = made.to_json();
        let rows = [
            (Heads::Version, summitry),
            (Heads::DataDigest, data),
            (Heads::Filter, filter),
            (Heads::CountingRule, rule),
            (Heads::Borders, borders),
        ];
        let rows = rows.into_iter().map(|(head, text)| (label(head), text)).chain([(NAME, &json)]);
        for (row, (head, text)) in (0_u32..).zip(rows) {
            sheet.write_string_with_format(row, 0, head, &bold)?;
            sheet.write_string(row, 1, cut(text))?;
        }
        workbook.save_to_buffer()
    }
}
