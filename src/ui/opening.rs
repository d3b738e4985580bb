//! Opening: what a window begins with, and tables and projects that are read in the background.

use super::answers::{Answers, Asked};
use super::importing::preview::Preview;
use super::incoming::{Incoming, Input, Remembered, import_of};
use super::keeping::Keeping;
use crate::document::file::paths::whole;
use crate::document::fingerprint::{Fingerprint, OnDisk, changed_on_disk};
use crate::document::history::Home;
use crate::document::known_headings::{self, KnownTable};
use crate::document::unknown::Beyond;
use crate::document::{Document, ReadAs, SourceFile};
use crate::globe::borders::Borders;
use crate::globe::chart::Chart;
use crate::globe::land::Lands;
use crate::headless;
use crate::headless::project::begins_as_project;
use crate::import::Import;
use crate::import::draft::share_locations;
use crate::import::examples::Example;
use crate::import::instructions::Instructions;
use crate::import::problems::Problems;
use crate::import::remark::Remarks;
use crate::meeting::table::Meetings;
use crate::page::Texts;
use crate::query::question::filter::Filter;
use crate::query::question::reading::Reading;
use crate::state::{Framing, State};
use crate::words::message::Message;
use crate::words::part::doing::{Doing, DoingText};
use crate::words::part::files::{Files, FilesText};
use crate::words::part::lists::ListText;
use crate::words::spoken::speaking;
use crate::words::{label, say};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a window opens on. It is made without one, so that a thread can make it while the window system
/// starts.
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
    /// Files that are looked at before anything of them is taken.
    pub preview: Option<Box<Preview>>,
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
            preview: None,
        }
    }

    /// Files, or the embedded meetings if there are none; with what a folder of settings remembers. Files
    /// that are to be looked at first stand before the embedded meetings. If the files cannot be read, the
    /// window opens without meetings and says why.
    #[must_use]
    pub fn on(files: &[PathBuf], folder: Option<PathBuf>) -> Self {
        let (keeping, remarks) = Keeping::start(folder);
        speaking(keeping.language(), || Self::kept(files, keeping, remarks))
    }

    fn kept(files: &[PathBuf], keeping: Keeping, mut remarks: Vec<String>) -> Self {
        let folder = keeping.folder();
        let state = keeping.first_state();
        let tables =
            if files.is_empty() { Tables::Example(Example::Article) } else { Tables::Files(files.to_vec()) };
        let mut preview = None;
        let loaded = match tables.load(&state, folder) {
            Ok(Loading::Preview(files)) => {
                preview = Some(files);
                Tables::Example(Example::Article).load(&state, folder)
            }
            loaded => loaded,
        };
        let (document, home, problems) = match loaded {
            Ok(Loading::Done(loaded)) => {
                let Loaded { document, home, problems, remarks: _, remark } = *loaded;
                remarks.extend(remark);
                (document, home, problems)
            }
            Ok(Loading::Preview(_)) => {
                (Document::new(Meetings::default(), Vec::new(), state), Home::default(), Problems::default())
            }
            Err(why) => {
                remarks.push(why);
                (Document::new(Meetings::default(), Vec::new(), state), Home::default(), Problems::default())
            }
        };
        let borders = Borders::under(document.state.borders);
        let lands = Lands::for_screen(borders, Chart::default());
        Self { document, home, problems, remarks, keeping, lands, preview }
    }
}

/// The name of what a document was read from, without folders; `None` for what comes with the program or is
/// new.
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
        [first, others @ ..] => Some(say(ListText::FirstAndMore(&name(first), others.len()))),
    }
}

/// What is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tables {
    /// No meetings: a new table.
    New,
    /// Meetings that come with the program.
    Example(Example),
    /// Files: tables, or one project.
    Files(Vec<PathBuf>),
    /// A table from the clipboard.
    Pasted(Arc<str>),
}

/// A document that was read, before anything is asked of it.
struct Loaded {
    document: Document,
    home: Home,
    problems: Problems,
    /// How its files were understood.
    remarks: Remarks,
    /// What is to be said about it.
    remark: Option<String>,
}

/// What came of loading.
enum Loading {
    /// A document.
    Done(Box<Loaded>),
    /// Files that are to be looked at first.
    Preview(Box<Preview>),
}

/// What came of reading.
#[derive(Debug)]
pub enum Opened {
    /// A document. Whether work of the window is safe was not asked yet.
    Document(Box<Read>),
    /// A document, after that was asked.
    Settled(Box<Read>),
    /// Files that are to be looked at before anything of them is taken.
    Preview(Box<Preview>),
}

impl Tables {
    /// What is said while they are read: `Reading trips.csv`.
    #[must_use]
    pub fn reading_in_words(&self) -> String {
        match self {
            Self::New => label(Doing::MakingTable).to_owned(),
            Self::Example(_) => label(Doing::ReadingExample).to_owned(),
            Self::Files(paths) => say(DoingText::Reading(&names_of(paths).unwrap_or_default())),
            Self::Pasted(_) => label(Doing::ReadingPasted).to_owned(),
        }
    }

