//! A file → meetings and problems: the good rows are kept, what is wrong is said with its line and column.

pub mod problem;
pub mod word;
pub mod written_date;
pub mod venue;
pub mod csv;

use self::csv::id::Ids;
use self::problem::Problem;
use crate::meeting::table::Meetings;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io;
use std::path::Path;

/// What an import gives: every row that could be read, and a problem for everything that could not.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// The rows, in the order of the files.
    pub meetings: Meetings,
    /// How the rows get their identities.
    pub ids: Ids,
    /// In the order of files and lines.
    pub problems: Vec<Problem>,
    /// How many files had a header that could be used.
    pub files_read: usize,
    /// How many could not be read, or not to their end, or are no tables of meetings.
    pub files_failed: usize,
    /// Header names of columns that nothing was read from.
    pub unused_columns: BTreeSet<String>,
}

/// The title over the embedded meetings.
pub const EMBEDDED_TITLE: &str = "Meetings around the start of Vladimir Putin’s fifth term";

/// The meetings that the program ships (`data/meetings.csv`).
#[must_use]
pub fn embedded() -> Import {
    let mut import = Import::default();
    csv::read("meetings.csv", &include_bytes!("../../data/meetings.csv")[..], &mut import);
    import
}

/// Reads files one after the other into one table. A file that cannot be read at all becomes a problem without a line.
/// `-` is standard input.
#[must_use]
pub fn files<P: AsRef<Path>>(paths: &[P]) -> Import {
    let mut import = Import::default();
    let scopes = scopes(paths);
    for (path, scope) in paths.iter().map(AsRef::as_ref).zip(scopes) {
        import.ids.scope = scope;
        if path.as_os_str() == "-" {
            csv::read("standard input", io::stdin().lock(), &mut import);
            continue;
        }
        let name = path.display().to_string();
        match File::open(path) {
            Ok(file) => csv::read(&name, file, &mut import),
            Err(error) => {
                import.files_failed += 1;
                import.problems.push(Problem {
                    file: name,
                    line: None,
                    column: None,
                    message: format!("cannot be read: {}", in_words(&error)),
                    suggestion: String::new(),
                    row_lost: false,
                });
            }
        }
    }
    import
}

/// What is written before the identities of each file's rows: nothing where there is one file; else the file's name without its
/// ending, or the whole path where several files have that name.
fn scopes<P: AsRef<Path>>(paths: &[P]) -> Vec<String> {
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

/// The system's reason in plain words.
#[must_use]
pub fn in_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "permission is denied".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => {
            let text = error.to_string();
            text.split(" (os error").next().unwrap_or(&text).to_owned()
        }
    }
}
