//! Further places: towns, provinces and airfields, which are looked up where the city table has no answer.
//!
//! The first look-up unpacks them and numbers their names, which takes about a tenth of a second; later ones
//! take microseconds.

use super::airbase::Airfield;
use super::city::{City, Sort, first_by_id};
use super::country::NameKind;
use super::fold::fold;
use super::other_name::{OtherNames, hash, of_hash};
use super::table::{Field, rows, text};
use super::town;
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::CityId;
use crate::packed::Packed;
use std::sync::LazyLock;

static AREAS: Packed = Packed::new(packed_bytes!("areas.csv"));
static AIRFIELDS: Packed = Packed::new(packed_bytes!("airfields.csv"));

/// The further places with a name of this folded form: each with the sort of name and the name as written.
/// Airfields are found by any word for their sort, and a base also as an airport where there is no base of
/// its name.
#[must_use]
pub fn further_named(folded: &str) -> Vec<(City, NameKind, &'static str)> {
    let found = of_key(&key(folded));
    match Airfield::named(folded) {
        Some(Airfield::Base(name)) if found.is_empty() => of_key(&key(&Airfield::Airport(name).plainly())),
        Some(Airfield::Base(_) | Airfield::Airport(_)) | None => found,
    }
}

fn of_key(key: &str) -> Vec<(City, NameKind, &'static str)> {
    let found = of_hash(&BY_HASH, hash(key)).iter();
    let found = found.filter_map(|(_, number)| {
        let place = place(*number as usize);
        let mut names = place.names().enumerate();
        let (at, written) = names.find(|(_, name)| self::key(&fold(name)) == key)?;
        let kind = if at == 0 { NameKind::Own } else { NameKind::Alias };
        Some((place.city(), kind, written))
    });
    found.collect()
}

/// What a folded name is compared by: one word for all sorts of airfields, and no spaces, so that Sapa is Sa
/// Pa.
fn key(folded: &str) -> String {
    let plain = Airfield::named(folded).map_or_else(|| folded.to_owned(), Airfield::plainly);
    plain.replace(' ', "")
}

/// The place with an id, in any table; `None` if none has it, as after a place was left out of a later
/// edition.
#[must_use]
pub fn by_id(id: CityId) -> Option<City> {
    let of_site = || SITES.iter().find(|site| site.id == id).cloned();
    first_by_id(id).or_else(|| if id.is_of_geonames() { town::by_id(id) } else { of_site() })
}

/// Every province and airfield.
#[must_use]
pub fn sites() -> &'static [City] {
    &SITES
}

/// A further place by its number: towns first, then provinces and airfields.
enum Further {
    Town(usize, &'static str),
    Site(&'static City),
}

fn place(number: usize) -> Further {
    match number.checked_sub(town::count()) {
        None => Further::Town(number, town::name(number)),
        Some(site) => Further::Site(&SITES[site]),
    }
}

impl Further {
    fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        let (own, others): (&'static str, _) = match *self {
            Self::Town(_, name) => (name, OtherNames::Listed(first_words(name))),
            Self::Site(site) => (&site.name, site.others),
        };
        std::iter::once(own).chain(others.listed())
    }

    fn city(&self) -> City {
        match *self {
            Self::Town(row, _) => town::town(row),
            Self::Site(site) => site.clone(),
        }
    }
}

/// Words that go on with a town's name and say by which river or in which district it lies.
const GOES_ON: [&str; 12] = [
    " am ", " an der ", " bei ", " im ", " in ", " ob der ", " aan de ", " de ", " del ", " do ", " da ",
    " di ",
];

/// Words that a name has in front of the one that it is called by.
const FIRST_WORDS: [&str; 8] = ["Saint", "Sainte", "Santa", "Stara", "Novo", "Nova", "Villeneuve", "Castel"];

/// Letters that the first part of a name with hyphens must have to stand for it.
const FEWEST: usize = 5;

/// The words of a town's name that are enough: `Linz` of Linz am Rhein, `Chamonix` of Chamonix-Mont-Blanc;
/// empty if there are none.
fn first_words(name: &str) -> &str {
    let ends = GOES_ON.iter().filter_map(|word| name.find(word));
    let hyphen = name.find('-').filter(|&end| end >= FEWEST && !FIRST_WORDS.contains(&&name[..end]));
    ends.chain(hyphen).min().map_or("", |end| &name[..end])
}

/// Provinces, then airfields.
static SITES: LazyLock<Vec<City>> = LazyLock::new(|| {
    let areas = rows(AREAS.text()).map(|row| (Sort::Area, row));
    let airfields = rows(AIRFIELDS.text()).map(|row| (Sort::Airfield, row));
    areas.chain(airfields).enumerate().map(|(row, (sort, fields))| site(row, sort, fields)).collect()
});

fn site(row: usize, sort: Sort, [id, name, country, lon, lat, others]: [Field; 6]) -> City {
    let degrees = |text: &str| text.parse().expect("coordinates of sites are numbers");
    City {
        row,
        id: CityId(id.parse().expect("the id of a site is a number")),
        sort,
        name,
        country: CountryCode::new(&country).expect("the country of a site is a code"),
        admin: Field::Borrowed(""),
        division: Field::Borrowed(""),
        at: Position::new(degrees(&lon), degrees(&lat)),
        population: 0,
        capital: false,
        town: None,
        others: OtherNames::Listed(text(others)),
    }
}

/// The number of every name with that of its place, in order.
static BY_HASH: LazyLock<Vec<(u64, u32)>> = LazyLock::new(|| {
    let numbers = 0..town::count() + SITES.len();
    let names = numbers.flat_map(|number| place(number).names().map(move |name| (name, number as u32)));
    let mut entries: Vec<(u64, u32)> =
        names.map(|(name, number)| (hash(&key(&fold(name))), number)).collect();
    entries.sort_unstable();
    entries.dedup();
    entries
});
