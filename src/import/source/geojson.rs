//! A feature of `GeoJSON` (RFC 7946) as a record: its properties, and where it lies.

use super::records::Value;

/// The record of a feature; `None` for what is none. A point has a longitude and a latitude; a line those of
/// its two ends.
#[must_use]
pub fn record(value: &Value) -> Option<Value> {
    if value.get("type")?.as_text()? != "Feature" {
        return None;
    }
    let mut fields = Vec::new();
    fields.extend(value.get("id").map(|id| ("id".to_owned(), id.clone())));
    if let Some(Value::Record(properties)) = value.get("properties") {
        // A property `id` says more than the number of a feature.
        fields.retain(|(name, _)| properties.iter().all(|(other, _)| other != name));
        fields.extend(properties.iter().cloned());
    }
    for (name, value) in value.get("geometry").map(place).unwrap_or_default() {
        // The coordinates are the truth; a property of that name stays beside them.
        let is_taken = fields.iter().any(|(other, _)| other == name);
        fields.push((if is_taken { format!("geometry.{name}") } else { name.to_owned() }, value));
    }
    Some(Value::Record(fields))
}

/// A record in which each geometry within it is a position: `location.longitude` and `location.latitude`.
/// `None` if it has none.
#[must_use]
pub fn with_positions(value: &Value) -> Option<Value> {
    let Value::Record(fields) = value else { return None };
    let position = |value: &Value| {
        value.get("coordinates")?;
        let place = place(value);
        let inner = place.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Vec<_>>();
        (!inner.is_empty()).then_some(Value::Record(inner))
    };
    let mut numbered = fields.iter().enumerate();
    let (first, at) = numbered.find_map(|(place, (_, value))| Some((place, position(value)?)))?;
    let before = fields[..first].iter().cloned();
    let behind = fields[first + 1..].iter();
    let behind = behind.map(|(name, value)| (name.clone(), position(value).unwrap_or_else(|| value.clone())));
    let placed = before.chain([(fields[first].0.clone(), at)]).chain(behind).collect();
    Some(Value::Record(placed))
}

fn place(geometry: &Value) -> Vec<(&'static str, Value)> {
    let coordinates = geometry.get("coordinates");
    let sort = geometry.get("type").and_then(Value::as_text).unwrap_or_default();
    match (sort, coordinates) {
        ("Point", Some(point)) => position(point, ["longitude", "latitude"]),
        ("MultiPoint", Some(Value::List(points))) => {
            let point = |point| {
                let fields = position(point, ["longitude", "latitude"]);
                Value::Record(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
            };
            vec![("points", Value::List(points.iter().map(point).collect()))]
        }
        ("LineString", Some(Value::List(line))) => ends(line.first(), line.last()),
        // A line over the 180th meridian is cut in two there.
        ("MultiLineString", Some(Value::List(lines))) => {
            let end = |line: Option<&Value>, is_first| match line {
                Some(Value::List(line)) if is_first => line.first().cloned(),
                Some(Value::List(line)) => line.last().cloned(),
                Some(Value::Empty | Value::Text(_) | Value::Record(_)) | None => None,
            };
            ends(end(lines.first(), true).as_ref(), end(lines.last(), false).as_ref())
        }
        ("GeometryCollection", _) => match geometry.get("geometries") {
            Some(Value::List(parts)) => {
                parts.iter().map(place).find(|place| !place.is_empty()).unwrap_or_default()
            }
            Some(Value::Empty | Value::Text(_) | Value::Record(_)) | None => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn ends(first: Option<&Value>, last: Option<&Value>) -> Vec<(&'static str, Value)> {
    let first = first.map(|end| position(end, ["source_lng", "source_lat"])).unwrap_or_default();
    let last = last.map(|end| position(end, ["target_lng", "target_lat"])).unwrap_or_default();
    first.into_iter().chain(last).collect()
}

/// A position: longitude first.
fn position(value: &Value, names: [&'static str; 2]) -> Vec<(&'static str, Value)> {
    match value {
        Value::List(numbers) if numbers.len() >= 2 => {
            names.into_iter().zip(numbers.iter().take(2).cloned()).collect()
        }
        Value::Empty | Value::Text(_) | Value::List(_) | Value::Record(_) => Vec::new(),
    }
}
