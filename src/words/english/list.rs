//! Lists in English: `A, B and C`.

/// `A`, `A or B`, `A, B or C`; empty for none.
pub fn either<Word: AsRef<str>>(words: &[Word]) -> String {
    joined(words, "or")
}

/// `A`, `A and B`, `A, B and C`; empty for none.
pub fn all<Word: AsRef<str>>(words: &[Word]) -> String {
    joined(words, "and")
}

fn joined<Word: AsRef<str>>(words: &[Word], last_word: &str) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words[..] {
        [] => String::new(),
        [only] => only.to_owned(),
        [ref others @ .., last] => format!("{} {last_word} {last}", others.join(", ")),
    }
}
