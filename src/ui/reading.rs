//! How the meetings are read: the reading, the counting rule, and what lines and colours say.

use super::style;
use super::tooltip::sentence_case;
use crate::drawing::{Bundling, CountryFill, Course, Drawing, LineWidths};
use crate::picture::look::size;
use crate::picture::text::Weight;
use crate::picture::wrap::shortened;
use crate::query::question::grouping::GroupBy;
use crate::query::question::reading::Reading;
use crate::query::question::rule::{Rule, Sidelines, Summits, Unit};
use crate::state::{State, Target};
use crate::words::message::{Message, Word};
use crate::words::part::panel::{Panel, PanelText};
use crate::words::{label, say, word};

/// The readings side by side, and the rule and the drawing below, folded.
pub fn reading_ui(ui: &mut egui::Ui, next: &mut State) {
    ui.horizontal(|ui| {
        for reading in Reading::ALL {
            let button =
                ui.selectable_label(next.reading == reading, sentence_case(word(Word::Reading(reading))));
            if button.on_hover_text(word(Word::Lines(reading))).clicked() && next.reading != reading {
                next.reading = reading;
                // A line of one reading is none of another.
                next.selection.take_if(|target| matches!(target, Target::Tie(_)));
            }
        }
    });
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

fn rule_ui(ui: &mut egui::Ui, rule: &mut Rule) {
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

fn drawing_ui(ui: &mut egui::Ui, drawing: &mut Drawing) {
    let Drawing { course, several, widths, colour, fill } = drawing;
    choice_ui(ui, label(Panel::LineShape), Course::ALL, course, Word::Course);
    choice_ui(ui, label(Panel::SeveralMeetings), Bundling::ALL, several, Word::Bundling);
    choice_ui(ui, label(Panel::LineWidths), LineWidths::ALL, widths, Word::LineWidths);
    choice_ui(ui, label(Panel::ColourBy), GroupBy::ALL, colour, Word::GroupBy);
    choice_ui(ui, label(Panel::CountriesShow), CountryFill::ALL, fill, Word::CountryFill);
    ui.add_space(4.0);
}

/// A name and the choices behind it.
fn choice_ui<T: Copy + PartialEq, const N: usize>(
    ui: &mut egui::Ui,
    name: &str,
    all: [T; N],
    chosen: &mut T,
    named: fn(T) -> Word,
) {
    ui.horizontal(|ui| {
        let slot = egui::vec2(112.0, ui.spacing().interact_size.y);
        let left = egui::Layout::left_to_right(egui::Align::Center);
        let caption = ui.allocate_ui_with_layout(slot, left, |ui| {
            ui.set_min_width(slot.x);
            ui.label(name)
        });
        let caption = caption.inner;
        let combo = egui::ComboBox::from_id_salt(name)
            .width(150.0)
            .selected_text(sentence_case(word(named(*chosen))));
        let response = combo.show_ui(ui, |ui| {
            for one in all {
                ui.selectable_value(chosen, one, sentence_case(word(named(one))));
            }
        });
        response.response.labelled_by(caption.id);
    });
}
