//! The matrix: who met whom, a row and a column for each state or person, a circle for each pair that met.

pub mod order;
mod bar;
mod names;

use self::bar::bar_ui;
use self::names::{names_above_ui, names_beside_ui};
use self::order::{Made, MatrixMemory};
use super::context::PanelContext;
use super::style::{self, quiet};
use crate::picture::look::Look;
use crate::query::met::Cell;
use crate::state::{State, Target};
use crate::words::part::pairing::{Pairing, PairingText};
use crate::words::{label, say};
use egui::{CornerRadius, EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, UiBuilder, WidgetInfo};

/// The side of a cell at least and at most.
const CELL: [f32; 2] = [20.0, 28.0];
/// The room of names beside the cells and above them.
const BESIDE: f32 = 190.0;
const ABOVE: f32 = 116.0;
/// From the edge to the first text.
const EDGE: i8 = 14;

/// What a frame of the matrix draws with.
#[derive(Clone, Copy)]
struct Drawn<'a> {
    context: PanelContext<'a>,
    made: &'a Made,
    /// The side of a cell in points.
    side: f32,
}

/// The whole matrix.
pub fn matrix_ui(ui: &mut egui::Ui, context: PanelContext, memory: &mut MatrixMemory, next: &mut State) {
    let margin = egui::Margin { left: EDGE, right: EDGE, top: 8, bottom: 4 };
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        let made = memory.made(context.answers, next.matrix);
        bar_ui(ui, context.look, made.as_deref(), next);
        let Some(made) = made.filter(|made| !made.line.is_empty()) else {
            let is_waiting = context.shown().rows.len() > 1;
            ui.add_space(12.0);
            let words = if is_waiting && memory.is_waiting() { Pairing::Counting } else { Pairing::Nobody };
            ui.label(quiet(label(words)));
            return;
        };
        let room = ui.available_size() - egui::vec2(BESIDE, ABOVE + 24.0);
        let side = (room.min_elem() / made.length.max(1.0)).clamp(CELL[0], CELL[1]).floor();
        grid_ui(ui, Drawn { context, made: &made, side }, memory, next);
    });
}

fn grid_id() -> Id {
    Id::unique("matrix")
}

fn grid_ui(ui: &mut egui::Ui, drawn: Drawn, memory: &mut MatrixMemory, next: &mut State) {
    let Drawn { context: _, made, side } = drawn;
    let all = ui.available_rect_before_wrap();
    let told = Rect { min: egui::pos2(all.left(), all.bottom() - 22.0), ..all };
    let body =
        Rect::from_min_max(all.min + egui::vec2(BESIDE, ABOVE), egui::pos2(all.right(), told.top() - 2.0));
    ui.allocate_rect(all, Sense::hover());
    let grid = ui.interact(body, grid_id(), Sense::focusable_noninteractive());
    let words = say(PairingText::Matrix(next.matrix.sides, made.line.len(), made.met.pairs()));
    grid.widget_info(|| WidgetInfo::labeled(Role::Grid, true, &words));
    keys(ui, made, memory, next);
    let total = made.length * side;
    let mut pointed = None;
    let mut child = ui.new_child(UiBuilder::new().id_salt("cells").max_rect(body));
    let scrolled = egui::ScrollArea::both().id_salt("matrix").auto_shrink(false).show_viewport(
        &mut child,
        |ui, seen| {
            ui.set_min_size(egui::vec2(total, total));
            let corner = ui.min_rect().min;
            if std::mem::take(&mut memory.reveal) {
                let [row, column] = memory.at.map(|place| made.line[place].1 * side);
                let cell = Rect::from_min_size(corner + egui::vec2(column, row), egui::Vec2::splat(side));
                ui.scroll_to_rect(cell.expand(side), None);
            }
            pointed = cells_ui(ui, drawn, (corner, seen), memory, next);
        },
    );
    let offset = scrolled.state.clamped_offset();
    let current = pointed.or(grid.has_focus().then_some(memory.at));
    names_beside_ui(
        ui,
        drawn,
        Rect { max: egui::pos2(body.left(), body.bottom()), min: egui::pos2(all.left(), body.top()) },
        offset.y,
        current.map(|at| at[0]),
        next,
    );
    names_above_ui(
        ui,
        drawn,
        Rect { min: egui::pos2(body.left(), all.top()), max: egui::pos2(all.right(), body.top()) },
        offset.x,
        current.map(|at| at[1]),
    );
    memory.lit = current;
    beside_ui(ui, drawn, Rect { min: egui::pos2(body.left() + total + 28.0, body.top()), ..body }, next);
    told_ui(ui, drawn, told, current);
}

