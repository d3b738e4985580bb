//! Land as SVG: a path for each country's area, then all borders as one path.

use super::StrokeAttributes;
use super::value::Paint;
use crate::globe::land::{Land, LandArea, LandRing};
use crate::globe::view::PageFromPlane;
use crate::picture::look::Colour;
use crate::picture::{Picture, Stroke};
use std::fmt::{self, Write};

/// A point on the page in tenths of a point. Rounding comes first and repeated points go after it, so that
/// two neighbours keep the same points of the border they share, and no gap opens between them.
pub type Tenths = [i32; 2];

/// Writes the land's areas and its borders.
pub fn write_land(
    out: &mut String,
    picture: &Picture,
    land: &Land,
    fills: &[Colour],
    border: Stroke,
) -> fmt::Result {
    let sheet = Sheet::new(picture, land);
    writeln!(out, "<g id=\"land\" fill-rule=\"evenodd\">")?;
    for (area, &fill) in land.areas.iter().zip(fills) {
        let rings = if fill.a == 0 { Vec::new() } else { sheet.rings(land, area) };
        if rings.is_empty() {
            continue;
        }
        write!(out, "<path id=\"{}\"{} d=\"", area.code, Paint::fill(fill))?;
        rings.iter().try_for_each(|ring| write_run(out, ring, true))?;
        writeln!(out, "\"/>")?;
    }
    writeln!(out, "</g>")?;
    if border.width <= 0.0 || border.colour.a == 0 {
        return Ok(());
    }
    let stroke = StrokeAttributes(border);
    write!(out, "<path id=\"borders\" fill=\"none\"{stroke} stroke-linejoin=\"round\" d=\"")?;
    sheet.borders(land).iter().try_for_each(|run| write_run(out, run, false))?;
    writeln!(out, "\"/>")
}

/// A ring or an open run. Each point is written as its step from the one before, which is half as long as its place.
fn write_run(out: &mut String, points: &[Tenths], closed: bool) -> fmt::Result {
    let mut before = [0, 0];
    for (number, &at) in points.iter().enumerate() {
        match number {
            0 => out.write_char('M')?,
            1 => out.write_char('l')?,
            _ => {}
        }
        for i in 0..2 {
            let step = at[i] - before[i];
            // A sign parts two numbers as well as a space does.
            if step >= 0 && (number > 1 || i == 1) {
                out.write_char(' ')?;
            }
            write_tenths(out, step)?;
        }
        before = at;
    }
    if closed { out.write_char('z') } else { Ok(()) }
}

/// A number of tenths without zeros that say nothing: `-1205` as `-120.5`, `3` as `.3`.
fn write_tenths(out: &mut String, tenths: i32) -> fmt::Result {
    if tenths < 0 {
        out.write_char('-')?;
    }
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if whole > 0 || rest == 0 {
        write!(out, "{whole}")?;
    }
    if rest > 0 { write!(out, ".{rest}") } else { Ok(()) }
}

/// The page with room around it for the longest edge of the land: an edge that is seen has both its ends on
/// the sheet.
pub struct Sheet {
    to_page: PageFromPlane,
    min: Tenths,
    max: Tenths,
}

impl Sheet {
    /// The sheet of a picture for some land.
    #[must_use]
    pub fn new(picture: &Picture, land: &Land) -> Self {
        let room = longest_edge(land) * picture.page_from_plane.scale + 10.0;
        let max = [picture.width, picture.height].map(|side| tenths(f64::from(side) + room));
        Self { to_page: picture.page_from_plane, min: [tenths(-room); 2], max }
    }

    /// The rings of an area to fill, as far as they are seen; those that have shrunk to less than a triangle are left out.
    #[must_use]
    pub fn rings(&self, land: &Land, area: &LandArea) -> Vec<Vec<Tenths>> {
        if !self.touches(area.bounds) {
            return Vec::new();
        }
        let rings = area.rings.iter().filter(|ring| self.touches(ring.bounds));
        rings.map(|ring| self.filled(land, ring)).filter(|points| points.len() > 2).collect()
    }

    /// All borders and coasts to stroke, as far as they are seen.
    #[must_use]
    pub fn borders(&self, land: &Land) -> Vec<Vec<Tenths>> {
        let rings = land.areas.iter().flat_map(|area| &area.rings);
        let rings = rings.filter(|ring| self.touches(ring.bounds));
        rings.flat_map(|ring| self.drawn(land, ring)).filter(|run| run.len() > 1).collect()
    }

    fn at(&self, [x, y]: [f32; 2]) -> Tenths {
        let PageFromPlane { scale, origin } = self.to_page;
        [tenths(origin[0] + scale * f64::from(x)), tenths(origin[1] - scale * f64::from(y))]
    }

    fn holds(&self, at: Tenths) -> bool {
        (0..2).all(|i| (self.min[i]..=self.max[i]).contains(&at[i]))
    }

    /// Whether bounds on the plane reach onto the sheet.
    fn touches(&self, [west, south, east, north]: [f32; 4]) -> bool {
        let [left, bottom] = self.at([west, south]);
        let [right, top] = self.at([east, north]);
        left <= self.max[0] && right >= self.min[0] && top <= self.max[1] && bottom >= self.min[1]
    }

    /// A ring to fill. Points beyond the sheet are moved to its edge, which changes nothing on the page:
    /// moved edges stay off it.
    fn filled(&self, land: &Land, ring: &LandRing) -> Vec<Tenths> {
        let mut points: Vec<Tenths> = Vec::new();
        for &vertex in &land.vertices[ring.vertices.clone()] {
            let at = self.at(vertex);
            let at = std::array::from_fn(|i| at[i].clamp(self.min[i], self.max[i]));
            match points[..] {
                [.., last] if last == at => {}
                [.., before, last] if (0..2).any(|i| before[i] == last[i] && last[i] == at[i]) => {
                    *points.last_mut().expect("two points at least") = at;
                }
                _ => points.push(at),
            }
        }
        if points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        points
    }

    /// The parts of a ring to stroke: without the edge of the map and what lies off the sheet.
    fn drawn(&self, land: &Land, ring: &LandRing) -> Vec<Vec<Tenths>> {
        let first = ring.vertices.start;
        let mut runs = vec![Vec::new()];
        let mut before = first;
        for vertex in ring.vertices.clone().chain([first]) {
            let at = self.at(land.vertices[vertex]);
            let held = self.holds(at);
            if !held || (vertex != before && land.is_map_edge(before, vertex)) {
                runs.push(Vec::new());
            }
            let run = runs.last_mut().expect("there is always a run");
            if held && run.last() != Some(&at) {
                run.push(at);
            }
            before = vertex;
        }
        runs
    }
}

/// The longest edge of all rings, in plane units.
fn longest_edge(land: &Land) -> f64 {
    let rings = land.areas.iter().flat_map(|area| &area.rings);
    let edges = rings.flat_map(|ring| {
        let vertices = &land.vertices[ring.vertices.clone()];
        vertices.iter().zip(vertices.iter().cycle().skip(1))
    });
    let squares = edges.map(|(a, b)| (a[0] - b[0]).powi(2) + (a[1] - b[1]).powi(2));
    f64::from(squares.fold(0.0, f32::max).sqrt())
}

fn tenths(points: f64) -> i32 {
    (points * 10.0).round() as i32
}
