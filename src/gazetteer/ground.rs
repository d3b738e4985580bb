//! Which areas belong or belonged to which state, each row of `data/ground.csv` with its source.

use super::table::{Field, rows};
use crate::meeting::code::CountryCode;
use std::sync::LazyLock;

/// An area with a code of its own and a state it has to do with.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground {
    /// The area.
    pub area: CountryCode,
    /// The state.
    pub state: CountryCode,
    /// What the area is, or was, to the state.
    pub relation: Relation,
    /// The first day or year, as the table has it; empty if the source gives none.
    pub start: Field,
    /// The day or year it ended; empty if it lasts.
    pub end: Field,
    /// Where that is written.
    pub source: Field,
}

/// What an area is, or was, to a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// It belongs to the state: a territory, a special region, a state in free association.
    Dependency,
    /// It once belonged to the state or was administered by it.
    Held,
    /// It lies today where the former state, or a part of it, was.
    Ground,
    /// Its cities are listed under the state in the city table.
    Cities,
}

impl Relation {
    /// Every relation.
    pub const ALL: [Self; 4] = [Self::Dependency, Self::Held, Self::Ground, Self::Cities];

    /// The word for it, as the table writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dependency => "dependency",
            Self::Held => "held",
            Self::Ground => "ground",
            Self::Cities => "cities",
        }
    }
}

/// Every row, in order of area, then state.
#[must_use]
pub fn grounds() -> &'static [Ground] {
    static TABLE: LazyLock<Vec<Ground>> =
        LazyLock::new(|| rows(include_str!("../../data/ground.csv")).map(ground).collect());
    &TABLE
}

/// The other codes under which places of a country are listed: of a state, what belongs to it; of a former
/// state, those on its ground today; of an area without cities of its own in the table, the state they are
/// listed under.
pub fn ground_of(code: CountryCode) -> impl Iterator<Item = CountryCode> {
    grounds().iter().filter_map(move |row| match row.relation {
        Relation::Dependency | Relation::Ground => (row.state == code).then_some(row.area),
        Relation::Cities => (row.area == code).then_some(row.state),
        Relation::Held => None,
    })
}

/// Whether the area is listed under the other state, or once belonged to it.
#[must_use]
pub fn belongs_or_belonged(area: CountryCode, state: CountryCode) -> bool {
    let held = |row: &Ground| row.relation == Relation::Held && row.area == area && row.state == state;
    ground_of(state).any(|code| code == area) || grounds().iter().any(held)
}

fn ground([area, state, relation, start, end, source]: [Field; 6]) -> Ground {
    let code = |text: &str| CountryCode::new(text).expect("areas and states are codes");
    let relation = Relation::ALL.into_iter().find(|known| known.name() == relation);
    Ground {
        area: code(&area),
        state: code(&state),
        relation: relation.expect("ground.csv has these relations only"),
        start,
        end,
        source,
    }
}
