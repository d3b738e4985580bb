//! Usual things that tables say in unusual ways: each is read right, or a remark says that it may be meant
//! otherwise.

use crate::import::{read, read_as};
use summitry::import::Import;
use summitry::import::degrees::{degrees, pair_of};
use summitry::import::draft::Draft;
use summitry::import::field::Field;
use summitry::import::instructions::Instructions;
use summitry::import::mapping::Counterparts;
use summitry::import::names::names;
use summitry::import::remark::{Aside, PointRemark, Remark};
use summitry::import::side::sides;
use summitry::import::word::{self, Said};
use summitry::meeting::{Meeting, Status};
use summitry::query::facts::guests;

/// When who was where: `2020-05-03 Ann Lee NOR @ Lima PER`.
fn told(meeting: &Meeting) -> String {
    let code = |code: Option<_>| code.map_or_else(|| "?".to_owned(), |code| format!("{code}"));
    let people: Vec<String> =
        meeting.participants.iter().map(|one| format!("{} {}", one.name, code(one.country))).collect();
    let start = meeting.dates.start.map_or_else(|| "-".to_owned(), |start| start.to_string());
    let place =
        if meeting.venue.city.is_empty() { String::new() } else { format!("{} ", meeting.venue.city) };
    format!("{start} {} @ {place}{}", people.join(", "), code(meeting.venue.country))
}

fn all_told(import: &Import) -> Vec<String> {
    import.meetings.iter().map(|(_, meeting)| told(meeting)).collect()
}

#[track_caller]
fn is_told(text: &str, expected: &[&str]) -> Import {
    let import = read(text);
    assert_eq!(all_told(&import), expected, "{text}\n{:#?}", import.problems);
    import
}

fn statuses(import: &Import) -> Vec<Status> {
    import.meetings.iter().map(|(_, meeting)| meeting.status).collect()
}

#[test]
fn a_column_headed_as_a_day_or_a_month_may_hold_whole_dates() {
    for heading in ["Day", "Tag", "Jour", "Día", "Dia", "Giorno", "День", "Gün", "Month", "Signed"] {
        for (cell, date) in
            [("3 May 2020", "2020-05-03"), ("2020-06-11", "2020-06-11"), ("May 2020", "2020-05")]
        {
            let text = format!("{heading},Who,Represents,City\n{cell},Ann Lee,Norway,Lima\n");
            is_told(&text, &[&format!("{date} Ann Lee NOR @ Lima PER")]);
        }
    }
    is_told(
        "Day,Month,Year,Who,City\n3,5,2020,Ann Lee (Norway),Lima\n",
        &["2020-05-03 Ann Lee NOR @ Lima PER"],
    );
    // Without a year it is no date, and that is said.
    let open = is_told("Day,Month,Who,City\n3,May,Ann Lee (Norway),Lima\n", &["- Ann Lee NOR @ Lima PER"]);
    assert_eq!(open.problems.len(), 1);
}

#[test]
fn a_city_with_its_area_and_country_is_one_place() {
    for (cell, city, code) in [
        ("Chicago, Illinois, USA", "Chicago", "USA"),
        ("San Francisco, California, USA", "San Francisco", "USA"),
        ("Seattle, Washington, United States", "Seattle", "USA"),
        ("Mumbai, Maharashtra, India", "Mumbai", "IND"),
        ("Munich, Bavaria, Germany", "Munich", "DEU"),
        ("Kazan, Tatarstan, Russia", "Kazan", "RUS"),
        ("Cusco, Cusco, Peru", "Cusco", "PER"),
    ] {
        let text = format!("Date,Who,City\n3 May 2020,Ann Lee (Norway),\"{cell}\"\n");
        is_told(&text, &[&format!("2020-05-03 Ann Lee NOR @ {city} {code}")]);
    }
    let import = is_told(
        "Date,Who,City\n3 May 2020,Ann Lee (Norway),\"Samarkand, Tashkent, Uzbekistan\"\n",
        &["2020-05-03 Ann Lee NOR @ Samarkand UZB", "2020-05-03 Ann Lee NOR @ Tashkent UZB"],
    );
    assert_eq!(import.remarks.count(&Remark::SeveralPlaces), 1);
}

#[test]
fn a_meeting_that_some_text_calls_cancelled_is_not_held() {
    for heading in
        ["Occasion", "Reason", "Remarks", "Details", "Description", "Motivo", "Purpose", "Type", "Note"]
    {
        for cell in ["Cancelled", "Visit was cancelled at short notice", "cancelled due to the weather"] {
            let text = format!(
                "Date,Who,Represents,City,{heading}\n1 May 2020,Ann Lee,Norway,Lima,{cell}\n1 June 2020,Ann Lee,Norway,Quito,State visit\n"
            );
            let import = read(text);
            assert_eq!(statuses(&import), [Status::Cancelled, Status::Held], "{heading}: {cell}");
            assert_eq!(import.remarks.count(&Remark::StatusFromText), 1, "{heading}: {cell}");
        }
    }
    let import = read("Date,Who,City\n1 May 2020,Ann Lee (Norway),Lima (cancelled)\n");
    assert_eq!(
        (all_told(&import), statuses(&import)),
        (vec!["2020-05-01 Ann Lee NOR @ Lima PER".to_owned()], vec![Status::Cancelled])
    );
}

