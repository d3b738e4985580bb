//! Venues: a ring where a host was at home, a count where meetings share a place, and the list that opens from a place.

use super::look::{Colour, size};
use super::sheet::{Sheet, around};
use super::text::{Weight, width};
use super::wrap::shortened;
use super::{Anchor, Dash, Mark, Shape, Stroke};
use crate::globe::view::{Point, Rect};
use crate::query::place::Place;
use crate::query::tie::Tie;
use crate::state::Target;

/// The radius in points of a place's disc.
#[must_use]
pub fn radius(place: &Place) -> f32 {
    match place.meetings {
        0 | 1 => 5.5,
        n => (7.0 + 0.9 * (n as f32).sqrt()).min(14.0),
    }
}

/// Degrees within which a capital and a venue are one city.
pub const SAME_CITY: f64 = 0.3;

/// Draws every place, dimmed ones first.
pub fn draw(sheet: &mut Sheet) {
    let places = &sheet.scene.shown.ties.places;
    let mut order: Vec<(bool, usize)> =
        places.iter().enumerate().map(|(i, place)| (is_lit(sheet, place), i)).collect();
    order.sort_unstable();
    for (lit, i) in order {
        place(sheet, &places[i], lit);
    }
}

/// A place is bright with its meetings, and where a bright line begins.
#[must_use]
pub fn is_lit(sheet: &Sheet, place: &Place) -> bool {
    let begins_here = |line: &&Tie| {
        (line.from.lon - place.at.lon).hypot(line.from.lat - place.at.lat) < SAME_CITY && !place.hollow
    };
    let mut lines = sheet.scene.shown.ties.lines.iter().filter(begins_here);
    sheet.emphasis.lights(&place.rows) || lines.any(|line| sheet.emphasis.lights(&line.rows))
}

fn place(sheet: &mut Sheet, place: &Place, lit: bool) {
    let Some(centre) = sheet.page_from_globe(place.at) else { return };
    let radius = radius(place);
    sheet.discs.push(around(centre, radius + 1.0, radius + 1.0));
    let target = Target::Place(place.key.clone());
    let look = sheet.look;
    let hue = sheet.ink(look.status(place.status), lit);
    if place.hollow {
        dashed_ring(sheet, centre, radius, hue, Some(&target));
    } else {
        let edge = if place.host_at_home { look.venue } else { look.status(place.status) };
        let stroke =
            Stroke { width: if place.host_at_home { 1.8 } else { 1.2 }, colour: sheet.ink(edge, lit) };
        sheet.draw_for(target.clone(), Shape::Disc { centre, radius, fill: look.paper, stroke });
    }
    if place.meetings > 1 {
        let at = Point { x: centre.x, y: centre.y + size::SMALL * 0.36 };
        let text = Shape::Text {
            at,
            anchor: Anchor::Middle,
            text: place.meetings.to_string(),
            size: size::SMALL,
            weight: Weight::SemiBold,
            colour: sheet.ink(look.ink, lit),
            halo: None,
        };
        sheet.draw_for(target, text);
    } else if !place.hollow {
        sheet.draw_for(target, Shape::Disc { centre, radius: 2.3, fill: hue, stroke: Stroke::default() });
    }
}

/// An empty ring of dashes, for a place known only to its country.
pub fn dashed_ring(sheet: &mut Sheet, centre: Point, radius: f32, colour: Colour, target: Option<&Target>) {
    let draw = |sheet: &mut Sheet, shape| sheet.marks.push(Mark { shape, target: target.cloned() });
    let fill = sheet.look.paper.faded(0.6);
    draw(sheet, Shape::Disc { centre, radius, fill, stroke: Stroke::default() });
    let arcs = 8;
    for arc in 0..arcs {
        let angle = |share: f32| (arc as f32 + share) * std::f32::consts::TAU / arcs as f32;
        let on_ring = |a: f32| Point { x: centre.x + radius * a.cos(), y: centre.y + radius * a.sin() };
        let points = (0..=3).map(|step| on_ring(angle(step as f32 * 0.2))).collect();
        draw(sheet, Shape::Line { points, width: [1.5, 1.5], colour, dash: Dash::Solid });
    }
}

