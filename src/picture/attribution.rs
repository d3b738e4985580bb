//! The attribution: the border policy and the credits, at the lower right of every picture.

use super::look::size;
use super::sheet::Sheet;
use super::text::{Weight, width};
use super::wrap::wrapped;
use super::{Anchor, Shape, Stroke};
use crate::globe::chart::Chart;
use crate::globe::policy::BorderPolicy;
use crate::globe::view::{Point, Rect};
use crate::words::message::{Message, Word};
use crate::words::{say, word};

/// The border policy, and where map and places are from, in words; part of every picture.
#[must_use]
pub fn attribution(projection: &str, borders: BorderPolicy) -> [String; 2] {
    [format!("{projection}. {}", say(Message::Borders(borders))), word(Word::Credits).to_owned()]
}

/// The attribution's lines and the rectangle they take.
#[derive(Clone, Debug)]
pub struct Attribution {
    lines: Vec<String>,
    /// At the lower right of the pane.
    pub rect: Rect,
}

const LINE: f32 = 13.0;
/// Points of width below which legend and attribution find no room beside each other, and each takes the width there is.
pub const NARROW: f32 = 960.0;

impl Attribution {
    /// Breaks the text to the pane's width.
    #[must_use]
    pub fn new(chart: &Chart, borders: BorderPolicy, pane: Rect) -> Self {
        let room = if pane.width() < NARROW { pane.width() - 16.0 } else { (pane.width() * 0.56).min(640.0) };
        let sentences = attribution(&say(Message::Chart(chart)), borders);
        let lines: Vec<String> =
            sentences.iter().flat_map(|text| wrapped(text, size::NOTE, Weight::Regular, room)).collect();
        let widest = lines.iter().map(|line| width(line, size::NOTE, Weight::Regular)).fold(0.0, f32::max);
        let high = lines.len() as f32 * LINE + 8.0;
        let min = Point { x: pane.max.x - widest - 16.0, y: pane.max.y - high };
        Self { lines, rect: Rect { min, max: pane.max } }
    }

    /// Draws the lines, the last at the very bottom.
    pub fn draw(self, sheet: &mut Sheet) {
        let look = sheet.look;
        let fill = look.paper.faded(0.78);
        sheet.draw(Shape::Panel { rect: self.rect, corner: 0.0, fill, stroke: Stroke::default() });
        for (i, text) in self.lines.into_iter().enumerate() {
            let at = Point { x: self.rect.max.x - 8.0, y: self.rect.min.y + 13.5 + i as f32 * LINE };
            let (size, weight, colour) = (size::NOTE, Weight::Regular, look.quiet_ink);
            sheet.draw(Shape::Text { at, anchor: Anchor::End, text, size, weight, colour, halo: None });
        }
    }
}
