//! Words of closed lists in eleven languages, from `data/kind_words.csv`: kinds, statuses, and words for
//! nothing.

use crate::gazetteer::fold::fold;
use crate::gazetteer::nearest::nearest;
use crate::gazetteer::table::{Field, listed, rows, text};
use crate::meeting::{Kind, Status};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// A row of the table: the words of one language for a kind or a status.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// Two letters, ISO 639-1.
    pub language: &'static str,
    /// `kind`, `status` or `small`.
    pub set: &'static str,
    /// The name of the kind or status, as [`Kind::name`] and [`Status::name`] give it; `any` for words such
    /// as `visit`, and for `confirmed`. Of `small`: `nothing` for what says that there is none, `not` for
    /// what turns a word round, `was` for what stands before a status, `behind` for what may follow it,
    /// `press` for what meets nobody, `article` for what may stand before a meeting, `other` for what tells
    /// of something held, `calls` for what speaks of telephone calls in a heading, and `no call` for two
    /// words of which one is such a word and that do not.
    pub name: &'static str,
    /// Between bars.
    words: Field,
    /// Words that mean it only if nothing else stands in the cell, such as `official` and `sv`; between bars.
    alone: Field,
}

impl Row {
    /// The words that mean it in a longer text too.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        listed(&self.words)
    }

    /// The words that mean it by themselves only.
    pub fn alone(&self) -> impl Iterator<Item = &str> {
        listed(&self.alone)
    }
}

/// The rows of `data/kind_words.csv`.
#[must_use]
pub fn table() -> &'static [Row] {
    static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| {
        let row = |[language, set, name, words, alone, _source]: [Field; 6]| Row {
            language: text(language),
            set: text(set),
            name: text(name),
            words,
            alone,
        };
        rows(include_str!("../../data/kind_words.csv")).map(row).collect()
    });
    &TABLE
}

/// The names of one set by the folded words for them, and whether each word is known in a longer text.
fn names_of(set: &str) -> HashMap<String, (&'static str, bool)> {
    let mut names = HashMap::new();
    for row in table().iter().filter(|row| row.set == set) {
        names.extend(row.alone().map(|word| (fold(word), (row.name, false))));
        names.extend(row.words().map(|word| (fold(word), (row.name, true))));
    }
    names
}

static KINDS: LazyLock<HashMap<String, (&str, bool)>> = LazyLock::new(|| names_of("kind"));
static STATUSES: LazyLock<HashMap<String, (&str, bool)>> = LazyLock::new(|| names_of("status"));

static PRESENCE: LazyLock<HashMap<String, (&str, bool)>> = LazyLock::new(|| names_of("presence"));
static IN_NAMES: LazyLock<HashMap<String, (&str, bool)>> = LazyLock::new(|| names_of("name"));

/// Whether a word in the name of a meeting is of a sort: `meeting` for the meeting itself, `before place`
/// for one between it and its place, `about` for one before what it is on.
#[must_use]
pub fn in_name_of_meeting(word: &str, sort: &str) -> bool {
    IN_NAMES.get(&fold(word)).is_some_and(|(known, _)| *known == sort)
}

/// The kind that a word means: its name in any case, spaced or with underscores, or another word in use for
/// it.
#[must_use]
pub fn kind(text: &str) -> Option<Kind> {
    kind_named(kind_name(text)?)
}

/// Whether a text is a word for a call: `Virtual`, `by phone`.
#[must_use]
pub fn is_call(text: &str) -> bool {
    kind(text) == Some(Kind::Call)
}

/// Whether a text says how people met: `in person`, `by video`, `hybrid`.
#[must_use]
pub fn is_mode(text: &str) -> bool {
    is_call(text) || is_word_for("in person", &fold(text))
}

/// The name of the kind that a word means.
#[must_use]
pub fn kind_name(text: &str) -> Option<&'static str> {
    let folded = fold(text);
    let own = Kind::ALL.into_iter().map(Kind::name).find(|name| *name == folded);
    own.or_else(|| KINDS.get(&folded).map(|(name, _)| *name))
}

