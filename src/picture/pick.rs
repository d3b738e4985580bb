//! Picking: what lies under the pointer, read from the marks that are drawn, and from the land where there is
//! none.

use super::layers::specks::{RADIUS, has_ring};
use super::text::width;
use super::{Anchor, Mark, Picture, Shape};
use crate::globe::borders::{Borders, ContestedShape};
use crate::globe::chart::Chart;
use crate::globe::direction::{angle, direction};
use crate::globe::land::Lands;
use crate::globe::view::Point;
use crate::meeting::Position;
use crate::state::Target;

/// Points by which a thin or small mark may be missed.
const REACH: f32 = 3.5;
/// Points by which a coast may be missed.
const OFFSHORE: f32 = 5.0;
/// Degrees of arc by which it may be missed however closely one looks: 5 km, by which harbours and capitals
/// lie at sea at 1:50 million.
const COAST: f64 = 0.045;

/// What a click at `at` selects: the topmost mark there, else the nearest line within reach, else the
/// country, on its land or a little off its coast.
#[must_use]
pub fn pick(picture: &Picture, borders: &Borders, chart: &Chart, at: Point) -> Option<Target> {
    if !picture.pane.contains(at) {
        return None;
    }
    let mut nearest_line: Option<(f32, &Target)> = None;
    // Capitals and the rings of small states. The rings lie under the lines.
    let mut nearest_dot: Option<(f32, &Target)> = None;
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
        } else if let (Target::Country(_), Shape::Disc { centre, radius, .. }) = (target, &mark.shape) {
            let gap = centre.distance_to(at);
            let is_nearest = nearest_dot.is_none_or(|(least, _)| gap < least);
            let is_under_a_line = nearest_line.is_some() && nearest_dot.is_none();
            if gap <= radius + REACH && is_nearest && !is_under_a_line {
                nearest_dot = Some((gap, target));
            }
        } else if hits(mark, at) {
            return Some(nearest_dot.map_or(target, |(_, dot)| dot).clone());
        }
    }
    nearest_dot.or(nearest_line).map(|(_, target)| target.clone()).or_else(|| {
        let position = globe_at(picture, chart, at)?;
        let near = || borders.country_near(position, COAST.max(degrees(picture, chart, at, OFFSHORE)));
        borders.country_at(position).or_else(near).map(Target::Country)
    })
}

/// The area of contested status that is marked with a ring or hatched at a page point, and where it lies.
#[must_use]
pub fn contested_at<'a>(
    picture: &Picture,
    borders: &'a Borders,
    lands: &Lands,
    at: Point,
) -> Option<(&'a ContestedShape, Position)> {
    let scale = picture.page_from_plane.scale;
    let on_page =
        |position| Some(picture.page_from_plane.page_from_plane(lands.chart.plane_from_globe(position)?));
    let areas = borders.contested.iter().zip(lands.contested.iter());
    let ringed = areas.filter(|(area, hatched)| has_ring(area, hatched, scale)).filter_map(|(area, _)| {
        let ring = area.ring?;
        let gap = on_page(ring)?.distance_to(at);
        (gap <= RADIUS + REACH).then_some((gap, (area, ring)))
    });
    let nearest = ringed.min_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, found)| found);
    nearest.or_else(|| {
        let there = globe_at(picture, &lands.chart, at)?;
        Some((borders.contested_at(there)?, there))
    })
}

/// How many degrees of arc some points are at a page point.
fn degrees(picture: &Picture, chart: &Chart, at: Point, points: f32) -> f64 {
    let Some(here) = globe_at(picture, chart, at).map(direction) else { return 0.0 };
    let beside = [Point { x: at.x + points, ..at }, Point { y: at.y + points, ..at }];
    let arcs = beside.into_iter().filter_map(|beside| globe_at(picture, chart, beside));
    arcs.map(|there| angle(here, direction(there)).to_degrees()).fold(0.0, f64::max)
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
        Shape::Land { .. } | Shape::Hatch { .. } | Shape::Line { .. } => false,
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