    /// Whether reading them ends in the question whether the work of the window is safe; of the others it is
    /// asked before.
    #[must_use]
    pub const fn is_asked_after(&self) -> bool {
        match self {
            Self::New | Self::Example(_) => false,
            Self::Files(_) | Self::Pasted(_) => true,
        }
    }

    /// Reads them, as a folder of settings remembers tables with their headings, and works out the answers to
    /// what a state asks of another table; or says why there is nothing to show.
    pub fn read(&self, state: &State, folder: Option<&Path>) -> Result<Opened, String> {
        match self.load(state, folder)? {
            Loading::Preview(preview) => Ok(Opened::Preview(preview)),
            Loading::Done(loaded) => {
                let read = Box::new(Read::of(*loaded));
                Ok(if self.is_asked_after() { Opened::Document(read) } else { Opened::Settled(read) })
            }
        }
    }

    fn load(&self, state: &State, folder: Option<&Path>) -> Result<Loading, String> {
        let done = |loaded| Ok(Loading::Done(Box::new(loaded)));
        match self {
            Self::New => done(Loaded::of_table(Import::default(), "", Vec::new(), state)),
            Self::Example(example) => {
                let source = SourceFile {
                    path: String::new(),
                    read_as: ReadAs::Embedded,
                    instructions: Arc::default(),
                    fingerprint: None,
                    unknown: serde_json::Map::default(),
                    unknown_instructions: Beyond::default(),
                };
                done(Loaded::of_table(example.read(), example.title(), vec![source], state))
            }
            Self::Pasted(text) => tables(vec![Input::Pasted(text.clone())], state, folder),
            Self::Files(paths) if paths.iter().any(|path| path.as_os_str() == "-") => {
                Err(label(Files::StandardInput).to_owned())
            }
            Self::Files(paths) => match &paths[..] {
                [path] if begins_as_project(path) => done(project(path)?),
                _ if paths.iter().any(|path| begins_as_project(path)) => {
                    Err(label(Files::ProjectByItself).to_owned())
                }
                _ => tables(paths.iter().cloned().map(Input::File).collect(), state, folder),
            },
        }
    }
}

impl Loaded {
    fn of_table(import: Import, title: &str, sources: Vec<SourceFile>, state: &State) -> Self {
        let Import { meetings, problems, remarks, .. } = import;
        let reading = Reading::for_table(&meetings, state.reading);
        let state = State { reading, ..for_another_table(state, title) };
        let document = Document::new(meetings, sources, state);
        Self { document, home: Home::default(), problems, remarks, remark: None }
    }
}

/// Tables that say themselves all there is to say are opened; the others are looked at first.
fn tables(inputs: Vec<Input>, state: &State, folder: Option<&Path>) -> Result<Loading, String> {
    let known = Remembered::load(folder);
    let mut files: Vec<Incoming> = Vec::new();
    let mut refused: Vec<(Input, String)> = Vec::new();
    for input in inputs {
        match Incoming::read(input.clone(), Instructions::default(), &known) {
            Ok(one) => files.push(one),
            Err(why) => refused.push((input, why)),
        }
    }
    if files.is_empty() {
        let why = refused.into_iter().map(|(_, why)| why).next().unwrap_or_default();
        return Err(say(FilesText::NoMeetingRead(&why)));
    }
    let is_complete = |one: &Incoming| one.draft.mapping.is_complete && one.draft.lack().is_none();
    if !refused.is_empty() || !files.iter().all(is_complete) {
        return Ok(Loading::Preview(Box::new(Preview::new(files, refused))));
    }
    let (import, _) = import_of(&files);
    if import.meetings.is_empty() {
        let why = import.problems.first().map(|problem| say(Message::Problem(problem))).unwrap_or_default();
        return Err(say(FilesText::NoMeetingRead(&why)));
    }
    Ok(Loading::Done(Box::new(table_of(&files, import, state))))
}

/// The document of files as they are read.
fn table_of(files: &[Incoming], import: Import, state: &State) -> Loaded {
    let paths: Vec<PathBuf> = files.iter().map(|one| PathBuf::from(one.input.path())).collect();
    let sources = files.iter().map(Incoming::source).collect();
    Loaded::of_table(import, &headless::title(&paths), sources, state)
}

/// The files of a preview, to be opened as they are read there.
#[derive(Debug)]
pub struct Taken {
    files: Vec<Incoming>,
    meetings: Meetings,
    problems: Problems,
    remarks: Remarks,
    /// How the tables were read, to be kept for tables with the same headings.
    known: Vec<KnownTable>,
    /// Whether that is kept or forgotten.
    keeps: bool,
}

impl Taken {
    /// What a preview would open; `None` while it is not worked out.
    #[must_use]
    pub fn of(preview: &Preview) -> Option<Self> {
        let outcome = preview.outcome.as_ref().filter(|_| !preview.is_old())?;
        let Import { meetings, problems, remarks, .. } = &outcome.import;
        Some(Self {
            files: preview.files.clone(),
            meetings: meetings.clone(),
            problems: problems.clone(),
            remarks: remarks.clone(),
            known: preview.tables(),
            keeps: preview.keeps,
        })
    }

