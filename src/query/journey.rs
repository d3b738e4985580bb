//! The default reading: places where meetings were held, and journeys from the participants' capitals to them.

use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::meeting::{Position, Status};
use serde::{Deserialize, Serialize};

/// The key of a place: the host country and the city's name, or the country alone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PlaceKey {
    /// The host country.
    pub country: Option<CountryCode>,
    /// The city as recorded; empty if only the country is known.
    pub city: String,
}

/// A place with everything held there.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its key.
    pub key: PlaceKey,
    /// Where it is drawn.
    pub at: Position,
    /// Whether only the country is known: drawn hollow.
    pub hollow: bool,
    /// Whether a participant was at home in one of the meetings: drawn with a ring.
    pub host_at_home: bool,
    /// Its meetings, context included, in order.
    pub rows: Vec<usize>,
    /// The best-established status among them (held before planned before invited before cancelled).
    pub status: Status,
}

/// The key of a line: from which country, to which place, with which status.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct JourneyKey {
    /// Whose capital the line leaves.
    pub from: CountryCode,
    /// The place it goes to.
    pub to: PlaceKey,
    /// Lines of different status are drawn apart.
    pub status: Status,
}

/// A line on the map: all journeys of one country to one place with one status.
#[derive(Clone, Debug, PartialEq)]
pub struct Journey {
    /// Its key.
    pub key: JourneyKey,
    /// The capital it leaves from.
    pub from: Position,
    /// The place it goes to.
    pub to: Position,
    /// The meetings it stands for, in order, each once however many travelled together: its weight is their number.
    pub rows: Vec<usize>,
    /// Whether the participants are the host state's guests in all of them (drawn as guests), or meet others there.
    pub third_country: bool,
    /// Whether somebody travels: a call has a line but no arrow.
    pub travels: bool,
}

/// What the map draws for some rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Journeys {
    /// Places in order of key.
    pub places: Vec<Place>,
    /// Lines in order of key.
    pub lines: Vec<Journey>,
    /// Rows with a venue that could not be placed, or with none.
    pub not_placed: Vec<usize>,
}

/// Derives places and lines from the rows that are shown. Nobody travels to a meeting at home; a participant without a known country
/// has no line; context has a place but no line. In a call, lines join the first participant's capital with the others'.
#[must_use]
pub fn journeys(_meetings: &Meetings, _rows: &[usize]) -> Journeys {
    todo!("skeleton")
}
