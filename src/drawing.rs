//! How lines and land are drawn: the course of lines, several between two places, what colours mean, and what fills countries.

use serde::{Deserialize, Serialize};

/// The reader's choices of drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Drawing {
    /// How a line runs from one place to another.
    pub course: Course,
    /// What becomes of several meetings on one line.
    pub several: Several,
    /// What the colour of a line says.
    pub colour: ColourBy,
    /// What the fill of a country says.
    pub fill: CountryFill,
}

/// How a line runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Course {
    /// The shortest way over the globe.
    #[default]
    GreatCircle,
    /// An even bow to the left of the way, so that there and back are two lines.
    GentleArc,
    /// Straight on the page.
    Straight,
}

impl Course {
    /// Every course.
    pub const ALL: [Self; 3] = [Self::GreatCircle, Self::GentleArc, Self::Straight];

    /// The words for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::GreatCircle => "great circle",
            Self::GentleArc => "gentle arc",
            Self::Straight => "straight",
        }
    }
}

/// What becomes of several meetings on one line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Several {
    /// One line, the thicker the more it counts.
    #[default]
    Merged,
    /// A line for each meeting, side by side.
    Fanned,
}

impl Several {
    /// Both ways.
    pub const ALL: [Self; 2] = [Self::Merged, Self::Fanned];

    /// The words for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Merged => "merged",
            Self::Fanned => "fanned out",
        }
    }
}

/// What the colour of a line says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColourBy {
    /// How well established the meetings are.
    #[default]
    Status,
    /// What kind they are of.
    Kind,
    /// The region of the state where the line begins.
    Region,
    /// The blocs of that state.
    Bloc,
    /// That state.
    Participant,
}

impl ColourBy {
    /// Every meaning.
    pub const ALL: [Self; 5] = [Self::Status, Self::Kind, Self::Region, Self::Bloc, Self::Participant];

    /// The word for it.
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

/// What the fill of a country says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountryFill {
    /// Whether it takes part in what is shown.
    #[default]
    TakingPart,
    /// How much it counts by the rule, in classes.
    Count,
}

impl CountryFill {
    /// Both meanings.
    pub const ALL: [Self; 2] = [Self::TakingPart, Self::Count];

    /// The words for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::TakingPart => "taking part",
            Self::Count => "count",
        }
    }
}
