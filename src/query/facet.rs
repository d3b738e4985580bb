//! Facets: for each choice of each field, how many meetings it would leave, counted under the other fields.

use super::filter::{Field, Filter};
use crate::meeting::table::Meetings;

/// One choice of a field and what it would leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    /// What is chosen.
    pub value: T,
    /// As the panel writes it.
    pub label: String,
    /// Meetings that pass the other fields and this choice; context rows count only under their own kind.
    pub count: usize,
}

/// The choices of every field that has a closed list in the data at hand. Choices that occur in no meeting are left out;
/// those that occur but would leave none stand with 0. Regions, kinds, statuses and blocs in their own order; the rest by count, then name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Regions of participants.
    pub regions: Vec<Choice<crate::gazetteer::region::Region>>,
    /// Regions of venues.
    pub held_in: Vec<Choice<crate::gazetteer::region::Region>>,
    /// Countries of participants.
    pub countries: Vec<Choice<crate::meeting::code::CountryCode>>,
    /// Organisations by code.
    pub blocs: Vec<Choice<String>>,
    /// People by name.
    pub leaders: Vec<Choice<String>>,
    /// Kinds.
    pub kinds: Vec<Choice<crate::meeting::Kind>>,
    /// Statuses.
    pub statuses: Vec<Choice<crate::meeting::Status>>,
}

/// Counts every choice.
#[must_use]
pub fn facets(_meetings: &Meetings, _filter: &Filter) -> Facets {
    let _ = Field::ALL;
    todo!("skeleton")
}
