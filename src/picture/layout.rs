//! The layout: where header, map, legend and attribution stand on the page, and which part of the world the
//! map shows.

use super::amounts::{Amount, amounts};
use super::attribution::{Attribution, NARROW};
use super::cues::Lines;
use super::dense::{Part, dense};
use super::emphasis::Emphasis;
use super::frequent::Frequent;
use super::header::{Header, subtitle, title};
use super::legend::{LEAST_MAP, Legend};
use super::look::Look;
use super::scene::Scene;
use crate::globe::land::Lands;
use crate::globe::projection::{Plane, Projection};
use crate::globe::view::{PageFromPlane, Point, Rect, View};
use crate::meeting::Position;
use crate::query::tie::Ties;
use crate::words::spoken::speaking;

/// Points between what is shown and the pane's edge when the view fits it.
const FIT_MARGIN: f32 = 56.0;
/// The same on a narrow page.
pub(super) const NARROW_MARGIN: f32 = 34.0;
/// The most of a pane's height that is left free above and below what is shown.
const MARGIN_SHARE: f32 = 0.16;
/// Points from a pane's edge within which a mark is cut off by it, and the share of the height of a low pane.
const CUT_OFF: f32 = 16.0;
const CUT_OFF_SHARE: f32 = 0.05;
/// The scale, in points per plane unit, at which courses are true enough to fit a view to them.
const ROUGHLY: f64 = 8.0;
/// The height in points of a pane below which a map is small.
const LOW: f32 = 420.0;
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
    /// Under the map of a made-up page.
    pub frequent: Option<Frequent>,
    /// The user's view, or the one that fits what is shown.
    pub view: View,
}

