//! Areas of contested status: where each lies, with whom each policy draws it, and what the map says of it.

use std::collections::BTreeSet;
use summitry::gazetteer::country::Countries;
use summitry::globe::borders::Borders;
use summitry::globe::policy::BorderPolicy::{
    self, Argentina, China, DeFacto, India, Israel, Japan, Morocco, Pakistan, Palestine, Russia, Serbia,
    Spain, Turkiye, Ukraine, UnitedStates, Venezuela,
};
use summitry::globe::policy::contested_areas;
use summitry::meeting::Position;
use summitry::meeting::code::CountryCode;
use summitry::ui::tooltip;
use summitry::words::message::Word;
use summitry::words::word;

fn code(letters: &str) -> CountryCode {
    CountryCode::new(letters).expect("three capital letters")
}

/// A place in each area, the state that the default draws it with, and those of other policies that differ
/// from it.
type Case = (&'static str, f64, f64, &'static str, &'static [(BorderPolicy, &'static str)]);

const ANNEXED: &[(BorderPolicy, &str)] = &[(Russia, "RUS")];
const INDIAN: &[(BorderPolicy, &str)] = &[(India, "IND")];
const BRITISH: &[(BorderPolicy, &str)] = &[(Argentina, "ARG")];
const SPANISH: &[(BorderPolicy, &str)] = &[(Morocco, "MAR")];

const CASES: [Case; 31] = [
    ("abkhazia", 41.02, 43.0, "GEO", &[(Russia, "AAB"), (Venezuela, "AAB")]),
    ("aksai-chin", 79.3, 35.2, "CHN", INDIAN),
    ("arunachal-pradesh", 93.6, 27.1, "IND", &[(China, "CHN")]),
    ("azad-kashmir", 73.47, 34.37, "PAK", INDIAN),
    ("ceuta", -5.3162, 35.8883, "ESP", SPANISH),
    ("chagos", 72.42, -7.35, "MUS", &[(DeFacto, "IOT"), (UnitedStates, "IOT")]),
    ("crimea", 34.10, 44.95, "UKR", &[(DeFacto, "RUS"), (Russia, "RUS")]),
    ("demchok", 79.3, 32.9, "CHN", INDIAN),
    ("donetsk", 37.8, 48.0, "UKR", ANNEXED),
    ("east-jerusalem", 35.234, 31.776, "PSE", &[(Israel, "ISR")]),
    ("essequibo", -59.8, 3.38, "GUY", &[(Venezuela, "VEN")]),
    ("falkland-islands", -58.9, -51.75, "FLK", BRITISH),
    ("gibraltar", -5.35, 36.133, "GIB", &[]),
    ("golan", 35.77, 33.27, "SYR", &[(DeFacto, "ISR"), (Israel, "ISR"), (UnitedStates, "ISR")]),
    ("jammu-and-kashmir", 74.81, 34.09, "IND", &[(Pakistan, "PAK")]),
    ("kherson", 32.62, 46.7, "UKR", ANNEXED),
    (
        "kosovo",
        21.17,
        42.66,
        "XKX",
        &[
            (Argentina, "SRB"),
            (China, "SRB"),
            (India, "SRB"),
            (Morocco, "SRB"),
            (Palestine, "SRB"),
            (Russia, "SRB"),
            (Serbia, "SRB"),
            (Spain, "SRB"),
            (Ukraine, "SRB"),
        ],
    ),
    ("luhansk", 39.3, 48.57, "UKR", ANNEXED),
    ("melilla", -2.938, 35.292, "ESP", SPANISH),
    ("northern-cyprus", 33.36, 35.22, "CYP", &[(DeFacto, "CYN"), (Turkiye, "CYN")]),
    ("palestine", 35.20, 31.90, "PSE", &[]),
    ("shaksgam", 76.7, 36.0, "CHN", INDIAN),
    ("siachen", 77.1, 35.4, "KAS", &[(DeFacto, "IND"), (India, "IND"), (Pakistan, "PAK")]),
    ("somaliland", 44.06, 9.56, "SOM", &[(DeFacto, "SOL"), (Israel, "SOL")]),
    ("south-georgia", -36.8, -54.4, "SGS", BRITISH),
    ("south-ossetia", 43.97, 42.23, "GEO", &[(Russia, "AAO"), (Venezuela, "AAO")]),
    ("southern-kurils", 147.55, 44.97, "RUS", &[(Japan, "JPN"), (Ukraine, "JPN"), (UnitedStates, "JPN")]),
    ("taiwan", 121.56, 25.04, "TWN", &[(China, "CHN"), (Morocco, "CHN"), (Pakistan, "CHN"), (Russia, "CHN")]),
    (
        "western-sahara-east",
        -12.58,
        24.23,
        "ESH",
        &[(Israel, "MAR"), (Morocco, "MAR"), (UnitedStates, "MAR")],
    ),
    (
        "western-sahara-west",
        -13.20,
        27.15,
        "ESH",
        &[(DeFacto, "MAR"), (Israel, "MAR"), (Morocco, "MAR"), (UnitedStates, "MAR")],
    ),
    ("zaporizhzhia", 35.37, 46.85, "UKR", ANNEXED),
];

