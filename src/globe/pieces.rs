//! The pieces of the base map: what is left of every country without its areas of contested status, and each
//! of those by itself.

use super::policy::{BorderPolicy, contested_areas};
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use geo::{LineString, MultiPolygon, Polygon};
use geojson::{Feature, FeatureCollection, GeometryValue};

/// A piece of land that every policy draws as a whole.
#[derive(Debug)]
pub struct Piece {
    /// A country's code, or an area of contested status of `data/borders.csv`.
    pub area: String,
    /// The country whose name is written on it, if any is.
    pub label: Option<Label>,
    /// Degrees, longitude first, cut at ±180°. Neighbours have all vertices of their common border in common.
    pub land: MultiPolygon<f64>,
}

/// Where the name of a country goes.
#[derive(Clone, Copy, Debug)]
pub struct Label {
    /// Whose name.
    pub code: CountryCode,
    /// Where it is set.
    pub at: Position,
    /// Natural Earth's importance for labels, 2 (most) to 7.
    pub rank: f64,
}

/// An area of contested status, to be hatched.
#[derive(Debug)]
pub struct ContestedPiece {
    /// Its name.
    pub name: String,
    /// Who administers and who claims it, in a few words.
    pub claims: String,
    /// The pieces it is made of; empty if it has a shape of its own.
    pub pieces: Vec<String>,
    /// Its own shape, degrees, longitude first; without a polygon if it is made of pieces, or is marked only.
    pub outline: MultiPolygon<f64>,
    /// Where a ring marks it, if it is too small to be seen.
    pub ring: Option<Position>,
}

impl Piece {
    /// The state it is drawn with.
    ///
    /// # Panics
    /// Never for a piece that [`pieces`] has read: it is a row of the table or a country's code.
    #[must_use]
    pub fn holder(&self, policy: BorderPolicy) -> CountryCode {
        let code = policy.holder(&self.area).or_else(|| CountryCode::new(&self.area));
        code.expect("a piece is a row of the table or a country")
    }
}

/// What is wrong with a base map.
#[derive(Clone, Debug, PartialEq)]
pub enum MapFault {
    /// It is no `GeoJSON`; the parser's words.
    NotGeoJson(String),
    /// A shape of it, counted from 1, cannot be used.
    Shape(usize, ShapeFault),
    /// A country has land and no label.
    NoLabel(CountryCode),
    /// An area of contested status, by its name, is made of no piece.
    NoPiece(String),
}

