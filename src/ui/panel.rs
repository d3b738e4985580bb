//! The panel: the list of meetings, or what is selected; the filters too where there is no room for a bar.

use super::chip::{Chip, chip_ui};
use super::chips::{chips_ui, fields};
use super::command::Command;
use super::compare::{changes_ui, compare_folded_ui};
use super::context::PanelContext;
use super::dossier::{dossier_ui, list_heading};
use super::editor::act::Act;
use super::facets::{Facet, facets_ui, lines_ui};
use super::grouped::{GroupedBy, GroupsMemory, groups_ui};
use super::period::PeriodText;
use super::reading::reading_ui;
use super::rows::rows_ui;
use super::segments::segments_ui;
use super::style::{self, quiet, strong};
use super::touched::Touched;
use crate::document::text_size::TextSize;
use crate::gazetteer::language::Language;
use crate::meeting::identity::{MeetingId, PlaceId};
use crate::picture::sight::Sight;
use crate::query::question::filter::Field;
use crate::state::{State, Target};
use crate::words::message::Message;
use crate::words::part::panel::{Panel, PanelText};
use crate::words::{label, say};
use std::path::PathBuf;
use std::time::Duration;

/// In a window less wide than this, panel and map take turns.
const SMALL: f32 = 700.0;

/// Points that the choices of groups take.
const GROUPS: f32 = 300.0;

/// What the panel shows where there is no room for all of it at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Turn {
    /// The list of meetings.
    #[default]
    Meetings,
    /// The filters.
    Filters,
    /// The timeline, where the window is low.
    Timeline,
}

/// What lays the timeline out.
type Strip<'a> = dyn FnMut(&mut egui::Ui, &mut State) + 'a;

/// What stands in the panel and is no part of it.
#[derive(Default)]
pub struct Guests<'a> {
    /// The editor, in place of everything else.
    pub editor: Option<&'a mut dyn FnMut(&mut egui::Ui)>,
    /// The timeline, as one of the turns.
    pub timeline: Option<&'a mut Strip<'a>>,
}

/// How the panel lays itself out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PanelLayout {
    /// The list, or what is selected.
    Details,
    /// The list alone: what is selected is told elsewhere.
    List,
    /// The list, the filters and the timeline one after the other, where there is no room for a bar.
    InTurns,
}

/// What the panel keeps between frames that is not worth saving.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct PanelMemory {
    /// The period's two fields.
    pub period: PeriodText,
    /// Those of the period that it is compared with.
    pub before: PeriodText,
    /// Whether the field of words is to take the focus.
    pub find: bool,
    /// Whether that field loses the focus in this frame.
    pub leaves_words: bool,
    /// Whether the list shows what is left out of the count.
    pub shows_left_out: bool,
    /// What the hand does in the lists.
    pub touched: Touched,
    /// What undo takes back, in words.
    pub undo: Option<String>,
    /// What redo does again, in words.
    pub redo: Option<String>,
    /// Files that were opened or saved, the latest first.
    pub recent: Vec<PathBuf>,
    /// Whether the places are to be reviewed.
    pub wants_review: bool,
    /// The one of them that was chosen in the menu.
    pub chosen_recent: Option<PathBuf>,
    /// The language of the window.
    pub language: Language,
    /// The one that was chosen for it in the menu.
    pub chosen_language: Option<Language>,
    /// How large the window's texts are.
    pub text_size: TextSize,
    /// As whom the window is seen.
    pub sight: Sight,
    /// What the list is grouped by.
    pub groups: GroupsMemory,
    /// Whether the panel is hidden beside the map.
    pub is_hidden: bool,
    /// Whether it stands in place of the map, in a small window.
    pub is_over: bool,
    /// What it shows there.
    pub turn: Turn,
    /// What was told in the frame before.
    told: Option<Target>,
    /// Since when something is selected, in seconds of the window's time.
    selected_since: Option<f64>,
}

impl PanelMemory {
    /// What is kept where another table is shown.
    #[must_use]
    pub fn for_another_table(self) -> Self {
        let Self { text_size, sight, groups, is_hidden, is_over, turn, .. } = self;
        Self { text_size, sight, groups, is_hidden, is_over, turn, ..Self::default() }
    }

    /// Whether a window so many points wide has no room for the panel beside the map.
    #[must_use]
    pub fn is_small(wide: f32) -> bool {
        wide < SMALL
    }

    /// Shows the panel, or hides it, in a window so many points wide.
    pub fn toggle(&mut self, wide: f32) {
        if Self::is_small(wide) {
            self.is_over = !self.is_over;
        } else {
            self.is_hidden = !self.is_hidden;
        }
    }

