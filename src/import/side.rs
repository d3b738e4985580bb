//! Sides of a table: columns whose headings differ by a number or a letter only, such as `Leader A` and `Leader B`.

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

/// The sides that headings name. A number counts only where others of the same words are there and all from the first to the last:
/// `2023` and `2024` are no sides, nor are `iso2` and `iso3`, nor is a lonely `Leader A`.
#[must_use]
pub fn sides(headings: &[&str]) -> Vec<Option<Side>> {
    let read: Vec<Option<Side>> = headings.iter().map(|heading| side(heading)).collect();
    let mut numbers: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    for Side { bare, number } in read.iter().flatten() {
        numbers.entry(bare).or_default().insert(*number);
    }
    let is_whole = |bare: &str| {
        let (several, mut numbers) = (numbers[bare].len() > 1, (1..).zip(&numbers[bare]));
        several && numbers.all(|(expected, number)| expected == *number)
    };
    read.iter().map(|one| one.clone().filter(|side| is_whole(&side.bare))).collect()
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
