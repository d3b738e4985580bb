//! `summitry list`: the meetings that pass the filter, as a table, CSV or JSON.

use super::stated::Stated;
use super::wanted::Wanted;
use super::{Answer, asked, remarks, status};
use crate::export::changes;
use crate::export::listing::{self, Form};
use crate::globe::as_seen::as_seen;
use crate::query::shown::Shown;
use crate::words::message::Message;
use crate::words::say;
use std::path::PathBuf;

/// What to list.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// The files; none for the embedded meetings.
    pub files: Vec<PathBuf>,
    /// How they are read.
    pub stated: Stated,
    /// What must hold, but for the leaders, what it is compared with, and by whose view of the areas of contested status a meeting passes.
    /// The rows are written as they are recorded.
    pub wanted: Wanted,
    /// Leaders as the user writes them.
    pub leaders: Vec<String>,
    /// Whether a project's filters and comparison hold too.
    pub as_shown: bool,
    /// The form.
    pub form: Form,
}

/// Lists the meetings. Problems in the files are remarks. Status 1 if a file could not be used: the others are.
#[must_use]
pub fn list(options: List) -> Answer {
    let List { files, stated, wanted, leaders, as_shown, form } = options;
    let (import, state) = match asked(&files, &stated, wanted, &leaders, as_shown) {
        Ok(asked) => asked,
        Err(answer) => return answer,
    };
    let shown = Shown::new(&as_seen(&import.meetings, state.borders), &state.question());
    let mut rows = shown.rows.clone();
    rows.sort_unstable();
    let mut text = match &shown.changes {
        None => listing::listing(&import.meetings, &rows, form),
        Some(found) => changes::listing(&import.meetings, &shown.question, &shown.ties, found, form),
    };
    if form == Form::Table {
        text.push_str(&say(Message::Shown(&shown)));
        text.push('\n');
    }
    Answer { out: text.into_bytes(), remarks: remarks(&import), status: status(&import), file: None }
}