#[test]
fn a_place_in_each_area_lies_in_the_state_that_each_policy_draws_it_with() {
    let tabled: Vec<&str> = contested_areas().iter().map(|area| area.area.as_str()).collect();
    assert_eq!(CASES.map(|(area, ..)| area).to_vec(), tabled);
    for policy in BorderPolicy::ALL {
        let borders = Borders::under(policy);
        assert_eq!(borders.policy, policy);
        for (area, lon, lat, un, others) in CASES {
            let own = others.iter().find(|(one, _)| *one == policy).map(|(_, holder)| *holder);
            let found = borders.country_at(Position::new(lon, lat));
            assert_eq!(found, Some(code(own.unwrap_or(un))), "{area}, {}", word(Word::BorderPolicy(policy)));
        }
    }
}

/// What the map says of each area, wherever it is looked at: words that must be among its claims.
const CLAIMS: [(&str, &[&str]); 31] = [
    ("abkhazia", &["own authorities", "recognised by Russia", "Georgia in the view"]),
    ("aksai-chin", &["China", "India"]),
    ("arunachal-pradesh", &["India", "China"]),
    ("azad-kashmir", &["Pakistan", "India"]),
    ("ceuta", &["Spain", "Morocco"]),
    ("chagos", &["United Kingdom", "73/295", "22 May 2025"]),
    ("crimea", &["Annexed by Russia in 2014", "68/262"]),
    ("demchok", &["China and India"]),
    ("donetsk", &["annexed by Russia on 30 September 2022", "ES-11/4"]),
    ("east-jerusalem", &["Israel", "occupied Palestinian territory"]),
    ("essequibo", &["Guyana", "Venezuela", "International Court of Justice"]),
    ("falkland-islands", &["United Kingdom", "Malvinas"]),
    ("gibraltar", &["United Kingdom", "Spain", "non-self-governing"]),
    ("golan", &["Israel", "497"]),
    ("jammu-and-kashmir", &["India", "Pakistan"]),
    ("kherson", &["annexed by Russia on 30 September 2022", "ES-11/4"]),
    ("kosovo", &["own government", "Serbia"]),
    ("luhansk", &["annexed by Russia on 30 September 2022", "ES-11/4"]),
    ("melilla", &["Spain", "Morocco"]),
    ("northern-cyprus", &["own authorities", "recognised by Türkiye alone", "541"]),
    ("palestine", &["West Bank", "East Jerusalem", "Gaza", "occupied Palestinian territory", "67/19"]),
    ("shaksgam", &["China", "India"]),
    ("siachen", &["India", "Pakistan"]),
    ("somaliland", &["own government", "recognised by Israel alone", "Somalia in the view"]),
    ("south-georgia", &["United Kingdom", "Argentina"]),
    ("south-ossetia", &["own authorities", "recognised by Russia", "Georgia in the view"]),
    ("southern-kurils", &["Russia", "Japan"]),
    ("taiwan", &["own government", "China"]),
    ("western-sahara-east", &["Morocco", "Sahrawi Republic", "non-self-governing"]),
    ("western-sahara-west", &["Morocco", "Sahrawi Republic", "non-self-governing"]),
    ("zaporizhzhia", &["annexed by Russia on 30 September 2022", "ES-11/4"]),
];

#[test]
fn a_place_in_each_area_is_hatched_and_told_with_its_claims_under_every_policy() {
    for (case, (area, words)) in CASES.iter().zip(CLAIMS) {
        assert_eq!(case.0, area);
        let there = Position::new(case.1, case.2);
        for policy in BorderPolicy::ALL {
            let borders = Borders::under(policy);
            let hatched = borders.contested_at(there).unwrap_or_else(|| panic!("{area} is not hatched"));
            let told = tooltip::contested(hatched, there, borders);
            assert_eq!(told[0], format!("{} (area of contested status)", hatched.name));
            assert!(words.iter().all(|word| told[1].contains(word)), "{area}: {}", told[1]);
            let holder = borders.country_at(there).expect("it has land");
            let is_apart = contested_areas().iter().any(|one| one.own == Some(holder));
            let drawn = format!("Drawn with {}", Countries::embedded().name(holder));
            let drawn = if is_apart { "Drawn by itself" } else { &drawn };
            assert!(told[2].starts_with(drawn), "{area}, {}: {}", policy.word(), told[2]);
        }
    }
}

