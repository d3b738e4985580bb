//! The map: the picture in the middle of the window, with the hands' gestures on it.

use super::command::Command;
use super::map_menu::{Held, map_menu_ui, name_of};
use super::paint::{Meshes, paint};
use super::wording::OwnText;
use super::{style, tooltip};
use crate::globe::chart::Chart;
use crate::globe::direction::wrapped;
use crate::globe::projection::{Plane, Projection};
use crate::globe::view::{PageFromPlane, Point, Rect, View};
use crate::meeting::Position;
use crate::picture::compose::compose;
use crate::picture::layout::Layout;
use crate::picture::look::Look;
use crate::picture::pick::{contested_at, globe_at, pick};
use crate::picture::scene::Scene;
use crate::picture::{Mark, Picture, Shape};
use crate::query::row_set::RowSet;
use crate::state::{Framing, State, Target};
use crate::words::message::Message;
use crate::words::part::pointing::{Pointing, PointingText};
use crate::words::part::wording::Wording;
use crate::words::{label, say};
use egui::{CursorIcon, Response, Role, Sense, WidgetInfo};
use std::collections::BTreeSet;

/// How much a double-click or a key magnifies.
pub const ZOOM_STEP: f64 = 1.6;
/// Points that an arrow key moves the map.
pub const PAN_STEP: f32 = 80.0;

/// What a click on the map does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clicks {
    /// It selects.
    Select,
    /// It gives a place on the globe to whoever waits for one.
    GivePlace,
    /// It closes the menu or dialog that lies over the map, and nothing else.
    CloseWhatLiesOver,
}

/// What came of the map in a frame.
#[derive(Clone, Debug, Default)]
pub struct OnMap {
    /// What the pointer is on.
    pub pointed: Option<Target>,
    /// The command that was asked for by a click on the sentence.
    pub asked: Option<Command>,
    /// The text that was clicked, to be edited.
    pub words: Option<OwnText>,
    /// The place that was clicked, where one was waited for.
    pub place: Option<Position>,
}

/// Draws the picture over all the room there is, and edits `next` by what the pointer does.
pub fn map_ui(
    ui: &mut egui::Ui,
    scene: Scene,
    meshes: &mut Meshes,
    clicks: Clicks,
    next: &mut State,
) -> OnMap {
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
    let scene = Scene { size: [rect.width(), rect.height()], ..scene };
    let picture = compose(&scene);
    let painter = ui.painter_at(rect);
    paint(&picture, &painter, rect.min, meshes);
    response
        .widget_info(|| WidgetInfo::labeled(Role::Image, true, say(PointingText::Map(&picture.description))));
    let words = words_ui(ui, &scene, &picture, rect.min);
    let asked = sentence_ui(ui, &scene, &picture, rect.min);
    let by_name = named_marks(ui, &scene, &picture, rect.min);
    let pointer = ui.ctx().pointer_latest_pos().filter(|_| pointed_at(&response, &by_name));
    let at = pointer.map(|pos| Point { x: pos.x - rect.min.x, y: pos.y - rect.min.y });
    // A map under way lights nothing: what passes under the hand is not pointed at.
    let target = at
        .filter(|_| !response.dragged())
        .and_then(|at| pick(&picture, scene.borders, &scene.lands.chart, at));
    if clicks != Clicks::CloseWhatLiesOver {
        gestures(ui, &response, &scene, at, next);
    }
    let here =
        Held { target: target.clone(), at: at.and_then(|at| globe_at(&picture, &scene.lands.chart, at)) };
    if clicks != Clicks::GivePlace {
        menus_ui(ui, (&response, &by_name), &scene, &here, next);
    }
    let selects = |target: Target| with_one_meeting(&scene, target);
    match clicks {
        Clicks::Select => {}
        Clicks::GivePlace => return place_ui(ui, &scene, &picture, at),
        Clicks::CloseWhatLiesOver => return OnMap { pointed: target, ..OnMap::default() },
    }
    let chosen = chosen_by_name(ui, by_name);
    if let Some(target) = chosen {
        select(next, Some(selects(target)));
    } else if ui.input(|i| i.pointer.primary_released())
        && ui.input(|i| i.pointer.any_click())
        && at.is_some()
    {
        select(next, target.clone().map(selects));
    }
    if let Some(at) = at.filter(|_| !response.dragged()) {
        hint(ui, &response, &scene, &picture, target.as_ref(), at);
    }
    OnMap { pointed: target, asked, words, place: None }
}

