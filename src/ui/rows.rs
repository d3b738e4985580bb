//! Meetings as rows of a list.

use super::dossier::Reading;
use super::style;
use super::tooltip::sentence_case;
use crate::export::listing::place_in_words;
use crate::picture::cues::meeting_colour;
use crate::picture::look::size;
use crate::picture::text::Weight;
use crate::picture::wrap::{shortened, wrapped};
use crate::state::{State, Target};
use crate::words::message::{Message, Word};
use crate::words::{say, word};
use egui::{CornerRadius, Role, Sense, WidgetInfo};

/// Rows from which on titles are cut to one line, so that all rows are equally high and only those in sight need be laid out.
const LONG_LIST: usize = 300;
/// The height of a row whose title has one line, and that of each further line.
const ROW: f32 = 40.0;
const LINE: f32 = 17.0;
const GAP: f32 = 1.0;

/// A row for each meeting; a click selects it, hovering lights it on the map through `pointed`, and what is pointed at there is lit here.
pub fn rows_ui(
    ui: &mut egui::Ui,
    reading: Reading,
    rows: &[usize],
    next: &mut State,
    pointed: &mut Option<Target>,
) {
    let meetings = reading.meetings;
    ui.spacing_mut().item_spacing.y = GAP;
    let room = ui.available_width() - 26.0;
    if rows.len() < LONG_LIST {
        for &row in rows {
            let title = wrapped(&meetings.get(row).title, size::VENUE, Weight::Regular, room);
            row_ui(ui, reading, row, &title, next, pointed);
        }
        return;
    }
    in_sight_ui(ui, rows, ROW, |ui, &row| {
        let title = shortened(&meetings.get(row).title, size::VENUE, Weight::Regular, room);
        row_ui(ui, reading, row, &[title], next, pointed);
    });
}

/// Lays out equally high rows: of many those that are in sight, with room for the others.
pub fn in_sight_ui<T>(ui: &mut egui::Ui, rows: &[T], high: f32, mut row_ui: impl FnMut(&mut egui::Ui, &T)) {
    if rows.len() < LONG_LIST {
        for row in rows {
            row_ui(ui, row);
        }
        return;
    }
    let step = high + ui.spacing().item_spacing.y;
    let above = (ui.clip_rect().top() - ui.cursor().top()) / step;
    let seen = (ui.clip_rect().height() / step) as usize + 2;
    let first = (above.max(0.0) as usize).min(rows.len());
    let last = (first + seen).min(rows.len());
    ui.add_space(first as f32 * step);
    for row in &rows[first..last] {
        row_ui(ui, row);
    }
    ui.add_space((rows.len() - last) as f32 * step);
}

fn row_ui(
    ui: &mut egui::Ui,
    reading: Reading,
    row: usize,
    title: &[String],
    next: &mut State,
    pointed: &mut Option<Target>,
) {
    let Reading { meetings, shown, look, lit } = reading;
    let meeting = meetings.get(row);
    let target = Target::Meeting(meeting.id.clone());
    let high = ROW + LINE * title.len().saturating_sub(1) as f32;
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), high), Sense::click());
    let chosen = next.selection.as_ref() == Some(&target);
    let label = format!("{}, {}", meeting.title, say(Message::Dates(meeting.dates)));
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
    if response.hovered() || chosen || lit.contains(&row) {
        painter.rect_filled(rect, CornerRadius::same(4), style::colour(look.card));
    }
    style::focus_ring(painter, look, rect, response.has_focus());
    let dot = egui::pos2(rect.left() + 9.0, rect.top() + 11.5);
    let hue = meeting_colour(&shown.question, look, meeting);
    painter.circle_filled(dot, 3.2, style::colour(hue));
    let place = match &meeting.venue.city[..] {
        "" => place_in_words(&meeting.venue),
        city => city.to_owned(),
    };
    let status = match meeting.status {
        crate::meeting::Status::Held => String::new(),
        other => format!(" · {}", word(Word::Status(other))),
    };
    let place = if place.is_empty() { place } else { format!(" · {place}") };
    let above = sentence_case(&format!("{}{place}{status}", say(Message::Dates(meeting.dates))));
    let left = rect.left() + 20.0;
    let quiet = style::colour(look.quiet_ink);
    let small = style::font(size::SMALL, Weight::Regular);
    painter.text(egui::pos2(left, rect.top() + 4.0), egui::Align2::LEFT_TOP, above, small, quiet);
    for (i, line) in title.iter().enumerate() {
        let at = egui::pos2(left, rect.top() + 19.0 + LINE * i as f32);
        let font = style::font(size::VENUE, Weight::Regular);
        painter.text(at, egui::Align2::LEFT_TOP, line, font, style::colour(look.ink));
    }
}
