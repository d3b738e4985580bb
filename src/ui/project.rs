//! The window's project: saving, opening, closing, and work that a crashed window left.

use super::keeping::{Keeping, What};
use super::notice::Notice;
use super::questions::{Order, Question, Reply, SaveForm, Then};
use super::session::Session;
use super::steps::Travel;
use crate::disk::{self, NotWritten, Why};
use crate::document::edit::Edit;
use crate::document::file::ENDING;
use crate::document::file::save::{Over, SaveError, with_ending};
use crate::document::history::{History, Home};
use crate::document::recovery::About;
use crate::document::{Document, ReadAs};
use crate::export::table::TableFormat;
use crate::headless::template::examples;
use crate::import::problems::Problems;
use crate::import::remark::Remarks;
use crate::words::message::Message;
use crate::words::part::saving::{Saving, SavingText};
use crate::words::{label, say};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A document with its steps, what is wrong in its table, and what is kept of it on the disk.
#[derive(Debug)]
pub struct Project {
    /// The document and its steps.
    pub history: History,
    /// What is kept on the disk.
    pub keeping: Keeping,
    /// What is wrong in each table that was opened, by the step that opened it.
    problems: BTreeMap<u64, Problems>,
    /// For a table in which nothing is wrong.
    none: Problems,
    /// How each table that was opened was understood, by the step that opened it.
    remarks: BTreeMap<u64, Remarks>,
    /// For a table of which nothing is to be said.
    unsaid: Remarks,
}

impl Project {
    /// A project that begins with a document.
    #[must_use]
    pub fn new(document: Document, home: Home, problems: Problems, keeping: Keeping) -> Self {
        let history = History::new(document, home);
        Self {
            problems: BTreeMap::from([(history.opening(), problems)]),
            history,
            keeping,
            none: Problems::default(),
            remarks: BTreeMap::new(),
            unsaid: Remarks::default(),
        }
    }

    /// What is wrong in the table that is open.
    #[must_use]
    pub fn problems(&self) -> &Problems {
        self.problems.get(&self.history.opening()).unwrap_or(&self.none)
    }

    /// How the table that is open was understood.
    #[must_use]
    pub fn remarks(&self) -> &Remarks {
        self.remarks.get(&self.history.opening()).unwrap_or(&self.unsaid)
    }

    /// Notes how the table that was just opened was understood.
    pub fn note(&mut self, remarks: Remarks) {
        self.remarks.insert(self.history.opening(), remarks);
    }

    /// Opens another document, as a step that can be taken back.
    pub fn open(&mut self, document: Document, home: Home, problems: Problems) {
        self.history.open(document, home);
        self.problems.insert(self.history.opening(), problems);
    }

    /// Whether the window holds work that is in no file.
    #[must_use]
    pub fn has_unsaved_work(&self) -> bool {
        self.history.has_unsaved_work()
    }

    /// Does what was asked of the project.
    pub fn run_order(&mut self, ctx: &egui::Context, session: &mut Session, order: Order) {
        match order {
            Order::Save => self.save(ctx, session, Then::Stay),
            Order::SaveAs => self.ask_where(session, What::Project, Then::Stay),
            Order::SaveTable => self.ask_where(session, What::Table(TableFormat::Csv), Then::Stay),
            Order::SaveDecisions => self.ask_where(session, What::Decisions, Then::Stay),
            Order::SaveTemplate => self.ask_where(session, What::Template, Then::Stay),
            Order::Import if self.has_unsaved_work() => {
                session.question = Some(Question::Unsaved(Then::Import));
            }
            Order::Import => Self::go_on(ctx, session, Then::Import),
            Order::Open(tables) if self.has_unsaved_work() && !tables.is_asked_after() => {
                session.question = Some(Question::Unsaved(Then::Open(tables)));
            }
            Order::Open(tables) => Self::go_on(ctx, session, Then::Open(tables)),
            Order::Reload => self.reload(ctx, session),
        }
    }

    /// Writes the project to its file; asks where if it has none, or must not be written there.
    fn save(&mut self, ctx: &egui::Context, session: &mut Session, then: Then) {
        let Home { path, fingerprint, read_only } = self.history.home().clone();
        match (path, read_only) {
            (Some(path), None) => {
                let over = fingerprint.map_or(Over::Nothing, Over::Known);
                session.then = then;
                self.keeping.save(ctx, &self.history, path, over);
            }
            (Some(_), Some(_)) => self.ask_elsewhere(session, then),
            (None, _) => self.ask_where(session, What::Project, then),
        }
    }

    fn ask_where(&mut self, session: &mut Session, what: What, then: Then) {
        let home = self.history.home().path.clone();
        let source = self.history.document().sources.iter().find(|file| file.read_as == ReadAs::Table);
        let near = home.or_else(|| source.map(|file| PathBuf::from(&file.path)));
        let folder = || {
            let last = self.keeping.settings.last_folder.clone();
            last.or_else(|| std::env::current_dir().ok()).unwrap_or_default()
        };
        let path = match what {
            What::Project | What::Table(_) | What::Decisions => {
                near.unwrap_or_else(|| folder().join(label(Saving::MeetingsFile)))
            }
            What::Template => folder().join(label(Saving::TemplateFile)),
        };
        session.question = Some(Question::save_as(what, &path, then));
    }

