//! Lines: from capitals to venues, thin where they start and thick with an arrow where they arrive, or between two capitals.

use super::cues::{Cue, Cues, colour};
use super::curve::{Apart, Earth, course, halfway, length, set_apart, shorten};
use super::look::{Colour, dash};
use super::places::{is_same_city, radius};
use super::sheet::{Sheet, around};
use super::strand::{MANY, Strand, Widths, begin_width, strands};
use super::symbol::Symbol;
use super::{Dash, Shape};
use crate::globe::view::Point;
use crate::meeting::code::CountryCode;
use crate::meeting::{Position, Status};
use crate::query::tie::{Tie, TieKey};
use crate::state::Target;
use ahash::HashMap;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Lines that a map bears at full strength.
const LINES_AT_FULL_INK: f32 = 90.0;
/// Points that lines of one pair of places bow apart from each other.
const BOW: f32 = 9.0;
/// Points of land that a line lets shine on each side of it, so that those behind it are cut.
const CASING: f32 = 1.1;

/// A strand in its place, and how it is inked.
struct Stroke<'a> {
    strand: Strand<'a>,
    cue: Option<&'a Cue>,
    /// Beside those between the same places; its hub is not in it yet.
    apart: Apart,
    lit: bool,
}

/// Draws the lines, dimmed ones first and thin ones last, and a mark at each capital that one leaves.
pub fn draw(sheet: &mut Sheet) {
    let scene = sheet.scene;
    let strands = strands(&scene);
    let cues = Cues::new(&scene, &sheet.look, &strands);
    let widths = Widths::of(&strands);
    let mut strokes: Vec<Stroke> = Vec::with_capacity(strands.len());
    for (number, &strand) in strands.iter().enumerate() {
        let (cue, lit) = (cues.of_strand(number), sheet.emphasis.lights(strand.rows));
        strokes.push(Stroke { strand, cue, apart: Apart::default(), lit });
    }
    bow_apart(sheet, &mut strokes);
    strokes.sort_by_key(|stroke| (stroke.lit, Reverse(stroke.strand.weight)));
    let share = share_of_ink(sheet);
    for stroke in &strokes {
        draw_stroke(sheet, stroke, widths.width(stroke.strand.weight), share);
    }
    capitals(sheet, &strokes);
}

/// Lets lines between the same two places bow to their left, so that they lie side by side. Spokes keep to the side of their hubs.
fn bow_apart(sheet: &Sheet, strokes: &mut [Stroke]) {
    let corner = |at: Position| (at.lon.to_bits(), at.lat.to_bits());
    let mut pairs: HashMap<_, Vec<usize>> = HashMap::default();
    pairs.reserve(strokes.len());
    for (i, stroke) in strokes.iter().enumerate() {
        let (a, b) = (corner(stroke.strand.tie.from), corner(stroke.strand.tie.to));
        pairs.entry((a.min(b), a.max(b))).or_default().push(i);
    }
    let side = |tie: &Tie| if corner(tie.from) < corner(tie.to) { 1.0 } else { -1.0 };
    for mut members in pairs.into_values().filter(|members| members.len() > 1) {
        let to_left = |&i: &usize| side(strokes[i].strand.tie) * hub_to_left(sheet, &strokes[i]);
        members.sort_by(|a, b| to_left(a).total_cmp(&to_left(b)));
        let widest = BOW * (members.len() - 1) as f32 / 2.0;
        for (place, &i) in members.iter().enumerate() {
            let Stroke { strand: Strand { tie, .. }, apart, .. } = &mut strokes[i];
            *apart = Apart { bow: side(tie) * (BOW * place as f32 - widest), widest, ..*apart };
        }
    }
}

/// How far to the left of its way a spoke's hub lies, in points; 0 for other lines.
fn hub_to_left(sheet: &Sheet, stroke: &Stroke) -> f32 {
    let Tie { from, to, .. } = *stroke.strand.tie;
    let left_of_way = || {
        let (offset, _) = hub_of(sheet, stroke)?;
        // The way arrives from over the edge where the map cuts it.
        let pieces = course(sheet, from, to);
        let arriving = pieces.last()?;
        let (from, to) = (*arriving.first()?, *arriving.last()?);
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        Some((offset.x * dy - offset.y * dx) / from.distance_to(to).max(f32::EPSILON))
    };
    left_of_way().unwrap_or(0.0)
}

