//! The work of the window: what came of its jobs since the frame before, and the jobs that a frame starts.

use super::Window;
use crate::globe::borders::Borders;
use crate::state::State;
use crate::ui::dialog::Dialog;
use crate::ui::effect::Export;
use crate::ui::exporting::Exhibit;
use crate::ui::ground::Ground;
use crate::ui::hovering::{is_table, pasted};
use crate::ui::jobs::Answered;
use crate::ui::notice::Notice;
use crate::ui::opening::{Opened, Read, Tables, Taken, name_of};
use crate::ui::outcome::{take_choice, take_export};
use crate::ui::questions::{Order, Question, Then};
use crate::ui::steps::Travel;
use crate::ui::under_way::finished;
use crate::words::label;
use crate::words::part::files::Files;
use std::path::PathBuf;
impl Window {
    /// Takes over what came of the jobs since the frame before.
    pub(super) fn take_over(&mut self, ctx: &egui::Context, next: &mut State) {
        match finished(&mut self.session.jobs.reading) {
            Some(Ok(Ok(opened))) => self.take_opened(ctx, opened),
            Some(Ok(Err(why)) | Err(why)) => self.session.notice = Some(Notice::error(why)),
            None => {}
        }
        if std::mem::take(&mut self.session.shows_held)
            && let Some(read) = self.session.held.take()
        {
            self.take(ctx, *read);
        }
        match finished(&mut self.session.jobs.answering) {
            Some(Ok(Answered { answers, lands })) => {
                if let Some(lands) = lands {
                    self.ground = Ground::new(Borders::under(answers.asked.borders), lands);
                }
                self.answers = answers;
                self.look_up_selected(true);
            }
            Some(Err(why)) => {
                self.session.notice = Some(Notice::error(why));
                *next = self.answers.drawn(next).into_owned();
            }
            None => {}
        }
        match finished(&mut self.session.jobs.finding) {
            Some(Ok((meetings, finder))) => self.session.palette.take(meetings, finder),
            Some(Err(why)) => self.session.notice = Some(Notice::error(why)),
            None => {}
        }
        match finished(&mut self.session.jobs.ordering) {
            Some(Ok(ordered)) => self.session.table.take(ordered),
            Some(Err(why)) => self.session.notice = Some(Notice::error(why)),
            None => {}
        }
        match finished(&mut self.session.jobs.grouping) {
            Some(Ok(groups)) => self.session.panel.groups.take(groups),
            Some(Err(why)) => self.session.notice = Some(Notice::error(why)),
            None => {}
        }
        match finished(&mut self.session.jobs.pairing) {
            Some(Ok(made)) => self.session.matrix.take(made),
            Some(Err(why)) => self.session.notice = Some(Notice::error(why)),
            None => {}
        }
        take_export(ctx, &mut self.session);
        take_choice(&mut self.session);
        self.project.take_saved(ctx, &mut self.session);
        self.project.take_reloaded(&mut self.session);
        self.project.watch_files(ctx, &mut self.session);
        self.project.guard_closing(ctx, &mut self.session);
        self.project.close_when_written(ctx, &mut self.session);
    }

    /// Shows what was read, unless it is to be looked at first, or would take the place of work that is not
    /// safe.
    pub(super) fn take_opened(&mut self, ctx: &egui::Context, opened: Opened) {
        match opened {
            Opened::Preview(preview) => {
                self.session.notice = None;
                self.session.importing = Some(preview);
                ctx.request_repaint();
            }
            Opened::Document(read) if self.project.has_unsaved_work() => {
                self.session.held = Some(read);
                self.session.question = Some(Question::Unsaved(Then::Show));
                ctx.request_repaint();
            }
            Opened::Document(read) | Opened::Settled(read) => self.take(ctx, *read),
        }
    }

