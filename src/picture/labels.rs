//! Names: venues in bold, then the countries that take part, then as many others as fit, none over another.
//!
//! What is lit changes their ink, never their places: they must not jump under the pointer.

use super::look::{Colour, size};
use super::places::{is_lit, radius};
use super::sheet::{Sheet, around, overlap};
use super::text::{Weight, width};
use super::{Anchor, Shape};
use crate::gazetteer::country::Countries;
use crate::globe::view::{Point, Rect};
use crate::state::Target;
use std::collections::{BTreeMap, BTreeSet};

/// A name that would be set near a point.
#[derive(Clone, Debug)]
struct Name {
    text: String,
    size: f32,
    weight: Weight,
    colour: Colour,
    /// The point it names.
    at: Point,
    /// How far from the point it must keep: the mark's radius. `None`: centred on the point.
    clear: Option<f32>,
    /// Set further away, or over a disc, rather than not at all.
    always: bool,
    target: Target,
}

/// Sets every name that finds room, most important first.
pub fn draw(sheet: &mut Sheet) {
    let crowd = Crowd::new(sheet);
    let mut names = venues(sheet);
    names.extend(participants(sheet));
    names.extend(other_countries(sheet));
    for name in names {
        if sheet.pane.contains(name.at)
            && let Some((rect, at, anchor)) = room(sheet, &crowd, &name)
        {
            sheet.taken.push(rect);
            let shape = Shape::Text {
                at,
                anchor,
                text: name.text,
                size: name.size,
                weight: name.weight,
                colour: name.colour,
                halo: Some(sheet.look.halo),
            };
            sheet.draw_for(name.target, shape);
        }
    }
}

fn venues(sheet: &Sheet) -> Vec<Name> {
    let places = &sheet.scene.shown.journeys.places;
    let mut order: Vec<_> = places.iter().filter(|place| !place.hollow).collect();
    order.sort_by_key(|place| std::cmp::Reverse(place.rows.len()));
    order
        .into_iter()
        .filter_map(|place| {
            let lit = is_lit(sheet, place);
            Some(Name {
                text: place.key.city.clone(),
                size: size::VENUE,
                weight: Weight::SemiBold,
                colour: if lit { sheet.look.venue } else { sheet.look.quiet_ink },
                at: sheet.page_from_globe(place.at)?,
                clear: Some(radius(place)),
                always: true,
                target: Target::Place(place.key.clone()),
            })
        })
        .collect()
}

/// Countries whose capital a line leaves, and those where a place is known only to its country.
fn participants(sheet: &Sheet) -> Vec<Name> {
    let journeys = &sheet.scene.shown.journeys;
    let near_venue = |at: Point| {
        let venues = journeys.places.iter().filter(|place| !place.hollow);
        venues
            .filter_map(|place| sheet.page_from_globe(place.at))
            .any(|p| (p.x - at.x).hypot(p.y - at.y) < 3.0)
    };
    let mut names: BTreeMap<_, (bool, usize, Name)> = BTreeMap::new();
    let countries = Countries::embedded();
    let mut wish = |code, at: Point, clear: f32, rows: &[usize]| {
        let lit = sheet.emphasis.lights(rows);
        let Some(country) = countries.get(code) else { return };
        let entry = names.entry(code).or_insert_with(|| {
            let name = Name {
                text: country.short.clone(),
                size: size::SMALL,
                weight: Weight::Regular,
                colour: sheet.look.quiet_ink,
                at,
                clear: Some(clear),
                always: false,
                target: Target::Country(code),
            };
            (false, 0, name)
        });
        entry.0 |= lit;
        entry.1 += rows.len();
    };
    for place in journeys.places.iter().filter(|place| place.hollow) {
        if let (Some(code), Some(at)) = (place.key.country, sheet.page_from_globe(place.at)) {
            wish(code, at, radius(place), &place.rows);
        }
    }
    for line in &journeys.lines {
        if let Some(at) = sheet.page_from_globe(line.from).filter(|at| !near_venue(*at)) {
            wish(line.key.from, at, 3.0, &line.rows);
        }
    }
    let mut names: Vec<_> = names.into_values().collect();
    names.sort_by_key(|(_, rows, _)| std::cmp::Reverse(*rows));
    let ink = |(lit, _, name): (bool, usize, Name)| {
        let singled_out = sheet.emphasis.rows.is_some() && lit;
        let colour = if singled_out { sheet.look.ink } else { name.colour };
        Name { colour, ..name }
    };
    names.into_iter().map(ink).collect()
}

