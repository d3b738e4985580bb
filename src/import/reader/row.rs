//! One row of a table: its cells by field, and the problems found in them.

use crate::import::columns::Columns;
use crate::import::escape::unguarded;
use crate::import::field::Field;
use crate::import::problem::{Column, Problem, ProblemKind};
use crate::import::problems::Problems;
use crate::import::sheet::{CountedBy, Row as InFile, Sheet};
use std::borrow::Cow;

/// A row while it is being read. What is wrong with its cells is told to [`Row::wrong`].
#[derive(Debug)]
pub struct Row<'a> {
    /// The file as the user named it.
    pub file: &'a str,
    /// The table.
    pub sheet: &'a Sheet,
    /// Which row of it.
    pub number: usize,
    /// What its columns hold.
    pub columns: &'a Columns,
    /// What was wrong so far.
    pub problems: &'a mut Problems,
    kept: Vec<String>,
}

/// Rows above that a sign for "as above" may reach over.
const MOST_ABOVE: usize = 1_000;

/// Whether a cell says that it is as the one above.
fn is_ditto(cell: &str) -> bool {
    /// The longest such cell in bytes.
    const LONGEST: usize = 14;
    const SIGNS: [&str; 8] = ["\"", "''", "〃", "″", "”", "“", "„", "同上"];
    const WORDS: [&str; 13] = [
        "idem",
        "id.",
        "ditto",
        "do.",
        "dito",
        "dto.",
        "same",
        "as above",
        "same as above",
        "ibid",
        "ibid.",
        "s. o.",
        "wie oben",
    ];
    let is_word = || WORDS.iter().any(|word| cell.eq_ignore_ascii_case(word));
    cell.len() <= LONGEST
        && match cell.as_bytes() {
            [b'"' | b'\'' | 0xe2 | 0xe3 | 0xe5, ..] => SIGNS.contains(&cell),
            [b'i' | b'I' | b'd' | b'D' | b's' | b'S' | b'a' | b'A' | b'w' | b'W', ..] => is_word(),
            _ => false,
        }
}

impl<'a> Row<'a> {
    /// A row of a table.
    pub fn new(
        file: &'a str,
        sheet: &'a Sheet,
        number: usize,
        columns: &'a Columns,
        problems: &'a mut Problems,
    ) -> Self {
        Self { file, sheet, number, columns, problems, kept: Vec::new() }
    }

    /// The row as it stands in the file.
    #[must_use]
    pub fn in_file(&self) -> InFile<'a> {
        self.sheet.grid.row(self.sheet.body.start + self.number)
    }

    /// The line that it starts on.
    #[must_use]
    pub fn line(&self) -> u64 {
        self.in_file().line()
    }

    /// How many cells the row of headings has, in a file of lines.
    #[must_use]
    pub fn headings_in_file(&self) -> Option<usize> {
        let Sheet { count, heading_line, body, grid, .. } = self.sheet;
        if *count != CountedBy::Lines || body.start == 0 {
            return None;
        }
        let headings = grid.row(body.start - 1);
        (Some(headings.line()) == *heading_line).then(|| headings.count())
    }

    /// Whether a column holds the field.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        !self.columns.places(field).is_empty()
    }

    /// The text of a field without the space around it; empty if there is none. What stands in several
    /// columns is put together.
    #[must_use]
    pub fn text(&self, field: Field) -> Cow<'a, str> {
        match self.columns.places(field) {
            [] => Cow::Borrowed(""),
            [only] => Cow::Borrowed(self.cell(field, *only)),
            several => {
                let cells: Vec<&str> = several
                    .iter()
                    .map(|place| self.cell(field, *place))
                    .filter(|cell| !cell.is_empty())
                    .collect();
                Cow::Owned(cells.join(field.joint().unwrap_or(" ")))
            }
        }
    }

    /// The text of each column that holds a field.
    #[must_use]
    pub fn texts(&self, field: Field) -> Vec<&'a str> {
        self.columns.places(field).iter().map(|place| self.cell(field, *place)).collect()
    }

    /// The same, with the heading of each column.
    #[must_use]
    pub fn headed_texts(&self, field: Field) -> Vec<(&'a str, &'a str)> {
        let places = self.columns.places(field).iter();
        places.map(|&place| (self.columns.heading(place), self.cell(field, place))).collect()
    }

    /// A cell; empty if it says that there is nothing. A sign for "as above" stands for the cell above.
    fn cell(&self, field: Field, place: usize) -> &'a str {
        let mut cell = self.sheet.cell(self.number, place).trim();
        if !self.columns.is_complete && is_ditto(cell) {
            let above = (0..self.number).rev().take(MOST_ABOVE).map(|row| self.sheet.cell(row, place).trim());
            cell = above.into_iter().find(|cell| !is_ditto(cell)).unwrap_or_default();
        }
        let cell = unguarded(cell);
        if self.columns.is_nothing(field, place, cell) { "" } else { cell }
    }

    /// How much was found wrong, and how much is kept for the note.
    #[must_use]
    pub fn said(&self) -> (usize, usize) {
        (self.problems.count(), self.kept.len())
    }

    /// Keeps the words of what is left out, for the meeting's note.
    pub fn keep(&mut self, what: &str, text: &str) {
        self.keep_words(format!("{what} as written: {text}"));
    }

    /// Keeps a sentence for the meeting's note.
    pub fn keep_words(&mut self, words: String) {
        self.kept.push(words);
    }

    /// The note of the row, with the words of what was left out. Called last.
    pub fn note(&mut self) -> String {
        let note = self.text(Field::Note);
        let kept = std::mem::take(&mut self.kept).into_iter().filter(|words| !note.contains(words.as_str()));
        let own = std::iter::once(note.clone()).filter(|note| !note.is_empty());
        let parts: Vec<Cow<'_, str>> = own.chain(kept.map(Cow::Owned)).collect();
        parts.join("; ")
    }

    /// Records what is wrong with a field's cell. The row is kept.
    pub fn wrong(&mut self, field: Field, kind: impl Into<ProblemKind>) {
        self.wrong_at(self.columns.places(field).first().copied(), kind.into());
    }

    /// Records what is wrong at a column's place, or with the row as a whole. The row is kept.
    pub fn wrong_at(&mut self, place: Option<usize>, kind: ProblemKind) {
        let column = place.map(|place| self.columns.column(place));
        self.problems.push(self.problem(column, kind, false));
    }

    /// Records why the row is left out.
    pub fn lost(&mut self, kind: ProblemKind) {
        self.problems.push(self.problem(None, kind, true));
    }

    fn problem(&self, column: Option<Column>, kind: ProblemKind, row_lost: bool) -> Problem {
        let line = Some(self.line());
        Problem { file: self.file.to_owned(), line, column, kind, row_lost, meeting: None }
    }
}
