//! Lists: `A, B and C`.

/// `A`, `A or B`, `A, B or C`; empty for none.
pub fn either<Word: AsRef<str>>(words: &[Word]) -> String {
    joined(words, |others, last| told!("{others} or {last}", others, last))
}

/// `A`, `A and B`, `A, B and C`; empty for none.
pub fn all<Word: AsRef<str>>(words: &[Word]) -> String {
    joined(words, |others, last| told!("{others} and {last}", others, last))
}

/// `A · B · C`; empty for none.
pub fn dots<Word: AsRef<str>>(words: &[Word]) -> String {
    let further = |listed: String, next: &Word| told!("{listed} · {next}", listed, next = next.as_ref());
    words
        .split_first()
        .map_or_else(String::new, |(first, rest)| rest.iter().fold(first.as_ref().to_owned(), further))
}

/// `A; B; C`; empty for none.
pub fn semicolons<Word: AsRef<str>>(words: &[Word]) -> String {
    let further = |listed: String, next: &Word| told!("{listed}; {next}", listed, next = next.as_ref());
    words
        .split_first()
        .map_or_else(String::new, |(first, rest)| rest.iter().fold(first.as_ref().to_owned(), further))
}

/// `A, B, C`; empty for none.
pub fn commas<Word: AsRef<str>>(words: &[Word]) -> String {
    let further = |listed: String, next: &Word| told!("{listed}, {next}", listed, next = next.as_ref());
    words
        .split_first()
        .map_or_else(String::new, |(first, rest)| rest.iter().fold(first.as_ref().to_owned(), further))
}

fn joined<Word: AsRef<str>>(words: &[Word], last_two: impl Fn(&str, &str) -> String) -> String {
    match words {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [others @ .., last] => last_two(&commas(others), last.as_ref()),
    }
}
