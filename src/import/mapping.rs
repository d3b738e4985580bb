//! Which column of a table is what, and how its cells are read: a value that the preview edits and a project
//! keeps.

use super::field::{Field, key};
use super::heading;
use super::when::{Calendar, Order};
use crate::meeting::Kind;
use crate::meeting::code::CountryCode;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How a table is read. A file with the same headings can be read in the same way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    /// Every column of the table, in its order.
    pub columns: Vec<ColumnUse>,
    /// Which number of `3/4/2024` is the day.
    pub order: Order,
    /// In which calendar the numbers in columns of dates are.
    pub calendar: Calendar,
    /// Whether bare numbers in columns of dates are days counted as spreadsheets count them.
    pub serials: bool,
    /// The year of dates that are written without one.
    pub year: Option<i16>,
    /// The state that everyone in the columns of leaders represents, unless the row says otherwise.
    pub represents: Option<CountryCode>,
    /// Who travels, where no column says it and the name of the file or of the table does; empty if nothing
    /// does. It is found out anew for each file.
    #[serde(skip)]
    pub leader: String,
    /// The kind of meetings of which no cell says it, where the headings or the name of the file do: calls.
    /// It is found out anew for each file.
    #[serde(skip)]
    pub kind: Option<Kind>,
    /// What says where the meetings were.
    pub places: Places,
    /// Whether the table says itself all there is to say, as one that Summitry wrote: a cell names one place,
    /// and nobody is looked up in the list of office holders.
    pub is_complete: bool,
    /// Whether rows of one traveller on adjoining days are stops of one journey.
    pub joins_trips: bool,
    /// What a row tells of.
    pub row_is: RowIs,
    /// What becomes of those whom a remark says were met.
    pub met: Met,
    /// Who stands in the column of counterparts.
    pub counterparts: Counterparts,
    /// Meetings that begin after this day are planned, unless the row says otherwise.
    pub as_of: Option<Date>,
}

/// What a row of a table tells of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowIs {
    /// A meeting.
    #[default]
    Meeting,
    /// A participant: rows of the same name, days and place are one meeting, with the participants of all.
    Participant,
    /// A report of an event: rows of the same day, place, parties and sort of event are one meeting.
    Report,
}

impl RowIs {
    /// Every answer.
    pub const ALL: [Self; 3] = [Self::Meeting, Self::Participant, Self::Report];

    /// The word for it on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Meeting => "meetings",
            Self::Participant => "participants",
            Self::Report => "reports",
        }
    }

    /// The answer with this word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == word)
    }
}

/// What says where meetings were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Places {
    /// Columns do.
    #[default]
    InColumns,
    /// The names of the meetings do, as no column does: `Yalta Conference`.
    InNames,
}

/// Who stands in the column of counterparts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counterparts {
    /// Those who were met.
    #[default]
    Met,
    /// The hosts: they represent the host country if nothing else says whom, and the meeting is in their
    /// state if no column says where.
    Hosts,
}

/// What becomes of those whom a remark says were met: `Met with President Duda`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Met {
    /// They stand in the remark only.
    #[default]
    InRemark,
    /// They take part.
    Participant,
}

/// A column and what it is used as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnUse {
    /// Its heading.
    pub heading: String,
    /// What it holds; `None` if nothing is read from it.
    pub field: Option<Field>,
}

/// Fields that say who took part, but for those whom somebody met,
const WHO: [Field; 6] = [
    Field::Participants,
    Field::Leader,
    Field::LeaderCountry,
    Field::Delegation,
    Field::Origin,
    Field::OriginLongitude,
];

/// and those.
const MET: [Field; 2] = [Field::Counterpart, Field::CounterpartCountry];

impl Mapping {
    /// The columns that hold a field, by their places.
    pub fn columns_of(&self, field: Field) -> impl Iterator<Item = usize> {
        let columns = self.columns.iter().enumerate();
        columns.filter(move |(_, column)| column.field == Some(field)).map(|(place, _)| place)
    }

    /// Whether a column holds the field.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.columns_of(field).next().is_some()
    }

    /// Whether a column says who took part.
    #[must_use]
    pub fn says_who(&self) -> bool {
        self.has_any(&WHO) || self.has_any(&MET)
    }

    /// Whether a column says who travelled, or was host. Whom a traveller met does not say it.
    #[must_use]
    pub fn says_who_travels(&self) -> bool {
        self.has_any(&WHO) || (self.counterparts == Counterparts::Hosts && self.has_any(&MET))
    }

    fn has_any(&self, fields: &[Field]) -> bool {
        fields.iter().any(|field| self.has(*field))
    }

    /// Whether a column says where.
    #[must_use]
    pub fn says_where(&self) -> bool {
        let columns = [Field::Country, Field::City, Field::Longitude, Field::Coordinates];
        columns.into_iter().any(|field| self.has(field))
    }

    /// Uses a column as something else. Where only one column can hold the field, the others lose it. Whether
    /// counterparts are hosts, the headings say.
    pub fn use_as(&mut self, place: usize, field: Option<Field>) {
        if let Some(field) = field.filter(|field| field.joint().is_none()) {
            for column in self.columns.iter_mut().filter(|column| column.field == Some(field)) {
                column.field = None;
            }
        }
        let Some(column) = self.columns.get_mut(place) else { return };
        column.field = field;
        if field == Some(Field::Counterpart) {
            self.settle_counterparts();
        }
    }

    /// Those in the columns of counterparts are hosts if all of their headings say so.
    fn settle_counterparts(&mut self) {
        let is_of_hosts = |place: usize| {
            heading::heading(&self.columns[place].heading).is_some_and(|found| found.field == "host")
        };
        let are_hosts = self.columns_of(Field::Counterpart).all(is_of_hosts);
        self.counterparts = if are_hosts { Counterparts::Hosts } else { Counterparts::Met };
    }

    /// Whether a table with these headings can be read in this way: the same headings in any order, whatever
    /// their case and signs.
    #[must_use]
    pub fn fits(&self, headings: &[String]) -> bool {
        let mut known: Vec<String> = self.columns.iter().map(|column| key(&column.heading)).collect();
        let mut asked: Vec<String> = headings.iter().map(|heading| key(heading)).collect();
        known.sort_unstable();
        asked.sort_unstable();
        known == asked
    }

    /// This mapping for a table that has the same headings in another order.
    #[must_use]
    pub fn arranged(&self, headings: &[String]) -> Self {
        let mut left: Vec<&ColumnUse> = self.columns.iter().collect();
        let columns = headings.iter().map(|heading| {
            let at = left.iter().position(|column| key(&column.heading) == key(heading));
            let field = at.and_then(|at| left.remove(at).field);
            ColumnUse { heading: heading.clone(), field }
        });
        Self { columns: columns.collect(), ..self.clone() }
    }
}

impl Serialize for Field {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        Self::named(&word)
            .ok_or_else(|| serde::de::Error::custom(format!("\"{word}\" is no field of a meeting")))
    }
}
