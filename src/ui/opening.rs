//! Opening: what a window begins with, and tables and projects that are read in the background.

use super::answers::{Answers, Asked};
use super::keeping::Keeping;
use crate::document::fingerprint::{Fingerprint, OnDisk, changed_on_disk};
use crate::document::history::Home;
use crate::document::{Document, ReadAs, SourceFile};
use crate::globe::borders::Borders;
use crate::globe::chart::Chart;
use crate::globe::land::Lands;
use crate::headless;
use crate::headless::project::begins_as_project;
use crate::import::instructions::Instructions;
use crate::import::problems::Problems;
use crate::import::{self, EMBEDDED_TITLE, Import};
use crate::meeting::table::Meetings;
use crate::query::question::filter::Filter;
use crate::query::question::reading::Reading;
use crate::state::{Framing, State};
use crate::words::message::{Message, Noun};
use crate::words::say;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a window opens on. It is made without one, so that a thread can make it while the window system starts.
#[derive(Debug)]
pub struct Opening {
    /// The document.
    pub document: Document,
    /// Its project file.
    pub home: Home,
    /// What is wrong in its table.
    pub problems: Problems,
    /// What is to be said at the start; empty if there is nothing to say.
    pub remarks: Vec<String>,
    /// What is kept on the disk.
    pub keeping: Keeping,
    /// The base map, laid flat.
    pub lands: Lands,
}

impl Opening {
    /// An import under a title, with the base map laid flat. Nothing is kept on the disk.
    #[must_use]
    pub fn new(import: Import, title: String) -> Self {
        let Import { meetings, problems, .. } = import;
        let reading = Reading::for_table(&meetings, Reading::default());
        let state = State { reading, title, ..State::default() };
        Self {
            document: Document::new(meetings, Vec::new(), state),
            home: Home::default(),
            problems,
            remarks: Vec::new(),
            keeping: Keeping::default(),
            lands: Lands::for_screen(Borders::embedded(), Chart::default()),
        }
    }

    /// Files, or the embedded meetings if there are none; with what a folder of settings remembers. If the files cannot be
    /// read, the window opens without meetings and says why.
    #[must_use]
    pub fn on(files: &[PathBuf], folder: Option<PathBuf>) -> Self {
        let (keeping, mut remarks) = Keeping::start(folder);
        let state = keeping.first_state();
        let tables = if files.is_empty() { Tables::Embedded } else { Tables::Files(files.to_vec()) };
        let (document, home, problems) = match tables.load(&state) {
            Ok(Loaded { document, home, problems, remark }) => {
                remarks.extend(remark);
                (document, home, problems)
            }
            Err(why) => {
                remarks.push(why);
                (Document::new(Meetings::default(), Vec::new(), state), Home::default(), Problems::default())
            }
        };
        let borders = Borders::under(document.state.borders);
        let lands = Lands::for_screen(borders, Chart::default());
        Self { document, home, problems, remarks, keeping, lands }
    }
}

/// The name of what a document was read from, without folders; `None` for what comes with the program or is new.
#[must_use]
pub fn name_of(document: &Document, home: &Home) -> Option<String> {
    let paths: Vec<PathBuf> = if let Some(path) = &home.path {
        vec![path.clone()]
    } else {
        let files = document.sources.iter().filter(|file| file.read_as == ReadAs::Table);
        files.map(|file| PathBuf::from(&file.path)).collect()
    };
    names_of(&paths)
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

/// What is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tables {
    /// No meetings: a new table.
    New,
    /// The meetings that come with the program.
    Embedded,
    /// Files: tables, or one project.
    Files(Vec<PathBuf>),
}

/// A document that was read, before anything is asked of it.
struct Loaded {
    document: Document,
    home: Home,
    problems: Problems,
    /// What is to be said about it.
    remark: Option<String>,
}

impl Tables {
    /// What is said while they are read: `Reading trips.csv`.
    #[must_use]
    pub fn reading_in_words(&self) -> String {
        match self {
            Self::New => "Making a new table".to_owned(),
            Self::Embedded => "Reading the embedded meetings".to_owned(),
            Self::Files(paths) => format!("Reading {}", names_of(paths).unwrap_or_default()),
        }
    }

    /// Reads them and works out the answers to what a state asks of another table; or says why there is nothing to show.
    pub fn read(&self, state: &State) -> Result<Read, String> {
        let Loaded { document, home, problems, remark } = self.load(state)?;
        let answers = Answers::of(document.record.clone(), Asked::of(&document.state));
        let words = read_in_words(document.record.len(), problems.count(), remark);
        Ok(Read { document, home, answers, problems, words })
    }