/// Whether a text says that there was a visit or a meeting, and not of which kind.
#[must_use]
pub fn is_any_kind(text: &str) -> bool {
    kind_name(text) == Some("any")
}

fn kind_named(name: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.name() == name)
}

/// The status that a word means.
#[must_use]
pub fn status(text: &str) -> Option<Status> {
    let folded = fold(text);
    let name = STATUSES.get(&folded).map_or(folded.as_str(), |(name, _)| name);
    Status::ALL.into_iter().find(|status| status.name() == name)
}

/// Whether a word says that a status is known and not which: `confirmed`.
#[must_use]
pub fn is_any_status(text: &str) -> bool {
    STATUSES.get(&fold(text)).is_some_and(|(name, _)| *name == "any")
}

static SMALL: LazyLock<HashMap<String, (&str, bool)>> = LazyLock::new(|| names_of("small"));

/// For each first byte of a word for nothing, in small letters, the lengths of such words, as bits: most
/// cells are none.
static LENGTHS: LazyLock<[u64; 256]> = LazyLock::new(|| {
    let mut lengths = [0; 256];
    for row in table().iter().filter(|row| row.set == "small" && row.name == "nothing") {
        for word in row.words() {
            let first = word.as_bytes().first().copied().unwrap_or_default();
            for first in [first.to_ascii_lowercase(), first.to_ascii_uppercase()] {
                lengths[usize::from(first)] |= 1 << (word.len() & 63);
            }
        }
    }
    lengths
});

/// Whether a cell says that there is nothing: `NA`, `none`, `unknown`. `Nan` is a town.
#[must_use]
pub fn is_nothing(cell: &str) -> bool {
    let Some(first) = cell.as_bytes().first() else { return true };
    let may_be = LENGTHS[usize::from(*first)] & (1 << (cell.len() & 63)) != 0;
    may_be && cell != "Nan" && is_word_for("nothing", &fold(cell))
}

/// Whether a cell says that its row is a sum: `Total`, `Subtotal 2019`, `Total visits: 12`. What goes on with
/// a capital is a name: `Suma Chakrabarti`.
#[must_use]
pub fn is_sum(cell: &str) -> bool {
    const SUMS: [&str; 22] = [
        "total",
        "totals",
        "grand total",
        "subtotal",
        "sub total",
        "sum",
        "gesamt",
        "gesamtzahl",
        "insgesamt",
        "summe",
        "zwischensumme",
        "somme",
        "suma",
        "totale",
        "totaux",
        "итого",
        "всего",
        "разом",
        "усього",
        "toplam",
        "合计",
        "总计",
    ];
    let folded = fold(cell);
    let behind =
        |sum: &&str| folded.strip_prefix(sum).filter(|rest| rest.is_empty() || rest.starts_with(' '));
    let Some(rest) = SUMS.iter().filter_map(behind).min_by_key(|rest| rest.len()) else { return false };
    let counts = rest.bytes().any(|byte| byte.is_ascii_digit()) || cell.contains([':', '：']);
    let is_name = cell.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase));
    rest.is_empty() || counts || rest.split(' ').skip(1).all(is_of_meeting) || !is_name
}

/// Whether a cell has nothing but a sign for nothing, such as `–` or `?`.
#[must_use]
pub fn is_sign(cell: &str) -> bool {
    cell.chars().all(|sign| matches!(sign, '-' | '–' | '—' | '−' | '?' | '.' | '…' | '/' | '*' | '_' | '·'))
}

/// Whether a cell says that something is not settled: `TBC`.
#[must_use]
pub fn is_open(cell: &str) -> bool {
    /// The longest such word in bytes.
    const LONGEST: usize = 40;
    cell.len() <= LONGEST && !cell.contains(char::is_uppercase) && status(cell) == Some(Status::Planned)
        || ["TBC", "TBD", "TBA", "tbc", "tbd", "tba"].contains(&cell)
}

