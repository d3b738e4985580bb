//! The words for an airfield, brought to one: `RAF Mildenhall` and `Mildenhall Air Force Base` are one base.

/// What is written behind the name of an airport, in folded form; the longer before what it ends with.
const AIRPORT_BEHIND: [&str; 3] = [" international airport", " regional airport", " airport"];

/// The same of an air base.
const BASE_BEHIND: [&str; 14] = [
    " military airport",
    " military air base",
    " air force base",
    " air base",
    " naval air facility",
    " naval air station",
    " air station",
    " army airfield",
    " airbase",
    " airfield",
    " air field",
    " field",
    " afb",
    " ab",
];

/// What is written before its name.
const BASE_BEFORE: [&str; 5] = ["naval air station ", "air base ", "base aerienne ", "raf ", "nas "];

/// A folded name without its word for an airfield, and which sort that word is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Airfield<'a> {
    /// An airport.
    Airport(&'a str),
    /// An air base.
    Base(&'a str),
}

impl<'a> Airfield<'a> {
    /// The airfield of a folded name; `None` if it has no word for one.
    #[must_use]
    pub fn named(folded: &'a str) -> Option<Self> {
        let behind = |words: &[&str]| words.iter().find_map(|word| folded.strip_suffix(word));
        let before = || BASE_BEFORE.iter().find_map(|word| folded.strip_prefix(word));
        let base = || behind(&BASE_BEHIND).or_else(before).map(Self::Base);
        // `Military airport` is a base's word.
        let is_military = folded.ends_with(BASE_BEHIND[0]);
        let airport = behind(&AIRPORT_BEHIND).filter(|_| !is_military).map(Self::Airport);
        airport.or_else(base)
    }

    /// The name without the word.
    #[must_use]
    pub const fn name(self) -> &'a str {
        match self {
            Self::Airport(name) | Self::Base(name) => name,
        }
    }

    /// The name with one word for all of its sort.
    #[must_use]
    pub fn plainly(self) -> String {
        match self {
            Self::Airport(name) => format!("{name} airport"),
            Self::Base(name) => format!("{name} air base"),
        }
    }
}
