//! What would come of a file: numbers that are worked out anew while the user changes how it is read.

use super::Import;
use super::remark::Remark;
use crate::gazetteer::country::Countries;
use crate::meeting::code::CountryCode;
use crate::meeting::date::Precision;
use crate::meeting::{Meeting, Placed, Role};
use std::collections::BTreeSet;

/// The counts of an import.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Meetings.
    pub meetings: usize,
    /// Meetings known to the day.
    pub to_the_day: usize,
    /// Meetings known to a month, a year or a longer span.
    pub less_exact: usize,
    /// Meetings without a date.
    pub undated: usize,
    /// Meetings at a city or a point.
    pub placed: usize,
    /// Meetings known only to their country.
    pub at_country: usize,
    /// Meetings without a place.
    pub nowhere: usize,
    /// States that somebody represents.
    pub states: usize,
    /// Meetings to which a line can be drawn from a capital.
    pub with_line: usize,
    /// People without a state: how many names.
    pub names_without_state: usize,
    /// Problems.
    pub problems: usize,
    /// Dates that can be two days.
    pub open_dates: usize,
}

/// Counts what an import holds.
#[must_use]
pub fn counts(import: &Import) -> Counts {
    let mut counts = Counts { problems: import.problems.count(), ..Counts::default() };
    let mut states: BTreeSet<CountryCode> = BTreeSet::new();
    for (_, meeting) in import.meetings.iter() {
        counts.meetings += 1;
        *match meeting.dates.precision() {
            Precision::Day | Precision::Range => &mut counts.to_the_day,
            Precision::Month | Precision::Year => &mut counts.less_exact,
            Precision::Unknown => &mut counts.undated,
        } += 1;
        *match meeting.venue.placed {
            Placed::City(..) | Placed::Point(_) => &mut counts.placed,
            Placed::Country(..) => &mut counts.at_country,
            Placed::Nowhere => &mut counts.nowhere,
        } += 1;
        states.extend(meeting.participants.iter().filter_map(|one| one.country));
        counts.with_line += usize::from(has_line(meeting));
    }
    counts.states = states.len();
    counts.names_without_state = import.names.iter().filter(|(_, named)| named.open() > 0).count();
    let is_open = |remark: &Remark| matches!(remark, Remark::OrderOpen { .. });
    counts.open_dates = import.remarks.iter().filter(|(_, remark, _)| is_open(remark)).count();
    counts
}

/// Whether somebody came to the meeting from a capital that is known.
fn has_line(meeting: &Meeting) -> bool {
    let countries = Countries::embedded();
    let has_capital =
        |code: CountryCode| countries.get(code).is_some_and(|country| country.capital_id.is_some());
    let comes =
        |role: Role, country: Option<CountryCode>| role == Role::Guest && country.is_some_and(has_capital);
    meeting.venue.placed.position().is_some()
        && meeting.participants.iter().any(|one| comes(one.role, one.country))
}
