//! The words of a country's name, however they are shortened and in whatever order: `Korea, Dem. P.'s Rep.`

use super::fold::fold;

/// How a word is shortened, and the word.
const SHORTENED: [(&str, &str); 22] = [
    ("rep", "republic"),
    ("repub", "republic"),
    ("dem", "democratic"),
    ("democr", "democratic"),
    ("fed", "federated"),
    ("sts", "states"),
    ("peop", "peoples"),
    ("ps", "peoples"),
    ("isl", "islands"),
    ("isls", "islands"),
    ("isds", "islands"),
    ("is", "islands"),
    ("island", "islands"),
    ("terr", "territory"),
    ("territ", "territory"),
    ("territories", "territory"),
    ("br", "british"),
    ("brit", "british"),
    ("n", "north"),
    ("s", "south"),
    ("afr", "african"),
    ("kgdm", "kingdom"),
];

/// Words that say nothing of which country it is.
const LEFT_OUT: [&str; 5] = ["of", "the", "and", "state", "d"];

/// What stands before words for a part that a figure leaves out: `China excluding Hong Kong`.
const WITHOUT: [&str; 5] = [" excluding ", " excl ", " except ", " exc ", " without "];

/// Whether a text has a shortened word, or words for what it leaves out.
#[must_use]
pub fn is_shortened(text: &str) -> bool {
    let folded = fold(text);
    let is_short = |word: &str| SHORTENED.iter().any(|(short, _)| *short == word);
    folded.split(' ').any(is_short) || WITHOUT.iter().any(|word| folded.contains(word))
}

/// The words of a name in full, sorted, without small words and without what is excluded.
#[must_use]
pub fn words_of(text: &str) -> Vec<String> {
    let folded = fold(&text.replace("P.'s", "Peoples").replace("P's", "Peoples"));
    let end = WITHOUT.iter().filter_map(|word| folded.find(word)).min().unwrap_or(folded.len());
    let words = folded[..end].split(' ').filter(|word| !LEFT_OUT.contains(word));
    let in_full = |word: &str| {
        SHORTENED.iter().find(|(short, _)| *short == word).map_or(word, |(_, full)| full).to_owned()
    };
    let mut words: Vec<String> = words.map(in_full).collect();
    words.sort_unstable();
    words
}