/// The mark that was chosen without the pointer.
fn chosen_by_name(ui: &egui::Ui, marks: Vec<(Target, Response)>) -> Option<Target> {
    let chosen = marks.into_iter().find(|(_, mark)| mark.clicked() && !ui.input(|i| i.pointer.any_click()));
    chosen.map(|(target, _)| target)
}

/// The menu of the right button, on the map and on its marks. What lay under the pointer is kept while it is
/// open.
fn menus_ui(
    ui: &egui::Ui,
    (map, marks): (&Response, &[(Target, Response)]),
    scene: &Scene,
    here: &Held,
    next: &mut State,
) {
    let id = map.id.with("held");
    for response in std::iter::once(map).chain(marks.iter().map(|(_, mark)| mark)) {
        if response.secondary_clicked() {
            ui.data_mut(|data| data.insert_temp(id, here.clone()));
        }
        response.context_menu(|ui| {
            let held: Held = ui.data(|data| data.get_temp(id)).unwrap_or_default();
            map_menu_ui(ui, scene, &held, next);
        });
    }
}

/// A cross for a pointer, and the place that was clicked.
fn place_ui(ui: &egui::Ui, scene: &Scene, picture: &Picture, at: Option<Point>) -> OnMap {
    let position = at.and_then(|at| globe_at(picture, &scene.lands.chart, at));
    if position.is_some() {
        ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
    }
    let clicked = ui.input(|input| input.pointer.primary_released() && input.pointer.any_click());
    OnMap { place: position.filter(|_| clicked), ..OnMap::default() }
}

/// The words on the picture as buttons: the title, a subtitle that the user wrote, note and sources. Gives
/// the one that is to be edited.
fn words_ui(ui: &egui::Ui, scene: &Scene, picture: &Picture, corner: egui::Pos2) -> Option<OwnText> {
    let has_subtitle = !scene.state.texts.subtitle.trim().is_empty();
    let subtitle = has_subtitle.then_some((OwnText::Subtitle, picture.sentence));
    let all = [(OwnText::Title, picture.title_at), (OwnText::Sources, picture.sources_at)];
    let mut chosen = None;
    for (text, Rect { min, max }) in all.into_iter().chain(subtitle) {
        let [min, max] = [min, max].map(|at| corner + egui::vec2(at.x, at.y));
        let rect = egui::Rect::from_min_max(min, max);
        let response = ui.interact(rect, ui.scope_id().with(text.name()), Sense::click());
        let name = say(PointingText::Words(label(text.name()), label(Wording::Edit)));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.hovered() || response.has_focus() {
            let stroke = egui::Stroke::new(1.0, style::colour(Look::of(scene.state.theme).quiet_ink));
            ui.painter().hline(rect.x_range(), rect.bottom(), stroke);
        }
        let response = response.on_hover_cursor(CursorIcon::Text).on_hover_text(label(Wording::Edit));
        if response.clicked() {
            chosen = Some(text);
        }
    }
    chosen
}

