//! Answers: a table as a border policy sees it, and what follows from the state's question. One value whose
//! parts agree with each other.

use crate::drawing::Drawing;
use crate::globe::as_seen::as_seen;
use crate::globe::borders::Borders;
use crate::globe::land::Lands;
use crate::globe::policy::BorderPolicy;
use crate::meeting::table::Meetings;
use crate::picture::scene::Scene;
use crate::query::index::Index;
use crate::query::left_out::{Why, left_out};
use crate::query::question::Question;
use crate::query::question::filter::Filter;
use crate::query::shown::Shown;
use crate::query::timeline::Timeline;
use crate::state::{State, Target, Time};
use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

/// Rows up to which a question is answered within a frame.
pub const QUICK: usize = 5000;

/// What a state asks of a table: everything in it that the answers depend on.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The question.
    pub question: Question,
    /// Whose borders the table is seen under.
    pub borders: BorderPolicy,
    /// The filter as the user has set it; the question's keeps the past where the state does.
    filter: Filter,
    /// How the timeline is drawn.
    time: Time,
}

impl Asked {
    /// What a state asks.
    #[must_use]
    pub fn of(state: &State) -> Self {
        Self {
            question: state.question(),
            borders: state.borders,
            filter: state.filter.clone(),
            time: state.time,
        }
    }

    /// A state with its question put back to this one, and all else as it is: what can be drawn while the new
    /// question is worked on.
    fn put_back(&self, state: &State) -> State {
        let Self { question, borders, filter, time } = self.clone();
        let Question { filter: _, rule, reading, colour, compare } = question;
        let drawing = Drawing { colour, ..state.drawing };
        State { filter, rule, reading, borders, drawing, compare, time, ..state.clone() }
    }
}

/// A table under a border policy, with its index.
#[derive(Debug)]
struct Table {
    record: Meetings,
    borders: BorderPolicy,
    /// The meetings as the policy sees them, where it sees any otherwise than the record.
    seen: Option<Meetings>,
    index: Index,
}

impl Table {
    fn under(record: Meetings, borders: BorderPolicy) -> Self {
        let seen = match as_seen(&record, borders) {
            Cow::Owned(seen) => Some(seen),
            Cow::Borrowed(_) => None,
        };
        let index = Index::new(seen.as_ref().unwrap_or(&record));
        Self { record, borders, seen, index }
    }

    fn meetings(&self) -> &Meetings {
        self.seen.as_ref().unwrap_or(&self.record)
    }
}

/// The rows that are not counted or not drawn, by reason.
pub type LeftOut = Vec<(Why, Vec<usize>)>;

/// A table and the answers to one question about it. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Answers {
    /// What they answer.
    pub asked: Asked,
    /// What is shown.
    pub shown: Arc<Shown>,
    /// The bars under the map.
    pub timeline: Arc<Timeline>,
    table: Arc<Table>,
    left_out: Arc<OnceLock<LeftOut>>,
}

impl Answers {
    /// The answers of a table that is asked for the first time.
    #[must_use]
    pub fn of(record: Meetings, asked: Asked) -> Self {
        Self::of_table(Arc::new(Table::under(record, asked.borders)), asked)
    }

    fn of_table(table: Arc<Table>, asked: Asked) -> Self {
        let shown = Shown::with(table.meetings(), &table.index, &asked.question);
        let timeline = Timeline::new(table.meetings(), &table.index, &shown, asked.time.grain);
        Self { asked, shown: shown.into(), timeline: timeline.into(), table, left_out: Arc::default() }
    }

    /// Answers another question about the same table, and says whether anything changed. What does not depend
    /// on what differs is kept.
    pub fn ask(&mut self, asked: Asked) -> bool {
        if asked == self.asked {
            return false;
        }
        if asked.borders != self.asked.borders {
            *self = Self::of(self.table.record.clone(), asked);
            return true;
        }
        let Self { asked: before, shown, timeline, table, left_out } = self;
        let (meetings, index) = (table.meetings(), &table.index);
        if asked.question != before.question {
            *shown = shown.again(meetings, index, &asked.question).into();
            *left_out = Arc::default();
        }
        let bars = |asked: &Asked| (asked.question.whenever(), asked.time.grain);
        if bars(&asked) != bars(before) {
            *timeline = Timeline::new(meetings, index, shown, asked.time.grain).into();
        }
        *before = asked;
        true
    }

    /// Answers a question about a record, which may be another version of the one before; says whether
    /// anything changed.
    pub fn ask_of(&mut self, record: &Meetings, asked: Asked) -> bool {
        if self.record() == record {
            return self.ask(asked);
        }
        *self = Self::of(record.clone(), asked);
        true
    }

    /// Whether a question is answered within a frame: a table of a few thousand rows, and no other borders.
    #[must_use]
    pub fn is_quick(&self, record: &Meetings, asked: &Asked) -> bool {
        asked.borders == self.asked.borders && record.len() <= QUICK
    }

    /// Whether they answer what a state asks of a record.
    #[must_use]
    pub fn answer(&self, record: &Meetings, state: &State) -> bool {
        self.asks_same(state) && self.record() == record
    }

    fn asks_same(&self, state: &State) -> bool {
        self.asked == Asked::of(state)
    }

    /// The meetings as they are recorded.
    #[must_use]
    pub fn record(&self) -> &Meetings {
        &self.table.record
    }

    /// The meetings as the border policy sees them. Rows are numbers of this table and of the record alike.
    #[must_use]
    pub fn meetings(&self) -> &Meetings {
        self.table.meetings()
    }

    /// The index of [`Self::meetings`].
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.table.index
    }

    /// The rows that are not counted or not drawn, by reason: worked out when it is first asked for.
    #[must_use]
    pub fn left_out(&self) -> &LeftOut {
        self.left_out.get_or_init(|| left_out(self.meetings(), &self.table.index, &self.shown))
    }

    /// The state that can be drawn with these answers: the one given, its question put back where they answer
    /// an older one.
    #[must_use]
    pub fn drawn<'s>(&self, state: &'s State) -> Cow<'s, State> {
        if self.asks_same(state) { Cow::Borrowed(state) } else { Cow::Owned(self.asked.put_back(state)) }
    }

    /// The same as the window draws it.
    #[must_use]
    pub fn on_screen<'s>(&self, state: &'s State) -> Cow<'s, State> {
        let drawn = self.drawn(state);
        if drawn.is_on_screen() { drawn } else { Cow::Owned(drawn.on_screen()) }
    }

    /// What a picture is made of. The state must be one that they answer: see [`Self::drawn`].
    #[must_use]
    pub fn scene<'a>(
        &'a self,
        lands: &'a Lands,
        state: &'a State,
        pointed: Option<&'a Target>,
        size: [f32; 2],
    ) -> Scene<'a> {
        let borders = Borders::under(self.table.borders);
        Scene { meetings: self.meetings(), shown: &self.shown, borders, lands, state, pointed, size }
    }
}
