//! Fans: the meetings of one place spread around it, so that each can be seen, pointed at and chosen.

use super::cues::meeting_colour;
use super::look::{Colour, size};
use super::places::radius;
use super::sheet::{Scene, Sheet, around};
use super::symbol::Symbol;
use super::text::{Weight, width};
use super::wrap::shortened;
use super::{Anchor, Dash, Shape, Stroke};
use crate::globe::view::{Point, Rect};
use crate::meeting::Kind;
use crate::query::place::Place;
use crate::query::question::reading::Reading;
use crate::query::star::{MOST_AT_A_PLACE, Star, fan};
use crate::state::Target;
use crate::words::message::Message;
use crate::words::say;
use std::f32::consts::{FRAC_PI_2, TAU};

/// Points per radian of the globe from which on places lie open.
const CLOSE: f64 = 1800.0;
/// Points between neighbouring hubs.
const APART: f32 = 13.0;
/// The radius in points of the smallest ring of hubs.
const FIRST_RING: f32 = 11.0;
/// Hubs that find room on a single ring, however wide it must be.
const ONE_RING: usize = 16;

/// A meeting of an open place.
#[derive(Clone, Debug, PartialEq)]
pub struct Hub {
    /// The meeting, and what is folded into it.
    pub star: Star,
    /// From the place's middle to the hub's, in points.
    pub offset: Point,
    /// Its mark's radius in points.
    pub radius: f32,
}

/// The hubs of every place that lies open, none for the others: in the reading of stars, and close up. One with too many meetings stays
/// closed, and its list opens on a click.
#[must_use]
pub fn fans(scene: &Scene, scale: f64) -> Vec<Vec<Hub>> {
    let stars = scene.state.reading == Reading::Stars;
    let hubs_of = |place: &Place| {
        let is_open = (stars && !place.crowded) || (scale >= CLOSE && place.meetings <= MOST_AT_A_PLACE);
        if is_open && place.meetings > 1 { hubs(scene, place) } else { Vec::new() }
    };
    scene.shown.ties.places.iter().map(hubs_of).collect()
}

/// The meetings on rings around the place, clockwise from the top, a summit's sidelines after it. A place with a single star has no hub.
fn hubs(scene: &Scene, place: &Place) -> Vec<Hub> {
    let stars = fan(scene.meetings, place, &scene.shown.count);
    let stars: Vec<Star> =
        stars.into_iter().filter(|star| !scene.meetings.get(star.row).kind.is_context()).collect();
    if stars.len() < 2 {
        return Vec::new();
    }
    let mut ring = FIRST_RING.max(stars.len().min(ONE_RING) as f32 * APART / TAU);
    let mut hubs = Vec::with_capacity(stars.len());
    let mut left = stars.into_iter().peekable();
    while left.peek().is_some() {
        let room = (TAU * ring / APART).round().max(1.0) as usize;
        let on_ring: Vec<Star> = left.by_ref().take(room).collect();
        let step = TAU / on_ring.len() as f32;
        for (i, star) in on_ring.into_iter().enumerate() {
            let (sin, cos) = (i as f32 * step - FRAC_PI_2).sin_cos();
            let summit = scene.meetings.get(star.row).kind == Kind::Summit;
            let radius = if summit { 5.2 } else { 3.9 };
            hubs.push(Hub { star, offset: Point { x: ring * cos, y: ring * sin }, radius });
        }
        ring += APART;
    }
    hubs
}

/// How far a fan reaches from its place's middle, in points.
#[must_use]
pub fn reach(hubs: &[Hub]) -> f32 {
    hubs.iter().map(|hub| hub.offset.x.hypot(hub.offset.y) + hub.radius + 1.0).fold(0.0, f32::max)
}

