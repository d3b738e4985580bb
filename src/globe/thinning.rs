//! Thinning and densifying: rings on the globe with as many corners as are needed.

use super::direction::{Direction, Turn, direction, position, wrapped};
use super::projection::azimuthal_equidistant;
use super::sewing::Ring;
use crate::meeting::Position;
use geo::{LineString, SimplifyIdx};
use std::collections::BTreeSet;

/// How much of the borders' detail a land keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Detail {
    /// As fine as the base map.
    Fine,
    /// About a third of the corners, for wide views and while the globe turns.
    Coarse,
}

/// Radians that a coarse border strays: 6 km, a third of a point where the world is 1,600 points wide.
pub const COARSE: f64 = 0.001;

/// Degrees of longitude or latitude that an edge may span: what is straight in a table of coordinates, such
/// as a parallel, is a curve on most maps. Near the rim of a globe, chords of twice the length cross what
/// lies behind them.
const LONGEST_EDGE: f64 = 1.0;

/// The ring with further corners on long edges.
#[must_use]
pub fn densified(ring: &[Position]) -> Ring {
    let mut positions = Vec::with_capacity(ring.len());
    for (i, &from) in ring.iter().enumerate() {
        let to = ring[(i + 1) % ring.len()];
        let (east, north) = (wrapped(to.lon - from.lon), to.lat - from.lat);
        let pieces = (east.abs().max(north.abs()) / LONGEST_EDGE).ceil().max(1.0);
        positions.push(from);
        positions.extend((1..pieces as u32).map(|piece| {
            let share = f64::from(piece) / pieces;
            Position::new(from.lon + share * east, from.lat + share * north)
        }));
    }
    positions
}

/// The rings of one land with fewer corners, none of which strays further than [`COARSE`]. Islands too small
/// to differ from a point are left out, except for the largest ring. Holes and what lies around them keep
/// their corners: holes must stay inside.
#[must_use]
pub fn coarse(rings: &[Ring]) -> Vec<Ring> {
    let tolerance = COARSE.to_degrees();
    let across: Vec<f64> = rings.iter().map(degrees_across).collect();
    let largest = across.iter().copied().fold(0.0, f64::max);
    let holes: Vec<&Ring> = rings.iter().filter(|ring| twice_the_area(ring) < 0.0).collect();
    let is_plain =
        |ring: &Ring| twice_the_area(ring) > 0.0 && !holes.iter().any(|hole| surrounds(ring, hole[0]));
    let kept = rings.iter().zip(across).filter(|(_, across)| *across > 2.0 * tolerance || *across >= largest);
    kept.map(|(ring, _)| if is_plain(ring) { thinned(ring) } else { ring.clone() })
        .map(|ring| densified(&ring))
        .collect()
}

/// Whether a ring goes around a place, by the even–odd rule. Not for rings around a pole, which have no
/// holes.
fn surrounds(ring: &Ring, at: Position) -> bool {
    let line = unwrapped(ring);
    let next = line.iter().cycle().skip(1);
    let crossed = line.iter().zip(next).filter(|(a, b)| {
        (a[1] > at.lat) != (b[1] > at.lat) && at.lon < a[0] + (at.lat - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
    });
    crossed.count() % 2 == 1
}

/// Douglas and Peucker on a map around the ring's middle, on which lengths near it are true. Where that makes
/// the ring cross itself, corners come back until it does not: triangulation relies on it.
fn thinned(ring: &Ring) -> Ring {
    let line = unwrapped(ring);
    let directions: Vec<Direction> = ring.iter().map(|&at| direction(at)).collect();
    let sum = directions.iter().fold([0.0; 3], |sum, at| std::array::from_fn(|i| sum[i] + at[i]));
    let turn = Turn::to(position(sum));
    let on_map = |at: Direction| azimuthal_equidistant::plane_from_direction(turn.turned(at));
    let mut closed: LineString<f64> = directions.into_iter().map(on_map).map(|at| (at.x, at.y)).collect();
    closed.close();
    let mut kept = closed.simplify_idx(COARSE);
    kept.pop();
    loop {
        if kept.len() < 3 {
            return ring.clone();
        }
        let crossed = crossed_edges(&kept.iter().map(|&i| line[i]).collect::<Vec<_>>());
        let middles = crossed.into_iter().filter_map(|edge| {
            let from = kept[edge];
            let to = if edge + 1 < kept.len() { kept[edge + 1] } else { kept[0] + ring.len() };
            (to - from > 1).then(|| usize::midpoint(from, to) % ring.len())
        });
        let middles: Vec<usize> = middles.collect();
        if middles.is_empty() {
            let thin: Ring = kept.into_iter().map(|i| ring[i]).collect();
            // A crescent may turn inside out.
            return if twice_the_area(&thin) > 0.0 { thin } else { ring.clone() };
        }
        kept.extend(middles);
        kept.sort_unstable();
        kept.dedup();
    }
}

/// Longitudes and latitudes without a jump at ±180°.
fn unwrapped(ring: &Ring) -> Vec<[f64; 2]> {
    let mut lon = ring.first().map_or(0.0, |at| at.lon);
    ring.iter()
        .map(|at| {
            lon += wrapped(at.lon - lon);
            [lon, at.lat]
        })
        .collect()
}

/// The edges of a ring, by their first corner, that cross another one.
fn crossed_edges(ring: &[[f64; 2]]) -> BTreeSet<usize> {
    let next = |i: usize| (i + 1) % ring.len();
    let west = |&i: &usize| ring[i][0].min(ring[next(i)][0]);
    let mut order: Vec<usize> = (0..ring.len()).collect();
    order.sort_by(|a, b| west(a).total_cmp(&west(b)));
    let mut crossed = BTreeSet::new();
    for (rank, &i) in order.iter().enumerate() {
        let east = ring[i][0].max(ring[next(i)][0]);
        for &j in order[rank + 1..].iter().take_while(|j| west(j) <= east) {
            let neighbours = next(i) == j || next(j) == i;
            if !neighbours && cross([ring[i], ring[next(i)]], [ring[j], ring[next(j)]]) {
                crossed.extend([i, j]);
            }
        }
    }
    crossed
}

/// Whether two edges share a point.
fn cross([a, b]: [[f64; 2]; 2], [c, d]: [[f64; 2]; 2]) -> bool {
    let side =
        |p: [f64; 2], q: [f64; 2], r: [f64; 2]| (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
    side(a, b, c) * side(a, b, d) <= 0.0 && side(c, d, a) * side(c, d, b) <= 0.0
}

/// The longer side of a ring's bounds. A ring over ±180° counts as wide.
fn degrees_across(ring: &Ring) -> f64 {
    let side = |part: fn(&Position) -> f64| {
        let most = ring.iter().map(part).fold(f64::MIN, f64::max);
        most - ring.iter().map(part).fold(f64::MAX, f64::min)
    };
    side(|at| at.lon).max(side(|at| at.lat))
}

/// In square degrees; negative for a hole. Steps over ±180° are taken the short way.
fn twice_the_area(ring: &Ring) -> f64 {
    let mut lon = 0.0;
    let mut area = 0.0;
    for (i, from) in ring.iter().enumerate() {
        let to = ring[(i + 1) % ring.len()];
        let next = lon + wrapped(to.lon - from.lon);
        area += lon * to.lat - next * from.lat;
        lon = next;
    }
    // A ring around a pole does not come back to its first meridian; Antarctica has its land to the south.
    if lon.abs() > 180.0 { 1.0 } else { area }
}