/// Whether a heading or a name speaks of telephone calls: `Caller`, `Calls 2019`, and not `Courtesy calls`.
#[must_use]
pub fn speaks_of_calls(text: &str) -> bool {
    let folded = fold(&text.replace('_', " "));
    let words: Vec<&str> = folded.split(' ').collect();
    let is_two = |at: usize| words.get(at..at + 2).is_some_and(|two| is_word_for("no call", &two.join(" ")));
    let calls = |at: &usize| is_word_for("calls", words[*at]);
    (0..words.len()).filter(calls).any(|at| !is_two(at) && !at.checked_sub(1).is_some_and(is_two))
}

fn is_word_for(name: &str, folded: &str) -> bool {
    SMALL.get(folded).is_some_and(|(known, _)| *known == name)
}

/// What a text says was cancelled or put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// The meeting was: `Cancelled due to the weather`, `The visit was called off`.
    Meeting,
    /// Something was, and it may be the meeting: `The dinner was cancelled`.
    Something,
}

/// What a longer text says of a meeting that was cancelled or put off. It is said of the meeting only if the
/// text has little more than the word: `Trip cancelled`, `Postponed due to fog`. Whatever else was cancelled
/// may be something besides what was held: `Meeting with Ann Lee cancelled`. `Not cancelled` says nothing.
#[must_use]
pub fn cancelled_in(text: &str) -> Option<Said> {
    /// Bytes of the beginning of a text, which says what became of the meeting.
    const BEGINNING: usize = 400;
    let text = &text[..text.floor_char_boundary(BEGINNING)];
    let clauses = text.split([',', ';', '.', ':', '!', '(', ')', '—', '–', '，', '。']);
    let clauses: Vec<String> = clauses.map(fold).filter(|clause| !clause.is_empty()).collect();
    let judged = clauses.iter().enumerate();
    let (at, said) = judged.into_iter().find_map(|(at, clause)| Some((at, cancelled_in_clause(clause)?)))?;
    let is_plain = |clause: &String| clause.split(' ').all(is_of_meeting);
    let is_other = |clause: &String| clause.split(' ').any(|word| is_word_for("other", word));
    let begins = |clause: &String| {
        let first = clause.split(' ').next().unwrap_or_default();
        STATUS_BEGINNINGS.contains(first) || is_word_for("was", first)
    };
    // `State visit: cancelled` is said of the visit, `State visit, dinner cancelled` is not.
    let is_whole = clauses[..at].iter().all(is_plain)
        && (at == 0 || begins(&clauses[at]))
        && !clauses[at..].iter().any(is_other);
    Some(if is_whole { said } else { Said::Something })
}

/// What one clause of a text says, folded.
fn cancelled_in_clause(clause: &str) -> Option<Said> {
    let words: Vec<&str> = clause.split(' ').collect();
    let Some((at, length)) = status_at(&words, Status::Cancelled) else {
        return cancelled_in_chinese(clause);
    };
    let (before, after) = (&words[..at], &words[at + length..]);
    if before.iter().rev().take(3).any(|word| is_word_for("not", word)) {
        return None;
    }
    let goes_on = |word: &str| is_word_for("behind", word) || word.bytes().all(|byte| byte.is_ascii_digit());
    let is_press = before.iter().any(|word| is_word_for("press", word));
    // `Had to be cancelled`.
    let is_bare = before.iter().all(|word| is_word_for("was", word) || is_word_for("behind", word));
    let is_plain = is_bare || (!is_press && before.iter().all(|word| is_of_meeting(word)));
    // `Postponed elections` are another matter, and `postponed from March` was held.
    // `Cancelled by the host`, but not `postponed by a day`.
    let names_who = words[..at + length].last().is_some_and(|word| ["by", "par"].contains(word));
    let is_short = names_who || after.first().is_none_or(|word| goes_on(word));
    Some(if is_plain && is_short { Said::Meeting } else { Said::Something })
}

