//! Questions about the user's work: where to save it, what becomes of work that is not saved, what a crashed
//! window left.

use super::keeping::What;
use super::opening::Tables;
use super::style::{self, quiet, strong};
use crate::disk;
use crate::document::recovery::Recovered;
use crate::export::table::TableFormat;
use crate::words::part::button::Button;
use crate::words::part::saving::{Saving, SavingText};
use crate::words::{label, say};
use std::path::{Path, PathBuf};

/// What happens once the work is safe.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Then {
    /// Nothing more.
    #[default]
    Stay,
    /// The window closes.
    Close,
    /// These tables or this project are opened.
    Open(Tables),
    /// What the preview shows is opened.
    Import,
    /// What was read is shown.
    Show,
}

/// Something that a command asks of the project.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// Write it to its file, or ask where.
    Save,
    /// Ask where, and write it there.
    SaveAs,
    /// Ask where, and write the meetings alone as CSV.
    SaveTable,
    /// Ask where, and write what was decided about words.
    SaveDecisions,
    /// Open something in place of it, once its work is safe.
    Open(Tables),
    /// Open what the preview shows, once its work is safe.
    Import,
    /// Read the files again that the table came from.
    Reload,
    /// Ask where, and write a table to fill in.
    SaveTemplate,
}

/// Where to save.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveForm {
    /// What is saved.
    pub what: What,
    /// The path as typed.
    pub path: String,
    /// What is said about it; empty if there is nothing to say.
    pub note: String,
    /// The file that is there already, and may be replaced if the user says so.
    pub replaces: Option<PathBuf>,
    /// What happens then.
    pub then: Then,
}

/// A question that is open.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// Where to save.
    SaveAs(SaveForm),
    /// Work that is not saved would be lost from the window.
    Unsaved(Then),
    /// Somebody else changed the project file since it was read or written.
    Changed(PathBuf, Then),
    /// Files that the table was read from hold something else now: their names.
    Sources {
        /// Their paths.
        files: Vec<String>,
        /// Whether the table was edited since, so that reading them again would undo work.
        has_edits: bool,
    },
    /// Windows that crashed left work.
    Left {
        /// The work of the list that is to be discarded, if that is confirmed.
        discards: Option<usize>,
    },
}

/// What the user decided.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// Save the project where it lies, or ask where.
    Save(Then),
    /// Save it in another place: ask where.
    SaveAs(Then),
    /// Write to this file.
    Write {
        /// What is written.
        what: What,
        /// The file.
        path: PathBuf,
        /// Whether a file that is there may be replaced.
        may_replace: bool,
        /// What happens then.
        then: Then,
    },
    /// Go on without saving.
    Discard(Then),
    /// Ask for a path with the system's dialog.
    Browse,
    /// Read the source files again.
    Reload,
    /// Open the work at a place of the list of what is left.
    Recover(usize),
    /// Remove it for good.
    Forget(usize),
    /// Close the question; what it is about stays as it is.
    Cancel,
}

impl Question {
    /// The question where to save.
    #[must_use]
    pub fn save_as(what: What, path: &Path, then: Then) -> Self {
        let path = path.with_extension(what.ending()).display().to_string();
        Self::SaveAs(SaveForm { what, path, note: String::new(), replaces: None, then })
    }

