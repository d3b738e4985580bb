//! What is said beside the pointer, and of the map for those who cannot see it.

use crate::globe::policy::BorderPolicy;

/// Words about the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointing {
    /// What a click on the sentence above the map opens.
    NotCounted,
    /// In the menu of the right button: selects what lies there.
    Select,
    /// Leaves only its meetings.
    ShowOnly,
    /// Leaves its meetings out.
    LeaveOut,
    /// Puts its name on the clipboard.
    CopyName,
    /// Puts where it lies on the clipboard.
    CopyCoordinates,
}

/// A text about what is under the pointer, from facts.
#[derive(Clone, Copy, Debug)]
pub enum PointingText<'a> {
    /// The map, for those who cannot see it.
    Map(&'a str),
    /// The sentence above the map, as a button.
    Sentence(&'a str),
    /// A text on the picture as a button: which it is, and what a click on it does.
    Words(&'a str, &'a str),
    /// Something on the map, as a button.
    OnMap(&'a str, &'a str),
    /// How many meetings, or none.
    Meetings(usize),
    /// The same with context events.
    WithContext(usize, usize),
    /// Meetings that are not named.
    MoreInList(usize),
    /// A part of a country that has a name of its own.
    Here(&'a str),
    /// The country that an area of contested status is drawn with.
    DrawnWith(&'a str, BorderPolicy),
    /// An area of contested status is drawn with no country.
    DrawnByItself(BorderPolicy),
    /// An area of contested status.
    Contested(&'a str),
}
