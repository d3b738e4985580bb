//! The window as a whole: it owns the state and its answers, draws a frame from them, and swaps the edited
//! state in.

mod arrangement;
mod sides;
mod panes;
mod work;
mod read;

use super::answers::{Answers, Asked};
use super::choosing::choose;
use super::command::Command;
use super::fitting::{hold, refit};
use super::ground::Ground;
use super::notice::Notice;
use super::opening::{Opening, Tables};
use super::paint::Meshes;
use super::perform::{OnScreen, perform};
use super::project::Project;
use super::questions::{Order, Question};
use super::selected::Selected;
use super::session::Session;
use super::steps::make;
use super::style;
use crate::document::change::Change;
use crate::document::history::Step;
use crate::globe::borders::Borders;
use crate::state::{Pane, State, Target};
use crate::words::message::Message;
use crate::words::say;
use crate::words::spoken::speaking;
use std::time::Duration;

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
        // The table of a project may have changed since.
        let was_focused = home.path.is_none();
        let mut session = Session { importing: preview, was_focused, ..Session::default() };
        session.panel.text_size = keeping.text_size();
        style::magnify(ctx, session.panel.text_size);
        if !remarks.is_empty() {
            session.notice = Some(Notice::error(remarks.join(". ")));
        }
        if !keeping.left.is_empty() {
            session.question = Some(Question::Left { discards: None });
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

    /// One frame, in the language of the window.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        let (language, sight) = (self.project.keeping.language(), self.session.panel.sight);
        speaking(language, || style::seeing(sight, || self.frame_ui(ui)));
    }

    fn frame_ui(&mut self, ui: &mut egui::Ui) {
        style::choose(ui.ctx(), self.state.theme);
        self.session.regions.begin();
        self.session.panel.touched.begin();
        self.session.panel.leaves_words = false;
        let mut next = self.state.clone();
        self.take_over(ui.ctx(), &mut next);
        self.look_up_selected(false);
        // Dialogs and menus take their own keys first.
        let is_asked = self.session.dialog.is_some()
            || self.session.question.is_some()
            || self.session.wording.is_some();
        let is_free = !is_asked && !egui::Popup::is_any_open(ui.ctx());
        let mut commands = Vec::new();
        let reviews = self.session.review.is_open();
        let pointed = if self.session.importing.is_some() {
            self.importing_ui(ui, is_free, &mut commands);
            None
        } else if reviews {
            if is_free {
                self.session.review.take_keys(ui.ctx());
                commands = Command::pressed(ui.ctx(), true);
            }
            self.session.review.take_commands(&mut commands);
            self.review_ui(ui, is_free, &mut commands);
            None
        } else {
            if is_free {
                self.session.palette.take_keys(ui.ctx());
                commands = Command::pressed(ui.ctx(), self.state.pane == Pane::Map);
            }
            self.panels_ui(ui, is_free, &mut next, &mut commands)
        };
        self.words_ui(ui.ctx(), &mut next);
        if let Some(language) = self.session.panel.chosen_language.take() {
            self.project.keeping.choose_language(language);
            // Whoever chose another language for the map alone keeps it by choosing it again.
            next.language = language;
            ui.ctx().request_repaint();
        }
        self.change(ui.ctx(), commands, &mut next);
        self.start(ui.ctx(), &next);
        self.adopt(ui.ctx(), next, pointed);
    }

    /// Changes the next state by what is under way, and by commands.
    fn change(&mut self, ctx: &egui::Context, commands: Vec<Command>, next: &mut State) {
        let Self { state, answers, session, ground, .. } = self;
        let drawn = answers.on_screen(state);
        let scene = answers.scene(&ground.lands, &drawn, None, session.map.size().into());
        let timeline = &answers.timeline;
        session.time.playback.advance(timeline, next, ctx.input(|input| input.time));
        let size = session.map.size();
        refit(&scene, std::mem::replace(&mut session.framed, size).into(), next);
        hold(&scene, state, next);
        if let Some(chosen) = session.chosen.take() {
            choose(chosen, OnScreen { scene, timeline, state }, answers, next);
        }
        for command in commands {
            perform(ctx, command, OnScreen { scene, timeline, state }, session, next);
        }
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
        self.session.trail.follow(&next);
        self.state = next;
        self.session.pointed = pointed;
        self.look_up_selected(is_new);
        style::magnify(ctx, self.session.panel.text_size);
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
        let before = history.now().number;
        let failed = make(history, next.clone(), &mut session.wanted, interaction);
        if let Step { number, change: change @ Change::Reloaded { .. }, .. } = history.now()
            && *number > before
        {
            let words = [say(Message::Step(change)), say(Message::StepSubject(change))];
            session.notice = Some(Notice::done(words.join(" · ")));
        }
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
        let failed = failed.or_else(|| project.keeping.remember(ctx, state, session.panel.text_size));
        let failed = failed.or_else(|| project.keeping.remember_decisions(ctx));
        if let Some(why) = failed {
            session.notice = Some(Notice::error(why));
        }
        session.panel.recent.clone_from(&project.keeping.settings.recent);
        session.panel.language = project.keeping.language();
        if let Some(path) = session.panel.chosen_recent.take() {
            session.order = Some(Order::Open(Tables::Files(vec![path])));
            ctx.request_repaint();
        }
    }
}
