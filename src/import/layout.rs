//! Layouts: the columns of files that many people have, as those who make the files describe them, from
//! `data/layouts.csv`.

use super::field::{Field, key};
use crate::gazetteer::table::{listed, rows, text};
use std::sync::LazyLock;

/// A form of table that is known by its headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layout {
    /// Events that GDELT coded from reports.
    Gdelt,
    /// Events that ICEWS coded from reports.
    Icews,
    /// Flows between places that a table of locations names.
    Flows,
    /// Places with their ids: no meetings.
    Locations,
    /// Who is tied to whom, without a place.
    Edges,
}

impl Layout {
    /// Every layout.
    pub const ALL: [Self; 5] = [Self::Gdelt, Self::Icews, Self::Flows, Self::Locations, Self::Edges];

    /// The word for it in `data/layouts.csv`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gdelt => "gdelt",
            Self::Icews => "icews",
            Self::Flows => "flows",
            Self::Locations => "locations",
            Self::Edges => "edges",
        }
    }

    /// The layout of a table with these headings. A table may leave out columns of it, but none that is a
    /// sign of it.
    #[must_use]
    pub fn of(headings: &[String]) -> Option<Self> {
        let keys: Vec<String> = headings.iter().map(|heading| key(heading)).collect();
        Self::ALL.into_iter().find(|layout| layout.fits(&keys))
    }

    /// What the column under a heading holds; `None` if nothing is read from it.
    #[must_use]
    pub fn field(self, heading: &str) -> Option<Field> {
        let asked = key(heading);
        self.columns().find(|column| column.key == asked)?.field
    }

    fn fits(self, keys: &[String]) -> bool {
        let has = |column: &Column| keys.contains(&column.key);
        let signs = self.columns().filter(|column| column.sign != Sign::None).all(has);
        let is_whole = self.columns().any(|column| column.sign == Sign::All);
        signs && (!is_whole || keys.iter().all(|key| self.columns().any(|column| column.key == *key)))
    }

    fn columns(self) -> impl Iterator<Item = &'static Column> {
        COLUMNS.iter().filter(move |column| column.layout == self.name())
    }
}

/// What a column says of the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// It may be missing.
    None,
    /// A table without it has another layout.
    Needed,
    /// So has one with a column that the layout does not have.
    All,
}

/// A row of the table.
#[derive(Debug)]
struct Column {
    layout: &'static str,
    key: String,
    field: Option<Field>,
    sign: Sign,
}

static COLUMNS: LazyLock<Vec<Column>> = LazyLock::new(|| {
    let column = |[layout, heading, field, sign, _source]: [_; 5]| Column {
        layout: text(layout),
        key: key(&heading),
        field: Field::named(&field),
        sign: match listed(&sign).next() {
            None => Sign::None,
            Some("all") => Sign::All,
            Some(_) => Sign::Needed,
        },
    };
    rows(include_str!("../../data/layouts.csv")).map(column).collect()
});
