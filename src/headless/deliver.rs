//! The thin edge to the terminal: an answer to standard output, standard error and the disk.

use super::{Answer, ToFile};
use crate::disk::{self, NotWritten, Replace, Why};
use crate::export::made::What;
use crate::export::origin::made_in;
use crate::export::visible::one_line;
use crate::words::message::Message;
use crate::words::part::command_line::CommandLineText;
use crate::words::say;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

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
    disk::write_or_pour(path, bytes, may_replace(to))?;
    remark(&say(CommandLineText::Wrote(path)));
    Ok(())
}

/// Why a file may not be written, with the option that would let it be replaced where that is the reason.
#[must_use]
pub fn refusal(refused: &NotWritten) -> String {
    if matches!(refused.why, Why::Exists(_)) {
        say(CommandLineText::UseForce(&refused.to_string()))
    } else {
        refused.to_string()
    }
}

/// The path with an ending, where it has none and is no device or pipe; and what to say of that.
#[must_use]
pub fn with_ending(path: PathBuf, ending: &str) -> (PathBuf, Option<String>) {
    if path.extension().is_some() || path.as_os_str() == "-" || disk::is_stream(&path) {
        return (path, None);
    }
    let whole = disk::with_ending(&path, ending);
    let said = say(CommandLineText::NoEnding(&path, &whole));
    (whole, Some(said))
}

/// Refuses to write over a file that is read in the same run.
pub fn check_inputs(path: &Path, inputs: &[PathBuf], force: bool) -> Result<(), String> {
    let is_read = |input: &PathBuf| path.exists() && disk::is_same(input, path);
    if !force && inputs.iter().any(is_read) { Err(say(CommandLineText::IsRead(path))) } else { Ok(()) }
}

/// What a file may replace: what this program wrote in the same form, unless it is forced.
#[must_use]
pub fn may_replace_earlier(path: &Path, force: bool, is_same: impl Fn(&What) -> bool) -> Replace {
    /// Bytes of a file that is looked into.
    const MOST: u64 = 1 << 28;
    let about = fs::metadata(path).ok().filter(|about| about.is_file() && about.len() <= MOST);
    let is_empty = about.as_ref().is_some_and(|about| about.len() == 0);
    let earlier = || made_in(&about.and_then(|_| fs::read(path).ok())?);
    if force || is_empty || earlier().is_some_and(|made| is_same(&made.what)) {
        Replace::AnyFile
    } else {
        Replace::Nothing
    }
}

/// What a file on the command line may replace.
#[must_use]
pub fn may_replace(to: &ToFile) -> Replace {
    let ToFile { path, format, force } = to;
    may_replace_earlier(
        path,
        *force,
        |what| matches!(what, What::Map { format: earlier, .. } if earlier == format.ending()),
    )
}

fn to_standard_output(bytes: &[u8]) -> Result<(), String> {
    let mut out = io::stdout().lock();
    if out.is_terminal()
        && let Ok(text) = str::from_utf8(bytes)
    {
        let lines = text.lines().try_for_each(|line| writeln!(out, "{}", one_line(line)));
        return in_full(lines.and_then(|()| out.flush()));
    }
    in_full(out.write_all(bytes).and_then(|()| out.flush()))
}

/// What became of writing to standard output. A reader who has had enough, as in `summitry list | head`, is
/// no failure.
pub fn in_full(written: io::Result<()>) -> Result<(), String> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => {
            result.map_err(|error| say(CommandLineText::OutputNotWritten(&say(Message::System(&error)))))
        }
    }
}
