//! The legend as it is laid out: only the classes of the meetings shown, with real numbers, at the lower left
//! of every picture.

use super::amounts::Amount;
use super::attribution::NARROW;
use super::cues::{Cue, Lines, tells_status};
use super::drawn_line::{DrawnLine, Widths};
use super::header::margin;
use super::look::size;
use super::scene::Scene;
use super::text::{Weight, width};
use super::venue::has_number;
use super::wrap::wrapped;
use crate::globe::view::{Point, Rect};
use crate::meeting::Status;
use crate::query::question::grouping::GroupBy;
use crate::query::question::reading::Reading;
use crate::query::question::rule::Unit;
use crate::query::tie::{LegKey, TieKey};
use crate::state::State;
use crate::words::message::{Calls, LegendHeading, Message, Word};
use crate::words::{say, word};

/// The legend's text and entries, and the rectangle they take.
#[derive(Clone, Debug)]
pub struct Legend {
    /// The heading's lines.
    pub heading: Vec<String>,
    /// The entries, row by row.
    pub rows: Vec<Vec<Entry>>,
    /// The same by group: each begins a row.
    groups: Vec<Vec<Entry>>,
    /// Points that a row may be wide.
    room: f32,
    /// At the lower left of the pane, above the attribution where the two would meet; or under the map, as
    /// wide as the page.
    pub rect: Rect,
    /// Whether it is a strip under the map.
    pub is_strip: bool,
}

/// One entry of the legend: a small drawing and its words.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What is drawn.
    pub sign: Sign,
    /// What it means, line by line: one, where the room is not narrower than that.
    pub lines: Vec<String>,
}

/// How much the heading of a legend says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// What the lines are, and what their thickness and colour say.
    Full,
    /// What their thickness and colour say.
    Short,
    /// Nothing.
    None,
}

/// A small drawing in the legend.
#[derive(Clone, Debug)]
pub enum Sign {
    /// A line of this width.
    Weight(f32),
    /// A class of lines.
    Class(Cue),
    /// A status of lines.
    Status(Status),
    /// A class of countries.
    Amount(Amount),
    /// A venue whose host was at home.
    Ring,
    /// A venue with a number.
    Count,
    /// A venue with a summit.
    Summit,
    /// A place known only to its country, where the best-established meeting has this status.
    Hollow(Status),
    /// An area of contested status.
    Hatch,
}

/// Points that a sign is wide.
pub const SYMBOL: f32 = 30.0;
/// Points between two entries of a row.
pub const ENTRY_GAP: f32 = 16.0;
/// Points from row to row.
pub const ROW: f32 = 19.0;
/// Points between the plate's edge and what stands on it.
pub const PAD: f32 = 12.0;
/// Points between a plate and the edges of the pane.
const EDGE: f32 = 16.0;
/// The share of the page below the header that a strip must leave to the map; on smaller pages there is no
/// legend.
pub const LEAST_MAP: f32 = 0.5;
/// The share of the pane that the legend may cover; on smaller pages there is none.
const MOST_COVERED: f32 = 0.2;

impl Legend {
    /// Lays out the entries; none if nothing is drawn, or if the legend would hide the map.
    #[must_use]
    pub fn new(
        scene: &Scene,
        lines: &Lines,
        amounts: &[Amount],
        pane: Rect,
        attribution: Rect,
    ) -> Option<Self> {
        if pane.width() < NARROW {
            let strip = Self::strip(scene, lines, amounts, (pane, attribution), Heading::Full);
            return strip.filter(|strip| strip.rect.min.y - pane.min.y > LEAST_MAP * pane.height());
        }
        let room = 400.0 - 2.0 * PAD;
        let heading = heading(scene, lines, amounts, Heading::Full);
        let heading = wrapped(&heading, size::SMALL, Weight::Regular, room);
        let groups = entries(scene, lines, amounts, room);
        let rows = in_rows(&groups, room);
        if rows.is_empty() {
            return None;
        }
        let wide = plate_width(&heading, &rows);
        let high = height(&heading, &rows) + 1.5 * PAD;
        let at = |bottom: f32| {
            let min = Point { x: pane.min.x + 16.0, y: bottom - high };
            Rect { min, max: Point { x: min.x + wide, y: bottom } }
        };
        let mut rect = at(pane.max.y - 16.0);
        if rect.overlaps(attribution) {
            rect = at(attribution.min.y - 8.0);
        }
        let covered = wide * high / (pane.width() * pane.height());
        (covered <= MOST_COVERED).then_some(Self { heading, rows, groups, room, rect, is_strip: false })
    }

