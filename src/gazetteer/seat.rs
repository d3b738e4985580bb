//! Where governments sit: capitals that a state once had or has from a day on, and seats of government that
//! are not the capital.

use super::country::Countries;
use super::table::{Field, rows};
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use crate::meeting::date::PartialDate;
use crate::meeting::identity::CityId;
use jiff::civil::Date;
use std::sync::LazyLock;

/// A row of `data/seats.csv`.
#[derive(Debug, PartialEq)]
pub struct Seat {
    /// The state.
    pub state: CountryCode,
    /// What the city is or was to it.
    pub role: SeatRole,
    /// The city's name.
    pub city: Field,
    /// The city in the tables.
    pub id: CityId,
    /// Where it lies.
    pub at: Position,
    /// The first day, as far as it is known.
    pub start: PartialDate,
    /// The last day; `None` if it lasts.
    pub end: Option<PartialDate>,
    /// Where that is written.
    pub source: Field,
}

/// What a city is to a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SeatRole {
    /// The capital.
    Capital,
    /// Where the government sits, while the capital is another city.
    Seat,
}

impl SeatRole {
    /// Every role.
    pub const ALL: [Self; 2] = [Self::Capital, Self::Seat];

    /// The word for it, as the table writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Capital => "capital",
            Self::Seat => "seat",
        }
    }
}

/// Every row, in order of state, then of the first day.
#[must_use]
pub fn seats() -> &'static [Seat] {
    static TABLE: LazyLock<Vec<Seat>> =
        LazyLock::new(|| rows(include_str!("../../data/seats.csv")).map(seat).collect());
    &TABLE
}

/// Where those who represent a state set out from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Home {
    /// The city; `None` for an area without a capital.
    pub city: Option<CityId>,
    /// Where that is; the label point where there is no city.
    pub at: Position,
}

/// Where a state's government sat on a day: its seat, or else its capital on that day. With `None` (an
/// undated meeting), where it sits in the latest state of the table. `None` if no row of the country table
/// has this code.
#[must_use]
pub fn home_on(state: CountryCode, day: Option<Date>) -> Option<Home> {
    let country = Countries::embedded().get(state)?;
    let usual = Home { city: country.capital_id, at: country.capital_at };
    Some(seat_on(state, day).map_or(usual, |seat| Home { city: Some(seat.id), at: seat.at }))
}

/// The city that a state's government sat in on a day, if that is another one than in the latest state of the
/// table.
#[must_use]
pub fn earlier_home(state: CountryCode, day: Option<Date>) -> Option<CityId> {
    if !has_moved(state) {
        return None;
    }
    let [then, now] = [day, None].map(|day| home_on(state, day).and_then(|home| home.city));
    then.filter(|_| then != now)
}

/// The row that says where a state's government sat on a day, if that was not the capital of the country
/// table: its seat, or else another capital.
#[must_use]
pub fn seat_on(state: CountryCode, day: Option<Date>) -> Option<&'static Seat> {
    let holds = |seat: &&Seat| match day {
        Some(day) => seat.start.first_day() <= day && seat.end.is_none_or(|end| day <= end.last_day()),
        None => seat.end.is_none(),
    };
    let of = |role| rows_of(state).iter().filter(holds).find(|seat| seat.role == role);
    of(SeatRole::Seat).or_else(|| of(SeatRole::Capital))
}

/// The row by which a state's government once sat, or sits, at a position, if there is one.
#[must_use]
pub fn seat_at(state: CountryCode, at: Position) -> Option<&'static Seat> {
    rows_of(state).iter().find(|seat| seat.at == at)
}

/// Whether a state's government sat on some days elsewhere than in the capital of the country table.
#[must_use]
pub fn has_moved(state: CountryCode) -> bool {
    !rows_of(state).is_empty()
}

fn rows_of(state: CountryCode) -> &'static [Seat] {
    let rows = &seats()[seats().partition_point(|seat| seat.state < state)..];
    &rows[..rows.partition_point(|seat| seat.state == state)]
}

fn seat([state, role, city, id, lon, lat, start, end, source]: [Field; 9]) -> Seat {
    let date = |text: &str| PartialDate::parse(text).expect("the dates of seats.csv are dates");
    let degrees = |text: &str| text.parse().expect("coordinates of seats.csv are numbers");
    let role = SeatRole::ALL.into_iter().find(|known| known.name() == role);
    Seat {
        state: CountryCode::new(&state).expect("states are codes"),
        role: role.expect("seats.csv has these roles only"),
        city,
        id: CityId(id.parse().expect("the id of a city is a number")),
        at: Position::new(degrees(&lon), degrees(&lat)),
        start: date(&start),
        end: if end.is_empty() { None } else { Some(date(&end)) },
        source,
    }
}
