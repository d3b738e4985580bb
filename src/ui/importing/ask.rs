//! The questions, one below the other. Each can wait.

use super::act::Act;
use super::ask_order::{ask_country_ui, ask_order_ui};
use super::ask_people::ask_people_ui;
use super::ask_place::ask_places_ui;
use super::preview::Preview;
use crate::picture::look::{Look, size};
use crate::picture::text::Weight;
use crate::ui::style::{self, quiet};
use egui::{Label, RichText, Ui};

/// The view of the questions.
pub fn ask_ui(ui: &mut Ui, look: &Look, preview: &Preview, acts: &mut Vec<Act>) {
    let area = egui::ScrollArea::vertical().id_salt("questions").auto_shrink(false);
    area.show(ui, |ui| {
        egui::Frame::new().inner_margin(egui::Margin::symmetric(22, 16)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let Some(outcome) = &preview.outcome else {
                ui.label(quiet("Reading the table…"));
                return;
            };
            let questions = &outcome.questions;
            let count = questions.count().max(usize::from(!preview.answered.is_empty()));
            let heading = heading(count, questions.open());
            ui.label(RichText::new(heading).font(style::font(size::TITLE, Weight::SemiBold)));
            let about =
                "Each can wait: an open one keeps its rows in the list, and draws no line that is not there";
            ui.add(Label::new(quiet(about)).wrap());
            ui.add_space(12.0);
            for asked in &questions.dates {
                ask_order_ui(ui, look, preview, asked, acts);
            }
            for asked in &questions.countries {
                ask_country_ui(ui, look, asked, acts);
            }
            if !questions.names.is_empty() {
                ask_people_ui(ui, look, preview, questions, acts);
            }
            ask_places_ui(ui, look, preview, outcome, acts);
            if count == 0 {
                ui.label("Nothing is left open: the table says it all");
            }
        });
    });
}

/// `Three questions, two of them open`
fn heading(count: usize, open: usize) -> String {
    let in_words = |number: usize| {
        const WORDS: [&str; 10] =
            ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];
        WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
    };
    let questions = if count == 1 { "question" } else { "questions" };
    let all = format!("{} {questions}", in_words(count));
    match open {
        0 if count == 0 => "No questions".to_owned(),
        0 => format!("{all}, answered"),
        open if open == count => format!("{all} open"),
        open => format!("{all}, {} open", in_words(open).to_lowercase()),
    }
}
