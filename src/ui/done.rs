//! What was done: the steps of the history as a list, from which any of them can be gone back to.

use super::command::Command;
use super::in_sight::in_sight_ui;
use super::style::{self, quiet, strong};
use crate::document::history::{History, Step};
use crate::picture::look::{Look, size};
use crate::picture::text::{Weight, width};
use crate::picture::wrap::shortened;
use crate::words::message::Message;
use crate::words::part::steps::{Steps, StepsText};
use crate::words::{label, say};
use egui::{CornerRadius, Role, Sense, Stroke, WidgetInfo};

/// The height of a row in points.
const ROW: f32 = 26.0;

/// The list as a window over the map. Gives the number of the step that was chosen.
pub fn done_ui(ctx: &egui::Context, look: &Look, history: &History, is_open: &mut bool) -> Option<u64> {
    let room = ctx.content_rect();
    let list = egui::Window::new(strong(label(Command::WhatWasDone)))
        .open(is_open)
        .collapsible(false)
        .resizable([false, true])
        .default_pos(egui::pos2(room.right() - 360.0, room.top() + 56.0))
        .default_height(340.0)
        .min_height(120.0)
        .max_height(room.height() - 120.0)
        .frame(egui::Frame::window(&ctx.global_style()).inner_margin(12));
    list.show(ctx, |ui| {
        ui.set_width(310.0);
        ui.label(quiet(since_saving(history)));
        ui.add_space(4.0);
        let steps: Vec<&Step> = history.steps().rev().collect();
        let mut chosen = None;
        let area = egui::ScrollArea::vertical().auto_shrink([false, true]);
        area.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            in_sight_ui(ui, "steps", steps.len(), ROW, |ui, at| {
                if step_ui(ui, look, history, steps[at]) {
                    chosen = Some(steps[at].number);
                }
            });
            match history.forgotten() {
                0 => {}
                steps => drop(ui.label(quiet(say(StepsText::Forgotten(steps))))),
            }
        });
        chosen
    })?
    .inner?
}

fn since_saving(history: &History) -> String {
    let steps = history.steps_since_saving();
    steps.map_or_else(|| label(Steps::NotSavedYet).to_owned(), |steps| say(StepsText::SinceSaving(steps)))
}

/// A row; true when it was chosen.
fn step_ui(ui: &mut egui::Ui, look: &Look, history: &History, step: &Step) -> bool {
    let (rect, response) =
        ui.allocate_exact_size(egui::vec2(ui.available_width() - 8.0, ROW), Sense::click());
    let now = history.now().number;
    let stands = step.number == now;
    let is_undone = step.number > now;
    let is_saved = history.saved_step() == Some(step.number);
    let (what, about) = (say(Message::Step(&step.change)), say(Message::StepSubject(&step.change)));
    let signs =
        [(stands, label(Steps::Now)), (is_undone, label(Steps::Undone)), (is_saved, label(Steps::Saved))];
    let signs: Vec<&str> = signs.into_iter().filter_map(|(holds, word)| holds.then_some(word)).collect();
    let signs = signs.join(" · ");
    let words = [&what[..], &about, &signs].into_iter().filter(|part| !part.is_empty());
    let words = words.collect::<Vec<_>>().join(", ");
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, stands, &words));
    let painter = ui.painter();
    if stands {
        painter.rect_filled(rect, CornerRadius::same(4), style::colour(look.accent.faded(0.16)));
        let edge = Stroke::new(3.0, style::colour(look.accent));
        painter.vline(rect.left() + 1.5, rect.shrink(3.0).y_range(), edge);
    } else if response.hovered() {
        painter.rect_filled(rect, CornerRadius::same(4), style::colour(look.card));
    }
    style::focus_ring(painter, look, rect, response.has_focus());
    let quiet = style::colour(look.quiet_ink);
    let ink = if is_undone { quiet } else { style::colour(look.ink) };
    let weight = if stands { Weight::SemiBold } else { Weight::Regular };
    let small = style::font(size::SMALL, Weight::Regular);
    let at = rect.right_center() - egui::vec2(8.0, 0.0);
    painter.text(at, egui::Align2::RIGHT_CENTER, &signs, small.clone(), quiet);
    let left = rect.left_center() + egui::vec2(12.0, 0.0);
    painter.text(left, egui::Align2::LEFT_CENTER, &what, style::font(size::VENUE, weight), ink);
    let begin = 12.0 + width(&what, size::VENUE, weight) + 8.0;
    let room = rect.width() - begin - width(&signs, size::SMALL, Weight::Regular) - 16.0;
    if room > 30.0 {
        let about = shortened(&about, size::SMALL, Weight::Regular, room);
        let at = rect.left_center() + egui::vec2(begin, 0.0);
        painter.text(at, egui::Align2::LEFT_CENTER, about, small, quiet);
    }
    response.on_hover_text(label(Steps::GoHere)).clicked()
}
