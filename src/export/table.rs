//! Meetings as a table in a file: CSV, a spreadsheet, or JSON.

use super::listing::{Form, listing, records};
use crate::meeting::Meeting;
use crate::meeting::table::Meetings;
use crate::words::label;
use crate::words::part::button::Button;
use crate::words::part::exported::Heads;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use std::path::Path;

/// A form of a file of meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableFormat {
    /// CSV in UTF-8.
    Csv,
    /// The same with a byte order mark, so that Excel reads its letters rightly.
    CsvForExcel,
    /// A spreadsheet.
    Xlsx,
    /// An array of objects.
    Json,
}

impl TableFormat {
    /// Every format.
    pub const ALL: [Self; 4] = [Self::Csv, Self::CsvForExcel, Self::Xlsx, Self::Json];

    /// The ending of its files, in small letters, without a point.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv | Self::CsvForExcel => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    /// The format that the ending of a file asks for.
    #[must_use]
    pub fn of_file(path: &Path) -> Option<Self> {
        let asked = path.extension()?.to_string_lossy().to_lowercase();
        Self::ALL.into_iter().find(|format| format.ending() == asked)
    }

    /// The format of a file for which this one was chosen: that of its ending, where it is another one's.
    #[must_use]
    pub fn at(self, path: &Path) -> Self {
        Self::of_file(path).filter(|other| other.ending() != self.ending()).unwrap_or(self)
    }

    /// The meetings as the bytes of a file.
    #[must_use]
    pub fn write(self, meetings: &Meetings) -> Vec<u8> {
        let rows: Vec<usize> = (0..meetings.len()).collect();
        match self {
            Self::Csv => listing(meetings, &rows, Form::Csv).into_bytes(),
            Self::CsvForExcel => format!("\u{feff}{}", listing(meetings, &rows, Form::Csv)).into_bytes(),
            Self::Json => listing(meetings, &rows, Form::Json).into_bytes(),
            Self::Xlsx => workbook(meetings.iter().map(|(_, meeting)| meeting)),
        }
    }
}

/// The letters that a cell of a spreadsheet holds at most.
const MOST_IN_CELL: usize = 32_767;

/// The meetings as a workbook with one sheet. The same meetings give the same bytes.
///
/// # Panics
/// If the writer refuses what is within the bounds of a sheet: a million rows, so many letters in a cell.
#[must_use]
pub fn workbook<'a>(meetings: impl Iterator<Item = &'a Meeting>) -> Vec<u8> {
    try_workbook(meetings).expect("cells are cut to what a sheet holds")
}

fn try_workbook<'a>(meetings: impl Iterator<Item = &'a Meeting>) -> Result<Vec<u8>, XlsxError> {
    /// Rows of a sheet.
    const MOST_ROWS: usize = 1_048_576;
    let mut workbook = Workbook::new();
    // The day that a workbook was made is a part of it, and no clock is asked.
    let made = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(
        &DocProperties::new().set_author(label(Button::Program)).set_creation_datetime(&made),
    );
    let bold = Format::new().set_bold();
    let sheet = workbook.add_worksheet().set_name(label(Heads::Meetings))?;
    sheet.set_freeze_panes(1, 0)?;
    for (row, record) in (0_u32..).zip(records(meetings)).take(MOST_ROWS) {
        for (column, cell) in (0_u16..).zip(record) {
            let cell: String = cell.chars().take(MOST_IN_CELL).collect();
            if row == 0 {
                sheet.write_string_with_format(row, column, cell, &bold)?;
            } else if !cell.is_empty() {
                sheet.write_string(row, column, cell)?;
            }
        }
    }
    for (column, width) in (0_u16..).zip([14.0, 11.0, 11.0, 11.0, 14.0, 10.0, 34.0, 9.0, 16.0, 20.0, 60.0]) {
        sheet.set_column_width(column, width)?;
    }
    workbook.save_to_buffer()
}
