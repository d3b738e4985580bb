//! Values as SVG writes them: numbers, colours, paths and text.

use crate::globe::view::Point;
use crate::picture::look::Colour;
use std::fmt::{self, Write};

/// A number rounded to two digits, without zeros at its end.
#[derive(Clone, Copy)]
pub struct Number(pub f32);

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_hundredths(f, (f64::from(self.0) * 100.0).round() as i64)
    }
}

/// A number of hundredths: `-1250` as `-12.5`.
fn write_hundredths(out: &mut impl Write, hundredths: i64) -> fmt::Result {
    if hundredths < 0 {
        out.write_char('-')?;
    }
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    write!(out, "{whole}")?;
    match (rest / 10, rest % 10) {
        (0, 0) => Ok(()),
        (tenths, 0) => write!(out, ".{tenths}"),
        (tenths, hundredths) => write!(out, ".{tenths}{hundredths}"),
    }
}

/// A colour as the attributes of a fill or a stroke.
pub struct Paint {
    attribute: &'static str,
    colour: Colour,
}

impl Paint {
    /// As `fill` and `fill-opacity`.
    #[must_use]
    pub const fn fill(colour: Colour) -> Self {
        Self { attribute: "fill", colour }
    }

    /// As `stroke` and `stroke-opacity`.
    #[must_use]
    pub const fn stroke(colour: Colour) -> Self {
        Self { attribute: "stroke", colour }
    }
}

impl fmt::Display for Paint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { attribute, colour } = self;
        let Colour { r, g, b, a } = *colour;
        match a {
            0 => write!(f, " {attribute}=\"none\""),
            255 => write!(f, " {attribute}=\"#{r:02x}{g:02x}{b:02x}\""),
            _ => {
                let opacity = Number(f32::from(a) / 255.0);
                write!(f, " {attribute}=\"#{r:02x}{g:02x}{b:02x}\" {attribute}-opacity=\"{opacity}\"")
            }
        }
    }
}

/// The data of a path, in absolute coordinates.
#[derive(Default)]
pub struct PathData(String);

impl PathData {
    /// An open line.
    #[must_use]
    pub fn line(points: &[Point]) -> Self {
        let mut data = Self::default();
        data.add_line(points);
        data
    }

    /// A closed ring.
    #[must_use]
    pub fn ring(points: &[Point]) -> Self {
        let mut data = Self::default();
        data.add_ring(points);
        data
    }

    /// One more open line.
    pub fn add_line(&mut self, points: &[Point]) {
        for (number, at) in points.iter().enumerate() {
            self.0.push(if number == 0 { 'M' } else { 'L' });
            write!(self.0, "{},{}", Number(at.x), Number(at.y)).expect("a string takes whatever is written");
        }
    }

    /// One more closed ring.
    pub fn add_ring(&mut self, points: &[Point]) {
        self.add_line(points);
        self.0.push('z');
    }
}

impl fmt::Display for PathData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Text with XML's own characters replaced, and those that XML 1.0 forbids left out.
pub struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\u{FFFE}' | '\u{FFFF}' => {}
                letter if letter.is_control() => {}
                letter => f.write_char(letter)?,
            }
        }
        Ok(())
    }
}