    fn load(&self, state: &State) -> Result<Loaded, String> {
        let table = |import: Import, title: &str, sources| {
            let Import { meetings, problems, .. } = import;
            let reading = Reading::for_table(&meetings, state.reading);
            let state = State { reading, ..for_another_table(state, title) };
            let document = Document::new(meetings, sources, state);
            Loaded { document, home: Home::default(), problems, remark: None }
        };
        let embedded = SourceFile {
            path: String::new(),
            read_as: ReadAs::Embedded,
            instructions: Arc::default(),
            fingerprint: None,
            unknown: serde_json::Map::default(),
        };
        match self {
            Self::New => Ok(table(Import::default(), "", Vec::new())),
            Self::Embedded => Ok(table(import::embedded(), EMBEDDED_TITLE, vec![embedded])),
            Self::Files(paths) if paths.iter().any(|path| path.as_os_str() == "-") => {
                Err("Standard input is read by the command line only: summitry -".to_owned())
            }
            Self::Files(paths) => match &paths[..] {
                [path] if begins_as_project(path) => project(path),
                _ if paths.iter().any(|path| begins_as_project(path)) => {
                    Err("A project is opened by itself, not together with other files".to_owned())
                }
                _ => {
                    let sources = paths.iter().map(|path| source_of(path, Arc::default())).collect();
                    let import = import::plain_files(paths, &[]);
                    if import.meetings.is_empty() {
                        let why = import
                            .problems
                            .first()
                            .map(|problem| say(Message::Problem(problem)))
                            .unwrap_or_default();
                        return Err(format!("No meeting could be read. {why}"));
                    }
                    Ok(table(import, &headless::title(paths), sources))
                }
            },
        }
    }
}

fn project(path: &Path) -> Result<Loaded, String> {
    let read = headless::project::project(path);
    let (opened, problems, fingerprint) =
        read.map_err(|why| format!("{} cannot be opened: {why}", path.display()))?;
    let remark = opened.read_only.as_ref().map(ToString::to_string);
    let home =
        Home { path: Some(path.to_owned()), fingerprint: Some(fingerprint), read_only: opened.read_only };
    Ok(Loaded { document: opened.document, home, problems, remark })
}

/// A table's file, with what it holds now.
#[must_use]
pub fn source_of(path: &Path, instructions: Arc<Instructions>) -> SourceFile {
    let is_file = std::fs::metadata(path).is_ok_and(|found| found.is_file());
    let file = File::open(path).ok().filter(|_| is_file);
    let fingerprint = file.and_then(|file| Fingerprint::of_stream(file).ok());
    SourceFile {
        path: path.display().to_string(),
        read_as: ReadAs::Table,
        instructions,
        fingerprint,
        unknown: serde_json::Map::default(),
    }
}

/// A table or project that was read.
#[derive(Debug)]
pub struct Read {
    /// The document.
    pub document: Document,
    /// Its project file.
    pub home: Home,
    /// The table and its answers.
    pub answers: Answers,
    /// What is wrong in it.
    pub problems: Problems,
    /// What was read, in a sentence.
    pub words: String,
}

fn read_in_words(rows: usize, problems: usize, remark: Option<String>) -> String {
    let rows = say(Message::Count(rows, Noun::RowRead));
    let words = match problems {
        0 => rows,
        n => format!("{rows}, {}: see Help", say(Message::Count(n, Noun::Problem))),
    };
    remark.map_or(words.clone(), |remark| format!("{words}. {remark}"))
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

/// What came of reading a table's files again: the rows, the files and the problems; or why the table stays as it is.
pub type Reread = Result<(Meetings, Vec<SourceFile>, Problems), String>;

/// Which of a table's files hold something else now than when they were read.
#[must_use]
pub fn changed_sources(sources: Vec<SourceFile>) -> Vec<SourceFile> {
    let is_changed = |file: &SourceFile| {
        let Some(known) = file.fingerprint.filter(|_| file.read_as == ReadAs::Table) else { return false };
        matches!(changed_on_disk(Path::new(&file.path), known), Ok(OnDisk::Changed))
    };
    sources.into_iter().filter(is_changed).collect()
}

/// Reads a table's files again.
pub fn read_again(sources: &[SourceFile]) -> Reread {
    let files: Vec<&SourceFile> = sources.iter().filter(|file| file.read_as == ReadAs::Table).collect();
    if files.is_empty() {
        return Err("These meetings were not read from a file".to_owned());
    }
    let paths: Vec<PathBuf> = files.iter().map(|file| PathBuf::from(&file.path)).collect();
    let instructions: Vec<&Instructions> = files.iter().map(|file| &*file.instructions).collect();
    let import = import::plain_files(&paths, &instructions);
    if import.files_failed > 0 || import.meetings.is_empty() {
        let why = import.problems.first().map(|problem| say(Message::Problem(problem))).unwrap_or_default();
        return Err(format!("The table is kept as it is, since it could not be read again. {why}"));
    }
    let sources =
        files.iter().map(|file| source_of(Path::new(&file.path), file.instructions.clone())).collect();
    Ok((import.meetings, sources, import.problems))
}
