//! What opens below a button, and the sign on the button that something does.

use crate::words::part::lists::ListText;
use crate::words::say;
use egui::{Painter, Popup, PopupCloseBehavior, Pos2, Response, Stroke, Ui, vec2};

/// Points between a button and what opens below it.
const GAP: f32 = 4.0;
/// Points that a popover has around what it holds, on both sides together.
const AROUND: f32 = 12.0;

/// Choices below a button that opens and closes them, `wide` points wide and as high as they need, up to
/// `high`. Gives what they give while they are open.
pub fn popover_ui<R>(
    response: &Response,
    name: &str,
    [wide, high]: [f32; 2],
    inside: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    let popup = Popup::from_toggle_button_response(response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .gap(GAP)
        .width(wide)
        .accessible_name(say(ListText::Choices(name)));
    let shown = popup.show(|ui| {
        ui.set_width(wide - AROUND);
        // As high as its content at once, also where that grows while it is open.
        egui::ScrollArea::vertical().max_height(high).min_scrolled_height(high).show(ui, inside).inner
    });
    Some(shown?.inner)
}

/// The sign that something opens below, its tip at a point.
pub fn chevron(painter: &Painter, tip: Pos2, stroke: Stroke) {
    let corners = vec![tip + vec2(-3.8, -3.6), tip, tip + vec2(3.8, -3.6)];
    painter.add(egui::Shape::line(corners, stroke));
}
