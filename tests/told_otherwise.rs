//! What tables say otherwise than in cells of their own: with a line through a row, below a heading that is a
//! status or a month, in another calendar, in the name of a meeting.

use crate::import::{read, read_as};
use summitry::import::Import;
use summitry::import::remark::Remark;
use summitry::meeting::{Kind, Meeting, Status};

fn told(meeting: &Meeting) -> String {
    let code = |code: Option<_>| code.map_or_else(|| "?".to_owned(), |code| format!("{code}"));
    let (dates, venue) = (meeting.dates, &meeting.venue);
    let date = dates.start.map_or_else(|| "-".to_owned(), |date| date.to_string());
    let span = dates.end.filter(|end| Some(*end) != dates.start).map(|end| format!("..{end}"));
    let people: Vec<&str> = meeting.participants.iter().map(|one| &*one.name).collect();
    let span = span.unwrap_or_default();
    format!("{date}{span} {} @ {} {}", people.join(", "), venue.city, code(venue.country))
}

#[track_caller]
fn is_told(text: &str, expected: &[&str]) -> Import {
    let import = read(text);
    let all: Vec<String> = import.meetings.iter().map(|(_, meeting)| told(meeting)).collect();
    assert_eq!(all, expected, "{text}");
    import
}

fn statuses(import: &Import) -> Vec<Status> {
    import.meetings.iter().map(|(_, meeting)| meeting.status).collect()
}

#[test]
fn rows_that_are_struck_through_were_cancelled() {
    let rows = "<tr><td>1 May 2024</td><td>Lima</td><td>Ann Lee (Norway)</td></tr>\
        <tr><td><s>2 May 2024</s></td><td><del>Rome</del></td><td>Ann Lee (Norway)</td></tr>\
        <tr style='text-decoration: line-through'><td>3 May 2024</td><td>Bonn</td><td>Bo Li (China)</td></tr>\
        <tr><td>4 May 2024</td><td>Oslo</td><td>Bo Li (China) <s>and others</s></td></tr>";
    let page = format!("<table><tr><th>Date</th><th>City</th><th>Who</th></tr>{rows}</table>");
    let import = read_as("visits.html", page.as_bytes());
    let (held, cancelled) = (Status::Held, Status::Cancelled);
    assert_eq!(statuses(&import), [held, cancelled, cancelled, held]);
    assert_eq!(import.remarks.count(&Remark::StruckThrough), 2);
}

#[test]
fn a_struck_font_of_a_workbook_cancels_its_rows() {
    use rust_xlsxwriter::{Format, Workbook};
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let struck = Format::new().set_font_strikethrough();
    let rows = [
        ["Date", "City", "Who"],
        ["2024-05-01", "Lima", "Ann Lee (Norway)"],
        ["2024-05-02", "Rome", "Ann Lee (Norway)"],
    ];
    for (number, row) in rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            let (number, column) = (number as u32, column as u16);
            if number == 2 {
                sheet.write_string_with_format(number, column, *cell, &struck).expect("it is in the sheet");
            } else {
                sheet.write_string(number, column, *cell).expect("it is in the sheet");
            }
        }
    }
    let import = read_as("visits.xlsx", book.save_to_buffer().expect("it is written"));
    assert_eq!(statuses(&import), [Status::Held, Status::Cancelled]);
}

#[test]
fn yes_below_a_status_is_that_status() {
    for (heading, yes, no) in [
        ("Cancelled", Status::Cancelled, Status::Held),
        ("Took place", Status::Held, Status::Cancelled),
        ("Confirmed", Status::Held, Status::Planned),
        ("abgesagt", Status::Cancelled, Status::Held),
    ] {
        let rows = "2024-05-01,Lima,Ann Lee (Norway),yes\n2024-06-01,Rome,Ann Lee (Norway),no\n";
        let import = read(format!("Date,City,Who,{heading}\n{rows}"));
        assert_eq!(statuses(&import), [yes, no], "{heading}");
    }
    let json = r#"[{"date":"2024-05-01","city":"Lima","leader":"Ann Lee (Norway)","cancelled":true}]"#;
    assert_eq!(statuses(&read_as("a.json", json.as_bytes())), [Status::Cancelled]);
}

#[test]
fn who_sent_somebody_else_was_not_there() {
    for words in ["could not attend; sent a deputy", "Did not travel", "Visit scrapped", "never took place"] {
        let import = read(format!("Date,City,Who,Note\n2024-05-01,Lima,Ann Lee (Norway),{words}\n"));
        assert_eq!(statuses(&import), [Status::Cancelled], "{words}");
    }
}

