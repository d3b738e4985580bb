//! The places and lines that a reading draws.

use super::count::Count;
use super::index::Index;
use super::journey::journeys;
use super::relation::relations;
use super::route::routes;
use super::star::stars;
use super::tie::Ties;
use crate::meeting::table::Meetings;
use crate::query::question::reading::Reading;

/// Derives places and lines from the rows that are shown.
#[must_use]
pub fn ties(meetings: &Meetings, index: &Index, rows: &[usize], count: &Count, reading: Reading) -> Ties {
    match reading {
        Reading::Journeys => journeys(meetings, index, rows, count),
        Reading::Routes => routes(meetings, index, rows, count),
        Reading::Relations => relations(index, rows, count),
        Reading::Stars => stars(meetings, index, rows, count),
    }
}
