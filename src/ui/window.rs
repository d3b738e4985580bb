//! The window as a whole: it owns the state and its answers, draws a frame from them, and swaps the edited state in.

use super::answers::{Answers, Asked};
use super::command::{Command, Possible};
use super::context::PanelContext;
use super::dialog;
use super::done::done_ui;
use super::editor::panel::EditorContext;
use super::exporting::Exhibit;
use super::fitting::{hold, refit};
use super::ground::Ground;
use super::hovering::{hovering_ui, is_table, pasted};
use super::importing::preview::{Close, Preview};
use super::importing::screen::screen_ui;
use super::jobs::Answered;
use super::map::{Clicks, map_ui};
use super::notice::{Notice, notice_ui};
use super::opening::{Opened, Opening, Read, Tables, Taken, name_of};
use super::outcome::{take_choice, take_export};
use super::paint::Meshes;
use super::panel::panel_ui;
use super::perform::{OnScreen, perform};
use super::project::Project;
use super::questions::{Order, Question, Then};
use super::review::screen::{ReviewContext, Wish};
use super::selected::Selected;
use super::session::Session;
use super::steps::{Travel, make};
use super::style;
use super::timeline::{HEIGHT, TimelineContext, timeline_ui};
use super::under_way::{finished, under_way_ui};
use crate::document::Document;
use crate::document::edit::{Decision, Edit};
use crate::document::history::History;
use crate::globe::borders::Borders;
use crate::globe::chart::Chart;
use crate::import::decisions::Decisions;
use crate::meeting::table::Meetings;
use crate::picture::Picture;
use crate::picture::compose::compose;
use crate::picture::look::Look;
use crate::query::shown::Shown;
use crate::state::{State, Target};
use crate::words::message::Message;
use crate::words::part::files::Files;
use crate::words::{label, say};
use std::path::PathBuf;
use std::time::Duration;

/// The panel's width in points where the window has room for it.
const PANEL: f32 = 340.0;
/// That of the editor.
const EDITOR: f32 = 370.0;
/// The width of a window from which on the editor has a panel of its own.
const NARROW: f32 = 1000.0;

/// The window's contents, whatever shows them.
pub struct Window {
    /// What the user has set.
    pub state: State,
    /// The document with its steps, and what is kept of it on the disk.
    project: Project,
    /// What the document answers.
    answers: Answers,
    session: Session,
    ground: Ground,
    meshes: Meshes,
}

impl Window {
    /// A window on its opening, in the context that it will be shown in.
    #[must_use]
    pub fn new(ctx: &egui::Context, opening: Opening) -> Self {
        let Opening { document, home, problems, remarks, keeping, lands, preview } = opening;
        let state = document.state.clone();
        let mut session = Session { importing: preview, ..Session::default() };
        if !remarks.is_empty() {
            session.notice = Some(Notice::error(remarks.join(". ")));
        }
        if !keeping.left.is_empty() {
            session.question = Some(Question::Left);
        }
        let borders = Borders::under(state.borders);
        style::install(ctx);
        style::choose(ctx, state.theme);
        Self {
            answers: Answers::of(document.record.clone(), Asked::of(&state)),
            project: Project::new(document, home, problems, keeping),
            session,
            ground: Ground::new(borders, lands),
            meshes: Meshes::default(),
            state,
        }
    }

