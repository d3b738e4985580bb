//! Projections: globe (degrees) to plane (sphere of radius 1, y up) and back, a file each.

pub mod equal_earth;
pub mod natural_earth;
pub mod robinson;
pub mod winkel_tripel;
pub mod mercator;
pub mod plate_carree;
pub mod azimuthal_equidistant;
pub mod orthographic;

use super::direction::{Direction, direction, position};
use crate::meeting::Position;
use serde::{Deserialize, Serialize};
use std::f64::consts::{FRAC_PI_2, PI, TAU};

/// A point on the projected plane, in radii of the sphere, x to the right and y up; the centre of the map is
/// (0, 0).
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
    /// A compromise with rounded corners, made for small-scale world maps.
    NaturalEarth,
    /// A compromise, known from wall maps and atlases.
    Robinson,
    /// A compromise with curved parallels and little distortion.
    WinkelTripel,
    /// Conformal; cut at 85.0511° north and south, where the map is square.
    Mercator,
    /// Longitude and latitude as they are.
    PlateCarree,
    /// True distances from the centre; the whole globe as a disc.
    AzimuthalEquidistant,
    /// The globe as seen from far away: one half of it.
    Orthographic,
}

/// The edge of a round map, and which directions lie within it once the globe is turned to its middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rim {
    /// An azimuthal projection.
    pub projection: Projection,
    /// The cosine of the angle between the middle and the rim.
    pub cosine: f64,
    /// Plane units from the middle.
    pub radius: f64,
}

impl Rim {
    /// The circle, as a closed ring without its first point repeated.
    fn outline(&self) -> Vec<Plane> {
        let angles = (0..360).map(|degree| TAU * f64::from(degree) / 360.0);
        angles.map(|angle| Plane { x: self.radius * angle.cos(), y: self.radius * angle.sin() }).collect()
    }
}

impl Projection {
    /// Every projection, in the order of lists.
    pub const ALL: [Self; 8] = [
        Self::EqualEarth,
        Self::NaturalEarth,
        Self::Robinson,
        Self::WinkelTripel,
        Self::Mercator,
        Self::PlateCarree,
        Self::AzimuthalEquidistant,
        Self::Orthographic,
    ];

