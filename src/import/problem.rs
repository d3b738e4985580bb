//! The one problem type: what was found where, as facts. The words for it are made in `words`.

use super::csv::record::Fault;
use super::field::Field;
use super::source::refused::FileRefused;
use crate::gazetteer::candidates::Candidate;
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use crate::meeting::date::{Dates, NoDate, PartialDate, Precision};
use crate::meeting::identity::MeetingId;
use serde::Serialize;

/// Something wrong in a file, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The file as the user named it.
    pub file: String,
    /// The line, counted from 1; `None` if it concerns the whole file.
    pub line: Option<u64>,
    /// The column, if it concerns one cell.
    pub column: Option<Column>,
    /// What is wrong.
    pub kind: ProblemKind,
    /// Whether the row was left out of the table (otherwise it was kept without the faulty part).
    pub row_lost: bool,
    /// The meeting that the row became; `None` if the problem concerns no row, or the row was left out.
    pub meeting: Option<MeetingId>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Counted from 1.
    pub number: usize,
    /// As the header names it.
    pub name: String,
}

/// What is wrong, with the facts of it. Texts are those of the file, cut by [`excerpt`].
#[derive(Clone, Debug, PartialEq)]
pub enum ProblemKind {
    /// Something in a project file cannot be used: where it stands and what is wrong, in words.
    InProject(String),
    /// The file is not read.
    Refused(FileRefused),
    /// The line of a file of JSON lines is none.
    NotJson,
    /// The file has a header and no rows.
    NoRows,
    /// The table gives places their ids, and tells of no meeting.
    OnlyLocations,
    /// The table gives places their ids, which the flows of another one name.
    LookedUp,
    /// The table names places by their ids, and no table of locations stands beside it.
    NoLocations,
    /// The header lacks columns without which rows are no meetings.
    Lacking(Lacking),
    /// The line is longer than a line may be, and is left out.
    LineTooLong,
    /// A quote is opened and not closed; the row is taken to end with its line.
    OpenQuote,
    /// A quote is opened, and the next one stands in the middle of a cell in this line.
    StrayQuote(u64),
    /// Text follows the quote that closes the cell.
    TextAfterQuote,
    /// The row has too few cells; the missing ones are empty.
    TooFewCells(Cells),
    /// The row has too many cells; the last are left out.
    TooManyCells(Cells),
    /// The text is no number of a stop: 1, 2 and so on.
    NoStop(String),
    /// The number of a stop stands without a trip.
    NoTrip(String),
    /// The text is no number of meetings: 1, 2 and so on.
    NoCount(String),
    /// The text is no longitude or latitude in degrees.
    NoDegrees(String),
    /// The row's id is taken; the row is kept under another one.
    IdTaken {
        /// The id that the file states.
        id: String,
        /// The id that the row got.
        kept_as: String,
    },
    /// The text is no date.
    NoDate {
        /// What the cell holds.
        text: String,
        /// Why it is none.
        refused: Refused,
    },
    /// The end lies before the start and is left out.
    EndBeforeStart {
        /// The start.
        start: PartialDate,
        /// The end.
        end: PartialDate,
    },
    /// The text is no precision.
    NoPrecision(String),
    /// The precision is another one than that of the dates; the vaguer of the two is kept.
    OtherPrecision {
        /// What the row states.
        stated: Precision,
        /// What its dates are.
        dates: Dates,
    },
    /// The text is no kind of meeting.
    NoKind(Unknown),
    /// The text is no status.
    NoStatus(Unknown),
    /// The venue could not be placed as it is written.
    Place(PlaceProblem),
    /// The participants could not be read as they are written.
    People(PeopleProblem),
    /// More problems of one kind are not listed.
    NotListed {
        /// How many.
        count: usize,
        /// The first of them.
        first: Box<ProblemKind>,
    },
}

impl From<Fault> for ProblemKind {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::OpenQuote => Self::OpenQuote,
            Fault::StrayQuote(line) => Self::StrayQuote(line),
            Fault::TextAfterQuote(_) => Self::TextAfterQuote,
            Fault::TooLong => Self::LineTooLong,
        }
    }
}

impl From<PlaceProblem> for ProblemKind {
    fn from(problem: PlaceProblem) -> Self {
        Self::Place(problem)
    }
}

impl From<PeopleProblem> for ProblemKind {
    fn from(problem: PeopleProblem) -> Self {
        Self::People(problem)
    }
}

/// What is wrong with a venue.
#[derive(Clone, Debug, PartialEq)]
pub enum PlaceProblem {
    /// Neither country nor city is given.
    NoPlace,
    /// The text names no single country, so the meeting is not placed.
    NoCountry {
        /// What the cell holds.
        text: String,
        /// What may be meant.
        meant: Vec<Meant>,
    },
    /// The text names no single city, so the meeting is not placed.
    NoCity {
        /// What the cell holds.
        text: String,
        /// What may be meant.
        meant: CityMeant,
    },
    /// The city could not be placed, so the meeting is shown at its country.
    NoCityInCountry {
        /// What the cell holds.
        text: String,
        /// The country.
        country: CountryCode,
        /// What may be meant.
        meant: CityMeant,
    },
    /// The city is an area with a code of its own, which the table lists under another state.
    InTerritory {
        /// What the cell holds.
        text: String,
        /// The state that the row names.
        lister: CountryCode,
        /// The area where the meeting is shown.
        territory: CountryCode,
    },
}

