//! The texts of the document's places: worked out once for each version of it, those of a large one in the
//! background.

use crate::document::Document;
use crate::import::decisions::Decisions;
use crate::meeting::table::Meetings;
use crate::query::place_texts::PlaceTexts;
use crate::ui::under_way::{Told, UnderWay, finished, told};
use crate::words::label;
use crate::words::part::doing::Doing;
use std::sync::Arc;

/// Rows up to which the texts are worked out within a frame, once something is known about them.
const QUICK: usize = 5000;

/// The texts, and the version of the document that they are of.
#[derive(Clone, Debug)]
struct Known {
    texts: Arc<PlaceTexts>,
    record: Meetings,
    decisions: Arc<Decisions>,
}

/// The texts, and the job that works out newer ones.
#[derive(Debug, Default)]
pub struct Worked {
    known: Option<Known>,
    job: Option<UnderWay<Option<Known>>>,
}

impl Worked {
    /// The texts; `None` until they are worked out for the first time.
    #[must_use]
    pub fn texts(&self) -> Option<&PlaceTexts> {
        self.known.as_ref().map(|known| &*known.texts)
    }

    /// The same, to note in them what was decided until they are worked out anew.
    pub fn texts_mut(&mut self) -> Option<&mut PlaceTexts> {
        self.known.as_mut().map(|known| Arc::make_mut(&mut known.texts))
    }

    /// The record that the rows of the texts are of.
    #[must_use]
    pub fn record(&self) -> Option<&Meetings> {
        self.known.as_ref().map(|known| &known.record)
    }

    /// Whether they are being worked out.
    #[must_use]
    pub const fn is_working(&self) -> bool {
        self.job.is_some()
    }

    /// What is to be told of that.
    #[must_use]
    pub fn told(&self) -> Option<Told> {
        told(self.job.as_ref())
    }

    /// Gives up working them out.
    pub fn cancel(&mut self) {
        self.job = None;
    }

    /// Keeps them true to a document, and says whether they are others now.
    pub fn keep(&mut self, ctx: &egui::Context, document: &Document, decisions: &Arc<Decisions>) -> bool {
        let mut is_new = false;
        if let Some(Ok(Some(known))) = finished(&mut self.job) {
            self.known = Some(known);
            is_new = true;
        }
        let record = &document.record;
        let is_true = |known: &Known| known.record == *record && known.decisions == *decisions;
        if self.job.is_some() || self.known.as_ref().is_some_and(is_true) {
            return is_new;
        }
        let (record, decisions) = (record.clone(), decisions.clone());
        let before = self.known.as_ref().map(|known| known.texts.clone());
        let work = move |goes_on: &dyn Fn() -> bool| {
            let texts = PlaceTexts::of(&record, &decisions, before.as_deref(), goes_on)?;
            Some(Known { texts: Arc::new(texts), record, decisions })
        };
        if self.known.is_some() && document.record.len() <= QUICK {
            self.known = work(&|| true);
            return true;
        }
        self.job = Some(UnderWay::start(ctx, label(Doing::LookingAtPlaces), move |worker| {
            work(&|| !worker.is_cancelled())
        }));
        is_new
    }
}
