//! A table of cells as a file holds it, before anything in it is understood.
//!
//! All cells of a table stand one after the other in one text, each followed by one byte that belongs to
//! none, and a cell costs four bytes besides its letters: a million rows cost little more than their text.

use super::csv::record::Fault;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The most columns of a table: as many as a spreadsheet can have.
pub const MOST_COLUMNS: usize = 16_384;
/// The most bytes of a cell. A row with a longer one is left out.
pub const MOST_CELL: usize = 1 << 20;

/// What is wrong with the form of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// It is too long and left out, or its quotes are wrong.
    Form(Fault),
    /// It has so many cells; those after the first [`MOST_COLUMNS`] are left out.
    TooManyCells(usize),
    /// The line is no JSON; it is the row's only cell.
    NotJson,
}

/// How a file counts its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedBy {
    /// By lines of text.
    Lines,
    /// By rows of a spreadsheet or a web page.
    Rows,
    /// By records, none of which has a line of its own.
    Records,
}

impl CountedBy {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Lines, Self::Rows, Self::Records];
}

/// How much a table may grow to, so that a small file that repeats itself does not fill the memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Bytes of text.
    pub text: usize,
    /// Cells.
    pub cells: usize,
}

impl Room {
    /// For what a file of so many bytes holds: more than any real one needs, as text is packed to a tenth and
    /// seldom to less.
    #[must_use]
    pub const fn of_file(bytes: usize) -> Self {
        let text = (32 << 20) + bytes.saturating_mul(32);
        let text = if text < MOST_TEXT { text } else { MOST_TEXT };
        Self { text, cells: text / 8 }
    }

    /// The room of each of so many tables together.
    #[must_use]
    pub const fn shared_by(self, tables: usize) -> Self {
        let tables = if tables == 0 { 1 } else { tables };
        Self { text: self.text / tables, cells: self.cells / tables }
    }
}

/// The most bytes of text in a table: its places are counted in 32 bits.
pub const MOST_TEXT: usize = u32::MAX as usize;

/// A table would outgrow its [`Room`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct RowStart {
    cell: u32,
    text: u32,
    line: u32,
}

/// Rows of cells, of any lengths. Rows without a letter are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    text: String,
    ends: Vec<u32>,
    rows: Vec<RowStart>,
    faults: BTreeMap<u32, RowFault>,
    struck: BTreeSet<u32>,
}

impl Grid {
    /// How many rows there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The row at a place.
    #[must_use]
    pub fn row(&self, place: usize) -> Row<'_> {
        Row { grid: self, place }
    }

    /// Every row.
    #[must_use]
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = Row<'_>> + ExactSizeIterator {
        (0..self.len()).map(|place| self.row(place))
    }

    /// Without the signs of footnotes at the ends of cells, `France[1]`, `Paris†`, from a row on. The same
    /// grid if it has none.
    #[must_use]
    pub fn without_note_signs(self, from: usize) -> Self {
        if !self.may_have_note_signs() {
            return self;
        }
        let mut bare = Self { faults: self.faults.clone(), struck: self.struck.clone(), ..Self::default() };
        for (number, row) in self.rows().enumerate() {
            let cell = u32::try_from(bare.ends.len()).expect("there are no more than before");
            let text = u32::try_from(bare.text.len()).expect("it is no longer than before");
            bare.rows.push(RowStart { cell, text, line: self.rows[number].line });
            for cell in row.cells() {
                bare.text.push_str(if number < from { cell } else { without_note_signs(cell) });
                bare.ends.push(u32::try_from(bare.text.len()).expect("it is no longer than before"));
                bare.text.push('\n');
            }
        }
        bare
    }

    /// Whether some cell ends as one with the sign of a footnote does.
    fn may_have_note_signs(&self) -> bool {
        let text = self.text.as_bytes();
        // Each cell is followed by a line break.
        let ends_cell = |at: usize| {
            let sign = self.text[at..].chars().next().filter(|sign| NOTE_SIGNS.contains(sign));
            sign.is_some_and(|sign| text.get(at + sign.len_utf8()) == Some(&b'\n'))
        };
        memchr::memchr(b'[', text).is_some() || memchr::memchr3_iter(b'*', 0xc2, 0xe2, text).any(ends_cell)
    }

    fn cells_of(&self, place: usize) -> Range<usize> {
        let end = self.rows.get(place + 1).map_or(self.ends.len(), |next| next.cell as usize);
        self.rows[place].cell as usize..end
    }
}

