//! The summary: what is shown, of how much, and what could not be placed, in numbers.

use super::apart::Apart;
use super::count::{Count, LeftOut};
use super::index::Index;
use super::sieve::Sieved;
use super::tie::Ties;
use crate::gazetteer::country::{Countries, Country};
use crate::meeting::Status;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::PlaceId;
use crate::query::question::filter::{Field, Filter};
use crate::query::question::reading::Reading;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The numbers of the sentence above the map. Context is apart from meetings everywhere. A row that stands
/// for several meetings is so many.
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
    /// Shown meetings that the rule counts, by status, in the order of [`Status::ALL`].
    pub by_status: [usize; Status::ALL.len()],
    /// Where the table holds visits and no meetings: the trips that are shown, and where they lead.
    pub visits: Option<Visits>,
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

/// What is shown of a table of visits: each of its rows is a stop of somebody who is a guest there, and whom
/// that one met it does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Visits {
    /// The trips of which at least one stop is shown.
    pub trips: usize,
    /// The countries of the stops that are shown.
    pub countries: usize,
}

/// Sums up the rows that are shown, where it is known how many meetings only their missing date keeps out.
#[must_use]
pub fn summary(
    index: &Index,
    reading: Reading,
    undated: usize,
    rows: &[usize],
    (count, ties): (&Count, &Ties),
) -> Summary {
    let columns = &*index.columns;
    let times = |rows: &mut dyn Iterator<Item = usize>| rows.map(|row| columns.times[row] as usize).sum();
    let left_out = |is_it: fn(&LeftOut) -> bool| {
        let rows = count.left_out.iter().filter(|(_, why)| is_it(why));
        times(&mut rows.map(|(&row, _)| row))
    };
    let shown = || rows.iter().copied().filter(|&row| !columns.kind[row].is_context());
    let is_country: Vec<bool> = index.places.iter().map(|id| matches!(id, PlaceId::Country(_))).collect();
    let mut at_country = shown().filter(|&row| columns.place(row).is_some_and(|place| is_country[place]));
    let parties = parties(index, shown());
    let has_land = |code: &CountryCode| Countries::embedded().get(*code).is_none_or(Country::has_land);
    let organisations = parties.iter().filter(|code| !has_land(code)).count();
    let days = shown().filter_map(|row| columns.days[row].map(|days| (days.first, days.last)));
    Summary {
        meetings: index.meetings,
        folded: left_out(|why| matches!(why, LeftOut::FoldedInto(_))),
        planned: left_out(|why| *why == LeftOut::Planned),
        invited: left_out(|why| *why == LeftOut::Invited),
        cancelled: left_out(|why| *why == LeftOut::Cancelled),
        by_status: Status::ALL.map(|status| {
            let is_it = |row: &usize| columns.status[*row] == status && count.counts(*row);
            times(&mut shown().filter(is_it))
        }),
        visits: index.holds_visits.then(|| visits(index, rows)),
        states: parties.len() - organisations,
        organisations,
        days: days.reduce(|(first, last), (begin, end)| (first.min(begin), last.max(end))),
        at_country_only: if reading == Reading::Relations { 0 } else { times(&mut at_country) },
        not_placed: times(&mut ties.not_placed.iter().copied()),
        trips: trips(index, rows),
        undated,
        context: times(&mut rows.iter().copied().filter(|&row| columns.kind[row].is_context())),
        apart: index.apart,
    }
}

/// The meetings that only their missing date keeps out of the filter's period.
pub(super) fn left_out_undated(index: &Index, sieved: &Sieved, filter: &Filter) -> usize {
    if filter.from.is_none() && filter.to.is_none() {
        return 0;
    }
    // They stand at the end.
    let columns = &*index.columns;
    let undated = index.by_date.iter().rev().copied().take_while(|&row| columns.days[row].is_none());
    columns.meetings(undated.filter(|&row| sieved.of(row).nothing_but(Field::Period)))
}

/// How many trips with several stops have one among the rows.
fn trips(index: &Index, rows: &[usize]) -> usize {
    if index.trips.all.is_empty() {
        return 0;
    }
    let mut is_shown = vec![false; index.by_date.len()];
    for &row in rows {
        is_shown[row] = true;
    }
    let several = index.trips.all.iter().filter(|stops| stops.len() > 1);
    several.filter(|stops| stops.iter().any(|&row| is_shown[row])).count()
}

/// The trips and the countries of some stops. A stop of no trip is a trip by itself.
fn visits(index: &Index, rows: &[usize]) -> Visits {
    let columns = &*index.columns;
    let mut is_shown = vec![false; index.by_date.len()];
    for &row in rows.iter().filter(|&&row| !columns.kind[row].is_context()) {
        is_shown[row] = true;
    }
    let countries: BTreeSet<CountryCode> =
        (0..is_shown.len()).filter(|&row| is_shown[row]).filter_map(|row| columns.venue[row]).collect();
    let mut trips = 0;
    for stops in &index.trips.all {
        trips += usize::from(stops.iter().any(|&row| is_shown[row]));
        stops.iter().for_each(|&row| is_shown[row] = false);
    }
    let alone = is_shown.iter().enumerate().filter(|(_, shown)| **shown);
    trips += alone.map(|(row, _)| columns.times[row] as usize).sum::<usize>();
    Visits { trips, countries: countries.len() }
}

/// The states and organisations that take part in meetings.
fn parties(index: &Index, rows: impl Iterator<Item = usize>) -> Vec<CountryCode> {
    let mut takes_part = vec![false; index.countries.len()];
    for row in rows {
        for &state in index.columns.states.of(row) {
            takes_part[usize::from(state)] = true;
        }
    }
    let each = index.countries.iter().zip(takes_part);
    each.filter(|(_, takes_part)| *takes_part).map(|(code, _)| *code).collect()
}
