//! What is told of a country, a place, a line or a meeting that is selected.

use crate::query::question::rule::Unit;
use jiff::civil::Date;

/// Words about what is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dossier {
    /// The meeting is gone.
    NotInTable,
    /// The filters leave all its meetings out.
    NonePasses,
    /// The heading over those whom a country met.
    AtOneTable,
    /// The heading over those whom a country may meet.
    Planned,
    /// A country is in no meeting.
    TakesPartInNone,
    /// A country is in no meeting that passes the filters.
    NoneShown,
    /// A meeting of no certain kind.
    Meeting,
    /// The heading over the travels of leaders.
    TravelledTo,
    /// Its day is not known.
    KnownToMonth,
    /// Its month is not known.
    KnownToYear,
    /// It is at a point that somebody chose.
    AtChosenPoint,
    /// Only its country is known.
    CountryOnly,
    /// It is not on the map.
    NotPlaced,
}

/// A text about what is selected, from facts.
#[derive(Clone, Copy, Debug)]
pub enum DossierText<'a> {
    /// Filters by a country.
    ShowOnly(&'a str),
    /// The heading over the meetings of others in a country.
    HeldBetween(&'a str),
    /// In how many meetings a country takes part, and how many of others it hosts.
    Part(usize, usize),
    /// To which blocs a country belongs on a day; it may be none.
    Blocs(Date, &'a str),
    /// How its place was found.
    Place(&'a str),
    /// The trip that it is a stop of.
    Trip(&'a str),
    /// How many sources there are.
    Sources(usize),
    /// What a source supports.
    Supports(&'a str),
    /// The rule counts nothing.
    NoneCounted(Unit),
}
