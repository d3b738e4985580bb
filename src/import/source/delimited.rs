//! Text tables: cells parted by commas, tabs, semicolons or bars, laid over the text of the file without
//! copying it.
//!
//! What `csv::record` finds row by row is found here in the whole text at once, and the same: rows, cells and
//! faults.

use super::refused::FileRefused;
use crate::import::csv::record::{self, AfterLine, At, Fault, after_line};
use crate::import::sheet::{Full, Grid, Laid, MOST_COLUMNS, MOST_TEXT, Room, RowFault};
use memchr::{memchr2, memchr3};

/// What parts the cells of a row, those that win a tie first.
pub const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// A text table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delimited {
    /// What parts its cells.
    pub delimiter: u8,
    /// The comments before its first row (`# …`).
    pub comments: Vec<String>,
    /// Its rows.
    pub grid: Grid,
}

/// Reads a text as a table, with the delimiter that is stated, or else the one that the file states
/// (`sep=;`), or else the one that parts its head into the most even rows.
pub fn read(text: String, room: Room, stated: Option<u8>) -> Result<Delimited, FileRefused> {
    if text.len() >= MOST_TEXT {
        return Err(FileRefused::TooLong { most: MOST_TEXT as u64 });
    }
    let Opening { start, line, by_file, comments } = opening(&text);
    let delimiter = stated.or(by_file).unwrap_or_else(|| likely_delimiter(&text.as_bytes()[start..]));
    let mut bytes = text.into_bytes();
    let mut laying =
        Laying { bytes: &mut bytes, delimiter, at: start, line, laid: Laid::default(), known: None };
    while laying.row() {
        if laying.laid.cells() + 3 * laying.laid.rows() > room.cells {
            return Err(Full.into());
        }
    }
    let laid = laying.laid;
    let text = String::from_utf8(bytes)
        .expect("cells are cut and moved at ASCII bytes, and blanks fill what is left");
    Ok(Delimited { delimiter, comments, grid: laid.over(text) })
}

/// What stands before the first row.
struct Opening {
    start: usize,
    line: u32,
    by_file: Option<u8>,
    comments: Vec<String>,
}

fn opening(text: &str) -> Opening {
    let mut opening = Opening { start: 0, line: 1, by_file: None, comments: Vec::new() };
    loop {
        let rest = &text.as_bytes()[opening.start..];
        let (end, next) = line_end(rest, 0);
        let line = &rest[..end];
        if let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', after @ ..] = line
            && after.len() <= 1
            && opening.by_file.is_none()
        {
            // A tab may be gone with the space at the end of the line.
            opening.by_file = Some(after.first().copied().unwrap_or(b'\t')).filter(u8::is_ascii);
        } else if record::is_comment(line.trim_ascii()) {
            opening.comments.push(text[opening.start..opening.start + end].trim().to_owned());
        } else if rest.is_empty() || !line.trim_ascii().is_empty() {
            return opening;
        }
        opening.start += next;
        opening.line += 1;
    }
}

/// Where the line of a place ends, and where the next one begins.
fn line_end(bytes: &[u8], from: usize) -> (usize, usize) {
    match memchr2(b'\n', b'\r', &bytes[from..]) {
        Some(end) => (from + end, after_break(bytes, from + end)),
        None => (bytes.len(), bytes.len()),
    }
}

/// Where the next line begins after the line end at this place.
fn after_break(bytes: &[u8], end: usize) -> usize {
    end + 1 + usize::from(bytes[end] == b'\r' && bytes.get(end + 1) == Some(&b'\n'))
}

/// The delimiter that parts the head of a file best: most rows alike, and then the most cells.
fn likely_delimiter(bytes: &[u8]) -> u8 {
    /// How much of the file is looked at.
    const HEAD: usize = 1 << 16;
    let head = &bytes[..bytes.len().min(HEAD)];
    // A row that is cut off at the end would be an odd one.
    let whole = if head.len() == bytes.len() {
        head.len()
    } else {
        memchr::memrchr2(b'\n', b'\r', head).unwrap_or(head.len())
    };
    let head = &head[..whole];
    let mut best = (0.0, 0, DELIMITERS[0]);
    for delimiter in DELIMITERS {
        let mut copy = head.to_vec();
        let mut laying =
            Laying { bytes: &mut copy, delimiter, at: 0, line: 1, laid: Laid::default(), known: None };
        while laying.laid.rows() < 500 && laying.row() {}
        let (mut evenness, cells) = evenness(&laying.laid);
        // Headings are parted as their rows are. The bars in a cell of people part no heading.
        if laying.laid.lengths().next() == Some(cells) {
            evenness += 0.2;
        }
        // Commas of prose and of decimals may be as even as what parts the cells, and are fewer.
        let is_better = cells > 1 && (evenness > best.0 + 0.1 || (evenness > best.0 - 0.1 && cells > best.1));
        if is_better {
            best = (evenness, cells, delimiter);
        }
    }
    best.2
}

