//! The preview of files before anything of them is taken: what the columns hold, and what would come, in English.

use crate::words::english::number::{counted, grouped};
use crate::words::english::word::noun;
use crate::words::message::Noun;
use crate::words::part::importing::{Aspect, Certainty, Importing, ImportingText};

/// What a column or a part of a meeting tells.
pub const fn aspect(label: Aspect) -> &'static str {
    match label {
        Aspect::When => "When",
        Aspect::Where => "Where",
        Aspect::Who => "Who",
        Aspect::What => "What",
        Aspect::Source => "Source",
        Aspect::Numbers => "Numbers",
    }
}

/// How sure it is what a text means.
pub const fn certainty(label: Certainty) -> &'static str {
    match label {
        Certainty::Sure => "sure",
        Certainty::Likely => "likely",
        Certainty::Asks => "asks you",
        Certainty::NotRead => "not read, kept as text",
    }
}

/// Words in the preview of files.
pub const fn importing(label: Importing) -> &'static str {
    match label {
        Importing::Heading => "Import",
        Importing::Columns => "Columns",
        Importing::Questions => "Questions",
        Importing::ReadingTable => "Reading the table…",
        Importing::WorkingItOut => "Working it out…",
        Importing::NothingTaken => "Nothing is taken yet",
        Importing::AsItWouldCome => "As it would come",
        Importing::WithAnswers => "With these answers",
        Importing::Meetings => "meetings",
        Importing::DatesToTheDay => "dates to the day",
        Importing::Placed => "placed",
        Importing::WithLine => "with a line from a capital",
        Importing::OrderOpen => "day or month first",
        Importing::PeopleOpen => "who represents whom",
        Importing::PlacesOpen => "which place is meant",
        Importing::HowRead => "How it was read",
        Importing::OpenStays => {
            "What stays open is listed after opening and can be answered at any time. Nothing is dropped"
        }
        Importing::SayColumns => "Say on the left what the columns hold",
        Importing::NothingToOpen => "Nothing to open yet",
        Importing::UseAgain => "Use this again for these headings",
        Importing::KeptAtOpening => "Kept when the table is opened",
        Importing::File => "File",
        Importing::Sheet => "Sheet",
        Importing::Headings => "Headings",
        Importing::Encoding => "Encoding",
        Importing::Separator => "Separator",
        Importing::Dates => "Dates",
        Importing::Empty => "cell::empty",
        Importing::NoHeadingsChosen => "headings::none",
        Importing::FoundByProgram => "Found by the program",
        Importing::NoHeadings => "No headings",
        Importing::ColumnsNumbered => "columns are numbered",
        Importing::Comma => "separator::comma",
        Importing::Semicolon => "separator::semicolon",
        Importing::Tab => "separator::tab",
        Importing::Bar => "separator::bar",
        Importing::Caret => "separator::caret",
        Importing::DayFirst => "day first",
        Importing::MonthFirst => "month first",
        Importing::NotDecided => "not decided",
        Importing::EachRow => "Each row",
        Importing::RowIsMeeting => "a meeting",
        Importing::RowIsParticipant => "a participant",
        Importing::RowIsReport => "a report",
        Importing::RowIsMeetingMeans => "of its own",
        Importing::RowIsParticipantMeans => "rows of one event are a meeting",
        Importing::RowIsReportMeans => "reports of one event are a meeting",
        Importing::Trips => "Trips",
        Importing::TripsJoined => "day by day",
        Importing::TripsApart => "row by row",
        Importing::TripsJoinedMeans => "rows that follow each other are stops of one",
        Importing::TripsApartMeans => "each row is one of its own",
        Importing::DayFirstMeans => "3/4 is 3 April",
        Importing::MonthFirstMeans => "3/4 is 4 March",
        Importing::NotDecidedMeans => "such dates stay open",
        Importing::NoDayDecided => "nothing in the column decides which number is the day",
        Importing::AsYouSaid => "as you said",
        Importing::ClickToChange => "Click a guess to change it",
        Importing::NoHeading => "no heading",
        Importing::NotUsed => "Not used",
        Importing::StaysInFile => "stays in the file",
        Importing::TakenElsewhere => "taken from another column",
        Importing::EmptyColumn => "column::Empty",
        Importing::FirstRows => "Show the first rows and those that need a look",
        Importing::AsItIs => "as it is",
        Importing::RowLeftOut => "the row is left out",
        Importing::NoDate => "no date",
        Importing::WhichPlace => "which place?",
        Importing::NotKnown => "not known",
        Importing::NoState => "no state",
    }
}

