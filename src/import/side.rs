//! Sides of a table: columns whose headings differ by a number or a letter only, such as `Leader A` and
//! `Leader B`.

use crate::gazetteer::fold::fold;
use std::collections::{BTreeMap, BTreeSet};

/// The heading of a column without its number, and the number, which counts from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The words of the heading, without the number.
    pub bare: String,
    /// The number: 2 in `Leader 2`, `Country_B` and `second leader`.
    pub number: u32,
}

/// The sides that headings name. A number counts only where others of the same words are there and all from
/// the first to the last: `2023` and `2024` are no sides, nor are `iso2` and `iso3`, nor is a lonely `Leader
/// A`. A heading that comes again without a number is the next side, and one without is the first before
/// `Leader 2`, or `Leader.1` as scripts number what comes again.
#[must_use]
pub fn sides(headings: &[&str]) -> Vec<Option<Side>> {
    let folded: Vec<String> = headings.iter().map(|heading| fold(heading)).collect();
    let read: Vec<Option<Side>> = headings.iter().map(|heading| side(heading)).collect();
    let mut numbers: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    for Side { bare, number } in read.iter().flatten() {
        numbers.entry(bare).or_default().insert(*number);
    }
    let mut plain: BTreeMap<&str, u32> = BTreeMap::new();
    for heading in folded.iter().filter(|heading| !heading.is_empty()) {
        *plain.entry(heading).or_default() += 1;
    }
    let is_from = |bare: &str, first: u32| {
        numbers
            .get(bare)
            .is_some_and(|numbers| (first..).zip(numbers).all(|(expected, number)| expected == *number))
    };
    let mut met: BTreeMap<&str, u32> = BTreeMap::new();
    let mut sides = Vec::with_capacity(folded.len());
    for (heading, read) in folded.iter().zip(&read) {
        if let Some(side) = read {
            let times = plain.get(&side.bare[..]).copied().unwrap_or_default();
            let is_whole = is_from(&side.bare, 1) && numbers[&side.bare[..]].len() > 1;
            sides.push(match times {
                1 if is_from(&side.bare, 2) => Some(side.clone()),
                1 if is_from(&side.bare, 1) && !is_whole => {
                    Some(Side { number: side.number + 1, ..side.clone() })
                }
                _ => is_whole.then(|| side.clone()),
            });
            continue;
        }
        let bare = &heading[..];
        let number = met.entry(bare).or_default();
        *number += 1;
        let is_side = match (plain.get(bare), numbers.get(bare)) {
            (Some(times), None) => *times > 1,
            (Some(1), Some(numbers)) => is_from(bare, 2) || (is_from(bare, 1) && numbers.len() == 1),
            _ => false,
        };
        sides.push(is_side.then(|| Side { bare: bare.to_owned(), number: *number }));
    }
    sides
}

/// The one word of a heading that can be its number.
fn side(heading: &str) -> Option<Side> {
    let spaced = fold(&heading.replace(['_', '.', '#', '№'], " "));
    let words: Vec<&str> = spaced.split(' ').filter(|word| !word.is_empty()).collect();
    let mut read = words.iter().enumerate().filter_map(|(at, word)| Some((at, numbered(word)?)));
    let (at, (rest, number)) = read.next()?;
    if read.next().is_some() {
        return None;
    }
    let bare: Vec<&str> =
        words[..at].iter().copied().chain([rest]).chain(words[at + 1..].iter().copied()).collect();
    let bare = bare.join(" ").trim().to_owned();
    (!bare.is_empty()).then_some(Side { bare, number })
}

/// A word that is a number, or ends in one, and what is left of it: `2`, `b`, `second`, `leader2`.
fn numbered(word: &str) -> Option<(&str, u32)> {
    /// More sides than this are no sides.
    const MOST: u32 = 99;
    const ORDINALS: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];
    if let Some(place) = (1..).zip(ORDINALS).find_map(|(number, ordinal)| (ordinal == word).then_some(number))
    {
        return Some(("", place));
    }
    if let &[letter @ b'a'..=b'h'] = word.as_bytes() {
        return Some(("", u32::from(letter - b'a') + 1));
    }
    let rest = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let number: u32 = word[rest.len()..].parse().ok()?;
    (number <= MOST).then_some((rest, number))
}
