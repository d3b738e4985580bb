//! How texts are put together in the language that is [spoken](crate::gazetteer::translation): facts in their
//! places, and the form that a number asks for.

use crate::gazetteer::language::Language;
use crate::gazetteer::translation::{english, translation};
use std::fmt::{Display, Write};

pub use crate::gazetteer::translation::{SPOKEN, fixed, named, nearest, speak, speaking, spoken};

/// What stands between the forms of a text that goes by a number.
const FORMS: char = '|';

/// Some words as they stand behind others: in English with a small first letter. A translation stands as it
/// is.
#[must_use]
pub fn within(words: &str) -> String {
    let mut letters = words.chars();
    match (spoken(), letters.next()) {
        (Language::English, Some(first)) => first.to_lowercase().chain(letters).collect(),
        _ => words.to_owned(),
    }
}

/// Some words with a large first letter, as they stand at the beginning of a sentence.
#[must_use]
pub fn sentence_case(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A whole number with a comma before each group of three digits: `12,742`.
#[must_use]
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push_str(fixed("between thousands::,"));
        }
        text.push(digit);
    }
    text
}

/// A text with facts in the language that is spoken.
#[must_use]
pub fn told(key: &'static str, facts: &[(&str, &dyn Display)]) -> String {
    filled(fixed(key), facts)
}

/// The form of a text that a number asks for, in the language that is spoken, or else in English.
fn form(number: usize, key: &str) -> &str {
    let form_in = |language: Language| Plural::of(number, language).form(language);
    let told = translation(key).and_then(|text| text.split(FORMS).nth(form_in(spoken())));
    told.or_else(|| english(key).split(FORMS).nth(form_in(Language::English))).unwrap_or_default()
}

/// A text with facts that goes by a number. The key has the English for one and for several.
#[must_use]
pub fn told_by_number(number: usize, key: &str, facts: &[(&str, &dyn Display)]) -> String {
    filled(form(number, key), facts)
}

/// A number with the words for it, of which English has two: `1 meeting`, `1,025 meetings`. They stand in a
/// language's file as `meeting|meetings`. Its forms are put behind the number, unless one of them has a place
/// for it, `{n}`.
#[must_use]
pub fn by_number(number: usize, [one, many]: [&'static str; 2]) -> String {
    let (digits, key) = (grouped(number), format!("{one}{FORMS}{many}"));
    let form = form(number, &key);
    let has_place = translation(&key).is_some_and(|told| told.contains("{n}"));
    if has_place { filled(form, &[("n", &digits)]) } else { format!("{digits} {form}") }
}

/// A text with its facts in their places. A place for which there is no fact stays as it is written.
fn filled(text: &str, facts: &[(&str, &dyn Display)]) -> String {
    let mut written = String::with_capacity(text.len() + 16 * facts.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        written.push_str(before);
        let fact = after.split_once('}').and_then(|(name, after)| {
            facts.iter().find(|(known, _)| *known == name).map(|(_, fact)| (fact, after))
        });
        if let Some((fact, after)) = fact {
            write!(written, "{fact}").expect("memory takes all");
            rest = after;
        } else {
            written.push('{');
            rest = after;
        }
    }
    written.push_str(rest);
    written
}

/// How a language tells numbers apart (Unicode CLDR 46, plural rules for whole numbers).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// None.
    Zero,
    /// As one is said.
    One,
    /// As two are said.
    Two,
    /// As a few are said.
    Few,
    /// As many are said.
    Many,
    /// As all others are said.
    Other,
}

