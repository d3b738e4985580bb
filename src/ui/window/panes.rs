//! The panes of the window: the panel, the timeline, the map and the editor, or a screen in place of them,
//! and what lies over them.

use super::Window;
use super::arrangement::Arrangement;
use super::sides::{Sides, paper};
use crate::document::Document;
use crate::document::edit::{Decision, Edit};
use crate::document::text_size::TextSize;
use crate::import::decisions::Decisions;
use crate::picture::look::Look;
use crate::state::{Pane, State, Target};
use crate::ui::command::{Command, Possible};
use crate::ui::context::PanelContext;
use crate::ui::dialog;
use crate::ui::done::done_ui;
use crate::ui::editor::panel::EditorContext;
use crate::ui::hovering::hovering_ui;
use crate::ui::importing::preview::Close;
use crate::ui::importing::screen::screen_ui;
use crate::ui::map::{Clicks, map_ui};
use crate::ui::matrix::matrix_ui;
use crate::ui::notice::notice_ui;
use crate::ui::opening::Tables;
use crate::ui::palette::Chosen;
use crate::ui::questions::Order;
use crate::ui::regions::Region;
use crate::ui::review::screen::{ReviewContext, Wish};
use crate::ui::session::Session;
use crate::ui::steps::Travel;
use crate::ui::table::table_ui;
use crate::ui::timeline::TimelineContext;
use crate::ui::top_bar::{self, top_bar_ui};
use crate::ui::under_way::under_way_ui;
use crate::ui::wording::WordingPlate;
use crate::words::label;
use crate::words::part::finding::Finding;
use crate::words::part::tabling::Tabling;

impl Window {
    /// The files that are looked at, in place of everything else.
    pub(super) fn importing_ui(&mut self, ui: &mut egui::Ui, is_free: bool, commands: &mut Vec<Command>) {
        let Self { state, session, meshes, .. } = self;
        let Some(preview) = &mut session.importing else { return };
        preview.work(ui.ctx(), state);
        let look = Look::of(state.theme);
        match screen_ui(ui, &look, preview, meshes, is_free) {
            Some(Close::Open) => session.order = Some(Order::Import),
            Some(Close::Cancel) => session.importing = None,
            None => {}
        }
        if is_free {
            let others = Command::pressed(ui.ctx(), false).into_iter();
            commands.extend(others.filter(|one| one.works_while_importing()));
        }
    }

    /// The review of places over everything.
    pub(super) fn review_ui(&mut self, ui: &mut egui::Ui, is_free: bool, commands: &mut Vec<Command>) {
        let Self { state, project, session, ground, meshes, .. } = self;
        let Session { review, panel, wanted, .. } = session;
        let (document, undo) = (project.history.document(), panel.undo.as_deref());
        let context = ReviewContext { document, state, lands: &ground.lands, is_free, undo };
        for wish in review.ui(ui, &context, meshes) {
            match wish {
                Wish::Command(command) => commands.push(command),
                Wish::Decide(decisions, is_for_all_projects) => {
                    if is_for_all_projects {
                        let mut more = Decisions::default();
                        for Decision { country, city, decided, .. } in &decisions {
                            more.decide_place(country, city, *decided);
                        }
                        project.keeping.decide_for_all(&more);
                    }
                    wanted.edits.push((Edit::Decide(decisions), None));
                }
            }
        }
    }

    /// The panel, the timeline and the map. Gives what the pointer is on.
    pub(super) fn panels_ui(
        &mut self,
        ui: &mut egui::Ui,
        is_free: bool,
        next: &mut State,
        commands: &mut Vec<Command>,
    ) -> Option<Target> {
        let possible = self.possible();
        let decisions = self.session.review.decisions_of(self.project.history.document());
        let Self { state, answers, project, session, ground, meshes } = self;
        let look = Look::of(state.theme);
        let drawn = answers.on_screen(state);
        let is_editing = session.editor.meeting().is_some();
        let room = ui.available_size();
        let hand = (is_editing, session.editor.is_picking());
        let is_settled = session.panel.is_settled(ui.ctx(), state.selection.is_some());
        let arrangement = Arrangement::of(room.into(), state, (&session.panel, is_settled), hand);
        let edited = editor_context(project.history.document(), &look, session);
        let Session {
            panel,
            palette,
            table,
            matrix,
            time,
            selected,
            pointed_rows,
            editor,
            acts,
            regions,
            ..
        } = session;
        let is_free = is_free && !palette.is_open();
        let clicks = match (is_free, editor.is_picking()) {
            (false, _) => Clicks::CloseWhatLiesOver,
            (true, true) => Clicks::GivePlace,
            (true, false) => Clicks::Select,
        };
        let context = PanelContext {
            answers,
            decisions: &decisions,
            look: &look,
            selected: selected.as_ref(),
            pointed: pointed_rows.as_ref(),
        };
        let bar = egui::Panel::top("top bar").exact_size(top_bar::HEIGHT).frame(paper(&look, 5));
        bar.show(ui, |ui| {
            ui.ctx().accesskit_node_builder(ui.scope_id(), |node| {
                node.set_role(egui::accesskit::Role::Banner);
                node.set_label(label(Finding::Bar));
            });
            regions.begins(ui, &look, (Region::Bar, label(Finding::Bar)));
            let possible = (possible, arrangement.is_small);
            top_bar_ui(ui, context, possible, (panel, palette), next, commands);
        });
        let bars = TimelineContext {
            meetings: answers.meetings(),
            timeline: &answers.timeline,
            rule: drawn.rule,
            classes: &answers.shown.classes,
            look: &look,
            selected: selected.as_ref().map(|selected| &selected.days[..]),
            pointed: pointed_rows.as_ref().map(|pointed| &pointed.days[..]),
        };
        let mut editor_ui = |ui: &mut egui::Ui| acts.extend(editor.ui(ui, edited));
        let mut sides = Sides { context, bars, regions, panel, time };
        let problems = (arrangement, project.problems().count());
        sides.filters_ui(ui, problems, next, commands);
        let mut pointed = sides.panel_ui(ui, problems, &mut editor_ui, next, commands);
        sides.timeline_ui(ui, arrangement, next, commands);
        sides.beside_ui(ui, arrangement, &mut editor_ui, next);
        let mut view_ui = |ui: &mut egui::Ui| {
            regions.begins(ui, &look, (Region::View, label(Tabling::Pane(state.pane))));
            match state.pane {
                Pane::Map => {}
                Pane::Table => {
                    table_ui(ui, context, table, &mut panel.touched, next);
                    pointed = panel.touched.pointed.take().or(pointed.take());
                    return;
                }
                Pane::Matrix => return matrix_ui(ui, context, matrix, next),
            }
            session.map = ui.available_rect_before_wrap();
            let scene =
                answers.scene(&ground.lands, &drawn, session.pointed.as_ref(), session.map.size().into());
            let on_map = map_ui(ui, scene, meshes, clicks, next);
            pointed = on_map.pointed.or(pointed.take());
            commands.extend(on_map.asked);
            if let Some(text) = on_map.words {
                session.wording = Some(WordingPlate::at(text));
            }
            if let Some(at) = on_map.place {
                session.editor.pick(at);
            }
        };
        if !arrangement.is_over {
            egui::CentralPanel::no_frame().show(ui, |ui| view_ui(ui));
        }
        session.acts.append(&mut session.panel.touched.acts);
        match session.palette.answers_ui(ui.ctx(), &look, answers.meetings(), possible) {
            Some(Chosen::Command(command)) => commands.push(command),
            chosen => session.chosen = chosen,
        }
        pointed
    }

