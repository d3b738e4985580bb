//! Tables as people have them, read without a word from the user.

use summitry::import::field::Field;
use summitry::import::instructions::Instructions;
use summitry::import::preview::counts;
use summitry::import::remark::Remark;
use summitry::import::when::Order;
use summitry::import::{self, Import};
use summitry::meeting::code::CountryCode;
use summitry::meeting::{Kind, Meeting, Status};

fn read_as(file: &str, text: &str, instructions: &Instructions) -> Import {
    let mut import = Import::default();
    import::bytes(file, text.as_bytes().to_vec(), instructions, &mut import);
    import
}

fn read(text: &str) -> Import {
    read_as("trips.csv", text, &Instructions::default())
}

fn code(letters: &str) -> CountryCode {
    CountryCode::new(letters).expect("three letters")
}

fn all(import: &Import) -> Vec<&Meeting> {
    import.meetings.iter().map(|(_, meeting)| meeting).collect()
}

fn dates(import: &Import) -> Vec<String> {
    let text = |meeting: &Meeting| {
        let part = |date: Option<_>| {
            date.map(|date: summitry::meeting::date::PartialDate| date.to_string()).unwrap_or_default()
        };
        match (part(meeting.dates.start), part(meeting.dates.end)) {
            (start, end) if start == end => start,
            (start, end) => format!("{start}/{end}"),
        }
    };
    all(import).into_iter().map(text).collect()
}

const MINISTER: &str = "\
Date,Who,Where,With whom,Topic,Link
13/01/2025,Johann Wadephul,Paris,Jean-Noël Barrot,First talks,https://a.example/1
03/02/2025,J. Wadephul,Warsaw,Radosław Sikorski,Neighbours,
20-21 May 2025,Wadephul,Kyiv,\"Andrii Sybiha, Volodymyr Zelensky\",Aid,
3-4 July 2025,Johann Wadephul,Vienna and Prague,Beate Meinl-Reisinger; Jan Lipavský,Visits,
autumn 2025,Johann Wadephul,Ankara,Hakan Fidan,Retreat (tbc),
";

#[test]
fn a_journalists_table_is_understood_and_has_lines() {
    let import = read(MINISTER);
    assert_eq!(import.problems, [], "{:#?}", import.problems);
    assert_eq!(import.meetings.len(), 6, "the row with two places is two stops");
    assert_eq!(
        dates(&import),
        [
            "2025-01-13",
            "2025-02-03",
            "2025-05-20/2025-05-21",
            "2025-07-03/2025-07-04",
            "2025-07-03/2025-07-04",
            "2025-09/2025-11"
        ]
    );
    let first = all(&import)[0];
    assert_eq!(first.title, "First talks");
    assert_eq!(first.participants.len(), 2);
    assert_eq!(first.participants[1].country, Some(code("FRA")));
    assert_eq!(first.sources[0].reference, "https://a.example/1");
    let names: Vec<&str> = all(&import).iter().map(|meeting| meeting.participants[0].name.as_str()).collect();
    assert_eq!(names, ["Johann Wadephul"; 6], "one person in three spellings");
    assert_eq!(all(&import)[5].status, Status::Planned, "(tbc) says so");
}

#[test]
fn each_counterpart_takes_part_at_the_stop_in_the_own_country() {
    let import = read(MINISTER);
    let stops = &all(&import)[3..5];
    let with: Vec<Vec<&str>> = stops
        .iter()
        .map(|meeting| meeting.participants.iter().skip(1).map(|one| one.name.as_str()).collect())
        .collect();
    assert_eq!(with, [vec!["Beate Meinl-Reisinger"], vec!["Jan Lipavský"]]);
    let trips: Vec<_> = stops.iter().map(|meeting| meeting.trip.clone().expect("a stop")).collect();
    assert_eq!(trips[0].trip, trips[1].trip);
    assert_eq!(trips.iter().map(|stop| stop.number.map(u16::from)).collect::<Vec<_>>(), [Some(1), Some(2)]);
}

#[test]
fn one_cell_of_the_column_decides_which_number_is_the_day() {
    let table = |dates: [&str; 3]| {
        let rows = dates.map(|date| format!("{date},Peru,Lima,Ann Lee|PM|Norway\n")).concat();
        read(&format!("date,country,city,participants\n{rows}"))
    };
    assert_eq!(
        dates(&table(["31/12/2012", "02/01/2014", "03/04/2013"])),
        ["2012-12-31", "2014-01-02", "2013-04-03"]
    );
    let month_first = table(["06/22/1996", "07/03/1996", "07/05/1996"]);
    assert_eq!(dates(&month_first), ["1996-06-22", "1996-07-03", "1996-07-05"]);
    let said = month_first.remarks.iter().any(|(_, remark, _)| {
        *remark == Remark::OrderDecided { order: Order::MonthFirst, example: "06/22/1996".to_owned() }
    });
    assert!(said);
    let open = table(["02/01/2014", "03/04/2013", "05/06/2012"]);
    assert_eq!(dates(&open), ["", "", ""], "never guessed");
    assert_eq!(counts(&open).open_dates, 1);
    let stated = Instructions { order: Some(Order::DayFirst), ..Instructions::default() };
    let told =
        read_as("t.csv", "date,country,city,participants\n02/01/2014,Peru,Lima,Ann Lee|PM|Norway\n", &stated);
    assert_eq!(dates(&told), ["2014-01-02"]);
}

