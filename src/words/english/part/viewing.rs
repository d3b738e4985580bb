//! The menu of how the map is seen, in English.

use crate::words::english::number::position;
use crate::words::english::word::border_policy;
use crate::words::part::viewing::{Viewing, ViewingText};

/// Words in the menu of how the map is seen.
pub const fn viewing(label: Viewing) -> &'static str {
    match label {
        Viewing::Projection => "Projection",
        Viewing::Middle => "Middle of the map",
        Viewing::WhatIsShown => "What is shown",
        Viewing::Longitude => "Longitude",
        Viewing::Latitude => "Latitude",
        Viewing::Graticule => "Graticule",
        Viewing::Circles => "Tropics and polar circles",
        Viewing::Scale => "Scale",
        Viewing::CountryNames => "Names of countries",
        Viewing::VenueNames => "Names of venues",
        Viewing::LeaderNames => "Names of leaders",
        Viewing::NamedIn => "Language of the map",
        Viewing::Language => "Language",
        Viewing::Colours => "Colours",
        Viewing::SeenAs => "Colour vision",
        Viewing::AllColours => "All colours",
        Viewing::NoRed => "Without red (protanopia)",
        Viewing::NoGreen => "Without green (deuteranopia)",
        Viewing::NoBlue => "Without blue (tritanopia)",
        Viewing::InGrey => "In grey",
        Viewing::FilesStay => "Pictures are saved in all colours",
        Viewing::TextSize => "Text size",
    }
}

/// A text in that menu, from facts.
pub fn viewing_text(text: ViewingText) -> String {
    match text {
        ViewingText::Borders(policy) => {
            told!("Borders: {policy}", policy = border_policy(policy))
        }
        ViewingText::Now(middle) => {
            told!("Now {position}. Shift and drag turns the map", position = position(middle))
        }
        ViewingText::Percent(size) => told!("{percent} %", percent = size.percent()),
    }
}
