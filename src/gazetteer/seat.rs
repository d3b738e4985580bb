//! Capitals that a state once had or has from a day on, and cities where a government sits that are not the capital.

use super::table::{Field, rows};
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

/// Every row, in order of state, then role.
#[must_use]
pub fn seats() -> &'static [Seat] {
    static TABLE: LazyLock<Vec<Seat>> =
        LazyLock::new(|| rows(include_str!("../../data/seats.csv")).map(seat).collect());
    &TABLE
}

/// The city where a state's government sat on a day, if that was not the capital of the country table: its seat, or else another
/// capital.
#[must_use]
pub fn seat_on(state: CountryCode, day: Date) -> Option<CityId> {
    let held = |seat: &&Seat| {
        let has_begun = seat.start.first_day() <= day;
        seat.state == state && has_begun && seat.end.is_none_or(|end| day <= end.last_day())
    };
    let of = |role| seats().iter().filter(held).find(|seat| seat.role == role);
    of(SeatRole::Seat).or_else(|| of(SeatRole::Capital)).map(|seat| seat.id)
}

fn seat([state, role, city, id, start, end, source]: [Field; 7]) -> Seat {
    let date = |text: &str| PartialDate::parse(text).expect("the dates of seats.csv are dates");
    let role = SeatRole::ALL.into_iter().find(|known| known.name() == role);
    Seat {
        state: CountryCode::new(&state).expect("states are codes"),
        role: role.expect("seats.csv has these roles only"),
        city,
        id: CityId(id.parse().expect("the id of a city is a number")),
        start: date(&start),
        end: if end.is_empty() { None } else { Some(date(&end)) },
        source,
    }
}
