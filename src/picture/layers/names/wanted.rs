//! The names that would be set, in order of importance: what is selected, then what the meetings shown are
//! about, then by size.

use crate::gazetteer::country::{Countries, Country};
use crate::gazetteer::person::short_name;
use crate::globe::land::LandArea;
use crate::globe::view::Point;
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use crate::picture::look::{Colour, size};
use crate::picture::plan::Plan;
use crate::picture::text::{Weight, width};
use crate::picture::venue::{radius, reach};
use crate::query::place::Place;
use crate::state::Target;
use std::collections::{BTreeMap, BTreeSet};

/// A name that would be set near a point.
#[derive(Clone, Debug)]
pub struct Name {
    /// What it can be written as, best first.
    pub forms: Vec<String>,
    /// Height of the type in points.
    pub size: f32,
    /// Its weight.
    pub weight: Weight,
    /// Its ink.
    pub colour: Colour,
    /// The point it names.
    pub at: Point,
    /// Where it may stand.
    pub site: Site,
    /// What a click on it selects.
    pub target: Target,
}

/// Where a name may stand.
#[derive(Clone, Copy, Debug)]
pub enum Site {
    /// Beside a mark.
    Beside {
        /// How far from the point it must keep: the mark's radius.
        clear: f32,
        /// Placed further away or over a disc rather than left out.
        always: bool,
    },
    /// On the land of a country, at its label point or near it.
    Within {
        /// The country's number in the base map.
        area: usize,
        /// Cells of line that it may cross.
        may_cross: f32,
        /// Placed even if it crosses many lines.
        always: bool,
    },
    /// Under the name with this number, or above it.
    Under {
        /// The number.
        host: usize,
    },
}

/// How early a name is placed: the least first.
type Rank = (bool, u8, usize);

/// Every name, most important first.
pub fn names(plan: &Plan) -> Vec<Name> {
    let labels = plan.scene.state.labels;
    let mut names: Vec<(Rank, Name)> = Vec::new();
    if labels.venues {
        names.extend(venues(plan));
    }
    if labels.countries {
        let by_a_mark = by_capitals(plan);
        let named: BTreeSet<CountryCode> =
            by_a_mark.iter().filter_map(|(_, name)| country_of(name)).collect();
        names.extend(by_a_mark);
        names.extend(on_their_land(plan, &named));
    }
    names.sort_by(|(a, name), (b, other)| a.cmp(b).then_with(|| name.forms.cmp(&other.forms)));
    let mut names: Vec<Name> = names.into_iter().map(|(_, name)| name).collect();
    if labels.leaders {
        names.extend(leaders(plan, &names));
    }
    names
}

fn country_of(name: &Name) -> Option<CountryCode> {
    match name.target {
        Target::Country(code) => Some(code),
        Target::Place(_) | Target::Tie(_) | Target::Meeting(_) => None,
    }
}

fn is_selected(plan: &Plan, target: &Target) -> bool {
    plan.scene.state.selection.as_ref() == Some(target)
}

fn rank(plan: &Plan, target: &Target, class: u8, within: usize) -> Rank {
    (!is_selected(plan, target), class, within)
}

fn venues(plan: &Plan) -> Vec<(Rank, Name)> {
    let places = plan.scene.shown.ties.places.iter().enumerate().filter(|(_, place)| !place.is_country());
    let name = |(number, place): (usize, &Place)| {
        let lit = plan.lights_place(number);
        let target = Target::Place(place.id);
        let name = Name {
            forms: vec![place.name.clone()],
            size: size::VENUE,
            weight: Weight::SemiBold,
            colour: if lit { plan.look.venue } else { plan.look.quiet_ink },
            at: plan.page_from_globe(place.at)?,
            site: Site::Beside { clear: radius(place).max(reach(&plan.fans[number])), always: true },
            target,
        };
        Some((rank(plan, &name.target, 0, usize::MAX - place.rows.len()), name))
    };
    places.filter_map(name).collect()
}

