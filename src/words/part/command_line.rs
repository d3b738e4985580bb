//! The command line: what its commands answer beside the answer itself.

use jiff::civil::Date;
use std::path::Path;

/// What is chosen by its name on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choosable {
    /// A region of the news.
    Region,
    /// A kind of meeting.
    Kind,
    /// A status.
    Status,
    /// An organisation.
    Organisation,
    /// A projection.
    Projection,
    /// A border policy.
    BorderPolicy,
    /// A reading.
    Reading,
    /// The course of lines.
    Course,
    /// What colours tell apart.
    Class,
    /// What is counted.
    Unit,
    /// The colours of everything.
    Theme,
    /// A format of a page.
    PageFormat,
    /// How large letters are.
    TextSize,
    /// What stands under a map.
    Below,
    /// A language.
    Language,
    /// The form of a listing.
    ListingForm,
    /// How letters are written.
    Letters,
    /// What is listed.
    Data,
    /// The length of a step in time.
    Grain,
    /// What becomes of what is past.
    PastDisplay,
    /// What a column holds.
    Field,
    /// An encoding.
    Encoding,
    /// What each row of a table is.
    Rows,
}

/// Words on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommandLine {
    /// What is read where no file is named.
    StandardInput,
    /// A name without a letter.
    NoLeader,
    /// A status that cannot be left out.
    HeldCounted,
    /// A status that is always left out.
    CancelledNotCounted,
    /// Degrees that are nowhere.
    OffTheEarth,
    /// What a size looks like.
    NoSize,
    /// What a switch looks like.
    OnOrOff,
    /// What a scale looks like.
    NoScale,
    /// What a number of pixels an inch looks like.
    NoDpi,
    /// The same file comes of the data.
    SameBytes,
    /// Another file comes of the same data, of the same version of the program.
    FileChanged,
    /// Another file comes of the same data, of another version.
    SameDataOtherFile,
    /// What is named before a filter.
    FilterIs,
    /// What is named before a counting rule.
    RuleIs,
    /// What is named before a border policy.
    BordersAre,
    /// What a column and its field look like.
    NoColumn,
    /// What an order looks like.
    NoOrder,
    /// How a country is named.
    WriteCountry,
    /// A name that is no place.
    NoPlaceFound,
}

/// A text on the command line, from facts.
#[derive(Clone, Copy, Debug)]
pub enum CommandLineText<'a> {
    /// A command failed.
    Error(&'a str),
    /// A file was written.
    Wrote(&'a Path),
    /// A file's name is nearly that of a command.
    CommandMeant(&'a str),
    /// Two options with days that are the wrong way round.
    After((&'a str, Date), (&'a str, Date)),
    /// What a check found, and which columns are not used, if any.
    Checked(usize, usize, &'a str),
    /// Columns that are not used.
    ColumnsNotUsed(&'a str),
    /// Problems that are not listed.
    MoreProblems(usize),
    /// Nothing is called so; what to write instead.
    NoSuch(Choosable, &'a str),
    /// What may be meant.
    Perhaps(&'a str),
    /// A file of this ending does not hold what is listed; endings that do.
    DoesNotHold(&'a Path, &'a str, &'a [&'a str]),
    /// How ffmpeg makes a film of the pictures in a folder: so many, so many a second.
    Ffmpeg(&'a Path, usize, u16),
    /// A film's file has another ending.
    NoFilmFile(&'a Path),
    /// A file cannot be read, and why.
    FileNotRead(&'a Path, &'a str),
    /// A file does not say where it is from.
    NoOrigin(&'a Path),
    /// Whether a file follows from what it was compared with.
    Verdict(&'a Path, bool),
    /// Meetings that are recorded otherwise, that are new, and how many are gone.
    DataChanged(&'a [String], &'a [String], usize),
    /// How many rows there were and are, where it is not known which changed.
    RowsChanged(usize, usize),
    /// The version that wrote a file, and this one.
    OtherVersion(&'a str, &'a str),
    /// What of a project's view is another one now, as it is now and as the file has it.
    ProjectShows(&'a str, &'a str, &'a str),
    /// Everything that there is.
    OneOf(&'a str),
    /// Several things are called so.
    CanMean(&'a [&'a str]),
    /// Several places are called so.
    CanMeanPlaces(&'a [&'a str]),
    /// A text that does not name one country; what to do.
    NoSingleCountry(&'a str),
    /// A text that does not name one region or country; what may be meant.
    NoSingleArea(&'a [&'a str]),
    /// A text that does not name one place; the names for middles of the map.
    NoSinglePlace(&'a str),
    /// Nobody is called so; who may be meant.
    NotOnRecord(&'a str, &'a [&'a str]),
    /// Nobody is called so; some who are on record, and how many others.
    OnRecord(&'a str, &'a [&'a str], usize),
    /// The smallest map.
    MapTooSmall(u32, u32),
    /// The longest side of a map.
    SideTooLong(u32),
    /// A file to convert to, with an ending that nobody knows.
    NoKnownEnding(&'a Path),
    /// A file for a template, with the ending of something else.
    NoTable(&'a Path),
    /// A file is there, and may be replaced.
    UseForce(&'a str),
    /// A file is there that is something else than what would be written.
    IsNoPicture(&'a str, &'a str),
    /// The file to write is one of those that are read.
    IsRead(&'a Path),
    /// A file without an ending, and the one that is written.
    NoEnding(&'a Path, &'a Path),
    /// A file that cannot be written.
    NotWritten(&'a Path, &'a str),
    /// Standard output cannot be written.
    OutputNotWritten(&'a str),
    /// Standard input cannot be read.
    InputNotRead(&'a str),
    /// A line of standard input is no name.
    LineTooLong(u64),
    /// A file of decisions cannot be read.
    DecisionsNotRead(&'a Path, &'a str),
    /// A file of decisions is something else.
    DecisionsNotUnderstood(&'a Path, &'a str),
}
