//! Who comes along with somebody named: `and Mrs Macron`, `accompanied by …`, `+ 3 ministers`. They are no
//! participants of their own; the note names them.

use super::names::{group_of, is_party};
use super::venue;
use crate::gazetteer::fold::fold;
use crate::gazetteer::spoken;

/// What a married name follows, in the languages of tables.
const WIVES: [&str; 15] = [
    "mrs",
    "ms",
    "mme",
    "madame",
    "frau",
    "sra",
    "senora",
    "signora",
    "sig ra",
    "госпожа",
    "г жа",
    "пані",
    "bayan",
    "first lady",
    "mevrouw",
];
/// What tells of company.
const ALONG: [&str; 18] = [
    "accompanied by",
    "together with a delegation",
    "and delegation",
    "with delegation",
    "accompagne de",
    "accompagnee de",
    "accompagne par",
    "accompagnee par",
    "in begleitung von",
    "in begleitung",
    "begleitet von",
    "nebst",
    "acompanado de",
    "acompanada de",
    "acompanhado de",
    "accompagnato da",
    "в сопровождении",
    "у супроводі",
];

/// What stands behind a name of those who come along, folded.
const BEHIND: [&str; 25] = [
    "and spouse",
    "and wife",
    "and his wife",
    "and husband",
    "and her husband",
    "and family",
    "and delegation",
    "with spouse",
    "with wife",
    "with his wife",
    "with husband",
    "with her husband",
    "with delegation",
    "mit ehefrau",
    "mit gattin",
    "und gattin",
    "und ehefrau",
    "und delegation",
    "et son epouse",
    "et epouse",
    "et delegation",
    "y su esposa",
    "y esposa",
    "e esposa",
    "с супругои",
];

/// Parts the names of a cell into those who take part and those who come along.
#[must_use]
pub fn company(names: Vec<&str>) -> (Vec<&str>, Vec<&str>) {
    let mut along = Vec::new();
    let names: Vec<&str> = names.into_iter().map(|name| without_company(name, &mut along)).collect();
    if names.len() < 2 {
        return (names, along);
    }
    let families: Vec<String> = names.iter().map(|name| family(name)).collect();
    let is_along = |place: usize, name: &str| {
        let folded = fold(name);
        let is_wife = WIVES.iter().any(|word| folded.starts_with(&format!("{word} ")));
        let is_of_other =
            || families.iter().enumerate().any(|(other, one)| other != place && *one == families[place]);
        (is_wife && is_of_other()) || ALONG.iter().any(|word| folded.starts_with(word)) || counts(name)
    };
    let mut people = Vec::new();
    for (place, name) in names.iter().enumerate() {
        if is_along(place, name) { along.push(*name) } else { people.push(*name) }
    }
    if people.is_empty() { (names, Vec::new()) } else { (people, along) }
}

/// Whether a text is a number of people who take part in nothing: `3 ministers`. `27 EU leaders` are a party,
/// and the `14th Dalai Lama` is somebody.
fn counts(name: &str) -> bool {
    let Some((number, rest)) = name.split_once(' ') else { return false };
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    let is_somebody = |rest: &str| {
        venue::party(rest).is_some() || group_of(rest).is_some() || is_party(&spoken::read(rest))
    };
    is_number && !number.is_empty() && !is_somebody(rest.trim())
}

/// A name without those who come along behind it, who are put to the others: `and spouse`, `and his wife
/// Ann`. What goes on with other words is no company: `and family doctor`.
fn without_company<'a>(name: &'a str, along: &mut Vec<&'a str>) -> &'a str {
    /// Letters of the longest word that begins one of [`BEHIND`].
    const LONGEST: usize = 4;
    let is_company = |tail: &str| {
        let words: Vec<&str> = tail.split_whitespace().collect();
        if words.first().is_none_or(|first| first.chars().count() > LONGEST) {
            return false;
        }
        // A name may stand behind the words for those who come along.
        let begins_name = |word: &&&str| word.starts_with(char::is_uppercase);
        let names = words.iter().rev().take_while(begins_name).count();
        (0..=names).any(|names| BEHIND.contains(&fold(&words[..words.len() - names].join(" ")).as_str()))
    };
    let mut spaces = name.char_indices().filter(|(at, sign)| *at > 0 && sign.is_whitespace());
    let Some((at, _)) = spaces.find(|(at, _)| is_company(name[*at..].trim())) else { return name };
    along.push(name[at..].trim());
    name[..at].trim()
}

/// The last word of a name, folded.
fn family(name: &str) -> String {
    fold(name).rsplit(' ').next().unwrap_or_default().to_owned()
}
