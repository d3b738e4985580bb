//! A made-up page: header, map, table, legend and credits one above the other, the map as large as the others
//! leave it.

use super::amounts::{Amount, amounts};
use super::attribution::Attribution;
use super::cues::Lines;
use super::emphasis::Emphasis;
use super::frequent::{self, Frequent};
use super::header::{Header, subtitle, title};
use super::layout::{Fit, Layout, NARROW_MARGIN};
use super::legend::{Heading, Legend};
use super::look::Look;
use super::scene::Scene;
use crate::globe::projection::{Plane, Projection};
use crate::globe::view::{PageFromPlane, Point, Rect, View};
use crate::page::Below;
use crate::words::spoken::speaking;

/// The share of the room that the map keeps, however little it needs.
const LEAST_MAP: f32 = 0.55;
/// The same where a table is asked for on a page that is wider than high.
const LEAST_BESIDE_A_TABLE: f32 = 0.45;
/// The share of its pane's height that a map fills at least: where the whole world is lower, it is seen
/// closer.
const FILLED: f64 = 0.8;
/// The share of the page that must be left to the map for the legend to have its whole heading, and for there
/// to be a legend.
const ROOM_FOR_A_HEADING: f32 = 0.36;
const ROOM_FOR_A_LEGEND: f32 = 0.18;
/// The same for a legend that has no heading, in a narrow column and a language of long words.
const ROOM_FOR_ITS_ENTRIES: f32 = 0.12;

/// Lays out a scene's page, in the language of its map, where no picture is needed.
#[must_use]
pub fn of(scene: &Scene) -> Layout {
    let look = Look::of(scene.state.theme);
    speaking(scene.state.language, || {
        layout(scene, &Lines::new(scene, &look, &Emphasis::new(scene)), &amounts(scene, &look))
    })
}

/// Lays out a page: as it was made up for its format, or else as the window fills a pane.
#[must_use]
pub fn layout(scene: &Scene, lines: &Lines, amounts: &[Amount]) -> Layout {
    if !scene.state.page.is_made_up() {
        return Layout::new(scene, lines, amounts);
    }
    let [width, height] = scene.size;
    let title = title(scene.state, scene.shown);
    let header = Header::new(&title, &subtitle(scene, lines), scene.size);
    let top = header.height.min(height / 2.0);
    let all = Rect { min: Point { x: 0.0, y: top }, max: Point { x: width, y: height } };
    let attribution = Attribution::strip(scene, all);
    let legend = legend(scene, lines, amounts, all, attribution.rect);
    let bottom = legend.as_ref().map_or(attribution.rect, |legend| legend.rect).min.y;
    let room = Rect { max: Point { x: width, y: bottom.max(top + 1.0) }, ..all };
    let frequent = table(scene, room);
    let foot = frequent.as_ref().map_or(room.max.y, |table| table.rect.min.y);
    let pane = Rect { max: Point { y: foot, ..room.max }, ..room };
    let view = scene.state.framing.view().unwrap_or_else(|| {
        let fit = fit(scene, pane);
        let corner = Rect { min: pane.max, max: pane.max };
        filled(fit.view(corner, None), pane, &fit)
    });
    Layout { title: title.into_owned(), header, pane, attribution, legend, frequent, view }
}

fn fit(scene: &Scene, pane: Rect) -> Fit {
    let margin = NARROW_MARGIN.min(0.12 * pane.height()).min(0.12 * pane.width());
    Fit::new(&scene.shown.ties, scene.lands, pane, margin)
}

/// The legend as a strip, unless it is not wanted; its heading in short where that would leave too little of
/// the map, without it where that is still too much, and left out where next to nothing would be left.
fn legend(scene: &Scene, lines: &Lines, amounts: &[Amount], all: Rect, attribution: Rect) -> Option<Legend> {
    if !scene.state.page.legend {
        return None;
    }
    let forms = [
        (Heading::Full, ROOM_FOR_A_HEADING),
        (Heading::Short, ROOM_FOR_A_LEGEND),
        (Heading::None, ROOM_FOR_ITS_ENTRIES),
    ];
    forms.into_iter().find_map(|(says, share)| {
        let strip = Legend::strip(scene, lines, amounts, (all, attribution), says)?;
        (strip.rect.min.y - all.min.y > share * scene.size[1]).then_some(strip)
    })
}

/// The table in the part of the room's height that the map does not need, if there is to be one.
fn table(scene: &Scene, room: Rect) -> Option<Frequent> {
    let left = || room.height() - fit(scene, room).height_needed().max(LEAST_MAP * room.height());
    let most = (1.0 - LEAST_BESIDE_A_TABLE) * room.height();
    match scene.state.page.below {
        Below::Nothing => None,
        Below::Automatic => Frequent::new(scene, room, |_| left()),
        Below::Table => {
            Frequent::new(scene, room, |heading| left().max(frequent::least_height(heading).min(most)))
        }
    }
}

/// The view, closer where the whole world is much lower than the pane: about where the lines are, with the
/// ends that fall outside told at the edge.
fn filled(view: View, pane: Rect, fit: &Fit) -> View {
    let projection = fit.projection;
    let high = 2.0 * projection.corner().y * PageFromPlane::new(view, pane).scale;
    let least = FILLED * f64::from(pane.height());
    if projection == Projection::Orthographic || high >= least {
        return view;
    }
    let span = view.span * high / least;
    let half_wide = f64::from(pane.width()) * span / f64::from(pane.width().min(pane.height())) / 2.0;
    let room = (projection.corner().x - half_wide).max(0.0);
    let centre = Plane { x: fit.middle().clamp(-room, room), y: 0.0 };
    View { centre, span }
}
