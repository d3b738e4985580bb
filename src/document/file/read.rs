//! The text of a project file as a document: one pass, in which each meeting becomes a row as soon as it is
//! read.

use super::fields::{At, Expected, Fields, Problems, Wrong};
use super::{MARKER, Opened, ReadOnly, VERSION, decisions, meeting, state};
use crate::document::as_read::AsRead;
use crate::document::unknown::{Beyond, Unknown, UnknownOfMeeting};
use crate::document::{Document, ReadAs, SourceFile};
use crate::import::instructions::Instructions;
use crate::meeting::Meeting;
use crate::meeting::identity::MeetingId;
use crate::meeting::table::Meetings;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::Arc;

/// Why a text is not read as a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotRead {
    /// It ends in the middle.
    CutOff {
        /// The line on which it ends, from 1.
        line: usize,
    },
    /// It is not JSON.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, in bytes from 1.
        column: usize,
        /// What the reader of JSON says.
        what: String,
    },
    /// It is nested more than 128 deep.
    TooDeep {
        /// The line, from 1.
        line: usize,
    },
    /// It is JSON, and no project of this program: the fields `summitry` and `version` are not there.
    NotAProject,
    /// It has no list of meetings, or more than one.
    NoMeetings,
}

/// Reads a project file's text.
pub fn from_text(text: &str) -> Result<Opened, NotRead> {
    // A mark that some editors put before a text.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut rows = Rows::default();
    let mut json = serde_json::Deserializer::from_str(text);
    let top = Top { rows: &mut rows }.deserialize(&mut json);
    let top = top.and_then(|top| json.end().map(|()| top));
    let mut top = top.map_err(|error| not_read(&error, rows.reached))?;
    let version = match (top.remove("summitry"), top.remove("version")) {
        (Some(Value::String(marker)), Some(version)) if marker == MARKER => version.as_u64(),
        _ => None,
    };
    let version = version.filter(|version| *version > 0).ok_or(NotRead::NotAProject)?;
    if !rows.found {
        return Err(NotRead::NoMeetings);
    }
    Ok(opened(top, rows, version))
}

fn opened(top: Map<String, Value>, rows: Rows, version: u64) -> Opened {
    let Rows { record, unknown: mut meetings, mut problems, copies: _, reached: _, found: _ } = rows;
    let mut top = Fields { map: top, at: &At::Top };
    let next_number = top.count("next_number", &mut problems).unwrap_or(1);
    let sources = top.list("sources", &mut problems);
    let sources = sources.into_iter().enumerate().map(|(place, value)| {
        source_file(value, &At::Index(&At::Key(&At::Top, "sources"), place), &mut problems)
    });
    let sources = sources.collect();
    let decisions = top.take("decisions");
    let decisions =
        decisions.map(|value| decisions::read(value, &At::Key(&At::Top, "decisions"), &mut problems));
    let decisions = Arc::new(decisions.unwrap_or_default());
    let state = top.take("state").map(|value| state::read(value, &At::Key(&At::Top, "state"), &mut problems));
    let state::ReadState { state, newer, unknown } = state.unwrap_or_default();
    let as_read = as_read(&mut top, &record, &mut meetings, &mut problems);
    let unknown = Arc::new(Unknown { top: top.map, state: unknown, meetings });
    // A selection is no work: losing it is no reason to keep the file from being written.
    let loses = problems.kept.iter().any(|problem| problem.what != Wrong::LostSelection);
    let read_only = if version > VERSION {
        Some(ReadOnly::Newer { version })
    } else if let Some(version) = newer {
        Some(ReadOnly::NewerState { version })
    } else {
        loses.then_some(ReadOnly::Problems)
    };
    let document = Document { record, as_read, sources, decisions, state, next_number, unknown };
    Opened { document, read_only, problems: problems.kept, more_problems: problems.more }
}

/// What was read, from how it differs from the record.
fn as_read(
    top: &mut Fields<'_>,
    record: &Meetings,
    unknown: &mut BTreeMap<MeetingId, UnknownOfMeeting>,
    problems: &mut Problems,
) -> AsRead {
    let list = At::Key(&At::Top, "as_read");
    let mut before = Vec::new();
    for (place, value) in top.list("as_read", problems).into_iter().enumerate() {
        let (meeting, more) = meeting::read(value, &At::Index(&list, place), problems);
        if !more.is_empty() {
            unknown.entry(meeting.id.clone()).or_insert(more);
        }
        // Without an identity it is known of no meeting what was edited.
        if !meeting.id.as_str().is_empty() {
            before.push(meeting);
        }
    }
    let list = At::Key(&At::Top, "added");
    let mut added = Vec::new();
    for (place, value) in top.list("added", problems).into_iter().enumerate() {
        match value {
            Value::String(id) => added.push(MeetingId::new(&id)),
            _ => problems.add(&At::Index(&list, place), Wrong::Expected(Expected::Text)),
        }
    }
    AsRead::restored(record, before, &added)
}

