//! A button that says what is chosen, with a menu of the choices below it.

use super::sign::{self, Sign};
use crate::picture::look::{Look, size};
use crate::picture::text::Weight;
use crate::ui::popover::{chevron, popover_ui};
use crate::ui::style;
use egui::{CornerRadius, Popup, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

/// What stands on the button.
#[derive(Clone, Copy, Debug)]
pub struct Face<'a> {
    /// What is chosen, for a screen reader and, in grey, before it.
    pub name: &'a str,
    /// Whether the name is on the button.
    pub is_named: bool,
    /// The choice.
    pub chosen: &'a str,
    /// How sure it is.
    pub sign: Option<Sign>,
    /// Points; as wide as the words where it is 0.
    pub width: f32,
    /// Whether it stands for a question that is open or a choice that was made.
    pub is_lit: bool,
}

/// The height of the button in points.
pub const HIGH: f32 = 27.0;
/// The least width of a menu in points.
const MENU: f32 = 290.0;

/// The button. Its menu gives what was chosen, and is then closed.
pub fn choice_ui<T>(
    ui: &mut Ui,
    look: &Look,
    face: Face,
    menu: impl FnOnce(&mut Ui) -> Option<T>,
) -> Option<T> {
    let response = face_ui(ui, look, face);
    let wide = response.rect.width().max(MENU);
    let high = (ui.ctx().content_rect().height() * 0.5).clamp(140.0, 420.0);
    let chosen = popover_ui(&response, face.name, [wide, high], |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        menu(ui)
    });
    let chosen = chosen.flatten();
    if chosen.is_some() {
        Popup::close_id(ui.ctx(), Popup::default_response_id(&response));
    }
    chosen
}

fn face_ui(ui: &mut Ui, look: &Look, face: Face) -> Response {
    let Face { name, is_named, chosen, sign, width, is_lit } = face;
    let name_font = style::font(size::SMALL, Weight::Regular);
    let font = style::font(size::VENUE, Weight::Regular);
    let (quiet, ink) = (style::colour(look.quiet_ink), style::colour(look.ink));
    let painter = ui.painter().clone();
    let named = is_named.then(|| painter.layout_no_wrap(name.to_owned(), name_font, quiet));
    let before = 10.0
        + named.as_ref().map_or(0.0, |galley| galley.size().x + 6.0)
        + sign.map_or(0.0, |_| sign::WIDE + 5.0);
    let room = if width > 0.0 { (width - before - 24.0).max(10.0) } else { 260.0 };
    let text = egui::RichText::new(chosen).font(font).color(ink);
    let galley = egui::WidgetText::from(text).into_galley(
        ui,
        Some(egui::TextWrapMode::Truncate),
        room,
        egui::TextStyle::Body,
    );
    let wide = if width > 0.0 { width } else { before + galley.size().x + 24.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(wide, HIGH), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("{name}: {chosen}")));
    let edge = if response.hovered() || is_lit { look.accent } else { look.hairline };
    let fill = if is_lit { look.accent.faded(0.12) } else { look.paper };
    painter.rect(
        rect,
        CornerRadius::same(6),
        style::colour(fill),
        Stroke::new(1.0, style::colour(edge)),
        StrokeKind::Inside,
    );
    let mut x = rect.left() + 10.0;
    let middle = rect.center().y;
    if let Some(sign) = sign {
        sign.paint(&painter, look, egui::pos2(x + sign::WIDE / 2.0, middle));
        x += sign::WIDE + 5.0;
    }
    if let Some(named) = named {
        let wide = named.size().x;
        painter.galley(egui::pos2(x, middle - named.size().y / 2.0), named, quiet);
        x += wide + 6.0;
    }
    painter.galley(egui::pos2(x, middle - galley.size().y / 2.0), galley, ink);
    let tip = egui::pos2(rect.right() - 13.0, middle + 1.8);
    chevron(&painter, tip, Stroke::new(1.3, quiet));
    style::focus_ring(&painter, look, rect, response.has_focus());
    response
}

/// A line of a menu: the words, a tick if it is chosen, and in grey what is said about it. True when it was
/// clicked.
pub fn line_ui(ui: &mut Ui, look: &Look, words: &str, about: &str, is_chosen: bool) -> bool {
    let font = style::font(size::VENUE, if is_chosen { Weight::SemiBold } else { Weight::Regular });
    let (quiet, ink) = (style::colour(look.quiet_ink), style::colour(look.ink));
    let painter = ui.painter().clone();
    let wide = ui.available_width() - 8.0;
    let cut = |words: &str, font, ink, room: f32| {
        let text = egui::RichText::new(words).font(font).color(ink);
        egui::WidgetText::from(text).into_galley(
            ui,
            Some(egui::TextWrapMode::Truncate),
            room.max(20.0),
            egui::TextStyle::Body,
        )
    };
    let galley = cut(words, font, ink, wide - 34.0);
    let small = style::font(size::SMALL, Weight::Regular);
    let about_galley = cut(about, small, quiet, wide - 48.0 - galley.size().x);
    let (rect, response) = ui.allocate_exact_size(vec2(wide, 25.0), Sense::click());
    let all = if about.is_empty() { words.to_owned() } else { format!("{words}, {about}") };
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &all));
    if response.hovered() || is_chosen {
        let fill = if is_chosen { look.accent.faded(0.12) } else { look.card };
        painter.rect_filled(rect, CornerRadius::same(4), style::colour(fill));
    }
    if is_chosen {
        let at = egui::pos2(rect.left() + 12.0, rect.center().y);
        let tick = vec![at + vec2(-4.0, 0.0), at + vec2(-1.2, 3.0), at + vec2(4.2, -3.4)];
        painter.add(egui::Shape::line(tick, Stroke::new(1.5, style::colour(look.accent))));
    }
    let middle = rect.center().y;
    painter.galley(egui::pos2(rect.left() + 24.0, middle - galley.size().y / 2.0), galley, ink);
    if !about.is_empty() {
        let left = rect.right() - 8.0 - about_galley.size().x;
        painter.galley(egui::pos2(left, middle - about_galley.size().y / 2.0), about_galley, quiet);
    }
    style::focus_ring(&painter, look, rect, response.has_focus());
    response.clicked()
}

/// A heading inside a menu.
pub fn heading_ui(ui: &mut Ui, words: &str) {
    ui.add_space(5.0);
    ui.horizontal(|ui| {
        ui.add_space(8.0);
        ui.label(style::quiet(words));
    });
}
