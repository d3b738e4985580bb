//! Files and tables that the program writes, and why it cannot write them.

use jiff::civil::Date;

/// The head of a column in a table for people, or the name of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heads {
    /// When it was.
    Date,
    /// The sheet of meetings.
    Meetings,
    /// What became of a line.
    Change,
    /// A line on the map.
    Line,
    /// The number before.
    Before,
    /// The number after.
    After,
    /// The number before, a month.
    BeforePerMonth,
    /// The number after, a month.
    AfterPerMonth,
    /// The sheet of lines.
    Lines,
    /// The sheet of who met whom.
    Matrix,
    /// The sheet of counts by state and year.
    Counts,
    /// A file has no such things.
    NotInThisFormat,
    /// The sheet that says where a file is from.
    About,
    /// The version of the program.
    Version,
    /// The hash of the data.
    DataDigest,
    /// What is shown.
    Filter,
    /// What is counted.
    CountingRule,
    /// Whose view of the areas of contested status it is.
    Borders,
}

/// Why a file is not written, from facts.
#[derive(Clone, Copy, Debug)]
pub enum ExportedText<'a> {
    /// A file for a picture has the ending of something else.
    UnknownEnding(&'a [&'a str], &'a str),
    /// A picture is too large, or has no side.
    WrongSize(u32, u32, u32),
    /// There is no room for a picture.
    NoMemory(u32, u32),
    /// A picture cannot be made.
    NotDrawn(&'a str),
    /// A film has so many pictures, and may have so many.
    TooManyFrames(usize, usize),
    /// A sheet of a spreadsheet has not so many rows and columns.
    SheetTooSmall(usize, usize),
    /// Nothing that is shown has a date.
    NothingToPlay,
    /// What a mark of a picture stands for: its name, how many meetings, and their first and last day.
    Stands(&'a str, usize, Option<(Date, Date)>),
}
