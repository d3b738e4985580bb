//! Work under way: what is told of slow work, in English.

use crate::words::part::doing::{Doing, DoingText};

/// What the program is doing.
pub const fn doing(label: Doing) -> &'static str {
    match label {
        Doing::MakingTable => "Making a new table",
        Doing::ReadingExample => "Reading the example",
        Doing::ReadingPasted => "Reading the pasted table",
        Doing::ReadingAgain => "Reading the table again",
        Doing::OpeningMeetings => "Opening the meetings",
        Doing::WorkingOutPreview => "Working out the preview",
        Doing::LookingAtFile => "Looking at the table’s file",
        Doing::LookingAtPlaces => "Looking at the places",
        Doing::ChangingBorders => "Changing the borders",
        Doing::Counting => "Counting",
        Doing::Ordering => "Ordering the rows",
        Doing::ChoosingFile => "Choosing a file",
        Doing::Exporting => "Exporting",
        Doing::Drawing => "drawing",
        Doing::Writing => "writing",
        Doing::CopyingMap => "Copying the map",
        Doing::CopyingWords => "Copying",
        Doing::RememberingDecisions => "Remembering decisions",
        Doing::Remembering => "Remembering",
        Doing::WritingRecovery => "Writing the recovery copy",
        Doing::RemovingRecovery => "Removing the recovery copy",
    }
}

/// What the program is doing, from facts.
pub fn doing_text(text: DoingText) -> String {
    match text {
        DoingText::Reading(name) => told!("Reading {name}", name),
        DoingText::Saving(name) => told!("Saving {name}", name),
        DoingText::UnderWay(what) => format!("{what}…"),
        DoingText::Share(what, share) => {
            told!("{what}: {share} %", what, share = format!("{:.0}", share * 100.0))
        }
        DoingText::At(what, at) => format!("{what}: {at}"),
        DoingText::Lost(what) => told!("{what} ended without a result", what),
    }
}
