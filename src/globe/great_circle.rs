//! Great circles: the shortest way between two places, its length, and its course on a projected map.

use super::projection::{Plane, Projection};
use crate::meeting::Position;

/// The IUGG mean radius in kilometres (Moritz 2000, Geodetic Reference System 1980, Journal of Geodesy 74, R₁).
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

/// The bearing in which the way from `a` to `b` sets out, in degrees clockwise from north, 0 to 360 (Snyder 1987, equation 5-4b).
/// 0 for equal places.
#[must_use]
pub fn azimuth_deg(a: Position, b: Position) -> f64 {
    let (sin_a, cos_a) = a.lat.to_radians().sin_cos();
    let (sin_b, cos_b) = b.lat.to_radians().sin_cos();
    let (sin_east, cos_east) = (b.lon - a.lon).to_radians().sin_cos();
    let east = cos_b * sin_east;
    let north = cos_a * sin_b - sin_a * cos_b * cos_east;
    east.atan2(north).to_degrees().rem_euclid(360.0)
}

/// The course from `a` to `b` on the plane: one polyline, or two where it crosses the edge of the map (cut exactly at ±180°, so
/// that Honolulu–Majuro and Suva–Apia go the short way, or at a pole). Subdivided until no chord is further than `tolerance`
/// (plane units) from the curve. Equal places give one point; antipodes go over the North Pole. A pole lies on every meridian:
/// a course to it ends where its meridian ends. Where a projection leaves out the poles, so does the course.
#[must_use]
pub fn course(a: Position, b: Position, projection: Projection, tolerance: f64) -> Vec<Vec<Plane>> {
    let legs = legs(a, b);
    if legs.is_empty() {
        return vec![vec![projection.plane_from_globe(a)]];
    }
    legs.iter().flat_map(|leg| within_the_map(leg.course(projection, tolerance), projection)).collect()
}

/// The parts of a line that lie on the map. Beyond the latitudes of a projection that ends before the poles, points were moved to its
/// edge: what runs along the edge is left out.
fn within_the_map(line: Vec<Plane>, projection: Projection) -> Vec<Vec<Plane>> {
    if projection.latitude_limit() >= 90.0 {
        return vec![line];
    }
    let edge = projection.corner().y.abs() - 1e-9;
    let beyond = |a: &Plane, b: &Plane| a.y.abs() >= edge && b.y.abs() >= edge;
    line.chunk_by(|a, b| !beyond(a, b)).filter(|part| part.len() > 1).map(<[Plane]>::to_vec).collect()
}

/// A part of the way that does not cross the edge of the map. Its ends are at longitudes −180…180, and the way between them is the
/// one that does not cross ±180°.
struct Leg {
    from: Position,
    to: Position,
    /// The way is `start · cos(angle · share) + heading · sin(angle · share)`.
    start: [f64; 3],
    heading: [f64; 3],
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
        Self { from, to, start, heading: cross(normal, start), angle: angle(start, end) }
    }

    /// The position at a share of the way, 0 to 1.
    fn at(&self, share: f64) -> Position {
        let (from, to) = (self.from, self.to);
        if (to.lon - from.lon).abs() < SAME_MERIDIAN {
            return Position::new(from.lon, from.lat + share * (to.lat - from.lat));
        }
        let (sin, cos) = (share * self.angle).sin_cos();
        let [x, y, z]: [f64; 3] = std::array::from_fn(|i| self.start[i] * cos + self.heading[i] * sin);
        let middle = f64::midpoint(from.lon, to.lon);
        let lon = middle + wrapped(y.atan2(x).to_degrees() - middle);
        let lon = lon.clamp(from.lon.min(to.lon), from.lon.max(to.lon));
        Position::new(lon, z.atan2(x.hypot(y)).to_degrees())
    }

    fn course(&self, projection: Projection, tolerance: f64) -> Vec<Plane> {
        let at = |share: f64| projection.plane_from_globe(self.at(share));
        let mut points = vec![projection.plane_from_globe(self.from)];
        let pieces = (self.angle.to_degrees() / 15.0).ceil().max(1.0);
        let mut start = (0.0, points[0]);
        for piece in 1..=pieces as u32 {
            let share = f64::from(piece) / pieces;
            let end = (
                share,
                if piece == pieces as u32 { projection.plane_from_globe(self.to) } else { at(share) },
            );
            subdivide(&at, start, end, tolerance, 14, &mut points);
            start = end;
        }
        points
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

/// The latitude at which the great circle through `a` and `b` crosses ±180°. They must not lie on one meridian.
fn latitude_at_the_edge(a: Position, b: Position) -> f64 {
    // On the edge the direction is (−cos φ, 0, sin φ); its product with the normal of the circle's plane is 0.
    let normal = cross(direction(a), direction(b));
    (normal[0] / normal[2]).atan().to_degrees()
}

fn is_pole(at: Position) -> bool {
    at.lat.abs() > 90.0 - SAME_MERIDIAN
}

/// The same turn as an angle above −180° and up to 180°.
fn wrapped(degrees: f64) -> f64 {
    180.0 - (180.0 - degrees).rem_euclid(360.0)
}

/// The unit vector to a position: x to (0° E, 0° N), y to (90° E, 0° N), z to the North Pole.
fn direction(at: Position) -> [f64; 3] {
    let (sin_lon, cos_lon) = at.lon.to_radians().sin_cos();
    let (sin_lat, cos_lat) = at.lat.to_radians().sin_cos();
    [cos_lat * cos_lon, cos_lat * sin_lon, sin_lat]
}

/// The angle between two directions in radians, exact for small and for large ones.
fn angle(a: [f64; 3], b: [f64; 3]) -> f64 {
    let along: f64 = (0..3).map(|i| a[i] * b[i]).sum();
    length(cross(a, b)).atan2(along)
}

fn cross(a: [f64; 3], b: [f64; 3]) -> [f64; 3] {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

fn length(a: [f64; 3]) -> f64 {
    a[0].hypot(a[1]).hypot(a[2])
}

fn unit(a: [f64; 3]) -> [f64; 3] {
    let length = length(a);
    a.map(|part| part / length)
}