    /// Asks for another name than that of the project's file.
    fn ask_elsewhere(&mut self, session: &mut Session, then: Then) {
        self.ask_where(session, What::Project, then);
        if let (Some(Question::SaveAs(form)), Some(home)) = (&mut session.question, &self.history.home().path)
        {
            form.path = another_name(home).display().to_string();
        }
    }

    /// What was to happen once the work is safe.
    fn go_on(ctx: &egui::Context, session: &mut Session, then: Then) {
        match then {
            Then::Stay => {}
            Then::Close => {
                session.may_close = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            Then::Open(tables) => session.to_open = Some(tables),
            Then::Import => session.to_import = true,
            Then::Show => session.shows_held = true,
        }
    }

    /// Keeps a window open that is closed with unsaved work, and asks.
    pub fn guard_closing(&mut self, ctx: &egui::Context, session: &mut Session) {
        let is_closing = ctx.input(|input| input.viewport().close_requested());
        if is_closing && !session.may_close && (self.has_unsaved_work() || self.keeping.is_saving()) {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            session.question = Some(Question::Unsaved(Then::Close));
        } else if is_closing && (self.keeping.is_writing() || session.jobs.is_exporting()) {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            session.closes_when_written = true;
        }
    }

    /// Closes the window that waited for a file to be written, unless that went wrong.
    pub fn close_when_written(&self, ctx: &egui::Context, session: &mut Session) {
        if session.closes_when_written && !self.keeping.is_writing() && !session.jobs.is_exporting() {
            session.closes_when_written = false;
            if session.question.is_none() && session.notice.as_ref().is_none_or(|notice| !notice.is_error) {
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    /// Shows the question that is open, and does what is decided.
    pub fn question_ui(&mut self, ctx: &egui::Context, session: &mut Session) {
        let Some(question) = &mut session.question else { return };
        let Some(reply) = question.ui(ctx, &self.keeping.left) else { return };
        if reply == Reply::Browse {
            if let Question::SaveAs(form) = question {
                session.jobs.choose_where(ctx, &form.path, form.what.ending());
            }
            return;
        }
        session.question = None;
        match reply {
            Reply::Save(then) => self.save(ctx, session, then),
            Reply::SaveAs(then) => self.ask_elsewhere(session, then),
            Reply::Discard(then) => Self::go_on(ctx, session, then),
            Reply::Reload => self.reload(ctx, session),
            Reply::Recover(place) => self.recover(session, place),
            Reply::Forget(place) => self.forget(session, place),
            Reply::Write { what, path, may_replace, then } => {
                self.write(ctx, session, what, &path, may_replace, then);
            }
            Reply::Browse | Reply::Cancel => {}
        }
    }

    fn write(
        &mut self,
        ctx: &egui::Context,
        session: &mut Session,
        what: What,
        path: &Path,
        may_replace: bool,
        then: Then,
    ) {
        match what {
            What::Project => {
                let path = with_ending(path);
                let Home { path: home, read_only, .. } = self.history.home();
                let is_home = home.as_deref().is_some_and(|home| disk::is_same(home, &path));
                if let Some(why) = read_only.as_ref().filter(|_| is_home) {
                    // What this program does not understand is not written over, whoever says so.
                    session.notice = Some(Notice::error(say(Message::ReadOnly(why))));
                    return self.ask_elsewhere(session, then);
                }
                session.then = then;
                let over = if may_replace { Over::Anything } else { self.over(&path) };
                self.keeping.save(ctx, &self.history, path, over);
            }
            What::Table(_) => {
                let record = self.history.document().record.clone();
                self.keeping.save_table(ctx, (what, path.to_owned()), may_replace, || record);
            }
            What::Template => self.keeping.save_table(ctx, (what, path.to_owned()), may_replace, examples),
            What::Decisions => {
                let decisions = self.history.document().all_decisions();
                self.keeping.save_decisions(ctx, &decisions, path.to_owned(), may_replace);
            }
        }
    }

    /// What may lie at a path: what this window knows of it.
    fn over(&self, path: &Path) -> Over {
        let Home { path: home, fingerprint, read_only } = self.history.home();
        let is_home = home.as_deref() == Some(path) && read_only.is_none();
        fingerprint.filter(|_| is_home).map_or(Over::Nothing, Over::Known)
    }

    /// Takes over what came of saving.
    pub fn take_saved(&mut self, ctx: &egui::Context, session: &mut Session) {
        if let Some(result) = self.keeping.saved() {
            match result {
                Ok(saved) => match saved.result {
                    Ok(fingerprint) => {
                        let words = say(SavingText::Saved(&saved.path));
                        session.notice = Some(Notice::done(words));
                        self.keeping.used.push(saved.path.clone());
                        self.history.mark_saved(saved.step, saved.path, fingerprint);
                        let then = std::mem::take(&mut session.then);
                        Self::go_on(ctx, session, then);
                    }
                    Err(why) => Self::ask_about(session, why),
                },
                Err(lost) => session.notice = Some(Notice::error(lost)),
            }
        }
        if let Some(result) = self.keeping.saved_table() {
            match result {
                Ok(words) => session.notice = Some(Notice::done(words)),
                Err((what, path, NotWritten { why: Why::Exists(_), .. })) => {
                    Self::ask_to_replace(session, what, path);
                }
                Err((.., why)) => session.notice = Some(Notice::error(why.to_string())),
            }
        }
    }

    /// Asks what to do about a project that could not be saved, or says why.
    fn ask_about(session: &mut Session, why: SaveError) {
        let then = session.then.clone();
        match why {
            SaveError::Exists(path) => Self::ask_to_replace(session, What::Project, path),
            SaveError::ChangedOnDisk(path) => session.question = Some(Question::Changed(path, then)),
            SaveError::NotSeen(..) | SaveError::NotWritten(_) => {
                session.notice = Some(Notice::error(why.to_string()));
            }
        }
    }

    fn ask_to_replace(session: &mut Session, what: What, path: PathBuf) {
        let then = session.then.clone();
        let form = SaveForm {
            what,
            path: path.display().to_string(),
            note: String::new(),
            replaces: Some(path),
            then,
        };
        session.question = Some(Question::SaveAs(form));
    }

    /// Opens work that a crashed window left. Its recovery copy is this window's from now on.
    fn recover(&mut self, session: &mut Session, place: usize) {
        let left = self.keeping.left.remove(place);
        match self.keeping.take_over(left) {
            Ok(work) => {
                let path = Some(PathBuf::from(work.about.path)).filter(|path| !path.as_os_str().is_empty());
                // What its file holds now may be somebody else's: then saving asks.
                let About { held, read_only, .. } = work.about;
                let home = Home { path, fingerprint: held.parse().ok(), read_only };
                self.open(work.document, home, Problems::default());
                self.history.mark_unsaved();
                session.wanted.travel = Some(Travel::To(self.history.now().number));
                session.notice = Some(Notice::done(label(Saving::Recovered)));
            }
            Err(why) => session.notice = Some(Notice::error(why)),
        }
    }

    fn forget(&mut self, session: &mut Session, place: usize) {
        let left = self.keeping.left.remove(place);
        if let Err(why) = left.discard() {
            session.notice = Some(Notice::error(why.to_string()));
        }
        if !self.keeping.left.is_empty() {
            session.question = Some(Question::Left { discards: None });
        }
    }

    /// Reads the files again that the table came from.
    fn reload(&mut self, ctx: &egui::Context, session: &mut Session) {
        session.jobs.reload(ctx, self.history.document().sources_with_decisions());
    }

    /// Takes over the tables that were read again.
    pub fn take_reloaded(&mut self, session: &mut Session) {
        match session.jobs.reloaded() {
            Some(Ok((record, sources, problems))) => {
                let edit = Edit::Reload { record, sources };
                session.wanted.edits.push((edit, None));
                self.problems.insert(self.history.opening(), problems);
            }
            Some(Err(why)) => session.notice = Some(Notice::error(why)),
            None => {}
        }
    }

    /// Looks whether the table's files and the project file hold something else now: when a table was opened,
    /// and when the window is come back to.
    pub fn watch_files(&mut self, ctx: &egui::Context, session: &mut Session) {
        let is_focused = ctx.input(|input| input.focused);
        let comes_back = is_focused && !session.was_focused;
        session.was_focused = is_focused;
        let home = self.history.home();
        if comes_back {
            session.jobs.watch(ctx, self.history.document(), home);
        }
        let Some(changed) = session.jobs.watched() else { return };
        let Home { path, fingerprint, .. } = home;
        if let (Some((known, now)), Some(path)) = (changed.project, path)
            && *fingerprint == Some(known)
            && session.told_changed.project != changed.project
        {
            session.told_changed.project = Some((known, now));
            session.notice = Some(Notice::error(say(SavingText::ChangedElsewhere(path))));
        }
        let sources = changed.sources;
        if !sources.is_empty() && session.question.is_none() && sources != session.told_changed.sources {
            session.told_changed.sources.clone_from(&sources);
            let names = sources.into_iter().map(|file| file.path).collect();
            let has_edits = self.history.has_unsaved_work();
            session.question = Some(Question::Sources { files: names, has_edits });
        }
    }

    /// Ends keeping, when the window closes for good.
    pub fn close(&mut self, size: Option<[f32; 2]>) {
        self.keeping.close(size);
    }
}

/// The name of a file that is not there, like another's: `talks 2.summitry`.
fn another_name(path: &Path) -> PathBuf {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let numbered = |number: usize| path.with_file_name(format!("{stem} {number}.{ENDING}"));
    (2..1000).map(numbered).find(|path| !path.exists()).unwrap_or_else(|| path.to_owned())
}
