//! The timeline.

use crate::query::calendar::Grain;
use crate::query::question::rule::Rule;
use jiff::civil::Date;

/// Words on the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// No meeting has a date.
    NoDates,
    /// The same, for those who cannot see it.
    NoDatesInWords,
    /// Moves the window of time.
    Play,
    /// Stops moving it.
    Pause,
    /// The key for both.
    PlayKey,
    /// Goes to the event before, with its key.
    PreviousTip,
    /// Goes to the next event, with its key.
    NextTip,
    /// The menu of the choices below, where there is little room.
    Playback,
    /// How a time is chosen.
    DragToChoose,
    /// How fast it plays.
    Speed,
    /// What becomes of what is past.
    PastMeetings,
    /// How long a bar is.
    Bars,
    /// As long as there is room for.
    Automatic,
}

/// A text on the timeline, from facts.
#[derive(Clone, Copy, Debug)]
pub enum TimingText<'a> {
    /// The timeline, for those who cannot see it.
    Timeline(Grain, Date, Date, Rule, usize),
    /// Meetings that have no bar.
    Undated(usize),
    /// How long a bar is.
    By(Grain),
    /// How fast it plays.
    PerSecond(f64),
    /// A date that is not known to the day.
    Vague(&'a str, &'a str),
    /// A bar: what began then.
    Began(&'a str, &'a str),
}
