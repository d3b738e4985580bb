//! What the tokens of a date mean in their place: numbers, months, parts and separators.

use super::Remark;
use super::lex::{Kind, Token, tokens};
use super::word::{Mark, Meaning, Part, Season, Unit, is_tentative, month_beginning, phrase};
use std::collections::BTreeSet;

/// A part of a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A number.
    Number(Number),
    /// A month by its name.
    Month(i8),
    /// A season.
    Season(Season),
    /// A part of what follows or goes before.
    Part(Part),
    /// What a number counts.
    Unit(Unit),
    /// A half of a year, in one word.
    HalfOfYear(i8),
    /// What the number before it is.
    Mark(Mark),
    /// Years before Christ, or after.
    Era(Era),
    /// A separator.
    Separator(Separator),
}

/// How years are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Era {
    /// Backwards.
    BeforeChrist,
    /// As usual.
    AfterChrist,
}

/// A number as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Its digits, with `?` for those that cannot be read.
    pub text: String,
    /// How it is written.
    pub form: Form,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In digits.
    Digits,
    /// In digits behind an apostrophe: `'24`.
    Short,
    /// In Roman numerals.
    Roman,
    /// As a word, or with the ending of one: `3rd`.
    Ordinal,
}

impl Number {
    /// The number; `None` if a digit cannot be read or it is too large.
    #[must_use]
    pub fn value(&self) -> Option<i16> {
        self.text.parse().ok()
    }

    /// Whether it says that nothing is known: `00`, as archives write it. A single `0` is unfinished or
    /// wrong.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text == "00"
    }

    /// Whether it has the four digits of a year.
    #[must_use]
    pub fn is_year(&self) -> bool {
        self.text.len() == 4 && matches!(self.form, Form::Digits | Form::Short)
    }

    /// Whether it may be a day or a month.
    #[must_use]
    pub fn is_small(&self) -> bool {
        self.text.len() <= 2
    }
}

/// What parts two dates, or the numbers of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// `–`, ` - `, `to`: from one to the other.
    Range,
    /// `-` without spaces.
    Hyphen,
    /// `/`
    Slash,
    /// `.` behind a number.
    Point,
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// `and`
    And,
}

/// A piece and whether no space stands before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The piece.
    pub piece: Piece,
    /// Whether no space stands before it.
    pub glued: bool,
}

/// The pieces of a text; `None` if a word is not known. What is left out is told to `remarks`.
pub fn pieces(text: &str, remarks: &mut BTreeSet<Remark>) -> Option<Vec<Placed>> {
    let tokens = tokens(text);
    // `2024–`: the end is open, which is not known to be a day.
    let is_open = |token: &Token| token.is_sign('–') || token.is_sign('-');
    if tokens.len() > 1 && tokens.last().is_some_and(is_open) {
        return None;
    }
    let tokens = without_times(without_brackets(text, tokens, remarks), remarks);
    let has_month = |except: usize| {
        let is_month = |at: usize| {
            phrase(&tokens[at..]).is_some_and(|(_, meant)| {
                meant.iter().any(|one| matches!(one, Meaning::Month(_))) && !meant.contains(&Meaning::Weekday)
            })
        };
        (0..tokens.len()).any(|at| at != except && tokens[at].kind == Kind::Word && is_month(at))
    };
    let mut found = Found { pieces: Vec::new(), remarks, is_between: false };
    let mut at = 0;
    while at < tokens.len() {
        at += match tokens[at].kind {
            Kind::Number => found.number(&tokens, at),
            Kind::Sign => found.sign(&tokens, at)?,
            Kind::Word => found.word(&tokens, at, &has_month)?,
        };
    }
    Some(found.pieces)
}

struct Found<'a> {
    pieces: Vec<Placed>,
    remarks: &'a mut BTreeSet<Remark>,
    is_between: bool,
}

