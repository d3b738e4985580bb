//! The plain news regions that readers filter by.

use serde::{Deserialize, Serialize};

/// A part of the world as a newspaper names it. Every country is in one; Antarctica is in none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Region {
    /// From Iceland to Russia.
    Europe,
    /// From Türkiye to Iran, without Egypt.
    MiddleEast,
    /// All of Africa, Egypt included.
    Africa,
    /// The five Central Asian states, Armenia, Azerbaijan and Georgia.
    CentralAsia,
    /// From Afghanistan to Bangladesh.
    SouthAsia,
    /// From Mongolia to Indonesia.
    EastAsia,
    /// From Mexico and the Caribbean southwards.
    LatinAmerica,
    /// The United States, Canada, Greenland, Bermuda.
    NorthAmerica,
    /// Australia, New Zealand and the Pacific islands.
    Oceania,
}

impl Region {
    /// Every region, in the order of lists.
    pub const ALL: [Self; 9] = [
        Self::Europe,
        Self::MiddleEast,
        Self::Africa,
        Self::CentralAsia,
        Self::SouthAsia,
        Self::EastAsia,
        Self::LatinAmerica,
        Self::NorthAmerica,
        Self::Oceania,
    ];

    /// The name, as files and lists write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Europe => "Europe",
            Self::MiddleEast => "Middle East",
            Self::Africa => "Africa",
            Self::CentralAsia => "Central Asia and the Caucasus",
            Self::SouthAsia => "South Asia",
            Self::EastAsia => "East and South-East Asia",
            Self::LatinAmerica => "Latin America",
            Self::NorthAmerica => "North America",
            Self::Oceania => "Oceania",
        }
    }
}
