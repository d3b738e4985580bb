//! The counting rule: what is counted of the meetings shown. The reader chooses it, and every number names
//! it.

use serde::{Deserialize, Serialize};

/// What is counted, and what of it. Context and cancelled meetings are counted by no rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Rule {
    /// What is counted.
    pub unit: Unit,
    /// How talks in the margins of a summit are counted.
    pub sidelines: Sidelines,
    /// How summits are counted.
    pub summits: Summits,
    /// Whether announced meetings are counted.
    pub planned: bool,
    /// Whether invitations are counted.
    pub invited: bool,
}

impl Default for Rule {
    fn default() -> Self {
        let (unit, sidelines, summits) = (Unit::default(), Sidelines::default(), Summits::default());
        Self { unit, sidelines, summits, planned: true, invited: true }
    }
}

/// What is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Meetings, however long.
    #[default]
    Meetings,
    /// Days on which they were held: a meeting of three days is three, one without a date or known to the
    /// month only is one.
    MeetingDays,
    /// Journeys of a state to a place: its meetings there on the same or on following days are one journey.
    /// Nobody travels to a call.
    Journeys,
    /// Trips of a state: the stops of a trip are one, wherever they lie. A journey that belongs to no trip is
    /// a trip of its own. A trip counts once in every sum, but on the map once at each of its places and on
    /// each of its legs.
    Trips,
    /// Pairs of states that met: three states at a table are three pairs.
    Pairs,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Self; 5] = [Self::Meetings, Self::MeetingDays, Self::Journeys, Self::Trips, Self::Pairs];
}

/// How sidelines are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sidelines {
    /// Each by itself.
    #[default]
    Counted,
    /// As a part of the summit of the same occasion, if that is shown and counted.
    Folded,
}

impl Sidelines {
    /// Both ways.
    pub const ALL: [Self; 2] = [Self::Counted, Self::Folded];
}

/// How a summit is counted, and what else is a [gathering](crate::meeting::Kind::is_gathering): a conference,
/// a funeral.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Summits {
    /// One meeting; of its pairs, those of the host with each guest, or all if the host is not at the table.
    #[default]
    AsOne,
    /// Once for each state at the table; of its pairs, all.
    PerParticipant,
}

impl Summits {
    /// Both ways.
    pub const ALL: [Self; 2] = [Self::AsOne, Self::PerParticipant];
}
