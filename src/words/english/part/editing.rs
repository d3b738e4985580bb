//! The editor of a meeting, in English.

use crate::meeting::date::{Dates, Precision};
use crate::words::english::date::dates;
use crate::words::english::list::commas;
use crate::words::part::editing::{Detail, Editing, EditingText};
use crate::words::spoken::fixed;

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
        EditingText::Row(row, all) => told!("row {row} of {all}", row, all),
        EditingText::Dates(days) => known(days),
        EditingText::Until(recorded) => told!("Until it is understood, {recorded} stays", recorded),
        EditingText::WhoMet(people) => told!("Who met · {people}", people),
        EditingText::NameOf(number) => told!("Name of participant {number}", number),
        EditingText::StateOf(number) => told!("State of participant {number}", number),
        EditingText::OfficeOf(number) => told!("Office of participant {number}", number),
        EditingText::IsHost(number) => told!("Participant {number} is the host", number),
        EditingText::MoveUp(number) => told!("Move participant {number} up", number),
        EditingText::MoveDown(number) => told!("Move participant {number} down", number),
        EditingText::RemoveParticipant(number) => told!("Remove participant {number}", number),
        EditingText::NeedsName(recorded) => {
            told!("Without a name {recorded} stays. Remove the row by ×", recorded)
        }
        EditingText::NoSingleState(text) => told!("\"{text}\" names no single state", text),
        EditingText::NoSuchPlace(text, recorded) => {
            told!("No place is called \"{text}\". Until one is found, {stays}", text, stays = stays(recorded))
        }
        EditingText::PerhapsPlace(place, recorded) => {
            told!(
                "Perhaps {place}: press Enter to take it. Until then {stays}",
                place,
                stays = stays(recorded)
            )
        }
        EditingText::SeveralPlaces(places, recorded) => {
            told_by!(
                places,
                "{n} place may be meant: choose one. Until then {stays}",
                "{n} places may be meant: choose one. Until then {stays}",
                stays = stays(recorded)
            )
        }
        EditingText::Sources(sources) => told!("Sources and what each supports · {sources}", sources),
        EditingText::Source(number) => told!("Source {number}", number),
        EditingText::RemoveSource(number) => told!("Remove source {number}", number),
        EditingText::Supports(number, fact) => told!("Source {number} supports {fact}", number, fact),
        EditingText::AnotherFact(number) => told!("Another fact that source {number} supports", number),
    }
}

/// `3 July 2024, known to the day`
fn known(days: Dates) -> String {
    let precision = match days.precision() {
        Precision::Unknown => return fixed("The date is not known").to_owned(),
        Precision::Day | Precision::Range => fixed("known to the day"),
        Precision::Month => fixed("known to the month"),
        Precision::Year => fixed("known to the year"),
    };
    commas(&[dates(days).as_str(), precision])
}

/// The place that a meeting has until the field for it is understood.
fn stays(recorded: &str) -> String {
    if recorded.is_empty() {
        fixed("the meeting has no place").to_owned()
    } else {
        told!("{place} stays", place = recorded)
    }
}
