//! What a column can hold: the fields of a meeting, as tables write them.

use crate::gazetteer::fold::fold;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The record's key.
    Id,
    /// The first day, or both days in one cell.
    Start,
    /// The last day.
    End,
    /// How precisely the dates are known.
    Precision,
    /// The sort of event.
    Kind,
    /// Whether it took place.
    Status,
    /// A few words for lists.
    Title,
    /// The host country.
    Country,
    /// The city.
    City,
    /// The building.
    Building,
    /// Everyone, as `Name|office|country` parted by `;`.
    Participants,
    /// Who travelled, in tables of trips.
    Leader,
    /// The state that [`Field::Leader`] represents.
    LeaderCountry,
    /// The office of [`Field::Leader`].
    Office,
    /// Whom the leader met.
    Counterpart,
    /// The state that [`Field::Counterpart`] represents.
    CounterpartCountry,
    /// The event around it.
    Occasion,
    /// What was agreed.
    Outcome,
    /// References, parted by ` | `.
    Sources,
    /// A place in the article that [`Field::Sources`] names as `article`.
    ArticleRef,
    /// A remark.
    Note,
    /// Degrees east, for a place that is a point.
    Longitude,
    /// Degrees north.
    Latitude,
    /// The trip that the meeting is a stop of.
    Trip,
    /// Which stop of [`Field::Trip`] it is, from 1.
    Stop,
    /// How many meetings the row stands for.
    Count,
    /// The year of the first day.
    Year,
    /// The month of the first day.
    Month,
    /// The first day of its month.
    Day,
    /// The year of the last day.
    EndYear,
    /// The month of the last day.
    EndMonth,
    /// The last day of its month.
    EndDay,
    /// How many days it lasts.
    Duration,
    /// Latitude and longitude in one cell.
    Coordinates,
    /// What was spoken about.
    Topic,
    /// Where the journey begins.
    Origin,
    /// Degrees east of where the journey begins.
    OriginLongitude,
    /// Degrees north of where the journey begins.
    OriginLatitude,
    /// Who came for the state that heads the column: a name, or a mark that somebody did.
    Delegation,
    /// The code of an event that was read from reports: `042` for a visit.
    EventCode,
    /// Whether those who took part were in one place: `in person`, `by telephone`.
    Mode,
    /// The office of [`Field::Counterpart`].
    CounterpartOffice,
}

impl Field {
    /// Every field: those of `data/meetings.csv` in its order, then the further ones.
    pub const ALL: [Self; 42] = [
        Self::Id,
        Self::Start,
        Self::End,
        Self::Precision,
        Self::Kind,
        Self::Status,
        Self::Title,
        Self::Country,
        Self::City,
        Self::Building,
        Self::Participants,
        Self::Leader,
        Self::LeaderCountry,
        Self::Office,
        Self::Counterpart,
        Self::CounterpartCountry,
        Self::Occasion,
        Self::Outcome,
        Self::Sources,
        Self::ArticleRef,
        Self::Note,
        Self::Longitude,
        Self::Latitude,
        Self::Trip,
        Self::Stop,
        Self::Count,
        Self::Year,
        Self::Month,
        Self::Day,
        Self::EndYear,
        Self::EndMonth,
        Self::EndDay,
        Self::Duration,
        Self::Coordinates,
        Self::Topic,
        Self::Origin,
        Self::OriginLongitude,
        Self::OriginLatitude,
        Self::Delegation,
        Self::EventCode,
        Self::Mode,
        Self::CounterpartOffice,
    ];

    /// The word for it in files: in the table of headings, in mappings and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Start => "start",
            Self::End => "end",
            Self::Precision => "date_precision",
            Self::Kind => "kind",
            Self::Mode => "mode",
            Self::Status => "status",
            Self::Title => "title",
            Self::Country => "country",
            Self::City => "city",
            Self::Building => "venue",
            Self::Participants => "participants",
            Self::Leader => "leader",
            Self::LeaderCountry => "leader_country",
            Self::Office => "office",
            Self::Delegation => "delegation",
            Self::EventCode => "event_code",
            Self::Counterpart => "counterpart",
            Self::CounterpartCountry => "counterpart_country",
            Self::CounterpartOffice => "counterpart_office",
            Self::Occasion => "occasion",
            Self::Outcome => "outcome",
            Self::Sources => "sources",
            Self::ArticleRef => "article_ref",
            Self::Note => "note",
            Self::Longitude => "longitude",
            Self::Latitude => "latitude",
            Self::Trip => "trip",
            Self::Stop => "stop",
            Self::Count => "count",
            Self::Year => "year",
            Self::Month => "month",
            Self::Day => "day",
            Self::EndYear => "end_year",
            Self::EndMonth => "end_month",
            Self::EndDay => "end_day",
            Self::Duration => "duration",
            Self::Coordinates => "coordinates",
            Self::Topic => "topic",
            Self::Origin => "origin",
            Self::OriginLongitude => "origin_longitude",
            Self::OriginLatitude => "origin_latitude",
        }
    }

    /// The field with this word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        let asked = key(word);
        Self::ALL.into_iter().find(|field| key(field.name()) == asked)
    }

    /// What parts the cells of several columns that hold the same field; `None` if only one column can hold
    /// it.
    #[must_use]
    pub const fn joint(self) -> Option<&'static str> {
        match self {
            Self::Participants
            | Self::Leader
            | Self::LeaderCountry
            | Self::Office
            | Self::Delegation
            | Self::Counterpart
            | Self::CounterpartOffice
            | Self::City
            | Self::Origin
            | Self::Occasion
            | Self::Outcome
            | Self::Note
            | Self::Topic => Some("; "),
            Self::Sources => Some(" | "),
            Self::Id
            | Self::Start
            | Self::End
            | Self::Precision
            | Self::Kind
            | Self::Mode
            | Self::Status
            | Self::Title
            | Self::Country
            | Self::Building
            | Self::CounterpartCountry
            | Self::ArticleRef
            | Self::Longitude
            | Self::Latitude
            | Self::Trip
            | Self::Stop
            | Self::Count
            | Self::Year
            | Self::Month
            | Self::Day
            | Self::EndYear
            | Self::EndMonth
            | Self::EndDay
            | Self::Duration
            | Self::Coordinates
            | Self::OriginLongitude
            | Self::OriginLatitude
            | Self::EventCode => None,
        }
    }
}

/// A heading without case, accents, punctuation and spaces: `Start date`, `start_date` and `StartDate` are
/// one. A heading of signs only is its own key.
#[must_use]
pub fn key(heading: &str) -> String {
    let folded = fold(heading).replace(' ', "");
    if folded.is_empty() { heading.trim().to_owned() } else { folded }
}
