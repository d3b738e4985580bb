//! The header: a band above the map with the title and the sentence.

use crate::globe::view::{Point, Rect};
use crate::picture::header::{Header, margin, sizes};
use crate::picture::marks::Marks;
use crate::picture::plan::Plan;
use crate::picture::text::Weight;
use crate::picture::{Shape, Stroke};

/// Draws the band with its text.
pub fn draw(plan: &Plan, out: &mut Marks) {
    let look = plan.look;
    let Header { title, sentence, height, title_rect: _, sentence_rect: _ } = &plan.layout.header;
    let rect = Rect { min: Point::default(), max: Point { x: plan.scene.size[0], y: *height } };
    out.draw(Shape::Panel { rect, corner: 0.0, fill: plan.ground(), stroke: Stroke::default() });
    let [[title_size, title_step], [size, step]] = sizes(plan.scene.size);
    let title = title.iter().map(|line| (line, title_size, Weight::SemiBold, look.ink, title_step));
    let sentence = sentence.iter().map(|line| (line, size, Weight::Regular, look.quiet_ink, step));
    let mut y = 12.0;
    for (text, size, weight, colour, step) in title.chain(sentence) {
        let (x, anchor) = plan.begin(0.0, plan.scene.size[0], margin(plan.scene.size[0]));
        let (at, text) = (Point { x, y: y + step * 0.72 }, text.clone());
        out.draw(Shape::Text { at, anchor, text, size, weight, colour, halo: None });
        y += step;
    }
}