/// Whether a word can stand between the beginning of a text and the word that its meeting was cancelled:
/// `the`, `visit`, `was`.
fn is_of_meeting(word: &str) -> bool {
    KINDS.contains_key(word) || is_word_for("was", word) || is_word_for("article", word)
}

/// The same in Chinese, which has no spaces between words: nothing but words for a meeting may stand before
/// it.
fn cancelled_in_chinese(clause: &str) -> Option<Said> {
    if !clause.contains(is_chinese) {
        return None;
    }
    let found = CHINESE_CANCELLED.iter().filter_map(|word| Some((clause.find(word.as_str())?, word)));
    let (at, word) = found.min_by_key(|(at, word)| (*at, std::cmp::Reverse(word.len())))?;
    let is_behind = |rest: &str| {
        rest.is_empty()
            || rest.char_indices().nth(1).is_some_and(|(end, _)| is_word_for("behind", &rest[..end]))
    };
    let mut before: String = clause[..at].split(' ').collect();
    let after = clause[at + word.len()..].trim_start();
    let last_word =
        |before: &str| before.char_indices().map(|(at, _)| at).find(|at| is_of_meeting(&before[*at..]));
    while let Some(start) = last_word(&before) {
        before.truncate(start);
    }
    if before.char_indices().any(|(start, _)| is_word_for("not", &before[start..])) {
        return None;
    }
    Some(if is_behind(&before) && is_behind(after) { Said::Meeting } else { Said::Something })
}

const fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}')
}

/// The words for what was cancelled in Chinese, which has no spaces between words.
static CHINESE_CANCELLED: LazyLock<Vec<&String>> = LazyLock::new(|| {
    let cancelled = STATUSES.iter().filter(|(_, (name, _))| *name == Status::Cancelled.name());
    cancelled.map(|(word, _)| word).filter(|word| word.chars().all(is_chinese)).collect()
});

/// The first words of all words for statuses: most words of a text begin none.
static STATUS_BEGINNINGS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| STATUSES.keys().filter_map(|word| word.split(' ').next()).collect());

/// The first status that stands anywhere in a cell of statuses: `Cancelled (weather)`, `still planned`.
#[must_use]
pub fn status_in(cell: &str) -> Option<Status> {
    let folded = fold(cell);
    let words: Vec<&str> = folded.split(' ').collect();
    let found = Status::ALL.into_iter().filter_map(|status| Some((status_at(&words, status)?, status)));
    let ((at, _), status) = found.min_by_key(|((at, length), _)| (*at, std::cmp::Reverse(*length)))?;
    let is_turned = words[..at].last().is_some_and(|word| is_word_for("not", word));
    (!is_turned).then_some(status)
}

/// Where the words for a status stand first, and how many they are.
fn status_at(words: &[&str], status: Status) -> Option<(usize, usize)> {
    /// Words of the longest phrase that is looked for.
    const LONGEST: usize = 5;
    (0..words.len()).filter(|at| STATUS_BEGINNINGS.contains(words[*at])).find_map(|at| {
        let most = LONGEST.min(words.len() - at);
        (1..=most).rev().find_map(|length| {
            let (name, _) = STATUSES.get(&words[at..at + length].join(" "))?;
            (*name == status.name()).then_some((at, length))
        })
    })
}

/// Words and signs for yes and for no in the languages of tables, in small letters.
const YES: [&str; 18] = [
    "yes", "y", "true", "1", "x", "✓", "✔", "●", "•", "ja", "oui", "si", "sí", "sim", "да", "так", "evet",
    "是",
];
const NO: [&str; 14] =
    ["no", "n", "false", "0", "-", "–", "—", "nein", "non", "nao", "não", "нет", "ні", "否"];

