//! Finds the area around a point: an R-tree over the parts of all areas, and each part's edges sorted into
//! bands of latitude.

use geo::{LineString, MultiPolygon, Polygon};
use rstar::{AABB, RTree, RTreeObject};

/// Edges in a band, about: few enough to go through in a blink, many enough to keep the bands small.
const EDGES_PER_BAND: usize = 8;

/// Areas by position. Each part costs one look into one band, however long its coast.
#[derive(Debug)]
pub struct AreaIndex {
    parts: RTree<Part>,
}

impl AreaIndex {
    /// Sorts the areas in, numbered in the order given. Degrees, longitude first.
    pub fn new<'a>(areas: impl Iterator<Item = &'a MultiPolygon<f64>>) -> Self {
        let parts =
            areas.enumerate().flat_map(|(area, land)| land.iter().map(move |part| Part::new(area, part)));
        Self { parts: RTree::bulk_load(parts.collect()) }
    }

    /// The number of the area around a point, the lowest if there are several. Neighbours share no point of
    /// their border.
    #[must_use]
    pub fn area_at(&self, lon: f64, lat: f64) -> Option<usize> {
        self.parts
            .locate_in_envelope_intersecting(AABB::from_point([lon, lat]))
            .filter(|part| part.contains(lon, lat))
            .map(|part| part.area)
            .min()
    }

    /// The number of the area whose border is nearest to a point, within some degrees of arc, and how far it
    /// is. A point inside an area is as far from it as from its border. As on a plane: for small distances.
    #[must_use]
    pub fn nearest(&self, lon: f64, lat: f64, degrees: f64) -> Option<(usize, f64)> {
        let shrink = lat.to_radians().cos().max(NEAR_A_POLE);
        let wide = degrees / shrink;
        let around = AABB::from_corners([lon - wide, lat - degrees], [lon + wide, lat + degrees]);
        let parts = self.parts.locate_in_envelope_intersecting(around);
        let gaps = parts.map(|part| (part.area, part.gap([lon, lat], degrees, shrink)));
        gaps.filter(|(_, gap)| *gap <= degrees)
            .min_by(|(area, gap), (other, more)| gap.total_cmp(more).then(area.cmp(other)))
    }
}

/// The least cosine of a latitude by which degrees of longitude are widened.
const NEAR_A_POLE: f64 = 0.01;

/// One polygon of an area.
#[derive(Debug)]
struct Part {
    area: usize,
    south_west: [f64; 2],
    north_east: [f64; 2],
    /// Edges by the bands of latitude that they touch, southernmost band first.
    bands: Vec<Vec<Edge>>,
}

/// An edge from its southern to its northern end.
#[derive(Clone, Copy, Debug)]
struct Edge {
    south: [f64; 2],
    north: [f64; 2],
}

impl RTreeObject for Part {
    type Envelope = AABB<[f64; 2]>;

    fn envelope(&self) -> Self::Envelope {
        AABB::from_corners(self.south_west, self.north_east)
    }
}

impl Part {
    fn new(area: usize, polygon: &Polygon<f64>) -> Self {
        let edges: Vec<Edge> =
            std::iter::once(polygon.exterior()).chain(polygon.interiors()).flat_map(edges).collect();
        let mut south_west = [f64::INFINITY; 2];
        let mut north_east = [f64::NEG_INFINITY; 2];
        for at in &polygon.exterior().0 {
            south_west = [south_west[0].min(at.x), south_west[1].min(at.y)];
            north_east = [north_east[0].max(at.x), north_east[1].max(at.y)];
        }
        let bands = vec![Vec::new(); edges.len().div_ceil(EDGES_PER_BAND).max(1)];
        let mut part = Self { area, south_west, north_east, bands };
        for edge in edges {
            for band in part.band(edge.south[1])..=part.band(edge.north[1]) {
                part.bands[band].push(edge);
            }
        }
        part
    }

    fn band(&self, lat: f64) -> usize {
        let height = self.north_east[1] - self.south_west[1];
        let share = (lat - self.south_west[1]) / height;
        ((share * self.bands.len() as f64) as usize).min(self.bands.len() - 1)
    }

    /// Degrees of arc from a point to the nearest edge; only edges within so many degrees of latitude are
    /// looked at.
    fn gap(&self, at: [f64; 2], degrees: f64, shrink: f64) -> f64 {
        let bands = self.band(at[1] - degrees)..=self.band(at[1] + degrees);
        self.bands[bands].iter().flatten().map(|edge| edge.gap(at, shrink)).fold(f64::INFINITY, f64::min)
    }

    /// Even–odd rule along the parallel to the east.
    fn contains(&self, lon: f64, lat: f64) -> bool {
        let crossed = self.bands[self.band(lat)].iter().filter(|edge| edge.is_crossed_east_of(lon, lat));
        crossed.count() % 2 == 1
    }
}

impl Edge {
    /// Degrees of arc from a point, a degree of longitude being as long as the cosine of its latitude.
    fn gap(&self, [lon, lat]: [f64; 2], shrink: f64) -> f64 {
        let [from, to] = [self.south, self.north].map(|end| [(end[0] - lon) * shrink, end[1] - lat]);
        let along = [to[0] - from[0], to[1] - from[1]];
        let square = along[0] * along[0] + along[1] * along[1];
        let share = if square > 0.0 { -(from[0] * along[0] + from[1] * along[1]) / square } else { 0.0 };
        let share = share.clamp(0.0, 1.0);
        (from[0] + share * along[0]).hypot(from[1] + share * along[1])
    }

    /// Half open, and the same arithmetic whichever neighbour asks: every point falls to one side of a shared
    /// border.
    fn is_crossed_east_of(&self, lon: f64, lat: f64) -> bool {
        let Self { south, north } = self;
        if lat < south[1] || lat >= north[1] {
            return false;
        }
        let share = (lat - south[1]) / (north[1] - south[1]);
        south[0] + share * (north[0] - south[0]) > lon
    }
}

fn edges(ring: &LineString<f64>) -> impl Iterator<Item = Edge> {
    ring.lines().map(|line| {
        let (south, north) =
            if line.start.y < line.end.y { (line.start, line.end) } else { (line.end, line.start) };
        Edge { south: [south.x, south.y], north: [north.x, north.y] }
    })
}
