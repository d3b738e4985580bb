//! Placing a name: of the free positions the one that costs least, by what lies under it and by its rank
//! among the positions.

use super::ground::Ground;
use super::wanted::{Name, Site};
use crate::globe::land::{Land, LandArea};
use crate::globe::view::{Point, Rect};
use crate::picture::Anchor;
use crate::picture::plan::Plan;
use crate::picture::text::{family, width};

/// Where a name stands.
#[derive(Clone, Debug)]
pub struct Placed {
    /// Which of its forms.
    pub form: usize,
    /// What it takes.
    pub rect: Rect,
    /// Where its anchor lies, on the baseline.
    pub at: Point,
    /// Its anchor.
    pub anchor: Anchor,
}

/// A label point that costs less than this is taken without a look around.
const LITTLE: f32 = 1.0;
/// Cells of line that the name of a sea may cross.
const MOST_OVER_WATER: f32 = 6.0;
/// Cells of line that a leader's name may cross.
const MOST_UNDER_A_LEADER: f32 = 4.0;
/// The positions right beside a mark; those after them are a line further away.
const BESIDE: usize = 12;

/// The best free position of the first form that has one. `host` is the place of the name that this one
/// belongs under.
pub fn place(
    plan: &Plan,
    ground: &Ground,
    name: &Name,
    host: Option<&Placed>,
    may: &dyn Fn(Rect) -> bool,
) -> Option<Placed> {
    (0..name.forms.len()).find_map(|form| {
        let text = &name.forms[form];
        let wide = width(text, name.size, name.weight);
        let high = name.size * family(text).line_height();
        let positions = match name.site {
            Site::Beside { clear, away } => beside(name.at, clear, away, wide, high),
            Site::Within { area, .. } => {
                let own = Rect::around(name.at, wide / 2.0 + 1.0, high / 2.0);
                let free = may(own) && cost(ground, name, own, 0, LITTLE).is_some();
                if free { vec![(name.at, Anchor::Middle)] } else { within(plan, area, name.at, wide, high) }
            }
            Site::OnWater => {
                let shifts = [0.0, 1.3, -1.3, 2.6, -2.6];
                shifts.map(|dy| (Point { y: name.at.y + dy * high, ..name.at }, Anchor::Middle)).to_vec()
            }
            Site::Under { .. } => host.map_or_else(Vec::new, |host| under(host, wide, high)),
        };
        let mut best: Option<(f32, Placed)> = None;
        for (rank, (centre, anchor)) in positions.into_iter().enumerate() {
            let rect = Rect::around(centre, wide / 2.0 + 1.0, high / 2.0);
            let least = best.as_ref().map_or(f32::MAX, |(least, _)| *least);
            let Some(cost) = cost(ground, name, rect, rank, least).filter(|_| may(rect)) else { continue };
            let x = match anchor {
                Anchor::Start => rect.min.x + 1.0,
                Anchor::Middle => centre.x,
                Anchor::End => rect.max.x - 1.0,
            };
            let at = Point { x, y: centre.y + name.size * 0.36 };
            best = Some((cost, Placed { form, rect, at, anchor }));
        }
        best.map(|(_, placed)| placed)
    })
}

