//! Files and tables that the program writes, and why it cannot write them, in English.

use crate::words::english::date::span;
use crate::words::english::list;
use crate::words::english::number::{counted, grouped};
use crate::words::english::word::noun;
use crate::words::message::Noun;
use crate::words::part::exported::{ExportedText, Heads};
use crate::words::spoken::fixed;

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
            told!(
                "a picture's file ends in {endings}, not in .{ending}",
                endings = list::either(known),
                ending
            )
        }
        ExportedText::WrongSize(width, height, most) => {
            told!(
                "a picture of {width} × {height} pixels: each side must be 1 to {most}",
                width,
                height,
                most
            )
        }
        ExportedText::NoMemory(width, height) => {
            told!("there is not enough memory for a picture of {width} × {height} pixels", width, height)
        }
        ExportedText::NotDrawn(why) => told!("the picture cannot be drawn: {why}", why),
        ExportedText::TooManyFrames(frames, most) => told_by!(
            frames,
            "the film would have {n} picture, more than {most}: choose a longer step, such as --step month",
            "the film would have {n} pictures, more than {most}: choose a longer step, such as --step month",
            most = grouped(most)
        ),
        ExportedText::SheetTooSmall(rows, columns) => told_by!(
            rows,
            "{n} row and {columns} columns are more than a sheet has: 1,048,576 and 16,384. Write .csv or .json instead",
            "{n} rows and {columns} columns are more than a sheet has: 1,048,576 and 16,384. Write .csv or .json instead",
            columns = grouped(columns)
        ),
        ExportedText::NothingToPlay => fixed("there is nothing to play: no meeting has a date").to_owned(),
        ExportedText::Stands(name, meetings, days) => {
            let meetings = if meetings == 0 { String::new() } else { counted(meetings, noun(Noun::Meeting)) };
            let days = days.map_or_else(String::new, |(first, last)| span(first, last));
            let about: Vec<String> = [meetings, days].into_iter().filter(|part| !part.is_empty()).collect();
            if about.is_empty() { name.to_owned() } else { format!("{name}: {}", list::commas(&about)) }
        }
    }
}
