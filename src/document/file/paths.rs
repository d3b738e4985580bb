//! Paths of the files that a table came from. In a document they are whole. In a project file they begin at
//! its folder where the files lie in it, so that a folder can be moved or passed on, and the same words never
//! mean another folder's file.

use crate::document::{ReadAs, SourceFile};
use std::path::{Component, Path, PathBuf};

/// The files as the project file tells them.
#[must_use]
pub fn told_from(project: &Path, sources: &[SourceFile]) -> Vec<SourceFile> {
    let Some(folder) = folder_of(project) else { return sources.to_owned() };
    let told = |path: &str| {
        let below = Path::new(path).strip_prefix(&folder).ok()?;
        let parts =
            below.components().map(|part| part.as_os_str().to_str()).collect::<Option<Vec<&str>>>()?;
        (!parts.is_empty()).then(|| parts.join("/"))
    };
    sources.iter().map(|source| with_path(source, told)).collect()
}

/// The files where they lie, as the project file tells them.
#[must_use]
pub fn found_from(project: &Path, sources: &[SourceFile]) -> Vec<SourceFile> {
    let Some(folder) = folder_of(project) else { return sources.to_owned() };
    let found = |path: &str| {
        let is_below = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        (is_below && !path.is_empty()).then(|| folder.join(path).to_string_lossy().into_owned())
    };
    sources.iter().map(|source| with_path(source, found)).collect()
}

/// A path from the root, as the system has it.
#[must_use]
pub fn whole(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn folder_of(project: &Path) -> Option<PathBuf> {
    whole(project).parent().map(Path::to_owned)
}

/// What was pasted, and the meetings that the program ships, have no path.
fn with_path(source: &SourceFile, path: impl Fn(&str) -> Option<String>) -> SourceFile {
    let is_file = source.read_as == ReadAs::Table && source.fingerprint.is_some();
    match is_file.then(|| path(&source.path)).flatten() {
        Some(path) => SourceFile { path, ..source.clone() },
        None => source.clone(),
    }
}
