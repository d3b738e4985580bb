//! `summitry list`: the meetings that pass the filter, as a table, CSV or JSON.

use super::{Answer, asked, remarks, status};
use crate::export::listing::{self, Format};
use crate::globe::as_seen::as_seen;
use crate::globe::policy::BorderPolicy;
use crate::query::filter::Filter;
use crate::query::question::Question;
use crate::query::reading::Reading;
use crate::query::rule::Rule;
use crate::query::shown::Shown;
use std::path::PathBuf;

/// What to list.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// The files; none for the embedded meetings.
    pub files: Vec<PathBuf>,
    /// What must hold, but for the leaders.
    pub filter: Filter,
    /// Leaders as the user writes them.
    pub leaders: Vec<String>,
    /// What is counted of them, for the last line of the table.
    pub rule: Rule,
    /// By whose view of the disputed areas a meeting passes. The rows are written as they are recorded.
    pub borders: BorderPolicy,
    /// The form.
    pub format: Format,
}

/// Lists the meetings. Problems in the files are remarks. Status 1 if a file could not be used: the others are.
#[must_use]
pub fn list(options: List) -> Answer {
    let List { files, filter, leaders, rule, borders, format } = options;
    let (import, filter) = match asked(&files, filter, &leaders) {
        Ok(asked) => asked,
        Err(answer) => return answer,
    };
    let seen = as_seen(&import.meetings, borders);
    let shown = Shown::new(&seen, &Question { filter, rule, reading: Reading::default() });
    let mut rows = shown.rows.clone();
    rows.sort_unstable();
    let mut text = listing::listing(&import.meetings, &rows, format);
    if format == Format::Table {
        text.push_str(&shown.sentence);
        text.push('\n');
    }
    Answer { out: text.into_bytes(), remarks: remarks(&import), status: status(&import), file: None }
}
