//! The words of dates, from `data/date_words.csv`: months, seasons, `to`, `about`.

use super::Calendar;
use super::lex::{Kind, Token, tokens};
use crate::gazetteer::fold::fold;
use crate::gazetteer::table::{Field, listed, rows};
use ahash::{HashMap, HashMapExt};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What a word says in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    /// A month, from 1.
    Month(i8),
    /// A month of a calendar with years from the Hijra, from 1.
    MonthOf(Calendar, u8),
    /// A sign for years of such a calendar.
    YearsOf(Calendar),
    /// A day of the week, which is left aside.
    Weekday,
    /// A season.
    Season(Season),
    /// A part of a month, a year or longer.
    Part(Part),
    /// The date is not exact.
    About,
    /// From one day to another.
    To,
    /// One day and another.
    And,
    /// `between 3 and 5 July`: the next [`Meaning::And`] is a [`Meaning::To`].
    Between,
    /// A word that says nothing of its own.
    Filler,
    /// The letters of `3rd`, or a case ending.
    Ending,
    /// A number as a word.
    Number(i16),
    /// What a number counts.
    Unit(Unit),
    /// `上半年`: the first or second half of a year, in one word.
    HalfOfYear(i8),
    /// The number before it is a year, a month or a day.
    Mark(Mark),
    /// Years counted backwards.
    BeforeChrist,
    /// Years counted as usual.
    AfterChrist,
    /// A time zone.
    Zone,
    /// A unit of the clock behind its number: `19 Uhr`, `7 pm`.
    Clock,
    /// A word of the clock before its number: `saat 19`.
    Hour,
    /// A time of the day without a number.
    Daytime,
    /// The date is not settled.
    Tentative,
    /// There is no date.
    Undated,
}

/// A quarter of the year that begins with a solstice's or an equinox's month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

/// A third of a month, a year, a decade or a century.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The first third.
    Early,
    /// The second.
    Middle,
    /// The last.
    Late,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Three months of a year.
    Quarter,
    /// Six months of a year, or a half of a month.
    Half,
    /// A week of the ISO calendar, or of a month.
    Week,
    /// Ten years.
    Decade,
    /// A hundred years; the first began with the year 1.
    Century,
}

/// What the number before it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// `年`
    Year,
    /// `月`
    Month,
    /// `日`
    Day,
}

/// A row of the table: words of one language with one meaning.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// Two letters, ISO 639-1.
    pub language: Field,
    /// What they mean.
    pub meaning: Meaning,
    /// Between bars.
    words: Field,
    /// Where they are from.
    pub source: Field,
}

impl Row {
    /// The words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        listed(&self.words)
    }
}

/// The rows of `data/date_words.csv`.
#[must_use]
pub fn table() -> &'static [Row] {
    static TABLE: LazyLock<Vec<Row>> =
        LazyLock::new(|| rows(include_str!("../../../data/date_words.csv")).map(row).collect());
    &TABLE
}

fn row([language, meaning, words, source]: [Field; 4]) -> Row {
    let meaning =
        self::meaning(&meaning).unwrap_or_else(|| panic!("{meaning} is no meaning of a word of dates"));
    Row { language, meaning, words, source }
}

fn meaning(name: &str) -> Option<Meaning> {
    let (kind, number) = name.rsplit_once(' ').unwrap_or((name, ""));
    if let Ok(number) = number.parse::<i16>() {
        return match kind {
            "month" => {
                Some(Meaning::Month(i8::try_from(number).ok().filter(|month| (1..=12).contains(month))?))
            }
            "month by the moon" => of_hijra(Calendar::Hijri, number),
            "month by the sun" => of_hijra(Calendar::SolarHijri, number),
            "number" => Some(Meaning::Number(number)),
            "half" => {
                Some(Meaning::HalfOfYear(i8::try_from(number).ok().filter(|half| (1..=2).contains(half))?))
            }
            _ => None,
        };
    }
    Some(match name {
        "years by the moon" => Meaning::YearsOf(Calendar::Hijri),
        "years by the sun" => Meaning::YearsOf(Calendar::SolarHijri),
        "weekday" => Meaning::Weekday,
        "season spring" => Meaning::Season(Season::Spring),
        "season summer" => Meaning::Season(Season::Summer),
        "season autumn" => Meaning::Season(Season::Autumn),
        "season winter" => Meaning::Season(Season::Winter),
        "early" => Meaning::Part(Part::Early),
        "mid" => Meaning::Part(Part::Middle),
        "late" => Meaning::Part(Part::Late),
        "about" => Meaning::About,
        "to" => Meaning::To,
        "and" => Meaning::And,
        "between" => Meaning::Between,
        "from" | "filler" => Meaning::Filler,
        "ordinal" => Meaning::Ending,
        "quarter" => Meaning::Unit(Unit::Quarter),
        "half" => Meaning::Unit(Unit::Half),
        "week" => Meaning::Unit(Unit::Week),
        "decade" => Meaning::Unit(Unit::Decade),
        "century" => Meaning::Unit(Unit::Century),
        "year mark" => Meaning::Mark(Mark::Year),
        "month mark" => Meaning::Mark(Mark::Month),
        "day mark" => Meaning::Mark(Mark::Day),
        "before Christ" => Meaning::BeforeChrist,
        "after Christ" => Meaning::AfterChrist,
        "zone" => Meaning::Zone,
        "clock" => Meaning::Clock,
        "hour" => Meaning::Hour,
        "daytime" => Meaning::Daytime,
        "tentative" => Meaning::Tentative,
        "undated" => Meaning::Undated,
        _ => return None,
    })
}

