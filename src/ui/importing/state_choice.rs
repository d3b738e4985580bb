//! A choice among all states and organisations: a button, and below it a search field with a list.

use super::choice::{Face, choice_ui, line_ui};
use super::understood::name;
use crate::gazetteer::country::{Countries, Country, CountryKind};
use crate::gazetteer::fold::fold;
use crate::meeting::code::CountryCode;
use crate::picture::look::Look;
use crate::words::label;
use crate::words::part::states::States;
use egui::{Id, Ui};

/// Lines that are listed while nothing is typed, and while something is.
const LISTED: usize = 300;

/// What was chosen: a state, or nobody.
pub type Chosen = Option<CountryCode>;

/// The button; its menu offers `first` above all others, and nobody as `nobody` says, if that is not empty.
pub fn state_choice_ui(
    ui: &mut Ui,
    look: &Look,
    face: Face,
    id: Id,
    first: &[CountryCode],
    nobody: &str,
) -> Option<Chosen> {
    let chosen = choice_ui(ui, look, face, |ui| {
        let mut typed = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_default();
        let hint = egui::RichText::new(label(States::Search)).weak();
        let field =
            ui.add(egui::TextEdit::singleline(&mut typed).hint_text(hint).desired_width(f32::INFINITY));
        ui.ctx().accesskit_node_builder(field.id, |node| node.set_label(label(States::Search)));
        // Asked before the field takes the focus back: Enter is what it lost it by.
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if ui.memory(|memory| memory.focused().is_none()) {
            field.request_focus();
        }
        ui.data_mut(|data| data.insert_temp(id, typed.clone()));
        ui.add_space(2.0);
        let mut chosen = None;
        let found = states(&typed);
        if typed.trim().is_empty() {
            for code in first {
                if line_ui(ui, look, &name(*code), label(States::Suggested), false) {
                    chosen = Some(Some(*code));
                }
            }
            if !nobody.is_empty() && line_ui(ui, look, nobody, "", false) {
                chosen = Some(None);
            }
        } else if entered {
            chosen = found.first().map(|country| Some(country.code));
        }
        for country in found.iter().take(LISTED) {
            if line_ui(ui, look, country.name, about(country), false) {
                chosen = Some(Some(country.code));
            }
        }
        if found.is_empty() {
            ui.label(crate::ui::style::quiet(label(States::NoSuchState)));
        }
        chosen
    });
    if chosen.is_some() {
        ui.data_mut(|data| data.remove::<String>(id));
    }
    chosen
}

/// The states with a name that has a word like what was typed: those that exist today first.
fn states(typed: &str) -> Vec<&'static Country> {
    let asked = fold(typed);
    let countries = Countries::embedded();
    let mut found: Vec<&Country> = if asked.is_empty() {
        countries.iter().collect()
    } else {
        countries.with_a_word_like(&asked).into_iter().filter_map(|code| countries.get(code)).collect()
    };
    found.sort_by_key(|country| {
        let begins = fold(country.name).starts_with(&asked);
        (country.kind == CountryKind::FormerState, !begins, country.name)
    });
    found
}

fn about(country: &Country) -> &'static str {
    match country.kind {
        CountryKind::Country => "",
        CountryKind::Territory => label(States::Territory),
        CountryKind::FormerState => label(States::NoLongerExists),
        CountryKind::Organisation => label(States::Organisation),
    }
}
