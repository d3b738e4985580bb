//! Movements, missions and groups of states that take part in talks and are neither a state nor an
//! organisation with a seat: `Taliban`, `MONUSCO`, `P5+1`. They represent nobody but themselves.

use super::fold::fold;
use super::table::{Field, listed, rows};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Every name of `data/movements.csv`, folded.
static NAMES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let names = |[name, others, _source]: [Field; 3]| -> Vec<String> {
        std::iter::once(fold(&name)).chain(listed(&others).map(fold)).collect()
    };
    rows(include_str!("../../data/movements.csv")).flat_map(names).collect()
});

/// Whether a text is the name of a movement, with or without `the`.
#[must_use]
pub fn is_movement(text: &str) -> bool {
    let folded = fold(text);
    NAMES.contains(folded.strip_prefix("the ").unwrap_or(&folded))
}
