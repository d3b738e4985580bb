//! Everything that can be said, without the words of any language.

use super::part::Text;
use crate::disk::{self, NotWritten, Oddity};
use crate::document::edit::EditError;
use crate::document::file::ReadOnly;
use crate::document::file::fields::{Expected, ProjectProblem, Wrong};
use crate::document::file::open::OpenError;
use crate::document::file::read::NotRead;
use crate::document::file::save::SaveError;
use crate::document::recovery::RecoveryError;
use crate::document::{change, settings};
use crate::drawing::{Bundling, CountryFill, Course, LineWidths, PastDisplay};
use crate::gazetteer::candidates::PlaceKind;
use crate::gazetteer::organisation::BlocGroup;
use crate::gazetteer::region::Region;
use crate::globe::chart::{Chart, Outlook};
use crate::globe::land::CircleName;
use crate::globe::policy::BorderPolicy;
use crate::globe::projection::Projection;
use crate::import;
use crate::import::encoding::{Encoding, ReadAs};
use crate::import::examples::Example;
use crate::import::problem::{Meant, Problem, ProblemKind, Refused};
use crate::import::remark::{Remark, Tally};
use crate::import::source::SourceKind;
use crate::import::source::refused::FileRefused;
use crate::import::source::sort::FileSort;
use crate::meeting::code::CountryCode;
use crate::meeting::date::{Dates, NoDate};
use crate::meeting::identity::PlaceId;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting, Position, Status};
use crate::page::{Below, PageFormat, TextSize};
use crate::query::calendar::Grain;
use crate::query::change::{Change, Changes};
use crate::query::class::{Class, Classes};
use crate::query::left_out::Why;
use crate::query::origin::Origin;
use crate::query::question::Question;
use crate::query::question::filter::{Field, Filter};
use crate::query::question::grouping::GroupBy;
use crate::query::question::reading::Reading;
use crate::query::question::rule::{Rule, Unit};
use crate::query::shown::Shown;
use crate::query::tie::Ties;
use crate::query::travel::Travel;
use crate::state::{Target, Theme};
use jiff::civil::Date;
use std::io;

/// A fixed word or two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// A kind of meeting.
    Kind(Kind),
    /// A status.
    Status(Status),
    /// A region of the news.
    Region(Region),
    /// With which others a bloc stands in lists.
    BlocGroup(BlocGroup),
    /// A field of the filter, as a reason for which it leaves meetings out.
    Field(Field),
    /// What several of the unit are called.
    Unit(Unit),
    /// A reading.
    Reading(Reading),
    /// What the lines of a reading are.
    Lines(Reading),
    /// What colours tell apart.
    GroupBy(GroupBy),
    /// The shape of lines.
    Course(Course),
    /// How several meetings on one line are drawn.
    Bundling(Bundling),
    /// By what the width of a line goes.
    LineWidths(LineWidths),
    /// What fills countries.
    CountryFill(CountryFill),
    /// How meetings before the window are drawn.
    PastDisplay(PastDisplay),
    /// The length of a bar of the timeline.
    Grain(Grain),
    /// What became of a line.
    Change(Change),
    /// What lies in the middle of the map.
    Outlook(Outlook),
    /// A projection.
    Projection(Projection),
    /// A border policy.
    BorderPolicy(BorderPolicy),
    /// What sort of place something is.
    PlaceKind(PlaceKind),
    /// A month; January is 1.
    Month(i8),
    /// A tropic or polar circle.
    Circle(CircleName),
    /// What sort of file some bytes are, with its article.
    FileSort(FileSort),
    /// How a file holds its tables.
    SourceKind(SourceKind),
    /// An encoding, by the letters that it is for.
    Encoding(Encoding),
    /// The colours of everything.
    Theme(Theme),
    /// A format of a page.
    PageFormat(PageFormat),
    /// How large letters are.
    TextSize(TextSize),
    /// What stands under a map.
    Below(Below),
    /// The title over the map of a table that the program ships.
    TitleOf(Example),
    /// Where the map and the places are from, as their licences ask.
    Credits,
    /// In the legend: a participant was at home.
    HostAtHome,
    /// In the legend: a summit.
    Summit,
    /// In the legend: a place known only to its country.
    CountryOnly,
    /// In the legend: an area of contested status.
    ContestedArea,
    /// On an empty map: the table has no meeting.
    NoMeetingInTable,
    /// On an empty map: no meeting lies in the period.
    NoMeetingAtThisTime,
    /// On an empty map: no meeting passes the filters.
    NoMeetingPasses,
}

