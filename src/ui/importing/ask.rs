//! The questions, one below the other. Each can wait.

use super::act::Act;
use super::ask_order::{ask_country_ui, ask_met_ui, ask_order_ui};
use super::ask_people::ask_people_ui;
use super::ask_place::ask_places_ui;
use super::preview::Preview;
use crate::picture::look::{Look, size};
use crate::picture::text::Weight;
use crate::ui::style::{self, quiet};
use crate::words::part::asking::{Asking, AskingText};
use crate::words::part::importing::Importing;
use crate::words::{label, say};
use egui::{Label, RichText, Ui};

/// The view of the questions.
pub fn ask_ui(ui: &mut Ui, look: &Look, preview: &Preview, acts: &mut Vec<Act>) {
    let area = egui::ScrollArea::vertical().id_salt("questions").auto_shrink(false);
    area.show(ui, |ui| {
        egui::Frame::new().inner_margin(egui::Margin::symmetric(22, 16)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let Some(outcome) = &preview.outcome else {
                ui.label(quiet(label(Importing::ReadingTable)));
                return;
            };
            let questions = &outcome.questions;
            let count = questions.count().max(usize::from(!preview.answered.is_empty()));
            let heading = say(AskingText::Heading(count, questions.open()));
            ui.label(RichText::new(heading).font(style::font(size::TITLE, Weight::SemiBold)));
            ui.add(Label::new(quiet(label(Asking::EachCanWait))).wrap());
            ui.add_space(12.0);
            for asked in &questions.dates {
                ask_order_ui(ui, look, preview, asked, acts);
            }
            for asked in &questions.countries {
                ask_country_ui(ui, look, asked, acts);
            }
            for asked in &questions.met {
                ask_met_ui(ui, look, preview, asked, acts);
            }
            if !questions.names.is_empty() {
                ask_people_ui(ui, look, preview, questions, acts);
            }
            ask_places_ui(ui, look, preview, outcome, acts);
            if count == 0 {
                ui.label(label(Asking::NothingOpen));
            }
        });
    });
}