/// The sentence above the map as a button: it opens the list of what is not counted.
fn sentence_ui(ui: &egui::Ui, scene: &Scene, picture: &Picture, corner: egui::Pos2) -> Option<Command> {
    if !scene.state.texts.subtitle.trim().is_empty() {
        return None;
    }
    let Rect { min, max } = picture.sentence;
    let rect = egui::Rect::from_min_max(corner + egui::vec2(min.x, min.y), corner + egui::vec2(max.x, max.y));
    let response = ui.interact(rect, ui.scope_id().with("sentence"), Sense::click());
    let name = say(PointingText::Sentence(&say(Message::Shown(scene.shown))));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.hovered() || response.has_focus() {
        let stroke = egui::Stroke::new(1.0, style::colour(Look::of(scene.state.theme).quiet_ink));
        ui.painter().hline(rect.x_range(), rect.bottom() + 1.0, stroke);
    }
    let clicked = response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text(label(Pointing::NotCounted))
        .clicked();
    clicked.then_some(Command::LeftOut)
}

/// Whether the pointer is on the map and nothing lies over it.
fn pointed_at(map: &Response, marks: &[(Target, Response)]) -> bool {
    map.contains_pointer() || marks.iter().any(|(_, mark)| mark.contains_pointer())
}

/// A line or a place with one meeting stands for that meeting.
fn with_one_meeting(scene: &Scene, target: Target) -> Target {
    match (&target, &target.rows(scene.meetings, scene.shown)[..]) {
        (Target::Tie(_) | Target::Place(_) | Target::Places(_), &[only]) => {
            Target::Meeting(scene.meetings.get(only).id.clone())
        }
        _ => target,
    }
}

/// A second click on what is selected, or one on nothing, clears.
fn select(next: &mut State, target: Option<Target>) {
    next.selection = if next.selection == target { None } else { target };
}

fn gestures(ui: &egui::Ui, response: &Response, scene: &Scene, at: Option<Point>, next: &mut State) {
    let dragged = response.drag_delta();
    let (scroll, pinch, twice) = ui.input(|input| {
        let twice = input.pointer.button_double_clicked(egui::PointerButton::Primary);
        (input.smooth_scroll_delta().y, input.zoom_delta(), twice)
    });
    let wheel = f64::from(pinch) * f64::from(scroll / 240.0).exp();
    let zooms = at.is_some() && (twice || (wheel - 1.0).abs() > 1e-6);
    if response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    }
    if dragged == egui::Vec2::ZERO && !zooms {
        return;
    }
    let gesture = MapGesture::on(scene);
    if dragged != egui::Vec2::ZERO {
        let turns = gesture.is_globe() || ui.input(|input| input.modifiers.shift);
        match at.filter(|_| turns) {
            Some(at) => gesture.turn(next, at, dragged),
            None => next.framing = Framing::Chosen(gesture.view.panned(gesture.pane, dragged.x, dragged.y)),
        }
    }
    let factor = if twice && gesture.is_on_map(at) { wheel * ZOOM_STEP } else { wheel };
    if let Some(at) = at.filter(|_| (factor - 1.0).abs() > 1e-6) {
        MapGesture { view: next.framing.view().unwrap_or(gesture.view), ..gesture }.zoom(next, at, factor);
    }
}

/// What a hand on the map moves: the view in its pane, and the chart.
struct MapGesture {
    pane: Rect,
    /// Where the legend and the attribution lie over the map.
    covered: Vec<Rect>,
    view: View,
    chart: Chart,
}

impl MapGesture {
    fn on(scene: &Scene) -> Self {
        let Layout { pane, view, legend, attribution, title: _, header: _, frequent: _ } = Layout::of(scene);
        let covered = legend.map(|legend| legend.rect).into_iter().chain([attribution.rect]).collect();
        Self { pane, covered, view, chart: scene.lands.chart }
    }

    /// Whether a point of the page is on the map itself, not on the title, the legend or the attribution.
    fn is_on_map(&self, at: Option<Point>) -> bool {
        at.is_some_and(|at| {
            self.pane.contains(at) && !self.covered.iter().any(|covered| covered.contains(at))
        })
    }

    /// A globe is turned where a map is moved.
    fn is_globe(&self) -> bool {
        self.chart.projection == Projection::Orthographic
    }

