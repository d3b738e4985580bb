//! The records of a delimited text: cells and the line they start on, in bounded memory and linear time.
//!
//! The `csv` crate sets no limit to a record, so one quote left open, or a file without line ends, would fill
//! the memory. Here a line over [`LIMIT`] is passed over, and a quote that does not close within [`LIMIT`]
//! bytes and [`LINES`] lines is taken to end with its line: one row is doubtful, the following ones are read
//! as they stand. So is a quote whose next one, some lines on, stands in the middle of a cell: it belongs to
//! another row.

use std::collections::VecDeque;
use std::io::{self, BufRead};

/// The most bytes that a record may have.
pub const LIMIT: usize = 1 << 20;
/// The most lines that a quoted cell may run over.
pub const LINES: usize = 1_000;
/// The most bytes of a line that are passed over in search of its end.
pub const PASSED_OVER: u64 = 1 << 30;
/// The most lines before the header.
const BEFORE_HEADER: u64 = 10_000;
/// The most empty lines in a row.
const EMPTY: usize = 1_000_000;

/// A row of the file as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The line it starts on, counted from 1.
    pub line: u64,
    /// The line it ends on.
    pub last_line: u64,
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
    /// A quote is opened, and the next one, in the line given, stands in the middle of a cell; the last cell
    /// ends with the line.
    StrayQuote(u64),
    /// Text follows the quote that closes a cell, and is read as a part of it; the cell's place, counted from
    /// 0.
    TextAfterQuote(usize),
}

/// Reads record after record.
#[derive(Debug)]
pub struct Records<R> {
    lines: Lines<R>,
    delimiter: u8,
    known: Option<Known>,
}

/// What was found in looking for the end of a quoted cell: up to this line, none closes one that is open at
/// the end of a line before. So that no line is searched twice.
#[derive(Clone, Copy, Debug)]
struct Known {
    line: u64,
    then: Then,
}

/// What comes after that line.
#[derive(Clone, Copy, Debug)]
enum Then {
    /// It was not looked at.
    More,
    /// The next quote in it stands in the middle of a cell.
    Stray,
    /// The text ends.
    End,
}

/// Where a quoted cell that is open at the end of its line is closed.
enum Close {
    /// After so many more lines.
    After(usize),
    /// Nowhere within the limits.
    Never,
    /// Not: the next quote, in this line, stands in the middle of a cell.
    Stray(u64),
}

