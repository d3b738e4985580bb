//! The review of places: what the texts mean that name places in words.

/// Words in the review of places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reviewing {
    /// Goes back to the map.
    Back,
    /// What is done here.
    Heading,
    /// Several decisions are one step.
    OneStep,
    /// Where decisions are kept.
    IntoProject,
    /// Why a place is offered: it is there now.
    WhereItIs,
    /// Beside a country: no place in it.
    AsAWhole,
    /// Why a place is offered: the rows name its country.
    InRowsCountry,
    /// Goes to the text above.
    Previous,
    /// Goes to the next text that is open.
    NextOpen,
    /// What that is.
    NextOpenTip,
    /// The heading over what was searched.
    Found,
    /// The heading over what is offered.
    WhichPlace,
    /// The head of the column of numbers.
    Score,
    /// Nothing was found for what was typed.
    NothingFound,
    /// Nothing was found for the text.
    NothingOffered,
    /// In the empty field to search.
    SearchHint,
    /// The field to search.
    Search,
    /// Decides for the country.
    CountryOnly,
    /// There is no country to decide for.
    NoCountry,
    /// Decides for no place.
    LeaveOut,
    /// What that means.
    LeaveOutTip,
    /// For which rows the decision is.
    ForAllTip,
    /// Hides the rows.
    HideRows,
    /// Lists the rows.
    ShowRows,
    /// Whether the decision is for other projects too.
    ForAllProjects,
    /// Where it is kept then.
    ForAllProjectsTip,
    /// What to do before something can be put.
    ChooseOrClick,
    /// What to do first.
    ChooseText,
    /// There is no text.
    NothingToReview,
    /// Why there is none.
    NoPlaceInWords,
    /// No text is open.
    EveryPlaceFound,
    /// What can be done nevertheless.
    ChooseToSee,
    /// Lists all texts.
    All,
    /// Lists open texts.
    OnlyOpen,
    /// No text is open, and only open ones are listed.
    NoneOpen,
    /// There is no text to list.
    NoRowNames,
    /// The order of the list.
    MostRowsFirst,
    /// What keys do.
    Keys,
    /// The key that puts.
    Enter,
    /// The texts are being looked up.
    Looking,
}

/// A text in the review of places, from facts.
#[derive(Clone, Copy, Debug)]
pub enum ReviewingText<'a> {
    /// How many texts are decided.
    Decided(usize, usize),
    /// The same, for those who cannot see the bar.
    Progress(usize, usize),
    /// How many texts are open, in how many rows.
    Open(usize, usize),
    /// Takes the first suggestion wherever it is good.
    TakeSure(usize),
    /// The same, where there is little room.
    TakeSureShort(usize),
    /// Which text is looked at, of how many.
    At(usize, usize),
    /// The country that the rows name.
    Country(&'a str),
    /// What the rows have for a country, and nobody knows.
    CountryNotUnderstood(&'a str),
    /// Offers so many more.
    MorePlaces(usize),
    /// Whether the decision is for all rows with this text.
    ForAll(usize),
    /// Puts rows at a point.
    PutAt(usize, &'a str),
    /// Puts rows into a place.
    PutIn(usize, &'a str),
    /// Rows that are not listed, since they name a country alone.
    CountryOnlyRows(usize),
    /// The country that a row names.
    RowSays(&'a str),
    /// A place on the map.
    Pin(usize, &'a str),
    /// What the map shows.
    In(&'a str, &'a str),
}
