//! The names in a cell of people: one, or several that are parted by signs or by words for `and`.

use super::venue;
use crate::gazetteer::country::Countries;
use crate::gazetteer::office;
use crate::gazetteer::spoken::Spoken;
use crate::meeting::code::CountryCode;

/// The most names that are read from a cell.
pub const MOST_NAMES: usize = 1_000;

/// The names of a cell, in order. Semicolons, bars and line breaks always part names. Commas and words for `and` do where each part
/// can stand for itself: it has several words, or `is_known`; or where three are known. So `Merkel, Angela` is one name,
/// `Macron, Scholz` are two, and `Minister of Trade and Industry` is one.
pub fn names(cell: &str, mut is_known: impl FnMut(&str) -> bool) -> Vec<&str> {
    let inside = cell.trim();
    if let Some(listed) = quoted_list(inside) {
        return listed;
    }
    if !may_be_several(inside) {
        return if inside.chars().any(char::is_alphanumeric) { vec![inside] } else { Vec::new() };
    }
    let mut names = Vec::new();
    for part in outside_brackets(inside, |rest| {
        let signs = [";", "；", "|", "\n", "\r", " / ", " + ", "•"];
        signs.into_iter().find(|sign| rest.starts_with(sign)).map(str::len)
    }) {
        let pieces = outside_brackets(part, separator);
        let several =
            pieces.len() > 1 && pieces.iter().all(|piece| is_several_words(piece) || is_known(piece));
        if several || (pieces.len() > 3 && pieces.iter().filter(|piece| is_known(piece)).count() > 2) {
            names.extend(pieces);
        } else {
            names.push(part);
        }
    }
    names.retain(|name| name.chars().any(char::is_alphanumeric));
    names
}

/// Whether a cell has any sign or word that parts names.
fn may_be_several(cell: &str) -> bool {
    cell.contains([',', ';', '；', '|', '\n', '\r', '/', '+', '•', '、', '，', '،'])
        || AND.iter().any(|word| cell.contains(word))
}

/// Words and signs for `and` in the languages of tables, each with the blanks around it.
pub const AND: [&str; 9] = [" and ", " & ", " und ", " et ", " y ", " e ", " и ", " та ", " ve "];

/// A comma or a word for `and` that the text begins with: its length.
fn separator(rest: &str) -> Option<usize> {
    let commas = [", ", "、", "，", "،"];
    std::iter::once(", and ").chain(AND).chain(commas).find(|sign| rest.starts_with(sign)).map(str::len)
}

fn is_several_words(piece: &str) -> bool {
    let begins_name = |word: &str| word.chars().next().is_some_and(|letter| !letter.is_lowercase());
    piece.split_whitespace().filter(|word| begins_name(word)).count() >= 2
}

/// The parts of a text between separators that stand outside brackets, without the space around them, as far as they are not empty.
fn outside_brackets(text: &str, separator: impl Fn(&str) -> Option<usize>) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut depth, mut after) = (0, 0_usize, 0);
    for (at, letter) in text.char_indices() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if at < after || depth > 0 {
            continue;
        }
        if let Some(length) = separator(&text[at..]) {
            parts.push(text[start..at].trim());
            start = at + length;
            after = start;
        }
    }
    parts.push(text[start..].trim());
    parts.retain(|part| !part.is_empty());
    parts
}

/// `['Ann Lee', 'Bo Li']`, as scripts write lists.
fn quoted_list(text: &str) -> Option<Vec<&str>> {
    let inside = text.strip_prefix('[')?.strip_suffix(']')?.trim();
    let quote = inside.chars().next().filter(|quote| matches!(quote, '\'' | '"'))?;
    let inside = inside.strip_prefix(quote)?.strip_suffix(quote)?;
    let comma = format!("{quote}, {quote}");
    Some(inside.split(comma.as_str()).map(str::trim).filter(|name| !name.is_empty()).collect())
}

/// Whether somebody who can take part is named: a state, an organisation or an office holder.
#[must_use]
pub fn is_party(spoken: &Spoken) -> bool {
    spoken.state.is_some() || !office::of_spoken(spoken, None).is_empty()
}

/// The organisation whose members a text means: `EU foreign ministers`, `NATO leaders`, `UN General Assembly`.
#[must_use]
pub fn group_of(text: &str) -> Option<CountryCode> {
    /// Words that the name of an organisation may have.
    const MOST_WORDS: usize = 4;
    let ends = text.char_indices().filter(|(_, letter)| *letter == ' ').map(|(at, _)| at);
    let named = ends.take(MOST_WORDS).filter_map(|at| venue::party(&text[..at]));
    named.filter(|code| Countries::embedded().get(*code).is_some_and(|party| !party.has_land())).last()
}
