//! The list that opens from a selected place: its meetings with their dates and titles, each of which can be
//! clicked.

use crate::globe::view::{Point, Rect};
use crate::meeting::Kind;
use crate::picture::cues::meeting_colour;
use crate::picture::gathered::VenueMark;
use crate::picture::look::{Colour, size};
use crate::picture::marks::Marks;
use crate::picture::plan::Plan;
use crate::picture::scene::Scene;
use crate::picture::symbol::Symbol;
use crate::picture::text::{Weight, width};
use crate::picture::wrap::shortened;
use crate::picture::{Anchor, Dash, Shape, Stroke};
use crate::query::place::Place;
use crate::query::star::fan;
use crate::state::Target;
use crate::words::message::Message;
use crate::words::part::lists::ListText;
use crate::words::say;

/// Meetings in an open list; the panel has the rest.
const MOST_LISTED: usize = 12;
const ROW: f32 = 21.0;
/// The share of the room beside a place that the arc of its hubs may take.
const MOST_BENT: f32 = 0.4;
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

/// Opens a selected place like a fan: a rib to each of its meetings, with its date and title, each of which
/// can be clicked.
pub fn draw(plan: &Plan, out: &mut Marks) {
    let Some(selection) = &plan.scene.state.selection else { return };
    let (Target::Place(_) | Target::Places(_)) = selection else { return };
    let ties = &plan.scene.shown.ties;
    let is_selected = |number: usize| match selection {
        Target::Place(id) => ties.places[number].id == *id,
        Target::Places(ids) => ids.binary_search(&ties.places[number].id).is_ok(),
        Target::Country(_)
        | Target::Tie(_)
        | Target::Meeting(_)
        | Target::Occasion(_)
        | Target::Person(_)
        | Target::Pair(_) => false,
    };
    let mark = plan.marks.iter().find(|mark| mark.places.iter().any(|&place| is_selected(place)));
    let Some(&VenueMark { ref places, centre, radius, .. }) = mark else { return };
    let places: Vec<&Place> =
        places.iter().filter(|&&place| is_selected(place)).map(|&place| &ties.places[place]).collect();
    if places.iter().map(|place| place.rows.len()).sum::<usize>() < 2 {
        return;
    }
    // The side with more room: a small pane has little of it.
    let [left, right] = beside(plan, centre);
    let leaves = leaves(plan, &places, selection, left.max(right));
    let widest =
        leaves.iter().map(|leaf| width(&leaf.text, size::SMALL, Weight::Regular)).fold(0.0, f32::max);
    let Ribs { side, bend, top } = ribs(plan, centre, radius, leaves.len(), widest);
    let last = (leaves.len() - 1) as f32;
    for (i, leaf) in leaves.into_iter().enumerate() {
        let y = top + i as f32 * ROW;
        let from_middle = (i as f32 - last / 2.0) * ROW;
        let bulge = (bend * bend - from_middle * from_middle).max(0.0).sqrt();
        let hub = Point { x: centre.x + side * bulge, y };
        draw_leaf(plan, out, leaf, [centre, hub], radius, side);
    }
}

/// The lines of the list: each summit before its sidelines, context last. If there are too many, the last
/// line says how many more.
fn leaves(plan: &Plan, places: &[&Place], selection: &Target, most: f32) -> Vec<Leaf> {
    let Scene { meetings, shown, .. } = plan.scene;
    let pane = plan.layout.pane;
    let room = (pane.width() / 2.0).min(most * (1.0 - MOST_BENT) - GAP - 2.0 * PAD);
    let fitting = ((pane.height() - 32.0) / ROW).max(2.0) as usize;
    let listed = MOST_LISTED.min(fitting - 1);
    let stars = places.iter().flat_map(|place| fan(meetings, place, &shown.count));
    let rows: Vec<usize> = stars.flat_map(|star| std::iter::once(star.row).chain(star.folded)).collect();
    let leaf = |&row: &usize| {
        let meeting = meetings.get(row);
        let text = say(Message::Dots(&[say(Message::Dates(meeting.dates)), meeting.title.to_string()]));
        let hue = meeting_colour(&shown.question, &plan.look, meeting);
        let symbol = match meeting.kind {
            Kind::Summit => Symbol::Star,
            _ if !shown.count.counts(row) => Symbol::Ring,
            _ => Symbol::Disc,
        };
        let text = shortened(&text, size::SMALL, Weight::Regular, room);
        Leaf { target: Target::Meeting(meeting.id.clone()), text, hue, symbol }
    };
    let mut leaves: Vec<Leaf> = rows.iter().take(listed).map(leaf).collect();
    if let Some(more) = rows.len().checked_sub(listed + 1) {
        // Beside a page there is no panel.
        let is_page = plan.scene.state.page.is_made_up();
        let text =
            if is_page { say(ListText::AndMore(more + 1)) } else { say(Message::MoreInPanel(more + 1)) };
        let (target, hue) = (selection.clone(), Colour::TRANSPARENT);
        leaves.push(Leaf { target, text, hue, symbol: Symbol::Disc });
    }
    leaves
}

/// The room to the left and to the right of a place, in points.
fn beside(plan: &Plan, centre: Point) -> [f32; 2] {
    let pane = plan.layout.pane;
    [centre.x - pane.min.x - 8.0, pane.max.x - 8.0 - centre.x]
}

/// Which way a fan opens (1 to the right, −1 to the left), the radius of the arc its hubs lie on, and the
/// height of the first.
struct Ribs {
    side: f32,
    bend: f32,
    top: f32,
}

fn ribs(plan: &Plan, centre: Point, radius: f32, count: usize, widest: f32) -> Ribs {
    let pane = plan.layout.pane;
    let high = (count.max(1) - 1) as f32 * ROW;
    let [left, right] = beside(plan, centre);
    let most = left.max(right);
    let bend = (high * 0.56).min(most * MOST_BENT).max(radius + 26.0).min(most * 0.5);
    let wide = bend + GAP + widest + 2.0 * PAD;
    let side = if right >= wide || right >= left { 1.0 } else { -1.0 };
    let top = (centre.y - high / 2.0).min(pane.max.y - 16.0 - high).max(pane.min.y + 16.0);
    Ribs { side, bend, top }
}

fn draw_leaf(plan: &Plan, out: &mut Marks, leaf: Leaf, [centre, hub]: [Point; 2], clear: f32, side: f32) {
    let Leaf { target, text, hue, symbol } = leaf;
    let look = plan.look;
    let pointed = plan.scene.pointed == Some(&target);
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
    out.draw(rib);
    let fill = if pointed { look.card } else { look.paper };
    let stroke = Stroke { width: 1.0, colour: if pointed { look.accent } else { look.hairline } };
    out.draw_for(target.clone(), Shape::Panel { rect: plate, corner: 5.0, fill, stroke });
    let edge = Stroke { width: 1.0, colour: look.venue.faded(0.6) };
    out.draw_for(target.clone(), Shape::Disc { centre: hub, radius: 5.5, fill: look.paper, stroke: edge });
    out.draw_for(target.clone(), symbol.shape(hub, 3.0, hue));
    let (x, anchor) = if side > 0.0 { (near + PAD, Anchor::Start) } else { (near - PAD, Anchor::End) };
    let at = Point { x, y: hub.y + size::SMALL * 0.36 };
    let (size, weight, colour) = (size::SMALL, Weight::Regular, look.ink);
    out.draw_for(target, Shape::Text { at, anchor, text, size, weight, colour, halo: None });
}
