//! The outline of the earth on a map: whether a point lies within it, and where something that was moved
//! meets it.

use super::projection::{Plane, Projection};

/// The edge of a map: the ring around everything that lies on it. Every map of ours is convex.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// The ring in plane units, closed without its first point repeated.
    pub ring: Vec<[f32; 2]>,
    form: Form,
}

#[derive(Clone, Debug, PartialEq)]
enum Form {
    /// A circle around the middle.
    Round { radius: f64 },
    /// The right side from south to north; the left one mirrors it, and the poles are points or level lines.
    Flat { side: Vec<Plane> },
}

/// Plane units by which rounding may move a point of the edge.
const ROUNDING: f64 = 1e-6;
/// Halvings when the edge is looked for along a step: a step of a hundred points is cut to a thousandth of a
/// point.
const HALVINGS: u32 = 17;

impl Outline {
    /// The outline of a projection's map.
    #[must_use]
    pub fn new(projection: Projection) -> Self {
        let ring = projection.outline();
        let form = match projection.rim() {
            Some(rim) => Form::Round { radius: rim.radius },
            None => Form::Flat { side: ring[..ring.len() / 2].to_vec() },
        };
        Self { ring: ring.into_iter().map(|at| [at.x as f32, at.y as f32]).collect(), form }
    }

    /// Whether a point lies on the map.
    #[must_use]
    pub fn contains(&self, at: Plane) -> bool {
        match &self.form {
            Form::Round { radius } => at.x.hypot(at.y) <= radius + ROUNDING,
            Form::Flat { side } => {
                at.y.abs() <= top(side) + ROUNDING && at.x.abs() <= half_width(side, at.y) + ROUNDING
            }
        }
    }

    /// The share of the step from a point of the map to another that lies on the map, 0 to 1.
    #[must_use]
    pub fn share_within(&self, from: Plane, to: Plane) -> f64 {
        if self.contains(to) {
            return 1.0;
        }
        let at =
            |share: f64| Plane { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
        let mut within = [0.0, 1.0];
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(within[0], within[1]);
            within[usize::from(!self.contains(at(middle)))] = middle;
        }
        within[0]
    }

    /// Where a point of the edge comes to lie that was moved to another point, if it is to stay on the edge:
    /// at the same height on a side, as far from the middle on a pole's line, in the same direction on a
    /// circle.
    #[must_use]
    pub fn along_the_edge(&self, edge: Plane, moved: Plane) -> Plane {
        match &self.form {
            Form::Round { radius } => {
                let share = radius / moved.x.hypot(moved.y).max(f64::MIN_POSITIVE);
                Plane { x: moved.x * share, y: moved.y * share }
            }
            Form::Flat { side } if edge.y.abs() < top(side) - ROUNDING => {
                let y = moved.y.clamp(-top(side), top(side));
                Plane { x: half_width(side, y).copysign(edge.x), y }
            }
            Form::Flat { side } => {
                let limit = half_width(side, edge.y);
                Plane { x: moved.x.clamp(-limit, limit), y: edge.y }
            }
        }
    }
}

/// The height of the map's upper edge over its middle.
fn top(side: &[Plane]) -> f64 {
    side.last().map_or(0.0, |north| north.y)
}

/// From the middle to the right edge at a height.
fn half_width(side: &[Plane], y: f64) -> f64 {
    let above = side.partition_point(|at| at.y < y).clamp(1, side.len() - 1);
    let (a, b) = (side[above - 1], side[above]);
    let share = if b.y > a.y { ((y - a.y) / (b.y - a.y)).clamp(0.0, 1.0) } else { 0.0 };
    a.x + share * (b.x - a.x)
}
