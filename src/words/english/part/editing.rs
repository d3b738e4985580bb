//! The editor of a meeting, in English.

use crate::meeting::date::{Dates, Precision};
use crate::words::english::date::dates;
use crate::words::part::editing::{Detail, Editing, EditingText};

/// A part of what is recorded of a meeting, as the name of its field.
pub const fn detail(label: Detail) -> &'static str {
    match label {
        Detail::Title => "Title",
        Detail::Kind => "Kind",
        Detail::Status => "Status",
        Detail::FirstDay => "First day",
        Detail::LastDay => "Last day",
        Detail::Place => "Place",
        Detail::Building => "Building",
        Detail::Trip => "Trip",
        Detail::Stop => "of a trip::Stop",
        Detail::Meetings => "Meetings",
        Detail::Occasion => "Occasion",
        Detail::Outcome => "Outcome",
        Detail::Note => "Note",
    }
}

/// Words in the editor of a meeting.
pub const fn editing(label: Editing) -> &'static str {
    match label {
        Editing::Heading => "Editing",
        Editing::Close => "Close the editor",
        Editing::Next => "Edit the next meeting",
        Editing::Previous => "Edit the meeting before",
        Editing::Duplicate => "Duplicate",
        Editing::UndoBringsBack => "Undo brings it back",
        Editing::Done => "Done",
        Editing::LeftOutOfMap => "Does not pass the filters: the map leaves it out",
        Editing::NotKnown => "not known",
        Editing::SameDay => "day::the same",
        Editing::Titles => "Who meets whom",
        Editing::Occasions => "The event around it, such as a summit",
        Editing::Outcomes => "What was agreed or said",
        Editing::Notes => "What a reader must know",
        Editing::Places => "A city or a country",
        Editing::Buildings => "The building or residence",
        Editing::PickOnMap => "Choose on the map",
        Editing::Picking => "Click the map… (Esc to stop)",
        Editing::CountryOnly => "Country only",
        Editing::CountryOnlyTip => "The place is not known more exactly",
        Editing::LeaveForNoPlace => "Leave the field to record no place",
        Editing::AtPlace => "At this place on the map",
        Editing::AtPoint => "At a point chosen on the map",
        Editing::AtCountry => "Known only to its country",
        Editing::Nowhere => "Not placed on the map",
        Editing::NoTrip => "trips::none",
        Editing::ByDate => "by date",
        Editing::NoNumber => "A number is written 1, 2, 3 …",
        Editing::AddParticipant => "+ Add a participant",
        Editing::Name => "Name",
        Editing::State => "State",
        Editing::Office => "Office",
        Editing::Host => "host",
        Editing::NoStateRecorded => "Until it is understood, no state is recorded",
        Editing::AddSource => "+ Add a source",
        Editing::References => "A web address, or where to find it",
        Editing::NeedsReference => "A source needs a reference: the last one stays. Remove the row by ×",
        Editing::OtherFact => "other…",
    }
}

/// A text in the editor of a meeting, from facts.
pub fn editing_text(text: EditingText) -> String {
    match text {
        EditingText::Row(row, all) => format!("row {row} of {all}"),
        EditingText::Dates(days) => known(days),
        EditingText::Until(recorded) => format!("Until it is understood, {recorded} stays"),
        EditingText::WhoMet(people) => format!("Who met · {people}"),
        EditingText::NameOf(number) => format!("Name of participant {number}"),
        EditingText::StateOf(number) => format!("State of participant {number}"),
        EditingText::OfficeOf(number) => format!("Office of participant {number}"),
        EditingText::IsHost(number) => format!("Participant {number} is the host"),
        EditingText::MoveUp(number) => format!("Move participant {number} up"),
        EditingText::MoveDown(number) => format!("Move participant {number} down"),
        EditingText::RemoveParticipant(number) => format!("Remove participant {number}"),
        EditingText::NeedsName(recorded) => format!("Without a name {recorded} stays. Remove the row by ×"),
        EditingText::NoSingleState(text) => format!("\"{text}\" names no single state"),
        EditingText::NoSuchPlace(text, recorded) => {
            format!("No place is called \"{text}\". Until one is found, {}", stays(recorded))
        }
        EditingText::PerhapsPlace(place, recorded) => {
            format!("Perhaps {place}: press Enter to take it. Until then {}", stays(recorded))
        }
        EditingText::SeveralPlaces(places, recorded) => {
            format!("{places} places may be meant: choose one. Until then {}", stays(recorded))
        }
        EditingText::Sources(sources) => format!("Sources and what each supports · {sources}"),
        EditingText::Source(number) => format!("Source {number}"),
        EditingText::RemoveSource(number) => format!("Remove source {number}"),
        EditingText::Supports(number, fact) => format!("Source {number} supports {fact}"),
        EditingText::AnotherFact(number) => format!("Another fact that source {number} supports"),
    }
}

/// `3 July 2024, known to the day`
fn known(days: Dates) -> String {
    let precision = match days.precision() {
        Precision::Unknown => return "The date is not known".to_owned(),
        Precision::Day | Precision::Range => "known to the day",
        Precision::Month => "known to the month",
        Precision::Year => "known to the year",
    };
    format!("{}, {precision}", dates(days))
}

/// The place that a meeting has until the field for it is understood.
fn stays(recorded: &str) -> String {
    if recorded.is_empty() { "the meeting has no place".to_owned() } else { format!("{recorded} stays") }
}
