//! The city table and its exact look-up, read in place from the embedded files.

use super::table::{Field, fields, listed};
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use std::sync::LazyLock;

const CITIES: &str = include_str!("../../data/cities.csv");

/// Lines of a folded name, a tab and the rows of [`CITIES`] with that name, sorted by the bytes of the name.
const NAMES: &str = include_str!("../../assets/names.txt");

/// One row of `data/cities.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct City {
    /// Its row, counted from 0; the more inhabitants, the earlier.
    pub row: usize,
    /// Common English name.
    pub name: Field,
    /// The country it lies in.
    pub country: CountryCode,
    /// The two letters of its state in the United States; empty elsewhere.
    pub admin: Field,
    /// Its centre.
    pub at: Position,
    /// Inhabitants; 0 if not known.
    pub population: u64,
    /// Whether it is the capital of a state.
    pub capital: bool,
    /// Its other names, separated by bars.
    alternates: Field,
}

impl City {
    /// The row of the table, read from the embedded text.
    ///
    /// # Panics
    /// If there is no such row: rows come from [`rows_named`].
    #[must_use]
    pub fn read(row: usize) -> Self {
        let line = LINES[row];
        let [name, country, admin, lon, lat, population, capital, alternates] =
            fields(&CITIES[line.0..line.1]);
        let degrees = |text: &str| text.parse().expect("coordinates of cities are numbers");
        Self {
            row,
            name,
            country: CountryCode::new(&country).expect("a city's country is a code"),
            admin,
            at: Position::new(degrees(&lon), degrees(&lat)),
            population: population.parse().expect("a population is a number"),
            capital: capital == "1",
            alternates,
        }
    }

    /// Its other names, in Latin and Cyrillic letters.
    pub fn alternates(&self) -> impl Iterator<Item = &str> {
        listed(&self.alternates)
    }
}

/// Every row of the table, most populous first.
pub fn cities() -> impl Iterator<Item = City> {
    (0..LINES.len()).map(City::read)
}

/// The rows with a name of this folded form, in order; empty if there is none.
pub fn rows_named(folded: &str) -> impl Iterator<Item = usize> {
    let rows = line_of(NAMES, folded).map_or("", |line| split_name(line).1);
    rows.split(',')
        .filter(|row| !row.is_empty())
        .map(|row| row.parse().expect("rows of names.txt are numbers"))
}

/// The folded form of every city's names, in order, each once.
pub fn folded_names() -> impl Iterator<Item = &'static str> {
    NAMES.lines().map(|line| split_name(line).0)
}

/// Binary search over the bytes of [`NAMES`]: the start of a line is found by walking back to the line feed before it.
/// A checkout may have made its line ends `\r\n`.
fn line_of<'a>(names: &'a str, folded: &str) -> Option<&'a str> {
    let (mut low, mut high) = (0, names.len());
    while low < high {
        let middle = low.midpoint(high);
        let start = names.as_bytes()[..middle].iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
        let with_its_end = names[start..].split_inclusive('\n').next().unwrap_or_default();
        let line = with_its_end.trim_end_matches(['\r', '\n']);
        match split_name(line).0.as_bytes().cmp(folded.as_bytes()) {
            std::cmp::Ordering::Less => low = start + with_its_end.len(),
            std::cmp::Ordering::Equal => return Some(line),
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

fn split_name(line: &str) -> (&str, &str) {
    line.split_once('\t').expect("lines of names.txt have a tab")
}

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
