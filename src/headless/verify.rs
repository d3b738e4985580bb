//! `summitry verify`: whether an exported file still follows from a project or a table, and if not, what
//! changed.

use super::stated::Stated;
use super::{Answer, open_with_state, remarks};
use crate::document::digest::{self, Digest, MeetingDigest};
use crate::export::made::{Made, VERSION};
use crate::export::origin::{made_again, made_in};
use crate::export::visible::one_line;
use crate::meeting::table::Meetings;
use crate::state::State;
use crate::words::message::{Message, Word};
use crate::words::part::command_line::{CommandLine, CommandLineText};
use crate::words::{label, say, word};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// What to verify.
#[derive(Clone, Debug, Default)]
pub struct Verify {
    /// The exported file.
    pub file: PathBuf,
    /// A project, or tables, from which it may follow; none for the embedded meetings.
    pub sources: Vec<PathBuf>,
    /// How they are read.
    pub stated: Stated,
}

/// Says whether the file follows. Status 0 if it does, 1 if it does not.
#[must_use]
pub fn verify(options: &Verify) -> Answer {
    let Verify { file, sources, stated } = options;
    let bytes = match read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            let why = say(Message::System(&error));
            return Answer::refusal(&say(CommandLineText::FileNotRead(file, &why)));
        }
    };
    let Some(made) = made_in(&bytes) else {
        return Answer::refusal(&say(CommandLineText::NoOrigin(file)));
    };
    let (import, project) = match open_with_state(sources, stated) {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    let found = compared(&made, &import.meetings, &bytes);
    let mut lines = vec![say(CommandLineText::Verdict(file, found.follows()))];
    lines.extend(found.lines(&made, &import.meetings));
    lines.extend(project.iter().flat_map(|state| other_view(&made, state)));
    let lines: Vec<String> = lines.iter().map(|line| one_line(line)).collect();
    let status = u8::from(!found.follows());
    Answer { out: (lines.join("\n") + "\n").into_bytes(), remarks: remarks(&import), status, file: None }
}

/// Bytes of an exported file at most.
const MOST_BYTES: u64 = 1 << 30;

fn read(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(file)?.take(MOST_BYTES).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What a comparison found.
enum Found {
    /// The same file comes of the data again.
    Same,
    /// The data are the same, and another file comes of them.
    OtherFile,
    /// The data are others.
    OtherData {
        /// Meetings that are recorded otherwise now.
        changed: Vec<String>,
        /// Meetings that were not there.
        added: Vec<String>,
        /// How many are not there any more.
        removed: usize,
    },
    /// The data are others, and the file has too many meetings to say which.
    OtherDataOfMany {
        /// How many rows there were.
        before: u64,
    },
}

fn compared(made: &Made, record: &Meetings, bytes: &[u8]) -> Found {
    let now = digest::of_each(record);
    let before: Option<Digest> = made.data.parse().ok();
    if before == Some(Digest::of_all(&now)) {
        let again = made_again(made, record);
        return if again.as_deref() == Some(bytes) { Found::Same } else { Found::OtherFile };
    }
    let Some(each) = made.digests() else {
        return Found::OtherDataOfMany { before: before.map_or(0, |digest| digest.rows) };
    };
    let facts: BTreeMap<u32, u32> = each.iter().map(|one| (one.id, one.facts)).collect();
    let (mut changed, mut added) = (Vec::new(), Vec::new());
    for (_, meeting) in record.iter() {
        let MeetingDigest { id, facts: now } = MeetingDigest::of(meeting);
        match facts.get(&id) {
            Some(before) if *before == now => {}
            Some(_) => changed.push(meeting.id.to_string()),
            None => added.push(meeting.id.to_string()),
        }
    }
    let there: BTreeSet<u32> = now.iter().map(|one| one.id).collect();
    let removed = facts.keys().filter(|id| !there.contains(id)).count();
    Found::OtherData { changed, added, removed }
}

impl Found {
    const fn follows(&self) -> bool {
        matches!(self, Self::Same)
    }

    /// What is to be said of it, a line each.
    fn lines(&self, made: &Made, record: &Meetings) -> Vec<String> {
        let mut lines = Vec::new();
        match self {
            Self::Same => lines.push(label(CommandLine::SameBytes).to_owned()),
            Self::OtherFile if made.summitry == VERSION => {
                lines.push(label(CommandLine::FileChanged).to_owned());
            }
            Self::OtherFile => lines.push(label(CommandLine::SameDataOtherFile).to_owned()),
            Self::OtherData { changed, added, removed } => {
                lines.push(say(CommandLineText::DataChanged(changed, added, *removed)));
            }
            Self::OtherDataOfMany { before } => {
                let before = usize::try_from(*before).unwrap_or(usize::MAX);
                lines.push(say(CommandLineText::RowsChanged(before, record.len())));
            }
        }
        if made.summitry != VERSION {
            lines.push(say(CommandLineText::OtherVersion(&made.summitry, VERSION)));
        }
        lines
    }
}

/// Where a project shows something else now than the file does: no fault of the file, but worth knowing.
fn other_view(made: &Made, state: &State) -> Vec<String> {
    let now = [
        (CommandLine::FilterIs, &made.filter, say(Message::Side(&state.filter, None))),
        (CommandLine::RuleIs, &made.rule, say(Message::Rule(state.rule))),
        (CommandLine::BordersAre, &made.borders, word(Word::BorderPolicy(state.borders)).to_owned()),
    ];
    let other = now.into_iter().filter(|(_, before, now)| *before != now);
    other.map(|(what, before, now)| say(CommandLineText::ProjectShows(label(what), &now, before))).collect()
}
