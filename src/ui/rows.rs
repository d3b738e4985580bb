//! Meetings as rows of a list.

use super::style;
use super::tooltip::sentence_case;
use crate::export::listing::place_in_words;
use crate::meeting::table::Meetings;
use crate::picture::look::{Look, size};
use crate::picture::text::Weight;
use crate::picture::wrap::wrapped;
use crate::state::{State, Target};
use egui::{CornerRadius, Role, Sense, WidgetInfo};

/// A row for each meeting; a click selects it, hovering lights it on the map through `pointed`.
pub fn rows_ui(
    ui: &mut egui::Ui,
    look: &Look,
    meetings: &Meetings,
    rows: &[usize],
    next: &mut State,
    pointed: &mut Option<Target>,
) {
    ui.spacing_mut().item_spacing.y = 1.0;
    for &row in rows {
        row_ui(ui, look, meetings, row, next, pointed);
    }
}

fn row_ui(
    ui: &mut egui::Ui,
    look: &Look,
    meetings: &Meetings,
    row: usize,
    next: &mut State,
    pointed: &mut Option<Target>,
) {
    let meeting = meetings.get(row);
    let target = Target::Meeting(meeting.id.clone());
    let room = ui.available_width() - 26.0;
    let title = wrapped(&meeting.title, size::VENUE, Weight::Regular, room);
    let high = 8.0 + 15.0 + 17.0 * title.len() as f32;
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), high), Sense::click());
    let chosen = next.selection.as_ref() == Some(&target);
    let label = format!("{}, {}", meeting.title, meeting.dates);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, chosen, &label));
    if response.hovered() {
        *pointed = Some(target.clone());
    }
    if response.clicked() {
        next.selection = Some(target);
    }
    if !ui.is_rect_visible(rect) {
        return;
    }
    let painter = ui.painter();
    if response.hovered() || chosen {
        painter.rect_filled(rect, CornerRadius::same(4), style::colour(look.card));
    }
    style::focus_ring(painter, look, rect, response.has_focus());
    let dot = egui::pos2(rect.left() + 9.0, rect.top() + 11.5);
    let hue =
        style::colour(if meeting.kind.is_context() { look.quiet_ink } else { look.status(meeting.status) });
    painter.circle_filled(dot, 3.2, hue);
    let place = match &meeting.venue.city[..] {
        "" => place_in_words(&meeting.venue),
        city => city.to_owned(),
    };
    let status = match meeting.status {
        crate::meeting::Status::Held => String::new(),
        other => format!(" · {}", other.name()),
    };
    let place = if place.is_empty() { place } else { format!(" · {place}") };
    let above = sentence_case(&format!("{}{place}{status}", meeting.dates));
    let left = rect.left() + 20.0;
    let quiet = style::colour(look.quiet_ink);
    let small = style::font(size::SMALL, Weight::Regular);
    painter.text(egui::pos2(left, rect.top() + 4.0), egui::Align2::LEFT_TOP, above, small, quiet);
    for (i, line) in title.iter().enumerate() {
        let at = egui::pos2(left, rect.top() + 19.0 + 17.0 * i as f32);
        let font = style::font(size::VENUE, Weight::Regular);
        painter.text(at, egui::Align2::LEFT_TOP, line, font, style::colour(look.ink));
    }
}
