//! The menu of how the map is seen.

use crate::document::text_size::TextSize;
use crate::globe::policy::BorderPolicy;
use crate::meeting::Position;

/// Words in the menu of how the map is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Viewing {
    /// The menu of projections.
    Projection,
    /// The menu of the middle of the map.
    Middle,
    /// The middle follows what is shown.
    WhatIsShown,
    /// The middle, east and west.
    Longitude,
    /// The middle, north and south.
    Latitude,
    /// Draws meridians and parallels.
    Graticule,
    /// Draws tropics and polar circles.
    Circles,
    /// Draws a scale.
    Scale,
    /// Names countries.
    CountryNames,
    /// Names venues.
    VenueNames,
    /// Names leaders.
    LeaderNames,
    /// The menu of languages of the map.
    NamedIn,
    /// The menu of languages of the window.
    Language,
    /// The menu of colours.
    Colours,
    /// The menu of the size of texts.
    TextSize,
    /// The menu of how colours are seen.
    SeenAs,
    /// All of them are seen.
    AllColours,
    /// No red is seen.
    NoRed,
    /// No green is seen.
    NoGreen,
    /// No blue is seen.
    NoBlue,
    /// Shades of grey are seen.
    InGrey,
    /// The pictures that are saved are not changed by it.
    FilesStay,
}

/// A text in that menu, from facts.
#[derive(Clone, Copy, Debug)]
pub enum ViewingText {
    /// The menu of border policies, with the one in force.
    Borders(BorderPolicy),
    /// The middle of the map.
    Now(Position),
    /// A size of texts.
    Percent(TextSize),
}
