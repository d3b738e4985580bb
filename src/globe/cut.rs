//! Cutting: rings and lines of the globe end where the map does, and rings are closed along its edge.

use super::direction::{Direction, between, wrapped};
use super::projection::{Plane, Projection, Rim};
use crate::meeting::Position;
use std::f64::consts::TAU;

/// A closed ring on the plane, its land to the left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loop {
    /// Its corners, the first not repeated.
    pub points: Vec<Plane>,
    /// Whether each corner lies on the edge of the map: between two such corners there is no border.
    pub on_edge: Vec<bool>,
}

impl Loop {
    /// Its area in plane units, negative if it runs clockwise.
    #[must_use]
    pub fn area(&self) -> f64 {
        let next = self.points.iter().cycle().skip(1);
        self.points.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f64>() / 2.0
    }

    /// Whether a point lies in it, by the even–odd rule.
    #[must_use]
    pub fn contains(&self, at: Plane) -> bool {
        let next = self.points.iter().cycle().skip(1);
        let crossed = self.points.iter().zip(next).filter(|(a, b)| {
            (a.y > at.y) != (b.y > at.y) && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x)
        });
        crossed.count() % 2 == 1
    }

    fn with_capacity(corners: usize) -> Self {
        Self { points: Vec::with_capacity(corners), on_edge: Vec::with_capacity(corners) }
    }

    fn push(&mut self, at: Plane, on_edge: bool) {
        if self.points.last() != Some(&at) {
            self.points.push(at);
            self.on_edge.push(on_edge);
        }
    }
}

/// A stretch of a ring on the map, from where it comes in over the edge to where it leaves.
struct Run {
    /// Places along the edge, counter-clockwise, 0 to [`Edge::length`].
    comes_in: f64,
    leaves: f64,
    line: Loop,
}

/// Rings in pieces.
#[derive(Default)]
struct Pieces {
    whole: Vec<Loop>,
    runs: Vec<Run>,
}

/// The edge of the map, for closing rings along it.
trait Edge {
    /// Its length in its own measure.
    fn length(&self) -> f64;
    /// The points of the edge from one place to another on it, counter-clockwise. They and their chords lie a
    /// little beyond the edge, so that no ring on the map crosses them.
    fn points(&self, from: f64, to: f64) -> Vec<Plane>;
}

/// Cuts the rings of one land, turned to the middle of the map, along the meridian opposite and closes them
/// along it and the poles.
#[must_use]
pub fn flat_rings<'a>(rings: impl Iterator<Item = Vec<Position>> + 'a, projection: Projection) -> Vec<Loop> {
    let edge = Frame(projection);
    let mut pieces = Pieces::default();
    for ring in rings {
        let crossings = crossings(&ring);
        if crossings.is_empty() {
            let mut whole = Loop::with_capacity(ring.len());
            for &at in &ring {
                edge.add(&mut whole, at);
            }
            pieces.whole.push(whole);
            continue;
        }
        for (number, &(before, leaves)) in crossings.iter().enumerate() {
            // The stretch that ends with this crossing began with the one before it.
            let (after, came_in) = crossings[(number + crossings.len() - 1) % crossings.len()];
            let came_in = opposite(came_in);
            let count = (before + ring.len() - after - 1) % ring.len() + 1;
            let mut line = Loop::with_capacity(count + 2);
            line.push(projection.plane_from_globe(came_in), true);
            (1..=count).for_each(|step| edge.add(&mut line, ring[(after + step) % ring.len()]));
            line.push(projection.plane_from_globe(leaves), true);
            pieces.runs.push(Run { comes_in: Frame::place(came_in), leaves: Frame::place(leaves), line });
        }
    }
    closed(pieces, &edge)
}

/// Where a ring leaves the map over ±180°: the corner before, and the position on that side.
fn crossings(ring: &[Position]) -> Vec<(usize, Position)> {
    (0..ring.len()).filter_map(|i| Some((i, over_the_edge(ring[i], ring[(i + 1) % ring.len()])?))).collect()
}

/// Where the way between two neighbouring positions leaves the map over ±180°, if it does.
fn over_the_edge(a: Position, b: Position) -> Option<Position> {
    let east = b.lon - a.lon;
    (east.abs() > 180.0).then(|| {
        let edge = 180.0_f64.copysign(a.lon);
        let step = wrapped(east);
        let share = if step == 0.0 { 0.0 } else { ((edge - a.lon) / step).clamp(0.0, 1.0) };
        Position::new(edge, a.lat + share * (b.lat - a.lat))
    })
}

fn opposite(at: Position) -> Position {
    Position::new(-at.lon, at.lat)
}

/// The edge of a flat map: up along 180°, over the North Pole, down along −180°, below the South Pole. Each
/// side is 1 long.
struct Frame(Projection);

