//! A picture → egui shapes: the same marks that the files get, with soft edges made by hand.

use super::style;
use crate::globe::land::{Land, LandArea};
use crate::globe::view::{PageFromPlane, Point, Rect};
use crate::picture::dash::dash_pieces;
use crate::picture::look::Colour;
use crate::picture::text::{Weight, family, spacing, visual_pieces};
use crate::picture::{Anchor, Dash, Mark, Picture, Shape, Stroke};
use egui::epaint::{CircleShape, Mesh, RectShape, TextShape, Vertex, WHITE_UV};
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Painter, Pos2, Vec2};
use std::sync::Arc;

/// Points between two drawn corners of a border; what lies closer cannot be seen.
const BORDER_STEP: f32 = 1.2;
/// The width in points over which an edge fades out.
const FEATHER: f32 = 0.9;

/// Corners of lines from which on they are painted more simply.
const MANY: usize = 12_000;
/// Vertices from which on a mesh is painted under a clip of its own.
const LARGE: usize = 10_000;
/// The width in points below which a line can do without a core.
const THIN: f32 = 2.2;

/// The meshes of the frame before, whose room is used again: the megabytes that frames fill are asked for
/// once.
#[derive(Debug, Default)]
pub struct Meshes {
    /// Of the frame before, the first last.
    old: Vec<Arc<Mesh>>,
    /// Of this one.
    new: Vec<Arc<Mesh>>,
}

impl Meshes {
    fn begin_frame(&mut self) {
        self.old = std::mem::take(&mut self.new);
        self.old.reverse();
    }

    /// An empty mesh, with room if nobody looks at its old triangles any more.
    fn empty(&mut self) -> Mesh {
        let mesh = self.old.pop().and_then(|mesh| Arc::try_unwrap(mesh).ok());
        mesh.map_or_else(Mesh::default, |mut mesh| {
            // Its own `clear` gives the room for vertices back.
            mesh.vertices.clear();
            mesh.indices.clear();
            mesh
        })
    }

    fn show(&mut self, mesh: Mesh, painter: &Painter) {
        let mesh = Arc::new(mesh);
        painter.add(mesh.clone());
        self.new.push(mesh);
    }
}

/// Paints a picture whose upper left corner lies at `corner`.
pub fn paint(picture: &Picture, painter: &Painter, corner: Pos2, meshes: &mut Meshes) {
    meshes.begin_frame();
    let offset = corner.to_vec2();
    let page = [picture.width, picture.height];
    let corners = |mark: &Mark| if let Shape::Line { points, .. } = &mark.shape { points.len() } else { 0 };
    let rough = picture.marks.iter().map(corners).sum::<usize>() > MANY;
    let pane = egui_rect(picture.pane, offset).intersect(painter.clip_rect());
    let mut strips = Strips { mesh: meshes.empty(), meshes, offset, pane, page, rough };
    for mark in &picture.marks {
        if !matches!(mark.shape, Shape::Line { .. } | Shape::Hatch { .. } | Shape::Polygon { .. }) {
            strips.flush(painter);
        }
        match &mark.shape {
            Shape::Land { land, fills, border } => {
                strips.land(land, fills, &picture.page_from_plane);
                strips.borders(land, *border, &picture.page_from_plane);
            }
            Shape::Line { points, width, colour, dash } => strips.line(points, *width, *colour, *dash),
            Shape::Hatch { lines, stroke, .. } => {
                for line in lines {
                    strips.line(line, [stroke.width; 2], stroke.colour, Dash::Solid);
                }
            }
            Shape::Polygon { points, fill } => strips.polygon(points, *fill),
            Shape::Disc { centre, radius, fill, stroke } => {
                painter.add(CircleShape {
                    center: pos(*centre) + offset,
                    radius: *radius,
                    fill: style::colour(*fill),
                    stroke: egui_stroke(*stroke),
                });
            }
            Shape::Panel { rect, corner, fill, stroke } => {
                let rect = egui_rect(*rect, offset);
                let (fill, stroke) = (style::colour(*fill), egui_stroke(*stroke));
                painter.add(RectShape::new(rect, *corner, fill, stroke, egui::StrokeKind::Middle));
            }
            Shape::Text { at, anchor, text, size, weight, colour, halo } => {
                let galley = painter.layout_job(line_of(text, *size, *weight, style::colour(*colour)));
                let left = match anchor {
                    Anchor::Start => 0.0,
                    Anchor::Middle => galley.size().x / 2.0,
                    Anchor::End => galley.size().x,
                };
                let ascent =
                    galley.rows.first().and_then(|row| row.glyphs.first()).map_or(*size, |glyph| glyph.pos.y);
                let at = pos(*at) + offset - egui::vec2(left, ascent);
                if let Some(halo) = halo {
                    paint_halo(painter, &galley, at, style::colour(*halo));
                }
                painter.add(TextShape::new(at, galley, style::colour(*colour)));
            }
        }
    }
    strips.flush(painter);
}

