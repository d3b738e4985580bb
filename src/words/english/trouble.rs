//! Trouble with documents and files in English: what cannot be edited, opened, saved or kept, and why.

use super::file::of_system;
use super::list::commas;
use crate::disk::{NotWritten, Oddity, Step, Why};
use crate::document::edit::EditError;
use crate::document::file::fields::{Expected, ProjectProblem, Wrong};
use crate::document::file::open::OpenError;
use crate::document::file::read::NotRead;
use crate::document::file::save::SaveError;
use crate::document::file::{MOST_BYTES, ReadOnly};
use crate::document::recovery::RecoveryError;
use crate::document::settings::Remark;
use crate::words::spoken::fixed;

/// Why an edit is not made.
pub fn edit_error(one: &EditError) -> String {
    match one {
        EditError::NoSuchMeeting(id) => told!("There is no meeting {id} any more", id),
        EditError::NoMeetings => fixed("No meeting is chosen").to_owned(),
        EditError::EndsBeforeStart(_) => fixed("The meeting would end before it starts").to_owned(),
        EditError::NoSuchPlace => fixed("The tables have no such place any more").to_owned(),
        EditError::NoSuchDate => fixed("There is no such date").to_owned(),
        EditError::OffTheEarth(_) => {
            fixed("A place lies between −180° and 180° east and between −90° and 90° north").to_owned()
        }
    }
}

/// Why a text is no project.
pub fn not_read(one: &NotRead) -> String {
    match one {
        NotRead::CutOff { line } => told!("the file is cut off: it ends in the middle, on line {line}", line),
        NotRead::NotJson { line, column, what } => {
            told!(
                "the file is damaged: it is not JSON on line {line}, column {column} ({what})",
                line,
                column,
                what
            )
        }
        NotRead::TooDeep { line } => told!("the file is nested more than 128 deep on line {line}", line),
        NotRead::NotAProject => fixed("this is no project of Summitry").to_owned(),
        NotRead::NoMeetings => fixed("the project needs one list of meetings").to_owned(),
    }
}

/// Why a project cannot be opened.
pub fn open_error(one: &OpenError) -> String {
    match one {
        OpenError::Io(error) => of_system(error),
        OpenError::NoFile => fixed("it is a folder, a device or a pipe, not a file").to_owned(),
        OpenError::TooLarge => told!("it is larger than {most} MiB", most = MOST_BYTES >> 20),
        OpenError::NotText(at) => told!("it is not text in UTF-8 from byte {at} on", at = at + 1),
        OpenError::NotRead(why) => not_read(why),
    }
}

/// Why a project cannot be saved.
pub fn save_error(one: &SaveError) -> String {
    match one {
        SaveError::Exists(path) => told!("{path} is there already", path = path.display()),
        SaveError::ChangedOnDisk(path) => {
            told!(
                "{path} was changed by another window or program since it was opened",
                path = path.display()
            )
        }
        SaveError::NotSeen(path, error) => {
            told!("{path} cannot be read: {error}", path = path.display(), error = of_system(error))
        }
        SaveError::NotWritten(error) => not_written(error),
    }
}

/// Why a project can only be looked at.
pub fn read_only(one: &ReadOnly) -> String {
    match one {
        ReadOnly::Newer { version } | ReadOnly::NewerState { version } => told!(
            "A newer Summitry wrote this project (version {version}). It can be looked at and saved under another name",
            version
        ),
        ReadOnly::Problems => {
            fixed("Some values in this project cannot be used. Save it under another name to keep the file as it is").to_owned()
        }
    }
}

/// What in a project cannot be used.
pub fn project_problem(one: &ProjectProblem) -> String {
    let ProjectProblem { pointer, what } = one;
    format!("{pointer}: {what}")
}

/// What is wrong with a value of a project.
pub fn wrong_value(one: &Wrong) -> String {
    match one {
        Wrong::Expected(expected) => told!("expected {expected}; left out", expected),
        Wrong::UnknownWord(word) => told!("\"{word}\" is not known here; left out", word),
        Wrong::Unusable(why) => told!("cannot be used ({why}); the default stands in its place", why),
        Wrong::OutOfRange => fixed("out of range; the nearest value stands in its place").to_owned(),
        Wrong::NoId(id) => told!("the meeting has no id; it got {id}", id),
        Wrong::TakenId(id) => told!("an earlier meeting has this id; this one got {id}", id),
        Wrong::LostSelection => fixed("what was selected cannot be found again").to_owned(),
    }
}