impl Plural {
    /// The forms of a language, in the order in which its file has them.
    #[must_use]
    pub const fn forms(language: Language) -> &'static [Self] {
        match language {
            Language::English
            | Language::French
            | Language::Spanish
            | Language::German
            | Language::Turkish => &[Self::One, Self::Other],
            Language::Russian | Language::Ukrainian => &[Self::One, Self::Few, Self::Many],
            Language::Arabic => &[Self::Zero, Self::One, Self::Two, Self::Few, Self::Many, Self::Other],
            Language::Chinese => &[Self::Other],
        }
    }

    /// Its name in the CLDR.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }

    /// The form that a number asks for.
    #[must_use]
    pub const fn of(number: usize, language: Language) -> Self {
        match language {
            Language::English | Language::Spanish | Language::German | Language::Turkish => match number {
                1 => Self::One,
                _ => Self::Other,
            },
            Language::French => match number {
                0 | 1 => Self::One,
                _ => Self::Other,
            },
            Language::Russian | Language::Ukrainian => match (number % 10, number % 100) {
                (1, tens) if tens != 11 => Self::One,
                (2..=4, tens) if tens < 12 || tens > 14 => Self::Few,
                _ => Self::Many,
            },
            Language::Arabic => match (number, number % 100) {
                (0, _) => Self::Zero,
                (1, _) => Self::One,
                (2, _) => Self::Two,
                (_, 3..=10) => Self::Few,
                (_, 11..=99) => Self::Many,
                _ => Self::Other,
            },
            Language::Chinese => Self::Other,
        }
    }

    /// Which of the language's forms it is.
    fn form(self, language: Language) -> usize {
        let place = Self::forms(language).iter().position(|form| *form == self);
        place.expect("a number's form is one of its language's")
    }
}

/// A text with facts in the language that is spoken: `told!("{name} on the map, {count}", name, count =
/// grouped(number))`.
macro_rules! told {
    ($text:literal $(, $name:ident $(= $fact:expr)?)* $(,)?) => {{
        // The compiler sees that each place has its fact, and each fact its place.
        if false {
            let _ = format_args!($text, $($name = fact!($name $(= $fact)?)),*);
        }
        $crate::words::spoken::told($text, &[$((stringify!($name), fact!($name $(= $fact)?))),*])
    }};
}

/// A text with facts that goes by a number, `{n}`: `told_by!(rows, "{n} row in {file}", "{n} rows in {file}",
/// file)`.
macro_rules! told_by {
    ($number:expr, $one:literal, $many:literal $(, $name:ident $(= $fact:expr)?)* $(,)?) => {{
        let number: usize = $number;
        if false {
            let _ = format_args!(concat!($one, "{n}", $many), n = number, $($name = fact!($name $(= $fact)?)),*);
        }
        $crate::words::spoken::told_by_number(
            number,
            concat!($one, "|", $many),
            &[
                ("n", &$crate::words::spoken::grouped(number) as &dyn std::fmt::Display),
                $((stringify!($name), fact!($name $(= $fact)?))),*
            ],
        )
    }};
}

/// A fact of a text, by its name.
macro_rules! fact {
    ($name:ident) => {
        &$name as &dyn std::fmt::Display
    };
    ($name:ident = $fact:expr) => {
        &$fact as &dyn std::fmt::Display
    };
}

#[cfg(test)]
mod tests {
    use super::{Language, Plural, filled};

    #[test]
    fn a_number_asks_for_the_form_of_its_language() {
        use Plural::{Few, Many, One, Other, Two, Zero};
        let numbers = [0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 100, 101, 103, 111, 1_000_000];
        let of = |language| numbers.map(|number| Plural::of(number, language));
        assert_eq!(
            of(Language::Russian),
            [Many, One, Few, Few, Many, Many, Many, Many, One, Few, Many, Many, One, Few, Many, Many]
        );
        assert_eq!(
            of(Language::Arabic),
            [Zero, One, Two, Few, Few, Many, Many, Many, Many, Many, Many, Other, Other, Few, Many, Other]
        );
        assert_eq!(of(Language::French)[..3], [One, One, Other]);
        assert_eq!(of(Language::German)[..3], [Other, One, Other]);
        for language in Language::ALL {
            for number in numbers {
                assert!(Plural::forms(language).contains(&Plural::of(number, language)));
            }
        }
    }

    #[test]
    fn facts_stand_in_their_places_and_nothing_in_them_is_a_place() {
        let told = filled("{b} of {a}, {c} {", &[("a", &"{b}"), ("b", &2)]);
        assert_eq!(told, "2 of {b}, {c} {");
    }
}
