//! Excel workbooks as before 2007 ([MS-XLS], BIFF8 and BIFF5): the cells of every sheet, read record by
//! record.

use super::compound::{Compound, u16_at, u32_at};
use super::headings;
use super::number_format::{self, Epoch, NumberLook};
use super::refused::{FileRefused, MOST_SHEETS};
use super::sort::FileSort;
use super::spread::{Spans, SpreadRow};
use super::stated::Stated;
use crate::import::sheet::{CountedBy, Full, Growing, Room, Sheet};
use encoding_rs::Encoding as Table;
use std::collections::BTreeMap;

/// Numbers of records.
mod record {
    pub const FORMULA: u16 = 0x0006;
    pub const END: u16 = 0x000A;
    pub const DATE_MODE: u16 = 0x0022;
    pub const FILE_PASS: u16 = 0x002F;
    pub const CONTINUE: u16 = 0x003C;
    pub const CODE_PAGE: u16 = 0x0042;
    pub const BOUND_SHEET: u16 = 0x0085;
    pub const MUL_RK: u16 = 0x00BD;
    pub const RICH_STRING: u16 = 0x00D6;
    pub const FORMAT_STYLE: u16 = 0x00E0;
    pub const MERGED: u16 = 0x00E5;
    pub const SHARED_STRINGS: u16 = 0x00FC;
    pub const SHARED_LABEL: u16 = 0x00FD;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const BOOL_ERROR: u16 = 0x0205;
    pub const STRING: u16 = 0x0207;
    pub const RK: u16 = 0x027E;
    pub const FORMAT: u16 = 0x041E;
    pub const BEGIN: u16 = 0x0809;
}

const DAMAGED: FileRefused = FileRefused::Damaged { sort: FileSort::Xls, line: None };

/// Reads every sheet of a workbook that holds anything.
pub fn read(bytes: &[u8], mut room: Room, stated: &Stated<'_>) -> Result<Vec<Sheet>, FileRefused> {
    let file = Compound::open(bytes).ok_or(FileRefused::Damaged { sort: FileSort::Compound, line: None })?;
    if let Some(other) = other_sort(&file) {
        return Err(FileRefused::Other(other));
    }
    let stream = file.stream("Workbook").or_else(|| file.stream("Book")).ok_or(DAMAGED)?;
    let book = Book::read(&stream)?;
    let mut sheets = Vec::new();
    for (name, start) in book.sheets.iter().take(MOST_SHEETS) {
        let mut grid = Growing::new(room);
        book.rows(stream.get(*start..).unwrap_or_default(), &mut grid)?;
        if !grid.is_empty() {
            let grid = grid.finish();
            // Many sheets may claim to be one and the same.
            room.cells = room.cells.checked_sub(grid.len() * 4).ok_or(Full)?;
            sheets.push(headings::sheet(name.clone(), CountedBy::Rows, grid, stated)?);
        }
    }
    Ok(sheets)
}

fn other_sort(file: &Compound<'_>) -> Option<FileSort> {
    if file.has("Workbook") || file.has("Book") {
        None
    } else if file.has("EncryptedPackage") {
        Some(FileSort::EncryptedSpreadsheet)
    } else if file.has("WordDocument") {
        Some(FileSort::Word)
    } else if file.has("PowerPoint Document") {
        Some(FileSort::Slides)
    } else {
        Some(FileSort::Compound)
    }
}

/// A record of a stream: its number and its bytes, with those of the records that continue it.
struct Record<'s> {
    number: u16,
    parts: Vec<&'s [u8]>,
}

impl<'s> Record<'s> {
    fn bytes(&self) -> &'s [u8] {
        self.parts.first().copied().unwrap_or_default()
    }

    fn u16(&self, at: usize) -> u16 {
        u16_at(self.bytes(), at).unwrap_or(0)
    }
}

/// The records of a stream up to its end, or to where it breaks off.
struct RecordsOf<'s> {
    stream: &'s [u8],
}

impl<'s> RecordsOf<'s> {
    fn take(&mut self) -> Option<(u16, &'s [u8])> {
        let (number, length) = (u16_at(self.stream, 0)?, usize::from(u16_at(self.stream, 2)?));
        let end = (4 + length).min(self.stream.len());
        let bytes = &self.stream[4..end];
        self.stream = &self.stream[end..];
        Some((number, bytes))
    }
}

