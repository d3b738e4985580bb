//! The grouping: what the colours of lines and bars stand for.

use serde::{Deserialize, Serialize};

/// What the colour of a line stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupBy {
    /// The status of the meetings.
    #[default]
    Status,
    /// The kind of the meetings.
    Kind,
    /// The region of the state where the line begins.
    Region,
    /// The blocs of that state.
    Bloc,
    /// That state.
    Participant,
}

impl GroupBy {
    /// Every grouping.
    pub const ALL: [Self; 5] = [Self::Status, Self::Kind, Self::Region, Self::Bloc, Self::Participant];

    /// The word for it on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Kind => "kind",
            Self::Region => "region",
            Self::Bloc => "bloc",
            Self::Participant => "participant",
        }
    }
}
