//! Names: what the things of a table and of the world are called, and how well a typed text fits a name.

use super::vocabulary::{Bits, Gathering, Vocabulary};
use crate::gazetteer::fold::{fold, forms_of_word};

/// What sort of name a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// The one that lists show, or one that the table has.
    Own,
    /// An abbreviation or a code.
    Code,
    /// Another spelling, an older name, or one in another language.
    Other,
}

/// How well a typed text fits a name, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// It is the name, or its abbreviation.
    Whole,
    /// It is another name, or whole words of the name.
    Words,
    /// The name begins with it.
    Beginning,
    /// Words of the name begin with it, or it is whole words of another name.
    Inside,
    /// Another name has words that begin with it.
    Elsewhere,
    /// It is a slip of the name: so many letters differ.
    Slip(usize),
}

/// The names of numbered things.
#[derive(Clone, Debug, Default)]
pub struct Names {
    names: Vec<Name>,
    vocabulary: Vocabulary,
}

/// A name of a thing.
#[derive(Clone, Debug)]
pub struct Name {
    /// The thing's number.
    pub thing: u32,
    /// What sort of name it is.
    pub sort: Sort,
    /// The name as it is written.
    pub written: Box<str>,
    folded: Box<str>,
}

/// Names that are gathered.
#[derive(Debug, Default)]
pub struct NamesInTheMaking {
    names: Vec<Name>,
    vocabulary: Gathering,
}

impl NamesInTheMaking {
    /// Adds a name of a thing.
    pub fn add(&mut self, thing: u32, sort: Sort, written: &str) {
        let folded = fold(written).into_boxed_str();
        if !folded.is_empty() {
            self.vocabulary.add(&folded, self.names.len() as u32);
            self.names.push(Name { thing, sort, written: written.into(), folded });
        }
    }

    /// The names that were added.
    #[must_use]
    pub fn finish(self) -> Names {
        Names { names: self.names, vocabulary: self.vocabulary.finish() }
    }
}

/// A typed word, folded: `st` is both the short form of `saint` and the beginning of `state`.
#[derive(Clone, Debug)]
pub struct Word {
    /// Its forms; one of several words has a space.
    pub forms: Vec<String>,
    /// How many letters were changed to find it.
    pub changed: usize,
}

impl Word {
    /// The words of a typed text.
    #[must_use]
    pub fn all(typed: &str) -> Vec<Self> {
        let forms = typed.split_whitespace().map(forms_of_word);
        forms.filter(|forms| !forms.is_empty()).map(|forms| Self { forms, changed: 0 }).collect()
    }

    /// Whether a word of a folded text begins with it.
    #[must_use]
    pub fn begins_a_word_of(&self, folded: &str) -> bool {
        self.forms
            .iter()
            .any(|form| form.split(' ').all(|part| folded.split(' ').any(|word| word.starts_with(part))))
    }

    /// Whether it stands in a folded text as a whole.
    fn is_a_word_of(&self, folded: &str) -> bool {
        self.forms.iter().any(|form| form.split(' ').all(|part| folded.split(' ').any(|word| word == part)))
    }
}

/// How well some words fit a folded name; `None` if one of them begins no word of it.
#[must_use]
pub fn fit(words: &[Word], sort: Sort, folded: &str) -> Option<Fit> {
    if !words.iter().all(|word| word.begins_a_word_of(folded)) {
        return None;
    }
    let changed: usize = words.iter().map(|word| word.changed).sum();
    if changed > 0 {
        return Some(Fit::Slip(changed));
    }
    let typed: Vec<&str> = words.iter().map(|word| &*word.forms[0]).collect();
    let typed = typed.join(" ");
    let are_words = || words.iter().all(|word| word.is_a_word_of(folded));
    Some(match sort {
        Sort::Own | Sort::Code if folded == typed => Fit::Whole,
        Sort::Other if folded == typed => Fit::Words,
        Sort::Own if are_words() => Fit::Words,
        Sort::Own if folded.starts_with(&typed) => Fit::Beginning,
        Sort::Own => Fit::Inside,
        Sort::Other if are_words() => Fit::Inside,
        // A code is typed as a whole, or it is the beginning of any word.
        Sort::Code | Sort::Other => Fit::Elsewhere,
    })
}

impl Names {
    /// The names that some words fit, with how well: one for each thing, its best, in the order of things.
    #[must_use]
    pub fn fitting(&self, words: &[Word]) -> Vec<(&Name, Fit)> {
        let mut found: Option<Bits> = None;
        for word in words {
            let names = self.with(word);
            match &mut found {
                None => found = Some(names),
                Some(found) => found.keep(&names),
            }
        }
        let Some(found) = found else { return Vec::new() };
        let names = found.iter().map(|number| &self.names[number as usize]);
        let mut fitting: Vec<(&Name, Fit)> =
            names.filter_map(|name| Some((name, fit(words, name.sort, &name.folded)?))).collect();
        // Of names that fit equally well, the one that was added first.
        fitting.sort_by_key(|(name, fit)| (name.thing, *fit, name.sort));
        fitting.dedup_by_key(|(name, _)| name.thing);
        fitting
    }

    /// The names with words that begin with one of the forms.
    fn with(&self, word: &Word) -> Bits {
        let mut all = Bits::none(self.names.len());
        for form in &word.forms {
            let mut of_form: Option<Bits> = None;
            for part in form.split(' ') {
                let mut names = Bits::none(self.names.len());
                self.vocabulary.with_a_word_like(part).iter().for_each(|&name| names.insert(name));
                match &mut of_form {
                    None => of_form = Some(names),
                    Some(of_form) => of_form.keep(&names),
                }
            }
            if let Some(of_form) = of_form {
                all.add(&of_form);
            }
        }
        all
    }

    /// The things with a name of which a word begins with this, some more than once; `in_every_language` or
    /// by their own names only.
    pub fn things_with(&self, beginning: &str, in_every_language: bool) -> impl Iterator<Item = u32> {
        let names =
            self.vocabulary.with_a_word_like(beginning).iter().map(|&name| &self.names[name as usize]);
        let counts = move |name: &&Name| in_every_language || name.sort == Sort::Own;
        names.filter(counts).map(|name| name.thing)
    }

    /// The words of all names.
    #[must_use]
    pub const fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }
}
