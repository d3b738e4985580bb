//! Chips: each condition of the filter in words, always in sight, with a sign that takes it away.

use super::style;
use crate::picture::look::Look;
use crate::query::question::filter::{Field, Filter};
use crate::words::message::Message;
use crate::words::part::panel::PanelText;
use crate::words::say;

/// A chip for each field of the filter that asks for something; nothing where none does. The words that are
/// looked for stand in their own field.
pub fn chips_ui(ui: &mut egui::Ui, look: &Look, filter: &mut Filter) {
    let asked: Vec<Field> = asked(filter).collect();
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

/// Whether there is any.
#[must_use]
pub fn has_chips(filter: &Filter) -> bool {
    asked(filter).next().is_some()
}

fn asked(filter: &Filter) -> impl Iterator<Item = Field> + '_ {
    let fields = Field::ALL.into_iter().filter(|field| ![Field::Text, Field::Lines].contains(field));
    fields.filter(|field| filter.without(*field) != *filter)
}
