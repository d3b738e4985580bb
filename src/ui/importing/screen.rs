//! The screen of the preview: it stands in place of the map and the panels until the files are opened or
//! left.

use super::act::{Act, View};
use super::aside::aside_ui;
use super::ask::ask_ui;
use super::chips::chips_ui;
use super::columns::columns_ui;
use super::preview::{Close, Preview};
use super::rows::rows_ui;
use crate::picture::look::{Look, size};
use crate::picture::text::Weight;
use crate::ui::paint::Meshes;
use crate::ui::style::{self, quiet, strong};
use crate::words::part::button::Button;
use crate::words::part::importing::{Importing, ImportingText};
use crate::words::part::lists::ListText;
use crate::words::{label, say};
use egui::{
    Align, Align2, CornerRadius, Key, Label, Layout, Modifiers, Rect, RichText, Role, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

/// The screen. Gives what is to be done with the preview, if anything. Keys work where no dialog lies over
/// it.
pub fn screen_ui(
    ui: &mut Ui,
    look: &Look,
    preview: &mut Preview,
    meshes: &mut Meshes,
    is_free: bool,
) -> Option<Close> {
    let mut acts = if is_free { keys(ui, preview) } else { Vec::new() };
    let frame =
        |x, y| egui::Frame::new().fill(style::colour(look.paper)).inner_margin(egui::Margin::symmetric(x, y));
    let wide = ui.available_width();
    egui::Panel::top("import bar")
        .exact_size(46.0)
        .frame(frame(14, 0))
        .show(ui, |ui| bar_ui(ui, look, preview, &mut acts));
    egui::Panel::top("form").frame(frame(14, 7)).show(ui, |ui| chips_ui(ui, look, preview, &mut acts));
    let right = (wide * 0.255).clamp(244.0, 400.0);
    egui::Panel::right("as it would come")
        .resizable(true)
        .default_size(right)
        .size_range(220.0..=480.0)
        .frame(frame(0, 0))
        .show(ui, |ui| {
            aside_ui(ui, look, preview, meshes, &mut acts);
        });
    match preview.view {
        View::Columns => {
            let left = (wide * 0.19).clamp(212.0, 290.0);
            egui::Panel::left("import columns")
                .resizable(true)
                .default_size(left)
                .size_range(190.0..=380.0)
                .frame(frame(12, 8))
                .show(ui, |ui| {
                    let foot = egui::Panel::bottom("again").frame(
                        egui::Frame::new().inner_margin(egui::Margin { top: 6, ..egui::Margin::ZERO }),
                    );
                    foot.show(ui, |ui| again_ui(ui, preview, &mut acts));
                    egui::CentralPanel::no_frame().show(ui, |ui| columns_ui(ui, look, preview, &mut acts));
                });
            egui::CentralPanel::no_frame()
                .frame(frame(0, 0))
                .show(ui, |ui| rows_ui(ui, look, preview, &mut acts));
        }
        View::Questions => {
            egui::CentralPanel::no_frame()
                .frame(frame(0, 0))
                .show(ui, |ui| ask_ui(ui, look, preview, &mut acts));
        }
    }
    let ctx = ui.ctx().clone();
    let mut close = None;
    for act in acts {
        close = preview.act(&ctx, act).or(close);
        ctx.request_repaint();
    }
    close
}

fn keys(ui: &Ui, preview: &Preview) -> Vec<Act> {
    if egui::Popup::is_any_open(ui.ctx()) {
        return Vec::new();
    }
    let typing = ui.ctx().text_edit_focused();
    let mut acts = Vec::new();
    ui.input_mut(|input| {
        if !typing && input.consume_key(Modifiers::COMMAND, Key::Z) && preview.can_undo() {
            acts.push(Act::Undo);
        }
        if !typing && input.consume_key(Modifiers::NONE, Key::Escape) {
            acts.push(Act::Cancel);
        }
    });
    acts
}

fn bar_ui(ui: &mut Ui, look: &Look, preview: &Preview, acts: &mut Vec<Act>) {
    let rect = ui.max_rect();
    let middle = Rect::from_center_size(rect.center(), vec2(230.0, 30.0));
    let builder = |rect: Rect, layout: Layout| egui::UiBuilder::new().max_rect(rect).layout(layout);
    let left = Rect { max: pos2(middle.left() - 8.0, rect.bottom()), ..rect };
    ui.scope_builder(builder(left, Layout::left_to_right(Align::Center)), |ui| {
        ui.label(RichText::new(label(Button::Program)).font(style::font(16.0, Weight::SemiBold)));
        ui.add_space(6.0);
        ui.label(quiet(label(Importing::Heading)));
        ui.label(quiet("›"));
        let name = match preview.files.len() {
            1 => preview.file().input.name(),
            count => say(ListText::FirstAndMore(&preview.files[0].input.name(), count - 1)),
        };
        ui.add(Label::new(strong(&name)).truncate()).on_hover_text(preview.file().input.path());
    });
    ui.scope_builder(builder(middle, Layout::left_to_right(Align::Center)), |ui| {
        views_ui(ui, look, preview, acts);
    });
    let right = Rect { min: pos2(middle.right() + 8.0, rect.top()), ..rect };
    ui.scope_builder(builder(right, Layout::right_to_left(Align::Center)), |ui| {
        if ui
            .add(egui::Button::new(label(Button::Cancel)).min_size(vec2(84.0, 28.0)))
            .on_hover_text(label(Button::Escape))
            .clicked()
        {
            acts.push(Act::Cancel);
        }
        if ui.available_width() > 90.0 {
            ui.add_space(6.0);
            ui.label(quiet(if preview.is_old() {
                label(Importing::WorkingItOut)
            } else {
                label(Importing::NothingTaken)
            }));
        }
    });
    let edge = Stroke::new(1.0, style::colour(look.hairline));
    ui.painter().hline(rect.expand2(vec2(14.0, 0.0)).x_range(), rect.bottom(), edge);
}

/// The two views side by side, with the number of open questions.
fn views_ui(ui: &mut Ui, look: &Look, preview: &Preview, acts: &mut Vec<Act>) {
    let open = preview.outcome.as_ref().map_or(0, |outcome| outcome.questions.open());
    let (band, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    ui.painter().rect_filled(band, CornerRadius::same(6), style::colour(look.card));
    let half = band.width() / 2.0;
    for (place, view) in View::ALL.into_iter().enumerate() {
        let rect = Rect::from_min_size(band.min + vec2(place as f32 * half, 0.0), vec2(half, band.height()))
            .shrink(2.0);
        let response = ui.interact(rect, ui.scope_id().with(view.name()), Sense::click());
        let is_chosen = preview.view == view;
        let count = if view == View::Questions { open } else { 0 };
        let label = if count > 0 { say(ListText::Open(view.name(), count)) } else { view.name().to_owned() };
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_chosen, &label));
        let painter = ui.painter();
        if is_chosen {
            let edge = Stroke::new(1.0, style::colour(look.quiet_ink));
            painter.rect(rect, CornerRadius::same(5), style::colour(look.paper), edge, StrokeKind::Inside);
        }
        let weight = if is_chosen { Weight::SemiBold } else { Weight::Regular };
        let ink = style::colour(if is_chosen { look.ink } else { look.quiet_ink });
        let galley = painter.layout_no_wrap(view.name().to_owned(), style::font(size::VENUE, weight), ink);
        let badge = if count > 0 { 24.0 } else { 0.0 };
        let x = rect.center().x - 0.5 * (galley.size().x + badge);
        let wide = galley.size().x;
        painter.galley(pos2(x, rect.center().y - galley.size().y / 2.0), galley, ink);
        if count > 0 {
            let at = pos2(x + wide + 15.0, rect.center().y);
            painter.circle_filled(at, 8.5, style::colour(look.planned));
            painter.text(
                at,
                Align2::CENTER_CENTER,
                count.to_string(),
                style::font(size::SMALL, Weight::SemiBold),
                style::colour(look.paper),
            );
        }
        style::focus_ring(painter, look, rect, response.has_focus());
        if response.clicked() {
            acts.push(Act::View(view));
        }
    }
}

/// Whether how the table is read is kept.
fn again_ui(ui: &mut Ui, preview: &Preview, acts: &mut Vec<Act>) {
    let mut keeps = preview.keeps;
    if style::boxes_ui(ui, |ui| ui.checkbox(&mut keeps, label(Importing::UseAgain))).changed() {
        acts.push(Act::KeepForHeadings(keeps));
    }
    let about = match (&preview.file().as_before, preview.keeps) {
        (Some(name), _) => say(ImportingText::ReadAs(name)),
        (None, true) => label(Importing::KeptAtOpening).to_owned(),
        (None, false) => String::new(),
    };
    if !about.is_empty() {
        ui.add(Label::new(quiet(about)).wrap());
    }
}
