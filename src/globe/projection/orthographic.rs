//! Orthographic: the globe seen from infinitely far; its near half, a disc of radius 1.
//!
//! Snyder, J. P. (1987): Map Projections, a Working Manual. U.S. Geological Survey Professional Paper 1395,
//! equations 20-3 and 20-13, and for the inverse 20-14, 20-15, 20-18 and 20-19, with the centre of the map at
//! (0° E, 0° N).

use super::{Plane, ROUNDING};
use crate::meeting::Position;

/// The plane point of a position. One on the far half lies behind one on the near half, at the same point.
#[must_use]
pub fn plane_from_globe(at: Position) -> Plane {
    let (sin_lat, cos_lat) = at.lat.to_radians().sin_cos();
    Plane { x: cos_lat * at.lon.to_radians().sin(), y: sin_lat }
}

/// The plane point of a direction: x to (0° E, 0° N), y to (90° E, 0° N), z to the North Pole. Those with x ≥
/// 0 are on the near half.
#[must_use]
pub const fn plane_from_direction([_ahead, east, north]: [f64; 3]) -> Plane {
    Plane { x: east, y: north }
}

/// The position on the near half of a plane point; `None` off the map.
#[must_use]
pub fn globe_from_plane(at: Plane) -> Option<Position> {
    let sine = at.x.hypot(at.y);
    if sine.is_nan() || sine > 1.0 + ROUNDING {
        return None;
    }
    // 1 − sine², without the digits that a square loses near the rim.
    let ahead = ((1.0 - sine) * (1.0 + sine)).max(0.0).sqrt();
    Some(Position::new(at.x.atan2(ahead).to_degrees(), at.y.atan2(at.x.hypot(ahead)).to_degrees()))
}
