//! What lies beyond the pane or the edge of the map: an arrow wherever a line leaves, with the name of the
//! place where it comes from or leads to.

use crate::globe::view::{Point, Rect};
use crate::meeting::Position;
use crate::picture::emphasis::Level;
use crate::picture::layers::names::names_of_capital;
use crate::picture::look::size;
use crate::picture::marks::Marks;
use crate::picture::plan::{Plan, PlannedLine};
use crate::picture::text::{Family, Weight, family, width};
use crate::picture::venue::is_same_city;
use crate::picture::{Anchor, Dash, Shape};
use crate::query::tie::{LegKey, TieKey};
use crate::words::message::Message;
use crate::words::part::lists::ListText;
use crate::words::say;

/// Names beside one arrow.
const MOST_NAMES: usize = 3;
/// Points within which lines leave by one arrow.
const ONE_ARROW: f32 = 9.0;
/// Points along an edge within which a place is named once.
const ONE_NAME: f32 = 60.0;
/// Points from the edge to the tip of an arrow, and how long an arrow is.
const INSET: f32 = 5.0;
const LONG: f32 = 7.0;
/// Points that the name of an arrow keeps from the capitals of the map, and from its larger marks, which need
/// room for their own names; and the radius from which on a mark is larger.
const FROM_CAPITALS: f32 = 9.0;
const FROM_MARKS: f32 = 24.0;
const LARGER: f32 = 5.0;
/// How far a name reaches from its arrow: along its row besides its own length, and across.
const ALONG: f32 = 26.0;
const ACROSS: f32 = 84.0;
/// The widest gap in points between an arrow and its name without a line from one to the other.
const FAR: f32 = 14.0;

/// The way out of the pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Left,
    Right,
    Top,
    Bottom,
}

impl Side {
    const fn outwards(self) -> Point {
        match self {
            Self::Left => Point { x: -1.0, y: 0.0 },
            Self::Right => Point { x: 1.0, y: 0.0 },
            Self::Top => Point { x: 0.0, y: -1.0 },
            Self::Bottom => Point { x: 0.0, y: 1.0 },
        }
    }

    /// The way that a step on the page takes, for the most part.
    fn of(step: Point) -> Self {
        match (step.x.abs() > step.y.abs(), step.x > 0.0, step.y > 0.0) {
            (true, true, _) => Self::Right,
            (true, false, _) => Self::Left,
            (false, _, true) => Self::Bottom,
            (false, _, false) => Self::Top,
        }
    }

    /// A name with the way to what bears it, so that nobody takes it for the name of a mark beside it. The
    /// Arabic font has no arrows.
    fn pointing_to(self, names: &str) -> String {
        match self {
            _ if family(names) != Family::Inter => names.to_owned(),
            Self::Left => format!("← {names}"),
            Self::Right => format!("{names} →"),
            Self::Top => format!("↑ {names}"),
            Self::Bottom => format!("↓ {names}"),
        }
    }
}

/// Where a line leaves, and for where.
#[derive(Clone, Debug)]
struct Crossing {
    side: Side,
    at: Point,
    weight: usize,
    /// The place beyond.
    place: Position,
    name: String,
}

/// An arrow, and the places that it points to.
#[derive(Clone, Debug)]
struct Arrow {
    side: Side,
    at: Point,
    names: Vec<(Position, String)>,
}

impl Arrow {
    /// So many points inside the edge.
    fn inset(&self, by: f32) -> Point {
        let outwards = self.side.outwards();
        Point { x: self.at.x - outwards.x * by, y: self.at.y - outwards.y * by }
    }
}

/// Draws an arrow wherever a line leaves, and its names where there is room for them.
pub fn draw(plan: &Plan, out: &mut Marks) {
    let labels = plan.scene.state.labels;
    if !labels.venues && !labels.countries {
        return;
    }
    let lines = plan.lines.iter().filter(|line| line.level > Level::Context && line.strong);
    let arrows = arrows(lines.flat_map(|line| crossings(plan, line)).collect());
    // No name covers an arrow, whichever stands first.
    for arrow in &arrows {
        out.taken.push(Rect::around(arrow.inset(INSET + LONG / 2.0), LONG * 0.8, LONG * 0.8));
        draw_arrow(plan, out, arrow);
    }
    for number in 0..arrows.len() {
        draw_names(plan, out, &arrows, number);
    }
}

/// The arrows for some crossings, the strongest first: lines that leave close to each other share one.
fn arrows(mut crossings: Vec<Crossing>) -> Vec<Arrow> {
    crossings.sort_by(|a, b| {
        let at = |one: &Crossing| (one.at.x, one.at.y);
        let by_place = || at(a).0.total_cmp(&at(b).0).then(at(a).1.total_cmp(&at(b).1));
        b.weight.cmp(&a.weight).then_with(|| a.name.cmp(&b.name)).then_with(by_place)
    });
    let mut arrows: Vec<Arrow> = Vec::new();
    for Crossing { side, at, weight: _, place, name } in crossings {
        let near = |arrow: &Arrow, reach: f32| arrow.side == side && arrow.at.distance_to(at) < reach;
        let names_it = |arrow: &Arrow| arrow.names.iter().any(|(known, _)| is_same_city(*known, place));
        let is_named = arrows.iter().any(|arrow| near(arrow, ONE_NAME) && names_it(arrow));
        let names = if is_named || name.is_empty() { Vec::new() } else { vec![(place, name)] };
        match arrows.iter_mut().find(|arrow| near(arrow, ONE_ARROW)) {
            Some(arrow) => arrow.names.extend(names),
            None => arrows.push(Arrow { side, at, names }),
        }
    }
    arrows
}

