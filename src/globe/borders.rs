//! The base map: the shapes of countries and of disputed areas, and which country lies under a point.

use super::area_index::AreaIndex;
use super::sewing::{Ring, sewn};
use super::thinning::{coarse, densified};
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use geo::{LineString, MultiPolygon, Polygon};
use geojson::{Feature, FeatureCollection, GeometryValue};
use std::sync::{LazyLock, OnceLock};

/// What every picture must say about its borders.
pub const WORDING: &str = "Boundaries follow Natural Earth 5.1.2, adjusted to UN resolutions on Crimea, Western Sahara and the Golan; \
                           disputed areas are hatched; no endorsement implied.";

/// All shapes at 1:50 million, already cut at ±180°.
#[derive(Debug)]
pub struct Borders {
    /// Countries and territories in order of code.
    pub countries: Vec<CountryShape>,
    /// Areas to hatch.
    pub disputed: Vec<DisputedShape>,
    /// Built by the first question for a country: a start without a click needs none.
    countries_by_place: OnceLock<AreaIndex>,
    disputed_by_place: OnceLock<AreaIndex>,
}

/// A country's land.
#[derive(Debug)]
pub struct CountryShape {
    /// Whose land it is under the stated border policy.
    pub code: CountryCode,
    /// Where its name is set.
    pub label_at: Position,
    /// Natural Earth's importance for labels, 2 (most) to 7.
    pub label_rank: f64,
    /// As the base map has it, cut at ±180°. Degrees, longitude first.
    pub land: MultiPolygon<f64>,
    /// Its rings on the globe, no edge longer than a degree.
    pub rings: Vec<Ring>,
    coarse_rings: OnceLock<Vec<Ring>>,
}

/// A disputed area.
#[derive(Debug)]
pub struct DisputedShape {
    /// Its name.
    pub name: String,
    /// Who administers and who claims it, in a few words.
    pub claims: String,
    /// As the base map has it. Degrees, longitude first.
    pub land: MultiPolygon<f64>,
    /// Its rings on the globe.
    pub rings: Vec<Ring>,
}

impl CountryShape {
    /// The rings with about a fifth of their corners, for wide views and moving globes.
    #[must_use]
    pub fn coarse_rings(&self) -> &[Ring] {
        self.coarse_rings.get_or_init(|| coarse(&self.rings))
    }
}

impl Borders {
    /// The embedded base map, read on first use.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Borders> = LazyLock::new(|| {
            let countries = include_str!("../../assets/borders50.geojson");
            let disputed = include_str!("../../assets/disputed50.geojson");
            Borders::parse(countries, disputed).expect("a test reads the embedded base map")
        });
        &EMBEDDED
    }

    /// Reads the two `GeoJSON` texts of `assets/`, or says what is wrong with them. Holes must lie inside their outer ring:
    /// triangulation relies on it.
    pub fn parse(countries: &str, disputed: &str) -> Result<Self, String> {
        let mut countries: Vec<CountryShape> = features(countries, country_shape)?;
        countries.sort_by_key(|country| country.code);
        Ok(Self {
            countries,
            disputed: features(disputed, disputed_shape)?,
            countries_by_place: OnceLock::new(),
            disputed_by_place: OnceLock::new(),
        })
    }

    /// The country at a position; `None` at sea. At most 10 µs.
    #[must_use]
    pub fn country_at(&self, at: Position) -> Option<CountryCode> {
        let index = self
            .countries_by_place
            .get_or_init(|| AreaIndex::new(self.countries.iter().map(|country| &country.land)));
        let [lon, lat] = within_the_cut(at);
        index.area_at(lon, lat).map(|number| self.countries[number].code)
    }

    /// The disputed area at a position, if any.
    #[must_use]
    pub fn disputed_at(&self, at: Position) -> Option<&DisputedShape> {
        let index = self
            .disputed_by_place
            .get_or_init(|| AreaIndex::new(self.disputed.iter().map(|area| &area.land)));
        let [lon, lat] = within_the_cut(at);
        index.area_at(lon, lat).map(|number| &self.disputed[number])
    }
}

