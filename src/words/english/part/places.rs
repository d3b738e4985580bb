//! Places: how they were found, and what is said of them, in English.

use crate::words::english::number::coordinates;
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
        PlacesText::Several(places) => {
            told_by!(places, "{n} place has this name", "{n} places have this name")
        }
        PlacesText::Inhabitants(people) => told_by!(people, "{n} inhabitant", "{n} inhabitants"),
        PlacesText::People(people) => told_by!(people, "{n} person", "{n} people"),
        PlacesText::Near(city) => told!("near {city}", city),
        PlacesText::About(kilometres, city) => {
            told!("about {number} km from {city}", number = format!("{kilometres:.0}"), city)
        }
        PlacesText::Degrees(at) => coordinates(at, 2),
        PlacesText::AsAWhole(country) => told!("{country} as a whole", country),
    }
}
