//! A picture as SVG text: real text, real lines, nothing rastered, in groups that a designer can take apart.

pub mod value;
pub mod taper;
pub mod land;
pub mod letters;
mod fonts;

use self::letters::write_text;
use self::value::{Escaped, Number, Paint, PathData};
use super::made::{Made, NAME};
use super::told::{MarkTold, Told, in_one_text};
use crate::gazetteer::language::Language;
use crate::globe::view::{Point, Rect};
use crate::page::{Measure, POINTS_PER_MM};
use crate::picture::look::Colour;
use crate::picture::{Dash, Group, Mark, Picture, Shape, Stroke};
use crate::query::tie::TieKey;
use crate::state::Target;
use crate::words::spoken::nearest;
use std::fmt::{self, Write};

/// How the letters of a text are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Letters {
    /// As text, its font named.
    #[default]
    Named,
    /// As text, with the letters of its font in the file.
    Embedded,
    /// As outlines, which need no font and cannot be read as text.
    Outlines,
}

impl Letters {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Named, Self::Embedded, Self::Outlines];

    /// The word for it on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Embedded => "embedded",
            Self::Outlines => "outlines",
        }
    }
}

/// What an SVG holds beside its picture.
#[derive(Clone, Copy, Debug)]
pub struct Beside<'a> {
    /// What the picture tells.
    pub told: Option<&'a Told>,
    /// Where the file is from.
    pub made: Option<&'a Made>,
    /// How its letters are written.
    pub letters: Letters,
    /// With how many pixels a point it is drawn at most: land keeps the detail that is seen then.
    pub pixels: f32,
    /// Whether marks and names of countries say which country it is, in `data-country`.
    pub names_countries: bool,
    /// How many of the file's units a point of the picture is.
    pub stretch: f32,
    /// Whether those are pixels, or points of print, which are written as millimetres.
    pub measure: Measure,
}

impl Default for Beside<'_> {
    fn default() -> Self {
        let (letters, measure) = (Letters::default(), Measure::Pixels);
        let names_countries = false;
        Self { told: None, made: None, letters, pixels: 1.0, names_countries, stretch: 1.0, measure }
    }
}

/// The picture as a complete SVG 1.1 document of `width`×`height` points (a point is a user unit),
/// coordinates rounded to two digits and those of land to one, the same bytes for the same picture on every
/// machine.
#[must_use]
pub fn svg(picture: &Picture) -> String {
    svg_with(picture, Beside::default())
}

/// The same, with what it is to hold beside.
#[must_use]
pub fn svg_with(picture: &Picture, beside: Beside) -> String {
    let mut out = String::new();
    write_document(&mut out, picture, beside).expect("a string takes whatever is written");
    out
}

/// A part of a picture that stands in a page.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// Its identity in the page.
    pub id: &'a str,
    /// What it shows of the picture.
    pub groups: &'a [Group],
    /// Where that lies in the picture.
    pub frame: Rect,
    /// What it is, for those who cannot see it.
    pub label: &'a str,
    /// Whether it is the first part of the picture in the page: it holds what the others use too.
    pub is_first: bool,
}

/// A part of a picture as an SVG element within a page, a line feed at its end.
#[must_use]
pub fn part(picture: &Picture, beside: Beside, part: Part) -> String {
    let mut out = String::new();
    write_part(&mut out, picture, beside, part).expect("a string takes whatever is written");
    out
}

fn write_part(out: &mut String, picture: &Picture, beside: Beside, part: Part) -> fmt::Result {
    let Part { id, groups, frame, label, is_first } = part;
    let [x, y, width, height] = [frame.min.x, frame.min.y, frame.width(), frame.height()].map(Number);
    write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"{id}\" width=\"{width}\" height=\"{height}\""
    )?;
    write!(out, " viewBox=\"{x} {y} {width} {height}\" role=\"img\" aria-label=\"{}\"", Escaped(label))?;
    if picture.language.is_from_the_right() {
        // On a page that runs from the right a text would begin at its right end.
        write!(out, " direction=\"ltr\"")?;
    }
    writeln!(out, " font-family=\"{}\" xml:space=\"preserve\">", letters::FONT_FAMILY)?;
    let hatches = patterns(picture);
    if is_first {
        write_what_is_used(out, picture, beside, &hatches)?;
    }
    write_groups(out, picture, beside, groups, &hatches)?;
    writeln!(out, "</svg>")
}

