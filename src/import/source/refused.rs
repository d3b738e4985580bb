//! Why a file is no table, as facts. The words for it are made in `words`.

use super::sort::FileSort;
use crate::import::sheet::Full;
use std::io;

/// The most bytes of a file that is read.
pub const MOST_BYTES: u64 = 2 << 30;
/// The most bytes that a packed file may unpack to, whatever its size.
pub const MOST_UNPACKED: u64 = 2 << 30;
/// Up to here, a packed file may unpack to more than [`MOST_RATIO`] times its size.
pub const SURE_UNPACKED: u64 = 32 << 20;
/// How many times its size a packed file may unpack to: tables of numbers reach 20.
pub const MOST_RATIO: u64 = 100;
/// How deep the parts of a file may lie in each other.
pub const MOST_DEPTH: usize = 120;
/// The most values of one record: the outline of a country has some hundred thousand.
pub const MOST_VALUES: usize = 2_000_000;
/// The most sheets of a file that are read.
pub const MOST_SHEETS: usize = 256;

/// Why the system does not give out a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// There is none.
    NoFile,
    /// Its rights forbid it.
    Denied,
    /// It is a folder.
    Folder,
    /// Another reason, in the words of the system.
    Other(String),
}

impl Unread {
    /// The reason that an error of the system has.
    #[must_use]
    pub fn of(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NoFile,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::IsADirectory => Self::Folder,
            _ => {
                let text = error.to_string();
                Self::Other(text.split(" (os error").next().unwrap_or(&text).to_owned())
            }
        }
    }
}

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileRefused {
    /// The system does not give it out.
    Unreadable(Unread),
    /// It is a folder.
    Folder,
    /// It is a device or a pipe, and only plain files are stated for.
    Device,
    /// It changed while it was read.
    Changed,
    /// It ends before the length that it had when the reading began.
    EndsEarly {
        /// The bytes that were read.
        read: u64,
        /// The bytes that there were to be.
        of: u64,
    },
    /// It is longer than what is read at most.
    TooLong {
        /// The most bytes that are read.
        most: u64,
    },
    /// Its only line is longer than a row may be.
    LineTooLong,
    /// It holds nothing.
    Empty,
    /// It is something else than a table.
    Other(FileSort),
    /// It is a spreadsheet, an archive, JSON or XML that breaks off or is damaged.
    Damaged {
        /// What it is.
        sort: FileSort,
        /// The line that it is damaged in, if it is text.
        line: Option<u64>,
    },
    /// It is a file of that sort and holds no table.
    NoTable(FileSort),
    /// It has no sheet of this name.
    NoSheet {
        /// The name that was stated.
        stated: String,
        /// The names that there are.
        found: Vec<String>,
    },
    /// What it unpacks to, or what its repetitions come to, is more than a file of its size may hold.
    TooLarge {
        /// The most bytes.
        most: u64,
    },
    /// Its parts lie deeper in each other than [`MOST_DEPTH`].
    TooDeep,
    /// Its rows have more columns than a spreadsheet can have.
    TooManyColumns(usize),
}

impl From<Full> for FileRefused {
    fn from(Full: Full) -> Self {
        Self::TooLarge { most: MOST_UNPACKED }
    }
}
