//! Keeping: the project file of a window, the recovery copy of its work, and what is remembered between
//! starts. Jobs touch the disk, except at the start and at the end of the window.

use super::under_way::{Told, UnderWay, finished, told};
use crate::disk::{self, NotWritten, Replace};
use crate::document::common_decisions;
use crate::document::file::save::{Over, SaveError, save};
use crate::document::fingerprint::Fingerprint;
use crate::document::history::{History, Home};
use crate::document::recovery::{self, About, EVERY, Recovered, Recovery, RecoveryError};
use crate::document::settings::{self, Remark, Settings};
use crate::document::text_size::TextSize;
use crate::export::table::TableFormat;
use crate::gazetteer::language::Language;
use crate::import::decisions::Decisions;
use crate::import::instructions::Instructions;
use crate::meeting::table::Meetings;
use crate::state::State;
use crate::words::part::doing::{Doing, DoingText};
use crate::words::part::saving::SavingText;
use crate::words::{label, say};
use crate::work::Worker;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The whole work, as a project.
    Project,
    /// The meetings alone, as a table; in another format where the ending of the file asks for it.
    Table(TableFormat),
    /// What was decided about words, as JSON.
    Decisions,
    /// A table to fill in, with two rows that show how.
    Template,
}

impl What {
    /// The ending of its files.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Project => "summitry",
            Self::Table(format) => format.ending(),
            Self::Decisions => "json",
            Self::Template => "xlsx",
        }
    }
}

/// What a window keeps on the disk.
#[derive(Debug, Default)]
pub struct Keeping {
    /// The folder of settings and recovery copies; `None` if nothing is remembered.
    folder: Option<PathBuf>,
    /// What is remembered.
    pub settings: Settings,
    /// Whether another language was chosen for the window, which is not remembered yet.
    is_new_language: bool,
    recovery: Option<Recovery>,
    /// Whether there may be a copy, which goes when the work is saved.
    has_copy: bool,
    /// Work that crashed windows left, to be offered.
    pub left: Vec<Recovered>,
    /// What was decided about words for all projects and is not yet remembered.
    new_decisions: Decisions,
    /// Files that were opened or saved, not yet remembered.
    pub used: Vec<PathBuf>,
    saving: Option<UnderWay<Saved>>,
    saving_table: Option<UnderWay<SavedTable>>,
    deciding: Option<UnderWay<Result<(), Remark>>>,
    copying: Option<UnderWay<Result<(), RecoveryError>>>,
    remembering: Option<UnderWay<Result<(), Remark>>>,
}

/// What came of saving a project.
#[derive(Debug)]
pub struct Saved {
    /// The file.
    pub path: PathBuf,
    /// The number of the step that was saved.
    pub step: u64,
    /// What the file holds now, or why it could not be written.
    pub result: Result<Fingerprint, SaveError>,
}

/// The languages that the window offers: those that the program speaks and whose lines run from left to
/// right, as those of the window do.
pub const OFFERED: [Language; 5] =
    [Language::English, Language::Russian, Language::French, Language::Spanish, Language::German];

/// What came of writing the meetings as a table, or decisions: a sentence, or what it was, the file and why
/// it is not written.
type SavedTable = Result<String, (What, PathBuf, NotWritten)>;

impl Keeping {
    /// Reads what a folder remembers, and what crashed windows left there. Gives what is to be said about it
    /// too.
    #[must_use]
    pub fn start(folder: Option<PathBuf>) -> (Self, Vec<String>) {
        let Some(folder) = folder else { return (Self::default(), Vec::new()) };
        let mut said = Vec::new();
        let (settings, remark) = settings::load(&folder);
        said.extend(remark.map(|remark| remark.to_string()));
        let (_, remark) = common_decisions::load(&folder);
        said.extend(remark.map(|remark| remark.to_string()));
        let copies = settings::recovery_folder(&folder);
        let left = recovery::found(&copies).unwrap_or_else(|error| {
            said.push(error.to_string());
            Vec::new()
        });
        let recovery = Recovery::start(&copies).map_err(|error| said.push(error.to_string())).ok();
        said.dedup();
        (Self { folder: Some(folder), settings, recovery, left, ..Self::default() }, said)
    }

    /// The language of the window. What it knows of other languages than those that it offers, it says in
    /// English.
    #[must_use]
    pub fn language(&self) -> Language {
        self.settings.speech.filter(|one| OFFERED.contains(one)).unwrap_or_default()
    }

