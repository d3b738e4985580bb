//! How the map of the review lies: it shows the places on offer, until a key or the hand moves it.

use super::choice::Choice;
use crate::globe::direction::direction;
use crate::globe::projection::Plane;
use crate::globe::view::View;
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use crate::picture::layout::Layout;
use crate::picture::scene::Scene;
use crate::query::suggestion::{Suggestion, whole_country};
use crate::state::{Framing, State};
use crate::ui::map;

/// Points between the pins and the map's edge when the map fits them.
const MARGIN: f32 = 70.0;
/// Degrees on the globe from the chosen place within which others are shown with it.
const NEAR: f64 = 55.0;

/// What a key does to the map.
#[derive(Clone, Copy, Debug)]
pub enum Move {
    /// It shows the places on offer.
    Fit,
    /// It shows the world.
    World,
    /// It magnifies so many times.
    Zoom(f64),
    /// It moves by points to the right and down.
    Pan(f32, f32),
}

impl Move {
    /// Moves the map, and says whether it is to show the places on offer.
    pub fn make(self, scene: &Scene, next: &mut State) -> bool {
        match self {
            Self::Fit => return true,
            Self::World => map::world(scene, next),
            Self::Zoom(factor) => map::zoom(scene, next, factor),
            Self::Pan(dx, dy) => map::pan(scene, next, dx, dy),
        }
        false
    }
}

/// Lets the map show the place that is chosen, or else the row's country, with those near it on offer; of
/// these those in the row's country, if there are any. Says whether that is still to be done, once a globe is
/// turned.
pub fn fit(scene: &Scene, next: &mut State, choice: &Choice, within: Option<CountryCode>) -> bool {
    let places = choice.offered();
    let country = within.and_then(whole_country);
    let Some(first) = choice.chosen().or(country.as_ref()).or(places.first()) else {
        next.framing = Framing::Fit;
        return false;
    };
    if scene.state.projection.rim().is_some() {
        next.turn_to(first.at);
        if next.chart(&scene.shown.ties) != scene.lands.chart {
            return true;
        }
    }
    let any_here = places.iter().any(|place| place.is_where_written);
    let is_shown = |place: &&Suggestion| {
        if any_here { place.is_where_written } else { turn_between(place.at, first.at) < NEAR }
    };
    let shown = places.iter().filter(is_shown).chain([first]);
    let points: Vec<Plane> = shown.filter_map(|place| scene.lands.chart.plane_from_globe(place.at)).collect();
    next.framing = Framing::Chosen(View::fitting(&points, Layout::of(scene).pane, MARGIN));
    false
}

/// The angle between two places as the middle of the globe sees them, in degrees.
fn turn_between(a: Position, b: Position) -> f64 {
    let (a, b) = (direction(a), direction(b));
    let cosine: f64 = a.iter().zip(b).map(|(a, b)| a * b).sum();
    cosine.clamp(-1.0, 1.0).acos().to_degrees()
}