#[test]
fn how_people_met_may_have_a_column_of_its_own() {
    let import = read(
        "Date,City,Participants,Type,How\n2021-03-01,Lima,Ann Lee (Norway); Bo Li (China),Bilateral,in person\n\
        2021-04-01,Lima,Ann Lee (Norway); Bo Li (China),Bilateral,by video\n\
        2021-05-01,Lima,Ann Lee (Norway); Bo Li (China),Bilateral,virtual\n",
    );
    let kinds: Vec<Kind> = import.meetings.iter().map(|(_, meeting)| meeting.kind).collect();
    assert_eq!(kinds, [Kind::Bilateral, Kind::Call, Kind::Call]);
}

#[test]
fn each_side_has_its_own_column_of_offices() {
    let import = read(
        "Date,City,Visitor,Visitor title,Host,Host title\n\
        2023-06-19,Lima,Ann Lee,Minister of Trade,Olga Ruiz,Minister of Fisheries\n",
    );
    let offices: Vec<(&str, &str)> =
        import.meetings.get(0).participants.iter().map(|one| (&*one.name, &*one.office)).collect();
    assert_eq!(offices, [("Ann Lee", "Minister of Trade"), ("Olga Ruiz", "Minister of Fisheries")]);
}

#[test]
fn columns_that_states_head_hold_who_came_for_each() {
    let import = read(
        "Date,City,France,Germany,Italy\n2023-05-19,Hiroshima,Emmanuel Macron,Olaf Scholz,Giorgia Meloni\n\
        2023-05-20,Rome,Emmanuel Macron,absent,Giorgia Meloni\n2023-05-21,Paris,present,excused,—\n",
    );
    let states: Vec<String> = import
        .meetings
        .iter()
        .map(|(_, meeting)| {
            let states = meeting.participants.iter().filter_map(|one| one.country);
            states.map(|state| state.as_str().to_owned()).collect::<Vec<_>>().join(" ")
        })
        .collect();
    assert_eq!(states, ["FRA DEU ITA", "FRA ITA", "FRA"]);
}

#[test]
fn years_from_the_hijra_are_those_of_today() {
    is_told("Date,Who,City\n12 Ramadan 1446,Ann Lee (Norway),Lima\n", &["2025-03-12 Ann Lee @ Lima PER"]);
    is_told("تاریخ,شهر,مقام\n1403/05/10,تهران,Ann Lee (Norway)\n", &["2024-07-31 Ann Lee @ تهران IRN"]);
    is_told("Date (Hijri),Who,City\n1446-09-12,Ann Lee (Norway),Lima\n", &["2025-03-12 Ann Lee @ Lima PER"]);
    // Nothing says that it is another calendar.
    is_told("Date,Who,City\n1414-11-05,Ann Lee (Norway),Konstanz\n", &["1414-11-05 Ann Lee @ Konstanz DEU"]);
}

#[test]
fn dates_far_apart_in_one_cell_are_meetings_of_their_own() {
    let import = is_told(
        "Who,Country,Years\nAnn Lee (Norway),Peru,\"2006, 2007, 2010\"\n",
        &["2006 Ann Lee @  PER", "2007 Ann Lee @  PER", "2010 Ann Lee @  PER"],
    );
    assert_eq!(import.remarks.count(&Remark::SeveralDates), 1);
    // Those near each other are one.
    is_told(
        "Date,Who,City\n\"3, 5 and 6 May 2024\",Ann Lee (Norway),Lima\n",
        &["2024-05-03..2024-05-06 Ann Lee @ Lima PER"],
    );
    is_told(
        "Date,Who,City\n\"3 May 2024; 20 June 2024; 1 July 2024\",Ann Lee (Norway),\"Lima; Rome; Oslo\"\n",
        &["2024-05-03 Ann Lee @ Lima PER", "2024-06-20 Ann Lee @ Rome ITA", "2024-07-01 Ann Lee @ Oslo NOR"],
    );
}

#[test]
fn months_and_years_may_head_columns_of_places() {
    is_told(
        "Leader,Jan 2024,Feb 2024,Mar 2024\nAnn Lee (Norway),Berlin,,Kyiv\nBo Li (China),,Washington,Paris\n",
        &[
            "2024-01 Ann Lee @ Berlin DEU",
            "2024-03 Ann Lee @ Kyiv UKR",
            "2024-02 Bo Li @ Washington USA",
            "2024-03 Bo Li @ Paris FRA",
        ],
    );
    is_told(
        "Leader,2019,2020\nAnn Lee (Norway),\"Berlin, Paris\",Tokyo\n",
        &["2019 Ann Lee @ Berlin DEU", "2019 Ann Lee @ Paris FRA", "2020 Ann Lee @ Tokyo JPN"],
    );
}

