//! The field that finds people, places, dates, meetings and commands, and its answers.

use crate::gazetteer::region::Region;
use crate::query::find::answer::{Group, Why};

/// Words about finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The field.
    Field,
    /// In the field while it is empty.
    Hint,
    /// The same in a narrow window.
    ShortHint,
    /// Nothing is typed yet.
    Begin,
    /// The table is read for what can be found in it.
    Preparing,
    /// The heading of a group.
    Heading(Group),
    /// What Enter does with one of a group.
    Does(Group),
    /// What it does with a command that does nothing now.
    DoesNothing,
    /// The arrows.
    Arrows,
    /// What they do.
    Choose,
    /// Enter.
    Enter,
    /// Escape.
    Escape,
    /// What that does.
    Close,
    /// The heading over what else can be done with a text.
    WithTheseWords,
    /// What Enter does there.
    DoesFilter,
    /// The button that saves a picture.
    ExportPicture,
    /// The names of the views of a table together.
    Bar,
}

/// A text about finding, from facts.
#[derive(Clone, Copy, Debug)]
pub enum FindingText<'a> {
    /// How many answers there are.
    Results(usize),
    /// Nothing is called so.
    Nothing(&'a str),
    /// Nothing is called so, and there are answers to a text that is like it.
    DidYouMean(&'a str),
    /// Meetings that are held in a region.
    HeldIn(Region),
    /// Meetings in which somebody from a region takes part.
    From(Region),
    /// How many more are not listed.
    More(usize),
    /// In how many meetings something has a part.
    Meetings(usize),
    /// Why it is an answer; empty where that is seen.
    Why(&'a Why),
    /// Leaves only meetings with these words.
    Filter(&'a str),
    /// Leaves only meetings with these words in their sources.
    Sources(&'a str),
}
