//! Headings of columns in eleven languages and the usual ones in three more, from `data/headings.csv`: what a
//! column holds by its name.

use super::field::key;
use super::side::{Side, sides};
use crate::gazetteer::fold::fold;
use crate::gazetteer::table::{Field as Cell, rows, text};
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

/// What a column may hold, by the names that `data/headings.csv` uses. `place` is a city and a country in one
/// cell, `country_or_state` a country that may be the host's or the traveller's, `count` the weight of a row
/// that stands for several meetings, `coordinates` both degrees in one cell; `host` a counterpart who is at
/// home; `departure` is the last day where somebody is, or the first of a trip; `written` is when the row was
/// written, or a time of the day; `other` is a heading of a known table that says nothing of a meeting.
pub const FIELDS: [&str; 46] = [
    "id",
    "start",
    "written",
    "end",
    "departure",
    "date_precision",
    "year",
    "month",
    "day",
    "end_year",
    "end_month",
    "end_day",
    "duration",
    "kind",
    "mode",
    "status",
    "title",
    "country",
    "city",
    "venue",
    "participants",
    "leader",
    "leader_country",
    "office",
    "counterpart",
    "host",
    "counterpart_country",
    "counterpart_office",
    "occasion",
    "topic",
    "outcome",
    "sources",
    "note",
    "longitude",
    "latitude",
    "coordinates",
    "count",
    "trip",
    "stop",
    "origin_city",
    "origin_latitude",
    "origin_longitude",
    "place",
    "country_or_state",
    "article_ref",
    "other",
];

/// How well a heading is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sure {
    /// It stands in the table, but for case, accents, punctuation, spaces and a number behind it.
    Exact,
    /// It has the words of one that does, in another order or with small words or brackets: `Country of the
    /// leader`.
    Words,
    /// It has such a heading in it, or is cut short: `City/region`, `TripStartDat`. The cells should decide.
    Part,
}

impl Sure {
    /// Every degree, best first.
    pub const ALL: [Self; 3] = [Self::Exact, Self::Words, Self::Part];
}

/// What a heading says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// One of [`FIELDS`].
    pub field: &'static str,
    /// How sure that is.
    pub sure: Sure,
    /// The number behind it, or of its side: 12 in `Participant 12`, 2 in `Country B`.
    pub number: Option<u32>,
    /// The language in which it means this: two letters, ISO 639-1.
    pub language: &'static str,
}

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Two letters, ISO 639-1.
    pub language: &'static str,
    /// One of [`FIELDS`].
    pub field: &'static str,
    /// As people write it.
    pub heading: &'static str,
}

/// The rows of `data/headings.csv`.
#[must_use]
pub fn table() -> &'static [Heading] {
    static TABLE: LazyLock<Vec<Heading>> = LazyLock::new(|| {
        let row = |[language, field, heading]: [Cell; 3]| Heading {
            language: text(language),
            field: text(field),
            heading: text(heading),
        };
        rows(include_str!("../../data/headings.csv")).map(row).collect()
    });
    &TABLE
}

/// What was made of the table.
struct Known {
    /// By [`key`].
    by_key: HashMap<String, Vec<&'static Heading>>,
    /// By the sorted words that count.
    by_words: BTreeMap<Vec<String>, Vec<&'static Heading>>,
    /// Headings in Chinese, which has no spaces, longest first.
    chinese: Vec<(String, &'static Heading)>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let mut known = Known { by_key: HashMap::new(), by_words: BTreeMap::new(), chinese: Vec::new() };
    for row in table() {
        known.by_key.entry(key(row.heading)).or_default().push(row);
        known.by_words.entry(bag(&words(row.heading))).or_default().push(row);
        if row.language == "zh" && row.heading.chars().nth(1).is_some() {
            known.chinese.push((key(row.heading), row));
        }
    }
    known.by_words.remove(&Vec::new());
    known.chinese.sort_by_key(|(key, _)| std::cmp::Reverse(key.chars().count()));
    known
});

/// What a heading says by itself. Where languages differ, the first of them in the table is taken.
#[must_use]
pub fn heading(text: &str) -> Option<Match> {
    meanings(text).into_iter().next()
}