/// Countries that take no part, where the name fits into the country: the more, the closer one looks.
fn other_countries(sheet: &Sheet) -> Vec<Name> {
    let lines = &sheet.scene.shown.journeys.lines;
    let named: BTreeSet<_> = lines.iter().map(|line| line.key.from).collect();
    let countries = Countries::embedded();
    let mut names: Vec<(f64, Name)> = Vec::new();
    let areas = &sheet.scene.lands.at(sheet.to_page.scale).areas;
    for (shape, area) in sheet.scene.borders.countries.iter().zip(areas) {
        let room = (area.bounds[2] - area.bounds[0]) * sheet.to_page.scale as f32;
        let selected = sheet.scene.state.selection == Some(Target::Country(shape.code));
        if named.contains(&shape.code) || (room < 40.0 && !selected) {
            continue;
        }
        let (Some(country), Some(at)) = (countries.get(shape.code), sheet.page_from_globe(shape.label_at))
        else {
            continue;
        };
        let text = country.short.clone();
        if width(&text, size::NOTE, Weight::Regular) > room * 0.62 && !selected {
            continue;
        }
        let name = Name {
            text,
            size: size::NOTE,
            weight: if selected { Weight::SemiBold } else { Weight::Regular },
            colour: if selected { sheet.look.ink } else { sheet.look.quiet_ink.faded(0.8) },
            at,
            clear: None,
            always: false,
            target: Target::Country(shape.code),
        };
        names.push((if selected { 0.0 } else { shape.label_rank }, name));
    }
    names.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.text.cmp(&b.1.text)));
    names.into_iter().map(|(_, name)| name).collect()
}

/// The best free position, most liked first: what lies under it decides, then the order of places around the point.
fn room(sheet: &Sheet, crowd: &Crowd, name: &Name) -> Option<(Rect, Point, Anchor)> {
    let wide = width(&name.text, name.size, name.weight);
    let high = name.size * 1.15;
    let mut best: Option<(f32, Rect, Point, Anchor)> = None;
    for (rank, (centre, anchor)) in positions(name, wide, high).into_iter().enumerate() {
        let rect = around(centre, wide / 2.0 + 1.0, high / 2.0);
        let inside = sheet.pane.contains(rect.min) && sheet.pane.contains(rect.max);
        let discs = sheet.discs.iter().filter(|disc| overlap(**disc, rect)).count();
        if !inside || sheet.taken.iter().any(|taken| overlap(*taken, rect)) || (discs > 0 && !name.always) {
            continue;
        }
        let under = crowd.under(rect);
        if name.clear.is_none() && under > MOST_CROSSED {
            continue;
        }
        let far = if rank < BESIDE { 0.0 } else { 15.0 };
        let far = if names_another(sheet, name, rect) { far + 60.0 } else { far };
        let cost = rank as f32 * 0.6 + far + under + discs as f32 * 100.0;
        if best.as_ref().is_none_or(|(least, ..)| cost < *least) {
            let x = match anchor {
                Anchor::Start => rect.min.x + 1.0,
                Anchor::Middle => centre.x,
                Anchor::End => rect.max.x - 1.0,
            };
            best = Some((cost, rect, Point { x, y: centre.y + name.size * 0.36 }, anchor));
        }
    }
    best.map(|(_, rect, at, anchor)| (rect, at, anchor))
}

/// Whether a name beside a mark would stand nearer to another mark, and be read as that one's.
fn names_another(sheet: &Sheet, name: &Name, rect: Rect) -> bool {
    let gap = |at: Point| {
        let x = (rect.min.x - at.x).max(at.x - rect.max.x).max(0.0);
        let y = (rect.min.y - at.y).max(at.y - rect.max.y).max(0.0);
        x.hypot(y)
    };
    let own = gap(name.at);
    name.clear.is_some() && sheet.discs.iter().any(|disc| gap(disc.centre()) < own - 0.5)
}

