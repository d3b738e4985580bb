//! Detours: lines bend round marks that are not theirs, so that no reader takes them to stop there.

use super::curve::{Earth, length, refined};
use super::ports::Rim;
use crate::globe::view::Point;

/// Points between a line and a mark that it passes.
const CLEAR: f32 = 4.0;
/// A line is bent over so many times the way that it is moved, on either side of the mark.
const REACH: f32 = 5.0;
/// The shortest such stretch in points.
const SHORTEST: f32 = 36.0;
/// Points from its ends within which a line is not bent: there it has marks of its own.
const ENDS: f32 = 14.0;

/// Bends a course round the marks that it crosses. Nothing leaves the earth.
pub fn round(course: &mut Vec<Point>, marks: &[Rim], earth: &Earth) {
    let total = length(course);
    if total < 4.0 * ENDS {
        return;
    }
    for mark in marks {
        let Some((gap, at, run)) = nearest(course, mark.centre) else { continue };
        let needed = mark.radius + CLEAR - gap;
        if needed <= 0.0 || run < ENDS + mark.radius || run > total - ENDS - mark.radius {
            continue;
        }
        let away = direction(course, mark.centre, at, gap);
        let reach = (REACH * needed).max(SHORTEST).min(run).min(total - run);
        refined(course, 40);
        let mut passed = 0.0;
        let mut before: Option<Point> = None;
        for point in course.iter_mut() {
            let here = *point;
            passed += before.map_or(0.0, |before| before.distance_to(here));
            before = Some(here);
            let off = ((passed - run) / reach).abs();
            if off < 1.0 {
                let push = needed * (0.5 + 0.5 * (std::f32::consts::PI * off).cos());
                let moved = Point { x: here.x + push * away.x, y: here.y + push * away.y };
                if earth.contains(moved) {
                    *point = moved;
                }
            }
        }
    }
}

/// How near a course comes to a point, where, and after how many points of its length.
fn nearest(course: &[Point], to: Point) -> Option<(f32, Point, f32)> {
    let mut run = 0.0;
    let mut best: Option<(f32, Point, f32)> = None;
    for pair in course.windows(2) {
        let (dx, dy) = (pair[1].x - pair[0].x, pair[1].y - pair[0].y);
        let square = (dx * dx + dy * dy).max(f32::EPSILON);
        let share = (((to.x - pair[0].x) * dx + (to.y - pair[0].y) * dy) / square).clamp(0.0, 1.0);
        let at = Point { x: pair[0].x + share * dx, y: pair[0].y + share * dy };
        let (gap, step) = (at.distance_to(to), square.sqrt());
        if best.is_none_or(|(least, ..)| gap < least) {
            best = Some((gap, at, run + share * step));
        }
        run += step;
    }
    best
}

/// From a mark to the point of a course that is nearest to it, of length one; where the course runs through
/// its very middle, to the left of the way.
fn direction(course: &[Point], centre: Point, at: Point, gap: f32) -> Point {
    if gap > 0.5 {
        return Point { x: (at.x - centre.x) / gap, y: (at.y - centre.y) / gap };
    }
    let (first, last) = (course[0], course[course.len() - 1]);
    let long = first.distance_to(last).max(f32::EPSILON);
    Point { x: (last.y - first.y) / long, y: (first.x - last.x) / long }
}
