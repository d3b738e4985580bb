//! The table of meetings: rows in order, found by number or identity. A copy shares what it does not change.

use super::Meeting;
use super::identity::MeetingId;
use ahash::HashMap;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// Meetings on a page. A change copies one page of pointers.
const PAGE: usize = 1024;

/// All meetings of a document.
///
/// The rows lie on pages of pointers, and every page but the last is full. A clone shares the pages, and a
/// change of one meeting copies its page alone, so that a hundred versions of a large table cost what differs
/// between them.
#[derive(Clone, Debug, Default)]
pub struct Meetings {
    pages: Vec<Arc<Page>>,
    /// Where each identity stands: worked out when first asked for, and shared by all versions with the same
    /// identities.
    row_of: Arc<OnceLock<HashMap<MeetingId, usize>>>,
}

type Page = Vec<Arc<Meeting>>;

impl PartialEq for Meetings {
    /// Compares pages and meetings by their address first, so that versions of a large table compare quickly.
    fn eq(&self, other: &Self) -> bool {
        let Self { pages, row_of: _ } = self;
        let same_meeting = |(a, b): (&Arc<Meeting>, &Arc<Meeting>)| Arc::ptr_eq(a, b) || a == b;
        let same_page = |(a, b): (&Arc<Page>, &Arc<Page>)| {
            Arc::ptr_eq(a, b) || (a.len() == b.len() && a.iter().zip(b.iter()).all(same_meeting))
        };
        pages.len() == other.pages.len() && pages.iter().zip(&other.pages).all(same_page)
    }
}

impl Meetings {
    /// Adds a meeting at the end and gives its row, or gives it back if its identity is taken.
    pub fn push(&mut self, meeting: Meeting) -> Result<usize, Box<Meeting>> {
        self.insert(self.len(), meeting)
    }

    /// Adds a meeting before a row, or at the end if there is no such row, and gives the row that it got;
    /// gives it back if its identity is taken.
    pub fn insert(&mut self, row: usize, meeting: Meeting) -> Result<usize, Box<Meeting>> {
        if self.row_of(meeting.id.as_str()).is_some() {
            return Err(Box::new(meeting));
        }
        let row = row.min(self.len());
        if row == self.len() {
            let row_of = Arc::make_mut(&mut self.row_of);
            row_of.get_mut().expect("it was asked just now").insert(meeting.id.clone(), row);
        } else {
            self.row_of = Arc::default();
        }
        let later = self.cut_at(row);
        self.append(std::iter::once(Arc::new(meeting)).chain(later));
        Ok(row)
    }

    /// Adds the meetings of another table at the end, or gives them back if an identity of theirs is taken.
    pub fn extend(&mut self, other: Self) -> Result<(), Self> {
        if other.iter().any(|(_, meeting)| self.row_of(meeting.id.as_str()).is_some()) {
            return Err(other);
        }
        let row_of = Arc::make_mut(&mut self.row_of).get_mut();
        if let Some(row_of) = row_of {
            let first =
                self.pages.len().saturating_sub(1) * PAGE + self.pages.last().map_or(0, |page| page.len());
            row_of.extend(other.iter().map(|(row, meeting)| (meeting.id.clone(), first + row)));
        }
        let pages = other.pages.into_iter();
        self.append(pages.flat_map(|page| Arc::try_unwrap(page).unwrap_or_else(|page| (*page).clone())));
        Ok(())
    }

    /// Puts another meeting in the place of the one with the same identity, and says whether there is one.
    pub fn replace(&mut self, meeting: Meeting) -> bool {
        let Some(row) = self.row_of(meeting.id.as_str()) else { return false };
        Arc::make_mut(&mut self.pages[row / PAGE])[row % PAGE] = Arc::new(meeting);
        true
    }

    /// Takes the meetings at some rows out. Rows that are not there are passed over.
    pub fn remove(&mut self, rows: &BTreeSet<usize>) {
        let Some(&first) = rows.first().filter(|&&first| first < self.len()) else { return };
        let later = self.cut_at(first);
        let kept = (first..).zip(later).filter(|(row, _)| !rows.contains(row));
        self.append(kept.map(|(_, meeting)| meeting));
        self.row_of = Arc::default();
    }

    /// The same table with some of its meetings otherwise. Their identities must be the same.
    #[must_use]
    pub fn with(&self, changed: Vec<(usize, Meeting)>) -> Self {
        let mut table = self.clone();
        for (row, meeting) in changed {
            debug_assert_eq!(table.get(row).id, meeting.id, "an identity is what a row is found by");
            Arc::make_mut(&mut table.pages[row / PAGE])[row % PAGE] = Arc::new(meeting);
        }
        table
    }

    /// Shares a meeting of another table, in the place of the one with the same identity, and says whether
    /// there is one.
    pub fn share(&mut self, other: &Self, row: usize) -> bool {
        let meeting = &other.pages[row / PAGE][row % PAGE];
        let Some(own) = self.row_of(meeting.id.as_str()) else { return false };
        Arc::make_mut(&mut self.pages[own / PAGE])[own % PAGE] = meeting.clone();
        true
    }

    /// How many rows there are, context included.
    #[must_use]
    pub fn len(&self) -> usize {
        let full = self.pages.len().saturating_sub(1) * PAGE;
        full + self.pages.last().map_or(0, |page| page.len())
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }

    /// The meeting at a row.
    ///
    /// # Panics
    /// If `row` is not below [`Self::len`]: rows come from this table.
    #[must_use]
    pub fn get(&self, row: usize) -> &Meeting {
        &self.pages[row / PAGE][row % PAGE]
    }

    /// The row of an identity.
    #[must_use]
    pub fn row_of(&self, id: &str) -> Option<usize> {
        let all = || self.iter().map(|(row, meeting)| (meeting.id.clone(), row)).collect();
        self.row_of.get_or_init(all).get(id).copied()
    }

    /// Rows and meetings in order.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &Meeting)> {
        self.pages.iter().flat_map(|page| page.iter()).map(|meeting| &**meeting).enumerate()
    }

    /// Takes the rows from one on out, and gives them in order.
    fn cut_at(&mut self, row: usize) -> Vec<Arc<Meeting>> {
        let mut later = Vec::with_capacity(self.len() - row);
        for page in self.pages.split_off(row.div_ceil(PAGE).min(self.pages.len())) {
            later.extend(page.iter().cloned());
        }
        if !row.is_multiple_of(PAGE) {
            let page = Arc::make_mut(self.pages.last_mut().expect("the row lies on a page"));
            later.splice(0..0, page.split_off(row % PAGE));
        }
        later
    }

    /// Fills the last page and adds pages.
    fn append(&mut self, meetings: impl Iterator<Item = Arc<Meeting>>) {
        for meeting in meetings {
            match self.pages.last_mut().filter(|page| page.len() < PAGE) {
                Some(page) => Arc::make_mut(page).push(meeting),
                None => self.pages.push(Arc::new(vec![meeting])),
            }
        }
    }
}
