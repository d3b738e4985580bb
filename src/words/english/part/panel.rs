//! The panel: search, period, filters, the counting rule, and the list of meetings, in English.

use crate::words::english::number::grouped;
use crate::words::english::question::rule;
use crate::words::english::word::{group_by, units};
use crate::words::part::panel::{Panel, PanelText};

/// Words in the panel.
pub const fn panel(label: Panel) -> &'static str {
    match label {
        Panel::Menu => "Menu",
        Panel::List => "List",
        Panel::Filters => "Filters",
        Panel::MoreFilters => "More filters",
        Panel::Meetings => "Meetings",
        Panel::Groups => "Groups",
        Panel::GroupBy => "Group the list by",
        Panel::NoGroups => "Nothing",
        Panel::Month => "Month",
        Panel::NoGroup => "Others",
        Panel::MeetingBefore => "Previous meeting",
        Panel::MeetingAfter => "Next meeting",
        Panel::Beside => "What is selected",
        Panel::TimelineRegion => "Timeline",
        Panel::OpenExample => "Open example",
        Panel::OpenRecent => "Open recent",
        Panel::Search => "Search",
        Panel::Words => "Filter by words",
        Panel::WordsHint => "Only meetings with these words   Ctrl+F",
        Panel::WordsTip => {
            "Each word begins a word of the meeting. To look into the sources, put source: before it"
        }
        Panel::Period => "Period",
        Panel::From => "period::From",
        Panel::To => "period::to",
        Panel::AnyTime => "any time",
        Panel::EndsBeforeItBegins => "The period ends before it begins",
        Panel::ParticipantsFrom => "Participants from",
        Panel::HeldIn => "Held in",
        Panel::Countries => "Countries",
        Panel::CountriesAndOrganisations => "Countries and organisations",
        Panel::Leaders => "Leaders",
        Panel::Blocs => "Blocs",
        Panel::NothingOfThatName => "Nothing has these letters in its name",
        Panel::OnlyTheirLines => "Only their lines",
        Panel::OnlyTheirLinesTip => {
            "Draw and count the lines of those you chose, and not those of all others whom they met"
        }
        Panel::AnyOfThem => "Any of them",
        Panel::AllOfThem => "All of them",
        Panel::LeaveOut => "Leave out",
        Panel::LeftOut => "left out",
        Panel::CountingRule => "Counting rule",
        Panel::FoldSidelines => "Fold sidelines into their summit",
        Panel::SummitsPerParticipant => "Count summits once per participant",
        Panel::CountPlanned => "Count planned meetings",
        Panel::CountInvited => "Count invitations",
        Panel::NeverCounted => "Context and cancelled meetings are never counted",
        Panel::LinesAndColours => "Lines and colours",
        Panel::LineShape => "Line shape",
        Panel::SeveralMeetings => "Several meetings",
        Panel::LineWidths => "Line widths",
        Panel::ColourBy => "Colour by",
        Panel::CountriesShow => "Countries show",
        Panel::BackToNotCounted => "← Not counted",
        Panel::BackToAll => "← All meetings",
        Panel::WhatChanged => "What changed",
        Panel::NoMeetingYet => "There is no meeting yet: add one by Ctrl+Shift+N, or open a table by Ctrl+O",
        Panel::NoMeetingAtThisTime => "No meeting at this time: choose another one, or all time",
        Panel::NoMeetingPasses => "No meeting passes all the filters: clear some of them",
        Panel::EveryRowCounted => "Every row of the table is counted and drawn",
        Panel::Marked => "marked",
        Panel::SetStatus => "Set status",
        Panel::SetKind => "Set kind",
        Panel::UndoBringsThemBack => "Undo brings them back",
        Panel::ClearMarks => "marks::Clear",
        Panel::ClearMarksTip => "Take the marks away",
    }
}

/// A text in the panel, from facts.
pub fn panel_text(text: PanelText) -> String {
    match text {
        PanelText::Problems(problems) => {
            told_by!(problems, "{n} problem in the table…", "{n} problems in the table…")
        }
        PanelText::Without(condition) => told!("Without the filter “{condition}”", condition),
        PanelText::Chosen(title, chosen, 0) => told!("{title} · {chosen} chosen", title, chosen),
        PanelText::Chosen(title, 0, out) => told!("{title} · {out} left out", title, out),
        PanelText::Chosen(title, chosen, out) => {
            told!("{title} · {chosen} chosen, {out} left out", title, chosen, out)
        }
        PanelText::Count(what) => told!("Count {units}", units = units(what)),
        PanelText::By(what) => told!("by {colour}", colour = group_by(what)),
        PanelText::Counted(by) => told!("Counted: {rule}", rule = rule(by)),
        PanelText::Apart(state, meetings, of) => told_by!(
            of,
            "Not counting {state}, which meets others in {meetings} of {n} meeting",
            "Not counting {state}, which meets others in {meetings} of {n} meetings",
            state,
            meetings = grouped(meetings)
        ),
        PanelText::Marked(meetings) => told_by!(meetings, "{n} meeting marked", "{n} meetings marked"),
    }
}
