//! Projections: globe (degrees) to plane (sphere of radius 1, y up) and back, a file each.

pub mod equal_earth;
pub mod mercator;

use crate::meeting::Position;
use serde::{Deserialize, Serialize};

/// A point on the projected plane, in radii of the sphere, x to the right and y up; the centre of the map is (0, 0).
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Plane {
    /// To the right.
    pub x: f64,
    /// Up.
    pub y: f64,
}

/// A map projection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Projection {
    /// Equal-area, pleasing for a world map: the default.
    #[default]
    EqualEarth,
    /// Conformal; cut at 85.0511° north and south, where the map is square.
    Mercator,
}

impl Projection {
    /// Every projection, in the order of lists.
    pub const ALL: [Self; 2] = [Self::EqualEarth, Self::Mercator];

    /// The name that readers see, such as `Equal Earth`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::EqualEarth => "Equal Earth",
            Self::Mercator => "Mercator",
        }
    }

    /// The plane point of a position. Latitudes beyond the projection's range are moved to its edge.
    #[must_use]
    pub fn plane_from_globe(self, _at: Position) -> Plane {
        todo!()
    }

    /// The position of a plane point; `None` off the map.
    #[must_use]
    pub fn globe_from_plane(self, _at: Plane) -> Option<Position> {
        todo!()
    }

    /// The edge of the map, a closed ring without its first point repeated, dense enough to look smooth.
    #[must_use]
    pub fn outline(self) -> Vec<Plane> {
        todo!()
    }
}
