//! What the user can ask for: the commands, the menus they stand in, and what the pointer does beside them.

/// Something the user can ask for by menu or key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Command {
    /// Begins a table without meetings.
    New,
    /// Writes a table to fill in.
    NewFromTemplate,
    /// Opens a table of meetings or a project.
    Open,
    /// Goes back to the embedded meetings.
    OpenEmbedded,
    /// Opens the trips of US presidents.
    OpenPresidentTrips,
    /// Saves the project.
    Save,
    /// Saves the project under another name.
    SaveAs,
    /// Saves the meetings alone as CSV.
    SaveTable,
    /// Reads the table's files again.
    Reload,
    /// Saves the map as a picture.
    Export,
    /// Puts the map on the clipboard.
    CopyPicture,
    /// Puts words for below the map on the clipboard.
    CopyCaption,
    /// Puts words in place of the map on the clipboard.
    CopyAlternative,
    /// Puts on the clipboard how the meeting that is selected, or else the map, is cited.
    CopyCitation,
    /// Edits title, subtitle, note and sources.
    EditWords,
    /// Saves the whole window as a picture.
    SaveWindow,
    /// Closes the window.
    Quit,
    /// Takes the last change back.
    Undo,
    /// Makes it again.
    Redo,
    /// Lists what was done.
    WhatWasDone,
    /// Adds a meeting.
    NewMeeting,
    /// Edits the meeting that is selected.
    EditMeeting,
    /// Adds a copy of it.
    DuplicateMeeting,
    /// Deletes it, or all that are marked.
    DeleteMeeting,
    /// Shows what the texts of places mean, to be decided.
    ReviewPlaces,
    /// Saves what was decided about words.
    SaveDecisions,
    /// Puts the caret into the field that finds people, places, dates and commands.
    Search,
    /// Puts the caret into the field that narrows the list by words.
    Find,
    /// Empties the filter.
    ClearFilters,
    /// Closes what is open, else clears the selection.
    Escape,
    /// Goes back to what was selected and seen before.
    GoBack,
    /// Goes forward again.
    GoForward,
    /// Puts the keyboard into the next region of the window.
    NextRegion,
    /// Puts it into the region before.
    PreviousRegion,
    /// Shows or hides the panel.
    TogglePanel,
    /// Shows the meetings on the map.
    ShowMap,
    /// Shows them as rows.
    ShowTable,
    /// Shows who met whom.
    ShowMatrix,
    /// Fits the map to what is shown or selected.
    Fit,
    /// Shows the whole world.
    World,
    /// Magnifies.
    ZoomIn,
    /// Reduces.
    ZoomOut,
    /// Moves the map.
    PanLeft,
    /// Moves the map.
    PanRight,
    /// Moves the map.
    PanUp,
    /// Moves the map.
    PanDown,
    /// Changes between light and dark.
    SwitchTheme,
    /// Makes the window's texts larger.
    LargerText,
    /// Makes them smaller.
    SmallerText,
    /// Gives them the usual size.
    UsualText,
    /// Goes to the next projection.
    NextProjection,
    /// Fills the screen or stops doing so.
    FullScreen,
    /// Shows the keys.
    Shortcuts,
    /// Says what the program is and whose data it shows.
    About,
    /// Lists what is wrong in the table.
    Problems,
    /// Lists what is not counted, and why.
    LeftOut,
    /// Moves the window along the timeline, or stops.
    Play,
    /// Moves the window to the next event.
    NextEvent,
    /// Moves the window to the previous event.
    PreviousEvent,
    /// Shows all time.
    AllTime,
}

/// Where a command stands in the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Menu {
    /// Tables and pictures.
    File,
    /// Changes to the state.
    Edit,
    /// How the map is seen.
    View,
    /// The window of time.
    Time,
    /// Help.
    Help,
}

impl Menu {
    /// Every menu, in the order of the bar.
    pub const ALL: [Self; 5] = [Self::File, Self::Edit, Self::View, Self::Time, Self::Help];
}

