//! The summary: what is shown, of how much, and what could not be placed, in numbers.

use super::apart::Apart;
use super::count::{Count, LeftOut};
use super::index::Index;
use super::sieve::passing_rows;
use super::tie::Ties;
use crate::gazetteer::country::{Countries, Country};
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::meeting::{Meeting, Placed};
use crate::query::question::Question;
use crate::query::question::filter::{Field, Filter};
use crate::query::question::reading::Reading;
use jiff::civil::Date;

/// The numbers of the sentence above the map. Context is apart from meetings everywhere. A row that stands for several
/// meetings is so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Meetings in the whole table.
    pub meetings: usize,
    /// Shown sidelines that are a part of their summit, and are not counted by themselves.
    pub folded: usize,
    /// Shown meetings that are only planned, where the rule does not count them.
    pub planned: usize,
    /// Shown invitations, where the rule does not count them.
    pub invited: usize,
    /// Shown meetings that were cancelled.
    pub cancelled: usize,
    /// States that take part in the meetings shown.
    pub states: usize,
    /// International organisations that do.
    pub organisations: usize,
    /// The first and the last day of the meetings shown; `None` if none of them has a date.
    pub days: Option<(Date, Date)>,
    /// Shown meetings whose place is known only to its country. 0 where the lines are relations, which have
    /// no places.
    pub at_country_only: usize,
    /// Shown meetings that have neither a place nor a line on the map.
    pub not_placed: usize,
    /// Trips with several stops of which at least one is shown.
    pub trips: usize,
    /// Meetings that the filter's period leaves out only because they have no date.
    pub undated: usize,
    /// Shown rows that are context.
    pub context: usize,
    /// The state that regions and blocs are counted without.
    pub apart: Option<Apart>,
}

/// Sums up the rows that are shown.
#[must_use]
pub fn summary(
    meetings: &Meetings,
    index: &Index,
    question: &Question,
    rows: &[usize],
    count: &Count,
    ties: &Ties,
) -> Summary {
    let (context, shown): (Vec<&Meeting>, Vec<&Meeting>) =
        rows.iter().map(|&row| meetings.get(row)).partition(|meeting| meeting.kind.is_context());
    let left_out = |is_it: fn(&LeftOut) -> bool| {
        let rows = count.left_out.iter().filter(|(_, why)| is_it(why));
        rows.map(|(&row, _)| meetings.get(row).times()).sum()
    };
    let at_country = shown.iter().filter(|meeting| matches!(meeting.venue.placed, Placed::Country(..)));
    let at_country = at_country.map(|meeting| meeting.times()).sum();
    let of_rows = |rows: &[usize]| rows.iter().map(|&row| meetings.get(row).times()).sum();
    let parties = parties(meetings, index, rows);
    let has_land = |code: &CountryCode| Countries::embedded().get(*code).is_none_or(Country::has_land);
    let organisations = parties.iter().filter(|code| !has_land(code)).count();
    let days = shown.iter().filter_map(|meeting| meeting.dates.days());
    Summary {
        meetings: all_meetings(meetings),
        folded: left_out(|why| matches!(why, LeftOut::FoldedInto(_))),
        planned: left_out(|why| *why == LeftOut::Planned),
        invited: left_out(|why| *why == LeftOut::Invited),
        cancelled: left_out(|why| *why == LeftOut::Cancelled),
        states: parties.len() - organisations,
        organisations,
        days: days.reduce(|(first, last), (begin, end)| (first.min(begin), last.max(end))),
        at_country_only: if question.reading == Reading::Relations { 0 } else { at_country },
        not_placed: of_rows(&ties.not_placed),
        trips: trips(meetings, index, rows),
        undated: left_out_undated(meetings, index, &question.filter),
        context: context.iter().map(|meeting| meeting.times()).sum(),
        apart: index.apart,
    }
}

fn all_meetings(meetings: &Meetings) -> usize {
    let all = meetings.iter().filter(|(_, meeting)| !meeting.kind.is_context());
    all.map(|(_, meeting)| meeting.times()).sum()
}

/// The meetings that only their missing date keeps out of the filter's period.
fn left_out_undated(meetings: &Meetings, index: &Index, filter: &Filter) -> usize {
    if filter.from.is_none() && filter.to.is_none() {
        return 0;
    }
    let undated = |&row: &usize| {
        let meeting = meetings.get(row);
        meeting.dates.days().is_none() && !meeting.kind.is_context()
    };
    passing_rows(&filter.without(Field::Period), meetings, index)
        .into_iter()
        .filter(undated)
        .map(|row| meetings.get(row).times())
        .sum()
}

/// How many trips with several stops have one among the rows.
fn trips(meetings: &Meetings, index: &Index, rows: &[usize]) -> usize {
    if index.trips.all.is_empty() {
        return 0;
    }
    let mut is_shown = vec![false; meetings.len()];
    for &row in rows {
        is_shown[row] = true;
    }
    let several = index.trips.all.iter().filter(|stops| stops.len() > 1);
    several.filter(|stops| stops.iter().any(|&row| is_shown[row])).count()
}

/// The states and organisations that take part in meetings.
fn parties(meetings: &Meetings, index: &Index, rows: &[usize]) -> Vec<CountryCode> {
    let mut takes_part = vec![false; index.countries.len()];
    for &row in rows.iter().filter(|&&row| !meetings.get(row).kind.is_context()) {
        for &state in &index.rows[row].states {
            takes_part[usize::from(state)] = true;
        }
    }
    let each = index.countries.iter().zip(takes_part);
    each.filter(|(_, takes_part)| *takes_part).map(|(code, _)| *code).collect()
}
