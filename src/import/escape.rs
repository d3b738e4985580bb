//! Signs that part a cell, as text: `\|` and `\;` for signs that part nothing, and `'=` for a cell that a
//! spreadsheet would run.
//!
//! A backslash means itself, except in a row of them before a sign that parts: there two are one, and one
//! that is left takes the meaning from the sign. So a path such as `C:\docs` is written as it is.

/// The signs that part a cell of participants.
pub const IN_PARTICIPANTS: [char; 2] = ['|', ';'];
/// The signs that part a cell of sources.
pub const IN_SOURCES: [char; 3] = ['|', ';', '['];

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

/// A text to stand in a cell in which `signs` part, with a backslash before each of `hidden` that it holds.
/// `is_before_sign` says whether one of the signs follows it at once.
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

/// A participant as an entry of a cell: `Name|office|country`, and the role if there is one to be told.
#[must_use]
pub fn participant(name: &str, office: &str, country: &str, role: Option<&str>) -> String {
    let [name, office] = [name, office].map(|part| escaped(part, &IN_PARTICIPANTS, &IN_PARTICIPANTS, true));
    let entry = format!("{name}|{office}|{country}");
    role.map_or_else(|| entry.clone(), |role| format!("{entry}|{role}"))
}

/// A source as an entry of a cell: `reference [fact; fact]`. Brackets that end a reference without facts are
/// followed by empty ones, or they would be its facts.
#[must_use]
pub fn source<Fact: AsRef<str>>(reference: &str, facts: &[Fact]) -> String {
    let last = facts.len().saturating_sub(1);
    let fact =
        |(number, fact): (usize, &Fact)| escaped(fact.as_ref(), &IN_SOURCES, &IN_SOURCES, number < last);
    let facts: Vec<String> = facts.iter().enumerate().map(fact).collect();
    let has_brackets = reference.ends_with(']') || !facts.is_empty();
    let reference = escaped(reference, &IN_SOURCES, &['|'], false);
    if has_brackets { format!("{reference} [{}]", facts.join("; ")) } else { reference }
}

/// The entries of a cell of participants.
#[must_use]
pub fn participants(entries: &[String]) -> String {
    entries.join("; ")
}

/// The entries of a cell of sources.
#[must_use]
pub fn sources(entries: &[String]) -> String {
    entries.join(" | ")
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
