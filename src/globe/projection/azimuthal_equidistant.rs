//! Azimuthal equidistant: distances and bearings from the centre are true; the whole sphere, a disc of radius
//! π whose rim is the centre's antipode.
//!
//! Snyder, J. P. (1987): Map Projections, a Working Manual. U.S. Geological Survey Professional Paper 1395,
//! equations 22-4, 25-2, 25-11 and 25-12, and for the inverse 20-14, 20-15, 20-18 and 25-15, with the centre
//! of the map at (0° E, 0° N). The distance from the centre is found by its tangent rather than by its
//! cosine, which keeps its digits in the centre and at the rim.

use super::{Plane, ROUNDING};
use crate::meeting::Position;
use std::f64::consts::PI;

/// The plane point of a position.
#[must_use]
pub fn plane_from_globe(at: Position) -> Plane {
    let (sin_lon, cos_lon) = at.lon.to_radians().sin_cos();
    let (sin_lat, cos_lat) = at.lat.to_radians().sin_cos();
    plane_from_direction([cos_lat * cos_lon, cos_lat * sin_lon, sin_lat])
}

/// The plane point of a direction: x to (0° E, 0° N), y to (90° E, 0° N), z to the North Pole. The antipode
/// of the centre, which is the whole rim, goes to its easternmost point.
#[must_use]
pub fn plane_from_direction([ahead, east, north]: [f64; 3]) -> Plane {
    let sine = east.hypot(north);
    let distance = sine.atan2(ahead);
    if sine > 0.0 {
        Plane { x: distance * (east / sine), y: distance * (north / sine) }
    } else {
        Plane { x: distance, y: 0.0 }
    }
}

/// The position of a plane point; `None` off the map.
#[must_use]
pub fn globe_from_plane(at: Plane) -> Option<Position> {
    let distance = at.x.hypot(at.y);
    if distance.is_nan() || distance > PI + ROUNDING {
        return None;
    }
    let (sine, ahead) = distance.min(PI).sin_cos();
    let shrink = if distance > 0.0 { sine / distance } else { 1.0 };
    let (east, north) = (shrink * at.x, shrink * at.y);
    Some(Position::new(east.atan2(ahead).to_degrees(), north.atan2(east.hypot(ahead)).to_degrees()))
}
