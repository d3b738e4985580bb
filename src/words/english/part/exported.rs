//! Files and tables that the program writes, and why it cannot write them, in English.

use crate::words::english::date::span;
use crate::words::english::list;
use crate::words::english::number::{counted, grouped};
use crate::words::english::word::noun;
use crate::words::message::Noun;
use crate::words::part::exported::{ExportedText, Heads};

/// The head of a column in a table for people, or the name of a sheet.
pub const fn heads(label: Heads) -> &'static str {
    match label {
        Heads::Date => "Date",
        Heads::Meetings => "Meetings",
        Heads::Change => "Change",
        Heads::Line => "Line",
        Heads::Before => "Before",
        Heads::After => "After",
        Heads::BeforePerMonth => "Before a month",
        Heads::AfterPerMonth => "After a month",
        Heads::Lines => "Lines",
        Heads::Matrix => "Who met whom",
        Heads::Counts => "By state and year",
        Heads::NotInThisFormat => "a file of this ending does not hold it",
        Heads::About => "About this file",
        Heads::Version => "Summitry",
        Heads::DataDigest => "Data",
        Heads::Filter => "Shown",
        Heads::CountingRule => "Counted",
        Heads::Borders => "Borders",
    }
}

/// Why a file is not written, from facts.
pub fn exported_text(text: ExportedText) -> String {
    match text {
        ExportedText::UnknownEnding(known, ending) => {
            format!("a picture's file ends in {}, not in .{ending}", list::either(known))
        }
        ExportedText::WrongSize(width, height, most) => {
            format!("a picture of {width} × {height} pixels: each side must be 1 to {most}")
        }
        ExportedText::NoMemory(width, height) => {
            format!("there is not enough memory for a picture of {width} × {height} pixels")
        }
        ExportedText::NotDrawn(why) => format!("the picture cannot be drawn: {why}"),
        ExportedText::TooManyFrames(frames, most) => format!(
            "the film would have {} pictures, more than {}: choose a longer step, such as --step month",
            grouped(frames),
            grouped(most)
        ),
        ExportedText::SheetTooSmall(rows, columns) => format!(
            "{} rows and {} columns are more than a sheet has: 1,048,576 and 16,384. Write .csv or .json instead",
            grouped(rows),
            grouped(columns)
        ),
        ExportedText::NothingToPlay => "there is nothing to play: no meeting has a date".to_owned(),
        ExportedText::Stands(name, meetings, days) => {
            let meetings = if meetings == 0 { String::new() } else { counted(meetings, noun(Noun::Meeting)) };
            let days = days.map_or_else(String::new, |(first, last)| span(first, last));
            let about: Vec<String> = [meetings, days].into_iter().filter(|part| !part.is_empty()).collect();
            if about.is_empty() { name.to_owned() } else { format!("{name}: {}", about.join(", ")) }
        }
    }
}
