//! Where a file is from: the program, the data and the state that it was made of, as every exported file
//! carries it.

use crate::document::digest::{self, Digest, MeetingDigest};
use crate::document::file;
use crate::gazetteer::language::Language;
use crate::meeting::table::Meetings;
use crate::state::State;
use crate::words::message::{Message, Word};
use crate::words::spoken::speaking;
use crate::words::{say, word};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fmt::Write as _;

/// This program's version.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The name of the field, the text chunk or the column that holds it.
pub const NAME: &str = "made_with";

/// Meetings up to which each of them has its digest in the file, so that it can be said later which of them
/// changed.
pub const MOST_EACH: usize = 1000;

/// Where a file is from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Made {
    /// The version of the program.
    pub summitry: String,
    /// The [digest](Digest) of the record.
    pub data: String,
    /// What was written.
    pub what: What,
    /// The filter in words.
    pub filter: String,
    /// The counting rule in words.
    pub rule: String,
    /// The border policy in words.
    pub borders: String,
    /// The whole state that it was made in: filter, rule, reading, borders, projection, colours.
    pub state: State,
    /// The digest of each meeting in ascending order, sixteen hexadecimal digits a meeting; `None` where
    /// there are more than [`MOST_EACH`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each: Option<String>,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// The map.
    Map {
        /// Its format, by the ending of its files.
        format: String,
        /// Width and height of the page in points.
        size: [f32; 2],
        /// Pixels a point.
        scale: f32,
        /// How its letters are written.
        letters: String,
    },
    /// The play of the timeline as pictures.
    Film {
        /// Width and height of the page in points.
        size: [f32; 2],
        /// Pixels a point.
        scale: f32,
        /// Pictures a second.
        per_second: u16,
    },
    /// A table.
    Table {
        /// Its format, by the ending of its files.
        format: String,
        /// Its name on the command line.
        of: String,
    },
}

impl Made {
    /// What a file of a record in a state carries.
    #[must_use]
    pub fn new(record: &Meetings, state: &State, what: What) -> Self {
        let each = digest::of_each(record);
        // Whatever the language of the map: so that what two files say can be compared.
        let in_words = || {
            let (filter, rule) = (say(Message::Side(&state.filter, None)), say(Message::Rule(state.rule)));
            (filter, rule, word(Word::BorderPolicy(state.borders)).to_owned())
        };
        let (filter, rule, borders) = speaking(Language::English, in_words);
        Self {
            summitry: VERSION.to_owned(),
            data: Digest::of_all(&each).to_string(),
            what,
            filter,
            rule,
            borders,
            state: state.clone(),
            each: (each.len() <= MOST_EACH).then(|| written(&each)),
        }
    }

    /// As JSON in one line. The same origin gives the same text.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("plain values become JSON")
    }

    /// What a text of JSON says; `None` if it is nothing of the kind.
    #[must_use]
    pub fn from_json(text: &str) -> Option<Self> {
        Self::from_value(serde_json::from_str(text).ok()?)
    }

    /// The same of a value of JSON. Its state is read as that of a project is: what is out of range is
    /// refused.
    #[must_use]
    pub fn from_value(value: Value) -> Option<Self> {
        let state = file::state_of(value.get("state")?.clone())?;
        let made: Self = serde_json::from_value(value).ok()?;
        Some(Self { state, ..made })
    }

    /// The digests of the meetings, if the file has them.
    #[must_use]
    pub fn digests(&self) -> Option<Vec<MeetingDigest>> {
        let bytes = self.each.as_ref()?.as_bytes();
        let number = |digits: &[u8]| u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok();
        let one =
            |digits: &[u8]| Some(MeetingDigest { id: number(&digits[..8])?, facts: number(&digits[8..])? });
        bytes.len().is_multiple_of(16).then(|| bytes.chunks(16).map(one).collect())?
    }
}

fn written(each: &[MeetingDigest]) -> String {
    let mut text = String::with_capacity(16 * each.len());
    for MeetingDigest { id, facts } in each {
        write!(text, "{id:08x}{facts:08x}").expect("a String takes all text");
    }
    text
}
