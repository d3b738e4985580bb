//! Problems of files in English: what was found, what was expected, and what to do.

use super::date::month;
use super::list::{commas, either, semicolons};
use super::number::coordinates;
use super::{file, remark, word};
use crate::import::problem::{
    Cells, CityMeant, Lacking, Meant, PeopleProblem, PlaceProblem, Problem, ProblemKind, Refused, Unknown,
    WhyRefused, excerpt,
};
use crate::meeting::date::{Dates, NoDate, Precision};
use crate::meeting::{Kind, Role, Status};
use crate::words::spoken::fixed;

/// `trips.csv:14, column 2 (start): "2024-02-30" is no date: February 2024 has 29 days. Perhaps …`
pub fn problem(problem: &Problem) -> String {
    let Problem { file, line, column, kind, row_lost: _, meeting: _ } = problem;
    let line = line.map(|line| format!(":{line}")).unwrap_or_default();
    let column = column
        .as_ref()
        .map(|column| told!(", column {number} ({name})", number = column.number, name = column.name));
    let remedy = remedy(kind);
    let remedy = if remedy.is_empty() { remedy } else { format!(". {remedy}") };
    format!("{file}{line}{}: {}{remedy}", column.unwrap_or_default(), wrong(kind))
}

/// What is wrong, in one sentence without a final full stop: what was found and what was expected.
pub fn wrong(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::InProject(words) => words.clone(),
        ProblemKind::Refused(why) => told!("the file {refused}", refused = file::refused(why)),
        ProblemKind::NotJson => fixed("the line is no JSON and is left out").to_owned(),
        ProblemKind::NoRows => fixed("the file has a header and no rows").to_owned(),
        ProblemKind::OnlyLocations => {
            fixed("it is a table of places, with no meeting in it; open it together with the table of flows that names its places").to_owned()
        }
        ProblemKind::LookedUp => {
            fixed("the flows of the other table name its places; no meeting is read from it").to_owned()
        }
        ProblemKind::NoLocations => {
            fixed("it names its places by numbers; open it together with the table of locations that says which places they are").to_owned()
        }
        ProblemKind::Lacking(lacking) => lacking_columns(lacking),
        ProblemKind::LineTooLong => fixed("the line is longer than 1 MiB and is left out").to_owned(),
        ProblemKind::OpenQuote => {
            fixed("a quote is opened and not closed; the row is taken to end with its line").to_owned()
        }
        ProblemKind::StrayQuote(line) => told!(
            "a quote is opened, and the next one, in line {line}, stands in the middle of a cell; the row is taken to end with its line",
            line
        ),
        ProblemKind::TextAfterQuote => {
            fixed("text follows the quote that closes the cell; it is read as a part of it").to_owned()
        }
        ProblemKind::TooFewCells(Cells { row, header, .. }) => {
            told_by!(*row, "the row has {row} cell and the header {header}; the missing ones are empty", "the row has {row} cells and the header {header}; the missing ones are empty", row, header)
        }
        ProblemKind::TooManyCells(Cells { row, header, .. }) => {
            told_by!(*row, "the row has {row} cell and the header {header}; the last are left out", "the row has {row} cells and the header {header}; the last are left out", row, header)
        }
        ProblemKind::NoDegrees(text) => {
            told!("{text} is no coordinate in degrees; the place is looked up by its name", text)
        }
        ProblemKind::NoStop(text) => {
            told!("\"{text}\" is no number of a stop (1, 2, 3 …); its date decides the order", text)
        }
        ProblemKind::NoTrip(text) => told!("stop {text} belongs to no trip: the column trip is empty", text),
        ProblemKind::NoCount(text) => {
            told!("\"{text}\" is no number of meetings (1, 2, 3 …); the row is taken as one", text)
        }
        ProblemKind::IdTaken { id, .. } => told!("the id \"{id}\" is taken", id),
        ProblemKind::NoDate { text, refused } => {
            told!("\"{text}\" is no date: {why}", text, why = refused_date(refused))
        }
        ProblemKind::EndBeforeStart { start, end } => {
            told!("the end {end} is before the start {start}; the end is left out", end, start)
        }
        ProblemKind::NoPrecision(text) => told!("\"{text}\" is no precision of a date", text),
        ProblemKind::OtherPrecision { stated, dates } => told!(
            "the precision is {stated} but the date is {date}; the vaguer of the two is kept",
            stated = stated.name(),
            date = as_written(*dates)
        ),
        ProblemKind::NoKind(Unknown { text, .. }) => {
            told!("\"{text}\" is no kind of meeting; it is left unspecified", text)
        }
        ProblemKind::NoStatus(Unknown { text, .. }) => {
            told!("\"{text}\" is no status; the meeting is taken as held", text)
        }
        ProblemKind::Place(problem) => wrong_place(problem),
        ProblemKind::People(problem) => wrong_people(problem),
        ProblemKind::NotListed { count, first } => {
            told_by!(*count, "{n} more of this kind is not listed: {wrong}", "{n} more of this kind are not listed: {wrong}", wrong = wrong(first))
        }
    }
}

