//! Events that several rows tell of, each with another participant: their meetings put together.

use super::meeting::title_from;
use crate::import::events::EventKey;
use crate::import::field::Field;
use crate::import::mapping::{Mapping, RowIs};
use crate::import::sheet::Sheet;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting};
use ahash::HashMap;
use std::collections::BTreeMap;

/// The events of a table while its rows are read.
#[derive(Debug)]
pub struct Events {
    key: EventKey,
    /// Whether the table names its events: else each is named after who took part.
    has_titles: bool,
    /// The row of the import that each event began, by its key.
    begun: HashMap<String, usize>,
    /// By that row, what further rows tell of it.
    further: BTreeMap<usize, Vec<Meeting>>,
}

impl Events {
    /// Those of a table; `None` where each row is a meeting of its own.
    pub fn of(mapping: &Mapping) -> Option<Self> {
        let key = EventKey::of(mapping).filter(|_| mapping.row_is == RowIs::Participant)?;
        let has_titles = mapping.has(Field::Title) || mapping.has(Field::Topic);
        Some(Self { key, has_titles, begun: HashMap::default(), further: BTreeMap::new() })
    }

    /// What a row shares with the others of its event.
    pub fn key(&self, sheet: &Sheet, row: usize) -> Option<String> {
        self.key.of_row(sheet, row)
    }

    /// The row of the import that the event with a key began.
    pub fn known(&self, key: &str) -> Option<usize> {
        self.begun.get(key).copied()
    }

    /// A row begins the event with a key, which is in a row of the import.
    pub fn begin(&mut self, key: String, event: usize) {
        self.begun.insert(key, event);
    }

    /// A further row of an event, read as if it were one of its own.
    pub fn add(&mut self, event: usize, row: Meeting) {
        self.further.entry(event).or_default().push(row);
    }

    /// The events of several rows, as they are with all of them, by their rows in the import.
    pub fn joined(self, meetings: &Meetings) -> Vec<(usize, Meeting)> {
        let Self { has_titles, further, .. } = self;
        let joined = further.into_iter().map(|(event, rows)| {
            let first = meetings.get(event).clone();
            (event, rows.into_iter().fold(first, |event, row| with(event, row, has_titles)))
        });
        joined.collect()
    }
}

/// An event with what a further row tells of it.
fn with(mut event: Meeting, row: Meeting, has_titles: bool) -> Meeting {
    for person in row.participants {
        if !event.participants.iter().any(|one| (&one.name, one.country) == (&person.name, person.country)) {
            event.participants.push(person);
        }
    }
    for source in row.sources {
        if !event.sources.contains(&source) {
            event.sources.push(source);
        }
    }
    let texts =
        [(&mut event.occasion, row.occasion), (&mut event.outcome, row.outcome), (&mut event.note, row.note)];
    for (text, further) in texts {
        if text.is_empty() {
            *text = further;
        } else if !further.is_empty() && !text.split("; ").any(|part| part == further) {
            *text = format!("{text}; {further}");
        }
    }
    if event.kind == Kind::Unspecified {
        event.kind = row.kind;
    }
    if !has_titles {
        event.title = title_from(&event.participants, &event.venue);
    }
    event
}
