//! Steps of a document in English: what was done, and what it was about.

use super::list::commas;
use super::number::counted;
use super::word::{self, noun};
use crate::document::change::{Change, SetField, StatePart, Subject};
use crate::gazetteer::fold::fold;
use crate::gazetteer::further::by_id;
use crate::meeting::identity::PlaceId;
use crate::query::question::filter::Field;
use crate::words::message::Noun;
use crate::words::spoken::{fixed, within};

/// What a step did, for a list of steps and, with a small letter, behind "Undo: ": `Change venue`.
pub fn change(change: &Change) -> String {
    match change {
        Change::Opened { .. } => fixed("Open").to_owned(),
        Change::Reloaded { .. } => fixed("Reload").to_owned(),
        Change::Added { .. } => fixed("Add meeting").to_owned(),
        Change::Duplicated { .. } => fixed("Duplicate meeting").to_owned(),
        Change::Removed(subject) => {
            fixed(if subject.meetings.len() == 1 { "Delete meeting" } else { "Delete meetings" }).to_owned()
        }
        Change::Set { field, .. } => match field {
            SetField::Title => fixed("Change title").to_owned(),
            SetField::Participants => fixed("Change participants").to_owned(),
            SetField::Venue => fixed("Change venue").to_owned(),
            SetField::Dates => fixed("Change dates").to_owned(),
            SetField::Kind(kind) => told!("Set kind: {kind}", kind = word::kind(*kind)),
            SetField::Status(status) => told!("Set status: {status}", status = word::status(*status)),
            SetField::Occasion => fixed("Change occasion").to_owned(),
            SetField::Outcome => fixed("Change outcome").to_owned(),
            SetField::Note => fixed("Change note").to_owned(),
            SetField::Sources => fixed("Change sources").to_owned(),
            SetField::Trip => fixed("Change trip").to_owned(),
            SetField::Count => fixed("Change number of meetings").to_owned(),
        },
        Change::Decided { texts, .. } if *texts > 1 => {
            told_by!(*texts, "Place {n} text", "Place {n} texts")
        }
        Change::Decided { text, place, .. } => decided(&shortened(text), *place),
        Change::State(parts) => {
            fixed(parts.first().map_or("Change nothing", |part| state_part(*part))).to_owned()
        }
    }
}

/// `Place San Jose in Costa Rica`
fn decided(text: &str, place: Option<PlaceId>) -> String {
    match place {
        None => told!("Leave out {text}", text),
        Some(PlaceId::Country(code)) => {
            told!("Place {text} in {state} as a whole", text, state = word::state(code))
        }
        Some(PlaceId::Point { .. }) => told!("Place {text} at a point", text),
        Some(PlaceId::City(id)) => match by_id(id) {
            None => told!("Place {text}", text),
            Some(city) => {
                let country = word::state(city.country).into_owned();
                let is_named_so = fold(&city.name) == fold(text);
                let place =
                    if is_named_so { country } else { commas(&[city.name.as_ref(), country.as_str()]) };
                told!("Place {text} in {place}", text, place)
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
        StatePart::Texts => "Change words on the picture",
        StatePart::Page => "Change page of pictures",
        StatePart::Filter(field) => match field {
            Field::Regions => "Filter by region",
            Field::HeldIn => "Filter by place",
            Field::Countries => "Filter by country",
            Field::Blocs => "Filter by bloc",
            Field::Leaders => "Filter by leader",
            Field::Kinds => "Filter by kind",
            Field::Statuses => "Filter by status",
            Field::Lines => "Choose whose lines are drawn",
            Field::Period => "Change period",
            Field::Text => "Filter by words",
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
        StatePart::Pane => "Change view",
        StatePart::Table => "Change columns or order",
        StatePart::Matrix => "Change matrix",
        StatePart::Selection => "Select",
    }
}

/// What a step was about, beside [`change`] in a list of steps: a title, or how many meetings; may be empty.
pub fn subject(change: &Change) -> String {
    match change {
        Change::Opened { title, meetings } if title.is_empty() => rows(*meetings),
        Change::Opened { title, .. } => title.clone(),
        Change::Added { title, .. } | Change::Duplicated { title, .. } => title.to_string(),
        Change::Reloaded { meetings, edited: 0 } => rows(*meetings),
        Change::Reloaded { meetings, edited } => {
            let edited = told_by!(*edited, "{n} stays as edited", "{n} stay as edited");
            commas(&[rows(*meetings), edited])
        }
        Change::Decided { subject: Subject { meetings, .. }, .. } => rows(meetings.len()),
        Change::Removed(Subject { meetings, title })
        | Change::Set { subject: Subject { meetings, title }, .. } => {
            if meetings.len() == 1 {
                title.to_string()
            } else {
                rows(meetings.len())
            }
        }
        Change::State(_) => String::new(),
    }
}

fn rows(number: usize) -> String {
    counted(number, noun(Noun::Meeting))
}

/// `change venue` behind `Undo: `: what a step did with a small first letter.
pub fn in_menu(what: &Change) -> String {
    within(&change(what))
}