    /// Lays out what is compared with, which says whether it was changed: whoever compares anew wants to see
    /// what changed.
    pub fn compares(&mut self, compare_ui: impl FnOnce(&mut PeriodText) -> bool) {
        self.shows_left_out &= !compare_ui(&mut self.before);
    }

    /// Whether something is selected, and for longer than a double click takes: what opens beside the map
    /// moves it, and a second click would hit something else.
    pub fn is_settled(&mut self, ctx: &egui::Context, is_selected: bool) -> bool {
        if !is_selected {
            self.selected_since = None;
            return false;
        }
        let (now, delay) =
            (ctx.input(|input| input.time), ctx.options(|o| o.input_options.max_double_click_delay));
        let rest = *self.selected_since.get_or_insert(now) + delay - now;
        if rest > 0.0 {
            ctx.request_repaint_after(Duration::from_secs_f64(rest));
        }
        rest <= 0.0
    }

    /// Brings a part of the panel into sight.
    pub fn reveal(&mut self, turn: Turn) {
        (self.is_hidden, self.is_over, self.turn) = (false, true, turn);
    }
}

/// The whole panel. Gives the commands that were chosen in it and what the pointer is on.
pub fn panel_ui(
    ui: &mut egui::Ui,
    context: PanelContext,
    (problems, layout): (usize, PanelLayout),
    memory: &mut PanelMemory,
    next: &mut State,
    guests: Guests,
) -> (Vec<Command>, Option<Target>) {
    let mut commands = Vec::new();
    ui.spacing_mut().item_spacing.x = 4.0;
    if let Some(editor_ui) = guests.editor {
        editor_ui(ui);
        return (commands, None);
    }
    if layout == PanelLayout::InTurns {
        let is_told = context.selected.is_some() || memory.shows_left_out;
        if !is_told {
            turns_ui(ui, context, guests.timeline.is_some(), &mut memory.turn);
            if memory.turn == Turn::Meetings {
                chips_ui(ui, context.look, &fields(), &mut next.filter);
            }
        }
        match (memory.turn, guests.timeline) {
            (Turn::Timeline, Some(timeline_ui)) if !is_told => timeline_ui(ui, next),
            (Turn::Filters | Turn::Timeline, _) if !is_told => {
                filters_ui(ui, context, problems, memory, next, &mut commands);
            }
            (Turn::Filters | Turn::Meetings | Turn::Timeline, _) => details_ui(ui, context, memory, next),
        }
        if std::mem::take(&mut memory.wants_review) {
            commands.push(Command::ReviewPlaces);
        }
        return (commands, memory.touched.pointed.take());
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let chip = Chip { key: "groups", title: label(Panel::Groups).to_owned(), asked: None };
        let rest = egui::vec2(ui.available_width() - chip.wide() - 7.0, 28.0);
        let layout = egui::Layout::top_down(egui::Align::Min);
        ui.allocate_ui_with_layout(rest, layout, |ui| words_ui(ui, memory, next));
        ui.vertical(|ui| {
            // In the middle of the field's height.
            ui.add_space(1.5);
            chip_ui(ui, context.look, &chip, GROUPS, |ui| {
                let all = GroupedBy::ALL.map(|by| (by, by.name().to_owned()));
                segments_ui(ui, label(Panel::GroupBy), all, &mut memory.groups.by);
            });
        });
    });
    let is_list = layout == PanelLayout::List;
    details_ui(ui, PanelContext { selected: context.selected.filter(|_| !is_list), ..context }, memory, next);
    if std::mem::take(&mut memory.wants_review) {
        commands.push(Command::ReviewPlaces);
    }
    (commands, memory.touched.pointed.take())
}

/// Filters, meetings or timeline, where one stands after the other.
fn turns_ui(ui: &mut egui::Ui, context: PanelContext, has_timeline: bool, now: &mut Turn) {
    ui.horizontal(|ui| {
        let all = [
            (label(Panel::Meetings), Turn::Meetings),
            (label(Panel::Filters), Turn::Filters),
            (label(Panel::TimelineRegion), Turn::Timeline),
        ];
        let there = all.into_iter().filter(|(_, turn)| has_timeline || *turn != Turn::Timeline);
        for (words, turn) in there {
            let is_chosen = *now == turn;
            let words = egui::RichText::new(words);
            let words =
                if is_chosen { words.strong().color(style::colour(context.look.accent)) } else { words };
            if ui.add(egui::Button::new(words).selected(is_chosen)).clicked() {
                *now = turn;
            }
        }
    });
    ui.add_space(4.0);
}

