//! The table and the switch that leads to it.

use crate::query::column::Column;
use crate::state::Pane;

/// Words about the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tabling {
    /// The switch between map, table and matrix.
    Switch,
    /// One of those.
    Pane(Pane),
    /// The head of a column.
    Head(Column),
    /// The head of the first day on the clipboard.
    Begins,
    /// The head of the last day there.
    Ends,
    /// The menu of columns.
    Columns,
    /// Goes back to the usual ones.
    UsualColumns,
    /// Puts all rows on the clipboard.
    CopyAll,
    /// Puts the marked rows there.
    CopyMarked,
    /// What that is for.
    CopyTip,
}

/// A text about the table, from facts.
#[derive(Clone, Copy, Debug)]
pub enum TablingText {
    /// How many rows there are.
    Rows(usize),
    /// The table for those who hear it.
    Table(usize),
    /// The head of a column, and whether the rows are ordered by it, the last first or last.
    Head(Column, Option<bool>),
}
