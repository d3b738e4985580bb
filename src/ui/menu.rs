//! The menus of the top bar, from the one list of commands.

use super::command::{Command, Menu, Possible, in_words};
use super::context::PanelContext;
use super::panel::PanelMemory;
use super::style::boxes_ui;
use super::view_menu::{is_low, language_menu_ui, sight_menu_ui, sub_menu_ui, view_menu_ui};
use crate::document::text_size::TextSize;
use crate::globe::chart::Chart;
use crate::state::State;
use crate::words::part::panel::Panel;
use crate::words::part::viewing::{Viewing, ViewingText};
use crate::words::{label, say};
use std::path::PathBuf;

/// The bar of menus; in a small window one menu of all. Commands that were chosen are added to `commands`.
pub fn menu_ui(
    ui: &mut egui::Ui,
    context: PanelContext,
    (possible, is_small): (Possible, bool),
    memory: &mut PanelMemory,
    next: &mut State,
    commands: &mut Vec<Command>,
) {
    // A tick leaves the menu open for the next one; commands close it themselves.
    let config = egui::containers::menu::MenuConfig::new()
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    let chart = next.chart(&context.shown().ties);
    let mut menus_ui = |ui: &mut egui::Ui| {
        for menu in Menu::ALL {
            ui.menu_button(menu.name(), |ui| {
                scrolled_ui(ui, |ui| one_menu_ui(ui, menu, (possible, chart), memory, next, commands));
            });
        }
    };
    egui::MenuBar::new().config(config).ui(ui, |ui| {
        if is_small { drop(ui.menu_button(label(Panel::Menu), menus_ui)) } else { menus_ui(ui) }
    });
}

/// A menu, which scrolls where the window is too low for it.
fn scrolled_ui(ui: &mut egui::Ui, inside: impl FnOnce(&mut egui::Ui)) {
    if is_low(ui) {
        let room = ui.ctx().content_rect().height() - 60.0;
        egui::ScrollArea::vertical().max_height(room).show(ui, inside);
    } else {
        inside(ui);
    }
}

fn one_menu_ui(
    ui: &mut egui::Ui,
    menu: Menu,
    (possible, chart): (Possible, Chart),
    memory: &mut PanelMemory,
    next: &mut State,
    commands: &mut Vec<Command>,
) {
    for command in Command::ALL.into_iter().filter(|command| command.menu() == Some(menu)) {
        let undone = memory.undo.as_deref().filter(|_| command == Command::Undo);
        let what = undone.or(memory.redo.as_deref().filter(|_| command == Command::Redo));
        if command_ui(ui, command, possible, what) {
            commands.push(command);
            ui.close();
        }
        if command == Command::Open {
            memory.chosen_recent = recent_ui(ui, &memory.recent).or(memory.chosen_recent.take());
            commands.extend(commands_ui(ui, label(Panel::OpenExample), &EXAMPLES, possible));
        }
    }
    if menu == Menu::View {
        sub_menu_ui(ui, label(Viewing::TextSize), |ui| {
            commands.extend(listed_ui(ui, &TEXT_SIZES, possible));
            ui.separator();
            boxes_ui(ui, |ui| sizes_ui(ui, &mut memory.text_size));
        });
        ui.separator();
        view_menu_ui(ui, next, chart);
        ui.separator();
        sight_menu_ui(ui, &mut memory.sight);
        memory.chosen_language = language_menu_ui(ui, memory.language).or(memory.chosen_language.take());
    }
}

/// The commands that change the size of texts.
const TEXT_SIZES: [Command; 3] = [Command::LargerText, Command::SmallerText, Command::UsualText];

fn sizes_ui(ui: &mut egui::Ui, size: &mut TextSize) {
    for step in TextSize::STEPS {
        if ui.radio(*size == step, say(ViewingText::Percent(step))).clicked() {
            *size = step;
            ui.close();
        }
    }
}

/// The commands that open an example.
const EXAMPLES: [Command; 2] = [Command::OpenEmbedded, Command::OpenPresidentTrips];

/// A menu of some commands. Gives the one that was chosen.
fn commands_ui(ui: &mut egui::Ui, name: &str, all: &[Command], possible: Possible) -> Option<Command> {
    sub_menu_ui(ui, name, |ui| listed_ui(ui, all, possible)).flatten()
}

fn listed_ui(ui: &mut egui::Ui, all: &[Command], possible: Possible) -> Option<Command> {
    let chosen = all.iter().copied().filter(|command| command_ui(ui, *command, possible, None)).last();
    if chosen.is_some() {
        ui.close();
    }
    chosen
}

/// The menu of recent files, where there are any. Gives the one that was chosen.
fn recent_ui(ui: &mut egui::Ui, recent: &[PathBuf]) -> Option<PathBuf> {
    if recent.is_empty() {
        return None;
    }
    let mut chosen = None;
    sub_menu_ui(ui, label(Panel::OpenRecent), |ui| {
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