/// What is wrong with one shape of a base map.
#[derive(Clone, Debug, PartialEq)]
pub enum ShapeFault {
    /// Its area is in no row of the table of areas of contested status.
    UnknownArea(String),
    /// Its code is not three capital letters.
    NoCode(String),
    /// It lacks a property that is a text.
    NoText(&'static str),
    /// It lacks a property that is a number.
    NoNumber(&'static str),
    /// It is neither a polygon nor several.
    NoPolygon,
    /// A polygon of it has no ring.
    NoRing,
    /// A ring of it has so few positions.
    ShortRing(usize),
    /// These numbers are no longitude and latitude.
    NoPosition(Vec<f64>),
}

/// The pieces of a `GeoJSON` text, or what is wrong with it.
pub fn pieces(text: &str) -> Result<Vec<Piece>, MapFault> {
    features(text, piece)
}

/// The areas of contested status of a `GeoJSON` text, or what is wrong with it.
pub fn contested_pieces(text: &str) -> Result<Vec<ContestedPiece>, MapFault> {
    features(text, contested_piece)
}

fn features<T>(text: &str, read: fn(&Feature) -> Result<T, ShapeFault>) -> Result<Vec<T>, MapFault> {
    let not_geojson = |error: geojson::Error| MapFault::NotGeoJson(error.to_string());
    let collection: FeatureCollection = text.parse().map_err(not_geojson)?;
    let numbered = collection.features.iter().enumerate();
    numbered
        .map(|(number, feature)| read(feature).map_err(|fault| MapFault::Shape(number + 1, fault)))
        .collect()
}

fn piece(feature: &Feature) -> Result<Piece, ShapeFault> {
    let Some(area) = feature.property("area").and_then(geojson::JsonValue::as_str) else {
        let label = label(feature)?;
        return Ok(Piece { area: label.code.to_string(), label: Some(label), land: land(feature)? });
    };
    if contested_areas().iter().all(|contested| contested.area != area) {
        return Err(ShapeFault::UnknownArea(area.to_owned()));
    }
    let label = feature.property("code").is_some().then(|| label(feature)).transpose()?;
    Ok(Piece { area: area.to_owned(), label, land: land(feature)? })
}

fn label(feature: &Feature) -> Result<Label, ShapeFault> {
    let code = text(feature, "code")?;
    Ok(Label {
        code: CountryCode::new(code).ok_or_else(|| ShapeFault::NoCode(code.to_owned()))?,
        at: Position::new(number(feature, "label_lon")?, number(feature, "label_lat")?),
        rank: number(feature, "label_rank")?,
    })
}

fn contested_piece(feature: &Feature) -> Result<ContestedPiece, ShapeFault> {
    let pieces = feature.property("pieces").and_then(geojson::JsonValue::as_array);
    let names = pieces.into_iter().flatten().filter_map(geojson::JsonValue::as_str);
    let pieces: Vec<String> = names.map(str::to_owned).collect();
    Ok(ContestedPiece {
        name: text(feature, "name")?.to_owned(),
        claims: text(feature, "claims")?.to_owned(),
        outline: if feature.geometry.is_some() { land(feature)? } else { MultiPolygon(Vec::new()) },
        ring: ring_at(feature)?,
        pieces,
    })
}

/// Where a ring marks the area, if one does.
fn ring_at(feature: &Feature) -> Result<Option<Position>, ShapeFault> {
    let has_ring = feature.property("ring_lon").is_some();
    has_ring
        .then(|| Ok(Position::new(number(feature, "ring_lon")?, number(feature, "ring_lat")?)))
        .transpose()
}

fn text<'a>(feature: &'a Feature, key: &'static str) -> Result<&'a str, ShapeFault> {
    feature.property(key).and_then(|value| value.as_str()).ok_or(ShapeFault::NoText(key))
}

fn number(feature: &Feature, key: &'static str) -> Result<f64, ShapeFault> {
    feature.property(key).and_then(geojson::JsonValue::as_f64).ok_or(ShapeFault::NoNumber(key))
}

fn land(feature: &Feature) -> Result<MultiPolygon<f64>, ShapeFault> {
    match feature.geometry.as_ref().map(|geometry| &geometry.value) {
        Some(GeometryValue::Polygon { coordinates }) => Ok(MultiPolygon(vec![polygon(coordinates)?])),
        Some(GeometryValue::MultiPolygon { coordinates }) => {
            coordinates.iter().map(|rings| polygon(rings)).collect()
        }
        _ => Err(ShapeFault::NoPolygon),
    }
}

fn polygon(rings: &[Vec<geojson::Position>]) -> Result<Polygon<f64>, ShapeFault> {
    let mut rings = rings.iter().map(|positions| ring(positions));
    let exterior = rings.next().ok_or(ShapeFault::NoRing)??;
    Ok(Polygon::new(exterior, rings.collect::<Result<_, _>>()?))
}

fn ring(positions: &[geojson::Position]) -> Result<LineString<f64>, ShapeFault> {
    if positions.len() < 4 {
        return Err(ShapeFault::ShortRing(positions.len()));
    }
    let coordinate = |position: &geojson::Position| match *position.as_slice() {
        [lon, lat, ..] if lon.abs() <= 180.0 && lat.abs() <= 90.0 => Ok(geo::Coord { x: lon, y: lat }),
        _ => Err(ShapeFault::NoPosition(position.as_slice().to_vec())),
    };
    positions.iter().map(coordinate).collect()
}
