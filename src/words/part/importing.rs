//! The preview of files before anything of them is taken: what the columns hold, and what would come.

/// What a column or a part of a meeting tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// When they met.
    When,
    /// Where they met.
    Where,
    /// Who met.
    Who,
    /// What it was about.
    What,
    /// Where it is written.
    Source,
    /// How many, in which order.
    Numbers,
}

/// How sure it is what a text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It is sure.
    Sure,
    /// It is likely.
    Likely,
    /// The user is asked.
    Asks,
    /// It is not read.
    NotRead,
}

/// Words in the preview of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Importing {
    /// What is being done.
    Heading,
    /// The view of columns and rows.
    Columns,
    /// The view of questions.
    Questions,
    /// The outcome is not there yet.
    ReadingTable,
    /// The outcome is that of older answers.
    WorkingItOut,
    /// Nothing of the files is in the document.
    NothingTaken,
    /// The heading over what would come.
    AsItWouldCome,
    /// The same, beside the questions.
    WithAnswers,
    /// Counted: meetings.
    Meetings,
    /// Counted: dates that are known to the day.
    DatesToTheDay,
    /// Counted: meetings with a place.
    Placed,
    /// Counted: meetings with a line.
    WithLine,
    /// The order of day and month is open.
    OrderOpen,
    /// It is open who represents whom.
    PeopleOpen,
    /// It is open which place is meant.
    PlacesOpen,
    /// The heading over how files were understood.
    HowRead,
    /// What becomes of what stays open.
    OpenStays,
    /// What to do where something needed is missing.
    SayColumns,
    /// There would be no meeting.
    NothingToOpen,
    /// Whether the answers are kept for other files.
    UseAgain,
    /// When they are kept.
    KeptAtOpening,
    /// The choice of a file.
    File,
    /// The choice of a sheet.
    Sheet,
    /// The choice of the line of headings.
    Headings,
    /// The choice of an encoding.
    Encoding,
    /// The choice of the sign between cells.
    Separator,
    /// The choice of the order of day and month.
    Dates,
    /// A sheet, a cell or a file has nothing in it.
    Empty,
    /// No line is one of headings.
    NoHeadingsChosen,
    /// The program chooses.
    FoundByProgram,
    /// Chooses no line of headings.
    NoHeadings,
    /// What that means.
    ColumnsNumbered,
    /// A sign between cells.
    Comma,
    /// A sign between cells.
    Semicolon,
    /// A sign between cells.
    Tab,
    /// A sign between cells.
    Bar,
    /// A sign between cells.
    Caret,
    /// The choice of what a row is.
    EachRow,
    /// A row is a meeting.
    RowIsMeeting,
    /// A row is a participant.
    RowIsParticipant,
    /// A row is a report.
    RowIsReport,
    /// What that means.
    RowIsMeetingMeans,
    /// What that means.
    RowIsParticipantMeans,
    /// What that means.
    RowIsReportMeans,
    /// The choice of what a trip is.
    Trips,
    /// Rows that follow each other are one.
    TripsJoined,
    /// They are not.
    TripsApart,
    /// What that means.
    TripsJoinedMeans,
    /// What that means.
    TripsApartMeans,
    /// The first number of a date is the day.
    DayFirst,
    /// The first number of a date is the month.
    MonthFirst,
    /// Nobody knows.
    NotDecided,
    /// An example of the first.
    DayFirstMeans,
    /// An example of the second.
    MonthFirstMeans,
    /// What it means that nobody knows.
    NotDecidedMeans,
    /// Why nobody knows.
    NoDayDecided,
    /// The user has said so.
    AsYouSaid,
    /// What a click on a column's meaning does.
    ClickToChange,
    /// A column without a heading.
    NoHeading,
    /// A column that is not used.
    NotUsed,
    /// What becomes of it.
    StaysInFile,
    /// Another column holds this already.
    TakenElsewhere,
    /// A column without a word.
    EmptyColumn,
    /// Lists fewer rows.
    FirstRows,
    /// A cell is taken as it is written.
    AsItIs,
    /// A row gives no meeting.
    RowLeftOut,
    /// A cell gives no date.
    NoDate,
    /// A cell may mean several places.
    WhichPlace,
    /// A cell gives nothing.
    NotKnown,
    /// A cell gives no state.
    NoState,
}

/// A text in the preview of files, from facts.
#[derive(Clone, Copy, Debug)]
pub enum ImportingText<'a> {
    /// The small map, for those who cannot see it.
    Map(&'a str),
    /// The map of places to choose from, for those who cannot see it.
    Pins(usize, &'a str),
    /// From how many rows so many meetings would come.
    From(usize, usize),
    /// How many of the meetings have a less exact date or none.
    DatesBeside(usize, usize, usize),
    /// How many of them have a country for a place or none.
    PlacesBeside(usize, usize, usize),
    /// How many of them have no line.
    LinesBeside(usize, usize),
    /// How many questions are open, the number itself left out.
    QuestionsOpen(usize),
    /// A file is read as another one was.
    ReadAsBefore(&'a str),
    /// The same, in short.
    ReadAs(&'a str),
    /// Takes the meetings.
    Open(usize),
    /// Goes to the questions.
    AnswerFirst(usize),
    /// Which file is looked at, of how many.
    FileOf(&'a str, usize, usize),
    /// Takes a file out.
    LeaveOut(&'a str),
    /// A table without a name.
    Table(usize),
    /// Where the headings are in a file of lines.
    HeadingsInLine(u64),
    /// Where the headings are in a file of rows.
    HeadingsInRow(u64),
    /// A line of a file.
    Line(u64),
    /// A row of a sheet.
    SheetRow(u64),
    /// How many columns there are, and how many of them are not used.
    Columns(usize, usize),
    /// So many more are not listed.
    MoreColumns(usize),
    /// What a column holds, as a choice.
    Column(&'a str),
    /// All rows have something in a column.
    InAll(usize),
    /// Some rows have something in a column.
    InSome(usize, usize),
    /// A column is not used, though rows have something in it.
    NotUsed(&'a str),
    /// How many dates were read, and how many not.
    DatesRead(usize, usize),
    /// How many places were found, and how many not for sure.
    PlacesFound(usize, usize),
    /// How many cells of a column need a look.
    ToLookAt(&'a str, usize),
    /// How many rows are listed, of how many.
    FirstOf(usize, usize),
    /// Lists so many rows.
    ShowFirst(usize),
    /// Lists all rows.
    ShowAllRows(usize),
    /// How many rows need a look.
    NeedALook(usize),
    /// Answers what is open in a cell.
    AnswerIn(&'a str),
    /// A row, for those who cannot see it.
    Row(u64, &'a str),
    /// A cell in it: what is written, how it is read if it is used, and what is wrong if anything.
    Cell(&'a str, &'a str, &'a str, &'a str),
    /// A cell gives several stops.
    Stops(usize, &'a str),
    /// A cell gives a person without a state.
    NoStateFor(&'a str),
    /// A cell gives several people of one state.
    PeopleOf(usize, &'a str),
    /// A cell gives several people of several states.
    PeopleOfStates(usize, usize),
    /// A cell gives several people, some without a state.
    PeopleWithout(usize, usize),
}
