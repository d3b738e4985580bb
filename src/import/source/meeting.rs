//! A meeting as this program writes it in JSON, as a record of its own columns: one row, with its people and
//! sources in a cell each.

use super::records::Value;
use crate::gazetteer::country::Countries;
use crate::import::escape;

/// The record of a meeting; `None` for what is none.
#[must_use]
pub fn record(value: &Value) -> Option<Value> {
    let Value::Record(fields) = value else { return None };
    let people = list(value.get("participants")?)?;
    let sources = list(value.get("sources")?)?;
    let place = value.get("place")?;
    if value.get("date_precision").is_none() || place.get("precision").is_none() {
        return None;
    }
    let mut cells: Vec<(String, Value)> = Vec::new();
    let mut cell = |name: &str, text: String| cells.push((name.to_owned(), Value::Text(text)));
    for (name, value) in fields {
        match name.as_str() {
            "participants" => cell(name, escape::participants(&entries(people, participant))),
            "sources" => cell(name, escape::sources(&entries(sources, source))),
            "place" => venue(place).into_iter().for_each(|(name, text)| cell(name, text)),
            _ => cell(name, value.as_text().unwrap_or_default().to_owned()),
        }
    }
    Some(Value::Record(cells))
}

fn entries(values: &[Value], entry: fn(&Value) -> String) -> Vec<String> {
    values.iter().map(entry).collect()
}

fn participant(person: &Value) -> String {
    let part = |name| text(person, name);
    escape::participant(part("name"), part("office"), part("country"), Some(part("role")))
}

fn source(source: &Value) -> String {
    let facts = source.get("facts").and_then(list).unwrap_or_default();
    let facts: Vec<&str> = facts.iter().filter_map(Value::as_text).collect();
    escape::source(text(source, "reference"), &facts)
}

/// The columns of a venue. The name of a country alone is no city, and only a point has degrees of its own.
fn venue(place: &Value) -> Vec<(&'static str, String)> {
    let [name, country, precision] = ["name", "country", "precision"].map(|part| text(place, part));
    let is_country = precision == "country" && {
        let found = Countries::embedded().find(name);
        found.is_some_and(|found| found.code.as_str() == country)
    };
    let mut cells = vec![("country", country.to_owned())];
    cells.push(("city", if is_country { String::new() } else { name.to_owned() }));
    if precision == "point" {
        cells.push(("longitude", text(place, "lon").to_owned()));
        cells.push(("latitude", text(place, "lat").to_owned()));
    }
    cells
}

fn list(value: &Value) -> Option<&[Value]> {
    if let Value::List(values) = value { Some(values) } else { None }
}

/// The text of a name; empty if there is none.
fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value.get(name).and_then(Value::as_text).unwrap_or_default()
}
