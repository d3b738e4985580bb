//! Words that stand in several windows of the program.

/// A button or a field that stands in several windows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    /// Ends a question without an answer.
    Cancel,
    /// Closes what only shows something.
    Close,
    /// Saves.
    Save,
    /// Opens a file.
    Open,
    /// Opens the system's dialog for files.
    Browse,
    /// The field for the path of a file.
    Path,
    /// Replaces a file.
    Replace,
    /// Leaves the file that is there as it is.
    KeepFile,
    /// Beside it: a file that is replaced is lost.
    ReplacingIsFinal,
    /// Takes a notice away.
    Dismiss,
    /// Takes the last change back.
    Undo,
    /// Deletes meetings.
    Delete,
    /// Shortens a list.
    ShowFewer,
    /// The name of the program.
    Program,
    /// The key that closes.
    Escape,
}
