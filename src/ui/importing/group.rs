//! Groups of fields, as the menu of a column shows them.

use crate::import::field::Field;
use crate::words::label;
use crate::words::part::importing::Aspect;

/// What a field is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// The dates.
    When,
    /// The place.
    Where,
    /// The people and states.
    Who,
    /// What was done and said.
    What,
    /// Where it is from.
    Source,
    /// Numbers of trips and records.
    Numbers,
}

impl Group {
    /// Every group, in the order of the menu.
    pub const ALL: [Self; 6] = [Self::When, Self::Where, Self::Who, Self::What, Self::Source, Self::Numbers];

    /// The heading in the menu.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::When => label(Aspect::When),
            Self::Where => label(Aspect::Where),
            Self::Who => label(Aspect::Who),
            Self::What => label(Aspect::What),
            Self::Source => label(Aspect::Source),
            Self::Numbers => label(Aspect::Numbers),
        }
    }

    /// The group of a field.
    #[must_use]
    pub const fn of(field: Field) -> Self {
        match field {
            Field::Start
            | Field::End
            | Field::Precision
            | Field::Year
            | Field::Month
            | Field::Day
            | Field::EndYear
            | Field::EndMonth
            | Field::EndDay
            | Field::Duration => Self::When,
            Field::Country
            | Field::City
            | Field::Building
            | Field::Longitude
            | Field::Latitude
            | Field::Coordinates
            | Field::Origin
            | Field::OriginLongitude
            | Field::OriginLatitude => Self::Where,
            Field::Participants
            | Field::Leader
            | Field::LeaderCountry
            | Field::Office
            | Field::Counterpart
            | Field::CounterpartCountry
            | Field::CounterpartOffice
            | Field::Delegation => Self::Who,
            Field::Kind
            | Field::Mode
            | Field::EventCode
            | Field::Status
            | Field::Title
            | Field::Topic
            | Field::Occasion
            | Field::Outcome
            | Field::Note => Self::What,
            Field::Sources | Field::ArticleRef => Self::Source,
            Field::Id | Field::Trip | Field::Stop | Field::Count => Self::Numbers,
        }
    }
}

/// Fields in the order in which they are met most.
const FIRST: [Field; 12] = [
    Field::Start,
    Field::End,
    Field::City,
    Field::Country,
    Field::Leader,
    Field::LeaderCountry,
    Field::Office,
    Field::Counterpart,
    Field::CounterpartCountry,
    Field::Participants,
    Field::Topic,
    Field::Title,
];

/// The fields of a group, those that are met most first.
pub fn fields(group: Group) -> impl Iterator<Item = Field> {
    let rest = Field::ALL.into_iter().filter(|field| !FIRST.contains(field));
    FIRST.into_iter().chain(rest).filter(move |field| Group::of(*field) == group)
}
