//! The command line: what its commands answer beside the answer itself, in English.

use crate::document::file::ENDING;
use crate::words::english::list;
use crate::words::english::number::counted;
use crate::words::english::word::noun;
use crate::words::message::Noun;
use crate::words::part::command_line::{Choosable, CommandLine, CommandLineText};
use std::path::Path;

/// What is chosen by its name on the command line.
pub const fn choosable(label: Choosable) -> &'static str {
    match label {
        Choosable::Region => "region",
        Choosable::Kind => "kind of meeting",
        Choosable::Status => "status",
        Choosable::Organisation => "organisation on record",
        Choosable::Projection => "projection",
        Choosable::BorderPolicy => "border policy",
        Choosable::Reading => "reading",
        Choosable::Course => "course",
        Choosable::Class => "class",
        Choosable::Unit => "thing to count",
        Choosable::Theme => "theme",
        Choosable::PageFormat => "format of a page",
        Choosable::TextSize => "size of text",
        Choosable::Below => "thing under a map",
        Choosable::Language => "language",
        Choosable::ListingForm => "form of a listing",
        Choosable::Grain => "step in time",
        Choosable::PastDisplay => "way of showing the past",
        Choosable::Data => "thing to list",
        Choosable::Letters => "way of writing letters",
        Choosable::Field => "field",
        Choosable::Encoding => "encoding",
        Choosable::Rows => "answer for what a row is",
    }
}

/// Words on the command line.
pub const fn command_line(label: CommandLine) -> &'static str {
    match label {
        CommandLine::StandardInput => "standard input",
        CommandLine::NoLeader => "--leader: no name is given",
        CommandLine::HeldCounted => "held meetings are always counted",
        CommandLine::CancelledNotCounted => "cancelled meetings are never counted",
        CommandLine::OffTheEarth => {
            "a longitude lies between -180 and 180, and a latitude, which comes second, between -90 and 90"
        }
        CommandLine::NoSize => "a size is written 1920x1080, width and height in points",
        CommandLine::OnOrOff => "write on or off",
        CommandLine::SameBytes => "Made again from the data, it is the same to the last byte",
        CommandLine::FileChanged => {
            "The data are the same, but another file comes of them: this one was changed after it was written"
        }
        CommandLine::SameDataOtherFile => {
            "The data are the same, but this version makes another file of them"
        }
        CommandLine::FilterIs => "shows",
        CommandLine::RuleIs => "counts",
        CommandLine::BordersAre => "has the borders",
        CommandLine::NoDpi => "pixels an inch are a number from 1 to 1152, such as 300",
        CommandLine::NoScale => "a scale is a number above 0 and at most 16, such as 2 or 1.5",
        CommandLine::NoColumn => "write the heading, = and a field, such as \"Where=city\"",
        CommandLine::NoOrder => "write day-first or month-first",
        CommandLine::WriteCountry => "Write its English name or its ISO code",
        CommandLine::NoPlaceFound => "no place found",
    }
}

