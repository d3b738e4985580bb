//! The legend: a plate at the lower left with what thickness, colours, dashes and marks mean.

use crate::globe::view::{Point, Rect};
use crate::meeting::Status;
use crate::picture::cues::mark_colour;
use crate::picture::header::margin;
use crate::picture::legend::{ENTRY_GAP, Legend, PAD, ROW, SYMBOL, Sign, entry_width, height, row_height};
use crate::picture::look::{Colour, Look, dash, size};
use crate::picture::marks::Marks;
use crate::picture::plan::Plan;
use crate::picture::symbol::{Symbol, dashed_ring};
use crate::picture::text::Weight;
use crate::picture::{Anchor, Dash, Shape, Stroke};
use crate::query::question::grouping::GroupBy;

/// Draws it, if there is one.
pub fn draw(plan: &Plan, out: &mut Marks) {
    let Some(Legend { heading, rows, rect, is_strip, .. }) = &plan.layout.legend else { return };
    let look = plan.look;
    let (corner, fill, stroke, pad) = if *is_strip {
        (0.0, plan.ground(), Stroke::default(), [margin(rect.width()), PAD * 0.4])
    } else {
        (6.0, look.paper.faded(0.94), Stroke { width: 1.0, colour: look.hairline }, [PAD, PAD * 0.75])
    };
    out.draw(Shape::Panel { rect: *rect, corner, fill, stroke });
    let mut middle = rect.min.y + pad[1] + ROW / 2.0;
    let (begin, anchor) = plan.begin(rect.min.x, rect.max.x, pad[0]);
    // The way of reading: to the right, or to the left.
    let along = if plan.is_from_the_right() { -1.0 } else { 1.0 };
    let words = |out: &mut Marks, text: &str, x: f32, middle: f32, colour: Colour| {
        let (at, text) = (Point { x, y: middle + size::SMALL * 0.36 }, text.to_owned());
        let (size, weight) = (size::SMALL, Weight::Regular);
        out.draw(Shape::Text { at, anchor, text, size, weight, colour, halo: None });
    };
    for line in heading {
        words(out, line, begin, middle, look.quiet_ink);
        middle += ROW;
    }
    // Where entries have been left out of a strip, the others stand further apart.
    let air = (rect.height() - pad[1] - height(heading, rows)).max(0.0) / rows.len().max(1) as f32;
    let air = if *is_strip && air > 1.0 { air } else { 0.0 };
    for row in rows {
        let mut x = begin;
        for entry in row {
            let left = if along < 0.0 { x - SYMBOL } else { x };
            draw_sign(plan, out, &entry.sign, Point { x: left, y: middle });
            for (number, line) in entry.lines.iter().enumerate() {
                words(out, line, x + along * (SYMBOL + 6.0), middle + number as f32 * ROW, look.ink);
            }
            x += along * (entry_width(entry) + ENTRY_GAP);
        }
        middle += row_height(row) + air;
    }
}

/// Draws a sign in a box of [`SYMBOL`] points, `at` being the middle of its left side.
fn draw_sign(plan: &Plan, out: &mut Marks, sign: &Sign, at: Point) {
    let look = plan.look;
    let right = Point { x: at.x + SYMBOL, y: at.y };
    let centre = Point { x: at.x + SYMBOL / 2.0, y: at.y };
    let line = |points, width, colour, dash| Shape::Line { points, width, colour, dash };
    match sign {
        Sign::Weight(weight) => {
            out.draw(line(vec![at, right], [*weight; 2], look.quiet_ink, Dash::Solid));
        }
        Sign::Class(cue) => {
            out.draw(line(vec![at, right], [1.6, 1.6], cue.colour, cue.dash.unwrap_or_default()));
            out.draw(cue.symbol.shape(Point { x: at.x + 4.0, ..at }, 3.6, cue.colour));
        }
        Sign::Status(status) => {
            let by_class = plan.scene.state.drawing.colour != GroupBy::Status;
            let colour = if by_class { look.quiet_ink } else { look.status(*status) };
            out.draw(line(vec![at, right], [1.6, 1.6], colour, dash(*status)));
            if *status == Status::Cancelled {
                let points = vec![
                    Point { x: centre.x - 4.0, y: at.y + 4.0 },
                    Point { x: centre.x + 4.0, y: at.y - 4.0 },
                ];
                out.draw(line(points, [1.6, 1.6], colour, Dash::Solid));
            }
        }
        Sign::Amount(amount) => {
            let (min, max) =
                (Point { x: at.x + 5.0, y: at.y - 6.0 }, Point { x: at.x + 25.0, y: at.y + 6.0 });
            let stroke = Stroke { width: 0.7, colour: look.hairline };
            out.draw(Shape::Panel { rect: Rect { min, max }, corner: 0.0, fill: amount.fill, stroke });
        }
        Sign::Ring => disc(plan, out, &look, centre, 5.5, true),
        Sign::Summit => {
            disc(plan, out, &look, centre, 5.5, false);
            let hue = mark_colour(&plan.scene.shown.question, &look, Status::Held);
            out.draw(Symbol::Star.shape(centre, 3.2, hue));
        }
        Sign::Count => {
            disc(plan, out, &look, centre, 8.0, false);
            let text = "n".to_owned();
            let at = Point { x: centre.x, y: centre.y + size::SMALL * 0.33 };
            let (size, weight, colour) = (size::SMALL, Weight::SemiBold, look.ink);
            out.draw(Shape::Text { at, anchor: Anchor::Middle, text, size, weight, colour, halo: None });
        }
        Sign::Hollow(status) => {
            let hue = mark_colour(&plan.scene.shown.question, &look, *status);
            for shape in dashed_ring(centre, 5.5, hue, look.paper) {
                out.draw(shape);
            }
        }
        Sign::Hatch => hatch(plan, out, at),
    }
}

fn disc(plan: &Plan, out: &mut Marks, look: &Look, centre: Point, radius: f32, dot: bool) {
    let stroke = Stroke { width: 1.8, colour: look.venue };
    out.draw(Shape::Disc { centre, radius, fill: look.paper, stroke });
    if dot {
        let fill = mark_colour(&plan.scene.shown.question, look, Status::Held);
        out.draw(Shape::Disc { centre, radius: 2.3, fill, stroke: Stroke::default() });
    }
}

fn hatch(plan: &Plan, out: &mut Marks, at: Point) {
    let look = plan.look;
    let rect =
        Rect { min: Point { x: at.x + 5.0, y: at.y - 6.0 }, max: Point { x: at.x + 25.0, y: at.y + 6.0 } };
    out.draw(Shape::Panel { rect, corner: 0.0, fill: look.land, stroke: Stroke::default() });
    for step in 0..4 {
        let x = rect.min.x + step as f32 * 5.0 - 1.0;
        let (from, to) = (x.max(rect.min.x), (x + 12.0).min(rect.max.x));
        let points =
            vec![Point { x: from, y: rect.max.y - (from - x) }, Point { x: to, y: rect.max.y - (to - x) }];
        out.draw(Shape::Line { points, width: [0.8, 0.8], colour: look.hatch, dash: Dash::Solid });
    }
}
