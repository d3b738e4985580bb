//! The menu of the right button on the map: what can be done with what lies there.

use super::style::strong;
use super::tooltip;
use crate::export::told;
use crate::meeting::Position;
use crate::picture::scene::Scene;
use crate::query::question::filter::Filter;
use crate::state::{Framing, State, Target};
use crate::words::message::Message;
use crate::words::part::pointing::Pointing;
use crate::words::{label, say};

/// What lay under the pointer when the button was pressed.
#[derive(Clone, Debug, Default)]
pub struct Held {
    /// The thing.
    pub target: Option<Target>,
    /// Where on the globe.
    pub at: Option<Position>,
}

/// What something on the map is called.
#[must_use]
pub fn name_of(scene: &Scene, target: &Target) -> String {
    match target {
        // One title stands for many meetings: its date goes with it.
        Target::Meeting(_) => tooltip::words(target, scene.meetings, scene.shown).join(", "),
        _ => told::name_of(target, scene.meetings, scene.shown),
    }
}

/// The menu.
pub fn map_menu_ui(ui: &mut egui::Ui, scene: &Scene, held: &Held, next: &mut State) {
    if let Some(target) = &held.target {
        let name = name_of(scene, target);
        ui.label(strong(&name));
        ui.separator();
        if ui.button(label(Pointing::Select)).clicked() {
            next.selection = Some(target.clone());
            ui.close();
        }
        if let Some(filter) = only(scene, target, &next.filter)
            && ui.button(label(Pointing::ShowOnly)).clicked()
        {
            next.filter = filter;
            next.framing = Framing::Fit;
            ui.close();
        }
        if let Target::Country(code) = target
            && ui.button(label(Pointing::LeaveOut)).clicked()
        {
            next.filter.countries.remove(code);
            next.filter.excluded.countries.insert(*code);
            ui.close();
        }
        if ui.button(label(Pointing::CopyName)).clicked() {
            ui.ctx().copy_text(name);
            ui.close();
        }
    }
    if let Some(at) = held.at
        && ui.button(label(Pointing::CopyCoordinates)).clicked()
    {
        ui.ctx().copy_text(say(Message::Coordinates(at)));
        ui.close();
    }
}

/// The filter that leaves only the meetings of a country or at a place.
fn only(scene: &Scene, target: &Target, now: &Filter) -> Option<Filter> {
    match target {
        Target::Country(code) => {
            let mut only = Filter { countries: [*code].into(), ..now.clone() };
            only.excluded.countries.remove(code);
            Some(only)
        }
        // Words are looked for in the record, which has its own name for the place.
        Target::Place(id) => {
            let ties = &scene.shown.ties;
            let text = ties.place(*id).map_or_else(|| ties.name_of(*id), |place| place.name.clone());
            Some(Filter { text, ..now.clone() })
        }
        Target::Places(_)
        | Target::Tie(_)
        | Target::Meeting(_)
        | Target::Occasion(_)
        | Target::Person(_)
        | Target::Pair(_) => None,
    }
}
