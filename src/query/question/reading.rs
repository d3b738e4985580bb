//! The reading: which lines are derived from the meetings.

use serde::{Deserialize, Serialize};

/// A way to read meetings off the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// Who travelled where: a line from each guest's capital to the venue.
    #[default]
    Journeys,
    /// Who met whom: a line for each pair of states, wherever they met.
    Relations,
    /// Who sat at one table: a star for each meeting, with a spoke to each guest's capital.
    Stars,
}

impl Reading {
    /// Every reading.
    pub const ALL: [Self; 3] = [Self::Journeys, Self::Relations, Self::Stars];

    /// The word for it on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Journeys => "journeys",
            Self::Relations => "relations",
            Self::Stars => "stars",
        }
    }
}
