//! The session: what the window remembers that is no part of the document, and that nobody wants saved.

use super::dialog::Dialog;
use super::exporting::{Order, Screenshot};
use super::jobs::Jobs;
use super::notice::Notice;
use super::opening::Tables;
use super::panel::PanelMemory;
use super::questions::{Order as ProjectOrder, Question, Then};
use super::selected::Selected;
use super::steps::{Hand, Wanted};
use super::timeline::TimelineMemory;
use crate::disk::Replace;
use crate::document::SourceFile;
use crate::state::Target;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// What is pointed at, open, under way and waiting.
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
    /// What the panel remembers.
    pub panel: PanelMemory,
    /// What the timeline remembers, and whether it plays.
    pub time: TimelineMemory,
    /// Where the map lies in the window, in points.
    pub map: egui::Rect,
    /// The size of the map that a frozen view was made for.
    pub framed: egui::Vec2,
    /// The tables to read next.
    pub to_open: Option<Tables>,
    /// The picture to write next.
    pub to_export: Option<Order>,
    /// Whether the map goes to the clipboard next.
    pub to_copy: bool,
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
    /// What a command asks of the project.
    pub order: Option<ProjectOrder>,
    /// What is to happen to the document at the end of the frame.
    pub wanted: Wanted,
    /// What the hand is at.
    pub hand: Hand,
    /// Whether the window had the focus in the frame before.
    pub was_focused: bool,
    /// The changed files that the user was told of.
    pub told_changed: Vec<SourceFile>,
}

impl Default for Session {
    fn default() -> Self {
        Self {
            pointed: None,
            pointed_rows: None,
            selected: None,
            notice: None,
            dialog: None,
            panel: PanelMemory::default(),
            time: TimelineMemory::default(),
            // Until the first frame knows better.
            map: egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(800.0, 600.0)),
            framed: egui::Vec2::ZERO,
            to_open: None,
            to_export: None,
            to_copy: false,
            screenshot: None,
            taken: Arc::default(),
            jobs: Jobs::default(),
            frame_title: None,
            question: None,
            then: Then::Stay,
            may_close: false,
            order: None,
            wanted: Wanted::default(),
            hand: Hand::default(),
            was_focused: true,
            told_changed: Vec::new(),
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
            panel: _,
            time: _,
            map,
            framed,
            to_open: _,
            to_export: _,
            to_copy: _,
            screenshot,
            taken,
            jobs,
            frame_title,
            question,
            then: _,
            may_close,
            order: _,
            wanted: _,
            hand,
            was_focused,
            told_changed: _,
        } = std::mem::take(self);
        // A question about the old table is of no use.
        let jobs = Jobs { answering: None, ..jobs };
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
            hand,
            was_focused,
            ..Self::default()
        };
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

    /// Names the document's file in the frame around the window, with a dot before it while there is unsaved work.
    pub fn name_frame(&mut self, ctx: &egui::Context, file: Option<&str>, is_unsaved: bool) {
        let mark = if is_unsaved { "• " } else { "" };
        let name = file.unwrap_or(if is_unsaved { "Not saved yet" } else { "" });
        let title =
            if name.is_empty() { "Summitry".to_owned() } else { format!("{mark}{name} – Summitry") };
        if self.frame_title.as_ref() != Some(&title) {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.frame_title = Some(title);
        }
    }
}