/// What is known of the cell under the pointer or the keyboard, in a line below.
fn told_ui(ui: &mut egui::Ui, drawn: Drawn, rect: Rect, current: Option<[usize; 2]>) {
    let words = current.map_or_else(|| label(Pairing::Hint).to_owned(), |at| in_words(drawn, at));
    let mut child = ui.new_child(UiBuilder::new().id_salt("told").max_rect(rect));
    let response = child.label(quiet(words));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
}

fn in_words(drawn: Drawn, [row, column]: [usize; 2]) -> String {
    let Drawn { context, made, .. } = drawn;
    let party = |place: usize| &made.met.parties[made.line[place].0];
    let (a, b) = (party(row).name(), party(column).name());
    if row == column {
        return say(PairingText::Total(&a, context.shown().question.rule, party(row).total));
    }
    let cell = made.met.cell(made.line[row].0, made.line[column].0);
    say(PairingText::Cell(&a, &b, context.shown().question.rule, cell.map(|cell| (cell.weight, cell.rows))))
}

/// The cells in sight. Gives the one under the pointer.
fn cells_ui(
    ui: &egui::Ui,
    drawn: Drawn,
    (corner, seen): (egui::Pos2, Rect),
    memory: &mut MatrixMemory,
    next: &mut State,
) -> Option<[usize; 2]> {
    let Drawn { context, made, side } = drawn;
    let look = context.look;
    let rows = made.between(seen.top() / side, seen.bottom() / side);
    let columns = made.between(seen.left() / side, seen.right() / side);
    let painter = ui.painter();
    if let Some([row, column]) = memory.lit.filter(|at| at.iter().all(|place| *place < made.line.len())) {
        let [top, left] = [row, column].map(|place| made.line[place].1 * side);
        let long = made.length * side;
        let fill = style::colour(look.accent.faded(0.12));
        for (at, size) in
            [(egui::vec2(0.0, top), egui::vec2(long, side)), (egui::vec2(left, 0.0), egui::vec2(side, long))]
        {
            painter.rect_filled(Rect::from_min_size(corner + at, size), CornerRadius::ZERO, fill);
        }
    }
    let hover = ui.input(|input| input.pointer.hover_pos()).filter(|at| ui.clip_rect().contains(*at));
    let hover = hover.filter(|_| ui.rect_contains_pointer(ui.clip_rect()));
    let mut pointed = None;
    for row in rows {
        for column in columns.clone() {
            let (a, top) = made.line[row];
            let (b, left) = made.line[column];
            let at = corner + egui::vec2(left, top) * side;
            let rect = Rect::from_min_size(at, egui::Vec2::splat(side));
            if hover.is_some_and(|at| rect.contains(at)) {
                pointed = Some([row, column]);
            }
            if row == column {
                painter.rect_filled(rect.shrink(0.5), CornerRadius::ZERO, style::colour(look.card));
                continue;
            }
            let line = Stroke::new(1.0, style::colour(look.hairline));
            painter.rect_stroke(rect, CornerRadius::ZERO, line, egui::StrokeKind::Middle);
            let Some(cell) = made.met.cell(a, b) else { continue };
            circle(painter, look, rect, cell, made.most);
            let response = ui.interact(rect, grid_id().with((a, b)), Sense::CLICK | Sense::HOVER);
            let pair = made.pair([row, column]);
            let is_chosen =
                matches!((&next.selection, &pair), (Some(Target::Pair(one)), Some(other)) if one == other);
            response.widget_info(|| {
                WidgetInfo::selected(Role::GridCell, true, is_chosen, in_words(drawn, [row, column]))
            });
            if is_chosen || response.hovered() {
                let ink = if is_chosen { look.ink } else { look.quiet_ink };
                let stroke = Stroke::new(if is_chosen { 2.0 } else { 1.0 }, style::colour(ink));
                painter.rect_stroke(
                    rect.expand(0.5),
                    CornerRadius::same(3),
                    stroke,
                    egui::StrokeKind::Inside,
                );
            }
            // A click beside a circle is given to the nearest one: that on an empty cell means nobody.
            let is_here = response.interact_pointer_pos().is_none_or(|at| rect.contains(at));
            if response.clicked() && is_here {
                memory.at = [row, column];
                ui.memory_mut(|memory| memory.request_focus(grid_id()));
                next.selection = pair.map(Target::Pair);
            }
        }
    }
    if ui.memory(|memory| memory.has_focus(grid_id())) {
        let [row, column] = memory.at.map(|place| made.line[place].1 * side);
        let rect = Rect::from_min_size(corner + egui::vec2(column, row), egui::Vec2::splat(side));
        let stroke = Stroke::new(2.0, style::colour(look.accent));
        painter.rect_stroke(rect.expand(1.0), CornerRadius::same(4), stroke, egui::StrokeKind::Outside);
    }
    pointed
}