impl<'s> Iterator for RecordsOf<'s> {
    type Item = Record<'s>;

    fn next(&mut self) -> Option<Record<'s>> {
        let (number, bytes) = self.take()?;
        let mut parts = vec![bytes];
        while u16_at(self.stream, 0) == Some(record::CONTINUE) {
            let Some((_, bytes)) = self.take() else { break };
            parts.push(bytes);
        }
        Some(Record { number, parts })
    }
}

/// What all sheets share.
struct Book {
    sheets: Vec<(String, usize)>,
    strings: Vec<Box<str>>,
    styles: Vec<NumberLook>,
    epoch: Epoch,
    is_biff8: bool,
    page: &'static Table,
}

impl Book {
    fn read(stream: &[u8]) -> Result<Self, FileRefused> {
        let mut book = Self {
            sheets: Vec::new(),
            strings: Vec::new(),
            styles: Vec::new(),
            epoch: Epoch::Of1900,
            is_biff8: true,
            page: encoding_rs::WINDOWS_1252,
        };
        let (mut formats, mut styles) = (BTreeMap::new(), Vec::new());
        for one in (RecordsOf { stream }) {
            match one.number {
                record::BEGIN => book.is_biff8 = one.u16(0) == 0x0600,
                record::FILE_PASS => return Err(FileRefused::Other(FileSort::EncryptedSpreadsheet)),
                record::DATE_MODE if one.u16(0) == 1 => book.epoch = Epoch::Of1904,
                record::CODE_PAGE => book.page = code_page(one.u16(0)),
                record::BOUND_SHEET => {
                    let start = u32_at(one.bytes(), 0).unwrap_or(0) as usize;
                    let is_table = one.bytes().get(5) == Some(&0);
                    let name = book.short_text(&one.bytes()[6.min(one.bytes().len())..]);
                    book.sheets.extend(is_table.then_some((name, start)));
                }
                record::FORMAT => {
                    let bytes = one.bytes();
                    let code = bytes.get(2..).unwrap_or_default();
                    let code = if book.is_biff8 { book.long_text(code) } else { book.short_text(code) };
                    formats.insert(one.u16(0), NumberLook::of_code(&code));
                }
                record::FORMAT_STYLE => styles.push(one.u16(2)),
                record::SHARED_STRINGS => book.strings = shared_strings(&one.parts),
                record::END => break,
                _ => {}
            }
        }
        let shown = |number: &u16| {
            formats.get(number).copied().unwrap_or_else(|| NumberLook::of_number(u32::from(*number)))
        };
        book.styles = styles.iter().map(shown).collect();
        Ok(book)
    }

    /// A text after its length in one byte.
    fn short_text(&self, bytes: &[u8]) -> String {
        let Some((&length, rest)) = bytes.split_first() else { return String::new() };
        if self.is_biff8 {
            wide_text(rest, usize::from(length))
        } else {
            self.paged(rest, usize::from(length))
        }
    }

    /// A text after its length in two bytes.
    fn long_text(&self, bytes: &[u8]) -> String {
        let length = usize::from(u16_at(bytes, 0).unwrap_or(0));
        let rest = bytes.get(2..).unwrap_or_default();
        if self.is_biff8 { wide_text(rest, length) } else { self.paged(rest, length) }
    }

    fn paged(&self, bytes: &[u8], length: usize) -> String {
        let (text, _) = self.page.decode_without_bom_handling(&bytes[..length.min(bytes.len())]);
        text.into_owned()
    }

