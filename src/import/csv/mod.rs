//! CSV, TSV and semicolon tables with the columns of `data/meetings.csv`, or with the columns that people have.

pub mod record;
pub mod column;
mod row;
mod date;
mod people;
mod source;
mod meeting;

use self::column::{Columns, Field};
use self::record::{Fault, Record, Records};
use self::row::Row;
use super::Import;
use super::problem::Problem;
use super::venue::Places;
use super::word;
use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Read};

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
        Ok(None) => return,
        Ok(Some(Refusal { message, suggestion })) => whole_file(message, &suggestion),
        Err(error) => whole_file(format!("cannot be read: {}", super::in_words(&error)), ""),
    };
    import.problems.push(problem);
}

/// Why a whole file is no table of meetings.
struct Refusal {
    message: String,
    suggestion: String,
}

impl Refusal {
    fn new(message: impl Into<String>, suggestion: impl Into<String>) -> Option<Self> {
        Some(Self { message: message.into(), suggestion: suggestion.into() })
    }
}

fn table(file: &str, input: impl Read, import: &mut Import) -> io::Result<Option<Refusal>> {
    let mut input = BufReader::with_capacity(1 << 16, input);
    if let Some(format) = other_format(input.fill_buf()?) {
        return Ok(Refusal::new(format!("this is {format}, not a text table"), "Save it as CSV (UTF-8)"));
    }
    let mut records = Records::new(input)?;
    let Some(header) = records.next()? else {
        return Ok(Refusal::new("the file is empty", "The first line must name the columns"));
    };
    if header.fault == Some(Fault::TooLong) {
        return Ok(Refusal::new(
            "the first line is longer than 1 MiB",
            "The first line must name the columns",
        ));
    }
    let names = header.cells.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
    let columns = Columns::new(names);
    if let Some((message, suggestion)) = columns.lack() {
        return Ok(Refusal::new(message, suggestion));
    }
    import.files_read += 1;
    import.unused_columns.extend(columns.unused().filter(|name| !name.is_empty()).map(str::to_owned));
    let mut table = Table { file, columns, places: Places::default(), copies: HashMap::new() };
    let mut has_rows = false;
    while let Some(record) = records.next()? {
        if record.cells.iter().all(|cell| cell.trim_ascii().is_empty()) && record.fault.is_none() {
            continue;
        }
        has_rows = true;
        table.add(&record, import);
    }
    Ok(if has_rows { None } else { Refusal::new("the file has a header and no rows", "") })
}

/// What the first bytes give away about files that spreadsheets save besides CSV.
fn other_format(start: &[u8]) -> Option<&'static str> {
    match start {
        [b'P', b'K', 3, 4, ..] => Some("a spreadsheet or another ZIP file"),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Some("text in UTF-16"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Some("an old Excel file"),
        _ => None,
    }
}

/// What reading a table's rows needs to remember.
struct Table<'a> {
    file: &'a str,
    columns: Columns,
    places: Places,
    /// For each id met again, the number its next copy gets.
    copies: HashMap<String, usize>,
}

impl Table<'_> {
    fn add(&mut self, record: &Record, import: &mut Import) {
        if record.fault == Some(Fault::TooLong) {
            import.problems.push(Problem {
                file: self.file.to_owned(),
                line: Some(record.line),
                column: None,
                message: "the line is longer than 1 MiB and is left out".to_owned(),
                suggestion: "Look for a line break that is missing".to_owned(),
                row_lost: true,
            });
            return;
        }
        let mut row = Row::new(self.file, record.line, &self.columns, &record.cells, &mut import.problems);
        check_form(&mut row, record);
        let recorded_id = row.take(Field::Id);
        let is_recorded = !recorded_id.is_empty();
        let id = if is_recorded { recorded_id } else { format!("row-{}", record.line) };
        let mut meeting = meeting::meeting(&mut row, id, &mut self.places);
        if import.meetings.row_of(&meeting.id).is_some() {
            let id = self.free_id(&meeting.id, import);
            if is_recorded {
                let message = format!("the id {} is taken", word::shortened(&meeting.id));
                let problem = Problem {
                    file: self.file.to_owned(),
                    line: Some(record.line),
                    column: self.columns.place(Field::Id).map(|place| self.columns.column(place)),
                    message,
                    suggestion: format!("The row is kept as {}", word::shortened(&id)),
                    row_lost: false,
                };
                import.problems.push(problem);
            }
            meeting.id = id;
        }
        import.meetings.push(meeting).expect("the id was made sure to be free");
    }

    fn free_id(&mut self, taken: &str, import: &Import) -> String {
        let number = self.copies.entry(taken.to_owned()).or_insert(2);
        loop {
            let id = format!("{taken}-{number}");
            *number += 1;
            if import.meetings.row_of(&id).is_none() {
                return id;
            }
        }
    }
}

fn check_form(row: &mut Row<'_>, record: &Record) {
    let (cells, columns) = (record.cells.len(), row.columns.count());
    if record.fault == Some(Fault::OpenQuote) {
        let place = Some(cells.min(columns) - 1);
        row.wrong_at(place, "a quote is opened and not closed; the row is taken to end with its line", "");
    } else if cells < columns {
        let message =
            format!("the row has {cells} cells and the header {columns}; the missing ones are empty");
        row.wrong_at(None, message, "");
    } else if record.cells[columns..].iter().any(|cell| !cell.trim_ascii().is_empty()) {
        let message = format!("the row has {cells} cells and the header {columns}; the last are left out");
        row.wrong_at(None, message, "Put a cell that holds the delimiter in quotes");
    }
}
