//! What lies beyond the pane: an arrow at its edge with the name of the place where a line comes from or
//! leads to.

use crate::globe::view::{Point, Rect};
use crate::picture::emphasis::Level;
use crate::picture::layers::names::names_of_capital;
use crate::picture::look::size;
use crate::picture::marks::Marks;
use crate::picture::plan::{Plan, PlannedLine};
use crate::picture::text::{Weight, width};
use crate::picture::{Anchor, Shape};
use crate::words::part::lists::ListText;
use crate::words::say;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Arrows at the edges of a pane; more would fence the map in.
const MOST: usize = 16;
/// Names beside one arrow.
const MOST_NAMES: usize = 3;
/// Points within which the names of two places share an arrow.
const NEAR: f32 = 22.0;
/// Points from the edge to the tip of an arrow, and how long an arrow is.
const INSET: f32 = 5.0;
const LONG: f32 = 7.0;

/// A side of the pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Left,
    Right,
    Top,
    Bottom,
}

/// A place beyond the pane, and where its strongest line crosses the edge.
#[derive(Clone, Debug)]
struct Beyond {
    side: Side,
    at: Point,
    weight: usize,
    name: String,
}

/// Draws the arrows with their names, where there is room for them.
pub fn draw(plan: &Plan, out: &mut Marks) {
    let labels = plan.scene.state.labels;
    if !labels.venues && !labels.countries {
        return;
    }
    let mut found: BTreeMap<String, Beyond> = BTreeMap::new();
    for line in plan.lines.iter().filter(|line| line.level > Level::Context && line.strong) {
        for one in beyond(plan, line) {
            let known = found.entry(one.name.clone()).or_insert_with(|| one.clone());
            if one.weight > known.weight {
                *known = one;
            }
        }
    }
    let mut found: Vec<Beyond> = found.into_values().collect();
    found.sort_by(|a, b| b.weight.cmp(&a.weight).then_with(|| a.name.cmp(&b.name)));
    found.truncate(MOST);
    let groups = grouped(found);
    // No name covers an arrow, whichever stands first.
    for group in &groups {
        out.taken.push(Rect::around(inset(&group[0], INSET + LONG / 2.0), LONG, LONG));
    }
    for group in groups {
        draw_group(plan, out, &group);
    }
}

/// The direction out of the pane.
const fn outwards(side: Side) -> Point {
    match side {
        Side::Left => Point { x: -1.0, y: 0.0 },
        Side::Right => Point { x: 1.0, y: 0.0 },
        Side::Top => Point { x: 0.0, y: -1.0 },
        Side::Bottom => Point { x: 0.0, y: 1.0 },
    }
}

/// So many points inside the edge.
fn inset(one: &Beyond, by: f32) -> Point {
    let outwards = outwards(one.side);
    Point { x: one.at.x - outwards.x * by, y: one.at.y - outwards.y * by }
}

/// The ends of a line that lie beyond the pane, while some of the line lies on it.
fn beyond(plan: &Plan, line: &PlannedLine) -> Vec<Beyond> {
    let pane = plan.layout.pane;
    let weight = line.drawn.weight;
    let mut found = Vec::new();
    let starts = line.pieces.first().cloned();
    let ends = line.pieces.last().filter(|_| line.arrives);
    let ends = ends.map(|piece| piece.iter().rev().copied().collect::<Vec<Point>>());
    for (course, is_start) in [(starts, true), (ends, false)] {
        let Some((side, at)) = course.and_then(|course| crossing(pane, &course)) else { continue };
        let name = if is_start { name_of_start(plan, line) } else { name_of_end(plan, line) };
        if let Some(name) = name.filter(|name| !name.is_empty()) {
            found.push(Beyond { side, at, weight, name });
        }
    }
    found
}

