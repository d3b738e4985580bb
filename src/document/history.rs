//! The history: the steps that led to the document, each of which can be taken back and done again.
//!
//! A step ends when the interaction ends that made it, a drag or a typed text, and never by a clock: edits
//! with the same [`Interaction`] are one step until [`History::end_interaction`] is called or something else
//! happens.
//!
//! A change of nothing but the selection is no step. The step that stands takes it over, so that undo and
//! redo bring back what was selected around the change that they take back, and steps that were taken back
//! stay there to be done again.

use super::Document;
use super::change::{Change, StatePart, differences};
use super::edit::{Edit, EditError, apply};
use super::file::ReadOnly;
use super::fingerprint::Fingerprint;
use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;

/// How many steps are kept. The oldest fall out.
pub const MOST_STEPS: usize = 500;

/// Which interaction an edit belongs to: a drag, or the typing in one field. The window numbers them as it
/// likes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interaction(pub u64);

/// One step.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its number. Numbers are not used again.
    pub number: u64,
    /// What it did.
    pub change: Change,
    /// The document after it.
    document: Document,
    /// The number of the step that opened the table or project that it belongs to.
    opening: u64,
}

/// The project file that a document belongs to. Each table or project that was opened has its own, so that
/// undoing the opening of another one brings the first one's file back too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Home {
    /// The project file; `None` if the document has not been saved yet.
    pub path: Option<PathBuf>,
    /// What was read from it or written to it last.
    pub fingerprint: Option<Fingerprint>,
    /// Why the file must not be written over.
    pub read_only: Option<ReadOnly>,
}

/// A home, and what of the document it holds.
#[derive(Clone, Debug, Default)]
struct Saved {
    home: Home,
    /// The number of the step that was saved or opened last, with its document; `None` if there is work that
    /// was never saved.
    step: Option<(u64, Document)>,
}

/// All steps, and which of them stands. There is always one.
#[derive(Clone, Debug)]
pub struct History {
    steps: VecDeque<Step>,
    /// The place of the step that stands.
    now: usize,
    /// The interaction that the last step belongs to while it goes on.
    open: Option<Interaction>,
    /// By the number of the step that opened it.
    homes: BTreeMap<u64, Saved>,
    /// The number of the next step.
    next_step: u64,
    /// The number of the next meeting that is added. It is not taken back, so that no identity is given
    /// twice.
    next_meeting: u64,
    /// How many steps have fallen out.
    forgotten: usize,
}

impl History {
    /// A history that begins with a document that was opened: nothing of it is unsaved.
    #[must_use]
    pub fn new(document: Document, home: Home) -> Self {
        let change = Change::Opened { title: document.state.title.clone(), meetings: document.record.len() };
        let next_meeting = document.next_number;
        let saved = Saved { home, step: Some((0, document.clone())) };
        let step = Step { number: 0, change, document, opening: 0 };
        Self {
            steps: VecDeque::from([step]),
            now: 0,
            open: None,
            homes: BTreeMap::from([(0, saved)]),
            next_step: 1,
            next_meeting,
            forgotten: 0,
        }
    }

