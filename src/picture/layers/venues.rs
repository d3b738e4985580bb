//! Venues: a ring where a host was at home, a number where meetings share a place, a star where there was a
//! summit; open, the meetings around their place.

use crate::globe::view::{Point, Rect};
use crate::meeting::Kind;
use crate::picture::cues::{mark_colour, meeting_colour};
use crate::picture::look::{Colour, size};
use crate::picture::marks::Marks;
use crate::picture::plan::Plan;
use crate::picture::symbol::{Symbol, dashed_ring};
use crate::picture::text::{Weight, width};
use crate::picture::venue::{has_number, radius};
use crate::picture::{Anchor, Dash, Shape, Stroke};
use crate::state::Target;

/// Draws every place, dimmed ones first.
pub fn draw(plan: &Plan, out: &mut Marks) {
    let places = &plan.scene.shown.ties.places;
    let mut order: Vec<(bool, usize)> =
        places.iter().enumerate().map(|(i, _)| (plan.lights_place(i), i)).collect();
    order.sort_unstable();
    for (lit, i) in order {
        place(plan, out, i, lit);
    }
}

fn place(plan: &Plan, out: &mut Marks, number: usize, lit: bool) {
    let place = &plan.scene.shown.ties.places[number];
    let Some(centre) = plan.page_from_globe(place.at) else { return };
    let radius = radius(place);
    out.discs.push(Rect::around(centre, radius + 1.0, radius + 1.0));
    draw_hubs(plan, out, centre, number);
    let target = Target::Place(place.id);
    let look = plan.look;
    let age = plan.age(&place.rows);
    let ink = |colour: Colour| plan.ink(colour.faded(age), lit);
    let hue = ink(mark_colour(&plan.scene.shown.question, &look, place.status));
    if !plan.fans[number].is_empty() {
        // The hubs around it are its meetings.
        let fill = ink(look.venue);
        out.draw_for(target, Shape::Disc { centre, radius: 2.6, fill, stroke: Stroke::default() });
        return;
    }
    if place.hollow {
        for shape in dashed_ring(centre, radius, hue, look.paper.faded(0.6)) {
            out.draw_for(target.clone(), shape);
        }
    } else {
        let edge = if place.host_at_home {
            look.venue
        } else {
            mark_colour(&plan.scene.shown.question, &look, place.status)
        };
        let stroke = Stroke { width: if place.host_at_home { 1.8 } else { 1.2 }, colour: ink(edge) };
        out.draw_for(target.clone(), Shape::Disc { centre, radius, fill: look.paper, stroke });
    }
    if has_number(place) {
        let at = Point { x: centre.x, y: centre.y + size::SMALL * 0.36 };
        let text = Shape::Text {
            at,
            anchor: Anchor::Middle,
            text: place.weight.to_string(),
            size: size::SMALL,
            weight: Weight::SemiBold,
            colour: ink(look.ink),
            halo: None,
        };
        out.draw_for(target, text);
    } else if !place.hollow {
        let (symbol, radius) = if place.summit { (Symbol::Star, 3.2) } else { (Symbol::Disc, 2.3) };
        out.draw_for(target, symbol.shape(centre, radius, hue));
    }
    let count = &plan.scene.shown.count;
    let folded = place.rows.iter().filter(|&&row| count.is_folded(row)).count();
    if folded > 0 {
        folded_note(plan, out, Point { x: centre.x + radius + 2.0, y: centre.y }, folded, lit);
    }
}

/// Draws the hubs of an open place around its middle, and a thin stem to each.
fn draw_hubs(plan: &Plan, out: &mut Marks, centre: Point, number: usize) {
    for hub in &plan.fans[number] {
        let at = Point { x: centre.x + hub.offset.x, y: centre.y + hub.offset.y };
        let meeting = plan.scene.meetings.get(hub.star.row);
        let target = Target::Meeting(meeting.id.clone());
        let rows: Vec<usize> = std::iter::once(hub.star.row).chain(hub.star.folded.iter().copied()).collect();
        let lit = plan.emphasis.lights(&rows);
        let hue = meeting_colour(&plan.scene.shown.question, &plan.look, meeting);
        let hue = plan.ink(hue.faded(plan.age(&rows)), lit);
        let stem = plan.ink(plan.look.venue.faded(0.55), lit);
        out.draw(Shape::Line {
            points: vec![centre, at],
            width: [0.8, 0.8],
            colour: stem,
            dash: Dash::Solid,
        });
        let paper = plan.look.paper;
        let pointed = plan.scene.pointed == Some(&target);
        let edge = Stroke { width: if pointed { 2.0 } else { 1.0 }, colour: plan.ink(plan.look.venue, lit) };
        let plate = Shape::Disc { centre: at, radius: hub.radius + 1.2, fill: paper, stroke: edge };
        out.draw_for(target.clone(), plate);
        let symbol = if meeting.kind == Kind::Summit { Symbol::Star } else { Symbol::Disc };
        out.draw_for(target.clone(), symbol.shape(at, hub.radius * 0.62, hue));
        out.discs.push(Rect::around(at, hub.radius + 2.0, hub.radius + 2.0));
        if !hub.star.folded.is_empty() {
            folded_note(plan, out, Point { x: at.x + hub.radius + 3.0, y: at.y }, hub.star.folded.len(), lit);
        }
    }
}

/// How many sidelines are folded into a summit, right of its mark.
fn folded_note(plan: &Plan, out: &mut Marks, at: Point, folded: usize, lit: bool) {
    let text = format!("+{folded}");
    let wide = width(&text, size::NOTE, Weight::SemiBold);
    let middle = Point { x: at.x + wide / 2.0, y: at.y - 8.0 };
    out.taken.push(Rect::around(middle, wide / 2.0 + 1.0, 6.0));
    let text = Shape::Text {
        at: Point { x: at.x, y: at.y - 5.0 },
        anchor: Anchor::Start,
        text,
        size: size::NOTE,
        weight: Weight::SemiBold,
        colour: plan.ink(plan.look.ink, lit),
        halo: Some(plan.look.halo),
    };
    out.draw(text);
}
