//! The table: the meetings that are shown as rows, ordered by a column, selected and marked as in the list.

pub mod cell;
pub mod order;
pub mod head;
mod hand;

use self::cell::{Part, parts};
use self::hand::{Keys, keys};
use self::head::{Asked, bar_ui, heads_ui};
use self::order::TableMemory;
use super::context::PanelContext;
use super::in_sight::{BAR, bar_ui as scroll_bar_ui};
use super::style;
use super::tooltip::several;
use super::touched::Touched;
use crate::meeting::Meeting;
use crate::picture::cues::meeting_colour;
use crate::picture::look::{Look, size};
use crate::picture::text::Weight;
use crate::query::column::Column;
use crate::state::{State, Target};
use crate::ui::editor::act::Act;
use crate::words::message::{Message, Word};
use crate::words::part::panel::Panel;
use crate::words::part::tabling::TablingText;
use crate::words::{label, say, word};
use egui::{CornerRadius, Id, Rect, Response, Role, Sense, Stroke, UiBuilder, WidgetInfo};

/// The height of a row.
const ROW: f32 = 30.0;
/// The room of the sign that a row is marked.
const MARK: f32 = 36.0;
/// From the edge to the first text.
const EDGE: i8 = 14;

/// The whole table.
pub fn table_ui(
    ui: &mut egui::Ui,
    context: PanelContext,
    memory: &mut TableMemory,
    touched: &mut Touched,
    next: &mut State,
) {
    touched.marked.keep(&context.answers.asked, context.answers.record());
    let margin = egui::Margin { left: EDGE, right: EDGE, top: 8, bottom: 0 };
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        if !touched.marked.is_empty() {
            let bar = egui::Panel::bottom("marked rows").frame(egui::Frame::new());
            bar.show(ui, |ui| touched.marked.ui(ui, &mut touched.acts));
        }
        let rows = memory.rows(context.answers, next.table.sort);
        if let Some(Asked::Copy) = bar_ui(ui, context, touched.marked.len(), next) {
            memory.to_copy = Some(to_copy(context, touched, &rows));
        }
        ui.add_space(4.0);
        let columns: Vec<Column> =
            Column::ALL.into_iter().filter(|one| next.table.columns.contains(one)).collect();
        let wide = MARK + columns.iter().map(|column| width_of(*column).0).sum::<f32>() + BAR;
        egui::ScrollArea::horizontal().id_salt("table").auto_shrink(false).show(ui, |ui| {
            ui.set_min_width(wide.max(ui.available_width()));
            rows_ui(ui, context, &columns, &rows, (memory, touched), next);
        });
    });
}

/// The rows that are marked, or else all.
fn to_copy(context: PanelContext, touched: &Touched, rows: &[usize]) -> Vec<usize> {
    let is_marked = |row: &usize| touched.marked.has(&context.meetings().get(*row).id);
    if touched.marked.is_empty() { rows.to_vec() } else { rows.iter().copied().filter(is_marked).collect() }
}

/// The least width of a column, and its share of what is left.
const fn width_of(column: Column) -> (f32, f32) {
    match column {
        // As long as `30 Sep 1918 – 14 Oct 1919`.
        Column::Date => (190.0, 0.2),
        Column::Title => (170.0, 2.0),
        Column::Who => (220.0, 3.0),
        Column::Place => (140.0, 1.0),
        Column::Building | Column::Occasion => (130.0, 1.0),
        Column::Kind => (98.0, 0.1),
        Column::Status => (88.0, 0.1),
        Column::Outcome => (190.0, 2.0),
        Column::Note => (150.0, 1.5),
        Column::States => (62.0, 0.0),
        Column::Sources => (72.0, 0.0),
        Column::Meetings => (80.0, 0.0),
    }
}

/// The columns from left to right within a line.
fn laid_out(columns: &[Column], line: Rect) -> Vec<(Column, Rect)> {
    let least: f32 = columns.iter().map(|column| width_of(*column).0).sum();
    let shares: f32 = columns.iter().map(|column| width_of(*column).1).sum();
    let left_over = (line.width() - MARK - BAR - least).max(0.0) / shares.max(0.1);
    let mut left = line.left() + MARK;
    let place = |&column: &Column| {
        let (least, share) = width_of(column);
        let wide = least + share * left_over;
        let rect = Rect::from_min_size(egui::pos2(left, line.top()), egui::vec2(wide, line.height()));
        left += wide;
        (column, rect)
    };
    columns.iter().map(place).collect()
}

