//! The preview of a picture: its pixels as its file will have them, drawn in the background whenever the page
//! changes.

use super::exporting::Exhibit;
use super::under_way::{UnderWay, finished};
use crate::export::png::{NotDrawn, Pixels, pixels};
use crate::query::shown::Shown;
use crate::state::State;
use crate::words::label;
use crate::words::part::doing::Doing;
use std::sync::Arc;

/// What is drawn, and what was drawn last.
#[derive(Default)]
pub struct PagePreview {
    shown: Option<egui::TextureHandle>,
    asked: Option<Asked>,
    job: Option<UnderWay<Result<Pixels, NotDrawn>>>,
}

/// On what a preview depends.
struct Asked {
    state: State,
    /// The answers that are drawn, which may be those of the question before.
    shown: Arc<Shown>,
    /// Of the map in the window.
    size: [f32; 2],
    /// Pixels that the preview may take.
    room: [f32; 2],
}

impl Asked {
    fn is_for(&self, exhibit: &Exhibit, room: [f32; 2]) -> bool {
        let Self { state, shown, size, room: known } = self;
        (state, size, known) == (&exhibit.state, &exhibit.size, &room)
            && Arc::ptr_eq(shown, &exhibit.answers.shown)
    }
}

impl PagePreview {
    /// The picture that was drawn last.
    #[must_use]
    pub const fn shown(&self) -> Option<&egui::TextureHandle> {
        self.shown.as_ref()
    }

    /// Draws the map of an exhibit into so many pixels, unless that was done or is under way.
    pub fn keep(&mut self, ctx: &egui::Context, exhibit: Exhibit, room: [f32; 2]) {
        if let Some(Ok(Ok(pixels))) = finished(&mut self.job) {
            let size = [pixels.width as usize, pixels.height as usize];
            let image = egui::ColorImage::from_rgba_unmultiplied(size, &pixels.rgba);
            self.shown = Some(ctx.load_texture("page", image, egui::TextureOptions::LINEAR));
        }
        if self.job.is_some() || self.asked.as_ref().is_some_and(|asked| asked.is_for(&exhibit, room)) {
            return;
        }
        let shown = exhibit.answers.shown.clone();
        self.asked = Some(Asked { state: exhibit.state.clone(), shown, size: exhibit.size, room });
        self.job = Some(UnderWay::start(ctx, label(Doing::Drawing), move |_| {
            exhibit.with(|map| {
                let picture = map.picture();
                let scale = (room[0] / picture.width).min(room[1] / picture.height);
                pixels(&picture, scale)
            })
        }));
    }

    /// Forgets everything: no page is looked at.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}
