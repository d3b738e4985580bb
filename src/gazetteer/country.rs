//! The country table: codes, names, capital, label point and region of every state, territory and former state.

use super::region::Region;
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use std::sync::LazyLock;

/// One row of `data/countries.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct Country {
    /// ISO 3166-1 alpha-3, or what [`CountryCode`] says for areas without.
    pub code: CountryCode,
    /// ISO 3166-1 alpha-2; empty if it has none.
    pub iso2: String,
    /// State, territory or former state.
    pub kind: CountryKind,
    /// Common English name.
    pub name: String,
    /// A shorter name for the map; the same as `name` if that is short.
    pub short: String,
    /// Official English name; empty if not known.
    pub official: String,
    /// Every other name it is found by, with what sort of name that is.
    pub other_names: Vec<(NameKind, String)>,
    /// The capital's name; empty if it has none.
    pub capital: String,
    /// Where the capital lies; where it has none, the label point.
    pub capital_at: Position,
    /// Where its name is set on a map.
    pub label_at: Position,
    /// The news region; `None` for Antarctica.
    pub region: Option<Region>,
    /// The UN M49 region and sub-region; empty if none.
    pub m49: [String; 2],
    /// First and last year of a former state.
    pub years: [Option<i16>; 2],
}

/// What sort of area a row of the country table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CountryKind {
    /// A UN member or observer, Kosovo or Taiwan.
    Country,
    /// Any other area with a code or a shape of its own.
    Territory,
    /// A state that no longer exists.
    FormerState,
}

/// What sort of name a name is; it decides how well a match on it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// The official name.
    Official,
    /// A name it once had.
    Former,
    /// Another name in use.
    Alias,
    /// Its people or what is theirs.
    Demonym,
    /// An ISO code.
    Code,
}

/// The whole table, found by code or name.
#[derive(Debug)]
pub struct Countries;

impl Countries {
    /// The embedded table, parsed on first use.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static TABLE: LazyLock<Countries> = LazyLock::new(|| todo!());
        &TABLE
    }

    /// Every row in order of code.
    pub fn iter(&self) -> impl Iterator<Item = &Country> {
        std::iter::empty()
    }

    /// The row of a code.
    #[must_use]
    pub fn get(&self, _code: CountryCode) -> Option<&Country> {
        todo!("skeleton")
    }

    /// The common name of a code, or the code itself if it is not in the table.
    #[must_use]
    pub fn name(&self, _code: CountryCode) -> String {
        todo!("skeleton")
    }

    /// The one country a code (alpha-2, alpha-3), name or former name means. `None` if unknown or ambiguous; see
    /// [`super::candidates::candidates`] for what else it could be.
    #[must_use]
    pub fn find(&self, _text: &str) -> Option<&Country> {
        todo!("skeleton")
    }
}
