//! The sources of a row: references parted by ` | `, each with the facts it supports in brackets.

use super::column::Field;
use super::row::Row;
use crate::meeting::Source;

/// Every source that the row names. A place in the article is added to the source called `article`, or stands as one itself.
pub fn sources(row: &mut Row<'_>) -> Vec<Source> {
    let text = row.take(Field::Sources);
    let mut sources: Vec<Source> =
        text.split(" | ").map(str::trim).filter(|part| !part.is_empty()).map(source).collect();
    let place = row.take(Field::ArticleRef);
    if !place.is_empty() {
        match sources.iter_mut().find(|source| source.reference.eq_ignore_ascii_case("article")) {
            Some(article) => article.reference = format!("{}, {place}", article.reference),
            None => sources.insert(0, Source { reference: place, facts: Vec::new() }),
        }
    }
    sources
}

/// `reference [fact; fact]`: the last pair of brackets, if it ends the text, holds the facts.
fn source(text: &str) -> Source {
    let bracketed = text.strip_suffix(']').and_then(|rest| rest.rsplit_once('['));
    let (reference, facts) = match bracketed {
        Some((reference, facts)) if !reference.trim().is_empty() => (reference.trim(), facts),
        Some(_) | None => (text, ""),
    };
    let facts = facts.split(';').map(str::trim).filter(|fact| !fact.is_empty()).map(str::to_owned).collect();
    Source { reference: reference.to_owned(), facts }
}