/// Pieces of each side of a flat map.
const SIDE: f64 = 360.0;
/// Degrees that their ends lie beyond the edge: the chords of a curved side then lie around all that is on
/// the map.
const BEYOND: f64 = 0.002;

impl Frame {
    fn place(at: Position) -> f64 {
        let north = (at.lat + 90.0) / 180.0;
        if at.lon > 0.0 { north } else { 3.0 - north }
    }

    fn add(&self, to: &mut Loop, at: Position) {
        let beyond = at.lat.abs() >= self.0.latitude_limit();
        to.push(self.0.plane_from_globe(at), beyond || at.lon.abs() >= 180.0);
    }

    fn point(&self, place: f64) -> Plane {
        let along = place.rem_euclid(4.0);
        let share = along.fract();
        let [lon, lat] = match along as u32 {
            0 => [180.0 + BEYOND, -90.0 + 180.0 * share],
            1 => [180.0 - 360.0 * share, 90.0],
            2 => [-180.0 - BEYOND, 90.0 - 180.0 * share],
            _ => [-180.0 + 360.0 * share, -90.0],
        };
        self.0.plane_from_globe(Position::new(lon, lat))
    }
}

impl Edge for Frame {
    fn length(&self) -> f64 {
        4.0
    }

    fn points(&self, from: f64, to: f64) -> Vec<Plane> {
        places(from, to, 1.0 / SIDE).map(|place| self.point(place)).collect()
    }
}

/// Cuts the rings of one land, turned to the middle of the map, along a rim and closes them along it.
#[must_use]
pub fn round_rings(rings: impl Iterator<Item = Vec<Direction>>, rim: &Rim) -> Vec<Loop> {
    let mut pieces = Pieces::default();
    for ring in rings {
        let ring = spread(&ring, rim);
        let Some(start) = ring.iter().position(|at| !rim.shows(*at)) else {
            let points: Vec<Plane> = ring.iter().map(|&at| rim.plane(at)).collect();
            pieces.whole.push(Loop { on_edge: vec![false; points.len()], points });
            continue;
        };
        let mut run: Option<(f64, Loop)> = None;
        let mut before = ring[start];
        for step in 1..=ring.len() {
            let at = ring[(start + step) % ring.len()];
            match (rim.shows(before), rim.shows(at)) {
                (false, true) => {
                    let angle = rim.crossing(before, at);
                    let mut line = Loop::default();
                    line.push(rim.at(angle), true);
                    line.push(rim.plane(at), false);
                    run = Some((angle, line));
                }
                (true, true) => {
                    if let Some((_, line)) = &mut run {
                        line.push(rim.plane(at), false);
                    }
                }
                (true, false) => {
                    if let Some((comes_in, mut line)) = run.take() {
                        let leaves = rim.crossing(before, at);
                        line.push(rim.at(leaves), true);
                        pieces.runs.push(Run { comes_in, leaves, line });
                    }
                }
                (false, false) => {}
            }
            before = at;
        }
    }
    closed(pieces, rim)
}

/// Plane units that an edge may become long far from the middle before it is subdivided.
const LONGEST_EDGE: f64 = 0.03;
/// The cosine of the distance from the middle beyond which edges are stretched noticeably.
const STRETCHED: f64 = -0.1;

/// The ring with further corners where the map stretches its edges: around the place opposite its middle.
fn spread(ring: &[Direction], rim: &Rim) -> Vec<Direction> {
    if rim.cosine > STRETCHED {
        return ring.to_vec();
    }
    let mut corners = Vec::with_capacity(ring.len());
    for (i, &at) in ring.iter().enumerate() {
        corners.push(at);
        let next = ring[(i + 1) % ring.len()];
        if at[0] < STRETCHED || next[0] < STRETCHED {
            halve(at, next, rim, 12, &mut corners);
        }
    }
    corners
}

fn halve(a: Direction, b: Direction, rim: &Rim, depth: u32, corners: &mut Vec<Direction>) {
    let (from, to) = (rim.plane(a), rim.plane(b));
    if depth > 0 && (to.x - from.x).hypot(to.y - from.y) > LONGEST_EDGE {
        let middle = between(a, b, 0.5);
        halve(a, middle, rim, depth - 1, corners);
        corners.push(middle);
        halve(middle, b, rim, depth - 1, corners);
    }
}

impl Rim {
    /// Whether a direction lies on the map.
    #[must_use]
    pub fn shows(&self, at: Direction) -> bool {
        at[0] > self.cosine
    }

    fn plane(&self, at: Direction) -> Plane {
        self.projection.plane_from_direction(at)
    }

    /// The point of the rim at an angle, counter-clockwise from the right.
    fn at(&self, angle: f64) -> Plane {
        Plane { x: self.radius * angle.cos(), y: self.radius * angle.sin() }
    }

