//! The rows of a table in the middle: each cell as it is written, in grey, and below it as it is understood.

use super::act::{Act, View};
use super::group::Group;
use super::preview::Preview;
use super::sign::{self, Sign};
use super::understood::{self, Understood};
use crate::import::field::Field;
use crate::picture::look::{Look, size};
use crate::picture::text::Weight;
use crate::ui::style::{self, quiet};
use crate::words::message::Message;
use crate::words::part::importing::{Importing, ImportingText};
use crate::words::spoken::sentence_case;
use crate::words::{label, say};
use egui::{
    Align2, CornerRadius, CursorIcon, Painter, Pos2, Rect, Role, Sense, Stroke, TextWrapMode, Ui, WidgetInfo,
    pos2, vec2,
};
use std::collections::BTreeMap;

/// The height of a row, and of the headings above the rows.
const ROW: f32 = 44.0;
const HEAD: f32 = 42.0;
/// The width of the column of lines.
const LINE: f32 = 46.0;
/// Columns that are shown.
const MOST_COLUMNS: usize = 60;
/// Rows that are shown at the head, and where all of them are.
const FIRST: usize = 12;
const ALL: usize = 5_000;
/// Rows whose words are kept.
const MOST_KEPT: usize = 4_000;

/// What stands in a line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    Row(usize),
    /// Below it stand the rows that need a look.
    Heading,
}

/// The list of rows, with a line above it that says which.
pub fn rows_ui(ui: &mut Ui, look: &Look, preview: &mut Preview, acts: &mut Vec<Act>) {
    let mut kept = std::mem::take(&mut preview.understood);
    if kept.len() > MOST_KEPT {
        kept.clear();
    }
    let items = items(preview);
    let foot =
        egui::Panel::bottom("signs").frame(egui::Frame::new().inner_margin(egui::Margin::symmetric(12, 7)));
    foot.show(ui, |ui| foot_ui(ui, look, preview, &items, acts));
    let table = egui::CentralPanel::no_frame();
    if table.show(ui, |ui| table_ui(ui, look, preview, &items, &mut kept)).inner {
        acts.push(Act::View(View::Questions));
    }
    preview.understood = kept;
}

fn items(preview: &Preview) -> Vec<Item> {
    let rows = preview.file().draft.table().len();
    if preview.all_rows {
        return (0..rows.min(ALL)).map(Item::Row).collect();
    }
    let mut items: Vec<Item> = (0..rows.min(FIRST)).map(Item::Row).collect();
    let outcome = preview.outcome.as_ref().and_then(|outcome| outcome.files.get(preview.current));
    let looks: Vec<usize> = outcome.map_or_else(Vec::new, |file| {
        file.problems.keys().copied().filter(|row| *row >= FIRST).take(ALL).collect()
    });
    if !looks.is_empty() {
        items.push(Item::Heading);
        items.extend(looks.into_iter().map(Item::Row));
    }
    items
}

/// The signs and what they mean, and which rows are listed.
fn foot_ui(ui: &mut Ui, look: &Look, preview: &Preview, items: &[Item], acts: &mut Vec<Act>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 3.0);
        for sign in Sign::ALL {
            sign::sign_ui(ui, look, sign);
            ui.label(quiet(sign.name()));
            ui.add_space(6.0);
        }
        let rows = preview.file().draft.table().len();
        let listed = items.iter().filter(|item| matches!(item, Item::Row(_))).count();
        if preview.all_rows && listed < rows {
            ui.label(quiet(say(ImportingText::FirstOf(listed, rows))));
        }
        if preview.all_rows {
            if ui.button(label(Importing::FirstRows)).clicked() {
                acts.push(Act::AllRows(false));
            }
        } else if listed < rows {
            let all =
                if rows > ALL { ImportingText::ShowFirst(ALL) } else { ImportingText::ShowAllRows(rows) };
            if ui.button(say(all)).clicked() {
                acts.push(Act::AllRows(true));
            }
        }
    });
}

