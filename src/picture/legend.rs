//! The legend: only the classes of the meetings shown, with real numbers, at the lower left of every picture.

use super::amounts::{Amount, amounts};
use super::attribution::NARROW;
use super::cues::{Cue, Cues, mark_colour};
use super::look::{Look, dash, size};
use super::places::{dashed_ring, has_number};
use super::sheet::{Scene, Sheet, overlap};
use super::strand::{Strand, Widths, begin_width, strands};
use super::symbol::Symbol;
use super::text::{Weight, width};
use super::wrap::wrapped;
use super::{Anchor, Dash, Shape, Stroke};
use crate::globe::view::{Point, Rect};
use crate::meeting::Status;
use crate::query::place::Place;
use crate::query::question::grouping::GroupBy;
use crate::query::question::reading::Reading;
use crate::query::tie::TieKey;
use crate::state::State;
use crate::words::message::{LegendHeading, Message, Word};
use crate::words::{say, word};

/// The legend's entries, row by row, and the rectangle they take.
#[derive(Clone, Debug)]
pub struct Legend {
    rows: Vec<Vec<Entry>>,
    heading: Vec<String>,
    /// At the lower left of the pane, above the attribution where the two would meet.
    pub rect: Rect,
}

/// One entry of the legend: a small drawing and its words.
#[derive(Clone, Debug)]
struct Entry {
    sign: Sign,
    text: String,
}

#[derive(Clone, Debug)]
enum Sign {
    /// A line of this width.
    Weight(f32),
    Class(Cue),
    Status(Status),
    Amount(Amount),
    Ring,
    Count,
    Summit,
    Hollow(Status),
    Hatch,
}

const SYMBOL: f32 = 30.0;
const ENTRY_GAP: f32 = 16.0;
const ROW: f32 = 19.0;
const PAD: f32 = 12.0;
/// The share of the pane that the legend may cover; on smaller pages there is none.
const MOST_COVERED: f32 = 0.2;

impl Legend {
    /// Lays out the entries; none if nothing is drawn, or if the legend would hide the map.
    #[must_use]
    pub fn new(scene: &Scene, pane: Rect, attribution: Rect) -> Option<Self> {
        let room = if pane.width() < NARROW { pane.width() - 32.0 } else { 400.0 } - 2.0 * PAD;
        let strands = strands(scene);
        let heading = wrapped(&heading(scene, &strands), size::SMALL, Weight::Regular, room);
        let rows = in_rows(entries(scene, &strands), room);
        if rows.is_empty() {
            return None;
        }
        let widths = heading.iter().map(|line| width(line, size::SMALL, Weight::Regular));
        let widest = widths.chain(rows.iter().map(|row| row_width(row))).fold(0.0, f32::max);
        let wide = widest + 2.0 * PAD;
        let high = (heading.len() + rows.len()) as f32 * ROW + 1.5 * PAD;
        let at = |bottom: f32| {
            let min = Point { x: pane.min.x + 16.0, y: bottom - high };
            Rect { min, max: Point { x: min.x + wide, y: bottom } }
        };
        let mut rect = at(pane.max.y - 16.0);
        if overlap(rect, attribution) {
            rect = at(attribution.min.y - 8.0);
        }
        let covered = wide * high / (pane.width() * pane.height());
        (covered <= MOST_COVERED).then_some(Self { rows, heading, rect })
    }

    /// Draws it.
    pub fn draw(self, sheet: &mut Sheet) {
        let look = sheet.look;
        let stroke = Stroke { width: 1.0, colour: look.hairline };
        let fill = look.paper.faded(0.94);
        sheet.draw(Shape::Panel { rect: self.rect, corner: 6.0, fill, stroke });
        let mut middle = self.rect.min.y + PAD * 0.75 + ROW / 2.0;
        for line in self.heading {
            words(sheet, line, self.rect.min.x + PAD, middle, look.quiet_ink);
            middle += ROW;
        }
        for row in self.rows {
            let mut x = self.rect.min.x + PAD;
            for entry in row {
                draw_sign(sheet, &entry.sign, Point { x, y: middle });
                let wide = entry_width(&entry);
                words(sheet, entry.text, x + SYMBOL + 6.0, middle, look.ink);
                x += wide + ENTRY_GAP;
            }
            middle += ROW;
        }
    }
}