/// A circle whose area is what is counted: filled for what was held, a ring for what is planned. What the
/// rule does not count is a small ring.
fn circle(painter: &egui::Painter, look: &Look, rect: Rect, cell: Cell, most: usize) {
    let Cell { weight, rows: _, held, planned } = cell;
    let centre = rect.center();
    let most_radius = rect.width() / 2.0 - 2.0;
    let share = (weight as f32 / most.max(1) as f32).sqrt();
    let radius = (share * most_radius).max(3.0);
    if weight == 0 {
        painter.circle_stroke(centre, 2.2, Stroke::new(1.2, style::colour(look.context)));
        return;
    }
    let ring = Stroke::new(1.5, style::colour(look.planned));
    if held > 0 {
        painter.circle_filled(centre, radius, style::colour(look.held));
        if planned > 0 {
            painter.circle_stroke(centre, (radius + 2.2).min(most_radius + 1.5), ring);
        }
    } else if planned > 0 {
        painter.circle_stroke(centre, radius, ring);
    } else {
        painter.circle_stroke(centre, radius, Stroke::new(1.5, style::colour(look.cancelled)));
    }
}

/// The keyboard on the matrix: one stop of the Tab key, with arrows inside; Enter opens the pair.
fn keys(ui: &egui::Ui, made: &Made, memory: &mut MatrixMemory, next: &mut State) {
    if !ui.memory(|memory| memory.has_focus(grid_id())) {
        return;
    }
    let filter = EventFilter {
        vertical_arrows: true,
        horizontal_arrows: true,
        escape: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(grid_id(), filter));
    let last = made.line.len() - 1;
    let taken = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let [row, column] = memory.at.map(|place| place.min(last));
    let to = if taken(Key::ArrowDown) {
        [(row + 1).min(last), column]
    } else if taken(Key::ArrowUp) {
        [row.saturating_sub(1), column]
    } else if taken(Key::ArrowRight) {
        [row, (column + 1).min(last)]
    } else if taken(Key::ArrowLeft) {
        [row, column.saturating_sub(1)]
    } else if taken(Key::Home) {
        [row, 0]
    } else if taken(Key::End) {
        [row, last]
    } else if taken(Key::PageUp) {
        [0, column]
    } else if taken(Key::PageDown) {
        [last, column]
    } else {
        [row, column]
    };
    memory.reveal |= to != memory.at;
    memory.at = to;
    if (taken(Key::Enter) || taken(Key::Space)) && row != column {
        next.selection = made.pair(memory.at).map(Target::Pair);
    }
}

/// The pairs that met most, at the right of the matrix where it leaves room.
fn beside_ui(ui: &mut egui::Ui, drawn: Drawn, rect: Rect, next: &mut State) {
    let made = drawn.made;
    if rect.width() < LIST {
        return;
    }
    let rect = Rect { max: egui::pos2(rect.right().min(rect.left() + 1.3 * LIST), rect.bottom()), ..rect };
    let mut child = ui.new_child(UiBuilder::new().id_salt("most").max_rect(rect));
    let ui = &mut child;
    ui.label(style::strong(label(Pairing::MetMost)));
    ui.add_space(4.0);
    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for ([a, b], cell) in made.met.most(MOST) {
            let [one, other] = [a, b].map(|party| made.met.parties[party].name());
            let place = |party: usize| made.line.iter().position(|(known, _)| *known == party);
            let Some(pair) = place(a).zip(place(b)).and_then(|(a, b)| made.pair([a, b])) else { continue };
            let words = format!("{one} – {other}");
            let number = say(PairingText::Number(cell.weight));
            let button = egui::Button::selectable(next.selection == Some(Target::Pair(pair.clone())), words);
            let button =
                button.truncate().right_text(number).min_size(egui::vec2(ui.available_width(), 24.0));
            if ui.add(button).clicked() {
                next.selection = Some(Target::Pair(pair));
            }
        }
    });
}

/// How many pairs are listed, and the least width of the list.
const MOST: usize = 20;
const LIST: f32 = 220.0;
