//! The records of a delimited text: cells and the line they start on, in bounded memory.
//!
//! The `csv` crate sets no limit to a record, so one quote left open, or a file without line ends, would fill the memory. Here a
//! line over [`LIMIT`] is passed over, and a quote that does not close within [`LIMIT`] bytes and [`LINES`] lines is taken to end
//! with its line: one row is doubtful, the following ones are read as they stand.

use std::collections::VecDeque;
use std::io::{self, BufRead};

/// The most bytes that a record may have.
pub const LIMIT: usize = 1 << 20;
/// The most lines that a quoted cell may run over.
pub const LINES: usize = 1_000;

/// A row of the file as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The line it starts on, counted from 1.
    pub line: u64,
    /// Its cells, quotes taken off; none if it is too long.
    pub cells: Vec<Vec<u8>>,
    /// What is wrong with its form.
    pub fault: Option<Fault>,
}

/// What can be wrong with the form of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Longer than [`LIMIT`].
    TooLong,
    /// A quote is opened and not closed; the last cell ends with the line.
    OpenQuote,
}

/// Reads record after record.
#[derive(Debug)]
pub struct Records<R> {
    lines: Lines<R>,
    delimiter: u8,
}

impl<R: BufRead> Records<R> {
    /// Passes over a byte order mark, blank lines and comments (`# …`) before the header, which tells which of `,` `;` and tab
    /// parts the cells, unless a line `sep=;` does, as spreadsheets write it.
    pub fn new(input: R) -> io::Result<Self> {
        let mut lines = Lines { input, read: 0, after_return: false, waiting: VecDeque::new() };
        let mut delimiter = b',';
        let mut stated = None;
        while let Some(mut line) = lines.next()? {
            if line.number == 1 && line.bytes.starts_with(b"\xEF\xBB\xBF") {
                line.bytes.drain(..3);
            }
            let text = line.bytes.trim_ascii();
            if let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', after @ ..] = line.bytes.as_slice()
                && after.len() <= 1
                && stated.is_none()
            {
                // A tab may be gone with the space at the end of the line.
                stated = Some(after.first().copied().unwrap_or(b'\t'));
            } else if line.too_long || !(text.is_empty() || is_comment(text)) {
                delimiter = stated.unwrap_or_else(|| commonest_delimiter(&line.bytes));
                lines.give_back(VecDeque::from([line]));
                break;
            }
        }
        Ok(Self { lines, delimiter })
    }

    /// The next record that is not a blank line; `None` at the end.
    pub fn read_next(&mut self) -> io::Result<Option<Record>> {
        loop {
            let Some(first) = self.lines.next()? else { return Ok(None) };
            let line = first.number;
            if first.too_long {
                return Ok(Some(Record { line, cells: Vec::new(), fault: Some(Fault::TooLong) }));
            }
            if first.bytes.trim_ascii().is_empty() {
                continue;
            }
            let mut cells = Cells::default();
            cells.feed(&first.bytes, self.delimiter);
            if cells.are_open() {
                return self.quoted_over_lines(line, &first.bytes, cells).map(Some);
            }
            return Ok(Some(Record { line, cells: cells.finish(), fault: None }));
        }
    }

    fn quoted_over_lines(&mut self, line: u64, first: &[u8], mut cells: Cells) -> io::Result<Record> {
        let on_first_line = cells.clone();
        let mut length = first.len();
        let mut following = VecDeque::new();
        while cells.are_open() {
            let next = self.lines.next()?;
            match next {
                Some(next)
                    if !next.too_long && following.len() < LINES && length + next.bytes.len() < LIMIT =>
                {
                    length += next.bytes.len();
                    cells.cell.push(b'\n');
                    cells.feed(&next.bytes, self.delimiter);
                    following.push_back(next);
                }
                end_or_too_much => {
                    following.extend(end_or_too_much);
                    self.lines.give_back(following);
                    let cells = on_first_line.finish();
                    return Ok(Record { line, cells, fault: Some(Fault::OpenQuote) });
                }
            }
        }
        Ok(Record { line, cells: cells.finish(), fault: None })
    }
}

