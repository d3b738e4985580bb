//! Menus, commands and gestures in English.

use crate::command::{Command, Gesture, Menu};

/// The word on the bar.
pub const fn menu(menu: Menu) -> &'static str {
    match menu {
        Menu::File => "menu::File",
        Menu::Edit => "menu::Edit",
        Menu::View => "menu::View",
        Menu::Time => "menu::Time",
        Menu::Help => "menu::Help",
    }
}

/// The words in the menu.
pub const fn command(command: Command) -> &'static str {
    match command {
        Command::New => "table::New",
        Command::NewFromTemplate => "New from template…",
        Command::Open => "Open…",
        Command::OpenEmbedded => "Meetings of the article",
        Command::OpenPresidentTrips => "Trips of US presidents, 1906–2024",
        Command::Save => "Save",
        Command::SaveAs => "Save as…",
        Command::SaveTable => "Save table as CSV…",
        Command::Reload => "Read the table again",
        Command::Export => "Export…",
        Command::CopyPicture => "Copy map",
        Command::CopyCaption => "Copy caption",
        Command::CopyAlternative => "Copy alternative text",
        Command::CopyCitation => "Copy citation",
        Command::SaveWindow => "Save picture of the window…",
        Command::Quit => "Quit",
        Command::Undo => "Undo",
        Command::Redo => "Redo",
        Command::WhatWasDone => "What was done",
        Command::NewMeeting => "New meeting",
        Command::EditMeeting => "Edit meeting",
        Command::DuplicateMeeting => "Duplicate meeting",
        Command::DeleteMeeting => "Delete meeting",
        Command::ReviewPlaces => "Review places…",
        Command::SaveDecisions => "Save decisions…",
        Command::Search => "Search…",
        Command::Find => "Filter by words",
        Command::EditWords => "Edit the words on the picture",
        Command::ClearFilters => "Clear all filters",
        Command::Escape => "Clear selection",
        Command::GoBack => "Back",
        Command::GoForward => "Forward",
        Command::NextRegion => "Next part of the window",
        Command::PreviousRegion => "Previous part of the window",
        Command::TogglePanel => "Show or hide the panel",
        Command::ShowMap => "Show the map",
        Command::ShowTable => "Show the table",
        Command::ShowMatrix => "Show the matrix",
        Command::Fit => "Fit to what is shown",
        Command::World => "Whole world",
        Command::ZoomIn => "Zoom in",
        Command::ZoomOut => "Zoom out",
        Command::PanLeft => "Move left",
        Command::PanRight => "Move right",
        Command::PanUp => "Move up",
        Command::PanDown => "Move down",
        Command::SwitchTheme => "Switch between light and dark",
        Command::LargerText => "Larger text",
        Command::SmallerText => "Smaller text",
        Command::UsualText => "Usual text size",
        Command::NextProjection => "Next projection",
        Command::FullScreen => "Full screen",
        Command::Shortcuts => "Keyboard shortcuts",
        Command::About => "About Summitry",
        Command::Problems => "Problems in the table",
        Command::LeftOut => "What is not counted",
        Command::Play => "Play or pause",
        Command::NextEvent => "Next event",
        Command::PreviousEvent => "Previous event",
        Command::AllTime => "All time",
    }
}