/// Countries whose capital a line leaves, and those with a place known only to its country. A capital that is
/// itself a venue is left out: it has the venue's name.
fn by_capitals(plan: &Plan) -> Vec<(Rank, Name)> {
    let ties = &plan.scene.shown.ties;
    let venues = ties.places.iter().filter(|place| !place.hollow);
    let venues: Vec<Point> = venues.filter_map(|place| plan.page_from_globe(place.at)).collect();
    let near_venue = |at: Point| venues.iter().any(|p| p.distance_to(at) < 3.0);
    let mut names: BTreeMap<CountryCode, (Vec<usize>, Name)> = BTreeMap::new();
    let countries = Countries::embedded();
    let mut wish = |code, at: Point, clear: f32, rows: &[usize]| {
        let Some(country) = countries.get(code) else { return };
        let name = || Name {
            forms: forms_beside(plan, country),
            size: size::SMALL,
            weight: Weight::Regular,
            colour: plan.look.quiet_ink,
            at,
            site: Site::Beside { clear, always: false },
            target: Target::Country(code),
        };
        names.entry(code).or_insert_with(|| (Vec::new(), name())).0.extend(rows);
    };
    for place in ties.places.iter().filter(|place| place.is_country()) {
        if let (Some(code), Some(at)) = (place.country, plan.page_from_globe(place.at)) {
            wish(code, at, radius(place), &place.rows);
        }
    }
    let mut capitals: BTreeMap<CountryCode, (Position, Vec<usize>)> = BTreeMap::new();
    for line in &ties.lines {
        for (state, at) in line.capitals() {
            capitals.entry(state).or_insert_with(|| (at, Vec::new())).1.extend(&line.rows);
        }
    }
    for (state, (at, rows)) in capitals {
        if let Some(at) = plan.page_from_globe(at).filter(|&at| !near_venue(at)) {
            wish(state, at, 3.0, &rows);
        }
    }
    let ranked = |(rows, name): (Vec<usize>, Name)| {
        let singled_out = plan.emphasis.singles_out() && plan.emphasis.lights(&rows);
        let colour = if singled_out { plan.look.ink } else { name.colour };
        (rank(plan, &name.target, 1, usize::MAX - rows.len()), Name { colour, ..name })
    };
    names.into_values().map(ranked).collect()
}

/// What a country's name may be beside a mark: in full where its land is as wide as the name, else from its
/// short form on.
fn forms_beside(plan: &Plan, country: &Country) -> Vec<String> {
    let names = country.names_in(plan.scene.state.language);
    let land = plan.scene.lands.at(plan.to_page.scale);
    let area = land.areas.iter().find(|area| area.code == country.code);
    let room = area.map_or(0.0, |area| extent(plan, area)[0]).max(SHORT_ENOUGH);
    let first = names.iter().position(|name| width(name, size::SMALL, Weight::Regular) <= room);
    let first = first.unwrap_or(1).min(names.len() - 1);
    names[first..].iter().map(|&name| name.to_owned()).collect()
}

/// The width in points that a name may always have, even in a small country.
const SHORT_ENOUGH: f32 = 64.0;
/// The share of a country's width that its name may fill.
const FILLED: f32 = 0.62;
/// A country narrower than this in points is not named on its land.
const NARROWEST: f32 = 22.0;
/// Nor is one whose largest island is narrower than this.
const SMALLEST_ISLAND: f32 = 8.0;
/// Cells of line that a name on land may cross.
const MOST_CROSSED: f32 = 9.0;

