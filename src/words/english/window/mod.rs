//! The English of the window, part by part.

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

use crate::words::window::{Label, Text};

/// The English words on the window.
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
    }
}

/// A text of the window in English.
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
    }
}
