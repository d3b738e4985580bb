//! The layout: where header, map, legend and attribution stand on the page, and which part of the world the
//! map shows.

use super::amounts::{Amount, amounts};
use super::attribution::Attribution;
use super::cues::Lines;
use super::header::Header;
use super::legend::Legend;
use super::look::Look;
use super::scene::Scene;
use crate::globe::land::Lands;
use crate::globe::projection::{Plane, Projection};
use crate::globe::view::{PageFromPlane, Point, Rect, View};
use crate::query::tie::Ties;
use crate::words::message::{Message, Word};
use crate::words::{say, word};

/// Points between what is shown and the pane's edge when the view fits it.
const FIT_MARGIN: f32 = 56.0;
/// The scale, in points per plane unit, at which courses are true enough to fit a view to them.
const ROUGHLY: f64 = 8.0;
/// Points between the whole map and the pane's edge.
const WORLD_MARGIN: f32 = 12.0;
/// Where everything on a page stands.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The user's title, or the default one.
    pub title: String,
    /// Above the map.
    pub header: Header,
    /// The part of the page that is map.
    pub pane: Rect,
    /// On the map, at the lower right.
    pub attribution: Attribution,
    /// On the map, at the lower left.
    pub legend: Option<Legend>,
    /// The user's view, or the one that fits what is shown.
    pub view: View,
}

impl Layout {
    /// Lays out a scene's page where no picture is needed.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let look = Look::of(scene.state.theme);
        Self::new(scene, &Lines::new(scene, &look), &amounts(scene, &look))
    }

    /// Lays out the page of a scene with these lines and classes of countries.
    #[must_use]
    pub fn new(scene: &Scene, lines: &Lines, amounts: &[Amount]) -> Self {
        let [width, height] = scene.size;
        let title = if scene.state.title.is_empty() { word(Word::DefaultTitle) } else { &scene.state.title };
        let sentence = match &scene.state.selection {
            Some(target) => say(Message::ShownWithSelected(scene.shown, scene.meetings, target)),
            None => say(Message::Shown(scene.shown)),
        };
        let all = lines.all.len();
        let sentence = if lines.strong.number < all && scene.state.selection.is_none() {
            format!("{sentence} · {}", say(Message::StrongLines(lines.strong.number, all)))
        } else {
            sentence
        };
        let header = Header::new(title, &sentence, width);
        let top = header.height.min(height / 2.0);
        let pane = Rect { min: Point { x: 0.0, y: top }, max: Point { x: width, y: height } };
        let attribution = Attribution::new(&scene.lands.chart, scene.borders.policy, pane);
        let legend = Legend::new(scene, lines, amounts, pane, attribution.rect);
        let view = scene.state.framing.view().unwrap_or_else(|| {
            let legend = legend.as_ref().map(|legend| legend.rect);
            fitted(&scene.shown.ties, scene.lands, pane, (attribution.rect, legend), FIT_MARGIN)
        });
        Self { title: title.to_owned(), header, pane, attribution, legend, view }
    }

    /// Lays out a page that is map and nothing else.
    #[must_use]
    pub fn of_map_alone(scene: &Scene) -> Self {
        let [width, height] = scene.size;
        let pane = Rect { min: Point::default(), max: Point { x: width, y: height } };
        let corner = Rect { min: pane.max, max: pane.max };
        let attribution = Attribution { lines: Vec::new(), rect: corner };
        let view = scene.state.framing.view();
        // A small pane has no room for wide margins.
        let margin = FIT_MARGIN.min(0.16 * pane.height());
        let view =
            view.unwrap_or_else(|| fitted(&scene.shown.ties, scene.lands, pane, (corner, None), margin));
        let title = scene.state.title.clone();
        Self { title, header: Header::default(), pane, attribution, legend: None, view }
    }

    /// The view that shows the whole map.
    #[must_use]
    pub fn world(&self, projection: Projection) -> View {
        whole_map(projection, self.pane, self.attribution.rect)
    }
}

/// The whole map in the pane; a globe, which is as high as wide, above the attribution.
fn whole_map(projection: Projection, pane: Rect, attribution: Rect) -> View {
    if projection != Projection::Orthographic {
        return View::whole(projection, pane, WORLD_MARGIN);
    }
    let frame = Rect { max: Point { y: attribution.min.y, ..pane.max }, ..pane };
    View::whole(projection, frame, WORLD_MARGIN).from_part(frame, pane)
}

/// The closest view that shows every line and leaves no capital and no venue under the legend or the
/// attribution.
fn fitted(
    ties: &Ties,
    lands: &Lands,
    pane: Rect,
    (attribution, legend): (Rect, Option<Rect>),
    margin: f32,
) -> View {
    let chart = &lands.chart;
    let ends = ties.places.iter().map(|place| place.at);
    let ends = ends.chain(ties.lines.iter().flat_map(|line| [line.from, line.to]));
    let ends: Vec<Plane> = ends.filter_map(|at| chart.plane_from_globe(at)).collect();
    // A globe is seen whole.
    if ends.is_empty() || chart.projection == Projection::Orthographic {
        return whole_map(chart.projection, pane, attribution);
    }
    let above = |rect: Rect| Rect { max: Point { y: rect.min.y, ..pane.max }, ..pane };
    let mut points = ends.clone();
    for line in &ties.lines {
        points.extend(lands.courses.course(line.from, line.to, ROUGHLY).iter().flatten());
    }
    let mut frames = vec![pane, above(attribution)];
    if let Some(legend) = legend {
        let right = Point { x: legend.max.x, ..pane.min };
        frames.extend([
            above(legend),
            Rect { min: right, ..pane },
            Rect { min: right, ..above(attribution) },
        ]);
    }
    let hides = |view: &View| {
        let to_page = PageFromPlane::new(*view, pane);
        let covers = |at: &Plane| {
            let at = to_page.page_from_plane(*at);
            attribution.contains(at) || legend.is_some_and(|legend| legend.contains(at))
        };
        ends.iter().any(covers)
    };
    let views = frames.iter().map(|frame| View::fitting(&points, *frame, margin).from_part(*frame, pane));
    let best = views.min_by(|a, b| hides(a).cmp(&hides(b)).then(a.span.total_cmp(&b.span)));
    let best = best.expect("the pane itself is one of the frames").within(chart.projection);
    without_empty_band(best, chart.projection, pane)
}

/// Moves a view up or down so that it shows nothing beyond the map, or, where it is higher than the map, all
/// of the map.
fn without_empty_band(view: View, projection: Projection, pane: Rect) -> View {
    let limit = projection.corner().y;
    let half = f64::from(pane.height()) / PageFromPlane::new(view, pane).scale / 2.0;
    let room = (limit - half).abs();
    // The legend and the credits stand below: a map with room to spare stands no lower than the middle.
    let y = view.centre.y.clamp(-room, if half > limit { 0.0 } else { room });
    View { centre: Plane { y, ..view.centre }, ..view }
}
