//! Great circles: the shortest way between two places, its length, and its course on a map turned to its
//! middle.

use super::direction::{Direction, Turn, angle, cross, direction, position, unit, wrapped};
use super::projection::{Plane, Projection, Rim};
use crate::meeting::Position;
use std::f64::consts::TAU;

/// The IUGG mean radius in kilometres (Moritz 2000, Geodetic Reference System 1980, Journal of Geodesy 74,
/// R₁).
const EARTH_RADIUS_KM: f64 = 6371.0088;

/// Degrees within which two longitudes are one meridian.
const SAME_MERIDIAN: f64 = 1e-9;
/// Radians within which two positions are one place.
const SAME_PLACE: f64 = 1e-12;

/// Kilometres along the great circle on a sphere of radius 6371.0088 km (IUGG mean radius).
#[must_use]
pub fn distance_km(a: Position, b: Position) -> f64 {
    EARTH_RADIUS_KM * angle(direction(a), direction(b))
}

/// The place halfway between two others.
#[must_use]
pub fn midway(a: Position, b: Position) -> Position {
    let (from, to) = (direction(a), direction(b));
    let sum: Direction = std::array::from_fn(|i| from[i] + to[i]);
    // Antipodes have no middle of their own; their way goes over the pole.
    if sum.iter().all(|part| part.abs() < 1e-9) { Position::new(a.lon, 90.0) } else { position(sum) }
}

/// The shortest way between two positions; antipodes go over the North Pole.
#[derive(Clone, Copy, Debug)]
pub struct Way {
    a: Position,
    b: Position,
}

impl Way {
    /// The way from `a` to `b`.
    #[must_use]
    pub const fn between(a: Position, b: Position) -> Self {
        Self { a, b }
    }

    /// Its course on a flat map, longitudes being counted from the central meridian: one polyline, or two
    /// where it crosses the edge of the map (cut exactly at ±180°, so that Honolulu–Majuro and Suva–Apia go
    /// the short way, or at a pole).
    #[must_use]
    pub fn on_flat_map(self, projection: Projection, tolerance: f64) -> Vec<Vec<Plane>> {
        let legs = legs(self.a, self.b);
        if legs.is_empty() {
            return vec![vec![projection.plane_from_globe(self.a)]];
        }
        legs.iter().flat_map(|leg| within_the_map(leg.course(projection, tolerance), projection)).collect()
    }

    /// Its course on a round map: what the rim leaves of it, in one polyline or two.
    #[must_use]
    pub fn on_round_map(self, rim: &Rim, turn: &Turn, tolerance: f64) -> Vec<Vec<Plane>> {
        let [start, end] = [self.a, self.b].map(|at| turn.turned(direction(at)));
        let angle = angle(start, end);
        if angle < SAME_PLACE {
            let here = rim.shows(start).then(|| vec![rim.projection.plane_from_direction(start)]);
            return here.into_iter().collect();
        }
        let over = if self.are_antipodes() { turn.turned(self.way_over_the_pole()) } else { end };
        let arc = Arc { start, heading: cross(unit(cross(start, over)), start) };
        let at = |run: f64| rim.projection.plane_from_direction(arc.at(run));
        let stretches = arc.shown(rim, angle).into_iter();
        stretches.map(|[from, to]| subdivided(&at, [from, to], tolerance)).collect()
    }

    fn are_antipodes(self) -> bool {
        std::f64::consts::PI - angle(direction(self.a), direction(self.b)) < SAME_PLACE
    }

    /// A place on the way between antipodes: the pole, or from a pole the meridian of the other end.
    fn way_over_the_pole(self) -> Direction {
        if is_pole(self.a) { direction(Position::new(self.b.lon, 0.0)) } else { [0.0, 0.0, 1.0] }
    }
}

/// A great circle: `start · cos(run) + heading · sin(run)`, the run in radians.
struct Arc {
    start: Direction,
    heading: Direction,
}

impl Arc {
    fn at(&self, run: f64) -> Direction {
        let (sin, cos) = run.sin_cos();
        std::array::from_fn(|i| self.start[i] * cos + self.heading[i] * sin)
    }

    /// The stretches up to `end` that lie within a rim, in order. The cosine of the distance from the middle
    /// swings as `height · cos(run − peak)`.
    fn shown(&self, rim: &Rim, end: f64) -> Vec<[f64; 2]> {
        let height = self.start[0].hypot(self.heading[0]);
        let peak = self.heading[0].atan2(self.start[0]);
        if height <= rim.cosine.abs() {
            return if rim.cosine < 0.0 { vec![[0.0, end]] } else { Vec::new() };
        }
        let half = (rim.cosine / height).acos();
        let around = |turn: f64| [(peak + turn - half).max(0.0), (peak + turn + half).min(end)];
        [-TAU, 0.0, TAU].map(around).into_iter().filter(|[from, to]| to - from > SAME_PLACE).collect()
    }
}

/// Points at a polyline's first subdivision, an angle in radians: 15°.
const FIRST_STEP: f64 = 0.262;

/// A curve from one run to another, so that no chord is further than `tolerance` from it.
fn subdivided(at: &impl Fn(f64) -> Plane, [from, to]: [f64; 2], tolerance: f64) -> Vec<Plane> {
    let pieces = ((to - from) / FIRST_STEP).ceil().max(1.0);
    let mut points = vec![at(from)];
    let mut start = (from, points[0]);
    for piece in 1..=pieces as u32 {
        let run = from + (to - from) * f64::from(piece) / pieces;
        let end = (run, at(run));
        subdivide(at, start, end, tolerance, 14, &mut points);
        start = end;
    }
    points
}