/// Where a line leaves the pane, or the map where that is cut, while some of it lies on the pane.
fn crossings(plan: &Plan, line: &PlannedLine) -> Vec<Crossing> {
    let pane = plan.layout.pane;
    let weight = line.drawn.weight;
    let starts_here = plan.page_from_globe(line.drawn.tie.from).is_some();
    let last = line.pieces.len().saturating_sub(1);
    let mut found = Vec::new();
    for (number, piece) in line.pieces.iter().enumerate() {
        let is_torn = [number > 0 || !starts_here, number < last || !line.arrives];
        for (is_torn, is_start) in is_torn.into_iter().zip([true, false]) {
            let out = if is_start {
                crossing(pane, piece.iter().copied(), is_torn)
            } else {
                crossing(pane, piece.iter().rev().copied(), is_torn)
            };
            let Some((side, at)) = out else { continue };
            let (place, name) = if is_start { start(plan, line) } else { end(plan, line) };
            found.push(Crossing { side, at, weight, place, name });
        }
    }
    found
}

/// Where a course that begins beyond the pane first crosses its edge; where it is torn, and begins on the
/// pane, there.
fn crossing(pane: Rect, course: impl Iterator<Item = Point>, is_torn: bool) -> Option<(Side, Point)> {
    let mut course = course.peekable();
    let first = course.next()?;
    let mut before = first;
    if pane.contains(first) {
        let next = course.find(|at| at.distance_to(first) > 1.0)?;
        let step = Point { x: first.x - next.x, y: first.y - next.y };
        return is_torn.then(|| (Side::of(step), first));
    }
    let inside = loop {
        let next = course.next()?;
        if pane.contains(next) {
            break next;
        }
        before = next;
    };
    let share = |edge: f32, from: f32, to: f32| (edge - from) / (to - from);
    let crossings = [
        (Side::Left, before.x < pane.min.x, share(pane.min.x, before.x, inside.x)),
        (Side::Right, before.x > pane.max.x, share(pane.max.x, before.x, inside.x)),
        (Side::Top, before.y < pane.min.y, share(pane.min.y, before.y, inside.y)),
        (Side::Bottom, before.y > pane.max.y, share(pane.max.y, before.y, inside.y)),
    ];
    // The last edge that is crossed on the way in.
    let last =
        crossings.into_iter().filter(|(_, is_beyond, _)| *is_beyond).max_by(|a, b| a.2.total_cmp(&b.2));
    let (side, _, share) = last?;
    let at =
        Point { x: before.x + (inside.x - before.x) * share, y: before.y + (inside.y - before.y) * share };
    Some((side, at))
}

/// Where a line begins, and what that is called; nothing where it has no name.
fn start(plan: &Plan, line: &PlannedLine) -> (Position, String) {
    let tie = line.drawn.tie;
    let capital = tie.capitals().find(|(_, at)| *at == tie.from);
    let of_capital = |(state, at)| names_of_capital(plan, state, at).into_iter().next();
    let name = match &tie.key {
        TieKey::Leg(LegKey { from, .. }) => Some(plan.scene.shown.ties.name_of(*from)),
        TieKey::Journey(_) | TieKey::Spoke { .. } | TieKey::Relation { .. } => capital.and_then(of_capital),
    };
    (tie.from, name.unwrap_or_default())
}

/// The same for where it ends.
fn end(plan: &Plan, line: &PlannedLine) -> (Position, String) {
    let tie = line.drawn.tie;
    let name = if let Some(place) = tie.place {
        Some(plan.scene.shown.ties.places[place].spoken_name())
    } else {
        let capital = tie.capitals().find(|(_, at)| *at == tie.to);
        capital.and_then(|(state, at)| names_of_capital(plan, state, at).into_iter().next())
    };
    (tie.to, name.unwrap_or_default())
}

fn draw_arrow(plan: &Plan, out: &mut Marks, arrow: &Arrow) {
    let (tip, base, outwards) = (arrow.inset(INSET), arrow.inset(INSET + LONG), arrow.side.outwards());
    let (nx, ny) = (-outwards.y * LONG * 0.5, outwards.x * LONG * 0.5);
    let points =
        vec![tip, Point { x: base.x + nx, y: base.y + ny }, Point { x: base.x - nx, y: base.y - ny }];
    out.draw(Shape::Polygon { points, fill: plan.look.ink });
}

