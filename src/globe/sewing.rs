//! Sewing: pieces of land, cut for a flat map, become the rings around them on the globe.

use crate::meeting::Position;
use geo::{Area, LineString, MultiPolygon};
use std::collections::{BTreeMap, BTreeSet};

/// A closed ring on the globe, its land to the left, its first position not repeated.
pub type Ring = Vec<Position>;

/// South of this, a border only closes Antarctica.
const SOUTHERN_END: f64 = -89.99;
/// From here to 180° a corner lies on the cut: Fiji's islands stop a little short of it.
const CUT: f64 = 179.999;
/// Degrees by which the two sides of a cut may differ in latitude.
const CUT_STEP: f64 = 0.01;

/// The rings around several pieces that belong together. Borders between them vanish where both have the same
/// corners, and so does the cut at ±180° with what closes Antarctica along it and along −90°. Pieces must not
/// overlap; outer rings and holes may run either way.
#[must_use]
pub fn sewn<'a>(pieces: impl Iterator<Item = &'a MultiPolygon<f64>>) -> Vec<Ring> {
    let pieces: Vec<Vec<Ring>> = pieces.map(|piece| piece.iter().flat_map(rings_of).collect()).collect();
    let may_touch = pieces.len() > 1;
    let rings: Vec<Ring> = pieces.into_iter().flatten().collect();
    let shared = rings.iter().filter(|_| may_touch).flat_map(edges).map(corners).collect();
    let mut whole = Vec::new();
    let mut chains = Vec::new();
    for ring in rings {
        let kept = edges_kept(&ring, &shared);
        if kept.iter().all(|kept| *kept) {
            whole.push(ring);
        } else {
            chains.extend(runs(&ring, &kept));
        }
    }
    whole.extend(joined(chains));
    whole
}

/// A position as a key that equal corners share: millionths of a degree, 180° on both sides of the cut.
type Corner = (i64, i64);

fn corner(at: Position) -> Corner {
    let millionths = |degrees: f64| (degrees * 1e6).round() as i64;
    let lon = if at.lon.abs() >= CUT { 180.0 } else { at.lon };
    (millionths(lon), millionths(at.lat))
}

fn corners([a, b]: [Position; 2]) -> [Corner; 2] {
    [corner(a), corner(b)]
}

fn edges(ring: &Ring) -> impl Iterator<Item = [Position; 2]> + '_ {
    ring.iter().zip(ring.iter().cycle().skip(1)).map(|(&a, &b)| [a, b])
}

/// A polygon's rings, the outer one counter-clockwise and its holes clockwise.
fn rings_of(polygon: &geo::Polygon<f64>) -> Vec<Ring> {
    let outer = directed(polygon.exterior(), true);
    std::iter::once(outer).chain(polygon.interiors().iter().map(|hole| directed(hole, false))).collect()
}

fn directed(ring: &LineString<f64>, counter_clockwise: bool) -> Ring {
    let area = geo::Polygon::new(ring.clone(), Vec::new()).signed_area();
    let positions = ring.0[..ring.0.len() - 1].iter().map(|at| Position::new(at.x, at.y));
    if (area > 0.0) == counter_clockwise { positions.collect() } else { positions.rev().collect() }
}

/// Whether each edge of a ring, by its first corner, is a border: neither the cut nor shared with another
/// piece.
fn edges_kept(ring: &Ring, shared: &BTreeSet<[Corner; 2]>) -> Vec<bool> {
    let is_cut = |at: Position| at.lon.abs() >= CUT || at.lat <= SOUTHERN_END;
    edges(ring)
        .map(|[a, b]| {
            let is_shared = || !shared.is_empty() && shared.contains(&corners([b, a]));
            !((is_cut(a) && is_cut(b)) || is_shared())
        })
        .collect()
}

/// The stretches of a ring between the edges that are not kept.
fn runs(ring: &Ring, kept: &[bool]) -> Vec<Vec<Position>> {
    let Some(gap) = kept.iter().position(|kept| !kept) else { return Vec::new() };
    let mut runs = Vec::new();
    let mut run: Vec<Position> = Vec::new();
    for step in 1..=ring.len() {
        let i = (gap + step) % ring.len();
        if kept[i] {
            run.push(ring[i]);
        } else if !run.is_empty() {
            run.push(ring[i]);
            runs.push(std::mem::take(&mut run));
        }
    }
    runs
}

/// Closes the stretches to rings: where one ends, another begins.
fn joined(chains: Vec<Vec<Position>>) -> Vec<Ring> {
    let mut starts: BTreeMap<Corner, Vec<usize>> = BTreeMap::new();
    for (number, chain) in chains.iter().enumerate() {
        starts.entry(corner(chain[0])).or_default().push(number);
    }
    let mut rings = Vec::new();
    let mut left = chains.into_iter().map(Some).collect::<Vec<_>>();
    for first in 0..left.len() {
        let Some(mut ring) = left[first].take() else { continue };
        // The first chain's own start closes the ring.
        let closing = corner(ring[0]);
        while let Some(end) = ring.pop() {
            if is_near(corner(end), closing) {
                break;
            }
            let next = next_chain(&starts, &left, corner(end)).and_then(|next| left[next].take());
            let Some(next) = next else {
                // Land that ends at the cut: its two ends are joined along it.
                ring.push(end);
                break;
            };
            ring.extend(next);
        }
        if ring.len() > 2 {
            rings.push(ring);
        }
    }
    rings
}

/// The unused chain that begins at a corner, or on the cut within a step of it.
fn next_chain(
    starts: &BTreeMap<Corner, Vec<usize>>,
    left: &[Option<Vec<Position>>],
    at: Corner,
) -> Option<usize> {
    let step = (CUT_STEP * 1e6) as i64;
    let unused = |numbers: &Vec<usize>| numbers.iter().copied().find(|&number| left[number].is_some());
    starts.get(&at).and_then(unused).or_else(|| {
        let near = starts.range((at.0, at.1 - step)..=(at.0, at.1 + step));
        near.filter(|(start, _)| is_near(**start, at)).find_map(|(_, numbers)| unused(numbers))
    })
}

/// Whether two corners are one, or two sides of the cut.
fn is_near(a: Corner, b: Corner) -> bool {
    let on_cut = |at: Corner| at.0 == 180_000_000;
    a == b || (on_cut(a) && on_cut(b) && (a.1 - b.1).abs() <= (CUT_STEP * 1e6) as i64)
}
