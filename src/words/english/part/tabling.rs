//! The table and the switch that leads to it, in English.

use crate::query::column::Column;
use crate::state::Pane;
use crate::words::english::number::counted;
use crate::words::english::word::noun;
use crate::words::message::Noun;
use crate::words::part::tabling::{Tabling, TablingText};
use crate::words::spoken::{fixed, within};

/// Words about the table.
pub const fn tabling(label: Tabling) -> &'static str {
    match label {
        Tabling::Switch => "How the meetings are seen",
        Tabling::Pane(Pane::Map) => "Map",
        Tabling::Pane(Pane::Table) => "Table",
        Tabling::Pane(Pane::Matrix) => "Matrix",
        Tabling::Head(column) => head(column),
        Tabling::Begins => "Begins",
        Tabling::Ends => "Ends",
        Tabling::Columns => "Columns",
        Tabling::UsualColumns => "The usual columns",
        Tabling::CopyAll => "Copy rows",
        Tabling::CopyMarked => "Copy marked rows",
        Tabling::CopyTip => "Put the rows on the clipboard, to be pasted into a spreadsheet",
    }
}

const fn head(column: Column) -> &'static str {
    match column {
        Column::Date => "Date",
        Column::Title => "Title",
        Column::Who => "Who, and for which state",
        Column::Place => "Place",
        Column::Building => "Building",
        Column::Kind => "Kind",
        Column::Status => "Status",
        Column::Occasion => "Occasion",
        Column::Outcome => "What came of it",
        Column::Note => "Note",
        Column::States => "States",
        Column::Sources => "Sources",
        Column::Meetings => "Meetings",
    }
}

/// A text about the table, from facts.
pub fn tabling_text(text: TablingText) -> String {
    match text {
        TablingText::Rows(rows) => counted(rows, noun(Noun::Row)),
        TablingText::Table(rows) => {
            told_by!(
                rows,
                "Meetings as {n} row. Arrows choose one, Space marks it, Enter edits it",
                "Meetings as {n} rows. Arrows choose one, Space marks it, Enter edits it"
            )
        }
        TablingText::Head(column, None) => told!("Order by {column}", column = within(fixed(head(column)))),
        TablingText::Head(column, Some(false)) => {
            told!("Ordered by {column}", column = within(fixed(head(column))))
        }
        TablingText::Head(column, Some(true)) => {
            told!("Ordered by {column}, the last first", column = within(fixed(head(column))))
        }
    }
}