/// The share of rows that have the commonest number of cells, less those with a fault, and that number. One
/// cell is no number.
fn evenness(laid: &Laid) -> (f64, usize) {
    let mut lengths: Vec<usize> = laid.lengths().collect();
    let rows = lengths.len().max(1) as f64;
    lengths.retain(|length| *length > 1);
    lengths.sort_unstable();
    let groups = lengths.chunk_by(|a, b| a == b);
    let (rows_alike, cells) = groups.map(|group| (group.len(), group[0])).max().unwrap_or((0, 0));
    ((rows_alike as f64 - laid.faults() as f64) / rows, cells)
}

/// What was found in looking for the end of a quoted cell: up to this line, which begins at this byte, none
/// closes one that is open at the end of a line before. So that no line is searched twice.
#[derive(Clone, Copy, Debug)]
struct Known {
    line: u32,
    start: usize,
    then: Then,
}

/// What that line is.
#[derive(Clone, Copy, Debug)]
enum Then {
    /// It was not looked at.
    More,
    /// The next quote in it stands in the middle of a cell.
    Stray,
    /// It is past the end of the text.
    End,
}

/// Where a quoted cell that is open at the end of its line is closed.
enum Close {
    /// In the line that ends at this byte, so many lines on; the next one begins at the other byte.
    At { end: usize, next: usize, lines: u32 },
    /// Not where it should be.
    Never(Fault),
}

struct Laying<'a> {
    bytes: &'a mut [u8],
    delimiter: u8,
    /// Where the next row begins, and its line.
    at: usize,
    line: u32,
    laid: Laid,
    known: Option<Known>,
}

