//! Meetings as points and lines as great circles (`GeoJSON`, RFC 7946).

use super::grid::{Cell, Fields, Grid, pretty};
use super::{Answered, Data, meetings};
use crate::export::made::Made;
use crate::globe::direction::{between, direction, position};
use crate::globe::great_circle::distance_km;
use crate::meeting::Position;
use serde::Serialize;
use serde_json::{Value, json};

/// Kilometres between two points of a line at most.
const STEP_KM: f64 = 250.0;

/// A collection with a feature for each row, the row's values as its properties. What has no place has no
/// geometry.
pub fn write(answered: &Answered, data: Data, made: &Made) -> String {
    let grid: Grid = answered.grid(data);
    let geometries: Vec<Value> = match data {
        Data::Meetings => {
            let places = meetings::shown(answered).map(|meeting| meeting.venue.placed.position());
            places.map(|at| at.map_or(Value::Null, point)).collect()
        }
        Data::Lines => answered.shown.ties.lines.iter().map(|line| arc(line.from, line.to)).collect(),
        Data::Matrix | Data::Counts => vec![Value::Null; grid.rows.len()],
    };
    let features = grid.objects().into_iter().zip(geometries);
    let features = features.map(|(properties, geometry)| Feature { kind: "Feature", properties, geometry });
    pretty(&Collection { kind: "FeatureCollection", made_with: made, features: features.collect() })
}

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    made_with: &'a Made,
    features: Vec<Feature<'a>>,
}

#[derive(Serialize)]
struct Feature<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    properties: Fields<'a, &'a Cell>,
    geometry: Value,
}

/// Degrees to five decimals, a metre on the ground: longitude first.
fn coordinates(at: Position) -> [f64; 2] {
    [at.lon, at.lat].map(|degrees| (degrees * 1e5).round() / 1e5)
}

fn point(at: Position) -> Value {
    json!({ "type": "Point", "coordinates": coordinates(at) })
}

/// The great circle between two positions, cut where it crosses the antimeridian (RFC 7946, section 3.1.9).
fn arc(from: Position, to: Position) -> Value {
    let steps = (distance_km(from, to) / STEP_KM).ceil().max(1.0) as usize;
    let (start, end) = (direction(from), direction(to));
    let inner = (1..steps).map(|step| position(between(start, end, step as f64 / steps as f64)));
    let points = std::iter::once(from).chain(inner).chain([to]);
    let mut pieces: Vec<Vec<[f64; 2]>> = vec![Vec::new()];
    let mut before: Option<Position> = None;
    for at in points {
        if let Some(last) = before.filter(|last| (at.lon - last.lon).abs() > 180.0) {
            let side = 180.0_f64.copysign(last.lon);
            let beyond = at.lon + 2.0 * side;
            let across = beyond - last.lon;
            let share = if across.abs() < 1e-9 { 0.0 } else { (side - last.lon) / across };
            let lat = last.lat + share * (at.lat - last.lat);
            pieces.last_mut().expect("there is always a piece").push(coordinates(Position::new(side, lat)));
            pieces.push(vec![coordinates(Position::new(-side, lat))]);
        }
        pieces.last_mut().expect("there is always a piece").push(coordinates(at));
        before = Some(at);
    }
    match &pieces[..] {
        [only] => json!({ "type": "LineString", "coordinates": only }),
        several => json!({ "type": "MultiLineString", "coordinates": several }),
    }
}
