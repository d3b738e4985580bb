//! Opening tables: what a window begins with, and files that are read in the background.

use super::answers::{Answers, Asked};
use crate::globe::borders::Borders;
use crate::globe::chart::Chart;
use crate::globe::land::Lands;
use crate::headless;
use crate::import::problems::Problems;
use crate::import::{self, EMBEDDED_TITLE, Import};
use crate::query::question::filter::Filter;
use crate::state::{Framing, State};
use crate::words::message::{Message, Noun};
use crate::words::say;
use std::path::PathBuf;

/// What a window opens on. It is made without one, so that a thread can make it while the window system starts.
#[derive(Debug)]
pub struct Opening {
    /// The table.
    pub import: Import,
    /// The title over it.
    pub title: String,
    /// The name of its file, or of several; `None` for the embedded meetings.
    pub file: Option<String>,
    /// The base map, laid flat.
    pub lands: Lands,
}

impl Opening {
    /// An import under a title, with the base map laid flat.
    #[must_use]
    pub fn new(import: Import, title: String) -> Self {
        let lands = Lands::for_screen(Borders::embedded(), Chart::default());
        Self { import, title, file: None, lands }
    }

    /// The same from files.
    #[must_use]
    pub fn from_files(self, files: &[PathBuf]) -> Self {
        Self { file: names_of(files), ..self }
    }
}

/// The files' names without their folders; `None` for no file.
fn names_of(files: &[PathBuf]) -> Option<String> {
    let name = |path: &PathBuf| path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    match files {
        [] => None,
        [only] => Some(name(only)),
        [first, others @ ..] => Some(format!("{} and {} more", name(first), others.len())),
    }
}

/// Which tables are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tables {
    /// The meetings that come with the program.
    Embedded,
    /// Files.
    Files(Vec<PathBuf>),
}

impl Tables {
    /// What is said while they are read: `Reading trips.csv`.
    #[must_use]
    pub fn reading_in_words(&self) -> String {
        format!("Reading {}", self.file().unwrap_or_else(|| "the embedded meetings".to_owned()))
    }

    fn file(&self) -> Option<String> {
        match self {
            Self::Embedded => None,
            Self::Files(paths) => names_of(paths),
        }
    }

    /// Reads them and works out the answers to what a state asks of another table; or says why there is nothing to show.
    pub fn read(&self, state: &State) -> Result<Read, String> {
        let (import, title) = match self {
            Self::Embedded => (import::embedded(), EMBEDDED_TITLE.to_owned()),
            Self::Files(paths) if paths.iter().any(|path| path.as_os_str() == "-") => {
                return Err("Standard input is read by the command line only: summitry -".to_owned());
            }
            Self::Files(paths) => (import::plain_files(paths), headless::title(paths)),
        };
        let Import { meetings, problems, .. } = import;
        if meetings.is_empty() {
            let why = problems.first().map(|problem| say(Message::Problem(problem))).unwrap_or_default();
            return Err(format!("No meeting could be read. {why}"));
        }
        let state = for_another_table(state, &title);
        Ok(Read { answers: Answers::of(meetings, Asked::of(&state)), problems, title, file: self.file() })
    }
}

/// A table that was read.
#[derive(Debug)]
pub struct Read {
    /// The table and its answers.
    pub answers: Answers,
    /// What is wrong in it.
    pub problems: Problems,
    /// The title over it.
    pub title: String,
    /// The name of its file, or of several; `None` for the embedded meetings.
    pub file: Option<String>,
}

impl Read {
    /// What was read, in a sentence.
    #[must_use]
    pub fn in_words(&self) -> String {
        let rows = say(Message::Count(self.answers.record().len(), Noun::RowRead));
        match self.problems.count() {
            0 => rows,
            n => format!("{rows}, {}: see Help", say(Message::Count(n, Noun::Problem))),
        }
    }
}

/// The state that another table opens in: how it is read, counted and drawn stays as the user has set it; what names meetings, days or
/// places of the old table goes.
#[must_use]
pub fn for_another_table(state: &State, title: &str) -> State {
    let State {
        version,
        filter: _,
        rule,
        reading,
        projection,
        meridian,
        centre: _,
        aids,
        borders,
        drawing,
        compare: _,
        time,
        framing: _,
        theme,
        language,
        labels,
        title: _,
        selection: _,
    } = state.clone();
    State {
        version,
        filter: Filter::default(),
        rule,
        reading,
        projection,
        meridian,
        centre: None,
        aids,
        borders,
        drawing,
        compare: None,
        time,
        framing: Framing::Fit,
        theme,
        language,
        labels,
        title: title.to_owned(),
        selection: None,
    }
}