impl Command {
    /// Every command, in the order of menus.
    pub const ALL: [Self; 60] = [
        Self::New,
        Self::NewFromTemplate,
        Self::Open,
        Self::OpenEmbedded,
        Self::OpenPresidentTrips,
        Self::Save,
        Self::SaveAs,
        Self::SaveTable,
        Self::SaveDecisions,
        Self::Reload,
        Self::Export,
        Self::CopyPicture,
        Self::CopyCaption,
        Self::CopyAlternative,
        Self::CopyCitation,
        Self::SaveWindow,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::WhatWasDone,
        Self::NewMeeting,
        Self::EditMeeting,
        Self::DuplicateMeeting,
        Self::DeleteMeeting,
        Self::ReviewPlaces,
        Self::Search,
        Self::EditWords,
        Self::Find,
        Self::ClearFilters,
        Self::Escape,
        Self::GoBack,
        Self::GoForward,
        Self::NextRegion,
        Self::PreviousRegion,
        Self::TogglePanel,
        Self::ShowMap,
        Self::ShowTable,
        Self::ShowMatrix,
        Self::Fit,
        Self::World,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::PanLeft,
        Self::PanRight,
        Self::PanUp,
        Self::PanDown,
        Self::LargerText,
        Self::SmallerText,
        Self::UsualText,
        Self::SwitchTheme,
        Self::NextProjection,
        Self::FullScreen,
        Self::Shortcuts,
        Self::About,
        Self::Problems,
        Self::LeftOut,
        Self::Play,
        Self::NextEvent,
        Self::PreviousEvent,
        Self::AllTime,
    ];

    /// Its menu; `None` for what only has a key.
    #[must_use]
    pub const fn menu(self) -> Option<Menu> {
        match self {
            Self::New
            | Self::NewFromTemplate
            | Self::Open
            | Self::Save
            | Self::SaveAs
            | Self::SaveTable
            | Self::SaveDecisions
            | Self::Reload
            | Self::Export
            | Self::CopyPicture
            | Self::CopyCaption
            | Self::CopyAlternative
            | Self::CopyCitation
            | Self::SaveWindow
            | Self::Quit => Some(Menu::File),
            Self::Undo
            | Self::Redo
            | Self::WhatWasDone
            | Self::NewMeeting
            | Self::EditMeeting
            | Self::DuplicateMeeting
            | Self::DeleteMeeting
            | Self::ReviewPlaces
            | Self::Search
            | Self::EditWords
            | Self::Find
            | Self::ClearFilters
            | Self::Escape => Some(Menu::Edit),
            Self::GoBack
            | Self::GoForward
            | Self::TogglePanel
            | Self::ShowMap
            | Self::ShowTable
            | Self::ShowMatrix
            | Self::Fit
            | Self::World
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::SwitchTheme
            | Self::NextProjection
            | Self::FullScreen => Some(Menu::View),
            // The examples have a menu of their own, and so have the sizes of texts.
            Self::OpenEmbedded
            | Self::OpenPresidentTrips
            | Self::LargerText
            | Self::SmallerText
            | Self::UsualText
            | Self::NextRegion
            | Self::PreviousRegion
            | Self::PanLeft
            | Self::PanRight
            | Self::PanUp
            | Self::PanDown => None,
            Self::Shortcuts | Self::About | Self::Problems | Self::LeftOut => Some(Menu::Help),
            Self::Play | Self::NextEvent | Self::PreviousEvent | Self::AllTime => Some(Menu::Time),
        }
    }

    /// Whether it moves the map, and so does nothing where there is none.
    #[must_use]
    pub fn moves_map(self) -> bool {
        [
            Self::Fit,
            Self::World,
            Self::ZoomIn,
            Self::ZoomOut,
            Self::PanLeft,
            Self::PanRight,
            Self::PanUp,
            Self::PanDown,
            Self::NextProjection,
        ]
        .contains(&self)
    }
}

/// What the pointer and two keys do, beside the commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gesture {
    /// Moves the map.
    Drag,
    /// Magnifies or reduces at the pointer.
    Wheel,
    /// Magnifies, or edits a meeting of the list.
    DoubleClick,
    /// Selects.
    Click,
    /// Edits a meeting of the list.
    Enter,
    /// Marks a row of the list.
    MarkClick,
    /// Marks the rows up to one.
    RangeClick,
    /// Leaves a choice of a filter out.
    ExcludeClick,
}

impl Gesture {
    /// Every gesture, in the order of the sheet of keys.
    pub const ALL: [Self; 8] = [
        Self::Drag,
        Self::Wheel,
        Self::DoubleClick,
        Self::Click,
        Self::Enter,
        Self::MarkClick,
        Self::RangeClick,
        Self::ExcludeClick,
    ];
}
