//! Composing: a scene → a picture, layer by layer in drawing order.

use super::layout::Layout;
use super::look::size;
use super::sheet::{Scene, Sheet, around};
use super::text::{Weight, width};
use super::{Anchor, Picture, Shape, Stroke, base, fan, labels, lines, measures, places};
use crate::globe::view::{PageFromPlane, Point};
use crate::words::message::{Message, Word};
use crate::words::{say, word};

/// The finished picture of a scene.
#[must_use]
pub fn compose(scene: &Scene) -> Picture {
    let Layout { title, header, pane, attribution, legend, view } = Layout::new(scene);
    let to_page = PageFromPlane::new(view, pane);
    let mut sheet = Sheet::new(*scene, pane, to_page);

    base::draw(&mut sheet);
    lines::draw(&mut sheet);
    places::draw(&mut sheet);
    sheet.taken.push(attribution.rect);
    sheet.taken.extend(legend.as_ref().map(|legend| legend.rect));
    if scene.state.aids.scale {
        measures::draw_scale(&mut sheet, attribution.rect);
    }
    measures::draw_lengths(&mut sheet);
    labels::draw(&mut sheet);
    measures::draw_circle_names(&mut sheet);
    attribution.draw(&mut sheet);
    if let Some(legend) = legend {
        legend.draw(&mut sheet);
    }
    if scene.shown.rows.is_empty() {
        nothing_shown(&mut sheet);
    }
    fan::draw_list(&mut sheet);
    let sentence = header.sentence_rect;
    header.draw(&mut sheet);

    Picture {
        width: scene.size[0],
        height: scene.size[1],
        description: say(Message::Description(&title, scene.shown)),
        title,
        language: scene.state.language,
        page_from_plane: to_page,
        pane,
        sentence,
        marks: sheet.marks,
    }
}

fn nothing_shown(sheet: &mut Sheet) {
    let pane = sheet.pane;
    let middle = pane.centre();
    let filter = &sheet.scene.state.filter;
    let text = word(if sheet.scene.meetings.is_empty() {
        Word::NoMeetingInTable
    } else if filter.is_period_only() {
        Word::NoMeetingAtThisTime
    } else {
        Word::NoMeetingPasses
    });
    let (size, weight, colour) = (size::TITLE, Weight::SemiBold, sheet.look.ink);
    let plate = around(middle, width(text, size, weight) / 2.0 + 18.0, 24.0);
    let stroke = Stroke { width: 1.0, colour: sheet.look.hairline };
    sheet.draw(Shape::Panel { rect: plate, corner: 6.0, fill: sheet.look.paper, stroke });
    let at = Point { y: middle.y + size * 0.36, ..middle };
    let (text, anchor, halo) = (text.to_owned(), Anchor::Middle, None);
    sheet.draw(Shape::Text { at, anchor, text, size, weight, colour, halo });
}
