//! The bar of filters below the top bar: how the meetings are read, each condition of the filter with its
//! choices below it, and how the meetings are counted, drawn and compared.

use super::chip::{self, Chip, chip_ui};
use super::chips::chips_ui;
use super::command::Command;
use super::compare::compare_ui;
use super::context::PanelContext;
use super::facets::{Facet, facet_ui, facets_ui, lines_ui};
use super::panel::{PanelMemory, words_ui};
use super::reading::{drawing_ui, readings_ui, readings_wide, rule_ui};
use super::style;
use crate::drawing::Drawing;
use crate::query::question::filter::{Field, Filter};
use crate::state::{Pane, State};
use crate::words::message::{Message, Word};
use crate::words::part::comparing::Comparing;
use crate::words::part::panel::{Panel, PanelText};
use crate::words::spoken::sentence_case;
use crate::words::{label, say, word};

/// The width of the field of words where no panel has it.
const WORDS: f32 = 220.0;
/// From this width on, the menus at the right say what is chosen in them.
const WIDE: f32 = 1200.0;
/// The width of what opens below a chip.
const CHOICES: f32 = 330.0;
const DRAWING: f32 = 420.0;
/// Points between chips.
const GAP: f32 = 6.0;

/// The whole bar. What has no room in its line is below "More filters", and what of that is asked for stands
/// in a line of its own.
pub fn filter_bar_ui(
    ui: &mut egui::Ui,
    context: PanelContext,
    problems: usize,
    memory: &mut PanelMemory,
    next: &mut State,
    commands: &mut Vec<Command>,
) {
    let has_words = next.pane != Pane::Map;
    let all = ui.available_width();
    let words = if has_words { WORDS + GAP } else { 0.0 };
    let more = chip::wide(label(Panel::MoreFilters)) + 2.0 * GAP;
    let problems = (problems > 0).then(|| say(PanelText::Problems(problems)));
    let of_problems = problems.as_deref().map_or(0.0, |words| chip::wide(words) + GAP);
    let menus = Menus::of(next, all >= WIDE);
    let least = words + more + menus.wide() + of_problems + 4.0 * GAP;
    let are_readings_open = least + readings_wide() <= all;
    let of_reading = if are_readings_open { readings_wide() } else { reading_chip(next).wide() };
    // Where both have no room in one line, the menus have one of their own.
    let is_one_line = least + of_reading <= all;
    let mut end_ui = |ui: &mut egui::Ui, memory: &mut PanelMemory, next: &mut State| {
        menus.ui(ui, context, memory, next);
        if problems.as_ref().is_some_and(|words| ui.button(words).clicked()) {
            commands.push(Command::Problems);
        }
    };
    let (mut hidden, clears) = ui
        .horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            if are_readings_open {
                readings_ui(ui, next);
            } else {
                let chip = reading_chip(next);
                chip_ui(ui, context.look, &chip, CHOICES, |ui| {
                    ui.vertical(|ui| readings_ui(ui, next));
                });
            }
            ui.separator();
            if has_words {
                ui.scope(|ui| {
                    ui.set_width(WORDS);
                    words_ui(ui, memory, next);
                });
            }
            let end = if is_one_line { menus.wide() + of_problems + 2.0 * GAP } else { 0.0 };
            let room = ui.available_width() - end;
            let told = conditions_ui(ui, (context, room), memory, next);
            if is_one_line {
                let layout = egui::Layout::right_to_left(egui::Align::Center);
                ui.with_layout(layout, |ui| end_ui(ui, memory, next));
            }
            told
        })
        .inner;
    if !is_one_line {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            end_ui(ui, memory, next);
        });
    }
    if clears {
        commands.push(Command::ClearFilters);
    }
    if !next.filter.text.is_empty() && !has_words && memory.is_hidden {
        hidden.push(Field::Text);
    }
    chips_ui(ui, context.look, &hidden, &mut next.filter);
}

/// The reading as a chip, where the four have no room.
fn reading_chip(state: &State) -> Chip {
    let title = sentence_case(word(Word::Reading(state.reading)));
    Chip { key: "reading", title, asked: None }
}

/// What stands on the chip of a condition.
fn face(filter: &Filter, field: Field, title: &'static str) -> Chip {
    let alone = || say(Message::Side(&Filter::default().with(field, filter), None));
    Chip { key: title, title: title.to_owned(), asked: filter.asks(field).then(alone) }
}

