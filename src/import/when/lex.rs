//! The numbers, words and signs of a text, in any script, without spaces.

use crate::gazetteer::fold::fold;
use unicode_normalization::char::is_combining_mark;

/// A number, a word or a sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Which of the three.
    pub kind: Kind,
    /// A number in the digits 0 to 9, with `?` for those that cannot be read; a word folded; a sign as it is.
    pub text: String,
    /// Whether no space stands before it.
    pub glued: bool,
    /// Where it begins in the text, in bytes.
    pub at: usize,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Digits of any script, or Chinese numerals.
    Number,
    /// Letters; a Chinese character is a word by itself.
    Word,
    /// Anything else. Long dashes are `–`, whatever they are in the text.
    Sign,
}

impl Token {
    /// Whether it is this sign.
    #[must_use]
    pub fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign && self.text.starts_with(sign)
    }

    /// Whether it is a number of at most so many digits, all of them readable.
    #[must_use]
    pub fn is_number_up_to(&self, digits: usize) -> bool {
        self.kind == Kind::Number && self.text.len() <= digits && !self.text.contains('?')
    }
}

/// Parts a text into its tokens.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let letters: Vec<(usize, char)> =
        text.char_indices().filter(|(_, letter)| !is_invisible(*letter)).collect();
    let mut tokens = Vec::new();
    let (mut at, mut glued) = (0, false);
    while let Some(&(byte, letter)) = letters.get(at) {
        if letter.is_whitespace() {
            (at, glued) = (at + 1, false);
            continue;
        }
        let (kind, length) = run(&letters[at..], at.checked_sub(1).map(|before| letters[before].1));
        let run: String = letters[at..at + length].iter().map(|(_, letter)| *letter).collect();
        let text = match kind {
            Kind::Number if chinese_numeral(letter).is_some() => chinese_number(&run),
            Kind::Number => Some(run.chars().map(|letter| digit(letter).unwrap_or('?')).collect()),
            Kind::Word => Some(fold(&run)),
            // `2024-07-03..2024-07-05`
            Kind::Sign if length > 1 && letter == '.' => Some('–'.to_string()),
            Kind::Sign => Some(plain_sign(letter).to_string()),
        };
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            tokens.push(Token { kind, text, glued, at: byte });
        }
        (at, glued) = (at + length, true);
    }
    tokens
}

/// What begins here, and how many letters belong to it.
fn run(letters: &[(usize, char)], before: Option<char>) -> (Kind, usize) {
    let count =
        |belongs: &dyn Fn(char) -> bool| letters.iter().take_while(|(_, letter)| belongs(*letter)).count();
    let first = letters[0].1;
    let is_placeholder = |letter: char| matches!(letter, 'x' | 'X');
    let placeholders = count(&is_placeholder);
    if digit(first).is_some() {
        let digits = count(&|letter| digit(letter).is_some());
        let unread =
            letters[digits..].iter().take_while(|(_, letter)| matches!(letter, '?' | 'x' | 'X')).count();
        // `1945?` is a year that is doubted, not one of five digits.
        let unread = if digits + unread == 2 || digits + unread == 4 { unread } else { 0 };
        (Kind::Number, digits + unread)
    } else if chinese_numeral(first).is_some() {
        (Kind::Number, count(&|letter| chinese_numeral(letter).is_some()))
    } else if placeholders > 0 && placeholders <= 4 {
        // `xx.04.1945` and `1945-04-xx`, but not the century `XX`, nor the months `X` and `XI`.
        let joins = |letter: Option<char>| letter.is_some_and(|letter| matches!(letter, '.' | '-' | '/'));
        let goes_on = letters.get(placeholders).is_some_and(|(_, letter)| is_of_word(*letter));
        let is_month = placeholders == 1 && first == 'X' && joins(before);
        if goes_on || is_month {
            (Kind::Word, count(&is_of_word))
        } else if joins(before) || joins(letters.get(placeholders).map(|(_, letter)| *letter)) {
            (Kind::Number, placeholders)
        } else {
            (Kind::Word, count(&is_of_word))
        }
    } else if first == '?' {
        let unread = count(&|letter| letter == '?');
        let joins = letters.get(unread).is_some_and(|(_, letter)| matches!(letter, '.' | '-' | '/'))
            || before.is_some_and(|letter| matches!(letter, '.' | '-' | '/'));
        if joins && unread <= 4 { (Kind::Number, unread) } else { (Kind::Sign, unread) }
    } else if first == '.' {
        let points = count(&|letter| letter == '.');
        let joins = letters.get(points).is_some_and(|(_, letter)| digit(*letter).is_some());
        (Kind::Sign, if joins { points } else { 1 })
    } else if is_chinese(first) {
        (Kind::Word, 1)
    } else if is_of_word(first) {
        (Kind::Word, count(&is_of_word))
    } else {
        (Kind::Sign, 1)
    }
}

fn is_of_word(letter: char) -> bool {
    (letter.is_alphabetic() && !is_chinese(letter)) || is_combining_mark(letter) || letter == 'ـ'
}

fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// Marks of direction and joiners, which copied text is full of.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The digit 0 to 9 that a digit of another script is: Arabic, Persian, Devanagari, full width.
#[must_use]
pub fn digit(letter: char) -> Option<char> {
    let zero = match letter {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{966}'..='\u{96f}' => '\u{966}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        _ => return None,
    };
    char::from_digit(letter as u32 - zero as u32, 10)
}

fn plain_sign(letter: char) -> char {
    match letter {
        '\u{2010}' | '\u{2011}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '\u{2012}'..='\u{2015}' | '\u{2212}' | '→' | '⇒' | '~' | '～' | '〜' => '–',
        '／' | '\u{2044}' | '\u{2215}' => '/',
        '．' | '。' | '·' => '.',
        '，' | '、' | '،' => ',',
        '；' | '؛' => ';',
        '：' => ':',
        '（' => '(',
        '）' => ')',
        '’' | '‘' | 'ʼ' | '`' | '´' => '\'',
        '？' => '?',
        _ => letter,
    }
}

fn chinese_numeral(letter: char) -> Option<u32> {
    const NUMERALS: &str = "零一二三四五六七八九十";
    if letter == '〇' {
        return Some(0);
    }
    NUMERALS.chars().position(|numeral| numeral == letter).map(|value| value as u32)
}

/// `二〇二五` is 2025, `三十一` is 31.
fn chinese_number(run: &str) -> Option<String> {
    let values: Vec<u32> = run.chars().filter_map(chinese_numeral).collect();
    let Some(ten) = values.iter().position(|value| *value == 10) else {
        return Some(values.iter().map(ToString::to_string).collect());
    };
    let (tens, ones) = (&values[..ten], &values[ten + 1..]);
    match (tens, ones) {
        ([] | [1..=9], [] | [1..=9]) => {
            let tens = tens.first().copied().unwrap_or(1);
            Some((tens * 10 + ones.first().copied().unwrap_or(0)).to_string())
        }
        _ => None,
    }
}
