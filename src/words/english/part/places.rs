//! Places: how they were found, and what is said of them, in English.

use crate::gazetteer::country::NameKind;
use crate::gazetteer::score::{How, Why};
use crate::words::english::number::coordinates;
use crate::words::part::places::{Places, PlacesText};
use crate::words::spoken::fixed;

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
        PlacesText::Why(why) => self::why(why),
        PlacesText::AsAWhole(country) => told!("{country} as a whole", country),
    }
}

/// Why a place may be meant by a name: `its name`, `former name "Burma"`, `close spelling of "Astana" (1
/// letter differs)`.
fn why(why: &Why) -> String {
    let Why { how, written: name, left_aside: words } = why;
    let said = match *how {
        How::BeginsSo => told!("\"{name}\" begins so", name),
        How::Is(NameKind::Own) => fixed("its name").to_owned(),
        How::Is(NameKind::Official) => told!("official name \"{name}\"", name),
        How::Is(NameKind::Alias | NameKind::Translated) => told!("alternate name \"{name}\"", name),
        How::Is(NameKind::Code) => told!("ISO code {name}", name),
        How::Is(NameKind::Former) => told!("former name \"{name}\"", name),
        How::Is(NameKind::Demonym) => told!("\"{name}\" is its people or what is theirs", name),
        How::Close(differing) => told_by!(
            differing,
            "close spelling of \"{name}\" ({n} letter differs)",
            "close spelling of \"{name}\" ({n} letters differ)",
            name
        ),
    };
    if words.is_empty() { said } else { told!("{said}; \"{words}\" left aside", said, words) }
}
