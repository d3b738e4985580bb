//! Fields and buttons that stand in several dialogs: the path of a file, a remark below it, and the buttons
//! at the foot.

use super::style::strong;
use crate::words::label;
use crate::words::part::button::Button;

/// The path's field; true when Enter was pressed in it.
pub fn path_ui(ui: &mut egui::Ui, path: &mut String) -> bool {
    let label = ui.label(label(Button::Path));
    let field = egui::TextEdit::singleline(path).desired_width(f32::INFINITY);
    let field = ui.add(field).labelled_by(label.id);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    entered
}

/// The row of buttons at the foot: whether the first was pressed, and whether Cancel was.
pub fn buttons_ui(ui: &mut egui::Ui, go: &str, ready: bool, entered: bool) -> (bool, bool) {
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let go = ui.add_enabled(ready, egui::Button::new(strong(go))).clicked() || (entered && ready);
        (go, ui.button(label(Button::Cancel)).clicked())
    })
    .inner
}

/// A remark below a field, where there is one.
pub fn note_ui(ui: &mut egui::Ui, note: &str) {
    if !note.is_empty() {
        ui.add_space(4.0);
        ui.label(note);
    }
}
