//! What stands around the map: title and sentence above it, legend and attribution on it.

use super::lines::width as line_width;
use super::look::{Look, dash, size};
use super::sheet::{Sheet, overlap};
use super::text::{Weight, width};
use super::wrap::wrapped;
use super::{Anchor, Dash, Shape, Stroke};
use crate::globe::borders;
use crate::globe::view::{Point, Rect};
use crate::meeting::Status;

/// Space between the page's edge and what stands on it.
pub const MARGIN: f32 = 20.0;

/// The header: the title's and the sentence's lines, and how high that is.
#[derive(Clone, Debug)]
pub struct Header {
    title: Vec<String>,
    sentence: Vec<String>,
    /// Height in points.
    pub height: f32,
}

impl Header {
    /// Breaks title and sentence to the page's width.
    #[must_use]
    pub fn new(title: &str, sentence: &str, page_width: f32) -> Self {
        let room = page_width - 2.0 * MARGIN;
        let title = wrapped(title, size::TITLE, Weight::SemiBold, room);
        let sentence = wrapped(sentence, size::VENUE, Weight::Regular, room);
        let height = 12.0 + title.len() as f32 * 24.0 + sentence.len() as f32 * 18.0 + 10.0;
        Self { title, sentence, height }
    }

    /// Draws the band with its text.
    pub fn draw(self, sheet: &mut Sheet) {
        let look = sheet.look;
        let rect = Rect { min: Point::default(), max: Point { x: sheet.scene.size[0], y: self.height } };
        sheet.draw(Shape::Panel { rect, corner: 0.0, fill: look.paper, stroke: Stroke::default() });
        let mut y = 12.0;
        for (line, size, weight, colour, step) in
            self.title.into_iter().map(|line| (line, size::TITLE, Weight::SemiBold, look.ink, 24.0)).chain(
                self.sentence
                    .into_iter()
                    .map(|line| (line, size::VENUE, Weight::Regular, look.quiet_ink, 18.0)),
            )
        {
            let at = Point { x: MARGIN, y: y + step * 0.72 };
            sheet.draw(Shape::Text {
                at,
                anchor: Anchor::Start,
                text: line,
                size,
                weight,
                colour,
                halo: None,
            });
            y += step;
        }
    }
}

/// The border policy, and where map and places are from, in words; part of every picture.
#[must_use]
pub fn attribution(projection: &str) -> [String; 2] {
    [
        format!("{projection} projection. {}", borders::WORDING),
        "Made with Natural Earth. Contains data from GeoNames (geonames.org), CC BY 4.0; modified."
            .to_owned(),
    ]
}

/// The attribution's lines and the rectangle they take, at the lower right.
#[derive(Clone, Debug)]
pub struct Attribution {
    lines: Vec<String>,
    rect: Rect,
}

impl Attribution {
    /// Breaks the text and takes its place on the sheet.
    pub fn place(sheet: &mut Sheet) -> Self {
        let sentences = attribution(sheet.scene.state.projection.name());
        let pane = sheet.pane;
        let room = ((pane.max.x - pane.min.x) * 0.56)
            .clamp(240.0, 640.0)
            .min(pane.max.x - pane.min.x - 2.0 * MARGIN);
        let lines: Vec<String> =
            sentences.iter().flat_map(|text| wrapped(text, size::NOTE, Weight::Regular, room)).collect();
        let widest = lines.iter().map(|line| width(line, size::NOTE, Weight::Regular)).fold(0.0, f32::max);
        let high = lines.len() as f32 * 13.0 + 8.0;
        let rect = Rect {
            min: Point { x: pane.max.x - widest - 16.0, y: pane.max.y - high },
            max: Point { x: pane.max.x, y: pane.max.y },
        };
        sheet.taken.push(rect);
        Self { lines, rect }
    }

    /// Draws the lines, the last at the very bottom.
    pub fn draw(self, sheet: &mut Sheet) {
        let look = sheet.look;
        let fill = look.paper.faded(0.78);
        sheet.draw(Shape::Panel { rect: self.rect, corner: 0.0, fill, stroke: Stroke::default() });
        for (i, text) in self.lines.into_iter().enumerate() {
            let at = Point { x: self.rect.max.x - 8.0, y: self.rect.min.y + 13.5 + i as f32 * 13.0 };
            let (size, weight, colour) = (size::NOTE, Weight::Regular, look.quiet_ink);
            sheet.draw(Shape::Text { at, anchor: Anchor::End, text, size, weight, colour, halo: None });
        }
    }
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
    Hollow,
    Hatch,
}

const SYMBOL: f32 = 30.0;
const ENTRY_GAP: f32 = 16.0;
const ROW: f32 = 19.0;
const PAD: f32 = 12.0;
const HEADING: &str = "Journeys from capitals to the venue; thickness: number of meetings";

/// The legend: only what is in view, with real numbers, and the rectangle it takes in the quietest corner.
#[derive(Clone, Debug)]
pub struct Legend {
    rows: Vec<Vec<Entry>>,
    heading: Vec<String>,
    rect: Rect,
}

