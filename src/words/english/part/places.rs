//! Places: how they were found, and what is said of them, in English.

use crate::words::english::number::{coordinates, grouped};
use crate::words::part::places::{Places, PlacesText};

/// Words about a place, how it was found, and whether it is drawn.
pub const fn places(label: Places) -> &'static str {
    match label {
        Places::ByName => "by its name",
        Places::ByCoordinates => "by its coordinates",
        Places::CountryOnly => "country only",
        Places::Decided => "your decision",
        Places::LeftOut => "left out by you",
        Places::NotFound => "not found",
        Places::NotInCountry => "only its country was found",
        Places::Unknown => "place unknown",
    }
}

/// A text about a place, from facts.
pub fn places_text(text: PlacesText) -> String {
    match text {
        PlacesText::Several(places) => format!("{} places have this name", grouped(places)),
        PlacesText::Inhabitants(people) => format!("{} inhabitants", grouped(people)),
        PlacesText::People(people) => format!("{} people", grouped(people)),
        PlacesText::Near(city) => format!("near {city}"),
        PlacesText::About(kilometres, city) => format!("about {kilometres:.0} km from {city}"),
        PlacesText::Degrees(at) => coordinates(at, 2),
        PlacesText::AsAWhole(country) => format!("{country} as a whole"),
    }
}
