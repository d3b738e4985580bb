//! Problems of files in English: what was found, what was expected, and what to do.

use super::date::month;
use super::list::either;
use super::number::{coordinates, grouped};
use super::{file, remark};
use crate::gazetteer::country::Countries;
use crate::import::problem::{
    Cells, CityMeant, Lacking, Meant, PeopleProblem, PlaceProblem, Problem, ProblemKind, Refused, Unknown,
    WhyRefused, excerpt,
};
use crate::meeting::code::CountryCode;
use crate::meeting::date::{Dates, NoDate, Precision};
use crate::meeting::{Kind, Role, Status};

/// `trips.csv:14, column 2 (start): "2024-02-30" is no date: February 2024 has 29 days. Perhaps …`
pub fn problem(problem: &Problem) -> String {
    let Problem { file, line, column, kind, row_lost: _, meeting: _ } = problem;
    let line = line.map(|line| format!(":{line}")).unwrap_or_default();
    let column = column.as_ref().map(|column| format!(", column {} ({})", column.number, column.name));
    let remedy = remedy(kind);
    let remedy = if remedy.is_empty() { remedy } else { format!(". {remedy}") };
    format!("{file}{line}{}: {}{remedy}", column.unwrap_or_default(), wrong(kind))
}

/// What is wrong, in one sentence without a final full stop: what was found and what was expected.
pub fn wrong(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::InProject(words) => words.clone(),
        ProblemKind::Refused(why) => format!("the file {}", file::refused(why)),
        ProblemKind::NotJson => "the line is no JSON and is left out".to_owned(),
        ProblemKind::NoRows => "the file has a header and no rows".to_owned(),
        ProblemKind::OnlyLocations => {
            "it is a table of places, with no meeting in it; open it together with the table of flows that \
             names its places"
                .to_owned()
        }
        ProblemKind::LookedUp => {
            "the flows of the other table name its places; no meeting is read from it".to_owned()
        }
        ProblemKind::NoLocations => {
            "it names its places by numbers; open it together with the table of locations that says which \
             places they are"
                .to_owned()
        }
        ProblemKind::Lacking(lacking) => lacking_columns(lacking),
        ProblemKind::LineTooLong => "the line is longer than 1 MiB and is left out".to_owned(),
        ProblemKind::OpenQuote => {
            "a quote is opened and not closed; the row is taken to end with its line".to_owned()
        }
        ProblemKind::StrayQuote(line) => format!(
            "a quote is opened, and the next one, in line {line}, stands in the middle of a cell; the row is taken \
             to end with its line"
        ),
        ProblemKind::TextAfterQuote => {
            "text follows the quote that closes the cell; it is read as a part of it".to_owned()
        }
        ProblemKind::TooFewCells(Cells { row, header, .. }) => {
            format!("the row has {row} cells and the header {header}; the missing ones are empty")
        }
        ProblemKind::TooManyCells(Cells { row, header, .. }) => {
            format!("the row has {row} cells and the header {header}; the last are left out")
        }
        ProblemKind::NoDegrees(text) => {
            format!("{text} is no coordinate in degrees; the place is looked up by its name")
        }
        ProblemKind::NoStop(text) => wrong_number(text, "of a stop", "its date decides the order"),
        ProblemKind::NoTrip(text) => format!("stop {text} belongs to no trip: the column trip is empty"),
        ProblemKind::NoCount(text) => wrong_number(text, "of meetings", "the row is taken as one"),
        ProblemKind::IdTaken { id, .. } => format!("the id \"{id}\" is taken"),
        ProblemKind::NoDate { text, refused } => format!("\"{text}\" is no date: {}", refused_date(refused)),
        ProblemKind::EndBeforeStart { start, end } => {
            format!("the end {end} is before the start {start}; the end is left out")
        }
        ProblemKind::NoPrecision(text) => format!("\"{text}\" is no precision of a date"),
        ProblemKind::OtherPrecision { stated, dates } => format!(
            "the precision is {} but the date is {}; the vaguer of the two is kept",
            stated.name(),
            as_written(*dates)
        ),
        ProblemKind::NoKind(Unknown { text, .. }) => {
            format!("\"{text}\" is no kind of meeting; it is left unspecified")
        }
        ProblemKind::NoStatus(Unknown { text, .. }) => {
            format!("\"{text}\" is no status; the meeting is taken as held")
        }
        ProblemKind::Place(problem) => wrong_place(problem),
        ProblemKind::People(problem) => wrong_people(problem),
        ProblemKind::NotListed { count, first } => {
            format!("{} more of this kind are not listed: {}", grouped(*count), wrong(first))
        }
    }
}

fn wrong_number(text: &str, of: &str, instead: &str) -> String {
    format!("\"{text}\" is no number {of} (1, 2, 3 …); {instead}")
}

