//! Names on the map: venues in bold, countries in the language chosen, leaders under them; none over another.
//!
//! Where a name stands depends on the zoom and on what is shown, not on where the map has been moved to:
//! names are placed for a wide region around the pane, and only those that its edge, the legend or the
//! attribution would cut are then placed anew. What is lit changes their ink, never their places: they must
//! not jump under the pointer.

mod wanted;
mod ground;
mod placing;

use self::ground::Ground;
use self::placing::{FAR, Placed};
pub use self::wanted::names_of_capital;
use self::wanted::{Name, Site};
use crate::globe::view::{Point, Rect};
use crate::picture::marks::Marks;
use crate::picture::plan::Plan;
use crate::picture::{Dash, Shape};

/// Draws every name that has a free position, most important first.
pub fn draw(plan: &Plan, out: &mut Marks) {
    let names = wanted::names(plan);
    let mut ground = Ground::new(plan, out);
    let everywhere = everywhere(plan, &mut ground, &names);
    ground.clear_names();
    let placed = in_sight(plan, out, ground, &names, &everywhere);
    for (name, placed) in names.into_iter().zip(placed) {
        let Some(Placed { form, rect, at, anchor, .. }) = placed else { continue };
        out.taken.push(rect);
        leader(plan, out, &name, rect);
        let shape = Shape::Text {
            at,
            anchor,
            text: name.forms[form].clone(),
            size: name.size,
            weight: name.weight,
            colour: name.colour,
            halo: Some(plan.look.halo),
        };
        match name.target {
            Some(target) => out.draw_for(target, shape),
            None => out.draw(shape),
        }
    }
}

/// Joins a name that stands away from its mark to the mark.
fn leader(plan: &Plan, out: &mut Marks, name: &Name, rect: Rect) {
    let Site::Beside { clear, .. } = name.site else { return };
    let text = Rect {
        min: Point { y: rect.min.y + 2.0, ..rect.min },
        max: Point { y: rect.max.y - 2.0, ..rect.max },
    };
    let end = text.nearest(name.at);
    let gap = end.distance_to(name.at);
    if gap - clear <= FAR {
        return;
    }
    let share = (clear + 1.0) / gap;
    let start =
        Point { x: name.at.x + (end.x - name.at.x) * share, y: name.at.y + (end.y - name.at.y) * share };
    let (points, colour) = (vec![start, end], plan.look.quiet_ink);
    out.draw(Shape::Line { points, width: [0.75; 2], colour, dash: Dash::Solid });
}

/// The places of all names around the pane, as if the map had no edge.
fn everywhere(plan: &Plan, ground: &mut Ground, names: &[Name]) -> Vec<Option<Placed>> {
    let mut all: Vec<Option<Placed>> = Vec::with_capacity(names.len());
    for name in names {
        let placed = ground
            .region
            .contains(name.at)
            .then(|| placing::place(plan, ground, name, host(name, &all), &|_| true))
            .flatten();
        if let Some(placed) = &placed {
            ground.taken.add(placed.rect);
        }
        all.push(placed);
    }
    all
}

/// The places of the names in the pane. Those that its edge, the legend or the attribution cuts are placed
/// anew, after the others.
fn in_sight(
    plan: &Plan,
    out: &Marks,
    mut ground: Ground,
    names: &[Name],
    everywhere: &[Option<Placed>],
) -> Vec<Option<Placed>> {
    let free = |rect: Rect| {
        let inside = plan.layout.pane.contains(rect.min) && plan.layout.pane.contains(rect.max);
        inside && !out.taken.iter().any(|taken| taken.overlaps(rect))
    };
    let seen = |at: Point| plan.layout.pane.contains(at);
    let mut placed: Vec<Option<Placed>> = Vec::with_capacity(names.len());
    for (name, place) in names.iter().zip(everywhere) {
        let stays = |one: &&Placed| seen(name.at) && free(one.rect) && host_stays(name, &placed);
        let kept = place.as_ref().filter(stays).cloned();
        if let Some(kept) = &kept {
            ground.taken.add(kept.rect);
        }
        placed.push(kept);
    }
    for (i, name) in names.iter().enumerate() {
        if placed[i].is_none() && everywhere[i].is_some() && seen(name.at) {
            placed[i] = placing::place(plan, &ground, name, host(name, &placed), &free);
            if let Some(anew) = &placed[i] {
                ground.taken.add(anew.rect);
            }
        }
    }
    placed
}

/// The place of the name that this one stands under.
fn host<'a>(name: &Name, placed: &'a [Option<Placed>]) -> Option<&'a Placed> {
    match name.site {
        Site::Under { host } => placed[host].as_ref(),
        Site::Beside { .. } | Site::Within { .. } | Site::OnWater => None,
    }
}

fn host_stays(name: &Name, placed: &[Option<Placed>]) -> bool {
    !matches!(name.site, Site::Under { .. }) || host(name, placed).is_some()
}