#[test]
fn only_what_is_said_of_the_meeting_cancels_it() {
    let meeting = Some(Said::Meeting);
    let something = Some(Said::Something);
    for (text, expected) in [
        ("Besuch wurde kurzfristig abgesagt", meeting),
        ("La visita fue cancelada", meeting),
        ("Визит был отменён", meeting),
        ("访问已取消", meeting),
        ("Trip postponed; new date open", meeting),
        ("Held talks, but the dinner was cancelled", something),
        ("Press conference cancelled", something),
        ("Postponed from March", something),
        ("had to be cancelled", meeting),
        ("Postponed to 2021", meeting),
        ("Visit to Lima cancelled", something),
        ("Trip cancelled", meeting),
        ("Reise abgesagt", meeting),
        ("Visita cancelada", meeting),
        ("annulé", meeting),
        ("cancelled due to COVID", meeting),
        ("Cancelled (COVID-19)", meeting),
        ("State visit: cancelled", meeting),
        ("因疫情取消", meeting),
        ("与安倍的会见取消", something),
        ("Attended G20 summit. Meeting with President Putin was cancelled.", something),
        ("G7 summit; subsequent visit to Denmark cancelled", something),
        ("Met with Prime Minister Abe. A planned visit to the DMZ was cancelled because of fog.", something),
        ("Meeting with Duterte cancelled, met Park Geun-hye", something),
        ("Trip cancelled, met Park Geun-hye instead", something),
        ("Meeting with President Abbas cancelled", something),
        ("First visit since the 2018 visit was cancelled", something),
        ("Trip was postponed by a day", something),
        ("Treffen mit Abbas abgesagt", something),
        ("Besuch in Krakau abgesagt", something),
        ("Next meeting postponed", something),
        ("Meeting in June cancelled", something),
        ("Attended a summit on postponed elections", something),
        ("Cancelled debt was discussed", something),
        ("not cancelled after all", None),
        ("Signed a treaty", None),
    ] {
        assert_eq!(word::cancelled_in(text), expected, "{text}");
    }
    let import = read("Date,Who,City,Note\n1 May 2020,Ann Lee (Norway),Lima,The dinner was cancelled\n");
    assert_eq!(statuses(&import), [Status::Held]);
    assert_eq!(import.remarks.count(&Remark::PerhapsCancelled), 1);
}

#[test]
fn a_cell_of_statuses_may_say_more_than_the_status() {
    let cells =
        ["Cancelled due to COVID", "cancelled (weather)", "done", "confirmed", "In planning", "fand statt"];
    let rows: Vec<String> = (1..)
        .zip(cells)
        .map(|(day, cell)| format!("{day} May 2020,Ann Lee (Norway),Lima,{cell}\n"))
        .collect();
    let import = read(format!("Date,Who,City,Status\n{}", rows.concat()));
    let expected =
        [Status::Cancelled, Status::Cancelled, Status::Held, Status::Held, Status::Planned, Status::Held];
    assert_eq!(statuses(&import), expected);
    assert!(import.problems.is_empty(), "{:#?}", import.problems);
}

#[test]
fn a_country_beside_a_name_is_the_travellers_where_the_cities_lie_elsewhere() {
    let import = is_told(
        "Date,Name,Country,City\n2015-11-15,Ann Lee,United States,Paris\n2016-12-06,Cy Dan,United States,Moscow\n",
        &["2015-11-15 Ann Lee USA @ Paris FRA", "2016-12-06 Cy Dan USA @ Moscow RUS"],
    );
    let heading = "Country".to_owned();
    let field = summitry::import::field::Field::LeaderCountry;
    assert_eq!(import.remarks.count(&Remark::CountryTakenFor { heading, field }), 1);
    is_told(
        "2020-01-01,Ann Lee,Norway,Lima\n2020-02-01,Bo Ek,Sweden,Quito\n",
        &["2020-01-01 Ann Lee NOR @ Lima PER", "2020-02-01 Bo Ek SWE @ Quito ECU"],
    );
    // Where they lie there, it is the host.
    is_told("Date,Name,Country,City\n2015-11-15,Ann Lee,Peru,Lima\n", &["2015-11-15 Ann Lee ? @ Lima PER"]);
}

#[test]
fn participants_that_are_records_of_a_record_are_those_of_one_meeting() {
    let import = read_as(
        "t.json",
        r#"[{"date":"2020-01-01","city":"Lima","participants":[{"name":"Ann Lee","country":"Norway"},{"name":"Bo Ek","country":"Sweden"}]},
            {"date":"2020-02-01","city":"Quito","participants":[{"name":"Cy Dan","country":"Chad"}]}]"#,
    );
    assert_eq!(
        all_told(&import),
        ["2020-01-01 Ann Lee NOR, Bo Ek SWE @ Lima PER", "2020-02-01 Cy Dan TCD @ Quito ECU"]
    );
}