impl Legend {
    /// Lays out the entries and takes their place on the sheet; none if nothing is shown.
    pub fn place(sheet: &mut Sheet, attribution: &Attribution) -> Option<Self> {
        let entries = entries(sheet);
        if entries.is_empty() {
            return None;
        }
        let room = (sheet.pane.max.x - sheet.pane.min.x - 2.0 * MARGIN).min(400.0);
        let heading = wrapped(HEADING, size::SMALL, Weight::Regular, room - 2.0 * PAD);
        let mut rows: Vec<Vec<Entry>> = Vec::new();
        let mut widest: f32 =
            heading.iter().map(|line| width(line, size::SMALL, Weight::Regular)).fold(0.0, f32::max);
        for group in entries {
            let mut run = f32::MAX;
            for entry in group {
                let wide = entry_width(&entry);
                if run + ENTRY_GAP + wide > room - 2.0 * PAD {
                    rows.push(Vec::new());
                    run = -ENTRY_GAP;
                }
                run += ENTRY_GAP + wide;
                widest = widest.max(run);
                rows.last_mut().expect("a row was begun above").push(entry);
            }
        }
        let high = (heading.len() + rows.len()) as f32 * ROW + 1.5 * PAD;
        let rect = quietest_corner(sheet, attribution, [widest + 2.0 * PAD, high]);
        sheet.taken.push(rect);
        Some(Self { rows, heading, rect })
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

fn entry_width(entry: &Entry) -> f32 {
    SYMBOL + 6.0 + width(&entry.text, size::SMALL, Weight::Regular)
}

fn words(sheet: &mut Sheet, text: String, x: f32, middle: f32, colour: super::look::Colour) {
    let at = Point { x, y: middle + size::SMALL * 0.36 };
    let (size, weight) = (size::SMALL, Weight::Regular);
    sheet.draw(Shape::Text { at, anchor: Anchor::Start, text, size, weight, colour, halo: None });
}

/// The entries by group: thickness, status, places.
fn entries(sheet: &Sheet) -> Vec<Vec<Entry>> {
    let journeys = &sheet.scene.shown.journeys;
    if journeys.places.is_empty() && journeys.lines.is_empty() {
        return Vec::new();
    }
    let most = journeys.lines.iter().map(|line| line.rows.len()).max().unwrap_or(0);
    let mut weights = vec![1, most.div_ceil(3).max(1), most];
    weights.dedup();
    let entry = |symbol, text: &str| Entry { symbol, text: text.to_owned() };
    let mut groups = Vec::new();
    if most > 0 {
        groups.push(weights.into_iter().map(|n| entry(Symbol::Weight(n), &n.to_string())).collect());
    }
    let in_view = |status: Status| {
        sheet.scene.shown.rows.iter().any(|&row| sheet.scene.meetings.get(row).status == status)
    };
    groups.push(
        Status::ALL.into_iter().filter(|s| in_view(*s)).map(|s| entry(Symbol::Status(s), s.name())).collect(),
    );
    let mut places = Vec::new();
    if journeys.places.iter().any(|place| place.host_at_home && !place.hollow) {
        places.push(entry(Symbol::Ring, "host at home"));
    }
    if journeys.places.iter().any(|place| place.rows.len() > 1) {
        places.push(entry(Symbol::Count, "meetings at one place"));
    }
    if journeys.places.iter().any(|place| place.hollow) {
        places.push(entry(Symbol::Hollow, "place known only to its country"));
    }
    places.push(entry(Symbol::Hatch, "disputed area"));
    groups.push(places);
    groups
}

/// The lower left, upper left or upper right corner of the pane, where it covers the fewest venues and lines. Once the user has
/// moved the map it stays at the lower left.
fn quietest_corner(sheet: &Sheet, attribution: &Attribution, [wide, high]: [f32; 2]) -> Rect {
    let pane = sheet.pane;
    let rect = |x: f32, y: f32| Rect { min: Point { x, y }, max: Point { x: x + wide, y: y + high } };
    let left = pane.min.x + 16.0;
    let mut low = pane.max.y - high - 16.0;
    if overlap(rect(left, low), attribution.rect) {
        low = attribution.rect.min.y - high - 8.0;
    }
    let corners =
        [rect(left, low), rect(left, pane.min.y + 16.0), rect(pane.max.x - wide - 16.0, pane.min.y + 16.0)];
    if sheet.scene.state.view.is_some() {
        return corners[0];
    }
    let ink = |corner: &Rect| {
        let under = |points: &[Point]| points.iter().filter(|point| corner.contains(**point)).count();
        let lines: usize = sheet.courses.iter().map(|course| under(course)).sum();
        lines + 50 * sheet.taken.iter().filter(|taken| overlap(**taken, *corner)).count()
    };
    let best = corners.iter().enumerate().min_by_key(|(i, corner)| (ink(corner), *i));
    best.map_or(corners[0], |(_, corner)| *corner)
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
            sheet.draw(line(vec![at, right], [(weight * 0.4).max(0.6), weight], look.held, Dash::Solid));
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
        Symbol::Hollow => super::places::dashed_ring(sheet, centre, 5.5, look.planned, None),
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
