//! The plain news regions that readers filter by.

use super::table::{Field, rows};
use crate::meeting::code::CountryCode;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A part of the world as a newspaper names it. Every country with people has one of the first nine as its
/// own, by which it is coloured; it may belong to others too, and to the wider and narrower ones below.
/// Antarctica and its islands have none.
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
    /// From Türkiye to Japan and Indonesia, as the United Nations count it.
    Asia,
    /// The Middle East, and Africa north of the Sahara with Sudan.
    MiddleEastAndNorthAfrica,
    /// The fifteen states that were republics of the Soviet Union.
    FormerSovietUnion,
    /// From Myanmar to Timor-Leste.
    SouthEastAsia,
    /// The islands of the Caribbean.
    Caribbean,
}

impl Region {
    /// Every region, in the order of lists.
    pub const ALL: [Self; 14] = [
        Self::Europe,
        Self::MiddleEast,
        Self::Africa,
        Self::CentralAsia,
        Self::SouthAsia,
        Self::EastAsia,
        Self::LatinAmerica,
        Self::NorthAmerica,
        Self::Oceania,
        Self::Asia,
        Self::MiddleEastAndNorthAfrica,
        Self::FormerSovietUnion,
        Self::SouthEastAsia,
        Self::Caribbean,
    ];

    /// How many of them, the first, are countries' own regions.
    pub const OWN: usize = 9;

    /// A bit for it, by its place in [`Self::ALL`].
    #[must_use]
    pub const fn bit(self) -> Regions {
        1 << self as u32
    }

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
            Self::Asia => "Asia",
            Self::MiddleEastAndNorthAfrica => "Middle East and North Africa",
            Self::FormerSovietUnion => "Former Soviet Union",
            Self::SouthEastAsia => "South-East Asia",
            Self::Caribbean => "Caribbean",
        }
    }
}

/// Some regions: a bit for each, by its place in [`Region::ALL`].
pub type Regions = u16;

/// The regions that countries belong to besides their own, by `data/regions.csv`.
#[must_use]
pub(super) fn further_regions() -> BTreeMap<CountryCode, Regions> {
    let mut further: BTreeMap<CountryCode, Regions> = BTreeMap::new();
    for [region, country, _source] in rows(include_str!("../../data/regions.csv")) {
        let code = CountryCode::new(&country).expect("regions.csv lists codes");
        *further.entry(code).or_default() |= region_named(&region).bit();
    }
    further
}

fn region_named(name: &Field) -> Region {
    Region::ALL.into_iter().find(|known| known.name() == name).expect("regions.csv names known regions")
}
