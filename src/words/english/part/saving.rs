//! Saving: the questions before work is lost or replaced, and what came of saving, in English.

use crate::words::english::number::counted;
use crate::words::english::word::noun;
use crate::words::message::Noun;
use crate::words::part::saving::{Saving, SavingText};

/// Words in the questions about saving, and about what came of it.
pub const fn saving(label: Saving) -> &'static str {
    match label {
        Saving::ProjectTitle => "Save project",
        Saving::TableTitle => "Save table as CSV",
        Saving::TemplateTitle => "New table from the template",
        Saving::DecisionsTitle => "Save decisions",
        Saving::UnsavedTitle => "Save the changes?",
        Saving::ChangedTitle => "The project was changed elsewhere",
        Saving::SourcesTitle => "The table has changed",
        Saving::LeftTitle => "Unsaved work was found",
        Saving::AboutProject => {
            "A project keeps the meetings with every edit, the filters, and the map as it is"
        }
        Saving::AboutTable => {
            "The table keeps the meetings. Filters and the look of the map are kept by a project only"
        }
        Saving::AboutTemplate => {
            "A table to fill in with a spreadsheet, with two rows that show how; .xlsx or .csv. Open it here when it is filled"
        }
        Saving::AboutDecisions => {
            "What was decided about words, for other files: summitry convert trips.csv --decisions FILE"
        }
        Saving::ForExcel => "For Excel",
        Saving::ForExcelTip => "With a mark at its head by which Excel reads every letter rightly",
        Saving::LostAtClose => "The work in this window is not saved. It is lost when the window closes",
        Saving::KeptByUndo => {
            "The work in this window is not saved. Undo brings it back while the window is open"
        }
        Saving::DontSave => "Don’t save",
        Saving::SaveElsewhere => "Save under another name…",
        Saving::ReplaceOther => "Replace what is there",
        Saving::EditsStay => {
            "What was edited, added or deleted here stays as it is. Undo takes reading again back"
        }
        Saving::ReadAgain => "Read again",
        Saving::KeepHere => "Keep what is here",
        Saving::EndedBefore => "Summitry ended before this work was saved",
        Saving::NoName => "Work without a name",
        Saving::Discard => "Discard",
        Saving::DiscardForGood => "Discard for good",
        Saving::DiscardTip => "Removes this copy for good",
        Saving::Later => "Later",
        Saving::LaterTip => "It is offered again at the next start",
        Saving::Recovered => "Recovered. Save it to keep it",
        Saving::WordsCopied => "Copied",
        Saving::ExportCancelled => "The export was cancelled",
        Saving::MeetingsFile => "meetings",
        Saving::TemplateFile => "my meetings",
    }
}

/// A text about saving, from facts.
pub fn saving_text(text: SavingText) -> String {
    match text {
        SavingText::Saved(path) => told!("Saved {path}", path = path.display()),
        SavingText::SavedTemplate(path) => {
            told!("Saved {path}: fill it in, then drop it on this window", path = path.display())
        }
        SavingText::ChangedElsewhere(path) => {
            told!("Another window or program changed {path} since it was opened here", path = path.display())
        }
        SavingText::SourcesChanged(files) => {
            told_by!(
                files,
                "This file holds something else now than when the table was read",
                "These files hold something else now than when the table was read"
            )
        }
        SavingText::CopyNotRead(why) => told!("This copy cannot be read: {why}", why),
        SavingText::LeftWork(meetings, steps) => {
            let meetings = counted(meetings, noun(Noun::Meeting));
            let Some(steps) = steps else { return told!("{meetings} · not saved yet", meetings) };
            told_by!(
                steps,
                "{meetings} · {n} step after the last save",
                "{meetings} · {n} steps after the last save",
                meetings
            )
        }
        SavingText::FileThere(path) => told!("There is a file {path} already", path = path.display()),
        SavingText::DataNotSaved(path, why) => {
            told!("{path} is not saved: {why}", path = path.display(), why)
        }
        SavingText::MapCopied(width, height) => {
            told!("The map is on the clipboard, {width} × {height} pixels", width, height)
        }
        SavingText::MapNotDrawn(why) => told!("The map could not be drawn: {why}", why),
    }
}
