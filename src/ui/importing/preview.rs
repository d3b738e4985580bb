//! The preview: files that are looked at before anything of them is taken, what was changed in how they are
//! read, and what would come.

use super::act::{Act, View};
use super::outcome::Outcome;
use super::question::AskedPlace;
use super::understood::Understood;
use crate::document::known_headings::KnownTable;
use crate::import::decisions::{Decided, State as Represented};
use crate::import::draft::share_locations;
use crate::import::instructions::Instructions;
use crate::state::State;
use crate::ui::incoming::{Incoming, Input, Remembered};
use crate::ui::under_way::{Told, UnderWay, finished, told};
use crate::words::part::doing::{Doing, DoingText};
use crate::words::{label, say};
use std::collections::{BTreeMap, BTreeSet};

/// Files that are looked at.
#[derive(Debug)]
pub struct Preview {
    /// The files as they are read now; at least one.
    pub files: Vec<Incoming>,
    /// Files that could not be read, and why.
    pub refused: Vec<(Input, String)>,
    /// The one of them whose columns are shown.
    pub current: usize,
    /// What is looked at.
    pub view: View,
    /// What would come; of an older version while the new one is worked out.
    pub outcome: Option<Outcome>,
    /// Whether all rows are listed.
    pub all_rows: bool,
    /// Whether how the tables are read is kept for tables with the same headings.
    pub keeps: bool,
    /// Why something could not be done; empty if all went well.
    pub said: String,
    /// Places that were asked about and are answered: they are still shown.
    pub answered: Vec<AskedPlace>,
    /// Names whose state was not known at some time: they stay at the head of their list.
    pub were_open: BTreeSet<String>,
    /// Rows of the current file as they are understood, as far as they were in sight.
    pub understood: BTreeMap<usize, Vec<Understood>>,
    version: u64,
    past: Vec<Vec<Incoming>>,
    working: Option<UnderWay<Outcome>>,
    reading: Option<UnderWay<(usize, Result<Incoming, String>)>>,
}

/// What is to be done with the preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Close {
    /// Open what would come.
    Open,
    /// Take nothing.
    Cancel,
}

/// Changes that can be taken back.
const MOST_STEPS: usize = 100;

impl Preview {
    /// A preview of files that were read, and of those that could not be.
    #[must_use]
    pub fn new(files: Vec<Incoming>, refused: Vec<(Input, String)>) -> Self {
        let keeps = files.iter().any(|one| one.as_before.is_some());
        let mut preview = Self {
            files,
            refused,
            current: 0,
            view: View::Columns,
            outcome: None,
            all_rows: false,
            keeps,
            said: String::new(),
            answered: Vec::new(),
            were_open: BTreeSet::new(),
            understood: BTreeMap::new(),
            version: 0,
            past: Vec::new(),
            working: None,
            reading: None,
        };
        preview.changed();
        preview
    }

    /// The file whose columns are shown.
    #[must_use]
    pub fn file(&self) -> &Incoming {
        &self.files[self.current]
    }

    /// Whether something is being worked out.
    #[must_use]
    pub const fn is_working(&self) -> bool {
        self.working.is_some() || self.reading.is_some()
    }

    /// Whether what is shown is of an older version.
    #[must_use]
    pub fn is_old(&self) -> bool {
        self.reading.is_some() || self.outcome.as_ref().is_none_or(|outcome| outcome.version != self.version)
    }

    /// Whether there is a change to take back.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// What is said about the work under way.
    #[must_use]
    pub fn told(&self) -> Option<Told> {
        told(self.reading.as_ref()).or_else(|| told(self.working.as_ref()))
    }

    /// Takes over what was worked out, and begins to work out what is not. `state` is that of the window.
    pub fn work(&mut self, ctx: &egui::Context, state: &State) {
        match finished(&mut self.reading) {
            Some(Ok((place, Ok(incoming)))) => {
                self.remember_step();
                if let Some(file) = self.files.get_mut(place) {
                    *file = incoming;
                }
                self.changed();
            }
            Some(Ok((_, Err(why))) | Err(why)) => self.said = why,
            None => {}
        }
        match finished(&mut self.working) {
            Some(Ok(outcome)) => self.take(ctx, outcome),
            Some(Err(why)) => self.said = why,
            None => {}
        }
        let has_outcome = self.outcome.as_ref().is_some_and(|outcome| outcome.version == self.version);
        if self.working.is_none() && !has_outcome && self.said.is_empty() {
            let (version, files, state) = (self.version, self.files.clone(), state.clone());
            let what = label(Doing::WorkingOutPreview);
            self.working = Some(UnderWay::start(ctx, what, move |_| Outcome::of(version, &files, &state)));
        }
    }

    fn take(&mut self, ctx: &egui::Context, outcome: Outcome) {
        let open = outcome.questions.names.iter().filter(|name| name.is_open());
        self.were_open.extend(open.map(|name| name.name.clone()));
        self.outcome = Some(outcome);
        self.understood.clear();
        ctx.request_repaint();
    }

