//! The places that a row names: one, or the stops of a trip.

use summitry::gazetteer::place::kilometres_between;
use summitry::import::decisions::{Decided, Decisions};
use summitry::import::spot::Spot;
use summitry::import::stops::{Where, spots};
use summitry::meeting::Placed;
use summitry::meeting::Position;
use summitry::meeting::code::CountryCode;

fn read(country: &str, city: &str) -> Vec<Spot> {
    let asked = Where { country, city, may_be_several: true, suggests: true };
    spots(asked, &Decisions::default())
}

fn shown(spot: &Spot) -> String {
    let country = spot.found.country.map(|code| code.to_string()).unwrap_or_default();
    let how = spot.found.placed.precision();
    let building = if spot.building.is_empty() { String::new() } else { format!(" [{}]", spot.building) };
    format!("{}{building}, {country}, {how}", spot.city)
}

#[test]
fn a_cell_with_several_places_is_read_as_stops_in_order() {
    let table: [(&str, &str, &[&str]); 17] = [
        ("", "Kiev, Odessa", &["Kiev, UKR, city", "Odessa, UKR, city"]),
        ("Israel", "Tel Aviv, Jerusalem", &["Tel Aviv, ISR, city", "Jerusalem, ISR, city"]),
        ("United Kingdom", "London, Oxford", &["London, GBR, city", "Oxford, GBR, city"]),
        ("", "Paris; Warsaw", &["Paris, FRA, city", "Warsaw, POL, city"]),
        ("", "Vienna and Prague", &["Vienna, AUT, city", "Prague, CZE, city"]),
        ("", "Damascus / Beirut", &["Damascus, SYR, city", "Beirut, LBN, city"]),
        ("", "Wien und Prag", &["Wien, AUT, city", "Prag, CZE, city"]),
        ("", "Samarkand, Uzbekistan", &["Samarkand, UZB, city"]),
        ("", "Doha - Qatar", &["Doha, QAT, city"]),
        ("", "Addis Ababa/Ethiopia", &["Addis Ababa, ETH, city"]),
        ("", "Dubai UAE", &["Dubai, ARE, city"]),
        ("Switzerland", "Palais des Nations, Geneva", &["Geneva [Palais des Nations], CHE, city"]),
        ("China", "Great Hall of the People, Beijing", &["Beijing [Great Hall of the People], CHN, city"]),
        ("Russia", "Москва, Кремль", &["Москва [Кремль], RUS, city"]),
        ("", "Brussels (NATO HQ)", &["Brussels [NATO HQ], BEL, city"]),
        (
            "Ghana, Trinidad & Tobago, Brazil & Namibia",
            "",
            &[", GHA, country", ", TTO, country", ", BRA, country", ", NAM, country"],
        ),
        ("Bosnia and Herzegovina", "Sarajevo", &["Sarajevo, BIH, city"]),
    ];
    for (country, city, expected) in table {
        let found: Vec<String> = read(country, city).iter().map(shown).collect();
        assert_eq!(found, expected, "{country} / {city}");
    }
}

#[test]
fn an_address_is_one_place() {
    let mut other: Vec<String> = Vec::new();
    for (country, city, expected) in [
        ("", "Boao, Hainan", "Boao, CHN, city"),
        ("", "Taormina, Sicily", "Taormina, ITA, city"),
        ("", "Nusa Dua, Bali", "Nusa Dua, IDN, city"),
        ("", "Banja Luka, RS", "Banja Luka, BIH, city"),
        ("", "Thessaloniki, Macedonia", "Thessaloniki, GRC, city"),
        ("", "Jaipur, Rajasthan", "Jaipur, IND, city"),
        ("", "Chania, Crete", "Chania, GRC, city"),
        ("", "Elmau, Bavaria", "Elmau, DEU, city"),
        ("", "Karuizawa, Nagano", "Karuizawa, JPN, city"),
        ("", "Carbis Bay, Cornwall", "Carbis Bay, GBR, city"),
        ("", "Ceylon, Colombo", "Colombo, LKA, city"),
        ("", "Palais Bourbon, Paris", "Paris [Palais Bourbon], FRA, city"),
        ("", "Yalta, Livadia", "Yalta [Livadia], UKR, city"),
        ("", "OAS, Washington", "Washington [OAS], USA, city"),
        ("", "Московская область, Ново-Огарёво", "Ново-Огарёво, RUS, city"),
        ("", "Gomel Region, Belarus", "Gomel Region, BLR, city"),
    ] {
        let found: Vec<String> = read(country, city).iter().map(shown).collect();
        if found != [expected] {
            other.push(format!("{country} / {city}: {found:?}"));
        }
    }
    assert_eq!(other, [""; 0]);
}

