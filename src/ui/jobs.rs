//! The window's jobs: reading, answering, exporting, and waiting for the system's file dialog.

use super::answers::{Answers, Asked};
use super::dialog::Dialog;
use super::effect::{Chosen, ask_what_to_open, ask_where_to_save};
use super::export_form::ExportForm;
use super::exporting::{About, Exhibit, Exported, Order, Screenshot, copy, export, save_window, words};
use super::grouped::{GroupedBy, Groups};
use super::matrix::order::Made;
use super::opening::{Changed, Opened, Reread, Tables, Taken, read_again};
use super::table::cell::tab_separated;
use super::table::order::Ordered;
use super::under_way::{Told, UnderWay, finished, told};
use crate::document::history::Home;
use crate::document::{Document, SourceFile};
use crate::globe::borders::Borders;
use crate::globe::land::Lands;
use crate::meeting::table::Meetings;
use crate::query::column::{Column, Sort};
use crate::query::find::finder::Finder;
use crate::state::{MatrixView, State};
use crate::words::label;
use crate::words::part::doing::Doing;
use crate::work::Worker;
use std::path::Path;

/// Everything that is under way.
#[derive(Debug, Default)]
pub struct Jobs {
    /// Tables are read.
    pub reading: Option<UnderWay<Result<Opened, String>>>,
    /// A question is answered.
    pub answering: Option<UnderWay<Answered>>,
    /// A table is read for what can be found in it.
    pub finding: Option<UnderWay<(Meetings, Finder)>>,
    /// The rows of the table are ordered.
    pub ordering: Option<UnderWay<Ordered>>,
    /// A long list is grouped.
    pub grouping: Option<UnderWay<Groups>>,
    /// It is counted who met whom.
    pub pairing: Option<UnderWay<Made>>,
    /// A picture is made.
    pub exporting: Option<UnderWay<Result<Exported, String>>>,
    /// The table's files are read again.
    pub reloading: Option<UnderWay<Reread>>,
    /// The table's files and the project file are looked at.
    pub watching: Option<UnderWay<Changed>>,
    /// The system's dialog is open.
    pub choosing: Option<UnderWay<Chosen>>,
}

/// What a question that was worked on in the background is answered by.
#[derive(Debug)]
pub struct Answered {
    /// The answers.
    pub answers: Answers,
    /// The land under another border policy, laid out, if the question was that.
    pub lands: Option<Lands>,
}

impl Jobs {
    /// Whether anything is under way that the user waits for.
    #[must_use]
    pub const fn is_any(&self) -> bool {
        let Self {
            reading,
            answering,
            finding,
            ordering,
            grouping,
            pairing,
            exporting,
            reloading,
            watching: _,
            choosing,
        } = self;
        reloading.is_some()
            || pairing.is_some()
            || ordering.is_some()
            || grouping.is_some()
            || finding.is_some()
            || reading.is_some()
            || answering.is_some()
            || exporting.is_some()
            || choosing.is_some()
    }

    /// What is to be told of each: first those that can be given up, in the order of [`Self::cancel`].
    #[must_use]
    pub fn told(&self) -> [Option<Told>; 8] {
        let Self { reading, answering, exporting, reloading, finding, ordering, grouping, pairing, .. } =
            self;
        [
            told(reading.as_ref()),
            told(answering.as_ref()),
            told(exporting.as_ref()),
            told(reloading.as_ref()),
            told(finding.as_ref()).map(Told::to_its_end),
            told(ordering.as_ref()).map(Told::to_its_end),
            told(grouping.as_ref()).map(Told::to_its_end),
            told(pairing.as_ref()).map(Told::to_its_end),
        ]
    }

    /// Whether a picture or data are being written.
    #[must_use]
    pub const fn is_exporting(&self) -> bool {
        self.exporting.is_some()
    }

    /// Gives one of those up, by its number.
    pub fn cancel(&mut self, number: usize) {
        match number {
            0 => self.reading = None,
            1 => self.answering = None,
            2 => self.exporting = None,
            3 => self.reloading = None,
            _ => {}
        }
    }

    /// Begins to read tables. Those that are being read are given up. `folder` is that of the settings, where
    /// it is kept how tables were read before.
    pub fn read(&mut self, ctx: &egui::Context, tables: Tables, state: &State, folder: Option<&Path>) {
        let (state, folder) = (state.clone(), folder.map(Path::to_owned));
        let what = tables.reading_in_words();
        let job = UnderWay::start(ctx, what, move |_| tables.read(&state, folder.as_deref()));
        self.reading = Some(job);
    }

    /// Begins to open what a preview shows.
    pub fn take(&mut self, ctx: &egui::Context, taken: Taken, state: &State, folder: Option<&Path>) {
        let (state, folder) = (state.clone(), folder.map(Path::to_owned));
        let job = move |_: &Worker| Ok(taken.open(&state, folder.as_deref()));
        self.reading = Some(UnderWay::start(ctx, label(Doing::OpeningMeetings), job));
    }

    /// Begins to answer what a state asks, unless an older question is worked on: its answer comes first.
    pub fn answer(&mut self, ctx: &egui::Context, answers: &Answers, record: &Meetings, state: &State) {
        if self.answering.is_some() {
            return;
        }
        let (mut answers, record, state) = (answers.clone(), record.clone(), state.clone());
        let is_other_land = answers.asked.borders != state.borders;
        let what = if is_other_land { label(Doing::ChangingBorders) } else { label(Doing::Counting) };
        self.answering = Some(UnderWay::start(ctx, what, move |_| {
            answers.ask_of(&record, Asked::of(&state));
            let chart = state.chart(&answers.shown.ties);
            let lands = is_other_land.then(|| Lands::in_motion(Borders::under(state.borders), chart));
            Answered { answers, lands }
        }));
    }

