//! Trouble with documents and files in English: what cannot be edited, opened, saved or kept, and why.

use super::file::of_system;
use crate::disk::{NotWritten, Oddity, Step, Why};
use crate::document::edit::EditError;
use crate::document::file::fields::{Expected, ProjectProblem, Wrong};
use crate::document::file::open::OpenError;
use crate::document::file::read::NotRead;
use crate::document::file::save::SaveError;
use crate::document::file::{MOST_BYTES, ReadOnly};
use crate::document::recovery::RecoveryError;
use crate::document::settings::Remark;

/// Why an edit is not made.
pub fn edit_error(one: &EditError) -> String {
    match one {
        EditError::NoSuchMeeting(id) => format!("There is no meeting {id} any more"),
        EditError::NoMeetings => "No meeting is chosen".to_owned(),
        EditError::EndsBeforeStart(_) => "The meeting would end before it starts".to_owned(),
        EditError::NoSuchPlace => "The tables have no such place any more".to_owned(),
        EditError::NoSuchDate => "There is no such date".to_owned(),
        EditError::OffTheEarth(_) => {
            "A place lies between −180° and 180° east and between −90° and 90° north".to_owned()
        }
    }
}

/// Why a text is no project.
pub fn not_read(one: &NotRead) -> String {
    match one {
        NotRead::CutOff { line } => format!("the file is cut off: it ends in the middle, on line {line}"),
        NotRead::NotJson { line, column, what } => {
            format!("the file is damaged: it is not JSON on line {line}, column {column} ({what})")
        }
        NotRead::TooDeep { line } => format!("the file is nested more than 128 deep on line {line}"),
        NotRead::NotAProject => "this is no project of Summitry".to_owned(),
        NotRead::NoMeetings => "the project needs one list of meetings".to_owned(),
    }
}

/// Why a project cannot be opened.
pub fn open_error(one: &OpenError) -> String {
    match one {
        OpenError::Io(error) => of_system(error),
        OpenError::NoFile => "it is a folder, a device or a pipe, not a file".to_owned(),
        OpenError::TooLarge => format!("it is larger than {} MiB", MOST_BYTES >> 20),
        OpenError::NotText(at) => format!("it is not text in UTF-8 from byte {} on", at + 1),
        OpenError::NotRead(why) => not_read(why),
    }
}

/// Why a project cannot be saved.
pub fn save_error(one: &SaveError) -> String {
    match one {
        SaveError::Exists(path) => format!("{} is there already", path.display()),
        SaveError::ChangedOnDisk(path) => {
            format!("{} was changed by another window or program since it was opened", path.display())
        }
        SaveError::NotSeen(path, error) => format!("{} cannot be read: {}", path.display(), of_system(error)),
        SaveError::NotWritten(error) => not_written(error),
    }
}

/// Why a project can only be looked at.
pub fn read_only(one: &ReadOnly) -> String {
    match one {
        ReadOnly::Newer { version } | ReadOnly::NewerState { version } => format!(
            "A newer Summitry wrote this project (version {version}). It can be looked at and saved under another name"
        ),
        ReadOnly::Problems => {
            "Some values in this project cannot be used. Save it under another name to keep the file as it is"
                .to_owned()
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
        Wrong::Expected(expected) => format!("expected {expected}; left out"),
        Wrong::UnknownWord(word) => format!("\"{word}\" is not known here; left out"),
        Wrong::Unusable(why) => format!("cannot be used ({why}); the default stands in its place"),
        Wrong::OutOfRange => "out of range; the nearest value stands in its place".to_owned(),
        Wrong::NoId(id) => format!("the meeting has no id; it got {id}"),
        Wrong::TakenId(id) => format!("an earlier meeting has this id; this one got {id}"),
        Wrong::LostSelection => "what was selected cannot be found again".to_owned(),
    }
}

/// What a value of a project should have been.
pub fn expected(one: Expected) -> String {
    match one {
        Expected::Text => "a text".to_owned(),
        Expected::List => "a list".to_owned(),
        Expected::Object => "an object".to_owned(),
        Expected::Count => "a whole number from 0 on".to_owned(),
        Expected::Date => "a date such as 2024-07-03, 2024-07 or 2024".to_owned(),
        Expected::Country => "three capital letters".to_owned(),
        Expected::Place => "city or country, with lon and lat".to_owned(),
        Expected::Degrees => "degrees (lon −180 to 180, lat −90 to 90)".to_owned(),
        Expected::Fingerprint => "a size and a hash".to_owned(),
        Expected::FromOne => "a whole number from 1 on".to_owned(),
        Expected::LaterEnd => "an end that is not before the start".to_owned(),
    }
}

/// Why unsaved work cannot be kept for a crash.
pub fn recovery_error(one: &RecoveryError) -> String {
    match one {
        RecoveryError::Folder(folder, error) => format!(
            "Unsaved work cannot be recovered after a crash: the folder {} cannot be used: {}",
            folder.display(),
            of_system(error)
        ),
        RecoveryError::Full(folder) => format!(
            "Unsaved work cannot be recovered after a crash: there are too many copies in {}",
            folder.display()
        ),
        RecoveryError::NotWritten(error) => {
            format!("Unsaved work cannot be recovered after a crash: {error}")
        }
        RecoveryError::NotRemoved(path, error) => {
            format!("{} cannot be removed: {}", path.display(), of_system(error))
        }
    }
}

/// What is wrong with the settings.
pub fn settings(one: &Remark) -> String {
    match one {
        Remark::NotReadable(path, error) => {
            format!("The settings in {} cannot be read: {}", path.display(), of_system(error))
        }
        Remark::Damaged { path, kept: None } => {
            format!("The settings in {} are damaged and are not used", path.display())
        }
        Remark::Damaged { path, kept: Some(kept) } => {
            format!("The settings in {} were damaged. They are kept as {}", path.display(), kept.display())
        }
        Remark::Unusable(path, names) => {
            format!("Settings in {} cannot be used: {}", path.display(), names.join(", "))
        }
        Remark::NoFolder(folder, error) => {
            format!("The folder {} cannot be made: {}", folder.display(), of_system(error))
        }
        Remark::NotWritten(error) => format!("Settings are not remembered: {error}"),
    }
}

/// A file that is not written, and why: `map.png cannot be written: there is no folder maps`.
pub fn not_written(one: &NotWritten) -> String {
    let NotWritten { path, why } = one;
    let path = path.display();
    match why {
        Why::Exists(_) => format!("{path} is there already"),
        Why::Failed(Step::SyncFolder, error) => {
            format!("{path} is written, but the disk does not confirm it: {}", of_system(error))
        }
        why => format!("{path} cannot be written: {why}"),
    }
}

/// The reason by itself: `there is no folder maps`.
pub fn why_not_written(one: &Why) -> String {
    match one {
        Why::NoFolder(folder) => format!("there is no folder {}", folder.display()),
        Why::FolderIsClosed(folder) => {
            format!("no new file may be made in the folder {}", folder.display())
        }
        Why::IsFolder => "it is a folder".to_owned(),
        Why::IsNoFile => "it is a device or a pipe, not a file".to_owned(),
        Why::IsReadOnly => "it is read-only".to_owned(),
        Why::Exists(_) => "there is a file already".to_owned(),
        Why::NameTooLong => "the name is too long for the disk".to_owned(),
        Why::Failed(_, error) | Why::NotSeen(error) => of_system(error),
    }
}

/// What is odd about a path.
pub fn oddity(one: Oddity) -> String {
    match one {
        Oddity::NoFile => "it is no file".to_owned(),
        Oddity::LinksInCircle => "its links lead in a circle".to_owned(),
    }
}