#[test]
fn a_journey_stays_one_whatever_it_passes() {
    let table: [(&str, &[&str]); 6] = [
        ("Athens, Crete", &["Athens, GRC, city", "Crete, GRC, city"]),
        ("Crete, Athens", &["Crete, GRC, city", "Athens, GRC, city"]),
        ("Jakarta, Bali", &["Jakarta, IDN, city", "Bali, IDN, city"]),
        ("Osaka, Kyoto", &["Osaka, JPN, city", "Kyoto, JPN, city"]),
        ("Versailles, Paris", &["Versailles, FRA, city", "Paris, FRA, city"]),
        ("USA, Paris", &[", USA, country", "Paris, FRA, city"]),
    ];
    for (city, expected) in table {
        let found: Vec<String> = read("", city).iter().map(shown).collect();
        assert_eq!(found, expected, "{city}");
    }
}

#[test]
fn lists_of_states_and_of_cities_side_by_side_are_read_in_pairs() {
    let found: Vec<String> =
        read("Brazil, Chile, El Salvador", "Brasília, Santiago, San Salvador").iter().map(shown).collect();
    assert_eq!(found, ["Brasília, BRA, city", "Santiago, CHL, city", "San Salvador, SLV, city"]);
    let found: Vec<String> = read("Chile, Brazil", "Brasília, Santiago").iter().map(shown).collect();
    assert_eq!(found, ["Brasília, BRA, city", "Santiago, CHL, city"], "in another order");
    let found: Vec<String> = read("Argentina; Spain", "Córdoba; Córdoba").iter().map(shown).collect();
    assert_eq!(found, ["Córdoba, ARG, city", "Córdoba, ESP, city"], "two cities of one name");
}

#[test]
fn three_capitals_where_a_state_is_asked_for_are_no_village() {
    for (text, country) in [("SUI", "CHE"), ("VIE", "VNM"), ("KOS", "XKX"), ("HAI", "HTI")] {
        let found = read(text, "");
        let codes: Vec<_> =
            found.iter().map(|spot| spot.found.country.map(|code| code.to_string())).collect();
        assert_eq!(codes, [Some(country.to_owned())], "{text}");
    }
    assert_eq!(read("HOL", "")[0].found.placed, Placed::Nowhere, "a village of Norway");
}

#[test]
fn a_part_that_means_nothing_beside_others_that_do_is_kept_and_said() {
    let found = read("Israel", "Tel Aviv, Qqqqville, Jerusalem");
    assert_eq!(
        found.iter().map(|spot| spot.city.as_str()).collect::<Vec<_>>(),
        ["Tel Aviv", "Qqqqville", "Jerusalem"]
    );
    assert!(matches!(found[1].found.placed, Placed::Country(..)));
    assert_eq!(found[1].found.complaints.len(), 1);
}

#[test]
fn a_phrase_for_something_else_places_nothing_by_itself() {
    for phrase in ["Airport", "Downtown", "Buckingham", "Golden Gate", "Holy City", "The Capital"] {
        let found = read("", phrase);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].found.placed, Placed::Nowhere, "{phrase}");
        assert!(!found[0].found.complaints.is_empty(), "{phrase}");
    }
}

#[test]
fn no_place_is_no_stop() {
    assert_eq!(read("", ""), []);
}

#[test]
fn what_the_user_decided_goes_first_and_holds_for_all_spellings_of_the_cell() {
    let mut decisions = Decisions::default();
    let at = Position::new(10.0, 50.0);
    decisions.decide_place("", "Qqqqville", Decided::Point(at));
    decisions.decide_place(
        "Costa Rica",
        "San Jose",
        Decided::Country(CountryCode::new("CRI").expect("letters")),
    );
    decisions.decide_place("", "TBC", Decided::LeftOut);
    let read = |country: &str, city: &str| {
        spots(Where { country, city, may_be_several: true, suggests: true }, &decisions)
    };
    assert_eq!(read("", "QQQQVILLE")[0].found.placed, Placed::Point(at));
    assert_eq!(read("", "Paris; Qqqqville").len(), 2);
    assert!(matches!(read("Costa Rica", "San José")[0].found.placed, Placed::Country(..)));
    let [left_out] = &read("", "tbc")[..] else { panic!("it is one place") };
    assert_eq!((left_out.found.placed, left_out.city.as_str()), (Placed::Nowhere, "tbc"));
}

#[test]
fn a_word_for_a_country_that_the_user_explained_holds_beside_every_city() {
    let mut decisions = Decisions::default();
    decisions.decide_place("Ruritania", "", Decided::Country(CountryCode::new("KEN").expect("letters")));
    decisions.decide_place("Elbonia", "", Decided::LeftOut);
    decisions.decide_place("Uganda", "", Decided::LeftOut);
    for may_be_several in [true, false] {
        let read = |country: &str, city: &str| {
            spots(Where { country, city, may_be_several, suggests: true }, &decisions).remove(0)
        };
        let city = read("Ruritania", "Mombasa");
        assert_eq!(city.found.placed, read("Kenya", "Mombasa").found.placed);
        assert_eq!((city.country_as_written.as_str(), city.found.complaints.len()), ("", 0));
        let unknown = read("RURITANIA", "Strelsau");
        assert_eq!(unknown.found.country, CountryCode::new("KEN"));
        assert_eq!(unknown.found.complaints.len(), 1, "the city is still asked about");
        assert_eq!(read("Elbonia", "Mudville").found.placed, Placed::Nowhere);
        let known = read("Uganda", "Kampala").found.placed;
        assert!(matches!(known, Placed::City(..)), "a country's name says itself which is meant");
    }
}

