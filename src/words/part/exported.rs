//! Files and tables that the program writes, and why it cannot write them.

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
}
