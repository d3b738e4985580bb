//! Curves: the course of a line on the page, and what is done to it: bowed, shortened, bent towards another
//! end.

use crate::drawing::Course;
use crate::globe::outline::Outline;
use crate::globe::projection::Plane;
use crate::globe::view::{PageFromPlane, Point};

/// Points a drawn arc may stray from the true one.
const TOLERANCE: f32 = 0.2;
/// How far a gentle arc bows, as a share of its chord.
const GENTLE: f32 = 0.16;

/// The way between two places on the page by a course, in pieces where the map cuts it. Arcs and straight
/// lines keep to the great circle's side of the globe: one that the map cuts runs to the cut and on from
/// there.
#[must_use]
pub fn course(pieces: &[Vec<Plane>], to_page: PageFromPlane, course: Course) -> Vec<Vec<Point>> {
    let pieces = pieces.iter().map(|piece| piece.iter().map(|&at| to_page.page_from_plane(at)).collect());
    match course {
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

/// The map's edge on the page, for keeping what is moved on the map.
#[derive(Clone, Copy, Debug)]
pub struct Earth<'a> {
    outline: &'a Outline,
    to_page: PageFromPlane,
}

impl<'a> Earth<'a> {
    /// The edge as it lies on a page.
    #[must_use]
    pub const fn new(outline: &'a Outline, to_page: PageFromPlane) -> Self {
        Self { outline, to_page }
    }

    /// Whether a point of the page lies on the map.
    #[must_use]
    pub fn contains(&self, at: Point) -> bool {
        self.outline.contains(self.to_page.plane_from_page(at))
    }

    /// The share of the step from a point of the map to another that lies on the map.
    fn share_within(&self, from: Point, to: Point) -> f32 {
        let [from, to] = [from, to].map(|at| self.to_page.plane_from_page(at));
        self.outline.share_within(from, to) as f32
    }

    /// Where a point of the edge comes to lie that stays on the edge when it is moved.
    fn along_the_edge(&self, edge: Point, moved: Point) -> Point {
        let [edge, moved] = [edge, moved].map(|at| self.to_page.plane_from_page(at));
        self.to_page.page_from_plane(self.outline.along_the_edge(edge, moved))
    }

    /// Whether the map lies around all points that are no further than `margin` from a line: it does if it
    /// holds the corners of a rectangle around it, since no map has a dent.
    fn surrounds(&self, points: &[Point], margin: f32) -> bool {
        let around = |least: fn(f32, f32) -> f32, side: fn(&Point) -> f32, start| {
            points.iter().map(side).fold(start, least)
        };
        let x =
            [around(f32::min, |at| at.x, f32::MAX) - margin, around(f32::max, |at| at.x, f32::MIN) + margin];
        let y =
            [around(f32::min, |at| at.y, f32::MAX) - margin, around(f32::max, |at| at.y, f32::MIN) + margin];
        x.into_iter().all(|x| y.into_iter().all(|y| self.contains(Point { x, y })))
    }
}

/// How a course is set apart from others on the same way.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Apart {
    /// How far its middle is pushed to the left of the way, in points.
    pub bow: f32,
    /// How far the outermost of its companions is pushed.
    pub widest: f32,
    /// From the venue to the hub where it ends.
    pub hub: Point,
}

/// Sets a course apart: its middle is pushed to the left by `bow` points (by less, in proportion, where the
/// course is short beside the widest bow of its companions), and its end is bent to its hub. A course in
/// pieces stays whole: it meets the edge of the map at the same height on both sides. Nothing leaves the map
/// except where the hub itself lies beyond the edge. Near the edge all companions are pushed less, in
/// proportion: the outermost touches it.
pub fn set_apart(pieces: &mut [Vec<Point>], apart: &Apart, course: Course, earth: &Earth) {
    let cuts: Vec<[Point; 2]> =
        pieces.windows(2).filter_map(|pair| Some([*pair[0].last()?, *pair[1].first()?])).collect();
    bow(pieces, apart, course, earth);
    bend(pieces, apart.hub, earth);
    for (number, [end, start]) in cuts.into_iter().enumerate() {
        let ends = [pieces[number].len().checked_sub(1), (!pieces[number + 1].is_empty()).then_some(0)];
        let [Some(last), Some(first)] = ends else { continue };
        let (ended, started) = (pieces[number][last], pieces[number + 1][first]);
        if ended == end && started == start {
            continue;
        }
        let up = f32::midpoint(ended.y - end.y, started.y - start.y);
        pieces[number][last] = earth.along_the_edge(end, Point { x: ended.x, y: end.y + up });
        pieces[number + 1][first] = earth.along_the_edge(start, Point { x: started.x, y: start.y + up });
    }
}

