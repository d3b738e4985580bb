//! Fields of a project file that this program does not know, kept so that saving writes them back.

use crate::meeting::Text;
use crate::meeting::identity::MeetingId;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Everything unknown in a project file, with its place. Source files keep their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unknown {
    /// Beside the record and the state.
    pub top: Map<String, Value>,
    /// In the state: nested like the state itself.
    pub state: Map<String, Value>,
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
