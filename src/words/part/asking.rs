//! The questions before files are taken: the order of dates, whom people represent, which places are meant.

use crate::meeting::date::PartialDate;

/// Words in the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// Nothing must be answered.
    EachCanWait,
    /// There is no question.
    NothingOpen,
    /// Why the order of dates is asked.
    NothingDecides,
    /// Why it need not be answered.
    DecidedByColumn,
    /// A date that does not exist in this order.
    NoSuchDay,
    /// The meaning of a column of countries is guessed.
    Guessed,
    /// A column of countries says where they met.
    CountryWhereMet,
    /// A column of countries says whom they represent.
    TravellersState,
    /// What would be missing then.
    NoColumnWhere,
    /// Those whom remarks name stay in the remarks.
    LeaveInRemark,
    /// What comes of that.
    LeaveInRemarkTip,
    /// Those whom remarks name take part.
    TakePart,
    /// What comes of that.
    TakePartTip,
    /// The question about people.
    Whom,
    /// What the answer is for, and where answers are from.
    WhomTip,
    /// The choice for everyone.
    EveryoneRepresents,
    /// Nothing is chosen for everyone.
    EachTheirOwn,
    /// The head of the column of names.
    NameInTable,
    /// The head of the column of numbers.
    Rows,
    /// The head of the column of states.
    Represents,
    /// The head of the column of reasons.
    Why,
    /// Somebody represents no state.
    ForThemselves,
    /// The same, in short.
    NoState,
    /// Nobody has chosen yet.
    Choose,
    /// Takes a decision back.
    TakeBack,
    /// Confirms a suggestion.
    Confirm,
    /// The state was found.
    Found,
    /// Why: it was chosen for everyone.
    EveryoneInColumn,
    /// Why: the user has decided.
    YouSaidSo,
    /// Why: the table says it.
    TableSaysSo,
    /// Why nothing is suggested.
    NotListed,
    /// The question about several places.
    WhichPlaces,
    /// All places are answered.
    AllAnswered,
    /// What becomes of a place that stays open.
    PlacesStayOpen,
    /// Decides that it is no place.
    NoPlace,
    /// Decides nothing.
    LeaveOpen,
    /// In the empty field for another place.
    SomewhereElse,
    /// The list of places below the field.
    Places,
    /// Nothing was found.
    NoSuchPlace,
}

/// A text in the questions, from facts.
#[derive(Clone, Copy, Debug)]
pub enum AskingText<'a> {
    /// How many questions there are, and how many are open.
    Heading(usize, usize),
    /// The question about the order of dates.
    DayOrMonth(&'a str),
    /// Why it need not be answered.
    OneOrder(&'a str),
    /// The question about a column of countries.
    MetOrRepresented(&'a str),
    /// The question about remarks that say whom the traveller met, and in how many rows.
    MetInRemarks(usize),
    /// What would come of an answer.
    Counts(usize, usize, usize),
    /// How many names are asked about, and how many are open.
    Names(usize, usize),
    /// Confirms all suggestions.
    ConfirmAll(usize),
    /// Lists so many more.
    ShowMore(usize),
    /// Names that are not asked about.
    RarerNames(usize),
    /// The choice for everyone in a column, before it.
    EveryoneIn(&'a str),
    /// The choice for one name.
    Represents(&'a str),
    /// Why, and how many rows are without a state.
    WithoutState(&'a str, usize),
    /// Takes the decision about a name back.
    TakeBack(&'a str),
    /// Confirms the suggestion for a name.
    Confirm(&'a str, &'a str),
    /// Why a state is suggested: an office holder is called so.
    PerhapsHolder(&'a str, &'a str),
    /// Why a state is suggested: its name is in the name.
    WordInName(&'a str),
    /// An office that lasts.
    Since(&'a str, PartialDate),
    /// An office that has ended.
    FromTo(&'a str, PartialDate, PartialDate),
    /// The question about one place.
    WhichPlace(&'a str),
    /// How many places are asked about, and how many are open.
    Places(usize, usize),
    /// Takes the first suggestion wherever it is good.
    TakeAll(usize),
    /// Places that are not listed.
    MorePlaces(usize),
    /// How many rows name a place, in which country, and one of them, which may be empty.
    RowsIn(usize, Option<&'a str>, &'a str),
    /// What was chosen that is not offered.
    Taken(&'a str),
    /// A place and its number on the map.
    OnMap(usize, &'a str),
    /// The field for another place.
    SomewhereElseThan(&'a str),
}