/// One line of text. egui shapes each section by itself and lays sections from left to right, so that words
/// which run the other way are given to it in the order in which they are seen.
fn line_of(text: &str, size: f32, weight: Weight, colour: Color32) -> LayoutJob {
    let mut job = LayoutJob { break_on_newline: false, ..LayoutJob::default() };
    let font = style::font_of(family(text), size, weight);
    for piece in visual_pieces(text) {
        let apart = size * spacing(text, weight);
        let format = TextFormat { extra_letter_spacing: apart, ..TextFormat::simple(font.clone(), colour) };
        job.append(piece, 0.0, format);
    }
    job
}

fn pos(point: Point) -> Pos2 {
    Pos2::new(point.x, point.y)
}

fn egui_rect(rect: Rect, offset: Vec2) -> egui::Rect {
    egui::Rect::from_min_max(pos(rect.min) + offset, pos(rect.max) + offset)
}

fn egui_stroke(stroke: Stroke) -> egui::Stroke {
    egui::Stroke::new(stroke.width, style::colour(stroke.colour))
}

/// Eight copies of the letters, two points around them, behind them.
fn paint_halo(painter: &Painter, galley: &Arc<egui::Galley>, at: Pos2, colour: Color32) {
    for step in 0..8 {
        let offset = Vec2::angled(std::f32::consts::TAU * step as f32 / 8.0) * 1.7;
        painter.add(TextShape::new(at + offset, galley.clone(), colour).with_override_text_color(colour));
    }
}

/// The vertices of an area: its rings lie one after the other.
fn vertex_range(area: &LandArea) -> std::ops::Range<usize> {
    let start = area.rings.iter().map(|ring| ring.vertices.start).min().unwrap_or(0);
    let end = area.rings.iter().map(|ring| ring.vertices.end).max().unwrap_or(0);
    start..end
}

/// Whether bounds on the plane (min x, min y, max x, max y) touch the page.
fn on_page(bounds: [f32; 4], to_page: &PageFromPlane, page: [f32; 2]) -> bool {
    let scale = to_page.scale as f32;
    let [x, y] = to_page.origin.map(|o| o as f32);
    let (left, right) = (x + bounds[0] * scale, x + bounds[2] * scale);
    let (top, bottom) = (y - bounds[3] * scale, y - bounds[1] * scale);
    left < page[0] && right > 0.0 && top < page[1] && bottom > 0.0
}

/// Land, polygons, and lines as strips of triangles with soft edges, gathered into one mesh.
struct Strips<'a> {
    mesh: Mesh,
    meshes: &'a mut Meshes,
    offset: Vec2,
    /// The part of the painter's clip that is map.
    pane: egui::Rect,
    /// Width and height of the page.
    page: [f32; 2],
    /// Whether there are so many that thin ones have no core of full ink, and broken ones half as many
    /// pieces: nobody could see more.
    rough: bool,
}

