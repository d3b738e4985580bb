//! Known headings: how the user had tables read, kept in the folder of settings and offered for tables with
//! the same headings.

use super::settings::Remark;
use crate::disk::{self, Oddity, Replace};
use crate::import::field::key;
use crate::import::instructions::Instructions;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// How many are kept. The one that was used least lately falls out.
pub const MOST_KEPT: usize = 100;
/// The longest file of them that is read, in bytes.
const MOST_BYTES: u64 = 16 << 20;

/// Tables that were read before, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KnownHeadings(Vec<KnownTable>);

/// A table that was read before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KnownTable {
    /// The name of its file, without folders.
    pub name: String,
    /// How it was read. The mapping holds the headings.
    pub instructions: Instructions,
}

impl KnownTable {
    /// The headings of the table.
    #[must_use]
    pub fn headings(&self) -> Vec<String> {
        let columns = self.instructions.mapping.iter().flat_map(|mapping| &mapping.columns);
        columns.map(|column| column.heading.clone()).collect()
    }
}

impl KnownHeadings {
    /// How many are known.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none is known.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The latest table with these headings, in any order.
    #[must_use]
    pub fn with(&self, headings: &[String]) -> Option<&KnownTable> {
        let fits =
            |one: &&KnownTable| one.instructions.mapping.as_ref().is_some_and(|known| known.fits(headings));
        self.0.iter().find(fits)
    }

    /// Keeps how a table was read, in place of an older one with the same headings. One without a mapping is
    /// not kept.
    pub fn keep(&mut self, table: KnownTable) {
        let headings = table.headings();
        if headings.iter().all(|heading| key(heading).is_empty()) {
            return;
        }
        self.forget(&headings);
        self.0.insert(0, table);
        self.0.truncate(MOST_KEPT);
    }

    /// Forgets the tables with these headings.
    pub fn forget(&mut self, headings: &[String]) {
        self.0.retain(|one| one.instructions.mapping.as_ref().is_none_or(|known| !known.fits(headings)));
    }
}

fn path_in(folder: &Path) -> PathBuf {
    folder.join("headings.json")
}

/// What a folder of settings knows; nothing if there is no such file, or if it cannot be understood.
#[must_use]
pub fn load(folder: &Path) -> KnownHeadings {
    let read = || -> io::Result<Vec<u8>> {
        let path = path_in(folder);
        if !fs::metadata(&path)?.is_file() {
            return Err(io::Error::other(Oddity::NoFile));
        }
        let mut text = Vec::new();
        File::open(path)?.take(MOST_BYTES).read_to_end(&mut text)?;
        Ok(text)
    };
    read().ok().and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default()
}

/// Reads what is known anew, so that what another window kept stays, changes it and writes it.
pub fn remember(folder: &Path, change: impl FnOnce(&mut KnownHeadings)) -> Result<(), Remark> {
    fs::create_dir_all(folder).map_err(|error| Remark::NoFolder(folder.to_owned(), error))?;
    let mut known = load(folder);
    let before = known.clone();
    change(&mut known);
    if known == before {
        return Ok(());
    }
    let text = serde_json::to_vec_pretty(&known).expect("plain values become JSON");
    disk::write(&path_in(folder), &text, Replace::AnyFile).map_err(Remark::NotWritten)
}
