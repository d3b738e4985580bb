//! The view: which part of the plane a page shows, and the way between plane and page.

use super::projection::{Plane, Projection};
use serde::{Deserialize, Serialize};

/// Points on a page, x to the right, y down.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

impl Point {
    /// Points from here to there. `hypot` would be safe from overflow, which pages never come near, and is
    /// five times slower.
    #[must_use]
    pub fn distance_to(self, there: Self) -> f32 {
        let (dx, dy) = (there.x - self.x, there.y - self.y);
        (dx * dx + dy * dy).sqrt()
    }
}

/// A rectangle on a page, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The upper left corner.
    pub min: Point,
    /// The lower right corner.
    pub max: Point,
}

impl Rect {
    /// How wide it is.
    #[must_use]
    pub fn width(self) -> f32 {
        self.max.x - self.min.x
    }

    /// How high it is.
    #[must_use]
    pub fn height(self) -> f32 {
        self.max.y - self.min.y
    }

    /// Its middle.
    #[must_use]
    pub fn centre(self) -> Point {
        Point { x: f32::midpoint(self.min.x, self.max.x), y: f32::midpoint(self.min.y, self.max.y) }
    }

    /// The rectangle around a point, this far to each side.
    #[must_use]
    pub const fn around(centre: Point, half_width: f32, half_height: f32) -> Self {
        Self {
            min: Point { x: centre.x - half_width, y: centre.y - half_height },
            max: Point { x: centre.x + half_width, y: centre.y + half_height },
        }
    }

    /// The point of it that is nearest to a point.
    #[must_use]
    pub const fn nearest(self, to: Point) -> Point {
        Point { x: to.x.min(self.max.x).max(self.min.x), y: to.y.min(self.max.y).max(self.min.y) }
    }

    /// How far a point lies from it; 0 within.
    #[must_use]
    pub fn gap(self, to: Point) -> f32 {
        self.nearest(to).distance_to(to)
    }

    /// Whether two rectangles share more than an edge.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let across = self.min.x < other.max.x && other.min.x < self.max.x;
        across && self.min.y < other.max.y && other.min.y < self.max.y
    }

    /// Whether a point lies in it or on its edge.
    #[must_use]
    pub fn contains(self, at: Point) -> bool {
        (self.min.x..=self.max.x).contains(&at.x) && (self.min.y..=self.max.y).contains(&at.y)
    }
}

/// What the user has panned and zoomed to. It fits any page: the smaller side of the map pane shows `span`
/// plane units.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// The plane point in the middle of the map pane.
    pub centre: Plane,
    /// Plane units across the pane's smaller side.
    pub span: f64,
}

/// The smallest and largest [`View::span`]: from about 100 km to the whole map with room around it.
pub const SPAN_RANGE: std::ops::RangeInclusive<f64> = 0.015..=6.5;

/// [`View::fitting`] shows no less than this, however close the points: a single place is seen among its
/// neighbours.
const SMALLEST_FIT: f64 = 0.5;

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
    pub fn new(view: View, pane: Rect) -> Self {
        let scale = smaller_side(pane) / view.span;
        let middle = pane.centre();
        let origin =
            [f64::from(middle.x) - scale * view.centre.x, f64::from(middle.y) + scale * view.centre.y];
        Self { scale, origin }
    }

    /// The page point of a plane point.
    #[must_use]
    pub fn page_from_plane(&self, at: Plane) -> Point {
        Point {
            x: (self.origin[0] + self.scale * at.x) as f32,
            y: (self.origin[1] - self.scale * at.y) as f32,
        }
    }

    /// The plane point of a page point.
    #[must_use]
    pub fn plane_from_page(&self, at: Point) -> Plane {
        Plane {
            x: (f64::from(at.x) - self.origin[0]) / self.scale,
            y: (self.origin[1] - f64::from(at.y)) / self.scale,
        }
    }
}

impl View {
    /// The view that shows all points within the pane, with `margin` points to spare on each side; the whole
    /// map in the default projection if there are none.
    #[must_use]
    pub fn fitting(points: &[Plane], pane: Rect, margin: f32) -> Self {
        let boxes = points.iter().map(|at| [at.x, at.y, at.x, at.y]);
        let around = boxes.reduce(|a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]);
        let Some([west, south, east, north]) = around else {
            return Self::whole(Projection::default(), pane, margin);
        };
        let room = |side: f32| f64::from((side - 2.0 * margin).max(1.0));
        let plane_per_point = ((east - west) / room(pane.width())).max((north - south) / room(pane.height()));
        let span = (plane_per_point * smaller_side(pane)).max(SMALLEST_FIT);
        let centre = Plane { x: f64::midpoint(west, east), y: f64::midpoint(south, north) };
        Self { centre, span }.clamped()
    }

    /// The view that shows the whole map within the pane, with `margin` points to spare on each side.
    #[must_use]
    pub fn whole(projection: Projection, pane: Rect, margin: f32) -> Self {
        let corner = projection.corner();
        Self::fitting(&[corner, Plane { x: -corner.x, y: -corner.y }], pane, margin)
    }

    /// The view of the whole pane in which this one, made for a part of it, is seen unchanged.
    #[must_use]
    pub fn from_part(self, part: Rect, pane: Rect) -> Self {
        let centre = PageFromPlane::new(self, part).plane_from_page(pane.centre());
        Self { centre, span: self.span * smaller_side(pane) / smaller_side(part) }
    }

    /// The view after dragging the page by `dx`, `dy` points.
    #[must_use]
    pub fn panned(self, pane: Rect, dx: f32, dy: f32) -> Self {
        let plane_per_point = self.span / smaller_side(pane);
        let centre = Plane {
            x: self.centre.x - f64::from(dx) * plane_per_point,
            y: self.centre.y + f64::from(dy) * plane_per_point,
        };
        Self { centre, ..self }.clamped()
    }

    /// The view after magnifying by `factor` around a page point, which stays where it is.
    #[must_use]
    pub fn zoomed(self, pane: Rect, around: Point, factor: f64) -> Self {
        let fixed = PageFromPlane::new(self, pane).plane_from_page(around);
        let span = (self.span / factor).clamp(*SPAN_RANGE.start(), *SPAN_RANGE.end());
        let share = span / self.span;
        let centre = Plane {
            x: fixed.x + share * (self.centre.x - fixed.x),
            y: fixed.y + share * (self.centre.y - fixed.y),
        };
        Self { centre, span }.clamped()
    }

    /// The same view with its centre moved onto the rectangle around the map: for after a change of
    /// projection, or of a file's view.
    #[must_use]
    pub fn within(self, projection: Projection) -> Self {
        let corner = projection.corner();
        let centre = Plane { x: kept(self.centre.x, corner.x), y: kept(self.centre.y, corner.y) };
        let span = if self.span.is_nan() { *SPAN_RANGE.end() } else { self.span };
        Self { centre, span: span.clamp(*SPAN_RANGE.start(), *SPAN_RANGE.end()) }
    }

    /// Within the largest map there is.
    fn clamped(self) -> Self {
        self.within(Projection::Mercator)
    }
}

fn kept(value: f64, limit: f64) -> f64 {
    if value.is_nan() { 0.0 } else { value.clamp(-limit, limit) }
}

/// Never 0, so that a pane without room still has a scale.
fn smaller_side(pane: Rect) -> f64 {
    f64::from(pane.width().min(pane.height()).max(1.0))
}
