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
            ("Point", point) => fields.extend(position(&point).map(|at| ("coordinates".to_owned(), at))),
            ("TimeSpan", Value::Record(times)) => {
                for (name, value) in times {
                    let name = if name == "begin" { "start" } else { "end" };
                    fields.push((name.to_owned(), value));
                }
            }
            ("TimeStamp", Value::Record(times)) => {
                fields.extend(times.into_iter().map(|(_, value)| ("start".to_owned(), value)));
            }
            ("ExtendedData", data) => extended(data, &mut fields),
            ("styleUrl" | "visibility" | "Style" | "LookAt" | "@id", _) => {}
            (_, value) => fields.push((name, value)),
        }
    }
    Value::Record(fields)
}

/// `32.8597,39.9334,0` as `POINT(32.8597 39.9334)`, which says what comes first.
fn position(point: &Value) -> Option<Value> {
    let Value::Record(parts) = point else { return None };
    let (_, text) = parts.iter().find(|(name, _)| name == "coordinates")?;
    let mut numbers = text.as_text()?.split(',').map(str::trim);
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
