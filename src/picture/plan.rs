//! The plan: everything about a picture that is worked out once, before anything is drawn.

use super::amounts::{Amount, amounts};
use super::cues::{Cue, Cues, Lines};
use super::curve::{Apart, Earth, course, set_apart};
use super::drawn_line::{DrawnLine, MANY};
use super::emphasis::Emphasis;
use super::layout::Layout;
use super::look::{Colour, Look};
use super::scene::Scene;
use super::venue::{Hub, fans};
use crate::drawing::share_of_ink;
use crate::globe::view::{PageFromPlane, Point};
use crate::meeting::Position;
use crate::query::tie::Tie;
use ahash::HashMap;
use std::cmp::Reverse;

/// How much of its ink a mark keeps that is not bright.
const DIMMED: f32 = 0.14;
/// Points that lines of one pair of places bow apart from each other.
const BOW: f32 = 9.0;
/// How much rougher the arcs of many lines may be: none of them is looked at so closely.
const ROUGHER: f64 = 0.4;

/// What the layers draw.
#[derive(Debug)]
pub struct Plan<'a> {
    /// What is drawn.
    pub scene: Scene<'a>,
    /// Colours of the theme.
    pub look: Look,
    /// Where everything on the page stands.
    pub layout: Layout,
    /// From the plane to the page.
    pub to_page: PageFromPlane,
    /// What is bright.
    pub emphasis: Emphasis,
    /// The classes of countries by how much they count.
    pub amounts: Vec<Amount>,
    /// The hubs of each place, none where it lies closed.
    pub fans: Vec<Vec<Hub>>,
    cues: Cues,
    /// The lines in drawing order: dimmed ones first and thin ones last.
    pub lines: Vec<PlannedLine<'a>>,
}

/// A line with its look and its course.
#[derive(Clone, Debug)]
pub struct PlannedLine<'a> {
    /// What it stands for.
    pub drawn: DrawnLine<'a>,
    /// Its number in the order of the answer.
    pub number: usize,
    /// Whether it is bright.
    pub lit: bool,
    /// Its width in points where it arrives.
    pub width: f32,
    /// Its course on the page, from the middle of one mark to that of the other, in pieces where the map cuts
    /// it.
    pub pieces: Vec<Vec<Point>>,
    /// Whether its end is on the map: on a globe it may lie beyond the rim.
    pub arrives: bool,
    /// The radius in points of the hub it ends at, if it is the spoke of a place that lies open.
    pub hub: Option<f32>,
}

impl<'a> Plan<'a> {
    /// Works everything out.
    #[must_use]
    pub fn new(scene: Scene<'a>) -> Self {
        Self::laid_out(scene, Layout::new)
    }

    /// The same for the map alone, without what stands around it.
    #[must_use]
    pub fn of_map_alone(scene: Scene<'a>) -> Self {
        Self::laid_out(scene, |scene, _, _| Layout::of_map_alone(scene))
    }

    fn laid_out(scene: Scene<'a>, layout: impl FnOnce(&Scene, &Lines, &[Amount]) -> Layout) -> Self {
        let look = Look::of(scene.state.theme);
        let lines = Lines::new(&scene, &look);
        let amounts = amounts(&scene, &look);
        let layout = layout(&scene, &lines, &amounts);
        let to_page = PageFromPlane::new(layout.view, layout.pane);
        let fans = fans(&scene, to_page.scale);
        let emphasis = Emphasis::new(&scene);
        let (cues, planned) = (Cues::default(), Vec::new());
        let mut plan = Self { scene, look, layout, to_page, emphasis, amounts, fans, cues, lines: planned };
        plan.lines = plan.planned(&lines);
        plan.cues = lines.cues;
        plan
    }

    /// The page point of a position; `None` on the far side of the globe.
    #[must_use]
    pub fn page_from_globe(&self, at: Position) -> Option<Point> {
        Some(self.to_page.page_from_plane(self.scene.lands.chart.plane_from_globe(at)?))
    }

    /// The share of its ink that a mark keeps if its latest meeting lies before the period, where the past
    /// fades.
    #[must_use]
    pub fn age(&self, rows: &[usize]) -> f32 {
        let Some(window) = self.scene.fading_window() else { return 1.0 };
        rows.iter().map(|&row| share_of_ink(self.scene.meetings.get(row), window)).fold(0.0, f32::max)
    }

    /// A colour, dimmed unless bright.
    #[must_use]
    pub fn ink(&self, colour: Colour, lit: bool) -> Colour {
        if lit { colour } else { colour.faded(DIMMED) }
    }

