//! The matrix as it lies: who met whom, in the order that was chosen, worked out when that or the answers
//! change.

use crate::query::met::{Heading, Met, Sides};
use crate::query::pair::Pair;
use crate::query::shown::Shown;
use crate::state::MatrixView;
use crate::ui::answers::{Answers, QUICK};
use std::sync::Arc;

/// Between two sections, in sides of a cell.
const GAP: f32 = 0.4;

/// Who met whom among some answers, in an order.
#[derive(Clone, Debug)]
pub struct Made {
    shown: Arc<Shown>,
    view: MatrixView,
    /// Who met whom.
    pub met: Met,
    /// The parties in order, each with where it begins, in sides of a cell.
    pub line: Vec<(usize, f32)>,
    /// The headings of sections, with where each begins and ends.
    pub headings: Vec<(Heading, f32, f32)>,
    /// The length of the whole line.
    pub length: f32,
    /// The most that is counted for a pair.
    pub most: usize,
}

impl Made {
    /// Works it out.
    #[must_use]
    pub fn new(answers: &Answers, view: MatrixView) -> Self {
        let shown = answers.shown.clone();
        let met = match view.sides {
            Sides::States => Met::of_states(answers.meetings(), &shown.rows, &shown.count),
            Sides::People => Met::of_people(answers.index(), answers.meetings(), &shown.rows, &shown.count),
        };
        let day = shown.summary.days.map(|(_, last)| last);
        let (mut line, mut headings, mut at) = (Vec::new(), Vec::new(), 0.0);
        for section in met.sections(view.order, day) {
            if at > 0.0 {
                at += GAP;
            }
            let begin = at;
            for party in section.parties {
                line.push((party, at));
                at += 1.0;
            }
            headings.push((section.heading, begin, at));
        }
        let most = met.most(1).first().map_or(0, |(_, cell)| cell.weight);
        Self { shown, view, met, line, headings, length: at, most }
    }

    /// The pair of two places in the order.
    #[must_use]
    pub fn pair(&self, [a, b]: [usize; 2]) -> Option<Pair> {
        let party = |place: usize| self.line.get(place).map(|(party, _)| &self.met.parties[*party]);
        let (a, b) = (party(a)?, party(b)?);
        match self.view.sides {
            Sides::States => Some(Pair::of_states([a.state?, b.state?])),
            Sides::People => Some(Pair::of_people([a.person.clone(), b.person.clone()])),
        }
    }

    /// The parties in sight between two points of the line.
    #[must_use]
    pub fn between(&self, from: f32, to: f32) -> std::ops::Range<usize> {
        let first = self.line.partition_point(|(_, at)| at + 1.0 < from);
        let last = self.line.partition_point(|(_, at)| *at <= to);
        first..last
    }
}

/// What the matrix keeps between frames that is not worth saving.
#[derive(Debug, Default)]
pub struct MatrixMemory {
    made: Option<Arc<Made>>,
    wanted: Option<MatrixView>,
    under_way: Option<(Arc<Shown>, MatrixView)>,
    /// The cell that the keyboard is on, by its two places in the order.
    pub at: [usize; 2],
    /// Whether it is to come into sight.
    pub reveal: bool,
    /// The cell whose row and column are lit.
    pub lit: Option<[usize; 2]>,
}

impl MatrixMemory {
    /// Who met whom; what was worked out last while a long table is counted, and nothing before that.
    pub fn made(&mut self, answers: &Answers, view: MatrixView) -> Option<Arc<Made>> {
        if let Some(made) = &self.made
            && Arc::ptr_eq(&made.shown, &answers.shown)
            && made.view == view
        {
            return Some(made.clone());
        }
        if answers.shown.rows.len() > QUICK {
            let is_begun =
                |(of, by): &(Arc<Shown>, MatrixView)| Arc::ptr_eq(of, &answers.shown) && *by == view;
            if !self.under_way.as_ref().is_some_and(is_begun) {
                self.wanted = Some(view);
                self.under_way = Some((answers.shown.clone(), view));
            }
            return self.made.clone();
        }
        self.take(Made::new(answers, view));
        self.made.clone()
    }

    /// Whether it is being worked out.
    #[must_use]
    pub const fn is_waiting(&self) -> bool {
        self.under_way.is_some()
    }

    /// The order that is to be worked out, once.
    pub fn wanted(&mut self) -> Option<MatrixView> {
        self.wanted.take()
    }

    /// Takes what was worked out.
    pub fn take(&mut self, made: Made) {
        self.under_way = None;
        let last = made.line.len().saturating_sub(1);
        self.at = self.at.map(|place| place.min(last));
        self.made = Some(Arc::new(made));
    }
}
