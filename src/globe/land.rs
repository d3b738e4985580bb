//! Land as it lies on the plane: cut, projected and triangulated for a chart, then only scaled and moved.

use super::borders::Borders;
use super::chart::Chart;
use super::courses::Courses;
use super::cut::Loop;
use super::outline::Outline;
use super::projection::Plane;
use super::thinning::{COARSE, Detail};
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use geo::{LineString, Polygon, Simplify, TriangulateEarcut};
use std::ops::Range;
use std::sync::Arc;

/// All countries on one chart. Plane units, x to the right, y up, as `f32` for the screen.
#[derive(Debug)]
pub struct Land {
    /// What it lies on.
    pub chart: Chart,
    /// Countries in the order of [`Borders::countries`].
    pub areas: Vec<LandArea>,
    /// The vertices of all areas.
    pub vertices: Vec<[f32; 2]>,
    /// Triangles of all areas, three numbers of vertices each; none of land that is only outlined.
    pub triangles: Vec<u32>,
    /// Whether each of [`Self::vertices`] lies on the edge of the map.
    on_edge: Vec<bool>,
}

/// One country's part of the land; without rings where the map does not show it.
#[derive(Debug)]
pub struct LandArea {
    /// Whose land.
    pub code: CountryCode,
    /// min x, min y, max x, max y.
    pub bounds: [f32; 4],
    /// Its triangles: a range of [`Land::triangles`], a multiple of three long.
    pub triangles: Range<usize>,
    /// Its polygons' rings, outer and holes alike: ranges of [`Land::vertices`], closed without their first
    /// point repeated.
    pub rings: Vec<LandRing>,
}

/// A ring of a polygon.
#[derive(Debug)]
pub struct LandRing {
    /// A range of [`Land::vertices`].
    pub vertices: Range<usize>,
    /// min x, min y, max x, max y.
    pub bounds: [f32; 4],
    /// Whether it is a hole in the last ring before it that is none.
    pub is_hole: bool,
}

impl Land {
    /// Cuts, projects and triangulates. Edges along the edge of the map fill but are never drawn as a border:
    /// see [`Self::is_map_edge`].
    #[must_use]
    pub fn new(borders: &Borders, chart: Chart, detail: Detail) -> Self {
        let mut land = Self::outlined(borders, chart, detail);
        land.triangulate();
        land
    }

    /// The same without triangles, which files do without.
    #[must_use]
    pub fn outlined(borders: &Borders, chart: Chart, detail: Detail) -> Self {
        let rings = borders.countries.iter().flat_map(|country| country.rings_at(detail));
        let corners = rings.map(Vec::len).sum::<usize>();
        let mut land = Self {
            chart,
            areas: Vec::with_capacity(borders.countries.len()),
            vertices: Vec::with_capacity(corners),
            triangles: Vec::new(),
            on_edge: Vec::with_capacity(corners),
        };
        for country in &borders.countries {
            land.add_area(country.code, chart.rings(country.rings_at(detail)));
        }
        land
    }

    /// Whether the border between two neighbouring vertices of a ring is only the edge of the map.
    #[must_use]
    pub fn is_map_edge(&self, a: usize, b: usize) -> bool {
        self.on_edge[a] && self.on_edge[b]
    }

    fn add_area(&mut self, code: CountryCode, loops: Vec<Loop>) {
        let mut rings = Vec::with_capacity(loops.len());
        for polygon in polygons(loops) {
            self.add_polygon(polygon, &mut rings);
        }
        let bounds = rings.iter().map(|ring: &LandRing| ring.bounds).reduce(around).unwrap_or_default();
        self.areas.push(LandArea { code, bounds, triangles: 0..0, rings });
    }

    /// Adds an outer ring with its holes.
    fn add_polygon(&mut self, polygon: Vec<Loop>, rings: &mut Vec<LandRing>) {
        for (number, Loop { points, on_edge }) in polygon.into_iter().enumerate() {
            let start = self.vertices.len();
            self.vertices.extend(points.into_iter().map(screen));
            self.on_edge.extend(on_edge);
            let vertices = start..self.vertices.len();
            let bounds = bounds(&self.vertices[vertices.clone()]);
            rings.push(LandRing { bounds, vertices, is_hole: number > 0 });
        }
    }

