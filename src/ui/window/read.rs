//! What others read of the window, and do to it from outside.

use super::Window;
use crate::document::edit::Edit;
use crate::document::history::History;
use crate::globe::chart::Chart;
use crate::meeting::table::Meetings;
use crate::picture::Picture;
use crate::picture::compose::compose;
use crate::query::shown::Shown;
use crate::ui::importing::preview::Preview;
impl Window {
    /// The steps of the document.
    #[must_use]
    pub const fn history(&self) -> &History {
        &self.project.history
    }

    /// Makes an edit at the end of the next frame, as a step of its own.
    pub fn edit(&mut self, edit: Edit) {
        self.session.wanted.edits.push((edit, None));
    }

    /// Ends what the window keeps, when it closes for good. The size is the window's, in points.
    pub fn close(&mut self, size: Option<[f32; 2]>) {
        self.project.keeping.close(size);
    }

    /// The chart that the map is drawn on.
    #[must_use]
    pub fn chart(&self) -> Chart {
        self.ground.lands.chart
    }

    /// The sentence about what was done last, if it is on the screen.
    #[must_use]
    pub fn notice(&self) -> Option<&str> {
        self.session.notice.as_ref().map(|notice| &notice.words[..])
    }

    /// The picture as it stands, without what the pointer lights.
    #[must_use]
    pub fn picture(&self) -> Picture {
        let drawn = self.answers.on_screen(&self.state);
        compose(&self.answers.scene(&self.ground.lands, &drawn, None, self.session.map.size().into()))
    }

    /// The table as it is recorded.
    #[must_use]
    pub fn record(&self) -> &Meetings {
        self.answers.record()
    }

    /// The answers on the screen.
    #[must_use]
    pub fn shown(&self) -> &Shown {
        &self.answers.shown
    }

    /// Whether a job is under way.
    #[must_use]
    pub fn is_working(&self) -> bool {
        let is_previewing = matches!(&self.session.importing, Some(preview) if preview.is_working());
        let is_reviewing = self.session.review.is_working();
        self.session.jobs.is_any() || self.project.keeping.is_writing() || is_previewing || is_reviewing
    }

    /// The files that are looked at before anything of them is taken.
    #[must_use]
    pub fn preview(&self) -> Option<&Preview> {
        self.session.importing.as_deref()
    }
}