#[test]
fn the_name_of_a_meeting_may_say_where_it_was() {
    let import = is_told(
        "Date,Conference,Participants\n1945-02-04,Yalta Conference,Ann Lee (Norway)\n\
        2019-06-28,G20 Osaka,Ann Lee (Norway)\n2022-11-06,COP27,Ann Lee (Norway)\n",
        &["1945-02-04 Ann Lee @ Yalta UKR", "2019-06-28 Ann Lee @ Osaka JPN", "2022-11-06 Ann Lee @  ?"],
    );
    assert_eq!(import.remarks.count(&Remark::PlaceFromName), 2);
    assert_eq!(import.problems.count(), 1);
}

#[test]
fn an_address_ends_with_its_state_and_begins_with_its_building() {
    let import = is_told(
        "Date,Venue,Who\n2018-06-12,\"Capella, Sentosa, Singapore\",Ann Lee (Norway)\n",
        &["2018-06-12 Ann Lee @ Sentosa SGP"],
    );
    assert_eq!(&*import.meetings.get(0).venue.building, "Capella");
}

#[test]
fn two_states_are_two_places_though_a_village_of_one_is_called_as_the_other() {
    for (cell, states) in [
        ("Laos, Vietnam", vec!["LAO", "VNM"]),
        ("Luxembourg, Belgium", vec!["LUX", "BEL"]),
        ("Armenia, Colombia", vec!["COL"]),
        ("Atlanta, Georgia", vec!["USA"]),
    ] {
        let import = read(format!("Date,Place,Who\n2024-05-01,\"{cell}\",Ann Lee (Norway)\n"));
        let codes: Vec<String> = import
            .meetings
            .iter()
            .filter_map(|(_, meeting)| meeting.venue.country)
            .map(|code| code.as_str().to_owned())
            .collect();
        assert_eq!(codes, states, "{cell}");
    }
}

#[test]
fn signs_and_words_for_the_cell_above_stand_for_it() {
    for again in ["same", "do.", "as above", "idem", "同上", "wie oben"] {
        is_told(
            &format!("Date,City,Who\n2024-05-01,Lima,Ann Lee (Norway)\n2024-06-01,{again},Bo Li (China)\n"),
            &["2024-05-01 Ann Lee @ Lima PER", "2024-06-01 Bo Li @ Lima PER"],
        );
    }
}

#[test]
fn raised_signs_of_footnotes_are_no_part_of_a_cell() {
    is_told(
        "Date,City,Who\n6 May 2024†,Lima*,Ann Lee (Norway)²\n7 May 2024¹,Rome,Bo Li (China)\n",
        &["2024-05-06 Ann Lee @ Lima PER", "2024-05-07 Bo Li @ Rome ITA"],
    );
}

#[test]
fn two_family_names_are_two_people() {
    let names = |cell: &str| -> Vec<String> {
        let import = read(format!("Date,City,Participants\n1958-03-01,Belgrade,\"{cell}\"\n"));
        import.meetings.get(0).participants.iter().map(|one| one.name.to_string()).collect()
    };
    assert_eq!(names("Tito, Nasser"), ["Josip Broz Tito", "Gamal Abdel Nasser"]);
    assert_eq!(names("Brown, Gordon").len(), 1);
    assert_eq!(names("Putin/Ushakov/Dmitriev").len(), 3);
}

#[test]
fn a_sharp_before_the_first_of_several_headings_is_no_comment() {
    is_told(
        "#id,date,city,participants\n1,2024-05-01,Lima,Ann Lee (Norway)\n",
        &["2024-05-01 Ann Lee @ Lima PER"],
    );
    is_told(
        "# Visits, as of June, see below\ndate,city,participants\n2024-05-01,Lima,Ann Lee (Norway)\n",
        &["2024-05-01 Ann Lee @ Lima PER"],
    );
}

/// `Ann Lee NOR, Bo Li CHN @ Lima PER`, of each meeting.
fn sides(text: &str) -> Vec<String> {
    let code = |code: Option<_>| code.map_or_else(|| "?".to_owned(), |code| format!("{code}"));
    let side = |meeting: &Meeting| {
        let people = meeting.participants.iter().map(|one| format!("{} {}", one.name, code(one.country)));
        let people: Vec<String> = people.collect();
        format!("{} @ {} {}", people.join(", "), meeting.venue.city, code(meeting.venue.country))
    };
    read(text).meetings.iter().map(|(_, meeting)| side(meeting)).collect()
}