fn of_hijra(calendar: Calendar, month: i16) -> Option<Meaning> {
    let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    Some(Meaning::MonthOf(calendar, month))
}

/// What was made of the table.
struct Lexicon {
    /// What a phrase can mean, by its words with spaces between.
    phrases: HashMap<String, BTreeSet<Meaning>>,
    /// The words of the longest phrase.
    longest: usize,
    /// The months' names that one may cut short.
    months: Vec<(String, i8)>,
    /// Whole cells that say that there is no date, folded.
    undated: BTreeSet<String>,
    /// Words that say that a date is not settled, folded.
    tentative: BTreeSet<String>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon {
        phrases: HashMap::new(),
        longest: 1,
        months: Vec::new(),
        undated: BTreeSet::new(),
        tentative: BTreeSet::new(),
    };
    for row in table() {
        for word in row.words() {
            lexicon.add(row.meaning, word);
        }
    }
    lexicon
});

impl Lexicon {
    fn add(&mut self, meaning: Meaning, word: &str) {
        match meaning {
            Meaning::Undated => _ = self.undated.insert(fold(word)),
            Meaning::Tentative => _ = self.tentative.insert(fold(word)),
            _ => {}
        }
        let words: Vec<String> = tokens(word)
            .into_iter()
            .filter(|token| token.kind != Kind::Sign)
            .map(|token| token.text)
            .collect();
        if let (Meaning::Month(month), [one]) = (meaning, &words[..]) {
            self.months.push((one.clone(), month));
        }
        self.longest = self.longest.max(words.len());
        if meaning != Meaning::Undated {
            self.phrases.entry(words.join(" ")).or_default().insert(meaning);
        }
    }
}

/// What the words from a place on can mean, and how many tokens they are: the longest phrase that is known.
#[must_use]
pub fn phrase(tokens: &[Token]) -> Option<(usize, &'static BTreeSet<Meaning>)> {
    let mut key = String::new();
    let mut found = None;
    let mut words = 0;
    for (at, token) in tokens.iter().enumerate() {
        if token.kind == Kind::Sign {
            // Points and hyphens within a phrase: `v. Chr.`, `dix-neuvième`.
            if matches!(token.text.as_str(), "." | "-" | "'") && token.glued {
                continue;
            }
            break;
        }
        if words == LEXICON.longest {
            break;
        }
        if words > 0 {
            key.push(' ');
        }
        key.push_str(&token.text);
        words += 1;
        if let Some(meanings) = LEXICON.phrases.get(&key) {
            found = Some((at + 1, meanings));
        }
    }
    found
}

/// The month whose name begins with these letters, at least three of them, in whatever language.
#[must_use]
pub fn month_beginning(letters: &str) -> Option<i8> {
    letters.chars().nth(2)?;
    let mut months =
        LEXICON.months.iter().filter(|(name, _)| name.starts_with(letters)).map(|(_, month)| *month);
    let first = months.next()?;
    months.all(|month| month == first).then_some(first)
}

/// Whether a cell says that there is no date, or holds signs only.
#[must_use]
pub fn is_undated(text: &str) -> bool {
    if text.bytes().any(|byte| byte.is_ascii_digit()) {
        // What databases write for no date: `0000-00-00 00:00:00`.
        let other = text.trim_start_matches(['0', '-', '/', '.', ' ', ':']);
        return other.is_empty() && text.starts_with('0') && text.contains(['-', '/', '.']);
    }
    let folded = fold(text);
    if folded.is_empty() {
        return text.chars().any(|letter| !letter.is_whitespace());
    }
    LEXICON.undated.contains(&folded)
}

/// Whether words in brackets say that the date is not settled.
#[must_use]
pub fn is_tentative(text: &str) -> bool {
    let folded = fold(text);
    LEXICON.undated.contains(&folded) || LEXICON.tentative.contains(&folded)
}
