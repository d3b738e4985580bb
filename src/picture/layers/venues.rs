//! Venues: a ring where a host was at home, a number where meetings share a place, a star where there was a
//! summit; open, the meetings around their place; several places in one where they would lie over one
//! another.

use crate::globe::view::{Point, Rect};
use crate::meeting::Kind;
use crate::meeting::identity::PlaceId;
use crate::picture::cues::{mark_colour, meeting_colour};
use crate::picture::emphasis::Level;
use crate::picture::gathered::{Face, Inside, Ring, VenueMark};
use crate::picture::look::{Colour, size};
use crate::picture::marks::Marks;
use crate::picture::plan::Plan;
use crate::picture::symbol::{Symbol, dashed_ring};
use crate::picture::text::{Weight, width};
use crate::picture::{Anchor, Dash, Shape, Stroke};
use crate::state::Target;
use crate::words::message::Message;
use crate::words::say;
use std::cmp::Reverse;

/// Draws every mark; what is brought forward last.
pub fn draw(plan: &Plan, out: &mut Marks) {
    let mut order: Vec<(Level, usize)> =
        plan.marks.iter().enumerate().map(|(number, mark)| (plan.level_of_mark(mark), number)).collect();
    // Of one level, those that count most lie on top.
    order.sort_by_key(|&(level, number)| (level, Reverse(number)));
    for (level, number) in order {
        draw_mark(plan, out, &plan.marks[number], level);
    }
}

/// What a click on a mark selects: its place, or all of them.
#[must_use]
pub fn target(plan: &Plan, mark: &VenueMark) -> Target {
    let places = &plan.scene.shown.ties.places;
    if let [only] = mark.places[..] {
        return Target::Place(places[only].id);
    }
    let mut ids: Vec<PlaceId> = mark.places.iter().map(|&place| places[place].id).collect();
    ids.sort_unstable();
    Target::Places(ids)
}

fn draw_mark(plan: &Plan, out: &mut Marks, mark: &VenueMark, level: Level) {
    let places = &plan.scene.shown.ties.places;
    let VenueMark { centre, radius, .. } = *mark;
    out.discs.push(Rect::around(centre, radius + 1.0, radius + 1.0));
    draw_hubs(plan, out, centre, mark.places[0]);
    if !plan.is_seen(mark) {
        return;
    }
    let target = target(plan, mark);
    let look = plan.look;
    let age = mark.places.iter().map(|&place| plan.age(places[place].latest)).fold(0.0, f32::max);
    let ink = |colour: Colour| plan.ink(colour, level).faded(age);
    if plan.is_open(mark) {
        // The hubs around it are its meetings.
        let fill = ink(look.venue);
        out.draw_for(target, Shape::Disc { centre, radius: 2.6, fill, stroke: Stroke::default() });
        return;
    }
    let Face { ring, inside, status } = mark.face(places);
    let hue = ink(mark_colour(&plan.scene.shown.question, &look, status));
    let edge = |width: f32, colour: Colour| {
        let stroke = Stroke { width, colour };
        vec![Shape::Disc { centre, radius, fill: look.paper, stroke }]
    };
    let mut shapes = match ring {
        Ring::Dashed => dashed_ring(centre, radius, hue, look.paper),
        Ring::Bold => edge(1.8, ink(look.venue)),
        Ring::Thin => edge(1.2, hue),
    };
    match inside {
        Inside::Number => {
            let at = Point { x: centre.x, y: centre.y + size::SMALL * 0.36 };
            let (anchor, text) = (Anchor::Middle, say(Message::Number(mark.weight)));
            let colour = if level == Level::Context { look.quiet_ink } else { look.ink.faded(age) };
            let (size, weight) = (size::SMALL, Weight::SemiBold);
            shapes.push(Shape::Text { at, anchor, text, size, weight, colour, halo: None });
        }
        Inside::Star => shapes.push(Symbol::Star.shape(centre, 3.2, hue)),
        Inside::Dot => shapes.push(Symbol::Disc.shape(centre, 2.3, hue)),
        Inside::Nothing => {}
    }
    for shape in shapes {
        out.draw_for(target.clone(), shape);
    }
    let folded = mark.places.iter().map(|&place| places[place].folded).sum();
    if folded > 0 {
        folded_note(plan, out, Point { x: centre.x + radius + 2.0, y: centre.y }, folded);
    }
}

/// Draws the hubs of an open place around its middle, and a thin stem to each.
fn draw_hubs(plan: &Plan, out: &mut Marks, centre: Point, number: usize) {
    for hub in &plan.fans[number] {
        let at = Point { x: centre.x + hub.offset.x, y: centre.y + hub.offset.y };
        let meeting = plan.scene.meetings.get(hub.star.row);
        let target = Target::Meeting(meeting.id.clone());
        let rows: Vec<usize> = std::iter::once(hub.star.row).chain(hub.star.folded.iter().copied()).collect();
        let level = plan.emphasis.of_rows(&rows);
        let hue = meeting_colour(&plan.scene.shown.question, &plan.look, meeting);
        let hue = plan.ink(hue, level).faded(plan.age(plan.scene.shown.latest(&rows)));
        let stem = plan.ink(plan.look.venue, level).faded(0.55);
        out.draw(Shape::Line {
            points: vec![centre, at],
            width: [0.8, 0.8],
            colour: stem,
            dash: Dash::Solid,
        });
        let paper = plan.look.paper;
        let pointed = plan.scene.pointed == Some(&target);
        let edge =
            Stroke { width: if pointed { 2.0 } else { 1.0 }, colour: plan.ink(plan.look.venue, level) };
        let plate = Shape::Disc { centre: at, radius: hub.radius + 1.2, fill: paper, stroke: edge };
        out.draw_for(target.clone(), plate);
        let symbol = if meeting.kind == Kind::Summit { Symbol::Star } else { Symbol::Disc };
        out.draw_for(target.clone(), symbol.shape(at, hub.radius * 0.62, hue));
        out.discs.push(Rect::around(at, hub.radius + 2.0, hub.radius + 2.0));
        if !hub.star.folded.is_empty() {
            folded_note(plan, out, Point { x: at.x + hub.radius + 3.0, y: at.y }, hub.star.folded.len());
        }
    }
}

/// How many sidelines are folded into a summit, right of its mark.
fn folded_note(plan: &Plan, out: &mut Marks, at: Point, folded: usize) {
    let text = format!("+{folded}");
    let wide = width(&text, size::SMALL, Weight::SemiBold);
    let middle = Point { x: at.x + wide / 2.0, y: at.y - 8.0 };
    out.taken.push(Rect::around(middle, wide / 2.0 + 1.0, 6.0));
    let text = Shape::Text {
        at: Point { x: at.x, y: at.y - 5.0 },
        anchor: Anchor::Start,
        text,
        size: size::SMALL,
        weight: Weight::SemiBold,
        colour: plan.look.ink,
        halo: Some(plan.look.halo),
    };
    out.draw(text);
}
