//! Towns and villages of 500 people and more that the city table leaves out. They are packed column by column
//! (`data/build/pack_tables.rs`).

use super::city::{City, Sort, state_of};
use super::other_name::OtherNames;
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::CityId;
use crate::packed::unpacked;
use std::borrow::Cow;
use std::sync::LazyLock;

/// How many there are.
#[must_use]
pub fn count() -> usize {
    TOWNS.len()
}

/// The name of the town of a row.
#[must_use]
pub fn name(row: usize) -> &'static str {
    TOWNS[row].name
}

/// The town with an id.
#[must_use]
pub fn by_id(id: CityId) -> Option<City> {
    let at = ROWS_BY_ID.binary_search_by_key(&id.0, |&row| TOWNS[row as usize].id).ok()?;
    Some(town(ROWS_BY_ID[at] as usize))
}

/// The town of a row.
#[must_use]
pub fn town(row: usize) -> City {
    let Town { id, lon, lat, population, name, area } = TOWNS[row];
    let (country, division) = area.split_at(3);
    let (country, division) = (CountryCode::new(country), Cow::Borrowed(division));
    let country = country.expect("a town's country is a code");
    let degrees = |thousandths: i32| f64::from(thousandths) / 1000.0;
    City {
        row,
        id: CityId(id),
        sort: Sort::Settlement,
        name: Cow::Borrowed(name),
        country,
        admin: state_of(country, &division),
        division,
        at: Position::new(degrees(lon), degrees(lat)),
        population: u64::from(population),
        capital: false,
        town: None,
        others: OtherNames::Listed(""),
    }
}

#[derive(Clone, Copy)]
struct Town {
    id: u32,
    /// Thousandths of a degree.
    lon: i32,
    lat: i32,
    population: u32,
    name: &'static str,
    /// The country, and behind it the code of its first-level division.
    area: &'static str,
}

static TOWNS: LazyLock<Vec<Town>> = LazyLock::new(|| {
    let bytes = unpacked(packed_bytes!("towns.csv"));
    let (count, rest) = bytes.split_at(size_of::<u32>());
    let count = u32::from_le_bytes(count.try_into().expect("four bytes")) as usize;
    let (numbers, texts) = rest.split_at(4 * PLANES * count);
    let mut columns = numbers.chunks_exact(PLANES * count).map(|planes| numbers_of(planes, count));
    let [id, lon, lat, population] = std::array::from_fn(|_| columns.next().expect("there are four columns"));
    let texts: &'static str = String::from_utf8(texts.to_vec()).expect("names are UTF-8").leak();
    let mut lines = texts.lines();
    let names: Vec<&'static str> = lines.by_ref().take(count).collect();
    let town = |(row, area): (usize, &'static str)| Town {
        id: id[row] as u32,
        lon: lon[row],
        lat: lat[row],
        population: population[row] as u32,
        name: names[row],
        area,
    };
    lines.enumerate().map(town).collect()
});

/// Bytes of a number.
const PLANES: usize = 4;

/// The numbers of a column: of all differences between neighbours the lowest byte, then the next.
fn numbers_of(planes: &[u8], count: usize) -> Vec<i32> {
    let folded = |row: usize| u32::from_le_bytes(std::array::from_fn(|plane| planes[plane * count + row]));
    let step = |folded: u32| (folded >> 1).cast_signed() ^ -(folded & 1).cast_signed();
    let mut number = 0;
    (0..count)
        .map(|row| {
            number += step(folded(row));
            number
        })
        .collect()
}

/// The rows in order of id.
static ROWS_BY_ID: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let mut rows: Vec<u32> = (0..).take(TOWNS.len()).collect();
    rows.sort_unstable_by_key(|&row| TOWNS[row as usize].id);
    rows
});
