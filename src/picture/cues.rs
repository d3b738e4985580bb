//! Cues: how the classes of lines look: a colour each, and a symbol as a second cue.

use super::Dash;
use super::drawn_line::{DrawnLine, Strong, Widths, drawn_lines};
use super::emphasis::Emphasis;
use super::look::{Colour, Look};
use super::scene::Scene;
use super::symbol::Symbol;
use crate::meeting::{Meeting, Status};
use crate::query::change::Change;
use crate::query::class::{Class, Classes, MOST};
use crate::query::question::Question;
use crate::query::question::grouping::GroupBy;
use crate::words::message::Message;
use crate::words::say;

/// The lines of a scene with what they share: the looks of their classes, and the widths of their weights.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    /// The lines that are drawn, in the order of the answer.
    pub all: Vec<DrawnLine<'a>>,
    /// How many there are, drawn or not.
    pub number: usize,
    /// The looks of their classes.
    pub cues: Cues,
    /// How wide they are.
    pub widths: Widths,
    /// Which are drawn at full strength.
    pub strong: Strong,
}

impl<'a> Lines<'a> {
    /// The lines of a scene.
    #[must_use]
    pub fn new(scene: &Scene<'a>, look: &Look, emphasis: &Emphasis) -> Self {
        let all = drawn_lines(scene, emphasis);
        let ties = &scene.shown.ties;
        let is_cut = ties.lines.len() > ties.strongest.len();
        // What is strong and how wide it is does not depend on what is in sight.
        let weights: Vec<usize> = if is_cut {
            ties.strongest.iter().map(|&number| ties.lines[number].weight).collect()
        } else {
            all.iter().map(|line| line.weight).collect()
        };
        let number = if is_cut { ties.lines.len() } else { all.len() };
        let widths = Widths::of(&weights, scene.state.drawing.widths);
        let strong = Strong::of(&weights, widths);
        Self { cues: Cues::new(scene, look, &all), number, widths, strong, all }
    }
}

/// The look of a class of lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    /// Its name in the legend.
    pub name: String,
    /// The colour of its lines.
    pub colour: Colour,
    /// The mark at the capital where a line begins.
    pub symbol: Symbol,
    /// How its lines are broken; `None` where that says their status.
    pub dash: Option<Dash>,
}

/// The cues of the lines of a scene.
#[derive(Clone, Debug, Default)]
pub struct Cues {
    /// Those in view, in the order of classes. Empty where lines are coloured by status.
    pub all: Vec<Cue>,
    /// The number of each line's cue.
    of_line: Vec<usize>,
}

impl Cues {
    /// The cues of a scene's lines.
    #[must_use]
    pub fn new(scene: &Scene, look: &Look, lines: &[DrawnLine]) -> Self {
        let classes: Option<Vec<Class>> = lines.iter().map(|line| class_of(scene, line)).collect();
        let Some(classes) = classes else { return Self::default() };
        let mut in_view = classes.clone();
        in_view.sort_unstable();
        in_view.dedup();
        let place = |class: &Class| in_view.binary_search(class).unwrap_or(in_view.len());
        let of_line = classes.iter().map(place).collect();
        Self { all: in_view.iter().map(|&class| cue(&scene.shown.classes, look, class)).collect(), of_line }
    }

    /// The cue of the line with this number; `None` where lines are coloured by status.
    #[must_use]
    pub fn of_line(&self, number: usize) -> Option<&Cue> {
        self.all.get(*self.of_line.get(number)?)
    }
}

fn class_of(scene: &Scene, line: &DrawnLine) -> Option<Class> {
    match &scene.shown.changes {
        Some(changes) => Some(Class::Changed(changes.of_tie(&line.tie.key)?.change)),
        None => scene.shown.classes.of_line(scene.meetings, line.tie, line.rows),
    }
}

/// The cue of a class.
fn cue(classes: &Classes, look: &Look, class: Class) -> Cue {
    let (symbol, dash) = match class {
        Class::Named(place) => (Symbol::CLASSES[place], None),
        Class::Other => (Symbol::CLASSES[MOST], None),
        Class::Several => (Symbol::Cross, None),
        Class::Changed(Change::Gained) => (Symbol::Diamond, Some(Dash::Solid)),
        Class::Changed(Change::Lost) => (Symbol::Ring, Some(Dash::Dotted)),
        Class::Changed(Change::More) => (Symbol::Triangle, Some(Dash::LongDashed)),
        Class::Changed(Change::Fewer) => (Symbol::Wedge, Some(Dash::Dashed)),
        Class::Changed(Change::Same) => (Symbol::Disc, Some(Dash::Solid)),
    };
    let name = say(Message::Class(classes, class));
    Cue { name, colour: colour_of_class(look, class), symbol, dash }
}

/// The colour of a class, on the map and on the timeline.
#[must_use]
pub const fn colour_of_class(look: &Look, class: Class) -> Colour {
    match class {
        Class::Named(place) => look.classes[place],
        Class::Other => look.other,
        Class::Several => look.several,
        Class::Changed(change) => look.change(change),
    }
}

/// Whether the colours of marks tell the status of what they stand for: elsewhere colours say something else.
#[must_use]
pub fn tells_status(question: &Question) -> bool {
    question.colour == GroupBy::Status && question.compare.is_none()
}

/// The colour of a mark that stands for a meeting or a place.
#[must_use]
pub fn mark_colour(question: &Question, look: &Look, status: Status) -> Colour {
    if tells_status(question) { look.status(status) } else { look.venue }
}

/// The colour of a meeting's mark; context is quiet.
#[must_use]
pub fn meeting_colour(question: &Question, look: &Look, meeting: &Meeting) -> Colour {
    if meeting.kind.is_context() { look.quiet_ink } else { mark_colour(question, look, meeting.status) }
}

/// The colour of a line.
#[must_use]
pub fn colour(cue: Option<&Cue>, look: &Look, status: Status) -> Colour {
    cue.map_or_else(|| look.status(status), |cue| cue.colour)
}