fn filters_ui(
    ui: &mut egui::Ui,
    context: PanelContext,
    problems: usize,
    memory: &mut PanelMemory,
    next: &mut State,
    commands: &mut Vec<Command>,
) {
    words_ui(ui, memory, next);
    // Below what is chosen from, so that nothing moves under the hand.
    chips_below_ui(ui, context, next);
    egui::ScrollArea::vertical().id_salt("filters").auto_shrink(false).show(ui, |ui| {
        ui.add_space(4.0);
        if problems > 0 && ui.button(say(PanelText::Problems(problems))).clicked() {
            commands.push(Command::Problems);
        }
        reading_ui(ui, next);
        memory.compares(|before| compare_folded_ui(ui, before, next));
        ui.add_space(4.0);
        let any = !next.filter.is_empty();
        // Beside each other, so that no list moves when the first choice is made.
        ui.horizontal_wrapped(|ui| {
            if ui.add_enabled(any, egui::Button::new(label(Command::ClearFilters))).clicked() {
                commands.push(Command::ClearFilters);
            }
            if next.filter.asks_for_parties() {
                lines_ui(ui, &mut next.filter.only_their_lines);
            }
        });
        ui.add_space(4.0);
        ui.label(quiet(label(Panel::Period)));
        memory.period.ui(ui, [label(Panel::From), label(Panel::To)], &mut next.filter);
        ui.add_space(6.0);
        let facets: Vec<Facet> = Facet::all(context.shown(), &next.filter).collect();
        let open = |field| matches!(field, Field::Regions | Field::Statuses);
        facets_ui(ui, (context.look, context.shown()), &facets, open, &mut next.filter);
    });
}

/// What is chosen, at the foot.
fn chips_below_ui(ui: &mut egui::Ui, context: PanelContext, next: &mut State) {
    let foot = egui::Panel::bottom("chips").frame(egui::Frame::new()).show_separator_line(false);
    foot.show(ui, |ui| {
        ui.add_space(4.0);
        chips_ui(ui, context.look, &fields(), &mut next.filter);
    });
}

/// The field that leaves only meetings with some words.
pub fn words_ui(ui: &mut egui::Ui, memory: &mut PanelMemory, next: &mut State) {
    let field = egui::TextEdit::singleline(&mut next.filter.text)
        .hint_text(label(Panel::WordsHint))
        .margin(egui::Margin::symmetric(10, 6))
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    response.ctx.accesskit_node_builder(response.id, |node| node.set_label(label(Panel::Words)));
    memory.leaves_words = response.lost_focus();
    if std::mem::take(&mut memory.find) {
        response.request_focus();
    }
    response.on_hover_text(label(Panel::WordsTip));
    ui.add_space(2.0);
}

/// What is selected, told at the right.
pub fn drawer_ui(ui: &mut egui::Ui, context: PanelContext, memory: &mut PanelMemory, next: &mut State) {
    ui.add_space(4.0);
    details_ui(ui, context, memory, next);
}

fn details_ui(ui: &mut egui::Ui, context: PanelContext, memory: &mut PanelMemory, next: &mut State) {
    // What was selected in this frame is told in the next.
    let selection = context.selected.map(|selected| selected.target.clone());
    let shared_place = context.selected.and_then(|selected| selected.shared_place);
    let touched = &mut memory.touched;
    touched.marked.keep(&context.answers.asked, context.answers.record());
    if let Some(id) = touched.double_clicked(ui) {
        touched.acts.push(Act::Open(id));
    }
    ui.horizontal(|ui| match &selection {
        Some(_) => {
            let back =
                if memory.shows_left_out { label(Panel::BackToNotCounted) } else { label(Panel::BackToAll) };
            if ui.add(egui::Button::new(back).frame(false)).clicked() {
                next.selection = None;
            }
            if let Some(Target::Meeting(id)) = &selection {
                told_buttons_ui(ui, (context, id, shared_place), next, touched);
            } else if let Some(place) = shared_place {
                place_button_ui(ui, context, place, next);
            }
        }
        None if memory.shows_left_out => {
            if ui.add(egui::Button::new(label(Panel::BackToAll)).frame(false)).clicked() {
                memory.shows_left_out = false;
            }
            memory.wants_review = review_button_ui(ui);
        }
        None if context.shown().changes.is_some() => drop(ui.label(strong(label(Panel::WhatChanged)))),
        None => {
            let heading = ui.label(strong(list_heading(context)));
            // What a filter leaves is said when it changes.
            ui.ctx().accesskit_node_builder(heading.id, |node| node.set_live(egui::accesskit::Live::Polite));
            ui.add_space(8.0);
            let why = egui::Button::new(quiet(label(Command::LeftOut))).frame(false);
            memory.shows_left_out |=
                ui.add(why).on_hover_text(say(Message::Shown(context.shown()))).clicked();
        }
    });
    if !touched.marked.is_empty() {
        // Below the list, so that no row moves away from under the pointer.
        let bar = egui::Panel::bottom("marked").frame(egui::Frame::new());
        bar.show(ui, |ui| touched.marked.ui(ui, &mut touched.acts));
    }
    let salt = format!("{selection:?}");
    let mut area = egui::ScrollArea::vertical().id_salt(("details", salt)).auto_shrink(false);
    if selection.is_some() && selection != memory.told {
        // What is told anew is told from its beginning.
        area = area.vertical_scroll_offset(0.0);
    }
    memory.told.clone_from(&selection);
    area.show(ui, |ui| {
        ui.set_width(ui.available_width() - 6.0);
        match (&selection, &context.shown().changes) {
            (Some(_), _) => dossier_ui(ui, context, next, touched),
            (None, _) if memory.shows_left_out => left_out_ui(ui, context, next, touched),
            (None, Some(changes)) => changes_ui(ui, context, changes, next, &mut touched.pointed),
            (None, None) if context.meetings().is_empty() => {
                ui.label(quiet(label(Panel::NoMeetingYet)));
            }
            (None, None) if context.shown().rows.is_empty() && next.filter.is_period_only() => {
                ui.label(quiet(label(Panel::NoMeetingAtThisTime)));
            }
            (None, None) if context.shown().rows.is_empty() => {
                ui.label(quiet(label(Panel::NoMeetingPasses)));
            }
            (None, None) => match memory.groups.groups(context.answers) {
                Some(groups) => groups_ui(ui, context, groups, next, touched),
                None => rows_ui(ui, context, &context.shown().rows, next, touched),
            },
        }
        ui.add_space(12.0);
    });
}

