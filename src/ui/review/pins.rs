//! Pins on the map: the places that a text may mean, with their numbers in the list; those out of sight at
//! the edge.

use super::choice::name_of;
use crate::globe::view::{PageFromPlane, Rect};
use crate::picture::layout::Layout;
use crate::picture::look::{Look, size};
use crate::picture::scene::Scene;
use crate::picture::text::{Weight, width};
use crate::query::suggestion::Suggestion;
use crate::ui::style;
use crate::words::part::reviewing::ReviewingText;
use crate::words::say;
use egui::{
    Align2, CornerRadius, CursorIcon, Painter, Pos2, Response, Role, Sense, Stroke, StrokeKind, WidgetInfo,
    vec2,
};

/// The radius of a pin's head, and how high it stands over the place.
const HEAD: f32 = 11.0;
const HIGH: f32 = 25.0;
/// Half the height of a label at the edge, and its distance from it.
const EDGE: f32 = 13.0;
const INSET: f32 = 10.0;

/// What the pins stand for.
#[derive(Clone, Copy)]
pub struct Pins<'a> {
    /// The map that they stand on.
    pub scene: &'a Scene<'a>,
    /// Where its pane and its view are.
    pub layout: &'a Layout,
    /// Its upper left corner.
    pub corner: Pos2,
    /// Colours.
    pub look: &'a Look,
    /// The places.
    pub places: &'a [Suggestion],
    /// The number of the one that is chosen, from 0.
    pub chosen: Option<usize>,
}

/// Where a pin is painted.
#[derive(Clone, Copy)]
enum Spot {
    /// On the map: the tip, and the middle of the head.
    OnMap(Pos2, Pos2),
    /// At the edge of the map, and the way to the place from there.
    AtEdge(Pos2, egui::Vec2),
}

/// All pins. Gives the number of the one that was clicked, from 0, and whether the pointer is on any.
pub fn pins_ui(ui: &mut egui::Ui, pins: Pins) -> (Option<usize>, bool) {
    let spots = spots(pins);
    let mut clicked = None;
    let mut is_on_any = false;
    // The one that is chosen lies over the others.
    let mut order: Vec<usize> = (0..spots.len()).collect();
    order.sort_by_key(|number| Some(*number) == pins.chosen);
    for number in order {
        let Some(spot) = spots[number] else { continue };
        let response = pin_ui(ui, pins, number, spot);
        is_on_any |= response.contains_pointer();
        if response.clicked() {
            clicked = Some(number);
        }
    }
    (clicked, is_on_any)
}

/// Where each pin is painted; `None` for a place on the far side of a globe.
fn spots(pins: Pins) -> Vec<Option<Spot>> {
    let Pins { scene, layout, corner, places, .. } = pins;
    let to_page = PageFromPlane::new(layout.view, layout.pane);
    let pane = on_screen(layout.pane, corner);
    let mut heads: Vec<Pos2> = Vec::new();
    let mut edges: Vec<Pos2> = Vec::new();
    let mut spot = |place: &Suggestion| {
        let plane = scene.lands.chart.plane_from_globe(place.at)?;
        let at = to_page.page_from_plane(plane);
        let tip = corner + vec2(at.x, at.y);
        if !pane.shrink(4.0).contains(tip) {
            let edge = free(edge_of(pane, tip), &edges, vec2(0.0, 2.0 * EDGE + 2.0), pane);
            edges.push(edge);
            return Some(Spot::AtEdge(edge, tip - edge));
        }
        let head = free(tip - vec2(0.0, HIGH), &heads, vec2(2.0 * HEAD + 2.0, 0.0), pane);
        heads.push(head);
        Some(Spot::OnMap(tip, head))
    };
    places.iter().map(&mut spot).collect()
}

fn on_screen(rect: Rect, corner: Pos2) -> egui::Rect {
    let at = |x: f32, y: f32| corner + vec2(x, y);
    egui::Rect::from_min_max(at(rect.min.x, rect.min.y), at(rect.max.x, rect.max.y))
}

