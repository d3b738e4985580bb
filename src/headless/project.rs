//! Project files among the files of a command: how they are known, and their meetings and problems.

use crate::document::Document;
use crate::document::file::open::{OpenError, open};
use crate::document::file::{ENDING, Opened, ReadOnly, is_project};
use crate::document::fingerprint::Fingerprint;
use crate::import::instructions::Instructions;
use crate::import::problem::{Problem, ProblemKind};
use crate::import::problems::Problems;
use crate::import::{self, Import};
use crate::state::State;
use crate::words::message::Message;
use crate::words::part::command_line::CommandLineText;
use crate::words::part::files::Files;
use crate::words::{label, say};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// Whether a file begins as a project does, or has its ending.
#[must_use]
pub fn begins_as_project(path: &Path) -> bool {
    let mut start = [0; 256];
    let mut begin = |path: &Path| -> io::Result<usize> {
        // A pipe that nobody writes to would keep us waiting.
        if !fs::metadata(path)?.is_file() {
            return Ok(0);
        }
        File::open(path)?.read(&mut start)
    };
    let long = begin(path).unwrap_or(0);
    is_project(&start[..long]) || path.extension().is_some_and(|ending| ending == ENDING)
}

/// A project that was read: what it holds, what of it cannot be used, and what its file holds now.
pub fn project(path: &Path) -> Result<(Opened, Problems, Fingerprint), OpenError> {
    let (opened, fingerprint) = open(path)?;
    let mut problems = Problems::default();
    for one in &opened.problems {
        problems.push(in_project(path, one.to_string()));
    }
    if opened.more_problems > 0 {
        problems.push(in_project(path, say(CommandLineText::MoreProblems(opened.more_problems))));
    }
    Ok((opened, problems, fingerprint))
}

/// That a project is of a newer program, of which not all is understood; `None` where it is not.
#[must_use]
pub fn newer(opened: &Opened) -> Option<String> {
    match opened.read_only.as_ref()? {
        why @ (ReadOnly::Newer { .. } | ReadOnly::NewerState { .. }) => Some(say(Message::ReadOnly(why))),
        ReadOnly::Problems => None,
    }
}

fn in_project(path: &Path, words: String) -> Problem {
    let kind = ProblemKind::InProject(words);
    Problem {
        file: path.display().to_string(),
        line: None,
        column: None,
        kind,
        row_lost: false,
        meeting: None,
    }
}

/// The meetings of one project, or of tables.
#[must_use]
pub fn read<P: AsRef<Path>>(files: &[P], instructions: &Instructions) -> Import {
    read_with_state(files, instructions).0
}

/// The meetings of several tables. A project among them is told, and not taken for a table.
fn tables<P: AsRef<Path>>(files: &[P], instructions: &Instructions) -> Import {
    let (projects, tables): (Vec<&Path>, Vec<&Path>) =
        files.iter().map(AsRef::as_ref).partition(|path| begins_as_project(path));
    let mut import = import::files(&tables, instructions);
    for path in projects {
        import.problems.push(in_project(path, label(Files::ProjectByItself).to_owned()));
        import.files_failed += 1;
    }
    import
}

/// The meetings of one project with its state, or those of tables, which have none.
#[must_use]
pub fn read_with_state<P: AsRef<Path>>(files: &[P], instructions: &Instructions) -> (Import, Option<State>) {
    let [only] = files else { return (tables(files, instructions), None) };
    let path = only.as_ref();
    if !begins_as_project(path) {
        return (import::files(files, instructions), None);
    }
    match project(path) {
        Ok((opened, mut problems, _)) => {
            if let Some(words) = newer(&opened) {
                problems.push(in_project(path, words));
            }
            let Document { record: meetings, state, .. } = opened.document;
            (Import { meetings, problems, files_read: 1, ..Import::default() }, Some(state))
        }
        Err(why) => {
            let mut problems = Problems::default();
            problems.push(in_project(path, why.to_string()));
            (Import { problems, files_failed: 1, ..Import::default() }, None)
        }
    }
}
