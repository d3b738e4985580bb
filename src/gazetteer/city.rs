//! The city table and its exact look-up, read in place from the embedded files.

use super::other_name::{self, OtherNames};
use super::sorted::start_of;
use super::table::{Field, fields};
use crate::meeting::code::CountryCode;
use crate::meeting::identity::CityId;
use crate::meeting::{Placed, Position};
use std::sync::LazyLock;

const CITIES: &str = include_str!("../../data/cities.csv");

/// Lines of a folded name, a tab and the rows of [`CITIES`] with that name, sorted by the bytes of the name.
const NAMES: &str = include_str!("../../assets/names.txt");

/// A place that meetings are recorded at: a row of `data/cities.csv`, or of one of the tables of further
/// places.
#[derive(Clone, Debug, PartialEq)]
pub struct City {
    /// Its row in its table, counted from 0; among the cities the more inhabitants, the earlier. Another
    /// edition of the table may number its rows otherwise.
    pub row: usize,
    /// Which place it is.
    pub id: CityId,
    /// What sort of place it is.
    pub sort: Sort,
    /// Common English name.
    pub name: Field,
    /// The country it lies in.
    pub country: CountryCode,
    /// The two letters of its state in the United States; empty elsewhere.
    pub admin: Field,
    /// The code, as the source has it, of the first-level division of its country that it lies in; empty if
    /// not known.
    pub division: Field,
    /// Its centre.
    pub at: Position,
    /// Inhabitants; 0 if not known.
    pub population: u64,
    /// Whether it is the capital of a state.
    pub capital: bool,
    /// The town that a venue lies in, where a map of the world tells them apart no more.
    pub town: Option<CityId>,
    /// Where its other names stand.
    pub(super) others: OtherNames,
}

/// What sort of place a row of the tables is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// A city, a town or a village.
    Settlement,
    /// A residence, a resort, a base or another site where people meet.
    Venue,
    /// An airfield.
    Airfield,
    /// A province, a region or an island, at its main town: known no closer.
    Area,
}

impl Sort {
    /// Every sort.
    pub const ALL: [Self; 4] = [Self::Settlement, Self::Venue, Self::Airfield, Self::Area];

    /// The word for it in the city table, which leaves it out for a settlement.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Settlement => "",
            Self::Venue => "venue",
            Self::Airfield => "airfield",
            Self::Area => "area",
        }
    }
}

impl City {
    /// The row of the table, read from the embedded text.
    ///
    /// # Panics
    /// If there is no such row: rows come from [`rows_named`].
    #[must_use]
    pub fn read(row: usize) -> Self {
        let [id, name, country, admin, lon, lat, population, capital, sort, town] = fields(line(row));
        let degrees = |text: &str| text.parse().expect("coordinates of cities are numbers");
        let sort = Sort::ALL.into_iter().find(|known| known.word() == sort);
        let country = CountryCode::new(&country).expect("a city's country is a code");
        Self {
            row,
            id: id_of(&id),
            sort: sort.expect("cities.csv has these sorts only"),
            name,
            country,
            admin: state_of(country, &admin),
            division: admin,
            at: Position::new(degrees(&lon), degrees(&lat)),
            population: population.parse().expect("a population is a number"),
            capital: capital == "1",
            town: if town.is_empty() { None } else { Some(id_of(&town)) },
            others: OtherNames::OfCity(row),
        }
    }

    /// Its other names, in any letters.
    pub fn alternates(&self) -> impl Iterator<Item = &'static str> {
        self.others.listed()
    }

    /// Where a meeting in it is recorded: for a venue in a town, that town.
    #[must_use]
    pub fn placed(&self) -> Placed {
        let town = self.town.and_then(first_by_id);
        town.map_or(Placed::City(self.id, self.at), |town| Placed::City(town.id, town.at))
    }
}

/// The letters of a state of the United States, of which they are the code of a division too; empty
/// elsewhere.
pub(super) fn state_of(country: CountryCode, division: &Field) -> Field {
    if country.as_str() == "USA" { division.clone() } else { Field::Borrowed("") }
}

