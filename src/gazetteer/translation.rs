//! Translations: the language that is spoken, and what is said in it in place of the English.
//!
//! English stands in the code and in the tables, and is what every other language is looked up by. A language
//! is one file, `data/languages/ru.csv`, with a row for each text: the English, the translation, and a note
//! for whoever translates.
//!
//! - A text may begin with what it is about and `::`, as in `menu::View`, where the same English needs
//!   several translations. Readers of English do not see that. Names of the tables are there under what they
//!   are the name of: `city KAZ::Astana`, `sea::Black Sea`.
//! - A place for a fact is written `{name}`, and stands in the translation under the same name.
//! - A text that goes by a number has the English for one and for several, `{n} meeting|{n} meetings`. Its
//!   translation has as many forms as the language, divided by `|` too.
//!
//! Each thread speaks a language of its own, English until it is told otherwise. Nothing is worked out from
//! what is spoken: it decides what answers are called, and never what they are or in which order they stand.

use super::language::Language;
use super::table::{Field, rows};
use crate::meeting::code::CountryCode;
use crate::packed::Packed;
use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The languages that the program speaks.
pub const SPOKEN: [Language; 6] = [
    Language::English,
    Language::Russian,
    Language::French,
    Language::Spanish,
    Language::German,
    Language::Arabic,
];

/// What stands between what a text is about and the text.
const ABOUT: &str = "::";

thread_local! {
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language that this thread speaks, one of [`SPOKEN`].
#[must_use]
pub fn spoken() -> Language {
    LANGUAGE.get()
}

/// The language in which the program says what it cannot say in this one: itself, or English.
#[must_use]
pub fn nearest(language: Language) -> Language {
    if SPOKEN.contains(&language) { language } else { Language::English }
}

/// What comes of something that is done while a language is spoken. English stands in for a language without
/// a file.
pub fn speaking<T>(language: Language, does: impl FnOnce() -> T) -> T {
    let _before = Before(LANGUAGE.replace(nearest(language)));
    does()
}

/// Makes this thread speak a language from now on.
pub fn speak(language: Language) {
    LANGUAGE.set(nearest(language));
}

/// The language that was spoken before, and is again when this is dropped.
struct Before(Language);

impl Drop for Before {
    fn drop(&mut self) {
        LANGUAGE.set(self.0);
    }
}

/// The text of a language's file; `None` for English and for languages without one.
fn file(language: Language) -> Option<&'static Packed> {
    static RUSSIAN: Packed = Packed::new(packed_bytes!("ru.csv"));
    static FRENCH: Packed = Packed::new(packed_bytes!("fr.csv"));
    static SPANISH: Packed = Packed::new(packed_bytes!("es.csv"));
    static GERMAN: Packed = Packed::new(packed_bytes!("de.csv"));
    static ARABIC: Packed = Packed::new(packed_bytes!("ar.csv"));
    match language {
        Language::Russian => Some(&RUSSIAN),
        Language::French => Some(&FRENCH),
        Language::Spanish => Some(&SPANISH),
        Language::German => Some(&GERMAN),
        Language::Arabic => Some(&ARABIC),
        Language::English | Language::Ukrainian | Language::Turkish | Language::Chinese => None,
    }
}

/// The translations of a language by their English; `None` for English and for languages without a file.
#[must_use]
pub fn translations(language: Language) -> Option<&'static BTreeMap<Field, Field>> {
    type Texts = BTreeMap<Field, Field>;
    static TEXTS: [OnceLock<Texts>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
    let file = file(language)?;
    let read = || rows::<3>(file.text()).map(|[english, told, _]| (english, told)).collect();
    Some(TEXTS[language as usize].get_or_init(read))
}

/// What stands in the file of the language that is spoken under a text; `None` where it has none, as for
/// English.
#[must_use]
pub fn translation(key: &str) -> Option<&'static str> {
    translations(spoken())?.get(key).map(Cow::as_ref).filter(|told| !told.is_empty())
}

/// The English of a text, without what it is about.
#[must_use]
pub fn english(key: &str) -> &str {
    key.split_once(ABOUT).map_or(key, |(_, english)| english)
}

/// A text without facts in the language that is spoken.
#[must_use]
pub fn fixed(key: &'static str) -> &'static str {
    translation(key).unwrap_or_else(|| english(key))
}

/// A name of the tables in the language that is spoken, which has it under what it is the name of, such as
/// `sea`; in English where it has none.
#[must_use]
pub fn named<'a>(about: &str, name: &'a str) -> &'a str {
    own_name(about, name).unwrap_or(name)
}

/// The name of a city of a country in the language that is spoken, by its English name; `None` where the
/// language has no other.
#[must_use]
pub fn spoken_city(country: CountryCode, name: &str) -> Option<&'static str> {
    own_name(&format!("city {country}"), name)
}

/// The same, `None` where the language has no such name.
#[must_use]
pub fn own_name(about: &str, name: &str) -> Option<&'static str> {
    if spoken() == Language::English { None } else { translation(&format!("{about}{ABOUT}{name}")) }
}
