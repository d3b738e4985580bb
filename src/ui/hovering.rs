//! What is brought from outside the window: a hint while a file hovers over it, and tables that are pasted.

use super::incoming::name_of_file;
use super::style;
use crate::picture::look::Look;
use crate::picture::text::Weight;
use crate::words::part::files::{Files, FilesText};
use crate::words::part::lists::ListText;
use crate::words::{label, say};
use egui::{Align2, CornerRadius, Event, Id, LayerId, Order, Stroke, StrokeKind, vec2};

/// Says what happens to a file that hovers over the window, if one does.
pub fn hovering_ui(ctx: &egui::Context, look: &Look) {
    let files = ctx.input(|input| input.raw.hovered_files.clone());
    if files.is_empty() {
        return;
    }
    let names: Vec<String> = files.iter().filter_map(|file| file.path.as_deref().map(name_of_file)).collect();
    let what = match &names[..] {
        [] => label(Files::DropFile).to_owned(),
        [only] => say(FilesText::Drop(only)),
        [first, others @ ..] => say(FilesText::Drop(&say(ListText::FirstAndMore(first, others.len())))),
    };
    let painter = ctx.layer_painter(LayerId::new(Order::Tooltip, Id::unique("hovering")));
    let room = ctx.content_rect();
    painter.rect_filled(room, CornerRadius::ZERO, style::colour(look.paper.faded(0.86)));
    let edge = Stroke::new(3.0, style::colour(look.accent));
    painter.rect_stroke(room.shrink(14.0), CornerRadius::same(12), edge, StrokeKind::Inside);
    let area = egui::Area::new(Id::unique("drop")).order(Order::Tooltip).interactable(false);
    area.anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0)).show(ctx, |ui| {
        ui.vertical_centered(|ui| {
            ui.label(egui::RichText::new(what).font(style::font(22.0, Weight::SemiBold)));
            ui.label(style::quiet(label(Files::DropTip)));
        });
    });
}

/// The text that was pasted in this frame outside text fields.
#[must_use]
pub fn pasted(ctx: &egui::Context) -> Option<String> {
    if ctx.text_edit_focused() {
        return None;
    }
    ctx.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Paste(text) if !text.trim().is_empty() => Some(text.clone()),
            _ => None,
        })
    })
}

/// Whether a text may be a table: it has several cells or several lines.
#[must_use]
pub fn is_table(text: &str) -> bool {
    let text = text.trim();
    text.contains(['\t', '\n', '\r'])
        || text.starts_with('<')
        || text.starts_with('[')
        || text.starts_with('{')
}
