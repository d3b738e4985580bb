//! The rows of the table in the order that was chosen: worked out when that or the answers change, and read
//! by every frame.

use crate::meeting::identity::MeetingId;
use crate::query::column::{Sort, sorted};
use crate::query::shown::Shown;
use crate::ui::answers::{Answers, QUICK};
use std::sync::Arc;

/// The rows of some answers in an order.
#[derive(Clone, Debug)]
pub struct Ordered {
    shown: Arc<Shown>,
    sort: Sort,
    rows: Arc<Vec<usize>>,
}

impl Ordered {
    /// Orders the rows that are shown.
    #[must_use]
    pub fn new(answers: &Answers, sort: Sort) -> Self {
        let rows = if sort == Sort::default() {
            // The answers are in order of date.
            answers.shown.rows.clone()
        } else {
            sorted(answers.meetings(), &answers.shown.rows, sort)
        };
        Self { shown: answers.shown.clone(), sort, rows: rows.into() }
    }
}

/// What the table keeps between frames that is not worth saving.
#[derive(Debug, Default)]
pub struct TableMemory {
    ordered: Option<Ordered>,
    /// The order that is to be worked out in the background.
    wanted: Option<Sort>,
    /// The one that is being worked out, and of which answers.
    under_way: Option<(Arc<Shown>, Sort)>,
    /// The first row in sight, and how much of it lies above.
    pub first: f64,
    /// A row that is to come into sight.
    pub reveal: Option<usize>,
    /// The meeting that is selected, and where it stands in the order.
    at: Option<(MeetingId, Option<usize>)>,
    /// Rows that are to be put on the clipboard.
    pub to_copy: Option<Vec<usize>>,
}

impl TableMemory {
    /// The rows in an order. While a long table is being ordered, they stand as they stood before, or by
    /// date.
    pub fn rows(&mut self, answers: &Answers, sort: Sort) -> Arc<Vec<usize>> {
        let is_of = |ordered: &&Ordered| Arc::ptr_eq(&ordered.shown, &answers.shown);
        let known = self.ordered.as_ref().filter(is_of);
        if let Some(ordered) = known.filter(|ordered| ordered.sort == sort) {
            return ordered.rows.clone();
        }
        let is_long = answers.shown.rows.len() > QUICK && sort != Sort::default();
        if is_long {
            let is_begun = |(of, by): &(Arc<Shown>, Sort)| Arc::ptr_eq(of, &answers.shown) && *by == sort;
            if !self.under_way.as_ref().is_some_and(is_begun) {
                self.wanted = Some(sort);
                self.under_way = Some((answers.shown.clone(), sort));
            }
            if let Some(ordered) = known {
                return ordered.rows.clone();
            }
        }
        let ordered = Ordered::new(answers, if is_long { Sort::default() } else { sort });
        let rows = ordered.rows.clone();
        (self.ordered, self.at) = (Some(ordered), None);
        rows
    }

    /// The order that is to be worked out, once.
    pub fn wanted(&mut self) -> Option<Sort> {
        self.wanted.take()
    }

    /// Takes rows that were ordered.
    pub fn take(&mut self, ordered: Ordered) {
        (self.ordered, self.at, self.under_way) = (Some(ordered), None, None);
    }

    /// Where a meeting stands in the order, looked up when it or the order changes.
    pub fn place_of(&mut self, answers: &Answers, rows: &[usize], id: Option<&MeetingId>) -> Option<usize> {
        let id = id?;
        if let Some((known, at)) = &self.at
            && known == id
        {
            return *at;
        }
        let row = answers.meetings().row_of(id.as_str());
        let at = row.and_then(|row| rows.iter().position(|one| *one == row));
        self.at = Some((id.clone(), at));
        // What was selected elsewhere comes into sight.
        self.reveal = at;
        at
    }
}
