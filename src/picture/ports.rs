//! Ports: where lines meet the rim of a mark. Those that would lie on each other there are spread over the
//! rim, and each ends square to it.

use super::curve::{Earth, length, shorten};
use crate::globe::view::Point;
use std::f32::consts::TAU;

/// The angle between neighbouring ports where there is room for it.
const APART: f32 = TAU / 24.0;
/// The most that it is, however much room the ends take on a small rim.
const MOST_APART: f32 = TAU / 11.0;
/// The share of a rim that ports may fill together: a full one would bend lines right round the mark.
const FILLED: f32 = 0.8;
/// Points from the rim at which the natural direction of a line is taken.
const LOOK_OUT: f32 = 26.0;
/// The most of a line's length that is bent towards a port, and the most points.
const BENT: f32 = 0.45;
const MOST_BENT: f32 = 110.0;
/// An angle that nobody sees.
const UNSEEN: f32 = 0.02;
/// Pieces that a bend is drawn in.
const PIECES: usize = 14;

/// The end of a line at a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// The line's number.
    pub line: usize,
    /// Whether the line arrives there; else it leaves.
    pub arrives: bool,
    /// The direction in which it lies from the mark's middle by nature, in radians.
    pub towards: f32,
    /// Half the room in points that it takes on the rim.
    pub half: f32,
}

/// A mark on whose rim lines end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rim {
    /// Its middle.
    pub centre: Point,
    /// Its radius in points, with the gap to the lines.
    pub radius: f32,
}

/// The direction in which a course leaves a mark, by where it is some way off the rim; `None` if it does not
/// come out of it.
#[must_use]
pub fn towards(course: &[Point], rim: Rim, arrives: bool) -> Option<f32> {
    let is_out = |at: &&Point| at.distance_to(rim.centre) > rim.radius + LOOK_OUT;
    let far = if arrives { course.iter().rev().find(is_out) } else { course.iter().find(is_out) };
    let end = if arrives { course.first() } else { course.last() };
    let at = far.or(end).filter(|at| at.distance_to(rim.centre) > rim.radius)?;
    Some((at.y - rim.centre.y).atan2(at.x - rim.centre.x))
}

/// The directions of some ends on one rim, in the order given, moved apart as little as possible: the sum of
/// the squares of the moves is the least. Where there are too many for their distance, all are as far apart
/// as the rim allows.
#[must_use]
pub fn spread(ends: &[End], radius: f32) -> Vec<f32> {
    let mut order: Vec<usize> = (0..ends.len()).collect();
    order.sort_by(|&a, &b| ends[a].towards.total_cmp(&ends[b].towards).then(a.cmp(&b)));
    let mut directions = vec![0.0; ends.len()];
    let Some(cut) = widest_gap(ends, &order) else {
        return ends.iter().map(|end| end.towards).collect();
    };
    order.rotate_left(cut);
    // Unrolled from the widest gap on, the directions only grow.
    let first = ends[order[0]].towards;
    let turned = |direction: f32| first + (direction - first).rem_euclid(TAU);
    let wish: Vec<f32> = order.iter().map(|&end| turned(ends[end].towards)).collect();
    let apart: Vec<f32> = order
        .windows(2)
        .map(|pair| ((ends[pair[0]].half + ends[pair[1]].half) / radius.max(1.0)).clamp(APART, MOST_APART))
        .collect();
    let needed: f32 = apart.iter().sum::<f32>() + apart.first().copied().unwrap_or_default();
    let share = (FILLED * TAU / needed.max(f32::EPSILON)).min(1.0);
    let mut offset = 0.0;
    let offsets: Vec<f32> = std::iter::once(0.0)
        .chain(apart.iter().map(|gap| {
            offset += gap * share;
            offset
        }))
        .collect();
    let level: Vec<f32> = wish.iter().zip(&offsets).map(|(wish, offset)| wish - offset).collect();
    let level = within_a_turn(never_falling(&level), &offsets, apart[0] * share);
    for ((end, level), offset) in order.iter().zip(level).zip(&offsets) {
        directions[*end] = level + offset;
    }
    directions
}

