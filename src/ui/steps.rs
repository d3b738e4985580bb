//! Steps: how what the hand does becomes steps of the history. A step ends with the drag or the typing that
//! made it.

use crate::document::edit::Edit;
use crate::document::history::{History, Interaction};
use crate::state::State;

/// Where the history is to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Travel {
    /// One step back.
    Undo,
    /// One step forth.
    Redo,
    /// To the step of this number.
    To(u64),
}

/// What is to happen to the document at the end of the frame.
#[derive(Debug, Default)]
pub struct Wanted {
    /// A way through the history; it goes before everything else, which is then dropped.
    pub travel: Option<Travel>,
    /// Edits of the record, in order.
    pub edits: Vec<(Edit, Option<Interaction>)>,
}

/// What the hand is at, so that a drag is one step, and a text typed in one field.
#[derive(Debug, Default)]
pub struct Hand {
    /// How often a button of the pointer was pressed.
    presses: u64,
    focus: Option<egui::Id>,
}

/// All that is played is one step.
const PLAYING: Interaction = Interaction(0);
/// All that the wheel does in a row is one step.
const WHEEL: Interaction = Interaction(1);
/// The first press of the pointer.
const FIRST_PRESS: u64 = 2;
/// Set in the interactions of text fields, which have their numbers from the field.
const TYPING: u64 = 1 << 63;

impl Hand {
    /// The interaction that a change in this frame belongs to; `None` if it is a step of its own. Ends the
    /// last one where the focus moved, unless that goes on elsewhere and `keeps_step`.
    pub fn interaction(
        &mut self,
        ctx: &egui::Context,
        history: &mut History,
        is_playing: bool,
        keeps_step: bool,
    ) -> Option<Interaction> {
        let focus = ctx.memory(egui::Memory::focused);
        if focus != self.focus {
            self.focus = focus;
            if !keeps_step {
                history.end_interaction();
            }
        }
        let (pressed, held, wheel, typed) = ctx.input(|input| {
            let is_text = |event: &egui::Event| match event {
                egui::Event::Text(_) | egui::Event::Paste(_) | egui::Event::Cut | egui::Event::Ime(_) => true,
                egui::Event::Key { key, pressed: true, .. } => {
                    matches!(key, egui::Key::Backspace | egui::Key::Delete)
                }
                _ => false,
            };
            let pointer = &input.pointer;
            (
                pointer.any_pressed(),
                pointer.any_down() || pointer.any_released(),
                input.smooth_scroll_delta() != egui::Vec2::ZERO || (input.zoom_delta() - 1.0).abs() > 1e-6,
                input.events.iter().any(is_text),
            )
        });
        self.presses += u64::from(pressed);
        if is_playing {
            Some(PLAYING)
        } else if held {
            Some(Interaction(FIRST_PRESS + self.presses))
        } else if wheel {
            Some(WHEEL)
        } else {
            focus.filter(|_| typed).map(|field| Interaction(field.value() | TYPING))
        }
    }
}

/// Makes the steps that are wanted: first what changed in the state, then the edits. Gives why an edit could
/// not be made. The state that follows is the document's.
pub fn make(
    history: &mut History,
    next: State,
    wanted: &mut Wanted,
    interaction: Option<Interaction>,
) -> Option<String> {
    let Wanted { travel, edits } = std::mem::take(wanted);
    if let Some(travel) = travel {
        match travel {
            Travel::Undo => history.undo(),
            Travel::Redo => history.redo(),
            Travel::To(number) => history.jump(number),
        };
        return None;
    }
    let mut failed = None;
    let state = (next != history.document().state).then(|| (Edit::State(Box::new(next)), interaction));
    for (edit, interaction) in state.into_iter().chain(edits) {
        if let Err(why) = history.apply(edit, interaction) {
            failed = Some(why.to_string());
        }
    }
    failed
}
