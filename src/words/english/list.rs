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
    in_turn(words, |listed, next| told!("{listed} · {next}", listed, next))
}

/// `A; B; C`; empty for none.
pub fn semicolons<Word: AsRef<str>>(words: &[Word]) -> String {
    in_turn(words, |listed, next| told!("{listed}; {next}", listed, next))
}

/// `A, B, C`; empty for none.
pub fn commas<Word: AsRef<str>>(words: &[Word]) -> String {
    in_turn(words, |listed, next| told!("{listed}, {next}", listed, next))
}

/// Each word put behind those before it.
fn in_turn<Word: AsRef<str>>(words: &[Word], further: impl Fn(&str, &str) -> String) -> String {
    let Some((first, rest)) = words.split_first() else { return String::new() };
    rest.iter().fold(first.as_ref().to_owned(), |listed, next| further(&listed, next.as_ref()))
}

fn joined<Word: AsRef<str>>(words: &[Word], last_two: impl Fn(&str, &str) -> String) -> String {
    match words {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [others @ .., last] => last_two(&commas(others), last.as_ref()),
    }
}
