//! The session: what the window remembers that is no part of the document, and that nobody wants saved.

use super::dialog::Dialog;
use super::editor::act::{Act, carry_out};
use super::editor::panel::Editor;
use super::exporting::{About, Order, Screenshot};
use super::importing::preview::Preview;
use super::jobs::Jobs;
use super::matrix::order::MatrixMemory;
use super::notice::Notice;
use super::opening::{Changed, Read, Tables};
use super::page_preview::PagePreview;
use super::palette::{Chosen, Palette};
use super::panel::PanelMemory;
use super::questions::{Order as ProjectOrder, Question, Then};
use super::regions::Regions;
use super::review::screen::Review;
use super::selected::Selected;
use super::steps::{Hand, Wanted};
use super::table::order::TableMemory;
use super::timeline::TimelineMemory;
use super::trail::Trail;
use super::wording::WordingPlate;
use crate::disk::Replace;
use crate::document::edit::Edit;
use crate::document::history::History;
use crate::meeting::identity::MeetingId;
use crate::state::{State, Target};
use crate::words::label;
use crate::words::part::button::Button;
use crate::words::part::steps::Steps;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// What is pointed at, open, under way and waiting.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Session {
    /// What is under the pointer, on the map or in the panel.
    pub pointed: Option<Target>,
    /// The rows of that.
    pub pointed_rows: Option<Selected>,
    /// The rows of what is selected.
    pub selected: Option<Selected>,
    /// One sentence about what was done last.
    pub notice: Option<Notice>,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// The preview in the export dialog.
    pub page_preview: PagePreview,
    /// The plate with the words on the picture, while it is open.
    pub wording: Option<WordingPlate>,
    /// What the panel remembers.
    pub panel: PanelMemory,
    /// The regions of the window.
    pub regions: Regions,
    /// The way through selections and views.
    pub trail: Trail,
    /// What the table remembers.
    pub table: TableMemory,
    /// What the matrix remembers.
    pub matrix: MatrixMemory,
    /// The field that finds, and its answers.
    pub palette: Palette,
    /// What was chosen of those.
    pub chosen: Option<Chosen>,
    /// What the timeline remembers, and whether it plays.
    pub time: TimelineMemory,
    /// Where the map lies in the window, in points.
    pub map: egui::Rect,
    /// The size of the map that a frozen view was made for.
    pub framed: egui::Vec2,
    /// The tables to read next.
    pub to_open: Option<Tables>,
    /// Files that are looked at before anything of them is taken.
    pub importing: Option<Box<Preview>>,
    /// Whether what they would come to is opened next.
    pub to_import: bool,
    /// A document that was read, and waits until the work of the window is safe.
    pub held: Option<Box<Read>>,
    /// Whether it is shown next.
    pub shows_held: bool,
    /// The picture to write next.
    pub to_export: Option<Order>,
    /// Whether the map goes to the clipboard next.
    pub to_copy: bool,
    /// Words about the map that are to be put on the clipboard.
    pub to_say: Option<About>,
    /// Where the next screenshot goes, once the dialog is off the screen.
    pub screenshot: Option<(PathBuf, Replace)>,
    /// A screenshot's pixels, once they have arrived, and where they go.
    pub taken: Arc<Mutex<Option<Screenshot>>>,
    /// What is under way.
    pub jobs: Jobs,
    /// The title that the system's frame around the window shows.
    pub frame_title: Option<String>,
    /// The question that is open.
    pub question: Option<Question>,
    /// What happens once the project is saved.
    pub then: Then,
    /// Whether the window closes though its work is not saved: the user was asked.
    pub may_close: bool,
    /// Whether it closes once the file that is being written is there.
    pub closes_when_written: bool,
    /// What a command asks of the project.
    pub order: Option<ProjectOrder>,
    /// What is to happen to the document at the end of the frame.
    pub wanted: Wanted,
    /// What the hand is at.
    pub hand: Hand,
    /// The meeting that is edited, and what is being typed.
    pub editor: Editor,
    /// What was asked for in the editor and in lists, and is carried out at the end of the frame.
    pub acts: Vec<Act>,
    /// The review of places.
    pub review: Review,
    /// Whether the list of what was done is open.
    pub shows_done: bool,
    /// Whether the window had the focus in the frame before; not yet with a project that was just opened.
    pub was_focused: bool,
    /// The changed files that the user was told of.
    pub told_changed: Changed,
}

impl Default for Session {
    fn default() -> Self {
        Self {
            pointed: None,
            pointed_rows: None,
            selected: None,
            notice: None,
            dialog: None,
            page_preview: PagePreview::default(),
            wording: None,
            panel: PanelMemory::default(),
            regions: Regions::default(),
            trail: Trail::default(),
            table: TableMemory::default(),
            matrix: MatrixMemory::default(),
            palette: Palette::default(),
            chosen: None,
            time: TimelineMemory::default(),
            // Until the first frame knows better.
            map: egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(800.0, 600.0)),
            framed: egui::Vec2::ZERO,
            to_open: None,
            importing: None,
            to_import: false,
            held: None,
            shows_held: false,
            to_export: None,
            to_copy: false,
            to_say: None,
            screenshot: None,
            taken: Arc::default(),
            jobs: Jobs::default(),
            frame_title: None,
            question: None,
            then: Then::Stay,
            may_close: false,
            closes_when_written: false,
            order: None,
            wanted: Wanted::default(),
            hand: Hand::default(),
            editor: Editor::default(),
            acts: Vec::new(),
            review: Review::default(),
            shows_done: false,
            was_focused: true,
            told_changed: Changed::default(),
        }
    }
}

