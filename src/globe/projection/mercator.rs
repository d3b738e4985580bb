//! Mercator: true angles, straight meridians and parallels, areas growing without end towards the poles.
//!
//! Snyder, J. P. (1987): Map Projections, a Working Manual. U.S. Geological Survey Professional Paper 1395,
//! equations 7-1, 7-2 and 7-4 for the sphere.

use super::{Plane, ROUNDING, longitude};
use crate::meeting::Position;
use std::f64::consts::PI;

/// Where the map is cut, north and south: the latitude whose height is π, so that the map is square.
pub const LIMIT: f64 = 85.051_128_779_806_59;

/// The plane point of a position; latitudes beyond [`LIMIT`] lie at the map's edge.
#[must_use]
pub fn plane_from_globe(at: Position) -> Plane {
    let lat = at.lat.clamp(-LIMIT, LIMIT).to_radians();
    Plane { x: at.lon.to_radians(), y: lat.sin().atanh() }
}

/// The position of a plane point; `None` off the map.
#[must_use]
pub fn globe_from_plane(at: Plane) -> Option<Position> {
    let lat = (at.y.abs() <= PI + ROUNDING).then(|| at.y.sinh().atan().to_degrees().clamp(-LIMIT, LIMIT))?;
    Some(Position::new(longitude(at.x)?, lat))
}