    pub(super) fn possible(&self) -> Possible {
        let Self { state, answers, project, session, .. } = self;
        let history = &project.history;
        Possible {
            undo: history.undone_next().is_some(),
            redo: history.redone_next().is_some(),
            filters: !state.filter.is_empty(),
            selection: state.selection.is_some(),
            period: state.filter.from.is_some() || state.filter.to.is_some(),
            days: answers.timeline.span().is_some(),
            map: state.pane == Pane::Map,
            back: session.trail.leads()[0],
            forward: session.trail.leads()[1],
            problems: !project.problems().is_empty() || project.remarks().iter().next().is_some(),
            meeting: session.meeting(state).is_some(),
            marks: !session.panel.touched.marked.ids().is_empty(),
            decisions: history.document().has_decisions(),
            larger: session.panel.text_size.larger().is_some(),
            smaller: session.panel.text_size.smaller().is_some(),
            resized: session.panel.text_size != TextSize::default(),
            files: history.document().sources.iter().any(|file| file.fingerprint.is_some()),
        }
    }

    /// What lies over the panels: notices, what is under way, and a dialog.
    pub(super) fn words_ui(&mut self, ctx: &egui::Context, next: &mut State) {
        let Self { state, answers, project, session, .. } = self;
        let look = Look::of(state.theme);
        let room = if session.importing.is_some() {
            ctx.content_rect()
        } else if session.review.is_open() {
            session.review.map()
        } else {
            session.map
        };
        notice_ui(ctx, &look, &mut session.notice, room);
        hovering_ui(ctx, &look);
        let mut told = Vec::from(session.jobs.told());
        told.extend(project.keeping.told());
        told.push(session.review.told());
        if let Some(number) = under_way_ui(ctx, &look, &told, room) {
            if number + 1 == told.len() {
                session.review.close();
            } else {
                session.jobs.cancel(number);
            }
            // What nobody answers is not asked either.
            *next = answers.drawn(next).into_owned();
        }
        if session.shows_done
            && let Some(step) = done_ui(ctx, &look, &project.history, &mut session.shows_done)
        {
            session.wanted.travel = Some(Travel::To(step));
        }
        if let Some(plate) = &mut session.wording
            && !plate.ui(ctx, session.map, &answers.shown, next)
        {
            session.wording = None;
        }
        project.question_ui(ctx, session);
        let Some(dialog) = &mut session.dialog else { return };
        let record = &project.history.document().record;
        let told = (project.problems(), project.remarks());
        let decision = dialog.ui(ctx, told, record, (&*answers.shown, &*next), &session.page_preview);
        let Some(decision) = decision else { return };
        match decision {
            dialog::Decision::Browse => return session.jobs.choose(ctx, dialog),
            dialog::Decision::Close => {}
            dialog::Decision::ReviewPlaces => session.review.toggle(next),
            dialog::Decision::Show(meeting) => next.selection = Some(Target::Meeting(meeting)),
            dialog::Decision::Open(paths) => session.order = Some(Order::Open(Tables::Files(paths))),
            dialog::Decision::Export(order) => {
                if let dialog::Dialog::Export(form) = dialog {
                    form.put_into(next);
                }
                session.to_export = Some(order);
            }
        }
        session.dialog = None;
    }
}

/// What the editor reads.
fn editor_context<'a>(document: &'a Document, look: &'a Look, session: &Session) -> EditorContext<'a> {
    let Session { editor, selected, .. } = session;
    let is_left_out = selected.as_ref().is_some_and(|selected| {
        let is_edited = matches!(&selected.target, Target::Meeting(id) if editor.meeting() == Some(id));
        is_edited && selected.rows.is_empty()
    });
    EditorContext { record: &document.record, look, is_left_out }
}