/// The point to look up: west of +180°, where shapes are cut and 180° belongs to the west; north of −89.99°, where
/// Antarctica is closed.
fn within_the_cut(at: Position) -> [f64; 2] {
    let lon =
        if (-180.0..180.0).contains(&at.lon) { at.lon } else { (at.lon + 180.0).rem_euclid(360.0) - 180.0 };
    let lat = if (-90.0..-89.99).contains(&at.lat) { -89.99 } else { at.lat };
    [lon, lat]
}

fn features<T>(text: &str, read: fn(&Feature) -> Result<T, String>) -> Result<Vec<T>, String> {
    let collection: FeatureCollection =
        text.parse().map_err(|error| format!("the base map is no GeoJSON: {error}"))?;
    let numbered = collection.features.iter().enumerate();
    numbered
        .map(|(number, feature)| read(feature).map_err(|why| format!("shape {}: {why}", number + 1)))
        .collect()
}

fn country_shape(feature: &Feature) -> Result<CountryShape, String> {
    let code = text(feature, "code")?;
    let code = CountryCode::new(code).ok_or_else(|| format!("\"{code}\" is not three capital letters"))?;
    let label_at = Position::new(number(feature, "label_lon")?, number(feature, "label_lat")?);
    let label_rank = number(feature, "label_rank")?;
    let land = land(feature)?;
    Ok(CountryShape { code, label_at, label_rank, rings: rings(&land), land, coarse_rings: OnceLock::new() })
}

fn disputed_shape(feature: &Feature) -> Result<DisputedShape, String> {
    let name = text(feature, "name")?.to_owned();
    let claims = text(feature, "claims")?.to_owned();
    let land = land(feature)?;
    Ok(DisputedShape { name, claims, rings: rings(&land), land })
}

fn rings(land: &MultiPolygon<f64>) -> Vec<Ring> {
    sewn(std::iter::once(land)).iter().map(|ring| densified(ring)).collect()
}

fn text<'a>(feature: &'a Feature, key: &str) -> Result<&'a str, String> {
    feature.property(key).and_then(|value| value.as_str()).ok_or_else(|| format!("no text \"{key}\""))
}

fn number(feature: &Feature, key: &str) -> Result<f64, String> {
    feature.property(key).and_then(geojson::JsonValue::as_f64).ok_or_else(|| format!("no number \"{key}\""))
}

fn land(feature: &Feature) -> Result<MultiPolygon<f64>, String> {
    match feature.geometry.as_ref().map(|geometry| &geometry.value) {
        Some(GeometryValue::Polygon { coordinates }) => Ok(MultiPolygon(vec![polygon(coordinates)?])),
        Some(GeometryValue::MultiPolygon { coordinates }) => {
            coordinates.iter().map(|rings| polygon(rings)).collect()
        }
        _ => Err("neither a polygon nor several".to_owned()),
    }
}

fn polygon(rings: &[Vec<geojson::Position>]) -> Result<Polygon<f64>, String> {
    let mut rings = rings.iter().map(|positions| ring(positions));
    let exterior = rings.next().ok_or("a polygon without a ring")??;
    Ok(Polygon::new(exterior, rings.collect::<Result<_, _>>()?))
}

fn ring(positions: &[geojson::Position]) -> Result<LineString<f64>, String> {
    if positions.len() < 4 {
        return Err(format!("a ring of {} positions", positions.len()));
    }
    let coordinate = |position: &geojson::Position| match *position.as_slice() {
        [lon, lat, ..] if lon.abs() <= 180.0 && lat.abs() <= 90.0 => Ok(geo::Coord { x: lon, y: lat }),
        _ => Err(format!("{:?} is not a longitude and a latitude", position.as_slice())),
    };
    positions.iter().map(coordinate).collect()
}