    /// Reads the rows of the sheet that a stream begins with.
    fn rows(&self, stream: &[u8], grid: &mut Growing) -> Result<(), Full> {
        let mut merged = merged_cells(stream);
        let (mut cells, mut spans, mut row) = (SpreadRow::default(), Spans::default(), None);
        // Where the text of a formula belongs that comes after it.
        let mut awaited = None;
        for one in own_records(stream) {
            let (at, column) = (u32::from(one.u16(0)), u32::from(one.u16(2)));
            let texts: Vec<String> = match one.number {
                record::MUL_RK => self.many_numbers(one.bytes()),
                record::STRING => vec![self.long_text(one.bytes())],
                number => match self.cell(number, one.bytes()) {
                    Some(text) => vec![text],
                    None if number == record::FORMULA => {
                        awaited = Some((at, column));
                        continue;
                    }
                    None => continue,
                },
            };
            let place = if one.number == record::STRING { awaited.take() } else { Some((at, column)) };
            let Some((at, column)) = place else { continue };
            if let Some(before) = row.filter(|before| *before != at) {
                cells.end(before, &mut spans, grid)?;
            }
            row = Some(at);
            for (column, text) in (column..).zip(&texts) {
                cells.put(column, text)?;
                if let Some(last) = merged.remove(&(at, column)).filter(|_| !text.is_empty()) {
                    spans.open(column, last, text);
                }
            }
        }
        if let Some(row) = row {
            cells.end(row, &mut spans, grid)?;
        }
        Ok(())
    }

    /// The text of a record of one cell; `None` if it is none, or a formula whose text follows.
    fn cell(&self, number: u16, bytes: &[u8]) -> Option<String> {
        let style = usize::from(u16_at(bytes, 4)?);
        let shown = self.styles.get(style).copied().unwrap_or_default();
        let float = |at: usize| Some(f64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?));
        let text = |number: f64| number_format::text(number, shown, self.epoch);
        match number {
            record::SHARED_LABEL => self.strings.get(u32_at(bytes, 6)? as usize).map(ToString::to_string),
            record::RK => Some(text(packed_number(u32_at(bytes, 6)?))),
            record::LABEL | record::RICH_STRING => Some(self.long_text(bytes.get(6..)?)),
            record::BOOL_ERROR => yes_no_or_error(*bytes.get(6)?, *bytes.get(7)? == 1),
            record::FORMULA if bytes.get(12..14)? == [0xFF, 0xFF] => match bytes.get(6)? {
                1 => yes_no_or_error(*bytes.get(8)?, false),
                2 => yes_no_or_error(*bytes.get(8)?, true),
                3 => Some(String::new()),
                _ => None,
            },
            record::NUMBER | record::FORMULA => Some(text(float(6)?)),
            _ => None,
        }
    }

    /// Numbers side by side, six bytes each.
    fn many_numbers(&self, bytes: &[u8]) -> Vec<String> {
        let inner = bytes.get(4..bytes.len().saturating_sub(2)).unwrap_or_default();
        let one = |six: &[u8]| {
            let shown = self.styles.get(usize::from(u16_at(six, 0)?)).copied().unwrap_or_default();
            Some(number_format::text(packed_number(u32_at(six, 2)?), shown, self.epoch))
        };
        inner.chunks_exact(6).filter_map(one).collect()
    }
}

fn yes_no_or_error(value: u8, is_error: bool) -> Option<String> {
    let text = match (is_error, value) {
        (false, 0) => "false",
        (false, _) => "true",
        (true, 0x00) => "#NULL!",
        (true, 0x07) => "#DIV/0!",
        (true, 0x0F) => "#VALUE!",
        (true, 0x17) => "#REF!",
        (true, 0x1D) => "#NAME?",
        (true, 0x24) => "#NUM!",
        (true, 0x2A) => "#N/A",
        (true, _) => return None,
    };
    Some(text.to_owned())
}

/// A number in 30 bits: whole, or the upper half of a fraction, and perhaps a hundredth of it.
fn packed_number(bits: u32) -> f64 {
    let number = if bits & 2 == 0 {
        f64::from_bits(u64::from(bits & !3) << 32)
    } else {
        f64::from(bits.cast_signed() >> 2)
    };
    if bits & 1 == 0 { number } else { number / 100.0 }
}

/// A text of so many letters after a byte that says whether each has one byte or two.
fn wide_text(bytes: &[u8], letters: usize) -> String {
    let Some((&flags, rest)) = bytes.split_first() else { return String::new() };
    if flags & 1 == 0 {
        narrow(rest.get(..letters).unwrap_or(rest))
    } else {
        wide(rest.get(..2 * letters).unwrap_or(rest))
    }
}

fn narrow(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

fn wide(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])).collect();
    String::from_utf16_lossy(&units)
}

