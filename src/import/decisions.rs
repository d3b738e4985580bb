//! What the user has decided about the words of a table: which place a text means, and whom a name
//! represents.

use super::venue;
use crate::gazetteer::country::Countries;
use crate::gazetteer::fold::fold;
use crate::gazetteer::further::by_id;
use crate::gazetteer::nearest_city::nearest_city;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::{CityId, PlaceId};
use crate::meeting::{Placed, Position};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Decisions, each for all cells that are written alike: accents, case and punctuation make no difference.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Decisions {
    /// The places that texts mean, by the text; `country / city` where the row gives both.
    pub places: BTreeMap<String, Decided>,
    /// The states that people represent, by the name.
    pub states: BTreeMap<String, State>,
    /// Fields that this program does not know. They are written back.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
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

    /// Which place was decided on; `None` if none was.
    #[must_use]
    pub fn place(self) -> Option<PlaceId> {
        match self {
            Self::City(id) => Some(PlaceId::City(id)),
            Self::Country(code) => Some(PlaceId::Country(code)),
            Self::Point(at) => Some(PlaceId::point(at)),
            Self::LeftOut => None,
        }
    }

    /// The country, if a country as a whole was decided on.
    #[must_use]
    pub const fn country(&self) -> Option<&CountryCode> {
        if let Self::Country(code) = self { Some(code) } else { None }
    }

    /// Where it puts a meeting that the record has in `country`: the country then, and the place. `None` if
    /// the place is no longer in the tables.
    #[must_use]
    pub fn puts(self, country: Option<CountryCode>) -> Option<(Option<CountryCode>, Placed)> {
        match self {
            Self::City(id) => by_id(id).map(|city| (Some(city.country), city.placed())),
            Self::Country(code) => {
                let at = Countries::embedded().get(code)?.label_at;
                Some((Some(code), Placed::Country(code, at)))
            }
            Self::Point(at) => Some((country.or_else(|| country_at(at)), Placed::Point(at))),
            Self::LeftOut => Some((country, Placed::Nowhere)),
        }
    }
}

/// The country of a point in a town; `None` in the open.
fn country_at(at: Position) -> Option<CountryCode> {
    /// Kilometres from a city's middle that are town.
    const IN_TOWN: f64 = 10.0;
    let (city, kilometres) = nearest_city(at);
    (kilometres <= IN_TOWN).then_some(city.country)
}

impl Decisions {
    /// What was decided about the words of a place, of which one may be empty. What was decided for a country
    /// by its common name holds however the file names it.
    #[must_use]
    pub fn place(&self, country: &str, city: &str) -> Option<&Decided> {
        if self.places.is_empty() {
            return None;
        }
        if let Some(decided) = self.places.get(&place_key(country, city)) {
            return Some(decided);
        }
        let asked = fold(city);
        if !self.places.keys().any(|known| last_word(known) == asked) {
            return None;
        }
        let code =
            if country.is_empty() { venue::country_of_city(city) } else { venue::country_of_cell(country) };
        let by_its_name =
            code.and_then(|code| self.places.get(&place_key(&Countries::embedded().name(code), city)));
        by_its_name.or_else(|| self.places.get(&place_key("", city)).filter(|_| !city.is_empty()))
    }

    /// What was decided about a word for a country that names none.
    #[must_use]
    pub fn unknown_country(&self, country: &str) -> Option<&Decided> {
        let decided = self.place(country, "")?;
        venue::country_of_cell(country).is_none().then_some(decided)
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

    /// Takes decisions over. They go before its own.
    pub fn take(&mut self, later: &Self) {
        let Self { places, states, unknown } = later;
        self.places.extend(places.iter().map(|(text, decided)| (text.clone(), *decided)));
        self.states.extend(states.iter().map(|(name, state)| (name.clone(), *state)));
        self.unknown.extend(unknown.iter().map(|(key, value)| (key.clone(), value.clone())));
    }

    /// Whether nothing is decided.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { places, states, unknown } = self;
        places.is_empty() && states.is_empty() && unknown.is_empty()
    }
}

/// What stands between the country and the city of a place's text. No folded word holds it.
pub const BETWEEN: &str = " / ";

/// The folded text of a place: `costa rica / san jose`, or the one of the two words that there is.
#[must_use]
pub fn place_key(country: &str, city: &str) -> String {
    match (fold(country), fold(city)) {
        (country, city) if country.is_empty() => city,
        (country, city) if city.is_empty() => country,
        (country, city) => format!("{country}{BETWEEN}{city}"),
    }
}

/// The last word of a place's text: the city, or the country if there is no city.
#[must_use]
pub fn last_word(key: &str) -> &str {
    key.rsplit(BETWEEN).next().unwrap_or(key)
}
