//! Columns: what a table of meetings may show of each, and the order of its rows by one of them.

use super::facts::states_of;
use crate::gazetteer::country::Countries;
use crate::gazetteer::fold::fold;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting, Status};
use serde::{Deserialize, Serialize};

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// When it was.
    Date,
    /// What it is called.
    Title,
    /// Who took part, and for which state.
    Who,
    /// The city, and the country it lies in.
    Place,
    /// The building.
    Building,
    /// The kind.
    Kind,
    /// The status.
    Status,
    /// The event around it.
    Occasion,
    /// What came of it.
    Outcome,
    /// The note.
    Note,
    /// How many states took part.
    States,
    /// How many sources it has.
    Sources,
    /// How many meetings the row stands for.
    Meetings,
}

impl Column {
    /// Every column, in the order of the table.
    pub const ALL: [Self; 13] = [
        Self::Date,
        Self::Title,
        Self::Who,
        Self::Place,
        Self::Building,
        Self::Kind,
        Self::Status,
        Self::Occasion,
        Self::Outcome,
        Self::Note,
        Self::States,
        Self::Sources,
        Self::Meetings,
    ];

    /// Those that a table shows unless others are chosen.
    pub const USUAL: [Self; 7] =
        [Self::Date, Self::Who, Self::Place, Self::Kind, Self::Status, Self::Occasion, Self::Sources];

    /// Whether it holds a number.
    #[must_use]
    pub const fn is_number(self) -> bool {
        match self {
            Self::States | Self::Sources | Self::Meetings => true,
            Self::Date
            | Self::Title
            | Self::Who
            | Self::Place
            | Self::Building
            | Self::Kind
            | Self::Status
            | Self::Occasion
            | Self::Outcome
            | Self::Note => false,
        }
    }

    /// What rows are compared by; `None` where the column holds nothing of it.
    fn key(self, meeting: &Meeting) -> Option<Key> {
        let text = |text: &str| Some(fold(text)).filter(|text| !text.is_empty()).map(Key::Text);
        let number = |number: usize| Some(Key::Number(number));
        let venue = &meeting.venue;
        match self {
            Self::Date => {
                let (first, last) = meeting.dates.days()?;
                let in_order = |day: jiff::civil::Date| {
                    // Years before Christ come first.
                    (i64::from(day.year()) + 20_000) as usize * 400
                        + usize::from(day.day_of_year().unsigned_abs())
                };
                Some(Key::Numbers(in_order(first), in_order(last)))
            }
            Self::Title => text(&meeting.title),
            Self::Who => {
                let names: Vec<&str> =
                    meeting.participants.iter().map(|person| person.name.as_str()).collect();
                text(&names.join(" "))
            }
            Self::Place => {
                let country = venue.country.map(|code| Countries::embedded().name(code));
                text(&format!("{} {}", venue.city, country.unwrap_or_default()))
            }
            Self::Building => text(&venue.building),
            Self::Kind => number(Kind::ALL.iter().position(|kind| *kind == meeting.kind)?),
            Self::Status => number(Status::ALL.iter().position(|status| *status == meeting.status)?),
            Self::Occasion => text(&meeting.occasion),
            Self::Outcome => text(&meeting.outcome),
            Self::Note => text(&meeting.note),
            Self::States => number(states_of(meeting).len()),
            Self::Sources => number(meeting.sources.len()),
            Self::Meetings => number(meeting.times()),
        }
    }
}

/// What rows are compared by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(usize),
    Numbers(usize, usize),
    Text(String),
}

/// By which column rows are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Sort {
    /// The column.
    pub by: Column,
    /// Whether the last comes first.
    pub is_descending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self { by: Column::Date, is_descending: false }
    }
}

/// Some rows in the order of a column: equal ones by their dates, then by their identities. Rows without a
/// value come last in either direction.
#[must_use]
pub fn sorted(meetings: &Meetings, rows: &[usize], sort: Sort) -> Vec<usize> {
    let mut keyed: Vec<(Option<Key>, Option<Key>, usize)> = rows
        .iter()
        .map(|&row| {
            let meeting = meetings.get(row);
            let date = if sort.by == Column::Date { None } else { Column::Date.key(meeting) };
            (sort.by.key(meeting), date, row)
        })
        .collect();
    keyed.sort_by(|(a, a_date, a_row), (b, b_date, b_row)| {
        let id = |row: &usize| meetings.get(*row).id.as_str();
        let own = if sort.is_descending { b.cmp(a) } else { a.cmp(b) };
        let by_date = (a_date.is_none(), a_date).cmp(&(b_date.is_none(), b_date));
        let by_id = || id(a_row).cmp(id(b_row));
        a.is_none().cmp(&b.is_none()).then(own).then(by_date).then_with(by_id)
    });
    keyed.into_iter().map(|(.., row)| row).collect()
}
