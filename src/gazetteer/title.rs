//! Titles and styles: the words that stand beside a name in a list and are no part of it.

use super::fold::fold;
use super::table::{Field, rows};
use std::collections::HashMap;
use std::sync::LazyLock;

/// What sort of office it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfficeClass {
    /// A president, monarch or supreme leader.
    HeadOfState,
    /// A prime minister or chancellor.
    HeadOfGovernment,
    /// A foreign minister or secretary of state.
    ForeignMinister,
    /// The head of an international organisation.
    HeadOfOrganisation,
    /// Any other, such as a vice president or the leader of a ruling party.
    Other,
}

impl OfficeClass {
    /// Every class, the highest first.
    pub const ALL: [Self; 5] = [
        Self::HeadOfState,
        Self::HeadOfGovernment,
        Self::ForeignMinister,
        Self::HeadOfOrganisation,
        Self::Other,
    ];

    /// The word for it, as the tables write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::HeadOfState => "head of state",
            Self::HeadOfGovernment => "head of government",
            Self::ForeignMinister => "foreign minister",
            Self::HeadOfOrganisation => "head of organisation",
            Self::Other => "other",
        }
    }

    /// The class that a table's word means.
    ///
    /// # Panics
    /// If it means none: the tables are part of the program.
    #[must_use]
    pub fn of_word(word: &str) -> Self {
        let found = Self::ALL.into_iter().find(|class| class.name() == word);
        found.unwrap_or_else(|| panic!("{word} is no class of office"))
    }
}

/// What some words beside a name are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TitleKind {
    /// An office: `President`.
    Office(OfficeClass),
    /// A style: `Dr`, `H.E.`
    Style,
    /// Letters behind a name: `MP`, `KCB`.
    Honour,
    /// Chosen, but not yet in office: `elect`.
    Elect,
    /// It joins an office and a state: `of`.
    Of,
    /// It stands before the name of a state: `the`.
    Article,
}

/// The words of a title, folded, and what they are: the longest that the text begins with. Gives the number
/// of words taken.
#[must_use]
pub fn title_at(words: &[&str], wanted: impl Fn(TitleKind) -> bool) -> Option<(usize, TitleKind)> {
    let most = words.len().min(TABLE.longest);
    (1..=most).rev().find_map(|taken| {
        let kinds = TABLE.kinds.get(&fold(&words[..taken].join(" ")))?;
        kinds.iter().copied().find(|&kind| wanted(kind)).map(|kind| (taken, kind))
    })
}

/// What a text is, taken as a whole.
#[must_use]
pub fn title(text: &str, wanted: impl Fn(TitleKind) -> bool) -> Option<TitleKind> {
    TABLE.kinds.get(&fold(text))?.iter().copied().find(|&kind| wanted(kind))
}

/// The offices written in Chinese characters, the longest first: no space parts them from a name.
pub fn chinese_offices() -> impl Iterator<Item = (&'static str, OfficeClass)> {
    TABLE.chinese.iter().map(|(words, class)| (words.as_str(), *class))
}

/// The rows of `data/titles.csv`, by their folded words.
#[derive(Default)]
struct Titles {
    kinds: HashMap<String, Vec<TitleKind>>,
    /// The most words that a row has.
    longest: usize,
    chinese: Vec<(String, OfficeClass)>,
}

static TABLE: LazyLock<Titles> = LazyLock::new(|| {
    let mut titles = Titles::default();
    for row in rows(include_str!("../../data/titles.csv")) {
        titles.add(row);
    }
    titles.chinese.sort_by_key(|(words, _)| std::cmp::Reverse(words.chars().count()));
    titles
});

impl Titles {
    fn add(&mut self, [words, kind, class, language]: [Field; 4]) {
        let kind = match &*kind {
            "office" => TitleKind::Office(OfficeClass::of_word(&class)),
            "style" => TitleKind::Style,
            "honour" => TitleKind::Honour,
            "elect" => TitleKind::Elect,
            "of" => TitleKind::Of,
            "article" => TitleKind::Article,
            _ => panic!("titles.csv has a row of kind {kind}"),
        };
        if let (TitleKind::Office(class), "zh") = (kind, &*language) {
            self.chinese.push((words.to_string(), class));
        }
        let folded = fold(&words);
        self.longest = self.longest.max(words.split_whitespace().count()).max(folded.split(' ').count());
        self.kinds.entry(folded).or_default().push(kind);
    }
}
