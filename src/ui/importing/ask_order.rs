//! The question which number of a date is the day, and the question what a bare column of countries holds.

use super::act::Act;
use super::card::{answer_ui, card_ui};
use super::preview::Preview;
use super::question::{CountryColumn, DateOrder, READINGS};
use super::sign::Sign;
use crate::import::field::Field;
use crate::import::preview::Counts;
use crate::import::when::Order;
use crate::picture::look::Look;
use crate::words::message::Message;
use crate::words::say;
use egui::Ui;

/// The card of the order of dates in a file.
pub fn ask_order_ui(ui: &mut Ui, look: &Look, preview: &Preview, asked: &DateOrder, acts: &mut Vec<Act>) {
    let DateOrder { file, example, readings, decided, order } = asked;
    let sign = if asked.is_open() { Sign::Asks } else { Sign::Sure };
    let about = if asked.is_open() {
        "nothing in the column decides it".to_owned()
    } else if *decided == Some(*order) {
        "decided by the column".to_owned()
    } else {
        "as you said".to_owned()
    };
    let about = if preview.files.len() > 1 {
        format!("{}: {about}", preview.files[*file].input.name())
    } else {
        about
    };
    let question = format!("{example}: day or month first?");
    card_ui(ui, look, sign, &question, &about, |ui| {
        ui.horizontal_wrapped(|ui| {
            for (place, (other, words)) in
                [(Order::DayFirst, "day first"), (Order::MonthFirst, "month first")].into_iter().enumerate()
            {
                let reading = if readings[place].is_empty() { "no such day" } else { &readings[place] };
                if answer_ui(ui, look, reading, words, *order == other, 220.0).clicked() {
                    acts.push(Act::Order(*file, other));
                }
            }
        });
        if decided.is_some() {
            ui.label(crate::ui::style::quiet(format!("{example} has a meaning in one order only")));
        }
    });
}

/// The card of a bare column of countries.
pub fn ask_country_ui(ui: &mut Ui, look: &Look, asked: &CountryColumn, acts: &mut Vec<Act>) {
    let CountryColumn { file, column, heading, now, outcomes } = asked;
    // Of a long table neither reading is tried.
    let is_long = outcomes.iter().all(Option::is_none);
    let question = format!("“{heading}”: where they met, or whom they represent?");
    card_ui(ui, look, Sign::Likely, &question, "guessed; turn it if it is wrong", |ui| {
        ui.horizontal_wrapped(|ui| {
            for (field, counts) in READINGS.into_iter().zip(outcomes) {
                let words = if field == Field::Country {
                    "The country where they met"
                } else {
                    "The traveller’s own state"
                };
                let about = counts.as_ref().map_or_else(
                    || if is_long { String::new() } else { "no column would say where".to_owned() },
                    counts_in_words,
                );
                if answer_ui(ui, look, words, &about, *now == Some(field), 330.0).clicked() {
                    acts.push(Act::Column(*file, *column, Some(field)));
                }
            }
        });
    });
}

/// `40 meetings, 38 placed, 12 with a line`
fn counts_in_words(counts: &Counts) -> String {
    let number = |count: usize| say(Message::Number(count));
    format!(
        "{} meetings, {} placed, {} with a line",
        number(counts.meetings),
        number(counts.placed),
        number(counts.with_line)
    )
}
