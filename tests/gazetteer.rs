//! The gazetteer finds what people write, offers what is ambiguous, and takes nothing that is no place.

use crate::tables;
use jiff::civil::{Date, date};
use std::collections::BTreeSet;
use summitry::gazetteer::candidates::{Candidate, MOST_CANDIDATES, PlaceKind, candidates, city};
use summitry::gazetteer::city::{Sort, cities, folded_names, rows_named};
use summitry::gazetteer::country::{Countries, NameKind};
use summitry::gazetteer::distance::distance;
use summitry::gazetteer::fold::fold;
use summitry::gazetteer::nearest::nearest;
use summitry::gazetteer::organisation::{MemberStatus, organisation, organisations};
use summitry::gazetteer::part::parts;
use summitry::gazetteer::place::kilometres_between;
use summitry::gazetteer::region::Region;
use summitry::meeting::Position;
use summitry::meeting::code::CountryCode;
use summitry::words::part::places::PlacesText;
use summitry::words::say;

fn code(letters: &str) -> CountryCode {
    CountryCode::new(letters).expect("tests write codes in capitals")
}

/// `Saint Petersburg, RUS` for each candidate, in order.
fn listed(found: &[Candidate]) -> Vec<String> {
    let country = |one: &Candidate| one.country.map_or(String::new(), |code| format!(", {code}"));
    found.iter().map(|one| format!("{}{}", one.name, country(one))).collect()
}

fn score_of(found: &[Candidate], place: &str) -> f64 {
    let at = listed(found).iter().position(|one| one == place);
    found[at.unwrap_or_else(|| panic!("{place} is not in {:?}", listed(found)))].score
}

/// Why a candidate is offered, in words.
fn why(candidate: &Candidate) -> String {
    say(PlacesText::Why(&candidate.why))
}

#[test]
fn known_city_names_resolve_without_asking() {
    for (name, country, lon, lat) in [
        ("Astana", "KAZ", 71.4, 51.2),
        ("Nur-Sultan", "KAZ", 71.4, 51.2),
        ("nursultan", "KAZ", 71.4, 51.2),
        ("АСТАНА", "KAZ", 71.4, 51.2),
        ("Kyiv", "UKR", 30.5, 50.4),
        ("Kiev", "UKR", 30.5, 50.4),
        ("Київ", "UKR", 30.5, 50.4),
        ("St Petersburg", "RUS", 30.3, 59.9),
        ("St. Petersburg", "RUS", 30.3, 59.9),
        ("SAINT PETERSBURG", "RUS", 30.3, 59.9),
        ("Leningrad", "RUS", 30.3, 59.9),
        ("Bombay", "IND", 72.9, 19.1),
        ("Saigon", "VNM", 106.6, 10.8),
        ("Peking", "CHN", 116.4, 39.9),
        ("New Delhi", "IND", 77.2, 28.6),
        ("Washington, D.C.", "USA", -77.0, 38.9),
        ("Washington DC", "USA", -77.0, 38.9),
        ("Sao Paulo", "BRA", -46.6, -23.5),
        ("Ho Chi Minh City", "VNM", 106.6, 10.8),
        ("P'yongyang", "PRK", 125.8, 39.0),
        ("Luxembourg", "LUX", 6.1, 49.6),
        ("Singapore", "SGP", 103.9, 1.3),
        ("Monaco", "MCO", 7.4, 43.7),
        ("Hong Kong", "HKG", 114.2, 22.3),
        ("Vatican City", "VAT", 12.5, 41.9),
        ("São Tomé", "STP", 6.7, 0.3),
        ("Vatican", "VAT", 12.5, 41.9),
        ("Camp David", "USA", -77.5, 39.6),
    ] {
        let found = candidates(name, None);
        let first = found.iter().find(|one| one.kind == PlaceKind::City);
        assert_eq!(first.and_then(|one| one.country), Some(code(country)), "{name}: {:?}", listed(&found));
        let taken =
            city(name, None).unwrap_or_else(|offered| panic!("{name} is not taken: {:?}", listed(&offered)));
        assert!(kilometres_between(taken.at, Position::new(lon, lat)) < 40.0, "{name} is {taken:?}");
        assert_eq!(taken.country, code(country), "{name}");
    }
}