/// Where a course that begins beyond the pane first crosses its edge.
fn crossing(pane: Rect, course: &[Point]) -> Option<(Side, Point)> {
    if course.first().is_none_or(|first| pane.contains(*first)) {
        return None;
    }
    let pair = course.windows(2).find(|pair| pane.contains(pair[1]))?;
    let (out, inside) = (pair[0], pair[1]);
    let share = |edge: f32, from: f32, to: f32| (edge - from) / (to - from);
    let crossings = [
        (Side::Left, out.x < pane.min.x, share(pane.min.x, out.x, inside.x)),
        (Side::Right, out.x > pane.max.x, share(pane.max.x, out.x, inside.x)),
        (Side::Top, out.y < pane.min.y, share(pane.min.y, out.y, inside.y)),
        (Side::Bottom, out.y > pane.max.y, share(pane.max.y, out.y, inside.y)),
    ];
    // The last edge that is crossed on the way in.
    let last =
        crossings.into_iter().filter(|(_, is_beyond, _)| *is_beyond).max_by(|a, b| a.2.total_cmp(&b.2));
    let (side, _, share) = last?;
    let at = Point { x: out.x + (inside.x - out.x) * share, y: out.y + (inside.y - out.y) * share };
    Some((side, at))
}

fn name_of_start(plan: &Plan, line: &PlannedLine) -> Option<String> {
    let tie = line.drawn.tie;
    let capital = tie.capitals().find(|(_, at)| *at == tie.from);
    if let Some((state, at)) = capital {
        return names_of_capital(plan, state, at).into_iter().next();
    }
    let place = plan.scene.shown.ties.places.iter().find(|place| place.at == tie.from)?;
    Some(place.spoken_name())
}

fn name_of_end(plan: &Plan, line: &PlannedLine) -> Option<String> {
    let tie = line.drawn.tie;
    if let Some(place) = tie.place {
        return Some(plan.scene.shown.ties.places[place].spoken_name());
    }
    let (state, at) = tie.capitals().find(|(_, at)| *at == tie.to)?;
    names_of_capital(plan, state, at).into_iter().next()
}

/// Those whose arrows would lie on each other, together; the strongest first.
fn grouped(mut found: Vec<Beyond>) -> Vec<Vec<Beyond>> {
    found.sort_by_key(|one| Reverse(one.weight));
    let mut groups: Vec<Vec<Beyond>> = Vec::new();
    for one in found {
        let near =
            |group: &&mut Vec<Beyond>| group[0].side == one.side && group[0].at.distance_to(one.at) < NEAR;
        match groups.iter_mut().find(near) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}

fn draw_group(plan: &Plan, out: &mut Marks, group: &[Beyond]) {
    let first = &group[0];
    let names: Vec<&str> = group.iter().take(MOST_NAMES).map(|one| one.name.as_str()).collect();
    let more = group.len().checked_sub(MOST_NAMES + 1).map(|more| say(ListText::AndMore(more + 1)));
    let text = std::iter::once(names.join(", ")).chain(more).collect::<Vec<_>>().join(" ");
    let half = width(&text, size::SMALL, Weight::Regular) / 2.0;
    let pane = plan.layout.pane;
    let outwards = outwards(first.side);
    // The name stands inside the edge, beside the line that it belongs to.
    let beside = [13.0, -13.0, 26.0, -26.0].map(|shift: f32| match first.side {
        Side::Left | Side::Right => {
            let middle = inset(first, INSET + half);
            Point { y: middle.y + shift.signum() * (shift.abs() + 3.0), ..middle }
        }
        Side::Top | Side::Bottom => {
            let middle = inset(first, INSET + LONG);
            Point { x: middle.x + shift.signum() * (half + shift.abs() - 2.0), ..middle }
        }
    });
    let rect = |at: &Point| Rect::around(*at, half + 2.0, 8.0);
    let fits =
        |at: &Point| pane.contains(rect(at).min) && pane.contains(rect(at).max) && out.is_free(rect(at));
    let Some(middle) = beside.into_iter().find(fits) else { return };
    out.taken.push(rect(&middle));
    let tip = inset(first, INSET);
    let base = inset(first, INSET + LONG);
    let (nx, ny) = (-outwards.y * LONG * 0.5, outwards.x * LONG * 0.5);
    let points =
        vec![tip, Point { x: base.x + nx, y: base.y + ny }, Point { x: base.x - nx, y: base.y - ny }];
    out.draw(Shape::Polygon { points, fill: plan.look.ink });
    let at = Point { y: middle.y + size::SMALL * 0.36, ..middle };
    let (anchor, colour, halo) = (Anchor::Middle, plan.look.ink, Some(plan.look.halo));
    out.draw(Shape::Text { at, anchor, text, size: size::SMALL, weight: Weight::Regular, colour, halo });
}
