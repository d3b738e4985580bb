//! The dense part of a map: where most of what the lines count lies. A small map shows it, and tells at its
//! edge what lies beyond.

use crate::globe::projection::Plane;
use crate::globe::view::Rect;

/// The share of the weight of all ends that is shown at least.
const SHOWN: f64 = 0.8;
/// How much larger the dense part must be drawn than all for anything to be left outside; and on a page with
/// room, where the far ends are seen too, and the width in points from which on it has room.
const WORTH_IT: f64 = 1.35;
const WORTH_IT_WITH_ROOM: f64 = 2.5;
const ROOMY: f32 = 720.0;

/// A rectangle of the plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    west: f64,
    south: f64,
    east: f64,
    north: f64,
}

impl Part {
    fn around(ends: &[(Plane, usize)]) -> Option<Self> {
        let one = |(at, _): &(Plane, usize)| Self { west: at.x, south: at.y, east: at.x, north: at.y };
        ends.iter().map(one).reduce(|a, b| Self {
            west: a.west.min(b.west),
            south: a.south.min(b.south),
            east: a.east.max(b.east),
            north: a.north.max(b.north),
        })
    }

    /// Whether a point lies in it or on its edge.
    #[must_use]
    pub fn contains(self, at: Plane) -> bool {
        (self.west..=self.east).contains(&at.x) && (self.south..=self.north).contains(&at.y)
    }

    /// Its lower left and upper right corner.
    #[must_use]
    pub const fn corners(self) -> [Plane; 2] {
        [Plane { x: self.west, y: self.south }, Plane { x: self.east, y: self.north }]
    }

    /// It, wide enough for a point.
    #[must_use]
    pub const fn with(self, at: Plane) -> Self {
        Self {
            west: self.west.min(at.x),
            south: self.south.min(at.y),
            east: self.east.max(at.x),
            north: self.north.max(at.y),
        }
    }

    /// Plane units for a point of a pane that shows it.
    fn span(self, pane: Rect) -> f64 {
        let wide = (self.east - self.west) / f64::from(pane.width().max(1.0));
        let high = (self.north - self.south) / f64::from(pane.height().max(1.0));
        wide.max(high)
    }
}

/// Each end counts, and the more the more meetings.
fn weight(ends: &[(Plane, usize)]) -> f64 {
    ends.iter().map(|(_, weight)| *weight as f64 + 1.0).sum()
}

/// The part of the plane with most of the weight of some ends, where leaving the rest outside is worth it in
/// this pane; `None` where all are to be shown.
#[must_use]
pub fn dense(ends: &[(Plane, usize)], pane: Rect) -> Option<Part> {
    let all = Part::around(ends)?;
    let mut may_lose = (1.0 - SHOWN) * weight(ends);
    let mut left = Left::new(ends);
    let mut part = all;
    // The side that makes the map largest for what it costs gives way first.
    loop {
        let gain = |(smaller, cost): (Part, f64)| (part.span(pane) - smaller.span(pane)) / cost;
        let sides = (0..4).filter_map(|side| Some((side, left.without(side)?)));
        let sides = sides.filter(|(_, (_, cost))| *cost <= may_lose);
        let Some((side, (smaller, cost))) = sides.max_by(|a, b| gain(a.1).total_cmp(&gain(b.1))) else {
            break;
        };
        may_lose -= cost;
        left.take_off(side);
        part = smaller;
    }
    let worth_it = if pane.width() < ROOMY { WORTH_IT } else { WORTH_IT_WITH_ROOM };
    (all.span(pane) > worth_it * part.span(pane) && part.span(pane) > 0.0).then_some(part)
}

/// The ends that are left, in order from each side: west, east, south, north.
struct Left<'a> {
    ends: &'a [(Plane, usize)],
    is_kept: Vec<bool>,
    orders: [Vec<usize>; 4],
}

impl<'a> Left<'a> {
    fn new(ends: &'a [(Plane, usize)]) -> Self {
        let order = |far: fn(Plane) -> f64| {
            let mut order: Vec<usize> = (0..ends.len()).collect();
            // The outermost stand last, where they are taken off.
            order.sort_by(|&a, &b| far(ends[a].0).total_cmp(&far(ends[b].0)));
            order
        };
        let orders = [order(|at| -at.x), order(|at| at.x), order(|at| -at.y), order(|at| at.y)];
        Self { ends, is_kept: vec![true; ends.len()], orders }
    }

    fn far(&self, side: usize, end: usize) -> f64 {
        let at = self.ends[end].0;
        [-at.x, at.x, -at.y, at.y][side]
    }

    /// How far the ends reach to each side, if those furthest to one side are gone, and what these weigh;
    /// `None` if none were left.
    fn without(&self, side: usize) -> Option<(Part, f64)> {
        let in_order = |side: usize| self.orders[side].iter().rev().copied().filter(|&end| self.is_kept[end]);
        let outermost = self.far(side, in_order(side).next()?);
        let is_gone = |end: usize| self.far(side, end) >= outermost;
        let gone: f64 =
            in_order(side).take_while(|&end| is_gone(end)).map(|end| self.ends[end].1 as f64 + 1.0).sum();
        let reach = |other: usize| Some(self.far(other, in_order(other).find(|&end| !is_gone(end))?));
        let [west, east, south, north] = [reach(0)?, reach(1)?, reach(2)?, reach(3)?];
        Some((Part { west: -west, south: -south, east, north }, gone))
    }

    fn take_off(&mut self, side: usize) {
        let outermost =
            self.orders[side].iter().rev().find(|&&end| self.is_kept[end]).map(|&end| self.far(side, end));
        while let Some(&end) = self.orders[side].last() {
            if self.is_kept[end] && outermost.is_some_and(|outermost| self.far(side, end) < outermost) {
                break;
            }
            self.is_kept[end] = false;
            self.orders[side].pop();
        }
        for order in &mut self.orders {
            while order.last().is_some_and(|&end| !self.is_kept[end]) {
                order.pop();
            }
        }
    }
}