/// The parts of a line that lie on the map. Beyond the latitudes of a projection that ends before the poles,
/// points were moved to its edge: what runs along the edge is left out.
fn within_the_map(line: Vec<Plane>, projection: Projection) -> Vec<Vec<Plane>> {
    if projection.latitude_limit() >= 90.0 {
        return vec![line];
    }
    let edge = projection.corner().y.abs() - 1e-9;
    let beyond = |a: &Plane, b: &Plane| a.y.abs() >= edge && b.y.abs() >= edge;
    line.chunk_by(|a, b| !beyond(a, b)).filter(|part| part.len() > 1).map(<[Plane]>::to_vec).collect()
}

/// A part of the way that does not cross the edge of the map. Its ends are at longitudes −180…180, and the
/// way between them is the one that does not cross ±180°.
struct Leg {
    from: Position,
    to: Position,
    arc: Arc,
    angle: f64,
}

/// The way from `a` to `b`, cut where the map is: two legs at most, none between equal places.
fn legs(mut a: Position, mut b: Position) -> Vec<Leg> {
    if is_pole(a) {
        a.lon = b.lon;
    }
    if is_pole(b) {
        b.lon = a.lon;
    }
    let eastward = wrapped(b.lon - a.lon);
    let end = a.lon + eastward;
    let ways = if eastward.abs() > 180.0 - SAME_MERIDIAN {
        let pole = if a.lat + b.lat < -SAME_MERIDIAN { -90.0 } else { 90.0 };
        vec![(a, Position::new(a.lon, pole)), (Position::new(b.lon, pole), b)]
    } else if end.abs() > 180.0 {
        let edge = 180.0_f64.copysign(end);
        let lat = latitude_at_the_edge(a, b);
        vec![(a, Position::new(edge, lat)), (Position::new(-edge, lat), b)]
    } else {
        vec![(a, Position::new(end, b.lat))]
    };
    ways.into_iter().map(|(from, to)| Leg::new(from, to)).filter(|leg| leg.angle > SAME_PLACE).collect()
}

impl Leg {
    fn new(from: Position, to: Position) -> Self {
        let (start, end) = (direction(from), direction(to));
        let normal = unit(cross(start, end));
        let arc = Arc { start, heading: cross(normal, start) };
        Self { from, to, arc, angle: angle(start, end) }
    }

    /// The position after an angle of the way in radians.
    fn at(&self, run: f64) -> Position {
        let (from, to) = (self.from, self.to);
        if run >= self.angle {
            return to;
        }
        if (to.lon - from.lon).abs() < SAME_MERIDIAN {
            return Position::new(from.lon, from.lat + run / self.angle * (to.lat - from.lat));
        }
        let [x, y, z] = self.arc.at(run);
        let middle = f64::midpoint(from.lon, to.lon);
        let lon = middle + wrapped(y.atan2(x).to_degrees() - middle);
        let lon = lon.clamp(from.lon.min(to.lon), from.lon.max(to.lon));
        Position::new(lon, z.atan2(x.hypot(y)).to_degrees())
    }

    fn course(&self, projection: Projection, tolerance: f64) -> Vec<Plane> {
        let at = |run: f64| projection.plane_from_globe(if run > 0.0 { self.at(run) } else { self.from });
        subdivided(&at, [0.0, self.angle], tolerance)
    }
}

/// Adds points after `from` up to and with `to`, each a share of the way and its plane point.
fn subdivide(
    at: &impl Fn(f64) -> Plane,
    from: (f64, Plane),
    to: (f64, Plane),
    tolerance: f64,
    depth: u32,
    points: &mut Vec<Plane>,
) {
    let share = |part: f64| from.0 + part * (to.0 - from.0);
    let middle = (share(0.5), at(share(0.5)));
    let far = |point: Plane| distance_to_chord(point, from.1, to.1) > tolerance;
    // A curve with a turn can meet its chord in the middle: the quarters tell.
    if depth > 0 && (far(middle.1) || far(at(share(0.25))) || far(at(share(0.75)))) {
        subdivide(at, from, middle, tolerance, depth - 1, points);
        subdivide(at, middle, to, tolerance, depth - 1, points);
    } else {
        points.push(to.1);
    }
}

fn distance_to_chord(point: Plane, a: Plane, b: Plane) -> f64 {
    let (along_x, along_y) = (b.x - a.x, b.y - a.y);
    let (x, y) = (point.x - a.x, point.y - a.y);
    let square = along_x * along_x + along_y * along_y;
    let share = if square > 0.0 { ((x * along_x + y * along_y) / square).clamp(0.0, 1.0) } else { 0.0 };
    (x - share * along_x).hypot(y - share * along_y)
}

/// The latitude at which the great circle through `a` and `b` crosses ±180°. They must not lie on one
/// meridian.
fn latitude_at_the_edge(a: Position, b: Position) -> f64 {
    // On the edge the direction is (−cos φ, 0, sin φ); its product with the normal of the circle's plane is
    // 0.
    let normal = cross(direction(a), direction(b));
    (normal[0] / normal[2]).atan().to_degrees()
}

fn is_pole(at: Position) -> bool {
    at.lat.abs() > 90.0 - SAME_MERIDIAN
}
