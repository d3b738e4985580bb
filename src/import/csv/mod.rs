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
use super::problem::{Cells, OtherFormat, Problem, ProblemKind};
use super::venue::Places;
use std::io::{self, BufRead, BufReader, Read};

/// The most rows that are read from a table: about three gigabytes of memory.
pub const MOST_ROWS: usize = 5_000_000;

/// Reads a table to its end and adds what it holds. Needs a few MiB at most besides the rows themselves.
pub fn read(file: &str, input: impl Read, import: &mut Import) {
    let kind = match table(file, input, import) {
        Ok(Content::Rows) => return,
        Ok(Content::NoRows) => ProblemKind::NoRows,
        Ok(Content::Refused(kind)) => {
            import.files_failed += 1;
            kind
        }
        Err(error) => {
            import.files_failed += 1;
            ProblemKind::Unreadable(super::in_words(&error))
        }
    };
    import.problems.push(Problem {
        file: file.to_owned(),
        line: None,
        column: None,
        kind,
        row_lost: false,
        meeting: None,
    });
}

/// What a file was found to be.
enum Content {
    /// A table with rows.
    Rows,
    /// A table without any.
    NoRows,
    /// No table of meetings, and why.
    Refused(ProblemKind),
}

fn table(file: &str, input: impl Read, import: &mut Import) -> io::Result<Content> {
    let mut input = BufReader::with_capacity(1 << 16, input);
    if let Some(format) = other_format(input.fill_buf()?) {
        return Ok(Content::Refused(ProblemKind::OtherFormat(format)));
    }
    let mut records = Records::new(input)?;
    let Some(header) = records.read_next()? else {
        return Ok(Content::Refused(ProblemKind::Empty));
    };
    if header.fault == Some(Fault::TooLong) {
        return Ok(Content::Refused(ProblemKind::HeaderTooLong));
    }
    let names = header.cells.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
    let columns = Columns::new(names);
    if let Some(lacking) = columns.lack() {
        return Ok(Content::Refused(ProblemKind::Lacking(lacking)));
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
fn other_format(start: &[u8]) -> Option<OtherFormat> {
    match start {
        [b'P', b'K', 3, 4, ..] => Some(OtherFormat::Zip),
        // With a byte order mark, or Latin letters, of which every other byte is 0.
        [0xFF, 0xFE, ..]
        | [0xFE, 0xFF, ..]
        | [0, 1..=0xFF, 0, 1..=0xFF, ..]
        | [1..=0xFF, 0, 1..=0xFF, 0, ..] => Some(OtherFormat::Utf16),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Some(OtherFormat::OldExcel),
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
        let before = problems.len();
        let mut row = Row::new(file, record.line, columns, &record.cells, problems);
        if record.fault == Some(Fault::TooLong) {
            row.lost(ProblemKind::LineTooLong);
            return;
        }
        check_form(&mut row, record);
        let id = ids.unique(&mut row, meetings);
        let meeting = meeting::meeting(&mut row, id, places);
        problems.belong_to(&meeting.id, before);
        meetings.push(meeting).expect("the id was made sure to be free");
    }
}

/// Says what is wrong with the quotes of a record.
fn check_quotes(row: &mut Row<'_>, record: &Record) {
    let last = record.cells.len().min(row.columns.count()).saturating_sub(1);
    match record.fault {
        Some(Fault::OpenQuote) => row.wrong_at(Some(last), ProblemKind::OpenQuote),
        Some(Fault::StrayQuote(line)) => row.wrong_at(Some(last), ProblemKind::StrayQuote(line)),
        Some(Fault::TextAfterQuote(cell)) => {
            row.wrong_at(Some(cell.min(last)), ProblemKind::TextAfterQuote);
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
    let last_line = (record.last_line > record.line).then_some(record.last_line);
    let cells = Cells { row: record.cells.len(), header: row.columns.count(), last_line };
    if cells.row < cells.header {
        row.wrong_at(None, ProblemKind::TooFewCells(cells));
    } else if record.cells[cells.header..].iter().any(|cell| !cell.trim_ascii().is_empty()) {
        row.wrong_at(None, ProblemKind::TooManyCells(cells));
    }
}
