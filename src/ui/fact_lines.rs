//! Lines of facts on the pages of pairs and leaders: a name and what is known of it.

use crate::export::listing::city_in_words;
use crate::meeting::table::Meetings;
use crate::words::message::Message;
use crate::words::part::pairing::Pairing;
use crate::words::{label, say};

/// A line of a name at the left and a fact at the right.
pub fn line_ui(ui: &mut egui::Ui, name: &str, fact: &str) {
    ui.horizontal_top(|ui| {
        let wide = ui.available_width() * 0.42;
        let layout = egui::Layout::left_to_right(egui::Align::Min);
        ui.allocate_ui_with_layout(egui::vec2(wide, 18.0), layout, |ui| {
            ui.set_width(wide);
            ui.add(egui::Label::new(name).truncate());
        });
        ui.add(egui::Label::new(egui::RichText::new(fact).weak()).wrap());
    });
}

/// When and where a meeting was.
#[must_use]
pub fn told(meetings: &Meetings, row: Option<usize>) -> String {
    row.map_or_else(
        || label(Pairing::None).to_owned(),
        |row| {
            let meeting = meetings.get(row);
            let parts = [say(Message::Dates(meeting.dates)), city_in_words(&meeting.venue)];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        },
    )
}
