//! The sentence above the map: what is shown, of how much, and what could not be placed.

use super::filter::Filter;
use crate::meeting::table::Meetings;

/// Says in words what is shown, parts joined by ` · `: `17 of 25 meetings · 14 countries · Africa · 8 May – 9 July 2024 · 1 placed at
/// its country only · 2 not placed · 1 context event`.
#[must_use]
pub fn sentence(_meetings: &Meetings, _filter: &Filter, _rows: &[usize]) -> String {
    todo!("skeleton")
}