    /// The name that readers see, such as `Equal Earth`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::EqualEarth => "Equal Earth",
            Self::NaturalEarth => "Natural Earth",
            Self::Robinson => "Robinson",
            Self::WinkelTripel => "Winkel Tripel",
            Self::Mercator => "Mercator",
            Self::PlateCarree => "Plate Carrée",
            Self::AzimuthalEquidistant => "Azimuthal equidistant",
            Self::Orthographic => "Orthographic globe",
        }
    }

    /// The plane point of a position of the globe turned to the middle of the map. Latitudes beyond the
    /// projection's range are moved to its edge; the far side of the globe lies behind the near one.
    #[must_use]
    pub fn plane_from_globe(self, at: Position) -> Plane {
        match self {
            Self::EqualEarth => equal_earth::plane_from_globe(at),
            Self::NaturalEarth => natural_earth::plane_from_globe(at),
            Self::Robinson => robinson::plane_from_globe(at),
            Self::WinkelTripel => winkel_tripel::plane_from_globe(at),
            Self::Mercator => mercator::plane_from_globe(at),
            Self::PlateCarree => plate_carree::plane_from_globe(at),
            Self::AzimuthalEquidistant => azimuthal_equidistant::plane_from_globe(at),
            Self::Orthographic => orthographic::plane_from_globe(at),
        }
    }

    /// The plane point of a direction of the globe turned to the middle of the map.
    #[must_use]
    pub fn plane_from_direction(self, at: Direction) -> Plane {
        match self {
            Self::EqualEarth
            | Self::NaturalEarth
            | Self::Robinson
            | Self::WinkelTripel
            | Self::Mercator
            | Self::PlateCarree => self.plane_from_globe(position(at)),
            Self::AzimuthalEquidistant => azimuthal_equidistant::plane_from_direction(at),
            Self::Orthographic => orthographic::plane_from_direction(at),
        }
    }

    /// The rim of a round map; `None` for flat maps, which are cut along a meridian.
    #[must_use]
    pub fn rim(self) -> Option<Rim> {
        let (angle, cosine) = match self {
            Self::EqualEarth
            | Self::NaturalEarth
            | Self::Robinson
            | Self::WinkelTripel
            | Self::Mercator
            | Self::PlateCarree => return None,
            Self::AzimuthalEquidistant => (NEARLY_ALL, NEARLY_ALL.cos()),
            Self::Orthographic => (FRAC_PI_2, 0.0),
        };
        let at_rim = direction(Position::new(angle.to_degrees(), 0.0));
        Some(Rim { projection: self, cosine, radius: self.plane_from_direction(at_rim).x })
    }

    /// The position, on the globe turned to the middle of the map, of a plane point; `None` off the map.
    #[must_use]
    pub fn globe_from_plane(self, at: Plane) -> Option<Position> {
        match self {
            Self::EqualEarth => equal_earth::globe_from_plane(at),
            Self::NaturalEarth => natural_earth::globe_from_plane(at),
            Self::Robinson => robinson::globe_from_plane(at),
            Self::WinkelTripel => winkel_tripel::globe_from_plane(at),
            Self::Mercator => mercator::globe_from_plane(at),
            Self::PlateCarree => plate_carree::globe_from_plane(at),
            Self::AzimuthalEquidistant => azimuthal_equidistant::globe_from_plane(at),
            Self::Orthographic => orthographic::globe_from_plane(at),
        }
    }

    /// The northernmost latitude on the map in degrees; the southernmost is its negative.
    #[must_use]
    pub const fn latitude_limit(self) -> f64 {
        match self {
            Self::EqualEarth
            | Self::NaturalEarth
            | Self::Robinson
            | Self::WinkelTripel
            | Self::PlateCarree
            | Self::AzimuthalEquidistant
            | Self::Orthographic => 90.0,
            Self::Mercator => mercator::LIMIT,
        }
    }

    /// The upper right corner of the rectangle around the map; the lower left is its negative.
    #[must_use]
    pub fn corner(self) -> Plane {
        if let Some(rim) = self.rim() {
            return Plane { x: rim.radius, y: rim.radius };
        }
        let east = self.plane_from_globe(Position::new(180.0, 0.0));
        let north = self.plane_from_globe(Position::new(0.0, self.latitude_limit()));
        Plane { x: east.x, y: north.y }
    }

    /// The edge of the map, a closed ring without its first point repeated, dense enough to look smooth.
    #[must_use]
    pub fn outline(self) -> Vec<Plane> {
        if let Some(rim) = self.rim() {
            return rim.outline();
        }
        let limit = self.latitude_limit();
        let side = |lon: f64| (-90..=90).map(move |step| (lon, limit * f64::from(step) / 90.0));
        side(180.0)
            .chain(side(-180.0).rev())
            .map(|(lon, lat)| self.plane_from_globe(Position::new(lon, lat)))
            .collect()
    }
}

/// The angle from the middle that an azimuthal map of the whole globe shows, in radians. The place opposite
/// is no point there, but all of the rim; the map ends 13 km before it.
const NEARLY_ALL: f64 = PI - 0.002;
/// How far off the map a point may lie through rounding alone, in radii of the sphere or in radians.
const ROUNDING: f64 = 1e-12;
/// How far below a pole line a point counts as the pole. No more than the last digits: meridians can meet the
/// line at so flat an angle that the difference would be seen in the longitude.
const ON_THE_POLE_LINE: f64 = 1e-15;

/// The degrees of a longitude in radians; `None` beyond ±180°, off the map.
fn longitude(radians: f64) -> Option<f64> {
    (radians.abs() <= PI + ROUNDING).then(|| radians.to_degrees().clamp(-180.0, 180.0))
}
