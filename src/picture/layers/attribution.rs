//! The attribution: note, sources, the border policy and the credits, on a plate at the lower right.

use crate::globe::view::Point;
use crate::picture::attribution::{Attribution, LINE};
use crate::picture::header::margin;
use crate::picture::look::size;
use crate::picture::marks::Marks;
use crate::picture::plan::Plan;
use crate::picture::text::Weight;
use crate::picture::{Anchor, Shape, Stroke};

/// Draws the lines, the last at the very bottom.
pub fn draw(plan: &Plan, out: &mut Marks) {
    let look = plan.look;
    let Attribution { lines, rect, is_strip, own_rect: _ } = &plan.layout.attribution;
    let (rect, fill) = (*rect, if *is_strip { plan.ground() } else { look.paper.faded(0.78) });
    let (x, anchor) = if *is_strip {
        plan.begin(rect.min.x, rect.max.x, margin(rect.width()))
    } else {
        (rect.max.x - 8.0, Anchor::End)
    };
    out.draw(Shape::Panel { rect, corner: 0.0, fill, stroke: Stroke::default() });
    for (i, text) in lines.iter().cloned().enumerate() {
        let at = Point { x, y: rect.min.y + 13.5 + i as f32 * LINE };
        let (size, weight, colour) = (size::SMALL, Weight::Regular, look.quiet_ink);
        out.draw(Shape::Text { at, anchor, text, size, weight, colour, halo: None });
    }
}
