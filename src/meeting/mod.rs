//! What is recorded: a meeting, the people in it, its place, its dates and its sources.

pub mod code;
pub mod date;
pub mod identity;
pub mod table;

use self::code::CountryCode;
use self::date::Dates;
use self::identity::{CityId, MeetingId, PlaceId, TripId};
/// A text of the record: a copy shares its letters, so that what many rows say is held once.
pub use ecow::EcoString as Text;
use serde::{Deserialize, Serialize};
use std::num::{NonZeroU16, NonZeroU32};

/// One record: n participants, one venue, a span of dates, a kind, a status and sources.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// Unique in its table.
    pub id: MeetingId,
    /// A few words for lists.
    pub title: Text,
    /// What sort of event it is.
    pub kind: Kind,
    /// Whether it took place.
    pub status: Status,
    /// When, and how precisely that is known.
    pub dates: Dates,
    /// Where, and how precisely that is known.
    pub venue: Venue,
    /// Everyone recorded as taking part, in the file's order.
    pub participants: Vec<Participant>,
    /// The event around it (a summit, an anniversary), named alike for all that belong to it; empty if none.
    pub occasion: Text,
    /// What was agreed or said; empty if not recorded.
    pub outcome: Text,
    /// Where each fact is from.
    pub sources: Vec<Source>,
    /// A remark the reader must see, such as a contradiction between sources; empty if none.
    pub note: Text,
    /// The trip that it is a stop of; `None` if the record names none. One place a stop: a trip with several
    /// is several meetings.
    pub trip: Option<Stop>,
    /// How many meetings it stands for: one, unless the file tells the number of several alike.
    pub count: NonZeroU32,
}

impl Meeting {
    /// How many meetings it stands for, as sums need it.
    #[must_use]
    pub const fn times(&self) -> usize {
        self.count.get() as usize
    }
}

/// A stop of a trip.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Stop {
    /// Which trip.
    pub trip: TripId,
    /// Which stop of it, the first being 1. `None` leaves the order of the stops to their dates.
    pub number: Option<NonZeroU16>,
}

/// A person at a meeting, with the office held at the time.
#[derive(Clone, Debug, PartialEq)]
pub struct Participant {
    /// The person's name as recorded.
    pub name: Text,
    /// The office by its title; empty if not recorded.
    pub office: Text,
    /// The state or territory represented; `None` if the record names none that is known.
    pub country: Option<CountryCode>,
    /// Whether the person was at home.
    pub role: Role,
}

/// Where a meeting took place, as recorded and as placed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Venue {
    /// The host country; `None` if unknown.
    pub country: Option<CountryCode>,
    /// The words for a country that could not be understood; empty if there are none. They stay when the
    /// place is decided later.
    pub country_as_written: Text,
    /// The city as recorded; empty if unknown.
    pub city: Text,
    /// The building or residence; empty if unknown.
    pub building: Text,
    /// Where the geocoding table puts it.
    pub placed: Placed,
}

/// How a venue was placed on the globe: which place it is, and where that lies.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Placed {
    /// At a city of the tables, or another place there; a province is drawn hollow.
    City(CityId, Position),
    /// Known only to its country: at the country's label point, drawn hollow.
    Country(CountryCode, Position),
    /// At a point that was chosen on the map or given by coordinates.
    Point(Position),
    /// Nowhere: listed, counted as not placed, never drawn.
    #[default]
    Nowhere,
}

impl Placed {
    /// The position, if there is one.
    #[must_use]
    pub fn position(self) -> Option<Position> {
        match self {
            Self::City(_, at) | Self::Country(_, at) | Self::Point(at) => Some(at),
            Self::Nowhere => None,
        }
    }

    /// Which place it is, if there is one.
    #[must_use]
    pub fn place(self) -> Option<PlaceId> {
        match self {
            Self::City(id, _) => Some(PlaceId::City(id)),
            Self::Country(code, _) => Some(PlaceId::Country(code)),
            Self::Point(at) => Some(PlaceId::point(at)),
            Self::Nowhere => None,
        }
    }

    /// The word for the precision in listings: `city`, `country`, `point` or `none`.
    #[must_use]
    pub fn precision(self) -> &'static str {
        match self {
            Self::City(..) => "city",
            Self::Country(..) => "country",
            Self::Point(_) => "point",
            Self::Nowhere => "none",
        }
    }
}