/// Signs of footnotes, and numbers that are raised as they are.
const NOTE_SIGNS: [char; 13] = ['*', '†', '‡', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁰'];

/// A cell without the signs of footnotes behind it: stars, daggers and raised numbers, numbers and letters in
/// square brackets that follow the text at once. `120 m²` is no such cell.
fn without_note_signs(cell: &str) -> &str {
    let is_of_text =
        |letter: char| letter.is_alphanumeric() || matches!(letter, ')' | ']' | '.' | '\'' | '’');
    let is_unit =
        |before: &str| before.ends_with([' ', 'm']) && before.contains(|sign: char| sign.is_ascii_digit());
    let mut bare = without_notes_in_brackets(cell);
    while let Some(before) = bare.strip_suffix(NOTE_SIGNS) {
        let is_raised = !bare.ends_with(['*', '†', '‡']);
        let text = before.trim_end_matches([',', ' ']).trim_end_matches(NOTE_SIGNS);
        if !text.ends_with(is_of_text) || (is_raised && is_unit(text)) {
            break;
        }
        bare = without_notes_in_brackets(before.trim_end_matches([',', ' ']));
    }
    bare
}

fn without_notes_in_brackets(cell: &str) -> &str {
    /// Letters of the longest such sign.
    const LONGEST: usize = 8;
    let is_sign = |inside: &str| {
        let number = inside.strip_prefix("note ").or_else(|| inside.strip_prefix("nb ")).unwrap_or(inside);
        let is_number = number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit());
        let is_letter = matches!(number.as_bytes(), [b'a'..=b'z' | b'*']);
        !number.is_empty() && inside.len() <= LONGEST && (is_number || is_letter)
    };
    let mut bare = cell.trim_end();
    while let Some((before, inside)) = bare.strip_suffix(']').and_then(|rest| rest.rsplit_once('['))
        && is_sign(inside)
        && before.ends_with(|letter: char| {
            letter.is_alphanumeric() || matches!(letter, ')' | ']' | '.' | '\'' | '’')
        })
    {
        bare = before;
    }
    bare
}

/// A row of a table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    grid: &'a Grid,
    place: usize,
}

impl<'a> Row<'a> {
    /// The line, row or record of the file that it starts on, counted from 1.
    #[must_use]
    pub fn line(self) -> u64 {
        u64::from(self.grid.rows[self.place].line)
    }

    /// The line that it ends on, if the file counts lines.
    #[must_use]
    pub fn last_line(self) -> u64 {
        let breaks: usize =
            self.cells().map(|cell| memchr::memchr_iter(b'\n', cell.as_bytes()).count()).sum();
        self.line() + breaks as u64
    }

    /// What is wrong with its form.
    #[must_use]
    pub fn fault(self) -> Option<RowFault> {
        self.grid.faults.get(&(self.place as u32)).copied()
    }

    /// Whether the file shows it struck through.
    #[must_use]
    pub fn is_struck(self) -> bool {
        self.grid.struck.contains(&(self.place as u32))
    }

    /// How many cells it has.
    #[must_use]
    pub fn count(self) -> usize {
        self.grid.cells_of(self.place).len()
    }

    /// The cell at a place; empty past the last one.
    #[must_use]
    pub fn cell(self, place: usize) -> &'a str {
        let cells = self.grid.cells_of(self.place);
        if place >= cells.len() {
            return "";
        }
        let at = cells.start + place;
        let start = if place == 0 { self.grid.rows[self.place].text } else { self.grid.ends[at - 1] + 1 };
        &self.grid.text[start as usize..self.grid.ends[at] as usize]
    }

    /// Its cells.
    #[must_use]
    pub fn cells(self) -> impl DoubleEndedIterator<Item = &'a str> + ExactSizeIterator {
        (0..self.count()).map(move |place| self.cell(place))
    }

    /// How many of its cells hold something.
    #[must_use]
    pub fn filled(self) -> usize {
        self.cells().filter(|cell| !cell.trim().is_empty()).count()
    }

    /// Its cells that hold something, as one text.
    #[must_use]
    pub fn as_text(self) -> String {
        let filled: Vec<&str> = self.cells().map(str::trim).filter(|cell| !cell.is_empty()).collect();
        filled.join(" ")
    }
}

