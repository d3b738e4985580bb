//! The table of the most frequent as it is laid out: under the map, who met most often, or where most
//! meetings were held.

use super::header::margin;
use super::look::size;
use super::scene::Scene;
use super::text::{Weight, width};
use super::wrap::wrapped;
use crate::gazetteer::country::Countries;
use crate::globe::view::{Point, Rect};
use crate::meeting::code::CountryCode;
use crate::query::place::Place;
use crate::state::Target;
use crate::words::message::{Message, Ranked};
use crate::words::say;
use std::cmp::Reverse;

/// The table, and where it stands.
#[derive(Clone, Debug)]
pub struct Frequent {
    /// What is counted in it, line by line.
    pub heading: Vec<String>,
    /// Its entries, column by column, the most frequent first.
    pub entries: Vec<FrequentEntry>,
    /// How many more there are, which stands behind the last.
    pub more: usize,
    /// How many stand in a column.
    pub rows: usize,
    /// How many columns it has.
    pub columns: usize,
    /// What the longest bar counts.
    pub most: usize,
    /// As wide as the page.
    pub rect: Rect,
}

/// A state or a place in the table.
#[derive(Clone, Debug, PartialEq)]
pub struct FrequentEntry {
    /// Its name.
    pub name: String,
    /// What it counts.
    pub number: usize,
    /// What it stands for.
    pub target: Target,
}

/// Points from row to row.
pub const ROW: f32 = 19.0;
/// Points that the heading takes.
pub const HEADING: f32 = 24.0;
/// Points below the last row.
const FOOT: f32 = 8.0;
/// Points between two columns.
pub const GAP: f32 = 28.0;
/// The width of a page in points from which on the table has two columns, and three.
const WIDE: [f32; 2] = [460.0, 900.0];
/// Rows of a column at most: the map is what the page is for.
const MOST_ROWS: usize = 18;
/// Rows below which there is no table.
pub const LEAST_ROWS: usize = 3;

/// The height in points of a table with so many rows.
#[must_use]
pub fn height(rows: usize) -> f32 {
    HEADING + rows as f32 * ROW + FOOT
}

/// The height in points of the lowest table with a heading of so many lines.
#[must_use]
pub fn least_height(heading: usize) -> f32 {
    height(LEAST_ROWS + heading.saturating_sub(1))
}

impl Frequent {
    /// The table at the bottom of a rectangle of the page, as high as `high` says for the lines of its
    /// heading, or lower; `None` where that is too little, or where fewer than two have anything to compare.
    #[must_use]
    pub fn new(scene: &Scene, within: Rect, high: impl FnOnce(usize) -> f32) -> Option<Self> {
        let (of, all) = frequent(scene);
        let heading = heading(scene, of, within.width() - 2.0 * margin(within.width()));
        let high = high(heading.len());
        let columns = 1 + WIDE.iter().filter(|wide| within.width() >= **wide).count();
        let fitting = ((high - HEADING - FOOT) / ROW).max(0.0) as usize;
        let further = heading.len().saturating_sub(1);
        let rows = fitting.saturating_sub(further).min(MOST_ROWS).min(all.len().div_ceil(columns));
        if all.len() < 2 || rows < LEAST_ROWS.min(all.len().div_ceil(columns)) {
            return None;
        }
        let most = all[0].number;
        let listed = listed(&all, rows * columns);
        let more = all.len() - listed;
        let entries: Vec<FrequentEntry> = all.into_iter().take(listed).collect();
        let min = Point { y: within.max.y - height(rows + further), ..within.min };
        Some(Self { heading, entries, more, rows, columns, most, rect: Rect { min, max: within.max } })
    }

    /// The left end and the width in points of a column, counted from 0.
    #[must_use]
    pub fn column(&self, number: usize) -> [f32; 2] {
        let margin = margin(self.rect.width());
        let gaps = GAP * (self.columns - 1) as f32;
        let wide = (self.rect.width() - 2.0 * margin - gaps) / self.columns as f32;
        [margin + number as f32 * (wide + GAP), wide]
    }
}

/// What is counted, and by which rule; the state that is at nearly every table stands here with its number.
fn heading(scene: &Scene, of: Ranked, room: f32) -> Vec<String> {
    let shown = scene.shown;
    let apart = shown.summary.apart.map(|apart| apart.state).filter(|_| of == Ranked::Parties);
    let besides = apart.and_then(|state| Some((state, *shown.countries.get(&state)?)));
    let besides = besides.filter(|(_, number)| *number > 0);
    let full = say(Message::MostFrequent(of, Some(scene.state.rule), besides));
    let fits = width(&full, size::SMALL, Weight::SemiBold) <= room;
    let words = if fits { full } else { say(Message::MostFrequent(of, None, besides)) };
    wrapped(&words, size::SMALL, Weight::SemiBold, room)
}

/// How many of some entries stand in a table with room for so many: all, or else as many as leave room to say
/// how many more there are.
fn listed(all: &[FrequentEntry], room: usize) -> usize {
    if all.len() <= room { all.len() } else { room.saturating_sub(1) }
}

/// What can stand in the table, the most frequent first: states; places where only one state ever travels.
/// The state that is at nearly every table says nothing here. Of equal ones the first is that of the first
/// name in the record, whatever the language.
fn frequent(scene: &Scene) -> (Ranked, Vec<FrequentEntry>) {
    let (shown, countries) = (scene.shown, Countries::embedded());
    let apart = shown.summary.apart.map(|apart| apart.state);
    let parties = shown.countries.iter().filter(|(code, number)| **number > 0 && Some(**code) != apart);
    let mut parties: Vec<(CountryCode, usize)> = parties.map(|(&code, &number)| (code, number)).collect();
    if parties.len() > 1 {
        parties.sort_by_cached_key(|&(code, number)| (Reverse(number), countries.name(code)));
        let entry = |(code, number)| {
            let known = countries.get(code).map(|country| country.name_in(scene.state.language).to_owned());
            let name = known.unwrap_or_else(|| code.to_string());
            FrequentEntry { name, number, target: Target::Country(code) }
        };
        return (Ranked::Parties, parties.into_iter().map(entry).collect());
    }
    let places = shown.ties.places.iter().filter(|place| place.weight > 0 && !place.is_country());
    let mut places: Vec<&Place> = places.collect();
    places.sort_by_key(|place| (Reverse(place.weight), &place.name));
    let entry = |place: &Place| FrequentEntry {
        name: place.spoken_name(),
        number: place.weight,
        target: Target::Place(place.id),
    };
    (Ranked::Places, places.into_iter().map(entry).collect())
}