#[test]
fn names_are_parted_where_each_is_a_name() {
    let is_known = |piece: &str| summitry::import::names::is_party(&summitry::gazetteer::spoken::read(piece));
    for (cell, expected) in [
        ("Lee, Ann (Norway)", &["Lee, Ann (Norway)"][..]),
        ("Brown, Gordon; Sarkozy, Nicolas", &["Brown, Gordon", "Sarkozy, Nicolas"]),
        ("Macron, Scholz", &["Macron", "Scholz"]),
        ("José de la Cruz y Ortega (Spain)", &["José de la Cruz y Ortega (Spain)"]),
        (
            "Ann Lee, Prime Minister of Norway; Bo Ek, Foreign Minister of Sweden",
            &["Ann Lee, Prime Minister of Norway", "Bo Ek, Foreign Minister of Sweden"],
        ),
        ("Ann Lee, Norway, Bo Ek, Sweden", &["Ann Lee, Norway", "Bo Ek, Sweden"]),
        ("Ann Lee, Norway", &["Ann Lee, Norway"]),
        ("Emmanuel Macron, Germany, Italy", &["Emmanuel Macron", "Germany", "Italy"]),
        ("Serbia, Bosnia and Herzegovina", &["Serbia", "Bosnia and Herzegovina"]),
        ("São Tomé and Príncipe, Saint Kitts and Nevis", &["São Tomé and Príncipe", "Saint Kitts and Nevis"]),
        ("Trinidad and Tobago, Barbados", &["Trinidad and Tobago", "Barbados"]),
        ("Bosnien und Herzegowina, Serbien", &["Bosnien und Herzegowina", "Serbien"]),
        ("Norway and Sweden", &["Norway", "Sweden"]),
        ("Minister of Trade and Industry", &["Minister of Trade and Industry"]),
    ] {
        assert_eq!(names(cell, is_known), expected, "{cell}");
    }
    is_told(
        "Date,Participants,Place\n4 May 2020,\"Ann Lee, Prime Minister of Norway; Bo Ek, Foreign Minister of Sweden\",Vienna\n",
        &["2020-05-04 Ann Lee NOR, Bo Ek SWE @ Vienna AUT"],
    );
}

#[test]
fn headings_that_come_again_are_sides_of_one_meeting() {
    for headings in [
        "Date,Leader,Country,Leader,Country,City",
        "Date,Leader,Country,Leader.1,Country.1,City",
        "Date,Leader,Country,Leader 2,Country 2,City",
    ] {
        is_told(
            &format!("{headings}\n2021-06-16,Joe Biden,United States,Vladimir Putin,Russia,Geneva\n"),
            &["2021-06-16 Joe Biden USA, Vladimir Putin RUS @ Geneva CHE"],
        );
    }
    is_told(
        "Date,Country,Country,City\n2021-06-16,Norway,Chad,Geneva\n",
        &["2021-06-16 Norway NOR, Chad TCD @ Geneva CHE"],
    );
    assert_eq!(sides(&["Date", "Leader A", "2023", "2024"]), [const { None }; 4]);
}

#[test]
fn several_names_beside_several_states_have_each_its_own() {
    for (who, states) in [
        ("Ann Lee, Bo Ek", "Norway, Sweden"),
        ("Ann Lee; Bo Ek", "Norway; Sweden"),
        ("Ann Lee and Bo Ek", "NOR / SWE"),
    ] {
        let text = format!("Date,Who,Represents,City\n3 May 2020,\"{who}\",\"{states}\",Lima\n");
        is_told(&text, &["2020-05-03 Ann Lee NOR, Bo Ek SWE @ Lima PER"]);
    }
    let open = is_told(
        "Date,Who,Represents,City\n3 May 2020,Ann Lee,\"Norway, Sweden\",Lima\n",
        &["2020-05-03 Ann Lee ? @ Lima PER"],
    );
    assert_eq!(open.problems.len(), 1);
}

#[test]
fn what_says_that_there_is_nothing_is_nobody_and_nowhere() {
    for nothing in ["NA", "n/a", "none", "nan", "null", "TBD", "-", "unbekannt", "неизвестно", "未知"]
    {
        let text = format!(
            "Date,Who,Represents,City\n3 May 2020,Ann Lee,{nothing},Lima\n4 May 2020,{nothing},Norway,Lima\n5 May 2020,Bo Ek,Sweden,{nothing}\n"
        );
        is_told(
            &text,
            &[
                "2020-05-03 Ann Lee ? @ Lima PER",
                "2020-05-04 Norway NOR @ Lima PER",
                "2020-05-05 Bo Ek SWE @ ?",
            ],
        );
    }
    let codes = is_told(
        "Date,Who,Represents,City\n3 May 2020,Ann Lee,NA,Lima\n4 May 2020,Bo Ek,SE,Lima\n5 May 2020,Cy Dan,NO,Lima\n",
        &[
            "2020-05-03 Ann Lee NAM @ Lima PER",
            "2020-05-04 Bo Ek SWE @ Lima PER",
            "2020-05-05 Cy Dan NOR @ Lima PER",
        ],
    );
    assert_eq!(codes.remarks.count(&Remark::NaIsCode { heading: "Represents".to_owned() }), 1);
    assert!(!word::is_nothing("Nan") && !word::is_nothing("Ann Lee"));
}

#[test]
fn what_is_said_of_a_column_goes_with_its_use() {
    let open = |text: &str| {
        Draft::open("t.csv", text.as_bytes().to_vec(), &Instructions::default()).expect("it is a table")
    };
    let mut codes = open(
        "Date,Who,Represents,City\n3 May 2020,Ann Lee,NA,Lima\n4 May 2020,Bo Ek,SE,Lima\n5 May 2020,Cy Dan,NO,Lima\n",
    );
    let remark = Remark::NaIsCode { heading: "Represents".to_owned() };
    let times = |draft: &Draft| {
        let mut import = Import::default();
        draft.read_into(&mut import);
        import.remarks.count(&remark)
    };
    assert_eq!(times(&codes), 1);
    codes.mapping.use_as(2, Some(Field::Note));
    assert_eq!(times(&codes), 0);
    let mut hosts =
        open("Date,Leader,Host,Remarks\n3 May 2020,Ann Lee (Norway),Bo Ek (Sweden),Cy Dan (Chad)\n");
    assert_eq!(hosts.mapping.counterparts, Counterparts::Hosts);
    let mut turn_to = |place: usize, other: usize| {
        hosts.mapping.use_as(other, None);
        hosts.mapping.use_as(place, Some(Field::Counterpart));
        hosts.mapping.counterparts
    };
    assert_eq!(turn_to(3, 2), Counterparts::Met);
    assert_eq!(turn_to(2, 3), Counterparts::Hosts);
}