/// Draws the hubs of an open place around its middle, and a thin stem to each.
pub fn draw_hubs(sheet: &mut Sheet, centre: Point, number: usize) {
    for hub in sheet.fans[number].clone() {
        let at = Point { x: centre.x + hub.offset.x, y: centre.y + hub.offset.y };
        let meeting = sheet.scene.meetings.get(hub.star.row);
        let target = Target::Meeting(meeting.id.clone());
        let rows: Vec<usize> = std::iter::once(hub.star.row).chain(hub.star.folded.iter().copied()).collect();
        let lit = sheet.emphasis.lights(&rows);
        let hue = meeting_colour(&sheet.scene.shown.question, &sheet.look, meeting);
        let hue = sheet.ink(hue.faded(sheet.age(&rows)), lit);
        let stem = sheet.ink(sheet.look.venue.faded(0.55), lit);
        sheet.draw(Shape::Line {
            points: vec![centre, at],
            width: [0.8, 0.8],
            colour: stem,
            dash: Dash::Solid,
        });
        let paper = sheet.look.paper;
        let pointed = sheet.scene.pointed == Some(&target);
        let edge =
            Stroke { width: if pointed { 2.0 } else { 1.0 }, colour: sheet.ink(sheet.look.venue, lit) };
        let plate = Shape::Disc { centre: at, radius: hub.radius + 1.2, fill: paper, stroke: edge };
        sheet.draw_for(target.clone(), plate);
        let symbol = if meeting.kind == Kind::Summit { Symbol::Star } else { Symbol::Disc };
        sheet.draw_for(target.clone(), symbol.shape(at, hub.radius * 0.62, hue));
        sheet.discs.push(around(at, hub.radius + 2.0, hub.radius + 2.0));
        if !hub.star.folded.is_empty() {
            folded_note(sheet, Point { x: at.x + hub.radius + 3.0, y: at.y }, hub.star.folded.len(), lit);
        }
    }
}

/// How many sidelines are folded into a summit, right of its mark.
pub fn folded_note(sheet: &mut Sheet, at: Point, folded: usize, lit: bool) {
    let text = format!("+{folded}");
    let wide = width(&text, size::NOTE, Weight::SemiBold);
    let middle = Point { x: at.x + wide / 2.0, y: at.y - 8.0 };
    sheet.taken.push(around(middle, wide / 2.0 + 1.0, 6.0));
    let text = Shape::Text {
        at: Point { x: at.x, y: at.y - 5.0 },
        anchor: Anchor::Start,
        text,
        size: size::NOTE,
        weight: Weight::SemiBold,
        colour: sheet.ink(sheet.look.ink, lit),
        halo: Some(sheet.look.halo),
    };
    sheet.draw(text);
}

/// Meetings in an open list; the panel has the rest.
const MOST_LISTED: usize = 12;
const ROW: f32 = 21.0;
/// Points that a label keeps from the hub it belongs to.
const GAP: f32 = 9.0;
const PAD: f32 = 6.0;

/// A line of the list that opens from a place.
struct Leaf {
    target: Target,
    text: String,
    hue: Colour,
    symbol: Symbol,
}

/// Opens a selected place like a fan: a rib to each of its meetings, with its date and title, each of which can be clicked.
pub fn draw_list(sheet: &mut Sheet) {
    let Some(Target::Place(key)) = &sheet.scene.state.selection else { return };
    let Some(place) = sheet.scene.shown.ties.place(key) else { return };
    let Some(centre) = sheet.page_from_globe(place.at).filter(|_| place.rows.len() > 1) else { return };
    let leaves = leaves(sheet, place);
    let widest =
        leaves.iter().map(|leaf| width(&leaf.text, size::SMALL, Weight::Regular)).fold(0.0, f32::max);
    let Ribs { side, bend, top } = ribs(sheet, centre, radius(place), leaves.len(), widest);
    let last = (leaves.len() - 1) as f32;
    for (i, leaf) in leaves.into_iter().enumerate() {
        let y = top + i as f32 * ROW;
        let from_middle = (i as f32 - last / 2.0) * ROW;
        let out = (bend * bend - from_middle * from_middle).max(0.0).sqrt();
        let hub = Point { x: centre.x + side * out, y };
        draw_leaf(sheet, leaf, [centre, hub], radius(place), side);
    }
}

