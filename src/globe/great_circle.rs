//! Great circles: the shortest way between two places, its length, and its course on a projected map.

use super::projection::{Plane, Projection};
use crate::meeting::Position;

/// Kilometres along the great circle on a sphere of radius 6371.0088 km (IUGG mean radius).
#[must_use]
pub fn distance_km(_a: Position, _b: Position) -> f64 {
    todo!("skeleton")
}

/// The course from `a` to `b` on the plane: one polyline, or two where it crosses the edge of the map at ±180° (cut exactly at
/// the edge, so that Honolulu–Majuro and Suva–Apia go the short way). Subdivided until no chord is further than `tolerance` (plane
/// units) from the curve. Equal places give one point; antipodes go over the North Pole.
#[must_use]
pub fn course(_a: Position, _b: Position, _projection: Projection, _tolerance: f64) -> Vec<Vec<Plane>> {
    todo!("skeleton")
}
