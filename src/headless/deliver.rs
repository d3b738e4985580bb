//! The thin edge to the terminal: an answer to standard output, standard error and the disk.

use super::{Answer, ToFile};
use crate::disk::{self, NotWritten, Replace};
use crate::words::message::Message;
use crate::words::part::command_line::CommandLineText;
use crate::words::say;
use std::io::{self, Write};

/// Writes what an answer holds, and gives the exit status: the answer's own, or 1 if it could not be written.
#[must_use]
pub fn deliver(answer: &Answer) -> u8 {
    let Answer { out, file, remarks, status } = answer;
    for line in remarks {
        remark(line);
    }
    let written = match file {
        Some(to) => to_file(to, out).map_err(|why| why.to_string()),
        None => to_standard_output(out),
    };
    match written {
        Ok(()) => *status,
        Err(why) => {
            remark(&say(CommandLineText::Error(&why)));
            1
        }
    }
}

/// A line on standard error. Where that is closed, nobody is left to be told.
fn remark(line: &str) {
    drop(writeln!(io::stderr().lock(), "{line}"));
}

fn to_file(to: &ToFile, bytes: &[u8]) -> Result<(), NotWritten> {
    let ToFile { path, .. } = to;
    if disk::is_stream(path) { disk::pour(path, bytes) } else { disk::write(path, bytes, may_replace(to)) }?;
    remark(&say(CommandLineText::Wrote(path)));
    Ok(())
}

/// What a file on the command line may replace.
#[must_use]
pub fn may_replace(to: &ToFile) -> Replace {
    let ToFile { path: _, format, force } = to;
    if *force { Replace::AnyFile } else { format.replacing_its_own() }
}

fn to_standard_output(bytes: &[u8]) -> Result<(), String> {
    let mut out = io::stdout().lock();
    in_full(out.write_all(bytes).and_then(|()| out.flush()))
}

/// What became of writing to standard output. A reader who has had enough, as in `summitry list | head`, is no failure.
pub fn in_full(written: io::Result<()>) -> Result<(), String> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => {
            result.map_err(|error| say(CommandLineText::OutputNotWritten(&say(Message::System(&error)))))
        }
    }
}