/// A button that leads back to the place whose meetings were listed.
fn place_button_ui(ui: &mut egui::Ui, context: PanelContext, place: PlaceId, next: &mut State) {
    let words = format!("← {}", context.shown().ties.name_of(place));
    if ui.add(egui::Button::new(words).frame(false).truncate()).clicked() {
        next.selection = Some(Target::Place(place));
    }
}

/// At the right edge, buttons that edit the meeting which is told, and lead to those before and after it by
/// their days; before them, as far as there is room, the one that leads back to its place.
fn told_buttons_ui(
    ui: &mut egui::Ui,
    (context, id, place): (PanelContext, &MeetingId, Option<PlaceId>),
    next: &mut State,
    touched: &mut Touched,
) {
    /// Points that the name of a place needs at least.
    const LEAST: f32 = 76.0;
    let (rows, meetings) = (&context.shown().rows, context.meetings());
    let at = meetings.row_of(id.as_str()).and_then(|row| context.shown().place_of(row));
    let [before, after] = [at.and_then(|at| at.checked_sub(1)), at.map(|at| at + 1)]
        .map(|place| place.and_then(|place| rows.get(place)));
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        if ui.button(label(Command::EditMeeting)).on_hover_text("F2").clicked() {
            touched.acts.push(Act::Open(id.clone()));
        }
        for (row, sign, words) in [(after, "›", Panel::MeetingAfter), (before, "‹", Panel::MeetingBefore)]
        {
            let button = egui::Button::new(sign).min_size(egui::vec2(26.0, 24.0));
            let button = ui.add_enabled(row.is_some(), button);
            ui.ctx().accesskit_node_builder(button.id, |node| node.set_label(label(words)));
            if let Some(&row) = row.filter(|_| button.on_hover_text(label(words)).clicked()) {
                next.selection = Some(Target::Meeting(meetings.get(row).id.clone()));
            }
        }
        if let Some(place) = place.filter(|_| ui.available_width() > LEAST) {
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add_space(6.0);
                place_button_ui(ui, context, place, next);
            });
        }
    });
}

/// The button at the right edge that leads to the review of places; true when it was pressed.
fn review_button_ui(ui: &mut egui::Ui) -> bool {
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let button = ui.with_layout(layout, |ui| ui.button(Command::ReviewPlaces.text())).inner;
    button.on_hover_text(Command::ReviewPlaces.tooltip()).clicked()
}

/// What the rule and the filter leave out, by reason: why it is 20, not 26.
fn left_out_ui(ui: &mut egui::Ui, context: PanelContext, next: &mut State, touched: &mut Touched) {
    let shown = context.shown();
    ui.label(quiet(say(Message::Shown(shown))));
    ui.label(quiet(say(PanelText::Counted(shown.question.rule))));
    let groups = context.answers.left_out();
    if groups.is_empty() {
        ui.label(quiet(label(Panel::EveryRowCounted)));
    }
    for (why, rows) in groups {
        ui.add_space(6.0);
        ui.label(strong(format!("{} · {}", say(Message::Why(*why, context.meetings())), rows.len())));
        rows_ui(ui, context, rows, next, touched);
    }
}
