//! A picture as SVG text: real text, real lines, nothing rastered.

mod value;
mod taper;
mod land;

use self::value::{Escaped, Number, Paint, PathData};
use crate::gazetteer::country::Countries;
use crate::gazetteer::language::Language;
use crate::globe::view::Point;
use crate::picture::look::Colour;
use crate::picture::text::{Family, Weight, family, spacing, width};
use crate::picture::{Anchor, Dash, Mark, Picture, Shape, Stroke};
use crate::query::tie::TieKey;
use crate::state::Target;
use std::fmt::{self, Write};

/// The bundled fonts are installed almost nowhere, so the usual sans serifs stand in for them.
const FONT_FAMILY: &str = "Inter, 'Helvetica Neue', Arial, sans-serif";
/// How far a halo reaches around the letters, in points.
const HALO: f32 = 2.0;

/// The picture as a complete SVG 1.1 document of `width`×`height` points (a point is a user unit),
/// coordinates rounded to two digits and those of land to one, the same bytes for the same picture on every
/// machine.
#[must_use]
pub fn svg(picture: &Picture) -> String {
    let mut out = String::new();
    write_document(&mut out, picture).expect("a string takes whatever is written");
    out
}

fn write_document(out: &mut String, picture: &Picture) -> fmt::Result {
    let (width, height) = (Number(picture.width), Number(picture.height));
    write!(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"")?;
    write!(out, " width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\"")?;
    writeln!(out, " font-family=\"{FONT_FAMILY}\" xml:space=\"preserve\">")?;
    writeln!(out, "<title>{}</title>", Escaped(&picture.title))?;
    writeln!(out, "<desc>{}</desc>", Escaped(&picture.description))?;
    for mark in &picture.marks {
        write_mark(out, picture, mark)?;
    }
    writeln!(out, "</svg>")
}

fn write_mark(out: &mut String, picture: &Picture, mark: &Mark) -> fmt::Result {
    let class = Class(mark.target.as_ref());
    match &mark.shape {
        Shape::Land { land, fills, border } => land::write_land(out, picture, land, fills, *border),
        Shape::Line { points, width, colour, dash } => {
            let even = (width[0] - width[1]).abs() < 0.005;
            if even {
                write_even_line(out, class, points, width[0], *colour, *dash)
            } else {
                let page = [picture.width, picture.height];
                let outline = taper::outline(points, *width, *dash, page);
                writeln!(out, "<path{class} d=\"{outline}\"{}/>", Paint::fill(*colour))
            }
        }
        Shape::Polygon { points, fill } => {
            let outline = PathData::ring(points);
            writeln!(out, "<path{class} d=\"{outline}\"{}/>", Paint::fill(*fill))
        }
        Shape::Disc { centre, radius, fill, stroke } => {
            let (x, y, radius) = (Number(centre.x), Number(centre.y), Number(*radius));
            write!(out, "<circle{class} cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{}", Paint::fill(*fill))?;
            writeln!(out, "{}/>", StrokeAttributes(*stroke))
        }
        Shape::Panel { rect, corner, fill, stroke } => {
            let (x, y, corner) = (Number(rect.min.x), Number(rect.min.y), Number(*corner));
            let (width, height) = (Number(rect.width()), Number(rect.height()));
            write!(
                out,
                "<rect{class} x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{corner}\""
            )?;
            writeln!(out, "{}{}/>", Paint::fill(*fill), StrokeAttributes(*stroke))
        }
        Shape::Text { at, anchor, text, size, weight, colour, halo } => {
            let language = language_of(picture, mark.target.as_ref(), text);
            write!(out, "<text{class}{language} x=\"{}\" y=\"{}\"", Number(at.x), Number(at.y))?;
            write!(out, " font-size=\"{}\" font-weight=\"{}\"", Number(*size), css_weight(*weight))?;
            match family(text) {
                Family::Inter => {}
                other => write!(out, " font-family=\"'{}', {FONT_FAMILY}\"", other.name())?,
            }
            write!(out, " text-anchor=\"{}\"{}", anchor_name(*anchor), Paint::fill(*colour))?;
            let apart = spacing(text, *weight);
            if apart > 0.0 {
                write!(out, " letter-spacing=\"{}\"", Number(apart * size))?;
            } else if text.chars().count() > 1 {
                // Another font may stand in for Inter: its letters take the same room.
                let length = Number(width(text, *size, *weight));
                write!(out, " textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\"")?;
            }
            if let Some(halo) = halo {
                let stroke = Stroke { width: 2.0 * HALO, colour: *halo };
                write!(out, "{} stroke-linejoin=\"round\" paint-order=\"stroke\"", StrokeAttributes(stroke))?;
            }
            writeln!(out, ">{}</text>", Escaped(text))
        }
    }
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

/// Solid lines end round. Broken ones end flat, or thick dashes would close their gaps.
fn write_even_line(
    out: &mut String,
    class: Class,
    points: &[Point],
    width: f32,
    colour: Colour,
    dash: Dash,
) -> fmt::Result {
    let stroke = StrokeAttributes(Stroke { width, colour });
    write!(
        out,
        "<path{class} d=\"{}\" fill=\"none\"{stroke} stroke-linejoin=\"round\"",
        PathData::line(points)
    )?;
    match dash.lengths() {
        None => writeln!(out, " stroke-linecap=\"round\"/>"),
        Some([ink, gap]) => writeln!(out, " stroke-dasharray=\"{} {}\"/>", Number(ink), Number(gap)),
    }
}

/// A stroke's colour, opacity and width; nothing for none.
struct StrokeAttributes(Stroke);

impl fmt::Display for StrokeAttributes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Stroke { width, colour } = self.0;
        if width <= 0.0 || colour.a == 0 {
            return Ok(());
        }
        write!(f, "{} stroke-width=\"{}\"", Paint::stroke(colour), Number(width))
    }
}

/// What the mark stands for, as a class to style or select by.
#[derive(Clone, Copy)]
struct Class<'a>(Option<&'a Target>);

impl fmt::Display for Class<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => Ok(()),
            Some(Target::Country(_)) => f.write_str(" class=\"country\""),
            Some(Target::Place(_) | Target::Places(_)) => f.write_str(" class=\"place\""),
            Some(Target::Tie(TieKey::Journey(_))) => f.write_str(" class=\"journey\""),
            Some(Target::Tie(TieKey::Leg(_))) => f.write_str(" class=\"leg\""),
            Some(Target::Tie(TieKey::Relation { .. })) => f.write_str(" class=\"relation\""),
            Some(Target::Tie(TieKey::Spoke { .. })) => f.write_str(" class=\"spoke\""),
            Some(Target::Meeting(_)) => f.write_str(" class=\"meeting\""),
        }
    }
}

const fn css_weight(weight: Weight) -> u16 {
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
