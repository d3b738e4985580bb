//! A file as bytes: whole, unchanged while it is read, and not without end.

use super::refused::{FileRefused, MOST_BYTES, Unread};
use super::sort::{FileSort, by_first_bytes};
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
        return of_endless(io::stdin().lock());
    }
    let file = File::open(path).map_err(|error| unreadable(&error))?;
    if is_stream {
        return of_endless(file);
    }
    let bytes = of_stream(&file, MOST_BYTES)?;
    let before = about.as_ref().expect("a file that is no stream was stated about");
    unchanged(before, &file.metadata().map_err(|error| unreadable(&error))?, bytes.len() as u64)?;
    Ok(bytes)
}

/// Reads a stream that may have no end: what begins with a mebibyte that is no text and no known file is not
/// read on.
fn of_endless(mut input: impl Read) -> Result<Vec<u8>, FileRefused> {
    const HEAD: u64 = 1 << 20;
    let mut head = Vec::new();
    input.by_ref().take(HEAD).read_to_end(&mut head).map_err(|error| unreadable(&error))?;
    let nuls = memchr::memchr_iter(0, &head).count();
    let is_nothing = |byte: &u8| matches!(byte, 0..=8 | 14..=31 | 127);
    let strange = head.iter().filter(|byte| is_nothing(byte)).count();
    let is_wide = matches!(head[..], [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..])
        || nuls * 3 < head.len() * 2 && nuls * 3 > head.len();
    let is_full = head.len() as u64 == HEAD;
    if is_full && !is_wide && strange * 20 > head.len() && by_first_bytes(&head).is_none() {
        return Err(FileRefused::Other(FileSort::Binary));
    }
    let is_one_line = memchr::memchr2(b'\n', b'\r', &head).is_none();
    if is_full
        && is_one_line
        && !head.trim_ascii_start().starts_with(b"{")
        && !head.trim_ascii_start().starts_with(b"[")
        && !head.trim_ascii_start().starts_with(b"<")
        && !is_wide
        && by_first_bytes(&head).is_none()
    {
        return Err(FileRefused::NoTable(FileSort::Text));
    }
    of_stream(head.chain(input), MOST_STREAMED)
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
    FileRefused::Unreadable(Unread::of(error))
}
