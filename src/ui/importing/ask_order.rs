//! The questions which number of a date is the day, what a bare column of countries holds, and whether those
//! whom remarks name take part.

use super::act::Act;
use super::card::{answer_ui, card_ui};
use super::preview::Preview;
use super::question::{CountryColumn, DateOrder, MetInRemarks, READINGS};
use super::sign::Sign;
use crate::import::field::Field;
use crate::import::mapping::Met;
use crate::import::preview::Counts;
use crate::import::when::Order;
use crate::picture::look::Look;
use crate::words::part::asking::{Asking, AskingText};
use crate::words::part::importing::Importing;
use crate::words::{label, say};
use egui::Ui;

/// The card of the order of dates in a file.
pub fn ask_order_ui(ui: &mut Ui, look: &Look, preview: &Preview, asked: &DateOrder, acts: &mut Vec<Act>) {
    let DateOrder { file, example, readings, decided, order } = asked;
    let sign = if asked.is_open() { Sign::Asks } else { Sign::Sure };
    let about = if asked.is_open() {
        label(Asking::NothingDecides).to_owned()
    } else if *decided == Some(*order) {
        label(Asking::DecidedByColumn).to_owned()
    } else {
        label(Importing::AsYouSaid).to_owned()
    };
    let about = if preview.files.len() > 1 {
        format!("{}: {about}", preview.files[*file].input.name())
    } else {
        about
    };
    let question = say(AskingText::DayOrMonth(example));
    card_ui(ui, look, sign, &question, &about, |ui| {
        ui.horizontal_wrapped(|ui| {
            for (place, (other, words)) in [
                (Order::DayFirst, label(Importing::DayFirst)),
                (Order::MonthFirst, label(Importing::MonthFirst)),
            ]
            .into_iter()
            .enumerate()
            {
                let reading =
                    if readings[place].is_empty() { label(Asking::NoSuchDay) } else { &readings[place] };
                if answer_ui(ui, look, reading, words, *order == other, 220.0).clicked() {
                    acts.push(Act::Order(*file, other));
                }
            }
        });
        if decided.is_some() {
            ui.label(crate::ui::style::quiet(say(AskingText::OneOrder(example))));
        }
    });
}

/// The card of a bare column of countries.
pub fn ask_country_ui(ui: &mut Ui, look: &Look, asked: &CountryColumn, acts: &mut Vec<Act>) {
    let CountryColumn { file, column, heading, now, outcomes } = asked;
    // Of a long table neither reading is tried.
    let is_long = outcomes.iter().all(Option::is_none);
    let question = say(AskingText::MetOrRepresented(heading));
    card_ui(ui, look, Sign::Likely, &question, label(Asking::Guessed), |ui| {
        ui.horizontal_wrapped(|ui| {
            for (field, counts) in READINGS.into_iter().zip(outcomes) {
                let words = if field == Field::Country {
                    label(Asking::CountryWhereMet)
                } else {
                    label(Asking::TravellersState)
                };
                let about = counts.as_ref().map_or_else(
                    || if is_long { String::new() } else { label(Asking::NoColumnWhere).to_owned() },
                    counts_in_words,
                );
                if answer_ui(ui, look, words, &about, *now == Some(field), 330.0).clicked() {
                    acts.push(Act::Column(*file, *column, Some(field)));
                }
            }
        });
    });
}

/// The card of remarks that say whom the traveller met.
pub fn ask_met_ui(ui: &mut Ui, look: &Look, preview: &Preview, asked: &MetInRemarks, acts: &mut Vec<Act>) {
    let MetInRemarks { file, rows, now } = asked;
    let about = if preview.files.len() > 1 { preview.files[*file].input.name() } else { String::new() };
    card_ui(ui, look, Sign::Likely, &say(AskingText::MetInRemarks(*rows)), &about, |ui| {
        ui.horizontal_wrapped(|ui| {
            for (met, words, tip) in [
                (Met::InRemark, label(Asking::LeaveInRemark), label(Asking::LeaveInRemarkTip)),
                (Met::Participant, label(Asking::TakePart), label(Asking::TakePartTip)),
            ] {
                if answer_ui(ui, look, words, tip, *now == met, 330.0).clicked() {
                    acts.push(Act::Met(*file, met));
                }
            }
        });
    });
}

/// `40 meetings, 38 placed, 12 with a line`
fn counts_in_words(counts: &Counts) -> String {
    say(AskingText::Counts(counts.meetings, counts.placed, counts.with_line))
}
