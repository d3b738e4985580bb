//! What the parts of the window say: for each part its labels, and its texts with facts in them.

pub mod button;
pub mod lists;
pub mod dialogs;
pub mod saving;
pub mod files;
pub mod doing;
pub mod steps;
pub mod states;
pub mod places;
pub mod editing;

use self::button::Button;
use self::dialogs::{DialogText, Dialogs};
use self::doing::{Doing, DoingText};
use self::editing::{Detail, Editing, EditingText};
use self::files::{Files, FilesText};
use self::lists::ListText;
use self::places::{Places, PlacesText};
use self::saving::{Saving, SavingText};
use self::states::States;
use self::steps::{Steps, StepsText};
use crate::command::{Command, Gesture, Menu};

/// Fixed words on the window: the name of a button, a field, a heading, a sentence without facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// A menu of the bar.
    Menu(Menu),
    /// A command in its menu.
    Command(Command),
    /// What a command does, in a sentence for whoever rests the pointer on it; empty where its name says it all.
    Tip(Command),
    /// What the pointer or a key does, beside the commands.
    Gesture(Gesture),
    /// What comes of it.
    GestureDoes(Gesture),
    /// A button or a field that stands in several windows.
    Button(Button),
    /// Words in the dialogs over the window.
    Dialogs(Dialogs),
    /// Words in the questions about saving, and about what came of it.
    Saving(Saving),
    /// Words about opening files.
    Files(Files),
    /// What the program is doing.
    Doing(Doing),
    /// Words in the list of steps.
    Steps(Steps),
    /// Words beside states that can be chosen.
    States(States),
    /// Words about a place, how it was found, and whether it is drawn.
    Places(Places),
    /// A part of what is recorded of a meeting, as the name of its field.
    Detail(Detail),
    /// Words in the editor of a meeting.
    Editing(Editing),
}

/// A text of the window that is made from facts.
#[derive(Clone, Copy, Debug)]
pub enum Text<'a> {
    /// A text about a list, from facts.
    List(ListText<'a>),
    /// A text in a dialog, from facts.
    Dialog(DialogText<'a>),
    /// A text about saving, from facts.
    Saving(SavingText<'a>),
    /// A text about opening files, from facts.
    Files(FilesText<'a>),
    /// What the program is doing, from facts.
    Doing(DoingText<'a>),
    /// A text in the list of steps, from facts.
    Steps(StepsText),
    /// A text about a place, from facts.
    Places(PlacesText<'a>),
    /// A text in the editor of a meeting, from facts.
    Editing(EditingText<'a>),
}

impl From<Menu> for Label {
    fn from(one: Menu) -> Self {
        Self::Menu(one)
    }
}

impl From<Command> for Label {
    fn from(one: Command) -> Self {
        Self::Command(one)
    }
}

impl From<Gesture> for Label {
    fn from(one: Gesture) -> Self {
        Self::Gesture(one)
    }
}

impl From<Button> for Label {
    fn from(one: Button) -> Self {
        Self::Button(one)
    }
}

impl From<Dialogs> for Label {
    fn from(one: Dialogs) -> Self {
        Self::Dialogs(one)
    }
}

impl From<Saving> for Label {
    fn from(one: Saving) -> Self {
        Self::Saving(one)
    }
}

impl From<Files> for Label {
    fn from(one: Files) -> Self {
        Self::Files(one)
    }
}

impl From<Doing> for Label {
    fn from(one: Doing) -> Self {
        Self::Doing(one)
    }
}

impl From<Steps> for Label {
    fn from(one: Steps) -> Self {
        Self::Steps(one)
    }
}

impl From<States> for Label {
    fn from(one: States) -> Self {
        Self::States(one)
    }
}

impl From<Places> for Label {
    fn from(one: Places) -> Self {
        Self::Places(one)
    }
}

impl From<Detail> for Label {
    fn from(one: Detail) -> Self {
        Self::Detail(one)
    }
}

impl From<Editing> for Label {
    fn from(one: Editing) -> Self {
        Self::Editing(one)
    }
}

impl<'a> From<ListText<'a>> for Text<'a> {
    fn from(one: ListText<'a>) -> Self {
        Self::List(one)
    }
}

impl<'a> From<DialogText<'a>> for Text<'a> {
    fn from(one: DialogText<'a>) -> Self {
        Self::Dialog(one)
    }
}

impl<'a> From<SavingText<'a>> for Text<'a> {
    fn from(one: SavingText<'a>) -> Self {
        Self::Saving(one)
    }
}

impl<'a> From<FilesText<'a>> for Text<'a> {
    fn from(one: FilesText<'a>) -> Self {
        Self::Files(one)
    }
}

impl<'a> From<DoingText<'a>> for Text<'a> {
    fn from(one: DoingText<'a>) -> Self {
        Self::Doing(one)
    }
}

impl From<StepsText> for Text<'_> {
    fn from(one: StepsText) -> Self {
        Self::Steps(one)
    }
}

impl<'a> From<PlacesText<'a>> for Text<'a> {
    fn from(one: PlacesText<'a>) -> Self {
        Self::Places(one)
    }
}

impl<'a> From<EditingText<'a>> for Text<'a> {
    fn from(one: EditingText<'a>) -> Self {
        Self::Editing(one)
    }
}