#[test]
fn years_months_and_days_in_columns_are_dates() {
    let import = read(
        "Year,Month,Day,leader,leader country,country\n1999,5,3,Ann Lee,Norway,Peru\n2003,,,Ann Lee,Norway,Chile\n",
    );
    assert_eq!(dates(&import), ["1999-05-03", "2003"]);
    assert_eq!(import.problems, []);
}

#[test]
fn coordinates_in_the_file_win_whatever_sign_parts_their_decimals() {
    let import = read(
        "date,country,city,lat,lon,participants\n2001-01-01,Estonia,Koidula,57.84,27.60,Ann Lee|PM|Finland\n2001-01-02,Spain,Alto,\"40,41\",\"-3,70\",Ann Lee|PM|Finland\n",
    );
    let at: Vec<(f64, f64)> = all(&import)
        .iter()
        .filter_map(|meeting| meeting.venue.placed.position())
        .map(|at| (at.lon, at.lat))
        .collect();
    assert_eq!(at, [(27.60, 57.84), (-3.70, 40.41)]);
}

#[test]
fn a_column_of_marks_is_no_person() {
    let import = read(
        "Country,City/region,Period,Host,year\nMexico,Cancún,21 a 23 de Fevereiro,Host,2010\nSpain,Madrid,2 de Março,Host,2010\n",
    );
    assert_eq!(dates(&import), ["2010-02-21/2010-02-23", "2010-03-02"]);
    assert!(all(&import).iter().all(|meeting| meeting.participants.is_empty()));
    assert!(import.unused_columns.contains("Host"));
}

#[test]
fn a_heading_that_may_mean_a_date_or_a_place_is_settled_by_its_cells() {
    let import = read(
        "id,start-date,visitor,from,description,count,url\n1,1961-06-03,President A,Japan,Informal visit,3,https://x.example\n",
    );
    assert!(import.problems.iter().any(|problem| {
        matches!(&problem.kind, import::problem::ProblemKind::Lacking(lacking) if lacking.place
            && lacking.understood.contains(&("from".to_owned(), Field::LeaderCountry)))
    }));
}

#[test]
fn a_traveller_without_a_state_is_said_and_one_word_gives_all_of_them_lines() {
    let table = "start-date,end-date,leader,office,country,city\n2001-05-02,2001-05-03,Zed Qqq,President,France,Paris\n2001-06-02,2001-06-03,Zed Qqq,President,Japan,Tokyo\n";
    let alone = read(table);
    assert_eq!(counts(&alone).with_line, 0);
    assert_eq!(counts(&alone).names_without_state, 1);
    assert_eq!(alone.remarks.count(&Remark::NoState), 2);
    let stated = Instructions { represents: Some(code("NOR")), ..Instructions::default() };
    assert_eq!(counts(&read_as("t.csv", table, &stated)).with_line, 2);
}

#[test]
fn the_name_of_a_file_tells_whose_travels_it_holds_where_nothing_else_does() {
    let table = "Year,Country,City\n1999,Peru,Lima\n2003,Chile,Santiago\n";
    let import = read_as("folder/china_leader_visits.csv", table, &Instructions::default());
    assert_eq!(all(&import)[0].participants[0].country, Some(code("CHN")));
    assert_eq!(counts(&import).with_line, 2);
    let said = import.remarks.iter().any(|(_, remark, _)| matches!(remark, Remark::RepresentsByName { .. }));
    assert!(said);
}

#[test]
fn rows_of_one_traveller_on_adjoining_days_are_one_trip() {
    let import = read(
        "leader,leader country,start date,end date,country,city\nAnn Lee,Norway,2001-05-01,2001-05-03,France,Paris\nAnn Lee,Norway,2001-05-08,2001-05-09,Spain,Madrid\nAnn Lee,Norway,2001-05-04,2001-05-05,Italy,Rome\n",
    );
    let trips: Vec<Option<(String, Option<u16>)>> = all(&import)
        .iter()
        .map(|meeting| meeting.trip.as_ref().map(|stop| (stop.trip.to_string(), stop.number.map(u16::from))))
        .collect();
    assert_eq!(trips[0].as_ref().map(|stop| stop.1), Some(Some(1)));
    assert_eq!(trips[2].as_ref().map(|stop| stop.1), Some(Some(2)));
    assert_eq!(trips[0].as_ref().map(|stop| &stop.0), trips[2].as_ref().map(|stop| &stop.0));
    assert_eq!(trips[1], None);
    assert_eq!(import.remarks.count(&Remark::JoinedTrips), 1);
}