fn write_document(out: &mut String, picture: &Picture, beside: Beside) -> fmt::Result {
    let (width, height) = (Number(picture.width), Number(picture.height));
    write!(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"")?;
    match nearest(picture.language) {
        Language::English => {}
        language => write!(out, " xml:lang=\"{}\"", language.code())?,
    }
    let [across, down] = [picture.width, picture.height].map(|side| side * beside.stretch);
    let ([across, down], unit) = match beside.measure {
        Measure::Pixels => ([across, down], ""),
        Measure::Millimetres => ([across, down].map(|side| side / POINTS_PER_MM), "mm"),
    };
    let (across, down) = (Number(across), Number(down));
    write!(out, " width=\"{across}{unit}\" height=\"{down}{unit}\" viewBox=\"0 0 {width} {height}\"")?;
    write!(out, " role=\"img\" aria-labelledby=\"title-of-picture description\"")?;
    writeln!(out, " font-family=\"{}\" xml:space=\"preserve\">", letters::FONT_FAMILY)?;
    let description = beside.told.map_or(&picture.description, |told| &told.alternative);
    writeln!(out, "<title id=\"title-of-picture\">{}</title>", Escaped(&picture.title))?;
    writeln!(out, "<desc id=\"description\">{}</desc>", Escaped(description))?;
    let hatches = patterns(picture);
    write_what_is_used(out, picture, beside, &hatches)?;
    write_groups(out, picture, beside, &Group::ALL, &hatches)?;
    writeln!(out, "</svg>")
}

/// Where the file is from, the fonts, and the patterns.
fn write_what_is_used(
    out: &mut String,
    picture: &Picture,
    beside: Beside,
    hatches: &[HatchPattern],
) -> fmt::Result {
    if let Some(made) = beside.made {
        writeln!(out, "<metadata id=\"{NAME}\">{}</metadata>", Escaped(&made.to_json()))?;
    }
    if beside.letters == Letters::Embedded {
        fonts::write_fonts(out, picture)?;
    }
    if let Some(Rect { min, max }) = picture.clip {
        let (x, y, width, height) = (min.x, min.y, max.x - min.x, max.y - min.y);
        let [x, y, width, height] = [x, y, width, height].map(Number);
        write!(out, "<defs><clipPath id=\"pane\"><rect x=\"{x}\" y=\"{y}\"")?;
        writeln!(out, " width=\"{width}\" height=\"{height}\"/></clipPath></defs>")?;
    }
    write_patterns(out, hatches)
}

/// The marks of some groups, group by group; those of the map together, cut off at its edge.
fn write_groups(
    out: &mut String,
    picture: &Picture,
    beside: Beside,
    groups: &[Group],
    hatches: &[HatchPattern],
) -> fmt::Result {
    let mut marks = &picture.marks[..];
    let mut is_clipped = false;
    while let Some(Mark { group, .. }) = marks.first() {
        let of_group = marks.iter().take_while(|mark| mark.group == *group).count();
        if groups.contains(group) {
            let clips = picture.clip.is_some() && group.is_map();
            if clips != is_clipped {
                writeln!(out, "{}", if clips { "<g clip-path=\"url(#pane)\">" } else { "</g>" })?;
                is_clipped = clips;
            }
            write_group(out, picture, beside, (*group, &marks[..of_group]), hatches)?;
        }
        marks = &marks[of_group..];
    }
    if is_clipped { writeln!(out, "</g>") } else { Ok(()) }
}