fn rows_ui(
    ui: &mut egui::Ui,
    context: PanelContext,
    columns: &[Column],
    rows: &[usize],
    (memory, touched): (&mut TableMemory, &mut Touched),
    next: &mut State,
) {
    let look = context.look;
    ui.spacing_mut().item_spacing.y = 0.0;
    let (line, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), head::HIGH), Sense::hover());
    heads_ui(ui, look, &laid_out(columns, line), next);
    ui.painter().hline(line.x_range(), line.bottom(), Stroke::new(1.0, style::colour(look.quiet_ink)));
    let body_id = body_id();
    let (rect, _) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    let body = ui.interact(rect, body_id, Sense::click());
    body.widget_info(|| WidgetInfo::labeled(Role::Grid, true, say(TablingText::Table(rows.len()))));
    let selected = match &next.selection {
        Some(Target::Meeting(id)) => Some(id),
        _ => None,
    };
    let at = memory.place_of(context.answers, rows, selected);
    let seen = f64::from(rect.height() / ROW);
    let keys = keys(ui, body_id, at, rows.len(), seen as usize);
    follow(ui, context, (memory, touched), rows, &keys, next);
    scroll(ui, rect, memory, rows.len(), seen);
    let inside = Rect { max: egui::pos2(rect.right() - BAR, rect.bottom()), ..rect };
    let mut child = ui.new_child(UiBuilder::new().id_salt("rows").max_rect(inside));
    child.set_clip_rect(inside.intersect(ui.clip_rect()));
    for place in (memory.first as usize..rows.len()).take(seen as usize + 2) {
        let top = rect.top() + (f64::from(ROW) * (place as f64 - memory.first)) as f32;
        let line = Rect::from_min_size(egui::pos2(rect.left(), top), egui::vec2(rect.width(), ROW));
        let response = row_ui(&child, context, (columns, line), rows[place], (next, touched));
        clicked(&child, context, rows, place, &response, touched, next);
    }
    style::focus_ring(ui.painter(), look, rect.expand(1.0), body.has_focus());
}

fn body_id() -> Id {
    Id::unique("rows of the table")
}

/// Does what the keys ask for.
fn follow(
    ui: &egui::Ui,
    context: PanelContext,
    (memory, touched): (&mut TableMemory, &mut Touched),
    rows: &[usize],
    keys: &Keys,
    next: &mut State,
) {
    let id = |place: usize| context.meetings().get(rows[place]).id.clone();
    let list = || rows.iter().map(|&row| context.meetings().get(row).id.clone());
    if let Some(place) = keys.to {
        if keys.marks {
            if let Some(at) = keys.at {
                touched.marked.begin_at(&id(at));
            }
            touched.marked.click(&id(place), egui::Modifiers::SHIFT, list());
        }
        next.selection = Some(Target::Meeting(id(place)));
        memory.reveal = Some(place);
    }
    if let Some(at) = keys.at {
        touched.focused = Some(id(at));
        if keys.toggles {
            touched.marked.click(&id(at), egui::Modifiers::COMMAND, list());
        }
        if keys.edits {
            touched.acts.push(Act::Open(id(at)));
        }
    }
    if keys.marks_all {
        touched.marked.mark_all(list());
    }
    let copies = keys.copies && !ui.ctx().text_edit_focused();
    if copies {
        let one = keys.at.filter(|_| touched.marked.is_empty()).map(|at| vec![rows[at]]);
        memory.to_copy = Some(one.unwrap_or_else(|| to_copy(context, touched, rows)));
    }
}

/// Moves the rows by the wheel and the bar, and brings into sight what the keyboard went to.
fn scroll(ui: &egui::Ui, rect: Rect, memory: &mut TableMemory, rows: usize, seen: f64) {
    let most = (rows as f64 - seen).max(0.0);
    let wheel = if ui.rect_contains_pointer(rect) {
        ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta).y)
    } else {
        0.0
    };
    let mut first = memory.first - f64::from(wheel / ROW);
    if let Some(place) = memory.reveal.take() {
        let place = place as f64;
        first = first.clamp((place + 1.5 - seen).min(place), place);
    }
    first = first.clamp(0.0, most);
    if most > 0.0 {
        first = scroll_bar_ui(ui, body_id(), rect, first, most).clamp(0.0, most);
    }
    memory.first = first;
}

