//! Blocs: organisations used as a filter, with dated memberships.

use crate::meeting::code::CountryCode;
use jiff::civil::Date;

/// An organisation of states.
#[derive(Clone, Debug, PartialEq)]
pub struct Organisation {
    /// Its usual abbreviation, such as `SCO`: the key.
    pub code: String,
    /// Its full English name.
    pub name: String,
    /// Every membership on record.
    pub memberships: Vec<Membership>,
}

/// One state's time in an organisation.
#[derive(Clone, Debug, PartialEq)]
pub struct Membership {
    /// The state.
    pub country: CountryCode,
    /// Full membership or something less; only members count in the filter.
    pub status: MemberStatus,
    /// The first day.
    pub start: Date,
    /// The last day; `None` if it lasts.
    pub end: Option<Date>,
}

/// What sort of membership it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MemberStatus {
    /// Full member.
    Member,
    /// Suspended member.
    Suspended,
    /// Observer.
    Observer,
    /// Partner.
    Partner,
}

/// Every organisation shipped, in the order of `data/organisations.csv`.
#[must_use]
pub fn organisations() -> &'static [Organisation] {
    todo!("skeleton")
}

/// The organisation that a code or full name means, accents, case and punctuation ignored.
#[must_use]
pub fn organisation(_text: &str) -> Option<&'static Organisation> {
    todo!("skeleton")
}

impl Organisation {
    /// Whether the country was a full member on the day; with `None` (an undated meeting), whether it ever was.
    #[must_use]
    pub fn has_member(&self, _country: CountryCode, _on: Option<Date>) -> bool {
        todo!("skeleton")
    }
}
