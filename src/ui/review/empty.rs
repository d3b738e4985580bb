//! What stands beside the map where no text is chosen: every place is found, or none is named.

use super::sign::tick;
use crate::picture::look::Look;
use crate::query::place_texts::PlaceTexts;
use crate::ui::style::{self, quiet};
use crate::words::message::{Message, Noun};
use crate::words::part::reviewing::Reviewing;
use crate::words::{label, say};
use egui::{Sense, Stroke};

/// A large tick, and what to do next.
pub fn empty_ui(ui: &mut egui::Ui, look: &Look, texts: &PlaceTexts) {
    ui.add_space((ui.available_height() * 0.25).min(160.0));
    ui.vertical_centered(|ui| {
        if texts.open > 0 {
            ui.heading(label(Reviewing::ChooseText));
            return;
        }
        let (rect, _) = ui.allocate_exact_size(egui::vec2(56.0, 56.0), Sense::hover());
        let accent = style::colour(look.accent);
        ui.painter().circle_stroke(rect.center(), 26.0, Stroke::new(2.5, accent));
        tick(ui.painter(), rect.center(), 4.0, Stroke::new(3.5, accent));
        ui.add_space(10.0);
        if texts.texts.is_empty() {
            ui.heading(label(Reviewing::NothingToReview));
            ui.label(quiet(label(Reviewing::NoPlaceInWords)));
            return;
        }
        ui.heading(label(Reviewing::EveryPlaceFound));
        let rows: usize = texts.texts.iter().map(|text| text.rows.len()).sum();
        let count =
            [say(Message::Count(texts.texts.len(), Noun::Text)), say(Message::Count(rows, Noun::Row))];
        ui.label(quiet(count.join(", ")));
        ui.label(quiet(label(Reviewing::ChooseToSee)));
    });
}
