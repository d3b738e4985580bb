//! What a command line states about how files are read: options, and a file with decisions.

use crate::import::instructions::Instructions;
use crate::words::message::Message;
use crate::words::part::command_line::CommandLineText;
use crate::words::say;
use std::fs;
use std::path::PathBuf;

/// The options, and a file with further instructions, which give way to the options.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stated {
    /// The options.
    pub instructions: Instructions,
    /// The file: JSON, as the window saves it.
    pub file: Option<PathBuf>,
}

impl Stated {
    /// Everything that is stated, or why the file cannot be used.
    pub fn instructions(&self) -> Result<Instructions, String> {
        let Some(path) = &self.file else { return Ok(self.instructions.clone()) };
        let text = fs::read_to_string(path)
            .map_err(|error| say(CommandLineText::DecisionsNotRead(path, &say(Message::System(&error)))))?;
        let read: Instructions = serde_json::from_str(&text)
            .map_err(|error| say(CommandLineText::DecisionsNotUnderstood(path, &error.to_string())))?;
        let options = self.instructions.clone();
        Ok(Instructions {
            encoding: options.encoding.or(read.encoding),
            sheet: options.sheet.or(read.sheet),
            delimiter: options.delimiter.or(read.delimiter),
            headings: options.headings.or(read.headings),
            mapping: options.mapping.or(read.mapping),
            columns: read.columns.into_iter().chain(options.columns).collect(),
            order: options.order.or(read.order),
            represents: options.represents.or(read.represents),
            as_of: options.as_of.or(read.as_of),
            met: options.met.or(read.met),
            row_is: options.row_is.or(read.row_is),
            decisions: read.decisions,
            unknown: read.unknown,
        })
    }
}