#[test]
fn known_country_names_resolve_without_asking() {
    for (name, country) in [
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("TURKIYE", "TUR"),
        ("Burma", "MMR"),
        ("Swaziland", "SWZ"),
        ("DR Congo", "COD"),
        ("Democratic Republic of the Congo", "COD"),
        ("Congo, Dem. Rep.", "COD"),
        ("Zaire", "COD"),
        ("Republic of the Congo", "COG"),
        ("Congo, Rep.", "COG"),
        ("Congo-Brazzaville", "COG"),
        ("Korea, South", "KOR"),
        ("South Korea", "KOR"),
        ("Republic of Korea", "KOR"),
        ("Korea, North", "PRK"),
        ("North Korea", "PRK"),
        ("DPRK", "PRK"),
        ("UAE", "ARE"),
        ("U.A.E.", "ARE"),
        ("Egypt, Arab Rep.", "EGY"),
        ("U.S.S.R.", "SUN"),
        ("USSR", "SUN"),
        ("Soviet Union", "SUN"),
        ("Côte d’Ivoire", "CIV"),
        ("Ivory Coast", "CIV"),
        ("The Gambia", "GMB"),
        ("the Sudan", "SDN"),
        ("Казахстан", "KAZ"),
        ("Білорусь", "BLR"),
        ("KAZ", "KAZ"),
        ("KZ", "KAZ"),
        ("XKX", "XKX"),
        ("US", "USA"),
    ] {
        let found = candidates(name, None);
        assert_eq!(
            found.first().and_then(|one| one.country),
            Some(code(country)),
            "{name}: {:?}",
            listed(&found)
        );
        assert_ne!(found[0].kind, PlaceKind::City, "{name}");
        if name != "the Sudan" {
            let by_find = Countries::embedded().find(name).map(|country| country.code);
            assert_eq!(by_find, Some(code(country)), "{name}");
        }
    }
    assert_eq!(candidates("U.S.S.R.", None)[0].kind, PlaceKind::FormerState);
}

#[test]
fn ambiguous_names_come_back_as_several_with_their_scores() {
    for (name, expected) in [
        ("Georgia", &["Georgia, GEO", "Georgia, USA"][..]),
        ("St Petersburg", &["Saint Petersburg, RUS", "St. Petersburg, USA"]),
        ("Tripoli", &["Tripoli, LBY", "Tripoli, LBN", "Trípoli, GRC"]),
        ("San José", &["San Jose, USA", "San José, CRI"]),
        ("Congo", &["DR Congo, COD", "Republic of the Congo, COG"]),
        ("Korea", &["North Korea, PRK", "South Korea, KOR"]),
        ("Barcelona", &["Barcelona, ESP", "Barcelona, VEN"]),
        ("Springfield", &["Springfield, USA", "Springfield, USA"]),
    ] {
        let found = candidates(name, None);
        let places = listed(&found);
        for place in expected {
            assert!(places.contains(&(*place).to_owned()), "{name}: {place} is not in {places:?}");
        }
        assert!(found.iter().all(|one| one.score < 1.0), "{name}: a place with rivals has no full score");
        assert!(found.is_sorted_by(|a, b| a.score >= b.score), "{name}");
    }
    let petersburgs = candidates("St Petersburg", None);
    assert_eq!(petersburgs[0].country, Some(code("RUS")));
    let lead = petersburgs[0].score - score_of(&petersburgs, "St. Petersburg, USA");
    assert!(lead > 0.3, "the lead of Saint Petersburg is {lead}");
}

#[test]
fn an_ambiguous_city_is_not_taken_silently() {
    for name in [
        "Tripoli",
        "San José",
        "Georgia",
        "Springfield",
        "Valencia",
        "Hyderabad",
        "Guadalajara",
        "Victoria",
        "Salisbury",
        "Punjab",
        "Jermuk",
        "Lebanon",
        "Mexico",
    ] {
        let offered = city(name, None).expect_err(name);
        assert!(!offered.is_empty(), "{name} is offered");
    }
}

#[test]
fn a_hint_of_the_country_decides() {
    for (name, country, lon, lat) in [
        ("Tripoli", "LBY", 13.2, 32.9),
        ("Tripoli", "LBN", 35.8, 34.4),
        ("Tripoli", "GRC", 22.4, 37.5),
        ("St Petersburg", "USA", -82.7, 27.8),
        ("St Petersburg", "RUS", 30.3, 59.9),
        ("San José", "CRI", -84.1, 9.9),
        ("San Jose", "USA", -121.9, 37.3),
        ("Moscow", "SUN", 37.6, 55.8),
        ("Kiev", "SUN", 30.5, 50.4),
        ("Hong Kong", "CHN", 114.2, 22.3),
        ("San Juan", "USA", -66.1, 18.4),
        ("Vatican", "VAT", 12.5, 41.9),
        ("Mexico", "MEX", -99.1, 19.4),
        ("Macao", "MAC", 113.5, 22.2),
    ] {
        let taken = city(name, Some(code(country)))
            .unwrap_or_else(|offered| panic!("{name} in {country} is not taken: {:?}", listed(&offered)));
        assert!(
            kilometres_between(taken.at, Position::new(lon, lat)) < 40.0,
            "{name} in {country}: {taken:?}"
        );
    }
    assert!(candidates("Tripoli", Some(code("LBN"))).iter().all(|one| one.country == Some(code("LBN"))));
}

