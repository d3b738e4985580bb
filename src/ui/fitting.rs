//! Which part of the world is in view: what fits the selection, and a map that stands still while a period
//! changes.

use super::map::points_of;
use crate::export::film::hold_still;
use crate::globe::view::{PageFromPlane, View};
use crate::picture::layout::Layout;
use crate::picture::scene::Scene;
use crate::state::{Framing, State};

/// Points between what is selected and the pane's edge.
const MARGIN: f32 = 80.0;

/// The view that fits the selection, if there is one on the map; else all that is shown fits.
#[must_use]
pub fn fitted(scene: &Scene) -> Framing {
    let Some(target) = scene.state.selection.as_ref() else { return Framing::Fit };
    let points = points_of(scene, target);
    let pane = Layout::of(scene).pane;
    if points.is_empty() { Framing::Fit } else { Framing::Chosen(View::fitting(&points, pane, MARGIN)) }
}

/// Keeps the map where it is while a period changes: what comes and goes is seen only on a map that stands
/// still. A comparison that begins or ends lets go of a view that nobody has chosen. The scene is the one on
/// the screen, `now` the state before the change.
pub fn hold(scene: &Scene, now: &State, next: &mut State) {
    if next.compare.is_some() != now.compare.is_some() {
        if matches!(next.framing, Framing::Frozen(_)) {
            next.framing = Framing::Fit;
        }
        return;
    }
    let before = |state: &State| state.compare.as_ref().map(|one| (one.before.from, one.before.to));
    let period = |state: &State| (state.filter.from, state.filter.to, before(state));
    if period(next) == period(now) || next.framing != now.framing {
        return;
    }
    hold_still(scene, next);
}

/// Fits a view that the program froze to a map of another size, so that everything is still seen that was. A
/// view that the user chose stays.
pub fn refit(scene: &Scene, old: [f32; 2], next: &mut State) {
    let Framing::Frozen(view) = next.framing else { return };
    let is_same = old.iter().zip(scene.size).all(|(old, now)| (old - now).abs() < 0.5);
    // Before the first frame there was no map.
    if is_same || old.iter().any(|side| *side < 1.0) {
        return;
    }
    let [before, now] = [old, scene.size].map(|size| Layout::of(&Scene { size, ..*scene }).pane);
    let to_page = PageFromPlane::new(view, before);
    let corners = [before.min, before.max].map(|corner| to_page.plane_from_page(corner));
    next.framing = Framing::Frozen(View::fitting(&corners, now, 0.0));
}
