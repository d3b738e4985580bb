//! Questions in English: the filter's choices and the counting rule.

use super::date::period;
use super::list::{all, commas, either};
use super::word::{self, kind, region, status, units};
use crate::gazetteer::region::Region;
use crate::meeting::code::CountryCode;
use crate::meeting::{Kind, Status};
use crate::query::question::filter::{Area, Excluded, Filter};
use crate::query::question::rule::{Rule, Sidelines, Summits};
use crate::words::spoken::fixed;
use std::collections::BTreeSet;

/// Values of one field that a sentence names before it says how many others there are.
const NAMED: usize = 4;

/// `meetings, sidelines folded into their summit, planned ones not counted`.
pub fn rule(rule: Rule) -> String {
    let unit = units(rule.unit).to_owned();
    commas(&std::iter::once(unit).chain(provisos(rule)).collect::<Vec<_>>())
}

/// Where a rule departs from the usual one, whatever its unit.
pub fn provisos(rule: Rule) -> Vec<String> {
    let Rule { unit: _, sidelines: of_sidelines, summits: of_summits, planned, invited } = rule;
    let mut parts = Vec::new();
    match of_sidelines {
        Sidelines::Counted => {}
        Sidelines::Folded => parts.push(fixed("sidelines folded into their summit").to_owned()),
    }
    match of_summits {
        Summits::AsOne => {}
        Summits::PerParticipant => parts.push(fixed("summits once per participant").to_owned()),
    }
    parts.extend(match (planned, invited) {
        (true, true) => None,
        (false, true) => Some(fixed("planned ones not counted").to_owned()),
        (true, false) => Some(fixed("invitations not counted").to_owned()),
        (false, false) => Some(fixed("planned ones and invitations not counted").to_owned()),
    });
    parts
}

/// A filter as one side of a comparison: its period, then its other choices.
/// `all until 30 June 2024, Africa`, `everything`.
pub fn side(filter: &Filter, apart: Option<CountryCode>) -> String {
    let is_open = filter.from.is_none() || filter.to.is_none();
    let period = period(filter.from, filter.to);
    let period = period.map(|words| if is_open { told!("all {period}", period = words) } else { words });
    let parts: Vec<String> = period.into_iter().chain(choices(filter, apart)).collect();
    if parts.is_empty() { fixed("everything").to_owned() } else { commas(&parts) }
}

/// What the filter asks for, a part for each field but the period. Regions and blocs say whom the table sets
/// apart: `Africa, not counting Russia`.
pub fn choices(filter: &Filter, apart: Option<CountryCode>) -> Vec<String> {
    let Filter { regions, held_in, countries, blocs, leaders, kinds, statuses, .. } = filter;
    let Filter { from: _, to: _, excluded, all_countries, only_their_lines, text, .. } = filter;
    let name = |country: &CountryCode| word::state(*country).into_owned();
    let blocs: Vec<&String> = blocs.iter().collect();
    let countries = few(countries.iter().map(name));
    let held_in = places(held_in);
    let text = text.trim();
    let of_others = |words: String| match apart {
        Some(state) if !words.is_empty() => {
            told!("{whom}, not counting {state}", whom = words, state = word::state(state))
        }
        Some(_) | None => words,
    };
    [
        of_others(named_regions(regions)),
        if held_in.is_empty() { held_in } else { told!("held in {places}", places = held_in) },
        if *all_countries { all(&countries) } else { either(&countries) },
        of_others(either(&blocs)),
        either(&few(leaders.iter().cloned())),
        named_kinds(kinds),
        named_statuses(statuses),
        without(excluded, apart),
        not_of(excluded),
        if text.is_empty() { String::new() } else { told!("“{text}”", text) },
        if *only_their_lines && filter.asks_for_parties() {
            fixed("their lines only").to_owned()
        } else {
            String::new()
        },
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect()
}

/// Whom no meeting may have: `without Belarus or Iran`. Regions and blocs are those of others than the state
/// set apart.
fn without(excluded: &Excluded, apart: Option<CountryCode>) -> String {
    let Excluded { regions, countries, blocs, leaders, held_in: _, kinds: _, statuses: _ } = excluded;
    let of_others: Vec<String> =
        regions.iter().map(|&one| region(one).to_owned()).chain(blocs.iter().cloned()).collect();
    let apart = apart.filter(|_| !of_others.is_empty());
    let parties = countries.iter().map(|country| word::state(*country).into_owned());
    let all: Vec<String> = of_others.into_iter().chain(parties).chain(leaders.iter().cloned()).collect();
    if all.is_empty() {
        return String::new();
    }
    let parties = either(&few(all.into_iter()));
    let without = told!("without {parties}", parties);
    match apart {
        Some(state) => told!("{whom}, not counting {state}", whom = without, state = word::state(state)),
        None => without,
    }
}

/// What else no meeting may be: `not held in Asia, not planned`.
fn not_of(excluded: &Excluded) -> String {
    let Excluded { held_in, kinds, statuses, regions: _, countries: _, blocs: _, leaders: _ } = excluded;
    let [held_in, kinds, statuses] = [places(held_in), named_kinds(kinds), named_statuses(statuses)];
    let parts = [
        (!held_in.is_empty()).then(|| told!("not held in {places}", places = held_in)),
        (!kinds.is_empty()).then(|| told!("of no kind {kinds}", kinds)),
        (!statuses.is_empty()).then(|| told!("not {statuses}", statuses)),
    ];
    commas(&parts.into_iter().flatten().collect::<Vec<String>>())
}

fn places(areas: &BTreeSet<Area>) -> String {
    let place = |area: &Area| match area {
        Area::Region(one) => region(*one).to_owned(),
        Area::Country(country) => word::state(*country).into_owned(),
    };
    either(&areas.iter().map(place).collect::<Vec<_>>())
}

fn named_regions(regions: &BTreeSet<Region>) -> String {
    either(&regions.iter().map(|&one| region(one)).collect::<Vec<_>>())
}

fn named_kinds(kinds: &BTreeSet<Kind>) -> String {
    either(&Kind::ALL.into_iter().filter(|one| kinds.contains(one)).map(kind).collect::<Vec<_>>())
}

fn named_statuses(statuses: &BTreeSet<Status>) -> String {
    either(&Status::ALL.into_iter().filter(|one| statuses.contains(one)).map(status).collect::<Vec<_>>())
}

/// The first of many words, and how many others there are: the sentence must stay short.
fn few(words: impl ExactSizeIterator<Item = String>) -> Vec<String> {
    let total = words.len();
    let named = if total > NAMED + 1 { NAMED } else { total };
    let others = (total > named).then(|| told_by!(total - named, "{n} other", "{n} others"));
    words.take(named).chain(others).collect()
}