/// What is wrong with participants.
#[derive(Clone, Debug, PartialEq)]
pub enum PeopleProblem {
    /// The meeting names nobody.
    Nobody,
    /// The cell names more people than are read.
    TooManyPeople {
        /// How many it names.
        named: usize,
        /// How many are read.
        read: usize,
    },
    /// An entry has more parts than name, office, country and role.
    TooManyParts {
        /// The entry.
        entry: String,
        /// How many it has.
        parts: usize,
    },
    /// The text is no role of a participant.
    NoRole {
        /// Whose role.
        name: String,
        /// What stands there.
        text: String,
    },
    /// An entry has no name.
    NoName(String),
    /// The country of a participant names no single country.
    NoCountryOf {
        /// Whose country.
        name: String,
        /// What stands there.
        text: String,
        /// What may be meant.
        meant: Vec<Meant>,
    },
    /// A long office stands for several names, and only the first keeps it.
    LongOffice {
        /// Letters of the office.
        letters: usize,
        /// How many names share it.
        names: usize,
    },
}

/// What a header lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// Whether no column says where.
    pub place: bool,
    /// Whether no column says who, what or when.
    pub subject: bool,
    /// The names of the first columns.
    pub found: Vec<String>,
    /// Whether there are more columns.
    pub more: bool,
    /// Columns that were understood otherwise than they are called, each with what it holds.
    pub understood: Vec<(String, Field)>,
}

/// The cells of a row that does not fit its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cells {
    /// Cells of the row.
    pub row: usize,
    /// Columns of the header.
    pub header: usize,
    /// The last line of the row, if it is not the first.
    pub last_line: Option<u64>,
}

/// A word that is in no closed list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// What the cell holds.
    pub text: String,
    /// The nearest known word, if one is near.
    pub near: Option<&'static str>,
}

/// Why a text is no date, and what it may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The reason.
    pub why: WhyRefused,
    /// What may be meant.
    pub readings: Vec<PartialDate>,
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyRefused {
    /// It is not of the form of dates, or names a day that does not exist.
    NoDate(NoDate),
    /// It has no year.
    NoYear,
    /// It can be two days.
    TwoDays,
    /// It is a number that may be a spreadsheet's count of days.
    SerialNumber,
    /// Its end lies before its start.
    Backwards,
}

impl PlaceProblem {
    /// A stop among others that could not be placed; at its country, if the row gives one.
    #[must_use]
    pub fn unknown_stop(text: &str, country: Option<CountryCode>) -> Self {
        let (text, meant) = (place_text(text), CityMeant::OneOf(Vec::new()));
        match country {
            Some(country) => Self::NoCityInCountry { text, country, meant },
            None => Self::NoCity { text, meant },
        }
    }
}

/// A place that a text may mean.
#[derive(Clone, Debug, PartialEq)]
pub enum Meant {
    /// A country.
    Country(String, CountryCode),
    /// A country, where a city was expected.
    CountryItself(String, CountryCode),
    /// A city. Namesakes in one country differ in their position only.
    City {
        /// Its name.
        name: String,
        /// The letters of its state in the United States; else empty.
        state: String,
        /// Its country.
        country: Option<CountryCode>,
        /// Where it lies.
        at: Position,
    },
}

impl Meant {
    /// A country among the candidates for a name.
    #[must_use]
    pub fn country(candidate: &Candidate) -> Option<Self> {
        Some(Self::Country(candidate.name.clone(), candidate.country?))
    }
}

/// What the text of a city may mean.
#[derive(Clone, Debug, PartialEq)]
pub enum CityMeant {
    /// One of these.
    OneOf(Vec<Meant>),
    /// Each of these places: the row is several meetings.
    Each(Vec<String>),
}

/// The beginning of a text, as it is shown and as problems keep it: a cell may be as long as a file.
#[must_use]
pub fn excerpt(text: &str) -> String {
    beginning(text, 60).unwrap_or_else(|| text.to_owned())
}

/// The text of a place as problems keep it: whole, so that the user can say which place is meant by it,
/// unless it is too long for any name.
#[must_use]
pub fn place_text(text: &str) -> String {
    beginning(text, MOST_OF_A_PLACE).unwrap_or_else(|| text.to_owned())
}

/// Letters of a place's text that are kept.
const MOST_OF_A_PLACE: usize = 1000;

/// Whether [`place_text`] left out the end of a text.
#[must_use]
pub fn is_cut(place_text: &str) -> bool {
    place_text.chars().nth(MOST_OF_A_PLACE).is_some()
}

/// The first letters of a text that has more of them, with a sign behind.
fn beginning(text: &str, letters: usize) -> Option<String> {
    let (end, _) = text.char_indices().nth(letters)?;
    Some(format!("{}…", &text[..end]))
}
