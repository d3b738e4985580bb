//! How the meetings are read: the reading, the counting rule, and what lines and colours say.

use super::segments::segments_ui;
use super::style;
use crate::drawing::{Bundling, CountryFill, Course, Drawing, LineWidths};
use crate::picture::look::size;
use crate::picture::text::{Weight, width};
use crate::picture::wrap::shortened;
use crate::query::question::grouping::GroupBy;
use crate::query::question::reading::Reading;
use crate::query::question::rule::{Rule, Sidelines, Summits, Unit};
use crate::state::{State, Target};
use crate::words::message::{Message, Word};
use crate::words::part::panel::{Panel, PanelText};
use crate::words::spoken::sentence_case;
use crate::words::{label, say, word};

/// Points that the readings take side by side.
#[must_use]
pub fn readings_wide() -> f32 {
    /// What a button has beside its words, with the room to the next.
    const AROUND: f32 = 24.0;
    let wide = |reading| width(&sentence_case(word(Word::Reading(reading))), size::VENUE, Weight::Regular);
    Reading::ALL.into_iter().map(|reading| wide(reading) + AROUND).sum()
}

/// The readings side by side.
pub fn readings_ui(ui: &mut egui::Ui, next: &mut State) {
    for reading in Reading::ALL {
        let button =
            ui.selectable_label(next.reading == reading, sentence_case(word(Word::Reading(reading))));
        if button.on_hover_text(word(Word::Lines(reading))).clicked() && next.reading != reading {
            next.reading = reading;
            // A line of one reading is none of another.
            next.selection.take_if(|target| matches!(target, Target::Tie(_)));
        }
    }
}

/// The readings, and the rule and the drawing below, folded: where there is no room for a bar.
pub fn reading_ui(ui: &mut egui::Ui, next: &mut State) {
    ui.horizontal_wrapped(|ui| readings_ui(ui, next));
    let rule = next.rule;
    section_ui(ui, label(Panel::CountingRule), &say(Message::Rule(rule)), |ui| {
        style::boxes_ui(ui, |ui| rule_ui(ui, &mut next.rule));
    });
    let drawing = next.drawing;
    let words =
        if drawing == Drawing::default() { String::new() } else { say(PanelText::By(drawing.colour)) };
    section_ui(ui, label(Panel::LinesAndColours), &words, |ui| drawing_ui(ui, &mut next.drawing));
}

fn section_ui(ui: &mut egui::Ui, title: &str, words: &str, inside: impl FnOnce(&mut egui::Ui)) {
    let heading = if words.is_empty() { title.to_owned() } else { format!("{title} · {words}") };
    let room = ui.available_width() - 30.0;
    let heading = shortened(&heading, size::SMALL, Weight::Regular, room);
    egui::CollapsingHeader::new(style::quiet(heading)).id_salt(title).show_unindented(ui, inside);
}

/// What is counted, and how.
pub fn rule_ui(ui: &mut egui::Ui, rule: &mut Rule) {
    for unit in Unit::ALL {
        ui.radio_value(&mut rule.unit, unit, say(PanelText::Count(unit)));
    }
    let mut folded = rule.sidelines == Sidelines::Folded;
    if ui.checkbox(&mut folded, label(Panel::FoldSidelines)).changed() {
        rule.sidelines = if folded { Sidelines::Folded } else { Sidelines::Counted };
    }
    let mut each = rule.summits == Summits::PerParticipant;
    if ui.checkbox(&mut each, label(Panel::SummitsPerParticipant)).changed() {
        rule.summits = if each { Summits::PerParticipant } else { Summits::AsOne };
    }
    ui.checkbox(&mut rule.planned, label(Panel::CountPlanned));
    ui.checkbox(&mut rule.invited, label(Panel::CountInvited));
    ui.label(style::quiet(label(Panel::NeverCounted)));
    ui.add_space(4.0);
}

/// How lines are drawn, and what colours say.
pub fn drawing_ui(ui: &mut egui::Ui, drawing: &mut Drawing) {
    let Drawing { course, several, widths, colour, fill } = drawing;
    choice_ui(ui, label(Panel::LineShape), Course::ALL, course, Word::Course);
    choice_ui(ui, label(Panel::SeveralMeetings), Bundling::ALL, several, Word::Bundling);
    choice_ui(ui, label(Panel::LineWidths), LineWidths::ALL, widths, Word::LineWidths);
    choice_ui(ui, label(Panel::ColourBy), GroupBy::ALL, colour, Word::GroupBy);
    choice_ui(ui, label(Panel::CountriesShow), CountryFill::ALL, fill, Word::CountryFill);
    ui.add_space(4.0);
}

/// A name, and below it the choices side by side.
fn choice_ui<T: Copy + PartialEq, const N: usize>(
    ui: &mut egui::Ui,
    name: &str,
    all: [T; N],
    chosen: &mut T,
    named: fn(T) -> Word,
) {
    segments_ui(ui, name, all.map(|one| (one, sentence_case(word(named(one))))), chosen);
}
