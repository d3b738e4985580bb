//! Results of SPARQL queries in JSON (W3C, SPARQL 1.1 Query Results JSON Format), as Wikidata gives them:
//! each value is a record that says of what type it is.

use super::records::Value;

/// The record of a binding: its values by their names. `None` for what is none.
#[must_use]
pub fn record(value: &Value) -> Option<Value> {
    let Value::Record(fields) = value else { return None };
    let bound = fields.iter().map(|(name, value)| Some((name.clone(), bound(value)?)));
    let bound: Vec<(String, Value)> = bound.collect::<Option<_>>()?;
    (!bound.is_empty()).then_some(Value::Record(bound))
}

/// The value itself, without its type and language.
fn bound(value: &Value) -> Option<Value> {
    const TYPES: [&str; 4] = ["uri", "literal", "typed-literal", "bnode"];
    let of_type = value.get("type")?.as_text()?;
    value.get("value").filter(|_| TYPES.contains(&of_type)).cloned()
}
