//! Composing: a scene → a picture, layer by layer in drawing order.

use super::layout::Layout;
use super::look::size;
use super::sheet::{Scene, Sheet};
use super::text::Weight;
use super::{Anchor, Picture, Shape, base, labels, lines, places};
use crate::globe::view::PageFromPlane;

/// The finished picture of a scene.
#[must_use]
pub fn compose(scene: &Scene) -> Picture {
    let [width, height] = scene.size;
    let Layout { title, header, pane, attribution, legend, view } = Layout::new(scene);
    let to_page = PageFromPlane::new(view, pane);
    let mut sheet = Sheet::new(*scene, pane, to_page);

    base::draw(&mut sheet);
    lines::draw(&mut sheet);
    places::draw(&mut sheet);
    sheet.taken.push(attribution.rect);
    sheet.taken.extend(legend.as_ref().map(|legend| legend.rect));
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
        title,
        page_from_plane: to_page,
        pane,
        marks: sheet.marks,
    }
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