/// The widths of the columns: what their cells want, and more if there is room.
fn widths(preview: &Preview, room: f32) -> Vec<f32> {
    let columns = &preview.file().draft.mapping.columns;
    let facts = preview.outcome.as_ref().and_then(|outcome| outcome.files.get(preview.current));
    let letters =
        |place: usize| facts.and_then(|file| file.columns.get(place)).map_or(14, |facts| facts.letters);
    let wanted = columns.iter().enumerate().take(MOST_COLUMNS).map(|(place, column)| {
        let heading = column.heading.chars().count();
        let [least, most] = bounds(column.field);
        (least, (letters(place).max(heading) as f32 * 6.4 + 36.0).clamp(least, most))
    });
    let wanted: Vec<(f32, f32)> = wanted.collect();
    let least: f32 = wanted.iter().map(|(least, _)| least).sum();
    let most: f32 = wanted.iter().map(|(_, wants)| wants).sum();
    let room = room - LINE;
    if most < room {
        return wanted.iter().map(|(_, wants)| wants * room / most.max(1.0)).collect();
    }
    // Where all columns can be seen at once, the broad ones give way.
    let share = ((room - least) / (most - least).max(1.0)).max(0.0);
    wanted.iter().map(|(least, wants)| least + (wants - least) * share).collect()
}

/// The least and the most width of a column: what is read from it, with a sign before it, is not to be cut if
/// that can be.
fn bounds(field: Option<Field>) -> [f32; 2] {
    match field.map(Group::of) {
        Some(Group::When) => [122.0, 190.0],
        Some(Group::Where) => [124.0, 230.0],
        Some(Group::Who) => [120.0, 230.0],
        Some(Group::What) => [92.0, 230.0],
        // Of an address the name of the site is enough.
        Some(Group::Source) => [92.0, 125.0],
        Some(Group::Numbers) | None => [70.0, 140.0],
    }
}

/// The table. True when a cell was clicked that asks something.
fn table_ui(
    ui: &mut Ui,
    look: &Look,
    preview: &Preview,
    items: &[Item],
    kept: &mut BTreeMap<usize, Vec<Understood>>,
) -> bool {
    let widths = widths(preview, ui.available_width());
    let wide = LINE + widths.iter().sum::<f32>();
    let high = HEAD + items.len() as f32 * ROW;
    let area = egui::ScrollArea::both().id_salt(("rows", preview.current)).auto_shrink(false);
    let mut asked = false;
    area.show_viewport(ui, |ui, viewport| {
        ui.set_min_size(vec2(wide, high));
        let corner = ui.max_rect().min;
        let first = ((viewport.top() - HEAD).max(0.0) / ROW) as usize;
        let seen = (viewport.height() / ROW) as usize + 2;
        for (place, item) in items.iter().enumerate().skip(first).take(seen) {
            let top = corner.y + HEAD + place as f32 * ROW;
            let rect = Rect::from_min_size(pos2(corner.x, top), vec2(wide, ROW));
            match item {
                Item::Row(row) => {
                    let words = kept.entry(*row).or_insert_with(|| match &preview.outcome {
                        Some(outcome) => understood::row(preview.file(), preview.current, *row, outcome),
                        None => Vec::new(),
                    });
                    asked |= row_ui(ui, look, preview, *row, words, (rect, &widths));
                }
                Item::Heading => heading_ui(ui, look, preview, rect),
            }
        }
        let head = Rect::from_min_size(pos2(corner.x, ui.clip_rect().top()), vec2(wide, HEAD));
        head_ui(ui, look, preview, (head, &widths));
    });
    asked
}

