//! Natural Earth: a compromise for small-scale world maps, with straight parallels and rounded corners at the
//! pole lines.
//!
//! Šavrič, B., Jenny, B., Patterson, T., Petrovič, D., Hurni, L. (2011): A Polynomial Equation for the
//! Natural Earth Projection. Cartography and Geographic Information Science 38(4), 363–372, equation 4.
//! <https://doi.org/10.1559/15230406384363>

use super::{ON_THE_POLE_LINE, Plane, ROUNDING, longitude};
use crate::meeting::Position;
use std::f64::consts::FRAC_PI_2;

/// The coefficients of the parallels' half lengths: of φ⁰, φ², φ⁴, φ¹⁰ and φ¹².
const A: [f64; 5] = [0.870_700, -0.131_979, -0.013_791, 0.003_971, -0.001_529];
/// The coefficients of the parallels' heights: of φ, φ³, φ⁷, φ⁹ and φ¹¹.
const B: [f64; 5] = [1.007_226, 0.015_085, -0.044_475, 0.028_874, -0.005_916];

/// The plane point of a position.
#[must_use]
pub fn plane_from_globe(at: Position) -> Plane {
    let lat = at.lat.to_radians();
    Plane { x: at.lon.to_radians() * length(lat), y: height(lat) }
}

/// The position of a plane point; `None` off the map.
#[must_use]
pub fn globe_from_plane(at: Plane) -> Option<Position> {
    let lat = latitude(at.y)?;
    let lon = longitude(at.x / length(lat))?;
    Some(Position::new(lon, lat.to_degrees()))
}

/// The latitude at a height on the plane in radians; `None` above or below the map. Newton's method starts at
/// most 0.15 below the root and needs up to 8 steps, the most near a pole, where [`height`] grows slowly.
fn latitude(y: f64) -> Option<f64> {
    let beyond_pole = y.abs() - height(FRAC_PI_2);
    if beyond_pole.is_nan() || beyond_pole > ROUNDING {
        return None;
    }
    if beyond_pole > -ON_THE_POLE_LINE {
        return Some(FRAC_PI_2.copysign(y));
    }
    let mut lat = y;
    for _ in 0..12 {
        let step = (height(lat) - y) / slope(lat);
        lat -= step;
        if step.abs() < 1e-14 {
            break;
        }
    }
    Some(lat)
}

/// Plane units a radian of longitude at a latitude.
fn length(lat: f64) -> f64 {
    let square = lat * lat;
    let sixth = square * square * square;
    A[0] + square * (A[1] + square * (A[2] + sixth * (A[3] + square * A[4])))
}

/// The height on the plane of a latitude.
fn height(lat: f64) -> f64 {
    let square = lat * lat;
    let fourth = square * square;
    lat * (B[0] + square * (B[1] + fourth * (B[2] + square * (B[3] + square * B[4]))))
}

/// How fast [`height`] grows.
fn slope(lat: f64) -> f64 {
    let square = lat * lat;
    let fourth = square * square;
    let high = 7.0 * B[2] + square * (9.0 * B[3] + square * 11.0 * B[4]);
    B[0] + square * (3.0 * B[1] + fourth * high)
}
