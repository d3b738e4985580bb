//! The window as a whole: it owns the table and the state, draws a frame from the old state, and swaps the edited one in.

use super::command::Command;
use super::dialog::{Decision, Dialog};
use super::dossier::Reading;
use super::effect::{Export, copy_map, save_map, save_window};
use super::ground::Ground;
use super::paint::Meshes;
use super::panel::{PanelMemory, panel_ui};
use super::period::PeriodText;
use super::playback::step;
use super::timeline::{self, TimelineMemory, Told, timeline_ui};
use super::{map, style};
use crate::export::format::Format;
use crate::globe::as_seen::as_seen;
use crate::globe::borders::Borders;
use crate::globe::chart::Chart;
use crate::globe::land::Lands;
use crate::globe::policy::BorderPolicy;
use crate::globe::view::View;
use crate::headless;
use crate::import::{self, Import};
use crate::meeting::table::Meetings;
use crate::picture::Picture;
use crate::picture::compose::compose;
use crate::picture::look::Look;
use crate::picture::sheet::Scene;
use crate::query::calendar::Grain;
use crate::query::index::Index;
use crate::query::question::Question;
use crate::query::question::filter::{Field, Filter};
use crate::query::shown::Shown;
use crate::query::timeline::Timeline;
use crate::state::{Framing, State, Target, Theme};
use crate::words::message::{Message, Noun};
use crate::words::say;
use egui::util::undoer::Undoer;
use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// The panel's width in points where the window has room for it.
const PANEL: f32 = 340.0;
/// How long the state must rest before a change is a step to undo; a little over what the undoer waits.
const UNDO_REST: std::time::Duration = std::time::Duration::from_millis(1100);
/// Seconds that a notice stays.
const NOTICE: f64 = 12.0;

/// What a window opens on. It is made without one, so that a thread can make it while the window system starts.
#[derive(Debug)]
pub struct Opening {
    import: Import,
    title: String,
    lands: Lands,
}

impl Opening {
    /// An import under a title, with the base map laid flat.
    #[must_use]
    pub fn new(import: Import, title: String) -> Self {
        Self { import, title, lands: Lands::for_screen(Borders::embedded(), Chart::default()) }
    }
}

/// The window's contents, whatever shows them.
pub struct Window {
    /// What the user has set.
    pub state: State,
    /// What is under the pointer, on the map or in the panel.
    pub pointed: Option<Target>,
    /// One sentence about the last effect.
    pub notice: Option<String>,
    /// The notice that stands, and since when (seconds of the window's time).
    noticed: (Option<String>, f64),
    /// The record.
    meetings: Meetings,
    /// The meetings as the border policy sees them, where it sees any otherwise than the record.
    seen: Option<Meetings>,
    /// What belongs to the meetings that are seen.
    index: Index,
    problems: Vec<import::problem::Problem>,
    shown: Shown,
    ground: Ground,
    meshes: Meshes,
    map_size: [f32; 2],
    undoer: Undoer<State>,
    memory: PanelMemory,
    /// The bars under the map, with the question and the grain that they answer.
    timeline: (Question, Option<Grain>, Timeline),
    time: TimelineMemory,
    dialog: Option<Dialog>,
    /// Where the next screenshot goes, once the dialog is off the screen.
    screenshot: Option<PathBuf>,
    /// What a screenshot's writing ended with; it is written when the pixels arrive.
    written: Arc<Mutex<Option<String>>>,
}

impl Window {
    /// A window on its opening, in the context that it will be shown in.
    #[must_use]
    pub fn new(ctx: &egui::Context, opening: Opening) -> Self {
        style::install(ctx);
        let Opening { import, title, lands } = opening;
        let state = State { title, ..State::default() };
        let seen = seen(&import.meetings, state.borders);
        let meetings = seen.as_ref().unwrap_or(&import.meetings);
        let index = Index::new(meetings);
        let shown = Shown::with(meetings, &index, &state.question());
        Self {
            timeline: timeline_of(meetings, &index, &shown, state.time.grain),
            shown,
            index,
            time: TimelineMemory::default(),
            seen,
            ground: Ground::new(Borders::embedded(), lands),
            meetings: import.meetings,
            problems: import.problems,
            state,
            pointed: None,
            notice: None,
            noticed: (None, 0.0),
            meshes: Meshes::default(),
            map_size: [800.0, 600.0],
            undoer: Undoer::default(),
            memory: PanelMemory::default(),
            dialog: None,
            screenshot: None,
            written: Arc::default(),
        }
    }

