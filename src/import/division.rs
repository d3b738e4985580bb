//! A cell of places cut into parts, and the best way to put them together again.

use super::names::{AND, COMMAS, trimmed};
use crate::gazetteer::spoken::DASHES;

/// Parts of a cell that are looked at; a cell with more is one text.
const MOST_PARTS: usize = 24;

/// Parts that one name may be made of: `Antigua, and, Barbuda`.
const MOST_IN_A_NAME: usize = 4;

/// Some neighbouring parts of a cell as one text.
#[derive(Clone, Copy, Debug)]
pub struct Group<'a> {
    /// The text.
    pub text: &'a str,
    /// Whether only commas stand inside it.
    pub is_tied: bool,
    /// Whether a comma parts it from what is before it.
    pub after_comma: bool,
}

/// A part of a cell, with how it is set apart from the part before it.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    start: usize,
    end: usize,
    /// Whether a comma parts it from the one before; otherwise a stronger sign.
    pub after_comma: bool,
}

/// The parts between commas, semicolons, slashes, line breaks, dashes with a space on each side, arrows and
/// words for `and`.
pub struct Parts<'a> {
    text: &'a str,
    /// In their order.
    pub parts: Vec<Part>,
}

impl<'a> Parts<'a> {
    /// Each part by itself.
    pub fn each(&self) -> impl Iterator<Item = Group<'a>> {
        let text = self.text;
        let one = move |part: &Part| {
            let Part { start, end, after_comma } = *part;
            Group { text: &text[start..end], is_tied: true, after_comma }
        };
        self.parts.iter().map(one)
    }
}

/// Arrows and the like between stops.
const SIGNS: [&str; 4] = ["→", "->", " + ", " > "];

/// Words behind which the next stop stands, with or without a comma.
const THEN: [&str; 8] =
    [" then ", " and then ", " dann ", " puis ", " luego ", " depois ", " poi ", " затем "];

/// The parts of a cell.
#[must_use]
pub fn parts(text: &str) -> Parts<'_> {
    let mut cuts: Vec<(usize, usize, bool)> = Vec::new();
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        let is_free = at >= cuts.last().map_or(0, |cut| cut.1);
        let behind = text[at..].strip_prefix(',').unwrap_or(&text[at..]);
        if let Some(then) = THEN.iter().find(|then| depth == 0 && is_free && behind.starts_with(**then)) {
            cuts.push((at, text.len() - behind.len() + then.len(), false));
            continue;
        }
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if COMMAS.contains(&letter) && depth == 0 && is_free => {
                cuts.push((at, at + letter.len_utf8(), true));
            }
            ';' | '/' | '\n' | '|' | '；' if depth == 0 && is_free => {
                cuts.push((at, at + letter.len_utf8(), false));
            }
            _ if depth == 0 && is_free => {
                let rest = &text[at..];
                let sign = AND.iter().chain(&DASHES).chain(&SIGNS).find(|sign| rest.starts_with(**sign));
                cuts.extend(sign.map(|sign| (at, at + sign.len(), false)));
            }
            _ => {}
        }
    }
    let mut parts = Vec::new();
    let mut start = 0;
    let mut after_comma = false;
    let ends = cuts.iter().copied().chain([(text.len(), text.len(), false)]);
    for (end, next, is_comma) in ends {
        let part = trimmed(text, start..end);
        if part.is_empty() {
            after_comma &= is_comma;
        } else {
            parts.push(Part { start: part.start, end: part.end, after_comma });
            after_comma = is_comma;
        }
        start = next;
    }
    Parts { text, parts }
}

/// The division of a cell into groups of neighbouring parts in which the most parts mean something, and among
/// those the one with the fewest groups: each group and what it means.
pub fn best_division<'a, T: Clone>(
    cell: &Parts<'a>,
    mut meaning: impl FnMut(Group<'a>) -> Option<T>,
) -> Vec<(Group<'a>, Option<T>)> {
    type Way<'a, T> = (usize, usize, Vec<(Group<'a>, Option<T>)>);
    let Parts { text, parts } = cell;
    if parts.len() > MOST_PARTS {
        return vec![(Group { text: text.trim(), is_tied: false, after_comma: false }, None)];
    }
    // The best way to divide the first so many parts: parts without a meaning, groups, and the groups
    // themselves.
    let mut best: Vec<Way<'a, T>> = vec![(0, 0, Vec::new())];
    for end in 1..=parts.len() {
        let mut ways: Vec<Way<'a, T>> = Vec::new();
        for start in end.saturating_sub(MOST_IN_A_NAME)..end {
            let inside = &parts[start..end];
            let group = Group {
                text: &text[inside[0].start..inside[inside.len() - 1].end],
                is_tied: inside[1..].iter().all(|part| part.after_comma),
                after_comma: inside[0].after_comma,
            };
            let meant = meaning(group);
            if meant.is_none() && inside.len() > 1 {
                continue;
            }
            let (unknown, groups, before) = &best[start];
            let mut division = before.clone();
            let is_unknown = usize::from(meant.is_none());
            division.push((group, meant));
            ways.push((unknown + is_unknown, groups + 1, division));
        }
        let way = ways.into_iter().min_by_key(|(unknown, groups, _)| (*unknown, *groups));
        best.push(way.expect("a part alone is a group"));
    }
    best.pop().map(|(_, _, division)| division).unwrap_or_default()
}
