//! Drawn lines: a line of the answer each, or one for each of its meetings, and how wide they are.

use super::emphasis::Emphasis;
use super::scene::Scene;
use crate::drawing::{Bundling, LineWidths};
use crate::globe::direction::wrapped;
use crate::globe::view::{PageFromPlane, Point, Rect, View};
use crate::meeting::Position;
use crate::query::tie::{STRONGEST, Tie, TieKey};
use crate::state::Target;
use jiff::civil::Date;
use std::borrow::Cow;
use std::cmp::Reverse;

/// Lines from which on each is drawn more simply.
pub const MANY: usize = 400;
/// Lines that the meetings between two places are fanned out to; the last stands for all that are left.
const MOST_FANNED: usize = 12;
/// The width in points of a line that counts nothing, and of one that counts one where there is room for it.
const NOT_COUNTED: f32 = 1.25;
const THIN: f32 = 1.5;
/// The widest line in points, where all lines are drawn at full strength, and where only the strongest are.
const WIDEST: f32 = 7.0;
const WIDEST_OF_MANY: f32 = 5.0;
/// The widest where widths are those of every map: a line that counts 100.
const WIDEST_OF_ALL: f32 = 15.0;

/// A line as it is drawn.
#[derive(Clone, Copy, Debug)]
pub struct DrawnLine<'a> {
    /// The line of the answer that it is, or is a part of.
    pub tie: &'a Tie,
    /// The meetings it stands for.
    pub rows: &'a [usize],
    /// The last day of them; `None` if one has no date.
    pub latest: Option<Date>,
    /// What they count on it.
    pub weight: usize,
}

impl DrawnLine<'_> {
    /// What a click on it selects: a meeting where it stands for one of several or is its spoke, else the
    /// line of the answer.
    #[must_use]
    pub fn target(&self, scene: &Scene) -> Target {
        match (&self.tie.key, self.rows) {
            (TieKey::Spoke { meeting, .. }, _) => Target::Meeting(meeting.clone()),
            (_, &[only]) if self.tie.rows.len() > 1 => Target::Meeting(scene.meetings.get(only).id.clone()),
            (key, _) => Target::Tie(key.clone()),
        }
    }
}

/// The drawn lines of a scene, in the order of the answer: all, or of very many the [`STRONGEST`]. What is
/// singled out is drawn before anything else, then what lies in sight.
#[must_use]
pub fn drawn_lines<'a>(scene: &Scene<'a>, emphasis: &Emphasis) -> Vec<DrawnLine<'a>> {
    let shown = scene.shown;
    let fanned = scene.state.drawing.several == Bundling::Fanned;
    let mut lines = Vec::with_capacity(shown.ties.strongest.len());
    for tie in chosen(scene, emphasis).iter().map(|&number| &shown.ties.lines[number]) {
        if !fanned || tie.rows.len() < 2 {
            lines.push(DrawnLine { tie, rows: &tie.rows, latest: tie.latest, weight: tie.weight });
            continue;
        }
        let alone = if tie.rows.len() > MOST_FANNED { MOST_FANNED - 1 } else { tie.rows.len() };
        let (each, rest) = tie.rows.split_at(alone);
        for rows in each.chunks(1).chain((!rest.is_empty()).then_some(rest)) {
            let weight = rows.iter().map(|&row| tie.weight_of(&shown.count, row)).sum();
            lines.push(DrawnLine { tie, rows, latest: shown.latest(rows), weight });
        }
    }
    lines
}

/// The numbers of the lines that are drawn.
fn chosen<'a>(scene: &Scene<'a>, emphasis: &Emphasis) -> Cow<'a, [usize]> {
    let ties = &scene.shown.ties;
    let sight = scene.state.framing.view().and_then(|view| Sight::of(scene, view));
    if ties.lines.len() <= STRONGEST || (sight.is_none() && !emphasis.singles_out()) {
        return Cow::Borrowed(&ties.strongest);
    }
    let in_sight = |tie: &Tie| sight.is_none_or(|sight| sight.contains(tie.from) || sight.contains(tie.to));
    let rank = |(number, tie): (usize, &Tie)| {
        Reverse((emphasis.of_answer(number, ties), in_sight(tie), tie.weight, Reverse(number)))
    };
    let mut ranks: Vec<_> = ties.lines.iter().enumerate().map(rank).collect();
    ranks.select_nth_unstable(STRONGEST);
    let chosen = ranks[..STRONGEST].iter().map(|Reverse((.., Reverse(number)))| *number);
    let mut chosen: Vec<usize> = chosen.collect();
    chosen.sort_unstable();
    Cow::Owned(chosen)
}

