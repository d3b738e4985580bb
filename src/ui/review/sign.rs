//! Signs beside texts, which say by their shape how a place was found.
//!
//! A tick stands for a place that was found, a question mark for one that waits, a ring for a country as a
//! whole, a crossed ring for what is left out. The colour says it a second time.

use crate::picture::look::{Look, size};
use crate::picture::text::Weight;
use crate::query::place_texts::How;
use crate::ui::style;
use egui::{Align2, Painter, Pos2, Stroke, vec2};

/// The radius of a sign in points.
pub const RADIUS: f32 = 6.5;

/// Paints the sign for how a place was found.
pub fn sign(painter: &Painter, look: &Look, at: Pos2, how: How) {
    let paper = style::colour(look.paper);
    match how {
        How::ByName | How::Coordinates | How::Decided => {
            painter.circle_filled(at, RADIUS, style::colour(look.accent));
            tick(painter, at, 1.0, Stroke::new(1.6, paper));
        }
        How::CountryOnly => {
            painter.circle_stroke(at, RADIUS - 1.0, Stroke::new(1.6, style::colour(look.accent)));
        }
        How::LeftOut => {
            let stroke = Stroke::new(1.4, style::colour(look.quiet_ink));
            painter.circle_stroke(at, RADIUS - 0.8, stroke);
            let across = vec2(RADIUS - 2.2, RADIUS - 2.2);
            painter.line_segment([at - across, at + across], stroke);
        }
        How::Open(_) => {
            painter.circle_filled(at, RADIUS, style::colour(look.planned));
            let font = style::font(size::SMALL, Weight::SemiBold);
            painter.text(at, Align2::CENTER_CENTER, "?", font, paper);
        }
    }
}

/// A tick of so many times its usual size.
pub fn tick(painter: &Painter, at: Pos2, scale: f32, stroke: Stroke) {
    let corners = [vec2(-3.0, 0.2), vec2(-0.8, 2.5), vec2(3.2, -2.2)];
    painter.line(corners.iter().map(|corner| at + *corner * scale).collect(), stroke);
}
