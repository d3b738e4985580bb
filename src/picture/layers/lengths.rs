//! Lengths: how long each selected line is, beside the middle of its course.

use crate::globe::view::{Point, Rect};
use crate::picture::curve::middle;
use crate::picture::look::size;
use crate::picture::marks::Marks;
use crate::picture::plan::{Plan, PlannedLine};
use crate::picture::text::{Weight, width};
use crate::picture::{Anchor, Shape};
use crate::query::row_set::RowSet;
use crate::query::tie::Tie;
use crate::words::message::Message;
use crate::words::say;

/// Selected lines that have their lengths beside them; more would hide the map.
const MOST_MEASURED: usize = 3;

/// Writes great-circle kilometres beside the selected lines, if there are few.
pub fn draw(plan: &Plan, out: &mut Marks) {
    let Some(selection) = &plan.scene.state.selection else { return };
    let rows = RowSet::of(&selection.rows(plan.scene.meetings, plan.scene.shown));
    let lines = plan.scene.shown.ties.lines.iter();
    let selected = lines.filter(|line| rows.meets(&line.rows));
    let selected: Vec<&Tie> = selected.take(MOST_MEASURED + 1).collect();
    if selected.len() > MOST_MEASURED {
        return;
    }
    for tie in selected {
        // Of a line that is fanned out, the one in the middle.
        let drawn: Vec<&PlannedLine> =
            plan.lines.iter().filter(|line| std::ptr::eq(line.drawn.tie, tie)).collect();
        let Some((middle, along)) = drawn.get(drawn.len() / 2).and_then(|line| middle(&line.pieces)) else {
            continue;
        };
        let text = say(Message::Kilometres(tie.from, tie.to));
        let half = width(&text, size::SMALL, Weight::Regular) / 2.0;
        let mut places = beside(middle, along, half).into_iter();
        let free = places.find(|at| out.is_free(Rect::around(*at, half + 2.0, 7.0)));
        let Some(at) = free.filter(|at| plan.layout.pane.contains(*at)) else { continue };
        out.taken.push(Rect::around(at, half + 2.0, 7.0));
        let at = Point { y: at.y + size::SMALL * 0.36, ..at };
        let (anchor, colour, halo) = (Anchor::Middle, plan.look.ink, Some(plan.look.halo));
        out.draw(Shape::Text { at, anchor, text, size: size::SMALL, weight: Weight::Regular, colour, halo });
    }
}

/// Where the middle of a text of this half width may stand, so that the line does not cross it: on either
/// side, then farther away.
fn beside(middle: Point, along: Point, half: f32) -> [Point; 4] {
    // How far the text reaches across the line.
    let reach = half * along.y.abs() + 7.0 * along.x.abs();
    [-1.0, 1.0, -2.0, 2.0].map(|side: f32| {
        let away = side.signum() * (reach + 5.0 + 14.0 * (side.abs() - 1.0));
        Point { x: middle.x - along.y * away, y: middle.y + along.x * away }
    })
}
