//! Conditions of the filter in words, each with a sign that takes it away.

use super::style;
use crate::picture::look::Look;
use crate::query::question::filter::{Field, Filter};
use crate::words::message::Message;
use crate::words::part::panel::PanelText;
use crate::words::say;

/// A chip for each of some fields of the filter that asks for something; nothing where none does.
pub fn chips_ui(ui: &mut egui::Ui, look: &Look, fields: &[Field], filter: &mut Filter) {
    let asked: Vec<Field> = fields.iter().copied().filter(|field| filter.asks(*field)).collect();
    if asked.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        for field in asked {
            let alone = Filter::default().with(field, filter);
            let words = say(Message::Side(&alone, None));
            let text = egui::RichText::new(format!("{words}  ×")).color(style::colour(look.accent));
            let chip = ui
                .add(egui::Button::new(text).truncate().corner_radius(11.0).min_size(egui::vec2(0.0, 24.0)));
            let without = say(PanelText::Without(&words));
            chip.ctx.accesskit_node_builder(chip.id, |node| node.set_label(without.clone()));
            if chip.on_hover_text(without).clicked() {
                *filter = filter.without(field);
            }
        }
    });
    ui.add_space(2.0);
}

/// The fields whose conditions stand as chips: the words that are looked for stand in their own field.
#[must_use]
pub fn fields() -> Vec<Field> {
    Field::ALL.into_iter().filter(|field| ![Field::Text, Field::Lines].contains(field)).collect()
}
