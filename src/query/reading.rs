//! The reading: which lines are derived from the meetings.

use super::count::Count;
use super::index::Index;
use super::journey::journeys;
use super::relation::relations;
use super::star::stars;
use super::tie::Ties;
use crate::meeting::table::Meetings;
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

    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Journeys => "journeys",
            Self::Relations => "relations",
            Self::Stars => "stars",
        }
    }

    /// What its lines are.
    #[must_use]
    pub const fn wording(self) -> &'static str {
        match self {
            Self::Journeys => "Journeys from capitals to the venue",
            Self::Relations => "Relations: a line between two states that met",
            Self::Stars => "Stars: a hub for each meeting, spokes to the guests’ capitals",
        }
    }
}

/// Derives places and lines from the rows that are shown.
#[must_use]
pub fn ties(meetings: &Meetings, index: &Index, rows: &[usize], count: &Count, reading: Reading) -> Ties {
    match reading {
        Reading::Journeys => journeys(meetings, index, rows, count),
        Reading::Relations => relations(meetings, index, rows, count),
        Reading::Stars => stars(meetings, index, rows, count),
    }
}
