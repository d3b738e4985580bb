//! The texts that a language's file translates, read off the sources and the tables of names.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use summitry::gazetteer::country::Countries;
use summitry::gazetteer::further::by_id;
use summitry::globe::policy::contested_areas;
use summitry::globe::seas::seas;

/// What is said on the command line alone, which is English, and the sentences for when there is no window.
const ENGLISH_ALONE: [&str; 2] = ["part/command_line.rs", "part/starting.rs"];

/// Literals that are no texts: the numbers that begin an English sentence, short names that English says
/// without an article, what English cuts off, and what names are the names of.
const NO_TEXTS: [&str; 16] = [
    "No",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "ASEAN",
    "ECOWAS",
    "NATO",
    "As seen by ",
    "area",
    "dispute",
];

/// Literals of `format!` that read as English and are said in English alone.
const ENGLISH_FORMATS: [&str; 1] = ["the {}"];

/// A text that a language translates.
pub struct Wanted {
    /// Whether it goes by a number and has a form for each sort of number.
    pub by_number: bool,
    /// Where it stands, or what it is the name of.
    pub at: String,
}

/// Every text by its English, and the texts that no language can translate, because `format!` writes them.
pub fn wanted() -> (BTreeMap<String, Wanted>, Vec<String>) {
    let mut found = Found::default();
    let words = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words/english");
    for path in rust_files(&words) {
        let below =
            path.strip_prefix(&words).expect("the walk began there").to_string_lossy().replace('\\', "/");
        if !ENGLISH_ALONE.contains(&below.as_str()) {
            found.in_source(&below, &fs::read_to_string(&path).expect("the sources are text"));
        }
    }
    for key in ["between thousands::,", "line::, by call", "place unknown"] {
        found.add(key, false, "src/words/spoken.rs and src/query");
    }
    for area in contested_areas() {
        found.add(&format!("area::{}", area.name), false, "an area of contested status");
        found.add(&format!("dispute::{}", area.dispute), false, "a dispute, as sentences name it");
    }
    for sea in seas() {
        found.add(&format!("sea::{}", sea.name), false, "a sea");
    }
    for country in Countries::embedded().iter() {
        if let Some(capital) = country.capital_id.and_then(by_id) {
            found.add(&format!("city {}::{}", capital.country, capital.name), false, "a capital");
        }
    }
    (found.texts, found.untranslatable)
}

#[derive(Default)]
struct Found {
    texts: BTreeMap<String, Wanted>,
    untranslatable: Vec<String>,
}

impl Found {
    fn add(&mut self, key: &str, by_number: bool, at: &str) {
        let by_number = by_number || (key.contains('|') && key.contains("{n}"));
        self.texts.entry(key.to_owned()).or_insert_with(|| Wanted { by_number, at: at.to_owned() });
    }

    /// Each literal of a source, by what stands before it.
    fn in_source(&mut self, path: &str, source: &str) {
        let literals = literals(source);
        let mut place = 0;
        while let Some(literal) = literals.get(place) {
            place += 1;
            let next = literals.get(place).filter(|next| next.before.trim() == ",");
            let is_pair = literal.before.trim_end().ends_with('[')
                && next.is_some_and(|next| next.after.trim_start_matches([',', ' ', '\n']).starts_with(']'));
            if literal.follows(&["reason =", "expect("]) {
                continue;
            }
            if literal.follows(&["format!("]) {
                if has_words(&literal.text) && !ENGLISH_FORMATS.contains(&literal.text.as_str()) {
                    self.untranslatable.push(format!("{path}: {}", literal.text));
                }
            } else if let Some(next) = next.filter(|_| is_pair || literal.is_first_of("told_by!(")) {
                self.add(&format!("{}|{}", literal.text, next.text), true, path);
                place += 1;
            } else if literal.follows(&["told!(", "fixed("])
                || (has_words(&literal.text) && !NO_TEXTS.contains(&literal.text.as_str()))
            {
                self.add(&literal.text, false, path);
            }
        }
    }
}

/// A text in the quotes of a source.
struct Literal<'a> {
    text: String,
    /// The code between the literal before and this one.
    before: &'a str,
    /// The code behind it.
    after: &'a str,
}

impl Literal<'_> {
    fn follows(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.before.trim_end().ends_with(word))
    }

    /// Whether it is the first literal of a call.
    fn is_first_of(&self, call: &str) -> bool {
        let Some((_, inside)) = self.before.rsplit_once(call) else { return false };
        !inside.contains([';', '{', '}']) && inside.trim_end().ends_with(',')
    }
}

/// The literals of some code without its tests, its comments and its attributes.
fn literals(source: &str) -> Vec<Literal<'_>> {
    let code = source.split("\n#[cfg(test)]").next().unwrap_or_default();
    let (mut found, mut at, mut last): (Vec<Literal>, usize, usize) = (Vec::new(), 0, 0);
    while at < code.len() {
        let rest = &code[at..];
        if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else if let Some(inside) = rest.strip_prefix('"') {
            let mut is_escaped = false;
            let end = inside.find(|letter| {
                let is_end = letter == '"' && !is_escaped;
                is_escaped = letter == '\\' && !is_escaped;
                is_end
            });
            let end = end.expect("the sources compile");
            let after = &inside[end + 1..];
            found.push(Literal { text: unescaped(&inside[..end]), before: &code[last..at], after });
            at += end + 2;
            last = at;
        } else if let Some(quoted) = rest.strip_prefix('\'') {
            // A letter such as '"'; a lifetime has no second quote so near.
            let end = quoted.char_indices().skip(1).take(3).find(|(_, letter)| *letter == '\'');
            at += end.map_or(1, |(end, _)| end + 2);
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    found
}

fn unescaped(literal: &str) -> String {
    let mut lines = literal.split("\\\n");
    let first = lines.next().unwrap_or_default().to_owned();
    let joined = lines.fold(first, |joined, line| joined + line.trim_start());
    joined.replace("\\\"", "\"").replace("\\\\", "\\")
}

/// Whether some text has a word, apart from the names of its places.
fn has_words(text: &str) -> bool {
    let mut depth = 0_usize;
    let mut letters = 0;
    for letter in text.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ if letter.is_alphabetic() => letters += 1,
            _ => letters = 0,
        }
        if letters > 1 {
            return true;
        }
    }
    false
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the sources are here") {
        let path = entry.expect("the sources are here").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

#[test]
fn texts_are_found_whatever_holds_them() {
    let source = "//! \"No text\"\nfn a() -> &'static str { fixed(\"menu::View\") }\n\
                  fn b() { told!(\"{a} of {b}\", a, b); counted(n, [\"row\", \"rows\"]); told_by!(all(x, y), \"{n} day\", \"{n} days\", z = '\"'); }\n\
                  fn c() { format!(\"{a}: {b}\"); format!(\"{a} and more\"); match d { D::E => \"One word\", D::F => \", \" } }";
    let mut found = Found::default();
    found.in_source("a.rs", source);
    let texts: Vec<(&str, bool)> =
        found.texts.iter().map(|(key, one)| (key.as_str(), one.by_number)).collect();
    let expected = [
        ("One word", false),
        ("menu::View", false),
        ("row|rows", true),
        ("{a} of {b}", false),
        ("{n} day|{n} days", true),
    ];
    assert_eq!(texts, expected);
    assert_eq!(found.untranslatable, ["a.rs: {a} and more"]);
}
