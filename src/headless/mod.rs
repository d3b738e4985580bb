//! The commands that need no window: plain options → text or bytes and an exit status.

pub mod choice;
pub mod list;
pub mod render;
pub mod geocode;
pub mod check;

use crate::import::{self, Import};
use std::path::PathBuf;

/// What a command gives back; the caller writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The result itself.
    pub out: Vec<u8>,
    /// The file that `out` goes to; standard output if `None`.
    pub file: Option<PathBuf>,
    /// Lines for standard error.
    pub remarks: Vec<String>,
    /// The exit status: 0 done, 1 failed, 2 misused.
    pub status: u8,
}

impl Answer {
    /// The answer to options that make no sense, or name what is not there.
    #[must_use]
    pub fn refusal(why: &str) -> Self {
        Self { remarks: vec![format!("error: {why}")], status: 2, ..Self::default() }
    }

    /// The answer when the command was understood and could not be done.
    #[must_use]
    pub fn failure(why: &str) -> Self {
        Self { remarks: vec![format!("error: {why}")], status: 1, ..Self::default() }
    }
}

/// The meetings of the files, or the embedded ones if there is no file; an answer with the problems if no file could be used.
pub fn open(files: &[PathBuf]) -> Result<Import, Answer> {
    let import = if files.is_empty() { import::embedded() } else { import::files(files) };
    if import.files_read == 0 {
        Err(Answer { remarks: remarks(&import), status: 1, ..Answer::default() })
    } else {
        Ok(import)
    }
}

/// The problems, a line each.
fn remarks(import: &Import) -> Vec<String> {
    import.problems.iter().map(|problem| one_line(&problem.to_string())).collect()
}

/// Line breaks and other control characters in a cell would break a line-wise listing, or a terminal.
fn one_line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}
