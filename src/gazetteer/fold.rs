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
    let mut folding = Folding { text: String::with_capacity(name.len() + 1), begun: 0 };
    if name.is_ascii() {
        name.chars().for_each(|c| folding.push(c));
    } else {
        let decomposed = name.chars().filter(|&c| !APOSTROPHES.contains(c)).nfkd();
        let is_kept = |&c: &char| !is_combining_mark(c) || is_letter_mark(c);
        decomposed.filter(is_kept).for_each(|c| folding.push(c));
    }
    folding.end()
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

/// A folded name in the making: words with a space behind each, and the word that has begun.
struct Folding {
    text: String,
    /// Where that word begins, in bytes.
    begun: usize,
}

impl Folding {
    fn push(&mut self, c: char) {
        match c {
            'a'..='z' | '0'..='9' => self.text.push(c),
            'A'..='Z' => self.text.push(c.to_ascii_lowercase()),
            '\'' | '`' => {}
            '&' => {
                self.end_word();
                self.text.push_str("and");
                self.end_word();
            }
            _ if c.is_ascii() => self.end_word(),
            _ => c.to_lowercase().for_each(|lower| self.push_lower(lower)),
        }
    }

    fn push_lower(&mut self, lower: char) {
        match lower {
            'ß' => self.text.push_str("ss"),
            'ø' => self.text.push('o'),
            'đ' | 'ð' => self.text.push('d'),
            'ł' => self.text.push('l'),
            'ı' => self.text.push('i'),
            'æ' => self.text.push_str("ae"),
            'œ' => self.text.push_str("oe"),
            'þ' => self.text.push_str("th"),
            'ħ' => self.text.push('h'),
            'ŋ' => self.text.push('n'),
            'ə' => self.text.push('a'),
            _ if lower.is_alphanumeric() || is_combining_mark(lower) => self.text.push(lower),
            _ => self.end_word(),
        }
    }

    /// Writes the word in full, and a space behind it. The next begins there.
    fn end_word(&mut self) {
        let word = &self.text[self.begun..];
        if word.is_empty() {
            return;
        }
        let full = in_full(word);
        if full != word {
            let full = full.to_owned();
            self.text.truncate(self.begun);
            self.text.push_str(&full);
        }
        self.text.push(' ');
        self.begun = self.text.len();
    }

    /// The folded name.
    fn end(mut self) -> String {
        self.end_word();
        self.text.truncate(self.text.trim_end().len());
        self.text
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