    /// The look of a line's class; `None` where its colour is that of its status.
    #[must_use]
    pub fn cue(&self, line: &PlannedLine) -> Option<&Cue> {
        self.cues.of_line(line.number)
    }

    /// Whether the place with this number is bright: with its meetings, and where a bright line begins.
    #[must_use]
    pub fn lights_place(&self, number: usize) -> bool {
        let place = &self.scene.shown.ties.places[number];
        self.emphasis.lights(&place.rows) || (!place.hollow && self.emphasis.begins_at(place.at))
    }

    fn planned(&self, lines: &Lines<'a>) -> Vec<PlannedLine<'a>> {
        let hubs: Vec<Option<&Hub>> = lines.all.iter().map(|line| self.hub_of(line)).collect();
        let aparts = self.bowed_apart(&lines.all, &hubs);
        let planned = lines.all.iter().enumerate().map(|(number, &drawn)| {
            let arrives = self.page_from_globe(drawn.tie.to).is_some();
            let hub = hubs[number];
            let to_hub = hub.filter(|_| arrives).map_or(Point::default(), |hub| hub.offset);
            let apart = Apart { hub: to_hub, ..aparts[number] };
            let mut pieces = self.course(drawn.tie);
            let earth = Earth::new(&self.scene.lands.outline, self.to_page);
            set_apart(&mut pieces, &apart, self.scene.state.drawing.course, &earth);
            PlannedLine {
                drawn,
                number,
                lit: self.emphasis.lights(drawn.rows),
                width: lines.widths.width(drawn.weight),
                pieces,
                arrives,
                hub: hub.map(|hub| hub.radius),
            }
        });
        let mut planned: Vec<PlannedLine> = planned.collect();
        planned.sort_by_key(|line| (line.lit, Reverse(line.drawn.weight)));
        planned
    }

    /// The way of a line on the page by the course that the user chose, not set apart from others yet.
    fn course(&self, tie: &Tie) -> Vec<Vec<Point>> {
        let many = self.scene.shown.ties.lines.len() > MANY;
        let scale = self.to_page.scale * if many { ROUGHER } else { 1.0 };
        let pieces = self.scene.lands.courses.course(tie.from, tie.to, scale);
        course(&pieces, self.to_page, self.scene.state.drawing.course)
    }

    /// The hub that a line ends at beside its venue.
    fn hub_of(&self, line: &DrawnLine) -> Option<&Hub> {
        self.fans.get(line.tie.place?)?.iter().find(|hub| line.rows == [hub.star.row])
    }

    /// Lets lines between the same two places bow to their left, so that they lie side by side. Spokes keep
    /// to the side of their hubs.
    fn bowed_apart(&self, lines: &[DrawnLine], hubs: &[Option<&Hub>]) -> Vec<Apart> {
        let corner = |at: Position| (at.lon.to_bits(), at.lat.to_bits());
        let mut pairs: HashMap<_, Vec<usize>> = HashMap::default();
        pairs.reserve(lines.len());
        for (i, line) in lines.iter().enumerate() {
            let (a, b) = (corner(line.tie.from), corner(line.tie.to));
            pairs.entry((a.min(b), a.max(b))).or_default().push(i);
        }
        let side = |tie: &Tie| if corner(tie.from) < corner(tie.to) { 1.0 } else { -1.0 };
        let left = |i: usize| self.to_left(lines[i].tie, hubs[i]?);
        let lefts: Vec<f32> = (0..lines.len()).map(|i| left(i).unwrap_or(0.0)).collect();
        let mut aparts = vec![Apart::default(); lines.len()];
        for mut members in pairs.into_values().filter(|members| members.len() > 1) {
            let to_left = |&i: &usize| side(lines[i].tie) * lefts[i];
            members.sort_by(|a, b| to_left(a).total_cmp(&to_left(b)));
            let widest = BOW * (members.len() - 1) as f32 / 2.0;
            for (place, &i) in members.iter().enumerate() {
                let bow = side(lines[i].tie) * (BOW * place as f32 - widest);
                aparts[i] = Apart { bow, widest, hub: Point::default() };
            }
        }
        aparts
    }

    /// How far to the left of a line's way its hub lies, in points. Where the map cuts the way, it arrives
    /// from over the edge.
    fn to_left(&self, tie: &Tie, hub: &Hub) -> Option<f32> {
        let pieces = self.course(tie);
        let arriving = pieces.last()?;
        let (from, to) = (*arriving.first()?, *arriving.last()?);
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        Some((hub.offset.x * dy - hub.offset.y * dx) / from.distance_to(to).max(f32::EPSILON))
    }
}