/// Whether a cell is a mark for yes or for no, or says that somebody was there or not; `None` if it says more
/// than that.
#[must_use]
pub fn mark(cell: &str) -> Option<bool> {
    let lower = cell.trim().to_lowercase();
    let is_in = |list: &[&str]| list.contains(&lower.as_str());
    let of_presence = || {
        let folded = fold(cell);
        PRESENCE.get(&folded).map(|(name, _)| *name == "present")
    };
    is_in(&YES).then_some(true).or_else(|| is_in(&NO).then_some(false)).or_else(of_presence)
}

/// Whether a cell is a mark, and names nobody: yes, no, `Host` or `Guest`.
#[must_use]
pub fn is_mark(cell: &str) -> bool {
    mark(cell).is_some() || ["host", "guest"].contains(&cell.trim().to_lowercase().as_str())
}

/// How a kind was found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sure {
    /// The text is a word for it.
    Whole,
    /// The text has a word for it and for no other kind: `Attended the G20 summit`.
    Only,
    /// The text has words for several kinds, and this one is the longest or the first: `State visit and APEC
    /// summit`.
    Leading,
}

impl Sure {
    /// Every degree, best first.
    pub const ALL: [Self; 3] = [Self::Whole, Self::Only, Self::Leading];
}

/// A kind that a text speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Which.
    pub kind: Kind,
    /// How it was found.
    pub sure: Sure,
}

/// The kind that a longer text speaks of. The table has an inauguration and an invitation as whole cells
/// only: `Inauguration of a dam` is none, and what is taken for one is counted by no rule.
#[must_use]
pub fn kind_in(text: &str) -> Option<Spoken> {
    /// Longer texts speak of too many things.
    const MOST_LETTERS: usize = 200;
    if let Some(kind) = kind(text) {
        return Some(Spoken { kind, sure: Sure::Whole });
    }
    let folded = fold(text);
    if folded.chars().nth(MOST_LETTERS).is_some() {
        return None;
    }
    let mut found = spoken(&folded);
    found.extend(chinese(&folded));
    // The longest word first: `state visit` before `visit of state` within the same place.
    found.sort_by_key(|(at, length, _)| (std::cmp::Reverse(*length), *at));
    let (_, _, leading) = found.first().copied()?;
    let is_only = found.iter().all(|(_, _, name)| *name == leading);
    let sure = if is_only { Sure::Only } else { Sure::Leading };
    Some(Spoken { kind: kind_named(leading)?, sure })
}

/// A word's place and length in words, and the kind's name.
type Mention = (usize, usize, &'static str);

/// The kinds whose words stand in a text, without those that are parts of longer ones.
fn spoken(folded: &str) -> Vec<Mention> {
    /// Words of the longest phrase that is looked for.
    const LONGEST: usize = 6;
    let words: Vec<&str> = folded.split(' ').collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = (1..=LONGEST.min(words.len() - at)).rev().find_map(|length| {
            let phrase = words[at..at + length].join(" ");
            let (name, _) = KINDS.get(&phrase).filter(|(_, in_text)| *in_text)?;
            Some((at, length, *name))
        });
        at += longest.map_or(1, |(_, length, _)| length);
        found.extend(longest);
    }
    found
}

/// Chinese has no spaces between words.
fn chinese(folded: &str) -> Vec<Mention> {
    let is_chinese = |word: &str| word.chars().all(|letter| matches!(letter, '\u{3400}'..='\u{9fff}'));
    let within = KINDS.iter().filter(|(word, (_, in_text))| *in_text && is_chinese(word));
    let found = within.filter_map(|(word, (name, _))| {
        folded.find(word.as_str()).map(|at| (at, word.chars().count(), *name))
    });
    let mut found: Vec<Mention> = found.collect();
    found.sort_unstable();
    found
}

/// The known word that an unknown one is nearest to, if one is near.
#[must_use]
pub fn near<'a>(text: &str, known: &[&'a str]) -> Option<&'a str> {
    nearest(text, known.iter().copied(), 1).first().copied()
}
