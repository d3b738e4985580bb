//! A file on its way in: where it is from, and the draft that shows how it would be read, before anything of
//! it is taken.

use crate::document::common_decisions;
use crate::document::file::paths::whole;
use crate::document::fingerprint::Fingerprint;
use crate::document::known_headings::{self, KnownHeadings};
use crate::document::unknown::Beyond;
use crate::document::{ReadAs, SourceFile};
use crate::import::decisions::Decisions;
use crate::import::draft::Draft;
use crate::import::instructions::Instructions;
use crate::import::problem::{Problem, ProblemKind};
use crate::import::source::bytes::{Streams, of_file};
use crate::import::source::refused::FileRefused;
use crate::import::{Import, scopes};
use crate::words::message::Message;
use crate::words::part::files::Files;
use crate::words::{label, say};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where a table is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file.
    File(PathBuf),
    /// The clipboard.
    Pasted(Arc<str>),
}

impl Input {
    /// The whole path; for a pasted table what it is.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Pasted(_) => label(Files::PastedTable).to_owned(),
        }
    }

    /// The name without folders.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => name_of_file(path),
            Self::Pasted(_) => label(Files::PastedTable).to_owned(),
        }
    }

    fn bytes(&self) -> Result<Vec<u8>, FileRefused> {
        match self {
            Self::File(path) => of_file(path, Streams::Refused),
            Self::Pasted(text) => Ok(text.as_bytes().to_vec()),
        }
    }
}

/// The name of a file without its folders.
#[must_use]
pub fn name_of_file(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// What earlier files taught: it is applied to others, and can be changed there.
#[derive(Clone, Debug, Default)]
pub struct Remembered {
    /// How tables with certain headings were read.
    pub headings: KnownHeadings,
    /// What was decided about words for all projects.
    pub decisions: Decisions,
}

impl Remembered {
    /// What a folder of settings remembers.
    #[must_use]
    pub fn load(folder: Option<&Path>) -> Self {
        let Some(folder) = folder else { return Self::default() };
        Self { headings: known_headings::load(folder), decisions: common_decisions::load(folder).0 }
    }
}

/// A table with all that is stated about it. A clone shares its cells.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// Where it is from.
    pub input: Input,
    /// What the user stated about its form: encoding, sheet, separator, the line of the headings.
    pub form: Instructions,
    /// How it would be read.
    pub draft: Draft,
    /// The name of the table with the same headings that was read before in this way, if there is one.
    pub as_before: Option<String>,
    /// What the file held when it was read; `None` for a pasted table.
    pub fingerprint: Option<Fingerprint>,
}

impl Incoming {
    /// Reads a file as is stated about its form, and as a table with the same headings was read before, or
    /// says why not.
    pub fn read(input: Input, form: Instructions, known: &Remembered) -> Result<Self, String> {
        let path = input.path();
        let refused = |why| say(Message::Problem(&refusal(&path, why)));
        let bytes = input.bytes().map_err(refused)?;
        let fingerprint = match &input {
            Input::File(_) => Fingerprint::of_stream(&bytes[..]).ok(),
            Input::Pasted(_) => None,
        };
        let mut draft = Draft::open(&path, bytes, &form).map_err(refused)?;
        if !draft.mapping.is_complete {
            let own = std::mem::replace(&mut draft.decisions, known.decisions.clone());
            draft.decisions.take(&own);
        }
        let before = known
            .headings
            .with(&draft.table().headings)
            .filter(|_| form.mapping.is_none() && !draft.mapping.is_complete);
        let as_before = before.map(|table| {
            draft.mapping = table.instructions.mapping_for(&draft.guess);
            draft.decisions.take(&table.instructions.decisions);
            table.name.clone()
        });
        Ok(Self { input, form, draft, as_before, fingerprint })
    }

    /// Everything that is stated, guessed and decided: the table is read in the same way by it, again and
    /// again.
    #[must_use]
    pub fn instructions(&self) -> Instructions {
        let Draft { mapping, decisions, .. } = &self.draft;
        let sheet = Some(self.draft.table().name.clone())
            .filter(|name| !name.is_empty() && self.draft.source.sheets.len() > 1);
        Instructions {
            sheet,
            mapping: Some(mapping.clone()),
            decisions: decisions.clone(),
            ..self.form.clone()
        }
    }

    /// The file as the document keeps it.
    #[must_use]
    pub fn source(&self) -> SourceFile {
        // A table that says itself all there is to say needs no instructions.
        let is_plain = self.draft.mapping.is_complete && self.form == Instructions::default();
        let instructions = if is_plain { Instructions::default() } else { self.instructions() };
        let path = match &self.input {
            Input::File(path) => whole(path).display().to_string(),
            Input::Pasted(_) => self.input.path(),
        };
        SourceFile {
            path,
            read_as: ReadAs::Table,
            instructions: Arc::new(instructions),
            fingerprint: self.fingerprint,
            unknown: serde_json::Map::default(),
            unknown_instructions: Beyond::default(),
        }
    }
}

/// Reads the tables of all files into one, and gives for each file and each row of its table the meetings
/// that it made. A file that lacks what meetings need makes none.
#[must_use]
pub fn import_of(files: &[Incoming]) -> (Import, Vec<Vec<Range<usize>>>) {
    let mut import = Import::default();
    let paths: Vec<String> = files.iter().map(|one| one.input.path()).collect();
    let of_file = |(one, scope): (&Incoming, String)| {
        import.ids.scope = scope;
        if one.draft.lack().is_some() { Vec::new() } else { import.take(&one.draft) }
    };
    let made = files.iter().zip(scopes(&paths)).map(of_file).collect();
    (import, made)
}

fn refusal(file: &str, why: FileRefused) -> Problem {
    Problem {
        file: file.to_owned(),
        line: None,
        column: None,
        kind: ProblemKind::Refused(why),
        row_lost: false,
        meeting: None,
    }
}