impl Strips<'_> {
    fn flush(&mut self, painter: &Painter) {
        if !self.mesh.is_empty() {
            let next = self.meshes.empty();
            let mesh = std::mem::replace(&mut self.mesh, next);
            // What has the same clip becomes one mesh, and a large one would be copied to make room for what
            // follows.
            let is_large = mesh.vertices.len() > LARGE;
            let painter = if is_large { &painter.with_clip_rect(self.pane) } else { painter };
            self.meshes.show(mesh, painter);
        }
    }

    /// The triangles of every area on the page. Their edges are hard; the borders' strokes lie over them.
    fn land(&mut self, land: &Land, fills: &[Colour], to_page: &PageFromPlane) {
        let mesh = &mut self.mesh;
        let scale = to_page.scale as f32;
        let origin = Pos2::new(to_page.origin[0] as f32, to_page.origin[1] as f32) + self.offset;
        for (area, fill) in land.areas.iter().zip(fills) {
            if area.rings.is_empty() || !on_page(area.bounds, to_page, self.page) {
                continue;
            }
            let vertices = vertex_range(area);
            let base = mesh.vertices.len() as u32;
            let color = style::colour(*fill);
            mesh.vertices.extend(land.vertices[vertices.clone()].iter().map(|&[x, y]| Vertex {
                pos: Pos2::new(origin.x + x * scale, origin.y - y * scale),
                uv: WHITE_UV,
                color,
            }));
            let shift = base.wrapping_sub(vertices.start as u32);
            mesh.indices
                .extend(land.triangles[area.triangles.clone()].iter().map(|&i| i.wrapping_add(shift)));
        }
    }

    /// The borders of every area on the page, without the edge of the map, corners too close to be told apart
    /// left out.
    fn borders(&mut self, land: &Land, border: Stroke, to_page: &PageFromPlane) {
        let scale = to_page.scale as f32;
        let [x, y] = to_page.origin.map(|o| o as f32);
        let mut run: Vec<Pos2> = Vec::new();
        for ring in land.areas.iter().flat_map(|area| &area.rings) {
            if !on_page(ring.bounds, to_page, self.page) {
                continue;
            }
            let first = ring.vertices.start;
            let mut before = first;
            for i in ring.vertices.clone().chain([first]) {
                let at = Pos2::new(x + land.vertices[i][0] * scale, y - land.vertices[i][1] * scale);
                if land.is_map_edge(before, i) && i != before {
                    self.hairline(&mut run, border);
                }
                let far = run.last().is_none_or(|last| {
                    let gap = at - *last;
                    gap.x.abs() + gap.y.abs() > BORDER_STEP
                });
                if far || i == first {
                    run.push(at);
                }
                before = i;
            }
            self.hairline(&mut run, border);
        }
    }

    /// A thin line: full ink along its middle, none at its edges. Empties `run`.
    fn hairline(&mut self, run: &mut Vec<Pos2>, stroke: Stroke) {
        if run.len() > 1 {
            let ink = style::colour(stroke.colour);
            let half = stroke.width / 2.0 + FEATHER / 2.0;
            let base = self.mesh.vertices.len() as u32;
            for i in 0..run.len() {
                let side = normal(run, i) * half;
                let at = run[i] + self.offset;
                self.vertex(at + side, Color32::TRANSPARENT);
                self.vertex(at, ink);
                self.vertex(at - side, Color32::TRANSPARENT);
            }
            self.join(base, run.len() as u32, 3);
        }
        run.clear();
    }

    fn line(&mut self, points: &[Point], width: [f32; 2], colour: Colour, dash: Dash) {
        match dash.lengths() {
            None => self.strip(points, width, colour),
            Some(lengths) => {
                let lengths = if self.rough { lengths.map(|length| 2.0 * length) } else { lengths };
                for piece in dash_pieces(points, lengths, self.page) {
                    let width_at = |share: f32| width[0] + (width[1] - width[0]) * share;
                    self.strip(&piece.points, piece.shares.map(width_at), colour);
                }
            }
        }
    }

    /// A line whose width changes evenly from its start to its end.
    fn strip(&mut self, points: &[Point], width: [f32; 2], colour: Colour) {
        if points.len() < 2 {
            return;
        }
        if self.rough && width[1] < THIN {
            let mut run = points.iter().map(|&point| pos(point)).collect();
            self.hairline(&mut run, Stroke { width: f32::midpoint(width[0], width[1]), colour });
            return;
        }
        let points: Vec<Pos2> = points.iter().map(|&p| pos(p)).collect();
        let total: f32 = points.windows(2).map(|pair| length(pair[1] - pair[0])).sum();
        let ink = style::colour(colour);
        let base = self.mesh.vertices.len() as u32;
        let mut run = 0.0;
        for i in 0..points.len() {
            if i > 0 {
                run += length(points[i] - points[i - 1]);
            }
            let width = width[0] + (width[1] - width[0]) * run / total.max(f32::EPSILON);
            let core = (width - FEATHER).max(0.0) / 2.0;
            // A line thinner than the feather has paler ink instead of a thinner core.
            let ink = if width < FEATHER { ink.gamma_multiply(width / FEATHER) } else { ink };
            let side = normal(&points, i);
            let at = points[i] + self.offset;
            self.vertex(at + side * (core + FEATHER), Color32::TRANSPARENT);
            self.vertex(at + side * core, ink);
            self.vertex(at - side * core, ink);
            self.vertex(at - side * (core + FEATHER), Color32::TRANSPARENT);
        }
        self.join(base, points.len() as u32, 4);
    }

    /// A polygon that its middle sees all of, with an edge that fades out.
    fn polygon(&mut self, corners: &[Point], fill: Colour) {
        let ink = style::colour(fill);
        let sum = corners.iter().fold(Vec2::ZERO, |sum, &corner| sum + pos(corner).to_vec2());
        let middle = (sum / corners.len().max(1) as f32).to_pos2();
        let base = self.mesh.vertices.len() as u32;
        self.vertex(middle + self.offset, ink);
        for &corner in corners {
            let corner = pos(corner);
            let out = unit(corner - middle) * (FEATHER / 2.0);
            self.vertex(corner - out + self.offset, ink);
            self.vertex(corner + out + self.offset, Color32::TRANSPARENT);
        }
        let count = corners.len() as u32;
        for i in 0..count {
            let (a, b) = (base + 1 + 2 * i, base + 1 + 2 * ((i + 1) % count));
            self.mesh.indices.extend([base, a, b, a, a + 1, b, b, a + 1, b + 1]);
        }
    }

    fn vertex(&mut self, pos: Pos2, color: Color32) {
        self.mesh.vertices.push(Vertex { pos, uv: WHITE_UV, color });
    }

    /// Joins `count` rows of `across` vertices each into triangles.
    fn join(&mut self, base: u32, count: u32, across: u32) {
        for row in 0..count - 1 {
            for column in 0..across - 1 {
                let a = base + row * across + column;
                let b = a + across;
                self.mesh.indices.extend([a, a + 1, b, b, a + 1, b + 1]);
            }
        }
    }
}

/// The unit normal of a polyline at a corner.
fn normal(points: &[Pos2], i: usize) -> Vec2 {
    let before = points[i.saturating_sub(1)];
    let after = points[(i + 1).min(points.len() - 1)];
    unit(after - before).rot90()
}

/// The length of a way on a page. That of egui is safe from overflow, and much slower.
fn length(way: Vec2) -> f32 {
    way.length_sq().sqrt()
}

/// The direction of a way; none of one without length.
fn unit(way: Vec2) -> Vec2 {
    let length = length(way);
    if length > 0.0 { way / length } else { Vec2::ZERO }
}