fn wrong_place(problem: &PlaceProblem) -> String {
    match problem {
        PlaceProblem::NoCountry { text, .. } => {
            told!("\"{text}\" names no single country, so the meeting is not placed", text = excerpt(text))
        }
        PlaceProblem::NoCity { text, .. } => {
            told!("\"{text}\" names no single city, so the meeting is not placed", text = excerpt(text))
        }
        PlaceProblem::NoCityInCountry { text, country, .. } => {
            told!(
                "\"{text}\" could not be placed, so the meeting is shown at its country, {country}",
                text = excerpt(text),
                country = word::state(*country)
            )
        }
        PlaceProblem::InTerritory { text, lister, territory } => told!(
            "\"{text}\" is no city in {lister}; the meeting is shown at {territory}, which has a code of its own",
            text = excerpt(text),
            lister = word::state(*lister),
            territory = word::state(*territory)
        ),
        PlaceProblem::NoPlace => {
            fixed("the meeting is not placed: neither country nor city is given").to_owned()
        }
    }
}

fn wrong_people(problem: &PeopleProblem) -> String {
    match problem {
        PeopleProblem::TooManyPeople { named, read } => {
            told!("the cell names {named}; the first {read} are read", named, read)
        }
        PeopleProblem::TooManyParts { entry, parts } => {
            told_by!(
                *parts,
                "\"{entry}\" has {parts} part; only the first four are read",
                "\"{entry}\" has {parts} parts; only the first four are read",
                entry,
                parts
            )
        }
        PeopleProblem::NoRole { name, text } => told!("\"{text}\" is no role of {name}", text, name),
        PeopleProblem::NoName(entry) => told!("\"{entry}\" has no name", entry),
        PeopleProblem::NoCountryOf { name, text, .. } if name.is_empty() => {
            told!("\"{text}\", the state represented, names no single country", text)
        }
        PeopleProblem::NoCountryOf { name, text, .. } => {
            told!("\"{text}\", the country of {name}, names no single country", text, name)
        }
        PeopleProblem::LongOffice { letters, names } => {
            told_by!(
                *names,
                "the office has {letters} letters and stands for {names} name",
                "the office has {letters} letters and stands for {names} names",
                letters,
                names
            )
        }
        PeopleProblem::Nobody => fixed("the meeting names nobody").to_owned(),
    }
}

/// What to do or what may be meant; empty if nothing can be offered.
pub fn remedy(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::Lacking(lacking) => lacking_remedy(lacking),
        ProblemKind::LineTooLong => fixed("Look for a missing line break").to_owned(),
        ProblemKind::StrayQuote(_) => {
            fixed("Take the quote out, or put a second one at the end of the cell").to_owned()
        }
        ProblemKind::TextAfterQuote => fixed("Within a quoted cell, a quote is written twice").to_owned(),
        ProblemKind::TooFewCells(Cells { last_line: Some(line), .. })
        | ProblemKind::TooManyCells(Cells { last_line: Some(line), .. }) => {
            told!("It runs to line {line}: look for a quote that is not closed", line)
        }
        ProblemKind::TooManyCells(_) => fixed("Put a cell that holds the delimiter in quotes").to_owned(),
        ProblemKind::IdTaken { kept_as, .. } => told!("The row is kept as \"{kept_as}\"", kept_as),
        ProblemKind::NoDate { refused, .. } => readings(refused),
        ProblemKind::NoPrecision(_) => {
            told!("One of {words}", words = commas(&Precision::ALL.map(Precision::name)))
        }
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
            CityMeant::Each(places) => {
                told!("Write a row for each place: {places}", places = semicolons(places))
            }
        },
        PlaceProblem::InTerritory { territory, .. } => told!("Write {territory} as the country", territory),
    }
}

fn people_remedy(problem: &PeopleProblem) -> String {
    match problem {
        PeopleProblem::Nobody | PeopleProblem::NoName(_) => String::new(),
        PeopleProblem::TooManyPeople { .. } => fixed("The others are in the note").to_owned(),
        PeopleProblem::TooManyParts { .. } => {
            fixed("Write Name|office|country|role, and ; between participants").to_owned()
        }
        PeopleProblem::NoRole { .. } => told!("One of {words}", words = commas(&Role::ALL.map(Role::name))),
        PeopleProblem::NoCountryOf { meant, .. } => perhaps(meant),
        PeopleProblem::LongOffice { .. } => fixed("The first name keeps it").to_owned(),
    }
}

