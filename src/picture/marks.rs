//! The marks of a picture in the making, and the room they take.

use super::{Group, Mark, Shape};
use crate::globe::view::Rect;
use crate::state::Target;

/// What the layers have drawn so far.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// In drawing order.
    pub marks: Vec<Mark>,
    /// Where no name may stand: other names, the legend, the attribution.
    pub taken: Vec<Rect>,
    /// Discs, which only a venue's name may cross.
    pub discs: Vec<Rect>,
    /// The part of the picture that is drawn now.
    pub group: Group,
}

impl Marks {
    /// Draws a shape that no click finds.
    pub fn draw(&mut self, shape: Shape) {
        self.marks.push(Mark { shape, target: None, group: self.group });
    }

    /// Draws a shape that selects `target` when it is clicked.
    pub fn draw_for(&mut self, target: Target, shape: Shape) {
        self.marks.push(Mark { shape, target: Some(target), group: self.group });
    }

    /// Whether a text may stand here: no name, legend, attribution or disc is in the way.
    #[must_use]
    pub fn is_free(&self, rect: Rect) -> bool {
        !self.taken.iter().chain(&self.discs).any(|taken| taken.overlaps(rect))
    }
}
