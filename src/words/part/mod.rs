//! What the parts of the program say: for each part its labels, and its texts with facts in them.

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
pub mod importing;
pub mod asking;
pub mod reviewing;
pub mod comparing;
pub mod dossier;
pub mod pointing;
pub mod panel;
pub mod finding;
pub mod tabling;
pub mod pairing;
pub mod faults;
pub mod timeline;
pub mod viewing;
pub mod wording;
pub mod command_line;
pub mod exported;
pub mod web;
pub mod starting;

use self::asking::{Asking, AskingText};
use self::button::Button;
use self::command_line::{Choosable, CommandLine, CommandLineText};
use self::comparing::{Comparing, ComparingText};
use self::dialogs::{DialogText, Dialogs};
use self::doing::{Doing, DoingText};
use self::dossier::{Dossier, DossierText};
use self::editing::{Detail, Editing, EditingText};
use self::exported::{ExportedText, Heads};
use self::faults::{Faults, FaultsText};
use self::files::{Files, FilesText};
use self::finding::{Finding, FindingText};
use self::importing::{Aspect, Certainty, Importing, ImportingText};
use self::lists::ListText;
use self::pairing::{Pairing, PairingText};
use self::panel::{Panel, PanelText};
use self::places::{Places, PlacesText};
use self::pointing::{Pointing, PointingText};
use self::reviewing::{Reviewing, ReviewingText};
use self::saving::{Saving, SavingText};
use self::starting::{NoWindow, StartingText};
use self::states::States;
use self::steps::{Steps, StepsText};
use self::tabling::{Tabling, TablingText};
use self::timeline::{Timing, TimingText};
use self::viewing::{Viewing, ViewingText};
use self::web::{Web, WebText};
use self::wording::Wording;
use crate::command::{Command, Gesture, Menu};

/// Fixed words: the name of a button, a field or a column, a heading, a sentence without facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// A menu of the bar.
    Menu(Menu),
    /// A command in its menu.
    Command(Command),
    /// What a command does, in a sentence for whoever rests the pointer on it; empty where its name says it
    /// all.
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
    /// What a column or a part of a meeting tells.
    Aspect(Aspect),
    /// How sure it is what a text means.
    Certainty(Certainty),
    /// Words in the preview of files.
    Importing(Importing),
    /// Words in the questions.
    Asking(Asking),
    /// Words in the review of places.
    Reviewing(Reviewing),
    /// Words about a comparison.
    Comparing(Comparing),
    /// Words about what is selected.
    Dossier(Dossier),
    /// Words about the map.
    Pointing(Pointing),
    /// Words in the panel.
    Panel(Panel),
    /// Words about finding.
    Finding(Finding),
    /// Words about the table.
    Tabling(Tabling),
    /// Words about pairs.
    Pairing(Pairing),
    /// Words in the list of problems.
    Faults(Faults),
    /// Words on the timeline.
    Timing(Timing),
    /// Words in the menu of how the map is seen.
    Viewing(Viewing),
    /// Words beside the fields of the words on a picture.
    Wording(Wording),
    /// What is chosen by its name on the command line.
    Choosable(Choosable),
    /// Words on the command line.
    CommandLine(CommandLine),
    /// The head of a column in a table for people, or the name of a sheet.
    Heads(Heads),
    /// Words on the page for a browser.
    Web(Web),
    /// Why there is no window, where nothing more is known of it.
    NoWindow(NoWindow),
}