/// What a position costs: what lies under it, and its rank. `None` if it is not free, or costs no less than
/// `most`. The slowest checks come last.
fn cost(ground: &Ground, name: &Name, rect: Rect, rank: usize, most: f32) -> Option<f32> {
    let (rank_cost, may_cross) = match name.site {
        Site::Beside { .. } => {
            let further = if rank < BESIDE { 0.0 } else { 15.0 };
            (rank as f32 * 0.6 + further, f32::MAX)
        }
        Site::Within { may_cross, always, .. } => {
            (rank as f32 * 1.2, if always { f32::MAX } else { may_cross })
        }
        Site::OnWater => (rank as f32, MOST_OVER_WATER),
        Site::Under { .. } => (rank as f32 * 1.8, MOST_UNDER_A_LEADER),
    };
    if rank_cost >= most || ground.taken.any(rect) {
        return None;
    }
    // A name over a mark, or nearer to another mark than to its own, would be read as that one's.
    if ground.discs.any(rect) {
        return None;
    }
    let mut cost = rank_cost;
    if let Site::Beside { clear, .. } = name.site {
        let gaps = |rect: Rect| (rect.gap(name.at) - clear, nearest_other(ground, name.at, rect));
        let (own, other) = gaps(rect);
        // Only a line to its own mark tells then which one it names.
        let is_joined = own > FAR;
        if other < own && !is_joined {
            return None;
        }
        if is_joined && leader_crosses(ground, name.at, rect) {
            return None;
        }
        if other < own {
            cost += 60.0;
        } else if other < AMBIGUOUS {
            cost += 2.0 * (AMBIGUOUS - other);
        }
        // The letters are lower than their line: a mark beside them may be nearer than their own above them.
        let letters = gaps(Rect::around(rect.centre(), rect.width() / 2.0 - 1.0, 0.36 * name.size));
        if letters.1 < letters.0 && !is_joined {
            cost += MISLEADING;
        }
        if cost >= most {
            return None;
        }
    }
    let line = ground.line_under(rect);
    cost += line;
    (line <= may_cross && cost < most).then_some(cost)
}

/// The widest gap in points that a name may have to its mark without a line to it.
pub const FAR: f32 = 8.0;

/// Whether the line from a mark to its name would lie over another mark.
fn leader_crosses(ground: &Ground, at: Point, rect: Rect) -> bool {
    let end = rect.nearest(at);
    let (dx, dy) = (end.x - at.x, end.y - at.y);
    let around = Rect {
        min: Point { x: at.x.min(end.x), y: at.y.min(end.y) },
        max: Point { x: at.x.max(end.x), y: at.y.max(end.y) },
    };
    let others = ground.discs.near(around).filter(|disc| disc.centre().distance_to(at) > 0.5);
    others.map(|disc| (disc.centre(), disc.width() / 2.0)).any(|(centre, radius)| {
        let along = ((centre.x - at.x) * dx + (centre.y - at.y) * dy) / (dx * dx + dy * dy).max(f32::EPSILON);
        let along = along.clamp(0.0, 1.0);
        centre.distance_to(Point { x: at.x + along * dx, y: at.y + along * dy }) < radius
    })
}

/// What a position costs where another mark is nearer to the letters of a name than its own.
const MISLEADING: f32 = 40.0;

/// Points from the rim of another mark within which a name may be read as that one's, though its own is
/// nearer.
const AMBIGUOUS: f32 = 8.0;

/// How near the rim of another mark comes to a name beside a mark.
fn nearest_other(ground: &Ground, at: Point, rect: Rect) -> f32 {
    let reach = (rect.gap(at) + 16.0).max(AMBIGUOUS + 16.0);
    let around = Rect {
        min: Point { x: rect.min.x - reach, y: rect.min.y - reach },
        max: Point { x: rect.max.x + reach, y: rect.max.y + reach },
    };
    let others = ground.discs.near(around).filter(|disc| disc.centre().distance_to(at) > 0.5);
    others.map(|disc| rect.gap(disc.centre()) - disc.width() / 2.0 + 1.0).fold(f32::MAX, f32::min)
}