#[test]
fn kinds_of_real_tables_are_kinds_of_their_own() {
    let kinds = [
        "G-20 Summit",
        "sv",
        "Official working visit",
        "private visit",
        "transit",
        "funeral",
        "multilateral",
    ];
    let rows = kinds.map(|kind| format!("2001-01-01,France,Paris,{kind},Ann Lee|PM|Norway\n")).concat();
    let import = read(&format!("date,country,city,type,participants\n{rows}"));
    let found: Vec<Kind> = all(&import).iter().map(|meeting| meeting.kind).collect();
    assert_eq!(
        found,
        [
            Kind::Summit,
            Kind::StateVisit,
            Kind::WorkingVisit,
            Kind::PrivateVisit,
            Kind::Transit,
            Kind::Funeral,
            Kind::Conference
        ]
    );
}

#[test]
fn what_comes_after_the_stated_day_is_planned() {
    let stated = Instructions { as_of: Some(jiff::civil::date(2025, 6, 1)), ..Instructions::default() };
    let import = read_as(
        "t.csv",
        "date,country,city,participants\n2025-05-31,Peru,Lima,Ann Lee|PM|Norway\n2025-06-02,Peru,Lima,Ann Lee|PM|Norway\n",
        &stated,
    );
    assert_eq!(
        all(&import).iter().map(|meeting| meeting.status).collect::<Vec<_>>(),
        [Status::Held, Status::Planned]
    );
}

#[test]
fn an_international_organisation_is_a_party_with_a_seat() {
    let import = read(
        "date,country,city,participants\n2021-06-01,Switzerland,Geneva,Noor Bo|Secretary-General|United Nations;Ann Lee|PM|Norway\n2021-06-02,Belgium,Brussels,Udo K|President of the Commission|European Union;Ann Lee|PM|Norway\n",
    );
    assert_eq!(import.problems, []);
    assert!(all(&import).iter().all(|meeting| meeting.participants.iter().all(|one| one.country.is_some())));
}

#[test]
fn headings_of_other_languages_are_understood() {
    let tables = [
        "Datum;Wer;Ort;Gesprächspartner;Thema;Quelle\n3. Juli 2024;Ann Lee (Norwegen);Wien;Bo Li (China);Handel;https://a.example\n",
        "Date;Qui;Lieu;Rencontre avec;Sujet;Lien\n3 juillet 2024;Ann Lee (Norvège);Vienne, Autriche;Bo Li (Chine);Commerce;https://a.example\n",
        "Дата;Кто;Где;Встреча с;Тема;Источник\n3 июля 2024;Ann Lee (Норвегия);Вена;Bo Li (Китай);Торговля;https://a.example\n",
    ];
    for table in tables {
        let import = read(table);
        assert_eq!(import.problems, [], "{table}");
        assert_eq!(dates(&import), ["2024-07-03"], "{table}");
        let people: Vec<_> = all(&import)[0].participants.iter().map(|one| one.country).collect();
        assert_eq!(people, [Some(code("NOR")), Some(code("CHN"))], "{table}");
        assert_eq!(all(&import)[0].venue.country, Some(code("AUT")), "{table}");
    }
}

#[test]
fn a_country_beside_the_traveller_is_read_as_what_the_cities_say() {
    let own = read(
        "Name,Country,City,Date\nAnn Lee,Germany,Vienna,2024-07-03\nAnn Lee,Germany,Prague,2024-08-03\n",
    );
    assert_eq!(all(&own)[0].participants[0].country, Some(code("DEU")));
    assert_eq!(all(&own)[0].venue.country, Some(code("AUT")));
    let host = read(
        "Name,Country,City,Date\nAnn Lee,Austria,Vienna,2024-07-03\nAnn Lee,Czechia,Prague,2024-08-03\n",
    );
    assert_eq!(all(&host)[0].venue.country, Some(code("AUT")));
    let said = |import: &Import| {
        import.remarks.iter().any(|(_, remark, _)| matches!(remark, Remark::CountryTakenFor { .. }))
    };
    assert!(said(&own) && said(&host));
}

#[test]
fn the_examples_are_read_whole_and_every_trip_has_a_line() {
    use summitry::import::examples::Example;
    for example in Example::ALL {
        let import = example.read();
        assert_eq!(import.files_failed, 0, "{example:?}");
        assert!(import.unused_columns.is_empty(), "{example:?}");
    }
    let trips = Example::PresidentTrips.read();
    let records: std::collections::BTreeSet<&str> =
        all(&trips).iter().map(|meeting| meeting.id.as_str().split('/').next().unwrap_or_default()).collect();
    assert_eq!((records.len(), trips.meetings.len()), (832, 1_074));
    assert_eq!(counts(&trips).with_line, 1_074);
    assert_eq!(counts(&trips).nowhere, 0);
}