    /// The document as it stands.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.steps[self.now].document
    }

    /// Makes an edit. It is a step of its own, or a part of the last one if that belongs to the same
    /// interaction. Says whether the document is another one now.
    pub fn apply(&mut self, edit: Edit, interaction: Option<Interaction>) -> Result<bool, EditError> {
        let opens = matches!(edit, Edit::Open(_));
        let mut base = self.document().clone();
        base.next_number = base.next_number.max(self.next_meeting);
        let (document, change) = apply(&base, edit)?;
        self.next_meeting = self.next_meeting.max(document.next_number);
        if opens {
            self.push(document, change, true);
            self.open = None;
            return Ok(true);
        }
        if document == base {
            return Ok(false);
        }
        if change.is_selection_only() {
            self.steps[self.now].document.state = document.state;
            return Ok(true);
        }
        let goes_on = interaction.is_some() && self.open == interaction && self.now + 1 == self.steps.len();
        match self.steps[self.now].change.joined(&change).filter(|_| goes_on) {
            Some(joined) => self.join(document, joined),
            None => self.push(document, change, false),
        }
        self.open = interaction;
        Ok(true)
    }

    /// Opens another table or project, as a step like any other.
    pub fn open(&mut self, document: Document, home: Home) {
        self.apply(Edit::Open(Box::new(document)), None).expect("any document can be opened");
        let number = self.steps[self.now].number;
        let step = Some((number, self.document().clone()));
        self.homes.insert(number, Saved { home, step });
    }

    /// Ends the interaction: what comes next is a step of its own.
    pub fn end_interaction(&mut self) {
        self.open = None;
    }

    fn push(&mut self, document: Document, change: Change, opens: bool) {
        self.steps.truncate(self.now + 1);
        let number = self.next_step;
        self.next_step += 1;
        let opening = if opens { number } else { self.steps[self.now].opening };
        self.steps.push_back(Step { number, change, document, opening });
        if self.steps.len() > MOST_STEPS {
            self.steps.pop_front();
            self.forgotten += 1;
        }
        self.now = self.steps.len() - 1;
        let Self { steps, homes, .. } = self;
        homes.retain(|opening, _| steps.iter().any(|step| step.opening == *opening));
        if opens {
            homes.insert(number, Saved::default());
        }
    }

    /// Lets the last step end with another document; it is no step at all if it ends where it began.
    fn join(&mut self, document: Document, change: Change) {
        let before = self.now.checked_sub(1).map(|before| &self.steps[before].document);
        if before.is_some_and(|before| is_same_work(before, &document)) {
            self.steps.pop_back();
            self.now -= 1;
            self.steps[self.now].document.state = document.state;
        } else {
            let step = &mut self.steps[self.now];
            (step.document, step.change) = (document, change);
        }
    }

    /// The step that undo takes back; `None` if there is none.
    #[must_use]
    pub fn undone_next(&self) -> Option<&Change> {
        (self.now > 0).then(|| &self.steps[self.now].change)
    }

    /// The step that redo does again; `None` if there is none.
    #[must_use]
    pub fn redone_next(&self) -> Option<&Change> {
        self.steps.get(self.now + 1).map(|step| &step.change)
    }

    /// Takes the last step back, and says whether there was one.
    pub fn undo(&mut self) -> bool {
        self.stand_at(self.now.checked_sub(1))
    }

    /// Does the step again that was taken back, and says whether there was one.
    pub fn redo(&mut self) -> bool {
        self.stand_at(Some(self.now + 1))
    }

    /// Goes to the step of a number, back or forth, and says whether it is still there.
    pub fn jump(&mut self, number: u64) -> bool {
        self.stand_at(self.steps.iter().position(|step| step.number == number))
    }

    fn stand_at(&mut self, place: Option<usize>) -> bool {
        self.open = None;
        let Some(place) = place.filter(|place| *place < self.steps.len()) else { return false };
        self.now = place;
        true
    }

    /// The steps that are kept, oldest first. Those after [`Self::now`] were taken back.
    #[must_use]
    pub fn steps(&self) -> impl DoubleEndedIterator<Item = &Step> + ExactSizeIterator {
        self.steps.iter()
    }

    /// The step that stands.
    #[must_use]
    pub fn now(&self) -> &Step {
        &self.steps[self.now]
    }

    /// How many steps were made before the oldest one that is kept, and can no longer be taken back.
    #[must_use]
    pub fn forgotten(&self) -> usize {
        self.forgotten
    }

    /// The project file of what stands.
    #[must_use]
    pub fn home(&self) -> &Home {
        &self.kept().home
    }

    fn kept(&self) -> &Saved {
        self.homes.get(&self.now().opening).expect("each opening that is kept has its home")
    }

    /// Notes that a step was saved in a file, and that its document can be saved there again. Does nothing if
    /// the step is gone: then nobody knows what was saved.
    pub fn mark_saved(&mut self, number: u64, path: PathBuf, fingerprint: Fingerprint) {
        self.open = None;
        let Some(step) = self.steps.iter().find(|step| step.number == number) else { return };
        let home = Home { path: Some(path), fingerprint: Some(fingerprint), read_only: None };
        let saved = Saved { home, step: Some((number, step.document.clone())) };
        self.homes.insert(step.opening, saved);
    }

    /// The number of the step that opened the table or project that stands.
    #[must_use]
    pub fn opening(&self) -> u64 {
        self.now().opening
    }

    /// Whether what stands holds work that would be lost with the window. What was opened as a table and only
    /// looked at, filtered and moved about holds none; a project holds all that its file does not.
    #[must_use]
    pub fn has_unsaved_work(&self) -> bool {
        let Saved { home, step } = self.kept();
        let Some((_, saved)) = step else { return true };
        let now = self.document();
        if is_same_work(saved, now) {
            return false;
        }
        let made = |part: &StatePart| part.is_made();
        home.path.is_some()
            || now.record != saved.record
            || now.decisions != saved.decisions
            || differences(&saved.state, &now.state).iter().any(made)
    }

    /// Notes that what stands is not saved anywhere, such as after recovery.
    pub fn mark_unsaved(&mut self) {
        let opening = self.now().opening;
        self.homes.entry(opening).or_default().step = None;
    }

    /// Whether what stands is what was saved, or opened, last. A selection is no work that could be lost.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        self.kept().step.as_ref().is_some_and(|(number, _)| *number == self.now().number)
    }

    /// The number of the step that was saved or opened last, if it is known.
    #[must_use]
    pub fn saved_step(&self) -> Option<u64> {
        self.kept().step.as_ref().map(|(number, _)| *number)
    }

    /// How many steps lie between what was saved and what stands; `None` if that is no longer known.
    #[must_use]
    pub fn steps_since_saving(&self) -> Option<usize> {
        let saved = self.saved_step()?;
        let place = self.steps.iter().position(|step| step.number == saved)?;
        Some(place.abs_diff(self.now))
    }
}

/// Whether two documents differ in nothing but the selection and the numbers still to be given.
fn is_same_work(a: &Document, b: &Document) -> bool {
    let Document { record, as_read, sources, decisions, state, next_number: _, unknown } = a;
    let mut other = b.state.clone();
    other.selection.clone_from(&state.selection);
    let is_same_record = *record == b.record && *sources == b.sources && *decisions == b.decisions;
    let is_same_record = is_same_record && *as_read == b.as_read;
    is_same_record && *unknown == b.unknown && *state == other
}
