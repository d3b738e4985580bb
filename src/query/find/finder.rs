//! A finder: everything in a table that can be found, made once and asked at each key.

use super::name::Word;
use super::period::Days;
use super::thing::Things;
use super::vocabulary::{Bits, Gathering, Vocabulary};
use crate::gazetteer::fold::fold;
use crate::meeting::table::Meetings;
use crate::query::index::Index;

/// What can be found in one table. It answers for that table alone.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    /// People, countries, blocs, venues and occasions.
    pub things: Things,
    /// The days of its meetings.
    pub days: Days,
    /// The words of titles, by row.
    titles: Vocabulary,
    /// Those of what came of a meeting and of notes.
    told: Vocabulary,
    /// Every row, the latest first, undated ones last.
    latest_first: Vec<u32>,
}

/// Rows that some words fit.
#[derive(Clone, Debug)]
pub struct FittingRows {
    /// Those with all of the words.
    pub all: Bits,
    /// Those with all of them in what they are called, who took part, where, or at which occasion.
    pub by_names: Bits,
    /// Those with all of them in the title.
    pub by_title: Bits,
}

impl FittingRows {
    /// Those that are among both.
    fn and(mut self, other: &Self) -> Self {
        self.all.keep(&other.all);
        self.by_names.keep(&other.by_names);
        self.by_title.keep(&other.by_title);
        self
    }

    /// Those that are among either.
    fn or(mut self, other: &Self) -> Self {
        self.all.add(&other.all);
        self.by_names.add(&other.by_names);
        self.by_title.add(&other.by_title);
        self
    }

    /// Takes away those that are not `kept`.
    pub fn keep(&mut self, kept: impl Fn(u32) -> bool) {
        for rows in [&mut self.all, &mut self.by_names, &mut self.by_title] {
            let mut left = Bits::none(rows.room());
            rows.iter().filter(|&row| kept(row)).for_each(|row| left.insert(row));
            *rows = left;
        }
    }
}

/// Words of fewer letters are not looked up in other languages and spellings, except in Chinese.
const LEAST_LETTERS: usize = 3;

/// Whether a word is long enough to be looked up in every language.
pub(super) fn is_long(form: &str) -> bool {
    form.chars().count() >= LEAST_LETTERS || form.chars().any(|letter| letter >= '\u{4E00}')
}

impl Finder {
    /// Reads a table once, with the index that was made of it. For 100,000 rows that takes seconds, so it is
    /// a job.
    #[must_use]
    pub fn new(meetings: &Meetings, index: &Index) -> Self {
        let (mut titles, mut told) = (Gathering::default(), Gathering::default());
        for (row, meeting) in meetings.iter() {
            titles.add(&fold(&meeting.title), row as u32);
            for text in [&meeting.outcome, &meeting.note].into_iter().filter(|text| !text.is_empty()) {
                told.add(&fold(text), row as u32);
            }
        }
        let mut latest_first: Vec<u32> = (0..meetings.len() as u32).collect();
        latest_first.sort_by_cached_key(|&row| {
            let meeting = meetings.get(row as usize);
            let day = meeting.dates.first_day();
            (day.is_none(), std::cmp::Reverse(day), meeting.id.clone())
        });
        Self {
            things: Things::of(meetings, index),
            days: Days::of(meetings),
            titles: titles.finish(),
            told: told.finish(),
            latest_first,
        }
    }

    /// The rows that every one of some words fits: in the title, the people, the states, the place, the
    /// occasion, what came of it, or the note. Sources are not looked into.
    #[must_use]
    pub fn rows(&self, words: &[Word]) -> FittingRows {
        let each = words.iter().map(|word| self.rows_with(word));
        each.reduce(|all, one| all.and(&one)).unwrap_or_else(|| self.no_rows())
    }

    fn no_rows(&self) -> FittingRows {
        let none = Bits::none(self.latest_first.len());
        FittingRows { all: none.clone(), by_names: none.clone(), by_title: none }
    }

    /// Those that one of the forms of a word fits.
    fn rows_with(&self, word: &Word) -> FittingRows {
        let of_form = |form: &String| {
            let parts = form.split(' ').map(|part| self.rows_with_part(part));
            parts.reduce(|all, one| all.and(&one)).unwrap_or_else(|| self.no_rows())
        };
        word.forms.iter().map(of_form).reduce(|all, one| all.or(&one)).unwrap_or_else(|| self.no_rows())
    }

    fn rows_with_part(&self, part: &str) -> FittingRows {
        let mut by_title = Bits::none(self.latest_first.len());
        self.titles.with_a_word_like(part).iter().for_each(|&row| by_title.insert(row));
        let mut by_names = by_title.clone();
        let mut seen = Bits::none(self.things.all.len());
        for thing in self.things.names.things_with(part, is_long(part)) {
            if !seen.has(thing) {
                seen.insert(thing);
                self.things.rows(thing).iter().for_each(|&row| by_names.insert(row));
            }
        }
        let mut all = by_names.clone();
        self.told.with_a_word_like(part).iter().for_each(|&row| all.insert(row));
        FittingRows { all, by_names, by_title }
    }

    /// The rows that fit, those by their title first, then those by their names, and of each the latest
    /// first.
    pub fn in_order<'a>(&'a self, rows: &'a FittingRows) -> impl Iterator<Item = usize> + use<'a> {
        let all = || self.latest_first.iter().copied();
        let FittingRows { all: fitting, by_names, by_title } = rows;
        let first = all().filter(|&row| by_title.has(row));
        let then = all().filter(|&row| by_names.has(row) && !by_title.has(row));
        let last = all().filter(|&row| fitting.has(row) && !by_names.has(row));
        first.chain(then).chain(last).map(|row| row as usize)
    }

    /// Known words that a word nobody has begun so may be a slip of.
    #[must_use]
    pub fn close_to(&self, word: &Word) -> Option<Word> {
        let [form] = &word.forms[..] else { return None };
        let all = [self.things.names.vocabulary(), &self.titles, &self.told];
        if all.iter().any(|words| words.has_a_word_like(form)) {
            return None;
        }
        let close: Vec<(usize, &str)> = all.iter().flat_map(|words| words.close_to(form)).collect();
        let changed = close.iter().map(|(differing, _)| *differing).min()?;
        let mut forms: Vec<String> = close
            .into_iter()
            .filter(|(differing, _)| *differing == changed)
            .map(|(_, word)| word.to_owned())
            .collect();
        forms.sort_unstable();
        forms.dedup();
        Some(Word { forms, changed })
    }
}
