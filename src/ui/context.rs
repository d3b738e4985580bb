//! What the panel's parts read.

use super::answers::Answers;
use super::selected::Selected;
use crate::import::decisions::Decisions;
use crate::meeting::table::Meetings;
use crate::picture::look::Look;
use crate::query::shown::Shown;

/// The answers, the colours and what is selected, for one frame.
#[derive(Clone, Copy, Debug)]
pub struct PanelContext<'a> {
    /// The table and the answers to the question.
    pub answers: &'a Answers,
    /// What was decided about words.
    pub decisions: &'a Decisions,
    /// Colours.
    pub look: &'a Look,
    /// What is selected.
    pub selected: Option<&'a Selected>,
    /// What is pointed at.
    pub pointed: Option<&'a Selected>,
}

impl<'a> PanelContext<'a> {
    /// The table, as the border policy sees it.
    #[must_use]
    pub fn meetings(&self) -> &'a Meetings {
        self.answers.meetings()
    }

    /// The answers to the question.
    #[must_use]
    pub fn shown(&self) -> &'a Shown {
        &self.answers.shown
    }
}
