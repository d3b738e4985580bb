//! The thin edge to the disk: a document is written to its project file, and never over somebody else's work.

use super::paths::told_from;
use super::write::to_text;
use crate::disk::{self, NotWritten, Replace, Why};
use crate::document::Document;
use crate::document::fingerprint::{Fingerprint, OnDisk, changed_on_disk};
use std::io;
use std::path::{Path, PathBuf};

/// What may lie at the path that a document is saved to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Nothing: the file is a new one.
    Nothing,
    /// What was read or written last.
    Known(Fingerprint),
    /// Anything: the user was asked.
    Anything,
}

/// Why a document is not saved. What lay at the path lies there still, unless the error says otherwise.
#[derive(Debug)]
pub enum SaveError {
    /// There is a file already. The window can ask, and save [`Over::Anything`].
    Exists(PathBuf),
    /// Somebody else, another window perhaps, changed the file since it was read or written.
    ChangedOnDisk(PathBuf),
    /// The system does not let us see whether somebody changed the file.
    NotSeen(PathBuf, io::Error),
    /// It cannot be written.
    NotWritten(NotWritten),
}

/// Saves a document whole or not at all, and gives the fingerprint of what was written.
///
/// Whether somebody else changed the file is asked just before it is replaced. Between the two lies less than
/// a millisecond that no system closes for files that others may write to freely.
pub fn save(path: &Path, document: &Document, over: Over) -> Result<Fingerprint, SaveError> {
    let text = text_at(path, document);
    let written = Fingerprint::of(text.as_bytes());
    let replace = match over {
        Over::Nothing => Replace::Nothing,
        Over::Anything => Replace::AnyFile,
        Over::Known(known) => {
            let on_disk = changed_on_disk(path, known);
            match on_disk.map_err(|error| SaveError::NotSeen(path.to_owned(), error))? {
                OnDisk::Same => Replace::AnyFile,
                // Somebody removed or renamed it: there is nothing to lose.
                OnDisk::Gone => Replace::Nothing,
                // An earlier try wrote it whole and could not say so.
                OnDisk::Changed if matches!(changed_on_disk(path, written), Ok(OnDisk::Same)) => {
                    return Ok(written);
                }
                OnDisk::Changed => return Err(SaveError::ChangedOnDisk(path.to_owned())),
            }
        }
    };
    match disk::write(path, text.as_bytes(), replace) {
        Ok(()) => Ok(written),
        Err(NotWritten { why: Why::Exists(_), .. }) => Err(SaveError::Exists(path.to_owned())),
        Err(error) => Err(SaveError::NotWritten(error)),
    }
}

/// The text of a document's project file at a path, which tells the document's files from there.
#[must_use]
pub fn text_at(path: &Path, document: &Document) -> String {
    let sources = told_from(path, &document.sources);
    to_text(&Document { sources, ..document.clone() })
}

/// The path with the ending of project files, which is added where it is missing.
#[must_use]
pub fn with_ending(path: &Path) -> PathBuf {
    let has_it = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(super::ENDING));
    if has_it {
        return path.to_owned();
    }
    disk::with_ending(path, super::ENDING)
}