/// A sharp that is a cell of its own heads a column of numbers.
fn is_comment(line: &[u8]) -> bool {
    line.starts_with(b"#") && !matches!(line.get(1), Some(b',' | b';' | b'\t'))
}

fn commonest_delimiter(header: &[u8]) -> u8 {
    let outside_quotes = |delimiter: u8| {
        let mut quoted = false;
        let mut count = 0_usize;
        for &byte in header {
            quoted ^= byte == b'"';
            count += usize::from(byte == delimiter && !quoted);
        }
        count
    };
    // The last of equals wins, hence the comma stands last.
    [b'\t', b';', b','].into_iter().max_by_key(|&delimiter| outside_quotes(delimiter)).unwrap_or(b',')
}

/// Cells in the making. A quote counts only where a cell begins, and a doubled one inside quotes is one (RFC 4180, section 2).
#[derive(Clone, Debug, Default)]
struct Cells {
    done: Vec<Vec<u8>>,
    cell: Vec<u8>,
    at: At,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum At {
    #[default]
    Start,
    Plain,
    Quoted,
    QuoteWithinQuoted,
}

impl Cells {
    fn feed(&mut self, line: &[u8], delimiter: u8) {
        for &byte in line {
            match (self.at, byte) {
                (At::Start, b'"') => self.at = At::Quoted,
                (At::Quoted, b'"') => self.at = At::QuoteWithinQuoted,
                (At::Start | At::Plain | At::QuoteWithinQuoted, byte) if byte == delimiter => {
                    self.done.push(std::mem::take(&mut self.cell));
                    self.at = At::Start;
                }
                (At::QuoteWithinQuoted, b'"') => {
                    self.cell.push(b'"');
                    self.at = At::Quoted;
                }
                (At::Quoted, byte) => self.cell.push(byte),
                (At::Start | At::Plain | At::QuoteWithinQuoted, byte) => {
                    self.cell.push(byte);
                    self.at = At::Plain;
                }
            }
        }
    }

    fn are_open(&self) -> bool {
        self.at == At::Quoted
    }

    fn finish(mut self) -> Vec<Vec<u8>> {
        self.done.push(self.cell);
        self.done
    }
}

/// Lines ended by a line feed, a carriage return or both, with a way to give some back.
#[derive(Debug)]
struct Lines<R> {
    input: R,
    read: u64,
    after_return: bool,
    waiting: VecDeque<Line>,
}

#[derive(Debug)]
struct Line {
    number: u64,
    bytes: Vec<u8>,
    too_long: bool,
}

impl<R: BufRead> Lines<R> {
    fn give_back(&mut self, mut lines: VecDeque<Line>) {
        lines.append(&mut self.waiting);
        self.waiting = lines;
    }

    fn next(&mut self) -> io::Result<Option<Line>> {
        if let Some(line) = self.waiting.pop_front() {
            return Ok(Some(line));
        }
        let mut bytes = Vec::new();
        let mut too_long = false;
        let mut at_end = true;
        loop {
            let found = match self.input.fill_buf() {
                Ok(found) => found,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if found.is_empty() {
                break;
            }
            if std::mem::take(&mut self.after_return) && found[0] == b'\n' {
                self.input.consume(1);
                continue;
            }
            at_end = false;
            let end = found.iter().position(|&byte| byte == b'\n' || byte == b'\r');
            let part = &found[..end.unwrap_or(found.len())];
            too_long |= bytes.len() + part.len() > LIMIT;
            if too_long {
                bytes = Vec::new();
            } else {
                bytes.extend_from_slice(part);
            }
            self.after_return = end.is_some_and(|end| found[end] == b'\r');
            let used = part.len() + usize::from(end.is_some());
            self.input.consume(used);
            if end.is_some() {
                break;
            }
        }
        if at_end {
            return Ok(None);
        }
        self.read += 1;
        Ok(Some(Line { number: self.read, bytes, too_long }))
    }
}
