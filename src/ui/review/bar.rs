//! The bar above the review: the way back, how far it is, and all sure suggestions at once.

use crate::picture::look::Look;
use crate::query::place_texts::PlaceTexts;
use crate::ui::style::{self, quiet, strong};
use crate::words::part::button::Button;
use crate::words::part::reviewing::{Reviewing, ReviewingText};
use crate::words::{label, say};
use egui::{CornerRadius, Role, Sense, WidgetInfo};

/// A first suggestion surer than this is among those that are taken at once.
pub const SURE: f64 = 0.9;

/// The width of a window from which on the bar says everything.
const WIDE: f32 = 1000.0;

/// What was asked for in the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Back to the map of all meetings.
    Back,
    /// Take all first suggestions that are sure.
    TakeSure,
    /// Take the last step back.
    Undo,
}

/// The bar. `undo` is what would be taken back, in words.
pub fn bar_ui(
    ui: &mut egui::Ui,
    look: &Look,
    texts: Option<&PlaceTexts>,
    undo: Option<&str>,
) -> Option<Asked> {
    let is_wide = ui.available_width() >= WIDE;
    let mut asked = None;
    ui.horizontal(|ui| {
        if ui.button(label(Reviewing::Back)).on_hover_text(label(Button::Escape)).clicked() {
            asked = Some(Asked::Back);
        }
        ui.add_space(6.0);
        if is_wide {
            ui.label(strong(label(Reviewing::Heading)));
            ui.add_space(10.0);
        }
        let Some(texts) = texts else { return };
        let all = texts.texts.len();
        progress_ui(ui, look, all - texts.open, all, if is_wide { 180.0 } else { 90.0 });
        ui.label(strong(say(ReviewingText::Decided(all - texts.open, all))));
        if texts.open > 0 && is_wide {
            ui.label(quiet(say(ReviewingText::Open(texts.open, texts.open_rows))));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let sure = texts.surer_than(SURE).count();
            let words =
                if is_wide { ReviewingText::TakeSure(sure) } else { ReviewingText::TakeSureShort(sure) };
            let take = ui.add_enabled(sure > 0, egui::Button::new(say(words)));
            if take.on_hover_text(label(Reviewing::OneStep)).clicked() {
                asked = Some(Asked::TakeSure);
            }
            let button = ui.add_enabled(undo.is_some(), egui::Button::new(label(Button::Undo)));
            if button.on_hover_text(undo.unwrap_or_default()).clicked() {
                asked = Some(Asked::Undo);
            }
            if is_wide {
                ui.label(quiet(label(Reviewing::IntoProject)));
            }
        });
    });
    asked
}

fn progress_ui(ui: &mut egui::Ui, look: &Look, done: usize, all: usize, wide: f32) {
    let (rect, response) = ui.allocate_exact_size(egui::vec2(wide, 8.0), Sense::hover());
    let label = say(ReviewingText::Progress(done, all));
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &label));
    let painter = ui.painter();
    let round = CornerRadius::same(4);
    painter.rect_filled(rect, round, style::colour(look.hairline));
    let share = if all == 0 { 1.0 } else { done as f32 / all as f32 };
    let part = egui::Rect::from_min_size(rect.min, egui::vec2(rect.width() * share, rect.height()));
    painter.rect_filled(part, round, style::colour(look.accent));
}
