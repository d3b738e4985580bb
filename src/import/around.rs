//! What the texts around a table tell: the name of its file and of its sheet, and the lines above it.

use super::sheet::Sheet;
use super::when::Order;
use crate::gazetteer::country::{Countries, NameKind};
use crate::gazetteer::fold::fold;
use crate::gazetteer::known_person::{SpellingOf, by_folded_name, by_key, spelled};
use crate::gazetteer::spoken;
use crate::meeting::code::CountryCode;
use std::collections::BTreeSet;

/// The one year that the texts around the table name.
#[must_use]
pub fn year_of(file: &str, sheet: &Sheet) -> Option<i16> {
    // A part of a table made of several has the year of its own name.
    let texts = texts_around(file, sheet).filter(|text| sheet.years.is_empty() || *text != sheet.name);
    let years = texts.flat_map(|text| text.split(|letter: char| !letter.is_ascii_digit()));
    let years = years.filter(|digits| digits.len() == 4).filter_map(|digits| digits.parse::<i16>().ok());
    let years: BTreeSet<i16> = years.filter(|year| (1800..2100).contains(year)).collect();
    if years.len() == 1 { years.first().copied() } else { None }
}

/// The name of the sheet, that of the file, and the lines above the table.
fn texts_around<'a>(file: &'a str, sheet: &'a Sheet) -> impl Iterator<Item = &'a str> {
    [sheet.name.as_str(), stem(file)].into_iter().chain(sheet.before.iter().map(String::as_str))
}

/// The name of a file without its folders and its ending.
#[must_use]
pub fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The one state that the name of the sheet or the file, or a line above the table, names as that of the
/// travellers, and the word that does.
#[must_use]
pub fn represented(file: &str, sheet: &Sheet) -> Option<(CountryCode, String)> {
    texts_around(file, sheet).find_map(state_in)
}

/// The one person of the list of office holders whom the name of the sheet or the file, or a line above the
/// table, names as the traveller: `Trips made by Emmanuel Macron`.
#[must_use]
pub fn traveller(file: &str, sheet: &Sheet) -> Option<String> {
    /// Words by which somebody is the host.
    const HOSTS: [&str; 8] =
        ["received", "hosted", "guests", "visitors", "recus", "recibidas", "empfange", "гостей"];
    let mut found: BTreeSet<&'static str> = BTreeSet::new();
    for text in texts_around(file, sheet) {
        let folded = fold(&text.replace(['_', '-'], " "));
        let words: Vec<&str> = folded.split(' ').collect();
        if !words.iter().any(|word| HOSTS.contains(word)) {
            found.extend(persons_in(&words));
        }
    }
    let key = found.first().filter(|_| found.len() == 1)?;
    by_key(key).map(|person| person.name.to_string())
}

/// The keys of those whose whole names stand among words, and not as whom somebody went to see.
fn persons_in<'a>(words: &'a [&str]) -> impl Iterator<Item = &'static str> + 'a {
    let places =
        (2..=4).flat_map(|length| (0..(words.len() + 1).saturating_sub(length)).map(move |at| (at, length)));
    let names = places.filter(|(at, _)| !is_whither(&words[..*at]));
    let names = names.map(|(at, length)| words[at..at + length].join(" "));
    names.filter_map(|name| {
        let whole = spelled(&name).filter(|(sort, _)| *sort == SpellingOf::WholeName).map(|(_, key)| key);
        by_folded_name(&name).map(|person| person.key).or_else(|| {
            let mut whole = whole;
            whole.next().filter(|_| whole.next().is_none())
        })
    })
}

/// The order of day and month that a heading states: `Date (DD/MM/YYYY)`, `Datum (TT.MM.JJJJ)`.
#[must_use]
pub fn stated_order(heading: &str) -> Option<Order> {
    /// The letters for the day in the languages of headings: day, jour, Tag, день, gün, dia and giorno; those
    /// for the month are m, м and, in Turkish, a.
    const DAYS: [&str; 5] = ["dd", "jj", "tt", "дд", "gg"];
    const MONTHS: [&str; 3] = ["mm", "мм", "aa"];
    let folded = fold(heading);
    let words: Vec<&str> = folded.split(' ').collect();
    let is_day = |word: &str| DAYS.contains(&word) || DAYS.iter().any(|day| *day == word.repeat(2));
    let is_month = |word: &str| MONTHS.contains(&word) || MONTHS.iter().any(|month| *month == word.repeat(2));
    let is_year = |word: &&&str| {
        let letters: Vec<char> = word.chars().collect();
        let is_one = letters.windows(2).all(|two| two[0] == two[1]);
        matches!(letters.len(), 2 | 4) && is_one && matches!(letters[0], 'y' | 'j' | 'a' | 'г' | 'р' | 'g')
    };
    words.windows(3).find_map(|three| match three {
        [day, month, year] if is_day(day) && is_month(month) && is_year(&year) => Some(Order::DayFirst),
        [month, day, year] if is_month(month) && is_day(day) && is_year(&year) => Some(Order::MonthFirst),
        _ => None,
    })
}

