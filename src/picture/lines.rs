//! Journeys: great circles from capitals to venues, thin where they start and thick with an arrow where they arrive.

use super::look::{Colour, dash};
use super::places::{SAME_CITY, radius};
use super::sheet::{Sheet, around};
use super::{Dash, Shape, Stroke};
use crate::globe::view::Point;
use crate::meeting::{Position, Status};
use crate::query::tie::Tie;
use crate::state::Target;
use std::collections::BTreeMap;

/// Points a curve may stray from the great circle.
const TOLERANCE: f64 = 0.2;
/// Lines that a map bears at full strength.
const LINES_AT_FULL_INK: f32 = 90.0;
/// Points that lines of one pair of places bow apart from each other.
const BOW: f32 = 9.0;

/// The width in points of a line that stands for so many meetings, where it arrives.
#[must_use]
pub fn width(meetings: usize) -> f32 {
    0.7 + 0.9 * (meetings as f32).sqrt()
}

/// Draws the lines, dimmed ones first, and a dot at each capital that one leaves.
pub fn draw(sheet: &mut Sheet) {
    let lines = &sheet.scene.shown.ties.lines;
    let bows = bows(lines);
    let mut order: Vec<(bool, usize)> =
        lines.iter().enumerate().map(|(i, line)| (sheet.emphasis.lights(&line.rows), i)).collect();
    order.sort_by_key(|&(lit, i)| (lit, std::cmp::Reverse(lines[i].weight), i));
    for &(lit, i) in &order {
        line(sheet, &lines[i], bows[i], lit);
    }
    for (lit, i) in order {
        capital(sheet, &lines[i], lit);
    }
}

/// How far each line bows to its left, so that lines between the same two places lie side by side.
fn bows(lines: &[Tie]) -> Vec<f32> {
    let corner = |at: Position| ((at.lon * 1e4) as i64, (at.lat * 1e4) as i64);
    let mut pairs: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (i, line) in lines.iter().enumerate() {
        let (a, b) = (corner(line.from), corner(line.to));
        pairs.entry((a.min(b), a.max(b))).or_default().push(i);
    }
    let mut bows = vec![0.0; lines.len()];
    for members in pairs.values() {
        for (place, &i) in members.iter().enumerate() {
            let side = if corner(lines[i].from) < corner(lines[i].to) { 1.0 } else { -1.0 };
            bows[i] = side * BOW * (place as f32 - (members.len() - 1) as f32 / 2.0);
        }
    }
    bows
}

fn line(sheet: &mut Sheet, line: &Tie, bow: f32, lit: bool) {
    let tolerance = TOLERANCE / sheet.to_page.scale;
    let pieces = sheet.scene.lands.chart.course(line.from, line.to, tolerance);
    let mut pieces: Vec<Vec<Point>> = pieces
        .into_iter()
        .map(|piece| piece.into_iter().map(|at| sheet.to_page.page_from_plane(at)).collect())
        .collect();
    if let [only] = &mut pieces[..] {
        bowed(only, bow);
    }
    let weight = width(line.weight);
    let place_radius = line.place.map_or(2.0, |place| radius(&sheet.scene.shown.ties.places[place]));
    let ink = sheet.look.status(line.status).faded(share_of_ink(sheet));
    let colour = sheet.ink(ink, lit);
    let target = Target::Tie(line.key.clone());
    // On a globe the way may end beyond the rim.
    let arrives = sheet.page_from_globe(line.to).is_some();
    if let Some(last) = pieces.last_mut().filter(|_| arrives) {
        shorten(last, place_radius + 2.0);
        if line.travels && last.len() > 1 {
            let head = arrowhead(last, weight);
            sheet.draw_for(target.clone(), Shape::Polygon { points: head, fill: colour });
        }
    }
    let total: f32 = pieces.iter().map(|piece| length(piece)).sum();
    let start_width = if line.travels { (weight * 0.4).max(0.6) } else { weight };
    let width_at =
        |run: f32| start_width + (weight - start_width) * if total > 0.0 { run / total } else { 0.0 };
    let mut run = 0.0;
    for points in pieces.into_iter().filter(|piece| piece.len() > 1) {
        let end = run + length(&points);
        if line.status == Status::Cancelled {
            strike(sheet, &points, colour);
        }
        sheet.courses.push(points.clone());
        let shape =
            Shape::Line { points, width: [width_at(run), width_at(end)], colour, dash: dash(line.status) };
        sheet.draw_for(target.clone(), shape);
        run = end;
    }
}

