//! The top bar: the menus, the field that finds, and the button that saves a picture.

use super::command::{Command, Possible};
use super::context::PanelContext;
use super::menu::menu_ui;
use super::palette::Palette;
use super::panel::PanelMemory;
use super::style;
use crate::picture::look::{Look, size};
use crate::picture::text::{Weight, width};
use crate::state::{Pane, State};
use crate::words::label;
use crate::words::part::finding::Finding;
use crate::words::part::panel::Panel;
use crate::words::part::tabling::Tabling;
use egui::{CornerRadius, Rect, Role, Sense, Stroke, WidgetInfo};

/// Its height in points.
pub const HEIGHT: f32 = 44.0;
/// The width that the field has at most.
const FIELD: f32 = 560.0;
/// The width of the menus, and of each part of the switch.
const MENUS: f32 = 236.0;
const WIDE: f32 = 62.0;
/// The same in a small window.
const SMALL_MENUS: f32 = 56.0;
const SMALL_WIDE: f32 = 50.0;

/// The whole bar. Commands that were chosen are added to `commands`. In a small window the menus are one, the
/// button that saves a picture is left to them, and the panel is one of the views.
pub fn top_bar_ui(
    ui: &mut egui::Ui,
    context: PanelContext,
    (possible, is_small): (Possible, bool),
    (memory, palette): (&mut PanelMemory, &mut Palette),
    next: &mut State,
    commands: &mut Vec<Command>,
) {
    let bar = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(bar);
    let (most, wide) = if is_small { (SMALL_MENUS, SMALL_WIDE) } else { (MENUS, WIDE) };
    let export = width(label(Finding::ExportPicture), size::VENUE, Weight::Regular) + 22.0;
    let export = if is_small { 0.0 } else { export };
    let gap = if is_small { 0.0 } else { 10.0 };
    let switch = wide * (Pane::ALL.len() + usize::from(is_small)) as f32;
    let begin = bar.right() - export - gap - switch;
    let part =
        |from: f32, to: f32| Rect::from_min_max(egui::pos2(from, bar.top()), egui::pos2(to, bar.bottom()));
    let menus = in_part(ui, part(bar.left(), bar.left() + most), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        menu_ui(ui, context, (possible, is_small), memory, next, commands);
    });
    let room = begin - 16.0 - (menus.right() + 12.0);
    let left = menus.right() + 12.0 + ((room - FIELD) / 2.0).max(0.0);
    in_part(ui, part(left, left + room.min(FIELD)), |ui| palette.field_ui(ui, context.look));
    in_part(ui, part(begin, begin + switch), |ui| switch_ui(ui, context.look, (memory, is_small), next));
    if is_small {
        return;
    }
    in_part(ui, part(bar.right() - export, bar.right()), |ui| {
        if export_button(ui, context.look) {
            commands.push(Command::Export);
        }
    });
}

/// Lays something out in a part of the bar. Gives the room that it took.
fn in_part(ui: &mut egui::Ui, part: Rect, inside: impl FnOnce(&mut egui::Ui)) -> Rect {
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let taken = ui.scope_builder(egui::UiBuilder::new().max_rect(part).layout(layout), |ui| {
        ui.set_clip_rect(part.expand(4.0));
        inside(ui);
    });
    taken.response.rect.intersect(part)
}

/// Map, table or matrix; in a small window the panel too.
fn switch_ui(ui: &mut egui::Ui, look: &Look, (memory, is_small): (&mut PanelMemory, bool), next: &mut State) {
    let (high, wide) = (28.0, if is_small { SMALL_WIDE } else { WIDE });
    let views = Pane::ALL.map(Some);
    let views: Vec<Option<Pane>> = Some(None).filter(|_| is_small).into_iter().chain(views).collect();
    let all = views.len() as f32 * wide;
    let (rect, group) = ui.allocate_exact_size(egui::vec2(all, high), Sense::hover());
    ui.ctx().accesskit_node_builder(group.id, |node| {
        node.set_role(Role::RadioGroup);
        node.set_label(label(Tabling::Switch));
    });
    ui.painter().rect_filled(rect, CornerRadius::same(7), style::colour(look.card));
    let is_over = is_small && memory.is_over;
    for (place, pane) in views.into_iter().enumerate() {
        let left = rect.left() + wide * place as f32;
        let part = Rect::from_min_size(egui::pos2(left, rect.top()), egui::vec2(wide, high));
        let response = ui.interact(part, group.id.with(pane), Sense::click());
        let is_chosen = pane.map_or(is_over, |pane| !is_over && next.pane == pane);
        let words = pane.map_or(label(Panel::List), |pane| label(Tabling::Pane(pane)));
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, words));
        if is_chosen {
            let knob = part.shrink(2.0);
            ui.painter().rect_filled(knob, CornerRadius::same(5), style::colour(look.paper));
            let stroke = Stroke::new(1.0, style::colour(look.quiet_ink));
            ui.painter().rect_stroke(knob, CornerRadius::same(5), stroke, egui::StrokeKind::Inside);
        }
        let weight = if is_chosen { Weight::SemiBold } else { Weight::Regular };
        let ink = if is_chosen || response.hovered() { look.ink } else { look.quiet_ink };
        let font = style::font(size::VENUE, weight);
        ui.painter().text(part.center(), egui::Align2::CENTER_CENTER, words, font, style::colour(ink));
        style::focus_ring(ui.painter(), look, part, response.has_focus());
        if response.clicked() {
            memory.is_over = pane.is_none();
            next.pane = pane.unwrap_or(next.pane);
        }
    }
}

/// The one button that leads to a picture; true when it was pressed.
fn export_button(ui: &mut egui::Ui, look: &Look) -> bool {
    let words = egui::RichText::new(label(Finding::ExportPicture)).color(style::colour(look.paper));
    let button = egui::Button::new(words).fill(style::colour(look.accent));
    ui.add(button).on_hover_text(Command::Export.tooltip()).clicked()
}