    /// Does what the user did; says what is to be done with the preview, if anything.
    pub fn act(&mut self, ctx: &egui::Context, act: Act) -> Option<Close> {
        self.said.clear();
        match act {
            Act::View(view) => self.view = view,
            Act::File(place) if place < self.files.len() => {
                self.current = place;
                self.understood.clear();
            }
            Act::File(_) => {}
            Act::LeaveOut(place) => self.leave_out(place),
            Act::AllRows(all) => self.all_rows = all,
            Act::KeepForHeadings(keeps) => self.keeps = keeps,
            Act::Undo => self.undo(),
            Act::Open => return Some(Close::Open),
            Act::Cancel => return Some(Close::Cancel),
            Act::Headings(headings) => self.read_again(ctx, |form| form.headings = headings),
            Act::Encoding(encoding) => self.read_again(ctx, |form| form.encoding = encoding),
            Act::Separator(separator) => self.read_again(ctx, |form| form.delimiter = separator),
            Act::Sheet(sheet) => self.turn_to(ctx, sheet),
            Act::Rows(file, row_is) => self.change(|files, _| files[file].draft.mapping.row_is = row_is),
            Act::JoinsTrips(file, joins) => {
                self.change(|files, _| files[file].draft.mapping.joins_trips = joins);
            }
            Act::Met(file, met) => self.change(|files, _| files[file].draft.mapping.met = met),
            Act::Order(file, order) => self.change(|files, _| files[file].draft.mapping.order = order),
            Act::Column(file, column, field) => {
                self.change(|files, _| files[file].draft.mapping.use_as(column, field));
            }
            Act::Represents(state) => {
                self.change(|files, current| files[current].draft.mapping.represents = state);
            }
            Act::Name(name, state) => self.decide(&name, state),
            Act::Names(names) => self.change(|files, _| {
                for one in files {
                    for (name, state) in &names {
                        one.draft.decisions.decide_state(name, *state);
                    }
                }
            }),
            Act::Place(place, decided) => self.decide_place(*place, decided),
        }
        None
    }

    fn decide(&mut self, name: &str, state: Option<Represented>) {
        self.change(|files, _| {
            for one in files {
                match state {
                    Some(state) => one.draft.decisions.decide_state(name, state),
                    None => one.draft.decisions.forget_state(name),
                }
            }
        });
    }

    fn decide_place(&mut self, place: AskedPlace, decided: Option<Decided>) {
        self.answered.retain(|one| !one.is_same(&place));
        self.change(|files, _| {
            for one in files {
                place.decide(&mut one.draft.decisions, decided);
            }
        });
        if decided.is_some() {
            self.answered.push(AskedPlace { decided, ..place });
        }
    }

    fn leave_out(&mut self, place: usize) {
        if self.files.len() > 1 && place < self.files.len() {
            self.remember_step();
            self.files.remove(place);
            self.current = self.current.min(self.files.len() - 1);
            self.outcome = None;
            self.changed();
        }
    }

    /// Changes how files are read, as a step that can be taken back.
    fn change(&mut self, change: impl FnOnce(&mut Vec<Incoming>, usize)) {
        self.remember_step();
        change(&mut self.files, self.current);
        self.changed();
    }

    fn changed(&mut self) {
        share_locations(self.files.iter_mut().map(|one| &mut one.draft));
        self.version += 1;
        self.understood.clear();
    }

    fn remember_step(&mut self) {
        if self.past.len() == MOST_STEPS {
            self.past.remove(0);
        }
        self.past.push(self.files.clone());
    }

    fn undo(&mut self) {
        let Some(files) = self.past.pop() else { return };
        if files.len() != self.files.len() {
            self.outcome = None;
        }
        self.files = files;
        let still_decided = |place: AskedPlace| {
            let decided = self.files.iter().find_map(|one| place.decision(&one.draft.decisions));
            decided.is_some().then_some(AskedPlace { decided, ..place })
        };
        self.answered = std::mem::take(&mut self.answered).into_iter().filter_map(still_decided).collect();
        self.changed();
    }

    /// Reads another sheet of the current file.
    fn turn_to(&mut self, ctx: &egui::Context, sheet: usize) {
        let (place, mut incoming) = (self.current, self.file().clone());
        let what = say(DoingText::Reading(&incoming.input.name()));
        self.reading = Some(UnderWay::start(ctx, what, move |_| {
            incoming.draft.turn_to(sheet);
            (place, Ok(incoming))
        }));
    }

    /// Reads the current file again in another form. What was decided about words stays.
    fn read_again(&mut self, ctx: &egui::Context, state: impl FnOnce(&mut Instructions)) {
        let Incoming { input, form, draft, .. } = self.file();
        let (input, mut form, decisions) = (input.clone(), form.clone(), draft.decisions.clone());
        state(&mut form);
        let (place, what) = (self.current, say(DoingText::Reading(&input.name())));
        self.reading = Some(UnderWay::start(ctx, what, move |_| {
            let read = Incoming::read(input, form, &Remembered::default());
            let read = read.map(|mut incoming| {
                incoming.draft.decisions = decisions;
                incoming
            });
            (place, read)
        }));
    }

    /// What is to be kept for tables with the same headings.
    #[must_use]
    pub fn tables(&self) -> Vec<KnownTable> {
        let table = |one: &Incoming| KnownTable { name: one.input.name(), instructions: one.instructions() };
        self.files.iter().map(table).collect()
    }
}
