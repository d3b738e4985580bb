//! Land as SVG: a path for each country's area, then all borders as one path.

use super::StrokeAttributes;
use super::value::Paint;
use crate::globe::land::{Land, LandArea, LandRing};
use crate::globe::view::PageFromPlane;
use crate::picture::look::Colour;
use crate::picture::{Picture, Stroke};
use ahash::{HashMap, HashSet};
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
    pixels: f32,
) -> fmt::Result {
    let sheet = Sheet::new(picture, land, pixels);
    writeln!(out, "<g id=\"land\" fill-rule=\"evenodd\">")?;
    for (number, (area, &fill)) in land.areas.iter().zip(fills).enumerate() {
        let rings = if fill.a == 0 { Vec::new() } else { sheet.rings(number) };
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
    sheet.borders().iter().try_for_each(|run| write_run(out, run, false))?;
    writeln!(out, "\"/>")
}

/// A ring or an open run. Each point is written as its step from the one before, which is half as long as its
/// place.
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
    /// The rings of each area, none of one that is not seen.
    areas: Vec<Vec<Ring>>,
}

impl Sheet {
    /// The sheet of a picture for some land, which is to be drawn with so many pixels a point: corners that
    /// nobody would see are left out.
    #[must_use]
    pub fn new(picture: &Picture, land: &Land, pixels: f32) -> Self {
        let room = longest_edge(land) * picture.page_from_plane.scale + 10.0;
        let max = [picture.width, picture.height].map(|side| tenths(f64::from(side) + room));
        let (to_page, min) = (picture.page_from_plane, [tenths(-room); 2]);
        let mut sheet = Self { to_page, min, max, areas: Vec::new() };
        let rings = |area: &LandArea| {
            let seen = area.rings.iter().filter(|ring| sheet.touches(ring.bounds));
            seen.map(|ring| sheet.ring(land, ring)).collect::<Vec<Ring>>()
        };
        let is_seen = |area: &&LandArea| sheet.touches(area.bounds);
        let mut areas: Vec<Vec<Ring>> =
            land.areas.iter().map(|area| Some(area).filter(is_seen).map_or_else(Vec::new, rings)).collect();
        thin(&mut areas, pixels);
        sheet.areas = areas;
        sheet
    }

    /// The rings of the area with this number to fill, as far as they are seen; those that have shrunk to
    /// less than a triangle are left out.
    #[must_use]
    pub fn rings(&self, area: usize) -> Vec<Vec<Tenths>> {
        self.areas[area].iter().map(|ring| self.filled(ring)).filter(|points| points.len() > 2).collect()
    }