impl<R: BufRead> Records<R> {
    /// Passes over a byte order mark, blank lines and comments (`# …`) before the header, which tells which
    /// of `,` `;` and tab parts the cells, unless a line `sep=;` does, as spreadsheets write it.
    pub fn new(input: R) -> io::Result<Self> {
        let mut lines = Lines { input, read: 0, bytes: 0, after_return: false, waiting: VecDeque::new() };
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
                lines.waiting.push_front(line);
                break;
            } else if line.number == BEFORE_HEADER {
                return Err(io::Error::other("its first 10,000 lines are empty or remarks"));
            }
        }
        Ok(Self { lines, delimiter, known: None })
    }

    /// The next record that is not a blank line; `None` at the end.
    pub fn read_next(&mut self) -> io::Result<Option<Record>> {
        for _ in 0..EMPTY {
            let Some(first) = self.lines.next()? else { return Ok(None) };
            if first.too_long {
                let (line, fault) = (first.number, Some(Fault::TooLong));
                return Ok(Some(Record { line, last_line: line, cells: Vec::new(), fault }));
            }
            if !first.bytes.trim_ascii().is_empty() {
                return self.record(&first).map(Some);
            }
        }
        Err(io::Error::other("a million empty lines follow each other"))
    }

    fn record(&mut self, first: &Line) -> io::Result<Record> {
        let mut cells = Cells::default();
        cells.feed(&first.bytes, self.delimiter);
        let mut last_line = first.number;
        let mut fault = None;
        if cells.are_open() {
            match self.close(first)? {
                Close::After(lines) => {
                    for _ in 0..lines {
                        let next = self.lines.next()?.expect("it was read in looking for the quote");
                        cells.cell.push(b'\n');
                        cells.feed(&next.bytes, self.delimiter);
                        last_line = next.number;
                    }
                }
                Close::Never => fault = Some(Fault::OpenQuote),
                Close::Stray(line) => fault = Some(Fault::StrayQuote(line)),
            }
        }
        let fault = fault.or(cells.text_after_quote.map(Fault::TextAfterQuote));
        Ok(Record { line: first.number, last_line, cells: cells.finish(), fault })
    }

    /// Looks for the end of a cell that is open at the end of a line.
    fn close(&mut self, first: &Line) -> io::Result<Close> {
        let mut line = first.number + 1;
        if let Some(Known { line: known, then }) = self.known
            && first.number <= known
        {
            match then {
                Then::More => line = known + 1,
                Then::Stray => return Ok(Close::Stray(known + 1)),
                Then::End => return Ok(Close::Never),
            }
        }
        loop {
            let index = (line - first.number - 1) as usize;
            let next = if index < LINES { self.lines.ahead(index)? } else { None };
            let is_end = next.is_none() && index < LINES;
            let next = next.filter(|next| {
                !next.too_long && next.before + next.bytes.len() as u64 - first.before < LIMIT as u64
            });
            let (then, close) = match next.map(|next| after_line(&next.bytes, self.delimiter)) {
                Some(AfterLine::Open) => {
                    line += 1;
                    continue;
                }
                Some(AfterLine::Closed) => return Ok(Close::After(index + 1)),
                Some(AfterLine::Stray) => (Then::Stray, Close::Stray(line)),
                None if is_end => (Then::End, Close::Never),
                None => (Then::More, Close::Never),
            };
            self.known = Some(Known { line: line - 1, then });
            return Ok(close);
        }
    }
}

/// Whether a line before the header is a comment. A sharp that is a cell of its own heads a column of
/// numbers, and before the first of several single words it belongs to the headings: `#id,date,city`.
pub(crate) fn is_comment(line: &[u8]) -> bool {
    /// Cells of a line of headings.
    const FEWEST: usize = 3;
    let is_number = matches!(line.get(1), Some(b',' | b';' | b'\t'));
    if !line.starts_with(b"#") || is_number {
        return false;
    }
    let delimiter = commonest_delimiter(line);
    let is_word = |cell: &[u8]| {
        let cell = cell.trim_ascii();
        !cell.is_empty() && !cell.iter().any(|byte| byte.is_ascii_whitespace() || *byte == b':')
    };
    let mut cells = line[1..].split(|byte| *byte == delimiter);
    let are_headings = cells.clone().count() >= FEWEST && cells.all(is_word);
    !are_headings
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

/// Cells in the making. A quote counts only where a cell begins, and a doubled one inside quotes is one (RFC
/// 4180, section 2).
#[derive(Clone, Debug, Default)]
struct Cells {
    done: Vec<Vec<u8>>,
    cell: Vec<u8>,
    at: At,
    /// The first cell whose closing quote is followed by text.
    text_after_quote: Option<usize>,
}

/// Where one is within a record, byte by byte.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum At {
    /// Where a cell begins.
    #[default]
    Start,
    /// In a cell without quotes, or past the quotes of one.
    Plain,
    /// Between quotes.
    Quoted,
    /// After a quote that closes the cell, unless it is doubled.
    QuoteWithinQuoted,
    /// In blanks after a closing quote.
    BlankAfterQuote,
}

impl At {
    /// Where one is after another byte.
    pub(crate) const fn after(self, byte: u8, delimiter: u8) -> Self {
        match (self, byte) {
            (Self::Quoted, b'"') => Self::QuoteWithinQuoted,
            (Self::Start | Self::QuoteWithinQuoted, b'"') | (Self::Quoted, _) => Self::Quoted,
            (_, byte) if byte == delimiter => Self::Start,
            (Self::QuoteWithinQuoted | Self::BlankAfterQuote, b' ' | b'\t') => Self::BlankAfterQuote,
            (Self::Start | Self::Plain | Self::QuoteWithinQuoted | Self::BlankAfterQuote, _) => Self::Plain,
        }
    }

