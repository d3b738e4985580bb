//! The size of the window's texts on this computer: one of a few steps, in percent of the usual size.

use serde::{Deserialize, Serialize};

/// A step of size. Everything in the window grows with it: texts, rows, controls and the marks of the map, so
/// that what belongs together keeps its proportions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct TextSize(u16);

impl TextSize {
    /// Every step, the smallest first.
    pub const STEPS: [Self; 9] =
        [Self(75), Self(90), Self(100), Self(110), Self(125), Self(150), Self(175), Self(200), Self(250)];

    /// In percent of the usual size.
    #[must_use]
    pub const fn percent(self) -> u16 {
        self.0
    }

    /// How many times as large as usual.
    #[must_use]
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// The next larger step; `None` for the largest.
    #[must_use]
    pub fn larger(self) -> Option<Self> {
        Self::STEPS.into_iter().find(|step| *step > self)
    }

    /// The next smaller step; `None` for the smallest.
    #[must_use]
    pub fn smaller(self) -> Option<Self> {
        Self::STEPS.into_iter().rev().find(|step| *step < self)
    }
}

impl Default for TextSize {
    fn default() -> Self {
        Self(100)
    }
}

impl From<TextSize> for u16 {
    fn from(size: TextSize) -> Self {
        size.0
    }
}

impl TryFrom<u16> for TextSize {
    /// The size in percent, which no step has.
    type Error = u16;

    fn try_from(percent: u16) -> Result<Self, u16> {
        Self::STEPS.into_iter().find(|step| step.0 == percent).ok_or(percent)
    }
}
