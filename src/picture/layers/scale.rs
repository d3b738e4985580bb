//! The scale: a bar of so many kilometres in the middle of the map, above the attribution.

use crate::globe::great_circle::distance_km;
use crate::globe::view::{Point, Rect};
use crate::picture::look::size;
use crate::picture::marks::Marks;
use crate::picture::plan::Plan;
use crate::picture::text::{Weight, width};
use crate::picture::{Anchor, Dash, Shape};
use crate::words::message::Message;
use crate::words::say;

/// Points on the page over which the scale in the middle is measured.
const PROBE: f32 = 40.0;
/// The longest bar in points.
const LONGEST: f64 = 130.0;

/// Draws the scale above the attribution. There is none where the middle of the map lies beyond its edge.
pub fn draw(plan: &Plan, out: &mut Marks) {
    if !plan.scene.state.aids.scale {
        return;
    }
    let attribution = plan.layout.attribution.rect;
    let middle = plan.layout.pane.centre();
    let place = |dx: f32| {
        let plane = plan.to_page.plane_from_page(Point { x: middle.x + dx, ..middle });
        plan.scene.lands.chart.globe_from_plane(plane)
    };
    let (Some(west), Some(east)) = (place(-PROBE / 2.0), place(PROBE / 2.0)) else { return };
    let km_per_point = distance_km(west, east) / f64::from(PROBE);
    let km = round_number(km_per_point * LONGEST);
    let length = (km / km_per_point) as f32;
    if !length.is_finite() || length < 10.0 {
        return;
    }
    let text = say(Message::Scale(km));
    let look = plan.look;
    let right = Point { x: attribution.max.x - 12.0, y: attribution.min.y - 10.0 };
    let left = Point { x: right.x - length, ..right };
    let tick = |x: f32| vec![Point { x, y: right.y - 4.0 }, Point { x, y: right.y + 3.0 }];
    for points in [vec![left, right], tick(left.x), tick(right.x)] {
        out.draw(Shape::Line { points, width: [1.4, 1.4], colour: look.quiet_ink, dash: Dash::Solid });
    }
    let wide = width(&text, size::SMALL, Weight::Regular).max(length);
    let min = Point { x: right.x - wide - 4.0, y: right.y - 22.0 };
    out.taken.push(Rect { min, max: Point { x: right.x + 4.0, y: right.y + 6.0 } });
    let (at, anchor, halo) = (Point { x: right.x, y: right.y - 8.0 }, Anchor::End, Some(look.halo));
    let (size, weight, colour) = (size::SMALL, Weight::Regular, look.ink);
    out.draw(Shape::Text { at, anchor, text, size, weight, colour, halo });
}

/// The largest of 1, 2, 5, 10, 20, 50, … that is not above `most`.
fn round_number(most: f64) -> f64 {
    let power = 10_f64.powf(most.log10().floor());
    [5.0, 2.0].into_iter().map(|step| step * power).find(|number| *number <= most).unwrap_or(power)
}