/// What the lines are, by what rule they are counted, and what their colour says.
fn heading(scene: &Scene, strands: &[Strand]) -> String {
    let State { reading, rule, drawing, .. } = scene.state;
    // Of many meetings, stars are drawn where there is room for them.
    let is_merged =
        |strand: &Strand| *reading == Reading::Stars && matches!(strand.tie.key, TieKey::Journey(_));
    say(Message::LegendHeading(LegendHeading {
        reading: *reading,
        rule: *rule,
        widths_differ: strands.windows(2).any(|pair| pair[0].weight != pair[1].weight),
        crowded: strands.iter().any(is_merged),
        fading: scene.fading_window().is_some(),
        compared: scene.shown.changes.is_some(),
        colour: Some(drawing.colour).filter(|colour| *colour != GroupBy::Status),
    }))
}

/// Breaks each group into rows no wider than `room`.
fn in_rows(groups: Vec<Vec<Entry>>, room: f32) -> Vec<Vec<Entry>> {
    let mut rows: Vec<Vec<Entry>> = Vec::new();
    for group in groups {
        let mut row: Vec<Entry> = Vec::new();
        for entry in group {
            if !row.is_empty() && row_width(&row) + ENTRY_GAP + entry_width(&entry) > room {
                rows.push(std::mem::take(&mut row));
            }
            row.push(entry);
        }
        rows.push(row);
    }
    rows
}

fn row_width(row: &[Entry]) -> f32 {
    row.iter().map(entry_width).sum::<f32>() + ENTRY_GAP * row.len().saturating_sub(1) as f32
}

fn entry_width(entry: &Entry) -> f32 {
    SYMBOL + 6.0 + width(&entry.text, size::SMALL, Weight::Regular)
}

fn words(sheet: &mut Sheet, text: String, x: f32, middle: f32, colour: super::look::Colour) {
    let at = Point { x, y: middle + size::SMALL * 0.36 };
    let (size, weight) = (size::SMALL, Weight::Regular);
    sheet.draw(Shape::Text { at, anchor: Anchor::Start, text, size, weight, colour, halo: None });
}

/// The entries by group: thickness, classes of colour, statuses, amounts, places.
fn entries(scene: &Scene, strands: &[Strand]) -> Vec<Vec<Entry>> {
    let ties = &scene.shown.ties;
    if ties.places.is_empty() && ties.lines.is_empty() {
        return Vec::new();
    }
    let look = Look::of(scene.state.theme);
    let entry = |sign, text: &str| Entry { sign, text: text.to_owned() };
    let cues = Cues::new(scene, &look, strands).all;
    let by_class = !cues.is_empty();
    let in_view = |status: &Status| {
        strands.iter().any(|strand| strand.tie.status == *status)
            || ties.places.iter().any(|place| place.status == *status)
    };
    let mut statuses: Vec<Status> = Status::ALL.into_iter().filter(in_view).collect();
    if scene.shown.changes.is_some() || (by_class && statuses == [Status::Held]) {
        statuses.clear();
    }
    let groups = [
        weights(strands),
        cues.into_iter().map(|cue| entry(Sign::Class(cue.clone()), &cue.name)).collect(),
        statuses.into_iter().map(|status| entry(Sign::Status(status), word(Word::Status(status)))).collect(),
        amounts(scene, &look).into_iter().map(|amount| entry(Sign::Amount(amount), &amount.name())).collect(),
        places(scene),
    ];
    groups.into_iter().filter(|group| !group.is_empty()).collect()
}

/// The thinnest, a middling and the thickest line, with what they count.
fn weights(strands: &[Strand]) -> Vec<Entry> {
    let widths = Widths::of(strands);
    let most = widths.most;
    if most < 2 {
        return Vec::new();
    }
    let mut weights = vec![1, most.div_ceil(3), most];
    weights.dedup();
    let entry = |weight: usize| Entry {
        sign: Sign::Weight(widths.width(weight)),
        text: say(Message::Number(weight)),
    };
    weights.into_iter().map(entry).collect()
}

fn places(scene: &Scene) -> Vec<Entry> {
    let places = &scene.shown.ties.places;
    let mut entries: Vec<Entry> = Vec::new();
    let mut entry = |sign, text: &str| entries.push(Entry { sign, text: text.to_owned() });
    if places.iter().any(|place| place.host_at_home && !place.hollow) {
        entry(Sign::Ring, word(Word::HostAtHome));
    }
    let stars = scene.state.reading == Reading::Stars;
    let is_closed = |place: &Place| has_number(place) && (place.crowded || !stars);
    if places.iter().any(is_closed) {
        entry(Sign::Count, &say(Message::NumberAtPlace(scene.state.rule.unit)));
    }
    if places.iter().any(|place| place.summit) {
        entry(Sign::Summit, word(Word::Summit));
    }
    if let Some(hollow) = places.iter().find(|place| place.hollow) {
        entry(Sign::Hollow(hollow.status), word(Word::CountryOnly));
    }
    entry(Sign::Hatch, word(Word::DisputedArea));
    entries
}