/// The point of the edge of the map on the way to what lies outside.
fn edge_of(pane: egui::Rect, outside: Pos2) -> Pos2 {
    let inside = pane.shrink(INSET + EDGE);
    let way = outside - inside.center();
    let half = inside.size() / 2.0;
    let share = (half.x / way.x.abs().max(1e-3)).min(half.y / way.y.abs().max(1e-3)).min(1.0);
    inside.center() + way * share
}

/// A point that keeps clear of those taken, moved by steps to one side and the other.
fn free(at: Pos2, taken: &[Pos2], step: egui::Vec2, pane: egui::Rect) -> Pos2 {
    let apart = step.max(egui::Vec2::splat(2.0 * HEAD));
    let is_free = |at: &Pos2| {
        taken.iter().all(|one| (one.x - at.x).abs() >= apart.x || (one.y - at.y).abs() >= apart.y)
    };
    let tries = (0..24).map(|number: i32| {
        let side = if number % 2 == 0 { -1.0 } else { 1.0 };
        at + step * side * ((number + 1) / 2) as f32
    });
    tries.into_iter().find(|at| is_free(at) && pane.contains(*at)).unwrap_or(at)
}

fn pin_ui(ui: &egui::Ui, pins: Pins, number: usize, spot: Spot) -> Response {
    let Pins { look, places, chosen, .. } = pins;
    let place = &places[number];
    let is_chosen = chosen == Some(number);
    let painter = ui.painter_at(on_screen(pins.layout.pane, pins.corner));
    let id = ui.scope_id().with(("pin", number));
    let response = match spot {
        Spot::OnMap(_, head) => {
            ui.interact(egui::Rect::from_center_size(head, vec2(2.0 * HEAD, 2.0 * HEAD)), id, Sense::click())
        }
        Spot::AtEdge(at, way) => ui.interact(label_rect(pins, place, at, way), id, Sense::click()),
    };
    let name = say(ReviewingText::Pin(number + 1, &name_of(place)));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &name));
    let sign = (number + 1).to_string();
    let is_lit = is_chosen || response.hovered() || response.has_focus();
    match spot {
        Spot::OnMap(tip, head) => paint_pin(&painter, look, &sign, (tip, head), is_chosen),
        Spot::AtEdge(at, way) => paint_edge(&painter, pins, (&sign, place), (at, way), is_chosen),
    }
    if let (Spot::OnMap(tip, head), true) = (spot, is_lit) {
        paint_name(&painter, look, &name_of(place), egui::pos2(head.x.max(tip.x) + HEAD + 5.0, head.y));
    }
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(name_of(place))
}

fn paint_pin(painter: &Painter, look: &Look, sign: &str, (tip, head): (Pos2, Pos2), is_chosen: bool) {
    let (fill, ink) = if is_chosen { (look.accent, look.paper) } else { (look.paper, look.ink) };
    let edge = Stroke::new(1.6, style::colour(if is_chosen { look.paper } else { look.ink }));
    let way = (tip - head).normalized();
    if way.y < 0.94 {
        // A head that stands aside has a stem.
        painter.line_segment([head, tip], Stroke::new(1.6, style::colour(look.ink)));
        painter.circle_filled(tip, 2.4, style::colour(look.ink));
        painter.circle(head, HEAD, style::colour(fill), edge);
        paint_sign(painter, head, sign, style::colour(ink));
        return;
    }
    let side = way.rot90() * (HEAD * 0.72);
    let shoulder = head + way * (HEAD * 0.66);
    let point = vec![shoulder - side, tip, shoulder + side];
    painter.add(egui::Shape::convex_polygon(point.clone(), style::colour(fill), edge));
    painter.circle(head, HEAD, style::colour(fill), edge);
    // The head and the point are one: no line between them.
    painter.add(egui::Shape::convex_polygon(
        vec![shoulder - side * 0.78, head + way * (HEAD * 1.18), shoulder + side * 0.78],
        style::colour(fill),
        Stroke::NONE,
    ));
    paint_sign(painter, head, sign, style::colour(ink));
}

