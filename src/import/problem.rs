//! The one problem type: what was found where, what was expected, and what to do.

use serde::Serialize;
use std::fmt;

/// Something wrong in a file, with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The file as the user named it.
    pub file: String,
    /// The line, counted from 1; `None` if it concerns the whole file.
    pub line: Option<u64>,
    /// The column, if it concerns one cell.
    pub column: Option<Column>,
    /// What is wrong, in one sentence without a final full stop: what was found and what was expected.
    pub message: String,
    /// What to do or what may be meant; empty if nothing can be offered.
    pub suggestion: String,
    /// Whether the row was left out of the table (otherwise it was kept without the faulty part).
    pub row_lost: bool,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Counted from 1.
    pub number: usize,
    /// As the header names it.
    pub name: String,
}

/// `trips.csv:14, column 2 (start): 2024-02-30 is no date: February 2024 has 29 days. …`
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column {} ({})", column.number, column.name)?;
        }
        write!(f, ": {}", self.message)?;
        if !self.suggestion.is_empty() {
            write!(f, ". {}", self.suggestion)?;
        }
        Ok(())
    }
}
