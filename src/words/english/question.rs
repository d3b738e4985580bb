//! Questions in English: the filter's choices and the counting rule.

use super::date::period;
use super::list::either;
use super::word::{kind, region, sidelines, status, summits, unit};
use crate::gazetteer::country::Countries;
use crate::meeting::code::CountryCode;
use crate::meeting::{Kind, Status};
use crate::query::question::filter::{Area, Filter};
use crate::query::question::rule::{Rule, Sidelines, Summits};

/// Values of one field that a sentence names before it says how many others there are.
const NAMED: usize = 4;

/// `meetings, sidelines folded into their summit, planned ones not counted`.
pub fn rule(rule: Rule) -> String {
    let unit = unit(rule.unit)[1].to_owned();
    std::iter::once(unit).chain(provisos(rule)).collect::<Vec<_>>().join(", ")
}

/// Where a rule departs from the usual one, whatever its unit.
pub fn provisos(rule: Rule) -> Vec<String> {
    let Rule { unit: _, sidelines: of_sidelines, summits: of_summits, planned, invited } = rule;
    let mut parts = Vec::new();
    match of_sidelines {
        Sidelines::Counted => {}
        Sidelines::Folded => parts.push(format!("sidelines {}", sidelines(of_sidelines))),
    }
    match of_summits {
        Summits::AsOne => {}
        Summits::PerParticipant => parts.push(format!("summits {}", summits(of_summits))),
    }
    parts.extend(match (planned, invited) {
        (true, true) => None,
        (false, true) => Some("planned ones not counted".to_owned()),
        (true, false) => Some("invitations not counted".to_owned()),
        (false, false) => Some("planned ones and invitations not counted".to_owned()),
    });
    parts
}

/// A filter as one side of a comparison: its period, then its other choices.
/// `all until 30 June 2024, Africa`, `everything`.
pub fn side(filter: &Filter, apart: Option<CountryCode>) -> String {
    let is_open = filter.from.is_none() || filter.to.is_none();
    let period = period(filter.from, filter.to);
    let period = period.map(|words| if is_open { format!("all {words}") } else { words });
    let parts: Vec<String> = period.into_iter().chain(choices(filter, apart)).collect();
    if parts.is_empty() { "everything".to_owned() } else { parts.join(", ") }
}

/// What the filter asks for, a part for each field but the period. Regions and blocs say whom the table sets apart:
/// `Africa, not counting Russia`.
pub fn choices(filter: &Filter, apart: Option<CountryCode>) -> Vec<String> {
    let Filter { regions, held_in, countries, blocs, leaders, kinds, statuses, from: _, to: _, text } =
        filter;
    let table = Countries::embedded();
    let place = |area: &Area| match area {
        Area::Region(one) => region(*one).to_owned(),
        Area::Country(country) => table.name(*country).into_owned(),
    };
    let regions: Vec<&str> = regions.iter().map(|&one| region(one)).collect();
    let held_in = either(&held_in.iter().map(place).collect::<Vec<_>>());
    let blocs: Vec<&String> = blocs.iter().collect();
    let kinds: Vec<&str> = Kind::ALL.into_iter().filter(|one| kinds.contains(one)).map(kind).collect();
    let statuses: Vec<&str> =
        Status::ALL.into_iter().filter(|one| statuses.contains(one)).map(status).collect();
    let text = text.trim();
    let of_others = |words: String| match apart {
        Some(state) if !words.is_empty() => format!("{words}, not counting {}", table.name(state)),
        Some(_) | None => words,
    };
    [
        of_others(either(&regions)),
        if held_in.is_empty() { held_in } else { format!("held in {held_in}") },
        either(&few(countries.iter().map(|&country| table.name(country).into_owned()))),
        of_others(either(&blocs)),
        either(&few(leaders.iter().cloned())),
        either(&kinds),
        either(&statuses),
        if text.is_empty() { String::new() } else { format!("“{text}”") },
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect()
}

/// The first of many words, and how many others there are: the sentence must stay short.
fn few(words: impl ExactSizeIterator<Item = String>) -> Vec<String> {
    let total = words.len();
    let named = if total > NAMED + 1 { NAMED } else { total };
    let others = (total > named).then(|| format!("{} others", total - named));
    words.take(named).chain(others).collect()
}
