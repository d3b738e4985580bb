//! The header: the title, and below it the sentence that says what is shown.

use super::look::size;
use super::sheet::Sheet;
use super::text::{Weight, width};
use super::wrap::wrapped;
use super::{Anchor, Shape, Stroke};
use crate::globe::view::{Point, Rect};

/// Space between the page's edge and what stands on it.
pub const MARGIN: f32 = 20.0;

/// The header: the title's and the sentence's lines, and how high that is.
#[derive(Clone, Debug)]
pub struct Header {
    title: Vec<String>,
    sentence: Vec<String>,
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

    /// Draws the band with its text.
    pub fn draw(self, sheet: &mut Sheet) {
        let look = sheet.look;
        let rect = Rect { min: Point::default(), max: Point { x: sheet.scene.size[0], y: self.height } };
        sheet.draw(Shape::Panel { rect, corner: 0.0, fill: look.paper, stroke: Stroke::default() });
        let mut y = 12.0;
        for (line, size, weight, colour, step) in
            self.title.into_iter().map(|line| (line, size::TITLE, Weight::SemiBold, look.ink, 24.0)).chain(
                self.sentence
                    .into_iter()
                    .map(|line| (line, size::VENUE, Weight::Regular, look.quiet_ink, 18.0)),
            )
        {
            let at = Point { x: MARGIN, y: y + step * 0.72 };
            sheet.draw(Shape::Text {
                at,
                anchor: Anchor::Start,
                text: line,
                size,
                weight,
                colour,
                halo: None,
            });
            y += step;
        }
    }
}