/// A text that is made from facts.
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
    /// A text in the preview of files, from facts.
    Importing(ImportingText<'a>),
    /// A text in the questions, from facts.
    Asking(AskingText<'a>),
    /// A text in the review of places, from facts.
    Reviewing(ReviewingText<'a>),
    /// A text about a comparison, from facts.
    Comparing(ComparingText<'a>),
    /// A text about what is selected, from facts.
    Dossier(DossierText<'a>),
    /// A text about what is under the pointer, from facts.
    Pointing(PointingText<'a>),
    /// A text in the panel, from facts.
    Panel(PanelText<'a>),
    /// A text about finding, from facts.
    Finding(FindingText<'a>),
    /// A text about the table, from facts.
    Tabling(TablingText),
    /// A text about pairs, from facts.
    Pairing(PairingText<'a>),
    /// A text in the list of problems, from facts.
    Faults(FaultsText<'a>),
    /// A text on the timeline, from facts.
    Timing(TimingText<'a>),
    /// A text in that menu, from facts.
    Viewing(ViewingText),
    /// A text on the command line, from facts.
    CommandLine(CommandLineText<'a>),
    /// Why a file is not written, from facts.
    Exported(ExportedText<'a>),
    /// A text on the page for a browser, from facts.
    Web(WebText),
    /// A text about the start of the window, from facts.
    Starting(StartingText<'a>),
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

impl From<Aspect> for Label {
    fn from(one: Aspect) -> Self {
        Self::Aspect(one)
    }
}

impl From<Certainty> for Label {
    fn from(one: Certainty) -> Self {
        Self::Certainty(one)
    }
}

impl From<Importing> for Label {
    fn from(one: Importing) -> Self {
        Self::Importing(one)
    }
}

impl From<Asking> for Label {
    fn from(one: Asking) -> Self {
        Self::Asking(one)
    }
}

impl From<Reviewing> for Label {
    fn from(one: Reviewing) -> Self {
        Self::Reviewing(one)
    }
}

impl From<Comparing> for Label {
    fn from(one: Comparing) -> Self {
        Self::Comparing(one)
    }
}

impl From<Dossier> for Label {
    fn from(one: Dossier) -> Self {
        Self::Dossier(one)
    }
}

impl From<Pointing> for Label {
    fn from(one: Pointing) -> Self {
        Self::Pointing(one)
    }
}

impl From<Panel> for Label {
    fn from(one: Panel) -> Self {
        Self::Panel(one)
    }
}

impl From<Finding> for Label {
    fn from(one: Finding) -> Self {
        Self::Finding(one)
    }
}

impl From<Tabling> for Label {
    fn from(one: Tabling) -> Self {
        Self::Tabling(one)
    }
}

impl From<Pairing> for Label {
    fn from(one: Pairing) -> Self {
        Self::Pairing(one)
    }
}

impl From<Faults> for Label {
    fn from(one: Faults) -> Self {
        Self::Faults(one)
    }
}

impl From<Timing> for Label {
    fn from(one: Timing) -> Self {
        Self::Timing(one)
    }
}

impl From<Wording> for Label {
    fn from(one: Wording) -> Self {
        Self::Wording(one)
    }
}

impl From<Viewing> for Label {
    fn from(one: Viewing) -> Self {
        Self::Viewing(one)
    }
}

impl From<Choosable> for Label {
    fn from(one: Choosable) -> Self {
        Self::Choosable(one)
    }
}

impl From<CommandLine> for Label {
    fn from(one: CommandLine) -> Self {
        Self::CommandLine(one)
    }
}

impl From<Heads> for Label {
    fn from(one: Heads) -> Self {
        Self::Heads(one)
    }
}

impl From<Web> for Label {
    fn from(one: Web) -> Self {
        Self::Web(one)
    }
}

impl From<NoWindow> for Label {
    fn from(one: NoWindow) -> Self {
        Self::NoWindow(one)
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

impl<'a> From<ImportingText<'a>> for Text<'a> {
    fn from(one: ImportingText<'a>) -> Self {
        Self::Importing(one)
    }
}

impl<'a> From<AskingText<'a>> for Text<'a> {
    fn from(one: AskingText<'a>) -> Self {
        Self::Asking(one)
    }
}

impl<'a> From<ReviewingText<'a>> for Text<'a> {
    fn from(one: ReviewingText<'a>) -> Self {
        Self::Reviewing(one)
    }
}

impl<'a> From<ComparingText<'a>> for Text<'a> {
    fn from(one: ComparingText<'a>) -> Self {
        Self::Comparing(one)
    }
}

impl<'a> From<DossierText<'a>> for Text<'a> {
    fn from(one: DossierText<'a>) -> Self {
        Self::Dossier(one)
    }
}

impl<'a> From<PointingText<'a>> for Text<'a> {
    fn from(one: PointingText<'a>) -> Self {
        Self::Pointing(one)
    }
}

impl<'a> From<PanelText<'a>> for Text<'a> {
    fn from(one: PanelText<'a>) -> Self {
        Self::Panel(one)
    }
}

impl<'a> From<FindingText<'a>> for Text<'a> {
    fn from(one: FindingText<'a>) -> Self {
        Self::Finding(one)
    }
}

impl From<TablingText> for Text<'_> {
    fn from(one: TablingText) -> Self {
        Self::Tabling(one)
    }
}

impl<'a> From<PairingText<'a>> for Text<'a> {
    fn from(one: PairingText<'a>) -> Self {
        Self::Pairing(one)
    }
}

impl<'a> From<FaultsText<'a>> for Text<'a> {
    fn from(one: FaultsText<'a>) -> Self {
        Self::Faults(one)
    }
}

impl<'a> From<TimingText<'a>> for Text<'a> {
    fn from(one: TimingText<'a>) -> Self {
        Self::Timing(one)
    }
}

impl From<ViewingText> for Text<'_> {
    fn from(one: ViewingText) -> Self {
        Self::Viewing(one)
    }
}

impl<'a> From<CommandLineText<'a>> for Text<'a> {
    fn from(one: CommandLineText<'a>) -> Self {
        Self::CommandLine(one)
    }
}

impl<'a> From<ExportedText<'a>> for Text<'a> {
    fn from(one: ExportedText<'a>) -> Self {
        Self::Exported(one)
    }
}

impl From<WebText> for Text<'_> {
    fn from(one: WebText) -> Self {
        Self::Web(one)
    }
}

impl<'a> From<StartingText<'a>> for Text<'a> {
    fn from(one: StartingText<'a>) -> Self {
        Self::Starting(one)
    }
}