#[test]
fn a_city_listed_under_the_state_that_ruled_it_is_where_it_lies() {
    let spot = &read("France", "Dakar (Senegal)")[0];
    let at = spot.found.placed.position().expect("it is placed");
    assert!(kilometres_between(at, Position::new(-17.44, 14.69)) < 30.0, "{at:?}");
}

#[test]
fn a_complete_table_is_read_as_it_stands() {
    let asked =
        Where { country: "Israel", city: "Tel Aviv, Jerusalem", may_be_several: false, suggests: true };
    assert_eq!(spots(asked, &Decisions::default()).len(), 1);
}

#[test]
fn a_tour_told_once_for_each_country_is_one_tour() {
    let cities = "Praia, Nairobi, Dar es Salaam, Lusaka";
    let rows = ["Cape Verde", "Kenya", "Tanzania", "Zambia"]
        .map(|country| format!("{country},\"{cities}\",3 to 8 July 2010\n"));
    let table = format!("Country,City/region,Period\n{}", rows.concat());
    let import = crate::import::read(&table);
    let mut places: Vec<String> = import
        .meetings
        .iter()
        .map(|(_, meeting)| {
            format!("{} {:?}", meeting.venue.city, meeting.venue.country.map(|code| code.to_string()))
        })
        .collect();
    places.sort();
    assert_eq!(
        places,
        [
            "Dar es Salaam Some(\"TZA\")",
            "Lusaka Some(\"ZMB\")",
            "Nairobi Some(\"KEN\")",
            "Praia Some(\"CPV\")"
        ]
    );
}

#[test]
fn the_stops_of_a_tour_follow_its_cell() {
    let cities = "Praia, Nairobi, Dar es Salaam, Lusaka";
    let row = |country: &str| format!("Ann Lee,Norway,{country},\"{cities}\",3 to 8 July 2010\n");
    let rows = ["Cape Verde", "Kenya", "Tanzania", "Zambia"].map(row);
    let turned: Vec<String> = rows.iter().rev().cloned().collect();
    for rows in [rows.concat(), turned.concat()] {
        let import = crate::import::read(format!("Leader,Represents,Country,City,Period\n{rows}"));
        let number =
            |meeting: &summitry::meeting::Meeting| meeting.trip.as_ref().and_then(|stop| stop.number);
        let mut stops: Vec<_> = import
            .meetings
            .iter()
            .map(|(_, meeting)| (number(meeting), meeting.venue.city.to_string()))
            .collect();
        stops.sort();
        let places: Vec<&str> = stops.iter().map(|(_, city)| city.as_str()).collect();
        assert_eq!(places.join(", "), cities);
    }
}

#[test]
fn a_tour_is_of_its_travellers() {
    let cell = "\"Nairobi, Lusaka\",3 to 8 July 2010";
    let import = crate::import::read(format!(
        "Leader,Represents,Country,City,Period\nAnn Lee,Norway,Kenya,{cell}\nAnn Lee,Norway,Zambia,{cell}\n\
         Bo Ek,Sweden,Kenya,{cell}\n"
    ));
    let told =
        import.meetings.iter().map(|(_, one)| format!("{} {}", one.participants[0].name, one.venue.city));
    assert_eq!(
        told.collect::<Vec<_>>(),
        ["Ann Lee Nairobi", "Ann Lee Lusaka", "Bo Ek Nairobi", "Bo Ek Lusaka"]
    );
}

#[test]
fn commas_of_every_script_part_places() {
    for comma in [", ", "، ", "、", "，"] {
        let cell = ["Lima", "Rome", "Oslo"].join(comma);
        let asked = Where { country: "", city: &cell, may_be_several: true, suggests: true };
        assert_eq!(spots(asked, &Decisions::default()).len(), 3, "{cell}");
    }
}

#[test]
fn cities_in_brackets_behind_their_state_are_the_places() {
    for (country, city, expected) in [
        ("", "Thailand (Bangkok)", ["Bangkok, THA, city"].as_slice()),
        ("", "г. Минск", &["г. Минск, BLR, city"]),
        ("Ukraine", "м. Київ", &["м. Київ, UKR, city"]),
        ("Sri Lanka (Colombo)", "", &["Colombo, LKA, city"]),
        ("", "France (Paris, Marseille)", &["Paris, FRA, city", "Marseille, FRA, city"]),
        ("", "France (Paris), Italy (Rome)", &["Paris, FRA, city", "Rome, ITA, city"]),
        ("Denmark (Greenland)", "", &[", GRL, country"]),
        ("Congo (Kinshasa)", "", &[", COD, country"]),
        ("Norway (host)", "", &[", NOR, country"]),
    ] {
        let found: Vec<String> = read(country, city).iter().map(shown).collect();
        assert_eq!(found, expected, "{country} / {city}");
    }
}
