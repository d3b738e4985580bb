//! The scene: everything that a picture is made from.

use crate::drawing::PastDisplay;
use crate::globe::borders::Borders;
use crate::globe::land::Lands;
use crate::meeting::table::Meetings;
use crate::query::shown::Shown;
use crate::state::{State, Target};
use jiff::civil::Date;

/// The input of a picture. Nothing else is read.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The table.
    pub meetings: &'a Meetings,
    /// The answers to the state's filter.
    pub shown: &'a Shown,
    /// Names and label points of the land.
    pub borders: &'a Borders,
    /// The land on the state's chart.
    pub lands: &'a Lands,
    /// What the user has set.
    pub state: &'a State,
    /// What the pointer is on; `None` in files.
    pub pointed: Option<&'a Target>,
    /// Width and height of the page in points.
    pub size: [f32; 2],
}

impl Scene<'_> {
    /// The period before which meetings fade; `None` if none do.
    #[must_use]
    pub fn fading_window(&self) -> Option<(Date, Date)> {
        let fades = self.state.keeps_the_past() && self.state.time.mode == PastDisplay::Fading;
        self.state.filter.from.zip(self.state.filter.to).filter(|_| fades)
    }
}
