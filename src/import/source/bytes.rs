//! A file as bytes: whole, unchanged while it is read, and not without end.

use super::refused::{FileRefused, MOST_BYTES};
use crate::import::MOST_STREAMED;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::Path;

/// Whether devices and pipes are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Streams {
    /// They are, up to [`MOST_STREAMED`].
    Read,
    /// They are not: a program may wait for ever for one that sends nothing.
    Refused,
}

/// Reads a file; `-` is standard input.
pub fn of_file(path: &Path, streams: Streams) -> Result<Vec<u8>, FileRefused> {
    let is_input = path.as_os_str() == "-";
    let about = if is_input { None } else { Some(fs::metadata(path).map_err(|error| unreadable(&error))?) };
    if about.as_ref().is_some_and(Metadata::is_dir) {
        return Err(FileRefused::Folder);
    }
    // Stated before it is opened: that alone waits for ever at a pipe that nobody writes to.
    let is_stream = about.as_ref().is_none_or(|about| !about.is_file());
    if is_stream && streams == Streams::Refused {
        return Err(FileRefused::Device);
    }
    if is_input {
        return of_stream(io::stdin().lock(), MOST_STREAMED);
    }
    let file = File::open(path).map_err(|error| unreadable(&error))?;
    if is_stream {
        return of_stream(file, MOST_STREAMED);
    }
    let bytes = of_stream(&file, MOST_BYTES)?;
    let before = about.as_ref().expect("a file that is no stream was stated about");
    unchanged(before, &file.metadata().map_err(|error| unreadable(&error))?, bytes.len() as u64)?;
    Ok(bytes)
}

/// Reads a stream to its end; it may have so many bytes.
pub fn of_stream(mut input: impl Read, most: u64) -> Result<Vec<u8>, FileRefused> {
    let mut bytes = Vec::new();
    input.by_ref().take(most + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    if bytes.len() as u64 > most { Err(FileRefused::TooLong { most }) } else { Ok(bytes) }
}

/// Whether a file that was read is the one that it was before.
fn unchanged(before: &Metadata, after: &Metadata, read: u64) -> Result<(), FileRefused> {
    if read < before.len() {
        return Err(FileRefused::EndsEarly { read, of: before.len() });
    }
    // Not every system tells when a file was changed.
    let is_same_time = before.modified().ok() == after.modified().ok();
    if is_same_time && before.len() == after.len() { Ok(()) } else { Err(FileRefused::Changed) }
}

fn unreadable(error: &io::Error) -> FileRefused {
    FileRefused::Unreadable(crate::import::in_words(error))
}