/// A point on the globe in degrees: longitude −180…180 east, latitude −90…90 north.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
}

impl Position {
    /// A position from degrees, longitude first.
    #[must_use]
    pub const fn new(lon: f64, lat: f64) -> Self {
        Self { lon, lat }
    }
}

/// A reference and the facts it supports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// A web address, or the words that let a reader find the place (title, date, paragraph, sentence).
    pub reference: Text,
    /// Which facts of the record it supports, such as `date` or `venue`; empty if the file does not say.
    pub facts: Vec<Text>,
}

impl Source {
    /// The web address, if the reference is one.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        let is_address = self.reference.starts_with("https://") || self.reference.starts_with("http://");
        is_address.then(|| {
            self.reference.split_whitespace().next().unwrap_or_default().trim_end_matches([',', ';'])
        })
    }
}

/// The sort of event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Talks between two sides, outside a visit or a summit.
    Bilateral,
    /// A meeting of many at one table.
    Summit,
    /// Talks in the margins of another event.
    Sideline,
    /// A visit with the highest protocol.
    StateVisit,
    /// An official visit.
    OfficialVisit,
    /// A working visit.
    WorkingVisit,
    /// A visit without talks on the programme. It is counted: somebody was received.
    PrivateVisit,
    /// A meeting of many at one table who are no heads of state or government: of ministers, of experts.
    Conference,
    /// A funeral of state, at which many meet.
    Funeral,
    /// A stop on the way, where nobody is met: context, counted by no rule, and yet a stop of its trip.
    Transit,
    /// Talks by telephone or video: nobody travels.
    Call,
    /// An invitation to meet.
    Invitation,
    /// A start of a term of office: context, counted by no rule.
    Inauguration,
    /// The record does not say.
    Unspecified,
}

impl Kind {
    /// Every kind, in the order of lists.
    pub const ALL: [Self; 14] = [
        Self::Summit,
        Self::Conference,
        Self::StateVisit,
        Self::OfficialVisit,
        Self::WorkingVisit,
        Self::PrivateVisit,
        Self::Bilateral,
        Self::Sideline,
        Self::Call,
        Self::Invitation,
        Self::Funeral,
        Self::Inauguration,
        Self::Transit,
        Self::Unspecified,
    ];

    /// The word for it, as files write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bilateral => "bilateral",
            Self::Summit => "summit",
            Self::Sideline => "sideline",
            Self::StateVisit => "state visit",
            Self::OfficialVisit => "official visit",
            Self::WorkingVisit => "working visit",
            Self::PrivateVisit => "private visit",
            Self::Conference => "conference",
            Self::Funeral => "funeral",
            Self::Transit => "transit",
            Self::Call => "call",
            Self::Invitation => "invitation",
            Self::Inauguration => "inauguration",
            Self::Unspecified => "unspecified",
        }
    }

    /// Context is kept, listed and shown, but is no meeting and is counted by no rule.
    #[must_use]
    pub const fn is_context(self) -> bool {
        matches!(self, Self::Inauguration | Self::Transit)
    }

    /// Whether many come together at once: of all their pairs, rules count those with the host.
    #[must_use]
    pub const fn is_gathering(self) -> bool {
        matches!(self, Self::Summit | Self::Conference | Self::Funeral)
    }
}

/// Whether a meeting took place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It took place.
    Held,
    /// It is announced.
    Planned,
    /// Someone was asked; no date is fixed.
    Invited,
    /// It was announced and did not take place.
    Cancelled,
}

impl Status {
    /// Every status, in the order of lists.
    pub const ALL: [Self; 4] = [Self::Held, Self::Planned, Self::Invited, Self::Cancelled];

    /// The word for it, as files write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Planned => "planned",
            Self::Invited => "invited",
            Self::Cancelled => "cancelled",
        }
    }
}

/// Whether a participant was at home.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The venue lies in the participant's own country.
    Host,
    /// The participant came from elsewhere.
    Guest,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 2] = [Self::Host, Self::Guest];

    /// The word for it, as files write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Host => "host",
            Self::Guest => "guest",
        }
    }
}
