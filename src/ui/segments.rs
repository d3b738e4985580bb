//! Choices side by side, of which one is taken: a group with a name, all of it in sight.

use super::style;
use egui::accesskit::{Role, Toggled};

/// Points between two choices.
const GAP: f32 = 4.0;

/// A name, and below it the choices in words; one click takes one. Gives the choice under the pointer.
pub fn segments_ui<T: Copy + PartialEq>(
    ui: &mut egui::Ui,
    name: &str,
    all: impl IntoIterator<Item = (T, String)>,
    chosen: &mut T,
) -> Option<T> {
    let mut pointed = None;
    let group = ui.scope(|ui| {
        ui.label(style::quiet(name));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(GAP, GAP);
            for (one, words) in all {
                let is_chosen = *chosen == one;
                let button =
                    ui.add(egui::Button::selectable(is_chosen, &words).min_size(egui::vec2(30.0, 24.0)));
                in_group(ui, &button, &words, is_chosen);
                if button.hovered() {
                    pointed = Some(one);
                }
                if button.clicked() {
                    *chosen = one;
                }
            }
        });
    });
    ui.ctx().accesskit_node_builder(group.response.id, |node| {
        node.set_role(Role::RadioGroup);
        node.set_label(name);
    });
    ui.add_space(GAP);
    pointed
}

/// Tells a screen reader that a control is one choice of a group.
pub fn in_group(ui: &egui::Ui, response: &egui::Response, words: &str, is_chosen: bool) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::RadioButton);
        node.set_label(words);
        node.set_toggled(Toggled::from(is_chosen));
    });
}