fn heading_ui(ui: &Ui, look: &Look, preview: &Preview, rect: Rect) {
    let outcome = preview.outcome.as_ref().and_then(|outcome| outcome.files.get(preview.current));
    let count = outcome.map_or(0, |file| file.problems.keys().filter(|row| **row >= FIRST).count());
    let words = say(ImportingText::NeedALook(count));
    let response = ui.interact(rect, ui.scope_id().with("need a look"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &words));
    let band = rect.shrink2(vec2(0.0, 7.0));
    ui.painter().rect_filled(band, CornerRadius::ZERO, style::colour(look.card));
    let at = pos2(ui.clip_rect().left() + 14.0, band.center().y);
    let font = style::font(size::SMALL, Weight::SemiBold);
    ui.painter().text(at, Align2::LEFT_CENTER, words, font, style::colour(look.quiet_ink));
}

/// The headings: what the file calls a column, and what it holds.
fn head_ui(ui: &Ui, look: &Look, preview: &Preview, (rect, widths): (Rect, &[f32])) {
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::ZERO, style::colour(look.card));
    let stroke = Stroke::new(1.0, style::colour(look.hairline));
    painter.hline(rect.x_range(), rect.bottom(), stroke);
    let columns = &preview.file().draft.mapping.columns;
    let mut x = rect.left() + LINE;
    for (column, width) in columns.iter().zip(widths) {
        let holds = column.field.map_or_else(
            || label(Importing::NotUsed).to_owned(),
            |field| sentence_case(&say(Message::Holds(field))),
        );
        let room = width - 14.0;
        let quiet = look.quiet_ink;
        let ink = if column.field.is_some() { look.ink } else { quiet };
        text(
            ui,
            painter,
            pos2(x + 8.0, rect.top() + 5.0),
            &column.heading,
            (size::SMALL, Weight::Regular),
            style::colour(quiet),
            room,
        );
        text(
            ui,
            painter,
            pos2(x + 8.0, rect.top() + 20.0),
            &holds,
            (size::VENUE, Weight::SemiBold),
            style::colour(ink),
            room,
        );
        x += width;
    }
}

/// One line of text, cut where there is no more room.
fn text(
    ui: &Ui,
    painter: &Painter,
    at: Pos2,
    words: &str,
    (points, weight): (f32, Weight),
    ink: egui::Color32,
    room: f32,
) -> bool {
    let line = words.lines().next().unwrap_or_default();
    let rich = egui::RichText::new(line).font(style::font(points, weight)).color(ink);
    let galley = egui::WidgetText::from(rich).into_galley(
        ui,
        Some(TextWrapMode::Truncate),
        room,
        egui::TextStyle::Body,
    );
    let is_cut = galley.elided || line.len() < words.trim_end().len();
    painter.galley(at, galley, ink);
    is_cut
}

/// A row. True when a cell of it was clicked that asks something.
fn row_ui(
    ui: &Ui,
    look: &Look,
    preview: &Preview,
    row: usize,
    words: &[Understood],
    (rect, widths): (Rect, &[f32]),
) -> bool {
    let file = preview.file();
    let table = file.draft.table();
    let line = table.grid.row(table.body.start + row).line();
    let response = ui.interact(rect, ui.scope_id().with(("row", row)), Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, in_words(preview, row, line, words)));
    let painter = ui.painter();
    let stroke = Stroke::new(1.0, style::colour(look.hairline));
    painter.hline(rect.x_range(), rect.bottom(), stroke);
    let font = style::font(size::SMALL, Weight::Regular);
    let at = pos2(rect.left() + LINE - 12.0, rect.top() + 12.0);
    painter.text(at, Align2::RIGHT_CENTER, line.to_string(), font, style::colour(look.quiet_ink));
    style::focus_ring(painter, look, rect.intersect(ui.clip_rect()), response.has_focus());
    let mut x = rect.left() + LINE;
    let mut asked = false;
    for (column, width) in widths.iter().enumerate() {
        let cell = Rect::from_min_size(pos2(x, rect.top()), vec2(*width, ROW));
        if cell.intersects(ui.clip_rect()) {
            let is_used = file.draft.mapping.columns[column].field.is_some();
            let nothing = Understood::default();
            let understood = words.get(column).unwrap_or(&nothing);
            let written = table.cell(row, column);
            asked |= cell_ui(ui, look, preview, (row, column), written, (understood, is_used), cell);
        }
        x += width;
    }
    asked
}

