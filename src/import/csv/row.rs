//! One row of a table: its cells by field, and the problems found in them.

use super::column::{Columns, Field};
use super::escape::unguarded;
use crate::import::problem::{Column, Problem, ProblemKind};
use crate::import::problems::Problems;

/// A row while it is being read. Cells are taken out once; what is wrong with them is told to [`Row::wrong`].
#[derive(Debug)]
pub struct Row<'a> {
    /// The file as the user named it.
    pub file: &'a str,
    /// The line the row starts on.
    pub line: u64,
    /// The header.
    pub columns: &'a Columns,
    /// What was wrong so far.
    pub problems: &'a mut Problems,
    cells: Vec<String>,
    kept: Vec<String>,
}

impl<'a> Row<'a> {
    /// A row of decoded cells, in the order of the header; what goes beyond it is left out.
    pub fn new(
        file: &'a str,
        line: u64,
        columns: &'a Columns,
        cells: &[Vec<u8>],
        problems: &'a mut Problems,
    ) -> Self {
        let mut row = Self { file, line, columns, problems, cells: Vec::new(), kept: Vec::new() };
        let decoded = cells
            .iter()
            .take(columns.count())
            .enumerate()
            .map(|(place, cell)| row.decoded(place, cell))
            .collect();
        row.cells = decoded;
        row
    }

    /// Whether a column holds the field.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.columns.place(field).is_some()
    }

    /// The text of a field without the space around it; empty if there is none. A second call gives an empty text.
    pub fn take(&mut self, field: Field) -> String {
        let cell = self.columns.place(field).and_then(|place| self.cells.get_mut(place));
        cell.map(std::mem::take).map(|text| unguarded(text.trim()).to_owned()).unwrap_or_default()
    }

    /// The text of a field that is not taken yet, without the space around it.
    #[must_use]
    pub fn text(&self, field: Field) -> &str {
        self.columns
            .place(field)
            .and_then(|place| self.cells.get(place))
            .map_or("", |text| unguarded(text.trim()))
    }

    /// Keeps the words of what is left out, for the meeting's note.
    pub fn keep(&mut self, what: &str, text: &str) {
        self.kept.push(format!("{what} as written: {text}"));
    }

    /// The note of the row, with the words of what was left out. Called last.
    pub fn note(&mut self) -> String {
        let note = self.take(Field::Note);
        let kept = std::mem::take(&mut self.kept).into_iter().filter(|words| !note.contains(words.as_str()));
        let parts: Vec<String> =
            std::iter::once(note.clone()).filter(|note| !note.is_empty()).chain(kept).collect();
        parts.join("; ")
    }

    /// Records what is wrong with a field's cell. The row is kept.
    pub fn wrong(&mut self, field: Field, kind: impl Into<ProblemKind>) {
        self.wrong_at(self.columns.place(field), kind.into());
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
        Problem { file: self.file.to_owned(), line: Some(self.line), column, kind, row_lost, meeting: None }
    }

    fn decoded(&mut self, place: usize, cell: &[u8]) -> String {
        let mut text = match std::str::from_utf8(cell) {
            Ok(text) => text.to_owned(),
            Err(error) => {
                let at = error.valid_up_to();
                self.wrong_at(Some(place), ProblemKind::NotUtf8 { at: at + 1, byte: cell[at] });
                String::from_utf8_lossy(cell).into_owned()
            }
        };
        if text.contains('\0') {
            self.wrong_at(Some(place), ProblemKind::Nul);
            text.retain(|letter| letter != '\0');
        }
        text
    }
}
