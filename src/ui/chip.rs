//! A chip: a condition or a menu in a bar, with its choices below it, and a sign that takes a condition away.

use super::popover::{chevron, popover_ui};
use super::style;
use crate::picture::look::{Look, size};
use crate::picture::text::{Weight, width};
use crate::picture::wrap::shortened;
use crate::words::part::panel::PanelText;
use crate::words::say;
use egui::{CornerRadius, Popup, Rect, Role, Sense, Stroke, StrokeKind, WidgetInfo};

/// What stands on a chip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// What it is known by while its words change.
    pub key: &'static str,
    /// What it is about.
    pub title: String,
    /// What is asked for, in words; `None` if nothing is.
    pub asked: Option<String>,
}

/// Its height in points.
const HIGH: f32 = 26.0;
/// Points before the words, and those of the sign behind them.
const EDGE: f32 = 11.0;
const SIGN: f32 = 23.0;
/// Points of the sign that takes a condition away.
const CLOSE: f32 = 24.0;
/// The widest words.
const MOST: f32 = 190.0;

/// The width of a chip with these words.
#[must_use]
pub fn wide(words: &str) -> f32 {
    EDGE + width(words, size::VENUE, Weight::Regular).min(MOST) + SIGN
}

impl Chip {
    fn words(&self) -> String {
        let words = self.asked.as_deref().unwrap_or(&self.title);
        shortened(words, size::VENUE, Weight::Regular, MOST)
    }

    /// Its width in points.
    #[must_use]
    pub fn wide(&self) -> f32 {
        wide(&self.words()) + if self.asked.is_some() { CLOSE - SIGN + 4.0 } else { 0.0 }
    }
}

/// The chip, with something below it while it is open. True when the condition is to be taken away.
pub fn chip_ui(
    ui: &mut egui::Ui,
    look: &Look,
    chip: &Chip,
    below: f32,
    inside: impl FnOnce(&mut egui::Ui),
) -> bool {
    let (rect, _) = ui.allocate_exact_size(egui::vec2(chip.wide(), HIGH), Sense::hover());
    let close = rect.with_min_x(rect.right() - CLOSE);
    let face = if chip.asked.is_some() { rect.with_max_x(close.left()) } else { rect };
    let response = ui.interact(face, egui::Id::unique(("chip", chip.key)), Sense::click());
    let name = match &chip.asked {
        Some(asked) => format!("{}: {asked}", chip.title),
        None => chip.title.clone(),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let is_open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
    paint_face(ui.painter(), look, chip, rect, is_open || response.hovered());
    style::focus_ring(ui.painter(), look, face, response.has_focus());
    let is_away = if let Some(asked) = &chip.asked {
        away_ui(ui, look, asked, close, response.id)
    } else {
        let tip = egui::pos2(rect.right() - 12.0, rect.center().y + 1.8);
        chevron(ui.painter(), tip, Stroke::new(1.3, style::colour(look.quiet_ink)));
        false
    };
    let high = (ui.ctx().content_rect().bottom() - rect.bottom() - 40.0).clamp(120.0, 560.0);
    popover_ui(&response, &chip.title, [below, high], inside);
    is_away
}

fn paint_face(painter: &egui::Painter, look: &Look, chip: &Chip, rect: Rect, is_lit: bool) {
    let is_asked = chip.asked.is_some();
    let edge = if is_asked || is_lit { look.accent } else { look.quiet_ink.faded(0.6) };
    let fill = if is_asked { look.accent.faded(0.14) } else { look.paper };
    let round = CornerRadius::same((HIGH / 2.0) as u8);
    let stroke = Stroke::new(1.0, style::colour(edge));
    painter.rect(rect, round, style::colour(fill), stroke, StrokeKind::Inside);
    let at = rect.left_center() + egui::vec2(EDGE, 0.0);
    let font = style::font(size::VENUE, Weight::Regular);
    painter.text(at, egui::Align2::LEFT_CENTER, chip.words(), font, style::colour(look.ink));
}

/// The sign that takes a condition away. True when it was clicked.
fn away_ui(ui: &egui::Ui, look: &Look, asked: &str, close: Rect, chip: egui::Id) -> bool {
    /// Half a side of the square that the sign fills, in points.
    const ARM: f32 = 3.6;
    let away = ui.interact(close, chip.with("away"), Sense::click());
    let without = say(PanelText::Without(asked));
    away.widget_info(|| WidgetInfo::labeled(Role::Button, true, &without));
    let middle = close.center() - egui::vec2(2.0, 0.0);
    let ink = style::colour(if away.hovered() { look.accent } else { look.quiet_ink });
    for arm in [egui::vec2(ARM, ARM), egui::vec2(ARM, -ARM)] {
        ui.painter().line_segment([middle - arm, middle + arm], Stroke::new(1.4, ink));
    }
    style::focus_ring(ui.painter(), look, close, away.has_focus());
    away.on_hover_text(without).clicked()
}