    /// Whether a step from here to plain text puts the text after a closing quote.
    pub(crate) const fn is_after_quote(self) -> bool {
        match self {
            Self::QuoteWithinQuoted | Self::BlankAfterQuote => true,
            Self::Start | Self::Plain | Self::Quoted => false,
        }
    }
}

impl Cells {
    fn feed(&mut self, line: &[u8], delimiter: u8) {
        for &byte in line {
            let next = self.at.after(byte, delimiter);
            match (self.at, next) {
                (_, At::Start) => self.done.push(std::mem::take(&mut self.cell)),
                (At::Start, At::Quoted) | (At::Quoted, At::QuoteWithinQuoted) => {}
                (
                    At::Start | At::Plain | At::Quoted | At::QuoteWithinQuoted | At::BlankAfterQuote,
                    At::Plain | At::Quoted | At::QuoteWithinQuoted | At::BlankAfterQuote,
                ) => self.cell.push(byte),
            }
            if next == At::Plain && self.at.is_after_quote() {
                self.text_after_quote.get_or_insert(self.done.len());
            }
            self.at = next;
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

/// What becomes, within a line, of a quoted cell that was open before it.
pub(crate) enum AfterLine {
    /// A cell is open at its end: this one, or another.
    Open,
    /// No cell is.
    Closed,
    /// The next quote stands in the middle of the cell.
    Stray,
}

/// What the next line makes of a cell that is open at the end of a line.
pub(crate) fn after_line(line: &[u8], delimiter: u8) -> AfterLine {
    let mut at = At::Quoted;
    let mut is_from_before = true;
    for &byte in line {
        let next = at.after(byte, delimiter);
        if is_from_before && next == At::Plain && at.is_after_quote() {
            return AfterLine::Stray;
        }
        is_from_before &= next != At::Start;
        at = next;
    }
    if at == At::Quoted { AfterLine::Open } else { AfterLine::Closed }
}

/// Lines ended by a line feed, a carriage return or both, of which some may be read ahead.
#[derive(Debug)]
struct Lines<R> {
    input: R,
    /// How many lines were read, and how many bytes they have without their ends.
    read: u64,
    bytes: u64,
    after_return: bool,
    waiting: VecDeque<Line>,
}

#[derive(Debug)]
struct Line {
    number: u64,
    /// The bytes of all lines before it.
    before: u64,
    bytes: Vec<u8>,
    too_long: bool,
}

impl<R: BufRead> Lines<R> {
    fn next(&mut self) -> io::Result<Option<Line>> {
        match self.waiting.pop_front() {
            Some(line) => Ok(Some(line)),
            None => self.read(),
        }
    }

    /// The line after so many others, without taking one away.
    fn ahead(&mut self, index: usize) -> io::Result<Option<&Line>> {
        while self.waiting.len() <= index {
            match self.read()? {
                Some(line) => self.waiting.push_back(line),
                None => return Ok(None),
            }
        }
        Ok(self.waiting.get(index))
    }

    fn read(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        let mut length = 0_u64;
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
            length += part.len() as u64;
            if length > LIMIT as u64 {
                bytes = Vec::new();
            } else {
                bytes.extend_from_slice(part);
            }
            self.after_return = end.is_some_and(|end| found[end] == b'\r');
            let used = part.len() + usize::from(end.is_some());
            self.input.consume(used);
            // The header cannot be passed over, so that nothing is gained by looking for its end.
            let is_header = self.read == 0 && length > LIMIT as u64;
            if end.is_some() || is_header {
                break;
            }
            if length > PASSED_OVER {
                return Err(io::Error::other(format!("line {} does not end within 1 GiB", self.read + 1)));
            }
        }
        if at_end {
            return Ok(None);
        }
        let line = Line { number: self.read + 1, before: self.bytes, bytes, too_long: length > LIMIT as u64 };
        self.read += 1;
        self.bytes += length;
        Ok(Some(line))
    }
}
