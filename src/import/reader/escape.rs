//! Signs that part a cell, as text: `\|` and `\;` for signs that part nothing, and `'=` for a cell that a spreadsheet would run.
//!
//! A backslash means itself, except in a row of them before a sign that parts: there two are one, and one that is left takes
//! the meaning from the sign. So a path such as `C:\docs` is written as it is.

/// A letter of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The letter.
    pub letter: char,
    /// Whether it is text even if it is a sign that parts.
    pub is_text: bool,
}

/// The letters of a cell in which these signs part.
#[must_use]
pub fn letters(cell: &str, signs: &[char]) -> Vec<Letter> {
    let mut letters = Vec::with_capacity(cell.len());
    let mut backslashes = 0;
    let text = |letter| Letter { letter, is_text: true };
    for letter in cell.chars() {
        if letter == '\\' {
            backslashes += 1;
            continue;
        }
        let is_sign = signs.contains(&letter);
        let kept = if is_sign { backslashes / 2 } else { backslashes };
        letters.extend(std::iter::repeat_n(text('\\'), kept));
        letters.push(Letter { letter, is_text: !is_sign || backslashes % 2 == 1 });
        backslashes = 0;
    }
    letters.extend(std::iter::repeat_n(text('\\'), backslashes));
    letters
}

/// The parts of a cell between the signs that part, without the space around each.
#[must_use]
pub fn parted(letters: &[Letter], sign: char) -> Vec<&[Letter]> {
    letters.split(|one| !one.is_text && one.letter == sign).map(trimmed).collect()
}

/// Letters without the space around them.
#[must_use]
pub fn trimmed(letters: &[Letter]) -> &[Letter] {
    let is_ink = |one: &Letter| !one.letter.is_whitespace();
    match (letters.iter().position(is_ink), letters.iter().rposition(is_ink)) {
        (Some(first), Some(last)) => &letters[first..=last],
        (_, None) | (None, _) => &[],
    }
}

/// Letters as text.
#[must_use]
pub fn text(letters: &[Letter]) -> String {
    letters.iter().map(|one| one.letter).collect()
}

/// A text to stand in a cell in which `signs` part, with a backslash before each of `hidden` that it holds. `is_before_sign` says
/// whether one of the signs follows it at once.
#[must_use]
pub fn escaped(text: &str, signs: &[char], hidden: &[char], is_before_sign: bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut backslashes = 0;
    for letter in text.chars() {
        if letter == '\\' {
            backslashes += 1;
        } else {
            if signs.contains(&letter) {
                escaped.extend(std::iter::repeat_n('\\', backslashes));
            }
            if hidden.contains(&letter) {
                escaped.push('\\');
            }
            backslashes = 0;
        }
        escaped.push(letter);
    }
    if is_before_sign {
        escaped.extend(std::iter::repeat_n('\\', backslashes));
    }
    escaped
}

/// Whether a spreadsheet takes a text for a formula, or would if apostrophes before it were gone.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// A cell that no spreadsheet runs: one that begins like a formula gets an apostrophe.
#[must_use]
pub fn guarded(cell: &str) -> String {
    if is_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// A cell without the apostrophe that keeps spreadsheets from running it.
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|_| is_formula(cell)).unwrap_or(cell)
}
