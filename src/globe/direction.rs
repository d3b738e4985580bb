//! Directions: positions as unit vectors from the middle of the globe, and the turning of the globe.

use crate::meeting::Position;

/// A unit vector: x to (0° E, 0° N), y to (90° E, 0° N), z to the North Pole.
pub type Direction = [f64; 3];

/// The direction of a position.
#[must_use]
pub fn direction(at: Position) -> Direction {
    let (sin_lon, cos_lon) = at.lon.to_radians().sin_cos();
    let (sin_lat, cos_lat) = at.lat.to_radians().sin_cos();
    [cos_lat * cos_lon, cos_lat * sin_lon, sin_lat]
}

/// The position of a direction of any length but 0.
#[must_use]
pub fn position([x, y, z]: Direction) -> Position {
    Position::new(y.atan2(x).to_degrees(), z.atan2(x.hypot(y)).to_degrees())
}

/// The angle between two directions in radians, exact for small and for large ones.
#[must_use]
pub fn angle(a: Direction, b: Direction) -> f64 {
    length(cross(a, b)).atan2(dot(a, b))
}

/// The product that is at right angles to both.
#[must_use]
pub fn cross(a: Direction, b: Direction) -> Direction {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

/// The cosine of the angle between two directions.
#[must_use]
pub fn dot(a: Direction, b: Direction) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

/// The direction of a vector of any length but 0.
#[must_use]
pub fn unit(a: Direction) -> Direction {
    let length = length(a);
    a.map(|part| part / length)
}

/// The point at a share of the straight way from `a` to `b`, brought back onto the sphere.
#[must_use]
pub fn between(a: Direction, b: Direction, share: f64) -> Direction {
    unit(std::array::from_fn(|i| a[i] + share * (b[i] - a[i])))
}

/// The same angle above −180° and up to 180°.
#[must_use]
pub fn wrapped(degrees: f64) -> f64 {
    if degrees > -180.0 && degrees <= 180.0 { degrees } else { 180.0 - (180.0 - degrees).rem_euclid(360.0) }
}

fn length(a: Direction) -> f64 {
    dot(a, a).sqrt()
}

/// A turn of the globe that brings one place to (0° E, 0° N), with north up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turn {
    /// The directions that come to lie along x, y and z.
    axes: [Direction; 3],
}

impl Turn {
    /// The turn that brings `centre` to the middle.
    #[must_use]
    pub fn to(centre: Position) -> Self {
        let (sin, cos) = centre.lon.to_radians().sin_cos();
        let towards = direction(centre);
        let east = [-sin, cos, 0.0];
        Self { axes: [towards, east, cross(towards, east)] }
    }

    /// A direction of the globe after the turn.
    #[must_use]
    pub fn turned(&self, at: Direction) -> Direction {
        self.axes.map(|axis| dot(axis, at))
    }

    /// The direction of the globe that lies at `at` after the turn.
    #[must_use]
    pub fn back(&self, at: Direction) -> Direction {
        std::array::from_fn(|i| (0..3).map(|axis| self.axes[axis][i] * at[axis]).sum())
    }
}
