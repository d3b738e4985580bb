//! Composing: a scene → a picture, layer by layer in drawing order.

use super::furniture::{Attribution, Header, Legend};
use super::look::size;
use super::sheet::{Scene, Sheet};
use super::text::Weight;
use super::{Anchor, Picture, Shape, base, labels, lines, places};
use crate::globe::great_circle::course;
use crate::globe::projection::{Plane, Projection};
use crate::globe::view::{PageFromPlane, Point, Rect, View};
use crate::query::shown::Shown;

/// Points between what is shown and the pane's edge when the view fits it.
const FIT_MARGIN: f32 = 56.0;

/// The title where the user has given none.
const DEFAULT_TITLE: &str = "Meetings and summits";

/// The finished picture of a scene.
#[must_use]
pub fn compose(scene: &Scene) -> Picture {
    let [width, height] = scene.size;
    let title = if scene.state.title.is_empty() { DEFAULT_TITLE } else { &scene.state.title };
    let header = Header::new(title, &scene.shown.sentence, width);
    let pane = pane(scene, &header);
    let view = view(scene, pane);
    let to_page = PageFromPlane::new(view, pane);
    let mut sheet = Sheet::new(*scene, pane, to_page);

    base::draw(&mut sheet);
    lines::draw(&mut sheet);
    places::draw(&mut sheet);
    let attribution = Attribution::place(&mut sheet);
    let legend = Legend::place(&mut sheet, &attribution);
    labels::draw(&mut sheet);
    attribution.draw(&mut sheet);
    if let Some(legend) = legend {
        legend.draw(&mut sheet);
    }
    if scene.shown.rows.is_empty() {
        nothing_shown(&mut sheet);
    }
    places::draw_list(&mut sheet);
    header.draw(&mut sheet);

    Picture {
        width,
        height,
        description: format!("{title}. {}.", scene.shown.sentence),
        title: title.to_owned(),
        page_from_plane: to_page,
        pane,
        marks: sheet.marks,
    }
}

/// The part of the page below the header.
fn pane(scene: &Scene, header: &Header) -> Rect {
    let [width, height] = scene.size;
    Rect { min: Point { x: 0.0, y: header.height.min(height - 1.0) }, max: Point { x: width, y: height } }
}

/// The map's pane on a page of this size, for the pointer's gestures.
#[must_use]
pub fn map_pane(scene: &Scene) -> Rect {
    let title = if scene.state.title.is_empty() { DEFAULT_TITLE } else { &scene.state.title };
    pane(scene, &Header::new(title, &scene.shown.sentence, scene.size[0]))
}

/// The user's view, or the one that fits what is shown.
#[must_use]
pub fn view(scene: &Scene, pane: Rect) -> View {
    scene.state.view.unwrap_or_else(|| {
        let points = extent(scene.shown, scene.state.projection);
        if points.is_empty() {
            return View::whole(scene.state.projection, pane, 12.0);
        }
        let legend_free = Rect { min: pane.min, max: Point { x: pane.max.x, y: pane.max.y - 24.0 } };
        View::fitting(&points, legend_free, FIT_MARGIN)
    })
}

/// Every point of the plane that must be seen: places, capitals and the courses between them.
fn extent(shown: &Shown, projection: Projection) -> Vec<Plane> {
    let journeys = &shown.journeys;
    let mut points: Vec<Plane> =
        journeys.places.iter().map(|place| projection.plane_from_globe(place.at)).collect();
    for line in &journeys.lines {
        points.extend(course(line.from, line.to, projection, 0.02).into_iter().flatten());
    }
    points
}

fn nothing_shown(sheet: &mut Sheet) {
    let pane = sheet.pane;
    let middle = pane.centre();
    let text = if sheet.scene.meetings.is_empty() {
        "There is no meeting in the table yet"
    } else {
        "No meeting passes all the filters"
    };
    let (size, weight, colour) = (size::TITLE, Weight::SemiBold, sheet.look.ink);
    let halo = Some(sheet.look.halo);
    let text = text.to_owned();
    sheet.draw(Shape::Text { at: middle, anchor: Anchor::Middle, text, size, weight, colour, halo });
}
