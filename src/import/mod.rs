//! A file → meetings and problems: the good rows are kept, what is wrong is said with its line and column.
//!
//! A file takes this road: its bytes become tables of cells ([`source`], [`sheet`]); headings and cells tell
//! which column is what ([`guess`]), which is a value that the user can change ([`mapping`]); rows become
//! meetings ([`reader`]). A [`draft`] holds it all while the user looks, before anything is taken.

pub mod field;
pub mod escape;
pub mod encoding;
pub mod degrees;
pub mod csv;
pub mod sheet;
pub mod source;
pub mod problem;
pub mod problems;
pub mod when;
pub mod word;
pub mod side;
pub mod heading;
pub mod venue;
pub mod names;
pub mod company;
pub mod named;
pub mod decisions;
pub mod division;
pub mod address;
pub mod spot;
pub mod meaning;
pub mod by_states;
pub mod stops;
pub mod remark;
pub mod mapping;
pub mod columns;
pub mod tours;
pub mod lack;
pub mod layout;
pub mod locations;
pub mod event_code;
pub mod meeting_name;
pub mod shape;
pub mod fitting;
pub mod around;
pub mod sections;
pub mod met;
pub mod events;
pub mod guesser;
pub mod which_date;
pub mod whose_state;
pub mod guess;
pub mod instructions;
pub mod trips;
pub mod groups;
pub mod wide;
pub mod reader;
pub mod draft;
pub mod preview;
pub mod examples;

use self::draft::{Draft, share_locations};
use self::instructions::Instructions;
use self::named::Names;
use self::problem::{Problem, ProblemKind};
use self::problems::Problems;
use self::reader::id::Ids;
use self::remark::Remarks;
use self::source::bytes::{Streams, of_file};
use self::source::refused::FileRefused;
use crate::meeting::table::Meetings;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;

/// What an import gives: every row that could be read, and a problem for everything that could not.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// The rows, in the order of the files.
    pub meetings: Meetings,
    /// How the rows get their identities.
    pub ids: Ids,
    /// In the order of files and lines.
    pub problems: Problems,
    /// How many files had a header that could be used.
    pub files_read: usize,
    /// How many could not be read, or not to their end, or are no tables of meetings.
    pub files_failed: usize,
    /// Header names of columns that nothing was read from.
    pub unused_columns: BTreeSet<String>,
    /// How the files were understood.
    pub remarks: Remarks,
    /// Whom the names of the files represent.
    pub names: Names,
}

/// The title over the embedded meetings. It states no number: it stands over a part of them too.
pub const EMBEDDED_TITLE: &str = "Meetings named in one article of July 2024";

/// The meetings that the program opens on (`data/meetings.csv`).
#[must_use]
pub fn embedded() -> Import {
    examples::Example::Article.read()
}

/// Reads a file that is in memory, and adds what it holds.
pub fn bytes(file: &str, bytes: Vec<u8>, instructions: &Instructions, import: &mut Import) {
    let draft = match Draft::open(file, bytes, instructions) {
        Ok(draft) => draft,
        Err(why) => {
            import.refuse(file, ProblemKind::Refused(why));
            return;
        }
    };
    import.take_or_refuse(&draft);
}

impl Import {
    /// Reads a draft and adds what it holds; or says why its rows are no meetings.
    fn take_or_refuse(&mut self, draft: &Draft) {
        match draft.lack() {
            Some(ProblemKind::LookedUp) => self.files_read += 1,
            Some(lacking) => self.refuse(&draft.file, lacking),
            None => drop(self.take(draft)),
        }
    }

    /// Reads a draft and adds what it holds. Gives for each row of its table the rows of the import that it
    /// made.
    pub fn take(&mut self, draft: &Draft) -> Vec<Range<usize>> {
        self.files_read += 1;
        let columns = columns::Columns::of(&draft.mapping);
        self.unused_columns.extend(columns.unused_in_words());
        if draft.table().is_empty() {
            self.complain(&draft.file, ProblemKind::NoRows);
        }
        draft.read_into(self)
    }

    fn refuse(&mut self, file: &str, kind: ProblemKind) {
        self.files_failed += 1;
        self.complain(file, kind);
    }

    fn complain(&mut self, file: &str, kind: ProblemKind) {
        self.problems.push(Problem {
            file: file.to_owned(),
            line: None,
            column: None,
            kind,
            row_lost: false,
            meeting: None,
        });
    }
}

/// The most bytes that are read from a device or a pipe.
pub const MOST_STREAMED: u64 = 1 << 30;

/// Reads files one after the other into one table, each as the instructions say. A file that cannot be read
/// at all becomes a problem without a line. `-` is standard input. Of devices and pipes, 1 GiB is read at
/// most.
#[must_use]
pub fn files<P: AsRef<Path>>(paths: &[P], instructions: &Instructions) -> Import {
    let mut import = Import::default();
    // Tables of flows wait for the tables that say which places they name, wherever those stand among the
    // files.
    let mut waiting: Vec<(String, Draft)> = Vec::new();
    for (path, scope) in paths.iter().map(AsRef::as_ref).zip(scopes(paths)) {
        match file(path, instructions) {
            Ok(draft) if draft.needs_others() => waiting.push((scope, draft)),
            Ok(draft) => {
                import.ids.scope = scope;
                import.take_or_refuse(&draft);
            }
            Err((name, why)) => import.refuse(&name, ProblemKind::Refused(why)),
        }
    }
    share_locations(waiting.iter_mut().map(|(_, draft)| draft));
    for (scope, draft) in waiting {
        import.ids.scope = scope;
        import.take_or_refuse(&draft);
    }
    import
}

fn file(path: &Path, instructions: &Instructions) -> Result<Draft, (String, FileRefused)> {
    let name = if path.as_os_str() == "-" { "standard input".to_owned() } else { path.display().to_string() };
    let draft = of_file(path, Streams::Read).and_then(|read| Draft::open(&name, read, instructions));
    draft.map_err(|why| (name, why))
}

/// What is written before the identities of each file's rows: nothing where there is one file; else the
/// file's name without its ending, or the whole path where several files have that name.
#[must_use]
pub fn scopes<P: AsRef<Path>>(paths: &[P]) -> Vec<String> {
    if paths.len() < 2 {
        return vec![String::new(); paths.len()];
    }
    let stem = |path: &P| path.as_ref().file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mut files: BTreeMap<String, BTreeSet<&Path>> = BTreeMap::new();
    for path in paths {
        files.entry(stem(path)).or_default().insert(path.as_ref());
    }
    let scope = |path: &P| match files[&stem(path)].len() {
        1 => format!("{}:", stem(path)),
        _ => format!("{}:", path.as_ref().display()),
    };
    paths.iter().map(scope).collect()
}