#[test]
fn a_name_may_carry_its_own_hint() {
    for (name, country, state) in [
        ("Tripoli, Libya", "LBY", ""),
        ("Tripoli (Lebanon)", "LBN", ""),
        ("Tripoli, GRC", "GRC", ""),
        ("St Petersburg, Florida", "USA", "FL"),
        ("St. Petersburg, FL", "USA", "FL"),
        ("Saint Petersburg, Florida, USA", "USA", "FL"),
        ("St Petersburg, Russian Federation", "RUS", ""),
        ("Paris, TX", "USA", "TX"),
        ("Paris, France", "FRA", ""),
        ("London, Ontario", "CAN", ""),
        ("Atlanta, Georgia", "USA", "GA"),
        ("Tbilisi, Georgia", "GEO", ""),
        ("San José, CA", "USA", "CA"),
        ("Springfield, Illinois", "USA", "IL"),
        ("Yalta, U.S.S.R.", "UKR", ""),
        ("Brazzaville, Congo", "COG", ""),
        ("Kinshasa, Congo", "COD", ""),
        ("Seoul, Korea", "KOR", ""),
        ("Manchester, England", "GBR", ""),
        ("Washington, USA", "USA", "DC"),
    ] {
        let found = candidates(name, None);
        let first = found.first().unwrap_or_else(|| panic!("{name} is not found"));
        assert_eq!(
            (first.country, first.state.as_str()),
            (Some(code(country)), state),
            "{name}: {:?}",
            listed(&found)
        );
        assert!(city(name, None).is_ok(), "{name}: {found:?}");
    }
    assert!(city("Tripoli, Libya", Some(code("LBN"))).is_err(), "two hints that contradict each other");
}

#[test]
fn words_that_mean_no_area_are_left_aside_and_said() {
    let found = candidates("Vienna, Hofburg", None);
    assert_eq!(listed(&found)[0], "Vienna, AUT");
    assert_eq!(why(&found[0]), "its name; \"Hofburg\" left aside");
    assert!(found[0].score < 0.8);
    assert!(city("Vienna, Hofburg", None).is_err());
    assert_eq!(listed(&candidates("Moscow, Germany", None))[0], "Moscow, RUS");
    assert!(city("Moscow, Germany", None).is_err());
}

#[test]
fn a_name_that_is_no_place_gives_none() {
    for name in [
        "Xyzzyplugh",
        "qwerty asdf",
        "",
        "  ",
        ",",
        "()",
        "!?",
        "🦀🦀🦀🦀",
        "\u{0}\u{1}\u{7}",
        "123456789",
        "kz",
        "no such place at all",
        "unknown",
    ] {
        assert_eq!(listed(&candidates(name, None)), Vec::<String>::new(), "{name}");
        assert_eq!(city(name, None), Err(Vec::new()), "{name}");
        assert_eq!(Countries::embedded().find(name), None, "{name}");
    }
}

#[test]
fn close_spellings_are_offered_but_never_taken() {
    for (name, within, expected, differing) in [
        ("Astanna", None, "Astana, KAZ", "(1 letter differs)"),
        ("Tbiilsi", None, "Tbilisi, GEO", "(1 letter differs)"),
        ("Vladivostock", Some("RUS"), "Vladivostok, RUS", "(1 letter differs)"),
        ("Tashkant", None, "Tashkent, UZB", "(1 letter differs)"),
        ("Samarkhandd", None, "Samarkand, UZB", "differ)"),
        ("Kazakhstam", None, "Kazakhstan, KAZ", "differs)"),
        ("Tripoliy, Libya", None, "Tripoli, LBY", "(1 letter differs)"),
        ("Lybia", None, "Libya, LBY", "(1 letter differs)"),
        ("Johanessburg", Some("ZAF"), "Johannesburg, ZAF", "(1 letter differs)"),
        ("Москвва", None, "Moscow, RUS", "(1 letter differs)"),
    ] {
        let within = within.map(code);
        let found = candidates(name, within);
        assert_eq!(listed(&found).first().map(String::as_str), Some(expected), "{name}: {found:?}");
        assert!(
            why(&found[0]).starts_with("close spelling of") && why(&found[0]).ends_with(differing),
            "{}",
            why(&found[0])
        );
        assert!(found[0].score < 0.8, "{name}");
        assert_eq!(city(name, within), Err(found), "{name}");
    }
}

