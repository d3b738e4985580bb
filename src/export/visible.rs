//! Texts for a terminal and for JSON in which no letter is hidden, and none turns the order of the others.

use std::fmt::Write as _;

/// Letters that nobody sees, or that only tell in which direction others run, first and last of each range:
/// of Unicode's categories Cc, Cf, Zl and Zp all but the signs of Arabic and other scripts that have a form,
/// and five letters without one. (The first 32 characters are escaped in JSON anyway.)
const HIDDEN: [(char, char); 17] = [
    ('\u{7F}', '\u{9F}'),
    ('\u{AD}', '\u{AD}'),
    ('\u{34F}', '\u{34F}'),
    ('\u{61C}', '\u{61C}'),
    ('\u{115F}', '\u{1160}'),
    ('\u{180E}', '\u{180E}'),
    ('\u{200B}', '\u{200F}'),
    ('\u{2028}', '\u{202E}'),
    ('\u{2060}', '\u{206F}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{FEFF}', '\u{FEFF}'),
    ('\u{FFA0}', '\u{FFA0}'),
    ('\u{FFF9}', '\u{FFFB}'),
    ('\u{13430}', '\u{1343F}'),
    ('\u{1BCA0}', '\u{1BCA3}'),
    ('\u{1D173}', '\u{1D17A}'),
    ('\u{E0000}', '\u{E007F}'),
];

fn is_hidden(letter: char) -> bool {
    letter >= HIDDEN[0].0 && HIDDEN.iter().any(|&(first, last)| (first..=last).contains(&letter))
}

/// The text in one line: a space for each line break and other control character, which would break a
/// line-wise listing or a terminal, and `<U+202E>` for each hidden letter. A joiner after a letter that is
/// not Latin belongs to its script and stays.
#[must_use]
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut joins = false;
    for letter in text.chars() {
        let is_joiner = matches!(letter, '\u{200C}' | '\u{200D}');
        if letter.is_control() {
            line.push(' ');
        } else if is_hidden(letter) && !(is_joiner && joins) {
            write!(line, "<U+{:04X}>", u32::from(letter)).expect("a String takes all text");
        } else {
            line.push(letter);
        }
        joins = letter.is_alphabetic() && letter > '\u{24F}' || is_joiner && joins;
    }
    line
}

/// JSON with an escape for each hidden letter. Such letters stand only within its strings.
#[must_use]
pub fn json(text: String) -> String {
    // A quick look first: none is below that.
    if text.bytes().all(|byte| byte < 0x7F) || !text.chars().any(is_hidden) {
        return text;
    }
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if is_hidden(letter) {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                write!(escaped, "\\u{unit:04x}").expect("a String takes all text");
            }
        } else {
            escaped.push(letter);
        }
    }
    escaped
}