#[test]
fn a_large_city_is_not_the_country_that_some_language_calls_so() {
    for city in ["Granada", "Salvador"] {
        let import = read(format!("Date,Who,City\n5 Oct 2023,Ann Lee (Norway),{city}\n"));
        assert_eq!(import.problems.len(), 1, "{city}: {:?}", all_told(&import));
        assert!(all_told(&import)[0].ends_with('?'), "{city}: {:?}", all_told(&import));
    }
    is_told("Date,Who,City\n5 Oct 2023,Ann Lee (Norway),Holland\n", &["2023-10-05 Ann Lee NOR @ NLD"]);
}

#[test]
fn degrees_are_read_as_people_write_them() {
    let near = |read: Option<f64>, expected: f64| read.is_some_and(|read| (read - expected).abs() < 0.001);
    for (text, expected) in [
        ("12.05S", -12.05),
        ("77.03 W", -77.03),
        ("37°57′21″N", 37.9558),
        ("126° 40' 36\" E", 126.6767),
        ("S 12° 3'", -12.05),
        ("37d57m21s", 37.9558),
        ("N 37d57m21s", 37.9558),
        ("37d57m21s S", -37.9558),
        ("48,85", 48.85),
    ] {
        assert!(near(degrees(text, 180.0), expected), "{text}: {:?}", degrees(text, 180.0));
    }
    for text in ["Lima", "37°75′", "", "N", "12 May"] {
        assert_eq!(degrees(text, 180.0), None, "{text}");
    }
    for (text, lat, lon) in [
        ("POINT(-77.03 -12.05)", -12.05, -77.03),
        ("Point (-77.03 -12.05)", -12.05, -77.03),
        ("[-77.03, -12.05]", -12.05, -77.03),
        ("-12.05, -77.03", -12.05, -77.03),
        ("37°57′21″N 126°40′36″E", 37.9558, 126.6767),
        ("105.85 E, 21.03 N", 21.03, 105.85),
        ("37d57m21s N, 126d40m36s E", 37.9558, 126.6767),
    ] {
        let at = pair_of(text).unwrap_or_else(|| panic!("{text}"));
        assert!(near(Some(at.lat), lat) && near(Some(at.lon), lon), "{text}: {at:?}");
    }
}

#[test]
fn a_point_is_read_whatever_its_column_is_called() {
    let json = r#"[{"date":"2020-05-03","who":"Ann Lee (Norway)","location":{"type":"Point","coordinates":[-77.03,-12.05]}}]"#;
    let list = r#"[{"date":"2020-05-03","who":"Ann Lee (Norway)","coordinates":[-77.03,-12.05]}]"#;
    for (file, text) in [
        ("t.json", json),
        ("t.json", list),
        ("t.csv", "date,who,location\n2020-05-03,Ann Lee (Norway),POINT(-77.03 -12.05)\n"),
        ("t.csv", "date,who,coordinate_location\n2020-05-03,Ann Lee (Norway),Point(-77.03 -12.05)\n"),
        ("t.csv", "date,who,latitude,longitude\n2020-05-03,Ann Lee (Norway),12.05S,77.03W\n"),
    ] {
        let import = read_as(file, text);
        let at = import.meetings.get(0).venue.placed.position().unwrap_or_else(|| panic!("{text}"));
        assert!((at.lat + 12.05).abs() < 0.1 && (at.lon + 77.03).abs() < 0.1, "{text}: {at:?}");
        assert_eq!(
            import.meetings.get(0).venue.country.map(|code| code.to_string()).as_deref(),
            Some("PER"),
            "{text}"
        );
    }
}

#[test]
fn coordinates_are_checked_against_the_names_beside_them() {
    let import = read(
        "date,who,city,country,latitude,longitude\n\
         2020-01-01,Ann Lee (Norway),Lima,Peru,0,0\n\
         2020-02-01,Ann Lee (Norway),Santiago,Chile,-70.65,-33.45\n\
         2020-03-01,Ann Lee (Norway),Lima,Peru,12.05,77.03\n\
         2020-04-01,Ann Lee (Norway),Lima,Peru,-12.05,-77.03\n\
         2020-05-01,Ann Lee (Norway),Lima,Peru,48.85,2.35\n",
    );
    let at = |row| import.meetings.get(row).venue.placed.position().expect("it is placed");
    let is_at = |row, lat: f64, lon: f64| (at(row).lat - lat).abs() < 0.2 && (at(row).lon - lon).abs() < 0.2;
    assert!(is_at(0, -12.05, -77.03) && is_at(2, -12.05, -77.03) && is_at(3, -12.05, -77.03));
    assert!(is_at(1, -33.45, -70.65) && is_at(4, 48.85, 2.35));
    for (remark, times) in [
        (Remark::Point(PointRemark::Zero), 1),
        (Remark::Point(PointRemark::Turned), 2),
        (Remark::Point(PointRemark::Elsewhere), 1),
    ] {
        assert_eq!(import.remarks.count(&remark), times, "{remark:?}");
    }
}

