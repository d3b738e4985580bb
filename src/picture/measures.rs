//! Measures: a bar of so many kilometres in the middle of the map, how long a selected line is, and the names of the circles.

use super::look::{Colour, size};
use super::sheet::{Sheet, around, overlap};
use super::text::{Weight, width};
use super::{Anchor, Dash, Shape};
use crate::globe::great_circle::{distance_km, midway};
use crate::globe::projection::Plane;
use crate::globe::view::{Point, Rect};
use crate::query::tie::Tie;
use crate::words::message::{Message, Word};
use crate::words::{say, word};
use std::collections::BTreeSet;

/// Points on the page over which the scale in the middle is measured.
const PROBE: f32 = 40.0;
/// The longest bar in points.
const LONGEST: f64 = 130.0;
/// Selected lines that have their lengths beside them; more would hide the map.
const MOST_MEASURED: usize = 3;

/// Draws the scale above the attribution. There is none where the middle of the map lies beyond its edge.
pub fn draw_scale(sheet: &mut Sheet, attribution: Rect) {
    let middle = sheet.pane.centre();
    let place = |dx: f32| {
        let plane = sheet.to_page.plane_from_page(Point { x: middle.x + dx, ..middle });
        sheet.scene.lands.chart.globe_from_plane(plane)
    };
    let (Some(west), Some(east)) = (place(-PROBE / 2.0), place(PROBE / 2.0)) else { return };
    let km_per_point = distance_km(west, east) / f64::from(PROBE);
    let km = round_number(km_per_point * LONGEST);
    let length = (km / km_per_point) as f32;
    if !length.is_finite() || length < 10.0 {
        return;
    }
    let text = say(Message::Scale(km));
    let look = sheet.look;
    let right = Point { x: attribution.max.x - 12.0, y: attribution.min.y - 10.0 };
    let left = Point { x: right.x - length, ..right };
    let tick = |x: f32| vec![Point { x, y: right.y - 4.0 }, Point { x, y: right.y + 3.0 }];
    for points in [vec![left, right], tick(left.x), tick(right.x)] {
        sheet.draw(Shape::Line { points, width: [1.4, 1.4], colour: look.quiet_ink, dash: Dash::Solid });
    }
    let wide = width(&text, size::NOTE, Weight::Regular).max(length);
    let min = Point { x: right.x - wide - 4.0, y: right.y - 22.0 };
    sheet.taken.push(Rect { min, max: Point { x: right.x + 4.0, y: right.y + 6.0 } });
    note(sheet, text, Point { x: right.x, y: right.y - 8.0 }, Anchor::End, look.ink);
}

/// Writes great-circle kilometres and bearing beside each selected line, if there are few.
pub fn draw_lengths(sheet: &mut Sheet) {
    let Some(selection) = &sheet.scene.state.selection else { return };
    let rows: BTreeSet<usize> = selection.rows(sheet.scene.meetings, sheet.scene.shown).into_iter().collect();
    let lines = sheet.scene.shown.ties.lines.iter();
    let selected = lines.filter(|line| line.rows.iter().any(|row| rows.contains(row)));
    let selected: Vec<&Tie> = selected.take(MOST_MEASURED + 1).collect();
    if selected.len() > MOST_MEASURED {
        return;
    }
    for line in selected {
        let Some(at) = sheet.page_from_globe(midway(line.from, line.to)) else { continue };
        let text = say(Message::Distance(line.from, line.to));
        let half = width(&text, size::NOTE, Weight::Regular) / 2.0;
        let free =
            [-12.0, 12.0, -26.0, 26.0].into_iter().map(|dy| Point { x: at.x, y: at.y + dy }).find(|at| {
                let rect = around(*at, half + 2.0, 7.0);
                !sheet.taken.iter().chain(&sheet.discs).any(|taken| overlap(*taken, rect))
            });
        if let Some(at) = free.filter(|at| sheet.pane.contains(*at)) {
            sheet.taken.push(around(at, half + 2.0, 7.0));
            let at = Point { y: at.y + size::NOTE * 0.36, ..at };
            note(sheet, text, at, Anchor::Middle, sheet.look.ink);
        }
    }
}

/// Sets the names of the tropics and polar circles on them, where the other names have left room.
pub fn draw_circle_names(sheet: &mut Sheet) {
    let lands = sheet.scene.lands;
    for circle in lands.circles.iter().filter(|_| sheet.scene.state.aids.circles) {
        let name = word(Word::Circle(circle.name));
        let half = width(name, size::NOTE, Weight::Regular) / 2.0 + 3.0;
        let places = circle.lines.iter().flat_map(|line| line.windows(2)).flat_map(|pair| {
            (0..=8).map(|share| {
                let along = |i: usize| f64::from(pair[0][i] + (pair[1][i] - pair[0][i]) * share as f32 / 8.0);
                sheet.to_page.page_from_plane(Plane { x: along(0), y: along(1) })
            })
        });
        let inside = |at: &Point| {
            let Rect { min, max } = sheet.pane;
            (min.x + half..max.x - half).contains(&at.x) && (min.y + 8.0..max.y - 8.0).contains(&at.y)
        };
        let free = |at: &Point| {
            let rect = around(*at, half, 7.0);
            !sheet.taken.iter().chain(&sheet.discs).any(|taken| overlap(*taken, rect))
        };
        let Some(at) = places.filter(inside).find(free) else { continue };
        sheet.taken.push(around(at, half, 7.0));
        let at = Point { y: at.y + size::NOTE * 0.36, ..at };
        note(sheet, name.to_owned(), at, Anchor::Middle, sheet.look.quiet_ink);
    }
}

fn note(sheet: &mut Sheet, text: String, at: Point, anchor: Anchor, colour: Colour) {
    let halo = Some(sheet.look.halo);
    sheet.draw(Shape::Text { at, anchor, text, size: size::NOTE, weight: Weight::Regular, colour, halo });
}

/// The largest of 1, 2, 5, 10, 20, 50, … that is not above `most`.
fn round_number(most: f64) -> f64 {
    let power = 10_f64.powf(most.log10().floor());
    [5.0, 2.0].into_iter().map(|step| step * power).find(|number| *number <= most).unwrap_or(power)
}