    /// The angle at which the way between a direction on the map and one off it crosses the rim.
    fn crossing(&self, a: Direction, b: Direction) -> f64 {
        let share = (self.cosine - a[0]) / (b[0] - a[0]);
        let at = between(a, b, share);
        at[2].atan2(at[1]).rem_euclid(TAU)
    }
}

/// Pieces of the rim.
const RIM: f64 = 720.0;

impl Edge for Rim {
    fn length(&self) -> f64 {
        TAU
    }

    fn points(&self, from: f64, to: f64) -> Vec<Plane> {
        let piece = TAU / RIM;
        let around = self.radius / (piece / 2.0).cos();
        let point = |angle: f64| Plane { x: around * angle.cos(), y: around * angle.sin() };
        places(from, to, piece).map(point).collect()
    }
}

/// Both ends, and every whole number of steps between them.
fn places(from: f64, to: f64, step: f64) -> impl Iterator<Item = f64> {
    let first = (from / step).floor() as i32 + 1;
    let last = (to / step).ceil() as i32 - 1;
    let between = (first..=last).map(move |number| f64::from(number) * step);
    std::iter::once(from).chain(between).chain(std::iter::once(to))
}

/// Two places on the edge that are this close are one: a ring that leaves and comes in there does not go
/// around.
const SAME_PLACE: f64 = 1e-9;
/// The share of the whole map by which land may be less than nothing before it is the rest of the map that is
/// meant.
const INSIDE_OUT: f64 = 0.1;

/// Joins the stretches along the edge, each from where it leaves to the next that comes in,
/// counter-clockwise. Where the rings leave nothing but holes, the edge itself is the ring around them.
fn closed(pieces: Pieces, edge: &impl Edge) -> Vec<Loop> {
    let Pieces { whole: mut loops, runs } = pieces;
    let mut runs: Vec<Option<Run>> = runs.into_iter().map(Some).collect();
    for first in 0..runs.len() {
        let Some(Run { comes_in: start, mut leaves, line: mut joined }) = runs[first].take() else {
            continue;
        };
        loop {
            let ahead = |place: f64| (place - leaves + SAME_PLACE).rem_euclid(edge.length());
            let others = runs.iter().enumerate();
            let others = others.filter_map(|(number, run)| Some((ahead(run.as_ref()?.comes_in), number)));
            let next = others.min_by(|a, b| a.0.total_cmp(&b.0)).filter(|next| next.0 < ahead(start));
            let way = next.map_or_else(|| ahead(start), |(ahead, _)| ahead) - SAME_PLACE;
            edge.points(leaves, leaves + way).into_iter().for_each(|at| joined.push(at, true));
            let Some(Run { leaves: left, line, .. }) = next.and_then(|(_, number)| runs[number].take())
            else {
                break;
            };
            line.points.into_iter().zip(line.on_edge).for_each(|(at, on_edge)| joined.push(at, on_edge));
            leaves = left;
        }
        loops.push(joined);
    }
    loops.retain(|found| found.points.len() > 2);
    let area: f64 = loops.iter().map(Loop::area).sum();
    if area < 0.0 {
        let points = edge.points(-SAME_PLACE, edge.length() - SAME_PLACE);
        let whole_map = Loop { on_edge: vec![true; points.len()], points };
        if area < -INSIDE_OUT * whole_map.area() {
            loops.push(whole_map);
        }
    }
    loops
}

/// Cuts a line, turned to the middle of the map, at the meridian opposite.
#[must_use]
pub fn flat_line(line: &[Position], projection: Projection) -> Vec<Vec<Plane>> {
    let mut parts = vec![Vec::new()];
    let mut before: Option<Position> = None;
    for &at in line {
        if let Some(leaves) = before.and_then(|before| over_the_edge(before, at)) {
            parts.last_mut().expect("there is always a part").push(projection.plane_from_globe(leaves));
            parts.push(vec![projection.plane_from_globe(opposite(leaves))]);
        }
        parts.last_mut().expect("there is always a part").push(projection.plane_from_globe(at));
        before = Some(at);
    }
    parts.retain(|part| part.len() > 1);
    parts
}

/// Cuts a line, turned to the middle of the map, at a rim.
#[must_use]
pub fn round_line(line: &[Direction], rim: &Rim) -> Vec<Vec<Plane>> {
    let mut parts: Vec<Vec<Plane>> = Vec::new();
    let mut before: Option<Direction> = None;
    for &at in line {
        let crossing = || before.map(|before| rim.at(rim.crossing(before, at)));
        match (before.is_some_and(|before| rim.shows(before)), rim.shows(at)) {
            (false, true) => parts.push(crossing().into_iter().chain([rim.plane(at)]).collect()),
            (true, true) => parts.last_mut().expect("the line was on the map").push(rim.plane(at)),
            (true, false) => parts.last_mut().expect("the line was on the map").extend(crossing()),
            (false, false) => {}
        }
        before = Some(at);
    }
    parts.retain(|part| part.len() > 1);
    parts
}
