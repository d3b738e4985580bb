//! CSV, TSV and semicolon tables with the columns of `data/meetings.csv`, or with the columns that people have.

pub mod record;
pub mod escape;
pub mod column;
mod row;
pub mod id;
mod date;
pub mod people;
pub mod source;
mod meeting;

use self::column::Columns;
use self::record::{Fault, Record, Records};
use self::row::Row;
use super::Import;
use super::problem::Problem;
use super::venue::Places;
use std::io::{self, BufRead, BufReader, Read};

/// The most rows that are read from a table: about three gigabytes of memory.
pub const MOST_ROWS: usize = 5_000_000;

/// Reads a table to its end and adds what it holds. Needs a few MiB at most besides the rows themselves.
pub fn read(file: &str, input: impl Read, import: &mut Import) {
    let whole_file = |message: String, suggestion: &str| Problem {
        file: file.to_owned(),
        line: None,
        column: None,
        message,
        suggestion: suggestion.to_owned(),
        row_lost: false,
    };
    let problem = match table(file, input, import) {
        Ok(Content::Rows) => return,
        Ok(Content::NoRows) => whole_file("the file has a header and no rows".to_owned(), ""),
        Ok(Content::Refused { message, suggestion }) => {
            import.files_failed += 1;
            whole_file(message, &suggestion)
        }
        Err(error) => {
            import.files_failed += 1;
            whole_file(format!("cannot be read: {}", super::in_words(&error)), "")
        }
    };
    import.problems.push(problem);
}

/// What a file was found to be.
enum Content {
    /// A table with rows.
    Rows,
    /// A table without any.
    NoRows,
    /// No table of meetings; why, and what to do.
    Refused { message: String, suggestion: String },
}

fn table(file: &str, input: impl Read, import: &mut Import) -> io::Result<Content> {
    let refused = |message: &str, suggestion: &str| {
        Ok(Content::Refused { message: message.to_owned(), suggestion: suggestion.to_owned() })
    };
    let mut input = BufReader::with_capacity(1 << 16, input);
    if let Some(format) = other_format(input.fill_buf()?) {
        return refused(&format!("this is {format}, not a text table"), "Save it as CSV (UTF-8)");
    }
    let mut records = Records::new(input)?;
    let Some(header) = records.read_next()? else {
        return refused("the file is empty", "The first line must name the columns");
    };
    if header.fault == Some(Fault::TooLong) {
        return refused("the first line is longer than 1 MiB", "The first line must name the columns");
    }
    let names = header.cells.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
    let columns = Columns::new(names);
    if let Some((message, suggestion)) = columns.lack() {
        return refused(&message, &suggestion);
    }
    check_quotes(&mut Row::new(file, header.line, &columns, &[], &mut import.problems), &header);
    import.files_read += 1;
    import.unused_columns.extend(columns.unused_in_words());
    let mut table = Table { file, columns, places: Places::default() };
    let (mut rows, mut has_rows) = (0, false);
    while let Some(record) = records.read_next()? {
        let is_blank = record.cells.iter().all(|cell| cell.trim_ascii().is_empty());
        if rows == MOST_ROWS {
            return Err(io::Error::other(format!("it has more than {MOST_ROWS} rows; those are kept")));
        }
        rows += 1;
        if !is_blank || record.fault.is_some() {
            has_rows = true;
            table.add(&record, import);
        }
    }
    Ok(if has_rows { Content::Rows } else { Content::NoRows })
}

/// What the first bytes give away about files that spreadsheets save besides CSV.
fn other_format(start: &[u8]) -> Option<&'static str> {
    match start {
        [b'P', b'K', 3, 4, ..] => Some("a spreadsheet or another ZIP file"),
        // With a byte order mark, or Latin letters, of which every other byte is 0.
        [0xFF, 0xFE, ..]
        | [0xFE, 0xFF, ..]
        | [0, 1..=0xFF, 0, 1..=0xFF, ..]
        | [1..=0xFF, 0, 1..=0xFF, 0, ..] => Some("text in UTF-16"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Some("an old Excel file"),
        _ => None,
    }
}

/// What reading a table's rows needs to remember.
struct Table<'a> {
    file: &'a str,
    columns: Columns,
    places: Places,
}

impl Table<'_> {
    fn add(&mut self, record: &Record, import: &mut Import) {
        let Self { file, columns, places } = self;
        let Import { meetings, ids, problems, files_read: _, files_failed: _, unused_columns: _ } = import;
        let mut row = Row::new(file, record.line, columns, &record.cells, problems);
        if record.fault == Some(Fault::TooLong) {
            row.lost("the line is longer than 1 MiB and is left out", "Look for a missing line break");
            return;
        }
        check_form(&mut row, record);
        let id = ids.unique(&mut row, meetings);
        let meeting = meeting::meeting(&mut row, id, places);
        meetings.push(meeting).expect("the id was made sure to be free");
    }
}

/// Says what is wrong with the quotes of a record.
fn check_quotes(row: &mut Row<'_>, record: &Record) {
    let last = record.cells.len().min(row.columns.count()).saturating_sub(1);
    match record.fault {
        Some(Fault::OpenQuote) => {
            let message = "a quote is opened and not closed; the row is taken to end with its line";
            row.wrong_at(Some(last), message, "");
        }
        Some(Fault::StrayQuote(line)) => {
            let message = format!(
                "a quote is opened, and the next one, in line {line}, stands in the middle of a cell; the row is taken \
                 to end with its line"
            );
            row.wrong_at(
                Some(last),
                message,
                "Take the quote out, or put a second one at the end of the cell",
            );
        }
        Some(Fault::TextAfterQuote(cell)) => {
            let message = "text follows the quote that closes the cell; it is read as a part of it";
            row.wrong_at(Some(cell.min(last)), message, "Within a quoted cell, a quote is written twice");
        }
        Some(Fault::TooLong) | None => {}
    }
}

fn check_form(row: &mut Row<'_>, record: &Record) {
    check_quotes(row, record);
    if matches!(record.fault, Some(Fault::OpenQuote | Fault::StrayQuote(_))) {
        // What is missing follows from the quote.
        return;
    }
    let (cells, columns) = (record.cells.len(), row.columns.count());
    let lines = if record.last_line > record.line {
        format!("It runs to line {}: look for a quote that is not closed", record.last_line)
    } else {
        String::new()
    };
    if cells < columns {
        let message =
            format!("the row has {cells} cells and the header {columns}; the missing ones are empty");
        row.wrong_at(None, message, lines);
    } else if record.cells[columns..].iter().any(|cell| !cell.trim_ascii().is_empty()) {
        let message = format!("the row has {cells} cells and the header {columns}; the last are left out");
        let usual = "Put a cell that holds the delimiter in quotes".to_owned();
        row.wrong_at(None, message, if lines.is_empty() { usual } else { lines });
    }
}
