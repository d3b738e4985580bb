//! The words in the middle of a map that shows no meeting.

use crate::globe::view::{Point, Rect};
use crate::picture::look::size;
use crate::picture::marks::Marks;
use crate::picture::plan::Plan;
use crate::picture::text::{Weight, width};
use crate::picture::{Anchor, Shape, Stroke};
use crate::words::message::Word;
use crate::words::word;

/// Says why the map is empty, if it is.
pub fn draw(plan: &Plan, out: &mut Marks) {
    if !plan.scene.shown.rows.is_empty() {
        return;
    }
    let pane = plan.layout.pane;
    let middle = pane.centre();
    let filter = &plan.scene.state.filter;
    let text = word(if plan.scene.meetings.is_empty() {
        Word::NoMeetingInTable
    } else if filter.is_period_only() {
        Word::NoMeetingAtThisTime
    } else {
        Word::NoMeetingPasses
    });
    let (size, weight, colour) = (size::TITLE, Weight::SemiBold, plan.look.ink);
    let plate = Rect::around(middle, width(text, size, weight) / 2.0 + 18.0, 24.0);
    let stroke = Stroke { width: 1.0, colour: plan.look.hairline };
    out.draw(Shape::Panel { rect: plate, corner: 6.0, fill: plan.look.paper, stroke });
    let at = Point { y: middle.y + size * 0.36, ..middle };
    let (text, anchor, halo) = (text.to_owned(), Anchor::Middle, None);
    out.draw(Shape::Text { at, anchor, text, size, weight, colour, halo });
}