#[test]
fn a_column_that_lists_states_beside_single_cities_is_who_took_part() {
    for heading in [
        "Countries attending",
        "Participating countries",
        "Countries involved",
        "Teilnehmende Länder",
        "Страны-участницы",
        "Country",
        "Countries",
    ] {
        is_told(
            &format!(
                "Date,Event,City,{heading}\n2023-06-20,Talks,Vienna,\"Norway, Sweden, Austria\"\n2023-07-20,More talks,Lima,\"Norway, Chad\"\n"
            ),
            &[
                "2023-06-20 Norway NOR, Sweden SWE, Austria AUT @ Vienna AUT",
                "2023-07-20 Norway NOR, Chad TCD @ Lima PER",
            ],
        );
    }
}

#[test]
fn where_a_traveller_set_out_is_no_participant() {
    let import = is_told(
        "Date,From city,To city,Who,Represents\n2020-05-06,Oslo,Lima,Ann Lee,Norway\n",
        &["2020-05-06 Ann Lee NOR @ Lima PER"],
    );
    assert_eq!(import.remarks.count(&Remark::OriginInNote), 1);
    assert!(import.meetings.get(0).note.contains("Oslo"), "{}", import.meetings.get(0).note);
}

#[test]
fn source_and_target_are_the_ends_of_an_edge() {
    is_told(
        "source,target,date,city\nFrance,Germany,2020-01-01,Rome\n",
        &["2020-01-01 France FRA, Germany DEU @ Rome ITA"],
    );
    let weighed = is_told("source,target,value\nFrance,Germany,3\n", &["- France FRA, Germany DEU @ ?"]);
    assert_eq!(weighed.meetings.get(0).count.get(), 3);
    is_told("Source,Target,Weight,Year\nFrance,Germany,3,2020\n", &["2020 France FRA, Germany DEU @ ?"]);
    let links = r#"{"nodes":[{"id":"France"},{"id":"Germany"}],"links":[{"source":"France","target":"Germany","value":3}]}"#;
    assert_eq!(all_told(&read_as("t.json", links)), ["- France FRA, Germany DEU @ ?"]);
    // A source of facts stays one.
    let cited = read(
        "date,who,city,source,target\n2020-01-01,Ann Lee (Norway),Rome,https://example.org/a,Bo Ek (Sweden)\n",
    );
    assert_eq!(cited.meetings.get(0).sources.len(), 1);
}

#[test]
fn years_between_the_rows_are_those_of_the_rows_below() {
    let import = is_told(
        "2021\nCountry\tCity\tDate\tWho\nFrance\tParis\t3 March\tAnn Lee (Norway)\nSpain\tMadrid\t4 April\tAnn Lee (Norway)\nItaly\tRome\t5 May\tAnn Lee (Norway)\n\
         2022\nCountry\tCity\tDate\tWho\nGermany\tBerlin\t24 February\tAnn Lee (Norway)\n",
        &[
            "2021-03-03 Ann Lee NOR @ Paris FRA",
            "2021-04-04 Ann Lee NOR @ Madrid ESP",
            "2021-05-05 Ann Lee NOR @ Rome ITA",
            "2022-02-24 Ann Lee NOR @ Berlin DEU",
        ],
    );
    assert_eq!(import.remarks.count(&Remark::Aside(Aside::Headings)), 1);
    for table in [
        "Date,Destination,Who\n2021,,\n3 March,Paris,Ann Lee (Norway)\n2022,,\n5 May,Lima,Ann Lee (Norway)\n",
        "Date,Destination,Who\nYear 2021,,\n3 March,Paris,Ann Lee (Norway)\nYear 2022:,,\n5 May,Lima,Ann Lee (Norway)\n",
        "Destination,Date,Who\n2021,,\nParis,3 March,Ann Lee (Norway)\n2022,,\nLima,5 May,Ann Lee (Norway)\n",
    ] {
        let import =
            is_told(table, &["2021-03-03 Ann Lee NOR @ Paris FRA", "2022-05-05 Ann Lee NOR @ Lima PER"]);
        assert_eq!(import.remarks.count(&Remark::Aside(Aside::Year)), 2, "{table}");
    }
    is_told(
        "Year,Date,Destination,Who\n2021,3 March,Paris,Ann Lee (Norway)\n,4 April,Rome,Ann Lee (Norway)\n2022,5 May,Lima,Ann Lee (Norway)\n",
        &[
            "2021-03-03 Ann Lee NOR @ Paris FRA",
            "2021-04-04 Ann Lee NOR @ Rome ITA",
            "2022-05-05 Ann Lee NOR @ Lima PER",
        ],
    );
}

#[test]
fn rows_that_are_no_meetings_are_left_out_and_counted() {
    let import = is_told(
        "Date,Who,City\n3 May 2020,Ann Lee (Norway),Lima\nDate,Who,City\n4 May 2020,Bo Ek (Sweden),Quito\nTotal,2,\n",
        &["2020-05-03 Ann Lee NOR @ Lima PER", "2020-05-04 Bo Ek SWE @ Quito ECU"],
    );
    assert_eq!(
        (
            import.remarks.count(&Remark::Aside(Aside::Headings)),
            import.remarks.count(&Remark::Aside(Aside::Sum))
        ),
        (1, 1)
    );
    is_told(
        "Date | Who | City\n---|---|---\n3 May 2020 | Ann Lee (Norway) | Lima\n",
        &["2020-05-03 Ann Lee NOR @ Lima PER"],
    );
    is_told(
        "Date\tWho\tCity\n3 May 2020\tAnn Lee (Norway)\tLima\n4 June 2020\tditto\tQuito\n5 June 2020\t〃\tParis\n",
        &[
            "2020-05-03 Ann Lee NOR @ Lima PER",
            "2020-06-04 Ann Lee NOR @ Quito ECU",
            "2020-06-05 Ann Lee NOR @ Paris FRA",
        ],
    );
}

