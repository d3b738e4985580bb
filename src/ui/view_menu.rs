//! The parts of the View menu that edit the state: projection, what lies in the middle, whose borders, what
//! helps to read the map, and its names.

use super::keeping::OFFERED;
use super::style::{boxes_ui, quiet};
use crate::gazetteer::language::Language;
use crate::globe::chart::{Chart, Outlook};
use crate::globe::policy::BorderPolicy;
use crate::globe::projection::Projection;
use crate::meeting::Position;
use crate::picture::sight::Sight;
use crate::state::{Framing, State, Target, Theme};
use crate::words::message::{Message, Word};
use crate::words::part::viewing::{Viewing, ViewingText};
use crate::words::{label, say, word};

/// The height of a window in points below which its menus are longer than it is high.
const LOW: f32 = 800.0;

/// Whether menus scroll in this window.
#[must_use]
pub fn is_low(ui: &egui::Ui) -> bool {
    ui.ctx().content_rect().height() < LOW
}

/// A menu in a menu; in one that scrolls, what opens below its name. Gives what came of it, while it is open.
pub fn sub_menu_ui<R>(
    ui: &mut egui::Ui,
    name: impl Into<String>,
    inside: impl FnOnce(&mut egui::Ui) -> R,
) -> Option<R> {
    if is_low(ui) {
        egui::CollapsingHeader::new(name.into()).show(ui, inside).body_returned
    } else {
        ui.menu_button(name.into(), inside).inner
    }
}

/// Radio buttons and check boxes below the commands of the View menu.
pub fn view_menu_ui(ui: &mut egui::Ui, next: &mut State, chart: Chart) {
    sub_menu_ui(ui, label(Viewing::Projection), |ui| boxes_ui(ui, |ui| projections_ui(ui, next)));
    sub_menu_ui(ui, label(Viewing::Middle), |ui| middle_ui(ui, next, chart));
    sub_menu_ui(ui, label(Viewing::Colours), |ui| boxes_ui(ui, |ui| themes_ui(ui, next)));
    let borders = say(ViewingText::Borders(next.borders));
    sub_menu_ui(ui, borders, |ui| boxes_ui(ui, |ui| borders_ui(ui, next)));
    ui.separator();
    boxes_ui(ui, |ui| {
        ui.checkbox(&mut next.aids.graticule, label(Viewing::Graticule));
        ui.checkbox(&mut next.aids.circles, label(Viewing::Circles));
        ui.checkbox(&mut next.aids.scale, label(Viewing::Scale));
    });
    ui.separator();
    labels_ui(ui, next);
}

fn projections_ui(ui: &mut egui::Ui, next: &mut State) {
    for projection in Projection::ALL {
        if ui.radio(next.projection == projection, word(Word::Projection(projection))).clicked() {
            next.projection = projection;
            next.framing = Framing::Fit;
            ui.close();
        }
    }
}

fn themes_ui(ui: &mut egui::Ui, next: &mut State) {
    for theme in Theme::ALL {
        if ui.radio(next.theme == theme, word(Word::Theme(theme))).clicked() {
            next.theme = theme;
            ui.close();
        }
    }
}

/// The outlooks, and fields for any other middle. Dragging with Shift held does the same by hand.
fn middle_ui(ui: &mut egui::Ui, next: &mut State, chart: Chart) {
    let is_round = chart.projection.rim().is_some();
    boxes_ui(ui, |ui| outlooks_ui(ui, next, chart));
    ui.separator();
    let Position { mut lon, mut lat } = chart.centre;
    ui.horizontal(|ui| {
        let name = ui.label(label(Viewing::Longitude));
        let field =
            egui::DragValue::new(&mut lon).range(-180.0..=180.0).speed(1.0).max_decimals(1).suffix("°");
        let mut changed = ui.add(field).labelled_by(name.id).changed();
        if is_round {
            let name = ui.label(label(Viewing::Latitude));
            let field =
                egui::DragValue::new(&mut lat).range(-90.0..=90.0).speed(1.0).max_decimals(1).suffix("°");
            changed |= ui.add(field).labelled_by(name.id).changed();
        }
        if changed {
            next.turn_to(Position::new(lon, lat));
        }
    });
    ui.label(quiet(say(ViewingText::Now(chart.centre))));
}