    fn title(&self) -> &'static str {
        match self {
            Self::SaveAs(SaveForm { what: What::Project, .. }) => label(Saving::ProjectTitle),
            Self::SaveAs(SaveForm { what: What::Table(_), .. }) => label(Saving::TableTitle),
            Self::SaveAs(SaveForm { what: What::Template, .. }) => label(Saving::TemplateTitle),
            Self::SaveAs(SaveForm { what: What::Decisions, .. }) => label(Saving::DecisionsTitle),
            Self::Unsaved(_) => label(Saving::UnsavedTitle),
            Self::Changed(..) => label(Saving::ChangedTitle),
            Self::Sources { .. } => label(Saving::SourcesTitle),
            Self::Left { .. } => label(Saving::LeftTitle),
        }
    }

    /// Shows the question over the window, and gives the reply once there is one.
    pub fn ui(&mut self, ctx: &egui::Context, left: &[Recovered]) -> Option<Reply> {
        let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(18);
        let modal = egui::Modal::new(egui::Id::unique(("question", self.title()))).frame(frame);
        let shown = modal.show(ctx, |ui| {
            ui.set_width(480.0_f32.min(ctx.content_rect().width() - 60.0));
            ui.heading(self.title());
            ui.add_space(6.0);
            let reply = style::low_ui(ui, 90.0, |ui| match self {
                Self::SaveAs(form) => save_as_ui(ui, form),
                Self::Unsaved(then) => unsaved_ui(ui, then),
                Self::Changed(path, then) => changed_ui(ui, path, then),
                Self::Sources { files, has_edits } => sources_ui(ui, files, *has_edits),
                Self::Left { discards } => left_ui(ui, left, discards),
            });
            let escaped = ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape));
            escaped.then_some(Reply::Cancel).or(reply)
        });
        shown.inner
    }
}

/// A row of buttons with what each replies; the first is the one that is usually meant.
fn replies_ui(ui: &mut egui::Ui, replies: Vec<(&str, Reply)>) -> Option<Reply> {
    ui.add_space(10.0);
    ui.horizontal_wrapped(|ui| {
        let mut chosen = None;
        for (place, (words, reply)) in replies.into_iter().enumerate() {
            let words = if place == 0 { strong(words) } else { words.into() };
            let button = ui.button(words);
            if place == 0 && ui.memory(|memory| memory.focused().is_none()) {
                button.request_focus();
            }
            if button.clicked() {
                chosen = Some(reply);
            }
        }
        chosen
    })
    .inner
}

fn unsaved_ui(ui: &mut egui::Ui, then: &Then) -> Option<Reply> {
    let words = match then {
        Then::Close => label(Saving::LostAtClose),
        Then::Open(_) | Then::Import | Then::Show | Then::Stay => label(Saving::KeptByUndo),
    };
    ui.label(words);
    replies_ui(
        ui,
        vec![
            (label(Button::Save), Reply::Save(then.clone())),
            (label(Saving::DontSave), Reply::Discard(then.clone())),
            (label(Button::Cancel), Reply::Cancel),
        ],
    )
}

fn changed_ui(ui: &mut egui::Ui, path: &Path, then: &Then) -> Option<Reply> {
    ui.label(say(SavingText::ChangedElsewhere(path)));
    let write =
        Reply::Write { what: What::Project, path: path.to_owned(), may_replace: true, then: then.clone() };
    replies_ui(
        ui,
        vec![
            (label(Saving::SaveElsewhere), Reply::SaveAs(then.clone())),
            (label(Saving::ReplaceOther), write),
            (label(Button::Cancel), Reply::Cancel),
        ],
    )
}

fn sources_ui(ui: &mut egui::Ui, files: &[String], has_edits: bool) -> Option<Reply> {
    ui.label(say(SavingText::SourcesChanged(files.len())));
    for file in files {
        ui.label(strong(file.clone()));
    }
    ui.label(quiet(label(Saving::EditsStay)));
    let mut replies =
        vec![(label(Saving::ReadAgain), Reply::Reload), (label(Saving::KeepHere), Reply::Cancel)];
    if has_edits {
        replies.reverse();
    }
    replies_ui(ui, replies)
}

