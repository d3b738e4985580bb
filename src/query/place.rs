//! Places where meetings were held, told apart by their identity.

use super::count::Count;
use super::index::Index;
use super::lists::Lists;
use crate::gazetteer::country::Countries;
use crate::gazetteer::further::by_id;
use crate::gazetteer::language::Language;
use crate::gazetteer::translation::{fixed, spoken, spoken_city};
use crate::meeting::code::CountryCode;
use crate::meeting::identity::PlaceId;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Position, Status, Text, Venue};
use jiff::civil::Date;

/// A place with everything held there.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Place {
    /// Which place it is.
    pub id: PlaceId,
    /// What it was called in the latest of its meetings here: Saint Petersburg, or Leningrad where none is
    /// later. The country's name if no more is known.
    pub name: String,
    /// The host country of that meeting.
    pub country: Option<CountryCode>,
    /// Where it is drawn.
    pub at: Position,
    /// Whether only the country is known, or the province: drawn hollow.
    pub hollow: bool,
    /// Whether a participant was at home in one of the meetings: drawn with a ring.
    pub host_at_home: bool,
    /// Whether the reading of stars draws journeys here, because there are too many meetings for a star each.
    pub crowded: bool,
    /// Its meetings, context included, in order.
    pub rows: Vec<usize>,
    /// The last day of them all; `None` if one of them has no date.
    pub latest: Option<Date>,
    /// How many of them are folded into a summit.
    pub folded: usize,
    /// How many of them are meetings: context is listed, and is not counted.
    pub meetings: usize,
    /// What they count here by the rule.
    pub weight: usize,
    /// Whether one of them is a summit: drawn as a star.
    pub summit: bool,
    /// The best-established status among them (held before planned before invited before cancelled).
    pub status: Status,
}

impl Place {
    /// Whether the place is a country as a whole.
    #[must_use]
    pub const fn is_country(&self) -> bool {
        matches!(self.id, PlaceId::Country(_))
    }

    /// The country, where the name does not say it.
    #[must_use]
    pub fn country_beside_name(&self) -> Option<CountryCode> {
        self.country.filter(|_| !self.is_country())
    }
}

impl Place {
    /// Its name in the language that is [spoken](crate::gazetteer::translation); as it is recorded, where the
    /// language has no other for it.
    #[must_use]
    pub fn spoken_name(&self) -> String {
        // Each frame asks for it.
        if spoken() == Language::English {
            return self.name.clone();
        }
        match self.id {
            PlaceId::City(city) => match by_id(city).and_then(|city| spoken_city(city.country, &self.name)) {
                Some(name) => name.to_owned(),
                None => self.name.clone(),
            },
            PlaceId::Country(code) if Countries::embedded().name(code) == self.name => own_name(self.id),
            PlaceId::Country(_) | PlaceId::Point { .. } => self.name.clone(),
        }
    }
}

/// The name of a place where no meeting is shown.
#[must_use]
pub(super) fn own_name(id: PlaceId) -> String {
    match id {
        PlaceId::City(city) => by_id(city).map_or_else(
            || fixed(UNKNOWN).to_owned(),
            |city| spoken_city(city.country, &city.name).map_or_else(|| city.name.to_string(), str::to_owned),
        ),
        PlaceId::Country(code) => Countries::embedded().spoken(code).into_owned(),
        PlaceId::Point { .. } => fixed(UNKNOWN).to_owned(),
    }
}

/// The name of a place that nothing names.
const UNKNOWN: &str = "place unknown";

/// The name and the host country of the latest of some rows in order of date; undated ones, at the end, name
/// it only where there are no others.
fn latest_name(
    meetings: &Meetings,
    index: &Index,
    id: PlaceId,
    rows: &[usize],
) -> (String, Option<CountryCode>) {
    let dated = rows.iter().rev().find(|&&row| index.columns.days[row].is_some());
    let latest = dated.or(rows.last()).map(|&row| &meetings.get(row).venue);
    let Some(Venue { country, city, building, .. }) = latest else {
        return (UNKNOWN.to_owned(), None);
    };
    let of_country =
        || country.map_or_else(|| UNKNOWN.to_owned(), |code| Countries::embedded().name(code).into_owned());
    let name = match id {
        PlaceId::Country(_) => of_country(),
        PlaceId::City(_) | PlaceId::Point { .. } => {
            let written = [city, building].into_iter().find(|name| !name.is_empty());
            written.map_or_else(of_country, Text::to_string)
        }
    };
    (name, *country)
}

/// The places of some rows, in order of identity. Rows that could not be placed have none.
#[must_use]
pub(super) fn places(meetings: &Meetings, index: &Index, rows: &[usize], count: &Count) -> Vec<Place> {
    let placed = rows.iter().filter_map(|&row| Some((index.columns.place(row)?, row)));
    let by_place = Lists::of_pairs(index.places.len(), placed);
    let place = |number: usize| place(meetings, index, index.places[number], by_place.of(number), count);
    (0..index.places.len()).filter_map(place).collect()
}

fn place(meetings: &Meetings, index: &Index, id: PlaceId, rows: &[usize], count: &Count) -> Option<Place> {
    let columns = &*index.columns;
    let venue = &meetings.get(*rows.first()?).venue;
    let held = || rows.iter().copied().filter(|&row| !columns.kind[row].is_context());
    let (name, country) = latest_name(meetings, index, id, rows);
    Some(Place {
        id,
        name,
        country,
        at: venue.placed.position()?,
        hollow: id.is_area(),
        host_at_home: held().any(|row| columns.at_home[row]),
        crowded: false,
        latest: columns.latest(rows),
        folded: rows.iter().filter(|&&row| count.is_folded(row)).count(),
        meetings: held().count(),
        weight: rows.iter().map(|&row| count.of_place(row)).sum(),
        summit: held().any(|row| columns.kind[row] == Kind::Summit),
        status: columns.best_status(rows),
        rows: rows.to_vec(),
    })
}