    /// Leaves out entries. A plate is smaller then, and stays in the corner of the pane where it lies.
    pub fn keep(&mut self, pane: Rect, is_seen: impl Fn(&Sign) -> bool) {
        let before = height(&self.heading, &self.rows);
        for group in &mut self.groups {
            group.retain(|entry| is_seen(&entry.sign));
        }
        self.rows = in_rows(&self.groups, self.room);
        let lower = before - height(&self.heading, &self.rows);
        let Rect { min, max } = &mut self.rect;
        if self.is_strip {
            return;
        }
        if min.y - pane.min.y < pane.max.y - max.y {
            max.y -= lower;
        } else {
            min.y += lower;
        }
        let wide = plate_width(&self.heading, &self.rows);
        if min.x - pane.min.x <= pane.max.x - max.x {
            max.x = min.x + wide;
        } else {
            min.x = max.x - wide;
        }
    }

    /// The corners of a pane where a plate of its size may lie, the first one best: lower left, lower right
    /// above the attribution, upper left, upper right.
    #[must_use]
    pub fn corners(&self, pane: Rect, attribution: Rect) -> [Rect; 4] {
        let (wide, high) = (self.rect.width(), self.rect.height());
        let at = |x: f32, y: f32| Rect { min: Point { x, y }, max: Point { x: x + wide, y: y + high } };
        let (left, right) = (pane.min.x + EDGE, pane.max.x - EDGE - wide);
        let (top, above) = (pane.min.y + EDGE, attribution.min.y - EDGE / 2.0 - high);
        [self.rect, at(right, above), at(left, top), at(right, top)]
    }

    /// The legend of a narrow or made-up page: under the map and above the attribution, its entries one after
    /// the other. `None` if there is nothing to explain.
    #[must_use]
    pub fn strip(
        scene: &Scene,
        lines: &Lines,
        amounts: &[Amount],
        (pane, attribution): (Rect, Rect),
        says: Heading,
    ) -> Option<Self> {
        let room = pane.width() - 2.0 * margin(pane.width());
        let heading = heading(scene, lines, amounts, says);
        let heading = wrapped(&heading, size::SMALL, Weight::Regular, room);
        let entries: Vec<Entry> = entries(scene, lines, amounts, room).into_iter().flatten().collect();
        if entries.is_empty() {
            return None;
        }
        let groups = vec![entries];
        let rows = in_rows(&groups, room);
        let high = height(&heading, &rows) + 0.5 * PAD;
        let bottom = attribution.min.y;
        let min = Point { x: pane.min.x, y: bottom - high };
        let rect = Rect { min, max: Point { x: pane.max.x, y: bottom } };
        Some(Self { heading, rows, groups, room, rect, is_strip: true })
    }
}

/// What the lines are, by what rule they are counted, and what their colour says.
fn heading(scene: &Scene, lines: &Lines, amounts: &[Amount], says: Heading) -> String {
    if says == Heading::None {
        return String::new();
    }
    let State { reading, rule, drawing, .. } = scene.state;
    // Of many meetings, stars are drawn where there is room for them.
    let is_merged =
        |line: &DrawnLine| *reading == Reading::Stars && matches!(line.tie.key, TieKey::Journey(_));
    let is_way_home = |line: &DrawnLine| matches!(line.tie.key, TieKey::Leg(LegKey { to: None, .. }));
    let from_capitals = match reading {
        Reading::Journeys | Reading::Stars => true,
        Reading::Routes | Reading::Relations => false,
    };
    let is_call = |line: &DrawnLine| from_capitals && !line.tie.travels;
    let calls = match lines.all.iter().filter(|line| is_call(line)).count() {
        0 => Calls::None,
        all if all == lines.all.len() => Calls::All,
        _ => Calls::Some,
    };
    say(Message::LegendHeading(LegendHeading {
        calls,
        in_short: says == Heading::Short,
        filled: !amounts.is_empty(),
        reading: *reading,
        rule: *rule,
        widths_differ: lines.all.windows(2).any(|pair| pair[0].weight != pair[1].weight),
        stops_apart: from_capitals && scene.shown.summary.trips > 0,
        ways_home: rule.unit != Unit::Trips && lines.all.iter().any(is_way_home),
        crowded: lines.all.iter().any(is_merged),
        fading: scene.fading_window().is_some(),
        compared: scene.shown.changes.is_some(),
        colour: Some(drawing.colour).filter(|colour| *colour != GroupBy::Status),
    }))
}

/// Breaks each group into rows no wider than `room`.
fn in_rows(groups: &[Vec<Entry>], room: f32) -> Vec<Vec<Entry>> {
    let mut rows: Vec<Vec<Entry>> = Vec::new();
    for group in groups {
        let begin = rows.len();
        for entry in group {
            let has_room = |row: &&mut Vec<Entry>| row_width(row) + ENTRY_GAP + entry_width(entry) <= room;
            match rows[begin..].last_mut().filter(has_room) {
                Some(row) => row.push(entry.clone()),
                None => rows.push(vec![entry.clone()]),
            }
        }
    }
    rows
}