impl Found<'_> {
    fn push(&mut self, piece: Piece, glued: bool) {
        self.pieces.push(Placed { piece, glued });
    }

    fn number(&mut self, tokens: &[Token], at: usize) -> usize {
        let Token { text, glued, .. } = &tokens[at];
        if text.len() == 8 && text.starts_with(['1', '2']) && !text.contains('?') {
            // `20240703` is `2024-07-03`.
            for (from, to) in [(0, 4), (4, 6), (6, 8)] {
                if from > 0 {
                    self.push(Piece::Separator(Separator::Hyphen), true);
                }
                let number = Number { text: text[from..to].to_owned(), form: Form::Digits };
                self.push(Piece::Number(number), *glued || from > 0);
            }
            return 1;
        }
        let is_short =
            at > 0 && tokens[at - 1].is_sign('\'') && tokens[at].glued && tokens[at].text.len() == 2;
        let form = if is_short { Form::Short } else { Form::Digits };
        self.push(Piece::Number(Number { text: tokens[at].text.clone(), form }), tokens[at].glued);
        1
    }

    fn sign(&mut self, tokens: &[Token], at: usize) -> Option<usize> {
        let token = &tokens[at];
        let is_glued_behind = tokens.get(at + 1).is_some_and(|next| next.glued);
        let after_number = matches!(self.pieces.last(), Some(Placed { piece: Piece::Number(_), .. }));
        let separator = match token.text.as_str() {
            "-" if token.glued && is_glued_behind => Separator::Hyphen,
            "–" | "-" => Separator::Range,
            "/" => Separator::Slash,
            "." if after_number && token.glued => Separator::Point,
            "," => Separator::Comma,
            ";" | "|" => Separator::Semicolon,
            "&" | "+" => Separator::And,
            "?" => {
                self.remarks.insert(Remark::Unconfirmed);
                return Some(1);
            }
            "." | "'" | "\"" | "º" | "°" | "*" => return Some(1),
            _ => return None,
        };
        self.push(Piece::Separator(separator), token.glued);
        Some(1)
    }

    fn word(&mut self, tokens: &[Token], at: usize, has_month: &dyn Fn(usize) -> bool) -> Option<usize> {
        let Some((length, meanings)) = phrase(&tokens[at..]) else {
            return self.unknown(tokens, at).then_some(1);
        };
        let place = Place { tokens, at, length };
        if place.is_roman() {
            return self.unknown(tokens, at).then_some(1);
        }
        let mut meaning = place.choose(meanings, has_month);
        if meaning == Meaning::To && self.pieces.is_empty() {
            // `until 5 July` has no beginning, but `a 5 de julio` is the fifth.
            meaning = *meanings.get(&Meaning::Filler)?;
        }
        if matches!(meaning, Meaning::MonthOf(..) | Meaning::YearsOf(_)) {
            // It is a date of another calendar.
            return None;
        }
        self.take(meaning, &tokens[at]);
        Some(length)
    }

    fn take(&mut self, meaning: Meaning, token: &Token) {
        let glued = token.glued;
        match meaning {
            Meaning::Month(month) => self.push(Piece::Month(month), glued),
            Meaning::Season(season) => self.push(Piece::Season(season), glued),
            Meaning::Part(part) => self.push(Piece::Part(part), glued),
            Meaning::Unit(unit) => {
                if unit == Unit::Decade {
                    self.drop_hyphen();
                }
                self.push(Piece::Unit(unit), glued);
            }
            Meaning::HalfOfYear(half) => self.push(Piece::HalfOfYear(half), glued),
            Meaning::Mark(mark) => self.push(Piece::Mark(mark), glued),
            Meaning::BeforeChrist => self.push(Piece::Era(Era::BeforeChrist), glued),
            Meaning::AfterChrist => self.push(Piece::Era(Era::AfterChrist), glued),
            Meaning::Number(number) => {
                self.push(Piece::Number(Number { text: number.to_string(), form: Form::Ordinal }), glued);
            }
            Meaning::To => self.push(Piece::Separator(Separator::Range), glued),
            Meaning::And => {
                let is_range = std::mem::take(&mut self.is_between);
                let separator = if is_range { Separator::Range } else { Separator::And };
                self.push(Piece::Separator(separator), glued);
            }
            Meaning::Between => self.is_between = true,
            Meaning::About => _ = self.remarks.insert(Remark::Approximate),
            Meaning::Ending => {
                self.drop_hyphen();
                if let Some(Placed { piece: Piece::Number(number), .. }) = self.pieces.last_mut()
                    && number.is_small()
                {
                    number.form = Form::Ordinal;
                }
            }
            Meaning::Weekday
            | Meaning::Filler
            | Meaning::Undated
            | Meaning::MonthOf(..)
            | Meaning::YearsOf(_) => {}
            Meaning::Zone => _ = self.remarks.insert(Remark::ZoneDropped),
            Meaning::Clock | Meaning::Hour | Meaning::Daytime => _ = self.remarks.insert(Remark::TimeDropped),
            Meaning::Tentative => _ = self.remarks.insert(Remark::Unconfirmed),
        }
    }

    /// The hyphen between a number and its ending: `1-го`, `1990-е`.
    fn drop_hyphen(&mut self) {
        let is_hyphen = |placed: &Placed| placed.piece == Piece::Separator(Separator::Hyphen);
        self.pieces.pop_if(|last| is_hyphen(last));
    }

    /// A month that is cut short, a Roman numeral, or an ending behind an apostrophe.
    fn unknown(&mut self, tokens: &[Token], at: usize) -> bool {
        let token = &tokens[at];
        if let Some(month) = month_beginning(&token.text) {
            self.push(Piece::Month(month), token.glued);
        } else if let Some(number) = roman(&token.text).or_else(|| roman(token.text.strip_suffix('e')?)) {
            self.push(Piece::Number(Number { text: number.to_string(), form: Form::Roman }), token.glued);
        } else {
            let is_ending = at > 1 && tokens[at - 1].is_sign('\'') && token.text.chars().count() <= 4;
            return is_ending && !self.pieces.is_empty();
        }
        true
    }
}