fn left_ui(ui: &mut egui::Ui, left: &[Recovered], discards: &mut Option<usize>) -> Option<Reply> {
    ui.label(label(Saving::EndedBefore));
    let mut chosen = None;
    for (place, one) in left.iter().enumerate() {
        ui.separator();
        match &one.work {
            Ok(work) => {
                let name =
                    Path::new(&work.about.path).file_name().map(|name| name.to_string_lossy().into_owned());
                let name = name.unwrap_or_else(|| work.document.state.title.clone());
                ui.label(strong(if name.is_empty() { label(Saving::NoName).to_owned() } else { name }));
                ui.label(quiet(about_in_words(one)));
            }
            Err(why) => {
                ui.label(strong(one.path.display().to_string()));
                ui.label(quiet(say(SavingText::CopyNotRead(&why.to_string()))));
            }
        }
        if *discards == Some(place) {
            ui.label(label(Saving::DiscardTip));
        }
        ui.horizontal(|ui| {
            if *discards == Some(place) {
                if ui.button(label(Saving::DiscardForGood)).clicked() {
                    chosen = Some(Reply::Forget(place));
                }
                if ui.button(strong(label(Button::Cancel))).clicked() {
                    *discards = None;
                }
                return;
            }
            if one.work.is_ok() && ui.button(strong(label(Button::Open))).clicked() {
                chosen = Some(Reply::Recover(place));
            }
            if ui.button(label(Saving::Discard)).on_hover_text(label(Saving::DiscardTip)).clicked() {
                *discards = Some(place);
            }
        });
    }
    ui.separator();
    let later = ui.button(label(Saving::Later)).on_hover_text(label(Saving::LaterTip)).clicked();
    chosen.or(later.then_some(Reply::Cancel))
}

/// `26 meetings · 3 steps after the last save`
fn about_in_words(left: &Recovered) -> String {
    let Ok(work) = &left.work else { return String::new() };
    // What was only opened from a table has steps too, and no save that they follow.
    let steps = work.about.steps.filter(|_| !work.about.path.is_empty());
    say(SavingText::LeftWork(work.document.record.len(), steps))
}

fn save_as_ui(ui: &mut egui::Ui, form: &mut SaveForm) -> Option<Reply> {
    ui.label(quiet(match form.what {
        What::Project => label(Saving::AboutProject),
        What::Table(_) => label(Saving::AboutTable),
        What::Template => label(Saving::AboutTemplate),
        What::Decisions => label(Saving::AboutDecisions),
    }));
    let before = form.path.clone();
    let entered = super::fields::path_ui(ui, &mut form.path);
    let browse = ui.button(label(Button::Browse)).clicked();
    if form.path != before {
        form.note.clear();
        form.replaces = None;
    }
    if let What::Table(format) = &mut form.what {
        let mut is_for_excel = *format == TableFormat::CsvForExcel;
        let mark = style::boxes_ui(ui, |ui| ui.checkbox(&mut is_for_excel, label(Saving::ForExcel)));
        mark.on_hover_text(label(Saving::ForExcelTip));
        *format = if is_for_excel { TableFormat::CsvForExcel } else { TableFormat::Csv };
    }
    if !form.note.is_empty() {
        ui.label(&form.note);
    }
    if browse {
        form.note.clear();
        return Some(Reply::Browse);
    }
    if let Some(path) = form.replaces.clone() {
        ui.add_space(8.0);
        ui.label(strong(say(SavingText::FileThere(&path))));
        ui.label(quiet(label(Button::ReplacingIsFinal)));
        let write = Reply::Write { what: form.what, path, may_replace: true, then: form.then.clone() };
        // Enter answers only where a button has the focus.
        let mut reply = None;
        ui.horizontal(|ui| {
            if ui.button(label(Button::Replace)).clicked() {
                reply = Some(write);
            }
            if ui.button(strong(label(Button::KeepFile))).clicked() {
                form.replaces = None;
            }
            if ui.button(label(Button::Cancel)).clicked() {
                reply = Some(Reply::Cancel);
            }
        });
        return reply;
    }
    ui.add_space(10.0);
    let ready = !form.path.trim().is_empty();
    let (save, cancel) = ui
        .horizontal(|ui| {
            let save = ui.add_enabled(ready, egui::Button::new(strong(label(Button::Save)))).clicked();
            (save, ui.button(label(Button::Cancel)).clicked())
        })
        .inner;
    if save || (entered && ready) {
        let path = disk::typed(&form.path);
        return Some(Reply::Write { what: form.what, path, may_replace: false, then: form.then.clone() });
    }
    cancel.then_some(Reply::Cancel)
}
