//! Placemarks of KML (OGC 07-147r2): a name, a point with the longitude first, and times.

use super::records::Value;

/// The element that holds everything.
pub const ROOT: &str = "kml";
/// The element of a place.
pub const PLACEMARK: &str = "Placemark";

/// A placemark as a row: its parts by the names that tables have for them.
#[must_use]
pub fn row(placemark: Value) -> Value {
    let Value::Record(parts) = placemark else { return placemark };
    let mut fields = Vec::new();
    for (name, value) in parts {
        match (name.as_str(), value) {
            ("name", value) => fields.push(("title".to_owned(), value)),
            ("description", value) => fields.push(("note".to_owned(), value)),
            ("Point" | "MultiGeometry", geometry) => {
                fields.push(placed(&geometry).unwrap_or((name, geometry)));
            }
            ("TimeSpan", span) => {
                let times = [("begin", "start"), ("end", "end")];
                fields.extend(times.into_iter().filter_map(|(of, as_what)| time(&span, of, as_what)));
            }
            ("TimeStamp", stamp) => fields.extend(time(&stamp, "when", "start")),
            ("ExtendedData", data) => extended(data, &mut fields),
            ("styleUrl" | "visibility" | "Style" | "LookAt", _) => {}
            (name, _) if name.starts_with('@') => {}
            (_, value) => fields.push((name, value)),
        }
    }
    Value::Record(fields)
}

/// A time of a span or a stamp, under the name that tables have for it.
fn time(times: &Value, of: &str, as_what: &str) -> Option<(String, Value)> {
    Some((as_what.to_owned(), times.get(of)?.clone()))
}

/// Where a placemark lies: at a point, or at several.
fn placed(geometry: &Value) -> Option<(String, Value)> {
    let mut found = Vec::new();
    points(geometry, &mut found);
    let at = if found.len() > 1 {
        // A row for each.
        Value::List(found.into_iter().map(|at| Value::Record(vec![(String::new(), at)])).collect())
    } else {
        found.pop()?
    };
    Some(("coordinates".to_owned(), at))
}

/// The points of a geometry and of those within it.
fn points(geometry: &Value, found: &mut Vec<Value>) {
    match geometry {
        Value::List(several) => several.iter().for_each(|one| points(one, found)),
        Value::Record(parts) => {
            found.extend(position(geometry));
            let within = parts.iter().filter(|(name, _)| name == "Point" || name == "MultiGeometry");
            within.for_each(|(_, value)| points(value, found));
        }
        Value::Text(_) | Value::Empty => {}
    }
}

/// `32.8597,39.9334,0` as `POINT(32.8597 39.9334)`, which says what comes first.
fn position(point: &Value) -> Option<Value> {
    let mut numbers = point.get("coordinates")?.as_text()?.split(',').map(str::trim);
    let (lon, lat) = (numbers.next()?, numbers.next()?);
    Some(Value::Text(format!("POINT({lon} {lat})")))
}

/// What its makers added: values by their names.
fn extended(data: Value, fields: &mut Vec<(String, Value)>) {
    let Value::Record(parts) = data else { return };
    for (_, value) in parts {
        let values = if let Value::List(values) = value { values } else { vec![value] };
        for value in values {
            let Value::Record(parts) = value else { continue };
            if parts.iter().any(|(name, _)| name == "SimpleData") {
                extended(Value::Record(parts), fields);
                continue;
            }
            let name = parts.iter().find(|(name, _)| name == "@name").and_then(|(_, name)| name.as_text());
            let text = parts.iter().find(|(name, _)| name == "value" || name.is_empty());
            if let (Some(name), Some((_, text))) = (name, text) {
                fields.push((name.to_owned(), text.clone()));
            }
        }
    }
}
