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
    /// A participant is from one of these regions; not the state that the table sets [apart](crate::query::apart).
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
    /// Every word begins a word of the record, accents and case ignored, the sources left aside; one behind `source:` begins a word
    /// of the sources.
    pub text: String,
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
    /// [`Filter::regions`]
    Regions,
    /// [`Filter::held_in`]
    HeldIn,
    /// [`Filter::countries`]
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
}

impl Field {
    /// Every field, in the order of the panel.
    pub const ALL: [Self; 9] = [
        Self::Regions,
        Self::HeldIn,
        Self::Countries,
        Self::Blocs,
        Self::Leaders,
        Self::Kinds,
        Self::Statuses,
        Self::Period,
        Self::Text,
    ];
}

impl Filter {
    /// Whether it asks nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The same filter with one field asking nothing.
    #[must_use]
    pub fn without(&self, field: Field) -> Self {
        self.clone().with(field, &Self::default())
    }

    /// The filter with one field of another one.
    #[must_use]
    pub fn with(self, field: Field, other: &Self) -> Self {
        match field {
            Field::Regions => Self { regions: other.regions.clone(), ..self },
            Field::HeldIn => Self { held_in: other.held_in.clone(), ..self },
            Field::Countries => Self { countries: other.countries.clone(), ..self },
            Field::Blocs => Self { blocs: other.blocs.clone(), ..self },
            Field::Leaders => Self { leaders: other.leaders.clone(), ..self },
            Field::Kinds => Self { kinds: other.kinds.clone(), ..self },
            Field::Statuses => Self { statuses: other.statuses.clone(), ..self },
            Field::Period => Self { from: other.from, to: other.to, ..self },
            Field::Text => Self { text: other.text.clone(), ..self },
        }
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
