//! Land as it lies on the plane: projected and triangulated once per projection, then only scaled and moved.

use super::borders::Borders;
use super::projection::Projection;
use crate::meeting::code::CountryCode;
use std::ops::Range;

/// Everything of the base map in one projection. Plane units, x to the right, y up, as `f32` for the screen.
#[derive(Debug)]
pub struct Land {
    /// The projection it lies in.
    pub projection: Projection,
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
}

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
    pub fn new(_borders: &Borders, _projection: Projection) -> Self {
        todo!("skeleton")
    }

    /// Whether the border between two neighbouring vertices of a ring is only the edge of the map.
    #[must_use]
    pub fn is_map_edge(&self, _a: usize, _b: usize) -> bool {
        todo!("skeleton")
    }
}
