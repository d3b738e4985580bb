//! Long lists: of many equally high rows, those in sight are laid out. Where a row lies is worked out from
//! its number.

use egui::{CornerRadius, Id, Rect, Sense, UiBuilder};

/// Rows from which on only those in sight are laid out.
pub const LONG: usize = 300;
/// The height in points up to which a list is scrolled by the area around it. Single floats tell thousandths
/// of a point apart there; of a list of a million rows they would only know every fourth point.
const HIGHEST: f32 = 200_000.0;
/// The width of the bar of a list that scrolls itself, and the least height of its handle.
pub const BAR: f32 = 8.0;
const HANDLE: f32 = 24.0;

/// Lays out rows that are `high` points high each. A list too high for the area around it has a bar of its
/// own; `salt` tells such lists apart.
pub fn in_sight_ui(
    ui: &mut egui::Ui,
    salt: &str,
    rows: usize,
    high: f32,
    mut row_ui: impl FnMut(&mut egui::Ui, usize),
) {
    let step = high + ui.spacing().item_spacing.y;
    if rows < LONG {
        (0..rows).for_each(|row| row_ui(ui, row));
    } else if rows as f32 * step < HIGHEST {
        let above = (ui.clip_rect().top() - ui.cursor().top()) / step;
        let seen = (ui.clip_rect().height() / step) as usize + 2;
        let first = (above.max(0.0) as usize).min(rows);
        let last = (first + seen).min(rows);
        // The space has no gap after it.
        ui.add_space(first as f32 * step);
        (first..last).for_each(|row| row_ui(ui, row));
        ui.add_space((rows - last) as f32 * step);
    } else {
        by_number_ui(ui, salt, rows, step, row_ui);
    }
}

/// The first row in sight, and how much of it lies above.
fn position(ui: &egui::Ui, id: Id) -> f64 {
    ui.data(|data| data.get_temp(id).unwrap_or(0.0))
}

/// A list that fills the room in sight and is scrolled by row.
fn by_number_ui(
    ui: &mut egui::Ui,
    salt: &str,
    rows: usize,
    step: f32,
    mut row_ui: impl FnMut(&mut egui::Ui, usize),
) {
    let id = ui.scope_id().with(("list", salt));
    let high = (ui.clip_rect().bottom() - ui.cursor().top().max(ui.clip_rect().top())).max(4.0 * step);
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), high), Sense::hover());
    let seen = f64::from(high / step);
    let most = (rows as f64 - seen).max(0.0);
    let wheel = if ui.rect_contains_pointer(rect) {
        ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta).y)
    } else {
        0.0
    };
    let mut first = position(ui, id) - f64::from(wheel / step);
    first = bar_ui(ui, id, rect, first.clamp(0.0, most), most).clamp(0.0, most);
    ui.data_mut(|data| data.insert_temp(id, first));
    let inside = Rect { max: egui::pos2(rect.right() - BAR - 2.0, rect.bottom()), ..rect };
    for row in (first as usize..rows).take(seen as usize + 2) {
        let top = rect.top() + step * (row as f64 - first) as f32;
        let at = Rect::from_min_size(egui::pos2(inside.left(), top), egui::vec2(inside.width(), step));
        let mut child = ui.new_child(UiBuilder::new().id_salt(row).max_rect(at));
        child.set_clip_rect(inside.intersect(ui.clip_rect()));
        row_ui(&mut child, row);
    }
}

/// The bar at the list's right edge. Gives the first row after it was dragged.
#[must_use]
pub fn bar_ui(ui: &egui::Ui, id: Id, rect: Rect, first: f64, most: f64) -> f64 {
    let bar = Rect { min: egui::pos2(rect.right() - BAR, rect.top()), ..rect };
    let response = ui.interact(bar, id.with("bar"), Sense::click_and_drag());
    let room = f64::from(bar.height() - HANDLE).max(1.0);
    let at = response.interact_pointer_pos().map(|at| f64::from(at.y - bar.top() - HANDLE / 2.0) / room);
    let first = at.map_or(first, |share| share.clamp(0.0, 1.0) * most);
    let top = bar.top() + (room * first / most.max(1.0)) as f32;
    let handle = Rect::from_min_size(egui::pos2(bar.left(), top), egui::vec2(BAR, HANDLE));
    let ink = ui.style().interact(&response).fg_stroke.color;
    ui.painter().rect_filled(handle.shrink2(egui::vec2(2.0, 0.0)), CornerRadius::same(2), ink);
    first
}
