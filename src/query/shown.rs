//! What is shown: everything that follows from the meetings and the filter alone, worked out once per change of either.

use super::facet::{Facets, facets};
use super::filter::Filter;
use super::journey::{Journeys, journeys};
use super::sentence::sentence;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use std::collections::BTreeSet;

/// The answers to one filter.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// The filter they answer.
    pub filter: Filter,
    /// The rows that pass, context included, by their first day; undated ones come last.
    pub rows: Vec<usize>,
    /// The countries that take part in them.
    pub countries: BTreeSet<CountryCode>,
    /// Places and lines.
    pub journeys: Journeys,
    /// What each choice would leave.
    pub facets: Facets,
    /// What is shown, in words.
    pub sentence: String,
}

impl Shown {
    /// Asks the table.
    #[must_use]
    pub fn new(meetings: &Meetings, filter: &Filter) -> Self {
        let mut rows = filter.rows(meetings);
        rows.sort_by_key(|&row| {
            let days = meetings.get(row).dates.days();
            (days.is_none(), days, row)
        });
        let participants = rows.iter().flat_map(|&row| &meetings.get(row).participants);
        Self {
            countries: participants.filter_map(|participant| participant.country).collect(),
            journeys: journeys(meetings, &rows),
            facets: facets(meetings, filter),
            sentence: sentence(meetings, filter, &rows),
            filter: filter.clone(),
            rows,
        }
    }
}
