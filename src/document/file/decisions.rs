//! The decisions in a project file: read one by one, so that one that cannot be used costs no other.

use super::fields::{At, Expected, Fields, Problems, Wrong};
use crate::document::edit::is_on_earth;
use crate::import::decisions::{Decided, Decisions, State};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What the field of decisions holds.
pub fn read(value: Value, at: &At<'_>, problems: &mut Problems) -> Decisions {
    let mut fields = Fields::of(value, at, problems);
    let places: BTreeMap<String, Decided> = each(&mut fields, "places", problems);
    let states: BTreeMap<String, State> = each(&mut fields, "states", problems);
    let on_earth = |decided: &Decided| !matches!(decided, Decided::Point(at) if !is_on_earth(*at));
    let (places, off): (BTreeMap<_, _>, BTreeMap<_, _>) =
        places.into_iter().partition(|(_, decided)| on_earth(decided));
    for text in off.keys() {
        problems.add(&At::Key(&At::Key(at, "places"), text), Wrong::Expected(Expected::Degrees));
    }
    Decisions { places, states, unknown: fields.map }
}

/// The entries of an object that can be read.
fn each<T: DeserializeOwned>(
    fields: &mut Fields<'_>,
    key: &str,
    problems: &mut Problems,
) -> BTreeMap<String, T> {
    let Some(value) = fields.take(key) else { return BTreeMap::new() };
    let at = At::Key(fields.at, key);
    let Value::Object(map) = value else {
        problems.add(&at, Wrong::Expected(Expected::Object));
        return BTreeMap::new();
    };
    entries(map, &at, problems)
}

fn entries<T: DeserializeOwned>(
    map: Map<String, Value>,
    at: &At<'_>,
    problems: &mut Problems,
) -> BTreeMap<String, T> {
    let mut read = BTreeMap::new();
    for (text, value) in map {
        match serde_json::from_value(value) {
            Ok(one) => drop(read.insert(text, one)),
            Err(why) => problems.add(&At::Key(at, &text), Wrong::Unusable(why.to_string())),
        }
    }
    read
}
