//! Equal Earth: equal areas, straight parallels, curved meridians and poles as lines.
//!
//! Šavrič, B., Patterson, T., Jenny, B. (2018): The Equal Earth map projection. International Journal of
//! Geographical Information Science 33(3), 454–465, equations 7 to 10.
//! <https://doi.org/10.1080/13658816.2018.1504949>

use super::{ON_THE_POLE_LINE, Plane, ROUNDING, longitude};
use crate::meeting::Position;

const A1: f64 = 1.340_264;
const A2: f64 = -0.081_106;
const A3: f64 = 0.000_893;
const A4: f64 = 0.003_796;

/// √3 / 2: the sine of the parametric latitude at a pole.
const POLE_SINE: f64 = 0.866_025_403_784_438_6;
/// The parametric latitude of a pole.
const POLE: f64 = std::f64::consts::FRAC_PI_3;

/// The plane point of a position.
#[must_use]
pub fn plane_from_globe(at: Position) -> Plane {
    let theta = (POLE_SINE * at.lat.to_radians().sin()).asin();
    let x = 4.0 * POLE_SINE * at.lon.to_radians() * theta.cos() / (3.0 * slope(theta));
    Plane { x, y: height(theta) }
}

/// The position of a plane point; `None` off the map.
#[must_use]
pub fn globe_from_plane(at: Plane) -> Option<Position> {
    let theta = parametric_latitude(at.y)?;
    let lon = longitude(at.x * 3.0 * slope(theta) / (4.0 * POLE_SINE * theta.cos()))?;
    let lat = (theta.sin() / POLE_SINE).clamp(-1.0, 1.0).asin().to_degrees();
    Some(Position::new(lon, lat))
}

/// The parametric latitude at a height on the plane, by Newton's method; `None` above or below the map.
fn parametric_latitude(y: f64) -> Option<f64> {
    let beyond_pole = y.abs() - height(POLE);
    if beyond_pole.is_nan() || beyond_pole > ROUNDING {
        return None;
    }
    if beyond_pole > -ON_THE_POLE_LINE {
        return Some(POLE.copysign(y));
    }
    let mut theta = y / A1;
    for _ in 0..12 {
        let step = (height(theta) - y) / slope(theta);
        theta -= step;
        if step.abs() < 1e-15 {
            break;
        }
    }
    Some(theta)
}

/// The height on the plane of a parametric latitude.
fn height(theta: f64) -> f64 {
    let square = theta * theta;
    let sixth = square * square * square;
    theta * (A1 + A2 * square + sixth * (A3 + A4 * square))
}

/// How fast [`height`] grows.
fn slope(theta: f64) -> f64 {
    let square = theta * theta;
    let sixth = square * square * square;
    A1 + 3.0 * A2 * square + sixth * (7.0 * A3 + 9.0 * A4 * square)
}
