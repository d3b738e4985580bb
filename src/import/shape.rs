//! What the cells of a column look like: how many of them are dates, states, cities, people, links or
//! numbers.

use super::degrees::{degrees, pair_of};
use super::names::{is_party, names};
use super::sheet::Sheet;
use super::venue;
use super::when::calendar;
use super::when::column::is_date;
use super::word;
use crate::gazetteer::candidates::one_city;
use crate::gazetteer::place::places_called;
use crate::gazetteer::spoken::{self, Spoken};
use std::collections::BTreeSet;

/// Different cells of a column that are looked at.
const LOOKED_AT: usize = 120;

/// How many of the cells that were looked at are what. A cell may be several things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// Rows with something in the column.
    pub filled: usize,
    /// Different cells that were looked at.
    pub looked_at: usize,
    /// Of those: dates.
    pub dates: usize,
    /// Years of four digits.
    pub years: usize,
    /// Times of the day: `09:45`, `13.00 Uhr`.
    pub times: usize,
    /// States and territories.
    pub states: usize,
    /// Cities, alone or several.
    pub cities: usize,
    /// People who held an office, states or offices of states: whoever can take part.
    pub people: usize,
    /// Offices without a state and without a name: `Foreign Minister`.
    pub offices: usize,
    /// Texts of two to five words that begin with capitals, as names do.
    pub like_names: usize,
    /// Web addresses.
    pub links: usize,
    /// Keys of Wikidata.
    pub keys: usize,
    /// Numbers.
    pub numbers: usize,
    /// Whole numbers, counts among them.
    pub whole: usize,
    /// Numbers from −90 to 90 with a fraction.
    pub latitudes: usize,
    /// Numbers from −180 to 180 with a fraction.
    pub longitudes: usize,
    /// Degrees with signs or letters for the side: `12.05 S`, `37°57′21″ N`.
    pub degrees: usize,
    /// Latitude and longitude together.
    pub pairs: usize,
    /// Kinds of meetings.
    pub kinds: usize,
    /// How people met: in person, by telephone.
    pub modes: usize,
    /// Statuses.
    pub statuses: usize,
    /// `Host` and `Guest`, `Yes` and `No`, and the like: marks, not names.
    pub marks: usize,
    /// Texts of more than sixty letters.
    pub long: usize,
}

impl Shape {
    /// The shape of a column: of the first rows, and of others spread over the table.
    #[must_use]
    pub fn of(sheet: &Sheet, column: usize) -> Self {
        let mut shape = Self::default();
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let step = (sheet.len() / 2_000).max(1);
        let near = 0..sheet.len().min(200);
        let far = (near.end..sheet.len()).step_by(step);
        for row in near.chain(far) {
            let cell = sheet.cell(row, column).trim();
            if cell.is_empty() || word::is_nothing(cell) || word::is_sum(cell) {
                continue;
            }
            shape.filled += 1;
            if seen.len() < LOOKED_AT && seen.insert(cell) {
                shape.look_at(cell);
            }
        }
        shape
    }

    fn look_at(&mut self, cell: &str) {
        self.looked_at += 1;
        let count = |counter: &mut usize, is_one: bool| *counter += usize::from(is_one);
        count(&mut self.marks, word::is_mark(cell));
        count(&mut self.times, is_time(cell));
        if cell.chars().count() > 60 {
            count(&mut self.long, true);
            count(&mut self.links, is_link(cell));
            return;
        }
        if let Ok(number) = cell.replace(',', ".").parse::<f64>() {
            count(&mut self.numbers, true);
            count(&mut self.whole, number.fract() == 0.0);
            let has_fraction = cell.contains(['.', ',']);
            count(&mut self.latitudes, has_fraction && number.abs() <= 90.0);
            count(&mut self.longitudes, has_fraction && number.abs() <= 180.0);
            count(&mut self.years, calendar::is_year(number));
            count(&mut self.dates, is_date(cell) && cell.len() >= 6);
            return;
        }
        // `3, 4` is no point.
        count(&mut self.pairs, cell.contains(['.', '°', 'º']) && pair_of(cell).is_some());
        count(
            &mut self.degrees,
            cell.starts_with(|first: char| first.is_ascii_digit()) && degrees(cell, 180.0).is_some(),
        );
        count(&mut self.links, is_link(cell));
        count(&mut self.keys, is_key(cell));
        count(&mut self.dates, is_date(cell));
        count(&mut self.years, calendar::year(cell).is_some());
        count(&mut self.kinds, word::kind(cell).is_some());
        count(&mut self.modes, word::is_mode(cell));
        count(&mut self.statuses, word::status(cell).is_some());
        count(&mut self.states, venue::country(cell).is_some());
        count(&mut self.cities, is_place(cell));
        let is_known = |part: &str| part.chars().nth(2).is_some() && is_party(&spoken::read(part));
        let parts = names(cell, is_known);
        count(&mut self.people, !parts.is_empty() && parts.iter().all(|part| is_known(part)));
        count(&mut self.offices, is_office(&spoken::read(cell)));
        count(&mut self.like_names, parts.iter().any(|part| is_like_name(part)));
    }

    /// Whether at least a share of the cells that were looked at, in hundredths, is so.
    #[must_use]
    pub const fn are(&self, so: usize, hundredths: usize) -> bool {
        self.looked_at > 0 && so * 100 >= self.looked_at * hundredths
    }
}

fn is_office(spoken: &Spoken) -> bool {
    spoken.class.is_some() && spoken.name.is_empty() && spoken.state.is_none()
}

/// Whether a cell is a time of the day, perhaps with a word or a zone behind it, or two of them.
fn is_time(cell: &str) -> bool {
    let is_one = |text: &str| {
        let text = text.trim();
        let Some((hours, rest)) = text.split_once([':', '.', 'h']) else { return false };
        let minutes = rest.get(..2).unwrap_or_default();
        let behind = rest.get(2..).unwrap_or_default();
        let is_number = |digits: &str, most: u8| digits.parse::<u8>().is_ok_and(|number| number <= most);
        let is_zone = behind.trim().chars().all(|letter| letter.is_alphabetic() || letter == '.');
        (1..=2).contains(&hours.len()) && is_number(hours, 24) && is_number(minutes, 59) && is_zone
    };
    // A day and a month have a point behind them.
    !cell.ends_with('.') && cell.split(['-', '–']).all(is_one)
}

fn is_link(cell: &str) -> bool {
    // A link behind a name is none: `Kyiv (https://…)`.
    if venue::bracketed(cell).is_some_and(|(name, link)| !name.is_empty() && link.contains("://")) {
        return false;
    }
    let cell = cell.to_lowercase();
    cell.contains("://") || cell.starts_with("www.")
}

/// Whether a cell is a key of Wikidata, which scripts write beside the names: `Q142`, `wd:Q142`.
fn is_key(cell: &str) -> bool {
    let digits = cell.strip_prefix("wd:").unwrap_or(cell).strip_prefix('Q');
    digits.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_place(cell: &str) -> bool {
    let parts = cell.split([',', ';', '/', '&', '(']).map(str::trim).filter(|part| !part.is_empty());
    parts.clone().any(|part| !places_called(part).is_empty() && one_city(part, None).is_some())
}

fn is_like_name(part: &str) -> bool {
    let words: Vec<&str> = part.split_whitespace().collect();
    let begins_high = |word: &&&str| word.chars().next().is_some_and(char::is_uppercase);
    (2..=5).contains(&words.len()) && words.iter().filter(begins_high).count() >= 2
}
