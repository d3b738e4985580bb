//! Venues as they are drawn: how large a closed one is, and where the meetings of an open one stand around
//! it.

use super::scene::Scene;
use crate::gazetteer::place::kilometres_between;
use crate::globe::view::Point;
use crate::meeting::{Kind, Position};
use crate::query::place::Place;
use crate::query::question::reading::Reading;
use crate::query::star::{MOST_AT_A_PLACE, Star, fan};
use std::f32::consts::{FRAC_PI_2, TAU};

/// Kilometres within which a capital and a venue are one city: both come from one gazetteer, and Kinshasa is
/// seven from Brazzaville.
const SAME_CITY: f64 = 2.0;

/// Whether a capital and a venue are one city.
#[must_use]
pub fn is_same_city(a: Position, b: Position) -> bool {
    // The latitude alone settles most pairs, and is cheaper.
    (a.lat - b.lat).abs() < 0.1 && kilometres_between(a, b) < SAME_CITY
}

/// Whether a closed place shows what its meetings count.
#[must_use]
pub const fn has_number(place: &Place) -> bool {
    place.weight > 1 || (place.meetings > 1 && !place.summit)
}

/// Points per radian of the globe from which on places lie open.
const CLOSE: f64 = 1800.0;
/// Points between neighbouring hubs.
const APART: f32 = 13.0;
/// The radius in points of the smallest ring of hubs.
const FIRST_RING: f32 = 11.0;
/// Hubs that fit on a single ring, however wide it must be.
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

/// The hubs of every place that lies open, none for the others: in the reading of stars, and close up. A
/// place with too many meetings stays closed; its list opens on a click.
#[must_use]
pub fn fans(scene: &Scene, scale: f64) -> Vec<Vec<Hub>> {
    let stars = scene.state.reading == Reading::Stars;
    let hubs_of = |place: &Place| {
        let is_open = (stars && !place.crowded) || (scale >= CLOSE && place.meetings <= MOST_AT_A_PLACE);
        if is_open && place.meetings > 1 { hubs(scene, place) } else { Vec::new() }
    };
    scene.shown.ties.places.iter().map(hubs_of).collect()
}

/// The meetings on rings around the place, clockwise from the top, a summit's sidelines after it. A place
/// with a single star has no hub.
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