impl Laying<'_> {
    /// Lays a row or passes over an empty line; `false` at the end of the text.
    fn row(&mut self) -> bool {
        let start = self.at;
        if start >= self.bytes.len() {
            return false;
        }
        let first = self.laid.cells();
        let mut cell = start;
        loop {
            if self.bytes.get(cell) == Some(&b'"') || cell - start > record::LIMIT {
                self.laid.take_back(first);
                self.slow_row(start);
                return true;
            }
            let found = memchr3(self.delimiter, b'\n', b'\r', &self.bytes[cell..]).map(|found| cell + found);
            let end = found.unwrap_or(self.bytes.len());
            self.laid.end_cell(end);
            if found.is_none() || self.bytes[end] != self.delimiter {
                let next = if found.is_some() { after_break(self.bytes, end) } else { end };
                self.end_row(first, start, end, None);
                (self.at, self.line) = (next, self.line + 1);
                return true;
            }
            cell = end + 1;
        }
    }

    /// Ends the row that stands from one byte to another, unless it is empty, too long or too wide.
    fn end_row(&mut self, first: usize, start: usize, end: usize, fault: Option<RowFault>) {
        let mut from = start;
        let is_blank = self.laid.ends(first).all(|end| {
            let cell = &self.bytes[from..end];
            from = end + 1;
            cell.trim_ascii().is_empty()
        });
        let cells = self.laid.cells() - first;
        if fault.is_none() && is_blank {
            self.laid.take_back(first);
        } else if end - start > record::LIMIT {
            self.laid.take_back(first);
            self.laid.end_row(first, start, self.line, Some(RowFault::Form(Fault::TooLong)));
        } else if cells > MOST_COLUMNS {
            self.laid.take_back(first + MOST_COLUMNS);
            self.laid.end_row(first, start, self.line, Some(RowFault::TooManyCells(cells)));
        } else {
            self.laid.end_row(first, start, self.line, fault);
        }
    }

    /// A row with quotes, or a very long one. The quotes are taken out where it stands.
    fn slow_row(&mut self, start: usize) {
        let first = self.laid.cells();
        let (line_end, line_next) = line_end(self.bytes, start);
        let (mut end, mut next, mut lines, mut fault) = (line_end, line_next, 1, None);
        if line_end - start <= record::LIMIT && self.is_open_at(start, line_end) {
            match self.close(start, line_next) {
                Close::At { end: close_end, next: close_next, lines: more } => {
                    (end, next, lines) = (close_end, close_next, lines + more);
                }
                Close::Never(why) => fault = Some(why),
            }
        }
        if end - start <= record::LIMIT {
            let (end, text_after_quote) = self.lay_quoted(start, end);
            let fault = fault.or(text_after_quote.map(Fault::TextAfterQuote)).map(RowFault::Form);
            self.end_row(first, start, end, fault);
        } else {
            let cells = 1 + memchr::memchr_iter(self.delimiter, &self.bytes[start..end]).count();
            let fault = if cells > MOST_COLUMNS {
                RowFault::TooManyCells(cells)
            } else {
                RowFault::Form(Fault::TooLong)
            };
            self.laid.end_row(first, start, self.line, Some(fault));
        }
        (self.at, self.line) = (next, self.line + lines);
    }

    fn is_open_at(&self, start: usize, end: usize) -> bool {
        let step = |at: At, byte: &u8| at.after(*byte, self.delimiter);
        self.bytes[start..end].iter().fold(At::Start, step) == At::Quoted
    }

    /// Looks for the end of a cell that is open at the end of the line before `after`.
    fn close(&mut self, start: usize, after: usize) -> Close {
        let (mut line, mut from) = (self.line + 1, after);
        if let Some(Known { line: known, start, then }) = self.known
            && line <= known
        {
            match then {
                Then::More => (line, from) = (known, start),
                Then::Stray => return Close::Never(Fault::StrayQuote(u64::from(known))),
                Then::End => return Close::Never(Fault::OpenQuote),
            }
        }
        loop {
            let lines = line - self.line;
            let is_past_limit = lines as usize > record::LINES;
            if from >= self.bytes.len() || is_past_limit {
                let then = if is_past_limit { Then::More } else { Then::End };
                self.known = Some(Known { line, start: from, then });
                return Close::Never(Fault::OpenQuote);
            }
            let (end, next) = line_end(self.bytes, from);
            if end - start > record::LIMIT {
                self.known = Some(Known { line, start: from, then: Then::More });
                return Close::Never(Fault::OpenQuote);
            }
            match after_line(&self.bytes[from..end], self.delimiter) {
                AfterLine::Open => (line, from) = (line + 1, next),
                AfterLine::Closed => {
                    self.known = None;
                    return Close::At { end, next, lines };
                }
                AfterLine::Stray => {
                    self.known = Some(Known { line, start: from, then: Then::Stray });
                    return Close::Never(Fault::StrayQuote(u64::from(line)));
                }
            }
        }
    }

    /// Lays the cells of a row from one byte to another and moves them together, as quotes fall away. Gives
    /// where they end, and which cell has text after its closing quote.
    fn lay_quoted(&mut self, start: usize, end: usize) -> (usize, Option<usize>) {
        let (mut at, mut to, mut from) = (At::Start, start, start);
        let first = self.laid.cells();
        let mut text_after_quote = None;
        while from < end {
            let mut byte = self.bytes[from];
            from += 1;
            // Only a quoted cell runs over lines; each line end is a line feed in it.
            if byte == b'\r' {
                from += usize::from(self.bytes.get(from) == Some(&b'\n'));
                byte = b'\n';
            }
            let next = at.after(byte, self.delimiter);
            match (at, next) {
                (_, At::Start) => {
                    self.laid.end_cell(to);
                    // What stands between two cells is never read.
                    self.bytes[to] = self.delimiter;
                    to += 1;
                }
                (At::Start, At::Quoted) | (At::Quoted, At::QuoteWithinQuoted) => {}
                (
                    At::Start | At::Plain | At::Quoted | At::QuoteWithinQuoted | At::BlankAfterQuote,
                    At::Plain | At::Quoted | At::QuoteWithinQuoted | At::BlankAfterQuote,
                ) => {
                    self.bytes[to] = byte;
                    to += 1;
                }
            }
            if next == At::Plain && at.is_after_quote() {
                text_after_quote.get_or_insert(self.laid.cells() - first);
            }
            at = next;
        }
        self.laid.end_cell(to);
        self.bytes[to..end].fill(b' ');
        (to, text_after_quote)
    }
}
