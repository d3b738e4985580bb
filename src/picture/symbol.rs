//! Symbols: small forms that tell classes apart where colour alone would have to, and the star of a summit.

use super::look::Colour;
use super::{Dash, Shape, Stroke};
use crate::globe::view::Point;
use std::f32::consts::TAU;

/// A form of a small mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Symbol {
    /// A dot.
    #[default]
    Disc,
    /// A square on its side.
    Square,
    /// A triangle on its base.
    Triangle,
    /// A square on its tip.
    Diamond,
    /// A triangle on its tip.
    Wedge,
    /// Six equal sides.
    Hexagon,
    /// A circle, empty within.
    Ring,
    /// Two bars across each other.
    Cross,
    /// Five points.
    Star,
}

impl Symbol {
    /// The symbols of classes, in the order in which they are given to classes. The star is reserved for
    /// summits.
    pub const CLASSES: [Self; 7] =
        [Self::Disc, Self::Square, Self::Triangle, Self::Diamond, Self::Wedge, Self::Hexagon, Self::Ring];

    /// The form around a point, as large to the eye as a disc of this radius.
    #[must_use]
    pub fn shape(self, centre: Point, radius: f32, fill: Colour) -> Shape {
        let polygon = |corners: usize, first: f32, reach: f32| Shape::Polygon {
            points: (0..corners)
                .map(|i| on_circle(centre, radius * reach, first + i as f32 / corners as f32))
                .collect(),
            fill,
        };
        match self {
            Self::Disc => Shape::Disc { centre, radius, fill, stroke: Stroke::default() },
            Self::Ring => {
                let stroke = Stroke { width: radius * 0.6, colour: fill };
                Shape::Disc { centre, radius: radius * 0.9, fill: Colour::TRANSPARENT, stroke }
            }
            Self::Square => polygon(4, 0.125, 1.3),
            Self::Triangle => polygon(3, -0.25, 1.5),
            Self::Diamond => polygon(4, 0.0, 1.35),
            Self::Wedge => polygon(3, 0.25, 1.5),
            Self::Hexagon => polygon(6, 0.0, 1.2),
            Self::Cross => Shape::Polygon { points: cross(centre, radius * 1.25), fill },
            Self::Star => Shape::Polygon { points: star(centre, radius * 1.55), fill },
        }
    }
}

/// An empty ring of dashes, for a place known only to its country.
#[must_use]
pub fn dashed_ring(centre: Point, radius: f32, colour: Colour, fill: Colour) -> Vec<Shape> {
    let arcs = 8;
    let arc = |arc: usize| {
        let angle = |share: f32| (arc as f32 + share) * TAU / arcs as f32;
        let on_ring = |a: f32| Point { x: centre.x + radius * a.cos(), y: centre.y + radius * a.sin() };
        let points = (0..=3).map(|step| on_ring(angle(step as f32 * 0.2))).collect();
        Shape::Line { points, width: [1.5, 1.5], colour, dash: Dash::Solid }
    };
    let ground = Shape::Disc { centre, radius, fill, stroke: Stroke::default() };
    std::iter::once(ground).chain((0..arcs).map(arc)).collect()
}

/// The twelve corners of an upright cross.
fn cross(centre: Point, reach: f32) -> Vec<Point> {
    let arm = reach * 0.36;
    let quarter = [(reach, -arm), (reach, arm), (arm, arm)];
    let turned = |i: usize| {
        let (x, y) = quarter[i % 3];
        match i / 3 {
            0 => (x, y),
            1 => (-y, x),
            2 => (-x, -y),
            _ => (y, -x),
        }
    };
    (0..12).map(turned).map(|(x, y)| Point { x: centre.x + x, y: centre.y + y }).collect()
}

/// The ten corners of a five-pointed star whose tips lie on a circle.
fn star(centre: Point, radius: f32) -> Vec<Point> {
    /// Of a pentagram: (3 − √5) / 2.
    const INNER: f32 = 0.381_966;
    let corner = |i: usize| {
        let reach = if i.is_multiple_of(2) { radius } else { radius * INNER * 1.15 };
        on_circle(centre, reach, -0.25 + i as f32 / 10.0)
    };
    (0..10).map(corner).collect()
}

/// The point at a share of the turn, clockwise from the right.
fn on_circle(centre: Point, radius: f32, turn: f32) -> Point {
    let (sin, cos) = (turn * TAU).sin_cos();
    Point { x: centre.x + radius * cos, y: centre.y + radius * sin }
}