    fn plane(&self, at: Point) -> Plane {
        PageFromPlane::new(self.view, self.pane).plane_from_page(at)
    }

    /// Turns the world so that the place under the pointer follows it; beside the globe, by the way of the
    /// pointer.
    fn turn(&self, next: &mut State, at: Point, dragged: egui::Vec2) {
        let from = self.plane(Point { x: at.x - dragged.x, y: at.y - dragged.y });
        let held = self.chart.globe_from_plane(from);
        let centre = held.and_then(|place| self.chart.centre_with(place, self.plane(at)));
        next.turn_to(centre.unwrap_or_else(|| self.turned_by(from, self.plane(at))));
        if next.framing == Framing::Fit && !self.is_globe() {
            next.framing = Framing::Chosen(self.view);
        }
    }

    fn turned_by(&self, from: Plane, to: Plane) -> Position {
        let Position { lon, lat } = self.chart.centre;
        let shrink = lat.to_radians().cos().max(0.3);
        let lon = lon - (to.x - from.x).to_degrees() / shrink;
        Position::new(wrapped(lon), (lat - (to.y - from.y).to_degrees()).clamp(-90.0, 90.0))
    }

    /// Magnifies around a page point. A globe stays in the middle of its pane and turns to keep the place
    /// there.
    fn zoom(&self, next: &mut State, at: Point, factor: f64) {
        if !self.is_globe() {
            next.framing = Framing::Chosen(self.view.zoomed(self.pane, at, factor));
            return;
        }
        let view = self.view.zoomed(self.pane, self.pane.centre(), factor);
        let there = PageFromPlane::new(view, self.pane).plane_from_page(at);
        let held = self.chart.globe_from_plane(self.plane(at));
        if let Some(centre) = held.and_then(|place| self.chart.centre_with(place, there)) {
            next.turn_to(centre);
        }
        next.framing = Framing::Chosen(view);
    }
}

/// Zooms or moves the map from the keyboard.
pub fn zoom(scene: &Scene, next: &mut State, factor: f64) {
    let gesture = MapGesture::on(scene);
    gesture.zoom(next, gesture.pane.centre(), factor);
}

/// Moves the map from the keyboard by points on the page.
pub fn pan(scene: &Scene, next: &mut State, dx: f32, dy: f32) {
    let gesture = MapGesture::on(scene);
    if gesture.is_globe() {
        let middle = gesture.pane.centre();
        gesture.turn(next, Point { x: middle.x + dx, y: middle.y + dy }, egui::vec2(dx, dy));
    } else {
        next.framing = Framing::Chosen(gesture.view.panned(gesture.pane, dx, dy));
    }
}

/// Shows the whole map.
pub fn world(scene: &Scene, next: &mut State) {
    next.framing = Framing::Chosen(Layout::of(scene).world(scene.state.projection));
}

/// Every place, and every country that takes part, as something that the keyboard and a screen reader reach.
fn named_marks(
    ui: &egui::Ui,
    scene: &Scene,
    picture: &Picture,
    corner: egui::Pos2,
) -> Vec<(Target, Response)> {
    let places = scene.shown.ties.places.iter().map(|place| (Target::Place(place.id), place.at));
    let shapes =
        scene.borders.countries.iter().filter(|shape| scene.shown.countries.contains_key(&shape.code));
    let countries = shapes.map(|shape| (Target::Country(shape.code), shape.label_at));
    let meetings = hubs(picture);
    let on_page = |at| Some(picture.page_from_plane.page_from_plane(scene.lands.chart.plane_from_globe(at)?));
    places
        .chain(countries)
        .filter_map(|(target, at)| Some((target, on_page(at)?)))
        .chain(meetings)
        .filter(|(_, at)| picture.pane.contains(*at))
        .map(|(target, at)| {
            let response = named_mark(ui, scene, &target, corner + egui::vec2(at.x, at.y));
            (target, response)
        })
        .collect()
}