/// The same levels, drawn together so that the last end keeps its distance from the first behind the cut.
fn within_a_turn(levels: Vec<f32>, offsets: &[f32], gap: f32) -> Vec<f32> {
    let [Some(first), Some(last), Some(reach)] =
        [levels.first().copied(), levels.last().copied(), offsets.last().copied()]
    else {
        return levels;
    };
    let (slack, room) = (last - first, (TAU - gap - reach).max(0.0));
    if slack <= room {
        return levels;
    }
    let middle = f32::midpoint(first, last);
    levels.into_iter().map(|level| middle + (level - middle) * room / slack).collect()
}

/// The place in the order behind the widest gap; `None` where nothing has to be moved apart.
fn widest_gap(ends: &[End], order: &[usize]) -> Option<usize> {
    if order.len() < 2 {
        return None;
    }
    let gap = |place: usize| {
        let before = order[(place + order.len() - 1) % order.len()];
        (ends[order[place]].towards - ends[before].towards).rem_euclid(TAU)
    };
    (0..order.len()).max_by(|&a, &b| gap(a).total_cmp(&gap(b)).then(b.cmp(&a)))
}

/// The numbers that never fall and lie nearest to some numbers: neighbours that fall share their mean.
fn never_falling(numbers: &[f32]) -> Vec<f32> {
    let mut blocks: Vec<(f32, usize)> = Vec::with_capacity(numbers.len());
    for &number in numbers {
        blocks.push((number, 1));
        while let [.., (before, many), (last, few)] = blocks[..] {
            if before <= last {
                break;
            }
            let all = many + few;
            blocks.truncate(blocks.len() - 2);
            blocks.push(((before * many as f32 + last * few as f32) / all as f32, all));
        }
    }
    blocks.into_iter().flat_map(|(mean, many)| std::iter::repeat_n(mean, many)).collect()
}

/// Lets a course end at the rim where it comes.
pub fn cut(course: &mut Vec<Point>, rim: Rim) {
    let off = course.last().map_or(0.0, |end| end.distance_to(rim.centre));
    shorten(course, (rim.radius - off).max(0.0));
}

/// Lets a course end at a port: its last part is bent so that it meets the rim square to it. Where the bend
/// would leave the earth, or the course is too short, it is cut at the rim as it comes.
pub fn dock(course: &mut Vec<Point>, rim: Rim, direction: f32, earth: &Earth) {
    let Rim { centre, radius } = rim;
    let natural = towards(course, rim, true);
    let turn = natural.map_or(0.0, |natural| turned_by(natural, direction));
    let off = course.last().map_or(0.0, |end| end.distance_to(centre));
    let reach = (BENT * length(course)).clamp(0.0, MOST_BENT);
    let is_plain = natural.is_none() || (turn.abs() < UNSEEN && off < 0.5) || reach < 4.0;
    let (sin, cos) = direction.sin_cos();
    let out_from = |distance: f32| Point { x: centre.x + distance * cos, y: centre.y + distance * sin };
    let port = out_from(radius);
    let pull = 0.45 * reach;
    let lead = out_from(radius + pull);
    if is_plain || !earth.contains(port) || !earth.contains(lead) {
        cut(course, rim);
        return;
    }
    let mut kept = course.clone();
    shorten(&mut kept, radius + reach);
    let [.., before, start] = kept[..] else {
        cut(course, rim);
        return;
    };
    let step = before.distance_to(start).max(f32::EPSILON);
    let on = Point {
        x: start.x + (start.x - before.x) / step * pull,
        y: start.y + (start.y - before.y) / step * pull,
    };
    let bend = (1..=PIECES).map(|piece| bezier([start, on, lead, port], piece as f32 / PIECES as f32));
    kept.extend(bend);
    *course = kept;
}

/// The same for the end that a course leaves from.
pub fn cast_off(course: &mut Vec<Point>, rim: Rim, direction: f32, earth: &Earth) {
    course.reverse();
    dock(course, rim, direction, earth);
    course.reverse();
}

fn turned_by(from: f32, to: f32) -> f32 {
    let turn = (to - from).rem_euclid(TAU);
    if turn > TAU / 2.0 { turn - TAU } else { turn }
}

fn bezier([a, b, c, d]: [Point; 4], share: f32) -> Point {
    let rest = 1.0 - share;
    let weights = [rest * rest * rest, 3.0 * rest * rest * share, 3.0 * rest * share * share, share.powi(3)];
    let sum = |side: fn(Point) -> f32| {
        [a, b, c, d].into_iter().map(side).zip(weights).map(|(at, by)| at * by).sum()
    };
    Point { x: sum(|at| at.x), y: sum(|at| at.y) }
}
