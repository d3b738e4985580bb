//! Identities: which meeting, which place, which person and which trip is meant. Each is given once and
//! carried everywhere.

use super::Position;
use super::code::CountryCode;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// Which meeting: unique in its table, given by the file, the importer or the editor. A copy costs no memory.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeetingId(Arc<str>);

impl MeetingId {
    /// The identity with this text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// Its text, as files write it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Which person. Spellings that differ only in accents, case or spaces have one identity.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(Arc<str>);

impl PersonId {
    /// The identity with this text. The gazetteer makes it from a name.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Which trip: the same for all meetings that somebody travelled to without going home between them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TripId(Arc<str>);

impl TripId {
    /// The identity with this text, which is not empty.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// Its text, as files write it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Which place of the tables: its number at geonames.org; from 1,000,000,000 on, Natural Earth's number for a
/// province; from 2,000,000,001 on, the project's own for a region; from 3,000,000,000 on, `OurAirports`' for
/// an airfield, counted from there; from 4,000,000,001 on, the project's own for a place that no source has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CityId(pub u32);

impl CityId {
    /// Whether it is a number of geonames.org.
    #[must_use]
    pub const fn is_of_geonames(self) -> bool {
        self.0 < 1_000_000_000
    }

    /// Whether it is a province, a region or an island: known no closer than that.
    #[must_use]
    pub const fn is_area(self) -> bool {
        1_000_000_000 <= self.0 && self.0 < 3_000_000_000
    }
}

/// Which place. Two venues with one identity lie on one mark.
///
/// As text: `city:524901` (see [`CityId`]), `country:RUS`, `point:37.61750,55.75580` (degrees east, degrees
/// north).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceId {
    /// A city of the city table.
    City(CityId),
    /// A country as a whole: no more is known.
    Country(CountryCode),
    /// A point chosen on the map or given by coordinates: a place of its own.
    Point {
        /// Hundred-thousandths of a degree east, about a metre.
        lon: i32,
        /// Hundred-thousandths of a degree north.
        lat: i32,
    },
}

/// Hundred-thousandths in a degree.
const PER_DEGREE: f64 = 1e5;

impl PlaceId {
    /// Whether no more is known than a country or a province: drawn hollow.
    #[must_use]
    pub const fn is_area(self) -> bool {
        match self {
            Self::City(city) => city.is_area(),
            Self::Country(_) => true,
            Self::Point { .. } => false,
        }
    }

    /// The place of a point.
    #[must_use]
    pub fn point(at: Position) -> Self {
        let whole = |degrees: f64| (degrees * PER_DEGREE).round() as i32;
        Self::Point { lon: whole(at.lon), lat: whole(at.lat) }
    }
}

impl fmt::Display for PlaceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::City(CityId(number)) => write!(f, "city:{number}"),
            Self::Country(code) => write!(f, "country:{code}"),
            Self::Point { lon, lat } => {
                write!(f, "point:{:.5},{:.5}", f64::from(*lon) / PER_DEGREE, f64::from(*lat) / PER_DEGREE)
            }
        }
    }
}

/// A text that is no [`PlaceId`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPlaceId;

impl fmt::Display for NoPlaceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected city:NUMBER, country:CODE or point:LONGITUDE,LATITUDE")
    }
}

impl FromStr for PlaceId {
    type Err = NoPlaceId;

    fn from_str(text: &str) -> Result<Self, NoPlaceId> {
        let (sort, rest) = text.split_once(':').ok_or(NoPlaceId)?;
        let read = match sort {
            "city" => rest.parse().ok().map(|number| Self::City(CityId(number))),
            "country" => CountryCode::new(rest).map(Self::Country),
            "point" => rest.split_once(',').and_then(|(lon, lat)| {
                let (lon, lat): (f64, f64) = (lon.parse().ok()?, lat.parse().ok()?);
                let is_on_earth = (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat);
                is_on_earth.then(|| Self::point(Position::new(lon, lat)))
            }),
            _ => None,
        };
        read.ok_or(NoPlaceId)
    }
}

impl Serialize for PlaceId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PlaceId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// What the identities that are texts can do.
macro_rules! text_identity {
    ($name:ident) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer).map(|text| Self(text.into()))
            }
        }
    };
}
text_identity!(MeetingId);
text_identity!(PersonId);
text_identity!(TripId);
