//! Plate Carrée: longitude and latitude as they are, to the right and up; every degree of either is equally
//! long.
//!
//! Snyder, J. P. (1987): Map Projections, a Working Manual. U.S. Geological Survey Professional Paper 1395,
//! equations 12-1 and 12-2 with the equator as standard parallel.

use super::{Plane, ROUNDING, longitude};
use crate::meeting::Position;
use std::f64::consts::FRAC_PI_2;

/// The plane point of a position.
#[must_use]
pub fn plane_from_globe(at: Position) -> Plane {
    Plane { x: at.lon.to_radians(), y: at.lat.to_radians() }
}

/// The position of a plane point; `None` off the map.
#[must_use]
pub fn globe_from_plane(at: Plane) -> Option<Position> {
    let lat = (at.y.abs() <= FRAC_PI_2 + ROUNDING).then(|| at.y.to_degrees().clamp(-90.0, 90.0))?;
    Some(Position::new(longitude(at.x)?, lat))
}
