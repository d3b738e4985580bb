//! The ground of the window's map: the land on the chart in force, coarse at once and fine as soon as a
//! thread has made it.

use crate::globe::borders::Borders;
use crate::globe::chart::Chart;
use crate::globe::land::{Land, Lands};
use crate::globe::thinning::Detail;
use crate::work::{Job, Polled};
use std::sync::Arc;

/// The land, and the finer one that is being made.
#[derive(Debug)]
pub struct Ground {
    /// What can be drawn now.
    pub lands: Lands,
    borders: &'static Borders,
    making: Option<Job<Land>>,
}

impl Ground {
    /// A ground that is laid already.
    #[must_use]
    pub const fn new(borders: &'static Borders, lands: Lands) -> Self {
        Self { lands, borders, making: None }
    }

    /// Lays the land out on a chart if it lies on another one: the coarse land at once. The fine one is begun
    /// when the chart rests for a frame.
    pub fn lay(&mut self, ctx: &egui::Context, borders: &'static Borders, chart: Chart) {
        self.take_what_is_made();
        if chart != self.lands.chart || !std::ptr::eq(borders, self.borders) {
            *self = Self::new(borders, Lands::in_motion(borders, chart));
            ctx.request_repaint();
        } else if self.lands.fine.is_none() && self.making.is_none() {
            let waker = ctx.clone();
            let wake = move || waker.request_repaint();
            self.making = Some(Job::start(wake, move |_| Land::new(borders, chart, Detail::Fine)));
        }
    }

    fn take_what_is_made(&mut self) {
        match self.making.as_ref().map(Job::poll) {
            Some(Polled::Done(land)) => {
                self.lands.fine = Some(Arc::new(land));
                self.making = None;
            }
            // A land that was lost is made again when the chart changes.
            None | Some(Polled::Working | Polled::Lost) => {}
        }
    }
}
