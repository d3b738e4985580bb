//! What the hand does in the lists of the panel: what it points at, which rows it marks, and what is asked
//! for there.

use super::editor::act::Act;
use super::marked::Marked;
use crate::meeting::identity::MeetingId;
use crate::state::{State, Target};

/// The hand in the lists.
#[derive(Clone, Debug, Default)]
pub struct Touched {
    /// What it is on in this frame.
    pub pointed: Option<Target>,
    /// The rows that are marked.
    pub marked: Marked,
    /// The row that the keyboard is on in this frame.
    pub focused: Option<MeetingId>,
    /// What was asked for in this frame.
    pub acts: Vec<Act>,
    /// The row that was clicked last, and when: its second click falls on the dossier that the first one
    /// opened.
    clicked: Option<(MeetingId, f64)>,
}

/// Seconds within which two clicks are one double-click.
const DOUBLE_CLICK: f64 = 0.5;

impl Touched {
    /// Begins a frame.
    pub fn begin(&mut self) {
        let Self { pointed, marked: _, focused, acts, clicked: _ } = self;
        (*pointed, *focused) = (None, None);
        acts.clear();
    }

    /// Takes over what was done to a row of a list: a click selects it, or marks it with Ctrl or Shift; Enter
    /// and a double-click edit it.
    pub fn row(
        &mut self,
        ui: &egui::Ui,
        row: &egui::Response,
        id: &MeetingId,
        list: impl Iterator<Item = MeetingId>,
        next: &mut State,
    ) {
        if row.hovered() {
            self.pointed = Some(Target::Meeting(id.clone()));
        }
        if row.has_focus() {
            self.focused = Some(id.clone());
        }
        if !row.clicked() {
            return;
        }
        let (modifiers, by_enter, now) =
            ui.input(|input| (input.modifiers, input.key_pressed(egui::Key::Enter), input.time));
        if self.marked.click(id, modifiers, list) {
            return;
        }
        next.selection = Some(Target::Meeting(id.clone()));
        self.clicked = Some((id.clone(), now));
        if (by_enter && row.has_focus()) || row.double_clicked() {
            self.acts.push(Act::Open(id.clone()));
        }
    }

    /// The meeting that a second click asks to edit, where the first one on its row has put the dossier in
    /// the list's place.
    #[must_use]
    pub fn double_clicked(&self, ui: &egui::Ui) -> Option<MeetingId> {
        let (twice, now) =
            ui.input(|input| (input.pointer.button_double_clicked(egui::PointerButton::Primary), input.time));
        let (id, when) = self.clicked.as_ref()?;
        (twice && now - when < DOUBLE_CLICK && ui.rect_contains_pointer(ui.max_rect())).then(|| id.clone())
    }
}
