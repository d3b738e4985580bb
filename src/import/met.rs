//! Whom a remark says that somebody met: `Met with President Duda and Prime Minister Tusk.`

use super::names::names;

/// The words before whom somebody met, in small letters; longer ones stand before shorter ones that begin
/// them.
const BEFORE: [&str; 36] = [
    "met separately with ",
    "met informally with ",
    "met privately with ",
    "also met with ",
    "met with ",
    "also met ",
    "met ",
    "meeting with ",
    "meetings with ",
    "talks with ",
    "summit with ",
    "received by ",
    "hosted by ",
    "entretien avec ",
    "entretiens avec ",
    "rencontre avec ",
    "rencontré ",
    "treffen mit ",
    "gespräch mit ",
    "gespräche mit ",
    "traf ",
    "reunión con ",
    "encuentro con ",
    "se reunió con ",
    "reunião com ",
    "encontro com ",
    "incontro con ",
    "colloqui con ",
    "встреча с ",
    "переговоры с ",
    "встретился с ",
    "зустріч з ",
    "переговори з ",
    "ile görüşme ",
    "会见",
    "会晤",
];

/// What ends a list of names besides the end of a sentence.
const AFTER: [&str; 12] = [
    " at ", " in ", " during ", " on ", " to ", " for ", " about ", " who ", " while ", " before ",
    " after ", " as ",
];

/// The most letters of a text that is looked through.
const MOST_LETTERS: usize = 2_000;

/// The parts of a text that say whom somebody met, as they are written, each once.
#[must_use]
pub fn met(text: &str) -> Vec<&str> {
    if text.is_empty() || text.len() > MOST_LETTERS {
        return Vec::new();
    }
    // Most texts say nothing of the kind.
    let small = text.to_lowercase();
    if !BEFORE.iter().any(|words| small.contains(words)) {
        return Vec::new();
    }
    let mut found: Vec<&str> = Vec::new();
    for sentence in sentences(text) {
        let Some(after) = BEFORE.iter().find_map(|words| behind(sentence, words)) else { continue };
        let end = AFTER.iter().filter_map(|words| after.find(words)).min().unwrap_or(after.len());
        for name in names(&after[..end], |_| true) {
            let name = name.trim_end_matches(['.', ',']).trim();
            if !name.is_empty() && name != "with" && !found.contains(&name) {
                found.push(name);
            }
        }
    }
    found
}

/// What stands behind some words that a text has at its beginning, or behind a space or a bracket.
fn behind<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let is_there = |at: usize| {
        let from = text.get(at..)?;
        let begins = from.chars().zip(words.chars()).all(|(one, other)| one.to_lowercase().eq([other]));
        let is_long = from.chars().count() > words.chars().count();
        let starts = text[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
        let length: usize = from.chars().take(words.chars().count()).map(char::len_utf8).sum();
        (begins && is_long && starts).then(|| &from[length..])
    };
    text.char_indices().find_map(|(at, _)| is_there(at))
}

/// The sentences of a text. A full stop behind a single letter or a short title ends none.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, letter) in text.char_indices() {
        let ends = match letter {
            '.' => {
                let word = text[start..at].rsplit([' ', '.']).next().unwrap_or_default();
                word.chars().nth(3).is_some() && !word.ends_with("Pres") && !word.ends_with("Prof")
            }
            ';' | '\n' | '。' | '；' | '!' | '?' => true,
            _ => false,
        };
        if ends {
            found.push(text[start..at].trim());
            start = at + letter.len_utf8();
        }
    }
    found.push(text[start..].trim());
    found.retain(|sentence| !sentence.is_empty());
    found
}