    pub(super) fn take(&mut self, ctx: &egui::Context, read: Read) {
        ctx.request_repaint();
        let Read { document, home, answers, problems, remarks, words } = read;
        if let Some(path) = home.path.clone() {
            self.project.keeping.used.push(path);
        } else {
            let files = document.sources.iter().filter(|file| file.fingerprint.is_some());
            self.project.keeping.used.extend(files.map(|file| PathBuf::from(&file.path)));
        }
        self.project.open(document, home, problems);
        self.project.note(remarks);
        self.session.begin_table(Some(Notice::done(words)));
        // The table of a project may have changed since.
        self.session.was_focused &= self.project.history.home().path.is_none();
        self.session.wanted.travel = Some(Travel::To(self.project.history.now().number));
        self.answers = answers;
    }

    /// Starts the jobs that were asked for.
    pub(super) fn start(&mut self, ctx: &egui::Context, next: &State) {
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if !dropped.is_empty() {
            self.session.order = Some(Order::Open(Tables::Files(dropped)));
        }
        if let Some(text) =
            pasted(ctx).filter(|_| self.session.dialog.is_none() && self.session.question.is_none())
        {
            if is_table(&text) {
                self.session.order = Some(Order::Open(Tables::Pasted(text.into())));
            } else {
                let words = label(Files::NoTableOnClipboard);
                self.session.notice = Some(Notice::done(words));
            }
        }
        if self.session.palette.lacks(self.answers.meetings()) {
            self.session.jobs.find(ctx, &self.answers);
        }
        if let Some(sort) = self.session.table.wanted() {
            self.session.jobs.order(ctx, &self.answers, sort);
        }
        if let Some(by) = self.session.panel.groups.wanted() {
            self.session.jobs.group(ctx, &self.answers, by);
        }
        if let Some(view) = self.session.matrix.wanted() {
            self.session.jobs.pair(ctx, &self.answers, view);
        }
        if let Some(rows) = self.session.table.to_copy.take() {
            let columns = next.table.columns.iter().copied().collect();
            self.session.jobs.copy_rows(ctx, self.answers.meetings(), rows, columns);
        }
        if let Some(order) = self.session.order.take() {
            self.project.run_order(ctx, &mut self.session, order);
        }
        if let Some(tables) = self.session.to_open.take() {
            self.session.jobs.read(ctx, tables, next, self.project.keeping.folder());
        }
        if std::mem::take(&mut self.session.to_import)
            && let Some(taken) = self.session.importing.as_deref().and_then(Taken::of)
        {
            self.session.jobs.take(ctx, taken, next, self.project.keeping.folder());
        }
        self.keep_preview(ctx);
        if let Some(order) = self.session.to_export.take() {
            self.session.notice = None;
            let mut exhibit = self.exhibit();
            exhibit.state.take_page(next);
            self.session.jobs.export(ctx, exhibit, order);
        }
        if std::mem::take(&mut self.session.to_copy) {
            let exhibit = self.exhibit();
            self.session.jobs.copy(ctx, exhibit);
        }
        if let Some(about) = self.session.to_say.take() {
            let exhibit = self.exhibit();
            self.session.jobs.say(ctx, exhibit, about);
        }
        self.session.take_screenshot(ctx);
        let history = &self.project.history;
        let name = name_of(history.document(), history.home());
        self.session.name_frame(ctx, name.as_deref(), history.has_unsaved_work());
    }

    /// Draws the page that the export dialog makes up.
    fn keep_preview(&mut self, ctx: &egui::Context) {
        let form = match &self.session.dialog {
            Some(Dialog::Export(form)) if matches!(form.what, Export::Map(_)) && form.room[0] >= 1.0 => form,
            Some(_) | None => return self.session.page_preview.clear(),
        };
        let (room, mut exhibit) = (form.room, self.exhibit());
        form.put_into(&mut exhibit.state);
        self.session.page_preview.keep(ctx, exhibit, room);
    }

    /// The map as it is exported.
    pub(super) fn exhibit(&self) -> Exhibit {
        Exhibit {
            answers: self.answers.clone(),
            state: self.state.clone(),
            chart: self.chart(),
            size: self.session.map.size().into(),
        }
    }
}
