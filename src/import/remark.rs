//! Remarks: how a file was understood where it could have been understood otherwise, each told once with its
//! number.

use super::encoding::ReadAs;
use super::field::Field;
use super::when::{self, Order};
use crate::meeting::code::CountryCode;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Something that the reader of a file should know and need not mend.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// How the bytes of the file were read as text, where that is a guess or something was left out.
    Text(ReadAs),
    /// Of several tables in the file, this one is read; the others by name.
    OtherTables {
        /// The table that is read.
        read: String,
        /// The others.
        others: Vec<String>,
    },
    /// Several tables of the file have the same headings and are read as one.
    TablesTogether {
        /// Their names, as far as they have any.
        names: Vec<String>,
    },
    /// No column says who travels, and the name of the file or of the table does.
    LeaderByName {
        /// The person.
        name: String,
    },
    /// Columns that a place or a year heads have dates in their cells, each of which is read as a row.
    ColumnsAsRows,
    /// Lines above the headings belong to no row.
    TitleLines,
    /// Lines below the table belong to no row.
    Footnotes,
    /// The file has no headings; the columns are numbered.
    NoHeadings,
    /// No column says who took part.
    NoPeople,
    /// What a column holds was seen from its cells, not from its heading.
    ByCells {
        /// The heading.
        heading: String,
        /// What it holds.
        field: Field,
    },
    /// A cell of the column decides which number is the day.
    OrderDecided {
        /// The order.
        order: Order,
        /// The cell.
        example: String,
    },
    /// The heading of the column says which number is the day.
    OrderStated {
        /// The order.
        order: Order,
        /// The heading.
        heading: String,
    },
    /// Some cells can only be read with the day first, others only with the month first, and are.
    OrderMixed {
        /// A cell of each sort.
        examples: [String; 2],
    },
    /// Nothing decides which number is the day.
    OrderOpen {
        /// A cell that can be two days.
        example: String,
    },
    /// `NA` in a column of codes is taken for Namibia.
    NaIsCode {
        /// The heading.
        heading: String,
    },
    /// Something about the form of dates.
    Date(when::Remark),
    /// A bare `Country` is taken for the host country, for the state represented, or for those who took part.
    CountryTakenFor {
        /// The heading.
        heading: String,
        /// [`Field::Country`], [`Field::LeaderCountry`] or [`Field::Participants`].
        field: Field,
    },
    /// Travellers represent the state that the file's name or title tells.
    RepresentsByName {
        /// The state.
        state: CountryCode,
        /// The word that tells it.
        word: String,
    },
    /// The state of a person is from the list of office holders.
    FromOfficeHolders,
    /// The state of a person is from the list of office holders, who was not in office on the day.
    OutOfOffice,
    /// The person has no state that is known, so that no line can be drawn from a capital.
    NoState,
    /// The country is that of the city nearest to the row's point.
    CountryFromPoint,
    /// How the coordinates of a row lie to the place that is named beside them.
    Point(PointRemark),
    /// No column says where: the meeting is in the state of its host.
    PlaceOfHost,
    /// No column says where: the place is from the name of the meeting.
    PlaceFromName,
    /// A row with several dates far apart became a meeting for each.
    SeveralDates,
    /// Where a journey began is kept in the note.
    OriginInNote,
    /// A row with several places became the stops of one journey.
    SeveralPlaces,
    /// A remark says whom the traveller met; they are not taken as participants.
    MetInRemark,
    /// They are.
    MetFromRemark,
    /// A row tells of a further participant of an event that has a row above.
    JoinedRows,
    /// A row is a further report of a meeting that has a row above.
    JoinedReports,
    /// The code of the row's event is that of no meeting: the row is left out.
    CodeOfNoMeeting,
    /// Rows of one traveller on adjoining days became the stops of one journey.
    JoinedTrips,
    /// The status is from a word in the text.
    StatusFromText,
    /// The row is struck through, and taken as cancelled.
    StruckThrough,
    /// A text says that something was cancelled, and perhaps not the meeting, which is taken as held.
    PerhapsCancelled,
    /// A row tells of no meeting.
    Aside(Aside),
    /// The kind is from a word in the text.
    KindFromText,
    /// The meeting lies after this day and is taken as planned.
    PlannedAsOf(Date),
}

/// How the coordinates of a row lie to the place that is named beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PointRemark {
    /// They are zeros and left out.
    Zero,
    /// They lie elsewhere, and there if they are swapped or have the other sign: read so.
    Turned,
    /// They lie elsewhere.
    Elsewhere,
}

impl PointRemark {
    /// Every remark.
    pub const ALL: [Self; 3] = [Self::Zero, Self::Turned, Self::Elsewhere];
}

/// What a row is that tells of no meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aside {
    /// A year, or a month of one, for the rows that follow.
    Year,
    /// A state or a leader, for the rows that follow.
    Head,
    /// The headings once more.
    Headings,
    /// A sum of the rows above.
    Sum,
    /// A row of another table, which begins below this one.
    OtherTable,
}

impl Aside {
    /// Every sort of such rows.
    pub const ALL: [Self; 5] = [Self::Year, Self::Head, Self::Headings, Self::Sum, Self::OtherTable];
}

/// How often a remark was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// How many times.
    pub count: usize,
    /// The first line it is about; `None` if it is about the whole file.
    pub first_line: Option<u64>,
}

/// The remarks of an import, by file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remarks(BTreeMap<(String, Remark), Tally>);

impl Remarks {
    /// Makes a remark about a line of a file.
    pub fn make(&mut self, file: &str, remark: Remark, line: u64) {
        self.count_in(file, remark, Tally { count: 1, first_line: Some(line) });
    }

    /// Makes a remark about a whole file so many times; none if that is never.
    pub fn make_of_file(&mut self, file: &str, remark: Remark, times: usize) {
        if times > 0 {
            self.count_in(file, remark, Tally { count: times, first_line: None });
        }
    }

    fn count_in(&mut self, file: &str, remark: Remark, tally: Tally) {
        let known = self.0.entry((file.to_owned(), remark)).or_insert(Tally { count: 0, ..tally });
        known.count += tally.count;
    }

    /// Adds other remarks.
    pub fn add(&mut self, other: Self) {
        for (about, tally) in other.0 {
            self.0.entry(about).and_modify(|known| known.count += tally.count).or_insert(tally);
        }
    }

    /// All of them: the file, the remark and how often.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Remark, Tally)> {
        self.0.iter().map(|((file, remark), tally)| (file.as_str(), remark, *tally))
    }

    /// How often a remark was made, in all files together.
    #[must_use]
    pub fn count(&self, asked: &Remark) -> usize {
        self.iter().filter(|(_, remark, _)| *remark == asked).map(|(_, _, tally)| tally.count).sum()
    }
}
