//! Opening: what is said of files before, while and after they are read.

use std::path::Path;

/// Words about opening files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Files {
    /// The name of a table that has no file.
    PastedTable,
    /// The window does not read standard input.
    StandardInput,
    /// A project and tables cannot be opened together.
    ProjectByItself,
    /// What was pasted is no table.
    NoTableOnClipboard,
    /// The meetings are not from a file.
    NoFileToReadAgain,
    /// A file without a name is held over the window.
    DropFile,
    /// What happens when it is dropped.
    DropTip,
}

/// A text about opening files, from facts.
#[derive(Clone, Copy, Debug)]
pub enum FilesText<'a> {
    /// Files are held over the window.
    Drop(&'a str),
    /// A table gave no meeting.
    NoMeetingRead(&'a str),
    /// A file cannot be opened.
    NotOpened(&'a Path, &'a str),
    /// How many rows were read, with how many problems, and what else is to be said.
    Read(usize, usize, Option<&'a str>),
    /// The files of the table could not be read again.
    NotReadAgain(&'a str),
}