/// Why a text was not read, in whose list of meetings reading may have begun.
fn not_read(error: &serde_json::Error, reached: bool) -> NotRead {
    let (line, column) = (error.line(), error.column());
    if error.is_eof() {
        return NotRead::CutOff { line };
    }
    let message = error.to_string();
    if message.starts_with("recursion limit") {
        return NotRead::TooDeep { line };
    }
    if error.is_data() {
        return if reached { NotRead::NoMeetings } else { NotRead::NotAProject };
    }
    let what = message.split(" at line ").next().unwrap_or_default().to_owned();
    NotRead::NotJson { line, column, what }
}

fn source_file(value: Value, at: &At<'_>, problems: &mut Problems) -> SourceFile {
    let mut fields = Fields::of(value, at, problems);
    let path = fields.text("path", problems);
    let read_as = fields.word("read_as", &ReadAs::ALL, ReadAs::name, problems).unwrap_or(ReadAs::Table);
    let fingerprint = fields.read("fingerprint", Expected::Fingerprint, |text| text.parse().ok(), problems);
    let stated = fields.map.remove("instructions").unwrap_or(Value::Null);
    let instructions =
        if stated.is_null() { Ok(Instructions::default()) } else { serde_json::from_value(stated.clone()) };
    let instructions = instructions.unwrap_or_else(|why| {
        problems.add(&At::Key(at, "instructions"), Wrong::Unusable(why.to_string()));
        Instructions::default()
    });
    let known = serde_json::to_value(&instructions).expect("plain values become JSON");
    let unknown_instructions = Beyond::of(stated, &known);
    let (instructions, unknown) = (instructions.into(), fields.map);
    SourceFile { path, read_as, instructions, fingerprint, unknown, unknown_instructions }
}

/// The rows read so far.
#[derive(Default)]
struct Rows {
    record: Meetings,
    unknown: BTreeMap<MeetingId, UnknownOfMeeting>,
    problems: Problems,
    /// For each identity met again, the number that its next copy gets.
    copies: HashMap<String, usize>,
    /// Whether the file has a field for meetings.
    reached: bool,
    /// Whether that is a list.
    found: bool,
}

impl Rows {
    fn add(&mut self, value: Value, place: usize) {
        let meetings = At::Key(&At::Top, "meetings");
        let at = At::Index(&meetings, place);
        let (mut meeting, unknown) = meeting::read(value, &at, &mut self.problems);
        if meeting.id.as_str().is_empty() {
            meeting.id = self.free_id("row");
            self.problems.add(&at, Wrong::NoId(meeting.id.to_string()));
        }
        let id = meeting.id.clone();
        let id = match self.record.push(meeting) {
            Ok(_) => id,
            Err(meeting) => {
                let free = self.free_id(id.as_str());
                self.problems.add(&At::Key(&at, "id"), Wrong::TakenId(free.to_string()));
                let meeting = Meeting { id: free.clone(), ..*meeting };
                self.record.push(meeting).expect("the identity was made sure to be free");
                free
            }
        };
        if !unknown.is_empty() {
            self.unknown.insert(id, unknown);
        }
    }

    /// `id-2`, or the next number that is free.
    fn free_id(&mut self, id: &str) -> MeetingId {
        let number = self.copies.entry(id.to_owned()).or_insert(2);
        loop {
            let copy = format!("{id}-{number}");
            *number += 1;
            if self.record.row_of(&copy).is_none() {
                return MeetingId::new(&copy);
            }
        }
    }
}

/// The object of the whole file. Gives the fields beside the meetings.
struct Top<'a> {
    rows: &'a mut Rows,
}

impl<'de> DeserializeSeed<'de> for Top<'_> {
    type Value = Map<String, Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Top<'_> {
    type Value = Map<String, Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut rest = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            if key == "meetings" {
                if std::mem::replace(&mut self.rows.reached, true) {
                    return Err(A::Error::duplicate_field("meetings"));
                }
                map.next_value_seed(List { rows: self.rows })?;
            } else {
                rest.insert(key, map.next_value()?);
            }
        }
        Ok(rest)
    }
}

/// The list of meetings.
struct List<'a> {
    rows: &'a mut Rows,
}

impl<'de> DeserializeSeed<'de> for List<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for List<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        self.rows.found = true;
        let mut place = 0;
        while let Some(value) = list.next_element::<Value>()? {
            self.rows.add(value, place);
            place += 1;
        }
        Ok(())
    }
}
