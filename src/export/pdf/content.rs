//! The content of a PDF's page: the marks of a picture as its operators draw them.

use super::fonts::{Fonts, advance, resource};
use crate::export::font::outline::{Step, outline};
use crate::export::svg::land::{Sheet, Tenths};
use crate::export::svg::letters::{HALO, left_end};
use crate::export::svg::taper;
use crate::globe::land::Land;
use crate::globe::view::{Point, Rect};
use crate::page::DOTS_PER_POINT;
use crate::picture::look::Colour;
use crate::picture::text::{Family, Glyph, Weight, glyphs, visual_pieces};
use crate::picture::{Dash, Group, Mark, Picture, Shape, Stroke};
use pdf_writer::types::{LineCapStyle, LineJoinStyle};
use pdf_writer::{Content, Name, Str, TextStr};
use std::collections::BTreeSet;

/// A page that is painted.
pub struct Painted {
    /// Its operators.
    pub content: Vec<u8>,
    /// The fonts that it sets.
    pub fonts: Fonts,
    /// How opaque its colours are, 255 being opaque, which needs no state.
    pub alphas: BTreeSet<u8>,
    /// The groups of marks in the order of drawing. The number of each is that of its marked content.
    pub groups: Vec<Group>,
}

/// How a page names the state in which colours are so opaque.
#[must_use]
pub fn alpha_name(alpha: u8) -> String {
    format!("A{alpha}")
}

/// Paints a picture, `stretch` points of print to one of its own.
#[must_use]
pub fn paint(picture: &Picture, stretch: f32) -> Painted {
    let mut painter =
        Painter { content: Content::new(), fonts: Fonts::default(), alphas: BTreeSet::new(), alpha: 255 };
    // The page has its origin at the lower left, and y goes up.
    painter.content.transform([stretch, 0.0, 0.0, -stretch, 0.0, picture.height * stretch]);
    painter.content.set_line_join(LineJoinStyle::RoundJoin);
    let mut groups = Vec::new();
    let mut marks = &picture.marks[..];
    while let Some(Mark { group, .. }) = marks.first() {
        let of_group = marks.iter().take_while(|mark| mark.group == *group).count();
        let tag = if group.is_map() { Name(b"Figure") } else { Name(b"P") };
        let mut marked = painter.content.begin_marked_content_with_properties(tag);
        marked.properties().identify(i32::try_from(groups.len()).unwrap_or(i32::MAX));
        drop(marked);
        let clip = picture.clip.filter(|_| group.is_map());
        let alpha = painter.alpha;
        if let Some(clip) = clip {
            painter.begin_clip(clip);
        }
        for mark in &marks[..of_group] {
            painter.mark(picture, &mark.shape);
        }
        if clip.is_some() {
            painter.end_clip(alpha);
        }
        painter.content.end_marked_content();
        groups.push(*group);
        marks = &marks[of_group..];
    }
    let Painter { content, fonts, alphas, alpha: _ } = painter;
    Painted { content: content.finish().into_vec(), fonts, alphas, groups }
}

struct Painter {
    content: Content,
    fonts: Fonts,
    alphas: BTreeSet<u8>,
    /// How opaque what is drawn next is.
    alpha: u8,
}

/// A number as the page has it: to a hundredth of a point. What is no number is 0.
fn short(number: f32) -> f32 {
    let hundredths = (number * 100.0).round();
    if hundredths.is_finite() { hundredths / 100.0 } else { 0.0 }
}

fn shares(colour: Colour) -> [f32; 3] {
    [colour.r, colour.g, colour.b].map(|part| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0)
}

impl Painter {
    /// Draws nothing outside a rectangle from now on.
    fn begin_clip(&mut self, Rect { min, max }: Rect) {
        self.content.save_state();
        self.content.rect(short(min.x), short(min.y), short(max.x - min.x), short(max.y - min.y));
        self.content.clip_nonzero();
        self.content.end_path();
    }

    /// Draws everywhere again, as opaque as before the clip began.
    fn end_clip(&mut self, alpha: u8) {
        self.content.restore_state();
        self.alpha = alpha;
    }

    fn mark(&mut self, picture: &Picture, shape: &Shape) {
        match shape {
            Shape::Land { land, fills, border } => self.land(picture, land, fills, *border),
            Shape::Hatch { rings: _, lines, step: _, phase: _, stroke } => {
                if self.stroke(*stroke) {
                    for line in lines {
                        self.line(line);
                    }
                    self.content.stroke();
                }
            }
            Shape::Line { points, width, colour, dash } => {
                if (width[0] - width[1]).abs() < 0.005 {
                    self.even_line(points, Stroke { width: width[0], colour: *colour }, *dash);
                } else if self.fill(*colour) {
                    let rings = taper::outline(points, *width, *dash, [picture.width, picture.height]);
                    for ring in &rings {
                        self.ring(ring);
                    }
                    self.content.fill_nonzero();
                }
            }
            Shape::Polygon { points, fill } => {
                if self.fill(*fill) {
                    self.ring(points);
                    self.content.fill_nonzero();
                }
            }
            Shape::Disc { centre, radius, fill, stroke } => {
                let square = Rect::around(*centre, *radius, *radius);
                self.panel(square, *radius, *fill, *stroke);
            }
            Shape::Panel { rect, corner, fill, stroke } => self.panel(*rect, *corner, *fill, *stroke),
            Shape::Text { at, anchor, text, size, weight, colour, halo } => {
                let at = left_end(*at, *anchor, text, *size, *weight);
                if let Some(halo) = halo.filter(|halo| halo.a > 0) {
                    self.stroke(Stroke { width: 2.0 * HALO, colour: halo });
                    self.halo(at, text, *size, *weight);
                }
                if self.fill(*colour) {
                    self.text(at, text, *size, *weight);
                }
            }
        }
    }