#[test]
fn a_city_that_lies_elsewhere_is_refused_with_where_it_lies() {
    let offered = city("Sevastopol", Some(code("TUR"))).expect_err("Sevastopol is Ukraine");
    assert_eq!(offered[0].country, Some(code("UKR")));
    let there = city("Sevastopol", Some(code("RUS"))).expect("a border policy draws it with Russia");
    assert_eq!(there.country, code("UKR"), "which says nothing about where it belongs");
}

#[test]
fn the_reason_says_which_name_matched() {
    for (name, expected) in [
        ("Astana", "its name"),
        ("nur sultan", "alternate name \"Nur-Sultan\""),
        ("burma", "former name \"Burma\""),
        ("Republic of Korea", "official name \"Republic of Korea\""),
        ("KZ", "ISO code KZ"),
        ("Kazakh", "\"Kazakh\" is its people or what is theirs"),
        ("Astanna", "close spelling of \"Astana\" (1 letter differs)"),
        ("Central Asia", "its name"),
    ] {
        assert_eq!(why(&candidates(name, None)[0]), expected, "{name}");
    }
}

#[test]
fn scores_follow_how_well_the_name_fits() {
    let score = |name| candidates(name, None)[0].score;
    assert!((score("Astana") - 1.0).abs() < 1e-9, "an own name without rivals has the full score");
    let falling =
        [score("Kazakhstan"), score("Qazaqstan"), score("Kazakh SSR"), score("Kazakh"), score("Kazahkstn")];
    assert!(falling.is_sorted_by(|a, b| a > b), "{falling:?}");
}

#[test]
fn a_country_goes_before_a_city_of_its_name() {
    for (name, country) in
        [("Lebanon", "LBN"), ("Mexico", "MEX"), ("Georgia", "GEO"), ("Jordan", "JOR"), ("Panama", "PAN")]
    {
        let found = candidates(name, None);
        assert_eq!(
            (found[0].kind, found[0].country),
            (PlaceKind::Country, Some(code(country))),
            "{name}: {found:?}"
        );
    }
}

#[test]
fn lists_are_short_without_repeats_and_always_the_same() {
    for name in ["Santa Cruz", "San José", "Victoria", "Singapore", "Congo", "Sann Joze", "Londn", "Santiago"]
    {
        let found = candidates(name, None);
        assert!(!found.is_empty() && found.len() <= MOST_CANDIDATES, "{name}: {}", found.len());
        let places: BTreeSet<String> =
            found.iter().map(|c| format!("{:?} {} {} {}", c.kind, c.name, c.lon, c.lat)).collect();
        assert_eq!(places.len(), found.len(), "{name}");
        assert!(found.iter().all(|one| (0.0..=1.0).contains(&one.score)), "{name}");
        assert_eq!(found, candidates(name, None), "{name}");
    }
}

#[test]
fn parts_of_the_world_are_found_by_name() {
    let table = tables::columns("countries.csv", ["m49_region", "m49_subregion"]);
    let m49 = table.into_iter().flatten().filter(|name| !name.is_empty());
    let others = Region::ALL.into_iter().map(Region::name).chain(parts().iter().map(|part| part.name));
    for name in m49.chain(others.map(str::to_owned)) {
        let found = candidates(&name, None);
        assert!(
            found.iter().any(|one| one.kind == PlaceKind::Region && one.country.is_none()),
            "{name}: {found:?}"
        );
    }
    for name in ["Central Asia", "Caucasus", "South-East Asia", "Middle East", "Europe", "Balkans", "Asia"] {
        assert_eq!(candidates(name, None)[0].kind, PlaceKind::Region, "{name}");
        assert!(city(name, None).is_err(), "{name}");
    }
}

#[test]
fn the_program_folds_names_as_the_table_does() {
    let has_other_letters = |name: &str| {
        let other =
            ['\u{370}'..'\u{400}', '\u{530}'..'\u{1c80}', '\u{2c80}'..'\u{a640}', '\u{a800}'..'\u{10ffff}'];
        name.chars().any(|c| other.iter().any(|range| range.contains(&c)))
    };
    let mut folded = BTreeSet::new();
    for city in cities() {
        for name in std::iter::once(city.name.to_string()).chain(city.alternates().map(str::to_owned)) {
            let key = fold(&name);
            if !key.is_empty() {
                assert!(
                    rows_named(&key).any(|row| row == city.row),
                    "{name} of row {} folds to {key}",
                    city.row
                );
                if !has_other_letters(&key) {
                    folded.insert(key);
                }
            }
        }
    }
    assert!(
        folded.iter().map(String::as_str).eq(folded_names()),
        "names.txt holds these names and no others, in order"
    );
    assert!(cities().count() >= 34_000);
}

