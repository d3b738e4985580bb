//! What the user has decided about the words of a table: which place a text means, and whom a name represents.

use crate::gazetteer::fold::fold;
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::{CityId, PlaceId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Decisions, each for all cells that are written alike: accents, case and punctuation make no difference.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Decisions {
    /// The places that texts mean, by the text; `country / city` where the row gives both.
    pub places: BTreeMap<String, Decided>,
    /// The states that people represent, by the name.
    pub states: BTreeMap<String, State>,
}

/// The state that a person was decided to represent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum State {
    /// This one.
    Represents(CountryCode),
    /// None: a person for themselves.
    Nobody(()),
}

/// Which place a text means.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decided {
    /// A city of the city table.
    City(CityId),
    /// A country as a whole.
    Country(CountryCode),
    /// A point.
    Point(Position),
    /// No place: the meeting is listed and not drawn.
    LeftOut,
}

impl Decided {
    /// The decision for a place.
    #[must_use]
    pub fn for_place(place: PlaceId) -> Self {
        match place {
            PlaceId::City(id) => Self::City(id),
            PlaceId::Country(code) => Self::Country(code),
            PlaceId::Point { lon, lat } => {
                Self::Point(Position::new(f64::from(lon) / 1e5, f64::from(lat) / 1e5))
            }
        }
    }
}

impl Decisions {
    /// What was decided about the words of a place, of which one may be empty.
    #[must_use]
    pub fn place(&self, country: &str, city: &str) -> Option<&Decided> {
        if self.places.is_empty() {
            return None;
        }
        let with_country = self.places.get(&place_key(country, city));
        with_country.or_else(|| self.places.get(&place_key("", city)).filter(|_| !city.is_empty()))
    }

    /// What was decided about whom a name represents.
    #[must_use]
    pub fn state(&self, name: &str) -> Option<State> {
        if self.states.is_empty() { None } else { self.states.get(&fold(name)).copied() }
    }

    /// Decides a place for all cells with these words.
    pub fn decide_place(&mut self, country: &str, city: &str, decided: Decided) {
        self.places.insert(place_key(country, city), decided);
    }

    /// Decides a state for all cells with this name.
    pub fn decide_state(&mut self, name: &str, state: State) {
        self.states.insert(fold(name), state);
    }

    /// Takes the decision about a place back.
    pub fn forget_place(&mut self, country: &str, city: &str) {
        self.places.remove(&place_key(country, city));
    }

    /// Takes the decision about a name back.
    pub fn forget_state(&mut self, name: &str) {
        self.states.remove(&fold(name));
    }

    /// Whether nothing is decided.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { places, states } = self;
        places.is_empty() && states.is_empty()
    }
}

fn place_key(country: &str, city: &str) -> String {
    match (fold(country), fold(city)) {
        (country, city) if country.is_empty() => city,
        (country, city) if city.is_empty() => country,
        (country, city) => format!("{country} / {city}"),
    }
}