/// Every row of the table, most populous first.
pub fn cities() -> impl Iterator<Item = City> {
    (0..LINES.len()).map(City::read)
}

/// The row of the table with an id; `None` if it has none.
#[must_use]
pub fn first_by_id(id: CityId) -> Option<City> {
    let at = ROWS_BY_ID.binary_search_by_key(&id, |&(known, _)| known).ok()?;
    Some(City::read(ROWS_BY_ID[at].1))
}

/// The rows with a name of this folded form, in order; empty if there is none.
pub fn rows_named(folded: &str) -> impl Iterator<Item = usize> {
    let in_first_scripts = rows_of(line_of(NAMES, folded).map_or("", |line| split_name(line).1));
    in_first_scripts.chain(other_name::rows_named(folded))
}

/// The rows with a name that begins with this folded text, in order, each once: the most populous city first.
#[must_use]
pub fn rows_beginning(folded: &str) -> Vec<usize> {
    let lines = NAMES[start_of(NAMES, folded, '\t')..].lines().take_while(|line| line.starts_with(folded));
    let mut rows: Vec<usize> = lines.flat_map(|line| rows_of(split_name(line).1)).collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

fn rows_of(listed: &'static str) -> impl Iterator<Item = usize> {
    listed
        .split(',')
        .filter(|row| !row.is_empty())
        .map(|row| row.parse().expect("rows of names.txt are numbers"))
}

/// The folded form of every city's names, in order, each once.
pub fn folded_names() -> impl Iterator<Item = &'static str> {
    NAMES.lines().map(|line| split_name(line).0)
}

/// The line of a folded name. A checkout may have made its line ends `\r\n`.
fn line_of<'a>(names: &'a str, folded: &str) -> Option<&'a str> {
    let line = names[start_of(names, folded, '\t')..].lines().next()?;
    (split_name(line).0 == folded).then_some(line)
}

fn split_name(line: &str) -> (&str, &str) {
    line.split_once('\t').expect("lines of names.txt have a tab")
}

fn line(row: usize) -> &'static str {
    let (start, end) = LINES[row];
    &CITIES[start..end]
}

fn id_of(text: &str) -> CityId {
    CityId(text.parse().expect("a city's id is a number"))
}

/// The row of every id, in order of id.
static ROWS_BY_ID: LazyLock<Vec<(CityId, usize)>> = LazyLock::new(|| {
    let id = |row| id_of(line(row).split(',').next().unwrap_or_default());
    let mut rows: Vec<(CityId, usize)> = (0..LINES.len()).map(|row| (id(row), row)).collect();
    rows.sort_unstable();
    rows
});

/// Where each row of [`CITIES`] starts and ends, in bytes.
static LINES: LazyLock<Vec<(usize, usize)>> = LazyLock::new(|| {
    let mut start = 0;
    let ends = CITIES.match_indices('\n').map(|(end, _)| {
        let start = std::mem::replace(&mut start, end + 1);
        (start, start + CITIES[start..end].trim_end_matches('\r').len())
    });
    ends.skip(1).collect()
});

/// Finds where the rows lie, so that the first look-up need not.
pub fn warm_up() {
    LazyLock::force(&LINES);
}

#[cfg(test)]
mod tests {
    use super::line_of;

    #[test]
    fn a_name_is_found_or_missed_whatever_ends_the_lines() {
        let names = ["astana\t1", "hanoi\t2,3", "kyiv\t4"];
        for end in ["\n", "\r\n"] {
            for count in 0..=names.len() {
                let table: String = names[..count].iter().flat_map(|line| [line, end]).collect();
                for (number, line) in names.iter().enumerate() {
                    let name = line.split('\t').next().expect("a line has a name");
                    assert_eq!(line_of(&table, name), (number < count).then_some(*line), "{table:?}");
                    for missing in ["", "a", "astanb", "hanoi 2", "zzz"] {
                        assert_eq!(line_of(&table, missing), None, "{table:?}");
                    }
                }
            }
        }
    }
}
