//! The menus of the top bar, from the one list of commands.

use super::command::{Command, Menu, Possible, in_words};
use super::context::PanelContext;
use super::panel::PanelMemory;
use super::view_menu::{language_menu_ui, view_menu_ui};
use crate::state::State;
use crate::words::label;
use crate::words::part::panel::Panel;
use std::path::PathBuf;

/// The bar of menus. Commands that were chosen are added to `commands`.
pub fn menu_ui(
    ui: &mut egui::Ui,
    context: PanelContext,
    possible: Possible,
    memory: &mut PanelMemory,
    next: &mut State,
    commands: &mut Vec<Command>,
) {
    // A tick leaves the menu open for the next one; commands close it themselves.
    let config = egui::containers::menu::MenuConfig::new()
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    egui::MenuBar::new().config(config).ui(ui, |ui| {
        for menu in Menu::ALL {
            ui.menu_button(menu.name(), |ui| {
                for command in Command::ALL.into_iter().filter(|command| command.menu() == Some(menu)) {
                    let undone = memory.undo.as_deref().filter(|_| command == Command::Undo);
                    let what = undone.or(memory.redo.as_deref().filter(|_| command == Command::Redo));
                    if command_ui(ui, command, possible, what) {
                        commands.push(command);
                        ui.close();
                    }
                    if command == Command::Open {
                        memory.chosen_recent = recent_ui(ui, &memory.recent).or(memory.chosen_recent.take());
                        commands.extend(examples_ui(ui, possible));
                    }
                }
                if menu == Menu::View {
                    ui.separator();
                    let chart = next.chart(&context.shown().ties);
                    view_menu_ui(ui, next, chart);
                    ui.separator();
                    memory.chosen_language = language_menu_ui(ui, memory.language);
                }
            });
        }
    });
}

/// The commands that open an example.
const EXAMPLES: [Command; 2] = [Command::OpenEmbedded, Command::OpenPresidentTrips];

/// The menu of the examples. Gives the one that was chosen.
fn examples_ui(ui: &mut egui::Ui, possible: Possible) -> Option<Command> {
    let mut chosen = None;
    ui.menu_button(label(Panel::OpenExample), |ui| {
        for example in EXAMPLES {
            if command_ui(ui, example, possible, None) {
                chosen = Some(example);
                ui.close();
            }
        }
    });
    chosen
}

/// The menu of recent files, where there are any. Gives the one that was chosen.
fn recent_ui(ui: &mut egui::Ui, recent: &[PathBuf]) -> Option<PathBuf> {
    if recent.is_empty() {
        return None;
    }
    let mut chosen = None;
    ui.menu_button(label(Panel::OpenRecent), |ui| {
        for path in recent {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
            if ui.button(name).on_hover_text(path.display().to_string()).clicked() {
                chosen = Some(path.clone());
                ui.close();
            }
        }
    });
    chosen
}

/// A command in a menu, with its keys and what it is about: `Undo: change venue`. True when it was chosen.
fn command_ui(ui: &mut egui::Ui, command: Command, possible: Possible, about: Option<&str>) -> bool {
    let shortcuts = command.shortcuts();
    let keys = shortcuts.first().map(|keys| in_words(ui.ctx(), keys)).unwrap_or_default();
    let words = match about {
        Some(about) => format!("{}: {about}", command.text()),
        None => command.text().to_owned(),
    };
    let button = egui::Button::new(words).shortcut_text(keys);
    let response = ui.add_enabled(command.is_enabled(possible), button);
    let clicked = response.clicked();
    if !command.tooltip().is_empty() {
        response.on_hover_text(command.tooltip());
    }
    clicked
}