    /// One frame.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        style::choose(ui.ctx(), self.state.theme);
        let mut next = self.state.clone();
        self.take_over(ui.ctx(), &mut next);
        self.look_up_selected(false);
        // Dialogs and menus take their own keys first.
        let is_asked = self.session.dialog.is_some() || self.session.question.is_some();
        let is_free = !is_asked && !egui::Popup::is_any_open(ui.ctx());
        let mut commands = Vec::new();
        let reviews = self.session.review.is_open();
        let pointed = if self.session.importing.is_some() {
            self.importing_ui(ui, is_free, &mut commands);
            None
        } else if reviews {
            if is_free {
                self.session.review.take_keys(ui.ctx());
                commands = Command::pressed(ui.ctx());
            }
            self.session.review.take_commands(&mut commands);
            self.review_ui(ui, is_free, &mut commands);
            None
        } else {
            if is_free {
                commands = Command::pressed(ui.ctx());
            }
            self.panels_ui(ui, is_free, &mut next, &mut commands)
        };
        self.words_ui(ui.ctx(), &mut next);
        self.change(ui.ctx(), commands, &mut next);
        self.start(ui.ctx(), &next);
        self.adopt(ui.ctx(), next, pointed);
    }

    /// The files that are looked at, in place of everything else.
    fn importing_ui(&mut self, ui: &mut egui::Ui, is_free: bool, commands: &mut Vec<Command>) {
        let Self { state, session, meshes, .. } = self;
        let Some(preview) = &mut session.importing else { return };
        preview.work(ui.ctx(), state);
        let look = Look::of(state.theme);
        match screen_ui(ui, &look, preview, meshes, is_free) {
            Some(Close::Open) => session.order = Some(Order::Import),
            Some(Close::Cancel) => session.importing = None,
            None => {}
        }
        if is_free {
            let others = Command::pressed(ui.ctx()).into_iter();
            commands.extend(others.filter(|one| one.works_while_importing()));
        }
    }

    /// The review of places over everything.
    fn review_ui(&mut self, ui: &mut egui::Ui, is_free: bool, commands: &mut Vec<Command>) {
        let Self { state, project, session, ground, meshes, .. } = self;
        let Session { review, panel, wanted, .. } = session;
        let (document, undo) = (project.history.document(), panel.undo.as_deref());
        let context = ReviewContext { document, state, lands: &ground.lands, is_free, undo };
        for wish in review.ui(ui, &context, meshes) {
            match wish {
                Wish::Command(command) => commands.push(command),
                Wish::Decide(decisions, is_for_all_projects) => {
                    if is_for_all_projects {
                        let mut more = Decisions::default();
                        for Decision { country, city, decided, .. } in &decisions {
                            more.decide_place(country, city, *decided);
                        }
                        project.keeping.decide_for_all(&more);
                    }
                    wanted.edits.push((Edit::Decide(decisions), None));
                }
            }
        }
    }

    /// The panel, the timeline and the map. Gives what the pointer is on.
    fn panels_ui(
        &mut self,
        ui: &mut egui::Ui,
        is_free: bool,
        next: &mut State,
        commands: &mut Vec<Command>,
    ) -> Option<Target> {
        let possible = self.possible();
        let decisions = self.session.review.decisions_of(self.project.history.document());
        let Self { state, answers, project, session, ground, meshes } = self;
        let look = Look::of(state.theme);
        let drawn = answers.drawn(state);
        let is_editing = session.editor.meeting().is_some();
        let is_narrow = ui.available_width() < NARROW;
        let edited = editor_context(project.history.document(), &look, session);
        let Session { panel, time, selected, pointed_rows, editor, acts, .. } = session;
        let clicks = match (is_free, editor.is_picking()) {
            (false, _) => Clicks::CloseWhatLiesOver,
            (true, true) => Clicks::GivePlace,
            (true, false) => Clicks::Select,
        };
        let context = PanelContext {
            answers,
            decisions: &decisions,
            look: &look,
            selected: selected.as_ref(),
            pointed: pointed_rows.as_ref(),
        };
        let frame = |y| {
            let margin = egui::Margin::symmetric(14, y);
            egui::Frame::new().fill(style::colour(look.paper)).inner_margin(margin)
        };
        let side = egui::Panel::left("panel")
            .resizable(true)
            .default_size(PANEL.min(ui.available_width() * 0.42))
            .size_range(260.0..=520.0)
            .frame(frame(8));
        let mut editor_ui = |ui: &mut egui::Ui| acts.extend(editor.ui(ui, edited));
        let (chosen, mut pointed) = side
            .show(ui, |ui| {
                let instead: Option<&mut dyn FnMut(&mut egui::Ui)> =
                    if is_editing && is_narrow { Some(&mut editor_ui) } else { None };
                panel_ui(ui, context, possible, project.problems().count(), panel, next, instead)
            })
            .inner;
        commands.extend(chosen);
        let bars = TimelineContext {
            meetings: answers.meetings(),
            timeline: &answers.timeline,
            rule: drawn.rule,
            classes: &answers.shown.classes,
            look: &look,
        };
        let strip = egui::Panel::bottom("timeline").exact_size(HEIGHT).frame(frame(6));
        commands.extend(strip.show(ui, |ui| timeline_ui(ui, bars, time, next)).inner);
        if is_editing && !is_narrow {
            let right = egui::Panel::right("editor").resizable(true).default_size(EDITOR);
            right.size_range(300.0..=520.0).frame(frame(8)).show(ui, editor_ui);
        }
        acts.append(&mut panel.touched.acts);
        egui::CentralPanel::no_frame().show(ui, |ui| {
            session.map = ui.available_rect_before_wrap();
            let scene =
                answers.scene(&ground.lands, &drawn, session.pointed.as_ref(), session.map.size().into());
            let on_map = map_ui(ui, scene, meshes, clicks, next);
            pointed = on_map.pointed.or(pointed.take());
            commands.extend(on_map.asked);
            if let Some(at) = on_map.place {
                session.editor.pick(at);
            }
        });
        pointed
    }

    fn possible(&self) -> Possible {
        let Self { state, answers, project, session, .. } = self;
        let history = &project.history;
        Possible {
            undo: history.undone_next().is_some(),
            redo: history.redone_next().is_some(),
            filters: !state.filter.is_empty(),
            selection: state.selection.is_some(),
            period: state.filter.from.is_some() || state.filter.to.is_some(),
            days: answers.timeline.span().is_some(),
            problems: !project.problems().is_empty() || project.remarks().iter().next().is_some(),
            meeting: session.meeting(state).is_some(),
            marks: !session.panel.touched.marked.ids().is_empty(),
            decisions: history.document().has_decisions(),
            files: history.document().sources.iter().any(|file| file.fingerprint.is_some()),
        }
    }

    /// Changes the next state by what is under way, and by commands.
    fn change(&mut self, ctx: &egui::Context, commands: Vec<Command>, next: &mut State) {
        let Self { state, answers, session, ground, .. } = self;
        let drawn = answers.drawn(state);
        let scene = answers.scene(&ground.lands, &drawn, None, session.map.size().into());
        let timeline = &answers.timeline;
        session.time.playback.advance(timeline, next, ctx.input(|input| input.time));
        let size = session.map.size();
        refit(&scene, std::mem::replace(&mut session.framed, size).into(), next);
        hold(&scene, state, next);
        for command in commands {
            perform(ctx, command, OnScreen { scene, timeline, state }, session, next);
        }
    }

    /// What lies over the panels: notices, what is under way, and a dialog.
    fn words_ui(&mut self, ctx: &egui::Context, next: &mut State) {
        let Self { state, answers, project, session, .. } = self;
        let look = Look::of(state.theme);
        let room = if session.importing.is_some() {
            ctx.content_rect()
        } else if session.review.is_open() {
            session.review.map()
        } else {
            session.map
        };
        notice_ui(ctx, &look, &mut session.notice, room);
        hovering_ui(ctx, &look);
        let mut told = Vec::from(session.jobs.told());
        told.push(project.keeping.told());
        told.push(session.review.told());
        if let Some(number) = under_way_ui(ctx, &look, &told, room) {
            if number + 1 == told.len() {
                session.review.close();
            } else {
                session.jobs.cancel(number);
            }
            // What nobody answers is not asked either.
            *next = answers.drawn(next).into_owned();
        }
        if session.shows_done
            && let Some(step) = done_ui(ctx, &look, &project.history, &mut session.shows_done)
        {
            session.wanted.travel = Some(Travel::To(step));
        }
        project.question_ui(ctx, session);
        let Some(dialog) = &mut session.dialog else { return };
        let record = &project.history.document().record;
        let Some(decision) = dialog.ui(ctx, (project.problems(), project.remarks()), record) else { return };
        match decision {
            dialog::Decision::Browse => return session.jobs.choose(ctx, dialog),
            dialog::Decision::Close => {}
            dialog::Decision::ReviewPlaces => session.review.toggle(next),
            dialog::Decision::Show(meeting) => next.selection = Some(Target::Meeting(meeting)),
            dialog::Decision::Open(paths) => session.order = Some(Order::Open(Tables::Files(paths))),
            dialog::Decision::Export(order) => session.to_export = Some(order),
        }
        session.dialog = None;
    }

    /// Swaps the edited state in, and works out what follows from it.
    fn adopt(&mut self, ctx: &egui::Context, mut next: State, pointed: Option<Target>) {
        next.framing = next.framing.within(next.projection);
        next.follow();
        self.make_steps(ctx, &mut next);
        let record = &self.project.history.document().record;
        let asked = Asked::of(&next);
        let is_new = self.answers.is_quick(record, &asked) && self.answers.ask_of(record, asked);
        if !self.answers.answer(record, &next) {
            self.session.jobs.answer(ctx, &self.answers, record, &next);
        }
        let review = &self.session.review;
        let shown = if review.is_open() { review.state() } else { &next };
        let chart = shown.chart(&self.answers.shown.ties);
        self.ground.lay(ctx, Borders::under(self.answers.asked.borders), chart);
        if is_new || next != self.state || pointed != self.session.pointed {
            ctx.request_repaint();
        }
        self.state = next;
        self.session.pointed = pointed;
        self.look_up_selected(is_new);
        self.keep(ctx);
    }

    /// Looks up the rows of what is selected and pointed at, where that or the answers changed.
    fn look_up_selected(&mut self, is_new: bool) {
        let Session { selected, pointed_rows, pointed, .. } = &mut self.session;
        Selected::keep(selected, self.state.selection.as_ref(), &self.answers, is_new);
        Selected::keep(pointed_rows, pointed.as_ref(), &self.answers, is_new);
    }

    /// Makes the steps of this frame. The next state is then the document's.
    fn make_steps(&mut self, ctx: &egui::Context, next: &mut State) {
        let Self { project, session, .. } = self;
        let history = &mut project.history;
        let rest = session.time.playback.until_next_step(ctx.input(|input| input.time));
        if let Some(rest) = rest {
            // Between the steps of a film nothing moves.
            ctx.request_repaint_after(Duration::from_secs_f64(rest));
        }
        let interaction = session.hand.interaction(ctx, history, rest.is_some(), session.editor.is_adding());
        let failed = make(history, next.clone(), &mut session.wanted, interaction);
        let refused = session.act(history);
        if let Some(why) = failed.or(refused) {
            session.notice = Some(Notice::error(why));
        }
        next.clone_from(&history.document().state);
        let in_menu = |change| say(Message::StepInMenu(change));
        session.panel.undo = history.undone_next().map(in_menu);
        session.panel.redo = history.redone_next().map(in_menu);
    }

    /// Keeps the recovery copy and the settings, in the background.
    fn keep(&mut self, ctx: &egui::Context) {
        let Self { project, session, state, .. } = self;
        let failed = project.keeping.copy(ctx, &project.history);
        let failed = failed.or_else(|| project.keeping.remember(ctx, state));
        let failed = failed.or_else(|| project.keeping.remember_decisions(ctx));
        if let Some(why) = failed {
            session.notice = Some(Notice::error(why));
        }
        session.panel.recent.clone_from(&project.keeping.settings.recent);
        if let Some(path) = session.panel.chosen_recent.take() {
            session.order = Some(Order::Open(Tables::Files(vec![path])));
            ctx.request_repaint();
        }
    }

    /// The steps of the document.
    #[must_use]
    pub const fn history(&self) -> &History {
        &self.project.history
    }

    /// Makes an edit at the end of the next frame, as a step of its own.
    pub fn edit(&mut self, edit: Edit) {
        self.session.wanted.edits.push((edit, None));
    }

    /// Ends what the window keeps, when it closes for good. The size is the window's, in points.
    pub fn close(&mut self, size: Option<[f32; 2]>) {
        self.project.keeping.close(size);
    }

    /// The chart that the map is drawn on.
    #[must_use]
    pub fn chart(&self) -> Chart {
        self.ground.lands.chart
    }

    /// The sentence about what was done last, if it is on the screen.
    #[must_use]
    pub fn notice(&self) -> Option<&str> {
        self.session.notice.as_ref().map(|notice| &notice.words[..])
    }

    /// The picture as it stands, without what the pointer lights.
    #[must_use]
    pub fn picture(&self) -> Picture {
        let drawn = self.answers.drawn(&self.state);
        compose(&self.answers.scene(&self.ground.lands, &drawn, None, self.session.map.size().into()))
    }

    /// The table as it is recorded.
    #[must_use]
    pub fn record(&self) -> &Meetings {
        self.answers.record()
    }

    /// The answers on the screen.
    #[must_use]
    pub fn shown(&self) -> &Shown {
        &self.answers.shown
    }

    /// Whether a job is under way.
    #[must_use]
    pub fn is_working(&self) -> bool {
        let is_previewing = matches!(&self.session.importing, Some(preview) if preview.is_working());
        let is_reviewing = self.session.review.is_working();
        self.session.jobs.is_any() || self.project.keeping.is_writing() || is_previewing || is_reviewing
    }

    /// The files that are looked at before anything of them is taken.
    #[must_use]
    pub fn preview(&self) -> Option<&Preview> {
        self.session.importing.as_deref()
    }

    /// The map as it is exported.
    fn exhibit(&self) -> Exhibit {
        Exhibit {
            answers: self.answers.clone(),
            state: self.state.clone(),
            chart: self.chart(),
            size: self.session.map.size().into(),
        }
    }

    /// Takes over what came of the jobs since the frame before.
    fn take_over(&mut self, ctx: &egui::Context, next: &mut State) {
        match finished(&mut self.session.jobs.reading) {
            Some(Ok(Ok(opened))) => self.take_opened(ctx, opened),
            Some(Ok(Err(why)) | Err(why)) => self.session.notice = Some(Notice::error(why)),
            None => {}
        }
        if std::mem::take(&mut self.session.shows_held)
            && let Some(read) = self.session.held.take()
        {
            self.take(ctx, *read);
        }
        match finished(&mut self.session.jobs.answering) {
            Some(Ok(Answered { answers, lands })) => {
                if let Some(lands) = lands {
                    self.ground = Ground::new(Borders::under(answers.asked.borders), lands);
                }
                self.answers = answers;
                self.look_up_selected(true);
            }
            Some(Err(why)) => {
                self.session.notice = Some(Notice::error(why));
                *next = self.answers.drawn(next).into_owned();
            }
            None => {}
        }
        take_export(ctx, &mut self.session);
        take_choice(&mut self.session);
        self.project.take_saved(ctx, &mut self.session);
        self.project.take_reloaded(&mut self.session);
        self.project.watch_sources(ctx, &mut self.session);
        self.project.guard_closing(ctx, &mut self.session);
    }

    /// Shows what was read, unless it is to be looked at first, or would take the place of work that is not safe.
    fn take_opened(&mut self, ctx: &egui::Context, opened: Opened) {
        match opened {
            Opened::Preview(preview) => {
                self.session.notice = None;
                self.session.importing = Some(preview);
                ctx.request_repaint();
            }
            Opened::Document(read) if self.project.has_unsaved_work() => {
                self.session.held = Some(read);
                self.session.question = Some(Question::Unsaved(Then::Show));
                ctx.request_repaint();
            }
            Opened::Document(read) | Opened::Settled(read) => self.take(ctx, *read),
        }
    }

    fn take(&mut self, ctx: &egui::Context, read: Read) {
        ctx.request_repaint();
        let Read { document, home, answers, problems, remarks, words } = read;
        if let Some(path) = home.path.clone() {
            self.project.keeping.used.push(path);
        } else {
            let files = document.sources.iter().filter(|file| file.fingerprint.is_some());
            self.project.keeping.used.extend(files.map(|file| PathBuf::from(&file.path)));
        }
        self.project.open(document, home, problems);
        self.project.note(remarks);
        self.session.begin_table(Some(Notice::done(words)));
        self.session.wanted.travel = Some(Travel::To(self.project.history.now().number));
        self.answers = answers;
    }

    /// Starts the jobs that were asked for.
    fn start(&mut self, ctx: &egui::Context, next: &State) {
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if !dropped.is_empty() {
            self.session.order = Some(Order::Open(Tables::Files(dropped)));
        }
        if let Some(text) =
            pasted(ctx).filter(|_| self.session.dialog.is_none() && self.session.question.is_none())
        {
            if is_table(&text) {
                self.session.order = Some(Order::Open(Tables::Pasted(text.into())));
            } else {
                let words = label(Files::NoTableOnClipboard);
                self.session.notice = Some(Notice::done(words));
            }
        }
        if let Some(order) = self.session.order.take() {
            self.project.run_order(ctx, &mut self.session, order);
        }
        if let Some(tables) = self.session.to_open.take() {
            self.session.jobs.read(ctx, tables, next, self.project.keeping.folder());
        }
        if std::mem::take(&mut self.session.to_import)
            && let Some(taken) = self.session.importing.as_deref().and_then(Taken::of)
        {
            self.session.jobs.take(ctx, taken, next, self.project.keeping.folder());
        }
        if let Some(order) = self.session.to_export.take() {
            self.session.notice = None;
            let exhibit = self.exhibit();
            self.session.jobs.export(ctx, exhibit, order);
        }
        if std::mem::take(&mut self.session.to_copy) {
            let exhibit = self.exhibit();
            self.session.jobs.copy(ctx, exhibit);
        }
        self.session.take_screenshot(ctx);
        let history = &self.project.history;
        let name = name_of(history.document(), history.home());
        self.session.name_frame(ctx, name.as_deref(), history.has_unsaved_work());
    }
}

/// What the editor reads.
fn editor_context<'a>(document: &'a Document, look: &'a Look, session: &Session) -> EditorContext<'a> {
    let Session { editor, selected, .. } = session;
    let is_left_out = selected.as_ref().is_some_and(|selected| {
        let is_edited = matches!(&selected.target, Target::Meeting(id) if editor.meeting() == Some(id));
        is_edited && selected.rows.is_empty()
    });
    EditorContext { record: &document.record, look, is_left_out }
}