fn outlooks_ui(ui: &mut egui::Ui, next: &mut State, chart: Chart) {
    let is_round = chart.projection.rim().is_some();
    if is_round && ui.radio(next.centre.is_none(), label(Viewing::WhatIsShown)).clicked() {
        next.centre = None;
        ui.close();
    }
    for outlook in Outlook::ALL {
        let there = Chart::new(chart.projection, outlook.centre());
        let chosen = there == chart && (!is_round || next.centre.is_some());
        if ui.radio(chosen, word(Word::Outlook(outlook))).clicked() {
            next.turn_to(outlook.centre());
            next.framing = Framing::Fit;
            ui.close();
        }
    }
}

/// A line for each border policy, with what the picture will say about it.
fn borders_ui(ui: &mut egui::Ui, next: &mut State) {
    for policy in BorderPolicy::ALL {
        let line = ui
            .radio(next.borders == policy, word(Word::BorderPolicy(policy)))
            .on_hover_text(say(Message::Borders(policy)));
        if line.clicked() {
            next.borders = policy;
            // Places and lines go by the country that a venue lies in.
            next.selection
                .take_if(|target| matches!(target, Target::Place(_) | Target::Places(_) | Target::Tie(_)));
            ui.close();
        }
    }
}

/// What the map names, and in which language it and its files are.
fn labels_ui(ui: &mut egui::Ui, next: &mut State) {
    let labels = &mut next.labels;
    boxes_ui(ui, |ui| {
        ui.checkbox(&mut labels.countries, label(Viewing::CountryNames));
        ui.checkbox(&mut labels.venues, label(Viewing::VenueNames));
        ui.checkbox(&mut labels.leaders, label(Viewing::LeaderNames));
    });
    sub_menu_ui(ui, label(Viewing::NamedIn), |ui| boxes_ui(ui, |ui| languages_ui(ui, next)));
}

fn languages_ui(ui: &mut egui::Ui, next: &mut State) {
    if let Some(language) = language_ui(ui, &Language::ALL, next.language) {
        next.language = language;
    }
}

/// As whom the window is seen; files stay as they are.
pub fn sight_menu_ui(ui: &mut egui::Ui, now: &mut Sight) {
    sub_menu_ui(ui, label(Viewing::SeenAs), |ui| {
        boxes_ui(ui, |ui| {
            for sight in Sight::ALL {
                let name = match sight {
                    Sight::Whole => Viewing::AllColours,
                    Sight::NoRed => Viewing::NoRed,
                    Sight::NoGreen => Viewing::NoGreen,
                    Sight::NoBlue => Viewing::NoBlue,
                    Sight::Grey => Viewing::InGrey,
                };
                if ui.radio(*now == sight, label(name)).clicked() {
                    *now = sight;
                    ui.close();
                }
            }
        });
        ui.label(quiet(label(Viewing::FilesStay)));
    });
}

/// The languages of the window, of which one is spoken now. Gives the one that was chosen.
pub fn language_menu_ui(ui: &mut egui::Ui, now: Language) -> Option<Language> {
    let languages = |ui: &mut egui::Ui| boxes_ui(ui, |ui| language_ui(ui, &OFFERED, now));
    sub_menu_ui(ui, label(Viewing::Language), languages).flatten()
}

/// Languages, each under the name that its speakers give it. Gives the one that was chosen.
fn language_ui(ui: &mut egui::Ui, languages: &[Language], now: Language) -> Option<Language> {
    let mut chosen = None;
    for &language in languages {
        let response = ui.radio(language == now, language.own_name());
        response.ctx.accesskit_node_builder(response.id, |node| node.set_label(language.name()));
        if response.clicked() {
            chosen = Some(language);
            ui.close();
        }
    }
    chosen
}
