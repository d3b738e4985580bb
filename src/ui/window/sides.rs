//! The sides of the window: the panel, the timeline, and what stands at the right of the map.

use super::arrangement::Arrangement;
use crate::picture::look::Look;
use crate::state::{State, Target};
use crate::ui::command::Command;
use crate::ui::context::PanelContext;
use crate::ui::filter_bar::filter_bar_ui;
use crate::ui::panel::{Guests, PanelMemory, drawer_ui, panel_ui};
use crate::ui::regions::{Region, Regions};
use crate::ui::style;
use crate::ui::timeline::{TimelineContext, TimelineMemory, timeline_ui};
use crate::words::label;
use crate::words::part::panel::Panel;

/// The panel's width in points where the window has room for it.
const PANEL: f32 = 340.0;
/// That of what tells of the selection.
const DRAWER: f32 = 360.0;
/// That of the editor.
const EDITOR: f32 = 370.0;

/// Paper with a margin.
pub(super) fn paper(look: &Look, y: i8) -> egui::Frame {
    egui::Frame::new().fill(style::colour(look.paper)).inner_margin(egui::Margin::symmetric(14, y))
}

/// What the sides read, and what they remember.
pub(super) struct Sides<'a> {
    /// The answers on the screen.
    pub context: PanelContext<'a>,
    /// The bars of the timeline.
    pub bars: TimelineContext<'a>,
    /// The regions of the window.
    pub regions: &'a mut Regions,
    /// What the panel remembers.
    pub panel: &'a mut PanelMemory,
    /// What the timeline remembers.
    pub time: &'a mut TimelineMemory,
}

impl Sides<'_> {
    /// The bar of filters, with so many problems.
    pub fn filters_ui(
        &mut self,
        ui: &mut egui::Ui,
        (arrangement, problems): (Arrangement, usize),
        next: &mut State,
        commands: &mut Vec<Command>,
    ) {
        if !arrangement.has_filter_bar {
            return;
        }
        let Self { context, bars: _, regions, panel, time: _ } = self;
        let bar = egui::Panel::top("filters").resizable(false).frame(paper(context.look, 6));
        bar.show(ui, |ui| {
            regions.begins(ui, context.look, (Region::Filters, label(Panel::Filters)));
            filter_bar_ui(ui, *context, problems, panel, next, commands);
        });
    }

    /// The panel beside the map or in its place, with so many problems. Gives what the pointer is on.
    pub fn panel_ui(
        &mut self,
        ui: &mut egui::Ui,
        (arrangement, problems): (Arrangement, usize),
        editor_ui: &mut dyn FnMut(&mut egui::Ui),
        next: &mut State,
        commands: &mut Vec<Command>,
    ) -> Option<Target> {
        let Self { context, bars, regions, panel, time } = self;
        let Arrangement { is_over, has_panel, layout, edits_in_panel, timeline, .. } = arrangement;
        let mut pressed = None;
        let mut strip_ui = |ui: &mut egui::Ui, next: &mut State| pressed = timeline_ui(ui, *bars, time, next);
        let mut inside = |ui: &mut egui::Ui| {
            regions.begins(ui, context.look, (Region::Panel, label(Panel::List)));
            let mut guests = Guests::default();
            if edits_in_panel {
                guests.editor = Some(&mut *editor_ui);
            }
            if timeline.is_none() {
                guests.timeline = Some(&mut strip_ui);
            }
            panel_ui(ui, *context, (problems, layout), panel, next, guests)
        };
        let frame = paper(context.look, 8);
        let (chosen, pointed) = if is_over {
            egui::CentralPanel::no_frame().frame(frame).show(ui, |ui| inside(ui)).inner
        } else if has_panel {
            let side = egui::Panel::left("panel").resizable(true).size_range(260.0..=520.0).frame(frame);
            let wide = PANEL.min(ui.available_width() * 0.42);
            side.default_size(wide).show(ui, |ui| inside(ui)).inner
        } else {
            (Vec::new(), None)
        };
        commands.extend(chosen.into_iter().chain(pressed));
        pointed
    }

    /// The timeline below all.
    pub fn timeline_ui(
        &mut self,
        ui: &mut egui::Ui,
        arrangement: Arrangement,
        next: &mut State,
        commands: &mut Vec<Command>,
    ) {
        let Self { context, bars, regions, panel: _, time } = self;
        let Some(high) = arrangement.timeline.filter(|_| !arrangement.is_over) else { return };
        let strip = egui::Panel::bottom("timeline").exact_size(high).frame(paper(context.look, 6));
        let pressed = strip.show(ui, |ui| {
            regions.begins(ui, context.look, (Region::Timeline, label(Panel::TimelineRegion)));
            timeline_ui(ui, *bars, time, next)
        });
        commands.extend(pressed.inner);
    }

    /// The editor or what is selected, at the right.
    pub fn beside_ui(
        &mut self,
        ui: &mut egui::Ui,
        arrangement: Arrangement,
        editor_ui: &mut dyn FnMut(&mut egui::Ui),
        next: &mut State,
    ) {
        let Self { context, bars: _, regions, panel, time: _ } = self;
        let side = |name: &'static str, wide: f32| {
            let side = egui::Panel::right(name).resizable(true).default_size(wide);
            side.size_range(300.0..=520.0).frame(paper(context.look, 8))
        };
        if arrangement.has_editor {
            side("editor", EDITOR).show(ui, |ui| {
                regions.begins(ui, context.look, (Region::Beside, label(Command::EditMeeting)));
                editor_ui(ui);
            });
        }
        if arrangement.has_drawer {
            side("drawer", DRAWER).show(ui, |ui| {
                regions.begins(ui, context.look, (Region::Beside, label(Panel::Beside)));
                drawer_ui(ui, *context, panel, next);
            });
        }
    }
}
