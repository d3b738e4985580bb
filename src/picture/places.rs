//! Venues: a ring where a host was at home, a count where meetings share a place, a star where there was a summit.

use super::cues::mark_colour;
use super::fan::{draw_hubs, folded_note};
use super::look::{Colour, size};
use super::sheet::{Sheet, around};
use super::symbol::Symbol;
use super::text::{Weight, width};
use super::{Anchor, Dash, Mark, Shape, Stroke};
use crate::gazetteer::place::kilometres_between;
use crate::globe::view::Point;
use crate::meeting::Position;
use crate::query::place::Place;
use crate::state::Target;

/// The radius in points of a place's disc: its number finds room in it.
#[must_use]
pub fn radius(place: &Place) -> f32 {
    if !has_number(place) && place.meetings < 2 {
        return 5.5;
    }
    let grown = (7.0 + 0.9 * (place.meetings.max(2) as f32).sqrt()).min(14.0);
    grown.max(width(&place.weight.to_string(), size::SMALL, Weight::SemiBold) / 2.0 + 3.0)
}

/// Whether a closed place shows what its meetings count.
#[must_use]
pub const fn has_number(place: &Place) -> bool {
    place.weight > 1 || (place.meetings > 1 && !place.summit)
}

/// Kilometres within which a capital and a venue are one city: both come from one gazetteer, and Kinshasa is seven from Brazzaville.
const SAME_CITY: f64 = 2.0;

/// Whether a capital and a venue are one city.
#[must_use]
pub fn is_same_city(a: Position, b: Position) -> bool {
    // Most are told apart by their latitude alone.
    (a.lat - b.lat).abs() < 0.1 && kilometres_between(a, b) < SAME_CITY
}

/// Draws every place, dimmed ones first.
pub fn draw(sheet: &mut Sheet) {
    let places = &sheet.scene.shown.ties.places;
    let mut order: Vec<(bool, usize)> =
        places.iter().enumerate().map(|(i, _)| (is_lit(sheet, i), i)).collect();
    order.sort_unstable();
    for (lit, i) in order {
        place(sheet, i, lit);
    }
}

/// A place is bright with its meetings, and where a bright line begins.
#[must_use]
pub fn is_lit(sheet: &Sheet, number: usize) -> bool {
    let place = &sheet.scene.shown.ties.places[number];
    sheet.emphasis.lights(&place.rows) || (!place.hollow && sheet.emphasis.begins_at(place.at))
}

fn place(sheet: &mut Sheet, number: usize, lit: bool) {
    let place = &sheet.scene.shown.ties.places[number];
    let Some(centre) = sheet.page_from_globe(place.at) else { return };
    let radius = radius(place);
    sheet.discs.push(around(centre, radius + 1.0, radius + 1.0));
    draw_hubs(sheet, centre, number);
    let target = Target::Place(place.key.clone());
    let look = sheet.look;
    let age = sheet.age(&place.rows);
    let ink = |sheet: &Sheet, colour: Colour| sheet.ink(colour.faded(age), lit);
    let hue = ink(sheet, mark_colour(&sheet.scene.shown.question, &look, place.status));
    if !sheet.fans[number].is_empty() {
        // The hubs around it are its meetings.
        let fill = ink(sheet, look.venue);
        sheet.draw_for(target, Shape::Disc { centre, radius: 2.6, fill, stroke: Stroke::default() });
        return;
    }
    if place.hollow {
        dashed_ring(sheet, centre, radius, hue, Some(&target));
    } else {
        let edge = if place.host_at_home {
            look.venue
        } else {
            mark_colour(&sheet.scene.shown.question, &look, place.status)
        };
        let stroke = Stroke { width: if place.host_at_home { 1.8 } else { 1.2 }, colour: ink(sheet, edge) };
        sheet.draw_for(target.clone(), Shape::Disc { centre, radius, fill: look.paper, stroke });
    }
    if has_number(place) {
        let at = Point { x: centre.x, y: centre.y + size::SMALL * 0.36 };
        let text = Shape::Text {
            at,
            anchor: Anchor::Middle,
            text: place.weight.to_string(),
            size: size::SMALL,
            weight: Weight::SemiBold,
            colour: ink(sheet, look.ink),
            halo: None,
        };
        sheet.draw_for(target, text);
    } else if !place.hollow {
        let (symbol, radius) = if place.summit { (Symbol::Star, 3.2) } else { (Symbol::Disc, 2.3) };
        sheet.draw_for(target, symbol.shape(centre, radius, hue));
    }
    let count = &sheet.scene.shown.count;
    let folded = place.rows.iter().filter(|&&row| count.is_folded(row)).count();
    if folded > 0 {
        folded_note(sheet, Point { x: centre.x + radius + 2.0, y: centre.y }, folded, lit);
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