fn wrong_place(problem: &PlaceProblem) -> String {
    match problem {
        PlaceProblem::NoCountry { text, .. } => {
            format!("\"{}\" names no single country, so the meeting is not placed", excerpt(text))
        }
        PlaceProblem::NoCity { text, .. } => {
            format!("\"{}\" names no single city, so the meeting is not placed", excerpt(text))
        }
        PlaceProblem::NoCityInCountry { text, country, .. } => {
            format!(
                "\"{}\" could not be placed, so the meeting is shown at its country, {}",
                excerpt(text),
                name(*country)
            )
        }
        PlaceProblem::InTerritory { text, lister, territory } => format!(
            "\"{}\" is no city in {}; the meeting is shown at {}, which has a code of its own",
            excerpt(text),
            name(*lister),
            name(*territory)
        ),
        PlaceProblem::NoPlace => "the meeting is not placed: neither country nor city is given".to_owned(),
    }
}

fn wrong_people(problem: &PeopleProblem) -> String {
    match problem {
        PeopleProblem::TooManyPeople { named, read } => {
            format!("the cell names {named}; the first {read} are read")
        }
        PeopleProblem::TooManyParts { entry, parts } => {
            format!("\"{entry}\" has {parts} parts; only the first four are read")
        }
        PeopleProblem::NoRole { name, text } => format!("\"{text}\" is no role of {name}"),
        PeopleProblem::NoName(entry) => format!("\"{entry}\" has no name"),
        PeopleProblem::NoCountryOf { name, text, .. } => {
            format!("\"{text}\", the country of {name}, names no single country")
        }
        PeopleProblem::LongOffice { letters, names } => {
            format!("the office has {letters} letters and stands for {names} names")
        }
        PeopleProblem::Nobody => "the meeting names nobody".to_owned(),
    }
}

/// What to do or what may be meant; empty if nothing can be offered.
pub fn remedy(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::Lacking(lacking) => lacking_remedy(lacking),
        ProblemKind::LineTooLong => "Look for a missing line break".to_owned(),
        ProblemKind::StrayQuote(_) => {
            "Take the quote out, or put a second one at the end of the cell".to_owned()
        }
        ProblemKind::TextAfterQuote => "Within a quoted cell, a quote is written twice".to_owned(),
        ProblemKind::TooFewCells(Cells { last_line: Some(line), .. })
        | ProblemKind::TooManyCells(Cells { last_line: Some(line), .. }) => {
            format!("It runs to line {line}: look for a quote that is not closed")
        }
        ProblemKind::TooManyCells(_) => "Put a cell that holds the delimiter in quotes".to_owned(),
        ProblemKind::IdTaken { kept_as, .. } => format!("The row is kept as \"{kept_as}\""),
        ProblemKind::NoDate { refused, .. } => readings(refused),
        ProblemKind::NoPrecision(_) => format!("One of {}", Precision::ALL.map(Precision::name).join(", ")),
        ProblemKind::NoKind(unknown) => instead(unknown, &Kind::ALL.map(Kind::name)),
        ProblemKind::NoStatus(unknown) => instead(unknown, &Status::ALL.map(Status::name)),
        ProblemKind::Place(problem) => place_remedy(problem),
        ProblemKind::People(problem) => people_remedy(problem),
        ProblemKind::NotListed { count: _, first } => remedy(first),
        ProblemKind::Refused(_)
        | ProblemKind::NotJson
        | ProblemKind::InProject(_)
        | ProblemKind::NoDegrees(_)
        | ProblemKind::NoStop(_)
        | ProblemKind::NoTrip(_)
        | ProblemKind::NoCount(_)
        | ProblemKind::NoRows
        | ProblemKind::OnlyLocations
        | ProblemKind::NoLocations
        | ProblemKind::LookedUp
        | ProblemKind::OpenQuote
        | ProblemKind::TooFewCells(_)
        | ProblemKind::EndBeforeStart { .. }
        | ProblemKind::OtherPrecision { .. } => String::new(),
    }
}

fn place_remedy(problem: &PlaceProblem) -> String {
    match problem {
        PlaceProblem::NoPlace => String::new(),
        PlaceProblem::NoCountry { meant, .. } => perhaps(meant),
        PlaceProblem::NoCity { meant, .. } | PlaceProblem::NoCityInCountry { meant, .. } => match meant {
            CityMeant::OneOf(meant) => perhaps(meant),
            CityMeant::Each(places) => format!("Write a row for each place: {}", places.join("; ")),
        },
        PlaceProblem::InTerritory { territory, .. } => format!("Write {territory} as the country"),
    }
}