/// Countries on their land, where a form of the name fits: the more, the closer one looks.
fn on_their_land(plan: &Plan, named: &BTreeSet<CountryCode>) -> Vec<(Rank, Name)> {
    let countries = Countries::embedded();
    let land = plan.scene.lands.at(plan.to_page.scale);
    let mut names = Vec::new();
    for (number, (shape, area)) in plan.scene.borders.countries.iter().zip(&land.areas).enumerate() {
        let target = Target::Country(shape.code);
        let selected = is_selected(plan, &target);
        let [wide, high] = extent(plan, area);
        if named.contains(&shape.code) || (wide < NARROWEST && !selected) {
            continue;
        }
        let (Some(country), Some(at)) = (countries.get(shape.code), plan.page_from_globe(shape.label_at))
        else {
            continue;
        };
        let takes_part = plan.scene.shown.countries.contains_key(&shape.code);
        let type_size = if takes_part { size::SMALL } else { size::NOTE };
        let weight = if selected { Weight::SemiBold } else { Weight::Regular };
        let all = country.names_in(plan.scene.state.language);
        let fits = |name: &&&str| width(name, type_size, weight) <= wide * FILLED && high > type_size;
        let mut forms: Vec<String> = all.iter().filter(fits).map(|&name| name.to_owned()).collect();
        if forms.is_empty() && selected {
            forms.extend(all.last().map(|&name| name.to_owned()));
        }
        if forms.is_empty() {
            continue;
        }
        let quiet = plan.look.quiet_ink.faded(if takes_part { 1.0 } else { 0.8 });
        let colour = if selected { plan.look.ink } else { quiet };
        let may_cross = if takes_part { 2.0 * MOST_CROSSED } else { MOST_CROSSED };
        let site = Site::Within { area: number, may_cross, always: selected };
        let rank = rank(plan, &target, if takes_part { 2 } else { 3 }, (shape.label_rank * 10.0) as usize);
        names.push((rank, Name { forms, size: type_size, weight, colour, at, site, target }));
    }
    names
}

/// How wide and high a country's main land is on the page: islands and exclaves far smaller than the largest
/// part do not count. A country of small islands counts as a point.
fn extent(plan: &Plan, area: &LandArea) -> [f32; 2] {
    let size = |[left, bottom, right, top]: [f32; 4]| (right - left) * (top - bottom);
    let largest = area.rings.iter().map(|ring| size(ring.bounds)).fold(0.0, f32::max);
    let main = area.rings.iter().map(|ring| ring.bounds).filter(|&bounds| size(bounds) >= largest / 8.0);
    let around = |a: [f32; 4], b: [f32; 4]| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])];
    let [left, bottom, right, top] = main.reduce(around).unwrap_or_default();
    let scale = plan.to_page.scale as f32;
    if largest.sqrt() * scale < SMALLEST_ISLAND {
        return [0.0, 0.0];
    }
    [right - left, top - bottom].map(|side| side * scale)
}

/// The person of each named country who takes part in most of what is shown, under the country's name or its
/// capital's.
fn leaders(plan: &Plan, names: &[Name]) -> Vec<Name> {
    let mut people: BTreeMap<CountryCode, BTreeMap<&str, usize>> = BTreeMap::new();
    for &row in &plan.scene.shown.rows {
        for person in &plan.scene.meetings.get(row).participants {
            if let (Some(code), false) = (person.country, person.name.is_empty()) {
                *people.entry(code).or_default().entry(&person.name).or_default() += 1;
            }
        }
    }
    let mut leaders = Vec::new();
    for (host, name) in names.iter().enumerate() {
        let Some(code) = country_of(name) else { continue };
        let Some(known) = people.get(&code) else { continue };
        let Some((person, _)) =
            known.iter().max_by_key(|&(name, meetings)| (meetings, std::cmp::Reverse(name)))
        else {
            continue;
        };
        leaders.push(Name {
            // Short for all of them: full names beside family names look like a difference in rank.
            forms: vec![short_name(person, Some(code))],
            size: size::NOTE,
            weight: Weight::Regular,
            colour: name.colour.faded(0.85),
            at: name.at,
            site: Site::Under { host },
            target: name.target.clone(),
        });
    }
    leaders
}