/// Many lines are paler, so that the land and the strong ones among them stay readable; lines that are singled out are not.
fn share_of_ink(sheet: &Sheet) -> f32 {
    let lines = sheet.scene.shown.ties.lines.len().max(1) as f32;
    if sheet.emphasis.rows.is_some() { 1.0 } else { (LINES_AT_FULL_INK / lines).sqrt().clamp(0.3, 1.0) }
}

fn draw_stroke(sheet: &mut Sheet, stroke: &Stroke, weight: f32, share: f32) {
    let Stroke { strand: Strand { tie, rows, .. }, cue, lit, .. } = *stroke;
    let target = stroke.strand.target(&sheet.scene);
    let mut pieces = course(sheet, tie.from, tie.to);
    let hub = hub_of(sheet, stroke);
    // On a globe the way may end beyond the rim.
    let arrives = sheet.page_from_globe(tie.to).is_some();
    let to_hub = hub.filter(|_| arrives).map_or(Point::default(), |(offset, _)| offset);
    let earth = Earth::new(&sheet.scene.lands.outline, sheet.to_page);
    let apart = Apart { hub: to_hub, ..stroke.apart };
    set_apart(&mut pieces, &apart, sheet.scene.state.drawing.course, &earth);
    if !pieces.iter().any(|piece| is_seen(sheet, piece)) {
        return;
    }
    let ink = colour(cue, &sheet.look, tie.status).faded(share * sheet.age(rows));
    let colour = sheet.ink(ink, lit);
    let ends = arrives && !matches!(tie.key, TieKey::Relation { .. });
    if let Some(last) = pieces.last_mut().filter(|_| ends) {
        shorten(last, end_radius(sheet, tie, hub.map(|(_, radius)| radius)) + 2.0);
    }
    let middle = halfway(&pieces);
    if let Some(last) = pieces.last_mut().filter(|last| ends && tie.travels && last.len() > 1) {
        let head = arrowhead(last, weight);
        sheet.draw_for(target.clone(), Shape::Polygon { points: head, fill: colour });
    }
    let total: f32 = pieces.iter().map(|piece| length(piece)).sum();
    let start_width = begin_width(weight, tie.travels);
    let width_at =
        |run: f32| start_width + (weight - start_width) * if total > 0.0 { run / total } else { 0.0 };
    // The casings of many lines would hide more than they tell apart.
    let cased = lit && sheet.scene.shown.ties.lines.len() <= MANY;
    let mut run = 0.0;
    for points in pieces.into_iter().filter(|piece| piece.len() > 1) {
        let end = run + length(&points);
        let width = [width_at(run), width_at(end)];
        let dash = cue.and_then(|cue| cue.dash).unwrap_or(dash(tie.status));
        if cased {
            let (points, width) = (points.clone(), width.map(|width| width + 2.0 * CASING));
            sheet.draw(Shape::Line {
                points,
                width,
                colour: sheet.look.casing.faded(sheet.age(rows)),
                dash: Dash::Solid,
            });
        }
        sheet.draw_for(target.clone(), Shape::Line { points, width, colour, dash });
        run = end;
    }
    if let Some(middle) = middle.filter(|_| tie.status == Status::Cancelled) {
        strike(sheet, middle, colour);
    }
}

/// Where a spoke ends beside its venue, and how large the hub is there.
fn hub_of(sheet: &Sheet, stroke: &Stroke) -> Option<(Point, f32)> {
    let hub =
        sheet.fans.get(stroke.strand.tie.place?)?.iter().find(|hub| stroke.strand.rows == [hub.star.row])?;
    Some((hub.offset, hub.radius))
}

fn end_radius(sheet: &Sheet, tie: &Tie, hub: Option<f32>) -> f32 {
    hub.unwrap_or_else(|| tie.place.map_or(2.0, |place| radius(&sheet.scene.shown.ties.places[place])))
}

