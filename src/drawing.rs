//! Choices of drawing: the course of lines, several lines between two places, colours, fills, and meetings of
//! the past.

use crate::query::calendar::days_between;
use crate::query::question::grouping::GroupBy;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How the reader wants lines and countries drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Drawing {
    /// How a line runs from one place to another.
    pub course: Course,
    /// How several meetings on one line are drawn.
    pub several: Bundling,
    /// By what the width of a line goes.
    pub widths: LineWidths,
    /// What the colour of a line stands for.
    pub colour: GroupBy,
    /// What the fill of a country stands for.
    pub fill: CountryFill,
}

/// How a line runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Course {
    /// The shortest way over the globe.
    #[default]
    GreatCircle,
    /// An even curve to the left, so that there and back are two lines.
    GentleArc,
    /// Straight on the page.
    Straight,
}

impl Course {
    /// Every course.
    pub const ALL: [Self; 3] = [Self::GreatCircle, Self::GentleArc, Self::Straight];

    /// The words for it on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::GreatCircle => "great circle",
            Self::GentleArc => "gentle arc",
            Self::Straight => "straight",
        }
    }
}

/// How several meetings on one line are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bundling {
    /// One line, the thicker the more it counts.
    #[default]
    Merged,
    /// A line for each meeting, side by side.
    Fanned,
}

impl Bundling {
    /// Both ways.
    pub const ALL: [Self; 2] = [Self::Merged, Self::Fanned];
}

/// By what the width of a line goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineWidths {
    /// By the line of this map that counts most, which is as wide as a line may be.
    #[default]
    OfThisMap,
    /// By what it counts alone, so that maps can be compared.
    OfEveryMap,
}

impl LineWidths {
    /// Both ways.
    pub const ALL: [Self; 2] = [Self::OfThisMap, Self::OfEveryMap];
}

/// What the fill of a country stands for.
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
}

/// How meetings before the window are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PastDisplay {
    /// They are not drawn: a meeting is shown while it overlaps the window.
    #[default]
    Window,
    /// They stay.
    Cumulative,
    /// They stay, and fade with age.
    Fading,
}

impl PastDisplay {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Window, Self::Cumulative, Self::Fading];
}

/// The opacity of the oldest meetings.
const FAINTEST: f32 = 0.22;

/// The opacity of what ends on a day, if it has a date, under [`PastDisplay::Fading`], from 0 to 1: full
/// while it overlaps the window, then halved with each length of the window, down to a faint rest.
#[must_use]
pub fn share_of_ink(last: Option<Date>, window: (Date, Date)) -> f32 {
    let (from, to) = window;
    let Some(last) = last.filter(|last| *last < from) else { return 1.0 };
    let length = (days_between(from, to) + 1).max(1) as f32;
    let past = days_between(last, from) as f32;
    (-past / length).exp2().max(FAINTEST)
}