#[test]
fn islands_without_land_on_the_map_are_marked_and_told_with_their_claims() {
    let islands: [(&str, &[&str]); 5] = [
        ("Liancourt Rocks (Dokdo)", &["South Korea", "Japan", "Takeshima"]),
        ("Paracel Islands", &["China", "Taiwan", "Vietnam"]),
        ("Scarborough Shoal", &["China", "Philippines", "Taiwan"]),
        ("Senkaku Islands", &["Japan", "Diaoyu", "Taiwan"]),
        ("Spratly Islands", &["China", "Malaysia", "Philippines", "Taiwan", "Vietnam", "Brunei"]),
    ];
    let borders = Borders::embedded();
    let bare: Vec<&str> = borders
        .contested
        .iter()
        .filter(|area| area.rings.is_empty())
        .map(|area| area.name.as_str())
        .collect();
    assert_eq!(bare, islands.map(|(name, _)| name));
    for (name, words) in islands {
        let area = borders.contested.iter().find(|area| area.name == name).expect("it is one of the list");
        let there = area.ring.expect("a ring marks it");
        let told = tooltip::contested(area, there, borders);
        assert_eq!(told.len(), 2, "nothing of it is drawn with anybody: {told:?}");
        assert!(words.iter().all(|word| told[1].contains(word)), "{told:?}");
    }
}

#[test]
fn jerusalem_and_nicosia_lie_on_the_sides_of_their_lines() {
    let places = [
        ("Knesset", 35.205, 31.777, "ISR"),
        ("Jerusalem", 35.2253, 31.769, "ISR"),
        ("Mount Zion", 35.229, 31.7715, "ISR"),
        ("Mevaseret Zion", 35.15, 31.80, "ISR"),
        ("Modi'in", 35.01, 31.898, "ISR"),
        ("Old City", 35.234, 31.776, "PSE"),
        ("Sheikh Jarrah", 35.231, 31.793, "PSE"),
        ("Mount of Olives", 35.245, 31.778, "PSE"),
        ("Qalandia", 35.221, 31.862, "PSE"),
        ("Bethlehem", 35.20, 31.705, "PSE"),
        ("Nicosia", 33.3642, 35.1753, "CYP"),
        ("Nicosia, Presidential Palace", 33.3617, 35.1640, "CYP"),
        ("Engomi", 33.33, 35.16, "CYP"),
        ("Deryneia", 33.96, 35.063, "CYP"),
        ("North Nicosia", 33.3642, 35.19, "CYN"),
        ("Famagusta", 33.94, 35.125, "CYN"),
    ];
    for (place, lon, lat, holder) in places {
        let found = Borders::under(DeFacto).country_at(Position::new(lon, lat));
        assert_eq!(found, Some(code(holder)), "{place}");
    }
}

#[test]
fn nothing_outside_the_table_changes_with_the_policy() {
    for (place, lon, lat) in [
        ("Kyiv", 30.52, 50.45),
        ("Mykolaiv", 31.99, 46.97),
        ("Dnipro", 35.05, 48.46),
        ("Moscow", 37.62, 55.75),
        ("Ramallah", 35.20, 31.90),
        ("Nicosia", 33.36, 35.15),
        ("Delhi", 77.2, 28.6),
        ("Georgetown", -58.15, 6.79),
        ("Tetouan", -5.37, 35.57),
        ("Gori", 44.11, 41.98),
        ("Sapporo", 141.35, 43.06),
        ("Tiraspol", 29.63, 46.84),
        ("Hala'ib", 36.5, 22.25),
    ] {
        let found: BTreeSet<_> =
            BorderPolicy::ALL.map(|policy| Borders::under(policy).country_at(Position::new(lon, lat))).into();
        assert_eq!(found.len(), 1, "{place}: {found:?}");
        assert!(found.first().is_some_and(Option::is_some), "{place}");
    }
}

#[test]
fn what_the_map_says_of_an_area_is_in_the_table_with_its_source() {
    let mut table = csv::Reader::from_reader(&include_bytes!("../data/build/contested.csv")[..]);
    let rows: Vec<csv::StringRecord> = table.records().map(|row| row.expect("a row of the table")).collect();
    let contested = &Borders::embedded().contested;
    assert_eq!(rows.len(), contested.len());
    for (row, area) in rows.iter().zip(contested) {
        assert_eq!((&row[0], &row[4]), (area.name.as_str(), area.claims.as_str()), "rebuild the map");
        assert!(row[5].len() > 10 && !row[5].contains("http"), "{}: {}", area.name, &row[5]);
        let at = |column: usize| row[column].parse::<f64>().ok();
        assert_eq!(area.ring.map(|at| (at.lon, at.lat)), at(2).zip(at(3)), "{}", area.name);
    }
}