    /// One frame.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        style::choose(ui.ctx(), self.state.theme);
        self.take_screenshot(ui.ctx());
        let mut next = self.state.clone();
        // Dialogs and menus take their own keys first.
        let is_free = self.dialog.is_none() && !egui::Popup::is_any_open(ui.ctx());
        let mut commands = if is_free { Command::pressed(ui.ctx()) } else { Vec::new() };
        let look = Look::of(self.state.theme);
        let meetings = self.seen.as_ref().unwrap_or(&self.meetings);
        let lit = self.pointed.as_ref().map(|target| target.rows(meetings, &self.shown));
        let lit = lit.into_iter().flatten().collect();
        let reading = Reading { meetings, shown: &self.shown, look: &look, lit: &lit };
        let frame =
            egui::Frame::new().fill(style::colour(look.paper)).inner_margin(egui::Margin::symmetric(14, 8));
        let panel = egui::Panel::left("panel")
            .resizable(true)
            .default_size(PANEL.min(ui.available_width() * 0.42))
            .size_range(260.0..=520.0)
            .frame(frame);
        let problems = self.problems.len();
        let (chosen, mut pointed) =
            panel.show(ui, |ui| panel_ui(ui, reading, problems, &mut self.memory, &mut next)).inner;
        commands.extend(chosen);
        let scene = scene_of(
            meetings,
            &self.shown,
            &self.ground.lands,
            &self.state,
            self.pointed.as_ref(),
            self.map_size,
        );
        let told = Told {
            meetings,
            timeline: &self.timeline.2,
            rule: self.state.rule,
            classes: &self.shown.classes,
            look: &look,
        };
        let frame =
            egui::Frame::new().fill(style::colour(look.paper)).inner_margin(egui::Margin::symmetric(14, 6));
        let strip = egui::Panel::bottom("timeline").exact_size(timeline::HEIGHT).frame(frame);
        let asked = strip.show(ui, |ui| timeline_ui(ui, told, &mut self.time, &mut next)).inner;
        commands.extend(asked);
        egui::CentralPanel::no_frame().show(ui, |ui| {
            self.map_size = ui.available_size().into();
            let (on_map, asked) = map::map_ui(ui, scene, &mut self.meshes, is_free, &mut next);
            pointed = on_map.or(pointed.take());
            commands.extend(asked);
        });
        self.notice_ui(ui.ctx());
        self.dialog_ui(ui.ctx(), &mut next);
        self.open_dropped(ui.ctx(), &mut next);
        let now = ui.input(|input| input.time);
        self.time.playback.advance(&self.timeline.2, &mut next, now);
        self.hold_view(&mut next);
        for command in commands {
            self.run(ui.ctx(), command, &mut next);
        }
        self.adopt(ui.ctx(), next, pointed);
    }

    /// Swaps the edited state in, and works out what follows from it.
    fn adopt(&mut self, ctx: &egui::Context, mut next: State, pointed: Option<Target>) {
        next.framing = next.framing.within(next.projection);
        next.follow();
        if next.borders != self.state.borders {
            self.see(&next);
        }
        let question = next.question();
        if question != self.shown.question {
            let before = std::mem::take(&mut self.shown);
            self.shown = before.again(self.seen(), &self.index, &question);
        }
        let (asked, grain) = (self.shown.question.whenever(), next.time.grain);
        if asked != self.timeline.0 || grain != self.timeline.1 {
            self.timeline = timeline_of(self.seen(), &self.index, &self.shown, grain);
        }
        self.ground.lay(ctx, Borders::under(next.borders), next.chart(&self.shown.ties));
        if next != self.state || pointed != self.pointed {
            ctx.request_repaint();
        }
        self.state = next;
        self.pointed = pointed;
        if self.time.playback.is_playing() {
            // A film is no list of changes to take back.
            ctx.request_repaint();
            return;
        }
        self.undoer.feed_state(ctx.input(|input| input.time), &self.state);
        if self.undoer.is_in_flux() {
            // A change becomes a step of its own once the state has rested.
            ctx.request_repaint_after(UNDO_REST);
        }
    }

    fn run(&mut self, ctx: &egui::Context, command: Command, next: &mut State) {
        let scene =
            || scene_of(self.seen(), &self.shown, &self.ground.lands, &self.state, None, self.map_size);
        match command {
            Command::Open => self.dialog = Some(Dialog::Open { path: String::new() }),
            Command::OpenEmbedded => self.take(import::embedded(), import::EMBEDDED_TITLE, next),
            Command::Export => self.dialog = Some(Dialog::export(Export::Map(Format::Png))),
            Command::SaveWindow => self.dialog = Some(Dialog::export(Export::Window)),
            Command::CopyPicture => self.notice = Some(copy_map(ctx, &self.picture_for_files())),
            Command::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            Command::Undo => *next = self.undoer.undo(&self.state).unwrap_or(&self.state).clone(),
            Command::Redo => *next = self.undoer.redo(&self.state).unwrap_or(&self.state).clone(),
            Command::Find => self.memory.find = true,
            Command::ClearFilters => {
                next.filter = Filter::default();
                self.memory.period = PeriodText::default();
            }
            Command::Escape if self.memory.leaves_search => next.filter.text.clear(),
            Command::Escape => next.selection = None,
            Command::Fit => {
                next.framing = self.fitted(&scene());
                next.centre = None;
            }
            Command::World => map::world(&scene(), next),
            Command::ZoomIn => map::zoom(&scene(), next, map::ZOOM_STEP),
            Command::ZoomOut => map::zoom(&scene(), next, 1.0 / map::ZOOM_STEP),
            Command::PanLeft => map::pan(&scene(), next, map::PAN_STEP, 0.0),
            Command::PanRight => map::pan(&scene(), next, -map::PAN_STEP, 0.0),
            Command::PanUp => map::pan(&scene(), next, 0.0, map::PAN_STEP),
            Command::PanDown => map::pan(&scene(), next, 0.0, -map::PAN_STEP),
            Command::SwitchTheme => {
                next.theme = if next.theme == Theme::Light { Theme::Dark } else { Theme::Light };
            }
            Command::NextProjection => {
                let all = crate::globe::projection::Projection::ALL;
                let now = all.iter().position(|projection| *projection == next.projection).unwrap_or(0);
                next.projection = all[(now + 1) % all.len()];
                next.framing = Framing::Fit;
            }
            Command::FullScreen => {
                let full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
                ctx.send_viewport_cmd(egui::ViewportCommand::Fullscreen(!full));
            }
            Command::Shortcuts => self.dialog = Some(Dialog::Shortcuts),
            Command::About => self.dialog = Some(Dialog::About),
            Command::Problems => self.dialog = Some(Dialog::Problems),
            Command::Play => {
                let now = ctx.input(|input| input.time);
                self.time.playback.toggle(&self.timeline.2, next, now);
                self.hold_view(next);
            }
            Command::NextEvent | Command::EventBefore => {
                step(&self.timeline.2, next, command == Command::NextEvent);
                self.hold_view(next);
            }
            Command::AllTime => next.filter = next.filter.without(Field::Period),
            Command::LeftOut => {
                next.selection = None;
                self.memory.why = true;
            }
        }
    }

    /// The view that fits the selection, if there is one on the map; else all that is shown fits.
    fn fitted(&self, scene: &Scene) -> Framing {
        let Some(target) = self.state.selection.as_ref() else { return Framing::Fit };
        let points = map::points_of(scene, target);
        let pane = crate::picture::layout::Layout::new(scene).pane;
        if points.is_empty() { Framing::Fit } else { Framing::Chosen(View::fitting(&points, pane, 80.0)) }
    }

    /// Keeps the map where it is while a period changes: what comes and goes is seen only on a map that stands still. A comparison that begins or
    /// ends lets go of a view that nobody has chosen.
    fn hold_view(&self, next: &mut State) {
        if next.compare.is_some() != self.state.compare.is_some() {
            if matches!(next.framing, Framing::Frozen(_)) {
                next.framing = Framing::Fit;
            }
            return;
        }
        let before = |state: &State| state.compare.as_ref().map(|one| (one.before.from, one.before.to));
        let period = |state: &State| (state.filter.from, state.filter.to, before(state));
        if period(next) == period(&self.state) || next.framing != self.state.framing {
            return;
        }
        let scene = scene_of(self.seen(), &self.shown, &self.ground.lands, &self.state, None, self.map_size);
        let view = crate::picture::layout::Layout::new(&scene).view;
        if next.framing == Framing::Fit {
            next.framing = Framing::Frozen(view);
        }
        if self.chart().projection.rim().is_some() {
            next.centre.get_or_insert(self.chart().centre);
        }
    }

    /// The chart that the map is drawn on.
    #[must_use]
    pub fn chart(&self) -> Chart {
        self.ground.lands.chart
    }

    /// The meetings as the border policy sees them.
    fn seen(&self) -> &Meetings {
        self.seen.as_ref().unwrap_or(&self.meetings)
    }

    /// The picture as it stands, without what the pointer lights.
    #[must_use]
    pub fn picture(&self) -> Picture {
        compose(&scene_of(self.seen(), &self.shown, &self.ground.lands, &self.state, None, self.map_size))
    }

    /// The same picture with all the detail there is.
    #[must_use]
    fn picture_for_files(&self) -> Picture {
        let lands = Lands::for_files(Borders::under(self.state.borders), self.chart());
        compose(&scene_of(self.seen(), &self.shown, &lands, &self.state, None, self.map_size))
    }

    fn dialog_ui(&mut self, ctx: &egui::Context, next: &mut State) {
        let Some(dialog) = &mut self.dialog else { return };
        let Some(decision) = dialog.ui(ctx, &self.problems) else { return };
        self.dialog = None;
        match decision {
            Decision::Close => {}
            Decision::Refuse(why) => self.notice = Some(why),
            Decision::Open(paths) => self.open(&paths, next),
            Decision::Export { what: Export::Window, path, .. } => {
                self.screenshot = Some(path);
                self.notice = None;
                ctx.request_repaint();
            }
            Decision::Export { what: Export::Map(format), scale, path } => {
                self.notice = Some(save_map(&self.picture_for_files(), format, scale, &path));
            }
        }
    }

    /// Asks for the window's pixels one frame after the dialog closed, and takes over what their writing ended with.
    fn take_screenshot(&mut self, ctx: &egui::Context) {
        if let Some(sentence) = self.written.lock().expect("no holder of this lock can panic").take() {
            self.notice = Some(sentence);
        }
        if let Some(path) = self.screenshot.take() {
            let (written, waker) = (self.written.clone(), ctx.clone());
            ctx.request_screenshot(move |image| {
                *written.lock().expect("no holder of this lock can panic") = Some(save_window(&image, &path));
                waker.request_repaint();
            });
        }
    }

    fn open_dropped(&mut self, ctx: &egui::Context, next: &mut State) {
        let dropped = ctx.input(|input| {
            input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect::<Vec<_>>()
        });
        if !dropped.is_empty() {
            self.open(&dropped, next);
        }
    }

    fn open(&mut self, paths: &[PathBuf], next: &mut State) {
        if paths.iter().any(|path| path.as_os_str() == "-") {
            self.notice = Some("Standard input is read by the command line only: summitry -".to_owned());
            return;
        }
        let import = import::files(paths);
        if import.meetings.is_empty() {
            let why = import.problems.first().map(ToString::to_string).unwrap_or_default();
            self.notice = Some(format!("No meeting could be read. {why}"));
            return;
        }
        self.take(import, &headless::title(paths), next);
    }

    fn take(&mut self, import: Import, title: &str, next: &mut State) {
        let problems = match import.problems.len() {
            0 => String::new(),
            n => format!(", {}: see Help", say(Message::Count(n, Noun::Problem))),
        };
        self.notice =
            Some(format!("{}{problems}", say(Message::Count(import.meetings.len(), Noun::RowRead))));
        self.meetings = import.meetings;
        self.problems = import.problems;
        self.undoer = Undoer::default();
        self.memory = PanelMemory::default();
        *next = State {
            title: title.to_owned(),
            theme: next.theme,
            language: next.language,
            labels: next.labels,
            projection: next.projection,
            borders: next.borders,
            ..State::default()
        };
        self.see(next);
        self.time = TimelineMemory::default();
    }

    /// Looks at the table anew by the border policy of a state, and answers its questions.
    fn see(&mut self, state: &State) {
        self.seen = seen(&self.meetings, state.borders);
        self.index = Index::new(self.seen());
        self.shown = Shown::with(self.seen(), &self.index, &state.question());
        self.timeline = timeline_of(self.seen(), &self.index, &self.shown, state.time.grain);
    }

    fn notice_ui(&mut self, ctx: &egui::Context) {
        let now = ctx.input(|input| input.time);
        if self.notice != self.noticed.0 {
            self.noticed = (self.notice.clone(), now);
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(NOTICE));
        } else if now - self.noticed.1 > NOTICE {
            self.notice = None;
        }
        let Some(notice) = &self.notice else { return };
        let anchor =
            egui::Area::new(egui::Id::unique("notice")).anchor(egui::Align2::CENTER_BOTTOM, [0.0, -46.0]);
        let closed = anchor.order(egui::Order::Foreground).show(ctx, |ui| {
            egui::Frame::popup(ui.style()).inner_margin(10).show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.label(notice);
                    ui.button("Dismiss").clicked()
                })
                .inner
            })
        });
        if closed.inner.inner {
            self.notice = None;
        }
    }
}

/// The meetings as the policy sees them; `None` if that is as they are recorded.
fn seen(meetings: &Meetings, policy: BorderPolicy) -> Option<Meetings> {
    match as_seen(meetings, policy) {
        Cow::Owned(seen) => Some(seen),
        Cow::Borrowed(_) => None,
    }
}

/// The bars, with what they answer.
fn timeline_of(
    meetings: &Meetings,
    index: &Index,
    shown: &Shown,
    grain: Option<Grain>,
) -> (Question, Option<Grain>, Timeline) {
    (shown.question.whenever(), grain, Timeline::new(meetings, index, shown, grain))
}

fn scene_of<'a>(
    meetings: &'a Meetings,
    shown: &'a Shown,
    lands: &'a Lands,
    state: &'a State,
    pointed: Option<&'a Target>,
    size: [f32; 2],
) -> Scene<'a> {
    Scene { meetings, shown, borders: Borders::under(state.borders), lands, state, pointed, size }
}