/// The lines of the list: each summit before its sidelines, context last, and one for all that found no room.
fn leaves(sheet: &Sheet, place: &Place) -> Vec<Leaf> {
    let Scene { meetings, shown, .. } = sheet.scene;
    let room = sheet.pane.width() / 2.0;
    let stars = fan(meetings, place, &shown.count);
    let rows: Vec<usize> =
        stars.into_iter().flat_map(|star| std::iter::once(star.row).chain(star.folded)).collect();
    let leaf = |&row: &usize| {
        let meeting = meetings.get(row);
        let text = format!("{} · {}", say(Message::Dates(meeting.dates)), meeting.title);
        let hue = meeting_colour(&shown.question, &sheet.look, meeting);
        let symbol = match meeting.kind {
            Kind::Summit => Symbol::Star,
            _ if !shown.count.counts(row) => Symbol::Ring,
            _ => Symbol::Disc,
        };
        let text = shortened(&text, size::SMALL, Weight::Regular, room);
        Leaf { target: Target::Meeting(meeting.id.clone()), text, hue, symbol }
    };
    let mut leaves: Vec<Leaf> = rows.iter().take(MOST_LISTED).map(leaf).collect();
    if let Some(more) = rows.len().checked_sub(MOST_LISTED + 1) {
        let text = say(Message::MoreInPanel(more + 1));
        let (target, hue) = (Target::Place(place.key.clone()), Colour::TRANSPARENT);
        leaves.push(Leaf { target, text, hue, symbol: Symbol::Disc });
    }
    leaves
}

/// Which way a fan opens (1 to the right, −1 to the left), the radius of the arc its hubs lie on, and the height of the first.
struct Ribs {
    side: f32,
    bend: f32,
    top: f32,
}

fn ribs(sheet: &Sheet, centre: Point, radius: f32, count: usize, widest: f32) -> Ribs {
    let pane = sheet.pane;
    let high = (count.max(1) - 1) as f32 * ROW;
    let bend = (high * 0.56).max(radius + 26.0);
    let wide = bend + GAP + widest + 2.0 * PAD;
    let right = pane.max.x - 8.0 - centre.x;
    let left = centre.x - pane.min.x - 8.0;
    let side = if right >= wide || right >= left { 1.0 } else { -1.0 };
    let top = (centre.y - high / 2.0).min(pane.max.y - 16.0 - high).max(pane.min.y + 16.0);
    Ribs { side, bend, top }
}

fn draw_leaf(sheet: &mut Sheet, leaf: Leaf, [centre, hub]: [Point; 2], clear: f32, side: f32) {
    let Leaf { target, text, hue, symbol } = leaf;
    let look = sheet.look;
    let pointed = sheet.scene.pointed == Some(&target);
    let wide = width(&text, size::SMALL, Weight::Regular);
    let near = hub.x + side * GAP;
    let far = near + side * (wide + 2.0 * PAD);
    let plate = Rect {
        min: Point { x: near.min(far), y: hub.y - ROW / 2.0 + 0.5 },
        max: Point { x: near.max(far), y: hub.y + ROW / 2.0 - 0.5 },
    };
    let (dx, dy) = (hub.x - centre.x, hub.y - centre.y);
    let share = clear / centre.distance_to(hub).max(clear);
    let edge = Point { x: centre.x + dx * share, y: centre.y + dy * share };
    let rib = Shape::Line {
        points: vec![edge, hub],
        width: [1.0, 1.0],
        colour: look.venue.faded(0.45),
        dash: Dash::Solid,
    };
    sheet.draw(rib);
    let fill = if pointed { look.card } else { look.paper };
    let stroke = Stroke { width: 1.0, colour: if pointed { look.accent } else { look.hairline } };
    sheet.draw_for(target.clone(), Shape::Panel { rect: plate, corner: 5.0, fill, stroke });
    let edge = Stroke { width: 1.0, colour: look.venue.faded(0.6) };
    sheet.draw_for(target.clone(), Shape::Disc { centre: hub, radius: 5.5, fill: look.paper, stroke: edge });
    sheet.draw_for(target.clone(), symbol.shape(hub, 3.0, hue));
    let (x, anchor) = if side > 0.0 { (near + PAD, Anchor::Start) } else { (near - PAD, Anchor::End) };
    let at = Point { x, y: hub.y + size::SMALL * 0.36 };
    let (size, weight, colour) = (size::SMALL, Weight::Regular, look.ink);
    sheet.draw_for(target, Shape::Text { at, anchor, text, size, weight, colour, halo: None });
}