/// Why a text is no date: follows "is no date:".
pub fn refused_date(refused: &Refused) -> String {
    match refused.why {
        WhyRefused::NoDate(why) => no_date(why),
        WhyRefused::NoYear => fixed("it has no year").to_owned(),
        WhyRefused::TwoDays => fixed("it can be two days").to_owned(),
        WhyRefused::SerialNumber => fixed("it is a number, as spreadsheets count days").to_owned(),
        WhyRefused::Backwards => fixed("its end is before its start").to_owned(),
    }
}

/// What a text that is no date may mean; empty if nothing can be offered.
pub fn readings(refused: &Refused) -> String {
    let readings: Vec<String> = refused.readings.iter().map(ToString::to_string).collect();
    if readings.is_empty() { String::new() } else { told!("Perhaps {meant}", meant = either(&readings)) }
}

/// Why a text is no date of the form that files have.
pub fn no_date(why: NoDate) -> String {
    match why {
        NoDate::Form => fixed("a date is written 2024-07-03, 2024-07 or 2024").to_owned(),
        NoDate::Month(number) => told!("there is no month {number}", number),
        NoDate::Day { year, month: number, days } => {
            told!("{month} {year} has {days} days", month = month(number), year, days)
        }
    }
}

/// `Perhaps Kazakhstan (KAZ) or Kyrgyzstan (KGZ)`; empty for none.
pub fn perhaps(meant: &[Meant]) -> String {
    let meant: Vec<String> = meant.iter().map(place_meant).collect();
    if meant.is_empty() { String::new() } else { told!("Perhaps {meant}", meant = ors(&meant)) }
}

/// `Springfield, IL, United States (39.8° N, 89.6° W)`, `Kazakhstan (KAZ)`.
fn place_meant(meant: &Meant) -> String {
    match meant {
        Meant::Country(name, code) => format!("{name} ({code})"),
        Meant::CountryItself(name, code) => told!("the country {name} ({code})", name, code),
        Meant::City { name: city, state, country, at } => {
            let state = (!state.is_empty()).then(|| state.clone());
            let country = country.map(|code| word::state(code).into_owned());
            let place: Vec<String> = [Some(city.clone()), state, country].into_iter().flatten().collect();
            format!("{} ({})", commas(&place), coordinates(*at, 1))
        }
    }
}

fn instead(unknown: &Unknown, known: &[&str]) -> String {
    let near = unknown.near.map(|near| told!("Perhaps {meant}", meant = near));
    near.unwrap_or_else(|| told!("One of {words}", words = commas(known)))
}

fn lacking_columns(lacking: &Lacking) -> String {
    let Lacking { place, subject, found, more, understood: _ } = lacking;
    let what = match (place, subject) {
        (true, true) => fixed("no column says where, and none says who, what or when"),
        (true, false) => fixed("no column says where"),
        (false, _) => fixed("no column says who, what or when"),
    };
    let listed: Vec<&str> = found.iter().map(String::as_str).chain(more.then_some("…")).collect();
    let listed = commas(&listed);
    let listed = if listed.trim().is_empty() { fixed("one column without a name") } else { &listed };
    told!("{what}; the columns are {columns}", what, columns = listed)
}

/// What to add, and what the other columns were understood as.
fn lacking_remedy(lacking: &Lacking) -> String {
    let Lacking { place, subject, understood, .. } = lacking;
    let wanted = match (place, subject) {
        (true, true) => fixed(
            "Add a column for the country or the city, and one for the people, the title or the date, or say which column it is with --map",
        ),
        (true, false) => {
            fixed("Add a column for the country or the city, or say which column it is with --map")
        }
        (false, _) => {
            fixed("Add a column for the people, the title or the date, or say which column it is with --map")
        }
    };
    let understood: Vec<String> = understood
        .iter()
        .map(|(heading, field)| {
            told!("\"{heading}\" as {field}", heading, field = fixed(remark::field(*field)))
        })
        .collect();
    if understood.is_empty() {
        wanted.to_owned()
    } else {
        told!("{remedy}. Understood: {columns}", remedy = wanted, columns = commas(&understood))
    }
}

/// Dates as files write them.
fn as_written(dates: Dates) -> String {
    match (dates.start, dates.end) {
        (None, None) => fixed("empty").to_owned(),
        (Some(one), None) | (None, Some(one)) => one.to_string(),
        (Some(start), Some(end)) if start == end => start.to_string(),
        (Some(start), Some(end)) => told!("{start} to {end}", start, end),
    }
}

/// `A or B or C`.
fn ors(words: &[String]) -> String {
    let further = |listed: String, next: &String| told!("{others} or {last}", others = listed, last = next);
    words.split_first().map_or_else(String::new, |(first, rest)| rest.iter().fold(first.clone(), further))
}
