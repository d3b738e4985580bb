//! The attribution: the border policy and the credits, on a plate at the lower right.

use crate::globe::view::Point;
use crate::picture::attribution::{Attribution, LINE};
use crate::picture::look::size;
use crate::picture::marks::Marks;
use crate::picture::plan::Plan;
use crate::picture::text::Weight;
use crate::picture::{Anchor, Shape, Stroke};

/// Draws the lines, the last at the very bottom.
pub fn draw(plan: &Plan, out: &mut Marks) {
    let look = plan.look;
    let Attribution { lines, rect } = &plan.layout.attribution;
    // On a narrow page it is a strip under the map, else a plate on it.
    let is_strip = rect.min.x <= plan.layout.pane.min.x;
    let (rect, fill) = (*rect, if is_strip { look.paper } else { look.paper.faded(0.78) });
    out.draw(Shape::Panel { rect, corner: 0.0, fill, stroke: Stroke::default() });
    for (i, text) in lines.iter().cloned().enumerate() {
        let at = Point { x: rect.max.x - 8.0, y: rect.min.y + 13.5 + i as f32 * LINE };
        let (size, weight, colour) = (size::SMALL, Weight::Regular, look.quiet_ink);
        out.draw(Shape::Text { at, anchor: Anchor::End, text, size, weight, colour, halo: None });
    }
}
