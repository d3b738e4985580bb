//! The thin edge to the disk: bytes into a file, whole or not at all.

use crate::import::in_words;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;

/// Writes beside the file and renames, so that a full disk leaves the old file as it was; or says why it cannot.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    replace(path, bytes).map_err(|error| {
        let why = folder_missing(path).unwrap_or_else(|| in_words(&error));
        format!("{} cannot be written: {why}", path.display())
    })
}

/// Says that there is no folder to write a file to, so that it can be told before the file is made.
#[must_use]
pub fn folder_missing(path: &Path) -> Option<String> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty())?;
    (!folder.is_dir()).then(|| format!("there is no folder {}", folder.display()))
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A device or a pipe is written to, not replaced; a link stays one.
    let is_plain = |path: &Path| fs::metadata(path).map_or(true, |found| found.is_file());
    if !is_plain(path) {
        return fs::write(path, bytes);
    }
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut beside: OsString = path.clone().into_os_string();
    beside.push(".part");
    fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, &path)).inspect_err(|_| {
        // What is left of the attempt helps nobody; failing to remove it changes nothing.
        let _ = fs::remove_file(&beside);
    })
}