/// A phrase and what stands around it.
struct Place<'a> {
    tokens: &'a [Token],
    at: usize,
    length: usize,
}

impl Place<'_> {
    /// What a phrase means here.
    fn choose(&self, meanings: &BTreeSet<Meaning>, has_month: &dyn Fn(usize) -> bool) -> Meaning {
        if let Some(only) = meanings.first().filter(|_| meanings.len() == 1) {
            return *only;
        }
        let has = |meaning: Meaning| meanings.contains(&meaning);
        let number_before = self.number_before();
        let in_order: &[(Meaning, bool)] = &[
            (
                Meaning::Unit(Unit::Decade),
                number_before.is_some_and(|number| number.ends_with('0') && number.len() != 1),
            ),
            (Meaning::Ending, number_before.is_some()),
            (Meaning::Unit(Unit::Half), self.is_before_number()),
            (Meaning::Unit(Unit::Century), self.is_behind_ordinal() || self.is_before_roman()),
            (Meaning::Clock, number_before.is_some()),
            (
                Meaning::Weekday,
                meanings.iter().any(|one| matches!(one, Meaning::Month(_))) && has_month(self.at),
            ),
            (Meaning::Weekday, has(Meaning::Part(Part::Middle)) && !self.is_before_month()),
            (
                Meaning::Weekday,
                meanings.iter().any(|one| matches!(one, Meaning::Number(_))) && !self.is_before_unit(),
            ),
        ];
        let here =
            in_order.iter().find(|(meaning, applies)| *applies && has(*meaning)).map(|(meaning, _)| *meaning);
        let rest = meanings.iter().find(|meaning| {
            let is_of_number =
                matches!(meaning, Meaning::Ending | Meaning::Unit(Unit::Decade) | Meaning::Weekday);
            !is_of_number || meanings.len() == 1
        });
        here.or(rest.copied()).or(meanings.first().copied()).unwrap_or(Meaning::Filler)
    }

    /// The number that the phrase hangs on, by itself, with a hyphen or with an apostrophe.
    fn number_before(&self) -> Option<&str> {
        let before = |back: usize| self.at.checked_sub(back).map(|at| &self.tokens[at]);
        let own = &self.tokens[self.at];
        let last = before(1).filter(|_| own.glued)?;
        let joins = last.glued && (last.is_sign('-') || last.is_sign('\'') || last.is_sign('.'));
        let number = if joins { before(2)? } else { last };
        (number.kind == Kind::Number).then_some(number.text.as_str())
    }

    fn next(&self) -> Option<&Token> {
        self.tokens[self.at + self.length..].iter().find(|token| !token.is_sign('-') && !token.is_sign('.'))
    }

    fn is_before_number(&self) -> bool {
        self.next().is_some_and(|next| next.glued && next.is_number_up_to(1))
    }

    /// Whether it is a Roman numeral, though the letters are a word in some languages: `I квартал`,
    /// `24.I.2025`.
    fn is_roman(&self) -> bool {
        let text = &self.tokens[self.at].text;
        (text == "i" && self.is_before_unit()) || (roman(text).is_some() && self.is_between_points())
    }

    fn is_between_points(&self) -> bool {
        let parts = |at: Option<usize>| {
            let token = at.and_then(|at| self.tokens.get(at));
            token.is_some_and(|token| token.is_sign('.') || token.is_sign('/'))
        };
        parts(self.at.checked_sub(1)) && parts(Some(self.at + 1))
    }

    fn is_before_roman(&self) -> bool {
        self.next().is_some_and(|next| next.kind == Kind::Word && roman(&next.text).is_some())
    }

    fn is_behind_ordinal(&self) -> bool {
        let behind = &self.tokens[..self.at];
        let ordinal = behind.iter().rev().find(|token| token.kind == Kind::Number);
        ordinal.is_some_and(|number| number.is_number_up_to(2))
            || behind.iter().any(|one| roman(&one.text).is_some())
    }

    fn is_before(&self, is_it: fn(&Meaning) -> bool) -> bool {
        let rest = &self.tokens[self.at + self.length..];
        let next = rest.iter().position(|token| token.kind != Kind::Sign);
        let meant = next.and_then(|next| phrase(&rest[next..]));
        meant.is_some_and(|(_, meanings)| meanings.iter().any(is_it))
    }

    fn is_before_month(&self) -> bool {
        self.is_before(|meaning| matches!(meaning, Meaning::Month(_) | Meaning::Season(_)))
            || self.next().is_some_and(|next| next.kind == Kind::Number && next.text.len() == 4)
    }

    fn is_before_unit(&self) -> bool {
        self.is_before(|meaning| matches!(meaning, Meaning::Unit(_)))
    }
}

