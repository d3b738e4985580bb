//! What came of exports and of the system's file dialog, put into the session.

use super::dialog::Dialog;
use super::effect::Chosen;
use super::export_form::ExportForm;
use super::exporting::Exported;
use super::notice::Notice;
use super::opening::Tables;
use super::questions::{Order, Question};
use super::session::Session;
use super::under_way::finished;
use crate::words::part::dialogs::Dialogs;
use crate::words::part::saving::{Saving, SavingText};
use crate::words::{label, say};
use std::path::PathBuf;

/// Takes over what came of an export.
pub fn take_export(ctx: &egui::Context, session: &mut Session) {
    let Some(result) = finished(&mut session.jobs.exporting) else { return };
    match result.and_then(|result| result) {
        Ok(Exported::Done(words)) => session.notice = Some(Notice::done(words)),
        Ok(Exported::WouldReplace(order, found)) => session.dialog = Some(Dialog::replacing(order, &found)),
        Ok(Exported::WindowTo(path, replace)) => session.screenshot = Some((path, replace)),
        Ok(Exported::Copy(pixels)) => {
            let size = [pixels.width as usize, pixels.height as usize];
            ctx.copy_image(egui::ColorImage::from_rgba_unmultiplied(size, &pixels.rgba));
            let words = say(SavingText::MapCopied(pixels.width, pixels.height));
            session.notice = Some(Notice::done(words));
        }
        Ok(Exported::Words(words)) => {
            ctx.copy_text(words);
            session.notice = Some(Notice::done(label(Saving::WordsCopied)));
        }
        Err(why) => session.notice = Some(Notice::error(why)),
    }
}

/// The path that was chosen.
fn first_of(files: &[PathBuf]) -> String {
    files.first().map(|file| file.display().to_string()).unwrap_or_default()
}

/// Takes over what the system's dialog gave: into the dialog that is open.
pub fn take_choice(session: &mut Session) {
    let Some(result) = finished(&mut session.jobs.choosing) else { return };
    let missing = label(Dialogs::NoFileDialog).to_owned();
    if let Some(Question::SaveAs(form)) = &mut session.question {
        match result.unwrap_or(Chosen::NoDialog) {
            Chosen::Files(files) => form.path = first_of(&files),
            Chosen::NoDialog => form.note = missing,
            Chosen::Nothing => {}
        }
        return;
    }
    match (&mut session.dialog, result.unwrap_or(Chosen::NoDialog)) {
        (Some(Dialog::Open { .. }), Chosen::Files(files)) => {
            session.dialog = None;
            session.order = Some(Order::Open(Tables::Files(files)));
        }
        (Some(Dialog::Export(form)), Chosen::Files(files)) => {
            form.replaces = None;
            form.note.clear();
            form.path = first_of(&files);
        }
        (Some(Dialog::Open { note, .. } | Dialog::Export(ExportForm { note, .. })), Chosen::NoDialog) => {
            *note = missing;
        }
        (Some(Dialog::Shortcuts | Dialog::Problems | Dialog::About) | None, _) | (_, Chosen::Nothing) => {}
    }
}
