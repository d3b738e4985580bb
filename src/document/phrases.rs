//! Phrases: what a step, an error or a problem of a document is called in the window. English.

use super::change::{Change, SetField, StatePart, Subject};
use super::edit::EditError;
use super::file::fields::{Expected, ProjectProblem, Wrong};
use super::file::open::OpenError;
use super::file::read::NotRead;
use super::file::save::SaveError;
use super::file::{MOST_BYTES, ReadOnly};
use super::recovery::RecoveryError;
use super::settings::Remark;
use crate::gazetteer::country::Countries;
use crate::gazetteer::fold::fold;
use crate::gazetteer::further::by_id;
use crate::import::in_words;
use crate::meeting::identity::PlaceId;
use crate::query::question::filter::Field;
use crate::words::message::{Message, Noun};
use crate::words::say;
use std::fmt;

/// What a step did, for a list of steps and, with a small letter, behind "Undo: ": `Change venue`.
#[must_use]
pub fn change(change: &Change) -> String {
    match change {
        Change::Opened { .. } => "Open".to_owned(),
        Change::Reloaded { .. } => "Reload".to_owned(),
        Change::Added { .. } => "Add meeting".to_owned(),
        Change::Duplicated { .. } => "Duplicate meeting".to_owned(),
        Change::Removed(subject) => {
            format!("Delete {}", if subject.meetings.len() == 1 { "meeting" } else { "meetings" })
        }
        Change::Set { field, .. } => match field {
            SetField::Title => "Change title".to_owned(),
            SetField::Participants => "Change participants".to_owned(),
            SetField::Venue => "Change venue".to_owned(),
            SetField::Dates => "Change dates".to_owned(),
            SetField::Kind(kind) => format!("Set kind: {}", kind.name()),
            SetField::Status(status) => format!("Set status: {}", status.name()),
            SetField::Occasion => "Change occasion".to_owned(),
            SetField::Outcome => "Change outcome".to_owned(),
            SetField::Note => "Change note".to_owned(),
            SetField::Sources => "Change sources".to_owned(),
            SetField::Trip => "Change trip".to_owned(),
            SetField::Count => "Change number of meetings".to_owned(),
        },
        Change::Decided { texts, .. } if *texts > 1 => {
            format!("Place {}", say(Message::Count(*texts, Noun::Text)))
        }
        Change::Decided { text, place, .. } => decided(&shortened(text), *place),
        Change::State(parts) => parts.first().map_or("Change nothing", |part| state_part(*part)).to_owned(),
    }
}

/// `Place San Jose in Costa Rica`
fn decided(text: &str, place: Option<PlaceId>) -> String {
    match place {
        None => format!("Leave out {text}"),
        Some(PlaceId::Country(code)) => {
            format!("Place {text} in {} as a whole", Countries::embedded().name(code))
        }
        Some(PlaceId::Point { .. }) => format!("Place {text} at a point"),
        Some(PlaceId::City(id)) => match by_id(id) {
            None => format!("Place {text}"),
            Some(city) => {
                let country = Countries::embedded().name(city.country).into_owned();
                let is_named_so = fold(&city.name) == fold(text);
                let place = if is_named_so { country } else { format!("{}, {country}", city.name) };
                format!("Place {text} in {place}")
            }
        },
    }
}

/// A text from a file as a menu has room for it.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(40) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
    }
}

fn state_part(part: StatePart) -> &'static str {
    match part {
        StatePart::Title => "Change title of the picture",
        StatePart::Filter(field) => match field {
            Field::Regions => "Filter by region",
            Field::HeldIn => "Filter by place",
            Field::Countries => "Filter by country",
            Field::Blocs => "Filter by bloc",
            Field::Leaders => "Filter by leader",
            Field::Kinds => "Filter by kind",
            Field::Statuses => "Filter by status",
            Field::Period => "Change period",
            Field::Text => "Search",
        },
        StatePart::Compare => "Change comparison",
        StatePart::Rule => "Change counting rule",
        StatePart::Reading => "Change what lines show",
        StatePart::Drawing => "Change lines and colours",
        StatePart::Time => "Change timeline",
        StatePart::Borders => "Change borders",
        StatePart::Projection => "Change projection",
        StatePart::Centre => "Turn map",
        StatePart::Aids => "Change graticule and scale",
        StatePart::Labels => "Change names on the map",
        StatePart::Language => "Change language",
        StatePart::Theme => "Change theme",
        StatePart::Framing => "Move map",
        StatePart::Selection => "Select",
    }
}

/// What a step was about, beside [`change`] in a list of steps: a title, or how many meetings; may be empty.
#[must_use]
pub fn subject(change: &Change) -> String {
    match change {
        Change::Opened { title, meetings } if title.is_empty() => rows(*meetings),
        Change::Opened { title, .. } | Change::Added { title, .. } | Change::Duplicated { title, .. } => {
            title.clone()
        }
        Change::Reloaded { meetings } => rows(*meetings),
        Change::Decided { subject: Subject { meetings, .. }, .. } => rows(meetings.len()),
        Change::Removed(Subject { meetings, title })
        | Change::Set { subject: Subject { meetings, title }, .. } => {
            if meetings.len() == 1 {
                title.clone()
            } else {
                rows(meetings.len())
            }
        }
        Change::State(_) => String::new(),
    }
}

