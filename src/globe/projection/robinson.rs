//! Robinson: a compromise drawn by eye, given as a table every 5° of latitude.
//!
//! Robinson, A. H. (1974): A New Map Projection: Its Development and Characteristics. International Yearbook
//! of Cartography 14, 145–155, table; the factors 0.8487 and 1.3523 as in Snyder, J. P. (1990): The Robinson
//! Projection, a Computation Algorithm. Cartography and Geographic Information Systems 17(4), 301–305.
//! <https://doi.org/10.1559/152304090783805990>
//!
//! The paper leaves open what lies between the rows. Here, as in PROJ's `robin`, it is one cubic spline
//! through both hemispheres, whose third derivative does not jump at 85° (the end condition “not a knot”).

use super::{ON_THE_POLE_LINE, Plane, ROUNDING, longitude};
use crate::meeting::Position;

/// Rows of the table: 0°, 5°, … 90°.
const ROWS: usize = 19;
/// Degrees between rows.
const STEP: f64 = 5.0;
/// Plane units a radian of longitude on the equator.
const EQUATOR: f64 = 0.8487;
/// The height of the North Pole on the plane.
const POLE: f64 = 1.3523;

/// The lengths of the parallels, the equator's being 1; the same in both hemispheres.
static LENGTHS: Spline = Spline::through(
    [
        1.0, 0.9986, 0.9954, 0.99, 0.9822, 0.973, 0.96, 0.9427, 0.9216, 0.8962, 0.8679, 0.835, 0.7986,
        0.7597, 0.7186, 0.6732, 0.6213, 0.5722, 0.5322,
    ],
    1.0,
);
/// The heights of the parallels, the pole's being 1; negative in the south.
static HEIGHTS: Spline = Spline::through(
    [
        0.0, 0.062, 0.124, 0.186, 0.248, 0.31, 0.372, 0.434, 0.4958, 0.5571, 0.6176, 0.6769, 0.7346, 0.7903,
        0.8435, 0.8936, 0.9394, 0.9761, 1.0,
    ],
    -1.0,
);

/// The plane point of a position.
#[must_use]
pub fn plane_from_globe(at: Position) -> Plane {
    let row = at.lat.abs() / STEP;
    let (length, height) = (LENGTHS.at(row).0, HEIGHTS.at(row).0);
    Plane { x: EQUATOR * at.lon.to_radians() * length, y: (POLE * height).copysign(at.lat) }
}

/// The position of a plane point; `None` off the map.
#[must_use]
pub fn globe_from_plane(at: Plane) -> Option<Position> {
    let row = row(at.y.abs() / POLE)?;
    let lon = longitude(at.x / (EQUATOR * LENGTHS.at(row).0))?;
    Some(Position::new(lon, (STEP * row).copysign(at.y)))
}

/// Where in the table a height stands, 0 to 18; `None` above the map. Newton's method starts on the chord
/// between two rows, at most 0.1 rows off, and needs up to 6 steps.
fn row(height: f64) -> Option<f64> {
    if height.is_nan() || height > 1.0 + ROUNDING {
        return None;
    }
    if height > 1.0 - ON_THE_POLE_LINE {
        return Some((ROWS - 1) as f64);
    }
    let below = HEIGHTS.values.partition_point(|&value| value <= height) - 1;
    let [low, high] = [HEIGHTS.values[below], HEIGHTS.values[below + 1]];
    let mut row = below as f64 + (height - low) / (high - low);
    for _ in 0..12 {
        let (value, slope) = HEIGHTS.at(row);
        let step = (value - height) / slope;
        row -= step;
        if step.abs() < 1e-14 {
            break;
        }
    }
    Some(row)
}

/// A cubic spline through a column of the table.
struct Spline {
    values: [f64; ROWS],
    /// The second derivatives at the rows, for rows one apart.
    bends: [f64; ROWS],
}

impl Spline {
    /// The values of the other hemisphere are these times `mirrored`. The equations of the bends,
    /// `bend[i−1] + 4·bend[i] + bend[i+1] = 6·(value[i−1] − 2·value[i] + value[i+1])`, are relaxed: a sweep
    /// halves the error.
    const fn through(values: [f64; ROWS], mirrored: f64) -> Self {
        let mut bends = [0.0; ROWS];
        // At 85° the bend lies midway between its neighbours, so that its equation stands alone.
        bends[ROWS - 2] = values[ROWS - 3] - 2.0 * values[ROWS - 2] + values[ROWS - 1];
        let mut sweep = 0;
        while sweep < 64 {
            let mut i = 0;
            while i < ROWS - 2 {
                let (value, bend) = if i == 0 {
                    (mirrored * values[1], mirrored * bends[1])
                } else {
                    (values[i - 1], bends[i - 1])
                };
                bends[i] = (6.0 * (value - 2.0 * values[i] + values[i + 1]) - bend - bends[i + 1]) / 4.0;
                i += 1;
            }
            sweep += 1;
        }
        bends[ROWS - 1] = 2.0 * bends[ROWS - 2] - bends[ROWS - 3];
        Self { values, bends }
    }

    /// The value at a row or between two, and how fast it grows from row to row.
    fn at(&self, row: f64) -> (f64, f64) {
        let i = (row as usize).min(ROWS - 2);
        let (low, high) = (self.values[i], self.values[i + 1]);
        let (bend_low, bend_high) = (self.bends[i], self.bends[i + 1]);
        let up = row - i as f64;
        let down = 1.0 - up;
        let value = down * low
            + up * high
            + ((down * down * down - down) * bend_low + (up * up * up - up) * bend_high) / 6.0;
        let slope =
            high - low + ((1.0 - 3.0 * down * down) * bend_low + (3.0 * up * up - 1.0) * bend_high) / 6.0;
        (value, slope)
    }
}
