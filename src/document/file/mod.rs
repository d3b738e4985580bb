//! The project file `name.summitry`: a document as text, and the thin edge to the disk.
//!
//! A project file is JSON (RFC 8259) in UTF-8, one field a line and always in the same order, so that a
//! difference between two of them reads well:
//!
//! ```json
//! {
//!   "summitry": "project",
//!   "version": 1,
//!   "sources": [
//!     { "path": "trips.csv", "read_as": "table", "fingerprint": "5120-00ab5f19c20d4e77" }
//!   ],
//!   "decisions": { "places": { "costa rica / san jose": { "city": 3621849 } } },
//!   "state": { "version": 3, "filter": {}, "framing": "fit", "theme": "dark", "title": "Talks" },
//!   "next_number": 2,
//!   "meetings": [
//!     {
//!       "id": "new-1",
//!       "title": "Talks in Astana",
//!       "kind": "official visit",
//!       "status": "held",
//!       "start": "2024-07-03",
//!       "end": "2024-07-04",
//!       "venue": { "country": "KAZ", "city": "Astana", "precision": "city",
//!         "place": "city:1526273", "lon": 71.43, "lat": 51.18 },
//!       "participants": [
//!         { "name": "Viktor Orban", "office": "Prime Minister", "country": "HUN", "role": "guest" }
//!       ],
//!       "sources": [ { "reference": "https://example.org/astana", "facts": ["date", "venue"] } ]
//!     }
//!   ]
//! }
//! ```
//!
//! - `summitry` and `version` are in every project file; `meetings` is too. Every other field may be missing,
//!   and stands for what is empty or the default.
//! - `start` and `end` are a day, a month or a year. `kind`, `status` and `role` are the words of the table
//!   of meetings.
//! - The `path` of a source begins at the project's own folder where the file lies in it, with `/` between
//!   folders; else it is whole.
//! - The `instructions` of a source say how its columns are read and what was decided about its words: see
//!   [`crate::import::instructions`].
//! - `decisions` hold for all cells with the same words, whose accents, case and punctuation make no
//!   difference. Those of `places` are `{ "city": NUMBER }` (of geonames.org), `{ "country": CODE }`, `{
//!   "point": { "lon": …, "lat": … } }` or `"left_out"`; those of `states`, for people, are a country's code
//!   or `null`.
//! - `trip` names the trip that a meeting is a stop of, `stop` says which from 1 on (without it the dates
//!   decide), and `count` how many meetings it stands for (without it one).
//! - `as_read` has the meetings that were changed or deleted since their files were read, as they were read,
//!   and `added` names those that were added, so that reading the files again keeps what was edited.
//! - A field that this program does not know is kept and written back, wherever it stands.
//! - A file of a newer version is opened as far as it is understood, and is not written over. A file with
//!   values that cannot be used is opened without them, says where they stand, and is not written over
//!   either.
//! - A file that is cut off or is not JSON is refused as a whole: no record is ever silently shorter than its
//!   file.
//! - A file has at most [`MOST_BYTES`] bytes, and is nested at most 128 deep.

pub mod fields;
mod meeting;
mod state;
mod decisions;
pub mod read;
pub mod write;
pub mod paths;
pub mod open;
pub mod save;

use self::fields::{At, Problems, ProjectProblem};
use super::Document;
use crate::meeting::Meeting;
use crate::state::State;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What the field `summitry` of a project file says.
pub const MARKER: &str = "project";

/// The version that this program writes.
pub const VERSION: u64 = 1;

/// The ending of a project file's name.
pub const ENDING: &str = "summitry";

/// How many bytes a project file has at most: some million meetings.
pub const MOST_BYTES: u64 = 1 << 30;

/// A project file that was read.
#[derive(Clone, Debug)]
pub struct Opened {
    /// What it holds.
    pub document: Document,
    /// Why it must not be written over; `None` if it may.
    pub read_only: Option<ReadOnly>,
    /// What in it could not be used, in the order of the file, at most [`fields::MOST_PROBLEMS`].
    pub problems: Vec<ProjectProblem>,
    /// How many problems there are besides.
    pub more_problems: usize,
}

/// Why a project file that is open must not be written over. It can be saved under another name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadOnly {
    /// A newer program wrote it.
    Newer {
        /// The version that it has.
        version: u64,
    },
    /// A newer program wrote its state.
    NewerState {
        /// The version that the state has.
        version: u64,
    },
    /// Some of its values could not be used, and writing would lose them.
    Problems,
}

/// Whether a file that starts with these bytes may be a project file, whatever it is called.
#[must_use]
pub fn is_project(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
    let Some(fields) = start.strip_prefix(b"{") else { return false };
    fields.trim_ascii_start().starts_with(b"\"summitry\"")
}

/// A meeting as a project file has it, in one line of JSON. The same meeting gives the same bytes.
#[must_use]
pub fn meeting_as_json(meeting: &Meeting) -> Vec<u8> {
    serde_json::to_vec(&meeting::written(meeting, None)).expect("plain values become JSON")
}

/// The state that a value of JSON holds, read as that of a project file is; `None` if anything in it cannot
/// be used.
#[must_use]
pub fn state_of(value: Value) -> Option<State> {
    let mut problems = Problems::default();
    let read = state::read(value, &At::Top, &mut problems);
    problems.is_empty().then_some(read.state)
}
