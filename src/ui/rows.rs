//! Meetings as rows of a list.

use super::context::PanelContext;
use super::in_sight::{LONG, in_sight_ui};
use super::style;
use super::tooltip::several;
use super::touched::Touched;
use crate::export::listing::city_in_words;
use crate::meeting::identity::MeetingId;
use crate::picture::cues::meeting_colour;
use crate::picture::look::size;
use crate::picture::text::Weight;
use crate::picture::wrap::{shortened, wrapped};
use crate::state::{State, Target};
use crate::words::message::{Message, Word};
use crate::words::part::panel::Panel;
use crate::words::spoken::sentence_case;
use crate::words::{label, say, word};
use egui::{CornerRadius, Role, Sense, WidgetInfo};

/// The height of a row whose title has one line, and that of each further line.
pub const ROW: f32 = 40.0;
const LINE: f32 = 17.0;
/// Points between two rows.
pub const GAP: f32 = 1.0;

/// A row for each meeting; a click selects or marks it, hovering lights it on the map, and what is pointed at
/// there is lit here.
pub fn rows_ui(
    ui: &mut egui::Ui,
    context: PanelContext,
    rows: &[usize],
    next: &mut State,
    touched: &mut Touched,
) {
    ui.spacing_mut().item_spacing.y = GAP;
    let is_long = rows.len() >= LONG;
    in_sight_ui(ui, "rows", rows.len(), ROW, |ui, at| {
        meeting_ui(ui, context, (rows[at], rows, is_long), next, touched);
    });
}

/// The row of one meeting of a list. The titles of a long list are cut to one line, so that all its rows are
/// equally high.
pub fn meeting_ui(
    ui: &mut egui::Ui,
    context: PanelContext,
    (row, rows, is_long): (usize, &[usize], bool),
    next: &mut State,
    touched: &mut Touched,
) {
    let meetings = context.meetings();
    let id = |row: usize| meetings.get(row).id.clone();
    let room = ui.available_width() - 26.0;
    let title = &meetings.get(row).title;
    let title = if is_long {
        vec![shortened(title, size::VENUE, Weight::Regular, room)]
    } else {
        wrapped(title, size::VENUE, Weight::Regular, room)
    };
    let response = row_ui(ui, context, row, &title, (next, touched));
    if !is_long {
        bring_into_sight(ui, &response, &id(row), next);
    }
    touched.row(ui, &response, &id(row), rows.iter().map(|&row| id(row)), next);
}

/// Scrolls to a row when it is selected, wherever that was done.
fn bring_into_sight(ui: &egui::Ui, response: &egui::Response, id: &MeetingId, next: &State) {
    if !matches!(&next.selection, Some(Target::Meeting(selected)) if selected == id) {
        return;
    }
    let key = egui::Id::unique("row that was brought into sight");
    let was: Option<MeetingId> = ui.data(|data| data.get_temp(key));
    if was.as_ref() != Some(id) {
        ui.data_mut(|data| data.insert_temp(key, id.clone()));
        response.scroll_to_me(None);
    }
}

fn row_ui(
    ui: &mut egui::Ui,
    context: PanelContext,
    row: usize,
    title: &[String],
    (next, touched): (&State, &Touched),
) -> egui::Response {
    let PanelContext { look, pointed: lit, .. } = context;
    let (meetings, shown) = (context.meetings(), context.shown());
    let meeting = meetings.get(row);
    let target = Target::Meeting(meeting.id.clone());
    let high = ROW + LINE * title.len().saturating_sub(1) as f32;
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), high), Sense::click());
    let chosen = next.selection.as_ref() == Some(&target);
    let is_marked = touched.marked.has(&meeting.id);
    let mark = if is_marked { format!(", {}", label(Panel::Marked)) } else { String::new() };
    let dates = say(Message::Dates(meeting.dates));
    let words = format!("{}, {dates}{}{mark}", meeting.title, several(meeting).replace(" · ", ", "));
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, chosen || is_marked, &words));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let painter = ui.painter();
    if is_marked {
        painter.rect_filled(rect, CornerRadius::same(4), style::colour(look.accent.faded(0.16)));
    } else if chosen {
        painter.rect_filled(rect, CornerRadius::same(4), style::colour(look.accent.faded(0.12)));
        let edge = egui::Stroke::new(3.0, style::colour(look.accent));
        painter.vline(rect.left() + 1.5, rect.shrink(3.0).y_range(), edge);
    } else if response.hovered() || lit.is_some_and(|lit| lit.has(row)) {
        painter.rect_filled(rect, CornerRadius::same(4), style::colour(look.card));
    }
    style::focus_ring(painter, look, rect, response.has_focus());
    let dot = egui::pos2(rect.left() + 9.0, rect.top() + 11.5);
    let hue = meeting_colour(&shown.question, look, meeting);
    if is_marked {
        let at = |x: f32, y: f32| dot + egui::vec2(x, y);
        let stroke = egui::Stroke::new(2.0, style::colour(look.accent));
        painter.line(vec![at(-4.5, 0.0), at(-1.5, 3.5), at(4.5, -4.0)], stroke);
    } else {
        painter.circle_filled(dot, 3.2, style::colour(hue));
    }
    let place = city_in_words(&meeting.venue);
    let status = match meeting.status {
        crate::meeting::Status::Held => String::new(),
        other => format!(" · {}", word(Word::Status(other))),
    };
    let place = if place.is_empty() { place } else { format!(" · {place}") };
    let above =
        sentence_case(&format!("{}{place}{status}{}", say(Message::Dates(meeting.dates)), several(meeting)));
    let left = rect.left() + 20.0;
    let quiet = style::colour(look.quiet_ink);
    let small = style::font(size::SMALL, Weight::Regular);
    painter.text(egui::pos2(left, rect.top() + 4.0), egui::Align2::LEFT_TOP, above, small, quiet);
    for (i, line) in title.iter().enumerate() {
        let at = egui::pos2(left, rect.top() + 19.0 + LINE * i as f32);
        let font = style::font(size::VENUE, Weight::Regular);
        painter.text(at, egui::Align2::LEFT_TOP, line, font, style::colour(look.ink));
    }
    response
}
