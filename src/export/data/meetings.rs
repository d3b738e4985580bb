//! The meetings that are shown, as they are recorded, and how the place of each was found.

use super::Answered;
use super::grid::{Cell, Grid};
use crate::export::listing::records;
use crate::export::told::in_order;
use crate::meeting::Meeting;
use crate::words::label;
use crate::words::part::exported::Heads;

/// The meetings that are shown, by their first day, and those of one day by their identities: whatever the
/// order of the record.
pub fn shown<'a>(answered: &Answered<'a>) -> impl Iterator<Item = &'a Meeting> + use<'a> {
    let record = answered.record;
    let ids = in_order(record, &answered.shown.rows).into_iter();
    ids.filter_map(move |id| record.row_of(id.as_str())).map(move |row| record.get(row))
}

/// A row for each meeting, with the columns that can be read again and `placed`: whether its place is a city,
/// a point, its country as a whole, or none.
pub fn grid(answered: &Answered) -> Grid {
    let mut records = records(shown(answered));
    let mut headings = records.next().unwrap_or_default();
    headings.push("placed".to_owned());
    let rows = records.zip(shown(answered)).map(|(record, meeting)| {
        let placed = Cell::text(meeting.venue.placed.precision());
        record.into_iter().map(Cell::text).chain([placed]).collect()
    });
    Grid { name: label(Heads::Meetings), headings, rows: rows.collect() }
}
