//! Keys of places: which venues of a table are one place.

use crate::gazetteer::country::Countries;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::meeting::{Placed, Position, Venue};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};

/// The key of a place: the host country and the city's name, or the country alone, as the first row of the
/// table has them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PlaceKey {
    /// The host country.
    pub country: Option<CountryCode>,
    /// The city as recorded; empty if only the country is known.
    pub city: String,
}

impl PlaceKey {
    /// The city, else the country.
    #[must_use]
    pub fn name(&self) -> String {
        match (&self.city[..], self.country) {
            ("", Some(code)) => Countries::embedded().name(code).into_owned(),
            ("", None) => "place unknown".to_owned(),
            (city, _) => city.to_owned(),
        }
    }

    /// The key of a venue by its own words; the country alone if the city could not be placed.
    fn of(venue: &Venue) -> Self {
        let city = match venue.placed {
            Placed::City(_) => venue.city.clone(),
            Placed::Country(_) | Placed::Nowhere => String::new(),
        };
        Self { country: venue.country, city }
    }
}

/// A position on which equal places agree to the last bit, since they come from one row of the gazetteer; the
/// country alone is kept apart from a city at its label point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Spot {
    lon: u64,
    lat: u64,
    is_city: bool,
}

impl Spot {
    /// The spot of a venue; `None` if it could not be placed.
    pub(super) fn of(placed: Placed) -> Option<Self> {
        let at = placed.position()?;
        let is_city = matches!(placed, Placed::City(_));
        Some(Self { lon: at.lon.to_bits(), lat: at.lat.to_bits(), is_city })
    }
}

/// The keys of all places of a table: the one that the first row of the table gives each spot, shown or not,
/// so that a key outlives a change of the filter. Peking and Beijing are one place.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys(HashMap<Spot, PlaceKey>);

impl Keys {
    pub(super) fn of(meetings: &Meetings) -> Self {
        let mut keys = HashMap::new();
        for (_, meeting) in meetings.iter() {
            if let Some(spot) = Spot::of(meeting.venue.placed) {
                keys.entry(spot).or_insert_with(|| PlaceKey::of(&meeting.venue));
            }
        }
        Self(keys)
    }

    /// The key of a city at a position, if a meeting was held there.
    pub(super) fn of_city(&self, at: Position) -> Option<&PlaceKey> {
        self.0.get(&Spot::of(Placed::City(at))?)
    }

    /// All of them, in order.
    pub(super) fn in_order(&self) -> Vec<PlaceKey> {
        let keys: BTreeSet<&PlaceKey> = self.0.values().collect();
        keys.into_iter().cloned().collect()
    }

    /// The key of a venue.
    pub(super) fn of_venue(&self, venue: &Venue) -> PlaceKey {
        let common = Spot::of(venue.placed).and_then(|spot| self.0.get(&spot));
        common.cloned().unwrap_or_else(|| PlaceKey::of(venue))
    }
}