/// Cells of line that a name set on its country may cross.
const MOST_CROSSED: f32 = 9.0;
/// The positions right beside a mark; those after them are a line further away.
const BESIDE: usize = 12;

/// Centres for a name of this width and height, best liked first.
fn positions(name: &Name, wide: f32, high: f32) -> Vec<(Point, Anchor)> {
    let at = |dx: f32, dy: f32| Point { x: name.at.x + dx, y: name.at.y + dy };
    let Some(clear) = name.clear else { return vec![(at(0.0, 0.0), Anchor::Middle)] };
    let side = clear + 4.0 + wide / 2.0;
    let above = clear + 2.0 + high / 2.0;
    let slant = clear * 0.7 + high / 2.0;
    let flush = (wide / 2.0 - clear).max(0.0);
    let mut places = vec![
        (at(side, 0.0), Anchor::Start),
        (at(-side, 0.0), Anchor::End),
        (at(0.0, above), Anchor::Middle),
        (at(0.0, -above), Anchor::Middle),
        (at(side - 2.0, slant), Anchor::Start),
        (at(side - 2.0, -slant), Anchor::Start),
        (at(2.0 - side, slant), Anchor::End),
        (at(2.0 - side, -slant), Anchor::End),
        (at(flush, -above), Anchor::Start),
        (at(-flush, -above), Anchor::End),
        (at(flush, above), Anchor::Start),
        (at(-flush, above), Anchor::End),
    ];
    if name.always {
        let (side, above) = (side + 6.0, above + high);
        for (dx, anchor) in [(0.0, Anchor::Middle), (side, Anchor::Start), (-side, Anchor::End)] {
            places.extend([(at(dx, -above), anchor), (at(dx, above), anchor)]);
        }
    }
    places
}

/// How much line lies where, on a grid that moves with the map, so that names do not jump while it is panned.
struct Crowd {
    /// Where the grid's first cell begins.
    corner: Point,
    columns: usize,
    /// Row by row, the line in each cell, in cells crossed.
    cells: Vec<f32>,
}

/// The side of a cell in points.
const CELL: f32 = 6.0;

impl Crowd {
    fn new(sheet: &Sheet) -> Self {
        let [x, y] = sheet.to_page.origin.map(|o| o as f32);
        let snapped = |edge: f32, origin: f32| origin + ((edge - origin) / CELL).floor() * CELL;
        let corner = Point { x: snapped(sheet.pane.min.x, x), y: snapped(sheet.pane.min.y, y) };
        let columns = (sheet.pane.width() / CELL) as usize + 2;
        let rows = (sheet.pane.height() / CELL) as usize + 2;
        let mut crowd = Self { corner, columns, cells: vec![0.0; columns * rows] };
        for pair in sheet.courses.iter().flat_map(|points| points.windows(2)) {
            crowd.add(pair[0], pair[1], sheet.pane);
        }
        crowd
    }

    fn column(&self, x: f32) -> usize {
        (((x - self.corner.x) / CELL).max(0.0) as usize).min(self.columns - 1)
    }

    fn row(&self, y: f32) -> usize {
        (((y - self.corner.y) / CELL).max(0.0) as usize).min(self.cells.len() / self.columns - 1)
    }

    fn add(&mut self, a: Point, b: Point, pane: Rect) {
        let length = (b.x - a.x).hypot(b.y - a.y);
        let steps = (length / CELL).ceil().min(4000.0) as usize;
        for step in 0..steps {
            let share = step as f32 / steps as f32;
            let at = Point { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
            if pane.contains(at) {
                let cell = self.row(at.y) * self.columns + self.column(at.x);
                self.cells[cell] += length / steps as f32 / CELL;
            }
        }
    }

    /// The line under a rectangle, in cells crossed.
    fn under(&self, rect: Rect) -> f32 {
        let columns = self.column(rect.min.x)..=self.column(rect.max.x);
        let rows = self.row(rect.min.y)..=self.row(rect.max.y);
        rows.map(|row| {
            let start = row * self.columns;
            self.cells[start + columns.start()..=start + columns.end()].iter().sum::<f32>()
        })
        .sum()
    }
}