    /// Makes the triangles of each area from its rings.
    fn triangulate(&mut self) {
        let Self { areas, vertices, triangles, .. } = self;
        triangles.reserve_exact(3 * vertices.len());
        for area in areas {
            let first_triangle = triangles.len();
            let mut rings = &area.rings[..];
            while let Some((outer, after)) = rings.split_first() {
                let holes = after.iter().take_while(|ring| ring.is_hole).count();
                let line = |ring: &LandRing| {
                    let points = vertices[ring.vertices.clone()].iter();
                    points.map(|&[x, y]| (f64::from(x), f64::from(y))).collect::<LineString<f64>>()
                };
                let polygon = Polygon::new(line(outer), after[..holes].iter().map(line).collect());
                let first = outer.vertices.start;
                let own = polygon.earcut_triangles_raw().triangle_indices;
                triangles.extend(own.into_iter().map(|vertex| (first + vertex) as u32));
                rings = &after[holes..];
            }
            area.triangles = first_triangle..triangles.len();
        }
    }
}

/// Sorts loops into polygons, the outer ring first and then the holes that lie wholly in it. A hole in no
/// outer ring would be land that covers nothing, and is left out: triangulation relies on it.
fn polygons(loops: Vec<Loop>) -> Vec<Vec<Loop>> {
    let (outer, holes): (Vec<Loop>, Vec<Loop>) = loops.into_iter().partition(|found| found.area() > 0.0);
    let mut polygons: Vec<Vec<Loop>> = outer.into_iter().map(|outer| vec![outer]).collect();
    for hole in holes {
        let around =
            polygons.iter_mut().find(|polygon| hole.points.iter().all(|&at| polygon[0].contains(at)));
        if let Some(polygon) = around {
            polygon.push(hole);
        }
    }
    polygons
}

/// Everything of the base map on one chart, at the details that are needed.
#[derive(Clone, Debug)]
pub struct Lands {
    /// What it all lies on.
    pub chart: Chart,
    /// The ways between places on it.
    pub courses: Arc<Courses>,
    /// The edge of the map.
    pub outline: Arc<Outline>,
    /// Meridians and parallels every 30°, as polylines.
    pub graticule: Arc<Vec<Vec<[f32; 2]>>>,
    /// The tropics and the polar circles, north to south.
    pub circles: Arc<Vec<Circle>>,
    /// Areas of contested status in the order of [`Borders::contested`]: their rings, to be hatched.
    pub contested: Arc<Vec<HatchedArea>>,
    /// As fine as the base map; `None` while it is being made.
    pub fine: Option<Arc<Land>>,
    /// For wide views; `None` for files, which are looked at closely, however small their pages.
    pub coarse: Option<Arc<Land>>,
}

/// An area of contested status on the plane.
#[derive(Debug)]
pub struct HatchedArea {
    /// min x, min y, max x, max y.
    pub bounds: [f32; 4],
    /// Outer rings and holes.
    pub rings: Vec<Vec<[f32; 2]>>,
}

/// Points that a border may stray unseen: less than it is wide.
const UNSEEN: f64 = 0.55;

impl Lands {
    /// The fine land alone, without its triangles.
    #[must_use]
    pub fn for_files(borders: &Borders, chart: Chart) -> Self {
        let fine = Arc::new(Land::outlined(borders, chart, Detail::Fine));
        Self { fine: Some(fine), ..Self::bare(borders, chart) }
    }

    /// The coarse land alone: what a moving globe needs at once. The fine one can be added.
    #[must_use]
    pub fn in_motion(borders: &Borders, chart: Chart) -> Self {
        let coarse = Arc::new(Land::new(borders, chart, Detail::Coarse));
        Self { coarse: Some(coarse), ..Self::bare(borders, chart) }
    }

    /// Both: fine, and coarse while the view is wide.
    #[must_use]
    pub fn for_screen(borders: &Borders, chart: Chart) -> Self {
        let fine = Arc::new(Land::new(borders, chart, Detail::Fine));
        Self { fine: Some(fine), ..Self::in_motion(borders, chart) }
    }