/// What is counted with a number before it: `1 meeting`, `25 meetings`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// Meetings.
    Meeting,
    /// Context, which is no meeting.
    ContextEvent,
    /// Countries.
    Country,
    /// Lines on the map.
    Line,
    /// Trips.
    Trip,
    /// Rows of a table.
    Row,
    /// Rows of a table that were read.
    RowRead,
    /// Problems of a file.
    Problem,
    /// Problems besides those that were named.
    MoreProblem,
    /// Texts of a table.
    Text,
}

/// A text made from facts.
#[derive(Clone, Copy, Debug)]
pub enum Message<'a> {
    /// A whole number, its thousands set apart.
    Number(usize),
    /// So many of something.
    Count(usize, Noun),
    /// So many of what the rule counts.
    Counted(Rule, usize),
    /// Something a month; a small number keeps two digits, so that it is not read as none.
    Rate(f64),
    /// One of several.
    Either(&'a [String]),
    /// All of several.
    All(&'a [String]),
    /// Parts that stand apart.
    Dots(&'a [String]),
    /// Several, one after the other.
    Commas(&'a [String]),
    /// The dates of a meeting.
    Dates(Dates),
    /// The dates of a meeting where there is little room.
    DatesInCell(Dates),
    /// A day without its year.
    DayOfMonth(Date),
    /// All days from the first to the last.
    Span(Date, Date),
    /// A time with an open end or none; nothing if both are open.
    Period(Option<Date>, Option<Date>),
    /// The bar of the timeline that begins on this day.
    Bar(Grain, Date),
    /// A position, to a tenth of a degree.
    Position(Position),
    /// A position, to a ten-thousandth of a degree.
    Coordinates(Position),
    /// What is shown, of how much, and what could not be placed; or what changed.
    Shown(&'a Shown),
    /// What is selected of what is shown, and how many meetings that is; empty where it is not shown.
    Selected(&'a Shown, &'a Meetings, &'a Target),
    /// The title of a picture that the user gave none.
    OwnTitle(&'a Shown),
    /// Where what is shown is from, and how far the record reaches.
    Sources(&'a Origin),
    /// What differs between the two filters of a question.
    Changes(&'a Question, &'a Changes),
    /// A class of lines or meetings.
    Class(&'a Classes, Class),
    /// A counting rule.
    Rule(Rule),
    /// A filter as one side of a comparison.
    Side(&'a Filter, Option<CountryCode>),
    /// Why rows are not counted or not drawn, as a heading over them.
    Why(Why, &'a Meetings),
    /// A problem of a file, with its place, in one line.
    Problem(&'a Problem),
    /// How a file was understood, and how often.
    Remark(&'a Remark, Tally),
    /// What a column holds.
    Holds(import::field::Field),
    /// What is wrong, without the place.
    Wrong(&'a ProblemKind),
    /// What to do about it, or what may be meant; empty if nothing can be offered.
    Remedy(&'a ProblemKind),
    /// Why a text is no date as files write it.
    NoDate(NoDate),
    /// Why a text is no date.
    RefusedDate(&'a Refused),
    /// What a text that is no date may mean; empty if nothing can be offered.
    Readings(&'a Refused),
    /// What a name may mean; empty if nothing is near.
    Perhaps(&'a [Meant]),
    /// Why a file is not read.
    FileRefused(&'a FileRefused),
    /// In which encoding a file was read, and what could not be read in it.
    ReadAs(ReadAs),
    /// What a reader must know to measure on a chart.
    Chart(&'a Chart),
    /// How far it is from one place to another.
    Kilometres(Position, Position),
    /// How far it is from one place to another, and in which direction one sets out.
    Distance(Position, Position),
    /// How far somebody went, and for how many days.
    Travel(Travel),
    /// The length of the bar in the middle of the map, in kilometres.
    Scale(f64),
    /// What a picture must say about its borders.
    Borders(BorderPolicy),
    /// The same for a small picture, which names the policy and not each area.
    BordersInShort(BorderPolicy),
    /// The heading of the table of the most frequent, by which rule they are counted where there is room for
    /// that, and who is not in it with what it counts.
    MostFrequent(Ranked, Option<Rule>, Option<(CountryCode, usize)>),
    /// The heading of the legend.
    LegendHeading(LegendHeading),
    /// In the legend: the number on a place.
    NumberAtPlace(Unit),
    /// Places that the map draws as one mark.
    Places(&'a [PlaceId], &'a Ties),
    /// Of more lines than can be told apart, how many are drawn at full strength.
    StrongLines {
        /// How many stand out.
        strong: usize,
        /// How many are drawn.
        drawn: usize,
        /// How many there are.
        all: usize,
    },
    /// From the least to the most.
    Amount(usize, usize),
    /// How many meetings of a list are shown in the panel only.
    MoreInPanel(usize),
    /// A picture under this title for those who cannot see it.
    Description(&'a str, &'a Shown),
    /// A text in place of a picture under this title.
    Alternative(&'a str, &'a Shown, &'a Meetings),
    /// The words below a picture under this title in print.
    Caption(&'a str, &'a Shown, &'a Meetings),
    /// How a meeting at a place of this name is cited.
    MeetingCited(&'a Meeting, &'a str),
    /// How a view is cited.
    ViewCited(Cited<'a>),
    /// What a step did, for a list of steps.
    Step(&'a change::Change),
    /// What a step did, behind `Undo: `.
    StepInMenu(&'a change::Change),
    /// What a step was about, beside what it did; may be empty.
    StepSubject(&'a change::Change),
    /// Why an edit is not made.
    EditError(&'a EditError),
    /// Why a text is no project.
    NotRead(&'a NotRead),
    /// Why a project cannot be opened.
    OpenError(&'a OpenError),
    /// Why a project cannot be saved.
    SaveError(&'a SaveError),
    /// Why a project can only be looked at.
    ReadOnly(&'a ReadOnly),
    /// What in a project cannot be used.
    ProjectProblem(&'a ProjectProblem),
    /// What is wrong with a value of a project.
    WrongValue(&'a Wrong),
    /// What a value of a project should have been.
    Expected(Expected),
    /// Why unsaved work cannot be kept for a crash.
    RecoveryError(&'a RecoveryError),
    /// What is wrong with the settings.
    Settings(&'a settings::Remark),
    /// A file that is not written, and why.
    NotWritten(&'a NotWritten),
    /// Why a file is not written.
    WhyNotWritten(&'a disk::Why),
    /// The reason of the system why it does not do something with a file.
    System(&'a io::Error),
    /// What is odd about a path.
    Oddity(Oddity),
    /// A text of a part of the program.
    Part(Text<'a>),
}

impl<'a, Some: Into<Text<'a>>> From<Some> for Message<'a> {
    fn from(text: Some) -> Self {
        Self::Part(text.into())
    }
}

/// What a table ranks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ranked {
    /// States and organisations that take part.
    Parties,
    /// Places.
    Places,
}

/// A view, as it is cited.
#[derive(Clone, Copy, Debug)]
pub struct Cited<'a> {
    /// Its title.
    pub title: &'a str,
    /// What it shows and counts.
    pub question: &'a Question,
    /// Whose view of the areas of contested status it shows.
    pub borders: BorderPolicy,
    /// The version of the program.
    pub version: &'a str,
    /// The digest of the data.
    pub data: &'a str,
}

/// How many of the lines that lead from a seat of government are calls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Calls {
    /// None.
    #[default]
    None,
    /// Some.
    Some,
    /// All.
    All,
}

/// What the heading of the legend says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct LegendHeading {
    /// Whether it leaves out what the lines are, for want of room.
    pub in_short: bool,
    /// What the lines are.
    pub reading: Reading,
    /// By which rule they are counted.
    pub rule: Rule,
    /// Whether lines differ in width.
    pub widths_differ: bool,
    /// Whether the stops of trips are reached from the capital one by one.
    pub stops_apart: bool,
    /// Whether there are ways home that count nothing.
    pub ways_home: bool,
    /// Whether there are calls, to which nobody travels.
    pub calls: Calls,
    /// Whether some places have journeys because they have too many stars.
    pub crowded: bool,
    /// Whether older meetings are paler.
    pub fading: bool,
    /// Whether two filters are compared.
    pub compared: bool,
    /// Whether the fill of countries says how much they count.
    pub filled: bool,
    /// What colours tell apart, if it is not the status.
    pub colour: Option<GroupBy>,
}
