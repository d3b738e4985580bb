//! The English of the parts of the program.

mod command;
mod button;
mod lists;
mod dialogs;
mod saving;
mod files;
mod doing;
mod steps;
mod states;
mod places;
mod editing;
mod importing;
mod asking;
mod reviewing;
mod comparing;
mod dossier;
mod pointing;
mod panel;
mod finding;
mod tabling;
mod pairing;
mod faults;
mod timeline;
mod viewing;
mod wording;
mod command_line;
mod exported;
mod web;
mod starting;

use crate::words::part::{Label, Text};

/// The English words for a label.
pub const fn label(label: Label) -> &'static str {
    match label {
        Label::Menu(one) => command::menu(one),
        Label::Command(one) => command::command(one),
        Label::Tip(one) => command::tip(one),
        Label::Gesture(one) => command::gesture(one),
        Label::GestureDoes(one) => command::gesture_does(one),
        Label::Button(one) => button::button(one),
        Label::Dialogs(one) => dialogs::dialogs(one),
        Label::Saving(one) => saving::saving(one),
        Label::Files(one) => files::files(one),
        Label::Doing(one) => doing::doing(one),
        Label::Steps(one) => steps::steps(one),
        Label::States(one) => states::states(one),
        Label::Places(one) => places::places(one),
        Label::Detail(one) => editing::detail(one),
        Label::Editing(one) => editing::editing(one),
        Label::Aspect(one) => importing::aspect(one),
        Label::Certainty(one) => importing::certainty(one),
        Label::Importing(one) => importing::importing(one),
        Label::Asking(one) => asking::asking(one),
        Label::Reviewing(one) => reviewing::reviewing(one),
        Label::Comparing(one) => comparing::comparing(one),
        Label::Dossier(one) => dossier::dossier(one),
        Label::Pointing(one) => pointing::pointing(one),
        Label::Panel(one) => panel::panel(one),
        Label::Finding(one) => finding::finding(one),
        Label::Tabling(one) => tabling::tabling(one),
        Label::Pairing(one) => pairing::pairing(one),
        Label::Faults(one) => faults::faults(one),
        Label::Timing(one) => timeline::timing(one),
        Label::Viewing(one) => viewing::viewing(one),
        Label::Wording(one) => wording::wording(one),
        Label::Choosable(one) => command_line::choosable(one),
        Label::CommandLine(one) => command_line::command_line(one),
        Label::Heads(one) => exported::heads(one),
        Label::Web(one) => web::web(one),
        Label::NoWindow(one) => starting::no_window(one),
    }
}

/// A text in English.
pub fn text(text: Text) -> String {
    match text {
        Text::List(one) => lists::list_text(one),
        Text::Dialog(one) => dialogs::dialog_text(one),
        Text::Saving(one) => saving::saving_text(one),
        Text::Files(one) => files::files_text(one),
        Text::Doing(one) => doing::doing_text(one),
        Text::Steps(one) => steps::steps_text(one),
        Text::Places(one) => places::places_text(one),
        Text::Editing(one) => editing::editing_text(one),
        Text::Importing(one) => importing::importing_text(one),
        Text::Asking(one) => asking::asking_text(one),
        Text::Reviewing(one) => reviewing::reviewing_text(one),
        Text::Comparing(one) => comparing::comparing_text(one),
        Text::Dossier(one) => dossier::dossier_text(one),
        Text::Pointing(one) => pointing::pointing_text(one),
        Text::Panel(one) => panel::panel_text(one),
        Text::Finding(one) => finding::finding_text(one),
        Text::Tabling(one) => tabling::tabling_text(one),
        Text::Pairing(one) => pairing::pairing_text(one),
        Text::Faults(one) => faults::faults_text(one),
        Text::Timing(one) => timeline::timing_text(one),
        Text::Viewing(one) => viewing::viewing_text(one),
        Text::CommandLine(one) => command_line::command_line_text(one),
        Text::Exported(one) => exported::exported_text(one),
        Text::Web(one) => web::web_text(one),
        Text::Starting(one) => starting::starting_text(one),
    }
}
