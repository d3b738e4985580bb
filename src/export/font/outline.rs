//! The outlines of glyphs as lines and curves.

use crate::picture::text::{Family, Weight};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// A step of an outline, in ems from the left end of the baseline, upwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Begins a ring.
    Move([f32; 2]),
    /// A straight line.
    Line([f32; 2]),
    /// A quadratic Bézier curve, its control point first.
    Curve([f32; 2], [f32; 2]),
    /// Ends a ring.
    Close,
}

/// The outline of a glyph; none for a blank.
#[must_use]
pub fn outline(family: Family, weight: Weight, glyph: u16) -> Vec<Step> {
    let font = FontRef::new(family.font(weight)).expect("a test reads the bundled fonts");
    let em = f32::from(super::metrics(family, weight).em);
    let mut steps = Steps { em, all: Vec::new() };
    if let Some(outline) = font.outline_glyphs().get(GlyphId::new(u32::from(glyph))) {
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        outline.draw(settings, &mut steps).expect("a test reads the bundled fonts");
    }
    steps.all
}

/// The glyph of a letter; `None` if the font lacks it.
#[must_use]
pub fn glyph_of(family: Family, weight: Weight, letter: char) -> Option<u16> {
    let font = FontRef::new(family.font(weight)).expect("a test reads the bundled fonts");
    font.charmap().map(letter).map(|glyph| glyph.to_u32() as u16)
}

struct Steps {
    em: f32,
    all: Vec<Step>,
}

impl Steps {
    fn at(&self, x: f32, y: f32) -> [f32; 2] {
        [x / self.em, y / self.em]
    }
}

impl OutlinePen for Steps {
    fn move_to(&mut self, x: f32, y: f32) {
        self.all.push(Step::Move(self.at(x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.all.push(Step::Line(self.at(x, y)));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.all.push(Step::Curve(self.at(cx, cy), self.at(x, y)));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        // Outlines of TrueType have no cubic curves; one is drawn as the quadratic that is nearest to it.
        let last = match self.all.last() {
            Some(Step::Move(at) | Step::Line(at) | Step::Curve(_, at)) => *at,
            Some(Step::Close) | None => [0.0; 2],
        };
        let (a, b, end) = (self.at(cx0, cy0), self.at(cx1, cy1), self.at(x, y));
        let control = [0, 1].map(|i| (3.0 * (a[i] + b[i]) - last[i] - end[i]) / 4.0);
        self.all.push(Step::Curve(control, end));
    }

    fn close(&mut self) {
        self.all.push(Step::Close);
    }
}
