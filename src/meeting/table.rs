//! The table of meetings: rows in the file's order, found by number or id.

use super::Meeting;
use std::collections::BTreeMap;

/// All meetings of a session. Its inside is private, so that it can be stored otherwise without anyone else knowing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meetings {
    rows: Vec<Meeting>,
    row_of_id: BTreeMap<String, usize>,
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
        Ok(row)
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

    /// Rows and meetings in order.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &Meeting)> {
        self.rows.iter().enumerate()
    }
}