#[test]
fn a_state_is_that_of_the_side_which_held_office_for_it() {
    let met = ["Joe Biden USA, Giorgia Meloni ITA @ Rome ITA", "Joe Biden USA, Olaf Scholz DEU @ Berlin DEU"];
    for headings in ["Our side,Their side,Country", "p1,p2,c2"] {
        let rows = "2023-05-01,Rome,Joe Biden,Giorgia Meloni,Italy\n2023-06-01,Berlin,Joe Biden,Olaf Scholz,Germany\n";
        assert_eq!(sides(&format!("Date,City,{headings}\n{rows}")), met, "{headings}");
    }
    assert_eq!(
        sides(
            "date,caller,caller_country,callee,callee_country\n2022-02-12,Joe Biden,USA,Vladimir Putin,Russia\n"
        ),
        ["Joe Biden USA, Vladimir Putin RUS @  ?"]
    );
}

#[test]
fn a_column_of_countries_is_not_of_the_hosts_where_the_cities_lie_elsewhere() {
    assert_eq!(
        sides(
            "Event;Date;City;Name;Country\nG20;2016-09-04;Hangzhou;Xi Jinping;China\nG20;2016-09-04;Hangzhou;Barack Obama;USA\n"
        ),
        ["Xi Jinping CHN, Barack Obama USA @ Hangzhou CHN"]
    );
    assert_eq!(
        sides(
            "date,city,home_leader,home_country,away_leader,away_country\n2010-04-08,Prague,Barack Obama,United States,Dmitry Medvedev,Russia\n"
        ),
        ["Barack Obama USA, Dmitry Medvedev RUS @ Prague CZE"]
    );
    assert_eq!(
        sides(
            "Date;Pays;Hôte;Ville\n20.03.2023;Finlande;Sauli Niinistö;Berne\n15.11.2023;France;Emmanuel Macron;Berne\n"
        ),
        ["Sauli Niinistö FIN @ Berne CHE", "Emmanuel Macron FRA @ Berne CHE"]
    );
}

#[test]
fn whom_a_traveller_of_the_title_met_does_not_take_the_travellers_place() {
    assert_eq!(
        sides(
            "Foreign trips of Emmanuel Macron\nDate,Place,Met with\n3 May 2023,Rome,Sergio Mattarella\n4 June 2023,Berlin,Olaf Scholz\n"
        ),
        [
            "Emmanuel Macron FRA, Sergio Mattarella ITA @ Rome ITA",
            "Emmanuel Macron FRA, Olaf Scholz DEU @ Berlin DEU"
        ]
    );
}

#[test]
fn names_of_one_word_in_a_list_are_people_of_their_own() {
    let names = |cell: &str| -> Vec<String> {
        let import = read(format!("Date,City,Participants\n2016-03-18,Lima,\"{cell}\"\n"));
        import.meetings.get(0).participants.iter().map(|one| one.name.to_string()).collect()
    };
    assert_eq!(names("Padoan, Mnuchin, Schäuble").len(), 3);
    assert_eq!(names("LB, JC"), ["LB", "JC"]);
    assert_eq!(
        sides(
            "Date,City,Participants\n2024-05-01,Lima,USA; UK\n2024-05-02,Lima,\"UAE, USA\"\n2024-05-03,Lima,\"RR, MG\"\n"
        ),
        ["USA USA, UK GBR @ Lima PER", "UAE ARE, USA USA @ Lima PER", "RR ?, MG ? @ Lima PER"]
    );
    assert_eq!(names("Castile, Portugal"), ["Castile", "Portugal"]);
    assert_eq!(names("Merkel, Angela"), ["Angela Merkel"]);
    assert_eq!(names("North Korea (Nam Il); China (Peng Dehuai)"), ["Nam Il", "Peng Dehuai"]);
}

#[test]
fn states_are_known_by_what_people_call_them_in_other_languages() {
    for (country, code) in [
        ("Grande-Bretagne", "GBR"),
        ("Gran Bretaña", "GBR"),
        ("Großbritannien", "GBR"),
        ("İngiltere", "GBR"),
        ("Fédération de Russie", "RUS"),
        ("Rusya Federasyonu", "RUS"),
        ("Estados Unidos de América", "USA"),
        ("Saint-Siège", "VAT"),
        ("Weißrussland", "BLR"),
        ("Birmanie", "MMR"),
        ("Holanda", "NLD"),
        ("Çin Halk Cumhuriyeti", "CHN"),
        ("RFN", "DEU"),
    ] {
        let import = read(format!("Date,Country,Who\n2024-05-01,{country},Ann Lee (Norway)\n"));
        let found = import.meetings.get(0).venue.country.map(|found| found.as_str().to_owned());
        assert_eq!(found.as_deref(), Some(code), "{country}");
    }
}