/// A chip for each condition, as far as there is room: first for those that ask for something. Gives the
/// fields that have none, and whether all filters are to be cleared.
fn conditions_ui(
    ui: &mut egui::Ui,
    (context, room): (PanelContext, f32),
    memory: &mut PanelMemory,
    next: &mut State,
) -> (Vec<Field>, bool) {
    let facets: Vec<Facet> = Facet::all(context.shown(), &next.filter).collect();
    let period = (Field::Period, face(&next.filter, Field::Period, label(Panel::Period)));
    let of_facets = facets.iter().map(|one| (one.field, face(&next.filter, one.field, one.title)));
    let all: Vec<(Field, Chip)> = std::iter::once(period).chain(of_facets).collect();
    let has_clear = !next.filter.is_empty();
    let clear = if has_clear { chip::wide(label(Command::ClearFilters)) + GAP } else { 0.0 };
    let more = chip::wide(label(Panel::MoreFilters)) + GAP;
    let seen = that_fit(&all, room - clear, more);
    for (field, chip) in all.iter().filter(|(field, _)| seen.contains(field)) {
        let facet = facets.iter().find(|facet| facet.field == *field);
        let is_away = chip_ui(ui, context.look, chip, CHOICES, |ui| match facet {
            Some(facet) => {
                facet_ui(ui, (context.look, context.shown()), facet, &mut next.filter);
                lines_below_ui(ui, &mut next.filter);
            }
            None => memory.period.ui(ui, [label(Panel::From), label(Panel::To)], &mut next.filter),
        });
        if is_away {
            next.filter = next.filter.without(*field);
        }
    }
    let hidden: Vec<Field> = all.iter().map(|(field, _)| *field).filter(|one| !seen.contains(one)).collect();
    if !hidden.is_empty() {
        let chip = Chip { key: "more", title: label(Panel::MoreFilters).to_owned(), asked: None };
        chip_ui(ui, context.look, &chip, CHOICES, |ui| {
            if hidden.contains(&Field::Period) {
                memory.period.ui(ui, [label(Panel::From), label(Panel::To)], &mut next.filter);
            }
            let facets: Vec<Facet> = facets.into_iter().filter(|one| hidden.contains(&one.field)).collect();
            facets_ui(ui, (context.look, context.shown()), &facets, |_| false, &mut next.filter);
            lines_below_ui(ui, &mut next.filter);
        });
    }
    let clears = !next.filter.is_empty() && ui.button(label(Command::ClearFilters)).clicked();
    (hidden, clears)
}

/// Below choices: whose lines are drawn, where somebody is asked for.
fn lines_below_ui(ui: &mut egui::Ui, filter: &mut Filter) {
    if filter.asks_for_parties() {
        ui.add_space(6.0);
        lines_ui(ui, &mut filter.only_their_lines);
    }
}

/// The fields whose chips fit into so much room, where a chip of `more` points stands for the others.
fn that_fit(all: &[(Field, Chip)], room: f32, more: f32) -> Vec<Field> {
    let wide = |chip: &Chip| chip.wide() + GAP;
    let all_wide: f32 = all.iter().map(|(_, chip)| wide(chip)).sum();
    let mut left = if all_wide <= room { room } else { room - more };
    let mut seen = Vec::new();
    let (asked, others): (Vec<_>, Vec<_>) = all.iter().partition(|(_, chip)| chip.asked.is_some());
    for (field, chip) in asked.into_iter().chain(others) {
        if wide(chip) > left && chip.asked.is_none() {
            break;
        }
        if wide(chip) <= left {
            left -= wide(chip);
            seen.push(*field);
        }
    }
    seen
}

/// The menus at the right end.
struct Menus {
    rule: Chip,
    drawing: Chip,
    compare: Chip,
}

impl Menus {
    fn of(state: &State, is_wide: bool) -> Self {
        let menu = |key: &'static str, title: &str, words: String| {
            let said =
                if words.is_empty() || !is_wide { title.to_owned() } else { format!("{title} · {words}") };
            Chip { key, title: said, asked: None }
        };
        let colour = state.drawing.colour;
        let is_usual = state.drawing == Drawing::default();
        let by = if is_usual { String::new() } else { say(PanelText::By(colour)) };
        let compare = if state.compare.is_some() { Comparing::Comparing } else { Comparing::Compare };
        Self {
            rule: menu("rule", label(Panel::CountingRule), say(Message::Rule(state.rule))),
            drawing: menu("drawing", label(Panel::LinesAndColours), by),
            compare: menu("compare", label(compare), String::new()),
        }
    }

    fn wide(&self) -> f32 {
        let Self { rule, drawing, compare } = self;
        [rule, drawing, compare].map(|menu| menu.wide() + GAP).iter().sum()
    }

    /// From the right to the left.
    fn ui(&self, ui: &mut egui::Ui, context: PanelContext, memory: &mut PanelMemory, next: &mut State) {
        let look = context.look;
        chip_ui(ui, look, &self.compare, DRAWING, |ui| {
            memory.compares(|before| compare_ui(ui, before, next));
        });
        chip_ui(ui, look, &self.drawing, DRAWING, |ui| drawing_ui(ui, &mut next.drawing));
        chip_ui(ui, look, &self.rule, CHOICES, |ui| {
            style::boxes_ui(ui, |ui| rule_ui(ui, &mut next.rule));
        });
    }
}
