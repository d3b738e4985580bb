//! Specks: rings at states too small to be seen, and at islands and towns of contested status, with their
//! names close up.

use crate::gazetteer::country::{Countries, CountryKind};
use crate::globe::borders::{Borders, ContestedShape};
use crate::globe::land::{HatchedArea, LandArea};
use crate::globe::view::{Point, Rect};
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use crate::picture::layers::base::fill;
use crate::picture::look::{Colour, size};
use crate::picture::marks::Marks;
use crate::picture::plan::Plan;
use crate::picture::text::{Weight, width};
use crate::picture::{Anchor, Shape, Stroke};
use crate::state::Target;

/// The radius of a ring in points.
pub const RADIUS: f32 = 2.4;
/// A state whose largest part is no wider and no higher than this in points has a ring.
const TOO_SMALL: f32 = 1.6;
/// Points per plane unit from which on areas of contested status have rings: 10 to a degree.
const RINGS_FROM: f64 = 570.0;
/// Points per plane unit from which on they have their names: 30 to a degree.
const NAMES_FROM: f64 = 1700.0;
/// An area that is hatched as wide as this in points needs no ring.
const LARGE_ENOUGH: f32 = 12.0;

/// Draws the rings. A click near a small state's ring selects the state.
pub fn draw(plan: &Plan, out: &mut Marks) {
    let stroke = Stroke { width: 0.8, colour: plan.look.hatch };
    for (code, at) in small_states(plan) {
        let Some(centre) = in_sight(plan, at) else { continue };
        let ring = Shape::Disc { centre, radius: RADIUS, fill: fill(plan, code), stroke };
        out.draw_for(Target::Country(code), ring);
    }
    for (_, centre) in contested(plan) {
        let fill = Colour::TRANSPARENT;
        out.draw(Shape::Disc { centre, radius: RADIUS, fill, stroke: Stroke { width: 1.1, ..stroke } });
    }
}

/// Sets the names of areas of contested status beside their rings, where the other names have left room.
pub fn name(plan: &Plan, out: &mut Marks) {
    if plan.to_page.scale < NAMES_FROM {
        return;
    }
    for (area, centre) in contested(plan) {
        let wide = width(&area.name, size::SMALL, Weight::Regular);
        let beside = |from: f32| Rect {
            min: Point { x: from, y: centre.y - size::SMALL * 0.7 },
            max: Point { x: from + wide, y: centre.y + size::SMALL * 0.6 },
        };
        let gap = RADIUS + 4.0;
        let free = [beside(centre.x + gap), beside(centre.x - gap - wide)];
        let Some(room) = free.into_iter().find(|rect| out.is_free(*rect)) else { continue };
        out.taken.push(room);
        let (text, colour, halo) = (area.name.clone(), plan.look.quiet_ink, Some(plan.look.halo));
        let at = Point { x: room.min.x, y: centre.y + size::SMALL * 0.36 };
        let (anchor, weight) = (Anchor::Start, Weight::Regular);
        out.draw(Shape::Text { at, anchor, text, size: size::SMALL, weight, colour, halo });
    }
}

/// Whether an area of contested status has a ring at a scale in points per plane unit.
#[must_use]
pub fn has_ring(area: &ContestedShape, hatched: &HatchedArea, scale: f64) -> bool {
    let [left, bottom, right, top] = hatched.bounds;
    let extent = (right - left).max(top - bottom) * scale as f32;
    area.ring.is_some() && scale >= RINGS_FROM && extent < LARGE_ENOUGH
}

/// The areas that have a ring in sight.
fn contested<'a>(plan: &'a Plan) -> impl Iterator<Item = (&'a ContestedShape, Point)> {
    let borders: &'a Borders = plan.scene.borders;
    let areas = borders.contested.iter().zip(plan.scene.lands.contested.iter());
    let ringed = areas.filter(|(area, hatched)| has_ring(area, hatched, plan.to_page.scale));
    ringed.filter_map(|(area, _)| Some((area, in_sight(plan, area.ring?)?)))
}

/// States whose land cannot be seen at this scale, with their capitals.
fn small_states(plan: &Plan) -> impl Iterator<Item = (CountryCode, Position)> {
    let land = plan.scene.lands.at(plan.to_page.scale);
    let countries = Countries::embedded();
    let pairs = plan.scene.borders.countries.iter().zip(&land.areas);
    let small = pairs.filter(|(_, area)| widest(area) * plan.to_page.scale as f32 <= TOO_SMALL);
    small.filter_map(|(shape, _)| {
        let country = countries.get(shape.code).filter(|country| country.kind == CountryKind::Country)?;
        Some((shape.code, country.capital_at))
    })
}

/// How wide or high the largest part of a country is on the plane.
fn widest(area: &LandArea) -> f32 {
    let sides = area.rings.iter().map(|ring| {
        let [left, bottom, right, top] = ring.bounds;
        (right - left).max(top - bottom)
    });
    sides.fold(0.0, f32::max)
}

fn in_sight(plan: &Plan, at: Position) -> Option<Point> {
    plan.page_from_globe(at).filter(|at| plan.layout.pane.contains(*at))
}
