//! Places: how they were found, and what is said of them.

use crate::gazetteer::score::Why;
use crate::meeting::Position;

/// Words about a place, how it was found, and whether it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    /// By its name.
    ByName,
    /// By its coordinates.
    ByCoordinates,
    /// Only the country is known.
    CountryOnly,
    /// The user has decided it.
    Decided,
    /// The user has left it out.
    LeftOut,
    /// It was not found.
    NotFound,
    /// It was not found in the country.
    NotInCountry,
    /// Nothing is known of it.
    Unknown,
}

/// A text about a place, from facts.
#[derive(Clone, Copy, Debug)]
pub enum PlacesText<'a> {
    /// So many places are called so.
    Several(usize),
    /// How many live there.
    Inhabitants(usize),
    /// How many live there, where there is little room.
    People(usize),
    /// A point that is near a city.
    Near(&'a str),
    /// A point that is so far from a city.
    About(f64, &'a str),
    /// Where it is, to a hundredth of a degree.
    Degrees(Position),
    /// The country, and no place in it.
    AsAWhole(&'a str),
    /// Why it may be meant by a name.
    Why(&'a Why),
}
