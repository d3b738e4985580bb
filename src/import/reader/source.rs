//! The sources of a row: references parted by ` | `, each with the facts it supports in brackets.

use super::memory::Texts;
use super::row::Row;
use crate::import::escape::{self, IN_SOURCES, Letter};
use crate::import::field::Field;
use crate::meeting::{Source, Text};

/// Every source that the row names. A place in the article is added to the source called `article`, or stands
/// as one itself.
pub fn sources(row: &mut Row<'_>, texts: &mut Texts) -> Vec<Source> {
    let letters = escape::letters(&row.text(Field::Sources), &IN_SOURCES);
    let mut sources: Vec<Source> = references(&letters)
        .into_iter()
        .filter(|part| !part.is_empty())
        .map(|part| source(part, texts))
        .collect();
    let place = row.text(Field::ArticleRef);
    if !place.is_empty() {
        match sources.iter_mut().find(|source| source.reference.eq_ignore_ascii_case("article")) {
            Some(article) => article.reference = format!("{}, {place}", article.reference).into(),
            None => sources.insert(0, Source { reference: place.into(), facts: Vec::new() }),
        }
    }
    sources
}

/// The parts between bars that have a space on each side, without the space around them.
fn references(letters: &[Letter]) -> Vec<&[Letter]> {
    let is_space = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|one| one.letter == ' ');
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, one) in letters.iter().enumerate() {
        let parts_here = one.letter == '|' && !one.is_text;
        if parts_here && is_space(at.checked_sub(1)) && is_space(Some(at + 1)) {
            parts.push(escape::trimmed(&letters[start..at]));
            start = at + 1;
        }
    }
    parts.push(escape::trimmed(&letters[start..]));
    parts
}

/// `reference [fact; fact]`: the last pair of brackets, if it ends the text, holds the facts.
fn source(part: &[Letter], texts: &mut Texts) -> Source {
    let bracketed = part.split_last().filter(|(last, _)| last.letter == ']').and_then(|(_, rest)| {
        let opening = rest.iter().rposition(|one| one.letter == '[' && !one.is_text)?;
        Some((escape::trimmed(&rest[..opening]), &rest[opening + 1..]))
    });
    let (reference, facts) = match bracketed {
        Some((reference, facts)) if !reference.is_empty() => (reference, facts),
        Some(_) | None => (part, &[][..]),
    };
    let facts = escape::parted(facts, ';').into_iter().map(escape::text);
    let facts = facts.filter(|fact| !fact.is_empty()).map(Text::from).collect();
    Source { reference: texts.known(&escape::text(reference)), facts }
}
