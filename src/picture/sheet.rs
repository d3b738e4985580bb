//! The sheet that the layers draw on: the scene, the way to the page, what is lit, and the marks so far.

use super::fan::{Hub, fans};
use super::look::{Colour, Look};
use super::places::is_same_city;
use super::{Mark, Shape};
use crate::drawing::{PastDisplay, share_of_ink};
use crate::globe::borders::Borders;
use crate::globe::land::Lands;
use crate::globe::view::{PageFromPlane, Point, Rect};
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::query::shown::Shown;
use crate::state::{State, Target};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Everything a picture is made from. All of it is an argument; nothing else is read.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The table.
    pub meetings: &'a Meetings,
    /// The answers to the state's filter.
    pub shown: &'a Shown,
    /// Names and label points of the land.
    pub borders: &'a Borders,
    /// The land on the state's chart.
    pub lands: &'a Lands,
    /// What the user has set.
    pub state: &'a State,
    /// What the pointer is on; `None` in files.
    pub pointed: Option<&'a Target>,
    /// Width and height of the page in points.
    pub size: [f32; 2],
}

impl Scene<'_> {
    /// The window of time before which meetings fade; `None` if none do.
    #[must_use]
    pub fn fading_window(&self) -> Option<(Date, Date)> {
        let fades = self.state.keeps_the_past() && self.state.time.mode == PastDisplay::Fading;
        self.state.filter.from.zip(self.state.filter.to).filter(|_| fades)
    }
}

/// Which meetings and countries stay bright.
#[derive(Clone, Debug, Default)]
pub struct Emphasis {
    /// The lit rows; `None` if nothing is singled out and all are bright.
    pub rows: Option<BTreeSet<usize>>,
    /// Countries of the lit rows.
    pub countries: BTreeSet<CountryCode>,
    /// The country that is itself pointed at or selected.
    pub country: Option<CountryCode>,
    /// The capitals where lit lines begin.
    begins: Vec<Position>,
}

impl Emphasis {
    /// What is pointed at is lit, else what is selected. While something is selected, pointing at land changes nothing.
    fn new(scene: &Scene) -> Self {
        let selected = scene.state.selection.as_ref();
        let pointed =
            scene.pointed.filter(|target| selected.is_none() || !matches!(target, Target::Country(_)));
        let Some(target) = pointed.or(selected) else { return Self::default() };
        let rows: BTreeSet<usize> = target.rows(scene.meetings, scene.shown).into_iter().collect();
        let country = if let Target::Country(code) = target { Some(*code) } else { None };
        if rows.is_empty() {
            return Self { country, ..Self::default() };
        }
        let participants = rows.iter().flat_map(|&row| &scene.meetings.get(row).participants);
        let countries = participants.filter_map(|participant| participant.country).collect();
        let lines = scene.shown.ties.lines.iter();
        let mut begins: Vec<Position> = Vec::new();
        for line in lines.filter(|line| line.rows.iter().any(|row| rows.contains(row))) {
            if !begins.contains(&line.from) {
                begins.push(line.from);
            }
        }
        Self { rows: Some(rows), countries, country, begins }
    }

    /// Whether a bright line begins in the city at a position.
    #[must_use]
    pub fn begins_at(&self, at: Position) -> bool {
        self.begins.iter().any(|&from| is_same_city(from, at))
    }

    /// Whether something that stands for these rows is bright.
    #[must_use]
    pub fn lights(&self, rows: &[usize]) -> bool {
        self.rows.as_ref().is_none_or(|lit| rows.iter().any(|row| lit.contains(row)))
    }
}

/// How much of its ink a mark keeps that is not lit.
const DIMMED: f32 = 0.14;

/// A page in the making.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// What is drawn.
    pub scene: Scene<'a>,
    /// Colours of the theme.
    pub look: Look,
    /// The part of the page that is map.
    pub pane: Rect,
    /// From the plane to the page.
    pub to_page: PageFromPlane,
    /// What is lit.
    pub emphasis: Emphasis,
    /// The hubs of each place, none where it lies closed.
    pub fans: Vec<Vec<Hub>>,
    /// What is drawn so far.
    pub marks: Vec<Mark>,
    /// Where no name may lie: other names, the legend, the attribution.
    pub taken: Vec<Rect>,
    /// Discs, which only a venue's name may cross.
    pub discs: Vec<Rect>,
}

impl<'a> Sheet<'a> {
    /// An empty sheet.
    #[must_use]
    pub fn new(scene: Scene<'a>, pane: Rect, to_page: PageFromPlane) -> Self {
        let look = Look::of(scene.state.theme);
        Self {
            scene,
            look,
            fans: fans(&scene, to_page.scale),
            pane,
            to_page,
            emphasis: Emphasis::new(&scene),
            marks: Vec::new(),
            taken: Vec::new(),
            discs: Vec::new(),
        }
    }

    /// Draws a form that no click finds.
    pub fn draw(&mut self, shape: Shape) {
        self.marks.push(Mark { shape, target: None });
    }

    /// Draws a form that a click finds.
    pub fn draw_for(&mut self, target: Target, shape: Shape) {
        self.marks.push(Mark { shape, target: Some(target) });
    }

    /// The page point of a position; `None` on the far side of the globe.
    #[must_use]
    pub fn page_from_globe(&self, at: Position) -> Option<Point> {
        Some(self.to_page.page_from_plane(self.scene.lands.chart.plane_from_globe(at)?))
    }

    /// The share of its ink that a mark keeps if its latest meeting lies before the window, where the past fades.
    #[must_use]
    pub fn age(&self, rows: &[usize]) -> f32 {
        let Some(window) = self.scene.fading_window() else { return 1.0 };
        rows.iter().map(|&row| share_of_ink(self.scene.meetings.get(row), window)).fold(0.0, f32::max)
    }

    /// A colour, dimmed unless lit.
    #[must_use]
    pub fn ink(&self, colour: Colour, lit: bool) -> Colour {
        if lit { colour } else { colour.faded(DIMMED) }
    }
}

/// A rectangle around a point.
#[must_use]
pub fn around(centre: Point, half_width: f32, half_height: f32) -> Rect {
    Rect {
        min: Point { x: centre.x - half_width, y: centre.y - half_height },
        max: Point { x: centre.x + half_width, y: centre.y + half_height },
    }
}

/// Whether two rectangles share more than an edge.
#[must_use]
pub fn overlap(a: Rect, b: Rect) -> bool {
    a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y
}