    /// Sets how opaque what follows is.
    fn opaque(&mut self, alpha: u8) {
        if alpha != self.alpha {
            self.alpha = alpha;
            self.alphas.insert(alpha);
            self.content.set_parameters(Name(alpha_name(alpha).as_bytes()));
        }
    }

    /// Sets the colour that areas are filled with; false if nothing would be seen.
    fn fill(&mut self, colour: Colour) -> bool {
        if colour.a == 0 {
            return false;
        }
        self.opaque(colour.a);
        let [r, g, b] = shares(colour);
        self.content.set_fill_rgb(r, g, b);
        true
    }

    /// Sets how lines are drawn; false if nothing would be seen.
    fn stroke(&mut self, Stroke { width, colour }: Stroke) -> bool {
        if colour.a == 0 || width <= 0.0 {
            return false;
        }
        self.opaque(colour.a);
        let [r, g, b] = shares(colour);
        self.content.set_stroke_rgb(r, g, b).set_line_width(short(width));
        true
    }

    fn line(&mut self, points: &[Point]) {
        for (number, at) in points.iter().enumerate() {
            let (x, y) = (short(at.x), short(at.y));
            if number == 0 {
                self.content.move_to(x, y)
            } else {
                self.content.line_to(x, y)
            };
        }
    }

    fn ring(&mut self, points: &[Point]) {
        if !points.is_empty() {
            self.line(points);
            self.content.close_path();
        }
    }

    /// Solid lines end round, broken ones flat, as in SVG.
    fn even_line(&mut self, points: &[Point], stroke: Stroke, dash: Dash) {
        if points.is_empty() || !self.stroke(stroke) {
            return;
        }
        match dash.lengths() {
            None => {
                self.content.set_line_cap(LineCapStyle::RoundCap);
                self.line(points);
                self.content.stroke().set_line_cap(LineCapStyle::ButtCap);
            }
            Some(lengths) => {
                self.content.set_dash_pattern(lengths, 0.0);
                self.line(points);
                self.content.stroke().set_dash_pattern([], 0.0);
            }
        }
    }

    fn land(&mut self, picture: &Picture, land: &Land, fills: &[Colour], border: Stroke) {
        let sheet = Sheet::new(picture, land, DOTS_PER_POINT);
        let run = |content: &mut Content, points: &[Tenths]| {
            for (number, at) in points.iter().enumerate() {
                let [x, y] = at.map(|tenths| short(tenths as f32 / 10.0));
                if number == 0 {
                    content.move_to(x, y)
                } else {
                    content.line_to(x, y)
                };
            }
        };
        for (area, &fill) in fills.iter().enumerate().take(land.areas.len()) {
            let rings = sheet.rings(area);
            if !rings.is_empty() && self.fill(fill) {
                for ring in &rings {
                    run(&mut self.content, ring);
                    self.content.close_path();
                }
                self.content.fill_even_odd();
            }
        }
        if self.stroke(border) {
            for line in &sheet.borders() {
                run(&mut self.content, line);
            }
            self.content.stroke();
        }
    }

    /// A rectangle with round corners, or a disc; filled and then stroked, each as opaque as it is.
    fn panel(&mut self, rect: Rect, corner: f32, fill: Colour, stroke: Stroke) {
        if self.fill(fill) {
            self.round_rectangle(rect, corner);
            self.content.fill_nonzero();
        }
        if self.stroke(stroke) {
            self.round_rectangle(rect, corner);
            self.content.stroke();
        }
    }

    /// The path of a rectangle whose corners are quarters of circles, each a cubic curve off by less than
    /// 0.03 % of its radius.
    fn round_rectangle(&mut self, rect: Rect, corner: f32) {
        const ROUND: f32 = 0.552_284_8;
        let [left, top, right, bottom] = [rect.min.x, rect.min.y, rect.max.x, rect.max.y].map(short);
        let corner = short(corner).min((right - left) / 2.0).min((bottom - top) / 2.0).max(0.0);
        if corner <= 0.0 {
            self.content.rect(left, top, short(right - left), short(bottom - top));
            return;
        }
        let bend = corner * (1.0 - ROUND);
        self.content.move_to(short(left + corner), top).line_to(short(right - corner), top);
        let curves = [
            [[right - bend, top], [right, top + bend], [right, top + corner]],
            [[right, bottom - bend], [right - bend, bottom], [right - corner, bottom]],
            [[left + bend, bottom], [left, bottom - bend], [left, bottom - corner]],
            [[left, top + bend], [left + bend, top], [left + corner, top]],
        ];
        let sides = [[right, bottom - corner], [left + corner, bottom], [left, top + corner]];
        for (number, curve) in curves.into_iter().enumerate() {
            let [a, b, end] = curve.map(|at| at.map(short));
            self.content.cubic_to(a[0], a[1], b[0], b[1], end[0], end[1]);
            if let Some(side) = sides.get(number) {
                self.content.line_to(short(side[0]), short(side[1]));
            }
        }
        self.content.close_path();
    }

