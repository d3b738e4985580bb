//! The sentence above the map: what is shown, of how much, and what could not be placed.

use super::count::{Count, LeftOut};
use super::filter::{Area, Field, Filter};
use super::index::Index;
use super::question::Question;
use super::reading::Reading;
use super::rule::{Rule, Summits, Unit};
use super::tie::Ties;
use crate::gazetteer::country::Countries;
use crate::meeting::date::span_in_words;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting, Placed, Status};
use jiff::civil::Date;

/// Says in words what is shown, parts joined by ` · `: `17 of 25 meetings · 14 countries · Africa · 8 May – 9 July 2024 · 1 placed at
/// its country only · 2 not placed · 1 without a date left out · 1 context event`. The number is the counting rule's; a rule that does
/// not count meetings one by one begins `39 journeys from 25 of 25 meetings`. The period is the filter's, or else that of the meetings shown.
#[must_use]
pub fn sentence(
    meetings: &Meetings,
    index: &Index,
    question: &Question,
    rows: &[usize],
    count: &Count,
    ties: &Ties,
) -> String {
    let Question { filter, rule, reading, colour: _, compare: _ } = question;
    let all = meetings.iter().filter(|(_, meeting)| !meeting.kind.is_context()).count();
    let (context, shown): (Vec<&Meeting>, Vec<&Meeting>) =
        rows.iter().map(|&row| meetings.get(row)).partition(|meeting| meeting.kind.is_context());
    let mut parts = vec![counted_by(*rule, count, all)];
    parts.extend(not_counted(count));
    let countries = countries(meetings, index, rows);
    if countries > 0 {
        parts.push(counted(countries, "country", "countries"));
    }
    parts.extend(choices(filter));
    parts.extend(period(filter, &shown));
    let at_country =
        shown.iter().filter(|meeting| matches!(meeting.venue.placed, Placed::Country(_))).count();
    match at_country {
        // Where it was plays no part in relations.
        _ if *reading == Reading::Relations => {}
        0 => {}
        1 => parts.push("1 placed at its country only".to_owned()),
        many => parts.push(format!("{many} placed at their country only")),
    }
    if !ties.not_placed.is_empty() {
        parts.push(format!("{} not placed", ties.not_placed.len()));
    }
    let undated = left_out_undated(meetings, filter);
    if undated > 0 {
        parts.push(format!("{undated} without a date left out"));
    }
    if !context.is_empty() {
        parts.push(counted(context.len(), "context event", "context events"));
    }
    parts.join(" · ")
}

fn counted_by(rule: Rule, count: &Count, all: usize) -> String {
    let of_all = format!("{} of {}", count.rows, counted(all, "meeting", "meetings"));
    match (rule.unit, rule.summits) {
        (Unit::Meetings, Summits::AsOne) => of_all,
        (Unit::Journeys, _) | (_, Summits::AsOne) => format!("{} from {of_all}", in_unit(rule, count.total)),
        (_, Summits::PerParticipant) => {
            format!("{} (summits once per participant) from {of_all}", in_unit(rule, count.total))
        }
    }
}

/// `39 journeys`, `1 meeting`.
#[must_use]
pub fn in_unit(rule: Rule, number: usize) -> String {
    let [one, many] = rule.unit.words();
    counted(number, one, many)
}

/// What the rule leaves out of the meetings that pass the filter; context is told apart.
fn not_counted(count: &Count) -> Vec<String> {
    let number = |is_it: &dyn Fn(&LeftOut) -> bool| count.left_out.values().filter(|why| is_it(why)).count();
    let folded = number(&|why| matches!(why, LeftOut::FoldedInto(_)));
    let parts = [
        (folded, "sideline folded", "sidelines folded"),
        (number(&|why| *why == LeftOut::Planned), "planned not counted", "planned not counted"),
        (number(&|why| *why == LeftOut::Invited), "invited not counted", "invited not counted"),
        (number(&|why| *why == LeftOut::Cancelled), "cancelled not counted", "cancelled not counted"),
    ];
    let some = parts.into_iter().filter(|(number, ..)| *number > 0);
    some.map(|(number, one, many)| counted(number, one, many)).collect()
}