/// A text on the command line, from facts.
pub fn command_line_text(text: CommandLineText) -> String {
    match text {
        CommandLineText::Error(why) => format!("error: {why}"),
        CommandLineText::Wrote(path) => format!("wrote {}", path.display()),
        CommandLineText::CommandMeant(command) => {
            format!("Did you mean the command {command}? See summitry --help")
        }
        CommandLineText::After(first, last) => {
            format!("{} {} is after {} {}", first.0, first.1, last.0, last.1)
        }
        CommandLineText::Checked(rows, problems, unused) => checked(rows, problems, unused),
        CommandLineText::ColumnsNotUsed(names) => not_used(names),
        CommandLineText::MoreProblems(problems) => {
            format!("and {}", counted(problems, noun(Noun::MoreProblem)))
        }
        CommandLineText::NoSuch(what, instead) => format!("no {} has this name. {instead}", choosable(what)),
        CommandLineText::Perhaps(near) => format!("Perhaps {near}"),
        CommandLineText::Ffmpeg(folder, pictures, per_second) => ffmpeg(folder, pictures, per_second),
        CommandLineText::NoFilmFile(path) => format!(
            "{} is not written: a film's file ends in .png or .apng; for others, write --frames",
            path.display()
        ),
        CommandLineText::FileNotRead(path, why) => format!("{} cannot be read: {why}", path.display()),
        CommandLineText::NoOrigin(path) => format!(
            "{} does not say where it is from: it is no export of Summitry, or that was removed from it",
            path.display()
        ),
        CommandLineText::Verdict(path, true) => format!("{} follows from the data", path.display()),
        CommandLineText::Verdict(path, false) => format!("{} does not follow from the data", path.display()),
        CommandLineText::DataChanged(changed, added, removed) => data_changed(changed, added, removed),
        CommandLineText::RowsChanged(before, now) => rows_changed(before, now),
        CommandLineText::OtherVersion(then, now) => {
            format!("Summitry {then} wrote it; this is Summitry {now}")
        }
        CommandLineText::ProjectShows(what, now, then) => {
            format!("The project {what} now: {now}; in the file: {then}")
        }
        CommandLineText::DoesNotHold(path, what, endings) => {
            let endings: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
            format!("{} is not written: {what} go into {}", path.display(), list::either(&endings))
        }
        CommandLineText::OneOf(names) => format!("One of {names}"),
        CommandLineText::CanMean(names) => format!("it can mean {}", names.join(" or ")),
        CommandLineText::CanMeanPlaces(names) => {
            format!("it can mean {}: write one of them", names.join(" or "))
        }
        CommandLineText::NoSingleCountry(hint) => format!("this names no single country. {hint}"),
        CommandLineText::NoSingleArea(near) => {
            format!("this names no single region or country{}", perhaps(near))
        }
        CommandLineText::NoSinglePlace(outlooks) => format!(
            "this is no single place. Write {outlooks}, a place such as \"Astana\", or a longitude and a latitude such as 71.4,51.2"
        ),
        CommandLineText::NotOnRecord(text, near) => {
            format!("--leader: \"{text}\" is on no record{}", perhaps(near))
        }
        CommandLineText::OnRecord(text, few, others) => on_record(text, few, others),
        CommandLineText::MapTooSmall(width, height) => {
            format!("the map needs at least {width}x{height} points")
        }
        CommandLineText::SideTooLong(most) => {
            format!("a side has at most {most} points; for more pixels there is --scale")
        }
        CommandLineText::NoKnownEnding(path) => format!(
            "{} has no ending that is known. Write to a file that ends in .csv, .xlsx, .json or .{ENDING}",
            path.display()
        ),
        CommandLineText::NoTable(path) => {
            format!("{} is no table. Write to a file that ends in .xlsx or .csv", path.display())
        }
        CommandLineText::UseForce(why) => format!("{why}. Use --force to replace it"),
        CommandLineText::IsNoPicture(why, format) => {
            format!(
                "{why} and is no {format} map of this program. Write to another file, or use --force to replace it"
            )
        }
        CommandLineText::IsRead(path) => format!(
            "{} is read in this run and would be lost. Write to another file, or use --force",
            path.display()
        ),
        CommandLineText::NoEnding(path, written) => {
            format!("{} has no ending: it is written as {}", path.display(), written.display())
        }
        CommandLineText::NotWritten(path, why) => format!("{} cannot be written: {why}", path.display()),
        CommandLineText::OutputNotWritten(why) => format!("standard output cannot be written: {why}"),
        CommandLineText::InputNotRead(why) => format!("standard input cannot be read: {why}"),
        CommandLineText::LineTooLong(line) => {
            format!("line {line} of standard input is longer than 64 KiB: that is no name")
        }
        CommandLineText::DecisionsNotRead(path, why) => {
            format!("the decisions in {} cannot be read: {why}", path.display())
        }
        CommandLineText::DecisionsNotUnderstood(path, why) => {
            format!("the decisions in {} cannot be understood: {why}", path.display())
        }
    }
}

/// `26 rows, 0 problems; columns not used: role, id`
fn checked(rows: usize, problems: usize, unused: &str) -> String {
    let rows = counted(rows, noun(Noun::Row));
    let problems = counted(problems, noun(Noun::Problem));
    let unused = if unused.is_empty() { String::new() } else { format!("; {}", not_used(unused)) };
    format!("{rows}, {problems}{unused}")
}

/// `columns not used: role, id`
fn not_used(names: &str) -> String {
    format!("columns not used: {names}")
}

/// What may be meant, behind a sentence; nothing if nothing is near.
fn perhaps(near: &[&str]) -> String {
    if near.is_empty() { String::new() } else { format!(". Perhaps {}", near.join(" or ")) }
}

/// Some names, and how to see the others.
fn on_record(text: &str, few: &[&str], others: usize) -> String {
    let few = match (few, others) {
        ([], _) => "nobody".to_owned(),
        (few, 0) => few.join(", "),
        (few, others) => format!("{} and {others} others: summitry list --format csv", few.join(", ")),
    };
    format!("--leader: \"{text}\" is on no record. On record are {few}")
}

fn data_changed(changed: &[String], added: &[String], removed: usize) -> String {
    let parts = [
        (changed.len(), format!("changed: {}", few(changed))),
        (added.len(), format!("added: {}", few(added))),
        (removed, format!("{} removed", counted(removed, noun(Noun::Meeting)))),
    ];
    let parts = parts.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| words);
    format!("The data have changed: {}", parts.collect::<Vec<_>>().join("; "))
}

fn rows_changed(before: usize, now: usize) -> String {
    let [before, now] = [before, now].map(|rows| counted(rows, noun(Noun::Row)));
    format!("The data have changed: {before} then, {now} now; the file has too many to tell which")
}

fn ffmpeg(folder: &Path, pictures: usize, per_second: u16) -> String {
    format!(
        "wrote {} into {}. A film of them: ffmpeg -framerate {per_second} -i '{}' -pix_fmt yuv420p film.mp4",
        counted(pictures, ["picture", "pictures"]),
        folder.display(),
        folder.join("frame-%04d.png").display()
    )
}

/// The first of some names, and how many others there are.
fn few(names: &[String]) -> String {
    const NAMED: usize = 5;
    let others = names.len().saturating_sub(NAMED);
    let named = names.iter().take(NAMED).cloned();
    let named: Vec<String> = named.chain((others > 0).then(|| format!("{others} others"))).collect();
    list::all(&named)
}
