//! The keys of commands, and which commands do anything now. Menu, keyboard, the shortcut sheet and tests
//! read one list.

pub use crate::command::{Command, Menu};

use super::regions::is_on_view;
use crate::words::label;
use crate::words::part::Label;
use egui::{Key, KeyboardShortcut, Modifiers};

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
    /// The map is seen.
    pub map: bool,
    /// Something was selected or seen before.
    pub back: bool,
    /// There is a way forward again.
    pub forward: bool,
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
    /// The window's texts can be larger.
    pub larger: bool,
    /// They can be smaller.
    pub smaller: bool,
    /// They have another size than the usual one.
    pub resized: bool,
}

impl Menu {
    /// The word on the bar.
    #[must_use]
    pub fn name(self) -> &'static str {
        label(self)
    }
}

impl Command {
    /// The words in the menu.
    #[must_use]
    pub fn text(self) -> &'static str {
        label(self)
    }

    /// Its keys, the first of which the menu shows. While a text field has the focus, those rest that type or
    /// edit text.
    #[must_use]
    pub fn shortcuts(self) -> Vec<KeyboardShortcut> {
        let plain = |key| KeyboardShortcut::new(Modifiers::NONE, key);
        let command = |key| KeyboardShortcut::new(Modifiers::COMMAND, key);
        let alt = |key| KeyboardShortcut::new(Modifiers::ALT, key);
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
            Self::Search => vec![command(Key::K), plain(Key::Slash)],
            Self::Find => vec![command(Key::F)],
            Self::EditWords => vec![command(Key::T)],
            Self::ClearFilters => vec![command(Key::Backspace)],
            Self::Escape => vec![plain(Key::Escape)],
            Self::GoBack => vec![alt(Key::ArrowLeft)],
            Self::GoForward => vec![alt(Key::ArrowRight)],
            Self::ShowMap => vec![command(Key::Num1)],
            Self::ShowTable => vec![command(Key::Num2)],
            Self::ShowMatrix => vec![command(Key::Num3)],
            Self::Fit => vec![plain(Key::F)],
            Self::World => vec![plain(Key::Home), plain(Key::R)],
            Self::ZoomIn => vec![plain(Key::Plus), plain(Key::Equals)],
            Self::ZoomOut => vec![plain(Key::Minus)],
            Self::PanLeft => vec![plain(Key::ArrowLeft)],
            Self::PanRight => vec![plain(Key::ArrowRight)],
            Self::PanUp => vec![plain(Key::ArrowUp)],
            Self::PanDown => vec![plain(Key::ArrowDown)],
            Self::LargerText => vec![command(Key::Plus), command(Key::Equals)],
            Self::SmallerText => vec![command(Key::Minus)],
            Self::UsualText => vec![command(Key::Num0)],
            Self::NextRegion => vec![plain(Key::F6)],
            Self::PreviousRegion => vec![KeyboardShortcut::new(Modifiers::SHIFT, Key::F6)],
            Self::TogglePanel => vec![command(Key::B)],
            Self::FullScreen => vec![plain(Key::F11)],
            Self::Shortcuts => vec![plain(Key::Questionmark)],
            Self::OpenEmbedded
            | Self::OpenPresidentTrips
            | Self::NewFromTemplate
            | Self::SaveTable
            | Self::SaveDecisions
            | Self::Reload
            | Self::CopyCaption
            | Self::CopyAlternative
            | Self::CopyCitation
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

    /// What it does, in a sentence for whoever rests the pointer on it; empty where the words in the menu say
    /// it all.
    #[must_use]
    pub fn tooltip(self) -> &'static str {
        label(Label::Tip(self))
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
            map,
            back,
            forward,
            problems,
            files,
            meeting,
            marks,
            decisions,
            larger,
            smaller,
            resized,
        } = possible;
        match self {
            Self::Undo => undo,
            Self::GoBack => back,
            Self::GoForward => forward,
            Self::EditMeeting | Self::DuplicateMeeting => meeting,
            Self::DeleteMeeting => meeting || marks,
            Self::Redo => redo,
            Self::ClearFilters => filters,
            Self::Escape => selection,
            Self::AllTime => period,
            Self::Play | Self::NextEvent | Self::PreviousEvent => days,
            Self::Fit
            | Self::World
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::PanLeft
            | Self::PanRight
            | Self::PanUp
            | Self::PanDown
            | Self::NextProjection => map,
            Self::Problems => problems,
            Self::SaveDecisions => decisions,
            Self::Reload => files,
            Self::LargerText => larger,
            Self::SmallerText => smaller,
            Self::UsualText => resized,
            Self::New
            | Self::NewFromTemplate
            | Self::WhatWasDone
            | Self::NewMeeting
            | Self::ReviewPlaces
            | Self::EditWords
            | Self::Open
            | Self::OpenEmbedded
            | Self::OpenPresidentTrips
            | Self::Save
            | Self::SaveAs
            | Self::SaveTable
            | Self::Export
            | Self::CopyPicture
            | Self::CopyCaption
            | Self::CopyAlternative
            | Self::CopyCitation
            | Self::SaveWindow
            | Self::Quit
            | Self::Search
            | Self::Find
            | Self::NextRegion
            | Self::PreviousRegion
            | Self::TogglePanel
            | Self::ShowMap
            | Self::ShowTable
            | Self::ShowMatrix
            | Self::SwitchTheme
            | Self::FullScreen
            | Self::Shortcuts
            | Self::About
            | Self::LeftOut => true,
        }
    }

    /// Whether it is of use while files are looked at before anything of them is taken.
    #[must_use]
    pub fn works_while_importing(self) -> bool {
        [
            Self::Open,
            Self::Quit,
            Self::FullScreen,
            Self::SwitchTheme,
            Self::LargerText,
            Self::SmallerText,
            Self::UsualText,
        ]
        .contains(&self)
    }

    /// The commands whose keys were pressed this frame. Those that move the map leave their keys to others
    /// unless it is seen.
    #[must_use]
    pub fn pressed(ctx: &egui::Context, is_map_seen: bool) -> Vec<Self> {
        let typing = ctx.text_edit_focused();
        let has_focus = ctx.memory(|memory| memory.focused().is_some()) && !(is_map_seen && is_on_view(ctx));
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
            let outside_text = matches!(shortcut.logical_key, Key::Escape | Key::F6 | Key::F11);
            !typing || outside_text || (shortcut.modifiers.command && !edits_text)
        };
        // Longer modifier combinations first: Ctrl+Shift+Z must not be taken for Ctrl+Z.
        let mut keys: Vec<(Self, KeyboardShortcut)> = Self::ALL
            .into_iter()
            .filter(|command| is_map_seen || !command.moves_map())
            .flat_map(|command| command.shortcuts().into_iter().map(move |keys| (command, keys)))
            .collect();
        keys.sort_by_key(|(_, shortcut)| {
            let Modifiers { shift, command, alt, .. } = shortcut.modifiers;
            (!shift, !command, !alt)
        });
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
    let sign = match shortcut.logical_key {
        Key::Questionmark => "?",
        Key::Slash => "/",
        Key::Plus => "+",
        Key::Equals => "=",
        Key::Minus => "-",
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        _ => "",
    };
    let is_printed = shortcut.modifiers.is_none() && !sign.is_empty();
    if is_printed { sign.to_owned() } else { ctx.format_shortcut(shortcut) }
}