fn rows(number: usize) -> String {
    say(Message::Count(number, Noun::Meeting))
}

/// `change venue` behind `Undo: `: what a step did with a small first letter.
#[must_use]
pub fn in_menu(what: &Change) -> String {
    let phrase = change(what);
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchMeeting(id) => write!(f, "There is no meeting {id} any more"),
            Self::NoMeetings => f.write_str("No meeting is chosen"),
            Self::EndsBeforeStart(_) => f.write_str("The meeting would end before it starts"),
            Self::NoSuchPlace => f.write_str("The tables have no such place any more"),
            Self::NoSuchDate => f.write_str("There is no such date"),
            Self::OffTheEarth(_) => {
                f.write_str("A place lies between −180° and 180° east and between −90° and 90° north")
            }
        }
    }
}

impl fmt::Display for NotRead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CutOff { line } => write!(f, "the file is cut off: it ends in the middle, on line {line}"),
            Self::NotJson { line, column, what } => {
                write!(f, "the file is damaged: it is not JSON on line {line}, column {column} ({what})")
            }
            Self::TooDeep { line } => write!(f, "the file is nested more than 128 deep on line {line}"),
            Self::NotAProject => f.write_str("this is no project of Summitry"),
            Self::NoMeetings => f.write_str("the project needs one list of meetings"),
        }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => f.write_str(&in_words(error)),
            Self::NoFile => f.write_str("it is a folder, a device or a pipe, not a file"),
            Self::TooLarge => write!(f, "it is larger than {} MiB", MOST_BYTES >> 20),
            Self::NotText(at) => write!(f, "it is not text in UTF-8 from byte {} on", at + 1),
            Self::NotRead(why) => why.fmt(f),
        }
    }
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exists(path) => write!(f, "{} is there already", path.display()),
            Self::ChangedOnDisk(path) => {
                write!(f, "{} was changed by another window or program since it was opened", path.display())
            }
            Self::NotSeen(path, error) => write!(f, "{} cannot be read: {}", path.display(), in_words(error)),
            Self::NotWritten(error) => error.fmt(f),
        }
    }
}

impl fmt::Display for ReadOnly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer { version } | Self::NewerState { version } => write!(
                f,
                "A newer Summitry wrote this project (version {version}). It can be looked at and saved under another name"
            ),
            Self::Problems => f.write_str(
                "Some values in this project cannot be used. Save it under another name to keep the file as it is",
            ),
        }
    }
}

impl fmt::Display for ProjectProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { pointer, what } = self;
        write!(f, "{pointer}: {what}")
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Expected(expected) => write!(f, "expected {expected}; left out"),
            Self::UnknownWord(word) => write!(f, "\"{word}\" is not known here; left out"),
            Self::Unusable(why) => write!(f, "cannot be used ({why}); the default stands in its place"),
            Self::OutOfRange => f.write_str("out of range; the nearest value stands in its place"),
            Self::NoId(id) => write!(f, "the meeting has no id; it got {id}"),
            Self::TakenId(id) => write!(f, "an earlier meeting has this id; this one got {id}"),
            Self::LostSelection => f.write_str("what was selected cannot be found again"),
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "a text",
            Self::List => "a list",
            Self::Object => "an object",
            Self::Count => "a whole number from 0 on",
            Self::Date => "a date such as 2024-07-03, 2024-07 or 2024",
            Self::Country => "three capital letters",
            Self::Place => "city or country, with lon and lat",
            Self::Degrees => "degrees (lon −180 to 180, lat −90 to 90)",
            Self::Fingerprint => "a size and a hash",
            Self::FromOne => "a whole number from 1 on",
            Self::LaterEnd => "an end that is not before the start",
        })
    }
}

impl fmt::Display for RecoveryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder, error) => write!(
                f,
                "Unsaved work cannot be recovered after a crash: the folder {} cannot be used: {}",
                folder.display(),
                in_words(error)
            ),
            Self::Full(folder) => write!(
                f,
                "Unsaved work cannot be recovered after a crash: there are too many copies in {}",
                folder.display()
            ),
            Self::NotWritten(error) => write!(f, "Unsaved work cannot be recovered after a crash: {error}"),
            Self::NotRemoved(path, error) => {
                write!(f, "{} cannot be removed: {}", path.display(), in_words(error))
            }
        }
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotReadable(path, error) => {
                write!(f, "The settings in {} cannot be read: {}", path.display(), in_words(error))
            }
            Self::Damaged { path, kept: None } => {
                write!(f, "The settings in {} are damaged and are not used", path.display())
            }
            Self::Damaged { path, kept: Some(kept) } => write!(
                f,
                "The settings in {} were damaged. They are kept as {}",
                path.display(),
                kept.display()
            ),
            Self::Unusable(path, names) => {
                write!(f, "Settings in {} cannot be used: {}", path.display(), names.join(", "))
            }
            Self::NoFolder(folder, error) => {
                write!(f, "The folder {} cannot be made: {}", folder.display(), in_words(error))
            }
            Self::NotWritten(error) => write!(f, "Settings are not remembered: {error}"),
        }
    }
}
