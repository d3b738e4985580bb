//! Where a place must lie to be meant: the country given beside a name, or the words after its comma.

use super::country::{Countries, NameKind};
use super::fold::fold;
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
    /// In the country, in what is listed under it (Hong Kong in China, Puerto Rico in the United States), or, for a former state, in
    /// one of those on its ground today.
    #[must_use]
    pub fn country(code: CountryCode) -> Self {
        Self(std::iter::once(code).chain(ground_of(code)).map(Area::Country).collect())
    }

    /// The area that words after a name mean: a country by any of its names (several if it is ambiguous) or its code, a state or
    /// province by its name or letters. `None` if they name no area.
    #[must_use]
    pub fn from_words(words: &str) -> Option<Self> {
        let countries = Countries::embedded();
        let folded = fold(words);
        let by_name = countries
            .named(&folded)
            .filter(|(_, kind, _)| *kind != NameKind::Demonym)
            .map(|(country, ..)| country);
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
            Area::Country(code) => place.country() == Some(*code),
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

/// The other codes under which places of a country are listed: of a state, what belongs to it; of a former state, those on its
/// ground today; of an area without cities of its own in the table, the state they are listed under.
pub fn ground_of(code: CountryCode) -> impl Iterator<Item = CountryCode> {
    on_the_ground_of(code).split(' ').filter_map(CountryCode::new)
}

fn on_the_ground_of(code: CountryCode) -> &'static str {
    match code.as_str() {
        "AUS" => "CCK CXR HMD NFK",
        "CHN" => "HKG MAC",
        "DNK" => "FRO GRL",
        "FIN" => "ALA",
        "FRA" => "ATF BLM GLP GUF MAF MTQ MYT NCL PYF REU SPM WLF",
        "GBR" => "AIA BMU CYM FLK GGY GIB IMN IOT JEY MSR PCN SGS SHN TCA VGB",
        "NLD" | "ANT" => "ABW BES CUW SXM",
        "NOR" => "BVT SJM",
        "NZL" => "COK NIU TKL",
        "USA" => "ASM GUM MNP PRI UMI VIR",
        "CSK" => "CZE SVK",
        "DDR" => "DEU",
        "GEL" => "KIR TUV",
        "NTZ" => "IRQ SAU",
        "PCI" => "FSM MHL MNP PLW",
        "PCZ" => "PAN",
        "RVN" | "VDR" => "VNM",
        "SCG" => "MNE SRB XKX",
        "SKM" => "IND",
        "SUN" => "ARM AZE BLR EST GEO KAZ KGZ LTU LVA MDA RUS TJK TKM UKR UZB",
        "UAR" => "EGY SYR",
        "YMD" => "YEM",
        "YUG" => "BIH HRV MKD MNE SRB SVN XKX",
        "CYN" => "CYP",
        "SOL" => "SOM",
        _ => "",
    }
}
