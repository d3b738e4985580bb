//! A card of a question: a sign, the question, what is said about it, and the answers below.

use super::sign::{Sign, sign_ui};
use crate::picture::look::{Look, size};
use crate::picture::text::Weight;
use crate::ui::style::{self, quiet};
use egui::{
    CornerRadius, Label, Margin, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

/// The card.
pub fn card_ui(
    ui: &mut Ui,
    look: &Look,
    sign: Sign,
    question: &str,
    about: &str,
    inside: impl FnOnce(&mut Ui),
) {
    let stroke = Stroke::new(1.0, style::colour(look.hairline));
    let frame = egui::Frame::new().stroke(stroke).corner_radius(8).inner_margin(Margin::symmetric(14, 12));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            sign_ui(ui, look, sign);
            ui.add_space(3.0);
            ui.label(RichText::new(question).font(style::font(15.5, Weight::SemiBold)));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.add(Label::new(quiet(about)).truncate());
            });
        });
        ui.add_space(2.0);
        let margin = Margin { left: 24, ..Margin::ZERO };
        egui::Frame::new().inner_margin(margin).show(ui, inside);
    });
    ui.add_space(12.0);
}

/// An answer that can be chosen among others: a knob, the answer, and in grey what it means.
pub fn answer_ui(
    ui: &mut Ui,
    look: &Look,
    answer: &str,
    about: &str,
    is_chosen: bool,
    width: f32,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 46.0), Sense::click());
    let words = if about.is_empty() { answer.to_owned() } else { format!("{answer}, {about}") };
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, &words));
    let painter = ui.painter();
    let edge = if is_chosen || response.hovered() { look.accent } else { look.hairline };
    let fill = if is_chosen { look.accent.faded(0.12) } else { look.paper };
    painter.rect(
        rect,
        CornerRadius::same(6),
        style::colour(fill),
        Stroke::new(1.0, style::colour(edge)),
        StrokeKind::Inside,
    );
    let knob = egui::pos2(rect.left() + 17.0, rect.center().y);
    painter.circle_stroke(
        knob,
        6.5,
        Stroke::new(1.3, style::colour(if is_chosen { look.accent } else { look.quiet_ink })),
    );
    if is_chosen {
        painter.circle_filled(knob, 3.4, style::colour(look.accent));
    }
    let room = rect.width() - 44.0;
    let line = |top: f32, words: &str, points: f32, weight: Weight, ink| {
        let text = RichText::new(words).font(style::font(points, weight)).color(style::colour(ink));
        let galley = egui::WidgetText::from(text).into_galley(
            ui,
            Some(egui::TextWrapMode::Truncate),
            room,
            egui::TextStyle::Body,
        );
        painter.galley(egui::pos2(rect.left() + 34.0, rect.top() + top), galley, style::colour(ink));
    };
    line(6.0, answer, size::VENUE, Weight::SemiBold, look.ink);
    line(25.0, about, size::SMALL, Weight::Regular, look.quiet_ink);
    style::focus_ring(painter, look, rect, response.has_focus());
    response.on_hover_text(words)
}