/// Many lines are paler, so that the land and the strong ones among them stay readable; lines that are singled out are not.
fn share_of_ink(sheet: &Sheet) -> f32 {
    let lines = sheet.scene.shown.ties.lines.len().max(1) as f32;
    if sheet.emphasis.rows.is_some() { 1.0 } else { (LINES_AT_FULL_INK / lines).sqrt().clamp(0.3, 1.0) }
}

/// Pushes the middle of a course to its left by up to `bow` points, less where the course is short.
fn bowed(points: &mut [Point], bow: f32) {
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else { return };
    let (dx, dy) = (last.x - first.x, last.y - first.y);
    let chord = dx.hypot(dy);
    if bow == 0.0 || chord < 1.0 {
        return;
    }
    let bow = bow.signum() * bow.abs().min(chord / 6.0);
    let count = (points.len() - 1) as f32;
    for (i, point) in points.iter_mut().enumerate() {
        let push = bow * (std::f32::consts::PI * i as f32 / count).sin();
        point.x += push * dy / chord;
        point.y -= push * dx / chord;
    }
}

fn length(points: &[Point]) -> f32 {
    points.windows(2).map(|pair| (pair[1].x - pair[0].x).hypot(pair[1].y - pair[0].y)).sum()
}

/// Takes `by` points off the end of a line; leaves nothing of a shorter one.
fn shorten(points: &mut Vec<Point>, mut by: f32) {
    while let [.., a, b] = points[..] {
        let step = (b.x - a.x).hypot(b.y - a.y);
        if step > by {
            let share = 1.0 - by / step;
            let end = points.len() - 1;
            points[end] = Point { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
            return;
        }
        by -= step;
        points.pop();
    }
    points.clear();
}

/// The arrowhead at the end of a line, which is shortened to its base.
fn arrowhead(points: &mut Vec<Point>, weight: f32) -> Vec<Point> {
    let tip = points[points.len() - 1];
    let reach = (5.0 + 1.5 * weight).min(length(points) * 0.6);
    let tail = points[0];
    shorten(points, reach);
    let base = points.last().copied().unwrap_or(tail);
    let (dx, dy) = (tip.x - base.x, tip.y - base.y);
    let along = dx.hypot(dy).max(0.001);
    let half = (1.6 + 0.85 * weight).min(reach * 0.6);
    let (nx, ny) = (-dy / along * half, dx / along * half);
    vec![tip, Point { x: base.x + nx, y: base.y + ny }, Point { x: base.x - nx, y: base.y - ny }]
}

/// Strikes a cancelled line through in its middle.
fn strike(sheet: &mut Sheet, points: &[Point], colour: Colour) {
    let middle = points[points.len() / 2];
    for side in [-1.0, 1.0] {
        let points = vec![
            Point { x: middle.x - 5.0, y: middle.y - 5.0 * side },
            Point { x: middle.x + 5.0, y: middle.y + 5.0 * side },
        ];
        sheet.draw(Shape::Line { points, width: [1.6, 1.6], colour, dash: Dash::Solid });
    }
}

fn capital(sheet: &mut Sheet, line: &Tie, lit: bool) {
    // A capital where meetings are held has a larger mark of its own.
    let near = |at: Position| (at.lon - line.from.lon).hypot(at.lat - line.from.lat) < SAME_CITY;
    if sheet.scene.shown.ties.places.iter().any(|place| !place.hollow && near(place.at)) {
        return;
    }
    let Some(centre) = sheet.page_from_globe(line.from) else { return };
    let fill = sheet.ink(sheet.look.status(line.status), lit);
    sheet.discs.push(around(centre, 3.0, 3.0));
    let target = Target::Country(line.key.from());
    sheet.draw_for(target, Shape::Disc { centre, radius: 2.3, fill, stroke: Stroke::default() });
}
