//! Who comes along with somebody named: `and Mrs Macron`, `accompanied by …`, `+ 3 ministers`. They are no
//! participants of their own; the note names them.

use crate::gazetteer::fold::fold;

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

/// What stands behind a name of those who come along.
const BEHIND: [&str; 25] = [
    " and spouse",
    " and wife",
    " and his wife",
    " and husband",
    " and her husband",
    " and family",
    " and delegation",
    " with spouse",
    " with wife",
    " with his wife",
    " with husband",
    " with her husband",
    " with delegation",
    " mit Ehefrau",
    " mit Gattin",
    " und Gattin",
    " und Ehefrau",
    " und Delegation",
    " et son épouse",
    " et épouse",
    " et délégation",
    " y su esposa",
    " y esposa",
    " e esposa",
    " с супругой",
];

/// Parts the names of a cell into those who take part and those who come along.
#[must_use]
pub fn company(names: Vec<&str>) -> (Vec<&str>, Vec<&str>) {
    let mut along = Vec::new();
    let names: Vec<&str> = names.into_iter().map(|name| without_company(name, &mut along)).collect();
    let families: Vec<String> = names.iter().map(|name| family(name)).collect();
    let is_along = |place: usize, name: &str| {
        let folded = fold(name);
        let is_wife = WIVES.iter().any(|word| folded.starts_with(&format!("{word} ")));
        let is_of_other =
            || families.iter().enumerate().any(|(other, one)| other != place && *one == families[place]);
        let counts = name.starts_with(|letter: char| letter.is_ascii_digit());
        (is_wife && is_of_other())
            || ALONG.iter().any(|word| folded.starts_with(word))
            || (counts && name.split_whitespace().count() > 1)
    };
    if names.len() < 2 {
        return (names, along);
    }
    let mut people = Vec::new();
    for (place, name) in names.iter().enumerate() {
        if is_along(place, name) { along.push(*name) } else { people.push(*name) }
    }
    if people.is_empty() { (names, Vec::new()) } else { (people, along) }
}

/// A name without those who come along behind it, who are put to the others.
fn without_company<'a>(name: &'a str, along: &mut Vec<&'a str>) -> &'a str {
    let at = BEHIND.iter().filter_map(|words| name.find(words)).min();
    // What stands in brackets behind them is said of the name.
    let at = at.filter(|at| *at > 0 && !name[*at..].contains(['(', '[']));
    let Some(at) = at else { return name };
    along.push(name[at..].trim());
    name[..at].trim()
}

/// The last word of a name, folded.
fn family(name: &str) -> String {
    fold(name).rsplit(' ').next().unwrap_or_default().to_owned()
}
