//! Land as it lies on the plane: projected and triangulated when the projection changes, then only scaled and moved.

use super::borders::Borders;
use super::projection::{Plane, Projection};
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use geo::{BoundingRect, LineString, MultiPolygon, Polygon, SimplifyIdx, TriangulateEarcut};
use std::ops::Range;
use std::sync::Arc;

/// Degrees of longitude or latitude that an edge may span before it is subdivided.
const LONGEST_EDGE: f64 = 1.0;
/// Degrees between the lines of the graticule.
const GRATICULE: i32 = 30;
/// South of this an edge only closes Antarctica.
const SOUTHERN_END: f64 = -89.99;

/// Everything of the base map in one projection. Plane units, x to the right, y up, as `f32` for the screen.
#[derive(Debug)]
pub struct Land {
    /// The projection it lies in.
    pub projection: Projection,
    /// Plane units that a border may stray from the base map's; 0 if it does not.
    pub tolerance: f64,
    /// Countries in the order of [`Borders::countries`].
    pub areas: Vec<LandArea>,
    /// Disputed areas in the order of [`Borders::disputed`]: their rings, to be hatched.
    pub disputed: Vec<DisputedArea>,
    /// The vertices of all areas.
    pub vertices: Vec<[f32; 2]>,
    /// Triangles of all areas, three numbers of vertices each.
    pub triangles: Vec<u32>,
    /// The edge of the map.
    pub outline: Vec<[f32; 2]>,
    /// Meridians and parallels every 30°, as polylines.
    pub graticule: Vec<Vec<[f32; 2]>>,
    /// The sides of the map that each of [`Self::vertices`] lies on.
    sides: Vec<Sides>,
}

/// Sides of the map: west, east and south, a bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sides(u8);

/// One country's part of the land.
#[derive(Debug)]
pub struct LandArea {
    /// Whose land.
    pub code: CountryCode,
    /// min x, min y, max x, max y.
    pub bounds: [f32; 4],
    /// Its triangles: a range of [`Land::triangles`], a multiple of three long.
    pub triangles: Range<usize>,
    /// Its polygons' rings, outer and holes alike: ranges of [`Land::vertices`], closed without their first point repeated.
    pub rings: Vec<LandRing>,
}

/// A ring of a polygon.
#[derive(Debug)]
pub struct LandRing {
    /// A range of [`Land::vertices`].
    pub vertices: Range<usize>,
    /// min x, min y, max x, max y.
    pub bounds: [f32; 4],
}

/// A disputed area on the plane.
#[derive(Debug)]
pub struct DisputedArea {
    /// min x, min y, max x, max y.
    pub bounds: [f32; 4],
    /// Outer rings and holes.
    pub rings: Vec<Vec<[f32; 2]>>,
}

impl Land {
    /// Projects and triangulates. Edges longer than about one degree are subdivided first, so that parallels curve as they should;
    /// edges along ±180° and −90° are kept in `rings` (they fill) but never drawn as a border: see [`Self::is_map_edge`].
    #[must_use]
    pub fn new(borders: &Borders, projection: Projection) -> Self {
        Self::with_tolerance(borders, projection, 0.0)
    }

    /// The same with fewer corners: no border strays further than `tolerance` plane units. Polygons too small to be told from a
    /// point are left out, but for a country's largest.
    #[must_use]
    pub fn with_tolerance(borders: &Borders, projection: Projection, tolerance: f64) -> Self {
        let mut land = Self {
            projection,
            tolerance,
            areas: Vec::with_capacity(borders.countries.len()),
            disputed: borders.disputed.iter().map(|area| disputed_area(&area.land, projection)).collect(),
            vertices: Vec::new(),
            triangles: Vec::new(),
            outline: projection.outline().into_iter().map(screen).collect(),
            graticule: graticule(projection),
            sides: Vec::new(),
        };
        for country in &borders.countries {
            land.add_area(country.code, &country.land);
        }
        land
    }

    /// Whether the border between two neighbouring vertices of a ring is only the edge of the map.
    #[must_use]
    pub fn is_map_edge(&self, a: usize, b: usize) -> bool {
        self.sides[a].0 & self.sides[b].0 != 0
    }

    fn add_area(&mut self, code: CountryCode, shape: &MultiPolygon<f64>) {
        let first_triangle = self.triangles.len();
        let mut rings = Vec::new();
        let largest = shape.iter().map(degrees_across).fold(0.0, f64::max);
        for polygon in shape {
            let across = degrees_across(polygon);
            if across.to_radians() > 2.0 * self.tolerance || across >= largest {
                self.add_polygon(polygon, &mut rings);
            }
        }
        let bounds = rings.iter().map(|ring: &LandRing| ring.bounds).reduce(around).unwrap_or_default();
        self.areas.push(LandArea { code, bounds, triangles: first_triangle..self.triangles.len(), rings });
    }

    fn add_polygon(&mut self, polygon: &Polygon<f64>, rings: &mut Vec<LandRing>) {
        let first = self.vertices.len();
        let mut lines = Vec::with_capacity(1 + polygon.interiors().len());
        for ring in rings_of(polygon) {
            let (sides, line) = self.laid_flat(ring, polygon.interiors().is_empty());
            self.sides.extend(sides);
            let start = self.vertices.len();
            self.vertices.extend(line.iter().copied().map(screen));
            let vertices = start..self.vertices.len();
            rings.push(LandRing { bounds: bounds(&self.vertices[vertices.clone()]), vertices });
            lines.push(line.into_iter().map(|at| (at.x, at.y)).collect::<LineString<f64>>());
        }
        let exterior = lines.remove(0);
        let triangles = Polygon::new(exterior, lines).earcut_triangles_raw().triangle_indices;
        self.triangles.extend(triangles.into_iter().map(|vertex| (first + vertex) as u32));
    }
}

