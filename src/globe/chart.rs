//! A chart: a projection turned to a centre. It knows the way between globe and plane, and cuts what crosses
//! its edge.

use super::cut::{self, Loop};
use super::direction::{Turn, angle, direction, position, wrapped};
use super::great_circle::Way;
use super::projection::{Plane, Projection};
use super::sewing::Ring;
use crate::meeting::Position;

/// A projection and what lies in its middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chart {
    /// How the globe is laid flat.
    pub projection: Projection,
    /// The middle of a round map. Flat maps have a central meridian: their latitude is 0.
    pub centre: Position,
    turn: Turn,
}

impl Default for Chart {
    fn default() -> Self {
        Self::new(Projection::default(), Position::new(0.0, 0.0))
    }
}

impl Chart {
    /// A chart. A flat one uses only the meridian of the centre.
    #[must_use]
    pub fn new(projection: Projection, centre: Position) -> Self {
        let lat = if projection.rim().is_some() { centre.lat.clamp(-90.0, 90.0) } else { 0.0 };
        let centre = Position::new(wrapped(centre.lon), lat);
        Self { projection, centre, turn: Turn::to(centre) }
    }

    /// The plane point of a position; `None` on the far side of the globe.
    #[must_use]
    pub fn plane_from_globe(&self, at: Position) -> Option<Plane> {
        match self.projection.rim() {
            None => Some(self.projection.plane_from_globe(self.with_meridian(at))),
            Some(rim) => {
                let turned = self.turn.turned(direction(at));
                rim.shows(turned).then(|| self.projection.plane_from_direction(turned))
            }
        }
    }

    /// The position of a plane point; `None` off the map.
    #[must_use]
    pub fn globe_from_plane(&self, at: Plane) -> Option<Position> {
        let turned = self.projection.globe_from_plane(at)?;
        Some(match self.projection.rim() {
            None => Position::new(wrapped(turned.lon + self.centre.lon), turned.lat),
            Some(_) => position(self.turn.back(direction(turned))),
        })
    }

    /// The great circle from `a` to `b` on the plane, cut where the map is: polylines in the order of the
    /// way, none if it is all on the far side. Subdivided until no chord is further than `tolerance` (plane
    /// units) from the curve. Equal places give one point; antipodes go over the North Pole. On a flat map a
    /// course to a pole ends where its meridian ends; where a projection leaves out the poles, so does the
    /// course.
    #[must_use]
    pub fn course(&self, a: Position, b: Position, tolerance: f64) -> Vec<Vec<Plane>> {
        match self.projection.rim() {
            None => {
                let [a, b] = [a, b].map(|at| self.with_meridian(at));
                Way::between(a, b).on_flat_map(self.projection, tolerance)
            }
            Some(rim) => Way::between(a, b).on_round_map(&rim, &self.turn, tolerance),
        }
    }

    /// The rings of one land on the plane, closed along the edge of the map where they cross it.
    #[must_use]
    pub fn rings(&self, rings: &[Ring]) -> Vec<Loop> {
        match self.projection.rim() {
            None => cut::flat_rings(rings.iter().map(|ring| self.all_with_meridian(ring)), self.projection),
            Some(rim) => {
                let turned = |ring: &Ring| ring.iter().map(|&at| self.turn.turned(direction(at))).collect();
                cut::round_rings(rings.iter().map(turned), &rim)
            }
        }
    }

    /// A line through neighbouring positions on the plane, cut where the map is.
    #[must_use]
    pub fn line(&self, line: &[Position]) -> Vec<Vec<Plane>> {
        match self.projection.rim() {
            None => cut::flat_line(&self.all_with_meridian(line), self.projection),
            Some(rim) => {
                let turned: Vec<_> = line.iter().map(|&at| self.turn.turned(direction(at))).collect();
                cut::round_line(&turned, &rim)
            }
        }
    }

    /// The centre that brings a place to a plane point, with north up: for dragging the globe. A flat map
    /// turns about its axis only. `None` if no centre does, or the point is off the map.
    #[must_use]
    pub fn centre_with(&self, place: Position, at: Plane) -> Option<Position> {
        let turned = self.projection.globe_from_plane(at)?;
        if self.projection.rim().is_none() {
            return Some(Position::new(wrapped(place.lon - turned.lon), 0.0));
        }
        let [ahead, east, north] = direction(turned);
        let (sin_lat, cos_lat) = place.lat.to_radians().sin_cos();
        let beside = (east / cos_lat).clamp(-1.0, 1.0).asin();
        let centres = [beside, std::f64::consts::PI - beside].into_iter().flat_map(|lon| {
            // The height of the place on the map is `length · cos(latitude of the centre + lean)`.
            let level = cos_lat * lon.cos();
            let (length, lean) = (sin_lat.hypot(level), level.atan2(sin_lat));
            let reach = (north / length).clamp(-1.0, 1.0).acos();
            [reach - lean, -reach - lean].map(|lat| (lon, lat))
        });
        let centres = centres.map(|(lon, lat)| {
            let lat = wrapped(lat.to_degrees());
            Position::new(wrapped(place.lon - lon.to_degrees()), lat)
        });
        let there = [ahead, east, north];
        let gap = |centre: &Position| angle(Turn::to(*centre).turned(direction(place)), there);
        let best = centres.filter(|centre| centre.lat.abs() <= 90.0).min_by(|a, b| gap(a).total_cmp(&gap(b)));
        best.filter(|centre| gap(centre) < 0.01)
    }

    /// A position with its longitude counted from the central meridian.
    fn with_meridian(&self, at: Position) -> Position {
        Position::new(wrapped(at.lon - self.centre.lon), at.lat)
    }

    fn all_with_meridian(&self, line: &[Position]) -> Vec<Position> {
        line.iter().map(|&at| self.with_meridian(at)).collect()
    }
}

/// A middle of the map that many ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outlook {
    /// The prime meridian in the middle.
    Greenwich,
    /// Europe and Asia in the middle, the cut through North America.
    Eurasia,
    /// The Pacific in the middle, the cut through the Atlantic.
    Pacific,
    /// The Americas in the middle, the cut through Asia.
    Americas,
}

impl Outlook {
    /// Every outlook, in the order of lists.
    pub const ALL: [Self; 4] = [Self::Greenwich, Self::Eurasia, Self::Pacific, Self::Americas];

    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Greenwich => "Greenwich",
            Self::Eurasia => "Eurasia",
            Self::Pacific => "Pacific",
            Self::Americas => "Americas",
        }
    }

    /// What lies in the middle: of flat maps its meridian, of round ones the place.
    #[must_use]
    pub const fn centre(self) -> Position {
        match self {
            Self::Greenwich => Position::new(0.0, 20.0),
            Self::Eurasia => Position::new(70.0, 45.0),
            Self::Pacific => Position::new(150.0, 10.0),
            Self::Americas => Position::new(-90.0, 15.0),
        }
    }
}
