//! What the user stated about a file, where the program would otherwise find out by itself.

use crate::import::encoding::Encoding;
use serde::{Deserialize, Serialize};

/// Which row holds the headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeadingRow {
    /// The first row on this line or below it, counted from 1.
    Line(u64),
    /// None does: headings are made.
    None,
}

/// What is stated about a file; what is `None` is found.
#[derive(Clone, Copy)]
pub struct Stated<'a> {
    /// The encoding of text.
    pub encoding: Option<Encoding>,
    /// The name of the sheet, or of the file within a ZIP file.
    pub sheet: Option<&'a str>,
    /// What parts the cells of a text table.
    pub delimiter: Option<u8>,
    /// Where the headings stand.
    pub headings: Option<HeadingRow>,
    /// Whether a text is a heading that is known.
    pub known: &'a dyn Fn(&str) -> bool,
}

impl Default for Stated<'_> {
    fn default() -> Self {
        Self { encoding: None, sheet: None, delimiter: None, headings: None, known: &|_| false }
    }
}

impl std::fmt::Debug for Stated<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { encoding, sheet, delimiter, headings, known: _ } = self;
        let mut shown = formatter.debug_struct("Stated");
        shown.field("encoding", encoding).field("sheet", sheet);
        shown.field("delimiter", delimiter).field("headings", headings).finish_non_exhaustive()
    }
}
