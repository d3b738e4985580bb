//! Fields: a label, a text to edit, and a remark below it that says what cannot be understood.

use super::act::{ADDING, Act};
use crate::document::edit::FieldValue;
use crate::document::history::Interaction;
use crate::meeting::Meeting;
use crate::picture::look::Look;
use crate::ui::style::{self, quiet};
use egui::{CornerRadius, EventFilter, Id, Response, Stroke, StrokeKind, TextEdit};

/// What the fields of a meeting read and write.
pub struct Form<'a> {
    /// The meeting as it is recorded.
    pub meeting: &'a Meeting,
    /// Colours.
    pub look: &'a Look,
    /// Whether the meeting was just added: what is typed first belongs to that step.
    pub is_new: bool,
    /// What was asked for in this frame.
    pub acts: &'a mut Vec<Act>,
}

impl Form<'_> {
    /// Gives a field a value while it is typed in: a step that goes on until the field is left.
    pub fn type_in(&mut self, field: Id, value: FieldValue) {
        let interaction = if self.is_new { ADDING } else { Interaction(field.value()) };
        self.acts.push(Act::Set(vec![self.meeting.id.clone()], value, Some(interaction)));
    }

    /// Gives a field a value by a click or a choice: a step of its own.
    pub fn set(&mut self, value: FieldValue) {
        self.acts.push(Act::EndInteraction);
        self.acts.push(Act::Set(vec![self.meeting.id.clone()], value, None));
    }

    /// Ends the step when a field is left.
    pub fn leave(&mut self, field: &Response) {
        if field.lost_focus() {
            self.acts.push(Act::EndInteraction);
        }
    }
}

/// The keys that a text keeps for itself. Escape does not take its focus away: it closes what is open.
const KEYS: EventFilter =
    EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };

/// How a text is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// What it is, for the eye if there is no label, and for a screen reader.
    pub name: &'a str,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// Points.
    pub width: f32,
    /// Rows of letters; more than one may be broken by Enter.
    pub rows: usize,
    /// Whether what stands in it cannot be understood.
    pub is_wrong: bool,
}

impl<'a> Line<'a> {
    /// One row as wide as the panel.
    #[must_use]
    pub const fn new(name: &'a str) -> Self {
        Self { name, hint: "", width: f32::INFINITY, rows: 1, is_wrong: false }
    }
}

/// A text to edit.
pub fn line_ui(ui: &mut egui::Ui, look: &Look, id: Id, line: Line, text: &mut String) -> Response {
    let Line { name, hint, width, rows, is_wrong } = line;
    let field =
        if rows > 1 { TextEdit::multiline(text).desired_rows(rows) } else { TextEdit::singleline(text) };
    let hint = egui::RichText::new(hint).color(style::colour(look.quiet_ink));
    let field = field.id(id).hint_text(hint).desired_width(width).event_filter(KEYS);
    let response = ui.add(field.margin(egui::Margin::symmetric(8, 4)));
    response.ctx.accesskit_node_builder(response.id, |node| node.set_label(name));
    let (edge, wide) = match (is_wrong, response.has_focus()) {
        (true, _) => (look.planned, 1.5),
        (false, true) => (look.accent, 1.5),
        (false, false) => (look.hairline, 1.0),
    };
    let stroke = Stroke::new(wide, style::colour(edge));
    ui.painter().rect_stroke(response.rect, CornerRadius::same(5), stroke, StrokeKind::Inside);
    response
}

/// The name above a field.
pub fn name_ui(ui: &mut egui::Ui, words: &str) {
    ui.add_space(6.0);
    ui.label(quiet(words));
}

/// What cannot be understood, with a sign beside it; nothing if there is nothing to say.
pub fn remark_ui(ui: &mut egui::Ui, look: &Look, words: &str) {
    if words.is_empty() {
        return;
    }
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(13.0, 16.0), egui::Sense::hover());
        paint_sign(ui.painter(), look, rect.center());
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.add(egui::Label::new(egui::RichText::new(words).small()).wrap());
    });
}

/// A triangle with an exclamation mark.
fn paint_sign(painter: &egui::Painter, look: &Look, at: egui::Pos2) {
    let corner = |x: f32, y: f32| at + egui::vec2(x, y);
    let triangle = vec![corner(0.0, -6.0), corner(6.5, 5.5), corner(-6.5, 5.5)];
    let hue = style::colour(look.planned);
    painter.add(egui::Shape::closed_line(triangle, Stroke::new(1.3, hue)));
    painter.line_segment([corner(0.0, -2.0), corner(0.0, 1.6)], Stroke::new(1.4, hue));
    painter.circle_filled(corner(0.0, 3.6), 0.9, hue);
}

/// The width of a small button in points.
pub const SIGN: f32 = 22.0;

/// A small button without a frame; `name` is for a screen reader and for whoever rests the pointer on it.
pub fn sign_ui(ui: &mut egui::Ui, sign: &str, name: &str, is_enabled: bool) -> bool {
    let button = egui::Button::new(egui::RichText::new(sign).size(15.0).weak())
        .frame_when_inactive(false)
        .min_size(egui::Vec2::splat(SIGN));
    let response = ui.scope(|ui| {
        ui.spacing_mut().button_padding = egui::Vec2::splat(2.0);
        ui.add_enabled(is_enabled, button)
    });
    let response = response.inner;
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, is_enabled, name));
    response.on_hover_text(name).clicked()
}