/// Meetings in an open list; the panel has the rest.
const MOST_LISTED: usize = 12;
const ROW: f32 = 20.0;
const PAD: f32 = 10.0;

/// Opens the list of a selected place beside it, one line a meeting, each of which can be clicked.
pub fn draw_list(sheet: &mut Sheet) {
    let Some(Target::Place(key)) = &sheet.scene.state.selection else { return };
    let Some(place) = sheet.scene.shown.ties.places.iter().find(|place| place.key == *key) else {
        return;
    };
    if place.rows.len() < 2 {
        return;
    }
    let Some(centre) = sheet.page_from_globe(place.at) else { return };
    let look = sheet.look;
    let room = sheet.pane.width() - 16.0 - 2.0 * PAD - 14.0;
    let mut lines: Vec<(Target, String, Colour)> = place
        .rows
        .iter()
        .take(MOST_LISTED)
        .map(|&row| {
            let meeting = sheet.scene.meetings.get(row);
            let text = format!("{} · {}", meeting.dates, meeting.title);
            let hue = if meeting.kind.is_context() { look.quiet_ink } else { look.status(meeting.status) };
            let text = shortened(&text, size::SMALL, Weight::Regular, room);
            (Target::Meeting(meeting.id.clone()), text, hue)
        })
        .collect();
    if let Some(more) = place.rows.len().checked_sub(MOST_LISTED + 1) {
        let text = format!("and {} more, in the panel", more + 1);
        lines.push((Target::Place(key.clone()), text, Colour::TRANSPARENT));
    }
    let widest =
        lines.iter().map(|(_, text, _)| width(text, size::SMALL, Weight::Regular)).fold(0.0, f32::max);
    let rect =
        list_rect(sheet, centre, radius(place), [widest + 2.0 * PAD + 14.0, lines.len() as f32 * ROW + PAD]);
    let stroke = Stroke { width: 1.0, colour: look.hairline };
    // The panel stands for the place: a second click on either closes the list.
    sheet.draw_for(Target::Place(key.clone()), Shape::Panel { rect, corner: 6.0, fill: look.paper, stroke });
    for (i, (target, text, hue)) in lines.into_iter().enumerate() {
        let middle = rect.min.y + PAD / 2.0 + (i as f32 + 0.5) * ROW;
        let row = Rect {
            min: Point { x: rect.min.x + 2.0, y: middle - ROW / 2.0 },
            max: Point { x: rect.max.x - 2.0, y: middle + ROW / 2.0 },
        };
        let fill = if sheet.scene.pointed == Some(&target) { look.card } else { look.paper };
        sheet.draw_for(
            target.clone(),
            Shape::Panel { rect: row, corner: 4.0, fill, stroke: Stroke::default() },
        );
        let dot = Point { x: rect.min.x + PAD + 3.0, y: middle };
        let disc = Shape::Disc { centre: dot, radius: 3.0, fill: hue, stroke: Stroke::default() };
        sheet.draw_for(target.clone(), disc);
        let text = Shape::Text {
            at: Point { x: rect.min.x + PAD + 14.0, y: middle + size::SMALL * 0.36 },
            anchor: Anchor::Start,
            text,
            size: size::SMALL,
            weight: Weight::Regular,
            colour: look.ink,
            halo: None,
        };
        sheet.draw_for(target, text);
    }
}

/// To the right of the place if there is room, else to its left, and always within the pane.
fn list_rect(sheet: &Sheet, centre: Point, radius: f32, [wide, high]: [f32; 2]) -> Rect {
    let pane = sheet.pane;
    let right = centre.x + radius + 12.0;
    let left = centre.x - radius - 12.0 - wide;
    let x = if right + wide <= pane.max.x - 8.0 || left < pane.min.x + 8.0 { right } else { left };
    let x = x.min(pane.max.x - 8.0 - wide).max(pane.min.x + 8.0);
    let y = (centre.y - high / 2.0).min(pane.max.y - 8.0 - high).max(pane.min.y + 8.0);
    Rect { min: Point { x, y }, max: Point { x: x + wide, y: y + high } }
}