/// A Roman numeral up to 39.
fn roman(letters: &str) -> Option<i16> {
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let tens = letters.bytes().take_while(|letter| *letter == b'x').count();
    let ones = ONES.iter().position(|ones| *ones == letters.get(tens..).unwrap_or_default())?;
    (tens <= 3 && !letters.is_empty()).then(|| i16::try_from(tens * 10 + ones).unwrap_or(0))
}

/// Without what brackets hold, where that is a footnote, a remark or a day of the week; without the brackets,
/// where it is a date.
fn without_brackets(text: &str, mut tokens: Vec<Token>, remarks: &mut BTreeSet<Remark>) -> Vec<Token> {
    while let Some(open) = tokens.iter().position(|token| token.is_sign('(') || token.is_sign('[')) {
        let closing = if tokens[open].is_sign('(') { ')' } else { ']' };
        let Some(close) =
            tokens[open..].iter().position(|token| token.is_sign(closing)).map(|close| open + close)
        else {
            return tokens;
        };
        let inside = &tokens[open + 1..close];
        let words = &text[tokens[open].at..tokens[close].at];
        let has_number = inside.iter().any(|token| token.kind == Kind::Number);
        let is_dated = inside.iter().enumerate().any(|(at, token)| {
            let meanings = phrase(&inside[at..]).filter(|_| token.kind == Kind::Word);
            let is_month = |meant: &Meaning| matches!(meant, Meaning::Month(_));
            meanings.is_some_and(|(_, meant)| meant.iter().any(is_month))
                || (token.kind == Kind::Number && token.text.len() == 4)
        });
        let is_whole = open == 0 && close + 1 == tokens.len();
        let is_footnote = closing == ']' && !is_whole && inside.iter().all(|token| token.is_number_up_to(3));
        let is_weekday = phrase(inside).is_some_and(|(length, meant)| {
            length == inside.len() && meant.iter().any(|one| matches!(one, Meaning::Weekday | Meaning::Zone))
        });
        if is_tentative(words) {
            remarks.insert(Remark::Unconfirmed);
        } else if is_whole || (has_number && (is_dated || inside.len() == 1) && !is_footnote) {
            tokens.remove(close);
            tokens.remove(open);
            continue;
        } else if !is_footnote && !is_weekday {
            remarks.insert(Remark::WordsDropped);
        }
        tokens.drain(open..=close);
    }
    tokens
}

