//! Work under way: what is told of slow work.

/// What the program is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Begins a table without meetings.
    MakingTable,
    /// Reads the meetings that the program ships.
    ReadingExample,
    /// Reads what was on the clipboard.
    ReadingPasted,
    /// Reads the table's files again.
    ReadingAgain,
    /// Opens what a preview shows.
    OpeningMeetings,
    /// Works out what would come of a table.
    WorkingOutPreview,
    /// Looks whether a file holds something else now.
    LookingAtFile,
    /// Looks what the texts of places mean.
    LookingAtPlaces,
    /// Lays out land under other borders.
    ChangingBorders,
    /// Counts meetings.
    Counting,
    /// The rows of the table are ordered.
    Ordering,
    /// Waits for the system's dialog.
    ChoosingFile,
    /// Saves a picture.
    Exporting,
    /// Draws it.
    Drawing,
    /// Writes it.
    Writing,
    /// Puts the map on the clipboard.
    CopyingMap,
    /// Words about the map are put on the clipboard.
    CopyingWords,
    /// Writes decisions for all projects.
    RememberingDecisions,
    /// Writes settings.
    Remembering,
    /// Writes a copy of unsaved work.
    WritingRecovery,
    /// Removes it.
    RemovingRecovery,
}

/// What the program is doing, from facts.
#[derive(Clone, Copy, Debug)]
pub enum DoingText<'a> {
    /// Reads a file.
    Reading(&'a str),
    /// Saves a file.
    Saving(&'a str),
    /// Something goes on, nobody knows how long.
    UnderWay(&'a str),
    /// Something is done to this share.
    Share(&'a str, f32),
    /// Something is at this point.
    At(&'a str, &'a str),
    /// A job came to no end.
    Lost(&'a str),
}
