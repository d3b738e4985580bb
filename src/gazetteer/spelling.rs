//! Close spellings: the known names that a name not found may be a slip of.
//!
//! Every known name is kept with a signature of its letters, in groups by length and first letter. An edit
//! changes few bits of a signature, so that comparing signatures rules out nearly all names of a group, and
//! only the rest are compared letter by letter. One pass over the names builds it; there is no index to look
//! after.

use super::distance::{LONGEST, distance, tolerance};
use super::place::folded_names;
use std::sync::LazyLock;

/// A known name close to the one asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Close {
    /// How many letters differ.
    pub differing: usize,
    /// The folded name.
    pub name: &'static str,
}

/// One letter in so many may differ.
const ONE_IN: usize = 5;

/// The known names that differ from a folded name by no more letters than [`tolerance`] grants and by no more
/// than one in five, closest first. The first letter must agree: it is rarely mistaken, and without it most
/// of what is found is chance.
#[must_use]
pub fn close_to(folded: &str) -> Vec<Close> {
    let asked: Vec<char> = folded.chars().collect();
    let tolerance = tolerance(asked.len());
    if tolerance == 0 || asked.len() > LONGEST {
        return Vec::new();
    }
    let signature = signature(folded);
    let mut letters = Vec::with_capacity(LONGEST);
    let mut close = Vec::new();
    let lengths = asked.len() - tolerance..=(asked.len() + tolerance).min(LONGEST);
    let Some(&first) = asked.first() else { return close };
    for known in KNOWN[lengths].iter().flat_map(|group| begun_by(group, first)) {
        if bits_set_above(known.signature ^ signature, 2 * tolerance) {
            continue;
        }
        letters.clear();
        letters.extend(known.name.chars());
        let longer = asked.len().max(letters.len());
        let differing =
            distance(&asked, &letters, tolerance).filter(|differing| differing * ONE_IN <= longer);
        close.extend(differing.map(|differing| Close { differing, name: known.name }));
    }
    close.sort();
    close.dedup();
    close
}

/// Reads the names, so that the first misspelt one need not wait for it.
pub fn warm_up() {
    LazyLock::force(&KNOWN);
}

struct Known {
    signature: u64,
    name: &'static str,
}

impl Known {
    fn first(&self) -> Option<char> {
        self.name.chars().next()
    }
}

/// The names of a group that begin with a letter.
fn begun_by(group: &[Known], first: char) -> &[Known] {
    let begin = group.partition_point(|known| known.first() < Some(first));
    let end = begin + group[begin..].partition_point(|known| known.first() == Some(first));
    &group[begin..end]
}

/// Every known name, by its number of letters, and those of one number by their first letter.
static KNOWN: LazyLock<Vec<Vec<Known>>> = LazyLock::new(|| {
    let mut known: Vec<Vec<Known>> = std::iter::repeat_with(Vec::new).take(LONGEST + 1).collect();
    for name in folded_names() {
        let letters = name.chars().count();
        if letters <= LONGEST {
            known[letters].push(Known { signature: signature(name), name });
        }
    }
    for group in &mut known {
        group.sort_by_key(Known::first);
    }
    known
});

/// Two bits for each of 31 classes of letters: one if the name has such a letter, the other if it has two. An
/// edit changes at most two bits: a letter more sets one, a letter less clears one, a swap none. The
/// alphabets share the classes.
fn signature(name: &str) -> u64 {
    let mut once = 0_u64;
    let mut twice = 0_u64;
    for c in name.chars() {
        let bit = 1 << (u32::from(c) % 31);
        twice |= once & bit;
        once |= bit;
    }
    once | twice << 31
}

/// Whether more than `most` bits are set, by clearing the lowest one again and again: a handful of steps,
/// where counting all needs a processor instruction that the build cannot rely on.
fn bits_set_above(mut bits: u64, most: usize) -> bool {
    for _ in 0..most {
        bits &= bits.wrapping_sub(1);
    }
    bits != 0
}