/// The meetings that only their missing date keeps out of the filter's period.
fn left_out_undated(meetings: &Meetings, filter: &Filter) -> usize {
    if filter.from.is_none() && filter.to.is_none() {
        return 0;
    }
    let rows = filter.without(Field::Period).rows(meetings);
    let undated = |&row: &usize| {
        let meeting = meetings.get(row);
        meeting.dates.days().is_none() && !meeting.kind.is_context()
    };
    rows.iter().filter(|&row| undated(row)).count()
}

/// `1 meeting`, `25 meetings`.
#[must_use]
pub fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// How many states take part in meetings.
fn countries(meetings: &Meetings, index: &Index, rows: &[usize]) -> usize {
    let mut takes_part = vec![false; index.countries.len()];
    for &row in rows.iter().filter(|&&row| !meetings.get(row).kind.is_context()) {
        for &state in &index.rows[row].states {
            takes_part[usize::from(state)] = true;
        }
    }
    takes_part.into_iter().filter(|&one| one).count()
}

/// What the filter asks for, a part for each field but the period.
pub(super) fn choices(filter: &Filter) -> Vec<String> {
    let Filter { regions, held_in, countries, blocs, leaders, kinds, statuses, from: _, to: _, text } =
        filter;
    let table = Countries::embedded();
    let place = |area: &Area| match area {
        Area::Region(region) => region.name().to_owned(),
        Area::Country(country) => table.name(*country),
    };
    let held_in = either(held_in.iter().map(place));
    let text = text.trim();
    [
        either(regions.iter().map(|region| region.name().to_owned())),
        if held_in.is_empty() { held_in } else { format!("held in {held_in}") },
        either(few(countries.iter().map(|&country| table.name(country)))),
        either(blocs.iter().cloned()),
        either(few(leaders.iter().cloned())),
        either(Kind::ALL.into_iter().filter(|kind| kinds.contains(kind)).map(|kind| kind.name().to_owned())),
        either(Status::ALL.into_iter().filter(|one| statuses.contains(one)).map(|one| one.name().to_owned())),
        if text.is_empty() { String::new() } else { format!("“{text}”") },
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect()
}

/// The first of many words, with how many more there are: the sentence must stay one.
fn few(words: impl ExactSizeIterator<Item = String>) -> impl Iterator<Item = String> {
    const NAMED: usize = 4;
    let total = words.len();
    let named = if total > NAMED + 1 { NAMED } else { total };
    let others = (total > named).then(|| format!("{} others", total - named));
    words.take(named).chain(others)
}

/// `A`, `A or B`, `A, B or C`.
#[must_use]
pub fn either(words: impl Iterator<Item = String>) -> String {
    let words: Vec<String> = words.collect();
    match words.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
    }
}

fn period(filter: &Filter, shown: &[&Meeting]) -> Option<String> {
    period_in_words(filter).or_else(|| {
        let days = || shown.iter().filter_map(|meeting| meeting.dates.days());
        let first: Date = days().map(|(first, _)| first).min()?;
        let last: Date = days().map(|(_, last)| last).max()?;
        Some(span_in_words(first, last))
    })
}

/// The period that a filter asks for, if any: `8 May – 9 July 2024`, `from 8 May 2024`, `until 9 July 2024`.
#[must_use]
pub fn period_in_words(filter: &Filter) -> Option<String> {
    match (filter.from, filter.to) {
        (Some(from), Some(to)) => Some(span_in_words(from, to)),
        (Some(from), None) => Some(format!("from {}", span_in_words(from, from))),
        (None, Some(to)) => Some(format!("until {}", span_in_words(to, to))),
        (None, None) => None,
    }
}