/// A grid in the making, cell by cell.
#[derive(Debug)]
pub struct Growing {
    grid: Grid,
    room: Room,
    first_cell: usize,
    start: usize,
    has_ink: bool,
    fault: Option<RowFault>,
    is_struck: bool,
    count: usize,
    /// Bytes of cells that were too long, which cost time all the same.
    spent: usize,
}

impl Growing {
    /// An empty one.
    #[must_use]
    pub fn new(room: Room) -> Self {
        let grid = Grid::default();
        Self {
            grid,
            room,
            first_cell: 0,
            start: 0,
            has_ink: false,
            fault: None,
            is_struck: false,
            count: 0,
            spent: 0,
        }
    }

    /// Puts a cell at the end of the row.
    pub fn cell(&mut self, text: &str) -> Result<(), Full> {
        self.count += 1;
        if self.count > MOST_COLUMNS {
            self.fault = self.fault.or(Some(RowFault::TooManyCells(self.count)));
            return Ok(());
        }
        if text.len() > MOST_CELL {
            self.fault = Some(RowFault::Form(Fault::TooLong));
            self.spent += text.len();
            return if self.spent < self.room.text { Ok(()) } else { Err(Full) };
        }
        let end = self.grid.text.len() + text.len();
        // A row costs as much as three cells.
        if end >= self.room.text || self.grid.ends.len() + 3 * self.grid.rows.len() >= self.room.cells {
            return Err(Full);
        }
        self.has_ink |= text.bytes().any(|byte| !byte.is_ascii_whitespace());
        self.grid.text.push_str(text);
        self.grid.text.push('\n');
        self.grid.ends.push(end as u32);
        Ok(())
    }

    /// Puts a cell at a place, counted from 0, with empty ones before it as far as the row does not reach
    /// there yet.
    pub fn cell_at(&mut self, place: usize, text: &str) -> Result<(), Full> {
        while self.count < place.min(MOST_COLUMNS) {
            self.cell("")?;
        }
        self.count = self.count.max(place);
        self.cell(text)
    }

    /// Says what is wrong with the row in the making.
    pub fn fault(&mut self, fault: RowFault) {
        self.fault = Some(fault);
    }

    /// Says that the row in the making is struck through.
    pub fn strike(&mut self) {
        self.is_struck = true;
    }

    /// The row in the making is as another is, but for its cells.
    pub fn as_is(&mut self, row: Row<'_>) {
        self.fault = row.fault().or(self.fault);
        self.is_struck = row.is_struck();
    }

    /// Ends the row, which started on this line. It is dropped if it holds nothing.
    pub fn end_row(&mut self, line: u64) {
        if let Some(RowFault::TooManyCells(count)) = &mut self.fault {
            *count = self.count;
        }
        if self.fault == Some(RowFault::Form(Fault::TooLong)) {
            self.grid.ends.truncate(self.first_cell);
            self.grid.text.truncate(self.start);
        }
        if self.has_ink || self.fault.is_some() {
            let line = u32::try_from(line).unwrap_or(u32::MAX);
            let row = RowStart { cell: self.first_cell as u32, text: self.start as u32, line };
            if let Some(fault) = self.fault {
                self.grid.faults.insert(self.grid.rows.len() as u32, fault);
            }
            if self.is_struck {
                self.grid.struck.insert(self.grid.rows.len() as u32);
            }
            self.grid.rows.push(row);
        } else {
            self.grid.ends.truncate(self.first_cell);
            self.grid.text.truncate(self.start);
        }
        self.first_cell = self.grid.ends.len();
        self.start = self.grid.text.len();
        (self.has_ink, self.fault, self.is_struck, self.count) = (false, None, false, 0);
    }

    /// How many rows are ended.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.grid.len()
    }

    /// Whether no row is ended.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.grid.is_empty()
    }

    /// The grid.
    #[must_use]
    pub fn finish(mut self) -> Grid {
        self.grid.text.shrink_to_fit();
        self.grid.ends.shrink_to_fit();
        self.grid
    }
}

/// A grid that is laid over a text that stands already: the cells are places in it.
#[derive(Debug, Default)]
pub struct Laid {
    ends: Vec<u32>,
    rows: Vec<RowStart>,
    faults: BTreeMap<u32, RowFault>,
}