fn bow(pieces: &mut [Vec<Point>], apart: &Apart, course: Course, earth: &Earth) {
    let chord_of = |piece: &[Point]| ends(piece).map_or(0.0, |[first, last]| first.distance_to(last));
    let chord: f32 = pieces.iter().map(|piece| chord_of(piece)).sum();
    let is_arc = course == Course::GentleArc;
    if (apart.bow == 0.0 && !is_arc) || chord < 1.0 {
        return;
    }
    let bows = apart.bow != 0.0;
    let reach = if bows { (chord / 5.0 / apart.widest).min(1.0) } else { 0.0 };
    let (bow, widest) = (apart.bow * reach, apart.widest * reach);
    if bows {
        for piece in pieces.iter_mut() {
            refined(piece, CORNERS);
        }
    }
    let total = pieces.iter().map(|piece| length(piece)).sum::<f32>().max(f32::EPSILON);
    let mut run = 0.0;
    for piece in pieces {
        let (begins, chord) = (run, chord_of(piece));
        run += length(piece);
        let Some([first, last]) = ends(piece).filter(|_| chord > 0.0) else { continue };
        let (dx, dy) = (last.x - first.x, last.y - first.y);
        let is_free = earth.surrounds(piece, widest);
        for_each_run(piece, |point, passed| {
            let share = (begins + passed) / total;
            let swing = (std::f32::consts::PI * share).sin();
            let push = bow * swing;
            let from = *point;
            point.x += push * dy / chord;
            point.y -= push * dx / chord;
            if !is_free {
                // An arc is pushed off its chord already, and gives way on the whole; a great circle is true
                // where it is.
                let off =
                    if is_arc { ((from.x - first.x) * dy - (from.y - first.y) * dx) / chord } else { 0.0 };
                let base = Point { x: from.x - off * dy / chord, y: from.y + off * dx / chord };
                let pushed = off + push;
                let outermost = if pushed < 0.0 { off - widest * swing } else { off + widest * swing };
                let furthest =
                    Point { x: base.x + outermost * dy / chord, y: base.y - outermost * dx / chord };
                let within = earth.share_within(base, furthest);
                if within < 1.0 {
                    point.x = base.x + within * pushed * dy / chord;
                    point.y = base.y - within * pushed * dx / chord;
                }
            }
        });
    }
}

/// Bends a course so that it ends beside its end, hardly at all near its start.
fn bend(pieces: &mut [Vec<Point>], hub: Point, earth: &Earth) {
    let end = pieces.last().and_then(|piece| piece.last()).copied();
    let Some(end) = end.filter(|_| hub.x != 0.0 || hub.y != 0.0) else { return };
    for piece in pieces.iter_mut() {
        refined(piece, CORNERS);
    }
    let total = pieces.iter().map(|piece| length(piece)).sum::<f32>().max(f32::EPSILON);
    let may_leave = !earth.contains(Point { x: end.x + hub.x, y: end.y + hub.y });
    let margin = hub.x.hypot(hub.y);
    let mut run = 0.0;
    for piece in pieces {
        let begins = run;
        run += length(piece);
        let is_free = may_leave || earth.surrounds(piece, margin);
        for_each_run(piece, |point, passed| {
            let share = (begins + passed) / total;
            let from = *point;
            point.x += hub.x * share * share;
            point.y += hub.y * share * share;
            if !is_free {
                let within = earth.share_within(from, *point);
                if within < 1.0 {
                    let (dx, dy) = (point.x - from.x, point.y - from.y);
                    *point = Point { x: from.x + within * dx, y: from.y + within * dy };
                }
            }
        });
    }
}

/// Corners enough for a bend that keeps to the tolerance.
const CORNERS: usize = 12;

/// Adds corners to a course, evenly, until it has so many at least.
pub fn refined(points: &mut Vec<Point>, corners: usize) {
    let parts = corners.div_ceil(points.len().max(2) - 1);
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

/// Calls back with each point and how far along the line it lies, in points.
fn for_each_run(points: &mut [Point], mut change: impl FnMut(&mut Point, f32)) {
    let mut run = 0.0;
    let mut before: Option<Point> = None;
    for point in points {
        let here = *point;
        run += before.map_or(0.0, |before| before.distance_to(here));
        before = Some(here);
        change(point, run);
    }
}

/// The point at half the length of a line in pieces; `None` if it has no point.
#[must_use]
pub fn halfway(pieces: &[Vec<Point>]) -> Option<Point> {
    middle(pieces).map(|(at, _)| at).or_else(|| pieces.iter().flatten().next_back().copied())
}

/// The point at half the length of a line in pieces, and the direction there, of length one; `None` if it has
/// no length.
#[must_use]
pub fn middle(pieces: &[Vec<Point>]) -> Option<(Point, Point)> {
    let mut left = pieces.iter().map(|piece| length(piece)).sum::<f32>() / 2.0;
    for pair in pieces.iter().flat_map(|piece| piece.windows(2)) {
        let step = pair[0].distance_to(pair[1]);
        if step >= left && step > 0.0 {
            let along = Point { x: (pair[1].x - pair[0].x) / step, y: (pair[1].y - pair[0].y) / step };
            return Some((Point { x: pair[0].x + left * along.x, y: pair[0].y + left * along.y }, along));
        }
        left -= step;
    }
    None
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
