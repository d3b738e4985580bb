//! A broken line as its pieces of ink, for painters that have no dashes or that change the width along the
//! way.

use crate::globe::view::Point;

/// One piece of ink of a broken line.
#[derive(Clone, Debug, PartialEq)]
pub struct DashPiece {
    /// At least two points.
    pub points: Vec<Point>,
    /// Where the piece starts and ends along the whole line, 0 to 1: for its width there.
    pub shares: [f32; 2],
}

/// Cuts a line into pieces of `lengths[0]` points of ink, each followed by a gap of `lengths[1]` points. It
/// begins with ink; the last piece may be shorter. Pieces off a page of this width and height are left out:
/// close up, they would be thousands. A line without length has no pieces; a pattern without length leaves
/// the line whole.
#[must_use]
pub fn dash_pieces(points: &[Point], lengths: [f32; 2], page: [f32; 2]) -> Vec<DashPiece> {
    let total: f32 = points.windows(2).map(|pair| distance(pair[0], pair[1])).sum();
    let period = lengths[0] + lengths[1];
    if !(total > 0.0 && total.is_finite()) {
        return Vec::new();
    }
    if !(period > 0.0 && lengths[0] >= 0.0 && lengths[1] >= 0.0) {
        return vec![DashPiece { points: points.to_vec(), shares: [0.0, 1.0] }];
    }
    let seen = stretches_on(points, page);
    let is_seen = |start: &f32| seen.iter().any(|[from, to]| start + lengths[0] >= *from && start <= to);
    let starts = (0..).map(|number: u32| number as f32 * period).take_while(|&start| start < total);
    let starts = starts.filter(is_seen);
    let mut walk = Walk { points, next: 1, passed: 0.0 };
    starts
        .map(|start| {
            let end = (start + lengths[0]).min(total);
            DashPiece { points: walk.between(start, end), shares: [start / total, end / total] }
        })
        .collect()
}

/// Points around the page that still count as on it, for the width of the lines.
const MARGIN: f32 = 20.0;

/// Where a line is on the page, as distances along it (Liang and Barsky, "A New Concept and Method for Line
/// Clipping", 1984).
fn stretches_on(points: &[Point], page: [f32; 2]) -> Vec<[f32; 2]> {
    let mut passed = 0.0;
    let mut stretches: Vec<[f32; 2]> = Vec::new();
    for pair in points.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let length = distance(a, b);
        let mut share = [0.0_f32, 1.0];
        for (from, to, end) in [(a.x, b.x, page[0]), (a.y, b.y, page[1])] {
            let (low, high) = (-MARGIN - from, end + MARGIN - from);
            let along = to - from;
            if along == 0.0 {
                if low > 0.0 || high < 0.0 {
                    share = [1.0, 0.0];
                }
            } else {
                let (enters, leaves) = if along > 0.0 { (low, high) } else { (high, low) };
                share = [share[0].max(enters / along), share[1].min(leaves / along)];
            }
        }
        if share[0] <= share[1] {
            let [from, to] = share.map(|share| passed + share * length);
            match stretches.last_mut() {
                Some(last) if last[1] >= from - 0.01 => last[1] = to,
                _ => stretches.push([from, to]),
            }
        }
        passed += length;
    }
    stretches
}

/// A walk along a line, from piece to piece.
struct Walk<'a> {
    points: &'a [Point],
    /// The point walked towards.
    next: usize,
    /// The line's length up to the point before it.
    passed: f32,
}

impl Walk<'_> {
    /// The line between two distances from its start, which must not lie before an earlier piece.
    fn between(&mut self, start: f32, end: f32) -> Vec<Point> {
        let mut piece = vec![self.at(start)];
        while self.next + 1 < self.points.len() && self.passed + self.step() < end {
            self.passed += self.step();
            piece.push(self.points[self.next]);
            self.next += 1;
        }
        piece.push(self.here(end));
        piece
    }

    /// Walks on to a distance from the start.
    fn at(&mut self, distance: f32) -> Point {
        while self.next + 1 < self.points.len() && self.passed + self.step() < distance {
            self.passed += self.step();
            self.next += 1;
        }
        self.here(distance)
    }

    /// The point at a distance that lies on the current step.
    fn here(&self, distance: f32) -> Point {
        let (from, to) = (self.points[self.next - 1], self.points[self.next]);
        let share =
            if self.step() > 0.0 { ((distance - self.passed) / self.step()).clamp(0.0, 1.0) } else { 0.0 };
        Point { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) }
    }

    fn step(&self) -> f32 {
        distance(self.points[self.next - 1], self.points[self.next])
    }
}

fn distance(a: Point, b: Point) -> f32 {
    a.distance_to(b)
}
