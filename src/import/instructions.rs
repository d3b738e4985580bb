//! What the user has stated about how a file is read; what is left open is found out.

use super::decisions::Decisions;
use super::encoding::Encoding;
use super::field::{Field, key};
use super::guess::Guess;
use super::mapping::{Mapping, Met, RowIs};
use super::source::stated::HeadingRow;
use super::when::Order;
use crate::meeting::code::CountryCode;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// How a file is to be read. A project keeps it for each of its files, so that they are read again in the
/// same way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Instructions {
    /// The encoding of its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<Encoding>,
    /// The sheet that is read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// What parts its cells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    /// Where its headings stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headings: Option<HeadingRow>,
    /// What its columns hold, and how their cells are read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mapping: Option<Mapping>,
    /// What single columns hold, by their headings; they go before the mapping.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<(String, Option<Field>)>,
    /// Which number of a date is the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
    /// Whom its travellers represent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub represents: Option<CountryCode>,
    /// Meetings after this day are planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// What becomes of those whom a remark says were met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met: Option<Met>,
    /// What its rows tell of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row_is: Option<RowIs>,
    /// What was decided about its words.
    #[serde(skip_serializing_if = "Decisions::is_empty")]
    pub decisions: Decisions,
    /// Fields that this program does not know. They are written back.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

impl Instructions {
    /// The mapping for a table: the one stated, if it is for such headings, else the guess; with everything
    /// else that is stated.
    #[must_use]
    pub fn mapping_for(&self, guess: &Guess) -> Mapping {
        let headings: Vec<String> =
            guess.mapping.columns.iter().map(|column| column.heading.clone()).collect();
        let stated = self.mapping.as_ref().filter(|mapping| mapping.fits(&headings));
        let mut mapping = stated.map_or_else(|| guess.mapping.clone(), |stated| stated.arranged(&headings));
        for (heading, field) in &self.columns {
            let asked = key(heading);
            let place = headings.iter().position(|known| key(known) == asked);
            if let Some(place) = place {
                mapping.use_as(place, *field);
            }
        }
        mapping.order = self.order.unwrap_or(mapping.order);
        mapping.represents = self.represents.or(mapping.represents);
        mapping.leader.clone_from(&guess.mapping.leader);
        mapping.kind = guess.mapping.kind;
        mapping.as_of = self.as_of.or(mapping.as_of);
        mapping.met = self.met.unwrap_or(mapping.met);
        mapping.row_is = self.row_is.unwrap_or(mapping.row_is);
        mapping
    }

    /// The headings of [`Self::columns`] that a table does not have.
    pub fn unknown_columns<'a>(&'a self, headings: &'a [String]) -> impl Iterator<Item = &'a str> {
        let has = |asked: &str| headings.iter().any(|known| key(known) == key(asked));
        self.columns.iter().map(|(heading, _)| heading.as_str()).filter(move |heading| !has(heading))
    }
}
