//! Who met whom: the matrix, and the page of a pair.

use crate::meeting::date::PartialDate;
use crate::query::met::{Order, Sides};
use crate::query::question::rule::Rule;
use jiff::civil::Date;

/// Words about pairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pairing {
    /// Whether states or people are paired.
    Sides(Sides),
    /// An order.
    Order(Order),
    /// A meeting that was held, beside its sign.
    Held,
    /// One that is planned or to which somebody is invited.
    Planned,
    /// Over those without a region.
    NoRegion,
    /// Over members of none of the blocs.
    NoBloc,
    /// What to do, while the pointer is on no cell.
    Hint,
    /// It is being counted.
    Counting,
    /// Nobody met anybody.
    Nobody,
    /// The heading over the pairs for which most is counted.
    MetMost,
    /// The heading over where two met.
    AtWhosePlace,
    /// Elsewhere than at either's place.
    Elsewhere,
    /// By telephone or video.
    ByCall,
    /// The heading over who came to whom.
    Visits,
    /// How many visits were answered.
    ReturnVisits,
    /// There is none.
    None,
    /// The heading over the first and the latest meeting.
    When,
    /// The first meeting.
    First,
    /// The latest held one.
    Latest,
    /// The heading over the meetings that are shown.
    Meetings,
    /// Nothing that a filter shows.
    NoneShown,
    /// The heading over a leader's offices.
    Offices,
    /// Over those that the program knows, whatever the table says.
    KnownOffices,
    /// The heading over numbers by year.
    ByYear,
    /// The heading over where meetings were held.
    Venues,
    /// The heading over journeys.
    Journeys,
}

/// A text about pairs, from facts.
#[derive(Clone, Copy, Debug)]
pub enum PairingText<'a> {
    /// How many states or people met somebody.
    Parties(Sides, usize),
    /// How many pairs met.
    Pairs(usize),
    /// The menu of orders.
    Order(Order),
    /// The matrix for those who hear it: of so many, so many pairs.
    Matrix(Sides, usize, usize),
    /// What is counted for two, and in how many rows; `None` if they did not meet.
    Cell(&'a str, &'a str, Rule, Option<(usize, usize)>),
    /// What is counted for one with all others.
    Total(&'a str, Rule, usize),
    /// A number.
    Number(usize),
    /// Meetings at which both sat: held, planned and cancelled.
    Together(usize, usize, usize),
    /// The latest visit of the first to the second.
    Visit(&'a str, &'a str),
    /// They have not met since a day, so many days before the last day of which the table tells.
    NotSince(Date, usize, Date),
    /// They met on that day.
    MetAtTheEnd(Date),
    /// The days of the held meetings of the table, and what that means.
    Runs(Date, Date),
    /// A person's meetings: held, planned and cancelled.
    Meetings(usize, usize, usize),
    /// From the first to the last day.
    Days(Date, Date),
    /// A time in office; without an end it lasts.
    Term(PartialDate, Option<PartialDate>),
    /// A year.
    Year(i16),
    /// When somebody set out, and from where to where.
    Journey(&'a str, &'a str),
    /// So many of the meetings are hidden by the filter.
    Hidden(usize),
}
