//! The border policy: which state each disputed area is drawn with, as `data/borders.csv` says.

use crate::gazetteer::table::rows;
use crate::meeting::code::CountryCode;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Whose view of the disputed areas the map is drawn by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BorderPolicy {
    /// Resolutions of the United Nations where there is one.
    #[default]
    Un,
    /// Who holds an area: Natural Earth as it comes.
    DeFacto,
    /// As China sees them.
    China,
    /// As Cyprus sees them.
    Cyprus,
    /// As India sees them.
    India,
    /// As Israel sees them.
    Israel,
    /// As Morocco sees them.
    Morocco,
    /// As Pakistan sees them.
    Pakistan,
    /// As Russia sees them.
    Russia,
    /// As Serbia sees them.
    Serbia,
    /// As Somalia sees them.
    Somalia,
    /// As Türkiye sees them.
    Turkiye,
    /// As Ukraine sees them.
    Ukraine,
}

impl BorderPolicy {
    /// Every policy, in the order of lists and of the table's columns.
    pub const ALL: [Self; 13] = [
        Self::Un,
        Self::DeFacto,
        Self::China,
        Self::Cyprus,
        Self::India,
        Self::Israel,
        Self::Morocco,
        Self::Pakistan,
        Self::Russia,
        Self::Serbia,
        Self::Somalia,
        Self::Turkiye,
        Self::Ukraine,
    ];

    /// The word for it on the command line and over its column of the table.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Un => "un",
            Self::DeFacto => "de-facto",
            Self::China => "china",
            Self::Cyprus => "cyprus",
            Self::India => "india",
            Self::Israel => "israel",
            Self::Morocco => "morocco",
            Self::Pakistan => "pakistan",
            Self::Russia => "russia",
            Self::Serbia => "serbia",
            Self::Somalia => "somalia",
            Self::Turkiye => "turkiye",
            Self::Ukraine => "ukraine",
        }
    }

    /// The state that a disputed area is drawn with. `None` for an area that no row of the table names.
    #[must_use]
    pub fn holder(self, area: &str) -> Option<CountryCode> {
        disputed_areas().iter().find(|disputed| disputed.area == area).map(|disputed| disputed.holder(self))
    }

    /// The disputes, as sentences name them, in which it draws an area with another state than another policy
    /// does.
    #[must_use]
    pub fn departs_from(self, other: Self) -> BTreeSet<&'static str> {
        let departing = disputed_areas().iter().filter(|area| area.holder(self) != area.holder(other));
        departing.map(|area| area.dispute.as_str()).collect()
    }
}

/// A row of `data/borders.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisputedArea {
    /// The piece of the base map.
    pub area: String,
    /// Its name.
    pub name: String,
    /// The dispute it belongs to, as sentences name it.
    pub dispute: String,
    /// Where each policy's answer is from.
    pub source: String,
    /// By policy, in the order of [`BorderPolicy::ALL`].
    holders: [CountryCode; BorderPolicy::ALL.len()],
}

impl DisputedArea {
    /// The state it is drawn with.
    #[must_use]
    pub fn holder(&self, policy: BorderPolicy) -> CountryCode {
        self.holders[policy as usize]
    }

    /// Whether some policy draws it with this state.
    #[must_use]
    pub fn is_drawn_with(&self, code: CountryCode) -> bool {
        self.holders.contains(&code)
    }
}

/// The table, in order of area.
#[must_use]
pub fn disputed_areas() -> &'static [DisputedArea] {
    static TABLE: LazyLock<Vec<DisputedArea>> =
        LazyLock::new(|| rows(include_str!("../../data/borders.csv")).map(disputed_area).collect());
    &TABLE
}

/// Area, name and dispute, a column for each policy, and the source.
const COLUMNS: usize = BorderPolicy::ALL.len() + 4;

fn disputed_area(row: [crate::gazetteer::table::Field; COLUMNS]) -> DisputedArea {
    let [area, name, dispute, holders @ .., source] = row;
    DisputedArea {
        area: area.into_owned(),
        name: name.into_owned(),
        dispute: dispute.into_owned(),
        source: source.into_owned(),
        holders: holders.map(|code| CountryCode::new(&code).expect("a test reads the whole table")),
    }
}
