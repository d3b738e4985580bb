//! The preview of files before anything of them is taken: what the columns hold, and what would come, in
//! English.

use crate::words::english::list::commas;
use crate::words::english::number::grouped;
use crate::words::part::importing::{Aspect, Certainty, Importing, ImportingText};
use crate::words::spoken::fixed;

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
        ImportingText::Map(shown) => told!("Map as it would come. {shown}", shown),
        ImportingText::Pins(pins, names) => {
            told_by!(pins, "Map with {n} pin: {names}", "Map with {n} pins: {names}", names)
        }
        ImportingText::From(rows, meetings) => from(rows, meetings),
        ImportingText::DatesBeside(meetings, less_exact, undated) => {
            dates_beside(meetings, less_exact, undated)
        }
        ImportingText::PlacesBeside(meetings, at_country, nowhere) => beside(
            meetings,
            &[
                (at_country > 0).then(|| {
                    told_by!(at_country, "{n} known to the country only", "{n} known to the country only")
                }),
                (nowhere > 0).then(|| told_by!(nowhere, "{n} not placed", "{n} not placed")),
            ],
            "every meeting has its place",
        ),
        ImportingText::LinesBeside(meetings, without) => beside(
            meetings,
            &[(without > 0).then(|| told_by!(without, "lines::{n} without", "{n} without"))],
            "every meeting has one",
        ),
        ImportingText::QuestionsOpen(open) => {
            told_by!(open, "question open", "questions open")
        }
        ImportingText::ReadAsBefore(name) => {
            told!("Read as {name} was read before: it has the same headings", name)
        }
        ImportingText::ReadAs(name) => told!("Read as {name} was", name),
        ImportingText::Open(meetings) => told_by!(meetings, "Open {n} meeting", "Open {n} meetings"),
        ImportingText::AnswerFirst(open) => {
            told_by!(open, "Answer the question first", "Answer the {n} questions first")
        }
        ImportingText::FileOf(name, number, all) => told!("{name}, {number} of {all}", name, number, all),
        ImportingText::LeaveOut(name) => told!("Leave {name} out", name),
        ImportingText::Table(number) => told!("Table {number}", number),
        ImportingText::HeadingsInLine(line) => told!("in line {line}", line),
        ImportingText::HeadingsInRow(row) => told!("in row {row}", row),
        ImportingText::Line(line) => told!("Line {line}", line),
        ImportingText::SheetRow(row) => told!("Row {row}", row),
        ImportingText::Columns(all, unused) => columns(all, unused),
        ImportingText::MoreColumns(more) => told_by!(more, "and {n} more column", "and {n} more columns"),
        ImportingText::Column(heading) => told!("Column {heading}", heading),
        ImportingText::InAll(rows) => told_by!(rows, "in all {n} row", "in all {n} rows"),
        ImportingText::InSome(filled, rows) => {
            told_by!(rows, "in {filled} of {n} row", "in {filled} of {n} rows", filled = grouped(filled))
        }
        ImportingText::NotUsed(filled) => told!("not used, {filled}", filled),
        ImportingText::DatesRead(good, wrong) => dates_read(good, wrong),
        ImportingText::PlacesFound(good, wrong) => places_found(&grouped(good), wrong),
        ImportingText::ToLookAt(filled, wrong) => {
            told!("{filled}, {wrong} to look at", filled, wrong = grouped(wrong))
        }
        ImportingText::FirstOf(listed, rows) => {
            told_by!(
                rows,
                "The first {listed} of {n} row",
                "The first {listed} of {n} rows",
                listed = grouped(listed)
            )
        }
        ImportingText::ShowFirst(rows) => told_by!(rows, "Show the first {n} row", "Show the first {n} rows"),
        ImportingText::ShowAllRows(rows) => told_by!(rows, "Show all {n} row", "Show all {n} rows"),
        ImportingText::NeedALook(rows) => told!("Rows that need a look: {rows}", rows = grouped(rows)),
        ImportingText::AnswerIn(written) => told!("Answer what is open in {written}", written),
        ImportingText::Row(line, cells) => told!("Row in line {line}. {cells}", line, cells),
        ImportingText::Cell(heading, written, read, wrong) => cell(heading, written, read, wrong),
        ImportingText::Stops(stops, names) => {
            told_by!(stops, "{n} stop: {names}", "{n} stops: {names}", names)
        }
        ImportingText::NoStateFor(name) => told!("{name}, no state", name),
        ImportingText::PeopleOf(people, state) => {
            told_by!(people, "{n} person, {state}", "{n} people, {state}", state)
        }
        ImportingText::PeopleOfStates(people, states) => {
            told_by!(people, "{n} person, {states} states", "{n} people, {states} states", states)
        }
        ImportingText::PeopleWithout(people, without) => {
            told_by!(
                people,
                "{n} person, {without} without a state",
                "{n} people, {without} without a state",
                without
            )
        }
    }
}

fn from(rows: usize, meetings: usize) -> String {
    let from = told_by!(rows, "from {n} row", "from {n} rows");
    if meetings > rows { told!("{from}; a row with several places becomes several", from) } else { from }
}

fn dates_read(good: usize, wrong: usize) -> String {
    match wrong {
        0 => told_by!(good, "{n} date", "{n} dates"),
        wrong => told_by!(
            good,
            "{n} date, {wrong} not read",
            "{n} dates, {wrong} not read",
            wrong = grouped(wrong)
        ),
    }
}

fn places_found(good: &str, wrong: usize) -> String {
    match wrong {
        0 => told!("{good} placed", good),
        wrong => told!("{good} placed, {wrong} to look at", good, wrong = grouped(wrong)),
    }
}

fn dates_beside(meetings: usize, less_exact: usize, undated: usize) -> String {
    let parts = [
        (less_exact > 0).then(|| told_by!(less_exact, "{n} less exact", "{n} less exact")),
        (undated > 0).then(|| told_by!(undated, "{n} without a date", "{n} without a date")),
    ];
    beside(meetings, &parts, "every meeting has its date")
}

/// What of the meetings is as one would not wish; if it is none of them, what holds for all.
fn beside(meetings: usize, parts: &[Option<String>], all: &'static str) -> String {
    let parts: Vec<&String> = parts.iter().flatten().collect();
    if parts.is_empty() && meetings > 0 { fixed(all).to_owned() } else { commas(&parts) }
}

fn columns(all: usize, unused: usize) -> String {
    let columns = told_by!(all, "{n} column", "{n} columns");
    match unused {
        0 => told!("{columns}, all understood", columns),
        unused => told_by!(unused, "{columns}, {n} not used", "{columns}, {n} not used", columns),
    }
}

fn cell(heading: &str, written: &str, read: &str, wrong: &str) -> String {
    let read = if read.is_empty() { fixed("not used") } else { read };
    let told = told!("{heading}: {written}, read as {read}", heading, written, read);
    if wrong.is_empty() { told } else { format!("{told} ({wrong})") }
}
