//! Picking: what lies under the pointer, read from the marks that are drawn, and from the land where there is
//! none.

use super::text::width;
use super::{Anchor, Mark, Picture, Shape};
use crate::globe::borders::Borders;
use crate::globe::chart::Chart;
use crate::globe::view::Point;
use crate::meeting::Position;
use crate::state::Target;

/// Points by which a thin or small mark may be missed.
const REACH: f32 = 3.5;

/// What a click at `at` selects: the topmost mark there, else the nearest line within reach, else the
/// country.
#[must_use]
pub fn pick(picture: &Picture, borders: &Borders, chart: &Chart, at: Point) -> Option<Target> {
    if !picture.pane.contains(at) {
        return None;
    }
    let mut nearest_line: Option<(f32, &Target)> = None;
    for mark in picture.marks.iter().rev() {
        let Some(target) = &mark.target else {
            if covers(mark, at) {
                return None;
            }
            continue;
        };
        if let Shape::Line { points, width, .. } = &mark.shape {
            let gap = distance(points.iter().zip(&points[1..]), at) - width[1] / 2.0;
            if gap <= REACH && nearest_line.is_none_or(|(least, _)| gap < least) {
                nearest_line = Some((gap, target));
            }
        } else if hits(mark, at) {
            return Some(target.clone());
        }
    }
    nearest_line.map(|(_, target)| target.clone()).or_else(|| {
        let position = globe_at(picture, chart, at)?;
        borders.country_at(position).map(Target::Country)
    })
}

/// The position under a page point; `None` off the map.
#[must_use]
pub fn globe_at(picture: &Picture, chart: &Chart, at: Point) -> Option<Position> {
    chart.globe_from_plane(picture.page_from_plane.plane_from_page(at))
}

/// Whether the pointer is on the legend or the attribution, under which nothing can be picked. The page's own
/// ground covers nothing.
fn covers(mark: &Mark, at: Point) -> bool {
    matches!(&mark.shape, Shape::Panel { rect, fill, .. } if fill.a > 0 && rect.min != Point::default() && rect.contains(at))
}

fn hits(mark: &Mark, at: Point) -> bool {
    match &mark.shape {
        Shape::Disc { centre, radius, .. } => centre.distance_to(at) <= radius + REACH,
        Shape::Panel { rect, .. } => rect.contains(at),
        Shape::Text { at: base, anchor, text, size, weight, .. } => {
            let wide = width(text, *size, *weight);
            let left = match anchor {
                Anchor::Start => base.x,
                Anchor::Middle => base.x - wide / 2.0,
                Anchor::End => base.x - wide,
            };
            (left..=left + wide).contains(&at.x) && (base.y - size..=base.y + size * 0.3).contains(&at.y)
        }
        Shape::Polygon { points, .. } => is_inside(points, at) || distance(sides(points), at) <= REACH,
        Shape::Land { .. } | Shape::Line { .. } => false,
    }
}

/// The sides of a polygon, the closing one among them.
fn sides(points: &[Point]) -> impl Iterator<Item = (&Point, &Point)> {
    points.iter().zip(points.iter().cycle().skip(1))
}

/// The distance in points from the nearest of some segments.
fn distance<'a>(segments: impl Iterator<Item = (&'a Point, &'a Point)>, at: Point) -> f32 {
    let to_segment = |(a, b): (&Point, &Point)| {
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let share = ((at.x - a.x) * dx + (at.y - a.y) * dy) / (dx * dx + dy * dy).max(1e-6);
        let share = share.clamp(0.0, 1.0);
        at.distance_to(Point { x: a.x + dx * share, y: a.y + dy * share })
    };
    segments.map(to_segment).fold(f32::MAX, f32::min)
}

/// Whether a point lies in a polygon, by the even–odd rule.
fn is_inside(points: &[Point], at: Point) -> bool {
    let crossed = sides(points).filter(|(a, b)| {
        (a.y > at.y) != (b.y > at.y) && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x)
    });
    crossed.count() % 2 == 1
}