/// What can be written beside an arrow, best first: all its names, or the first and how many more there are.
fn wordings(arrow: &Arrow) -> Vec<String> {
    let names: Vec<String> = arrow.names.iter().map(|(_, name)| name.clone()).collect();
    let wording = |listed: usize| {
        let more = names.len() - listed;
        let more = (more > 0).then(|| say(ListText::AndMore(more)));
        let text =
            [say(Message::Commas(&names[..listed]))].into_iter().chain(more).collect::<Vec<_>>().join(" ");
        arrow.side.pointing_to(&text)
    };
    (1..=names.len().min(MOST_NAMES)).rev().map(wording).collect()
}

fn draw_names(plan: &Plan, out: &mut Marks, arrows: &[Arrow], number: usize) {
    let arrow = &arrows[number];
    let others = || arrows.iter().enumerate().filter(|(other, _)| *other != number).map(|(_, one)| one);
    let tail = arrow.inset(INSET + LONG);
    let wordings = wordings(arrow);
    let halves = wordings.iter().map(|text| width(text, size::SMALL, Weight::Regular) / 2.0);
    // What lies further from the arrow than its longest name reaches is in no name's way.
    let reach = (2.0 * halves.fold(0.0, f32::max) + ALONG).max(ACROSS) + FROM_MARKS;
    let within = |all: &[Rect]| -> Vec<Rect> {
        let around = Rect::around(arrow.at, reach, reach);
        all.iter().copied().filter(|one| one.overlaps(around)).collect()
    };
    let (taken, discs) = (within(&out.taken), within(&out.discs));
    let fits = |rect: Rect| {
        let pane = plan.layout.pane;
        // A name that is not joined to its arrow is nearer to it than to anything else.
        let own = if rect.gap(tail) > FAR { 0.0 } else { rect.gap(tail) };
        let clear = |disc: &Rect| {
            let radius = disc.width() / 2.0;
            let least = if radius > LARGER { FROM_MARKS } else { FROM_CAPITALS };
            rect.gap(disc.centre()) - radius >= least.max(own)
        };
        pane.contains(rect.min)
            && pane.contains(rect.max)
            && !taken.iter().any(|taken| taken.overlaps(rect))
            && discs.iter().all(clear)
            && others().all(|other| rect.gap(other.inset(INSET + LONG)) > own)
    };
    let found = [false, true].into_iter().find_map(|further| {
        wordings.iter().find_map(|text| {
            let half = width(text, size::SMALL, Weight::Regular) / 2.0;
            let rect = |at: &Point| Rect::around(*at, half + 2.0, 8.0);
            let at = places(arrow, half, further).into_iter().find(|at| fits(rect(at)))?;
            Some((text.clone(), at, rect(&at)))
        })
    });
    let Some((text, middle, rect)) = found else { return };
    out.taken.push(rect);
    if rect.gap(tail) > FAR {
        let (points, colour) = (vec![tail, rect.nearest(tail)], plan.look.quiet_ink);
        out.draw(Shape::Line { points, width: [0.75; 2], colour, dash: Dash::Solid });
    }
    let at = Point { y: middle.y + size::SMALL * 0.36, ..middle };
    let (anchor, colour, halo) = (Anchor::Middle, plan.look.ink, Some(plan.look.halo));
    out.draw(Shape::Text { at, anchor, text, size: size::SMALL, weight: Weight::Regular, colour, halo });
}

/// Where the middle of a text of this half width may stand: outside the map where its edge tears the line,
/// inside the edge beside the line that leaves there; or further away: on that line, then apart from it.
fn places(arrow: &Arrow, half: f32, further: bool) -> Vec<Point> {
    const BESIDE: [f32; 4] = [15.0, -15.0, 28.0, -28.0];
    const AWAY: [f32; 6] = [42.0, -42.0, 56.0, -56.0, 72.0, -72.0];
    let is_upright = matches!(arrow.side, Side::Top | Side::Bottom);
    let behind = INSET + LONG + 4.0;
    if is_upright {
        let in_row = |by: f32| {
            let middle = arrow.inset(by);
            let beside = BESIDE.map(|shift| shift.signum() * (half + shift.abs() - 7.0));
            beside.map(|shift| Point { x: middle.x + shift, ..middle })
        };
        if further {
            let on_line = [arrow.inset(behind + 8.0), arrow.inset(behind + 24.0)];
            let rows = [28.0, 44.0, 60.0].into_iter().flat_map(in_row);
            on_line.into_iter().chain(rows).collect()
        } else {
            std::iter::once(arrow.inset(-9.0)).chain(in_row(INSET + LONG)).collect()
        }
    } else {
        let middle = arrow.inset(INSET + half);
        let shifted = |shift: &f32| Point { y: middle.y + shift, ..middle };
        if further {
            let on_line = arrow.inset(behind + half);
            std::iter::once(on_line).chain(AWAY.iter().map(shifted)).collect()
        } else {
            std::iter::once(arrow.inset(-half - 3.0)).chain(BESIDE.iter().map(shifted)).collect()
        }
    }
}
