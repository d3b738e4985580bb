//! Fields of a project file that this program does not know, kept so that saving writes them back.

use crate::meeting::Text;
use crate::meeting::identity::MeetingId;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What a value of JSON holds beside what this program knows of it, at whatever depth.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beyond {
    /// Fields of the object itself.
    own: Map<String, Value>,
    /// What is unknown within its known fields.
    fields: BTreeMap<String, Beyond>,
    /// What is unknown within the elements of a list, by their number.
    elements: BTreeMap<usize, Beyond>,
}

impl Beyond {
    /// What a file's value holds beside the value that this program makes of it.
    #[must_use]
    pub fn of(value: Value, known: &Value) -> Self {
        let mut beyond = Self::default();
        match (value, known) {
            (Value::Object(fields), Value::Object(known)) => {
                for (name, value) in fields {
                    match known.get(&name) {
                        None => drop(beyond.own.insert(name, value)),
                        Some(known) => {
                            let within = Self::of(value, known);
                            if !within.is_empty() {
                                beyond.fields.insert(name, within);
                            }
                        }
                    }
                }
            }
            (Value::Array(elements), Value::Array(known)) if elements.len() == known.len() => {
                let within = elements.into_iter().zip(known).map(|(value, known)| Self::of(value, known));
                beyond.elements = within.enumerate().filter(|(_, within)| !within.is_empty()).collect();
            }
            _ => {}
        }
        beyond
    }

    /// Puts it back into what this program makes of the value now. What stood in a part that is gone is gone
    /// with it.
    pub fn put_back(&self, into: &mut Value) {
        let Self { own, fields, elements } = self;
        match into {
            Value::Object(known) => {
                for (name, within) in fields {
                    if let Some(field) = known.get_mut(name) {
                        within.put_back(field);
                    }
                }
                for (name, value) in own {
                    known.entry(name).or_insert_with(|| value.clone());
                }
            }
            Value::Array(known) => {
                for (&number, within) in elements {
                    if let Some(element) = known.get_mut(number) {
                        within.put_back(element);
                    }
                }
            }
            _ => {}
        }
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { own, fields, elements } = self;
        own.is_empty() && fields.is_empty() && elements.is_empty()
    }
}

/// Everything unknown in a project file, with its place. Source files keep their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unknown {
    /// Beside the record and the state.
    pub top: Map<String, Value>,
    /// In the state.
    pub state: Beyond,
    /// In meetings that have any.
    pub meetings: BTreeMap<MeetingId, UnknownOfMeeting>,
}

/// What is unknown in one meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnknownOfMeeting {
    /// Beside the title and the rest.
    pub own: Map<String, Value>,
    /// In the venue.
    pub venue: Map<String, Value>,
    /// In participants, by name and by which of those with that name it is.
    pub participants: BTreeMap<(Text, usize), Map<String, Value>>,
    /// In sources, by reference and by which of those with that reference it is.
    pub sources: BTreeMap<(Text, usize), Map<String, Value>>,
}

impl UnknownOfMeeting {
    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { own, venue, participants, sources } = self;
        own.is_empty() && venue.is_empty() && participants.is_empty() && sources.is_empty()
    }
}
