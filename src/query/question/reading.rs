//! The reading: which lines are derived from the meetings.

use crate::meeting::table::Meetings;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A way to read meetings off the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// Who travelled where: a line from each guest's capital to the venue. Of a trip with several stops that
    /// is a line to each of them: their number is right, their order is not told.
    #[default]
    Journeys,
    /// Who travelled on which way: of each trip a line from the capital to its first stop, from stop to stop,
    /// and home.
    Routes,
    /// Who met whom: a line for each pair of states, wherever they met.
    Relations,
    /// Who sat at one table: a star for each meeting, with a spoke to each guest's capital.
    Stars,
}

impl Reading {
    /// Every reading.
    pub const ALL: [Self; 4] = [Self::Journeys, Self::Routes, Self::Relations, Self::Stars];

    /// The word for it on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Journeys => "journeys",
            Self::Routes => "routes",
            Self::Relations => "relations",
            Self::Stars => "stars",
        }
    }

    /// Whether it draws the places of meetings: relations join states wherever they met.
    #[must_use]
    pub const fn has_places(self) -> bool {
        match self {
            Self::Journeys | Self::Routes | Self::Stars => true,
            Self::Relations => false,
        }
    }

    /// The reading that a table begins with: routes if it has a trip with several stops, else journeys.
    /// Relations and stars stay, which tell nothing of ways.
    #[must_use]
    pub fn for_table(meetings: &Meetings, before: Self) -> Self {
        match before {
            Self::Journeys | Self::Routes if has_trips(meetings) => Self::Routes,
            Self::Journeys | Self::Routes => Self::Journeys,
            Self::Relations | Self::Stars => before,
        }
    }
}

/// Whether two meetings are stops of one trip.
fn has_trips(meetings: &Meetings) -> bool {
    let mut trips = BTreeSet::new();
    let stops = meetings.iter().filter_map(|(_, meeting)| meeting.trip.as_ref());
    stops.map(|stop| &stop.trip).any(|trip| !trips.insert(trip))
}