#[test]
fn signs_of_footnotes_are_no_part_of_a_cell() {
    is_told(
        "Country\tCity\tDate\tWho\nFrance[1]\tParis[2]\t3 May 2017\tAnn Lee (Norway)[a]\nPeru\tLima[12][13]\t4 June 2017\tBo Ek (Sweden)[note 3]\n",
        &["2017-05-03 Ann Lee NOR @ Paris FRA", "2017-06-04 Bo Ek SWE @ Lima PER"],
    );
}

#[test]
fn rows_of_one_summit_are_one_meeting_though_it_is_called_by_its_kind() {
    let import = read(
        "Event,Date,City,Leader,Leader country\nG20,2015-11-15,Antalya,Barack Obama,United States\nG20,2015-11-15,Antalya,Vladimir Putin,Russia\n\
         G20,2015-11-15,Antalya,Vladimir Putin,Russia\nBilateral,2016-11-15,Oslo,Ann Lee,Chad\nBilateral,2016-11-15,Oslo,Bo Ek,Norway\n",
    );
    let states: Vec<usize> = import.meetings.iter().map(|(_, meeting)| meeting.participants.len()).collect();
    assert_eq!(states, [2, 2], "{:?}", all_told(&import));
}

#[test]
fn guests_who_come_one_after_the_other_have_meetings_of_their_own() {
    for (title, rows) in [
        ("Bilateral", 2),
        ("Bilateral", 3),
        ("Bilateral talks", 2),
        ("Courtesy call", 2),
        ("Audience", 2),
        ("Talks with Xi", 2),
        ("Presentation of credentials", 2),
    ] {
        let guests = ["Ann Lee,Chad", "Bo Ek,Peru", "Cy Dan,Mali"];
        let rows: Vec<String> =
            guests[..rows].iter().map(|guest| format!("{title},2016-11-15,Oslo,{guest}\n")).collect();
        let import = read(format!("Event,Date,City,Leader,Leader country\n{}", rows.concat()));
        assert_eq!(import.meetings.len(), rows.len(), "{title}: {:?}", all_told(&import));
    }
    for title in ["BRICS", "Arctic Council", "Munich Security Conference", "G20 summit"] {
        let import = read(format!(
            "Event,Date,City,Leader,Leader country\n{title},2016-11-15,Oslo,Ann Lee,Chad\n{title},2016-11-15,Oslo,Bo Ek,Peru\n"
        ));
        assert_eq!(import.meetings.len(), 1, "{title}: {:?}", all_told(&import));
    }
    // A row that names both sides is whole.
    let sidelines = read(
        "Event,Date,City,Who,Met\nG20,2016-09-04,Hangzhou,Ann Lee (Norway),Bo Ek (Sweden)\nG20,2016-09-04,Hangzhou,Ann Lee (Norway),Cy Dan (Chad)\n",
    );
    assert_eq!(sidelines.meetings.len(), 2, "{:?}", all_told(&sidelines));
}

#[test]
fn among_codes_na_is_namibia_and_among_names_it_is_nobody() {
    is_told(
        "Date,Participants,City\n3 May 2020,\"NA, ZA, BW\",Lima\n4 May 2020,\"Ann Lee (Norway); NA\",Lima\n",
        &[
            "2020-05-03 Namibia NAM, South Africa ZAF, Botswana BWA @ Lima PER",
            "2020-05-04 Ann Lee NOR @ Lima PER",
        ],
    );
}

#[test]
fn an_office_before_a_family_name_hides_nobody() {
    is_told(
        "Date,Who,City\n2023-05-13,PM Modi,Rome\n2023-06-13,Modi,Paris\n2023-06-14,President Macron,Oslo\n2022-06-14,Chancellor Scholz,Oslo\n",
        &[
            "2023-05-13 Narendra Modi IND @ Rome ITA",
            "2023-06-13 Narendra Modi IND @ Paris FRA",
            "2023-06-14 Emmanuel Macron FRA @ Oslo NOR",
            "2022-06-14 Olaf Scholz DEU @ Oslo NOR",
        ],
    );
}

#[test]
fn where_guests_are_received_is_not_whom_they_represent() {
    let text = "Foreign leaders received in China in 2019\nDate,Who,City\n3 May,Ann Lee,Beijing\n4 June,Bo Ek,Shanghai\n";
    let import = read_as("visits to China.csv", text);
    assert_eq!(
        all_told(&import),
        ["2019-05-03 Ann Lee ? @ Beijing CHN", "2019-06-04 Bo Ek ? @ Shanghai CHN"]
    );
    let own = read_as("visits of the Norwegian minister.csv", "Date,Who,City\n3 May 2019,Ann Lee,Beijing\n");
    assert_eq!(all_told(&own), ["2019-05-03 Ann Lee NOR @ Beijing CHN"]);
}