/// Centres beside a mark for a name of this width and height, best first.
fn beside(mark: Point, clear: f32, away: &[f32], wide: f32, high: f32) -> Vec<(Point, Anchor)> {
    let at = |dx: f32, dy: f32| Point { x: mark.x + dx, y: mark.y + dy };
    let side = clear + 4.0 + wide / 2.0;
    let above = clear + 2.0 + high / 2.0;
    let slant = clear * 0.7 + high / 2.0;
    let flush = (wide / 2.0 - clear).max(0.0);
    let mut places = vec![
        (at(side, 0.0), Anchor::Start),
        (at(-side, 0.0), Anchor::End),
        (at(0.0, above), Anchor::Middle),
        (at(0.0, -above), Anchor::Middle),
        (at(side - 2.0, slant), Anchor::Start),
        (at(side - 2.0, -slant), Anchor::Start),
        (at(2.0 - side, slant), Anchor::End),
        (at(2.0 - side, -slant), Anchor::End),
        (at(flush, -above), Anchor::Start),
        (at(-flush, -above), Anchor::End),
        (at(flush, above), Anchor::Start),
        (at(-flush, above), Anchor::End),
    ];
    for away in away {
        let (side, above, slant) = (side + away, above + away, slant + 0.7 * away);
        let aside = side - 0.3 * away;
        places.extend([
            (at(aside, -slant), Anchor::Start),
            (at(-aside, -slant), Anchor::End),
            (at(aside, slant), Anchor::Start),
            (at(-aside, slant), Anchor::End),
            (at(0.0, -above), Anchor::Middle),
            (at(0.0, above), Anchor::Middle),
            (at(side, 0.0), Anchor::Start),
            (at(-side, 0.0), Anchor::End),
            (at(0.5 * side, -above), Anchor::Start),
            (at(-0.5 * side, -above), Anchor::End),
            (at(0.5 * side, above), Anchor::Start),
            (at(-0.5 * side, above), Anchor::End),
        ]);
    }
    places
}

/// From a label point to the other places on a country's land, in widths and heights of the name, best first.
const STEPS: [(f32, f32); 14] = [
    (0.0, 1.0),
    (0.0, -1.0),
    (0.35, 0.0),
    (-0.35, 0.0),
    (0.0, 2.0),
    (0.0, -2.0),
    (0.7, 1.0),
    (0.7, -1.0),
    (-0.7, 1.0),
    (-0.7, -1.0),
    (1.4, 0.0),
    (-1.4, 0.0),
    (2.8, 0.0),
    (-2.8, 0.0),
];

/// Centres on a country's land: its label point, then a step away from it in each direction as far as its
/// middle stays on the land.
fn within(plan: &Plan, area: usize, label: Point, wide: f32, high: f32) -> Vec<(Point, Anchor)> {
    let land = plan.scene.lands.at(plan.to_page.scale);
    let is_land = |at: Point| {
        let [x, y] = plan.to_page.origin;
        let plane = [(f64::from(at.x) - x) / plan.to_page.scale, (y - f64::from(at.y)) / plan.to_page.scale];
        is_inside(land, &land.areas[area], plane.map(|side| side as f32))
    };
    let shifted = STEPS.map(|(dx, dy)| Point { x: label.x + dx * wide, y: label.y + dy * high });
    let ends_on_land = |at: &Point| {
        let on_land = |share: &f32| is_land(Point { x: at.x + share * wide, y: at.y });
        [-0.4, 0.0, 0.4].iter().all(on_land)
    };
    let shifted = shifted.into_iter().filter(ends_on_land);
    std::iter::once(label).chain(shifted).map(|at| (at, Anchor::Middle)).collect()
}

/// Whether a point of the plane lies in a country, by the even-odd rule.
fn is_inside(land: &Land, area: &LandArea, [x, y]: [f32; 2]) -> bool {
    let mut inside = false;
    for ring in &area.rings {
        let [left, bottom, right, top] = ring.bounds;
        if !(left..=right).contains(&x) || !(bottom..=top).contains(&y) {
            continue;
        }
        let corners = &land.vertices[ring.vertices.clone()];
        let Some(mut before) = corners.last() else { continue };
        for corner in corners {
            if (before[1] > y) != (corner[1] > y) {
                let crossing =
                    before[0] + (corner[0] - before[0]) * (y - before[1]) / (corner[1] - before[1]);
                inside ^= x < crossing;
            }
            before = corner;
        }
    }
    inside
}

/// Centres under and above another name, in line with it.
fn under(host: &Placed, wide: f32, high: f32) -> Vec<(Point, Anchor)> {
    let x = match host.anchor {
        Anchor::Start => host.rect.min.x + 1.0 + wide / 2.0,
        Anchor::Middle => host.rect.centre().x,
        Anchor::End => host.rect.max.x - 1.0 - wide / 2.0,
    };
    let gap = high / 2.0 + 0.05;
    let below = Point { x, y: host.rect.max.y + gap };
    let above = Point { x, y: host.rect.min.y - gap };
    vec![(below, host.anchor), (above, host.anchor)]
}
