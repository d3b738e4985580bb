//! Where a place must lie to be meant: the country given beside a name, or the words after its comma.

use super::claim::claims;
use super::country::{Countries, Country, NameKind};
use super::fold::fold;
use super::ground::ground_of;
use super::place::Place;
use super::province::{self, Province};
use crate::meeting::code::CountryCode;

/// A place must lie in one of these areas: `Georgia` after a comma may be the country or the state.
#[derive(Clone, Debug, PartialEq)]
pub struct Hint(Vec<Area>);

#[derive(Clone, Debug, PartialEq)]
enum Area {
    Country(CountryCode),
    Province(&'static Province),
}

impl Hint {
    /// In the country, in what is listed under it (Hong Kong in China, Puerto Rico in the United States), in
    /// what some border policy draws with it (Crimea with Russia), or, for a former state, in one of those on
    /// its ground today.
    #[must_use]
    pub fn country(code: CountryCode) -> Self {
        Self(std::iter::once(code).chain(ground_of(code)).map(Area::Country).collect())
    }

    /// The area that words after a name mean: a country by any of its names (several if it is ambiguous) or
    /// its code, a state or province by its name or letters. `None` if they name no area.
    #[must_use]
    pub fn from_words(words: &str) -> Option<Self> {
        let countries = Countries::embedded();
        let folded = fold(words);
        let by_name = countries
            .named(&folded)
            .filter(|(_, kind, _)| *kind != NameKind::Demonym)
            .map(|(country, ..)| country);
        let by_name: Vec<&Country> = by_name.collect();
        let further = if by_name.is_empty() { countries.in_further_language(&folded) } else { None };
        let by_name = by_name.into_iter().chain(further.map(|(country, _)| country));
        let codes = countries.by_code(words).into_iter().chain(by_name).map(|country| country.code);
        let provinces = province::named(&folded).into_iter().chain(province::by_letters(words));
        let areas = codes.flat_map(|code| Self::country(code).0).chain(provinces.map(Area::Province));
        let areas: Vec<Area> = areas.collect();
        (!areas.is_empty()).then_some(Self(areas))
    }

    /// Whether the place lies in one of the areas.
    #[must_use]
    pub fn allows(&self, place: &Place) -> bool {
        self.0.iter().any(|area| match area {
            Area::Country(code) => {
                let claimed = || claims().iter().filter(|claim| claim.state == *code);
                let is_in_one = |country| claimed().any(|claim| claim.holds(country, place.at()));
                place.country().is_some_and(|country| country == *code || is_in_one(country))
            }
            Area::Province(province) => in_province(place, province),
        })
    }
}

/// Only cities of the United States say in which state they lie; elsewhere the province's country must do.
fn in_province(place: &Place, province: &Province) -> bool {
    match place {
        Place::City(city) => {
            city.country.as_str() == province.country
                && (city.admin.is_empty() || city.admin == province.letters)
        }
        Place::Province(other) => *other == province,
        Place::Country(_) | Place::Part(_) => false,
    }
}
