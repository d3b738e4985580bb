//! Signs of how sure something is: told by shape first, by colour second.

use crate::picture::look::Look;
use crate::picture::text::Weight;
use crate::ui::style;
use crate::words::label;
use crate::words::part::importing::Certainty;
use egui::{Color32, Painter, Pos2, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, vec2};
use std::f32::consts::TAU;

/// How sure something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// A filled disc with a tick: it is sure.
    Sure,
    /// A disc that is half filled: it is likely, or less exact than it could be.
    Likely,
    /// A question mark: it asks the user.
    Asks,
    /// A dashed ring: it is not read.
    NotRead,
}

/// The width of a sign in points.
pub const WIDE: f32 = 13.0;

impl Sign {
    /// Every sign, the surest first.
    pub const ALL: [Self; 4] = [Self::Sure, Self::Likely, Self::Asks, Self::NotRead];

    /// What it means.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sure => label(Certainty::Sure),
            Self::Likely => label(Certainty::Likely),
            Self::Asks => label(Certainty::Asks),
            Self::NotRead => label(Certainty::NotRead),
        }
    }

    /// Its colour.
    #[must_use]
    pub fn hue(self, look: &Look) -> Color32 {
        match self {
            Self::Sure | Self::Likely => style::colour(look.accent),
            Self::Asks => style::colour(look.planned),
            Self::NotRead => style::colour(look.quiet_ink),
        }
    }

    /// Draws it around a point.
    pub fn paint(self, painter: &Painter, look: &Look, at: Pos2) {
        const RADIUS: f32 = 5.5;
        let hue = self.hue(look);
        let paper = style::colour(look.paper);
        match self {
            Self::Sure => {
                painter.circle_filled(at, RADIUS + 0.5, hue);
                let tick = vec![at + vec2(-2.7, 0.1), at + vec2(-0.8, 2.0), at + vec2(2.8, -2.0)];
                painter.add(Shape::line(tick, Stroke::new(1.5, paper)));
            }
            Self::Likely => {
                painter.circle_stroke(at, RADIUS, Stroke::new(1.3, hue));
                let half = (0..=16).map(|step| {
                    let turn = TAU * (0.25 + step as f32 / 32.0);
                    at + RADIUS * vec2(turn.cos(), turn.sin())
                });
                painter.add(Shape::convex_polygon(half.collect(), hue, Stroke::NONE));
            }
            Self::Asks => {
                painter.circle_filled(at, RADIUS + 0.5, hue);
                let font = style::font(9.5, Weight::SemiBold);
                painter.text(at, egui::Align2::CENTER_CENTER, "?", font, paper);
            }
            Self::NotRead => {
                for dash in 0..6 {
                    let ray = |share: f32| {
                        let turn = TAU * (dash as f32 + share) / 6.0;
                        at + RADIUS * vec2(turn.cos(), turn.sin())
                    };
                    let points = (0..=4).map(|step| ray(0.62 * step as f32 / 4.0)).collect();
                    painter.add(Shape::line(points, Stroke::new(1.2, hue)));
                }
            }
        }
    }
}

/// A sign in a row of widgets.
pub fn sign_ui(ui: &mut Ui, look: &Look, sign: Sign) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(WIDE, WIDE), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, sign.name()));
    sign.paint(ui.painter(), look, rect.center());
    response.on_hover_text(sign.name())
}
