//! A line of changing width as filled outlines: SVG strokes have one width only.

use crate::globe::view::Point;
use crate::picture::Dash;
use crate::picture::dash::dash_pieces;

/// How much longer than half the width a corner's offset may get where the line turns sharply.
const LONGEST_MITRE: f32 = 2.0;

/// The outlines of the line's ink, its width going evenly from `width[0]` to `width[1]`. Broken lines become
/// one outline a piece, those off the page left out.
#[must_use]
pub fn outline(points: &[Point], width: [f32; 2], dash: Dash, page: [f32; 2]) -> Vec<Vec<Point>> {
    let width_at = |share: f32| width[0] + share * (width[1] - width[0]);
    match dash.lengths() {
        None => vec![ring(points, width)],
        Some(lengths) => {
            let pieces = dash_pieces(points, lengths, page);
            pieces.iter().map(|piece| ring(&piece.points, piece.shares.map(width_at))).collect()
        }
    }
}

/// Along the left side and back along the right one.
fn ring(points: &[Point], width: [f32; 2]) -> Vec<Point> {
    let mut points = points.to_vec();
    points.dedup();
    let passed: Vec<f32> = std::iter::once(0.0)
        .chain(points.windows(2).scan(0.0, |passed, pair| {
            *passed += (pair[1].x - pair[0].x).hypot(pair[1].y - pair[0].y);
            Some(*passed)
        }))
        .collect();
    let total = passed.last().copied().unwrap_or(0.0).max(f32::MIN_POSITIVE);
    let offset = |i: usize| {
        let half = 0.5 * (width[0] + passed[i] / total * (width[1] - width[0]));
        let [x, y] = left_of(&points, i);
        [x * half, y * half]
    };
    let side = |sign: f32| {
        let points = &points;
        (0..points.len()).map(move |i| {
            let [x, y] = offset(i);
            Point { x: points[i].x + sign * x, y: points[i].y + sign * y }
        })
    };
    side(1.0).chain(side(-1.0).rev()).collect()
}

/// The direction to the left of a line at one of its points, halfway between its two steps there and longer
/// where they turn.
fn left_of(points: &[Point], i: usize) -> [f32; 2] {
    let left = |from: usize, to: usize| {
        let (x, y) = (points[to].x - points[from].x, points[to].y - points[from].y);
        let length = x.hypot(y).max(f32::MIN_POSITIVE);
        [y / length, -x / length]
    };
    let last = points.len() - 1;
    if last == 0 {
        return [0.0, 0.0];
    }
    let before = left(i.max(1) - 1, i.max(1));
    let after = left(i.min(last - 1), i.min(last - 1) + 1);
    let sum = [before[0] + after[0], before[1] + after[1]];
    // Half the sum of two unit vectors is the cosine of half the turn; a mitre is as long as its inverse.
    let cosine = (sum[0].hypot(sum[1]) / 2.0).max(1.0 / LONGEST_MITRE);
    sum.map(|part| part / (2.0 * cosine * cosine))
}
