//! A document as the text of a project file.

use super::meeting::{WrittenMeeting, written};
use super::{MARKER, VERSION, state};
use crate::document::as_read::Edited;
use crate::document::unknown::Unknown;
use crate::document::{Document, SourceFile};
use crate::import::decisions::Decisions;
use crate::import::instructions::Instructions;
use crate::meeting::Meeting;
use crate::meeting::identity::MeetingId;
use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

#[derive(Serialize)]
struct WrittenProject<'a> {
    summitry: &'static str,
    version: u64,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<WrittenSourceFile<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decisions: Option<&'a Decisions>,
    state: Value,
    next_number: u64,
    #[serde(flatten)]
    unknown: &'a Map<String, Value>,
    meetings: WrittenMeetings<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    as_read: Vec<WrittenMeeting<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    added: Vec<&'a str>,
}

#[derive(Serialize)]
struct WrittenSourceFile<'a> {
    path: &'a str,
    read_as: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    fingerprint: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    instructions: Option<Value>,
    #[serde(flatten)]
    unknown: &'a Map<String, Value>,
}

/// All meetings, written one after the other and never held together.
struct WrittenMeetings<'a>(&'a Document);

impl Serialize for WrittenMeetings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Document { record, unknown, .. } = self.0;
        let mut list = serializer.serialize_seq(Some(record.len()))?;
        for (_, meeting) in record.iter() {
            list.serialize_element(&with_unknown(meeting, unknown))?;
        }
        list.end()
    }
}

/// A meeting with what the project file said of it that this program does not know.
fn with_unknown<'a>(meeting: &'a Meeting, unknown: &'a Unknown) -> WrittenMeeting<'a> {
    let unknown = Some(&unknown.meetings).filter(|all| !all.is_empty());
    written(meeting, unknown.and_then(|all| all.get(&meeting.id)))
}

fn written_source(source: &SourceFile) -> WrittenSourceFile<'_> {
    let SourceFile { path, read_as, instructions, fingerprint, unknown, unknown_instructions } = source;
    let fingerprint = fingerprint.map(|fingerprint| fingerprint.to_string());
    let is_plain = **instructions == Instructions::default() && unknown_instructions.is_empty();
    let instructions = (!is_plain).then(|| {
        let mut value = serde_json::to_value(&**instructions).expect("plain values become JSON");
        unknown_instructions.put_back(&mut value);
        value
    });
    WrittenSourceFile { path, read_as: read_as.name(), fingerprint, instructions, unknown }
}

/// The text of a document's project file. The same document gives the same text.
#[must_use]
pub fn to_text(document: &Document) -> String {
    let Document { record, as_read, sources, decisions, state, next_number, unknown } = document;
    let Edited { before, added } = as_read.edited(record);
    let project = WrittenProject {
        summitry: MARKER,
        version: VERSION,
        sources: sources.iter().map(written_source).collect(),
        decisions: Some(&**decisions).filter(|decisions| !decisions.is_empty()),
        state: state::with_unknown(state, &unknown.state),
        next_number: *next_number,
        unknown: &unknown.top,
        meetings: WrittenMeetings(document),
        as_read: before.into_iter().map(|meeting| with_unknown(meeting, unknown)).collect(),
        added: added.into_iter().map(MeetingId::as_str).collect(),
    };
    let mut text = Vec::with_capacity(4096 + 1024 * record.len());
    serde_json::to_writer_pretty(&mut text, &project).expect("plain values become JSON");
    text.push(b'\n');
    String::from_utf8(text).expect("JSON is text")
}
