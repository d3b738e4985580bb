//! The table of meetings: rows in the file's order, found by number or id.

use super::Meeting;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// All meetings of a session. Its inside is private, so that it can be stored otherwise without anyone else knowing.
#[derive(Clone, Debug, Default)]
pub struct Meetings {
    rows: Vec<Meeting>,
    row_of_id: BTreeMap<String, usize>,
    searched: OnceLock<Vec<String>>,
}

impl PartialEq for Meetings {
    fn eq(&self, other: &Self) -> bool {
        let Self { rows, row_of_id: _, searched: _ } = self;
        *rows == other.rows
    }
}

impl Meetings {
    /// Adds a meeting and gives its row, or gives it back if its id is taken.
    pub fn push(&mut self, meeting: Meeting) -> Result<usize, Box<Meeting>> {
        if self.row_of_id.contains_key(&meeting.id) {
            return Err(Box::new(meeting));
        }
        let row = self.rows.len();
        self.row_of_id.insert(meeting.id.clone(), row);
        self.rows.push(meeting);
        self.searched = OnceLock::new();
        Ok(row)
    }

    /// The same table with some of its meetings otherwise. Their ids must be the same.
    #[must_use]
    pub fn with(&self, changed: Vec<(usize, Meeting)>) -> Self {
        let mut rows = self.rows.clone();
        for (row, meeting) in changed {
            debug_assert_eq!(rows[row].id, meeting.id, "an id is what a row is found by");
            rows[row] = meeting;
        }
        Self { rows, row_of_id: self.row_of_id.clone(), searched: OnceLock::new() }
    }

    /// How many rows there are, context included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The meeting at a row.
    ///
    /// # Panics
    /// If `row` is not below [`Self::len`]: rows come from this table.
    #[must_use]
    pub fn get(&self, row: usize) -> &Meeting {
        &self.rows[row]
    }

    /// The row of an id.
    #[must_use]
    pub fn row_of(&self, id: &str) -> Option<usize> {
        self.row_of_id.get(id).copied()
    }

    /// The text of each row that searches look into, made once for all of them.
    pub fn searched(&self, text_of: fn(&Meeting) -> String) -> &[String] {
        self.searched.get_or_init(|| self.rows.iter().map(text_of).collect())
    }

    /// Rows and meetings in order.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &Meeting)> {
        self.rows.iter().enumerate()
    }
}