    fn bare(borders: &Borders, chart: Chart) -> Self {
        let contested =
            borders.contested.iter().map(|area| hatched_area(&chart.rings(&area.rings))).collect();
        let outline = Arc::new(Outline::new(chart.projection));
        Self {
            chart,
            courses: Arc::new(Courses::new(chart)),
            outline,
            graticule: Arc::new(graticule(&chart)),
            circles: Arc::new(circles(&chart)),
            contested: Arc::new(contested),
            fine: None,
            coarse: None,
        }
    }

    /// The smallest land that looks right at a scale, in points per plane unit.
    #[must_use]
    pub fn at(&self, scale: f64) -> &Arc<Land> {
        let wide = self.coarse.as_ref().filter(|_| COARSE * scale <= UNSEEN);
        wide.or(self.fine.as_ref()).or(self.coarse.as_ref()).expect("there is always a land")
    }
}

fn hatched_area(loops: &[Loop]) -> HatchedArea {
    let rings: Vec<Vec<[f32; 2]>> =
        loops.iter().map(|found| found.points.iter().copied().map(screen).collect()).collect();
    let bounds = rings.iter().map(|ring| bounds(ring)).reduce(around).unwrap_or_default();
    HatchedArea { bounds, rings }
}

/// Degrees between the lines of the graticule.
const GRATICULE: usize = 30;

/// Plane units that a line of the graticule may stray from its curve: a tenth of a point where the world is
/// 3,000 points wide.
const UNSEEN_BEND: f64 = 0.0002;

/// A parallel that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CircleName {
    /// The Arctic Circle.
    Arctic,
    /// The Tropic of Cancer.
    Cancer,
    /// The Tropic of Capricorn.
    Capricorn,
    /// The Antarctic Circle.
    Antarctic,
}

/// A parallel that has a name, as polylines.
#[derive(Clone, Debug)]
pub struct Circle {
    /// Which one it is.
    pub name: CircleName,
    /// On the plane.
    pub lines: Vec<Vec<[f32; 2]>>,
}

/// The obliquity of the ecliptic at J2000, 23°26′21.4″, rounded to a second (IAU 2006: Capitaine et al. 2003,
/// Astronomy & Astrophysics 412, 567–586).
const OBLIQUITY: f64 = 23.439_28;
const CIRCLES: [(CircleName, f64); 4] = [
    (CircleName::Arctic, 90.0 - OBLIQUITY),
    (CircleName::Cancer, OBLIQUITY),
    (CircleName::Capricorn, -OBLIQUITY),
    (CircleName::Antarctic, OBLIQUITY - 90.0),
];

fn graticule(chart: &Chart) -> Vec<Vec<[f32; 2]>> {
    let limit = chart.projection.latitude_limit();
    let meridians = (-180..180).step_by(GRATICULE).map(|lon| {
        let lats = (-45..=45).map(|share| limit * f64::from(share) / 45.0);
        lats.map(|lat| Position::new(f64::from(lon), lat)).collect::<Vec<_>>()
    });
    let parallels = (-60..=60).step_by(GRATICULE).map(|lat| parallel(f64::from(lat)));
    meridians.chain(parallels).flat_map(|line| on_screen(chart, &line)).collect()
}

fn circles(chart: &Chart) -> Vec<Circle> {
    CIRCLES.map(|(name, lat)| Circle { name, lines: on_screen(chart, &parallel(lat)) }).into()
}

/// A parallel, once around the globe.
fn parallel(lat: f64) -> Vec<Position> {
    (-90..=90).map(|share| Position::new(f64::from(2 * share), lat)).collect()
}

/// A line on the plane, without the corners that its curve does not need.
fn on_screen(chart: &Chart, line: &[Position]) -> Vec<Vec<[f32; 2]>> {
    let thinned = |part: Vec<Plane>| {
        let line: LineString<f64> = part.into_iter().map(|at| (at.x, at.y)).collect();
        line.simplify(UNSEEN_BEND).0.into_iter().map(|at| [at.x as f32, at.y as f32]).collect()
    };
    chart.line(line).into_iter().map(thinned).collect()
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
