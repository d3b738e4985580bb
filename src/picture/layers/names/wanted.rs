//! The names that would be set, in order of importance: what is selected, then what the meetings shown are
//! about, then by size.

use crate::gazetteer::country::Countries;
use crate::gazetteer::further::by_id;
use crate::gazetteer::language::Language;
use crate::gazetteer::nearest_city::nearest_city;
use crate::gazetteer::person::short_name;
use crate::gazetteer::seat::seat_at;
use crate::gazetteer::translation::{named, spoken, spoken_city};
use crate::globe::land::LandArea;
use crate::globe::seas::{Sea, seas};
use crate::globe::view::Point;
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::PlaceId;
use crate::picture::emphasis::Level;
use crate::picture::gathered::VenueMark;
use crate::picture::layers::{capitals, venues};
use crate::picture::look::{Colour, size};
use crate::picture::plan::Plan;
use crate::picture::text::{Weight, width};
use crate::picture::venue::reach;
use crate::query::tie::Capital;
use crate::state::Target;
use std::cmp::Reverse;
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
    pub target: Option<Target>,
}

/// Where a name may stand.
#[derive(Clone, Copy, Debug)]
pub enum Site {
    /// Beside a mark.
    Beside {
        /// How far from the point it must keep: the mark's radius.
        clear: f32,
        /// By how many points it may stand further away, with a line to its mark, rather than be left out.
        away: &'static [f32],
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
    /// On the water, about a point.
    OnWater,
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
    let seat = foremost_seat(plan);
    if labels.venues {
        names.extend(venues(plan, seat));
        names.extend(far_starts(plan));
    }
    if labels.countries {
        let by_a_mark = by_capitals(plan, seat.map(|(state, _)| state));
        // A country whose name stands beside a mark is not named twice.
        let names_itself = |name: &Name| country_of(name).filter(|code| names_of(plan, *code) == name.forms);
        let named: BTreeSet<CountryCode> =
            by_a_mark.iter().filter_map(|(_, name)| names_itself(name)).collect();
        names.extend(by_a_mark);
        names.extend(on_their_land(plan, &named));
        names.extend(seas_in_sight(plan));
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
        Some(Target::Country(code)) => Some(code),
        Some(
            Target::Place(_)
            | Target::Places(_)
            | Target::Tie(_)
            | Target::Meeting(_)
            | Target::Occasion(_)
            | Target::Person(_)
            | Target::Pair(_),
        )
        | None => None,
    }
}

fn is_selected(plan: &Plan, target: &Target) -> bool {
    plan.scene.state.selection.as_ref() == Some(target)
}

fn rank(plan: &Plan, target: Option<&Target>, class: u8, within: usize) -> Rank {
    (!target.is_some_and(|target| is_selected(plan, target)), class, within)
}

/// The seat of government at which more begins and ends than at any mark, where there is one: all lines of a
/// table of visits come from there.
fn foremost_seat(plan: &Plan) -> Option<(CountryCode, Position)> {
    let capitals = plan.scene.shown.ties.capitals.iter();
    let (&state, &Capital { at, meetings }) =
        capitals.max_by_key(|&(state, capital)| (capital.meetings, Reverse(*state)))?;
    let most = plan.marks.iter().map(|mark| mark.weight).max().unwrap_or(0);
    (meetings > most).then_some((state, at))
}

fn venues(plan: &Plan, seat: Option<(CountryCode, Position)>) -> Vec<(Rank, Name)> {
    let places = &plan.scene.shown.ties.places;
    let seat = seat.and_then(|(state, at)| {
        let name = names_of_capital(plan, state, at).into_iter().next()?;
        Some((plan.page_from_globe(at)?, name))
    });
    let marks = plan.marks.iter().filter(|mark| !places[mark.places[0]].is_country());
    let name = |(number, mark): (usize, &VenueMark)| {
        let place = &places[mark.places[0]];
        let is_context = plan.level_of_mark(mark) == Level::Context;
        // What is selected is named, and so are the marks that count most; the others where they have room.
        let target = venues::target(plan, mark);
        let is_first = number < FIRST || is_selected(plan, &target);
        let others = mark.places.len() - 1;
        let own = match others {
            0 => place.spoken_name(),
            others => format!("{} +{others}", place.spoken_name()),
        };
        // The seat that everybody sets out from, where it lies under the mark.
        let seat = seat.as_ref().filter(|(at, name)| {
            mark.centre.distance_to(*at) < mark.radius + 2.0 && *name != place.spoken_name()
        });
        let forms = match seat {
            Some((_, seat)) => vec![format!("{seat}, {own}"), seat.clone()],
            None => vec![own],
        };
        let is_first = is_first || seat.is_some();
        let name = Name {
            forms,
            size: size::VENUE,
            weight: Weight::SemiBold,
            colour: if is_context { plan.look.quiet_ink } else { plan.look.venue },
            at: mark.centre,
            site: Site::Beside {
                clear: mark.radius.max(reach(&plan.fans[mark.places[0]])),
                away: match (seat.is_some(), is_first) {
                    (true, _) => &FARTHEST,
                    (false, true) => &AWAY,
                    (false, false) => &[],
                },
            },
            target: Some(target),
        };
        let number = if seat.is_some() { 0 } else { number + 1 };
        (rank(plan, name.target.as_ref(), u8::from(!is_first), number), name)
    };
    marks.enumerate().map(name).collect()
}

/// Points by which such names may stand further away, and that of the seat that everybody sets out from.
const AWAY: [f32; 3] = [8.0, 15.0, 21.0];
const FARTHEST: [f32; 6] = [8.0, 15.0, 21.0, 25.0, 36.0, 48.0];
/// Marks that are named even where the name stands away from them, joined to it by a line.
const FIRST: usize = 40;

/// The capitals that lines leave, and countries with a place known only to the country. In languages in which
/// the tables have no names of cities, a capital has its country's name. A capital under a mark is left out:
/// it has the mark's name. `seat` is the state of the foremost one.
fn by_capitals(plan: &Plan, seat: Option<CountryCode>) -> Vec<(Rank, Name)> {
    let ties = &plan.scene.shown.ties;
    let mut names: BTreeMap<CountryCode, (Meetings, Name)> = BTreeMap::new();
    let mut wish = |code, forms: Vec<String>, at: Point, clear: f32, meetings: Meetings| {
        let name = || Name {
            forms,
            size: size::SMALL,
            weight: Weight::Regular,
            colour: plan.look.ink,
            at,
            site: Site::Beside { clear, away: &[] },
            target: Some(Target::Country(code)),
        };
        names.entry(code).or_insert_with(|| (Meetings::default(), name())).0.add(meetings);
    };
    let of = |rows: &[usize]| Meetings { number: rows.len(), level: plan.emphasis.of_rows(rows) };
    for mark in &plan.marks {
        let place = &ties.places[mark.places[0]];
        // A country that shares the mark of another place is counted there.
        if let Some(code) = place.country.filter(|_| place.is_country()) {
            let others = mark.places.len() - 1;
            let named = names_of(plan, code).into_iter();
            let named = named.map(|name| if others > 0 { format!("{name} +{others}") } else { name });
            wish(code, named.collect(), mark.centre, mark.radius + 1.0, of(&place.rows));
        }
    }
    let lit = lit_capitals(plan);
    for (&state, &Capital { at: from, meetings: number }) in &ties.capitals {
        let is_lit = lit.as_ref().is_none_or(|lit| lit.contains(&state));
        let level = if is_lit { Level::Full } else { Level::Context };
        if let Some(at) = plan.page_from_globe(from).filter(|&at| plan.mark_over(at).is_none()) {
            wish(state, names_of_capital(plan, state, from), at, 3.0, Meetings { number, level });
        }
    }
    let ranked = |(code, (Meetings { number, level }, name)): (CountryCode, (Meetings, Name))| {
        let colour = if level == Level::Context { plan.look.quiet_ink } else { name.colour };
        let (class, within) = if seat == Some(code) { (0, 0) } else { (2, usize::MAX - number) };
        let site = match name.site {
            Site::Beside { clear, .. } if seat == Some(code) => Site::Beside { clear, away: &FARTHEST },
            site => site,
        };
        (rank(plan, name.target.as_ref(), class, within), Name { colour, site, ..name })
    };
    names.into_iter().map(ranked).collect()
}

/// The stops that lines leave though nothing held there is shown, those first from where they count most.
fn far_starts(plan: &Plan) -> Vec<(Rank, Name)> {
    let name = |(id, (at, weight)): (PlaceId, (Position, usize))| {
        let at = plan.page_from_globe(at).filter(|&at| plan.mark_over(at).is_none())?;
        let name = Name {
            forms: vec![plan.scene.shown.ties.name_of(id)],
            size: size::SMALL,
            weight: Weight::Regular,
            colour: plan.look.quiet_ink,
            at,
            site: Site::Beside { clear: 3.0, away: &[] },
            target: None,
        };
        Some((rank(plan, None, 2, usize::MAX - weight), name))
    };
    capitals::far_starts(plan).into_iter().filter_map(name).collect()
}

/// The states whose lines are singled out; `None` where nothing is.
fn lit_capitals(plan: &Plan) -> Option<BTreeSet<CountryCode>> {
    let ties = &plan.scene.shown.ties;
    let lines = ties.lines.iter().enumerate();
    let lit = lines.filter(|(number, _)| plan.emphasis.of_answer(*number, ties) > Level::Context);
    let states = || lit.flat_map(|(_, line)| line.capitals().map(|(state, _)| state)).collect();
    plan.emphasis.singles_out().then(states)
}

/// The meetings that a name is about.
#[derive(Clone, Copy)]
struct Meetings {
    /// How many there are, those on several lines several times.
    number: usize,
    /// The most attention that one of them gets.
    level: Level,
}

impl Default for Meetings {
    fn default() -> Self {
        Self { number: 0, level: Level::Context }
    }
}

impl Meetings {
    fn add(&mut self, other: Self) {
        self.number += other.number;
        self.level = self.level.max(other.level);
    }
}

/// What the capital of a state at a position is called; the state's own names where that is not known in the
/// language.
#[must_use]
pub fn names_of_capital(plan: &Plan, state: CountryCode, at: Position) -> Vec<String> {
    // What has no land bears its own name at its seat.
    let is_body = Countries::embedded().get(state).is_some_and(|party| !party.has_land());
    if is_body {
        return names_of(plan, state).pop().into_iter().collect();
    }
    let country = Countries::embedded().get(state).filter(|country| country.capital_at == at);
    let capital = country.map(|country| country.capital.to_owned()).filter(|name| !name.is_empty());
    let capital = capital.or_else(|| seat_at(state, at).map(|seat| seat.city.to_string()));
    let capital = capital.unwrap_or_else(|| nearest_city(at).0.name.to_string());
    if plan.scene.state.language == Language::English {
        return vec![capital];
    }
    // A former state's capital lies in another state today.
    let today =
        country.and_then(|country| country.capital_id).and_then(by_id).map_or(state, |city| city.country);
    match spoken_city(today, &capital).filter(|_| plan.scene.state.language == spoken()) {
        Some(name) => vec![name.to_owned()],
        None => names_of(plan, state),
    }
}

/// The names of a country, the full one first; none that is an abbreviation.
fn names_of(plan: &Plan, code: CountryCode) -> Vec<String> {
    let names = Countries::embedded().get(code).map(|country| country.names_in(plan.scene.state.language));
    let names = names.unwrap_or_default().into_iter().enumerate();
    names
        .filter(|(number, name)| *number == 0 || !name.contains('.'))
        .map(|(_, name)| name.to_owned())
        .collect()
}

/// The share of a country's width that its name may fill.
const FILLED: f32 = 0.62;
/// A country narrower than this in points is not named on its land.
const NARROWEST: f32 = 22.0;
/// Nor is one whose largest island is narrower than this.
const SMALLEST_ISLAND: f32 = 8.0;
/// Cells of line that a name on land may cross.
const MOST_CROSSED: f32 = 9.0;

/// The least that the land of a country must take on the page, in square points, to be named although it
/// takes no part: names help to find one's way, and no more.
const LEAST_OF_A_BYSTANDER: f32 = 3_600.0;
/// Points by which the name of the widest country is larger than that of the narrowest, and the width that
/// has it.
const LARGER: f32 = 2.5;
const WIDEST: f32 = 420.0;

/// Countries on their land, in spaced capitals, where a form of the name fits: the more, the closer one
/// looks.
fn on_their_land(plan: &Plan, named: &BTreeSet<CountryCode>) -> Vec<(Rank, Name)> {
    let land = plan.scene.lands.at(plan.to_page.scale);
    let mut names = Vec::new();
    for (number, (shape, area)) in plan.scene.borders.countries.iter().zip(&land.areas).enumerate() {
        let target = Target::Country(shape.code);
        let selected = is_selected(plan, &target);
        let [wide, high] = extent(plan, area);
        if named.contains(&shape.code) || (wide < NARROWEST && !selected) {
            continue;
        }
        let Some(at) = plan.page_from_globe(shape.label_at) else { continue };
        let takes_part = plan.scene.shown.countries.contains_key(&shape.code);
        if !takes_part && !selected && wide * high < LEAST_OF_A_BYSTANDER {
            continue;
        }
        let type_size = size::SMALL + LARGER * (wide / WIDEST).min(1.0);
        let weight = Weight::Spaced;
        let all: Vec<String> = names_of(plan, shape.code).iter().map(|name| name.to_uppercase()).collect();
        let fits = |name: &&String| width(name, type_size, weight) <= wide * FILLED && high > type_size;
        let mut forms: Vec<String> = all.iter().filter(fits).cloned().collect();
        if forms.is_empty() && selected {
            forms.extend(all.last().cloned());
        }
        if forms.is_empty() {
            continue;
        }
        let colour = if selected { plan.look.ink } else { plan.look.quiet_ink };
        let may_cross = if takes_part { 2.0 * MOST_CROSSED } else { MOST_CROSSED };
        let site = Site::Within { area: number, may_cross, always: selected };
        let rank =
            rank(plan, Some(&target), if takes_part { 3 } else { 4 }, (shape.label_rank * 10.0) as usize);
        let name = Name { forms, size: type_size, weight, colour, at, site, target: Some(target) };
        names.push((rank, name));
    }
    names
}

/// Seas that are wide enough for their names. In languages that the program does not speak they have none.
fn seas_in_sight(plan: &Plan) -> Vec<(Rank, Name)> {
    if plan.scene.state.language != spoken() {
        return Vec::new();
    }
    let name = |sea: &Sea| {
        let words = named("sea", sea.name);
        let at = plan.page_from_globe(sea.at)?;
        let wide = (sea.degrees.to_radians() * sea.at.lat.to_radians().cos() * plan.to_page.scale) as f32;
        if width(words, size::SMALL, Weight::Regular) > wide {
            return None;
        }
        let name = Name {
            forms: vec![words.to_owned()],
            size: size::SMALL,
            weight: Weight::Regular,
            colour: plan.look.sea_name,
            at,
            site: Site::OnWater,
            target: None,
        };
        Some(((true, 4, usize::MAX - wide as usize), name))
    };
    seas().iter().filter_map(name).collect()
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
    let people = plan.scene.shown.foremost(plan.scene.meetings);
    let mut leaders = Vec::new();
    for (host, name) in names.iter().enumerate() {
        let Some(code) = country_of(name) else { continue };
        let Some(person) = people.get(&code) else { continue };
        leaders.push(Name {
            // Short for all of them: full names beside family names look like a difference in rank.
            forms: vec![short_name(person, Some(code))],
            size: size::SMALL,
            weight: Weight::Regular,
            colour: plan.look.quiet_ink,
            at: name.at,
            site: Site::Under { host },
            target: name.target.clone(),
        });
    }
    leaders
}
