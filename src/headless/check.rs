//! `summitry check`: every problem of the files, with line and column.

use super::{Answer, remarks};
use crate::import;
use crate::query::sentence::counted;
use std::path::PathBuf;

/// The problems, a line each with a summary as the last, or as one JSON array. Status 1 if there is one.
#[must_use]
pub fn check(files: &[PathBuf], json: bool) -> Answer {
    let import = import::files(files);
    let out = if json {
        serde_json::to_string_pretty(&import.problems).expect("plain values become JSON")
    } else {
        let mut summary = format!(
            "{}, {}",
            counted(import.meetings.len(), "row", "rows"),
            counted(import.problems.len(), "problem", "problems")
        );
        if !import.unused_columns.is_empty() {
            let names: Vec<&str> = import.unused_columns.iter().map(String::as_str).collect();
            summary += &format!("; columns not used: {}", names.join(", "));
        }
        let lines: Vec<String> = remarks(&import).into_iter().chain([summary]).collect();
        lines.join("\n")
    };
    let status = u8::from(!import.problems.is_empty());
    Answer { out: (out + "\n").into_bytes(), status, ..Answer::default() }
}
