//! The keyboard in the table: one stop of the Tab key, with arrows inside.

use egui::{EventFilter, Id, Key, Modifiers};

/// What the keys of a frame ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Keys {
    /// Where the row that is selected stands.
    pub at: Option<usize>,
    /// The row to go to.
    pub to: Option<usize>,
    /// Whether the rows on the way are marked.
    pub marks: bool,
    /// Whether the row is marked, or its mark taken away.
    pub toggles: bool,
    /// Whether it is edited.
    pub edits: bool,
    /// Whether all rows are marked.
    pub marks_all: bool,
    /// Whether rows are put on the clipboard.
    pub copies: bool,
}

/// Reads the keys, if the table has the focus. `seen` rows are in sight.
pub fn keys(ui: &egui::Ui, id: Id, at: Option<usize>, rows: usize, seen: usize) -> Keys {
    let at = at.filter(|at| *at < rows);
    if !ui.memory(|memory| memory.has_focus(id)) || rows == 0 {
        return Keys { at, ..Keys::default() };
    }
    // Escape takes marks away, and leaves the focus where it is.
    let filter = EventFilter {
        vertical_arrows: true,
        horizontal_arrows: true,
        escape: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let last = rows - 1;
    let page = seen.max(2) - 1;
    ui.input_mut(|input| {
        let copies = input.events.iter().any(|event| matches!(event, egui::Event::Copy));
        let mut keys = Keys { at, copies, ..Keys::default() };
        for (key, from_none, to) in [
            (Key::ArrowDown, 0, at.map(|at| (at + 1).min(last))),
            (Key::ArrowUp, last, at.map(|at| at.saturating_sub(1))),
            (Key::PageDown, 0, at.map(|at| (at + page).min(last))),
            (Key::PageUp, 0, at.map(|at| at.saturating_sub(page))),
            (Key::Home, 0, Some(0)),
            (Key::End, last, Some(last)),
        ] {
            for modifiers in [Modifiers::SHIFT, Modifiers::NONE] {
                if input.consume_key(modifiers, key) {
                    keys.to = Some(to.unwrap_or(from_none));
                    keys.marks = modifiers == Modifiers::SHIFT;
                }
            }
        }
        keys.toggles = input.consume_key(Modifiers::NONE, Key::Space);
        keys.edits = input.consume_key(Modifiers::NONE, Key::Enter);
        keys.marks_all = input.consume_key(Modifiers::COMMAND, Key::A);
        keys
    })
}
