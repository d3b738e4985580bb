//! The view: which part of the plane a page shows, and the way between plane and page.

use super::projection::Plane;
use serde::{Deserialize, Serialize};

/// Points on a page, x to the right, y down.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

/// A rectangle on a page, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The upper left corner.
    pub min: Point,
    /// The lower right corner.
    pub max: Point,
}

/// What the user has panned and zoomed to. It fits any page: the smaller side of the map pane shows `span` plane units.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// The plane point in the middle of the map pane.
    pub centre: Plane,
    /// Plane units across the pane's smaller side.
    pub span: f64,
}

/// The smallest and largest [`View::span`]: from about 100 km to the whole map with room around it.
pub const SPAN_RANGE: std::ops::RangeInclusive<f64> = 0.015..=6.5;

/// The way between plane and page for one view in one map pane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageFromPlane {
    /// Points per plane unit.
    pub scale: f64,
    /// The page point of the plane's origin, x then y.
    pub origin: [f64; 2],
}

impl PageFromPlane {
    /// For a view in a pane.
    #[must_use]
    pub fn new(_view: View, _pane: Rect) -> Self {
        todo!("skeleton")
    }

    /// The page point of a plane point.
    #[must_use]
    pub fn page_from_plane(&self, _at: Plane) -> Point {
        todo!("skeleton")
    }

    /// The plane point of a page point.
    #[must_use]
    pub fn plane_from_page(&self, _at: Point) -> Plane {
        todo!("skeleton")
    }
}

impl View {
    /// The view that shows all points within the pane, with `margin` points to spare on each side; the whole map if there are none.
    #[must_use]
    pub fn fitting(_points: &[Plane], _pane: Rect, _margin: f32) -> Self {
        todo!("skeleton")
    }

    /// The view after dragging the page by `dx`, `dy` points.
    #[must_use]
    pub fn panned(self, _pane: Rect, _dx: f32, _dy: f32) -> Self {
        todo!("skeleton")
    }

    /// The view after magnifying by `factor` around a page point, which stays where it is.
    #[must_use]
    pub fn zoomed(self, _pane: Rect, _around: Point, _factor: f64) -> Self {
        todo!("skeleton")
    }
}
