//! A file → meetings and problems: the good rows are kept, what is wrong is said with its line and column.

pub mod problem;
pub mod csv;

use self::problem::Problem;
use crate::meeting::table::Meetings;
use std::path::Path;

/// What an import gives: every row that could be read, and a problem for everything that could not.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// The rows, in the order of the files.
    pub meetings: Meetings,
    /// In the order of files and lines.
    pub problems: Vec<Problem>,
}

/// The meetings that the program ships (`data/meetings.csv`).
#[must_use]
pub fn embedded() -> Import {
    todo!("skeleton")
}

/// Reads files one after the other into one table. A file that cannot be read at all becomes a problem without a line.
/// `-` is standard input.
#[must_use]
pub fn files<P: AsRef<Path>>(_paths: &[P]) -> Import {
    todo!("skeleton")
}
