//! What the parts of a cell of places mean, and which of them belong to the address of another.

use super::address::{is_area_before, is_area_of, is_quarter_of, is_village};
use super::division::Group;
use super::spot::Spot;
use super::venue;
use crate::gazetteer::city::{City, Sort};
use crate::meeting::code::CountryCode;

/// What a group of parts means.
#[derive(Clone, Debug)]
pub enum Meaning {
    /// A city.
    City(Box<NamedCity>),
    /// A country.
    Country(CountryCode),
    /// A place that the user chose.
    Decided(Box<Spot>),
}

/// A city as a cell names it.
#[derive(Clone, Debug)]
pub struct NamedCity {
    /// The city.
    pub city: City,
    /// The country of the row in which it was looked for: another one than today's for a former state or a
    /// ruler.
    pub within: Option<CountryCode>,
    /// Its name as written.
    pub name: String,
    /// What stands in brackets behind it.
    pub beside: String,
}

impl Meaning {
    /// A city with nothing in brackets behind its name.
    #[must_use]
    pub fn of(city: City, within: Option<CountryCode>, name: &str) -> Self {
        Self::City(Box::new(NamedCity { city, within, name: name.to_owned(), beside: String::new() }))
    }
}

/// Without the areas that stand behind a place in them, or before it, and without the quarters of a city
/// beside it, which become its building: `Taormina, Sicily` and `Yalta, Livadia` are one place each.
#[must_use]
pub fn without_addresses(division: Vec<(Group<'_>, Option<Meaning>)>) -> Vec<(Group<'_>, Option<Meaning>)> {
    let mut kept: Vec<(Group<'_>, Option<Meaning>)> = Vec::with_capacity(division.len());
    for (group, mut meant) in division {
        let mut is_left_out = false;
        if group.after_comma
            && let Some((before, Some(Meaning::City(last)))) = kept.last_mut()
        {
            let place = last.city.clone();
            is_left_out = place.sort != Sort::Area && is_area_of(group.text, &place);
            if let Some(Meaning::City(named)) = meant.as_mut().filter(|_| !is_left_out) {
                if is_area_before(before.text, &place, &named.city) {
                    kept.pop();
                } else if is_quarter_of(&named.city, &place) && last.beside.is_empty() {
                    last.beside.clone_from(&named.name);
                    is_left_out = true;
                } else if is_quarter_of(&place, &named.city) && named.beside.is_empty() {
                    named.beside = std::mem::take(&mut last.name);
                    kept.pop();
                }
            }
        }
        if !is_left_out {
            kept.push((group, meant));
        }
    }
    kept
}

/// The parts before a place with its state behind it that small places elsewhere are called by: buildings and
/// sites there, and no stops of a journey. `Capella, Sentosa, Singapore` is a hotel.
pub fn settle_sites<'t>(division: &mut [(Group<'t>, Option<Meaning>)]) -> Vec<&'t str> {
    let Some((last, before)) = division.split_last_mut() else { return Vec::new() };
    let (Group { text, .. }, Some(Meaning::City(there))) = last else { return Vec::new() };
    let state = text.rsplit_once(',').and_then(|(_, state)| venue::country(state.trim()));
    if state != Some(there.city.country) {
        return Vec::new();
    }
    let is_site = |meant: &Option<Meaning>| match meant {
        Some(Meaning::City(named)) => named.city.country != there.city.country && is_village(&named.city),
        Some(Meaning::Country(_) | Meaning::Decided(_)) | None => false,
    };
    let mut sites = Vec::new();
    for (group, meant) in before.iter_mut().filter(|(_, meant)| is_site(meant)) {
        sites.push(group.text);
        *meant = None;
    }
    sites
}

/// Without the countries that stand beside a city of theirs: `Doha - Qatar` is one place.
#[must_use]
pub fn without_hints(division: Vec<(Group<'_>, Option<Meaning>)>) -> Vec<(Group<'_>, Option<Meaning>)> {
    let country_at = |at: usize| match division.get(at) {
        Some((_, Some(Meaning::City(named)))) => Some(named.city.country),
        _ => None,
    };
    let is_hint = |at: usize, meant: &Option<Meaning>| match meant {
        Some(Meaning::Country(code)) => {
            let near = [at.checked_sub(1).and_then(country_at), country_at(at + 1)];
            near.contains(&Some(*code))
        }
        Some(Meaning::City(..) | Meaning::Decided(_)) | None => false,
    };
    let kept: Vec<bool> = division.iter().enumerate().map(|(at, (_, meant))| !is_hint(at, meant)).collect();
    division.into_iter().zip(kept).filter_map(|(one, is_kept)| is_kept.then_some(one)).collect()
}
