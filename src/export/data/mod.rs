//! Data in files: the meetings, the lines, who met whom, and how often each state took part, in the formats
//! of other programs.

pub mod grid;
mod meetings;
mod lines;
mod matrix;
mod counts;
mod graph;
mod graphml;
mod gexf;
mod geojson;

use self::grid::{Grid, pretty};
use super::listing::objects;
use super::made::{Made, NAME, What};
use super::sheet::Exhibit;
use crate::gazetteer::language::Language;
use crate::meeting::table::Meetings;
use crate::query::question::Question;
use crate::query::question::reading::Reading;
use crate::query::shown::Shown;
use crate::state::State;
use crate::words::part::exported::{ExportedText, Heads};
use crate::words::spoken::speaking;
use crate::words::{label, say};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::path::Path;

/// What a file of data holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Data {
    /// A row for each meeting that is shown.
    #[default]
    Meetings,
    /// A row for each line of the map: from, to, how much it counts, its first and last day, and how long it
    /// is.
    Lines,
    /// Who met whom: a row and a column for each state.
    Matrix,
    /// How much is counted for each state in each year.
    Counts,
}

impl Data {
    /// Everything.
    pub const ALL: [Self; 4] = [Self::Meetings, Self::Lines, Self::Matrix, Self::Counts];

    /// The word for it on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Meetings => "meetings",
            Self::Lines => "lines",
            Self::Matrix => "matrix",
            Self::Counts => "counts",
        }
    }
}

/// A format of a file of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DataFormat {
    /// CSV in UTF-8 (RFC 4180).
    Csv,
    /// A spreadsheet.
    Xlsx,
    /// An object with the rows as objects.
    Json,
    /// Places or lines on the globe (RFC 7946).
    GeoJson,
    /// A network, for yEd, Gephi, igraph, `NetworkX`.
    GraphMl,
    /// A network, for Gephi.
    Gexf,
}

impl DataFormat {
    /// Every format.
    pub const ALL: [Self; 6] = [Self::Csv, Self::Xlsx, Self::Json, Self::GeoJson, Self::GraphMl, Self::Gexf];

    /// The ending of its files, in small letters, without a point.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::GeoJson => "geojson",
            Self::GraphMl => "graphml",
            Self::Gexf => "gexf",
        }
    }

    /// The format that the ending of a file asks for.
    #[must_use]
    pub fn of_file(path: &Path) -> Option<Self> {
        let asked = path.extension()?.to_string_lossy().to_lowercase();
        Self::ALL.into_iter().find(|format| format.ending() == asked)
    }

    /// Whether a file of this format can hold it: a network has lines, a map places or lines.
    #[must_use]
    pub const fn holds(self, data: Data) -> bool {
        match self {
            Self::Csv | Self::Xlsx | Self::Json => true,
            Self::GeoJson => matches!(data, Data::Meetings | Data::Lines),
            Self::GraphMl | Self::Gexf => matches!(data, Data::Lines | Data::Matrix),
        }
    }

    /// The formats that can hold it.
    pub fn all_for(data: Data) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |format| format.holds(data))
    }
}

/// Why a file does not hold some data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotHeld {
    /// A file of this format has no such things.
    Format,
    /// A sheet has not so many rows and columns.
    Sheet(usize, usize),
}

impl fmt::Display for NotHeld {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format => f.write_str(label(Heads::NotInThisFormat)),
            Self::Sheet(rows, columns) => f.write_str(&say(ExportedText::SheetTooSmall(*rows, *columns))),
        }
    }
}

/// A question with its answers, from which data are written.
#[derive(Clone, Copy, Debug)]
pub struct Answered<'a> {
    /// The meetings as they are recorded.
    pub record: &'a Meetings,
    /// The meetings as the border policy sees them.
    pub meetings: &'a Meetings,
    /// The answers to the state's question.
    pub shown: &'a Shown,
    /// Everything that was set.
    pub state: &'a State,
}

impl<'a> Answered<'a> {
    /// Those of a map that is exported.
    #[must_use]
    pub const fn of(map: &Exhibit<'a>) -> Self {
        let Exhibit { record, meetings, shown, state, chart: _, size: _ } = *map;
        Self { record, meetings, shown, state }
    }
}

impl Answered<'_> {
    /// The data as a table, for other programs: in English, whatever the language of the map.
    #[must_use]
    pub fn grid(&self, data: Data) -> Grid {
        speaking(Language::English, || match data {
            Data::Meetings => meetings::grid(self),
            Data::Lines => lines::grid(self.meetings, self.shown),
            Data::Matrix => matrix::grid(self.meetings, &self.who_met_whom()),
            Data::Counts => counts::grid(self.meetings, self.shown),
        })
    }

    /// The answers with a line for each pair of states that met.
    fn who_met_whom(&self) -> Cow<'_, Shown> {
        let Self { record: _, meetings, shown, state: _ } = self;
        if shown.question.reading == Reading::Relations && shown.question.compare.is_none() {
            return Cow::Borrowed(shown);
        }
        let question = Question { reading: Reading::Relations, compare: None, ..shown.question.clone() };
        Cow::Owned(Shown::new(meetings, &question))
    }

    /// The data as the bytes of a file, with where they are from, or why it cannot hold them. The same
    /// answers give the same bytes.
    pub fn write(&self, data: Data, format: DataFormat) -> Result<Vec<u8>, NotHeld> {
        speaking(Language::English, || self.written(data, format))
    }

    fn written(&self, data: Data, format: DataFormat) -> Result<Vec<u8>, NotHeld> {
        if !format.holds(data) {
            return Err(NotHeld::Format);
        }
        let what = What::Table { format: format.ending().to_owned(), of: data.name().to_owned() };
        let made = Made::new(self.record, self.state, what);
        Ok(match format {
            DataFormat::Csv => self.grid(data).with_origin(&made).csv().into_bytes(),
            DataFormat::Xlsx => self.grid(data).workbook(&made)?,
            DataFormat::Json => self.json(data, &made).into_bytes(),
            DataFormat::GeoJson => geojson::write(self, data, &made).into_bytes(),
            DataFormat::GraphMl => graphml::write(&self.network(data), &made).into_bytes(),
            DataFormat::Gexf => gexf::write(&self.network(data), &made).into_bytes(),
        })
    }

    /// An object that says where it is from, and has the rows under the name of what they are.
    fn json(&self, data: Data, made: &Made) -> String {
        let name = data.name();
        match data {
            Data::Meetings => pretty(&Whole { made, name, rows: objects(meetings::shown(self)) }),
            Data::Lines | Data::Matrix | Data::Counts => {
                pretty(&Whole { made, name, rows: self.grid(data).objects() })
            }
        }
    }

    fn network(&self, data: Data) -> graph::Graph {
        match data {
            Data::Meetings | Data::Lines | Data::Counts => graph::graph(self.meetings, self.shown),
            Data::Matrix => graph::graph(self.meetings, &self.who_met_whom()),
        }
    }
}

/// Rows, and where they are from.
struct Whole<'a, Rows> {
    made: &'a Made,
    name: &'static str,
    rows: Rows,
}

impl<Rows: Serialize> Serialize for Whole<'_, Rows> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry(NAME, self.made)?;
        map.serialize_entry(self.name, &self.rows)?;
        map.end()
    }
}