    /// All borders and coasts to stroke, as far as they are seen, a border between two areas once.
    #[must_use]
    pub fn borders(&self) -> Vec<Vec<Tenths>> {
        let mut known = HashSet::default();
        known.reserve(self.areas.iter().flatten().map(Vec::len).sum());
        let rings = self.areas.iter().flatten();
        rings.flat_map(|ring| self.drawn(ring, &mut known)).filter(|run| run.len() > 1).collect()
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

    fn ring(&self, land: &Land, ring: &LandRing) -> Ring {
        let last = ring.vertices.end - 1;
        let mut corners: Ring = Vec::new();
        for vertex in ring.vertices.clone() {
            let next = if vertex == last { ring.vertices.start } else { vertex + 1 };
            let corner = Corner {
                at: self.at(land.vertices[vertex]),
                ends_at_edge: next != vertex && land.is_map_edge(vertex, next),
            };
            match corners.last_mut() {
                Some(before) if before.at == corner.at => before.ends_at_edge = corner.ends_at_edge,
                _ => corners.push(corner),
            }
        }
        if corners.len() > 1 && corners.first().map(|first| first.at) == corners.last().map(|last| last.at) {
            corners.pop();
        }
        corners
    }

    /// A ring to fill. Points beyond the sheet are moved to its edge, which changes nothing on the page:
    /// moved edges stay off it.
    fn filled(&self, ring: &Ring) -> Vec<Tenths> {
        let mut points: Vec<Tenths> = Vec::new();
        for Corner { at, .. } in ring {
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

    /// The parts of a ring to stroke: without the edge of the map, what lies off the sheet, and the edges
    /// that are drawn already.
    fn drawn(&self, ring: &Ring, known: &mut HashSet<[Tenths; 2]>) -> Vec<Vec<Tenths>> {
        let mut runs: Vec<Vec<Tenths>> = vec![Vec::new()];
        for (place, from) in ring.iter().enumerate() {
            let to = ring[(place + 1) % ring.len()].at;
            let edge = if from.at < to { [from.at, to] } else { [to, from.at] };
            let is_seen = !from.ends_at_edge && self.holds(from.at) && self.holds(to) && from.at != to;
            if !is_seen || !known.insert(edge) {
                runs.push(Vec::new());
                continue;
            }
            let run = runs.last_mut().expect("there is always a run");
            if run.is_empty() {
                run.push(from.at);
            }
            run.push(to);
        }
        // The first run goes on where the last one ends.
        if runs.len() > 1
            && runs.first().and_then(|run| run.first()) == runs.last().and_then(|run| run.last())
        {
            let mut last = runs.pop().unwrap_or_default();
            last.extend(runs[0].iter().skip(1));
            runs[0] = last;
        }
        runs
    }
}

/// A corner of a ring.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Corner {
    at: Tenths,
    /// Whether the edge from here to the next corner is the edge of the map.
    ends_at_edge: bool,
}

type Ring = Vec<Corner>;

/// The area in square pixels by which a corner must stand out to be seen.
const SEEN: f64 = 0.25;
/// How often corners are left out at most.
const PASSES: usize = 5;

/// Leaves out corners that nobody would see (after Visvalingam and Whyatt, "Line generalisation by repeated
/// elimination of points", 1993): those that span a tiny triangle with their neighbours, the smallest first.
/// Whether a corner goes depends on its neighbours alone, so that it goes from both areas or from none, and
/// no gap opens; where three areas meet, it stays.
fn thin(areas: &mut [Vec<Ring>], pixels: f32) {
    // Twice the area, in square tenths of a point.
    let least = (200.0 * SEEN / f64::from(pixels.max(0.1)).powi(2)) as i64;
    let corners = areas.iter().flatten().map(Vec::len).sum();
    let mut weights: HashMap<Tenths, Option<(i64, [Tenths; 2])>> = HashMap::default();
    weights.reserve(corners);
    for _ in 0..PASSES {
        weights.clear();
        for ring in areas.iter().flatten() {
            for (place, corner) in ring.iter().enumerate() {
                let neighbours = neighbours(ring, place);
                let weight = weight(corner.at, neighbours);
                let is_end = corner.ends_at_edge || ring[(place + ring.len() - 1) % ring.len()].ends_at_edge;
                let own = Some((weight, neighbours)).filter(|_| !is_end && ring.len() > 4);
                let known = weights.entry(corner.at).or_insert(own);
                if *known != own {
                    *known = None;
                }
            }
        }
        let goes = |at: Tenths| {
            let (weight, neighbours) = weights[&at].filter(|(weight, _)| *weight <= least)?;
            let later =
                |other: &Tenths| weights[other].is_none_or(|(others, _)| (others, *other) > (weight, at));
            neighbours.iter().all(later).then_some(())
        };
        let mut is_done = true;
        for ring in areas.iter_mut().flatten() {
            let before = ring.len();
            let kept: Ring = ring.iter().copied().filter(|corner| goes(corner.at).is_none()).collect();
            if kept.len() > 2 {
                is_done &= kept.len() == before;
                *ring = kept;
            }
        }
        if is_done {
            return;
        }
    }
}

/// The corners before and after one, in ascending order.
fn neighbours(ring: &Ring, place: usize) -> [Tenths; 2] {
    let [before, after] = [place + ring.len() - 1, place + 1].map(|other| ring[other % ring.len()].at);
    if before < after { [before, after] } else { [after, before] }
}

/// Twice the area of the triangle of a corner and its neighbours.
fn weight(at: Tenths, [a, b]: [Tenths; 2]) -> i64 {
    let from = |to: Tenths| [0, 1].map(|i| i64::from(to[i]) - i64::from(at[i]));
    let (a, b) = (from(a), from(b));
    (a[0] * b[1] - a[1] * b[0]).abs()
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