fn paint_sign(painter: &Painter, at: Pos2, sign: &str, ink: egui::Color32) {
    painter.text(at, Align2::CENTER_CENTER, sign, style::font(size::SMALL, Weight::SemiBold), ink);
}

/// The name beside a pin, on a ground that lets it be read over lines.
fn paint_name(painter: &Painter, look: &Look, name: &str, at: Pos2) {
    let font = style::font(size::VENUE, Weight::SemiBold);
    let text = painter.layout_no_wrap(name.to_owned(), font, style::colour(look.ink));
    let room = painter.clip_rect();
    let mut rect = Align2::LEFT_CENTER.anchor_size(at, text.size()).expand2(vec2(5.0, 2.0));
    if rect.right() > room.right() {
        // To the left of the pin, where there is no room to its right.
        let left = at.x - 2.0 * HEAD - 10.0;
        rect = Align2::RIGHT_CENTER.anchor_size(egui::pos2(left, at.y), text.size()).expand2(vec2(5.0, 2.0));
    }
    painter.rect_filled(rect, CornerRadius::same(4), style::colour(look.halo));
    painter.galley(rect.min + vec2(5.0, 2.0), text, style::colour(look.ink));
}

/// An arrow towards what lies out of sight: one of eight.
fn arrow(way: egui::Vec2) -> &'static str {
    const ARROWS: [&str; 4] = ["→", "↓", "←", "↑"];
    let quarter = (way.angle() / std::f32::consts::FRAC_PI_2).round() as i32;
    ARROWS[quarter.rem_euclid(4) as usize]
}

fn edge_words(place: &Suggestion, way: egui::Vec2) -> String {
    format!("{} {}", arrow(way), name_of(place))
}

/// The label of a place out of sight, moved into the map.
fn label_rect(pins: Pins, place: &Suggestion, at: Pos2, way: egui::Vec2) -> egui::Rect {
    let wide = width(&edge_words(place, way), size::SMALL, Weight::Regular) + 2.0 * EDGE + 14.0;
    let pane = on_screen(pins.layout.pane, pins.corner).shrink(INSET);
    let rect = egui::Rect::from_center_size(at, vec2(wide, 2.0 * EDGE));
    let left = rect.left().clamp(pane.left(), (pane.right() - wide).max(pane.left()));
    egui::Rect::from_min_size(egui::pos2(left, rect.top()), rect.size())
}

fn paint_edge(
    painter: &Painter,
    pins: Pins,
    (sign, place): (&str, &Suggestion),
    (at, way): (Pos2, egui::Vec2),
    is_chosen: bool,
) {
    let look = pins.look;
    let rect = label_rect(pins, place, at, way);
    let edge = Stroke::new(1.0, style::colour(if is_chosen { look.accent } else { look.hairline }));
    painter.rect(rect, CornerRadius::same(5), style::colour(look.paper), edge, StrokeKind::Inside);
    let middle = egui::pos2(rect.left() + EDGE, rect.center().y);
    paint_number(painter, look, middle, sign, is_chosen);
    let font = style::font(size::SMALL, Weight::Regular);
    let words = edge_words(place, way);
    painter.text(middle + vec2(EDGE, 0.0), Align2::LEFT_CENTER, words, font, style::colour(look.ink));
}

/// The number of a place in a circle, filled if it is the one that is chosen.
pub fn paint_number(painter: &Painter, look: &Look, at: Pos2, sign: &str, is_chosen: bool) {
    let radius = 9.0;
    let ink = if is_chosen {
        painter.circle_filled(at, radius, style::colour(look.accent));
        look.paper
    } else {
        painter.circle_stroke(at, radius, Stroke::new(1.3, style::colour(look.ink)));
        look.ink
    };
    paint_sign(painter, at, sign, style::colour(ink));
}
