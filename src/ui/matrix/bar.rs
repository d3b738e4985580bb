//! Above the matrix: how many met, whether states or people, and in which order.

use super::order::Made;
use crate::picture::look::Look;
use crate::query::met::{Order, Sides};
use crate::state::State;
use crate::ui::style::{self, quiet, strong};
use crate::words::part::pairing::{Pairing, PairingText};
use crate::words::{label, say};
use egui::{Sense, Stroke};

/// The line above the matrix.
pub fn bar_ui(ui: &mut egui::Ui, look: &Look, made: Option<&Made>, next: &mut State) {
    ui.horizontal(|ui| {
        if let Some(made) = made {
            ui.label(strong(say(PairingText::Parties(next.matrix.sides, made.line.len()))));
            ui.label(quiet(say(PairingText::Pairs(made.met.pairs()))));
            ui.add_space(8.0);
        }
        for sides in Sides::ALL {
            let is_chosen = next.matrix.sides == sides;
            if ui.selectable_label(is_chosen, label(Pairing::Sides(sides))).clicked() && !is_chosen {
                next.matrix.sides = sides;
            }
        }
        ui.add_space(8.0);
        let order = say(PairingText::Order(next.matrix.order));
        ui.menu_button(order, |ui| {
            for one in Order::ALL {
                if ui.radio(next.matrix.order == one, label(Pairing::Order(one))).clicked() {
                    next.matrix.order = one;
                    ui.close();
                }
            }
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| legend_ui(ui, look));
    });
}

/// What the circles mean, from right to left.
fn legend_ui(ui: &mut egui::Ui, look: &Look) {
    if ui.available_width() < 220.0 {
        return;
    }
    for (words, is_held) in [(Pairing::Planned, false), (Pairing::Held, true)] {
        ui.label(quiet(label(words)));
        let (rect, _) = ui.allocate_exact_size(egui::vec2(14.0, 14.0), Sense::hover());
        if is_held {
            ui.painter().circle_filled(rect.center(), 4.5, style::colour(look.held));
        } else {
            let stroke = Stroke::new(1.5, style::colour(look.planned));
            ui.painter().circle_stroke(rect.center(), 4.5, stroke);
        }
        ui.add_space(6.0);
    }
}
