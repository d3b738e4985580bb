//! The plan: everything about a picture that is worked out once, before anything is drawn.

use super::Anchor;
use super::amounts::{Amount, amounts};
use super::cues::{Cue, Cues, Lines, tells_status};
use super::curve::{Apart, Earth, course, set_apart, shorten};
use super::detour::round;
use super::drawn_line::{DrawnLine, FULL, MANY};
use super::emphasis::{Emphasis, Level};
use super::gathered::{Face, Inside, Ring, VenueMark, gathered};
use super::layout::Layout;
use super::legend::Sign;
use super::look::{Colour, Look};
use super::made_up;
use super::ports::{End, Rim, cast_off, cut, dock, spread, towards};
use super::scene::Scene;
use super::venue::{Hub, fans, reach};
use crate::drawing::share_of_ink;
use crate::globe::view::{PageFromPlane, Point, Rect};
use crate::meeting::{Kind, Meeting, Position};
use crate::query::tie::{Tie, TieKey};
use crate::words::spoken::spoken;
use ahash::HashMap;
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Points between the end of a line and the middle of the capital that it leads to.
const CLEAR_OF_A_CAPITAL: f32 = 4.0;
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
    /// What is brought forward.
    pub emphasis: Emphasis,
    /// The classes of countries by how much they count.
    pub amounts: Vec<Amount>,
    /// The hubs of each place, none where it lies closed.
    pub fans: Vec<Vec<Hub>>,
    /// The marks of the places.
    pub marks: Vec<VenueMark>,
    /// The mark that each place shares or has; `None` on the far side of the globe.
    pub mark_of: Vec<Option<usize>>,
    cues: Cues,
    /// The lines in drawing order: what is brought forward last, faint lines before strong ones, thin ones
    /// last.
    pub lines: Vec<PlannedLine<'a>>,
}

/// A line with its look and its course.
#[derive(Clone, Debug)]
pub struct PlannedLine<'a> {
    /// What it stands for.
    pub drawn: DrawnLine<'a>,
    /// Its number in the order of the answer.
    pub number: usize,
    /// How much of the attention it gets.
    pub level: Level,
    /// Whether it is one of the strongest, or there are few: others are faint.
    pub strong: bool,
    /// Its width in points.
    pub width: f32,
    /// Its course on the page, from the rim of one mark to that of the other, in pieces where the map cuts
    /// it.
    pub pieces: Vec<Vec<Point>>,
    /// Whether its end is on the map: on a globe it may lie beyond the rim.
    pub arrives: bool,
}

impl<'a> Plan<'a> {
    /// Works everything out.
    #[must_use]
    pub fn new(scene: Scene<'a>) -> Self {
        Self::laid_out(scene, made_up::layout)
    }

    /// The same for the map alone, without what stands around it.
    #[must_use]
    pub fn of_map_alone(scene: Scene<'a>) -> Self {
        Self::laid_out(scene, |scene, _, _| Layout::of_map_alone(scene))
    }

    fn laid_out(scene: Scene<'a>, layout: impl FnOnce(&Scene, &Lines, &[Amount]) -> Layout) -> Self {
        let look = Look::of(scene.state.theme);
        let emphasis = Emphasis::new(&scene);
        let lines = Lines::new(&scene, &look, &emphasis);
        let amounts = amounts(&scene, &look);
        let layout = layout(&scene, &lines, &amounts);
        let to_page = PageFromPlane::new(layout.view, layout.pane);
        let fans = fans(&scene, to_page.scale);
        let (cues, planned) = (Cues::default(), Vec::new());
        let (marks, mark_of) = (Vec::new(), Vec::new());
        let mut plan = Self {
            scene,
            look,
            layout,
            to_page,
            emphasis,
            amounts,
            fans,
            marks,
            mark_of,
            cues,
            lines: planned,
        };
        plan.gather();
        plan.lines = plan.planned(&lines);
        plan.cues = lines.cues;
        if let Some(mut legend) = plan.layout.legend.take() {
            legend.keep(plan.layout.pane, |sign| plan.has(sign));
            plan.layout.legend = Some(legend);
        }
        plan
    }

