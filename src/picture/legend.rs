//! The legend: only the classes of the meetings shown, with real numbers, at the lower left of every picture.

use super::lines::width as line_width;
use super::look::{Look, dash, size};
use super::places::dashed_ring;
use super::sheet::{Scene, Sheet, overlap};
use super::text::{Weight, width};
use super::wrap::wrapped;
use super::{Anchor, Dash, Shape, Stroke};
use crate::globe::view::{Point, Rect};
use crate::meeting::Status;

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
    symbol: Symbol,
    text: String,
}

#[derive(Clone, Copy, Debug)]
enum Symbol {
    Weight(usize),
    Status(Status),
    Ring,
    Count,
    Hollow(Status),
    Hatch,
}

const SYMBOL: f32 = 30.0;
const ENTRY_GAP: f32 = 16.0;
const ROW: f32 = 19.0;
const PAD: f32 = 12.0;
/// The share of the pane that the legend may cover; on smaller pages there is none.
const MOST_COVERED: f32 = 0.2;
/// What the lines are, by the counting rule in force.
const HEADING: &str = "Journeys from capitals to the venue";
/// What their thickness says, where it differs.
const THICKNESS: &str = "; thickness: number of meetings";

impl Legend {
    /// Lays out the entries; none if nothing is drawn, or if the legend would hide the map.
    #[must_use]
    pub fn new(scene: &Scene, pane: Rect, attribution: Rect) -> Option<Self> {
        let room = (pane.width() - 32.0).min(400.0) - 2.0 * PAD;
        let several = scene.shown.ties.lines.iter().any(|line| line.rows.len() > 1);
        let heading = format!("{HEADING}{}", if several { THICKNESS } else { "" });
        let heading = wrapped(&heading, size::SMALL, Weight::Regular, room);
        let rows = in_rows(entries(scene), room);
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
                symbol(sheet, entry.symbol, Point { x, y: middle });
                let wide = entry_width(&entry);
                words(sheet, entry.text, x + SYMBOL + 6.0, middle, look.ink);
                x += wide + ENTRY_GAP;
            }
            middle += ROW;
        }
    }
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

/// The entries by group: thickness, status, places.
fn entries(scene: &Scene) -> Vec<Vec<Entry>> {
    let ties = &scene.shown.ties;
    if ties.places.is_empty() && ties.lines.is_empty() {
        return Vec::new();
    }
    let most = ties.lines.iter().map(|line| line.rows.len()).max().unwrap_or(0);
    let mut weights = vec![1, most.div_ceil(3).max(1), most];
    weights.dedup();
    let entry = |symbol, text: &str| Entry { symbol, text: text.to_owned() };
    let mut groups = Vec::new();
    if most > 1 {
        groups.push(weights.into_iter().map(|n| entry(Symbol::Weight(n), &n.to_string())).collect());
    }
    let in_view =
        |status: Status| scene.shown.rows.iter().any(|&row| scene.meetings.get(row).status == status);
    groups.push(
        Status::ALL.into_iter().filter(|s| in_view(*s)).map(|s| entry(Symbol::Status(s), s.name())).collect(),
    );
    let mut places = Vec::new();
    if ties.places.iter().any(|place| place.host_at_home && !place.hollow) {
        places.push(entry(Symbol::Ring, "host at home"));
    }
    if ties.places.iter().any(|place| place.meetings > 1) {
        places.push(entry(Symbol::Count, "meetings at one place"));
    }
    if let Some(hollow) = ties.places.iter().find(|place| place.hollow) {
        places.push(entry(Symbol::Hollow(hollow.status), "place known only to its country"));
    }
    places.push(entry(Symbol::Hatch, "disputed area"));
    groups.push(places);
    groups
}

/// Draws a legend's symbol in a box of [`SYMBOL`] points, `at` being the middle of its left side.
fn symbol(sheet: &mut Sheet, symbol: Symbol, at: Point) {
    let look = sheet.look;
    let right = Point { x: at.x + SYMBOL, y: at.y };
    let centre = Point { x: at.x + SYMBOL / 2.0, y: at.y };
    let line = |points, width, colour, dash| Shape::Line { points, width, colour, dash };
    match symbol {
        Symbol::Weight(n) => {
            let weight = line_width(n);
            sheet.draw(line(vec![at, right], [(weight * 0.4).max(0.6), weight], look.quiet_ink, Dash::Solid));
        }
        Symbol::Status(status) => {
            sheet.draw(line(vec![at, right], [1.6, 1.6], look.status(status), dash(status)));
            if status == Status::Cancelled {
                let points = vec![
                    Point { x: centre.x - 4.0, y: at.y + 4.0 },
                    Point { x: centre.x + 4.0, y: at.y - 4.0 },
                ];
                sheet.draw(line(points, [1.6, 1.6], look.cancelled, Dash::Solid));
            }
        }
        Symbol::Ring => disc(sheet, &look, centre, 5.5, true),
        Symbol::Count => {
            disc(sheet, &look, centre, 8.0, false);
            let text = "n".to_owned();
            let at = Point { x: centre.x, y: centre.y + size::NOTE * 0.33 };
            let (size, weight, colour) = (size::NOTE, Weight::SemiBold, look.ink);
            sheet.draw(Shape::Text { at, anchor: Anchor::Middle, text, size, weight, colour, halo: None });
        }
        Symbol::Hollow(status) => dashed_ring(sheet, centre, 5.5, look.status(status), None),
        Symbol::Hatch => hatch(sheet, at),
    }
}

fn disc(sheet: &mut Sheet, look: &Look, centre: Point, radius: f32, dot: bool) {
    let stroke = Stroke { width: 1.8, colour: look.venue };
    sheet.draw(Shape::Disc { centre, radius, fill: look.paper, stroke });
    if dot {
        sheet.draw(Shape::Disc { centre, radius: 2.3, fill: look.held, stroke: Stroke::default() });
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
