//! The names of the tropics and the polar circles, on their lines.

use crate::globe::projection::Plane;
use crate::globe::view::{Point, Rect};
use crate::picture::look::size;
use crate::picture::marks::Marks;
use crate::picture::plan::Plan;
use crate::picture::text::{Weight, width};
use crate::picture::{Anchor, Shape};
use crate::words::message::Word;
use crate::words::word;

/// Sets the names of the tropics and polar circles on them, where the other names have left room.
pub fn draw(plan: &Plan, out: &mut Marks) {
    let lands = plan.scene.lands;
    for circle in lands.circles.iter().filter(|_| plan.scene.state.aids.circles) {
        let name = word(Word::Circle(circle.name));
        let half = width(name, size::SMALL, Weight::Regular) / 2.0 + 3.0;
        let places = circle.lines.iter().flat_map(|line| line.windows(2)).flat_map(|pair| {
            (0..=8).map(|share| {
                let along = |i: usize| f64::from(pair[0][i] + (pair[1][i] - pair[0][i]) * share as f32 / 8.0);
                plan.to_page.page_from_plane(Plane { x: along(0), y: along(1) })
            })
        });
        let inside = |at: &Point| {
            let Rect { min, max } = plan.layout.pane;
            (min.x + half..max.x - half).contains(&at.x) && (min.y + 8.0..max.y - 8.0).contains(&at.y)
        };
        let free = |at: &Point| out.is_free(Rect::around(*at, half, 7.0));
        let Some(at) = places.filter(inside).find(free) else { continue };
        out.taken.push(Rect::around(at, half, 7.0));
        let at = Point { y: at.y + size::SMALL * 0.36, ..at };
        let text = name.to_owned();
        let (anchor, colour, halo) = (Anchor::Middle, plan.look.quiet_ink, Some(plan.look.halo));
        out.draw(Shape::Text { at, anchor, text, size: size::SMALL, weight: Weight::Regular, colour, halo });
    }
}