/// What a value of a project should have been.
pub fn expected(one: Expected) -> String {
    match one {
        Expected::Text => fixed("a text").to_owned(),
        Expected::List => fixed("a list").to_owned(),
        Expected::Object => fixed("an object").to_owned(),
        Expected::Count => fixed("a whole number from 0 on").to_owned(),
        Expected::Date => fixed("a date such as 2024-07-03, 2024-07 or 2024").to_owned(),
        Expected::Country => fixed("three capital letters").to_owned(),
        Expected::Place => fixed("city or country, with lon and lat").to_owned(),
        Expected::Degrees => fixed("degrees (lon −180 to 180, lat −90 to 90)").to_owned(),
        Expected::Fingerprint => fixed("a size and a hash").to_owned(),
        Expected::FromOne => fixed("a whole number from 1 on").to_owned(),
        Expected::LaterEnd => fixed("an end that is not before the start").to_owned(),
    }
}

/// Why unsaved work cannot be kept for a crash.
pub fn recovery_error(one: &RecoveryError) -> String {
    match one {
        RecoveryError::Folder(folder, error) => told!(
            "Unsaved work cannot be recovered after a crash: the folder {folder} cannot be used: {error}",
            folder = folder.display(),
            error = of_system(error)
        ),
        RecoveryError::Full(folder) => told!(
            "Unsaved work cannot be recovered after a crash: there are too many copies in {folder}",
            folder = folder.display()
        ),
        RecoveryError::NotWritten(error) => {
            told!("Unsaved work cannot be recovered after a crash: {error}", error)
        }
        RecoveryError::NotRemoved(path, error) => {
            told!("{path} cannot be removed: {error}", path = path.display(), error = of_system(error))
        }
    }
}

/// What is wrong with the settings.
pub fn settings(one: &Remark) -> String {
    match one {
        Remark::NotReadable(path, error) => {
            told!(
                "The settings in {path} cannot be read: {error}",
                path = path.display(),
                error = of_system(error)
            )
        }
        Remark::Damaged { path, kept: None } => {
            told!("The settings in {path} are damaged and are not used", path = path.display())
        }
        Remark::Damaged { path, kept: Some(kept) } => {
            told!(
                "The settings in {path} were damaged. They are kept as {kept}",
                path = path.display(),
                kept = kept.display()
            )
        }
        Remark::Unusable(path, names) => {
            told!("Settings in {path} cannot be used: {names}", path = path.display(), names = commas(names))
        }
        Remark::NoFolder(folder, error) => {
            told!(
                "The folder {folder} cannot be made: {error}",
                folder = folder.display(),
                error = of_system(error)
            )
        }
        Remark::NotWritten(error) => told!("Settings are not remembered: {error}", error),
    }
}

/// A file that is not written, and why: `map.png cannot be written: there is no folder maps`.
pub fn not_written(one: &NotWritten) -> String {
    let NotWritten { path, why } = one;
    let path = path.display();
    match why {
        Why::Exists(_) => told!("{path} is there already", path),
        Why::Failed(Step::SyncFolder, error) => {
            told!(
                "{path} is written, but the disk does not confirm it: {error}",
                path,
                error = of_system(error)
            )
        }
        why => told!("{path} cannot be written: {why}", path, why),
    }
}

/// The reason by itself: `there is no folder maps`.
pub fn why_not_written(one: &Why) -> String {
    match one {
        Why::NoFolder(folder) => told!("there is no folder {folder}", folder = folder.display()),
        Why::FolderIsClosed(folder) => {
            told!("no new file may be made in the folder {folder}", folder = folder.display())
        }
        Why::IsFolder => fixed("it is a folder").to_owned(),
        Why::IsNoFile => fixed("it is a device or a pipe, not a file").to_owned(),
        Why::IsReadOnly => fixed("it is read-only").to_owned(),
        Why::Exists(_) => fixed("there is a file already").to_owned(),
        Why::NameTooLong => fixed("the name is too long for the disk").to_owned(),
        Why::Failed(_, error) | Why::NotSeen(error) => of_system(error),
    }
}

/// What is odd about a path.
pub fn oddity(one: Oddity) -> String {
    match one {
        Oddity::NoFile => fixed("it is no file").to_owned(),
        Oddity::LinksInCircle => fixed("its links lead in a circle").to_owned(),
    }
}