#[test]
fn names_under_an_office_are_the_travellers_also_beside_their_states() {
    for heading in ["PM", "King", "Ambassador", "Head of delegation", "Delegationsleiter", "Surname"] {
        is_told(
            &format!(
                "Date,{heading},Country represented,City\n3 May 2020,Ann Lee,Norway,Lima\n4 June 2020,Bo Ek,Sweden,Quito\n"
            ),
            &["2020-05-03 Ann Lee NOR @ Lima PER", "2020-06-04 Bo Ek SWE @ Quito ECU"],
        );
    }
}

#[test]
fn a_venue_is_the_place_where_nothing_else_is() {
    for heading in ["Venue", "Site", "Sede", "Meeting place", "Veranstaltungsort", "Stops", "Itinerary"] {
        is_told(
            &format!(
                "Date,Event,{heading},Participants\n3 May 2020,Talks,Vienna,\"Norway, Sweden\"\n4 May 2020,More talks,Lima,\"Norway, Chad\"\n"
            ),
            &["2020-05-03 Norway NOR, Sweden SWE @ Vienna AUT", "2020-05-04 Norway NOR, Chad TCD @ Lima PER"],
        );
    }
    is_told(
        "Date,Event,Venue,Country,Participants\n3 May 2020,Talks,Vienna,Austria,\"Norway, Sweden\"\n4 May 2020,Talks,Graz,Austria,\"Norway, Sweden\"\n",
        &["2020-05-03 Norway NOR, Sweden SWE @ Vienna AUT", "2020-05-04 Norway NOR, Sweden SWE @ Graz AUT"],
    );
}

#[test]
fn a_host_is_at_home() {
    let import = is_told(
        "Host,Visitor,Date\nFrance,Germany,22 January 1963\n",
        &["1963-01-22 Germany DEU, France FRA @ FRA"],
    );
    assert_eq!(import.remarks.count(&Remark::PlaceOfHost), 1);
    let named = is_told(
        "Host,Host country,Guest,Guest country,Date\nAnn Lee,Norway,Bo Ek,Sweden,3 May 2020\n",
        &["2020-05-03 Bo Ek SWE, Ann Lee NOR @ NOR"],
    );
    assert_eq!(guests(named.meetings.get(0)).len(), 1);
}

#[test]
fn a_heading_can_say_which_number_is_the_day() {
    for (heading, date) in [
        ("Date (DD/MM/YYYY)", "2024-04-03"),
        ("Datum (TT.MM.JJJJ)", "2024-04-03"),
        ("Fecha (dd/mm/aaaa)", "2024-04-03"),
        ("Дата (дд.мм.гггг)", "2024-04-03"),
        ("Date (mm/dd/yyyy)", "2024-03-04"),
        ("Date (M/D/YY)", "2024-03-04"),
    ] {
        let import = is_told(
            &format!("{heading},Who,City\n3/4/2024,Ann Lee (Norway),Lima\n"),
            &[&format!("{date} Ann Lee NOR @ Lima PER")],
        );
        assert!(import.problems.is_empty(), "{heading}");
    }
    // Cells that cannot be so go before it.
    is_told(
        "Date (DD/MM/YYYY),Who,City\n3/14/2024,Ann Lee (Norway),Lima\n",
        &["2024-03-14 Ann Lee NOR @ Lima PER"],
    );
    let mixed = is_told(
        "Date,Who,City\n13/5/2020,Ann Lee (Norway),Lima\n5/14/2020,Ann Lee (Norway),Quito\n",
        &["2020-05-13 Ann Lee NOR @ Lima PER", "2020-05-14 Ann Lee NOR @ Quito ECU"],
    );
    let examples = ["13/5/2020", "5/14/2020"].map(str::to_owned);
    assert_eq!(mixed.remarks.count(&Remark::OrderMixed { examples }), 1);
}

#[test]
fn stops_are_parted_by_words_and_by_their_countries() {
    let stops = |cell: &str| {
        let import = read(format!("Date,Who,City\n3 May 2020,Ann Lee (Norway),\"{cell}\"\n"));
        let cities = import.meetings.iter().map(|(_, meeting)| meeting.venue.city.to_string());
        cities.collect::<Vec<_>>().join(" ")
    };
    for cell in
        ["Lima, then Quito", "Lima then Quito", "Lima > Quito", "Lima → Quito", "Peru: Lima; Ecuador: Quito"]
    {
        assert_eq!(stops(cell), "Lima Quito", "{cell}");
    }
    assert_eq!(stops("Peru: Lima, Cusco"), "Lima Cusco");
    for cell in ["Peru (Lima), Ecuador (Quito)", "Lima / Quito"] {
        let import = read(format!("Date,Who,Countries visited\n3 May 2020,Ann Lee (Norway),\"{cell}\"\n"));
        let codes = import
            .meetings
            .iter()
            .filter_map(|(_, meeting)| meeting.venue.country)
            .map(|code| code.to_string());
        assert_eq!(codes.collect::<Vec<_>>(), ["PER", "ECU"], "{cell}");
    }
    let site = is_told(
        "Date,Who,City\n3 May 2020,Ann Lee (Norway),\"Schloss Meseberg, Gransee, Brandenburg, Germany\"\n",
        &["2020-05-03 Ann Lee NOR @ Schloss Meseberg DEU"],
    );
    assert_eq!(site.remarks.count(&Remark::SeveralPlaces), 0);
}

