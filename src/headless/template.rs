//! `summitry template`: a table to fill in, with two rows that show how.

use super::Answer;
use crate::disk::{self, Replace};
use crate::export::table::TableFormat;
use crate::import::embedded;
use crate::meeting::table::Meetings;
use crate::words::part::command_line::CommandLineText;
use crate::words::say;
use std::path::PathBuf;

/// The meetings that a template begins with: two of those that the program ships, one of a day and one of
/// two.
#[must_use]
pub fn examples() -> Meetings {
    const SHOWN: [&str; 2] = ["belarus-minsk-2024-05", "orban-putin-moscow-2024-07"];
    let shipped = embedded().meetings;
    let mut rows = Meetings::default();
    let known = SHOWN.iter().filter_map(|id| shipped.row_of(id));
    for row in known {
        rows.push(shipped.get(row).clone()).expect("the two rows have different identities");
    }
    rows
}

/// Writes a template, CSV or a workbook by the ending of the file; never over a file that is there.
#[must_use]
pub fn template(output: PathBuf) -> Answer {
    let output = if output.extension().is_none() { output.with_extension("xlsx") } else { output };
    let format = TableFormat::of_file(&output).filter(|format| *format != TableFormat::Json);
    let Some(format) = format else {
        return Answer::refusal(&say(CommandLineText::NoTable(&output)));
    };
    match disk::write(&output, &format.write(&examples()), Replace::Nothing) {
        Ok(()) => Answer { remarks: vec![say(CommandLineText::Wrote(&output))], ..Answer::default() },
        Err(refused) => Answer::failure(&refused.to_string()),
    }
}
