//! Notices: a sentence at the window's foot about what was done, or why it could not be.

use super::style;
use crate::picture::look::Look;
use crate::words::label;
use crate::words::part::button::Button;

/// Seconds that a notice of something done stays. One of an error stays until it is dismissed.
const STAY: f64 = 12.0;
/// The widest that a notice gets, in points.
const WIDE: f32 = 640.0;
/// Points of it that its button and its edges take.
const BUTTON: f32 = 110.0;
/// Points between a notice and what lies around it.
const MARGIN: f32 = 12.0;

/// A sentence for the reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// The sentence, without a final full stop.
    pub words: String,
    /// Whether something could not be done.
    pub is_error: bool,
    /// When it was first shown, in seconds of the window's time.
    since: Option<f64>,
}

impl Notice {
    /// Says what was done.
    #[must_use]
    pub fn done(words: impl Into<String>) -> Self {
        Self { words: words.into(), is_error: false, since: None }
    }

    /// Says what could not be done, and why.
    #[must_use]
    pub fn error(words: impl Into<String>) -> Self {
        Self { words: words.into(), is_error: true, since: None }
    }

    /// The one or the other.
    #[must_use]
    pub fn of(result: Result<String, String>) -> Self {
        match result {
            Ok(words) => Self::done(words),
            Err(words) => Self::error(words),
        }
    }
}

/// Shows the notice inside `room`, at its foot, and takes it away when its time is over or it is dismissed.
pub fn notice_ui(ctx: &egui::Context, look: &Look, notice: &mut Option<Notice>, room: egui::Rect) {
    let now = ctx.input(|input| input.time);
    let Some(shown) = notice else { return };
    let since = *shown.since.get_or_insert(now);
    if !shown.is_error {
        let left = STAY - (now - since);
        if left <= 0.0 {
            *notice = None;
            return;
        }
        ctx.request_repaint_after(std::time::Duration::from_secs_f64(left));
    }
    let wide = (room.width() - 2.0 * MARGIN).min(WIDE);
    let foot = egui::pos2(room.center().x, room.bottom() - MARGIN);
    let area = egui::Area::new(egui::Id::unique("notice")).order(egui::Order::Foreground);
    let area = area.pivot(egui::Align2::CENTER_BOTTOM).fixed_pos(foot).constrain_to(room);
    let dismissed = area.show(ctx, |ui| {
        let edge = style::colour(if shown.is_error { look.ink } else { look.hairline });
        let frame = egui::Frame::popup(ui.style()).stroke(egui::Stroke::new(1.0, edge)).inner_margin(10);
        frame.show(ui, |ui| words_ui(ui, wide, shown, room.height() / 2.0))
    });
    if dismissed.inner.inner {
        *notice = None;
    }
}

/// The sentence, wrapped, and the button beside it; true when it was pressed.
fn words_ui(ui: &mut egui::Ui, wide: f32, notice: &Notice, high: f32) -> bool {
    ui.horizontal(|ui| {
        let size = egui::vec2(wide - BUTTON, 0.0);
        let layout = egui::Layout::top_down(egui::Align::Min);
        ui.allocate_ui_with_layout(size, layout, |ui| {
            egui::ScrollArea::vertical().max_height(high).show(ui, |ui| {
                ui.add(egui::Label::new(&notice.words).wrap());
            });
        });
        ui.button(label(Button::Dismiss)).clicked()
    })
    .inner
}
