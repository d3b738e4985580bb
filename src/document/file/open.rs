//! The thin edge to the disk: a project file is read.

use super::paths::found_from;
use super::read::{NotRead, from_text};
use super::{MOST_BYTES, Opened};
use crate::document::fingerprint::Fingerprint;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Why a project file is not opened.
#[derive(Debug)]
pub enum OpenError {
    /// The system does not let us read it.
    Io(io::Error),
    /// It is a folder, a device or a pipe.
    NoFile,
    /// It has more than [`MOST_BYTES`] bytes.
    TooLarge,
    /// It is not text in UTF-8: the first byte that is not, counted from 0.
    NotText(usize),
    /// Its text is no project.
    NotRead(NotRead),
}

/// Reads a project file, and takes its fingerprint, so that saving notices what others write to it meanwhile.
pub fn open(path: &Path) -> Result<(Opened, Fingerprint), OpenError> {
    // A pipe that nobody writes to would keep us waiting in `File::open`.
    if !std::fs::metadata(path).map_err(OpenError::Io)?.is_file() {
        return Err(OpenError::NoFile);
    }
    let mut bytes = Vec::new();
    let mut input = File::open(path).map_err(OpenError::Io)?.take(MOST_BYTES + 1);
    input.read_to_end(&mut bytes).map_err(OpenError::Io)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(OpenError::TooLarge);
    }
    let fingerprint = Fingerprint::of(&bytes);
    let text = String::from_utf8(bytes);
    let text = text.map_err(|error| OpenError::NotText(error.utf8_error().valid_up_to()))?;
    let mut opened = from_text(&text).map_err(OpenError::NotRead)?;
    opened.document.sources = found_from(path, &opened.document.sources);
    Ok((opened, fingerprint))
}