    /// Makes the window speak a language from the next frame on.
    pub fn choose_language(&mut self, language: Language) {
        self.is_new_language |= self.settings.speech != Some(language);
        self.settings.speech = Some(language);
    }

    /// The state that a table opens in: theme, language and borders are as they were last.
    #[must_use]
    pub fn first_state(&self) -> State {
        let state = State::default();
        let Settings { theme, language, borders, .. } = &self.settings;
        State {
            theme: theme.unwrap_or(state.theme),
            language: language.unwrap_or(state.language),
            borders: borders.unwrap_or(state.borders),
            ..state
        }
    }

    /// How large the window's texts were last.
    #[must_use]
    pub fn text_size(&self) -> TextSize {
        self.settings.text_size.unwrap_or_default()
    }

    /// The folder of settings; `None` if nothing is remembered.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// Decides for all projects: for the files that are read once it is written.
    pub fn decide_for_all(&mut self, more: &Decisions) {
        self.new_decisions.take(more);
    }

    /// Writes in the background what was decided for all projects. Gives why it could not be written, once.
    pub fn remember_decisions(&mut self, ctx: &egui::Context) -> Option<String> {
        let failed = match finished(&mut self.deciding) {
            Some(Ok(Err(remark))) => Some(remark.to_string()),
            Some(Ok(Ok(())) | Err(_)) | None => None,
        };
        if self.deciding.is_none()
            && !self.new_decisions.is_empty()
            && let Some(folder) = self.folder.clone()
        {
            let more = std::mem::take(&mut self.new_decisions);
            let job = move |_: &Worker| common_decisions::remember(&folder, &more);
            self.deciding = Some(UnderWay::start(ctx, label(Doing::RememberingDecisions), job));
        }
        failed
    }

    /// Begins to write decisions alone, as a file for `--decisions`.
    pub fn save_decisions(
        &mut self,
        ctx: &egui::Context,
        decisions: &Decisions,
        path: PathBuf,
        may_replace: bool,
    ) {
        let path = if path.extension().is_none() { path.with_extension("json") } else { path };
        let decisions = decisions.clone();
        self.write(ctx, (What::Decisions, path), may_replace, move || {
            common_decisions::to_text(&Instructions { decisions, ..Instructions::default() }).into_bytes()
        });
    }

    /// Begins to write what stands to a project file.
    pub fn save(&mut self, ctx: &egui::Context, history: &History, path: PathBuf, over: Over) {
        let (document, step) = (history.document().clone(), history.now().number);
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.saving = Some(UnderWay::start(ctx, say(DoingText::Saving(&name)), move |_| {
            let result = save(&path, &document, over);
            Saved { path, step, result }
        }));
    }

    /// What came of saving, once; `Err` if the job was lost.
    pub fn saved(&mut self) -> Option<Result<Saved, String>> {
        finished(&mut self.saving)
    }

    /// Begins to write meetings as a table.
    pub fn save_table(
        &mut self,
        ctx: &egui::Context,
        (what, path): (What, PathBuf),
        may_replace: bool,
        meetings: impl FnOnce() -> Meetings + Send + 'static,
    ) {
        let path = if path.extension().is_none() { path.with_extension(what.ending()) } else { path };
        let chosen = if let What::Table(format) = what { format } else { TableFormat::Csv };
        let format = chosen.at(&path);
        self.write(ctx, (what, path), may_replace, move || format.write(&meetings()));
    }