impl Laid {
    /// How many cells there are.
    #[must_use]
    pub const fn cells(&self) -> usize {
        self.ends.len()
    }

    /// How many rows there are.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.rows.len()
    }

    /// The lengths of the rows in cells.
    pub fn lengths(&self) -> impl Iterator<Item = usize> {
        let ends = self.rows.iter().skip(1).map(|row| row.cell as usize).chain([self.ends.len()]);
        self.rows.iter().zip(ends).map(|(row, end)| end - row.cell as usize)
    }

    /// How many rows have a fault.
    #[must_use]
    pub fn faults(&self) -> usize {
        self.faults.len()
    }

    /// Ends a cell at this byte; the next one of the row begins a byte later.
    pub fn end_cell(&mut self, end: usize) {
        self.ends.push(end as u32);
    }

    /// Where the cells from this one on end.
    pub fn ends(&self, first: usize) -> impl Iterator<Item = usize> {
        self.ends[first..].iter().map(|end| *end as usize)
    }

    /// Takes cells back, down to so many.
    pub fn take_back(&mut self, cells: usize) {
        self.ends.truncate(cells);
    }

    /// Ends a row that began with this cell, at this byte, on this line.
    pub fn end_row(&mut self, cell: usize, text: usize, line: u32, fault: Option<RowFault>) {
        if let Some(fault) = fault {
            self.faults.insert(self.rows.len() as u32, fault);
        }
        self.rows.push(RowStart { cell: cell as u32, text: text as u32, line });
    }

    /// The grid over its text, which has less than [`MOST_TEXT`] bytes.
    #[must_use]
    pub fn over(mut self, text: String) -> Grid {
        self.ends.shrink_to_fit();
        Grid { text, ends: self.ends, rows: self.rows, faults: self.faults, struck: BTreeSet::new() }
    }
}

/// A table with its headings, the texts around it, and its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The name of the sheet, or of the part of the file; empty if it has none.
    pub name: String,
    /// How its rows are counted.
    pub count: CountedBy,
    /// A heading for each column.
    pub headings: Vec<String>,
    /// The line that the headings stand on; `None` if the file has none and they were made for it.
    pub heading_line: Option<u64>,
    /// The rows above the headings, each as one text.
    pub before: Vec<String>,
    /// The notes below the rows, each as one text.
    pub after: Vec<String>,
    /// Where in the grid each column stands, counted from 0: empty columns are passed over.
    pub places: Vec<usize>,
    /// Which rows of the grid are rows of the table.
    pub body: Range<usize>,
    /// All rows of the file.
    pub grid: Grid,
    /// Of a table that is made of several, by the first row of each: the year that its name says, if it says
    /// one.
    pub years: BTreeMap<usize, Option<i16>>,
    /// How many rows headed groups of others, and became cells of those.
    pub heads: usize,
    /// How many columns became rows, one for each of their cells.
    pub spread: usize,
}

impl Sheet {
    /// The same table with other columns and rows.
    #[must_use]
    pub fn made_anew(&self, headings: Vec<String>, grid: Grid) -> Self {
        Self {
            name: self.name.clone(),
            count: self.count,
            heading_line: self.heading_line,
            before: self.before.clone(),
            after: self.after.clone(),
            places: (0..headings.len()).collect(),
            headings,
            body: 0..grid.len(),
            grid,
            years: BTreeMap::new(),
            heads: 0,
            spread: 0,
        }
    }

    /// How many columns it has.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.headings.len()
    }

    /// How many rows it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.body.len()
    }

    /// Whether it has no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.body.is_empty()
    }

    /// The cell of a row and a column, as it stands; empty where the row has none.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let Some(&place) = self.places.get(column) else { return "" };
        if row < self.len() { self.grid.row(self.body.start + row).cell(place) } else { "" }
    }

    /// Its rows in the grid, for lines and faults. Their cells count by [`Sheet::places`].
    #[must_use]
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.body.clone().map(|place| self.grid.row(place))
    }

    /// The cells of a row, one for each column.
    #[must_use]
    pub fn cells(&self, row: usize) -> impl ExactSizeIterator<Item = &str> {
        (0..self.width()).map(move |column| self.cell(row, column))
    }
}
