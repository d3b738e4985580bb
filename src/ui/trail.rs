//! The trail: what was selected and how it was seen, one step after the other, to go back and forward
//! through.

use crate::state::{Pane, State, Target};

/// What is selected, and how the meetings are seen.
#[derive(Clone, Debug, Default, PartialEq)]
struct Seen {
    selection: Option<Target>,
    pane: Pane,
}

impl Seen {
    fn of(state: &State) -> Self {
        Self { selection: state.selection.clone(), pane: state.pane }
    }

    fn put_into(&self, next: &mut State) {
        next.selection.clone_from(&self.selection);
        next.pane = self.pane;
    }
}

/// The way that was gone.
#[derive(Clone, Debug, Default)]
pub struct Trail {
    past: Vec<Seen>,
    now: Seen,
    future: Vec<Seen>,
}

/// Steps that are remembered.
const MOST: usize = 200;

impl Trail {
    /// Takes note of where a frame has led. Whoever goes on from the past leaves the future behind.
    pub fn follow(&mut self, state: &State) {
        let seen = Seen::of(state);
        if seen != self.now {
            self.past.push(std::mem::replace(&mut self.now, seen));
            if self.past.len() > MOST {
                self.past.remove(0);
            }
            self.future.clear();
        }
    }

    /// Whether there is a step back, and one forward.
    #[must_use]
    pub const fn leads(&self) -> [bool; 2] {
        [!self.past.is_empty(), !self.future.is_empty()]
    }

    /// Goes one step back.
    pub fn back(&mut self, next: &mut State) {
        if let Some(seen) = self.past.pop() {
            seen.put_into(next);
            self.future.push(std::mem::replace(&mut self.now, seen));
        }
    }

    /// Goes one step forward.
    pub fn forward(&mut self, next: &mut State) {
        if let Some(seen) = self.future.pop() {
            seen.put_into(next);
            self.past.push(std::mem::replace(&mut self.now, seen));
        }
    }

    /// What a selected meeting was reached from: a place, a pair, a country; `None` if it was reached from
    /// nothing like that.
    #[must_use]
    pub fn above(&self, state: &State) -> Option<Target> {
        let Some(Target::Meeting(_)) = &state.selection else { return None };
        let before =
            self.past.iter().rev().find(|seen| !matches!(seen.selection, Some(Target::Meeting(_))))?;
        before.selection.clone()
    }
}