    /// Makes the document, and keeps how its tables were read in a folder of settings.
    #[must_use]
    pub fn open(self, state: &State, folder: Option<&Path>) -> Opened {
        let Self { files, meetings, problems, remarks, known, keeps } = self;
        let import = Import { meetings, problems, remarks, ..Import::default() };
        let mut loaded = table_of(&files, import, state);
        let was_known = files.iter().any(|one| one.as_before.is_some());
        if let Some(folder) = folder.filter(|_| keeps || was_known) {
            let kept = known_headings::remember(folder, |all| {
                for table in known {
                    if keeps { all.keep(table) } else { all.forget(&table.headings()) }
                }
            });
            loaded.remark = kept.err().map(|why| why.to_string());
        }
        Opened::Settled(Box::new(Read::of(loaded)))
    }
}

fn project(path: &Path) -> Result<Loaded, String> {
    let read = headless::project::project(path);
    let (opened, problems, fingerprint) =
        read.map_err(|why| say(FilesText::NotOpened(path, &why.to_string())))?;
    let remark = opened.read_only.as_ref().map(ToString::to_string);
    // Work that is recovered later may be in a window that was begun in another folder.
    let home = Home { path: Some(whole(path)), fingerprint: Some(fingerprint), read_only: opened.read_only };
    Ok(Loaded { document: opened.document, home, problems, remarks: Remarks::default(), remark })
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
    /// How its files were understood.
    pub remarks: Remarks,
    /// What was read, in a sentence.
    pub words: String,
}

impl Read {
    fn of(loaded: Loaded) -> Self {
        let Loaded { document, home, problems, remarks, remark } = loaded;
        let answers = Answers::of(document.record.clone(), Asked::of(&document.state));
        let words = say(FilesText::Read(document.record.len(), problems.count(), remark.as_deref()));
        Self { document, home, answers, problems, remarks, words }
    }
}

/// The state that another table opens in: how it is read, counted and drawn stays as the user has set it;
/// what names meetings, days or places of the old table goes.
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
        texts: _,
        page,
        page_theme,
        selection: _,
        pane,
        table,
        matrix,
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
        // What was written about another table is not true of this one.
        texts: Texts::default(),
        page,
        page_theme,
        selection: None,
        pane,
        table,
        matrix,
    }
}

/// What came of reading a table's files again: the rows, the files and the problems; or why the table stays
/// as it is.
pub type Reread = Result<(Meetings, Vec<SourceFile>, Problems), String>;

/// What files hold now, where that is something else than when they were read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changed {
    /// The table's files, each with what it holds now.
    pub sources: Vec<SourceFile>,
    /// What the project file was known to hold, and holds now.
    pub project: Option<(Fingerprint, Option<Fingerprint>)>,
}

impl Changed {
    /// Looks at a table's files and at a project file of which is known what it held.
    #[must_use]
    pub fn look(sources: Vec<SourceFile>, project: Option<(PathBuf, Fingerprint)>) -> Self {
        let changed = |path: &Path, known: Fingerprint| {
            let on_disk = changed_on_disk(path, known).ok()?;
            (on_disk == OnDisk::Changed).then(|| Fingerprint::of_file(path))
        };
        let source = |file: SourceFile| {
            let known = file.fingerprint.filter(|_| file.read_as == ReadAs::Table)?;
            let fingerprint = changed(Path::new(&file.path), known)?;
            Some(SourceFile { fingerprint, ..file })
        };
        let project = project.and_then(|(path, known)| Some((known, changed(&path, known)?)));
        Self { sources: sources.into_iter().filter_map(source).collect(), project }
    }
}

/// Reads a table's files again, in the way in which they were read before.
pub fn read_again(sources: &[SourceFile]) -> Reread {
    let again = sources.iter().filter(|file| file.read_as == ReadAs::Table && file.fingerprint.is_some());
    let again: Vec<&SourceFile> = again.collect();
    if again.is_empty() {
        return Err(label(Files::NoFileToReadAgain).to_owned());
    }
    let kept = |why: &str| say(FilesText::NotReadAgain(why));
    let read = |file: &&SourceFile| {
        let input = Input::File(PathBuf::from(&file.path));
        Incoming::read(input, (*file.instructions).clone(), &Remembered::default()).map_err(|why| kept(&why))
    };
    let mut files: Vec<Incoming> = again.iter().map(read).collect::<Result<_, _>>()?;
    share_locations(files.iter_mut().map(|one| &mut one.draft));
    let (import, _) = import_of(&files);
    if import.meetings.is_empty() {
        let lack = files.iter().find_map(|one| one.draft.lack()).map(|lack| say(Message::Wrong(&lack)));
        let first = import.problems.first().map(|problem| say(Message::Problem(problem)));
        return Err(kept(&lack.or(first).unwrap_or_default()));
    }
    let fingerprints = files.iter().map(|one| one.fingerprint);
    let sources = again
        .into_iter()
        .zip(fingerprints)
        .map(|(file, now)| SourceFile { fingerprint: now, ..file.clone() });
    Ok((import.meetings, sources.collect(), import.problems))
}