impl Layout {
    /// Lays out a scene's page, in the language of its map, where no picture is needed.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let look = Look::of(scene.state.theme);
        speaking(scene.state.language, || {
            Self::new(scene, &Lines::new(scene, &look, &Emphasis::new(scene)), &amounts(scene, &look))
        })
    }

    /// Lays out the page of a scene with these lines and classes of countries.
    #[must_use]
    pub fn new(scene: &Scene, lines: &Lines, amounts: &[Amount]) -> Self {
        let [width, height] = scene.size;
        let title = title(scene.state, scene.shown);
        let header = Header::new(&title, &subtitle(scene, lines), scene.size);
        let top = header.height.min(height / 2.0);
        let mut pane = Rect { min: Point { x: 0.0, y: top }, max: Point { x: width, y: height } };
        let attribution = Attribution::new(scene, pane);
        let mut legend =
            Legend::new(scene, lines, amounts, pane, attribution.rect).filter(|_| scene.state.page.legend);
        let strip = legend.as_ref().map_or(attribution.rect, |legend| legend.rect);
        // On a narrow page both stand under the map, unless they would leave too little of it.
        let is_narrow = width < NARROW && strip.min.y - top > LEAST_MAP * (height - top);
        if is_narrow {
            pane.max.y = strip.min.y;
        }
        let corner = Rect { min: pane.max, max: pane.max };
        let credits = if is_narrow { corner } else { attribution.rect };
        let margin = if is_narrow { NARROW_MARGIN } else { FIT_MARGIN };
        // A low pane has no room for wide margins.
        let margin = margin.min(MARGIN_SHARE * pane.height());
        let view = scene.state.framing.view().unwrap_or_else(|| {
            let fit = Fit::new(&scene.shown.ties, scene.lands, pane, margin);
            let view = fit.view(credits, None);
            let Some(plate) = legend.as_mut().filter(|legend| !legend.is_strip) else { return view };
            // The legend takes the first corner where it hides nothing, so that no choice of colours moves
            // the map.
            let corners = plate.corners(pane, attribution.rect);
            match corners.into_iter().find(|corner| !fit.hides(view, &[*corner])) {
                Some(corner) => {
                    plate.rect = corner;
                    view
                }
                None => fit.view(credits, Some(plate.rect)),
            }
        });
        let title = title.into_owned();
        Self { title, header, pane, attribution, legend, frequent: None, view }
    }

    /// Lays out a page that is map and nothing else.
    #[must_use]
    pub fn of_map_alone(scene: &Scene) -> Self {
        let [width, height] = scene.size;
        let pane = Rect { min: Point::default(), max: Point { x: width, y: height } };
        let corner = Rect { min: pane.max, max: pane.max };
        let attribution = Attribution { lines: Vec::new(), rect: corner, is_strip: false, own_rect: corner };
        let view = scene.state.framing.view();
        let margin = FIT_MARGIN.min(MARGIN_SHARE * pane.height());
        let fitted = || Fit::new(&scene.shown.ties, scene.lands, pane, margin).view(corner, None);
        let view = view.unwrap_or_else(fitted);
        let title = scene.state.title.clone();
        Self { title, header: Header::default(), pane, attribution, legend: None, frequent: None, view }
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

/// What a view that fits a pane must show.
pub(super) struct Fit {
    /// How the globe is laid flat.
    pub projection: Projection,
    pane: Rect,
    /// Points between what is shown and the pane's edge.
    margin: f32,
    /// Where lines and meetings lie.
    ends: Vec<Plane>,
    /// The same, and the courses of the lines.
    points: Vec<Plane>,
}

impl Fit {
    /// Every meeting and the strongest lines; on a small map those of its dense part, as far ends are told at
    /// its edge.
    pub fn new(ties: &Ties, lands: &Lands, pane: Rect, margin: f32) -> Self {
        let chart = &lands.chart;
        let all = ends(ties, lands);
        let is_small = pane.width() < NARROW || pane.height() < LOW;
        let shown = if is_small { dense(&all, pane) } else { None };
        let shown = shown.and_then(|shown| with_neighbours(shown, &all, pane, margin));
        let is_shown = |at: &Plane| shown.is_none_or(|shown| shown.contains(*at));
        let ends: Vec<Plane> = all.into_iter().map(|(at, _)| at).filter(is_shown).collect();
        let mut points = ends.clone();
        let is_within = |at: Position| chart.plane_from_globe(at).is_some_and(|at| is_shown(&at));
        // A globe is seen whole.
        let fits = chart.projection != Projection::Orthographic;
        for line in ties.strongest.iter().map(|&number| &ties.lines[number]) {
            if !fits || !is_within(line.from) || !is_within(line.to) {
                continue;
            }
            points.extend(lands.courses.course(line.from, line.to, ROUGHLY).iter().flatten());
        }
        Self { projection: chart.projection, pane, margin, ends, points }
    }

    /// The closest view that shows all of it and leaves no capital and no venue under the legend or the
    /// attribution.
    pub fn view(&self, attribution: Rect, legend: Option<Rect>) -> View {
        let Self { projection, pane, margin, ref ends, ref points } = *self;
        if ends.is_empty() || projection == Projection::Orthographic {
            return whole_map(projection, pane, attribution);
        }
        let above = |rect: Rect| Rect { max: Point { y: rect.min.y, ..pane.max }, ..pane };
        let mut frames = vec![pane, above(attribution)];
        if let Some(legend) = legend {
            let right = Point { x: legend.max.x, ..pane.min };
            frames.extend([
                above(legend),
                Rect { min: right, ..pane },
                Rect { min: right, ..above(attribution) },
            ]);
        }
        let covers: Vec<Rect> = legend.into_iter().chain([attribution]).collect();
        let views = frames.iter().map(|frame| View::fitting(points, *frame, margin).from_part(*frame, pane));
        let hides = |view: &View| self.hides(*view, &covers);
        let best = views.min_by(|a, b| hides(a).cmp(&hides(b)).then(a.span.total_cmp(&b.span)));
        let best = best.expect("the pane itself is one of the frames").within(projection);
        without_empty_band(best, projection, pane)
    }

    /// The height in points that the map needs where what it shows fills the width of its pane; at most that
    /// of the whole map then.
    pub fn height_needed(&self) -> f32 {
        let Self { projection, pane, margin, ref points, .. } = *self;
        if points.is_empty() || projection == Projection::Orthographic {
            return pane.height();
        }
        let along = |of: fn(&Plane) -> f64| {
            let all = points.iter().map(of);
            let (least, most) =
                all.fold((f64::MAX, f64::MIN), |(least, most), at| (least.min(at), most.max(at)));
            most - least
        };
        let room = f64::from((pane.width() - 2.0 * margin).max(1.0));
        // Points of a page for a unit of the plane: the whole map is never wider than the pane.
        let scale =
            (room / along(|at| at.x).max(0.2)).max(f64::from(pane.width()) / 2.0 / projection.corner().x);
        let needed = along(|at| at.y) * scale + 2.0 * f64::from(margin);
        needed.min(2.0 * projection.corner().y * scale) as f32
    }

    /// Where the middle of what it shows lies from west to east: half of the ends lie on either side.
    pub fn middle(&self) -> f64 {
        let mut all: Vec<f64> = self.ends.iter().map(|at| at.x).collect();
        all.sort_by(f64::total_cmp);
        all.get(all.len() / 2).copied().unwrap_or(0.0)
    }

    /// Whether one of some rectangles covers an end.
    fn hides(&self, view: View, covers: &[Rect]) -> bool {
        let to_page = PageFromPlane::new(view, self.pane);
        let is_under = |at: &Plane| {
            let at = to_page.page_from_plane(*at);
            covers.iter().any(|cover| cover.contains(at))
        };
        self.ends.iter().any(is_under)
    }
}

/// Where meetings and the strongest lines lie on the plane, and what they count.
fn ends(ties: &Ties, lands: &Lands) -> Vec<(Plane, usize)> {
    let places = ties.places.iter().map(|place| (place.at, place.weight));
    let lines = ties.strongest.iter().map(|&number| &ties.lines[number]);
    let lines = lines.flat_map(|line| [(line.from, line.weight), (line.to, line.weight)]);
    let on_plane = |(at, weight)| Some((lands.chart.plane_from_globe(at)?, weight));
    places.chain(lines).filter_map(on_plane).collect()
}

/// A part of the plane, and what the edge of a pane that shows it would cut in two. `None` if that is all.
fn with_neighbours(part: Part, ends: &[(Plane, usize)], pane: Rect, margin: f32) -> Option<Part> {
    let mut part = part;
    let reach = CUT_OFF.min(CUT_OFF_SHARE * pane.height());
    loop {
        let to_page = PageFromPlane::new(View::fitting(&part.corners(), pane, margin), pane);
        let is_within = |at: Point, reach: f32| {
            (pane.min.x - reach..=pane.max.x + reach).contains(&at.x)
                && (pane.min.y - reach..=pane.max.y + reach).contains(&at.y)
        };
        let is_near = |at: Plane| {
            let at = to_page.page_from_plane(at);
            is_within(at, reach) && !is_within(at, -reach)
        };
        let near = ends.iter().map(|(at, _)| *at).filter(|at| is_near(*at));
        let wider = near.fold(part, Part::with);
        if wider == part {
            break;
        }
        part = wider;
    }
    ends.iter().any(|(at, _)| !part.contains(*at)).then_some(part)
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
