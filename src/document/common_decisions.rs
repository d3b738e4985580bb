//! Common decisions: what the user has decided about words for all projects, in a file beside the settings.
//!
//! The file `decisions.json` has the form of a file for `--decisions`: `{ "decisions": { "places": {…},
//! "states": {…} } }`.

use super::settings::{Remark, text_of};
use crate::disk::{self, Replace};
use crate::import::decisions::Decisions;
use crate::import::instructions::Instructions;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The decisions in a folder of settings; none if there are none.
#[must_use]
pub fn load(folder: &Path) -> (Decisions, Option<Remark>) {
    let path = path_in(folder);
    match read(&path) {
        Ok(instructions) => (instructions.decisions, None),
        Err(remark) => (Decisions::default(), remark),
    }
}

/// Reads them anew, so that what another window decided stays, adds some and writes them.
pub fn remember(folder: &Path, more: &Decisions) -> Result<(), Remark> {
    fs::create_dir_all(folder).map_err(|error| Remark::NoFolder(folder.to_owned(), error))?;
    let path = path_in(folder);
    let (mut instructions, said) = match read(&path) {
        Ok(instructions) => (instructions, None),
        Err(None) => (Instructions::default(), None),
        Err(Some(Remark::Damaged { path, .. })) => {
            let kept = folder.join("decisions.damaged.json");
            let kept = fs::rename(&path, &kept).is_ok().then_some(kept);
            (Instructions::default(), Some(Remark::Damaged { path, kept }))
        }
        // What cannot be read may still be of worth to the user.
        Err(Some(remark)) => return Err(remark),
    };
    let before = instructions.clone();
    instructions.decisions.take(more);
    if instructions != before || said.is_some() {
        disk::write(&path, to_text(&instructions).as_bytes(), Replace::AnyFile)
            .map_err(Remark::NotWritten)?;
    }
    said.map_or(Ok(()), Err)
}

/// The text of a file for `--decisions`.
#[must_use]
pub fn to_text(instructions: &Instructions) -> String {
    let mut text = serde_json::to_string_pretty(instructions).expect("plain values become JSON");
    text.push('\n');
    text
}

fn path_in(folder: &Path) -> PathBuf {
    folder.join("decisions.json")
}

/// What a file holds, or why it holds nothing that can be used; `None` if there is no such file.
fn read(path: &Path) -> Result<Instructions, Option<Remark>> {
    let text = text_of(path).map_err(|error| {
        (error.kind() != io::ErrorKind::NotFound).then(|| Remark::NotReadable(path.to_owned(), error))
    })?;
    serde_json::from_slice(&text).map_err(|_| Some(Remark::Damaged { path: path.to_owned(), kept: None }))
}