    /// Whether what the legend explains is in the picture. The ring round a number is as it comes, and needs
    /// no word.
    fn has(&self, sign: &Sign) -> bool {
        let places = &self.scene.shown.ties.places;
        let seen = || self.marks.iter().filter(|mark| self.is_seen(mark));
        let face =
            |is_so: &dyn Fn(Face) -> bool| seen().any(|mark| !self.is_open(mark) && is_so(mark.face(places)));
        let hub = |is_so: &dyn Fn(&Meeting) -> bool| {
            let hubs = seen().flat_map(|mark| &self.fans[mark.places[0]]);
            hubs.into_iter().any(|hub| is_so(self.scene.meetings.get(hub.star.row)))
        };
        match sign {
            Sign::Ring => face(&|face| face.ring == Ring::Bold && face.inside != Inside::Number),
            Sign::Count => face(&|face| face.inside == Inside::Number),
            Sign::Summit => {
                face(&|face| face.inside == Inside::Star) || hub(&|meeting| meeting.kind == Kind::Summit)
            }
            Sign::Hollow(_) => face(&|face| face.ring == Ring::Dashed),
            Sign::Status(status) => {
                let is_of = |line: &PlannedLine| {
                    line.drawn.tie.status == *status && line.pieces.iter().any(|piece| self.crosses(piece))
                };
                let of_marks = || {
                    face(&|face| face.inside != Inside::Number && face.status == *status)
                        || hub(&|meeting| meeting.status == *status)
                };
                self.lines.iter().any(is_of) || (tells_status(&self.scene.shown.question) && of_marks())
            }
            Sign::Weight(_) | Sign::Class(_) | Sign::Amount(_) | Sign::Hatch => true,
        }
    }

    /// Whether the meetings of a mark's place stand around it.
    #[must_use]
    pub fn is_open(&self, mark: &VenueMark) -> bool {
        !self.fans[mark.places[0]].is_empty()
    }

    /// Whether any of a mark lies on the pane.
    #[must_use]
    pub fn is_seen(&self, mark: &VenueMark) -> bool {
        let reach = mark.radius.max(reach(&self.fans[mark.places[0]])) + 2.0;
        self.layout.pane.overlaps(Rect::around(mark.centre, reach, reach))
    }

    /// The mark of a place that a point lies under, if any.
    #[must_use]
    pub fn mark_over(&self, at: Point) -> Option<&VenueMark> {
        self.marks.iter().find(|mark| mark.centre.distance_to(at) < mark.radius + 2.0)
    }

    /// Whether any of a course may lie on the pane.
    #[must_use]
    pub fn crosses(&self, points: &[Point]) -> bool {
        let pane = self.layout.pane;
        let beyond = |is_out: &dyn Fn(&Point) -> bool| points.iter().all(is_out);
        !(beyond(&|at| at.x < pane.min.x - 30.0)
            || beyond(&|at| at.x > pane.max.x + 30.0)
            || beyond(&|at| at.y < pane.min.y - 30.0)
            || beyond(&|at| at.y > pane.max.y + 30.0))
    }

    /// The page point of a position; `None` on the far side of the globe.
    #[must_use]
    pub fn page_from_globe(&self, at: Position) -> Option<Point> {
        Some(self.to_page.page_from_plane(self.scene.lands.chart.plane_from_globe(at)?))
    }

    /// The share of its ink that a mark keeps if its latest meeting lies before the period, where the past
    /// fades.
    #[must_use]
    pub fn age(&self, latest: Option<Date>) -> f32 {
        self.scene.fading_window().map_or(1.0, |window| share_of_ink(latest, window))
    }

    /// What lies under the words around the map; clear where the paper is left clear.
    #[must_use]
    pub const fn ground(&self) -> Colour {
        if self.scene.state.page.transparent { Colour::TRANSPARENT } else { self.look.paper }
    }

    /// Where a line of text begins between two edges with a margin, and which of its ends that is: at the
    /// right in a language that is written from there.
    #[must_use]
    pub fn begin(&self, left: f32, right: f32, margin: f32) -> (f32, Anchor) {
        if self.is_from_the_right() { (right - margin, Anchor::End) } else { (left + margin, Anchor::Start) }
    }

