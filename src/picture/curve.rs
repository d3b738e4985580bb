//! Curves: the course of a line on the page, and what is done to it: bowed, shortened, bent towards another end.

use super::sheet::Sheet;
use super::strand::MANY;
use crate::drawing::Course;
use crate::globe::view::Point;
use crate::meeting::Position;

/// Points a drawn arc may stray from the true one.
const TOLERANCE: f32 = 0.2;
/// How much rougher the arcs of many lines may be: none of them is looked at so closely.
const ROUGHER: f64 = 0.4;
/// How far a gentle arc bows, as a share of its chord.
const GENTLE: f32 = 0.16;

/// The way between two places on the page by the course in force, in pieces where the map cuts it. Arcs and straight lines keep to the
/// great circle's side of the globe: one that the map cuts runs to the cut and on from there.
#[must_use]
pub fn course(sheet: &Sheet, from: Position, to: Position) -> Vec<Vec<Point>> {
    let many = sheet.scene.shown.ties.lines.len() > MANY;
    let scale = sheet.to_page.scale * if many { ROUGHER } else { 1.0 };
    let pieces = sheet.scene.lands.courses.course(from, to, scale);
    let pieces =
        pieces.iter().map(|piece| piece.iter().map(|&at| sheet.to_page.page_from_plane(at)).collect());
    match sheet.scene.state.drawing.course {
        Course::GreatCircle => pieces.collect(),
        Course::Straight => pieces.filter_map(|piece: Vec<Point>| ends(&piece)).map(Vec::from).collect(),
        Course::GentleArc => pieces.filter_map(|piece: Vec<Point>| ends(&piece)).map(arc).collect(),
    }
}

fn ends(points: &[Point]) -> Option<[Point; 2]> {
    Some([*points.first()?, *points.last()?])
}

/// A parabola from one end to the other that bows to the left of the way.
fn arc([from, to]: [Point; 2]) -> Vec<Point> {
    let rise = from.distance_to(to) * GENTLE;
    // A chord of a parabola over a part 1/n of its length strays from it by rise / n².
    let steps = (rise / TOLERANCE).sqrt().ceil().clamp(1.0, 200.0) as usize;
    let along = |i: usize| {
        let share = i as f32 / steps as f32;
        let push = 4.0 * GENTLE * share * (1.0 - share);
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        Point { x: from.x + dx * share + push * dy, y: from.y + dy * share - push * dx }
    };
    (0..=steps).map(along).collect()
}

/// Pushes the middle of a course to its left by `bow` points; by less, in proportion, where the course is short beside the widest bow of its
/// companions.
pub fn bowed(points: &mut Vec<Point>, [bow, widest]: [f32; 2]) {
    let Some([first, last]) = ends(points) else { return };
    let (dx, dy) = (last.x - first.x, last.y - first.y);
    let chord = first.distance_to(last);
    if bow == 0.0 || chord < 1.0 {
        return;
    }
    refined(points);
    let bow = bow * (chord / 5.0 / widest).min(1.0);
    for_each_share(points, |point, share| {
        let push = bow * (std::f32::consts::PI * share).sin();
        point.x += push * dy / chord;
        point.y -= push * dx / chord;
    });
}

/// Bends a course so that it ends `offset` points beside its end, hardly at all near its start.
pub fn bent(points: &mut Vec<Point>, offset: Point) {
    if offset.x == 0.0 && offset.y == 0.0 {
        return;
    }
    refined(points);
    for_each_share(points, |point, share| {
        point.x += offset.x * share * share;
        point.y += offset.y * share * share;
    });
}

/// Corners enough for a bend that keeps to the tolerance.
const CORNERS: usize = 12;

fn refined(points: &mut Vec<Point>) {
    let parts = CORNERS.div_ceil(points.len().max(2) - 1);
    if parts < 2 {
        return;
    }
    let between = |pair: &[Point], i: usize| {
        let share = i as f32 / parts as f32;
        Point {
            x: pair[0].x + (pair[1].x - pair[0].x) * share,
            y: pair[0].y + (pair[1].y - pair[0].y) * share,
        }
    };
    let inner: Vec<Point> =
        points.windows(2).flat_map(|pair| (0..parts).map(move |i| between(pair, i))).collect();
    let last = points.pop();
    *points = inner.into_iter().chain(last).collect();
}

/// Calls back with each point and how far along the course it lies, 0 to 1.
fn for_each_share(points: &mut [Point], mut change: impl FnMut(&mut Point, f32)) {
    let total = length(points).max(f32::EPSILON);
    let mut run = 0.0;
    let mut before: Option<Point> = None;
    for point in points {
        let here = *point;
        run += before.map_or(0.0, |before| before.distance_to(here));
        before = Some(here);
        change(point, run / total);
    }
}

/// The length in points.
#[must_use]
pub fn length(points: &[Point]) -> f32 {
    points.windows(2).map(|pair| pair[0].distance_to(pair[1])).sum()
}

/// Takes `by` points off the end of a line; leaves nothing of a shorter one.
pub fn shorten(points: &mut Vec<Point>, mut by: f32) {
    while let [.., a, b] = points[..] {
        let step = a.distance_to(b);
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
