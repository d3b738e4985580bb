//! Text in an SVG: as text, or as the outlines of its letters.

use super::value::{Escaped, Number, Paint};
use super::{Class, Letters, StrokeAttributes};
use crate::export::font::outline::{Step, outline};
use crate::gazetteer::country::Countries;
use crate::gazetteer::language::Language;
use crate::globe::view::Point;
use crate::picture::text::{
    Family, Weight, family, glyphs, runs_from_the_right, spacing, visual_pieces, width,
};
use crate::picture::{Anchor, Mark, Picture, Shape, Stroke};
use crate::state::Target;
use std::fmt::{self, Write};

/// The bundled fonts are installed almost nowhere, so the usual sans serifs stand in for them.
pub const FONT_FAMILY: &str = "Inter, 'Helvetica Neue', Arial, sans-serif";
/// How far a halo reaches around the letters, in points.
pub const HALO: f32 = 2.0;

/// Writes a text; nothing for another shape.
pub fn write_text(out: &mut String, picture: &Picture, mark: &Mark, letters: Letters) -> fmt::Result {
    let Shape::Text { at, anchor, text, size, weight, colour, halo } = &mark.shape else { return Ok(()) };
    let class = Class(mark.target.as_ref());
    let halo = halo.map(|colour| StrokeAttributes(Stroke { width: 2.0 * HALO, colour }));
    let fill = Paint::fill(*colour);
    if letters == Letters::Outlines {
        let data = outlines(text, left_end(*at, *anchor, text, *size, *weight), *size, *weight);
        if data.is_empty() {
            return Ok(());
        }
        write!(out, "<path{class} aria-label=\"{}\" d=\"{data}\"{fill}", Escaped(text))?;
        write_halo(out, halo)?;
        return writeln!(out, "/>");
    }
    let language = language_of(picture, mark.target.as_ref(), text);
    write!(out, "<text{class}{language} x=\"{}\" y=\"{}\"", Number(at.x), Number(at.y))?;
    write!(out, " font-size=\"{}\" font-weight=\"{}\"", Number(*size), css_weight(*weight))?;
    let is_turned = runs_from_the_right(text) && visual_pieces(text).len() > 1;
    match family(text) {
        // Inter lacks the signs that turn the line.
        Family::Inter if is_turned => write_family(out, Family::NotoSansArabic)?,
        Family::Inter => {}
        other => write_family(out, other)?,
    }
    write!(out, " text-anchor=\"{}\"{fill}", anchor_name(*anchor))?;
    let apart = spacing(text, *weight);
    if apart > 0.0 {
        // Readers do not agree on how a length and room between letters go together.
        write!(out, " letter-spacing=\"{}\"", Number(apart * size))?;
    } else if text.chars().count() > 1 {
        // Another font may stand in for Inter: its letters take the same room.
        let length = Number(width(text, *size, *weight));
        write!(out, " textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\"")?;
    }
    write_halo(out, halo)?;
    if is_turned {
        // Whoever shows it takes the line to run from left to right; what stands between these two signs does
        // not.
        return writeln!(out, ">{FROM_THE_RIGHT}{}{AS_BEFORE}</text>", Escaped(text));
    }
    writeln!(out, ">{}</text>", Escaped(text))
}

fn write_family(out: &mut String, family: Family) -> fmt::Result {
    write!(out, " font-family=\"'{}', {FONT_FAMILY}\"", family.name())
}

/// Begins a part of a line that runs from right to left (Unicode: RIGHT-TO-LEFT ISOLATE).
const FROM_THE_RIGHT: char = '\u{2067}';
/// Ends it (Unicode: POP DIRECTIONAL ISOLATE).
const AS_BEFORE: char = '\u{2069}';

fn write_halo(out: &mut String, halo: Option<StrokeAttributes>) -> fmt::Result {
    halo.map_or(Ok(()), |halo| write!(out, "{halo} stroke-linejoin=\"round\" paint-order=\"stroke\""))
}

/// Where the left end of a text's baseline lies.
#[must_use]
pub fn left_end(at: Point, anchor: Anchor, text: &str, size: f32, weight: Weight) -> Point {
    let wide = || width(text, size, weight);
    let x = match anchor {
        Anchor::Start => at.x,
        Anchor::Middle => at.x - wide() / 2.0,
        Anchor::End => at.x - wide(),
    };
    Point { x, ..at }
}

/// The outlines of a text's letters as the data of a path.
fn outlines(text: &str, at: Point, size: f32, weight: Weight) -> String {
    let mut data = String::new();
    for glyph in glyphs(text, weight) {
        let on_page = |[x, y]: [f32; 2]| {
            let [x, y] = [at.x + (glyph.at[0] + x) * size, at.y - (glyph.at[1] + y) * size];
            format!("{},{}", Number(x), Number(y))
        };
        for step in outline(glyph.family, weight, glyph.id) {
            let written = match step {
                Step::Move(to) => write!(data, "M{}", on_page(to)),
                Step::Line(to) => write!(data, "L{}", on_page(to)),
                Step::Curve(control, to) => write!(data, "Q{} {}", on_page(control), on_page(to)),
                Step::Close => data.write_char('z'),
            };
            written.expect("a String takes all text");
        }
    }
    data
}

/// The attribute that says in which language a country is named; nothing for English, in which all the rest
/// is written.
fn language_of(picture: &Picture, target: Option<&Target>, text: &str) -> String {
    let Some(Target::Country(code)) = target else { return String::new() };
    let named = Countries::embedded().get(*code);
    let is_it = |name: &&str| *name == text || name.to_uppercase() == text;
    let language = named.filter(|country| country.names_in(picture.language).iter().any(is_it));
    match (language, picture.language) {
        (None, _) | (Some(_), Language::English) => String::new(),
        (Some(_), other) => format!(" xml:lang=\"{}\"", other.code()),
    }
}

/// The number of a weight in style sheets.
#[must_use]
pub const fn css_weight(weight: Weight) -> u16 {
    match weight {
        Weight::Regular | Weight::Spaced => 400,
        Weight::SemiBold => 600,
    }
}

const fn anchor_name(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}