    /// Whether the language of the map is written from the right.
    #[must_use]
    pub fn is_from_the_right(&self) -> bool {
        spoken().is_from_the_right()
    }

    /// The ink of something whose own colour this is.
    #[must_use]
    pub const fn ink(&self, colour: Colour, level: Level) -> Colour {
        match level {
            Level::Full | Level::Company => colour,
            Level::Context => self.look.context,
        }
    }

    /// The look of a line's class; `None` where its colour is that of its status.
    #[must_use]
    pub fn cue(&self, line: &PlannedLine) -> Option<&Cue> {
        self.cues.of_line(line.number)
    }

    /// The attention that a place gets: for its meetings, and for the lines that begin there.
    #[must_use]
    pub fn level_of_place(&self, number: usize) -> Level {
        let place = &self.scene.shown.ties.places[number];
        let begins = if place.hollow { Level::Context } else { self.emphasis.of_beginning(place.at) };
        self.emphasis.of_rows(&place.rows).max(begins)
    }

    /// The attention that a mark gets: the most of one of its places.
    #[must_use]
    pub fn level_of_mark(&self, mark: &VenueMark) -> Level {
        mark.places.iter().map(|&place| self.level_of_place(place)).max().unwrap_or_default()
    }

    fn gather(&mut self) {
        let places = &self.scene.shown.ties.places;
        let at: Vec<Option<Point>> = places.iter().map(|place| self.page_from_globe(place.at)).collect();
        self.marks = gathered(places, &at, &self.fans);
        self.mark_of = vec![None; places.len()];
        for (number, mark) in self.marks.iter().enumerate() {
            for &place in &mark.places {
                self.mark_of[place] = Some(number);
            }
        }
    }