/// Words behind which a state is where somebody went, not whom they represent: `visits to China`, `received
/// in China`.
const WHITHER: [&str; 24] = [
    "to", "in", "into", "at", "visiting", "hosted", "received", "nach", "aux", "au", "en", "vers", "a", "al",
    "para", "na", "no", "em", "alla", "в", "во", "до", "на", "у",
];
/// Words that may stand between those and the state, besides offices.
const BETWEEN: [&str; 12] = ["the", "by", "la", "le", "el", "die", "der", "den", "das", "los", "las", "les"];

/// Whether words that stand before a state or somebody make of them where somebody went: `visits to`, `visits
/// to Chancellor`.
fn is_whither(before: &[&str]) -> bool {
    let may_be_between = |word: &str| BETWEEN.contains(&word) || spoken::read(word).class.is_some();
    before.iter().rev().find(|word| !may_be_between(word)).is_some_and(|word| WHITHER.contains(word))
}

/// What stands in a text behind words by which it is where somebody went: `Berlin` in `Visit to Berlin`.
#[must_use]
pub fn whither(text: &str) -> Option<&str> {
    let mut ends = text.char_indices().filter(|(_, sign)| *sign == ' ').map(|(at, _)| at);
    let mut start = 0;
    ends.find_map(|end| {
        let word = fold(&text[std::mem::replace(&mut start, end + 1)..end]);
        WHITHER.contains(&word.as_str()).then(|| text[end..].trim())
    })
}

/// Short words that name a state and nothing else.
pub const SHORT_NAMES: [&str; 4] = ["us", "usa", "uk", "uae"];

/// Words behind the name of a language: `french version`.
const LANGUAGE: [&str; 8] =
    ["version", "edition", "language", "text", "translation", "original", "copy", "utf8"];

fn is_number(word: &str) -> bool {
    word.bytes().all(|letter| letter.is_ascii_digit())
}

/// The one state that the words of a text name: `china_leader_visits`, `Travels of the German foreign
/// minister`.
fn state_in(text: &str) -> Option<(CountryCode, String)> {
    let folded = fold(&text.replace('_', " "));
    let words: Vec<&str> = folded.split(' ').collect();
    let mut found: BTreeSet<CountryCode> = BTreeSet::new();
    let mut word = String::new();
    let mut start = 0;
    while start < words.len() {
        let named = (1..=3.min(words.len() - start)).rev().find_map(|length| {
            let name = words[start..start + length].join(" ");
            let is_long_enough = name.len() >= 4 || SHORT_NAMES.contains(&name.as_str());
            let codes: BTreeSet<CountryCode> = Countries::embedded()
                .named(&name)
                .filter(|(_, kind, _)| {
                    matches!(kind, NameKind::Own | NameKind::Demonym | NameKind::Alias | NameKind::Translated)
                })
                .map(|(country, ..)| country.code)
                .collect();
            let code = codes.first().copied().filter(|_| is_long_enough && codes.len() == 1)?;
            Some((code, name, length))
        });
        if let Some((code, name, length)) = named {
            let is_people = Countries::embedded().named(&name).all(|(_, kind, _)| kind == NameKind::Demonym);
            let behind = words.get(start + length);
            if is_people && behind.is_none_or(|word| LANGUAGE.contains(word) || is_number(word)) {
                // `guests_french_version`: the language of the table.
                start += length;
                continue;
            }
            if !is_people && is_whither(&words[..start]) {
                return None;
            }
            found.insert(code);
            word = name;
            start += length;
        } else {
            start += 1;
        }
    }
    let state = found.first().copied().filter(|_| found.len() == 1)?;
    Some((state, word))
}
