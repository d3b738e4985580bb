//! A row of a spreadsheet or a web page in the making: cells at places, and cells that reach down over
//! several rows.

use crate::import::sheet::{Full, Growing};
use std::collections::BTreeMap;
use std::ops::Range;

/// The cells of one row, put in any order.
#[derive(Debug, Default)]
pub struct SpreadRow {
    text: String,
    cells: Vec<(u32, Range<usize>)>,
    /// Of the filled cells, how many are struck through.
    struck: usize,
}

impl SpreadRow {
    /// Puts a cell into a column, counted from 0.
    pub fn put(&mut self, column: u32, text: &str) -> Result<(), Full> {
        if self.text.len() + text.len() > MOST_ROW {
            return Err(Full);
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.cells.push((column, start..self.text.len()));
        Ok(())
    }

    /// Puts a cell whose text is struck through.
    pub fn put_struck(&mut self, column: u32, text: &str) -> Result<(), Full> {
        self.struck += usize::from(!text.trim().is_empty());
        self.put(column, text)
    }

    /// How many cells were put.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether none was put.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Ends the row: cells from above are filled in, and it is added to the grid. It is empty then.
    pub fn end(&mut self, row: u32, spans: &mut Spans, grid: &mut Growing) -> Result<(), Full> {
        // Beside what is struck a remark may stand.
        let filled = || self.cells.iter().filter(|(_, range)| !self.text[range.clone()].trim().is_empty());
        if self.struck > 0 && self.struck * 2 > filled().count() {
            grid.strike();
        }
        self.struck = 0;
        if !spans.open.is_empty() {
            spans.fill(row, self)?;
        }
        // A stable order: the first cell of a column stands, the filled ones come last.
        if !self.cells.is_sorted_by_key(|(column, _)| *column) {
            self.cells.sort_by_key(|(column, _)| *column);
        }
        let mut last = None;
        for (column, range) in &self.cells {
            if last != Some(*column) && !range.is_empty() {
                grid.cell_at(*column as usize, &self.text[range.clone()])?;
                last = Some(*column);
            }
        }
        grid.end_row(u64::from(row) + 1);
        self.cells.clear();
        self.text.clear();
        Ok(())
    }
}

/// Cells that reach over rows below their own.
#[derive(Debug, Default)]
pub struct Spans {
    open: BTreeMap<u32, Span>,
    /// How many cells were filled, which a small file must not drive up for ever.
    filled: usize,
}

#[derive(Debug)]
struct Span {
    last_row: u32,
    text: String,
}

/// The most bytes of a row.
const MOST_ROW: usize = 32 << 20;
/// The longest text that is repeated, in bytes.
const LONGEST: usize = 4096;
/// The most cells that are filled from above or from the left.
const MOST_FILLED: usize = 2_000_000;

impl Spans {
    /// A cell of a column reaches down to this row. A very long text is not repeated there.
    pub fn open(&mut self, column: u32, last_row: u32, text: &str) {
        let text = if text.len() > LONGEST { "" } else { text };
        self.open.insert(column, Span { last_row, text: text.to_owned() });
    }

    /// Whether a cell from above reaches to this place.
    #[must_use]
    pub fn covers(&self, row: u32, column: u32) -> bool {
        self.open.get(&column).is_some_and(|span| span.last_row >= row)
    }

    /// A cell is repeated in so many columns.
    pub fn repeat(&mut self, columns: u32) -> Result<(), Full> {
        self.filled += columns as usize;
        if self.filled > MOST_FILLED { Err(Full) } else { Ok(()) }
    }

    fn fill(&mut self, row: u32, cells: &mut SpreadRow) -> Result<(), Full> {
        self.open.retain(|_, span| span.last_row >= row);
        for (column, span) in &self.open {
            cells.put(*column, &span.text)?;
        }
        self.filled += self.open.len();
        if self.filled > MOST_FILLED { Err(Full) } else { Ok(()) }
    }
}
