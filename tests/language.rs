//! The names of countries in nine languages, and what they find.

use summitry::gazetteer::candidates::{PlaceKind, candidates, city};
use summitry::gazetteer::country::{Countries, CountryKind};
use summitry::gazetteer::language::Language;
use summitry::meeting::code::CountryCode;

fn code(letters: &str) -> CountryCode {
    CountryCode::new(letters).expect("tests write codes in capitals")
}

#[test]
fn a_country_is_found_by_its_name_in_every_language() {
    let germany = [
        "Germany",
        "Германия",
        "Німеччина",
        "Allemagne",
        "Alemania",
        "Deutschland",
        "Almanya",
        "德国",
        "ألمانيا",
    ];
    for (language, name) in Language::ALL.into_iter().zip(germany) {
        let found = Countries::embedded().find(name).expect(name);
        assert_eq!((found.code, found.name_in(language)), (code("DEU"), name));
        assert_eq!(candidates(name, None)[0].country, Some(code("DEU")), "{name}");
    }
}

#[test]
fn a_city_goes_before_a_country_that_another_language_calls_so() {
    assert_eq!(Countries::embedded().find("Granada").map(|country| country.code), Some(code("GRD")));
    let spain = city("Granada", Some(code("ESP"))).expect("one Granada leads in Spain");
    assert!((spain.at.lat - 37.2).abs() < 0.1);
    let found = city("Granada", None).expect_err("Spain, Nicaragua and Colombia have one");
    assert_eq!((found[0].kind, found[0].country), (PlaceKind::City, Some(code("ESP"))));
    assert!(found.iter().any(|one| one.country == Some(code("GRD"))));
}

#[test]
fn every_state_is_named_in_every_language_from_full_to_short() {
    for country in Countries::embedded().iter() {
        for language in Language::ALL {
            let names = country.names_in(language);
            assert!(names.is_sorted_by(|a, b| a.chars().count() > b.chars().count()), "{names:?}");
            let own = language == Language::English || country.kind == CountryKind::FormerState;
            assert!(own || country.translated.iter().any(|name| name.starts_with(names[0])), "{names:?}");
        }
    }
    let forms = |text: &str, language| {
        Countries::embedded().get(code(text)).expect("in the table").names_in(language)
    };
    assert_eq!(forms("KOR", Language::English), ["South Korea", "S. Korea"]);
    assert_eq!(forms("KAZ", Language::English), ["Kazakhstan", "Kaz."]);
    assert_eq!(forms("USA", Language::German), ["Vereinigte Staaten", "USA"]);
}
