//! The fields of one object in a project file: taken one by one, with a problem for each that cannot be used.

use serde_json::{Map, Value};
use std::fmt;
use std::num::NonZeroU64;

/// How many problems are kept of a file. The others are counted.
pub const MOST_PROBLEMS: usize = 1000;

/// Something in a project file that could not be used, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectProblem {
    /// Where it stands: a JSON pointer (RFC 6901), such as `/meetings/3/kind`.
    pub pointer: String,
    /// What is wrong.
    pub what: Wrong,
}

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Something else was expected. The value is left out.
    Expected(Expected),
    /// A word that is none of those known, shortened. The value is left out.
    UnknownWord(String),
    /// No value that this version can use, and why. The default stands in its place.
    Unusable(String),
    /// A number outside its range. The nearest one stands in its place.
    OutOfRange,
    /// A meeting without an identity; it got this one.
    NoId(String),
    /// A meeting whose identity an earlier one has; it got this one.
    TakenId(String),
    /// What was selected is named in an old way and cannot be found again.
    LostSelection,
}

/// What was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Expected {
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
    /// A whole number from 0 on.
    Count,
    /// A whole number from 1 on.
    FromOne,
    /// A date: `2024-07-03`, `2024-07` or `2024`.
    Date,
    /// A country's code: three capital letters.
    Country,
    /// A place: `city:NUMBER`, `country:CODE` or `point:LONGITUDE,LATITUDE`.
    Place,
    /// Degrees east from −180 to 180, or north from −90 to 90.
    Degrees,
    /// A size and a hash.
    Fingerprint,
    /// An end that is not before the start.
    LaterEnd,
}

/// The problems of one file.
#[derive(Debug, Default)]
pub struct Problems {
    /// The first ones.
    pub kept: Vec<ProjectProblem>,
    /// How many more there are.
    pub more: usize,
}

impl Problems {
    /// Adds one.
    pub fn add(&mut self, at: &At<'_>, what: Wrong) {
        if self.kept.len() < MOST_PROBLEMS {
            self.kept.push(ProjectProblem { pointer: at.to_string(), what });
        } else {
            self.more += 1;
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }
}

/// A place in the file: a chain of steps from the top, which costs nothing until it is written out.
#[derive(Clone, Copy, Debug)]
pub enum At<'a> {
    /// The whole file.
    Top,
    /// A field of an object.
    Key(&'a At<'a>, &'a str),
    /// An element of a list, from 0.
    Index(&'a At<'a>, usize),
}

/// As a JSON pointer.
impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Top => Ok(()),
            Self::Key(parent, key) => {
                write!(f, "{parent}/{}", shortened(key).replace('~', "~0").replace('/', "~1"))
            }
            Self::Index(parent, index) => write!(f, "{parent}/{index}"),
        }
    }
}

/// The first sixty letters of a word from a file.
#[must_use]
pub fn shortened(word: &str) -> String {
    match word.char_indices().nth(60) {
        None => word.to_owned(),
        Some((end, _)) => format!("{}…", &word[..end]),
    }
}

/// An object's fields that are not taken yet. What is left over in the end is unknown.
#[derive(Debug)]
pub struct Fields<'a> {
    /// The fields.
    pub map: Map<String, Value>,
    /// Where the object stands.
    pub at: &'a At<'a>,
}

impl<'a> Fields<'a> {
    /// The fields of an object; of anything else none, which is a problem.
    pub fn of(value: Value, at: &'a At<'a>, problems: &mut Problems) -> Self {
        match value {
            Value::Object(map) => Self { map, at },
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
                problems.add(at, Wrong::Expected(Expected::Object));
                Self { map: Map::new(), at }
            }
        }
    }

    /// A field's value. `null` is as good as no field.
    pub fn take(&mut self, key: &str) -> Option<Value> {
        self.map.remove(key).filter(|value| !value.is_null())
    }

    /// Says what is wrong with a field.
    pub fn wrong(&self, key: &str, what: Wrong, problems: &mut Problems) {
        problems.add(&At::Key(self.at, key), what);
    }

    /// A text; empty if there is none.
    pub fn text(&mut self, key: &str, problems: &mut Problems) -> String {
        match self.take(key) {
            None => String::new(),
            Some(Value::String(text)) => text,
            Some(_) => {
                self.wrong(key, Wrong::Expected(Expected::Text), problems);
                String::new()
            }
        }
    }

    /// A text that is read further; `None` if there is none, or if it cannot be read.
    pub fn read<T>(
        &mut self,
        key: &str,
        expected: Expected,
        read: impl FnOnce(&str) -> Option<T>,
        problems: &mut Problems,
    ) -> Option<T> {
        let value = self.take(key)?;
        let found = value.as_str().and_then(read);
        if found.is_none() {
            self.wrong(key, Wrong::Expected(expected), problems);
        }
        found
    }

    /// One of a closed set of words; `None` if there is none, or if it is not among them.
    pub fn word<T: Copy>(
        &mut self,
        key: &str,
        all: &[T],
        name: fn(T) -> &'static str,
        problems: &mut Problems,
    ) -> Option<T> {
        let value = self.take(key)?;
        let Value::String(word) = value else {
            self.wrong(key, Wrong::Expected(Expected::Text), problems);
            return None;
        };
        let found = all.iter().copied().find(|one| name(*one) == word);
        if found.is_none() {
            self.wrong(key, Wrong::UnknownWord(shortened(&word)), problems);
        }
        found
    }

    /// A number; `None` if there is none, or if it does not lie within a range.
    pub fn degrees(&mut self, key: &str, most: f64, problems: &mut Problems) -> Option<f64> {
        let value = self.take(key)?;
        let found = value.as_f64().filter(|degrees| (-most..=most).contains(degrees));
        if found.is_none() {
            self.wrong(key, Wrong::Expected(Expected::Degrees), problems);
        }
        found
    }

    /// A whole number from 0 on.
    pub fn count(&mut self, key: &str, problems: &mut Problems) -> Option<u64> {
        let value = self.take(key)?;
        let found = value.as_u64();
        if found.is_none() {
            self.wrong(key, Wrong::Expected(Expected::Count), problems);
        }
        found
    }

    /// A whole number from 1 on, no larger than its type can hold; `None` if there is none.
    pub fn number<T: TryFrom<NonZeroU64>>(&mut self, key: &str, problems: &mut Problems) -> Option<T> {
        let value = self.take(key)?;
        let found = value.as_u64().and_then(NonZeroU64::new).and_then(|number| T::try_from(number).ok());
        if found.is_none() {
            self.wrong(key, Wrong::Expected(Expected::FromOne), problems);
        }
        found
    }

    /// A list; empty if there is none.
    pub fn list(&mut self, key: &str, problems: &mut Problems) -> Vec<Value> {
        match self.take(key) {
            None => Vec::new(),
            Some(Value::Array(list)) => list,
            Some(_) => {
                self.wrong(key, Wrong::Expected(Expected::List), problems);
                Vec::new()
            }
        }
    }
}
