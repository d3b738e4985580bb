//! Folding: the form in which names are compared, without accents, case and punctuation.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Apostrophes and what is written for them: `Xi'an`, `Xi’an` and `Xian` are one name.
const APOSTROPHES: &str = "'’‘`´ʻʼʽʾʿˈʹʺ′";

/// The folded form of a name: words of lower-case letters and digits with single spaces between them. `St.
/// Petersburg` and `SAINT PETERSBURG` fold alike.
///
/// In this order: apostrophes are dropped; Unicode NFKD; combining marks are dropped (so й is и, ё is е), but
/// for those that are letters of their own ([`is_letter_mark`]); lower case; letters that do not decompose
/// are spelled out (ß is ss, ø is o); whatever else is neither letter nor digit parts words; `st`, `ste`,
/// `mt` and `ft` are written in full. `data/build/build_gazetteer.py` folds in the same way the names it puts
/// into `assets/names.txt`; a change here must be made there too.
#[must_use]
pub fn fold(name: &str) -> String {
    if is_folded(name) {
        return name.to_owned();
    }
    if name.is_ascii() {
        return fold_ascii(name);
    }
    let mut plain = String::with_capacity(name.len());
    let decomposed = name.chars().filter(|&c| !APOSTROPHES.contains(c)).nfkd();
    let is_kept = |&c: &char| !is_combining_mark(c) || is_letter_mark(c);
    decomposed.filter(is_kept).for_each(|c| push_folded(&mut plain, c));
    let mut folded = String::with_capacity(plain.len());
    for word in plain.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(in_full(word));
    }
    folded
}

/// The same of letters of ASCII, which most names are, in one go.
fn fold_ascii(name: &str) -> String {
    let mut folded = String::with_capacity(name.len() + 1);
    let mut begun = 0;
    // What ends a word is put behind the last one too.
    for letter in name.chars().chain([' ']) {
        match letter {
            'a'..='z' | '0'..='9' => folded.push(letter),
            'A'..='Z' => folded.push(letter.to_ascii_lowercase()),
            '\'' | '`' => {}
            _ => {
                end_word(&mut folded, &mut begun);
                if letter == '&' {
                    folded.push_str("and");
                    end_word(&mut folded, &mut begun);
                }
            }
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Writes the word that began at a place in full, and a space behind it; the next begins there.
fn end_word(folded: &mut String, begun: &mut usize) {
    if folded.len() == *begun {
        return;
    }
    let word = &folded[*begun..];
    let full = in_full(word);
    if full.len() != word.len() {
        let full = full.to_owned();
        folded.truncate(*begun);
        folded.push_str(&full);
    }
    folded.push(' ');
    *begun = folded.len();
}

/// Whether a name is plainly its own folded form: small letters of ASCII, digits and single spaces, and no
/// word that is written in full.
fn is_folded(name: &str) -> bool {
    let is_plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b' ');
    name.bytes().all(is_plain) && name.split(' ').all(|word| !word.is_empty() && in_full(word) == word)
}

/// The folded forms of a word as somebody types it: `st` is both the short form of `saint` and the beginning
/// of `state`. Empty if nothing is left of it.
#[must_use]
pub fn forms_of_word(typed: &str) -> Vec<String> {
    let in_full = fold(typed);
    // A letter at the end stops `fold` from writing `st` in full.
    let as_typed = fold(&format!("{typed}x"));
    let as_typed = as_typed.strip_suffix('x').unwrap_or(&as_typed).trim_end();
    let as_typed = (as_typed != in_full && !as_typed.is_empty()).then(|| as_typed.to_owned());
    std::iter::once(in_full).filter(|form| !form.is_empty()).chain(as_typed).collect()
}

/// Whether a mark is a letter of its own, a vowel or a voicing: one of the writings of South and South-East
/// Asia, or of Japanese. Without it, バリ would be パリ. The dot below of Devanagari and its sisters (nukta) is
/// often left out, and is no such mark.
const fn is_letter_mark(mark: char) -> bool {
    let is_nukta =
        matches!(mark, '\u{93c}' | '\u{9bc}' | '\u{a3c}' | '\u{abc}' | '\u{b3c}' | '\u{c3c}' | '\u{cbc}');
    let is_in_its_block = matches!(
        mark,
        '\u{900}'..='\u{1aaf}' | '\u{1b00}'..='\u{1dbf}' | '\u{3099}' | '\u{309a}' | '\u{a800}'..='\u{abff}'
    );
    is_in_its_block && !is_nukta
}

fn push_folded(plain: &mut String, c: char) {
    match c {
        'a'..='z' | '0'..='9' => plain.push(c),
        'A'..='Z' => plain.push(c.to_ascii_lowercase()),
        '\'' | '`' => {}
        '&' => plain.push_str(" and "),
        _ if c.is_ascii() => plain.push(' '),
        _ => c.to_lowercase().for_each(|lower| push_lower(plain, lower)),
    }
}

fn push_lower(plain: &mut String, lower: char) {
    match lower {
        'ß' => plain.push_str("ss"),
        'ø' => plain.push('o'),
        'đ' | 'ð' => plain.push('d'),
        'ł' => plain.push('l'),
        'ı' => plain.push('i'),
        'æ' => plain.push_str("ae"),
        'œ' => plain.push_str("oe"),
        'þ' => plain.push_str("th"),
        'ħ' => plain.push('h'),
        'ŋ' => plain.push('n'),
        'ə' => plain.push('a'),
        _ if lower.is_alphanumeric() || is_combining_mark(lower) => plain.push(lower),
        _ => plain.push(' '),
    }
}

fn in_full(word: &str) -> &str {
    match word {
        "st" => "saint",
        "ste" => "sainte",
        "mt" => "mount",
        "ft" => "fort",
        _ => word,
    }
}
