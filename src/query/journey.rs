//! The default reading: journeys from the participants' seats of government to the places where they met.

use super::count::Count;
use super::facts::home;
use super::index::Index;
use super::line_ends::{Ends, LineEnds};
use super::place::places;
use super::tie::{JourneyKey, Tie, TieKey, Ties};
use crate::meeting::table::Meetings;

/// Places and journeys. Nobody travels to a meeting at home; a participant without a known country has no
/// line; context has a place but no line. A call joins the capitals of every two states that take part, and
/// has no place unless no line can be drawn. Sidelines that are folded into a summit keep their rows on the
/// lines, which count without them.
#[must_use]
pub(super) fn journeys(meetings: &Meetings, index: &Index, rows: &[usize], count: &Count) -> Ties {
    let ties = without_lines(meetings, index, rows, count);
    let lines = lines(meetings, index, rows, count, &ties, index.journeys());
    ties.with_lines(lines)
}

/// The places of some rows, and the rows that have neither a place nor the lines of a call.
#[must_use]
pub(super) fn without_lines(meetings: &Meetings, index: &Index, rows: &[usize], count: &Count) -> Ties {
    let columns = &*index.columns;
    let visits = rows.iter().copied().filter(|&row| !columns.joins_capitals(row));
    let (held, not_placed): (Vec<usize>, Vec<usize>) = visits.partition(|&row| columns.place(row).is_some());
    Ties { places: places(meetings, index, &held, count), not_placed, ..Ties::default() }
}

/// The lines from capitals of some rows, in order of key, to the places of `ties`.
#[must_use]
pub(super) fn lines(
    meetings: &Meetings,
    index: &Index,
    rows: &[usize],
    count: &Count,
    ties: &Ties,
    ends: &LineEnds,
) -> Vec<Tie> {
    let rows = ends.rows_of_each(rows);
    // A country outside the gazetteer has no seat to draw from; the importer refuses such codes.
    let line = |(number, ends): (usize, &Ends)| line(meetings, index, count, ties, *ends, rows.of(number));
    ends.all.iter().enumerate().filter_map(line).collect()
}

fn line(
    meetings: &Meetings,
    index: &Index,
    count: &Count,
    ties: &Ties,
    Ends { call, from, to, status, home: home_city }: Ends,
    rows: &[usize],
) -> Option<Tie> {
    let state = |number: u16| index.countries[usize::from(number)];
    let (from, call) = (state(from), call.map(state));
    let key = TieKey::Journey(JourneyKey { call, from, to, status, home: home_city });
    let rows: Vec<usize> = rows.iter().copied().filter(|&row| key.is_drawn(count, row)).collect();
    let first = meetings.get(*rows.first()?);
    let at = match call {
        Some(called) => home(called, first)?.at,
        None => first.venue.placed.position()?,
    };
    let hosted = call.is_some() || rows.iter().any(|&row| index.columns.host(row).is_some());
    let coloured_by = call.map_or(from, |called| index.less_often([from, called]));
    let (travels, place) = (call.is_none(), ties.place_number(to));
    Some(Tie {
        from: home(from, first)?.at,
        to: at,
        place,
        weight: rows.iter().map(|&row| key.weight(count, row)).sum(),
        latest: index.columns.latest(&rows),
        rows,
        status,
        third_country: !hosted,
        travels,
        coloured_by,
        key,
    })
}