/// Whether any of a course may lie on the pane.
fn is_seen(sheet: &Sheet, points: &[Point]) -> bool {
    let pane = sheet.pane;
    let beyond = |is_out: &dyn Fn(&Point) -> bool| points.iter().all(is_out);
    !(beyond(&|at| at.x < pane.min.x - 30.0)
        || beyond(&|at| at.x > pane.max.x + 30.0)
        || beyond(&|at| at.y < pane.min.y - 30.0)
        || beyond(&|at| at.y > pane.max.y + 30.0))
}

/// The arrowhead at the end of a line, which is shortened to its base.
fn arrowhead(points: &mut Vec<Point>, weight: f32) -> Vec<Point> {
    let tip = points[points.len() - 1];
    let reach = (5.0 + 1.5 * weight).min(length(points) * 0.6);
    let tail = points[0];
    shorten(points, reach);
    let base = points.last().copied().unwrap_or(tail);
    let (dx, dy) = (tip.x - base.x, tip.y - base.y);
    let along = base.distance_to(tip).max(0.001);
    let half = (1.6 + 0.85 * weight).min(reach * 0.6);
    let (nx, ny) = (-dy / along * half, dx / along * half);
    vec![tip, Point { x: base.x + nx, y: base.y + ny }, Point { x: base.x - nx, y: base.y - ny }]
}

/// Strikes a cancelled line through in the middle of its length.
fn strike(sheet: &mut Sheet, middle: Point, colour: Colour) {
    for side in [-1.0, 1.0] {
        let points = vec![
            Point { x: middle.x - 5.0, y: middle.y - 5.0 * side },
            Point { x: middle.x + 5.0, y: middle.y + 5.0 * side },
        ];
        sheet.draw(Shape::Line { points, width: [1.6, 1.6], colour, dash: Dash::Solid });
    }
}

/// What marks a capital: the best established of its lines, bright ones before dimmed ones.
struct CapitalMark {
    at: Position,
    /// The line's place in the order of marks: the greatest is taken.
    rank: (bool, Reverse<Status>, usize),
    ink: Colour,
    symbol: Symbol,
}

/// A mark at each capital that a line leaves or joins, bright if one of them is, in the colour of the best established of them. A
/// capital where meetings are held has a larger one of its own.
fn capitals(sheet: &mut Sheet, strokes: &[Stroke]) {
    let places = sheet.scene.shown.ties.places.iter().filter(|place| !place.hollow);
    let venues: Vec<Position> = places.map(|place| place.at).collect();
    let near_venue = |at: Position| venues.iter().any(|&one| is_same_city(one, at));
    let mut marks: BTreeMap<CountryCode, Option<CapitalMark>> = BTreeMap::new();
    for stroke in strokes {
        let Strand { tie, rows, weight } = stroke.strand;
        for (state, at) in tie.capitals() {
            let rank = (stroke.lit, Reverse(tie.status), weight);
            let ink = || colour(stroke.cue, &sheet.look, tie.status).faded(sheet.age(rows));
            let symbol = stroke.cue.map_or(Symbol::Disc, |cue| cue.symbol);
            let mark = || CapitalMark { at, rank, ink: ink(), symbol };
            match marks.entry(state) {
                Entry::Vacant(entry) => drop(entry.insert((!near_venue(at)).then(mark))),
                Entry::Occupied(mut entry) => {
                    if entry.get().as_ref().is_some_and(|known| known.rank < rank) {
                        entry.insert(Some(mark()));
                    }
                }
            }
        }
    }
    for (state, mark) in marks {
        let Some(CapitalMark { at, rank: (lit, ..), ink, symbol }) = mark else { continue };
        let Some(centre) = sheet.page_from_globe(at) else { continue };
        sheet.discs.push(around(centre, 3.0, 3.0));
        let fill = sheet.ink(ink, lit);
        let radius = if symbol == Symbol::Disc { 2.3 } else { 2.9 };
        sheet.draw_for(Target::Country(state), symbol.shape(centre, radius, fill));
    }
}
