//! Kind and status: two menus.

use super::field::{Form, name_ui};
use crate::document::edit::FieldValue;
use crate::meeting::{Kind, Status};
use crate::words::message::Word;
use crate::words::part::editing::Detail;
use crate::words::spoken::sentence_case;
use crate::words::{label, word};

/// Both menus, side by side.
pub fn category_ui(ui: &mut egui::Ui, form: &mut Form) {
    let width = (ui.available_width() - ui.spacing().item_spacing.x) / 2.0;
    let (kind, status) = (form.meeting.kind, form.meeting.status);
    ui.horizontal(|ui| {
        if let Some(kind) =
            menu_ui(ui, label(Detail::Kind), width, &Kind::ALL, kind, |kind| word(Word::Kind(kind)))
        {
            form.set(FieldValue::Kind(kind));
        }
        if let Some(status) = menu_ui(ui, label(Detail::Status), width, &Status::ALL, status, |status| {
            word(Word::Status(status))
        }) {
            form.set(FieldValue::Status(status));
        }
    });
}

/// A name and a menu below it; gives what was chosen, if that is another one.
fn menu_ui<T: Copy + PartialEq>(
    ui: &mut egui::Ui,
    name: &str,
    width: f32,
    all: &[T],
    now: T,
    word_for: fn(T) -> &'static str,
) -> Option<T> {
    let mut chosen = now;
    ui.vertical(|ui| {
        ui.set_width(width);
        name_ui(ui, name);
        let menu =
            egui::ComboBox::from_id_salt(name).width(width).selected_text(sentence_case(word_for(now)));
        let shown = menu.show_ui(ui, |ui| {
            for &one in all {
                ui.selectable_value(&mut chosen, one, sentence_case(word_for(one)));
            }
        });
        let id = shown.response.id;
        ui.ctx().accesskit_node_builder(id, |node| node.set_label(name));
    });
    (chosen != now).then_some(chosen)
}
