//! Gathered marks: no two marks of places lie over one another. Places that are too near each other at a zoom
//! share one mark with their number together; closer up they come apart.

use super::look::size;
use super::text::{Weight, width};
use super::venue::{Hub, has_number};
use crate::globe::view::Point;
use crate::meeting::Status;
use crate::query::place::Place;
use crate::words::message::Message;
use crate::words::say;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The mark of a place, or of several that lie close together.
#[derive(Clone, Debug, PartialEq)]
pub struct VenueMark {
    /// The numbers of its places, the one that counts most first.
    pub places: Vec<usize>,
    /// Its middle: that of the first place.
    pub centre: Point,
    /// Its radius in points.
    pub radius: f32,
    /// What its meetings count together.
    pub weight: usize,
    /// How many meetings they are.
    meetings: usize,
}

/// What a mark shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Face {
    /// Its edge.
    pub ring: Ring,
    /// What stands in it.
    pub inside: Inside,
    /// The best established status of its meetings.
    pub status: Status,
}

/// The edge of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ring {
    /// A place known only to its country, in the colour of its status.
    Dashed,
    /// A host was at home.
    Bold,
    /// Any other, in the colour of its status.
    Thin,
}

/// What stands in a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inside {
    /// What its meetings count.
    Number,
    /// A summit, in the colour of its status.
    Star,
    /// A meeting, in the colour of its status.
    Dot,
    /// Nothing.
    Nothing,
}

impl VenueMark {
    fn of(number: usize, place: &Place, centre: Point) -> Self {
        let (weight, meetings) = (place.weight, place.meetings);
        let radius = radius(weight, meetings, has_number(place));
        Self { places: vec![number], centre, radius, weight, meetings }
    }

    /// Whether it stands for several places.
    #[must_use]
    pub fn is_gathered(&self) -> bool {
        self.places.len() > 1
    }

    /// Whether it shows a number.
    #[must_use]
    pub fn has_number(&self, places: &[Place]) -> bool {
        self.is_gathered() || has_number(&places[self.places[0]])
    }

    /// What it shows where it lies closed: its meetings do not stand around it.
    #[must_use]
    pub fn face(&self, places: &[Place]) -> Face {
        let all = || self.places.iter().map(|&place| &places[place]);
        let first = &places[self.places[0]];
        let ring = if all().all(|place| place.hollow) {
            Ring::Dashed
        } else if all().any(|place| place.host_at_home) {
            Ring::Bold
        } else {
            Ring::Thin
        };
        let inside = match ring {
            _ if self.has_number(places) => Inside::Number,
            Ring::Dashed => Inside::Nothing,
            Ring::Bold | Ring::Thin if first.summit => Inside::Star,
            Ring::Bold | Ring::Thin => Inside::Dot,
        };
        let status = all().map(|place| place.status).min().unwrap_or(first.status);
        Face { ring, inside, status }
    }

    fn take(&mut self, other: Self) {
        self.weight += other.weight;
        self.meetings += other.meetings;
        self.places.extend(other.places);
        self.radius = radius(self.weight, self.meetings, true);
    }
}

/// The radius in points of a mark, which has room for its number.
fn radius(weight: usize, meetings: usize, has_number: bool) -> f32 {
    if !has_number && meetings < 2 {
        return SMALLEST;
    }
    let grown = (7.0 + 0.9 * (meetings.max(2) as f32).sqrt()).min(LARGEST);
    grown.max(width(&say(Message::Number(weight)), size::SMALL, Weight::SemiBold) / 2.0 + 3.0)
}

/// The radius in points of the mark of a single meeting, and of the largest mark.
const SMALLEST: f32 = 5.5;
const LARGEST: f32 = 14.0;
/// Points that are left between two marks.
const GAP: f32 = 1.5;
/// The side of a cell in which neighbours are looked for: no two marks that touch are further from each
/// other.
const CELL: f32 = 2.0 * (LARGEST + 12.0) + GAP;

/// The marks of places, those that count most first. `at` is where each place lies on the page, `None` on the
/// far side of the globe; a place that lies open, with hubs around it, keeps a mark of its own.
#[must_use]
pub fn gathered(places: &[Place], at: &[Option<Point>], fans: &[Vec<Hub>]) -> Vec<VenueMark> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_key(|&number| {
        let place = &places[number];
        (place.hollow, Reverse(place.weight), Reverse(place.meetings), place.id)
    });
    let mark = |number: &usize| Some(VenueMark::of(*number, &places[*number], at[*number]?));
    let (open, closed): (Vec<VenueMark>, Vec<VenueMark>) =
        order.iter().filter_map(mark).partition(|mark| !fans[mark.places[0]].is_empty());
    let mut marks = closed;
    loop {
        let before = marks.len();
        marks = once(marks);
        if marks.len() == before {
            break;
        }
    }
    marks.extend(open);
    marks
}

/// Each mark is taken up by the nearest one before it that it touches.
fn once(marks: Vec<VenueMark>) -> Vec<VenueMark> {
    let mut kept: Vec<VenueMark> = Vec::with_capacity(marks.len());
    let mut cells: BTreeMap<(i32, i32), Vec<usize>> = BTreeMap::new();
    for mark in marks {
        let [column, row] = [mark.centre.x, mark.centre.y].map(|at| (at / CELL).floor() as i32);
        let around = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (column + dx, row + dy)));
        let near = around.filter_map(|cell| cells.get(&cell)).flatten().copied();
        let gap = |number: usize| {
            let one: &VenueMark = &kept[number];
            one.centre.distance_to(mark.centre) - one.radius - mark.radius
        };
        let nearest = near.map(|number| (gap(number), number)).filter(|(gap, _)| *gap < GAP);
        if let Some((_, taker)) = nearest.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))) {
            kept[taker].take(mark);
        } else {
            cells.entry((column, row)).or_default().push(kept.len());
            kept.push(mark);
        }
    }
    kept
}
