//! Acts: what the user asks for in the editor and in the list of meetings, and how it is carried out.

use crate::document::change::Change;
use crate::document::edit::{Edit, EditError, FieldValue};
use crate::document::history::{History, Interaction};
use crate::meeting::date::Dates;
use crate::meeting::identity::MeetingId;
use crate::meeting::{Kind, Meeting, Status, Text, Venue};
use std::num::NonZeroU32;

/// The interaction of adding a meeting and giving it its title: one step.
pub const ADDING: Interaction = Interaction(1 << 62);

/// Something that the user asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Gives one field of one or several meetings a value. Acts of one interaction are one step.
    Set(Vec<MeetingId>, FieldValue, Option<Interaction>),
    /// The field that was typed in was left: what comes next is a step of its own.
    EndInteraction,
    /// Adds an empty meeting and edits it.
    Add,
    /// Adds a copy of a meeting and edits the copy.
    Duplicate(MeetingId),
    /// Deletes meetings.
    Delete(Vec<MeetingId>),
    /// Edits a meeting.
    Open(MeetingId),
    /// Edits no meeting.
    Close,
}

/// What is to be edited after an act.
#[derive(Clone, Debug, PartialEq)]
pub enum Then {
    /// What was edited before it.
    Same,
    /// This meeting.
    Open(MeetingId),
    /// This meeting, which was just added.
    OpenNew(MeetingId),
    /// None.
    Close,
}

/// Carries an act out in the history.
pub fn carry_out(act: Act, history: &mut History) -> Result<Then, EditError> {
    match act {
        Act::Set(meetings, value, interaction) => {
            history.apply(Edit::Set { meetings, value }, interaction)?;
            Ok(Then::Same)
        }
        Act::EndInteraction => {
            history.end_interaction();
            Ok(Then::Same)
        }
        Act::Add => {
            history.apply(Edit::Add(Box::new(empty_meeting())), Some(ADDING))?;
            Ok(made(history).map_or(Then::Same, Then::OpenNew))
        }
        Act::Duplicate(id) => {
            history.apply(Edit::Duplicate(id), None)?;
            Ok(made(history).map_or(Then::Same, Then::Open))
        }
        Act::Delete(ids) => {
            history.apply(Edit::Remove(ids), None)?;
            Ok(Then::Same)
        }
        Act::Open(id) => Ok(Then::Open(id)),
        Act::Close => Ok(Then::Close),
    }
}

/// The meeting that the step which stands has made.
fn made(history: &History) -> Option<MeetingId> {
    match &history.now().change {
        Change::Added { meeting, .. } | Change::Duplicated { meeting, .. } => Some(meeting.clone()),
        Change::Opened { .. }
        | Change::Reloaded { .. }
        | Change::Removed(_)
        | Change::Decided { .. }
        | Change::Set { .. }
        | Change::State(_) => None,
    }
}

/// A meeting of which nothing is known yet. The document gives it its identity.
fn empty_meeting() -> Meeting {
    Meeting {
        id: MeetingId::new(""),
        title: Text::new(),
        kind: Kind::Unspecified,
        status: Status::Held,
        dates: Dates::default(),
        venue: Venue::default(),
        participants: Vec::new(),
        occasion: Text::new(),
        outcome: Text::new(),
        sources: Vec::new(),
        note: Text::new(),
        trip: None,
        count: NonZeroU32::MIN,
    }
}