#[test]
fn folding_ignores_accents_case_and_punctuation() {
    for (name, folded) in [
        ("St. Petersburg", "saint petersburg"),
        ("SAINT-PETERSBURG", "saint petersburg"),
        ("Côte d’Ivoire", "cote divoire"),
        ("İstanbul", "istanbul"),
        ("Łódź", "lodz"),
        ("Tromsø", "tromso"),
        ("Þórshöfn", "thorshofn"),
        ("Bəyləqan", "baylaqan"),
        ("Bosnia & Herzegovina", "bosnia and herzegovina"),
        ("Королёв", "королев"),
        ("  Mt.  Isa ", "mount isa"),
        ("Αθήνα", "αθηνα"),
        ("نُوَاكْشُوط", "نواكشوط"),
        ("バリ", "ハ\u{3099}リ"),
        ("クウェート", "クウェート"),
        ("कुवैत", "कुवैत"),
        ("क़तर", "कतर"),
        ("ฟิจิ", "ฟิจิ"),
        ("¡!", ""),
    ] {
        assert_eq!(fold(name), folded, "{name}");
    }
}

#[test]
fn every_capital_is_found_with_its_country_as_a_hint() {
    let mut wrong = Vec::new();
    for country in Countries::embedded().iter().filter(|country| !country.capital.is_empty()) {
        match city(country.capital, Some(country.code)) {
            Ok(found) if Some(found.id) == country.capital_id && found.at == country.capital_at => {}
            other => wrong.push(format!("{} of {}: {other:?}", country.capital, country.code)),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_country_is_found_by_its_own_name_and_codes() {
    let countries = Countries::embedded();
    assert!(countries.iter().count() >= 250);
    assert!(countries.iter().is_sorted_by(|a, b| a.code < b.code));
    for country in countries.iter() {
        let found = |text: &str| countries.find(text).map(|country| country.code);
        assert_eq!(found(country.name), Some(country.code));
        assert_eq!(found(country.code.as_str()), Some(country.code));
        assert!(country.iso2.is_empty() || found(country.iso2) == Some(country.code), "{}", country.iso2);
        assert_eq!(candidates(country.name, None)[0].country, Some(country.code), "{}", country.name);
        assert!(!country.short.is_empty());
    }
}

#[test]
fn every_state_says_its_region() {
    for country in Countries::embedded().iter() {
        // The far south, and islands that nobody lives on but soldiers and scientists.
        let nowhere = ["ATA", "ATF", "BVT", "HMD", "IOT", "SGS"].contains(&country.code.as_str());
        assert_eq!(country.region.is_none(), nowhere, "{}", country.code);
    }
}

#[test]
fn an_ambiguous_or_unknown_country_is_not_found() {
    for text in ["Congo", "Korea", "Kazakh", "kz", "Atlantis", "Paris", "", "É"] {
        assert_eq!(Countries::embedded().find(text), None, "{text}");
    }
    assert_eq!(Countries::embedded().name(code("KAZ")), "Kazakhstan");
    assert_eq!(Countries::embedded().name(code("QQQ")), "QQQ");
    let kinds: BTreeSet<NameKind> = Countries::embedded()
        .iter()
        .flat_map(|country| country.other_names.iter().map(|(kind, _)| *kind))
        .collect();
    let expected =
        [NameKind::Official, NameKind::Alias, NameKind::Translated, NameKind::Former, NameKind::Demonym];
    assert_eq!(kinds, BTreeSet::from(expected));
}

#[test]
fn odd_input_has_few_candidates_and_means_no_country() {
    let long = "Astana ".repeat(15_000);
    let wide = "é".repeat(50_000);
    let marks = "\u{301}".repeat(190);
    let commas = ",".repeat(199);
    let expanding = "ﷺ".repeat(199);
    for text in [
        &long,
        &wide,
        &marks,
        &commas,
        &expanding,
        "the é",
        "th\u{e9}",
        "a,",
        ",a",
        "((((",
        "\"",
        "|",
        "\t\n",
        "\u{202e}anatsA",
    ] {
        for within in [None, Some(code("KAZ")), Some(code("QQQ"))] {
            assert!(candidates(text, within).len() <= 12, "{text:.20}");
            assert!(city(text, within).is_err_and(|meant| meant.len() <= 12), "{text:.20}");
        }
        assert_eq!(Countries::embedded().find(text), None, "{text:.20}");
        let _ = nearest(text, ["Astana", ""].into_iter(), 3);
    }
    assert!(candidates(&long, None).is_empty());
}

#[test]
fn letters_that_differ_are_counted_with_swaps_as_one() {
    for (a, b, expected) in [
        ("astana", "astana", Some(0)),
        ("astanna", "astana", Some(1)),
        ("asatna", "astana", Some(1)),
        ("lybia", "libya", Some(1)),
        ("kazan", "kazakh", Some(2)),
        ("moscow", "minsk", None),
        ("", "ab", Some(2)),
    ] {
        let letters = |word: &str| word.chars().collect::<Vec<_>>();
        assert_eq!(distance(&letters(a), &letters(b), 2), expected, "{a} {b}");
        assert_eq!(distance(&letters(b), &letters(a), 2), expected, "{b} {a}");
    }
}

#[test]
fn the_nearest_known_words_come_best_first() {
    let leaders = ["Vladimir Putin", "Xi Jinping", "Alexander Lukashenko", "Ilham Aliyev"];
    let regions = Region::ALL.map(Region::name);
    assert_eq!(nearest("lukashenka", leaders.into_iter(), 3), ["Alexander Lukashenko"]);
    assert_eq!(nearest("Putin, Vladimir", leaders.into_iter(), 3), ["Vladimir Putin"]);
    assert_eq!(nearest("XI", leaders.into_iter(), 1), ["Xi Jinping"]);
    assert_eq!(
        nearest("Asia", regions.into_iter(), 3),
        ["Asia", "Central Asia and the Caucasus", "South Asia"]
    );
    assert_eq!(nearest("Evrope", regions.into_iter(), 3), ["Europe"]);
    assert_eq!(nearest("sumit", ["summit", "call"].into_iter(), 3), ["summit"]);
    assert!(nearest("zzz", leaders.into_iter(), 3).is_empty());
    assert!(nearest("", leaders.into_iter(), 3).is_empty());
}

#[test]
fn memberships_hold_on_their_days_only() {
    for (bloc, country, on, expected) in [
        ("SCO", "BLR", date(2024, 7, 3), false),
        ("SCO", "BLR", date(2024, 7, 4), true),
        ("SCO", "HUN", date(2024, 7, 4), false),
        ("EU", "GBR", date(2019, 6, 1), true),
        ("EU", "GBR", date(2020, 1, 31), true),
        ("EU", "GBR", date(2021, 6, 1), false),
        ("EU", "HRV", date(2013, 6, 30), false),
        ("EU", "HRV", date(2013, 7, 1), true),
        ("BRICS", "ETH", date(2024, 6, 1), true),
        ("BRICS", "ETH", date(2023, 6, 1), false),
        ("BRICS", "KAZ", date(2025, 6, 1), false),
        ("EAEU", "CUB", date(2022, 1, 1), false),
    ] {
        let members = organisation(bloc).unwrap_or_else(|| panic!("{bloc} is shipped"));
        assert_eq!(members.has_member(code(country), Some(on)), expected, "{country} in {bloc} on {on}");
    }
    let eu = organisation("european union").expect("organisations are found by their name");
    assert!(eu.has_member(code("FRA"), None), "for an undated meeting: whether it is a member now");
    assert!(!eu.has_member(code("GBR"), None), "it was one");
    assert!(!eu.has_member(code("KAZ"), None));
}

#[test]
fn only_full_members_count() {
    let long_ago: Date = date(1900, 1, 1);
    for bloc in organisations() {
        assert!(!bloc.memberships.is_empty(), "{} has members", bloc.code);
        for membership in &bloc.memberships {
            assert!(
                Countries::embedded().get(membership.country).is_some(),
                "{} in {}",
                membership.country,
                bloc.code
            );
            assert!(membership.start > long_ago && membership.end.is_none_or(|end| end >= membership.start));
            if membership.status != MemberStatus::Member {
                assert!(
                    !bloc.has_member(membership.country, Some(membership.start)),
                    "{membership:?} of {}",
                    bloc.code
                );
            }
        }
    }
}

#[test]
fn a_town_goes_by_its_own_name_where_its_country_is_given_or_no_greater_place_has_it() {
    for (name, within, lon, lat) in [
        ("Kreuth", Some("DEU"), 11.74, 47.64),
        ("Linz", Some("DEU"), 7.28, 50.57),
        ("Chamonix", Some("FRA"), 6.87, 45.92),
        ("Sapa", Some("VNM"), 103.84, 22.34),
        ("Portofino", None, 9.21, 44.30),
        ("Linz", None, 14.29, 48.31),
    ] {
        let taken = city(name, within.map(code)).unwrap_or_else(|offered| panic!("{name}: {offered:?}"));
        assert!(kilometres_between(taken.at, Position::new(lon, lat)) < 20.0, "{name}: {taken:?}");
    }
    assert!(city("San Cristobal", Some(code("MEX"))).is_err(), "a suburb and many villages");
    assert!(city("Donetsk", Some(code("RUS"))).is_err(), "the larger one lies beyond the border");
}

#[test]
fn the_own_name_goes_before_anothers_other_name() {
    for (name, within, country, lon, lat) in [
        ("El Paso", Some("USA"), "USA", -106.5, 31.8),
        ("Stavropol", Some("RUS"), "RUS", 42.0, 45.0),
        ("Cancún", None, "MEX", -86.8, 21.2),
        ("San'a", Some("YEM"), "YEM", 44.2, 15.4),
        ("Geneva", None, "CHE", 6.1, 46.2),
        ("Cartagena", None, "COL", -75.5, 10.4),
        ("Bali", None, "IDN", 115.2, -8.4),
    ] {
        let taken = city(name, within.map(code)).unwrap_or_else(|offered| panic!("{name}: {offered:?}"));
        assert_eq!(taken.country, code(country), "{name}");
        assert!(kilometres_between(taken.at, Position::new(lon, lat)) < 40.0, "{name}: {taken:?}");
    }
}

#[test]
fn every_well_known_city_is_meant_by_its_name_alone() {
    for [id, name] in tables::columns("known_cities.csv", ["id", "name"]) {
        let taken = city(&name, None).unwrap_or_else(|offered| panic!("{name}: {:?}", listed(&offered)));
        assert_eq!(taken.id.0.to_string(), id, "{name}");
    }
    let taken = city("Frankfurt", None).map(|city| city.name.into_owned());
    assert_eq!(taken.as_deref(), Ok("Frankfurt am Main"));
}

#[test]
fn capitals_are_found_in_many_letters() {
    for (name, english, country) in [
        ("华盛顿", "Washington", "USA"),
        ("واشنطن", "Washington", "USA"),
        ("罗马", "Rome", "ITA"),
        ("基辅", "Kyiv", "UKR"),
        ("索非亚", "Sofia", "BGR"),
        ("الخرطوم", "Khartoum", "SDN"),
        ("बगदाद", "Baghdad", "IRQ"),
        ("Երևան", "Yerevan", "ARM"),
        ("মস্কো", "Moscow", "RUS"),
        ("அங்காரா", "Ankara", "TUR"),
        ("ካይሮ", "Cairo", "EGY"),
        ("វៀងចន្ទន៍", "Vientiane", "LAO"),
        ("ໂຕກຽວ", "Tokyo", "JPN"),
        ("မော်စကို", "Moscow", "RUS"),
        ("バリ", "Bali", "IDN"),
        ("अस्ताना", "Astana", "KAZ"),
    ] {
        let taken = city(name, None).unwrap_or_else(|offered| panic!("{name}: {:?}", listed(&offered)));
        assert_eq!((&*taken.name, taken.country), (english, code(country)), "{name}");
    }
}

#[test]
fn a_small_place_is_not_taken_for_a_capital_misspelt() {
    for (name, capital) in [("Barlin", "Berlin"), ("Triana", "Tirana"), ("Dekar", "Dakar"), ("Vadu", "Vaduz")]
    {
        let offered = listed(&city(name, None).expect_err(name));
        assert!(offered.iter().any(|one| one.starts_with(capital)), "{name}: {offered:?}");
        assert!(offered.iter().any(|one| one.starts_with(name)), "{name}: {offered:?}");
    }
}

#[test]
fn a_sea_is_no_city_whatever_country_is_said_beside_it() {
    let russia = Some(code("RUS"));
    for (name, within) in [("Black Sea", None), ("Black Sea", russia), ("the Black Sea", russia)] {
        assert!(city(name, within).is_err(), "{name} in {within:?}");
    }
    assert!(city("Black Sea, Russia", None).is_err());
}

#[test]
fn an_airfield_that_is_better_known_than_the_town_of_its_name_is_offered_beside_it() {
    for (name, airfield) in [("Heathrow", "GBR"), ("Pulkovo", "RUS")] {
        let found = candidates(name, None);
        let is_airfield =
            |one: &Candidate| one.kind == PlaceKind::Airfield && one.country == Some(code(airfield));
        assert!(found.iter().any(is_airfield), "{name}: {:?}", listed(&found));
    }
}

#[test]
fn what_is_offered_for_a_small_town_is_what_keeps_it_from_being_taken() {
    let found = candidates("Barlin", None);
    assert!(listed(&found).contains(&"Berlin, DEU".to_owned()), "{:?}", listed(&found));
    assert_eq!(city("Barlin", None).map(|city| city.name), Err(found));
}

#[test]
fn a_city_is_offered_where_other_words_stand_beside_it_and_not_taken() {
    for (name, meant) in [
        ("WHO Geneva", "Geneva, CHE"),
        ("Marriott Cairo", "Cairo, EGY"),
        ("Geneva-Vienna", "Geneva, CHE"),
        ("Geneva-Vienna", "Vienna, AUT"),
        ("outskirts of Kabul", "Kabul, AFG"),
    ] {
        let offered = listed(&city(name, None).expect_err(name));
        assert!(offered.iter().any(|one| one == meant), "{name}: {offered:?}");
    }
    for (name, meant) in [
        ("near New York City", "New York"),
        ("near Mexico City", "Mexico City"),
        ("Arlanda", "Stockholm-Arlanda Airport"),
        ("Stansted", "London Stansted Airport"),
    ] {
        assert_eq!(city(name, None).map(|city| city.name.into_owned()).as_deref(), Ok(meant), "{name}");
    }
    for sea in ["Black Sea", "Baltic Sea", "North Sea"] {
        assert!(city(sea, None).is_err(), "{sea}");
    }
}

#[test]
fn codes_of_the_olympic_committee_mean_states_where_iso_has_no_such_code() {
    let mut known = BTreeSet::new();
    for [olympic, country, source] in tables::columns("olympic_codes.csv", ["code", "country", "source"]) {
        assert!(Countries::embedded().get(code(&olympic)).is_none(), "{olympic} is another code too");
        let meant = Countries::embedded().find(&olympic).map(|country| country.code);
        assert_eq!(meant, Some(code(&country)), "{olympic}");
        assert!(source.len() > 20 && known.insert(olympic.clone()), "{olympic}");
    }
    assert_eq!(Countries::embedded().by_code("Ger"), None, "a word is no code");
    let find = |name| Countries::embedded().find(name).map(|country| country.code);
    for (name, meant) in [
        ("EEUU", "USA"),
        ("VAE", "ARE"),
        ("RPC", "CHN"),
        ("Bundesrepublik Deutschland", "DEU"),
        ("中华人民共和国", "CHN"),
        ("Rzeczpospolita Polska", "POL"),
        ("Ujerumani", "DEU"),
    ] {
        assert_eq!(find(name), Some(code(meant)), "{name}");
    }
}

#[test]
fn venues_bases_provinces_and_islands_are_places() {
    for (name, within, sort, lon, lat) in [
        ("The White House", None, Sort::Venue, -77.0, 38.9),
        ("Zhongnanhai", None, Sort::Venue, 116.4, 39.9),
        ("Ramstein AB", None, Sort::Airfield, 7.6, 49.4),
        ("Mildenhall Air Force Base", Some("GBR"), Sort::Airfield, 0.5, 52.4),
        ("Bavaria", None, Sort::Area, 11.6, 48.1),
        ("Kursk Oblast", Some("RUS"), Sort::Area, 36.2, 51.7),
        ("Normandy", Some("FRA"), Sort::Area, -0.4, 49.2),
        ("Terceira Island", Some("PRT"), Sort::Area, -27.2, 38.7),
    ] {
        let taken = city(name, within.map(code)).unwrap_or_else(|offered| panic!("{name}: {offered:?}"));
        assert_eq!(taken.sort, sort, "{name}: {taken:?}");
        assert!(kilometres_between(taken.at, Position::new(lon, lat)) < 40.0, "{name}: {taken:?}");
        assert_eq!(taken.id.is_area(), sort == Sort::Area, "{name}");
    }
    let kremlin = city("Kremlin", Some(code("RUS"))).expect("a venue");
    let moscow = city("Moscow", Some(code("RUS"))).expect("a city");
    assert_eq!(kremlin.placed(), moscow.placed(), "a meeting in the Kremlin is one in Moscow");
}

#[test]
fn former_states_have_their_capitals() {
    for (name, capital) in [
        ("Austria-Hungary", "Vienna"),
        ("Ottoman Empire", "Constantinople"),
        ("Prussia", "Berlin"),
        ("Kingdom of Hawaii", "Honolulu"),
        ("Tibet", "Lhasa"),
        ("Russian Empire", "Saint Petersburg"),
    ] {
        let state = Countries::embedded().find(name).unwrap_or_else(|| panic!("{name} is in the table"));
        assert_eq!(state.capital, capital);
    }
    assert!(city("Prague", Some(code("AUH"))).is_ok(), "it lies on its ground");
}

#[test]
fn lines_that_end_as_windows_ends_them_are_searched_to_an_end() {
    use summitry::gazetteer::sorted::{lines_of, start_of};
    let lines = "a\t1\r\nb\t2\r\nc\t3\r\n";
    assert_eq!(start_of(lines, "b", '\t'), 5);
    assert_eq!(lines_of(lines, "b", '\t').collect::<Vec<_>>(), ["b\t2"]);
    assert_eq!(start_of(lines, "z", '\t'), lines.len());
    assert_eq!(start_of("", "a", '\t'), 0);
}