/// What the headings of a table say. Where languages differ, the one that most of the headings are in is
/// taken: `nombre` is a name beside `fecha`, and a number beside `pays`.
#[must_use]
pub fn headings(row: &[&str]) -> Vec<Option<Match>> {
    let meanings: Vec<Vec<Match>> =
        row.iter().zip(sides(row)).map(|(text, side)| of_side(text, side.as_ref())).collect();
    let mut languages: BTreeMap<&str, usize> = BTreeMap::new();
    for found in &meanings {
        let mut own: Vec<&str> = found.iter().map(|found| found.language).collect();
        own.dedup();
        for language in own {
            *languages.entry(language).or_default() += 1;
        }
    }
    let best = |found: Vec<Match>| {
        let count = |one: &Match| languages.get(one.language).copied().unwrap_or_default();
        let most = found.iter().map(count).max()?;
        found.into_iter().find(|one| count(one) == most)
    };
    meanings.into_iter().map(best).collect()
}

/// What a heading can mean that may be that of one side.
fn of_side(text: &str, side: Option<&Side>) -> Vec<Match> {
    let Some(Side { bare, number }) = side else { return meanings(text) };
    let found = meanings(bare);
    if found.is_empty() {
        return meanings(text);
    }
    found.into_iter().map(|found| Match { number: Some(*number), ..found }).collect()
}

/// Whether a text is a heading, by all of its words.
#[must_use]
pub fn is_known(text: &str) -> bool {
    heading(text).is_some_and(|found| match found.sure {
        Sure::Exact | Sure::Words => true,
        Sure::Part => false,
    })
}

/// Longer texts are no headings.
const MOST_LETTERS: usize = 80;

/// Everything that a heading can mean, of the surest kind that there is.
fn meanings(text: &str) -> Vec<Match> {
    let text = text.trim();
    if text.is_empty() || text.chars().nth(MOST_LETTERS).is_some() {
        return Vec::new();
    }
    let exact = exact(text, Sure::Exact);
    if !exact.is_empty() {
        return exact;
    }
    let (bare, number) = numbered(text);
    let found = [by_words, by_alternatives, by_last_name, by_part]
        .iter()
        .map(|find| find(bare))
        .find(|found| !found.is_empty())
        .unwrap_or_default();
    found.into_iter().map(|found| Match { number, ..found }).collect()
}

/// In the table, with or without a number behind it.
fn exact(text: &str, sure: Sure) -> Vec<Match> {
    let found = of_rows(KNOWN.by_key.get(&key(text)), sure);
    if !found.is_empty() {
        return found;
    }
    let (bare, number) = numbered(text);
    if number.is_none() {
        return Vec::new();
    }
    let found = of_rows(KNOWN.by_key.get(&key(bare)), sure);
    found.into_iter().map(|found| Match { number, ..found }).collect()
}

fn of_rows(rows: Option<&Vec<&'static Heading>>, sure: Sure) -> Vec<Match> {
    let found = rows.into_iter().flatten();
    found.map(|row| Match { field: row.field, sure, number: None, language: row.language }).collect()
}

/// The heading and the number behind it: `Name_1`, `Participant 12`, `Leader #2`.
fn numbered(text: &str) -> (&str, Option<u32>) {
    let bare = text.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let number = text[bare.len()..].parse().ok().filter(|_| bare.chars().any(char::is_alphabetic));
    if number.is_some() {
        (bare.trim_end_matches(['_', ' ', '#', '-', '.', '№']), number)
    } else {
        (text, None)
    }
}

/// The words of a heading, also where capitals part them: `CountryVisitedISO`.
pub(super) fn words(heading: &str) -> Vec<String> {
    let heading = heading.replace(['\'', '’'], " ");
    let letters: Vec<char> = heading.chars().collect();
    let mut spaced = String::with_capacity(heading.len() + 8);
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| letters[before]);
        let after = letters.get(at + 1);
        let begins = letter.is_uppercase()
            && before.is_some_and(|before| {
                before.is_lowercase()
                    || (before.is_uppercase() && after.is_some_and(|after| after.is_lowercase()))
            });
        if begins {
            spaced.push(' ');
        }
        spaced.push(*letter);
    }
    fold(&spaced).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Words that say nothing of what a column holds.
const SMALL: [&str; 47] = [
    "label", "of", "the", "a", "an", "in", "on", "s", "iso", "iso2", "iso3", "code", "full", "utc", "name",
    "de", "la", "le", "les", "du", "des", "d", "l", "der", "die", "das", "dem", "den", "im", "el", "los",
    "las", "del", "do", "da", "dos", "das", "di", "della", "dello", "il", "lo", "nome", "nom", "en",
    "english", "es",
];

