//! `summitry list`: the meetings that pass the filter, or what follows from them, as a table, CSV or JSON, or
//! as a file.

use super::deliver::{check_inputs, in_full, may_replace_earlier, refusal, with_ending};
use super::stated::Stated;
use super::wanted::{Wanted, WantedLeaders};
use super::{Answer, asked, remarks, status, title};
use crate::disk::{self, Replace};
use crate::export::changes;
use crate::export::data::grid::pretty;
use crate::export::data::{Answered, Data, DataFormat};
use crate::export::listing::{self, Form};
use crate::export::made::What;
use crate::globe::as_seen::as_seen;
use crate::query::shown::Shown;
use crate::state::State;
use crate::words::message::Message;
use crate::words::part::command_line::CommandLineText;
use crate::words::say;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What to list.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// The files; none for the embedded meetings.
    pub files: Vec<PathBuf>,
    /// How they are read.
    pub stated: Stated,
    /// What must hold, but for the leaders, what it is compared with, and by whose view of the areas of
    /// contested status a meeting passes. The rows are written as they are recorded.
    pub wanted: Wanted,
    /// Leaders as the user writes them.
    pub leaders: WantedLeaders,
    /// Whether a project's filters and comparison hold too.
    pub as_shown: bool,
    /// What is listed.
    pub what: Data,
    /// The form.
    pub form: Form,
    /// The file to write; its ending decides the format. `None` for standard output.
    pub output: Option<PathBuf>,
    /// Whether a file that is there may be replaced.
    pub force: bool,
}

/// Lists the meetings on standard output, which is `out`, or in a file. Problems in the files are remarks.
/// Status 1 if a file could not be used: the others are.
#[must_use]
pub fn list(options: List, out: &mut impl Write) -> Answer {
    let List { files, stated, wanted, leaders, as_shown, what, form, output, force } = options;
    let (output, renamed) = match output.map(|path| with_ending(path, DataFormat::Csv.ending())) {
        Some((path, said)) => (Some(path), said),
        None => (None, None),
    };
    let to = match output.map(|path| destination(path, &files, what, force)).transpose() {
        Ok(to) => to,
        Err(why) => return Answer::refusal(&why),
    };
    let (import, state) = match asked(&files, &stated, wanted, &leaders, as_shown) {
        Ok(asked) => asked,
        Err(answer) => return answer,
    };
    let title = if state.title.is_empty() { title(&files) } else { state.title };
    let state = State { title, ..state };
    let meetings = as_seen(&import.meetings, state.borders);
    let shown = Shown::new(&meetings, &state.question());
    let answered = Answered { record: &import.meetings, meetings: &meetings, shown: &shown, state: &state };
    let (mut remarks, status) = (remarks(&import), status(&import));
    remarks.extend(renamed);
    match to {
        None => match in_full(write(&answered, what, form, out).and_then(|()| out.flush())) {
            Ok(()) => Answer { remarks, status, ..Answer::default() },
            Err(why) => Answer { remarks, ..Answer::default() }.but_failed(&why),
        },
        Some((path, format, replace)) => {
            let answer = Answer { remarks, status, ..Answer::default() };
            match answered.write(what, format) {
                Ok(bytes) => written(&path, &bytes, replace, answer),
                Err(why) => answer.but_failed(&why.to_string()),
            }
        }
    }
}

/// What stands on standard output.
fn write(answered: &Answered, what: Data, form: Form, out: &mut impl Write) -> io::Result<()> {
    let Answered { record, meetings, shown, state: _ } = *answered;
    match (what, &shown.changes) {
        (Data::Meetings, None) => {
            let mut rows = shown.rows.clone();
            rows.sort_unstable();
            listing::write(record, &rows, form, out)?;
        }
        (Data::Meetings | Data::Lines, Some(found)) => {
            let text = changes::listing(meetings, &shown.question, &shown.ties, found, form);
            out.write_all(text.as_bytes())?;
        }
        (Data::Lines | Data::Matrix | Data::Counts, _) => {
            let grid = answered.grid(what);
            let text = match form {
                Form::Table => grid.aligned(),
                Form::Csv => grid.csv(),
                Form::Json => pretty(&grid.objects()),
            };
            out.write_all(text.as_bytes())?;
        }
    }
    if form == Form::Table { writeln!(out, "{}", say(Message::Shown(shown))) } else { Ok(()) }
}

/// The file to write, its format and what it may replace; or why it may not be written: said before anything
/// is read.
fn destination(
    path: PathBuf,
    inputs: &[PathBuf],
    what: Data,
    force: bool,
) -> Result<(PathBuf, DataFormat, Replace), String> {
    let Some(format) = DataFormat::of_file(&path).filter(|format| format.holds(what)) else {
        let endings: Vec<&str> = DataFormat::all_for(what).map(DataFormat::ending).collect();
        return Err(say(CommandLineText::DoesNotHold(&path, what.name(), &endings)));
    };
    if disk::is_stream(&path) {
        return Ok((path, format, Replace::AnyFile));
    }
    check_inputs(&path, inputs, force)?;
    let is_same =
        |what: &What| matches!(what, What::Table { format: ending, .. } if ending == format.ending());
    let replace = may_replace_earlier(&path, force, is_same);
    disk::check(&path, replace).map_err(|refused| refusal(&refused))?;
    Ok((path, format, replace))
}

fn written(path: &Path, bytes: &[u8], replace: Replace, mut answer: Answer) -> Answer {
    match disk::write_or_pour(path, bytes, replace) {
        Ok(()) => {
            answer.remarks.push(say(CommandLineText::Wrote(path)));
            answer
        }
        Err(refused) => answer.but_failed(&refusal(&refused)),
    }
}
