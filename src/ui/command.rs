//! Commands: what menus and keys can ask for. Menu, keyboard, the shortcut sheet and tests read this one list.

use egui::{Key, KeyboardShortcut, Modifiers};

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
    /// Puts the caret into the search field.
    Find,
    /// Empties the filter.
    ClearFilters,
    /// Closes what is open, else clears the selection.
    Escape,
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

/// What there is to be done, on which depends which commands do anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Possible {
    /// There is a change to take back.
    pub undo: bool,
    /// There is one to make again.
    pub redo: bool,
    /// Some filter is set.
    pub filters: bool,
    /// Something is selected, or typed into the search field.
    pub selection: bool,
    /// A period is chosen.
    pub period: bool,
    /// Some meeting has a date.
    pub days: bool,
    /// Something is wrong in the table.
    pub problems: bool,
    /// The table was read from files.
    pub files: bool,
    /// A meeting is selected or edited.
    pub meeting: bool,
    /// Meetings are marked in the list.
    pub marks: bool,
    /// Something was decided about words.
    pub decisions: bool,
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

    /// The word on the bar.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Edit",
            Self::View => "View",
            Self::Time => "Time",
            Self::Help => "Help",
        }
    }
}

impl Command {
    /// Every command, in the order of menus.
    pub const ALL: [Self; 44] = [
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
        Self::Find,
        Self::ClearFilters,
        Self::Escape,
        Self::Fit,
        Self::World,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::PanLeft,
        Self::PanRight,
        Self::PanUp,
        Self::PanDown,
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

    /// The words in the menu.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::New => "New",
            Self::NewFromTemplate => "New from template…",
            Self::Open => "Open…",
            Self::OpenEmbedded => "Meetings of the article",
            Self::OpenPresidentTrips => "Trips of US presidents, 1906–2024",
            Self::Save => "Save",
            Self::SaveAs => "Save as…",
            Self::SaveTable => "Save table as CSV…",
            Self::Reload => "Read the table again",
            Self::Export => "Export map…",
            Self::CopyPicture => "Copy map",
            Self::SaveWindow => "Save picture of the window…",
            Self::Quit => "Quit",
            Self::Undo => "Undo",
            Self::Redo => "Redo",
            Self::WhatWasDone => "What was done",
            Self::NewMeeting => "New meeting",
            Self::EditMeeting => "Edit meeting",
            Self::DuplicateMeeting => "Duplicate meeting",
            Self::DeleteMeeting => "Delete meeting",
            Self::ReviewPlaces => "Review places…",
            Self::SaveDecisions => "Save decisions…",
            Self::Find => "Find",
            Self::ClearFilters => "Clear all filters",
            Self::Escape => "Clear selection",
            Self::Fit => "Fit to what is shown",
            Self::World => "Whole world",
            Self::ZoomIn => "Zoom in",
            Self::ZoomOut => "Zoom out",
            Self::PanLeft => "Move left",
            Self::PanRight => "Move right",
            Self::PanUp => "Move up",
            Self::PanDown => "Move down",
            Self::SwitchTheme => "Switch between light and dark",
            Self::NextProjection => "Next projection",
            Self::FullScreen => "Full screen",
            Self::Shortcuts => "Keyboard shortcuts",
            Self::About => "About Summitry",
            Self::Problems => "Problems in the table",
            Self::LeftOut => "What is not counted",
            Self::Play => "Play or pause",
            Self::NextEvent => "Next event",
            Self::PreviousEvent => "Previous event",
            Self::AllTime => "All time",
        }
    }

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
            | Self::Find
            | Self::ClearFilters
            | Self::Escape => Some(Menu::Edit),
            Self::Fit
            | Self::World
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::SwitchTheme
            | Self::NextProjection
            | Self::FullScreen => Some(Menu::View),
            // The examples have a menu of their own.
            Self::OpenEmbedded
            | Self::OpenPresidentTrips
            | Self::PanLeft
            | Self::PanRight
            | Self::PanUp
            | Self::PanDown => None,
            Self::Shortcuts | Self::About | Self::Problems | Self::LeftOut => Some(Menu::Help),
            Self::Play | Self::NextEvent | Self::PreviousEvent | Self::AllTime => Some(Menu::Time),
        }
    }

    /// Its keys, the first of which the menu shows. While a text field has the focus, those rest that type or edit text.
    #[must_use]
    pub fn shortcuts(self) -> Vec<KeyboardShortcut> {
        let plain = |key| KeyboardShortcut::new(Modifiers::NONE, key);
        let command = |key| KeyboardShortcut::new(Modifiers::COMMAND, key);
        let command_shift = |key| KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, key);
        match self {
            Self::Open => vec![command(Key::O)],
            Self::New => vec![command(Key::N)],
            Self::Save => vec![command(Key::S)],
            Self::SaveAs => vec![command_shift(Key::S)],
            Self::Export => vec![command(Key::E)],
            Self::CopyPicture => vec![command_shift(Key::C)],
            Self::Quit => vec![command(Key::Q)],
            Self::Undo => vec![command(Key::Z)],
            Self::Redo => vec![command_shift(Key::Z), command(Key::Y)],
            Self::NewMeeting => vec![command_shift(Key::N)],
            Self::EditMeeting => vec![plain(Key::F2)],
            Self::DuplicateMeeting => vec![command(Key::D)],
            Self::DeleteMeeting => vec![plain(Key::Delete)],
            Self::ReviewPlaces => vec![command_shift(Key::R)],
            Self::Find => vec![command(Key::F), plain(Key::Slash)],
            Self::ClearFilters => vec![command(Key::Backspace)],
            Self::Escape => vec![plain(Key::Escape)],
            Self::Fit => vec![plain(Key::F)],
            Self::World => vec![plain(Key::Home), plain(Key::R)],
            Self::ZoomIn => vec![plain(Key::Plus), plain(Key::Equals)],
            Self::ZoomOut => vec![plain(Key::Minus)],
            Self::PanLeft => vec![plain(Key::ArrowLeft)],
            Self::PanRight => vec![plain(Key::ArrowRight)],
            Self::PanUp => vec![plain(Key::ArrowUp)],
            Self::PanDown => vec![plain(Key::ArrowDown)],
            Self::FullScreen => vec![plain(Key::F11)],
            Self::Shortcuts => vec![plain(Key::Questionmark)],
            Self::OpenEmbedded
            | Self::OpenPresidentTrips
            | Self::NewFromTemplate
            | Self::SaveTable
            | Self::SaveDecisions
            | Self::Reload
            | Self::SaveWindow
            | Self::SwitchTheme
            | Self::NextProjection
            | Self::About
            | Self::Problems
            | Self::LeftOut
            | Self::WhatWasDone
            | Self::AllTime => Vec::new(),
            Self::Play => vec![plain(Key::Space)],
            Self::NextEvent => vec![command(Key::ArrowRight)],
            Self::PreviousEvent => vec![command(Key::ArrowLeft)],
        }
    }

    /// What it does, in a sentence for whoever rests the pointer on it; empty where the words in the menu say it all.
    #[must_use]
    pub const fn tooltip(self) -> &'static str {
        match self {
            Self::New => "Begin a table without meetings",
            Self::NewFromTemplate => "Write a table to fill in with a spreadsheet",
            Self::Open => "Open a project, or a table: a spreadsheet, CSV, JSON and others",
            Self::OpenEmbedded => "Go back to the meetings that come with the program",
            Self::OpenPresidentTrips => "Open an example of 832 trips in 1,074 stops",
            Self::Save => "Save the meetings with every edit, the filters and the map as a project",
            Self::SaveAs => "Save the project under another name",
            Self::SaveTable => "Save the meetings alone, as a table that other programs read",
            Self::Reload => "Read the table’s files again, as they are now",
            Self::Export => "Save the map as a picture",
            Self::CopyPicture => "Put the map on the clipboard as a picture",
            Self::SaveWindow => "Save what the whole window shows as a picture",
            Self::Undo => "Take the last change back",
            Self::Redo => "Make the change again that was taken back",
            Self::WhatWasDone => "List the steps, and go back or forth to any of them",
            Self::NewMeeting => "Add a meeting to the table and fill it in",
            Self::EditMeeting => "Change what is recorded of the selected meeting",
            Self::DuplicateMeeting => "Add a copy of the selected meeting and edit it",
            Self::DeleteMeeting => "Delete the selected meeting, or all that are marked",
            Self::ReviewPlaces => {
                "Decide what the names of places mean that were not found, or that several places have"
            }
            Self::SaveDecisions => {
                "Save what was decided about names, for other tables and for the command line"
            }
            Self::Find => "Search a leader, a country or a place",
            Self::ClearFilters => "Show all meetings again",
            Self::Escape => "Select nothing",
            Self::Fit => "Show everything that is selected or, with no selection, everything that is shown",
            Self::Problems => "What could not be read in the table, and what to do about it",
            Self::LeftOut => "The meetings that are not counted or not drawn, and why",
            Self::Play => "Move the window of time along the timeline",
            Self::NextEvent => "Move the window of time to the next day with a meeting",
            Self::PreviousEvent => "Move the window of time to the day with a meeting before",
            Self::AllTime => "Show the meetings of all days again",
            Self::Quit
            | Self::World
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::PanLeft
            | Self::PanRight
            | Self::PanUp
            | Self::PanDown
            | Self::SwitchTheme
            | Self::NextProjection
            | Self::FullScreen
            | Self::Shortcuts
            | Self::About => "",
        }
    }

    /// Whether it would do anything.
    #[must_use]
    pub const fn is_enabled(self, possible: Possible) -> bool {
        let Possible {
            undo,
            redo,
            filters,
            selection,
            period,
            days,
            problems,
            files,
            meeting,
            marks,
            decisions,
        } = possible;
        match self {
            Self::Undo => undo,
            Self::EditMeeting | Self::DuplicateMeeting => meeting,
            Self::DeleteMeeting => meeting || marks,
            Self::Redo => redo,
            Self::ClearFilters => filters,
            Self::Escape => selection,
            Self::AllTime => period,
            Self::Play | Self::NextEvent | Self::PreviousEvent => days,
            Self::Problems => problems,
            Self::SaveDecisions => decisions,
            Self::Reload => files,
            Self::New
            | Self::NewFromTemplate
            | Self::WhatWasDone
            | Self::NewMeeting
            | Self::ReviewPlaces
            | Self::Open
            | Self::OpenEmbedded
            | Self::OpenPresidentTrips
            | Self::Save
            | Self::SaveAs
            | Self::SaveTable
            | Self::Export
            | Self::CopyPicture
            | Self::SaveWindow
            | Self::Quit
            | Self::Find
            | Self::Fit
            | Self::World
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::PanLeft
            | Self::PanRight
            | Self::PanUp
            | Self::PanDown
            | Self::SwitchTheme
            | Self::NextProjection
            | Self::FullScreen
            | Self::Shortcuts
            | Self::About
            | Self::LeftOut => true,
        }
    }

    /// Whether it is of use while files are looked at before anything of them is taken.
    #[must_use]
    pub fn works_while_importing(self) -> bool {
        [Self::Open, Self::Quit, Self::FullScreen, Self::SwitchTheme].contains(&self)
    }

    /// The commands whose keys were pressed this frame.
    #[must_use]
    pub fn pressed(ctx: &egui::Context) -> Vec<Self> {
        let typing = ctx.text_edit_focused();
        let has_focus = ctx.memory(|memory| memory.focused().is_some());
        let free = |shortcut: &KeyboardShortcut| {
            let edits_text = matches!(
                shortcut.logical_key,
                Key::Backspace | Key::Z | Key::Y | Key::ArrowLeft | Key::ArrowRight
            );
            // What has the focus takes Space and the arrows for itself: a button, a slider, a number.
            let is_arrow = matches!(
                shortcut.logical_key,
                Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown
            );
            if has_focus && shortcut.modifiers.is_none() && (is_arrow || shortcut.logical_key == Key::Space) {
                return false;
            }
            let outside_text = matches!(shortcut.logical_key, Key::Escape | Key::F11);
            !typing || outside_text || (shortcut.modifiers.command && !edits_text)
        };
        // Longer modifier combinations first: Ctrl+Shift+Z must not be taken for Ctrl+Z.
        let mut keys: Vec<(Self, KeyboardShortcut)> = Self::ALL
            .into_iter()
            .flat_map(|command| command.shortcuts().into_iter().map(move |keys| (command, keys)))
            .collect();
        keys.sort_by_key(|(_, shortcut)| (!shortcut.modifiers.shift, !shortcut.modifiers.command));
        ctx.input_mut(|input| {
            keys.into_iter()
                .filter(|(_, shortcut)| free(shortcut) && input.consume_shortcut(shortcut))
                .map(|(command, _)| command)
                .collect()
        })
    }
}

/// A shortcut as the keys are printed: `Ctrl+O`, `?`, `+`.
#[must_use]
pub fn in_words(ctx: &egui::Context, shortcut: &KeyboardShortcut) -> String {
    let words = ctx.format_shortcut(shortcut);
    let printed = [
        ("Questionmark", "?"),
        ("Slash", "/"),
        ("Plus", "+"),
        ("Equals", "="),
        ("Minus", "-"),
        ("ArrowLeft", "←"),
        ("ArrowRight", "→"),
        ("ArrowUp", "↑"),
        ("ArrowDown", "↓"),
        ("Left", "←"),
        ("Right", "→"),
        ("Up", "↑"),
        ("Down", "↓"),
    ];
    printed.iter().find(|(name, _)| *name == words).map_or(words, |(_, sign)| (*sign).to_owned())
}