/// The meetings that have a mark of their own, each once.
fn hubs<'p>(picture: &'p Picture) -> Vec<(Target, Point)> {
    let mut seen: BTreeSet<&'p Target> = BTreeSet::new();
    let hub = |mark: &'p Mark| match mark {
        Mark { target: Some(target @ Target::Meeting(_)), shape: Shape::Disc { centre, .. }, .. } => {
            seen.insert(target).then(|| (target.clone(), *centre))
        }
        Mark { .. } => None,
    };
    picture.marks.iter().filter_map(hub).collect()
}

fn named_mark(ui: &egui::Ui, scene: &Scene, target: &Target, centre: egui::Pos2) -> Response {
    let rect = egui::Rect::from_center_size(centre, egui::Vec2::splat(14.0));
    let response = ui.interact(rect, ui.scope_id().with(target), Sense::click());
    response.widget_info(|| {
        let name = name_of(scene, target);
        let rows = target.rows(scene.meetings, scene.shown);
        let count = tooltip::counted_rows(scene.meetings, &rows);
        WidgetInfo::labeled(Role::Button, true, say(PointingText::OnMap(&name, &count)))
    });
    if response.has_focus() {
        let accent = style::colour(Look::of(scene.state.theme).accent);
        ui.painter().circle_stroke(centre, 13.0, egui::Stroke::new(2.0, accent));
    }
    response
}

/// The pointer's shape and the words beside it.
fn hint(ui: &egui::Ui, map: &Response, scene: &Scene, picture: &Picture, target: Option<&Target>, at: Point) {
    let position = globe_at(picture, &scene.lands.chart, at);
    let contested = contested_at(picture, scene.borders, scene.lands, at);
    let mut lines =
        target.map_or_else(Vec::new, |target| tooltip::words(target, scene.meetings, scene.shown));
    if matches!(target, None | Some(Target::Country(_))) && picture.pane.contains(at) {
        let words = |(area, there)| tooltip::contested(area, there, scene.borders);
        lines.extend(contested.map(words).unwrap_or_default());
        if let (Some(Target::Country(code)), Some(at)) = (target, position) {
            lines.extend(tooltip::part_of(*code, at, scene.borders));
        }
    }
    if target.is_some() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    // What is selected is told in the panel, and its list may lie under the pointer.
    let listed = matches!(
        (target, &scene.state.selection),
        (Some(Target::Meeting(_)), Some(Target::Place(_) | Target::Places(_)))
    );
    let told = listed || target == scene.state.selection.as_ref();
    if lines.is_empty() || (told && target.is_some()) {
        return;
    }
    let id = map.id.with("hint");
    egui::Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), id, egui::PopupAnchor::Pointer)
        .gap(14.0)
        .show(|ui| {
            ui.set_max_width(340.0);
            for (i, line) in lines.iter().enumerate() {
                if i == 0 {
                    ui.label(style::strong(line));
                } else {
                    ui.label(style::quiet(line));
                }
            }
        });
}

/// The ends of a target's lines and its places on the plane, for fitting the map to it.
#[must_use]
pub fn points_of(scene: &Scene, target: &Target) -> Vec<Plane> {
    let ties = &scene.shown.ties;
    let rows = RowSet::of(&target.rows(scene.meetings, scene.shown));
    let lines = ties.lines.iter().filter(|line| rows.meets(&line.rows));
    let places = ties.places.iter().filter(|place| rows.meets(&place.rows));
    let label = match target {
        Target::Country(code) => {
            scene.borders.countries.iter().find(|shape| shape.code == *code).map(|s| s.label_at)
        }
        Target::Place(_)
        | Target::Places(_)
        | Target::Tie(_)
        | Target::Meeting(_)
        | Target::Occasion(_)
        | Target::Person(_)
        | Target::Pair(_) => None,
    };
    let ends = lines.flat_map(|line| [line.from, line.to]).chain(places.map(|place| place.at)).chain(label);
    ends.filter_map(|at| scene.lands.chart.plane_from_globe(at)).collect()
}