/// A cell. True when it asks something and was clicked.
fn cell_ui(
    ui: &Ui,
    look: &Look,
    preview: &Preview,
    at: (usize, usize),
    written: &str,
    (understood, is_used): (&Understood, bool),
    rect: Rect,
) -> bool {
    let painter = ui.painter();
    let (quiet, ink) = (style::colour(look.quiet_ink), style::colour(look.ink));
    let room = rect.width() - 16.0;
    let Understood { words, sign, wrong } = understood;
    let marked = match sign {
        Some(Sign::Asks) => Some(look.planned.faded(0.11)),
        Some(Sign::NotRead) => Some(look.card),
        Some(Sign::Sure | Sign::Likely) | None => None,
    };
    if let Some(fill) = marked {
        painter.rect_filled(rect.shrink2(vec2(2.0, 1.5)), CornerRadius::same(4), style::colour(fill));
    }
    let left = rect.left() + 8.0;
    let top = rect.top() + 5.0;
    let shown = if written.trim().is_empty() { label(Importing::Empty) } else { written.trim() };
    let mut is_cut = text(ui, painter, pos2(left, top), shown, (size::SMALL, Weight::Regular), quiet, room);
    if is_used && !words.is_empty() {
        let mut x = left;
        if let Some(sign) = sign {
            sign.paint(painter, look, pos2(left + 5.5, top + 26.0));
            x += sign::WIDE + 4.0;
        }
        let hue = match sign {
            Some(Sign::Asks) => style::colour(look.planned),
            Some(Sign::NotRead) => quiet,
            None if words == label(Importing::AsItIs) => quiet,
            Some(Sign::Sure | Sign::Likely) | None => {
                if preview.is_old() {
                    quiet
                } else {
                    ink
                }
            }
        };
        let weight = if *sign == Some(Sign::Asks) { Weight::SemiBold } else { Weight::Regular };
        is_cut |=
            text(ui, painter, pos2(x, top + 18.0), words, (size::VENUE, weight), hue, rect.right() - 8.0 - x);
    }
    (is_cut || !wrong.is_empty() || *sign == Some(Sign::Asks))
        && whole_cell_ui(ui, look, at, written, understood, rect)
}

/// What a cell holds and came to, in full, at the pointer. True when one that asks was clicked.
fn whole_cell_ui(
    ui: &Ui,
    look: &Look,
    at: (usize, usize),
    written: &str,
    understood: &Understood,
    rect: Rect,
) -> bool {
    let asks = understood.sign == Some(Sign::Asks);
    let sense = if asks { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, ui.scope_id().with(("cell", at)), sense);
    if asks {
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Button, true, say(ImportingText::AnswerIn(written.trim())))
        });
        style::focus_ring(ui.painter(), look, rect, response.has_focus());
    }
    let cursor = if asks { CursorIcon::PointingHand } else { CursorIcon::Default };
    let clicked = response.clicked();
    response.on_hover_cursor(cursor).on_hover_ui(|ui| {
        ui.set_max_width(420.0);
        ui.label(style::quiet(written.trim()));
        for words in [&understood.words, &understood.wrong].into_iter().filter(|words| !words.is_empty()) {
            ui.label(sentence_case(words));
        }
    });
    clicked
}

/// The whole row for those who cannot see it.
fn in_words(preview: &Preview, row: usize, line: u64, words: &[Understood]) -> String {
    let table = preview.file().draft.table();
    let columns = preview.file().draft.mapping.columns.iter().enumerate().take(MOST_COLUMNS);
    let cells = columns.filter_map(|(place, column)| {
        let written = table.cell(row, place).trim();
        if written.is_empty() {
            return None;
        }
        let nothing = Understood::default();
        let Understood { words, wrong, .. } = words.get(place).unwrap_or(&nothing);
        Some(say(ImportingText::Cell(&column.heading, written, words, wrong)))
    });
    say(ImportingText::Row(line, &cells.collect::<Vec<_>>().join(". ")))
}
