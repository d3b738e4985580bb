//! A small map with numbered pins: where the places lie that a text may mean.

use super::outcome::SmallMap;
use crate::gazetteer::candidates::Candidate;
use crate::globe::view::{Point, Rect, View};
use crate::meeting::Position;
use crate::picture::compose::compose_map;
use crate::picture::look::{Look, size};
use crate::picture::text::Weight;
use crate::state::{Framing, Labels, State};
use crate::ui::paint::{Meshes, paint};
use crate::ui::style;
use crate::words::part::importing::ImportingText;
use crate::words::say;
use egui::{Align2, CornerRadius, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2};

/// Points between the pins and the edge of the map.
const MARGIN: f32 = 34.0;

/// The map. The pin of the place that is chosen is filled, or else the first.
pub fn pins_ui(
    ui: &mut Ui,
    look: &Look,
    map: &SmallMap,
    places: &[&Candidate],
    chosen: Option<usize>,
    extent: Vec2,
) {
    let (rect, response) = ui.allocate_exact_size(extent, Sense::hover());
    let names: Vec<&str> = places.iter().map(|place| place.name.as_str()).collect();
    let words = say(ImportingText::Pins(places.len(), &names.join(", ")));
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &words));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let chart = &map.lands.chart;
    let at = |place: &&Candidate| chart.plane_from_globe(Position::new(place.lon, place.lat));
    let planes: Vec<_> = places.iter().filter_map(at).collect();
    let pane = Rect { min: Point::default(), max: Point { x: extent.x, y: extent.y } };
    let view = View::fitting(&planes, pane, MARGIN).within(chart.projection);
    let labels = Labels { countries: true, venues: false, leaders: false };
    let state = State { framing: Framing::Chosen(view), labels, ..map.state.clone() };
    let picture = compose_map(&map.empty.scene(&map.lands, &state, None, extent.into()));
    let painter = ui.painter_at(rect);
    paint(&picture, &painter, rect.min, &mut Meshes::default());
    let (accent, paper, ink) =
        (style::colour(look.accent), style::colour(look.paper), style::colour(look.ink));
    // The first lies over the others.
    for (number, place) in places.iter().enumerate().rev() {
        let Some(plane) = at(place) else { continue };
        let Point { x, y } = picture.page_from_plane.page_from_plane(plane);
        let tip = pos2(rect.left() + x, rect.top() + y);
        let head = tip - Vec2::new(0.0, 17.0);
        let (fill, text) = if number == chosen.unwrap_or(0) { (accent, paper) } else { (paper, ink) };
        let edge = Stroke::new(1.5, if fill == accent { paper } else { ink });
        let corners = vec![tip, head + Vec2::new(-6.5, 6.5), head + Vec2::new(6.5, 6.5)];
        painter.add(egui::Shape::convex_polygon(corners, fill, edge));
        painter.circle(head, 9.5, fill, edge);
        let font = style::font(size::SMALL, Weight::SemiBold);
        painter.text(head, Align2::CENTER_CENTER, (number + 1).to_string(), font, text);
    }
    let edge = Stroke::new(1.0, style::colour(look.hairline));
    ui.painter().rect_stroke(rect, CornerRadius::same(4), edge, StrokeKind::Inside);
}
