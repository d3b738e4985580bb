//! The document: the record, the files it was read from and the state, as one value that is edited, undone
//! and saved.

pub mod fingerprint;
pub mod unknown;
pub mod as_read;
pub mod change;
pub mod edit;
pub mod file;
pub mod history;
pub mod digest;
pub mod recovery;
pub mod text_size;
pub mod settings;
pub mod known_headings;
pub mod common_decisions;

use self::as_read::AsRead;
use self::fingerprint::Fingerprint;
use self::unknown::{Beyond, Unknown};
use crate::import::decisions::Decisions;
use crate::import::instructions::Instructions;
use crate::meeting::identity::MeetingId;
use crate::meeting::table::Meetings;
use crate::state::State;
use serde_json::{Map, Value};
use std::sync::Arc;

/// Everything that is saved in a project file. A clone shares the rows and compares quickly with what it was
/// cloned from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// All meetings.
    pub record: Meetings,
    /// What its files said of them: what is otherwise in the record was edited.
    pub as_read: AsRead,
    /// The files that the meetings were read from, in the order of reading.
    pub sources: Vec<SourceFile>,
    /// What the user has decided about the places of all cells with the same words.
    pub decisions: Arc<Decisions>,
    /// Filter, view, look and selection.
    pub state: State,
    /// The number in the identity of the next meeting that is added.
    pub next_number: u64,
    /// What the project file held that this program does not know. It is written back.
    pub unknown: Arc<Unknown>,
}

/// A file that meetings were read from.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceFile {
    /// Its path as the user gave it.
    pub path: String,
    /// How it was read.
    pub read_as: ReadAs,
    /// What the user stated about how it is read, and decided about its words.
    pub instructions: Arc<Instructions>,
    /// What it held then, so that a change on disk is noticed; `None` if it cannot be read again, such as
    /// standard input.
    pub fingerprint: Option<Fingerprint>,
    /// Fields of it in the project file that this program does not know.
    pub unknown: Map<String, Value>,
    /// Those of its instructions.
    pub unknown_instructions: Beyond,
}

/// How a source file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReadAs {
    /// As a table of meetings: CSV, or with tabs or semicolons.
    Table,
    /// The meetings that the program ships.
    Embedded,
}

impl ReadAs {
    /// Every way.
    pub const ALL: [Self; 2] = [Self::Table, Self::Embedded];

    /// The word for it in a project file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Embedded => "embedded",
        }
    }
}

impl Document {
    /// A document on a table that was just read.
    #[must_use]
    pub fn new(record: Meetings, sources: Vec<SourceFile>, state: State) -> Self {
        let (as_read, decisions, unknown) = (AsRead::of(&record), Arc::default(), Arc::default());
        Self { record, as_read, sources, decisions, state, next_number: 1, unknown }
    }

    /// Everything that was decided about words: of its files, and then of the document itself, which goes
    /// before.
    #[must_use]
    pub fn all_decisions(&self) -> Arc<Decisions> {
        let of_files = self.sources.iter().map(|source| &source.instructions.decisions);
        let mut of_files = of_files.filter(|decisions| !decisions.is_empty()).peekable();
        if of_files.peek().is_none() {
            return self.decisions.clone();
        }
        let mut all = Decisions::default();
        of_files.for_each(|decisions| all.take(decisions));
        all.take(&self.decisions);
        Arc::new(all)
    }

    /// Whether anything was decided about words.
    #[must_use]
    pub fn has_decisions(&self) -> bool {
        let of_files = || self.sources.iter().any(|source| !source.instructions.decisions.is_empty());
        !self.decisions.is_empty() || of_files()
    }

    /// Its files with what was decided in the document, so that reading them again keeps it.
    #[must_use]
    pub fn sources_with_decisions(&self) -> Vec<SourceFile> {
        if self.decisions.is_empty() {
            return self.sources.clone();
        }
        let decided = |source: &SourceFile| {
            let mut instructions = Instructions::clone(&source.instructions);
            instructions.decisions.take(&self.decisions);
            SourceFile { instructions: Arc::new(instructions), ..source.clone() }
        };
        self.sources.iter().map(decided).collect()
    }

    /// An identity that no meeting of the document has had: `new-1`, `new-2` and so on.
    #[must_use]
    pub fn new_id(&mut self) -> MeetingId {
        loop {
            let id = format!("new-{}", self.next_number);
            self.next_number = self.next_number.saturating_add(1);
            if self.record.row_of(&id).is_none() {
                return MeetingId::new(&id);
            }
        }
    }
}
