//! Lengths: how long each selected line is, and which way it sets out, beside the middle of its course.

use crate::globe::view::{Point, Rect};
use crate::picture::curve::halfway;
use crate::picture::look::size;
use crate::picture::marks::Marks;
use crate::picture::plan::{Plan, PlannedLine};
use crate::picture::text::{Weight, width};
use crate::picture::{Anchor, Shape};
use crate::query::tie::Tie;
use crate::words::message::Message;
use crate::words::say;
use std::collections::BTreeSet;

/// Selected lines that have their lengths beside them; more would hide the map.
const MOST_MEASURED: usize = 3;

/// Writes great-circle kilometres and bearing beside the selected lines, if there are few.
pub fn draw(plan: &Plan, out: &mut Marks) {
    let Some(selection) = &plan.scene.state.selection else { return };
    let rows: BTreeSet<usize> = selection.rows(plan.scene.meetings, plan.scene.shown).into_iter().collect();
    let lines = plan.scene.shown.ties.lines.iter();
    let selected = lines.filter(|line| line.rows.iter().any(|row| rows.contains(row)));
    let selected: Vec<&Tie> = selected.take(MOST_MEASURED + 1).collect();
    if selected.len() > MOST_MEASURED {
        return;
    }
    for tie in selected {
        // Of a line that is fanned out, the one in the middle.
        let drawn: Vec<&PlannedLine> =
            plan.lines.iter().filter(|line| std::ptr::eq(line.drawn.tie, tie)).collect();
        let Some(middle) = drawn.get(drawn.len() / 2).and_then(|line| halfway(&line.pieces)) else {
            continue;
        };
        let text = say(Message::Distance(tie.from, tie.to));
        let half = width(&text, size::NOTE, Weight::Regular) / 2.0;
        let mut places =
            [-12.0, 12.0, -26.0, 26.0].into_iter().map(|dy| Point { x: middle.x, y: middle.y + dy });
        let free = places.find(|at| out.is_free(Rect::around(*at, half + 2.0, 7.0)));
        let Some(at) = free.filter(|at| plan.layout.pane.contains(*at)) else { continue };
        out.taken.push(Rect::around(at, half + 2.0, 7.0));
        let at = Point { y: at.y + size::NOTE * 0.36, ..at };
        let (anchor, colour, halo) = (Anchor::Middle, plan.look.ink, Some(plan.look.halo));
        out.draw(Shape::Text { at, anchor, text, size: size::NOTE, weight: Weight::Regular, colour, halo });
    }
}
