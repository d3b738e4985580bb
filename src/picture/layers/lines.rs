//! Lines: from capitals to venues, thin where they start and thick with an arrow where they arrive, or
//! between two capitals.

use crate::globe::view::Point;
use crate::meeting::Status;
use crate::picture::cues::colour;
use crate::picture::curve::{halfway, length, shorten};
use crate::picture::drawn_line::{MANY, begin_width};
use crate::picture::look::{Colour, dash};
use crate::picture::marks::Marks;
use crate::picture::plan::{Plan, PlannedLine};
use crate::picture::venue::radius;
use crate::picture::{Dash, Shape};
use crate::query::tie::{Tie, TieKey};

/// Lines up to which all are drawn at full strength.
const LINES_AT_FULL_INK: f32 = 90.0;
/// The width in points of the pale band on each side of a line, which separates it from the lines behind it.
const CASING: f32 = 1.1;

/// Draws the lines in the order of the plan.
pub fn draw(plan: &Plan, out: &mut Marks) {
    let share = share_of_ink(plan);
    for line in plan.lines.iter().filter(|line| line.pieces.iter().any(|piece| is_seen(plan, piece))) {
        draw_line(plan, out, line, share);
    }
}

/// Many lines are paler, so that the land and the strong ones among them stay readable; lines that are
/// singled out are not.
fn share_of_ink(plan: &Plan) -> f32 {
    let lines = plan.scene.shown.ties.lines.len().max(1) as f32;
    if plan.emphasis.singles_out() { 1.0 } else { (LINES_AT_FULL_INK / lines).sqrt().clamp(0.3, 1.0) }
}

fn draw_line(plan: &Plan, out: &mut Marks, line: &PlannedLine, share: f32) {
    let tie = line.drawn.tie;
    let target = line.drawn.target(&plan.scene);
    let age = plan.age(line.drawn.rows);
    let ink = colour(plan.cue(line), &plan.look, tie.status).faded(share * age);
    let colour = plan.ink(ink, line.lit);
    let mut pieces = line.pieces.clone();
    let ends = line.arrives && !matches!(tie.key, TieKey::Relation { .. });
    if let Some(last) = pieces.last_mut().filter(|_| ends) {
        shorten(last, end_radius(plan, tie, line.hub) + 2.0);
    }
    let middle = halfway(&pieces).filter(|_| tie.status == Status::Cancelled);
    if let Some(last) = pieces.last_mut().filter(|last| ends && tie.travels && last.len() > 1) {
        let head = arrowhead(last, line.width);
        out.draw_for(target.clone(), Shape::Polygon { points: head, fill: colour });
    }
    let total: f32 = pieces.iter().map(|piece| length(piece)).sum();
    let start_width = begin_width(line.width, tie.travels);
    let width_at =
        |run: f32| start_width + (line.width - start_width) * if total > 0.0 { run / total } else { 0.0 };
    let dash = plan.cue(line).and_then(|cue| cue.dash).unwrap_or(dash(tie.status));
    // The casings of many lines would hide more than they tell apart.
    let cased = line.lit && plan.scene.shown.ties.lines.len() <= MANY;
    let mut run = 0.0;
    for points in pieces.into_iter().filter(|piece| piece.len() > 1) {
        let end = run + length(&points);
        let width = [width_at(run), width_at(end)];
        if cased {
            let (points, width) = (points.clone(), width.map(|width| width + 2.0 * CASING));
            let colour = plan.look.casing.faded(age);
            out.draw(Shape::Line { points, width, colour, dash: Dash::Solid });
        }
        out.draw_for(target.clone(), Shape::Line { points, width, colour, dash });
        run = end;
    }
    if let Some(middle) = middle {
        strike(out, middle, colour);
    }
}

/// The radius of the mark that a line ends at.
fn end_radius(plan: &Plan, tie: &Tie, hub: Option<f32>) -> f32 {
    hub.unwrap_or_else(|| tie.place.map_or(2.0, |place| radius(&plan.scene.shown.ties.places[place])))
}

/// Whether any of a course may lie on the pane.
fn is_seen(plan: &Plan, points: &[Point]) -> bool {
    let pane = plan.layout.pane;
    let beyond = |is_out: &dyn Fn(&Point) -> bool| points.iter().all(is_out);
    !(beyond(&|at| at.x < pane.min.x - 30.0)
        || beyond(&|at| at.x > pane.max.x + 30.0)
        || beyond(&|at| at.y < pane.min.y - 30.0)
        || beyond(&|at| at.y > pane.max.y + 30.0))
}

/// The arrowhead at the end of a line, which is shortened to its base.
fn arrowhead(points: &mut Vec<Point>, weight: f32) -> Vec<Point> {
    let tip = points[points.len() - 1];
    let reach = (5.0 + 1.5 * weight).min(length(points) * 0.6);
    let tail = points[0];
    shorten(points, reach);
    let base = points.last().copied().unwrap_or(tail);
    let (dx, dy) = (tip.x - base.x, tip.y - base.y);
    let along = base.distance_to(tip).max(0.001);
    let half = (1.6 + 0.85 * weight).min(reach * 0.6);
    let (nx, ny) = (-dy / along * half, dx / along * half);
    vec![tip, Point { x: base.x + nx, y: base.y + ny }, Point { x: base.x - nx, y: base.y - ny }]
}

/// Strikes a cancelled line through in the middle of its length.
fn strike(out: &mut Marks, middle: Point, colour: Colour) {
    for side in [-1.0, 1.0] {
        let points = vec![
            Point { x: middle.x - 5.0, y: middle.y - 5.0 * side },
            Point { x: middle.x + 5.0, y: middle.y + 5.0 * side },
        ];
        out.draw(Shape::Line { points, width: [1.6, 1.6], colour, dash: Dash::Solid });
    }
}
