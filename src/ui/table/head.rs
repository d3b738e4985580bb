//! Above the rows: what the table has, what is done with it, and the heads of its columns.

use crate::picture::look::{Look, size};
use crate::picture::text::Weight;
use crate::query::column::{Column, Sort};
use crate::state::{State, TableView};
use crate::ui::context::PanelContext;
use crate::ui::dossier::list_heading;
use crate::ui::style::{self, boxes_ui, quiet, strong};
use crate::words::part::panel::PanelText;
use crate::words::part::tabling::{Tabling, TablingText};
use crate::words::{label, say};
use egui::{Align2, CornerRadius, Rect, Role, Sense, Stroke, WidgetInfo};

/// What was asked for above the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Puts the marked rows on the clipboard, or else all.
    Copy,
}

/// The height of the heads.
pub const HIGH: f32 = 30.0;

/// The line above the table.
pub fn bar_ui(ui: &mut egui::Ui, context: PanelContext, marked: usize, next: &mut State) -> Option<Asked> {
    let mut asked = None;
    ui.horizontal(|ui| {
        let heading = ui.label(strong(list_heading(context)));
        ui.ctx().accesskit_node_builder(heading.id, |node| node.set_live(egui::accesskit::Live::Polite));
        let rows = context.shown().rows.len();
        ui.label(quiet(say(TablingText::Rows(rows))));
        if marked > 0 {
            ui.label(quiet(say(PanelText::Marked(marked))));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            columns_ui(ui, next);
            let words = if marked > 0 { Tabling::CopyMarked } else { Tabling::CopyAll };
            if ui.button(label(words)).on_hover_text(label(Tabling::CopyTip)).clicked() {
                asked = Some(Asked::Copy);
            }
        });
    });
    asked
}

/// Which columns there are.
fn columns_ui(ui: &mut egui::Ui, next: &mut State) {
    let config = egui::containers::menu::MenuConfig::new()
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    let button = egui::containers::menu::MenuButton::new(label(Tabling::Columns)).config(config);
    button.ui(ui, |ui| {
        boxes_ui(ui, |ui| {
            for column in Column::ALL {
                let mut is_shown = next.table.columns.contains(&column);
                // A table without columns could not be told from an empty one.
                let is_last = is_shown && next.table.columns.len() == 1;
                let tick = egui::Checkbox::new(&mut is_shown, label(Tabling::Head(column)));
                if ui.add_enabled(!is_last, tick).changed() {
                    if is_shown {
                        next.table.columns.insert(column);
                    } else {
                        next.table.columns.remove(&column);
                    }
                }
            }
        });
        ui.separator();
        if ui.button(label(Tabling::UsualColumns)).clicked() {
            next.table.columns = TableView::default().columns;
            ui.close();
        }
    });
}

/// The heads of the columns; a click orders the rows by one, another one turns the order round.
pub fn heads_ui(ui: &egui::Ui, look: &Look, columns: &[(Column, Rect)], next: &mut State) {
    for (column, rect) in columns {
        let id = ui.scope_id().with(("head", column));
        let response = ui.interact(*rect, id, Sense::click());
        let sort = next.table.sort;
        let is_by = sort.by == *column;
        response.widget_info(|| {
            let order = is_by.then_some(sort.is_descending);
            WidgetInfo::labeled(Role::ColumnHeader, true, say(TablingText::Head(*column, order)))
        });
        let painter = ui.painter();
        if response.hovered() {
            painter.rect_filled(*rect, CornerRadius::same(4), style::colour(look.hairline));
        }
        style::focus_ring(painter, look, *rect, response.has_focus());
        let weight = if is_by { Weight::SemiBold } else { Weight::Regular };
        let ink = style::colour(if is_by { look.ink } else { look.quiet_ink });
        let font = style::font(size::SMALL, weight);
        let (anchor, at) = if column.is_number() {
            (Align2::RIGHT_CENTER, rect.right_center() - egui::vec2(if is_by { 20.0 } else { 8.0 }, 0.0))
        } else {
            (Align2::LEFT_CENTER, rect.left_center() + egui::vec2(8.0, 0.0))
        };
        let text = painter.text(at, anchor, label(Tabling::Head(*column)), font, ink);
        if is_by {
            arrow(painter, egui::pos2(text.right() + 9.0, rect.center().y), sort.is_descending, ink);
        }
        if response.clicked() {
            next.table.sort = Sort { by: *column, is_descending: is_by && !sort.is_descending };
        }
    }
}

fn arrow(painter: &egui::Painter, at: egui::Pos2, is_down: bool, ink: egui::Color32) {
    let tip = if is_down { 4.0 } else { -4.0 };
    let stroke = Stroke::new(1.3, ink);
    painter.line_segment([at - egui::vec2(0.0, tip), at + egui::vec2(0.0, tip)], stroke);
    for side in [-3.0, 3.0] {
        painter.line_segment([at + egui::vec2(0.0, tip), at + egui::vec2(side, tip * 0.25)], stroke);
    }
}
