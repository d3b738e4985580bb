//! The score of a match, and the words for it.
//!
//! The score is the product of two numbers. The first says how well the name fits ([`fit`]): 1 for the
//! place's own name, less for other names, much less for close spellings. The second says how far the place
//! outweighs its namesakes: from ½ for one that nobody would think of to 1 for one without rivals. A namesake
//! weighs its prominence times how readily the name is used for it ([`weight`]); a country's name in another
//! language hardly counts beside a city that bears it. The product is rounded down to two digits, so that 1
//! means the own name of a place without rivals.

use super::country::NameKind;
use super::matches::Match;

/// What is left of the weight of a country's name in another language beside a city of that name.
const GIVEN_WAY: f64 = 1e-4;

/// The scores of the matches of one query, in their order.
#[must_use]
pub fn scores(matches: &[Match]) -> Vec<f64> {
    // Granada is a city before it is Grenada in Spanish.
    let is_a_city = matches.iter().any(|one| one.is_city() && one.named.kind == NameKind::Own);
    let gives_way = |one: &Match| is_a_city && one.named.kind == NameKind::Translated;
    let weight = |one: &Match| if gives_way(one) { weight(one) * GIVEN_WAY } else { weight(one) };
    let all: f64 = matches.iter().map(weight).sum();
    let score = |one: &Match| fit(one) * (0.5 + 0.5 * weight(one) / all);
    matches.iter().map(|one| (score(one) * 100.0 + 1e-9).floor() / 100.0).collect()
}

/// How well the name fits: by what sort of name it is, less for each letter that differs, for a name that
/// only begins so and for words left aside.
#[must_use]
pub fn fit(found: &Match) -> f64 {
    let name = match found.named.kind {
        NameKind::Own => 1.0,
        NameKind::Official | NameKind::Alias | NameKind::Translated | NameKind::Code => 0.95,
        NameKind::Former => 0.9,
        NameKind::Demonym => 0.7,
    };
    let spelling =
        if found.differing == 0 { 1.0 } else { 0.8 * (1.0 - found.differing as f64 / found.letters as f64) };
    let begun = if found.missing == 0 { 1.0 } else { 0.7 };
    let left_aside = if found.left_aside.is_empty() { 1.0 } else { 0.7 };
    name * spelling * begun * left_aside
}

/// What the match weighs among its namesakes, in inhabitants: an own name counts in full, another by half, a
/// former one by a third, a demonym by a twentieth; each letter that differs leaves a tenth, a name that only
/// begins so a hundredth.
#[must_use]
pub fn weight(found: &Match) -> f64 {
    let readiness = match found.named.kind {
        NameKind::Own => 1.0,
        NameKind::Official | NameKind::Alias | NameKind::Translated | NameKind::Code => 0.5,
        NameKind::Former => 0.3,
        NameKind::Demonym => 0.05,
    };
    let begun = if found.missing == 0 { 1.0 } else { 0.01 };
    found.named.place.prominence() * readiness * begun * 0.1_f64.powf(found.differing as f64)
}

/// Why a match is offered: the name that matched, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// How the name matched.
    pub how: How,
    /// The name that matched, as the table has it.
    pub written: String,
    /// The words behind the name that were left aside; empty if none.
    pub left_aside: String,
}

/// How a name matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It begins as what was asked for.
    BeginsSo,
    /// It is what was asked for, and such a name of the place.
    Is(NameKind),
    /// So many letters differ.
    Close(usize),
}

/// Why a match is offered.
#[must_use]
pub fn why(found: &Match) -> Why {
    let how = match found.differing {
        0 if found.missing > 0 => How::BeginsSo,
        0 => How::Is(found.named.kind),
        differing => How::Close(differing),
    };
    Why { how, written: found.named.written.clone(), left_aside: found.left_aside.clone() }
}