impl Land {
    /// A ring on the plane, thinned to the tolerance if it may be. A polygon with holes may not: its holes must stay inside it.
    fn laid_flat(&self, ring: &LineString<f64>, may_thin: bool) -> (Vec<Sides>, Vec<Plane>) {
        let positions = subdivided(ring);
        let sides = positions.iter().map(|&at| Sides::of(at, self.projection)).collect();
        let line: Vec<Plane> = positions.iter().map(|&at| self.projection.plane_from_globe(at)).collect();
        if self.tolerance <= 0.0 || !may_thin {
            return (sides, line);
        }
        let mut closed: LineString<f64> = line.iter().map(|at| (at.x, at.y)).collect();
        closed.close();
        let mut kept = closed.simplify_idx(self.tolerance);
        kept.pop();
        if kept.len() < 3 {
            return (sides, line);
        }
        (kept.iter().map(|&i| sides[i]).collect(), kept.iter().map(|&i| line[i]).collect())
    }
}

/// The longer side of a polygon's bounds, in degrees.
fn degrees_across(polygon: &Polygon<f64>) -> f64 {
    polygon.bounding_rect().map_or(0.0, |bounds| bounds.width().max(bounds.height()))
}

/// The land in one projection, at the details that are needed.
#[derive(Clone, Debug)]
pub struct Lands {
    /// As fine as the base map.
    pub fine: Arc<Land>,
    coarse: Option<Arc<Land>>,
}

/// Plane units that a coarse border strays: a fifth of a point where the world is 1,600 points wide.
const COARSE: f64 = 0.0007;
/// Points that a border may stray unseen.
const UNSEEN: f64 = 0.4;

impl Lands {
    /// The fine land alone: files are looked at closely, however small their pages.
    #[must_use]
    pub fn for_files(borders: &Borders, projection: Projection) -> Self {
        Self { fine: Arc::new(Land::new(borders, projection)), coarse: None }
    }

    /// For the screen: with a coarse land, a quarter as large, while the view is wide.
    #[must_use]
    pub fn for_screen(borders: &Borders, projection: Projection) -> Self {
        let coarse = Land::with_tolerance(borders, projection, COARSE);
        Self { coarse: Some(Arc::new(coarse)), ..Self::for_files(borders, projection) }
    }

    /// The smallest land that looks right at a scale, in points per plane unit.
    #[must_use]
    pub fn at(&self, scale: f64) -> &Arc<Land> {
        self.coarse.as_ref().filter(|land| land.tolerance * scale <= UNSEEN).unwrap_or(&self.fine)
    }
}

impl Sides {
    fn of(at: Position, projection: Projection) -> Self {
        let west = at.lon <= -180.0;
        let east = at.lon >= 180.0;
        let south = at.lat <= SOUTHERN_END.max(-projection.latitude_limit());
        Self(u8::from(west) | u8::from(east) << 1 | u8::from(south) << 2)
    }
}

fn disputed_area(shape: &MultiPolygon<f64>, projection: Projection) -> DisputedArea {
    let rings: Vec<Vec<[f32; 2]>> =
        shape.iter().flat_map(rings_of).map(|ring| projected(&subdivided(ring), projection)).collect();
    let bounds = rings.iter().map(|ring| bounds(ring)).reduce(around).unwrap_or_default();
    DisputedArea { bounds, rings }
}

fn rings_of(polygon: &Polygon<f64>) -> impl Iterator<Item = &LineString<f64>> {
    std::iter::once(polygon.exterior()).chain(polygon.interiors())
}

/// The ring's positions without the first one repeated, and with further ones on long edges.
fn subdivided(ring: &LineString<f64>) -> Vec<Position> {
    let mut positions = Vec::with_capacity(ring.0.len());
    for edge in ring.lines() {
        let (east, north) = (edge.dx(), edge.dy());
        let pieces = (east.abs().max(north.abs()) / LONGEST_EDGE).ceil().max(1.0);
        positions.extend((0..pieces as u32).map(|piece| {
            let share = f64::from(piece) / pieces;
            Position::new(edge.start.x + share * east, edge.start.y + share * north)
        }));
    }
    positions
}

fn graticule(projection: Projection) -> Vec<Vec<[f32; 2]>> {
    let limit = projection.latitude_limit();
    let meridians = (-180 + GRATICULE..180).step_by(GRATICULE as usize).map(|lon| {
        let lats = (-45..=45).map(|step| limit * f64::from(step) / 45.0);
        lats.map(|lat| Position::new(f64::from(lon), lat)).collect::<Vec<_>>()
    });
    let parallels = (-90 + GRATICULE..90).step_by(GRATICULE as usize).map(|lat| {
        let lons = (-90..=90).map(|step| f64::from(2 * step));
        lons.map(|lon| Position::new(lon, f64::from(lat))).collect::<Vec<_>>()
    });
    meridians.chain(parallels).map(|line| projected(&line, projection)).collect()
}

fn projected(positions: &[Position], projection: Projection) -> Vec<[f32; 2]> {
    positions.iter().map(|&at| screen(projection.plane_from_globe(at))).collect()
}

fn screen(at: Plane) -> [f32; 2] {
    [at.x as f32, at.y as f32]
}

/// min x, min y, max x, max y of points; all 0 for none.
fn bounds(points: &[[f32; 2]]) -> [f32; 4] {
    points.iter().map(|&[x, y]| [x, y, x, y]).reduce(around).unwrap_or_default()
}

/// The bounds around two bounds.
fn around(a: [f32; 4], b: [f32; 4]) -> [f32; 4] {
    [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]
}
