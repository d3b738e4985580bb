//! Some rows of a table, as a bit each.

/// Rows, asked one by one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowSet(Vec<u64>);

impl RowSet {
    /// Some rows.
    #[must_use]
    pub fn of(rows: &[usize]) -> Self {
        let mut bits = vec![0; rows.iter().max().map_or(0, |last| last / 64 + 1)];
        for row in rows {
            bits[row / 64] |= 1 << (row % 64);
        }
        Self(bits)
    }

    /// Whether a row is among them.
    #[must_use]
    pub fn contains(&self, row: usize) -> bool {
        self.0.get(row / 64).is_some_and(|bits| bits & 1 << (row % 64) != 0)
    }

    /// Whether any of some rows is.
    #[must_use]
    pub fn meets(&self, rows: &[usize]) -> bool {
        rows.iter().any(|&row| self.contains(row))
    }
}