/// The marks of a group. Those that follow each other and stand for the same thing are together in a group
/// that says what.
fn write_group(
    out: &mut String,
    picture: &Picture,
    beside: Beside,
    (group, mut marks): (Group, &[Mark]),
    hatches: &[HatchPattern],
) -> fmt::Result {
    if let [Mark { shape: Shape::Land { land, fills, border }, .. }] = marks {
        return land::write_land(out, picture, land, fills, *border, beside.pixels);
    }
    writeln!(out, "<g id=\"{}\">", group.name())?;
    while let Some(Mark { target, .. }) = marks.first() {
        let of_target = marks.iter().take_while(|mark| mark.target == *target).count();
        let told = beside.told.zip(target.as_ref()).and_then(|(told, target)| told.marks.get(target));
        let country =
            target.as_ref().filter(|target| beside.names_countries && matches!(target, Target::Country(_)));
        if let Some(Target::Country(code)) = country {
            writeln!(out, "<g data-country=\"{code}\">")?;
        }
        if let Some(MarkTold { title, meetings, more }) = told {
            write!(out, "<g data-meetings=\"{}\"", Escaped(&in_one_text(meetings)))?;
            if *more > 0 {
                write!(out, " data-earlier=\"{more}\"")?;
            }
            writeln!(out, ">")?;
            writeln!(out, "<title>{}</title>", Escaped(title))?;
        }
        for mark in &marks[..of_target] {
            write_mark(out, picture, mark, beside, hatches)?;
        }
        if told.is_some() || country.is_some() {
            writeln!(out, "</g>")?;
        }
        marks = &marks[of_target..];
    }
    writeln!(out, "</g>")
}

fn write_mark(
    out: &mut String,
    picture: &Picture,
    mark: &Mark,
    beside: Beside,
    hatches: &[HatchPattern],
) -> fmt::Result {
    let class = Class(mark.target.as_ref());
    match &mark.shape {
        Shape::Land { land, fills, border } => {
            land::write_land(out, picture, land, fills, *border, beside.pixels)
        }
        Shape::Hatch { rings, lines: _, step, phase, stroke } => {
            let mut outline = PathData::default();
            for ring in rings {
                outline.add_ring(ring);
            }
            let own = HatchPattern { step: *step, phase: *phase, stroke: *stroke };
            let number = hatches.iter().position(|one| *one == own).unwrap_or(0);
            writeln!(out, "<path d=\"{outline}\" fill=\"url(#hatch-{number})\" fill-rule=\"evenodd\"/>")
        }
        Shape::Line { points, width, colour, dash } => {
            let even = (width[0] - width[1]).abs() < 0.005;
            if even {
                write_even_line(out, class, points, width[0], *colour, *dash)
            } else {
                let page = [picture.width, picture.height];
                let mut outline = PathData::default();
                for ring in taper::outline(points, *width, *dash, page) {
                    outline.add_ring(&ring);
                }
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
        Shape::Text { .. } => write_text(out, picture, mark, beside.letters),
    }
}

/// Parallel lines as an area is filled with them.
#[derive(Clone, Copy, PartialEq)]
struct HatchPattern {
    step: f32,
    phase: f32,
    stroke: Stroke,
}

/// The ways of hatching of a picture, in the order of their numbers.
fn patterns(picture: &Picture) -> Vec<HatchPattern> {
    let mut patterns: Vec<HatchPattern> = Vec::new();
    for mark in &picture.marks {
        let Shape::Hatch { rings: _, lines: _, step, phase, stroke } = &mark.shape else { continue };
        let own = HatchPattern { step: *step, phase: *phase, stroke: *stroke };
        if !patterns.contains(&own) {
            patterns.push(own);
        }
    }
    patterns
}

/// Writes a pattern for each way of hatching.
fn write_patterns(out: &mut String, patterns: &[HatchPattern]) -> fmt::Result {
    if patterns.is_empty() {
        return Ok(());
    }
    writeln!(out, "<defs>")?;
    for (number, HatchPattern { step, phase, stroke }) in patterns.iter().enumerate() {
        let (side, phase) = (Number(*step), Number(*phase));
        write!(out, "<pattern id=\"hatch-{number}\" width=\"{side}\" height=\"{side}\"")?;
        writeln!(out, " patternUnits=\"userSpaceOnUse\" patternTransform=\"translate({phase})\">")?;
        // The diagonal of the tile, and the corners of those beside it.
        let (least, most) = (Number(step - 1.0), Number(step + 1.0));
        let lines = format!("M-1,1L1,-1M0,{side}L{side},0M{least},{most}L{most},{least}");
        writeln!(out, "<path d=\"{lines}\" fill=\"none\"{}/>", StrokeAttributes(*stroke))?;
        writeln!(out, "</pattern>")?;
    }
    writeln!(out, "</defs>")
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
            Some(Target::Occasion(_)) => f.write_str(" class=\"occasion\""),
            Some(Target::Person(_)) => f.write_str(" class=\"person\""),
            Some(Target::Pair(_)) => f.write_str(" class=\"pair\""),
        }
    }
}
