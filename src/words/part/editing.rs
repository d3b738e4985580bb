//! The editor of a meeting.

use crate::meeting::date::Dates;

/// A part of what is recorded of a meeting, as the name of its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Its title.
    Title,
    /// Its kind.
    Kind,
    /// Its status.
    Status,
    /// The day that it begins on.
    FirstDay,
    /// The day that it ends on.
    LastDay,
    /// Where it is.
    Place,
    /// The building.
    Building,
    /// The trip that it is a stop of.
    Trip,
    /// The number of the stop.
    Stop,
    /// How many meetings a row stands for.
    Meetings,
    /// The event around it.
    Occasion,
    /// What came of it.
    Outcome,
    /// What a reader must know.
    Note,
}

/// Words in the editor of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Editing {
    /// The heading of the editor.
    Heading,
    /// Closes the editor.
    Close,
    /// Edits the next meeting of the table.
    Next,
    /// Edits the meeting before it.
    Previous,
    /// Adds a copy.
    Duplicate,
    /// Deleting one meeting can be taken back.
    UndoBringsBack,
    /// Ends the editing.
    Done,
    /// The filters leave the meeting out.
    LeftOutOfMap,
    /// In an empty field: the date is not known.
    NotKnown,
    /// In an empty field: it ends on the day that it begins on.
    SameDay,
    /// In an empty field: what a title says.
    Titles,
    /// In an empty field: what an occasion is.
    Occasions,
    /// In an empty field: what an outcome is.
    Outcomes,
    /// In an empty field: what a note is.
    Notes,
    /// In an empty field: what a place may be.
    Places,
    /// In an empty field: what a building may be.
    Buildings,
    /// Takes a point of the map.
    PickOnMap,
    /// The next click on the map gives the place.
    Picking,
    /// Gives up the place within the country.
    CountryOnly,
    /// What that means.
    CountryOnlyTip,
    /// What an empty field for the place does.
    LeaveForNoPlace,
    /// The place is a city on the map.
    AtPlace,
    /// The place is a point of the map.
    AtPoint,
    /// Only the country of the place is known.
    AtCountry,
    /// The place is not on the map.
    Nowhere,
    /// In an empty field: it belongs to no trip.
    NoTrip,
    /// In an empty field: stops stand in the order of days.
    ByDate,
    /// What a number looks like.
    NoNumber,
    /// Adds a participant.
    AddParticipant,
    /// In an empty field: the name of a participant.
    Name,
    /// In an empty field: the state of a participant.
    State,
    /// In an empty field: the office of a participant.
    Office,
    /// The participant is the host.
    Host,
    /// What is recorded until the state of a participant is understood.
    NoStateRecorded,
    /// Adds a source.
    AddSource,
    /// In an empty field: what a reference may be.
    References,
    /// A source without a reference is not taken.
    NeedsReference,
    /// In an empty field: another fact.
    OtherFact,
}

/// A text in the editor of a meeting, from facts.
#[derive(Clone, Copy, Debug)]
pub enum EditingText<'a> {
    /// Which row of the table is edited, of how many.
    Row(usize, usize),
    /// How precisely the dates are known.
    Dates(Dates),
    /// What is recorded until a field is understood.
    Until(&'a str),
    /// How many participants there are.
    WhoMet(usize),
    /// The field for the name of a participant.
    NameOf(usize),
    /// The field for the state of a participant.
    StateOf(usize),
    /// The field for the office of a participant.
    OfficeOf(usize),
    /// Whether a participant is the host.
    IsHost(usize),
    /// Moves a participant up.
    MoveUp(usize),
    /// Moves a participant down.
    MoveDown(usize),
    /// Takes a participant out.
    RemoveParticipant(usize),
    /// A participant without a name is not taken.
    NeedsName(&'a str),
    /// A text that does not name one state.
    NoSingleState(&'a str),
    /// A text that names no place, and the place until then, which may be empty.
    NoSuchPlace(&'a str, &'a str),
    /// A text that may mean this place, and the place until then.
    PerhapsPlace(&'a str, &'a str),
    /// A text that may mean so many places, and the place until then.
    SeveralPlaces(usize, &'a str),
    /// How many sources there are.
    Sources(usize),
    /// The field for a source.
    Source(usize),
    /// Takes a source out.
    RemoveSource(usize),
    /// Whether a source supports a fact.
    Supports(usize, &'a str),
    /// The field for another fact.
    AnotherFact(usize),
}