/// The records of a sheet without those of the charts in it.
fn own_records(stream: &[u8]) -> impl Iterator<Item = Record<'_>> {
    let mut depth = 0_usize;
    RecordsOf { stream }
        .map_while(move |one| {
            match one.number {
                record::BEGIN => depth += 1,
                record::END if depth <= 1 => return None,
                record::END => depth -= 1,
                _ => {}
            }
            Some((depth, one))
        })
        .filter(|(depth, _)| *depth <= 1)
        .map(|(_, one)| one)
}

/// Cells that reach over several rows, by their first place: the last row.
fn merged_cells(stream: &[u8]) -> BTreeMap<(u32, u32), u32> {
    let merged = own_records(stream).filter(|one| one.number == record::MERGED);
    let places = merged.flat_map(|one| {
        let bytes = one.bytes().get(2..).unwrap_or_default();
        bytes.chunks_exact(8).map(|place| {
            let number = |at: usize| u32::from(u16::from_le_bytes([place[at], place[at + 1]]));
            ((number(0), number(4)), number(2))
        })
    });
    places.filter(|((first, _), last)| last > first).collect()
}

/// The texts that cells share. A text may go on in the next record, and then says anew how wide its letters
/// are.
fn shared_strings(parts: &[&[u8]]) -> Vec<Box<str>> {
    let mut reading = Reading { parts, at: 8 };
    let mut strings = Vec::new();
    while let Some(text) = reading.text() {
        strings.push(text.into_boxed_str());
    }
    strings
}

struct Reading<'s> {
    parts: &'s [&'s [u8]],
    at: usize,
}

impl<'s> Reading<'s> {
    /// The bytes that follow, at most so many and no further than the end of the part.
    fn some(&mut self, most: usize) -> Option<&'s [u8]> {
        while self.parts.first().is_some_and(|part| self.at >= part.len()) {
            self.parts = &self.parts[1..];
            self.at = 0;
        }
        let part = self.parts.first()?;
        let end = self.at.saturating_add(most).min(part.len());
        let bytes = &part[self.at..end];
        self.at = end;
        Some(bytes)
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            count -= self.some(count)?.len();
        }
        Some(())
    }

    fn number(&mut self, bytes: usize) -> Option<usize> {
        let mut number = 0;
        for place in 0..bytes {
            number |= usize::from(self.some(1)?[0]) << (8 * place);
        }
        Some(number)
    }

    fn text(&mut self) -> Option<String> {
        let (mut letters, mut flags) = (self.number(2)?, self.number(1)?);
        let runs = if flags & 8 == 0 { 0 } else { self.number(2)? };
        let spoken = if flags & 4 == 0 { 0 } else { self.number(4)? };
        let mut text = String::new();
        while letters > 0 {
            let is_part_done = self.parts.first().is_none_or(|part| self.at >= part.len());
            if is_part_done {
                flags = self.number(1)?;
            }
            let width = 1 + (flags & 1);
            let bytes = self.some(letters * width)?;
            text += &if width == 1 { narrow(bytes) } else { wide(bytes) };
            // Half a letter at the end of a part is lost, and counted so that this ends.
            letters = letters.saturating_sub(bytes.len().div_ceil(width));
        }
        self.skip(4 * runs)?;
        self.skip(spoken)?;
        Some(text)
    }
}

/// The encoding of a code page's number.
const fn code_page(number: u16) -> &'static Table {
    match number {
        866 => encoding_rs::IBM866,
        874 => encoding_rs::WINDOWS_874,
        932 => encoding_rs::SHIFT_JIS,
        936 => encoding_rs::GBK,
        949 => encoding_rs::EUC_KR,
        950 => encoding_rs::BIG5,
        1250 => encoding_rs::WINDOWS_1250,
        1251 => encoding_rs::WINDOWS_1251,
        1253 => encoding_rs::WINDOWS_1253,
        1254 => encoding_rs::WINDOWS_1254,
        1255 => encoding_rs::WINDOWS_1255,
        1256 => encoding_rs::WINDOWS_1256,
        1257 => encoding_rs::WINDOWS_1257,
        1258 => encoding_rs::WINDOWS_1258,
        10000 => encoding_rs::MACINTOSH,
        _ => encoding_rs::WINDOWS_1252,
    }
}