/// About which part of the globe a view shows: degrees from south to north, and to each side of a meridian.
#[derive(Clone, Copy, Debug)]
struct Sight {
    south: f64,
    north: f64,
    meridian: f64,
    west: f64,
    east: f64,
}

impl Sight {
    /// What a view shows; `None` where that is the edge of the map too.
    fn of(scene: &Scene, view: View) -> Option<Self> {
        let [width, height] = scene.size;
        let page = Rect { min: Point::default(), max: Point { x: width, y: height } };
        let to_page = PageFromPlane::new(view, page);
        let chart = &scene.lands.chart;
        let Position { lon: meridian, lat } = chart.globe_from_plane(view.centre)?;
        let mut sight = Self { south: lat, north: lat, meridian, west: 0.0, east: 0.0 };
        for (across, down) in (0..5).flat_map(|across| (0..5).map(move |down| (across, down))) {
            let at = Point { x: width * across as f32 / 4.0, y: height * down as f32 / 4.0 };
            let at = chart.globe_from_plane(to_page.plane_from_page(at))?;
            let side = wrapped(at.lon - meridian);
            (sight.west, sight.east) = (sight.west.min(side), sight.east.max(side));
            (sight.south, sight.north) = (sight.south.min(at.lat), sight.north.max(at.lat));
        }
        Some(sight)
    }

    fn contains(self, at: Position) -> bool {
        (self.south..=self.north).contains(&at.lat)
            && (self.west..=self.east).contains(&wrapped(at.lon - self.meridian))
    }
}

/// The widths of lines: they grow with the square root of what is counted, so that the widest hides no
/// country and the thinnest stays a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Widths {
    /// The most that a line counts.
    pub most: usize,
    /// The width of a line that counts one, were it not kept from being too thin.
    one: f32,
    /// The widest line.
    widest: f32,
}

impl Widths {
    /// The widths for lines of which the strongest count so much.
    #[must_use]
    pub fn of(weights: &[usize], by: LineWidths) -> Self {
        let most = weights.iter().copied().max().unwrap_or(0);
        let widest = if weights.len() <= FULL { WIDEST } else { WIDEST_OF_MANY };
        match by {
            LineWidths::OfThisMap => {
                Self { most, one: THIN.min(widest / (most.max(1) as f32).sqrt()), widest }
            }
            LineWidths::OfEveryMap => Self { most, one: THIN, widest: WIDEST_OF_ALL },
        }
    }

    /// The width in points of a line that counts so much.
    #[must_use]
    pub fn width(self, weight: usize) -> f32 {
        NOT_COUNTED.max((self.one * (weight as f32).sqrt()).min(self.widest))
    }
}

/// Lines up to which all are drawn at full strength; of more, so many at most.
pub const FULL: usize = 120;
/// Points that those of more are wide together at most: the map stays to be seen between them.
const WIDE_TOGETHER: f32 = 200.0;

/// The lines that are drawn at full strength: all, or where there are too many for that, those that count
/// most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strong {
    /// The least that such a line counts.
    least: usize,
    /// How many there are.
    pub number: usize,
}

impl Strong {
    /// Those of lines of these widths of which the strongest count so much. Lines that count the same are all
    /// strong or all faint.
    #[must_use]
    pub fn of(weights: &[usize], widths: Widths) -> Self {
        if weights.len() <= FULL {
            return Self { least: 0, number: weights.len() };
        }
        let mut weights = weights.to_vec();
        let (strongest, &mut next, _) = weights.select_nth_unstable_by(FULL, |a, b| b.cmp(a));
        strongest.sort_unstable_by(|a, b| b.cmp(a));
        let mut together = 0.0;
        let has_room = |weight: &&usize| {
            together += widths.width(**weight);
            together <= WIDE_TOGETHER
        };
        let room = strongest.iter().take_while(has_room).count();
        let above = |first_faint: usize| {
            let least = first_faint + 1;
            Self { least, number: strongest.iter().filter(|weight| **weight >= least).count() }
        };
        // Where even the strongest of all, which count the same, are too wide together, all of them stand
        // out, if they are not too many.
        let narrow = above(strongest.get(room).copied().unwrap_or(next));
        if narrow.number > 0 { narrow } else { above(next) }
    }

    /// Whether a line that counts so much is one of them.
    #[must_use]
    pub const fn is(self, weight: usize) -> bool {
        weight >= self.least
    }
}