    /// The edges of a text's letters, as lines: as text, a reader would find each name twice.
    fn halo(&mut self, at: Point, text: &str, size: f32, weight: Weight) {
        for glyph in glyphs(text, weight) {
            let on_page = |[x, y]: [f32; 2]| {
                let at = [at.x + (glyph.at[0] + x) * size, at.y - (glyph.at[1] + y) * size];
                at.map(short)
            };
            let mut last = [0.0; 2];
            for step in outline(glyph.family, weight, glyph.id) {
                match step {
                    Step::Move(to) => {
                        last = to;
                        let [x, y] = on_page(to);
                        self.content.move_to(x, y);
                    }
                    Step::Line(to) => {
                        last = to;
                        let [x, y] = on_page(to);
                        self.content.line_to(x, y);
                    }
                    Step::Curve(control, to) => {
                        // The same curve with two control points.
                        let near = |end: [f32; 2]| [0, 1].map(|i| end[i] + 2.0 / 3.0 * (control[i] - end[i]));
                        let [a, b, end] = [near(last), near(to), to].map(on_page);
                        self.content.cubic_to(a[0], a[1], b[0], b[1], end[0], end[1]);
                        last = to;
                    }
                    Step::Close => {
                        self.content.close_path();
                    }
                }
            }
        }
        self.content.stroke();
    }

    fn text(&mut self, at: Point, text: &str, size: f32, weight: Weight) {
        let (glyphs, weight) = (glyphs(text, weight), weight.file());
        let is_clear = self.take_letters(text, weight, &glyphs);
        let actual = Some(text).filter(|_| !is_clear);
        if let Some(actual) = actual {
            let mut span = self.content.begin_marked_content_with_properties(Name(b"Span"));
            span.properties().actual_text(TextStr(actual));
        }
        self.content.begin_text();
        self.content.set_text_matrix([1.0, 0.0, 0.0, -1.0, short(at.x), short(at.y)]);
        let mut pen = 0.0;
        let mut font = None;
        for run in glyphs.chunk_by(|a, b| a.family == b.family && same(a.at[1], b.at[1])) {
            let Glyph { family, at: [_, rise], .. } = run[0];
            if font != Some(family) {
                font = Some(family);
                self.content.set_font(Name(resource(family, weight).as_bytes()), size);
            }
            self.content.set_rise(short(rise * size));
            pen = self.run(run, family, weight, pen);
        }
        self.content.set_rise(0.0).end_text();
        if actual.is_some() {
            self.content.end_marked_content();
        }
    }

    /// Shows glyphs of one font on one line, and gives where the pen is then, in ems.
    fn run(&mut self, run: &[Glyph], family: Family, weight: Weight, mut pen: f32) -> f32 {
        let mut shown = self.content.show_positioned();
        let mut items = shown.items();
        let mut waiting: Vec<u8> = Vec::new();
        for glyph in run {
            if !same(glyph.at[0], pen) {
                if !waiting.is_empty() {
                    items.show(Str(&waiting));
                    waiting.clear();
                }
                items.adjust(-(1000.0 * (glyph.at[0] - pen)).round());
            }
            waiting.extend(glyph.id.to_be_bytes());
            pen = glyph.at[0] + advance(family, weight, glyph.id);
        }
        items.show(Str(&waiting));
        pen
    }

    /// Notes which letters the glyphs stand for. False if the letters cannot be told from the glyphs, one
    /// after the other.
    fn take_letters(&mut self, text: &str, weight: Weight, glyphs: &[Glyph]) -> bool {
        let begins: BTreeSet<usize> = glyphs.iter().map(|glyph| glyph.cluster).collect();
        let mut is_clear = visual_pieces(text) == [text] && glyphs.is_sorted_by_key(|glyph| glyph.cluster);
        let mut done = BTreeSet::new();
        for glyph in glyphs {
            let end = begins.range(glyph.cluster + 1..).next().copied().unwrap_or(text.len());
            let letters = if done.insert(glyph.cluster) { &text[glyph.cluster..end] } else { "" };
            let letters: String = letters.chars().filter(|letter| !letter.is_control()).collect();
            let known = self.fonts.entry((glyph.family, weight)).or_default();
            let known = known.entry(glyph.id).or_insert_with(|| letters.clone());
            is_clear &= *known == letters && glyph.id != 0;
        }
        is_clear
    }
}

/// Whether two lengths in ems are the same on the page.
fn same(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.000_4
}
