//! The attribution as it is laid out: the border policy and the credits, at the lower right of every picture.

use super::look::size;
use super::text::{Weight, width};
use super::wrap::wrapped;
use crate::globe::chart::Chart;
use crate::globe::policy::BorderPolicy;
use crate::globe::view::{Point, Rect};
use crate::words::message::{Message, Word};
use crate::words::{say, word};

/// The border policy, and where map and places are from, in words; part of every picture.
#[must_use]
pub fn attribution(projection: &str, borders: BorderPolicy) -> [String; 2] {
    sentences(projection, Message::Borders(borders))
}

fn sentences(projection: &str, borders: Message) -> [String; 2] {
    [format!("{projection}. {}", say(borders)), word(Word::Credits).to_owned()]
}

/// The attribution's lines and the rectangle they take.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// The text, line by line.
    pub lines: Vec<String>,
    /// At the lower right of the pane.
    pub rect: Rect,
}

/// Points from line to line.
pub const LINE: f32 = 14.5;
/// The width of a pane in points below which legend and attribution stand one above the other, each as wide
/// as the pane.
pub const NARROW: f32 = 960.0;

/// The share of a narrow pane that the full wording may take; where it is longer, a shorter one stands.
const MOST_TAKEN: f32 = 0.15;

impl Attribution {
    /// Breaks the text to the pane's width. On a small page the border policy is named and not told in full.
    #[must_use]
    pub fn new(chart: &Chart, borders: BorderPolicy, pane: Rect) -> Self {
        let room = if pane.width() < NARROW { pane.width() - 16.0 } else { (pane.width() * 0.56).min(640.0) };
        let projection = say(Message::Chart(chart));
        let lines_of = |borders: Message| -> Vec<String> {
            let sentences = sentences(&projection, borders);
            sentences.iter().flat_map(|text| wrapped(text, size::SMALL, Weight::Regular, room)).collect()
        };
        let full = lines_of(Message::Borders(borders));
        let is_too_long = pane.width() < NARROW && full.len() as f32 * LINE > MOST_TAKEN * pane.height();
        let lines = if is_too_long { lines_of(Message::BordersInShort(borders)) } else { full };
        let widest = lines.iter().map(|line| width(line, size::SMALL, Weight::Regular)).fold(0.0, f32::max);
        let high = lines.len() as f32 * LINE + 8.0;
        let left = if pane.width() < NARROW { pane.min.x } else { pane.max.x - widest - 16.0 };
        let min = Point { x: left, y: pane.max.y - high };
        Self { lines, rect: Rect { min, max: pane.max } }
    }
}
