//! Winkel Tripel: the mean of Aitoff and of an equidistant cylindrical projection; curved parallels, poles as
//! lines.
//!
//! Winkel, O. (1921): Neue Gradnetzkombinationen. Petermanns Geographische Mitteilungen 67, 248–252. Formula:
//! Snyder, J. P., Voxland, P. M. (1989): An Album of Map Projections. U.S. Geological Survey Professional
//! Paper 1453, p. 232, with Winkel's own standard parallel, acos(2/π). Inverse by Newton's method in two
//! dimensions, after Bildirici, I. Ö., Ipbüker, C. (2002): A General Algorithm for the Inverse Transformation
//! of Map Projections Using Jacobian Matrices. Proceedings of the Third International Symposium Mathematical
//! & Computational Applications, Konya, 175–182.

use super::{Plane, ROUNDING};
use crate::meeting::Position;
use std::f64::consts::{FRAC_1_PI, FRAC_PI_2, PI};

/// Newton's steps at most. Points of the map need up to 6, the most at the ends of the pole lines; a point
/// off the map is given up.
const STEPS: u32 = 12;

/// The plane point of a position.
#[must_use]
pub fn plane_from_globe(at: Position) -> Plane {
    projected(at.lon.to_radians(), at.lat.to_radians()).point
}

/// The position of a plane point; `None` off the map.
#[must_use]
pub fn globe_from_plane(at: Plane) -> Option<Position> {
    let (mut lon, mut lat) = (at.x.clamp(-PI, PI), at.y.clamp(-FRAC_PI_2, FRAC_PI_2));
    for _ in 0..STEPS {
        let Projected { point, by_lon, by_lat } = projected(lon, lat);
        let (x, y) = (at.x - point.x, at.y - point.y);
        let determinant = by_lon.x * by_lat.y - by_lat.x * by_lon.y;
        let east = (x * by_lat.y - y * by_lat.x) / determinant;
        let north = (y * by_lon.x - x * by_lon.y) / determinant;
        // The search stays on the map, where the determinant is never 0; off it the steps never become small.
        lon = (lon + east).clamp(-PI, PI);
        lat = (lat + north).clamp(-FRAC_PI_2, FRAC_PI_2);
        if east.abs() <= ROUNDING && north.abs() <= ROUNDING {
            return Some(Position::new(lon.to_degrees(), lat.to_degrees()));
        }
    }
    None
}

/// A point of the plane, and how it moves with longitude and latitude in radians.
struct Projected {
    point: Plane,
    by_lon: Plane,
    by_lat: Plane,
}

/// The projection of a position in radians. Aitoff halves the longitude, lays the hemisphere flat with true
/// distances from the centre and doubles x.
fn projected(lon: f64, lat: f64) -> Projected {
    let (sin_half, cos_half) = (lon / 2.0).sin_cos();
    let (sin_lat, cos_lat) = lat.sin_cos();
    // The distance from the centre by its cosine, and that distance divided by its sine: 1 in the centre.
    let cosine = cos_lat * cos_half;
    let square_of_sine = (1.0 - cosine * cosine).max(0.0);
    let stretch = if square_of_sine > 0.0 { cosine.acos() / square_of_sine.sqrt() } else { 1.0 };
    let stretch_by_cosine =
        if square_of_sine > 1e-8 { (stretch * cosine - 1.0) / square_of_sine } else { -1.0 / 3.0 };
    let by_lon = -stretch_by_cosine * cos_lat * sin_half / 2.0;
    let by_lat = -stretch_by_cosine * sin_lat * cos_half;
    Projected {
        point: Plane {
            x: stretch * cos_lat * sin_half + lon * FRAC_1_PI,
            y: f64::midpoint(stretch * sin_lat, lat),
        },
        by_lon: Plane {
            x: by_lon * cos_lat * sin_half + stretch * cos_lat * cos_half / 2.0 + FRAC_1_PI,
            y: by_lon * sin_lat / 2.0,
        },
        by_lat: Plane {
            x: by_lat * cos_lat * sin_half - stretch * sin_lat * sin_half,
            y: (by_lat * sin_lat + stretch * cos_lat + 1.0) / 2.0,
        },
    }
}