impl Session {
    /// Forgets what belongs to the table that was shown before.
    pub fn begin_table(&mut self, notice: Option<Notice>) {
        let Self {
            pointed: _,
            pointed_rows: _,
            selected: _,
            notice: _,
            dialog,
            page_preview: _,
            wording: _,
            panel,
            regions: _,
            trail: _,
            table: _,
            matrix: _,
            palette: _,
            chosen: _,
            time: _,
            map,
            framed,
            to_open: _,
            importing: _,
            to_import: _,
            held: _,
            shows_held: _,
            to_export: _,
            to_copy: _,
            to_say: _,
            screenshot,
            taken,
            jobs,
            frame_title,
            question,
            then: _,
            may_close,
            closes_when_written,
            order: _,
            wanted: _,
            hand,
            editor: _,
            acts: _,
            review: _,
            shows_done,
            was_focused,
            told_changed: _,
        } = std::mem::take(self);
        // A question about the old table is of no use.
        let jobs =
            Jobs { answering: None, finding: None, ordering: None, grouping: None, pairing: None, ..jobs };
        *self = Self {
            notice,
            dialog,
            map,
            framed,
            screenshot,
            taken,
            jobs,
            frame_title,
            question,
            may_close,
            closes_when_written,
            hand,
            shows_done,
            was_focused,
            panel: panel.for_another_table(),
            ..Self::default()
        };
    }

    /// The meeting that a command is about: of the row that the keyboard is on, else the one that is edited,
    /// else the one that is selected.
    #[must_use]
    pub fn meeting(&self, state: &State) -> Option<MeetingId> {
        let selected = match &state.selection {
            Some(Target::Meeting(id)) => Some(id),
            Some(
                Target::Country(_)
                | Target::Place(_)
                | Target::Places(_)
                | Target::Tie(_)
                | Target::Occasion(_)
                | Target::Person(_)
                | Target::Pair(_),
            )
            | None => None,
        };
        self.panel.touched.focused.as_ref().or(self.editor.meeting()).or(selected).cloned()
    }

    /// Deletes the meetings that are marked, or else the one that a command is about.
    pub fn delete(&mut self, state: &State) {
        let marked = self.panel.touched.marked.ids();
        let ids = if marked.is_empty() { Vec::from_iter(self.meeting(state)) } else { marked };
        if !ids.is_empty() {
            self.acts.push(Act::Delete(ids));
        }
    }

    /// Closes what is open, the smallest first; else takes marks away; else clears the selection.
    pub fn escape(&mut self, next: &mut State) {
        if self.editor.meeting().is_some() {
            if self.editor.escape() {
                self.acts.push(Act::Close);
            }
        } else if self.shows_done {
            self.shows_done = false;
        } else if !self.panel.touched.marked.ids().is_empty() {
            self.panel.touched.marked.clear();
        } else {
            // One level up: from a meeting to what its list belongs to.
            next.selection = self.trail.above(next);
        }
    }

    /// Carries out what was asked for in the editor and in lists. What is edited is selected, and another
    /// meeting that is selected while one is edited is edited next. Gives why something could not be done.
    pub fn act(&mut self, history: &mut History) -> Option<String> {
        let mut failed = None;
        if let (Some(edited), Some(Target::Meeting(id))) =
            (self.editor.meeting(), &history.document().state.selection)
            && edited != id
            && self.acts.is_empty()
        {
            self.acts.push(Act::Open(id.clone()));
        }
        for act in std::mem::take(&mut self.acts) {
            let selects = match &act {
                Act::Add | Act::Duplicate(_) | Act::Open(_) => true,
                Act::Set(..) | Act::EndInteraction | Act::Delete(_) | Act::Close => false,
            };
            match carry_out(act, history) {
                Ok(then) => self.editor.then(then, &history.document().record),
                Err(why) => failed = Some(why.to_string()),
            }
            if let (true, Some(id)) = (selects, self.editor.meeting()) {
                let selection = Some(Target::Meeting(id.clone()));
                let state = State { selection, ..history.document().state.clone() };
                history.apply(Edit::State(Box::new(state)), None).expect("any state can be taken");
            }
        }
        failed
    }

    /// Asks for the window's pixels, which the dialog has left by now, and writes those that have come.
    pub fn take_screenshot(&mut self, ctx: &egui::Context) {
        let taken = self.taken.lock().expect("no holder of this lock can panic").take();
        if let Some(screenshot) = taken {
            self.jobs.save_window(ctx, screenshot);
        }
        if let Some((path, replace)) = self.screenshot.take() {
            let (taken, waker) = (self.taken.clone(), ctx.clone());
            ctx.request_screenshot(move |image| {
                *taken.lock().expect("no holder of this lock can panic") =
                    Some(Screenshot { image, path, replace });
                waker.request_repaint();
            });
        }
    }

    /// Names the document's file in the frame around the window, with a dot before it while there is unsaved
    /// work.
    pub fn name_frame(&mut self, ctx: &egui::Context, file: Option<&str>, is_unsaved: bool) {
        let program = label(Button::Program);
        let mark = if is_unsaved { "• " } else { "" };
        let name = file.unwrap_or(if is_unsaved { label(Steps::NotSavedYet) } else { "" });
        let title = if name.is_empty() { program.to_owned() } else { format!("{mark}{name} – {program}") };
        if self.frame_title.as_ref() != Some(&title) {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.frame_title = Some(title);
        }
    }
}