/// The words that count, sorted; all of them if none does.
fn bag(words: &[String]) -> Vec<String> {
    let mut bag: Vec<String> = words.iter().filter(|word| !SMALL.contains(&word.as_str())).cloned().collect();
    if bag.is_empty() {
        bag = words.to_vec();
    }
    bag.sort_unstable();
    bag.dedup();
    bag
}

/// The same words in another order, with other small words or something in brackets.
fn by_words(text: &str) -> Vec<Match> {
    let found = of_rows(KNOWN.by_words.get(&bag(&words(text))), Sure::Words);
    if !found.is_empty() {
        return found;
    }
    let bare = without_brackets(text);
    if bare == text.trim() {
        return Vec::new();
    }
    let found = exact(&bare, Sure::Words);
    if found.is_empty() { of_rows(KNOWN.by_words.get(&bag(&words(&bare))), Sure::Words) } else { found }
}

/// Without round and square brackets, and signs such as `*` behind.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut bare = String::new();
    for letter in text.chars() {
        match letter {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            _ if depth == 0 => bare.push(letter),
            _ => {}
        }
    }
    bare.trim().trim_end_matches(['*', ':', '?', '†']).trim().to_owned()
}

/// `Lieu / Ville`, `Date | Datum`: all alternatives that are known say the same, or a city and a country.
fn by_alternatives(text: &str) -> Vec<Match> {
    let parts: Vec<&str> =
        text.split(['/', '|', ',', '\n', '·']).map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.len() < 2 {
        return Vec::new();
    }
    let found: Vec<Vec<Match>> = parts
        .iter()
        .map(|part| {
            let exact = exact(part, Sure::Words);
            if exact.is_empty() { by_words(part) } else { exact }
        })
        .collect();
    let known: Vec<&Match> =
        found.iter().filter_map(|found| found.first()).filter(|found| found.field != "other").collect();
    let Some(&&first) = known.first() else { return Vec::new() };
    let is_all = known.len() == parts.len();
    if known.iter().all(|one| one.field == first.field) {
        return vec![Match { sure: if is_all { Sure::Words } else { Sure::Part }, ..first }];
    }
    let is_place = known
        .iter()
        .all(|one| ["city", "place", "country", "country_or_state", "venue"].contains(&one.field));
    if is_place {
        return vec![Match { field: "place", sure: if is_all { Sure::Words } else { Sure::Part }, ..first }];
    }
    vec![Match { sure: Sure::Part, ..first }]
}

/// The last name of a path: `visits.from`, `properties/city`.
fn by_last_name(text: &str) -> Vec<Match> {
    if text.contains(' ') {
        return Vec::new();
    }
    let last = text.rsplit(['.', '/', ':']).next().filter(|last| last.len() < text.len());
    last.map(|last| exact(last, Sure::Words)).unwrap_or_default()
}

/// The longest heading among its words, which must be half of them at least; a heading that is cut short; a
/// Chinese one within.
fn by_part(text: &str) -> Vec<Match> {
    /// Words of a heading that is looked through.
    const MOST_WORDS: usize = 6;
    let words = words(text);
    if words.len() <= MOST_WORDS {
        for length in (words.len().div_ceil(2).max(1)..words.len()).rev() {
            for from in (0..=words.len() - length).rev() {
                let found = of_rows(KNOWN.by_key.get(&words[from..from + length].concat()), Sure::Part);
                // `LeaderR` is a longer heading that was cut, not a leader.
                let is_cut =
                    from + length + 1 == words.len() && words[from + length].chars().nth(2).is_none();
                if !found.is_empty() && !is_cut {
                    return found;
                }
            }
        }
    }
    let key = key(text);
    if let Some((_, row)) = KNOWN.chinese.iter().find(|(known, _)| key.contains(known.as_str())) {
        return vec![Match { field: row.field, sure: Sure::Part, number: None, language: row.language }];
    }
    cut_short(&key)
}

/// `TripStartDat`: at least eight letters of exactly one field's headings, at most four of them missing.
fn cut_short(key: &str) -> Vec<Match> {
    let letters = key.chars().count();
    if letters < 8 {
        return Vec::new();
    }
    let mut longer: Vec<Match> = KNOWN
        .by_key
        .iter()
        .filter(|(known, _)| known.starts_with(key) && known.chars().count() <= letters + 4)
        .flat_map(|(_, rows)| of_rows(Some(rows), Sure::Part))
        .collect();
    longer.sort_by_key(|found| (found.field, found.language));
    longer.dedup();
    let is_one = longer.windows(2).all(|two| two[0].field == two[1].field);
    if is_one { longer } else { Vec::new() }
}
