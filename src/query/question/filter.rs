//! The filter: which meetings are shown. Choices of one field are alternatives; fields narrow each other.

use crate::gazetteer::region::Region;
use crate::meeting::code::CountryCode;
use crate::meeting::{Kind, Status};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What must hold for a meeting to be shown. An empty field asks nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// A participant is from one of these regions; not the state that the table sets
    /// [apart](crate::query::apart).
    pub regions: BTreeSet<Region>,
    /// The venue lies in one of these.
    pub held_in: BTreeSet<Area>,
    /// A participant represents one of these.
    pub countries: BTreeSet<CountryCode>,
    /// A participant's state was a member of one of these organisations (by code) at the time; is one now, if
    /// the meeting is undated. The state that the table sets apart does not count.
    pub blocs: BTreeSet<String>,
    /// One of these people took part, by the name as recorded.
    pub leaders: BTreeSet<String>,
    /// It is of one of these kinds.
    pub kinds: BTreeSet<Kind>,
    /// It has one of these statuses.
    pub statuses: BTreeSet<Status>,
    /// It is not over before this day. Undated meetings do not pass a period.
    #[serde(with = "iso_date")]
    pub from: Option<Date>,
    /// It does not start after this day.
    #[serde(with = "iso_date")]
    pub to: Option<Date>,
    /// No meeting with any of these passes, whatever else is asked.
    pub excluded: Excluded,
    /// Whether all of `countries` must take part, and not just one.
    pub all_countries: bool,
    /// Whether of the meetings only the lines of those are drawn and counted whom regions, countries, blocs
    /// and leaders ask for.
    pub only_their_lines: bool,
    /// Every word begins a word of the record, accents and case ignored, the sources left aside; one behind
    /// `source:` begins a word of the sources.
    pub text: String,
}

/// What no meeting may have that passes. Each field means what the one of the [filter](Filter) does that is
/// called so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Excluded {
    /// Regions of participants.
    pub regions: BTreeSet<Region>,
    /// Where it was held.
    pub held_in: BTreeSet<Area>,
    /// States and organisations at the table.
    pub countries: BTreeSet<CountryCode>,
    /// Organisations that a participant's state was a member of.
    pub blocs: BTreeSet<String>,
    /// People.
    pub leaders: BTreeSet<String>,
    /// Kinds.
    pub kinds: BTreeSet<Kind>,
    /// Statuses.
    pub statuses: BTreeSet<Status>,
}

/// A region or a country, for where a meeting was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// A news region.
    Region(Region),
    /// A country.
    Country(CountryCode),
}

/// The fields of a filter, for counting under the others and for clearing one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// [`Filter::regions`], and those that are excluded; so for the others.
    Regions,
    /// [`Filter::held_in`]
    HeldIn,
    /// [`Filter::countries`] and [`Filter::all_countries`]
    Countries,
    /// [`Filter::blocs`]
    Blocs,
    /// [`Filter::leaders`]
    Leaders,
    /// [`Filter::kinds`]
    Kinds,
    /// [`Filter::statuses`]
    Statuses,
    /// [`Filter::from`] and [`Filter::to`]
    Period,
    /// [`Filter::text`]
    Text,
    /// [`Filter::only_their_lines`]
    Lines,
}

impl Field {
    /// Every field, in the order of the panel.
    pub const ALL: [Self; 10] = [
        Self::Regions,
        Self::HeldIn,
        Self::Countries,
        Self::Blocs,
        Self::Leaders,
        Self::Kinds,
        Self::Statuses,
        Self::Period,
        Self::Text,
        Self::Lines,
    ];
}

impl Filter {
    /// Whether it asks nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a field asks for something.
    #[must_use]
    pub fn asks(&self, field: Field) -> bool {
        self.without(field) != *self
    }

    /// The same filter with one field asking nothing.
    #[must_use]
    pub fn without(&self, field: Field) -> Self {
        self.clone().with(field, &Self::default())
    }

    /// The filter with one field of another one.
    #[must_use]
    pub fn with(self, field: Field, other: &Self) -> Self {
        let (mut own, other) = (self, other.clone());
        match field {
            Field::Regions => {
                (own.regions, own.excluded.regions) = (other.regions, other.excluded.regions);
            }
            Field::HeldIn => {
                (own.held_in, own.excluded.held_in) = (other.held_in, other.excluded.held_in);
            }
            Field::Countries => {
                (own.countries, own.excluded.countries) = (other.countries, other.excluded.countries);
                own.all_countries = other.all_countries;
            }
            Field::Blocs => (own.blocs, own.excluded.blocs) = (other.blocs, other.excluded.blocs),
            Field::Leaders => {
                (own.leaders, own.excluded.leaders) = (other.leaders, other.excluded.leaders);
            }
            Field::Kinds => (own.kinds, own.excluded.kinds) = (other.kinds, other.excluded.kinds),
            Field::Statuses => {
                (own.statuses, own.excluded.statuses) = (other.statuses, other.excluded.statuses);
            }
            Field::Period => (own.from, own.to) = (other.from, other.to),
            Field::Text => own.text = other.text,
            Field::Lines => own.only_their_lines = other.only_their_lines,
        }
        own
    }

    /// Whether it asks for participants, whose lines alone may be drawn.
    #[must_use]
    pub fn asks_for_parties(&self) -> bool {
        let Self { regions, countries, blocs, leaders, .. } = self;
        !(regions.is_empty() && countries.is_empty() && blocs.is_empty() && leaders.is_empty())
    }

    /// Whether it asks for nothing but a period.
    #[must_use]
    pub fn is_period_only(&self) -> bool {
        !self.is_empty() && self.without(Field::Period).is_empty()
    }
}

mod iso_date {
    //! Dates as `2024-07-03` in saved states.
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde's `with` calls it so")]
    pub fn serialize<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        date.map(|date| date.to_string()).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        Option::<String>::deserialize(deserializer)?
            .map(|text| text.parse().map_err(serde::de::Error::custom))
            .transpose()
    }
}
