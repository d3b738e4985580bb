//! Codes of events: which of those that GDELT and ICEWS give to reports tell of a meeting, from
//! `data/event_codes.csv`.

use super::word;
use crate::gazetteer::table::{rows, text};
use crate::meeting::{Kind, Status};
use std::sync::LazyLock;

/// What a code says of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coded {
    /// The code, of three digits.
    pub code: &'static str,
    /// The kind of meeting.
    pub kind: Kind,
    /// Whether it took place.
    pub status: Status,
    /// What the event is: the codes of one event tell of it from several sides.
    pub event: &'static str,
}

/// The meeting that a code tells of; `None` if it tells of none. Spreadsheets take the first nought off: `42`
/// is `042`.
#[must_use]
pub fn coded(text: &str) -> Option<Coded> {
    let text = text.trim();
    let is_it = |coded: &&Coded| coded.code == text || coded.code.strip_prefix('0') == Some(text);
    CODES.iter().find(is_it).copied()
}

static CODES: LazyLock<Vec<Coded>> = LazyLock::new(|| {
    let coded = |[code, kind, status, event, _source]: [_; 5]| Coded {
        code: text(code),
        kind: word::kind(&kind).expect("event_codes.csv names kinds of the program"),
        status: word::status(&status).expect("event_codes.csv names statuses of the program"),
        event: text(event),
    };
    rows(include_str!("../../data/event_codes.csv")).map(coded).collect()
});