/// A text in the preview of files, from facts.
pub fn importing_text(text: ImportingText) -> String {
    match text {
        ImportingText::Map(shown) => format!("Map as it would come. {shown}"),
        ImportingText::Pins(pins, names) => format!("Map with {pins} pins: {names}"),
        ImportingText::From(rows, meetings) => from(rows, meetings),
        ImportingText::DatesBeside(meetings, less_exact, undated) => beside(
            meetings,
            &[(less_exact, "less exact"), (undated, "without a date")],
            "every meeting has its date",
        ),
        ImportingText::PlacesBeside(meetings, at_country, nowhere) => beside(
            meetings,
            &[(at_country, "known to the country only"), (nowhere, "not placed")],
            "every meeting has its place",
        ),
        ImportingText::LinesBeside(meetings, without) => {
            beside(meetings, &[(without, "without")], "every meeting has one")
        }
        ImportingText::QuestionsOpen(open) => {
            (if open == 1 { "question open" } else { "questions open" }).to_owned()
        }
        ImportingText::ReadAsBefore(name) => {
            format!("Read as {name} was read before: it has the same headings")
        }
        ImportingText::ReadAs(name) => format!("Read as {name} was"),
        ImportingText::Open(meetings) => format!("Open {}", counted(meetings, noun(Noun::Meeting))),
        ImportingText::AnswerFirst(open) => {
            if open == 1 {
                "Answer the question first".to_owned()
            } else {
                format!("Answer the {open} questions first")
            }
        }
        ImportingText::FileOf(name, number, all) => format!("{name}, {number} of {all}"),
        ImportingText::LeaveOut(name) => format!("Leave {name} out"),
        ImportingText::Table(number) => format!("Table {number}"),
        ImportingText::HeadingsInLine(line) => format!("in line {line}"),
        ImportingText::HeadingsInRow(row) => format!("in row {row}"),
        ImportingText::Line(line) => format!("Line {line}"),
        ImportingText::SheetRow(row) => format!("Row {row}"),
        ImportingText::Columns(all, unused) => columns(all, unused),
        ImportingText::MoreColumns(more) => format!("and {} more columns", grouped(more)),
        ImportingText::Column(heading) => format!("Column {heading}"),
        ImportingText::InAll(rows) => format!("in all {}", counted(rows, noun(Noun::Row))),
        ImportingText::InSome(filled, rows) => {
            format!("in {} of {}", grouped(filled), counted(rows, noun(Noun::Row)))
        }
        ImportingText::NotUsed(filled) => format!("not used, {filled}"),
        ImportingText::DatesRead(good, wrong) => {
            if wrong == 0 {
                format!("{} dates", grouped(good))
            } else {
                format!("{} dates, {} not read", grouped(good), grouped(wrong))
            }
        }
        ImportingText::PlacesFound(good, wrong) => {
            if wrong == 0 {
                format!("{} placed", grouped(good))
            } else {
                format!("{} placed, {} to look at", grouped(good), grouped(wrong))
            }
        }
        ImportingText::ToLookAt(filled, wrong) => format!("{filled}, {} to look at", grouped(wrong)),
        ImportingText::FirstOf(listed, rows) => {
            format!("The first {} of {}", grouped(listed), counted(rows, noun(Noun::Row)))
        }
        ImportingText::ShowFirst(rows) => format!("Show the first {} rows", grouped(rows)),
        ImportingText::ShowAllRows(rows) => format!("Show all {}", counted(rows, noun(Noun::Row))),
        ImportingText::NeedALook(rows) => format!("Rows that need a look: {}", grouped(rows)),
        ImportingText::AnswerIn(written) => format!("Answer what is open in {written}"),
        ImportingText::Row(line, cells) => format!("Row in line {line}. {cells}"),
        ImportingText::Cell(heading, written, read, wrong) => cell(heading, written, read, wrong),
        ImportingText::Stops(stops, names) => format!("{stops} stops: {names}"),
        ImportingText::NoStateFor(name) => format!("{name}, no state"),
        ImportingText::PeopleOf(people, state) => format!("{people} people, {state}"),
        ImportingText::PeopleOfStates(people, states) => format!("{people} people, {states} states"),
        ImportingText::PeopleWithout(people, without) => {
            format!("{people} people, {without} without a state")
        }
    }
}

fn from(rows: usize, meetings: usize) -> String {
    let from = format!("from {}", counted(rows, noun(Noun::Row)));
    if meetings > rows { format!("{from}; a row with several places becomes several") } else { from }
}

/// `3 less exact, 1 without a date`; if there is none of them, what holds for all.
fn beside(meetings: usize, parts: &[(usize, &str)], all: &str) -> String {
    let parts = parts.iter().filter(|(number, _)| *number > 0);
    let parts: Vec<String> = parts.map(|(number, words)| format!("{} {words}", grouped(*number))).collect();
    if parts.is_empty() && meetings > 0 { all.to_owned() } else { parts.join(", ") }
}

fn columns(all: usize, unused: usize) -> String {
    let columns = if all == 1 { "1 column".to_owned() } else { format!("{} columns", grouped(all)) };
    match unused {
        0 => format!("{columns}, all understood"),
        unused => format!("{columns}, {} not used", grouped(unused)),
    }
}

fn cell(heading: &str, written: &str, read: &str, wrong: &str) -> String {
    let read = if read.is_empty() { "not used" } else { read };
    let wrong = if wrong.is_empty() { String::new() } else { format!(" ({wrong})") };
    format!("{heading}: {written}, read as {read}{wrong}")
}