/// How wide a plate with a heading and rows is in points.
fn plate_width(heading: &[String], rows: &[Vec<Entry>]) -> f32 {
    let widths = heading.iter().map(|line| width(line, size::SMALL, Weight::Regular));
    widths.chain(rows.iter().map(|row| row_width(row))).fold(0.0, f32::max) + 2.0 * PAD
}

fn row_width(row: &[Entry]) -> f32 {
    row.iter().map(entry_width).sum::<f32>() + ENTRY_GAP * row.len().saturating_sub(1) as f32
}

/// How wide an entry is in points.
#[must_use]
pub fn entry_width(entry: &Entry) -> f32 {
    let lines = entry.lines.iter().map(|line| width(line, size::SMALL, Weight::Regular));
    SYMBOL + 6.0 + lines.fold(0.0, f32::max)
}

/// How high a row is in points.
#[must_use]
pub fn row_height(row: &[Entry]) -> f32 {
    ROW * row.iter().map(|entry| entry.lines.len()).max().unwrap_or(1).max(1) as f32
}

/// How high a heading and rows are in points.
#[must_use]
pub fn height(heading: &[String], rows: &[Vec<Entry>]) -> f32 {
    heading.len() as f32 * ROW + rows.iter().map(|row| row_height(row)).sum::<f32>()
}

/// The entries by group: thickness, classes of colour, statuses, amounts, places. One that is wider than
/// `room` has several lines. It is everything that may have to be explained: what the picture turns out not
/// to show is [left out](Legend::keep).
fn entries(scene: &Scene, lines: &Lines, amounts: &[Amount], room: f32) -> Vec<Vec<Entry>> {
    let ties = &scene.shown.ties;
    if ties.places.is_empty() && ties.lines.is_empty() {
        return Vec::new();
    }
    let cues = &lines.cues.all;
    let sign = |sign, text: &str| (sign, text.to_owned());
    let groups = [
        weights(lines.widths),
        cues.iter().map(|cue| sign(Sign::Class(cue.clone()), &cue.name)).collect(),
        statuses(scene, lines)
            .into_iter()
            .map(|status| sign(Sign::Status(status), word(Word::Status(status))))
            .collect(),
        amounts.iter().map(|&amount| (Sign::Amount(amount), amount.name())).collect(),
        places(scene),
    ];
    let of_text = room - SYMBOL - 6.0;
    let entry = |(sign, text): (Sign, String)| Entry {
        sign,
        lines: wrapped(&text, size::SMALL, Weight::Regular, of_text),
    };
    let groups = groups.into_iter().filter(|group| !group.is_empty());
    groups.map(|group| group.into_iter().map(entry).collect()).collect()
}

/// The statuses of lines, and of places where their marks tell it. Where colours say something else, lines
/// that were all held need no word about it.
fn statuses(scene: &Scene, lines: &Lines) -> Vec<Status> {
    let of_marks = tells_status(&scene.shown.question);
    let in_view = |status: &Status| {
        lines.all.iter().any(|line| line.tie.status == *status)
            || (of_marks && scene.shown.ties.places.iter().any(|place| place.status == *status))
    };
    let statuses: Vec<Status> = Status::ALL.into_iter().filter(in_view).collect();
    let by_class = !lines.cues.all.is_empty();
    let says_nothing = scene.shown.changes.is_some() || (by_class && statuses == [Status::Held]);
    if says_nothing { Vec::new() } else { statuses }
}

/// The thinnest, a middling and the thickest line, with what they count.
fn weights(widths: Widths) -> Vec<(Sign, String)> {
    let most = widths.most;
    if most < 2 {
        return Vec::new();
    }
    let mut weights = vec![1, most.div_ceil(3), most];
    weights.dedup();
    let sign = |weight: usize| (Sign::Weight(widths.width(weight)), say(Message::Number(weight)));
    weights.into_iter().map(sign).collect()
}

fn places(scene: &Scene) -> Vec<(Sign, String)> {
    let places = &scene.shown.ties.places;
    let mut entries: Vec<(Sign, String)> = Vec::new();
    let mut entry = |sign, text: &str| entries.push((sign, text.to_owned()));
    if places.iter().any(|place| place.host_at_home && !place.hollow) {
        entry(Sign::Ring, word(Word::HostAtHome));
    }
    // Several places may share a mark, which shows their number.
    if places.len() > 1 || places.iter().any(has_number) {
        entry(Sign::Count, &say(Message::NumberAtPlace(scene.state.rule.unit)));
    }
    if places.iter().any(|place| place.summit) {
        entry(Sign::Summit, word(Word::Summit));
    }
    if let Some(hollow) = places.iter().find(|place| place.hollow) {
        entry(Sign::Hollow(hollow.status), word(Word::CountryOnly));
    }
    entry(Sign::Hatch, word(Word::ContestedArea));
    entries
}
