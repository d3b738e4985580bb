//! Lines: from capitals to venues, with an arrow where they arrive, or between two capitals; of one width
//! each.

use crate::globe::view::Point;
use crate::meeting::Status;
use crate::picture::cues::colour;
use crate::picture::curve::{halfway, length, shorten};
use crate::picture::drawn_line::MANY;
use crate::picture::emphasis::Level;
use crate::picture::look::{Colour, dash};
use crate::picture::marks::Marks;
use crate::picture::plan::{Plan, PlannedLine};
use crate::picture::{Dash, Shape};
use crate::query::tie::TieKey;

/// The share of its ink that a faint line keeps, and its width in points.
const FAINT: f32 = 0.34;
const FAINT_WIDTH: f32 = 0.9;
/// The shares of all faint lines together, where they are very many, and the least that is left of one: the
/// map is seen through them.
const FAINT_TOGETHER: f32 = 150.0;
const FAINTEST: f32 = 0.03;
/// The width in points of lines that are not brought forward.
const COMPANY_WIDTH: f32 = 1.25;
const CONTEXT_WIDTH: f32 = 1.0;
/// The width in points of the pale band on each side of a line, which separates it from the lines behind it.
const CASING: f32 = 1.2;

/// Draws the lines in the order of the plan.
pub fn draw(plan: &Plan, out: &mut Marks) {
    for line in plan.lines.iter().filter(|line| line.pieces.iter().any(|piece| plan.crosses(piece))) {
        draw_line(plan, out, line);
    }
}

/// How a line is drawn by the attention that it gets: its ink and its width. Lines that are singled out are
/// strong ones, however many there are.
fn pen(plan: &Plan, line: &PlannedLine) -> (Colour, f32) {
    let own = colour(plan.cue(line), &plan.look, line.drawn.tie.status);
    let is_singled_out = plan.emphasis.singles_out() && line.level == Level::Full;
    let is_faint = !(line.strong || is_singled_out);
    let (ink, width) = match line.level {
        Level::Full => (own, line.width),
        Level::Company => (own, line.width.min(COMPANY_WIDTH)),
        Level::Context => (plan.look.context, line.width.min(CONTEXT_WIDTH)),
    };
    let faint = FAINT.min(FAINT_TOGETHER / plan.lines.len() as f32).max(FAINTEST);
    let (ink, width) = if is_faint { (ink.faded(faint), width.min(FAINT_WIDTH)) } else { (ink, width) };
    (ink.faded(plan.age(line.drawn.latest)), width)
}

fn draw_line(plan: &Plan, out: &mut Marks, line: &PlannedLine) {
    let tie = line.drawn.tie;
    let target = line.drawn.target(&plan.scene);
    let (colour, width) = pen(plan, line);
    let mut pieces = line.pieces.clone();
    let middle = halfway(&pieces).filter(|_| tie.status == Status::Cancelled);
    let has_arrow = line.arrives && tie.travels && !matches!(tie.key, TieKey::Relation { .. });
    if let Some(last) = pieces.last_mut().filter(|last| has_arrow && last.len() > 1) {
        let points = arrowhead(last, width);
        out.draw_for(target.clone(), Shape::Polygon { points, fill: colour });
    }
    let dash = plan.cue(line).and_then(|cue| cue.dash).unwrap_or(dash(tie.status));
    // The casings of many lines would hide more than they tell apart.
    let cased = line.level > Level::Context && line.strong && plan.scene.shown.ties.lines.len() <= MANY;
    for points in pieces.into_iter().filter(|piece| piece.len() > 1) {
        if cased {
            let (points, width) = (points.clone(), [width + 2.0 * CASING; 2]);
            let colour = plan.look.casing.faded(plan.age(line.drawn.latest));
            out.draw(Shape::Line { points, width, colour, dash: Dash::Solid });
        }
        out.draw_for(target.clone(), Shape::Line { points, width: [width; 2], colour, dash });
    }
    if let Some(middle) = middle {
        strike(out, middle, colour);
    }
}

/// The arrowhead at the end of a line, which is shortened to its base.
fn arrowhead(points: &mut Vec<Point>, width: f32) -> Vec<Point> {
    let tip = points[points.len() - 1];
    let reach = (5.0 + 1.6 * width).min(length(points) * 0.6);
    let tail = points[0];
    shorten(points, reach);
    let base = points.last().copied().unwrap_or(tail);
    let (dx, dy) = (tip.x - base.x, tip.y - base.y);
    let along = base.distance_to(tip).max(0.001);
    let half = (1.8 + 0.9 * width).min(reach * 0.6);
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
