//! The nearest known words, for a value that is refused.

use super::distance::{distance, tolerance};
use super::fold::fold;

/// The words of `known` that `text` may have meant, best first, at most `at_most`: the same but for accents,
/// case and punctuation; then those that begin with it; then those with words that begin with its words, in
/// any order; then those that contain it or are contained in it; then close spellings. Among equals the order
/// of `known` stays.
#[must_use]
pub fn nearest<'a>(text: &str, known: impl Iterator<Item = &'a str>, at_most: usize) -> Vec<&'a str> {
    let asked = fold(text);
    let letters: Vec<char> = asked.chars().collect();
    if letters.is_empty() {
        return Vec::new();
    }
    let mut near: Vec<(usize, &str)> =
        known.filter_map(|word| Some((nearness(&asked, &letters, &fold(word))?, word))).collect();
    near.sort_by_key(|(rank, _)| *rank);
    near.truncate(at_most);
    near.into_iter().map(|(_, word)| word).collect()
}

/// 0 for the same word, larger for worse, `None` for unlike.
fn nearness(asked: &str, letters: &[char], word: &str) -> Option<usize> {
    if word == asked {
        Some(0)
    } else if word.starts_with(asked) {
        Some(1)
    } else if asked.split(' ').all(|part| word.split(' ').any(|known| known.starts_with(part))) {
        Some(2)
    } else if letters.len() >= 3 && (word.contains(asked) || (word.len() >= 3 && asked.contains(word))) {
        Some(3)
    } else {
        closest_part(letters, word).map(|differing| 3 + differing)
    }
}

/// The distance to the whole or to the closest of its words, whichever is less: `Lukashenka` is near
/// `Alexander Lukashenko`.
fn closest_part(letters: &[char], word: &str) -> Option<usize> {
    let tolerance = tolerance(letters.len()).max(1);
    std::iter::once(word)
        .chain(word.split(' '))
        .filter_map(|part| distance(letters, &part.chars().collect::<Vec<_>>(), tolerance))
        .min()
}
