//! The place that the name of a meeting says: `Yalta Conference`, `Congress of Vienna`, `G20 Osaka`.

use super::sheet::Sheet;
use super::word;
use crate::gazetteer::candidates::one_city;
use crate::gazetteer::city::{City, Sort};
use crate::gazetteer::country::{Countries, CountryKind};

/// People of a place that is meant where a longer name has it behind a small word.
const LARGE: u64 = 100_000;

/// The name of a place in the name of a meeting: what stands behind `in`, `at` or `of`, if it is a capital or
/// a large city; or all that is left without words for meetings, organisations and numbers. What a meeting is
/// on or for says no place. `None` if nothing does, or not clearly.
#[must_use]
pub fn place_in_name(text: &str) -> Option<&str> {
    /// Longer texts tell more than a name.
    const LONGEST: usize = 120;
    if text.len() > LONGEST {
        return None;
    }
    let words = words(text);
    let is_about = |place: &&str| word::in_name_of_meeting(place, "about");
    let words = &words[..words.iter().position(|word| is_about(&word.text)).unwrap_or(words.len())];
    let behind = words.iter().rposition(|word| word::in_name_of_meeting(word.text, "before place"));
    let of_behind = behind.and_then(|at| {
        let rest = &words[at + 1..];
        let length = rest.iter().position(|word| is_beside(word)).unwrap_or(rest.len());
        joined(text, &rest[..length])
    });
    let is_large = |city: &City| city.capital || city.population >= LARGE || city.sort == Sort::Venue;
    if let Some(name) = of_behind.filter(|name| settlement(name).is_some_and(|city| is_large(&city))) {
        return Some(name);
    }
    let first = words.iter().position(|word| !is_beside(word))?;
    let last = words.iter().rposition(|word| !is_beside(word))?;
    let left = &words[first..=last];
    if left.len() == words.len() {
        // It is no name of a meeting.
        return None;
    }
    let name = joined(text, left).filter(|_| left.iter().all(|word| !is_beside(word)))?;
    settlement(name).map(|_| name)
}

/// Whether a good part of the cells of a column are names of meetings that say a place.
#[must_use]
pub fn say_places(sheet: &Sheet, column: usize) -> bool {
    /// Rows that are looked at.
    const ROWS: usize = 200;
    let cells = (0..sheet.len().min(ROWS)).map(|row| sheet.cell(row, column).trim());
    let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty() && !word::is_sum(cell)).collect();
    let say = cells.iter().filter(|cell| place_in_name(cell).is_some()).count();
    say * 10 >= cells.len() * 3 && say > 0
}

/// A word and where it stands, in bytes.
struct Word<'t> {
    text: &'t str,
    at: usize,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let is_sign =
        |letter: char| letter.is_whitespace() || matches!(letter, ',' | ':' | '(' | ')' | '/' | '–');
    let parts = text.split(is_sign).filter(|part| !part.is_empty());
    parts.map(|part| Word { text: part, at: part.as_ptr() as usize - text.as_ptr() as usize }).collect()
}

/// The text from the first to the last of some words.
fn joined<'t>(text: &'t str, words: &[Word<'_>]) -> Option<&'t str> {
    let (first, last) = (words.first()?, words.last()?);
    text.get(first.at..last.at + last.text.len())
}

/// Whether a word of the name of a meeting is not that of its place: a number, a word for a meeting, an
/// organisation, a small word.
fn is_beside(word: &Word<'_>) -> bool {
    let Word { text, .. } = word;
    let has_digit = text.chars().any(char::is_numeric);
    let is_body =
        || Countries::embedded().party(text).is_some_and(|party| party.kind == CountryKind::Organisation);
    let is_short = text.len() <= 5 && text.chars().all(char::is_uppercase);
    has_digit
        || (is_short && is_body())
        || text.chars().all(char::is_lowercase)
        || word::kind(text).is_some()
        || word::in_name_of_meeting(text, "meeting")
        || roman(text)
}

/// Whether a word is a Roman numeral: `XV BRICS Summit`.
fn roman(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X' | 'L'))
}

fn settlement(name: &str) -> Option<City> {
    let begins_high = name.chars().next().is_some_and(char::is_uppercase);
    let found = one_city(name, None).filter(|_| begins_high)?;
    (found.sort != Sort::Area).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::place_in_name;

    #[test]
    fn names_of_meetings_with_their_places() {
        for (name, place) in [
            ("Yalta Conference", "Yalta"),
            ("Tehran Conference", "Tehran"),
            ("Congress of Vienna", "Vienna"),
            ("G20 Osaka", "Osaka"),
            ("2023 G7 Hiroshima Summit", "Hiroshima"),
            ("NATO Summit in Vilnius 2023", "Vilnius"),
            ("XV BRICS Summit, Johannesburg", "Johannesburg"),
            ("London Conference on Somalia", "London"),
            ("Reykjavik Summit", "Reykjavik"),
        ] {
            assert_eq!(place_in_name(name), Some(place), "{name}");
        }
    }

    #[test]
    fn names_of_meetings_without_a_place() {
        for name in [
            "Summit for a New Global Financing Pact",
            "COP27",
            "Berlin Process summit",
            "Minsk Group meeting",
            "Conference on the Future of Europe",
            "Bilateral meeting",
            "State visit",
            "",
        ] {
            assert_eq!(place_in_name(name), None, "{name}");
        }
    }
}
