//! The panel: search, period, filters, the counting rule, and the list of meetings.

use crate::query::question::grouping::GroupBy;
use crate::query::question::rule::{Rule, Unit};

/// Words in the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The menus as one, in a small window.
    Menu,
    /// The panel, in a small window where it stands in place of the map; and as a part of the window.
    List,
    /// The filters of it.
    Filters,
    /// The filters that have no room of their own.
    MoreFilters,
    /// The meetings of it.
    Meetings,
    /// The menu of what the list is grouped by.
    Groups,
    /// The heading over that.
    GroupBy,
    /// The list is one.
    NoGroups,
    /// By month.
    Month,
    /// The name of the group of those that have none.
    NoGroup,
    /// Leads to the meeting before the one that is told.
    MeetingBefore,
    /// Leads to the one after it.
    MeetingAfter,
    /// The part of the window that tells of the selection.
    Beside,
    /// The part of the window with the timeline.
    TimelineRegion,
    /// The menu of examples.
    OpenExample,
    /// The menu of files that were open lately.
    OpenRecent,
    /// The field of a web page that finds rows.
    Search,
    /// The field that leaves only meetings with some words.
    Words,
    /// In that field while it is empty, with its key.
    WordsHint,
    /// What words do there.
    WordsTip,
    /// The heading over two dates.
    Period,
    /// The first day.
    From,
    /// The last day.
    To,
    /// In an empty field for a date.
    AnyTime,
    /// The two dates are the wrong way round.
    EndsBeforeItBegins,
    /// A filter: regions of participants.
    ParticipantsFrom,
    /// A filter: where it was held.
    HeldIn,
    /// A filter: countries.
    Countries,
    /// The same, where there are organisations.
    CountriesAndOrganisations,
    /// A filter: leaders.
    Leaders,
    /// A filter: blocs.
    Blocs,
    /// No choice of a filter has the letters that are typed.
    NothingOfThatName,
    /// Draws the lines of those alone who are asked for.
    OnlyTheirLines,
    /// What that means.
    OnlyTheirLinesTip,
    /// One of several chosen countries takes part.
    AnyOfThem,
    /// All of them do.
    AllOfThem,
    /// Leaves its meetings out.
    LeaveOut,
    /// Said of a choice whose meetings are left out.
    LeftOut,
    /// The heading over the rule.
    CountingRule,
    /// A part of the rule.
    FoldSidelines,
    /// A part of the rule.
    SummitsPerParticipant,
    /// A part of the rule.
    CountPlanned,
    /// A part of the rule.
    CountInvited,
    /// What no rule counts.
    NeverCounted,
    /// The heading over how lines are drawn.
    LinesAndColours,
    /// A choice of it.
    LineShape,
    /// A choice of it.
    SeveralMeetings,
    /// By what the width of a line goes.
    LineWidths,
    /// A choice of it.
    ColourBy,
    /// A choice of it.
    CountriesShow,
    /// Goes back to what is not counted.
    BackToNotCounted,
    /// Goes back to the list.
    BackToAll,
    /// The heading over a comparison.
    WhatChanged,
    /// The table is empty.
    NoMeetingYet,
    /// The period leaves all out.
    NoMeetingAtThisTime,
    /// The filters leave all out.
    NoMeetingPasses,
    /// Nothing is left out.
    EveryRowCounted,
    /// A row of the list is marked.
    Marked,
    /// Gives all that are marked a status.
    SetStatus,
    /// Gives all that are marked a kind.
    SetKind,
    /// Deleting them can be taken back.
    UndoBringsThemBack,
    /// Unmarks them.
    ClearMarks,
    /// What that means.
    ClearMarksTip,
}

/// A text in the panel, from facts.
#[derive(Clone, Copy, Debug)]
pub enum PanelText<'a> {
    /// How many problems the table has, as a button.
    Problems(usize),
    /// Takes a condition of the filter away, which is said in words.
    Without(&'a str),
    /// A filter, how many choices are asked for, and how many are left out.
    Chosen(&'a str, usize, usize),
    /// Counts this.
    Count(Unit),
    /// What colours tell apart.
    By(GroupBy),
    /// By which rule is counted.
    Counted(Rule),
    /// How many are marked.
    Marked(usize),
    /// Whom regions and blocs are counted without, the meetings it takes part in with others, and all of
    /// them.
    Apart(&'a str, usize, usize),
}
