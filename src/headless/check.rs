//! `summitry check`: every problem of the files, with line and column.

use super::project::read;
use super::stated::Stated;
use super::{Answer, understood, unused};
use crate::export::visible::{self, one_line};
use crate::import::Import;
use crate::import::problem::{Column, Problem};
use crate::words::message::Message;
use crate::words::part::command_line::CommandLineText;
use crate::words::say;
use serde::Serialize;
use std::path::PathBuf;

/// The problems, a line each with a summary as the last, or as one JSON array. Status 1 if there is one.
#[must_use]
pub fn check(files: &[PathBuf], stated: &Stated, json: bool) -> Answer {
    let instructions = match stated.instructions() {
        Ok(instructions) => instructions,
        Err(why) => return Answer::refusal(&why),
    };
    let import = read(files, &instructions);
    let out = if json {
        visible::json(
            serde_json::to_string_pretty(&import.problems.told().iter().map(object).collect::<Vec<_>>())
                .expect("plain values become JSON"),
        )
    } else {
        let summary = summary(&import);
        let lines: Vec<String> = understood(&import).into_iter().chain([summary]).collect();
        lines.join("\n")
    };
    let status = u8::from(!import.problems.is_empty());
    Answer { out: (out + "\n").into_bytes(), status, ..Answer::default() }
}

/// `26 rows, 0 problems; columns not used: role, id`
fn summary(import: &Import) -> String {
    let (rows, problems) = (import.meetings.len(), import.problems.count());
    one_line(&say(CommandLineText::Checked(rows, problems, &unused(import))))
}

/// A problem as JSON writes it.
#[derive(Serialize)]
struct Object<'a> {
    file: &'a str,
    line: Option<u64>,
    column: Option<&'a Column>,
    message: String,
    suggestion: String,
    row_lost: bool,
}

fn object(problem: &Problem) -> Object<'_> {
    let Problem { file, line, column, kind, row_lost, meeting: _ } = problem;
    Object {
        file,
        line: *line,
        column: column.as_ref(),
        message: say(Message::Wrong(kind)),
        suggestion: say(Message::Remedy(kind)),
        row_lost: *row_lost,
    }
}
