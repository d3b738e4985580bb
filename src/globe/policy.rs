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

    /// Its name for readers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Un => "UN-aligned",
            Self::DeFacto => "De facto",
            Self::China => "As seen by China",
            Self::Cyprus => "As seen by Cyprus",
            Self::India => "As seen by India",
            Self::Israel => "As seen by Israel",
            Self::Morocco => "As seen by Morocco",
            Self::Pakistan => "As seen by Pakistan",
            Self::Russia => "As seen by Russia",
            Self::Serbia => "As seen by Serbia",
            Self::Somalia => "As seen by Somalia",
            Self::Turkiye => "As seen by Türkiye",
            Self::Ukraine => "As seen by Ukraine",
        }
    }

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

    /// What every picture must say about its borders. It names the disputes on which the policy departs from the United
    /// Nations' view, so that it cannot say more or less than the table.
    #[must_use]
    pub fn wording(self) -> &'static str {
        static WORDINGS: LazyLock<[String; BorderPolicy::ALL.len()]> =
            LazyLock::new(|| BorderPolicy::ALL.map(worded));
        &WORDINGS[self as usize]
    }

    /// The state that a disputed area is drawn with. `None` for an area that no row of the table names.
    #[must_use]
    pub fn holder(self, area: &str) -> Option<CountryCode> {
        disputed_areas().iter().find(|disputed| disputed.area == area).map(|disputed| disputed.holder(self))
    }

    /// The disputes in which it puts an area elsewhere than another policy does.
    fn departs_from(self, other: Self) -> BTreeSet<&'static str> {
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

fn worded(policy: BorderPolicy) -> String {
    let of_the_un = BorderPolicy::Un.departs_from(BorderPolicy::DeFacto);
    let own = policy.departs_from(BorderPolicy::Un);
    let kept: BTreeSet<&str> = of_the_un.difference(&own).copied().collect();
    let adjusted = match policy {
        BorderPolicy::Un => format!("adjusted to UN resolutions on {}", in_a_row(&of_the_un)),
        BorderPolicy::DeFacto => "which shows who holds an area".to_owned(),
        BorderPolicy::China
        | BorderPolicy::Cyprus
        | BorderPolicy::India
        | BorderPolicy::Israel
        | BorderPolicy::Morocco
        | BorderPolicy::Pakistan
        | BorderPolicy::Russia
        | BorderPolicy::Serbia
        | BorderPolicy::Somalia
        | BorderPolicy::Turkiye
        | BorderPolicy::Ukraine => {
            let state = policy.name().trim_start_matches("As seen by ");
            format!(
                "adjusted to the view of {state} on {}; to UN resolutions on {}",
                in_a_row(&own),
                in_a_row(&kept)
            )
        }
    };
    format!(
        "Boundaries follow Natural Earth 5.1.2, {adjusted}; disputed areas are hatched; no endorsement implied."
    )
}

/// `Crimea, Western Sahara and the Golan`.
fn in_a_row(names: &BTreeSet<&str>) -> String {
    let names: Vec<&str> = names.iter().copied().collect();
    match &names[..] {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