fn people_remedy(problem: &PeopleProblem) -> String {
    match problem {
        PeopleProblem::Nobody | PeopleProblem::NoName(_) => String::new(),
        PeopleProblem::TooManyPeople { .. } => "The others are in the note".to_owned(),
        PeopleProblem::TooManyParts { .. } => {
            "Write Name|office|country|role, and ; between participants".to_owned()
        }
        PeopleProblem::NoRole { .. } => format!("One of {}", Role::ALL.map(Role::name).join(", ")),
        PeopleProblem::NoCountryOf { meant, .. } => perhaps(meant),
        PeopleProblem::LongOffice { .. } => "The first name keeps it".to_owned(),
    }
}

/// Why a text is no date: follows "is no date:".
pub fn refused_date(refused: &Refused) -> String {
    match refused.why {
        WhyRefused::NoDate(why) => no_date(why),
        WhyRefused::NoYear => "it has no year".to_owned(),
        WhyRefused::TwoDays => "it can be two days".to_owned(),
        WhyRefused::SerialNumber => "it is a number, as spreadsheets count days".to_owned(),
        WhyRefused::Backwards => "its end is before its start".to_owned(),
    }
}

/// What a text that is no date may mean; empty if nothing can be offered.
pub fn readings(refused: &Refused) -> String {
    let readings: Vec<String> = refused.readings.iter().map(ToString::to_string).collect();
    if readings.is_empty() { String::new() } else { format!("Perhaps {}", either(&readings)) }
}

/// Why a text is no date of the form that files have.
pub fn no_date(why: NoDate) -> String {
    match why {
        NoDate::Form => "a date is written 2024-07-03, 2024-07 or 2024".to_owned(),
        NoDate::Month(number) => format!("there is no month {number}"),
        NoDate::Day { year, month: number, days } => format!("{} {year} has {days} days", month(number)),
    }
}

/// `Perhaps Kazakhstan (KAZ) or Kyrgyzstan (KGZ)`; empty for none.
pub fn perhaps(meant: &[Meant]) -> String {
    let meant: Vec<String> = meant.iter().map(place_meant).collect();
    if meant.is_empty() { String::new() } else { format!("Perhaps {}", meant.join(" or ")) }
}

/// `Springfield, IL, United States (39.8° N, 89.6° W)`, `Kazakhstan (KAZ)`.
fn place_meant(meant: &Meant) -> String {
    match meant {
        Meant::Country(name, code) => format!("{name} ({code})"),
        Meant::CountryItself(name, code) => format!("the country {name} ({code})"),
        Meant::City { name: city, state, country, at } => {
            let state = if state.is_empty() { String::new() } else { format!(", {state}") };
            let country = country.map(|code| format!(", {}", name(code))).unwrap_or_default();
            format!("{city}{state}{country} ({})", coordinates(*at, 1))
        }
    }
}

fn instead(unknown: &Unknown, known: &[&str]) -> String {
    match unknown.near {
        Some(near) => format!("Perhaps {near}"),
        None => format!("One of {}", known.join(", ")),
    }
}

fn lacking_columns(lacking: &Lacking) -> String {
    let Lacking { place, subject, found, more, understood: _ } = lacking;
    let what = match (place, subject) {
        (true, true) => "no column says where, and none says who, what or when",
        (true, false) => "no column says where",
        (false, _) => "no column says who, what or when",
    };
    let mut listed = found.join(", ");
    if *more {
        listed += ", …";
    }
    let listed = if listed.trim().is_empty() { "one column without a name" } else { &listed };
    format!("{what}; the columns are {listed}")
}

/// What to add, and what the other columns were understood as.
fn lacking_remedy(lacking: &Lacking) -> String {
    let Lacking { place, subject, understood, .. } = lacking;
    let wanted = match (place, subject) {
        (true, true) => "a column for the country or the city, and one for the people, the title or the date",
        (true, false) => "a column for the country or the city",
        (false, _) => "a column for the people, the title or the date",
    };
    let understood: Vec<String> = understood
        .iter()
        .map(|(heading, field)| format!("\"{heading}\" as {}", remark::field(*field)))
        .collect();
    let understood = if understood.is_empty() {
        String::new()
    } else {
        format!(". Understood: {}", understood.join(", "))
    };
    format!("Add {wanted}, or say which column it is with --map{understood}")
}

/// Dates as files write them.
fn as_written(dates: Dates) -> String {
    match (dates.start, dates.end) {
        (None, None) => "empty".to_owned(),
        (Some(one), None) | (None, Some(one)) => one.to_string(),
        (Some(start), Some(end)) if start == end => start.to_string(),
        (Some(start), Some(end)) => format!("{start} to {end}"),
    }
}

fn name(country: CountryCode) -> String {
    Countries::embedded().name(country).into_owned()
}