#[test]
fn a_last_day_may_lean_on_the_first_and_the_first_on_the_last() {
    for (start, end, expected) in [
        ("3 May 2020", "5 May", "2020-05-03 to 2020-05-05"),
        ("3 May 2020", "5", "2020-05-03 to 2020-05-05"),
        ("30 December", "2 January 2020", "2019-12-30 to 2020-01-02"),
        ("3 May", "5 May 2020", "2020-05-03 to 2020-05-05"),
        ("2020-05-03", "9999-12-31", "2020-05-03"),
    ] {
        let import = read(format!("Start,End,Who,City\n{start},{end},Ann Lee (Norway),Lima\n"));
        let dates = import.meetings.get(0).dates;
        let (first, last) =
            (dates.start.expect("it has one"), dates.end.or(dates.start).expect("it has one"));
        let told = if first == last { first.to_string() } else { format!("{first} to {last}") };
        assert_eq!(told, expected, "{start} {end}: {:#?}", import.problems);
        assert!(import.problems.is_empty(), "{start} {end}");
    }
}

#[test]
fn states_beside_people_are_whom_they_represent_whatever_heads_them() {
    for heading in ["Organisation", "Institution", "Party", "Origin", "Herkunft"] {
        is_told(
            &format!(
                "Date,Name,{heading},City\n3 May 2020,Ann Lee,Norway,Lima\n4 June 2020,Bo Ek,Sweden,Quito\n"
            ),
            &["2020-05-03 Ann Lee NOR @ Lima PER", "2020-06-04 Bo Ek SWE @ Quito ECU"],
        );
    }
    let bodies = read(
        "Date,Name,Organisation,City\n3 May 2020,Ann Lee,NATO,Lima\n4 June 2020,Bo Ek,United Nations,Quito\n",
    );
    assert!(
        bodies.meetings.iter().all(|(_, meeting)| meeting.participants[0].country.is_some()),
        "{:?}",
        all_told(&bodies)
    );
}

#[test]
fn a_number_of_meetings_may_have_groups_of_digits() {
    for (cell, count) in [("\"1,200\"", 1_200), ("1 200", 1_200), ("12", 12), ("3.0", 3)] {
        let import = read(format!("Source,Target,Weight\nFrance,Germany,{cell}\n"));
        assert_eq!(import.meetings.get(0).count.get(), count, "{cell}");
    }
}

#[test]
fn keys_and_addresses_are_no_names() {
    for key in ["wd:Q1", "Q142", "http://www.wikidata.org/entity/Q142"] {
        is_told(
            &format!("date,person,personLabel,city\n2020-05-03,{key},Ann Lee (Norway),Lima\n"),
            &["2020-05-03 Ann Lee NOR @ Lima PER"],
        );
    }
}

#[test]
fn a_table_that_names_nobody_is_told_so() {
    let import = read("Date,Event,City\n3 May 2020,Talks,Lima\n");
    assert_eq!(import.remarks.count(&Remark::NoPeople), 1);
    let pairs = is_told("state1,state2,meetings\nNorway,Sweden,3\n", &["- Norway NOR, Sweden SWE @ ?"]);
    assert_eq!((pairs.meetings.get(0).count.get(), pairs.remarks.count(&Remark::NoPeople)), (3, 0));
}

#[test]
fn of_two_rows_of_headings_the_lower_one_says_what_the_columns_hold() {
    for above in ["Traveller,,Trip,,", "Voyageur,,Déplacement,,", "Who,,When and where,,"] {
        let text = format!(
            "{above}\nName,State,Start,End,City\nAnn Lee,Norway,2020-05-01,2020-05-03,Lima\nBo Ek,Sweden,2020-06-01,2020-06-02,Quito\n"
        );
        is_told(&text, &["2020-05-01 Ann Lee NOR @ Lima PER", "2020-06-01 Bo Ek SWE @ Quito ECU"]);
    }
}

#[test]
fn a_row_of_words_that_could_head_columns_begins_a_table_only_if_dates_follow_below() {
    let import = is_told(
        "Date,City,Visitor,Purpose\n3 May 2020,Lima,Ann Lee (Norway),Visit\n,Capital,Foreign Minister,Meeting\n5 May 2020,Quito,Ann Lee (Norway),Visit\n",
        &[
            "2020-05-03 Ann Lee NOR @ Lima PER",
            "- Foreign Minister ? @ Capital ?",
            "2020-05-05 Ann Lee NOR @ Quito ECU",
        ],
    );
    assert!(!import.remarks.iter().any(|(_, remark, _)| matches!(remark, Remark::Aside(_))));
}

#[test]
fn a_state_with_something_in_brackets_is_a_party_of_its_own() {
    for (cell, states) in [
        ("Norway (host), Sweden", "NOR SWE"),
        ("Sweden, Norway (host), Denmark", "DNK NOR SWE"),
        ("Russia (Putin), Turkey (Erdoğan), Iran (Rouhani)", "IRN RUS TUR"),
        ("France (Macron), Germany (Merkel)", "DEU FRA"),
    ] {
        let import = read(format!("Date,City,Participants\n3 May 2020,Vienna,\"{cell}\"\n"));
        let meeting = import.meetings.get(0);
        let mut codes: Vec<String> = meeting
            .participants
            .iter()
            .map(|one| one.country.map_or_else(|| "?".to_owned(), |code| code.to_string()))
            .collect();
        codes.sort_unstable();
        assert_eq!(codes.join(" "), states, "{cell}");
    }
}
