//! What the user does while files are looked at, each for all cells that are written alike.

use super::question::AskedPlace;
use crate::import::decisions::{Decided, State};
use crate::import::encoding::Encoding;
use crate::import::field::Field;
use crate::import::mapping::{Met, RowIs};
use crate::import::source::stated::HeadingRow;
use crate::import::when::Order;
use crate::meeting::code::CountryCode;
use crate::words::label;
use crate::words::part::importing::Importing;

/// One of the two views.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// The columns and the rows.
    #[default]
    Columns,
    /// The questions.
    Questions,
}

impl View {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Columns, Self::Questions];

    /// The word on its button.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Columns => label(Importing::Columns),
            Self::Questions => label(Importing::Questions),
        }
    }
}

/// Something that the user does.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Looks at the columns or at the questions.
    View(View),
    /// Looks at another file.
    File(usize),
    /// Leaves a file out.
    LeaveOut(usize),
    /// Reads another sheet of the file.
    Sheet(usize),
    /// States where the headings are; `None` lets the program find them.
    Headings(Option<HeadingRow>),
    /// States the encoding; `None` lets the program find it.
    Encoding(Option<Encoding>),
    /// States what parts cells; `None` lets the program find it.
    Separator(Option<char>),
    /// States which number of a file's dates is the day.
    Order(usize, Order),
    /// Uses a column of a file as something else; `None` uses it for nothing.
    Column(usize, usize, Option<Field>),
    /// States what the rows of a file tell of.
    Rows(usize, RowIs),
    /// States whether rows of one traveller on adjoining days are one journey.
    JoinsTrips(usize, bool),
    /// States whether those whom the remarks of a file name take part.
    Met(usize, Met),
    /// States whom everyone in the columns of travellers represents.
    Represents(Option<CountryCode>),
    /// Decides whom a name represents; `None` takes a decision back.
    Name(String, Option<State>),
    /// Decides for several names at once.
    Names(Vec<(String, State)>),
    /// Decides which place is meant; `None` takes a decision back.
    Place(Box<AskedPlace>, Option<Decided>),
    /// Shows all rows, or the first ones and those that need a look.
    AllRows(bool),
    /// Keeps how the table is read for tables with the same headings.
    KeepForHeadings(bool),
    /// Takes the last change back.
    Undo,
    /// Opens what would come.
    Open,
    /// Takes nothing.
    Cancel,
}
