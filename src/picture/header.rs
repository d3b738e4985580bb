//! The header as it is laid out: the title, and below it the sentence that says what is shown.

use super::look::size;
use super::text::{Weight, width};
use super::wrap::wrapped;
use crate::globe::view::{Point, Rect};

/// Space between the page's edge and what stands on it.
pub const MARGIN: f32 = 20.0;

/// The header: the title's and the sentence's lines, and how high that is.
#[derive(Clone, Debug, Default)]
pub struct Header {
    /// The title's lines.
    pub title: Vec<String>,
    /// The sentence's lines.
    pub sentence: Vec<String>,
    /// Height in points.
    pub height: f32,
    /// Where the sentence stands.
    pub sentence_rect: Rect,
}

impl Header {
    /// Breaks title and sentence to the page's width.
    #[must_use]
    pub fn new(title: &str, sentence: &str, page_width: f32) -> Self {
        let room = page_width - 2.0 * MARGIN;
        let title = wrapped(title, size::TITLE, Weight::SemiBold, room);
        let sentence = wrapped(sentence, size::VENUE, Weight::Regular, room);
        let height = 12.0 + title.len() as f32 * 24.0 + sentence.len() as f32 * 18.0 + 10.0;
        let widths = sentence.iter().map(|line| width(line, size::VENUE, Weight::Regular));
        let min = Point { x: MARGIN, y: 12.0 + title.len() as f32 * 24.0 };
        let max = Point { x: MARGIN + widths.fold(0.0, f32::max), y: height - 10.0 };
        Self { title, sentence, height, sentence_rect: Rect { min, max } }
    }
}
