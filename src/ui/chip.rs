//! A chip: a condition or a menu in a bar, with its choices below it, and a sign that takes a condition away.

use super::style;
use crate::picture::look::{Look, size};
use crate::picture::text::{Weight, width};
use crate::picture::wrap::shortened;
use crate::words::part::lists::ListText;
use crate::words::part::panel::PanelText;
use crate::words::say;
use egui::{CornerRadius, Popup, PopupCloseBehavior, Rect, Role, Sense, Stroke, StrokeKind, WidgetInfo};

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
    let words = chip.words();
    let (rect, _) = ui.allocate_exact_size(egui::vec2(chip.wide(), HIGH), Sense::hover());
    let close = Rect::from_min_max(egui::pos2(rect.right() - CLOSE, rect.top()), rect.max);
    let face = if chip.asked.is_some() { rect.with_max_x(close.left()) } else { rect };
    let id = egui::Id::unique(("chip", chip.key));
    let response = ui.interact(face, id, Sense::click());
    let name = match &chip.asked {
        Some(asked) => format!("{}: {asked}", chip.title),
        None => chip.title.clone(),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let is_open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
    let painter = ui.painter().clone();
    let (ink, quiet) = (style::colour(look.ink), style::colour(look.quiet_ink));
    let is_lit = chip.asked.is_some();
    let edge = if is_lit || is_open || response.hovered() { look.accent } else { look.quiet_ink.faded(0.6) };
    let fill = if is_lit { look.accent.faded(0.14) } else { look.paper };
    let round = CornerRadius::same((HIGH / 2.0) as u8);
    let stroke = Stroke::new(1.0, style::colour(edge));
    painter.rect(rect, round, style::colour(fill), stroke, StrokeKind::Inside);
    let at = egui::pos2(rect.left() + EDGE, rect.center().y);
    let font = style::font(size::VENUE, Weight::Regular);
    painter.text(at, egui::Align2::LEFT_CENTER, &words, font, ink);
    style::focus_ring(&painter, look, face, response.has_focus());
    let mut is_away = false;
    if chip.asked.is_some() {
        let away = ui.interact(close, id.with("away"), Sense::click());
        let without = say(PanelText::Without(chip.asked.as_deref().unwrap_or_default()));
        away.widget_info(|| WidgetInfo::labeled(Role::Button, true, &without));
        let (middle, arm) = (close.center() - egui::vec2(2.0, 0.0), 3.6);
        let colour = if away.hovered() { style::colour(look.accent) } else { quiet };
        for turn in [1.0, -1.0] {
            let arm = egui::vec2(arm, arm * turn);
            painter.line_segment([middle - arm, middle + arm], Stroke::new(1.4, colour));
        }
        style::focus_ring(&painter, look, close, away.has_focus());
        is_away = away.on_hover_text(without).clicked();
    } else {
        let tip = egui::pos2(rect.right() - 12.0, rect.center().y + 1.8);
        let chevron = vec![tip + egui::vec2(-3.6, -3.4), tip, tip + egui::vec2(3.6, -3.4)];
        painter.add(egui::Shape::line(chevron, Stroke::new(1.3, quiet)));
    }
    let popup = Popup::from_toggle_button_response(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .gap(4.0)
        .width(below)
        .accessible_name(say(ListText::Choices(&chip.title)));
    popup.show(|ui| {
        ui.set_width(below - 12.0);
        let room = (ui.ctx().content_rect().bottom() - rect.bottom() - 40.0).clamp(120.0, 560.0);
        // As high as its content at once, also where that grows while it is open.
        egui::ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, inside);
    });
    is_away
}