/// Without times of the day and the offsets behind them.
fn without_times(mut tokens: Vec<Token>, remarks: &mut BTreeSet<Remark>) -> Vec<Token> {
    let mut left: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let length = time(&tokens[at..]);
        if length > 0 {
            let is_midnight = tokens[at..at + length]
                .iter()
                .all(|one| one.text.bytes().all(|byte| !byte.is_ascii_digit() || byte == b'0'));
            if !is_midnight {
                remarks.insert(Remark::TimeDropped);
            }
            left.pop_if(|last| last.kind == Kind::Word && last.text == "t" && last.glued);
            at += length;
            let offset = offset(&tokens[at..]);
            if offset > 0 {
                remarks.insert(Remark::ZoneDropped);
            }
            at += offset;
            continue;
        }
        // A copy without the text: what was looked at is not looked at again.
        let Token { kind, glued, at: byte, .. } = tokens[at];
        left.push(Token { kind, text: std::mem::take(&mut tokens[at].text), glued, at: byte });
        at += 1;
        if left.last().is_some_and(|last| matches!(last.text.as_str(), "utc" | "gmt")) {
            at += offset(&tokens[at..]);
        }
    }
    left
}

/// How many tokens are a time: `10:00`, `10:00:00.000`, `10h30`, `10.30 Uhr` (without the word), `saat 10`; 0
/// for none.
fn time(tokens: &[Token]) -> usize {
    let sign = |at: usize, sign: char| {
        tokens.get(at).is_some_and(|token: &Token| token.is_sign(sign) && token.glued)
    };
    let number =
        |at: usize| tokens.get(at).is_some_and(|token: &Token| token.is_number_up_to(2) && token.glued);
    let means = |at: usize, meaning: Meaning| {
        let word = tokens.get(at).filter(|token| token.kind == Kind::Word);
        word.is_some_and(|_| phrase(&tokens[at..]).is_some_and(|(_, meanings)| meanings.contains(&meaning)))
    };
    let Some(first) = tokens.first() else { return 0 };
    // `20240703T100000`
    let is_compact =
        |token: &Token| token.glued && matches!(token.text.len(), 4 | 6) && token.kind == Kind::Number;
    if first.text == "t" && first.glued && tokens.get(1).is_some_and(is_compact) {
        return 2;
    }
    if first.kind == Kind::Word && means(0, Meaning::Hour) {
        let length = phrase(tokens).map_or(1, |(length, _)| length);
        let is_hour = tokens.get(length).is_some_and(|token| token.is_number_up_to(2));
        return if is_hour && !sign(length + 1, ':') { length + 1 } else { 0 };
    }
    if !first.is_number_up_to(2) {
        return 0;
    }
    let minutes = usize::from(number(2)) * 2;
    if minutes == 2 && sign(1, ':') {
        let seconds = if sign(3, ':') && number(4) { 2 } else { 0 };
        let has_fraction = seconds == 2
            && (sign(5, '.') || sign(5, ','))
            && tokens.get(6).is_some_and(|token| token.kind == Kind::Number && token.glued);
        return 3 + seconds + usize::from(has_fraction) * 2;
    }
    if minutes == 2 && tokens[1].glued && matches!(tokens[1].text.as_str(), "h" | "ч") {
        return 3;
    }
    if minutes == 2 && sign(1, '.') && means(3, Meaning::Clock) {
        return 3;
    }
    usize::from(means(1, Meaning::Clock) && !means(1, Meaning::Unit(Unit::Half)) || is_hour_letter(tokens))
}

/// `10h`, but not the half `1H`.
fn is_hour_letter(tokens: &[Token]) -> bool {
    let next_is_number = tokens.get(2).is_some_and(|token| token.kind == Kind::Number);
    tokens.get(1).is_some_and(|token| token.text == "h")
        && !next_is_number
        && tokens[0].text != "1"
        && tokens[0].text != "2"
}

/// How many tokens are the offset of a zone: `+02:00`, `-0500`, `+3`.
fn offset(tokens: &[Token]) -> usize {
    let is_offset =
        tokens.first().is_some_and(|token| token.is_sign('+') || (token.is_sign('-') && token.glued))
            && tokens.get(1).is_some_and(|token| token.glued && token.is_number_up_to(4));
    let has_minutes = tokens.get(2).is_some_and(|token| token.is_sign(':'))
        && tokens.get(3).is_some_and(|token| token.is_number_up_to(2));
    match (is_offset, has_minutes) {
        (false, _) => 0,
        (true, false) => 2,
        (true, true) => 4,
    }
}
