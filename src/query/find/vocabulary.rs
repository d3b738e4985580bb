//! A vocabulary: words in order, each with the numbers of the texts that it stands in.

use crate::gazetteer::distance::{distance, tolerance};
use std::collections::HashMap;
use std::ops::Range;

/// The words of many texts. A word's texts lie in one piece, and so do those of all words with one beginning.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    words: Vec<Box<str>>,
    /// Where the texts of each word begin, and where the last ones end.
    starts: Vec<u32>,
    texts: Vec<u32>,
}

/// A vocabulary in the making.
#[derive(Debug, Default)]
pub struct Gathering {
    numbers: HashMap<Box<str>, u32>,
    /// A word and a text, by their numbers.
    uses: Vec<(u32, u32)>,
}

impl Gathering {
    /// Adds the words of a folded text.
    pub fn add(&mut self, folded: &str, text: u32) {
        for word in folded.split(' ').filter(|word| !word.is_empty()) {
            let known = self.numbers.get(word).copied();
            let number = known.unwrap_or_else(|| {
                let number = self.numbers.len() as u32;
                self.numbers.insert(word.into(), number);
                number
            });
            self.uses.push((number, text));
        }
    }

    /// The vocabulary of everything that was added.
    #[must_use]
    pub fn finish(self) -> Vocabulary {
        let mut words: Vec<(Box<str>, u32)> = self.numbers.into_iter().collect();
        words.sort_unstable();
        let mut place = vec![0_u32; words.len()];
        for (new, (_, old)) in (0..).zip(&words) {
            place[*old as usize] = new;
        }
        let mut uses: Vec<(u32, u32)> =
            self.uses.into_iter().map(|(word, text)| (place[word as usize], text)).collect();
        uses.sort_unstable();
        uses.dedup();
        let mut starts = vec![0_u32; words.len() + 1];
        for &(word, _) in &uses {
            starts[word as usize + 1] += 1;
        }
        for word in 0..words.len() {
            starts[word + 1] += starts[word];
        }
        let texts = uses.into_iter().map(|(_, text)| text).collect();
        Vocabulary { words: words.into_iter().map(|(word, _)| word).collect(), starts, texts }
    }
}

impl Vocabulary {
    /// The words that begin with this.
    fn words_beginning(&self, beginning: &str) -> Range<usize> {
        let first = self.words.partition_point(|word| &**word < beginning);
        let number = self.words[first..].partition_point(|word| word.starts_with(beginning));
        first..first + number
    }

    /// The texts with a word that begins with this; a text may be among them more than once.
    #[must_use]
    pub fn with_a_word_like(&self, beginning: &str) -> &[u32] {
        let Range { start, end } = self.words_beginning(beginning);
        match (self.starts.get(start), self.starts.get(end)) {
            (Some(&start), Some(&end)) => &self.texts[start as usize..end as usize],
            _ => &[],
        }
    }

    /// Whether any word begins with this.
    #[must_use]
    pub fn has_a_word_like(&self, beginning: &str) -> bool {
        !self.words_beginning(beginning).is_empty()
    }

    /// The words that differ from this one by the fewest letters, if those are few, and by how many: of a
    /// longer word, its first letter must be right.
    #[must_use]
    pub fn close_to(&self, word: &str) -> Vec<(usize, &str)> {
        let asked: Vec<char> = word.chars().collect();
        let tolerance = tolerance(asked.len());
        let Some(first) = asked.first().filter(|_| tolerance > 0) else { return Vec::new() };
        let mut letters = Vec::new();
        let mut close: Vec<(usize, &str)> = Vec::new();
        let mut nearest = tolerance;
        for known in &self.words[self.words_beginning(first.encode_utf8(&mut [0; 4]))] {
            // A letter has one byte or more.
            if known.len() + tolerance < asked.len() {
                continue;
            }
            letters.clear();
            letters.extend(known.chars());
            if let Some(differing) = distance(&asked, &letters, nearest) {
                nearest = nearest.min(differing);
                close.push((differing, known));
            }
        }
        close.retain(|(differing, _)| *differing == nearest);
        close
    }
}

/// Some of many numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bits(Vec<u64>);

impl Bits {
    /// None of so many.
    #[must_use]
    pub fn none(of: usize) -> Self {
        Self(vec![0; of.div_ceil(64)])
    }

    /// How many numbers there may be.
    #[must_use]
    pub fn room(&self) -> usize {
        self.0.len() * 64
    }

    /// Adds one.
    pub fn insert(&mut self, number: u32) {
        self.0[number as usize / 64] |= 1 << (number % 64);
    }

    /// Whether one is among them.
    #[must_use]
    pub fn has(&self, number: u32) -> bool {
        self.0[number as usize / 64] >> (number % 64) & 1 == 1
    }

    /// Takes away those that are not among others.
    pub fn keep(&mut self, others: &Self) {
        for (own, other) in self.0.iter_mut().zip(&others.0) {
            *own &= other;
        }
    }

    /// Adds others.
    pub fn add(&mut self, others: &Self) {
        for (own, other) in self.0.iter_mut().zip(&others.0) {
            *own |= other;
        }
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Each of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.0.iter().zip(0_u32..).flat_map(|(&word, place)| {
            let mut left = word;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros())?;
                left &= left - 1;
                Some(place * 64 + bit)
            })
        })
    }
}
