//! Places are known by their ids: what a name, a typed beginning, a number or a point on the map leads to.

use summitry::gazetteer::candidates::{
    Candidate, MOST_CANDIDATES, PlaceKind, candidates, candidates_so_far, city,
};
use summitry::gazetteer::city::{Sort, cities, rows_beginning};
use summitry::gazetteer::fold::fold;
use summitry::gazetteer::further::by_id;
use summitry::gazetteer::nearest_city::nearest_city;
use summitry::gazetteer::score::How;
use summitry::meeting::Position;
use summitry::meeting::code::CountryCode;
use summitry::meeting::identity::{CityId, PlaceId};

fn code(letters: &str) -> CountryCode {
    CountryCode::new(letters).expect("tests write codes in capitals")
}

fn names(found: &[Candidate]) -> Vec<&str> {
    found.iter().map(|one| one.name.as_str()).collect()
}

#[test]
fn names_of_one_city_have_one_id() {
    let astana = CityId(1_526_273);
    for name in ["Astana", "Nur-Sultan", "Астана", "Akmola", "Astana, Kazakhstan"] {
        assert_eq!(city(name, None).map(|city| city.id), Ok(astana), "{name}");
        assert_eq!(candidates(name, None)[0].id, Some(PlaceId::City(astana)), "{name}");
    }
    let found = by_id(astana).expect("Astana is in the table");
    assert_eq!((&*found.name, found.country), ("Astana", code("KAZ")));
    assert_eq!(city("Moscow", Some(code("SUN"))), city("Moscow", Some(code("RUS"))));
    assert_eq!(city("East Berlin", Some(code("DDR"))), city("Berlin", Some(code("DEU"))));
    assert_eq!(by_id(CityId(0)), None);
    assert_eq!(by_id(CityId(u32::MAX)), None);
}

#[test]
fn a_country_has_its_code_for_an_id_and_a_part_of_the_world_has_none() {
    let first = |name| candidates(name, None).remove(0);
    assert_eq!(first("Kazakhstan").id, Some(PlaceId::Country(code("KAZ"))));
    assert_eq!(first("Central Asia").id, None);
    let json = serde_json::to_value(candidates("Astana", None)).expect("candidates become JSON");
    assert_eq!(json[0]["id"], "city:1526273");
}

#[test]
fn a_name_still_being_typed_offers_what_it_may_become() {
    for (typed, name) in [
        ("Ast", "Astana"),
        ("Astan", "Astana"),
        ("аста", "Astana"),
        ("Par", "Paris"),
        ("San F", "San Francisco"),
        ("st peters", "Saint Petersburg"),
        ("New D", "New Delhi"),
        ("kaz", "Kazakhstan"),
        ("Kyi", "Kyiv"),
        ("Geneva", "Geneva"),
        ("Sharm", "Sharm el-Sheikh"),
    ] {
        let found = candidates_so_far(typed, None);
        assert!(names(&found).contains(&name), "{typed}: {:?}", names(&found));
        assert!(found.len() <= MOST_CANDIDATES, "{typed}");
        assert!(found.is_sorted_by(|a, b| a.score >= b.score), "{typed}");
        assert_eq!(found, candidates_so_far(typed, None), "{typed}");
    }
    let exact = candidates_so_far("Niger", None);
    assert_eq!(names(&exact)[..2], ["Niger", "Nigeria"], "what stands there goes before what it may become");
    let within = candidates_so_far("San", Some(code("SLV")));
    assert!(names(&within).contains(&"San Salvador"), "{:?}", names(&within));
    assert!(within.iter().all(|one| one.country == Some(code("SLV"))), "{within:?}");
    for nothing in ["", "  ", "!?", "Xyzzyplugh"] {
        assert_eq!(names(&candidates_so_far(nothing, None)), [""; 0], "{nothing}");
    }
    assert!(!candidates_so_far("s", None).is_empty(), "one letter is enough while typing");
}

#[test]
fn the_beginning_of_a_name_is_offered_but_never_taken() {
    let found = candidates("Johannesb", None);
    assert_eq!((names(&found)[0], found[0].kind), ("Johannesburg", PlaceKind::City));
    assert_eq!(found[0].why.how, How::BeginsSo);
    assert_eq!(city("Johannesb", None), Err(found));
    assert_eq!(candidates("kz", None), [], "two letters are no beginning unless typing");
}

#[test]
fn rows_that_begin_alike_are_those_of_a_search_by_hand() {
    for beginning in ["", "a", "astan", "saint p", "zz", "яс", "\u{10ffff}", "ē"] {
        let beginning = &fold(beginning);
        let begins = |name: &str| {
            let folded = fold(name);
            !folded.is_empty() && folded.starts_with(beginning.as_str())
        };
        let by_hand = cities().filter(|city| begins(&city.name) || city.alternates().any(begins));
        assert!(rows_beginning(beginning).into_iter().eq(by_hand.map(|city| city.row)), "{beginning}");
    }
}

#[test]
fn a_point_is_told_by_the_city_nearest_to_it() {
    for (lon, lat, name, most) in [
        (71.43, 51.13, "Astana", 10.0),
        (-77.4, 39.7, "Camp David", 10.0),
        (37.62, 55.75, "Moscow", 1.0),
        (179.9, -16.5, "Labasa", 100.0),
        (-179.9, -16.5, "Labasa", 110.0),
        (0.0, 89.9, "Longyearbyen", 1400.0),
        (180.0, 89.9, "Longyearbyen", 1400.0),
    ] {
        let (city, kilometres) = nearest_city(Position::new(lon, lat));
        assert_eq!(&*city.name, name, "{lon} {lat}: {city:?} at {kilometres} km");
        assert!((0.0..=most).contains(&kilometres), "{name} lies {kilometres} km away");
    }
    let moscow = city("Moscow", Some(code("RUS"))).expect("there is one");
    let (same, kilometres) = nearest_city(moscow.at);
    assert_eq!(same, moscow);
    assert!(kilometres < 1e-6);
}

#[test]
fn the_nearest_city_is_that_of_a_search_through_all() {
    let way = |a: Position, b: Position| {
        let [a_lat, b_lat] = [a.lat, b.lat].map(f64::to_radians);
        let half = |angle: f64| (angle / 2.0).sin().powi(2);
        let h = half(b_lat - a_lat) + a_lat.cos() * b_lat.cos() * half((b.lon - a.lon).to_radians());
        2.0 * 6371.0088 * h.sqrt().min(1.0).asin()
    };
    for step in 0..60 {
        let turn = f64::from(step);
        let at =
            Position::new((turn * 47.3).rem_euclid(360.0) - 180.0, (turn * 29.7).rem_euclid(180.0) - 90.0);
        let (city, kilometres) = nearest_city(at);
        let named = cities().filter(|city| city.sort != Sort::Area && city.town.is_none());
        let shortest = named.map(|city| way(at, city.at)).min_by(f64::total_cmp).expect("there are cities");
        assert!((kilometres - shortest).abs() < 1e-6, "{at:?}: {city:?} at {kilometres}, not {shortest} km");
    }
}
