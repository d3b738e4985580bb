//! The state in a project file: older versions are migrated, and one bad field costs that field alone.

use super::fields::{At, Expected, Problems, Wrong};
use crate::document::unknown::Beyond;
use crate::globe::projection::Plane;
use crate::globe::view::{SPAN_RANGE, View};
use crate::meeting::Position;
use crate::state::{Framing, State};
use serde_json::{Map, Value};

/// What reading a state gives.
#[derive(Debug, Default)]
pub struct ReadState {
    /// The state, with the version that this program writes.
    pub state: State,
    /// The version of the text, where it is newer than this program.
    pub newer: Option<u64>,
    /// Fields that this program does not know.
    pub unknown: Beyond,
}

/// Reads a state of any version.
pub fn read(value: Value, at: &At<'_>, problems: &mut Problems) -> ReadState {
    let Value::Object(mut map) = value else {
        problems.add(at, Wrong::Expected(Expected::Object));
        return ReadState::default();
    };
    let version = version(&map, at, problems);
    if version == 1 {
        from_version_1(&mut map, at, problems);
    }
    let mut state = match serde_json::from_value(Value::Object(map.clone())) {
        Ok(state) => state,
        Err(_) => field_by_field(&map, at, problems),
    };
    state.version = State::VERSION;
    bring_into_range(&mut state, at, problems);
    let unknown = Beyond::of(Value::Object(map), &Value::Object(written(&state)));
    ReadState { state, newer: (version > u64::from(State::VERSION)).then_some(version), unknown }
}

/// The state as it is written, with the unknown fields.
#[must_use]
pub fn with_unknown(state: &State, unknown: &Beyond) -> Value {
    let mut value = Value::Object(written(state));
    unknown.put_back(&mut value);
    value
}

fn written(state: &State) -> Map<String, Value> {
    match serde_json::to_value(state).expect("a state is plain values") {
        Value::Object(map) => map,
        _ => unreachable!("a struct becomes an object"),
    }
}

fn version(map: &Map<String, Value>, at: &At<'_>, problems: &mut Problems) -> u64 {
    let Some(value) = map.get("version") else { return u64::from(State::VERSION) };
    value.as_u64().unwrap_or_else(|| {
        problems.add(&At::Key(at, "version"), Wrong::Expected(Expected::Count));
        u64::from(State::VERSION)
    })
}

/// Version 1 had a view or none, and named places by their spelling.
fn from_version_1(map: &mut Map<String, Value>, at: &At<'_>, problems: &mut Problems) {
    if let Some(view) = map.remove("view").filter(|view| !view.is_null()) {
        map.insert("framing".to_owned(), serde_json::json!({ "chosen": view }));
    }
    let names_a_place = |selection: &Value| {
        selection.get("place").is_some_and(Value::is_object)
            || selection.pointer("/tie/journey/to").is_some_and(Value::is_object)
    };
    if map.get("selection").is_some_and(names_a_place) {
        map.remove("selection");
        problems.add(&At::Key(at, "selection"), Wrong::LostSelection);
    }
    map.insert("version".to_owned(), State::VERSION.into());
}

/// The default state with every field of the map that can be read.
fn field_by_field(map: &Map<String, Value>, at: &At<'_>, problems: &mut Problems) -> State {
    let mut good = written(&State::default());
    for (key, value) in map.iter().filter(|(key, _)| *key != "version") {
        let Some(default) = good.get(key).cloned() else { continue };
        let at = At::Key(at, key);
        let Err(error) = try_with(&mut good, key, value.clone()) else { continue };
        // A part of an object may be good.
        if let (Value::Object(parts), Value::Object(_)) = (value, &default) {
            for (part, value) in parts {
                let mut whole = good[key].clone();
                whole[part] = value.clone();
                if let Err(error) = try_with(&mut good, key, whole) {
                    problems.add(&At::Key(&at, part), Wrong::Unusable(error));
                }
            }
        } else {
            problems.add(&at, Wrong::Unusable(error));
        }
    }
    serde_json::from_value(Value::Object(good)).expect("every step was tried")
}

/// Puts a value in if a state can be read with it; else why not.
fn try_with(good: &mut Map<String, Value>, key: &str, value: Value) -> Result<(), String> {
    let before = good.insert(key.to_owned(), value);
    match serde_json::from_value::<State>(Value::Object(good.clone())) {
        Ok(_) => Ok(()),
        Err(error) => {
            good.insert(key.to_owned(), before.unwrap_or(Value::Null));
            Err(super::fields::shortened(&error.to_string()))
        }
    }
}

/// Brings numbers to what they can be.
fn bring_into_range(state: &mut State, at: &At<'_>, problems: &mut Problems) {
    let mut say = |key: &str, is_wrong: bool| {
        if is_wrong {
            problems.add(&At::Key(at, key), Wrong::OutOfRange);
        }
    };
    say("meridian", !(-180.0..=180.0).contains(&state.meridian));
    state.meridian = within(state.meridian, 180.0);
    if let Some(centre) = state.centre {
        let inside = Position::new(within(centre.lon, 180.0), within(centre.lat, 90.0));
        say("centre", inside != centre);
        state.centre = Some(inside);
    }
    let framing = match state.framing {
        Framing::Fit => Framing::Fit,
        Framing::Frozen(view) => Framing::Frozen(sound(view)),
        Framing::Chosen(view) => Framing::Chosen(sound(view)),
    };
    say("framing", framing != state.framing);
    state.framing = framing;
}

/// A view with numbers that can be drawn. Where the map ends is for its projection to say.
fn sound(view: View) -> View {
    let View { centre: Plane { x, y }, span } = view;
    let span = if span.is_nan() { *SPAN_RANGE.end() } else { span };
    let span = span.clamp(*SPAN_RANGE.start(), *SPAN_RANGE.end());
    View { centre: Plane { x: within(x, FARTHEST), y: within(y, FARTHEST) }, span }
}

/// More than the half of any map's width, in radii of the sphere.
const FARTHEST: f64 = 10.0;

fn within(number: f64, most: f64) -> f64 {
    if number.is_nan() { 0.0 } else { number.clamp(-most, most) }
}