    /// Begins to read a table for what can be found in it, unless one is being read.
    pub fn find(&mut self, ctx: &egui::Context, answers: &Answers) {
        if self.finding.is_none() {
            let answers = answers.clone();
            self.finding = Some(UnderWay::start(ctx, label(Doing::Counting), move |_| {
                let finder = Finder::new(answers.meetings(), answers.index());
                (answers.meetings().clone(), finder)
            }));
        }
    }

    /// Begins to order the rows of the table; an older order is given up.
    pub fn order(&mut self, ctx: &egui::Context, answers: &Answers, sort: Sort) {
        let answers = answers.clone();
        let job = move |_: &Worker| Ordered::new(&answers, sort);
        self.ordering = Some(UnderWay::start(ctx, label(Doing::Ordering), job));
    }

    /// Begins to group the list; an older grouping is given up.
    pub fn group(&mut self, ctx: &egui::Context, answers: &Answers, by: GroupedBy) {
        let answers = answers.clone();
        let job = move |_: &Worker| Groups::new(&answers, by);
        self.grouping = Some(UnderWay::start(ctx, label(Doing::Ordering), job));
    }

    /// Begins to count who met whom; an older count is given up.
    pub fn pair(&mut self, ctx: &egui::Context, answers: &Answers, view: MatrixView) {
        let answers = answers.clone();
        let job = move |_: &Worker| Made::new(&answers, view);
        self.pairing = Some(UnderWay::start(ctx, label(Doing::Counting), job));
    }

    /// Begins to write rows of the table for the clipboard.
    pub fn copy_rows(
        &mut self,
        ctx: &egui::Context,
        meetings: &Meetings,
        rows: Vec<usize>,
        columns: Vec<Column>,
    ) {
        let meetings = meetings.clone();
        let job = move |_: &Worker| Ok(Exported::Words(tab_separated(&meetings, &rows, &columns)));
        self.exporting = Some(UnderWay::start(ctx, label(Doing::CopyingWords), job));
    }

    /// Begins to read the table's files again.
    pub fn reload(&mut self, ctx: &egui::Context, sources: Vec<SourceFile>) {
        self.reloading =
            Some(UnderWay::start(ctx, label(Doing::ReadingAgain), move |_| read_again(&sources)));
    }

    /// What came of reading them again, once.
    pub fn reloaded(&mut self) -> Option<Reread> {
        finished(&mut self.reloading).map(|result| result.and_then(|result| result))
    }

    /// Begins to look whether the table's files and the project file hold something else now.
    pub fn watch(&mut self, ctx: &egui::Context, document: &Document, home: &Home) {
        let sources = document.sources.clone();
        let project = home.path.clone().zip(home.fingerprint);
        if self.watching.is_none()
            && (project.is_some() || sources.iter().any(|file| file.fingerprint.is_some()))
        {
            let job = move |_: &Worker| Changed::look(sources, project);
            self.watching = Some(UnderWay::start(ctx, label(Doing::LookingAtFile), job));
        }
    }

    /// What was found, once they were looked at.
    pub fn watched(&mut self) -> Option<Changed> {
        finished(&mut self.watching)?.ok()
    }

    /// Opens the system's dialog for the question where to save.
    pub fn choose_where(&mut self, ctx: &egui::Context, path: &str, ending: &'static str) {
        let path = path.to_owned();
        if self.choosing.is_none() {
            self.choosing = Some(UnderWay::start(ctx, label(Doing::ChoosingFile), move |_| {
                ask_where_to_save(&path, ending)
            }));
        }
    }

    /// Begins to write a picture.
    pub fn export(&mut self, ctx: &egui::Context, exhibit: Exhibit, order: Order) {
        let job =
            UnderWay::start(ctx, label(Doing::Exporting), move |worker| export(worker, &exhibit, order));
        self.exporting = Some(job);
    }

    /// Begins to make the picture for the clipboard.
    pub fn copy(&mut self, ctx: &egui::Context, exhibit: Exhibit) {
        self.exporting = Some(UnderWay::start(ctx, label(Doing::CopyingMap), move |_| copy(&exhibit)));
    }

    /// Begins to find words about the map for the clipboard.
    pub fn say(&mut self, ctx: &egui::Context, exhibit: Exhibit, about: About) {
        let job = move |_: &Worker| Ok(words(&exhibit, &about));
        self.exporting = Some(UnderWay::start(ctx, label(Doing::CopyingWords), job));
    }

    /// Begins to write a picture of the window.
    pub fn save_window(&mut self, ctx: &egui::Context, screenshot: Screenshot) {
        let Screenshot { image, path, replace } = screenshot;
        let job = move |_: &Worker| save_window(&image, &path, replace);
        self.exporting = Some(UnderWay::start(ctx, label(Doing::Exporting), job));
    }

    /// Opens the system's dialog for the dialog that asks for it.
    pub fn choose(&mut self, ctx: &egui::Context, dialog: &Dialog) {
        let ask: Box<dyn FnOnce() -> Chosen + Send> = match dialog {
            Dialog::Open { path, .. } => {
                let path = path.clone();
                Box::new(move || ask_what_to_open(&path))
            }
            Dialog::Export(ExportForm { path, what, .. }) => {
                let (path, ending) = (path.clone(), what.ending());
                Box::new(move || ask_where_to_save(&path, ending))
            }
            Dialog::Shortcuts | Dialog::Problems | Dialog::About => return,
        };
        if self.choosing.is_none() {
            self.choosing = Some(UnderWay::start(ctx, label(Doing::ChoosingFile), move |_| ask()));
        }
    }
}