/// Draws a legend's sign in a box of [`SYMBOL`] points, `at` being the middle of its left side.
fn draw_sign(sheet: &mut Sheet, sign: &Sign, at: Point) {
    let look = sheet.look;
    let right = Point { x: at.x + SYMBOL, y: at.y };
    let centre = Point { x: at.x + SYMBOL / 2.0, y: at.y };
    let line = |points, width, colour, dash| Shape::Line { points, width, colour, dash };
    match sign {
        Sign::Weight(weight) => {
            let travels = sheet.scene.state.reading != Reading::Relations;
            let width = [begin_width(*weight, travels), *weight];
            sheet.draw(line(vec![at, right], width, look.quiet_ink, Dash::Solid));
        }
        Sign::Class(cue) => {
            sheet.draw(line(vec![at, right], [1.6, 1.6], cue.colour, cue.dash.unwrap_or_default()));
            sheet.draw(cue.symbol.shape(Point { x: at.x + 4.0, ..at }, 3.6, cue.colour));
        }
        Sign::Status(status) => {
            let by_class = sheet.scene.state.drawing.colour != GroupBy::Status;
            let colour = if by_class { look.quiet_ink } else { look.status(*status) };
            sheet.draw(line(vec![at, right], [1.6, 1.6], colour, dash(*status)));
            if *status == Status::Cancelled {
                let points = vec![
                    Point { x: centre.x - 4.0, y: at.y + 4.0 },
                    Point { x: centre.x + 4.0, y: at.y - 4.0 },
                ];
                sheet.draw(line(points, [1.6, 1.6], colour, Dash::Solid));
            }
        }
        Sign::Amount(amount) => {
            let (min, max) =
                (Point { x: at.x + 5.0, y: at.y - 6.0 }, Point { x: at.x + 25.0, y: at.y + 6.0 });
            let stroke = Stroke { width: 0.7, colour: look.hairline };
            sheet.draw(Shape::Panel { rect: Rect { min, max }, corner: 0.0, fill: amount.fill, stroke });
        }
        Sign::Ring => disc(sheet, &look, centre, 5.5, true),
        Sign::Summit => {
            disc(sheet, &look, centre, 5.5, false);
            let hue = mark_colour(&sheet.scene.shown.question, &look, Status::Held);
            sheet.draw(Symbol::Star.shape(centre, 3.2, hue));
        }
        Sign::Count => {
            disc(sheet, &look, centre, 8.0, false);
            let text = "n".to_owned();
            let at = Point { x: centre.x, y: centre.y + size::NOTE * 0.33 };
            let (size, weight, colour) = (size::NOTE, Weight::SemiBold, look.ink);
            sheet.draw(Shape::Text { at, anchor: Anchor::Middle, text, size, weight, colour, halo: None });
        }
        Sign::Hollow(status) => {
            let hue = mark_colour(&sheet.scene.shown.question, &look, *status);
            dashed_ring(sheet, centre, 5.5, hue, None);
        }
        Sign::Hatch => hatch(sheet, at),
    }
}

fn disc(sheet: &mut Sheet, look: &Look, centre: Point, radius: f32, dot: bool) {
    let stroke = Stroke { width: 1.8, colour: look.venue };
    sheet.draw(Shape::Disc { centre, radius, fill: look.paper, stroke });
    if dot {
        let fill = mark_colour(&sheet.scene.shown.question, look, Status::Held);
        sheet.draw(Shape::Disc { centre, radius: 2.3, fill, stroke: Stroke::default() });
    }
}

fn hatch(sheet: &mut Sheet, at: Point) {
    let look = sheet.look;
    let rect =
        Rect { min: Point { x: at.x + 5.0, y: at.y - 6.0 }, max: Point { x: at.x + 25.0, y: at.y + 6.0 } };
    sheet.draw(Shape::Panel { rect, corner: 0.0, fill: look.land, stroke: Stroke::default() });
    for step in 0..4 {
        let x = rect.min.x + step as f32 * 5.0 - 1.0;
        let (from, to) = (x.max(rect.min.x), (x + 12.0).min(rect.max.x));
        let points =
            vec![Point { x: from, y: rect.max.y - (from - x) }, Point { x: to, y: rect.max.y - (to - x) }];
        sheet.draw(Shape::Line { points, width: [0.8, 0.8], colour: look.hatch, dash: Dash::Solid });
    }
}