fn row_ui(
    ui: &egui::Ui,
    context: PanelContext,
    (columns, line): (&[Column], Rect),
    row: usize,
    (next, touched): (&State, &Touched),
) -> Response {
    let PanelContext { look, pointed: lit, .. } = context;
    let meeting = context.meetings().get(row);
    let response = ui.interact(line, ui.scope_id().with(row), Sense::CLICK | Sense::HOVER);
    let is_chosen = matches!(&next.selection, Some(Target::Meeting(id)) if *id == meeting.id);
    let is_marked = touched.marked.has(&meeting.id);
    response.widget_info(|| {
        WidgetInfo::selected(Role::Row, true, is_chosen || is_marked, in_words(meeting, is_marked))
    });
    let painter = ui.painter();
    let fill = if is_chosen {
        Some(look.accent.faded(0.18))
    } else if is_marked {
        Some(look.accent.faded(0.1))
    } else if response.hovered() || lit.is_some_and(|lit| lit.has(row)) {
        Some(look.card)
    } else {
        None
    };
    if let Some(fill) = fill {
        painter.rect_filled(line, CornerRadius::ZERO, style::colour(fill));
    }
    if is_chosen {
        let bar = Rect { max: egui::pos2(line.left() + 3.0, line.bottom()), ..line };
        painter.rect_filled(bar, CornerRadius::ZERO, style::colour(look.accent));
    }
    painter.hline(line.x_range(), line.bottom() - 0.5, Stroke::new(1.0, style::colour(look.hairline)));
    mark_ui(painter, look, line, is_marked);
    for (column, rect) in laid_out(columns, line) {
        cell_ui(ui, context, (column, rect), meeting);
    }
    response
}

/// The box at the left, ticked where the row is marked.
fn mark_ui(painter: &egui::Painter, look: &Look, line: Rect, is_marked: bool) {
    let centre = egui::pos2(line.left() + MARK / 2.0 + 1.0, line.center().y);
    let square = Rect::from_center_size(centre, egui::Vec2::splat(14.0));
    let accent = style::colour(look.accent);
    if is_marked {
        painter.rect_filled(square, CornerRadius::same(3), accent);
        let at = |x: f32, y: f32| centre + egui::vec2(x, y);
        let stroke = Stroke::new(1.8, style::colour(look.paper));
        painter.line(vec![at(-3.8, 0.2), at(-1.2, 3.0), at(3.8, -3.2)], stroke);
    } else {
        let stroke = Stroke::new(1.1, style::colour(look.quiet_ink.faded(0.6)));
        painter.rect_stroke(square, CornerRadius::same(3), stroke, egui::StrokeKind::Inside);
    }
}

fn cell_ui(ui: &egui::Ui, context: PanelContext, (column, rect): (Column, Rect), meeting: &Meeting) {
    let look = context.look;
    let font = style::font(size::VENUE, Weight::Regular);
    let mut job = egui::text::LayoutJob::default();
    for Part { text, is_quiet } in parts(column, meeting) {
        let ink = style::colour(if is_quiet { look.quiet_ink } else { look.ink });
        let font = if is_quiet { style::font(size::SMALL, Weight::Regular) } else { font.clone() };
        job.append(&text.replace(['\n', '\r', '\t'], " "), 0.0, egui::TextFormat::simple(font, ink));
    }
    let mut left = rect.left() + 8.0;
    let mut room = rect.width() - 14.0;
    if column == Column::Status {
        let hue = style::colour(meeting_colour(&context.shown().question, look, meeting));
        ui.painter().circle_filled(egui::pos2(left + 3.5, rect.center().y), 3.2, hue);
        left += 13.0;
        room -= 13.0;
    }
    job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(0.0));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    if column.is_number() {
        left = rect.right() - 8.0 - galley.size().x;
    }
    let at = egui::pos2(left, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, style::colour(look.ink));
}

/// A row for those who hear it: what, when, where and how it stands.
fn in_words(meeting: &Meeting, is_marked: bool) -> String {
    let dates = say(Message::Dates(meeting.dates));
    let place = crate::export::listing::place_in_words(&meeting.venue);
    let status = word(Word::Status(meeting.status)).to_owned();
    let mark = if is_marked { label(Panel::Marked).to_owned() } else { String::new() };
    let parts = [meeting.title.to_string(), dates, place, status, mark];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}{}", parts.join(", "), several(meeting).replace(" · ", ", "))
}

/// Takes over a click on a row, or on its box.
fn clicked(
    ui: &egui::Ui,
    context: PanelContext,
    rows: &[usize],
    place: usize,
    response: &Response,
    touched: &mut Touched,
    next: &mut State,
) {
    let id = &context.meetings().get(rows[place]).id;
    let list = rows.iter().map(|&row| context.meetings().get(row).id.clone());
    if response.clicked() {
        ui.memory_mut(|memory| memory.request_focus(body_id()));
    }
    let is_on_box = response.interact_pointer_pos().is_some_and(|at| at.x < response.rect.left() + MARK);
    if response.clicked() && is_on_box && ui.input(|input| input.modifiers.is_none()) {
        touched.marked.click(id, egui::Modifiers::COMMAND, list);
        return;
    }
    touched.row(ui, response, id, list, next);
}