    fn planned(&self, lines: &Lines<'a>) -> Vec<PlannedLine<'a>> {
        let hubs: Vec<Option<&Hub>> = lines.all.iter().map(|line| self.hub_of(line)).collect();
        let aparts = self.bowed_apart(&lines.all, &hubs);
        let planned = lines.all.iter().enumerate().map(|(number, &drawn)| {
            let arrives = self.page_from_globe(drawn.tie.to).is_some();
            let to_hub = hubs[number].filter(|_| arrives).map_or(Point::default(), |hub| hub.offset);
            let apart = Apart { hub: to_hub, ..aparts[number] };
            let mut pieces = self.course(drawn.tie);
            let earth = Earth::new(&self.scene.lands.outline, self.to_page);
            set_apart(&mut pieces, &apart, self.scene.state.drawing.course, &earth);
            PlannedLine {
                drawn,
                number,
                level: self.emphasis.of_line(drawn.tie, drawn.rows, &self.scene.shown.ties),
                strong: lines.strong.is(drawn.weight),
                width: lines.widths.width(drawn.weight),
                pieces,
                arrives,
            }
        });
        let mut planned: Vec<PlannedLine> = planned.collect();
        let bends = planned.len() <= FULL;
        let rims = if bends { self.rims_of_others(&planned) } else { Vec::new() };
        if bends {
            self.bend_round_marks(&mut planned, &rims);
        }
        self.end_at_rims(&mut planned, &hubs);
        if bends {
            // The way to its port may lead a line over a mark again.
            self.bend_round_marks(&mut planned, &rims);
        }
        planned.sort_by_key(|line| (line.level, line.strong, Reverse(line.drawn.weight)));
        planned
    }

    /// For each line, the rims of the marks where it neither begins nor ends.
    #[must_use]
    pub fn rims_of_others(&self, lines: &[PlannedLine]) -> Vec<Vec<Rim>> {
        let reach = |number: usize| reach(&self.fans[self.marks[number].places[0]]);
        let of_line = |line: &PlannedLine| {
            let own_end = line.drawn.tie.place.and_then(|place| self.mark_of[place]);
            let start = self.page_from_globe(line.drawn.tie.from);
            let is_own_start =
                |mark: &VenueMark| start.is_some_and(|start| mark.centre.distance_to(start) < mark.radius);
            let others = self.marks.iter().enumerate();
            let others = others.filter(|(number, mark)| own_end != Some(*number) && !is_own_start(mark));
            let rim = |(number, mark): (usize, &VenueMark)| Rim {
                centre: mark.centre,
                radius: mark.radius.max(reach(number)) + line.width / 2.0,
            };
            others.map(rim).collect()
        };
        lines.iter().map(of_line).collect()
    }

    /// Bends each line round the marks where it neither begins nor ends.
    fn bend_round_marks(&self, lines: &mut [PlannedLine], rims: &[Vec<Rim>]) {
        let earth = Earth::new(&self.scene.lands.outline, self.to_page);
        for (line, rims) in lines.iter_mut().zip(rims) {
            line.pieces.iter_mut().for_each(|piece| round(piece, rims, &earth));
        }
    }

    /// Lets every line begin and end at the rims of its marks, those of one mark spread over it. Of very many
    /// lines, each ends where it comes.
    fn end_at_rims(&self, lines: &mut [PlannedLine], hubs: &[Option<&Hub>]) {
        let mut rims: BTreeMap<(usize, Option<usize>), (Rim, Vec<End>)> = BTreeMap::new();
        let spreads = lines.len() <= MANY;
        for (number, line) in lines.iter_mut().enumerate() {
            let end = line.arrives.then(|| self.rim_of_end(line, hubs[number])).flatten();
            let start = if spreads { self.rim_of_start(line, end.map(|(key, _)| key.0)) } else { None };
            for (rim, arrives) in [(start, false), (end, true)] {
                // An arrowhead is wider than its line.
                let half =
                    if arrives && line.drawn.tie.travels { 2.3 + 0.9 * line.width } else { 0.8 * line.width };
                let course = if arrives { line.pieces.last_mut() } else { line.pieces.first_mut() };
                let Some(course) = course else { continue };
                match rim {
                    Some((key, rim)) if spreads => {
                        let towards = towards(course, rim, arrives);
                        let ends = &mut rims.entry(key).or_insert_with(|| (rim, Vec::new())).1;
                        ends.extend(towards.map(|towards| End { line: number, arrives, towards, half }));
                    }
                    Some((_, rim)) => cut(course, rim),
                    None if arrives
                        && line.arrives
                        && !matches!(line.drawn.tie.key, TieKey::Relation { .. }) =>
                    {
                        shorten(course, CLEAR_OF_A_CAPITAL);
                    }
                    None => {}
                }
            }
        }
        let earth = Earth::new(&self.scene.lands.outline, self.to_page);
        for (rim, ends) in rims.into_values() {
            for (end, direction) in ends.iter().zip(spread(&ends, rim.radius)) {
                let pieces = &mut lines[end.line].pieces;
                if let Some(course) = pieces.last_mut().filter(|_| end.arrives) {
                    dock(course, rim, direction, &earth);
                } else if let Some(course) = pieces.first_mut() {
                    cast_off(course, rim, direction, &earth);
                }
            }
        }
    }

    /// The rim that a line arrives at: that of its hub or of its place's mark.
    fn rim_of_end(&self, line: &PlannedLine, hub: Option<&Hub>) -> Option<((usize, Option<usize>), Rim)> {
        let number = self.mark_of[line.drawn.tie.place?]?;
        let mark = &self.marks[number];
        Some(match hub {
            Some(hub) => {
                let centre = Point { x: mark.centre.x + hub.offset.x, y: mark.centre.y + hub.offset.y };
                ((number, Some(hub.star.row)), Rim { centre, radius: hub.radius + 2.5 })
            }
            None => ((number, None), Rim { centre: mark.centre, radius: mark.radius + 2.0 }),
        })
    }

    /// The rim that a line leaves from, if it begins in a mark; not that of the mark where it ends.
    fn rim_of_start(&self, line: &PlannedLine, end: Option<usize>) -> Option<((usize, Option<usize>), Rim)> {
        let start = *line.pieces.first()?.first()?;
        let is_in = |mark: &VenueMark| mark.centre.distance_to(start) < mark.radius;
        let number = self.marks.iter().position(is_in).filter(|number| Some(*number) != end)?;
        let mark = &self.marks[number];
        (!self.is_open(mark))
            .then_some(((number, None), Rim { centre: mark.centre, radius: mark.radius + 1.0 }))
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
