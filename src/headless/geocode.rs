//! `summitry geocode`: the places that names may mean, with scores and reasons.

use super::{Answer, one_line};
use crate::gazetteer::candidates::{Candidate, PlaceKind, candidates};
use crate::gazetteer::country::Countries;
use crate::meeting::code::CountryCode;
use serde::Serialize;
use std::fmt::Write as _;

/// The candidates for each name: a readable block each, or one JSON object a line. Status 1 if some name has none.
#[must_use]
pub fn geocode(names: &[String], within: Option<CountryCode>, json: bool) -> Answer {
    let mut out = String::new();
    let mut status = 0;
    for name in names {
        let found = candidates(name, within);
        if found.is_empty() {
            status = 1;
        }
        out += &if json { object(name, &found) } else { block(name, &found) };
    }
    Answer { out: out.into_bytes(), status, ..Answer::default() }
}

fn object(query: &str, candidates: &[Candidate]) -> String {
    #[derive(Serialize)]
    struct Line<'a> {
        query: &'a str,
        candidates: &'a [Candidate],
    }
    let line = Line { query, candidates };
    serde_json::to_string(&line).expect("plain values become JSON") + "\n"
}

fn block(name: &str, candidates: &[Candidate]) -> String {
    let mut text = one_line(name) + "\n";
    if candidates.is_empty() {
        text += "  no place found\n";
    }
    for candidate in candidates {
        let Candidate { name: _, kind, country: _, state: _, lon, lat, population, score, why } = candidate;
        let people = population.map(|number| format!(" · {} people", grouped(number))).unwrap_or_default();
        let (name, kind, degrees) = (name_in_words(candidate), kind.name(), degrees(*lon, *lat));
        writeln!(text, "  {score:.2}  {name} · {kind} · {degrees}{people}")
            .and_then(|()| writeln!(text, "        {why}"))
            .expect("a String takes all text");
    }
    text
}

/// `Springfield, IL, United States`, `Kazakhstan (KAZ)`
fn name_in_words(candidate: &Candidate) -> String {
    let Candidate { name, country, state, .. } = candidate;
    let country = match candidate.kind {
        PlaceKind::City | PlaceKind::Region => {
            country.map(|code| format!(", {}", Countries::embedded().name(code)))
        }
        PlaceKind::Country | PlaceKind::Territory | PlaceKind::FormerState => {
            country.map(|code| format!(" ({code})"))
        }
    };
    let state = if state.is_empty() { String::new() } else { format!(", {state}") };
    format!("{name}{state}{}", country.unwrap_or_default())
}

fn degrees(lon: f64, lat: f64) -> String {
    let (north, east) = (if lat < 0.0 { 'S' } else { 'N' }, if lon < 0.0 { 'W' } else { 'E' });
    format!("{:.4}° {north}, {:.4}° {east}", lat.abs(), lon.abs())
}

/// `1,078,362`
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