/// What a command does; empty where its name says it all.
pub const fn tip(command: Command) -> &'static str {
    match command {
        Command::New => "Begin a table without meetings",
        Command::NewFromTemplate => "Write a table to fill in with a spreadsheet",
        Command::Open => "Open a project, or a table: a spreadsheet, CSV, JSON and others",
        Command::OpenEmbedded => "Go back to the meetings that come with the program",
        Command::OpenPresidentTrips => "Open an example of 832 trips in 1,074 stops",
        Command::Save => "Save the meetings with every edit, the filters and the map as a project",
        Command::SaveAs => "Save the project under another name",
        Command::SaveTable => "Save the meetings alone, as a table that other programs read",
        Command::Reload => "Read the table’s files again, as they are now",
        Command::Export => "Save the map as a picture, or its data for other programs",
        Command::CopyPicture => "Put the map on the clipboard as a picture",
        Command::CopyCaption => "Put words for below the map on the clipboard, written from the data",
        Command::CopyAlternative => {
            "Put words on the clipboard that stand in place of the map for those who cannot see it"
        }
        Command::CopyCitation => {
            "Put on the clipboard how the selected meeting is cited; with no selection, how the map is"
        }
        Command::SaveWindow => "Save what the whole window shows as a picture",
        Command::Undo => "Take the last change back",
        Command::Redo => "Make the change again that was taken back",
        Command::WhatWasDone => "List the steps, and go back or forth to any of them",
        Command::NewMeeting => "Add a meeting to the table and fill it in",
        Command::EditMeeting => "Change what is recorded of the selected meeting",
        Command::DuplicateMeeting => "Add a copy of the selected meeting and edit it",
        Command::DeleteMeeting => "Delete the selected meeting, or all that are marked",
        Command::ReviewPlaces => {
            "Decide what the names of places mean that were not found, or that several places have"
        }
        Command::SaveDecisions => {
            "Save what was decided about names, for other tables and for the command line"
        }
        Command::Search => "Find a leader, a country, a place, a date, a meeting or a command",
        Command::Find => "Show only the meetings that have some words",
        Command::EditWords => "Write another title, subtitle, note or line of sources",
        Command::ClearFilters => "Show all meetings again",
        Command::Escape => "Select nothing",
        Command::GoBack => "Go back to what was selected and seen before",
        Command::GoForward => "Go forward again to what was left by Back",
        Command::NextRegion => {
            "Put the keyboard into the next part: bar, panel, map, what is told beside it, timeline"
        }
        Command::PreviousRegion => "Put the keyboard into the part before",
        Command::TogglePanel => "Show or hide the filters and the list",
        Command::ShowMap => "Show the meetings on the map",
        Command::ShowTable => "Show the meetings as rows, to be ordered, marked and copied",
        Command::ShowMatrix => "Show who met whom, as a matrix of states or leaders",
        Command::Fit => "Show everything that is selected or, with no selection, everything that is shown",
        Command::Problems => "What could not be read in the table, and what to do about it",
        Command::LeftOut => "The meetings that are not counted or not drawn, and why",
        Command::Play => "Move the window of time along the timeline",
        Command::NextEvent => "Move the window of time to the next day with a meeting",
        Command::PreviousEvent => "Move the window of time to the day with a meeting before",
        Command::AllTime => "Show the meetings of all days again",
        Command::Quit
        | Command::World
        | Command::ZoomIn
        | Command::ZoomOut
        | Command::PanLeft
        | Command::PanRight
        | Command::PanUp
        | Command::PanDown
        | Command::LargerText
        | Command::SmallerText
        | Command::UsualText
        | Command::SwitchTheme
        | Command::NextProjection
        | Command::FullScreen
        | Command::Shortcuts
        | Command::About => "",
    }
}

/// What is done.
pub const fn gesture(gesture: Gesture) -> &'static str {
    match gesture {
        Gesture::Drag => "Drag",
        Gesture::Wheel => "Wheel or pinch",
        Gesture::DoubleClick => "Double-click",
        Gesture::Click => "Click",
        Gesture::Enter => "Enter",
        Gesture::MarkClick => "Ctrl+click",
        Gesture::RangeClick => "Shift+click",
        Gesture::ExcludeClick => "Ctrl+click, Ctrl+Enter",
    }
}

/// What comes of it.
pub const fn gesture_does(gesture: Gesture) -> &'static str {
    match gesture {
        Gesture::Drag => "Move the map",
        Gesture::Wheel => "Zoom to the pointer",
        Gesture::DoubleClick => "Zoom in; on a row of the list, edit the meeting",
        Gesture::Click => "Select a country, venue, line or meeting; again to clear",
        Gesture::Enter => "On a row of the list: edit the meeting",
        Gesture::MarkClick => "Mark a row of the list",
        Gesture::RangeClick => "Mark all rows up to this one",
        Gesture::ExcludeClick => "On a choice of a filter: leave it out",
    }
}
