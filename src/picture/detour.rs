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
const ENDS: f32 = 6.0;

/// How often a course is looked at, at most: what bends it round one mark may push it over another.
const LOOKS: usize = 5;
/// How the stretch that is bent differs from the usual one where that one leads over another mark.
const STRETCHES: [f32; 4] = [1.0, 0.6, 0.35, 1.6];

/// Bends a course round the marks that it crosses, on the nearer side or, where that leads over another mark,
/// on the farther one. Nothing leaves the earth.
pub fn round(course: &mut Vec<Point>, marks: &[Rim], earth: &Earth) {
    if length(course) < SHORTEST {
        return;
    }
    for look in 0..LOOKS {
        // The first look keeps a distance; the others mend what that has done.
        let clear = if look == 0 { CLEAR } else { 0.0 };
        let mut is_bent = false;
        for mark in marks {
            let Some(found) = Crossed::of(course, *mark, clear) else { continue };
            let better = if found.gap >= mark.radius {
                Some(found.bent(course, *mark, (1.0, false), earth))
            } else {
                best(course, (*mark, found), marks, earth)
            };
            if let Some(better) = better {
                *course = better;
                is_bent = true;
            }
        }
        // What could not be bent will not be on another look.
        if !is_bent {
            break;
        }
    }
}

/// How many of some marks a course crosses.
#[must_use]
pub fn crossed(course: &[Point], marks: &[Rim]) -> usize {
    marks.iter().filter(|mark| Crossed::of(course, **mark, 0.0).is_some()).count()
}

/// Of the ways round a mark the first that crosses the fewest others; `None` if none crosses fewer than the
/// course does.
fn best(course: &[Point], (mark, found): (Rim, Crossed), marks: &[Rim], earth: &Earth) -> Option<Vec<Point>> {
    let mut least = crossed(course, marks);
    let mut best = None;
    for way in [false, true].into_iter().flat_map(|far| STRETCHES.map(|stretch| (stretch, far))) {
        if least == 0 {
            break;
        }
        let bent = found.bent(course, mark, way, earth);
        let crossed = crossed(&bent, marks);
        if crossed < least {
            (least, best) = (crossed, Some(bent));
        }
    }
    best
}

/// Where a course comes too near to a mark.
#[derive(Clone, Copy)]
struct Crossed {
    /// How near.
    gap: f32,
    /// The point of the course that is nearest.
    at: Point,
    /// After how many points of its length.
    run: f32,
    /// The length of the course.
    total: f32,
}

impl Crossed {
    /// `None` where the course keeps `clear` points from the mark's rim, or ends there.
    fn of(course: &[Point], mark: Rim, clear: f32) -> Option<Self> {
        let reach = mark.radius + clear;
        let near = |pair: &[Point]| {
            let (left, right) = (pair[0].x.min(pair[1].x), pair[0].x.max(pair[1].x));
            let (top, bottom) = (pair[0].y.min(pair[1].y), pair[0].y.max(pair[1].y));
            (left - reach..=right + reach).contains(&mark.centre.x)
                && (top - reach..=bottom + reach).contains(&mark.centre.y)
        };
        if !course.windows(2).any(near) {
            return None;
        }
        let (gap, at, run) = nearest(course, mark.centre)?;
        let total = length(course);
        let is_end = run < ENDS + mark.radius || run > total - ENDS - mark.radius;
        (gap < reach && !is_end).then_some(Self { gap, at, run, total })
    }

    /// The course bent round the mark over a share of the usual stretch, on the nearer side or the farther.
    fn bent(self, course: &[Point], mark: Rim, (stretch, far): (f32, bool), earth: &Earth) -> Vec<Point> {
        let Self { gap, at, run, total } = self;
        let mut away = direction(course, mark.centre, at, gap);
        let mut needed = mark.radius + CLEAR - gap;
        if far {
            (away, needed) = (Point { x: -away.x, y: -away.y }, mark.radius + CLEAR + gap);
        }
        let reach = (stretch * (REACH * needed).max(SHORTEST)).min(run).min(total - run);
        let mut bent = course.to_vec();
        refined(&mut bent, 40);
        let mut passed = 0.0;
        let mut before: Option<Point> = None;
        for point in &mut bent {
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
        bent
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