    /// Begins to write bytes that are made in the background.
    fn write(
        &mut self,
        ctx: &egui::Context,
        (what, path): (What, PathBuf),
        may_replace: bool,
        bytes: impl FnOnce() -> Vec<u8> + Send + 'static,
    ) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.saving_table = Some(UnderWay::start(ctx, say(DoingText::Saving(&name)), move |_| {
            let bytes = bytes();
            let replace = if may_replace { Replace::AnyFile } else { Replace::Nothing };
            match disk::write(&path, &bytes, replace) {
                Ok(()) if what == What::Template => Ok(say(SavingText::SavedTemplate(&path))),
                Ok(()) => Ok(say(SavingText::Saved(&path))),
                Err(why) => Err((what, path, why)),
            }
        }));
    }

    /// What came of writing the table, once.
    pub fn saved_table(&mut self) -> Option<SavedTable> {
        finished(&mut self.saving_table)?.ok()
    }

    /// Whether a project is being written.
    #[must_use]
    pub const fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// Whether anything is being written that the user waits for.
    #[must_use]
    pub const fn is_writing(&self) -> bool {
        self.saving.is_some() || self.saving_table.is_some() || self.deciding.is_some()
    }

    /// What is to be told of writing the project and the table.
    #[must_use]
    pub fn told(&self) -> [Option<Told>; 2] {
        [told(self.saving.as_ref()), told(self.saving_table.as_ref())].map(|one| one.map(Told::to_its_end))
    }

    /// Keeps the recovery copy as the work goes on: writes it while there is unsaved work, removes it when
    /// there is none. Gives an error once, when the copy cannot be written.
    pub fn copy(&mut self, ctx: &egui::Context, history: &History) -> Option<String> {
        let failed = match finished(&mut self.copying) {
            Some(Ok(Err(error))) => Some(error.to_string()),
            Some(Err(lost)) => Some(lost),
            Some(Ok(Ok(()))) | None => None,
        };
        let recovery = self.recovery.as_mut().filter(|_| self.copying.is_none());
        let Some(recovery) = recovery else { return failed };
        if !history.has_unsaved_work() {
            if std::mem::take(&mut self.has_copy) {
                let removing = recovery.saved();
                self.copying =
                    Some(UnderWay::start(ctx, label(Doing::RemovingRecovery), move |_| removing.run()));
            }
            return failed;
        }
        let Home { path, fingerprint, read_only } = history.home();
        let path = path.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
        let held = fingerprint.map(|held| held.to_string()).unwrap_or_default();
        let read_only = read_only.clone();
        let about = About { path, steps: history.steps_since_saving(), held, read_only };
        if let Some(writing) = recovery.due(history.document(), about, Instant::now()) {
            self.has_copy = true;
            self.copying = Some(UnderWay::start(ctx, label(Doing::WritingRecovery), move |_| writing.run()));
        }
        // The next change may come too early for a copy; it is looked at again.
        ctx.request_repaint_after(EVERY);
        failed
    }

    /// Takes over one recovery copy that a crashed window left as the copy of this window.
    pub fn take_over(&mut self, recovered: Recovered) -> Result<recovery::Work, String> {
        let (recovery, work) = recovered.take_over();
        let work = work.map_err(|error| error.to_string())?;
        self.recovery = Some(recovery);
        self.has_copy = true;
        Ok(work)
    }

    /// Remembers the user's choices in the background, where they are others than before.
    pub fn remember(&mut self, ctx: &egui::Context, state: &State, size: TextSize) -> Option<String> {
        let failed = match finished(&mut self.remembering) {
            Some(Ok(Err(remark))) => Some(remark.to_string()),
            Some(Ok(Ok(())) | Err(_)) | None => None,
        };
        let folder = self.folder.clone().filter(|_| self.remembering.is_none());
        let Some(folder) = folder else { return failed };
        let first = self.first_state();
        let is_new_language = std::mem::take(&mut self.is_new_language);
        let is_same = (first.theme, first.language, first.borders, self.text_size())
            == (state.theme, state.language, state.borders, size);
        if !is_same || !self.used.is_empty() || is_new_language {
            let mut now = self.settings.clone();
            (now.theme, now.language, now.borders) =
                (Some(state.theme), Some(state.language), Some(state.borders));
            now.text_size = Some(size).filter(|size| now.text_size.is_some() || *size != TextSize::default());
            let used = std::mem::take(&mut self.used);
            for path in &used {
                now.used(path);
            }
            let chosen = now.clone();
            self.settings = now;
            self.remembering = Some(UnderWay::start(ctx, label(Doing::Remembering), move |_| {
                settings::remember(&folder, |settings| {
                    let Settings { theme, text_size, speech, language, borders, .. } = chosen;
                    settings.text_size = text_size;
                    (settings.theme, settings.language, settings.borders) = (theme, language, borders);
                    settings.speech = speech;
                    for path in &used {
                        settings.used(path);
                    }
                })
            }));
        }
        failed
    }

    /// Ends keeping: the window closes, and nobody wants its work recovered.
    pub fn close(&mut self, window: Option<[f32; 2]>) {
        if let Some(recovery) = self.recovery.take() {
            // There is nobody left to tell, and the next start finds what was left.
            let _ = recovery.close();
        }
        if let Some(folder) = self.folder.as_ref().filter(|_| !self.new_decisions.is_empty()) {
            let _ = common_decisions::remember(folder, &self.new_decisions);
        }
        if let (Some(folder), Some(window)) = (&self.folder, window) {
            let _ = settings::remember(folder, |settings| settings.window = Some(window));
        }
    }
}
