//! Which column says what, where several may.

use crate::import::{read, read_as};
use summitry::import::Import;
use summitry::import::remark::{Aside, Remark};
use summitry::import::word;
use summitry::meeting::code::CountryCode;
use summitry::meeting::{Kind, Meeting};

/// `2020-05-03..2020-05-04 Ann Lee NOR @ Lima PER`.
fn told(meeting: &Meeting) -> String {
    let code = |code: Option<_>| code.map_or_else(|| "?".to_owned(), |code| format!("{code}"));
    let date = |date: Option<_>| date.map_or_else(|| "-".to_owned(), |date| format!("{date}"));
    let people: Vec<String> =
        meeting.participants.iter().map(|one| format!("{} {}", one.name, code(one.country))).collect();
    let (dates, venue) = (meeting.dates, &meeting.venue);
    let days = if dates.start == dates.end || dates.end.is_none() {
        date(dates.start)
    } else {
        format!("{}..{}", date(dates.start), date(dates.end))
    };
    format!("{days} {} @ {} {}", people.join(", "), venue.city, code(venue.country))
}

#[track_caller]
fn is_told(text: &str, expected: &[&str]) -> Import {
    let import = read(text);
    let all: Vec<String> = import.meetings.iter().map(|(_, meeting)| told(meeting)).collect();
    assert_eq!(all, expected, "{text}");
    import
}

#[test]
fn when_a_row_was_written_is_not_when_they_met() {
    let met = ["2020-05-03 Ann Lee NOR @ Lima PER"];
    for headings in
        ["Timestamp,Date of meeting", "Zeitstempel,Datum", "Date added,Date of visit", "Date,Date of visit"]
    {
        is_told(
            &format!("{headings},Who,Represents,City\n2021-01-01,2020-05-03,Ann Lee,Norway,Lima\n"),
            &met,
        );
    }
    for headings in ["Time,Date", "Zeit,Datum", "Heure,Date"] {
        is_told(&format!("{headings},Who,Represents,City\n10:00,2020-05-03,Ann Lee,Norway,Lima\n"), &met);
    }
    is_told("Timestamp,Who,Represents,City\n2020-05-03,Ann Lee,Norway,Lima\n", &met);
}

#[test]
fn times_of_the_day_are_no_days() {
    let met = ["2020-05-03 Ann Lee NOR @ Lima PER"];
    for [start, end] in [["09:45", "11:15"], ["13.00 Uhr", "14.30 Uhr"], ["11:15 CET", "12:00 CET"]] {
        let import = is_told(
            &format!("Date,Start,End,Who,City\n2020-05-03,{start},{end},Ann Lee (Norway),Lima\n"),
            &met,
        );
        assert_eq!(import.problems.count(), 0, "{start}: {:?}", import.problems.told());
    }
    is_told("Arr.,Dep.,Who,City\n2020-05-03,2020-05-03,Ann Lee (Norway),Lima\n", &met);
}

#[test]
fn who_departs_and_returns_is_there_between() {
    let away =
        ["2019-05-13..2019-05-14 Ann Lee NOR @ Lima PER", "2019-06-01..2019-06-03 Ann Lee NOR @ Rome ITA"];
    for headings in ["Departure,Return", "Abreise,Rückkehr", "Arrival,Departure"] {
        let rows = "Ann Lee,Norway,Lima,2019-05-13,2019-05-14\nAnn Lee,Norway,Rome,2019-06-01,2019-06-03\n";
        is_told(&format!("Who,Represents,City,{headings}\n{rows}"), &away);
    }
}

#[test]
fn codes_are_no_states_of_those_who_held_office_elsewhere() {
    is_told(
        "Date,Session,City,Leader\n2019-06-03,PM,London,Donald Trump\n2019-06-04,AM,Rome,Donald Trump\n",
        &["2019-06-03 Donald Trump USA @ London GBR", "2019-06-04 Donald Trump USA @ Rome ITA"],
    );
    is_told(
        "Date,Mode,City,Leader\n2019-06-03,VC,London,Angela Merkel\n2019-06-04,TC,Rome,Angela Merkel\n",
        &["2019-06-03 Angela Merkel DEU @ London GBR", "2019-06-04 Angela Merkel DEU @ Rome ITA"],
    );
}

#[test]
fn an_open_country_is_settled_once_the_people_are_known() {
    is_told(
        "Datum;Fürst;Land;Ort\n25.06.2007;Angela Merkel;Deutschland;Rom\n27.09.2008;Angela Merkel;Deutschland;Madrid\n\
         26.09.2009;Nicolas Sarkozy;Frankreich;Wien\n",
        &[
            "2007-06-25 Angela Merkel DEU @ Rom ITA",
            "2008-09-27 Angela Merkel DEU @ Madrid ESP",
            "2009-09-26 Nicolas Sarkozy FRA @ Wien AUT",
        ],
    );
}

#[test]
fn cells_say_what_a_heading_with_another_word_in_it_means() {
    is_told(
        "leader,city_met,meeting_date\nAngela Merkel,Minsk,2015-02-11\nAngela Merkel,Paris,2015-10-02\n",
        &["2015-02-11 Angela Merkel DEU @ Minsk BLR", "2015-10-02 Angela Merkel DEU @ Paris FRA"],
    );
}

#[test]
fn who_travels_may_stand_in_the_name_of_the_file_or_above_the_table() {
    let table = "Date,Country,City\n2019-05-03,France,Paris\n2019-06-04,Italy,Rome\n";
    let met = ["2019-05-03 Angela Merkel DEU @ Paris FRA", "2019-06-04 Angela Merkel DEU @ Rome ITA"];
    for title in ["Auslandsreisen von Bundeskanzlerin Angela Merkel 2019", "Trips made by Angela Merkel"] {
        is_told(&format!("{title},,\n{table}"), &met);
    }
    is_told(
        &format!("Guests received by Angela Merkel,,\n{table}"),
        &["2019-05-03  @ Paris FRA", "2019-06-04  @ Rome ITA"],
    );
}

#[test]
fn a_number_that_comes_again_is_of_an_event_or_of_a_trip() {
    is_told(
        "id,meeting_id,participant,country,date,place\n1,100,Angela Merkel,Germany,2015-02-11,Minsk\n\
         2,100,Vladimir Putin,Russia,2015-02-11,Minsk\n",
        &["2015-02-11 Angela Merkel DEU, Vladimir Putin RUS @ Minsk BLR"],
    );
    let import = is_told(
        "No.,Leader,Country,City,Date\n1,Angela Merkel,France,Paris,2015-02-11\n1,Angela Merkel,Italy,Rome,2015-02-12\n\
         2,Angela Merkel,Spain,Madrid,2016-02-11\n",
        &[
            "2015-02-11 Angela Merkel DEU @ Paris FRA",
            "2015-02-12 Angela Merkel DEU @ Rome ITA",
            "2016-02-11 Angela Merkel DEU @ Madrid ESP",
        ],
    );
    let trips: Vec<_> =
        import.meetings.iter().map(|(_, one)| one.trip.as_ref().map(|stop| stop.trip.clone())).collect();
    assert!(trips[0] == trips[1] && trips[0] != trips[2]);
}

#[test]
fn a_table_of_calls_needs_no_place() {
    let import = is_told(
        "Call date,Caller,Callee\n2019-05-03,Donald Trump,Emmanuel Macron\n2019-06-04,Donald Trump,Xi Jinping\n",
        &[
            "2019-05-03 Donald Trump USA, Emmanuel Macron FRA @  ?",
            "2019-06-04 Donald Trump USA, Xi Jinping CHN @  ?",
        ],
    );
    assert!(import.meetings.iter().all(|(_, meeting)| meeting.kind == Kind::Call));
    is_told(
        "Datum;Telefonat mit;Thema\n03.05.2019;Emmanuel Macron;Europa\n04.06.2019;Xi Jinping;Handel\n",
        &["2019-05-03 Emmanuel Macron FRA @  ?", "2019-06-04 Xi Jinping CHN @  ?"],
    );
}

#[test]
fn placemarks_have_the_longitude_first_and_a_title() {
    let place = |span: &str| {
        format!(
            "<Placemark><name>Talks</name>{span}<Point><coordinates>32.8597,39.9334,0</coordinates></Point></Placemark>"
        )
    };
    let span = "<TimeSpan><begin>2019-05-03</begin><end>2019-05-04</end></TimeSpan>";
    let stamp = "<TimeStamp><when>2020-01-02</when></TimeStamp>";
    let whole = |places: &str| {
        format!(
            "<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>{places}</Document></kml>"
        )
    };
    let one = read(whole(&place(span)));
    let (_, meeting) = one.meetings.iter().next().expect("there is one");
    assert_eq!((meeting.title.as_str(), meeting.venue.country), ("Talks", CountryCode::new("TUR")));
    assert_eq!(told(meeting).split(' ').next(), Some("2019-05-03..2019-05-04"));
    assert_eq!(read(whole(&(place(span) + &place(stamp)))).meetings.len(), 2);
}

#[test]
fn objects_named_by_days_are_meetings_of_those_days() {
    is_told(
        r#"{"2023-03-20":{"who":"Xi Jinping","where":"Moscow"},"2023-08-22":{"who":"Xi Jinping","where":"Pretoria"}}"#,
        &["2023-03-20 Xi Jinping CHN @ Moscow RUS", "2023-08-22 Xi Jinping CHN @ Pretoria ZAF"],
    );
}

#[test]
fn tables_with_the_same_headings_are_read_as_one() {
    let table = |year: u16, rows: &str| {
        format!("<h3>{year}</h3><table><tr><th>Date</th><th>Leader</th><th>City</th></tr>{rows}</table>")
    };
    let row =
        |date: &str, city: &str| format!("<tr><td>{date}</td><td>Angela Merkel</td><td>{city}</td></tr>");
    let page = format!(
        "<html><body>{}{}<h2>See also</h2><table><tr><th>Other</th><th>Links</th></tr><tr><td>a</td><td>b</td></tr></table></body></html>",
        table(2018, &(row("3 May", "Paris") + &row("4 June", "Rome"))),
        table(2019, &row("5 July", "Madrid"))
    );
    let import = is_told(
        &page,
        &[
            "2018-05-03 Angela Merkel DEU @ Paris FRA",
            "2018-06-04 Angela Merkel DEU @ Rome ITA",
            "2019-07-05 Angela Merkel DEU @ Madrid ESP",
        ],
    );
    let names = vec!["2018".to_owned(), "2019".to_owned()];
    assert_eq!(import.remarks.count(&Remark::TablesTogether { names }), 1);
    is_told(
        r#"{"Xi Jinping":[{"date":"2023-03-20","city":"Moscow"},{"date":"2023-08-22","city":"Pretoria"}],
            "Vladimir Putin":[{"date":"2023-05-01","city":"Beijing"},{"date":"2023-06-01","city":"Minsk"}]}"#,
        &[
            "2023-03-20 Xi Jinping CHN @ Moscow RUS",
            "2023-08-22 Xi Jinping CHN @ Pretoria ZAF",
            "2023-05-01 Vladimir Putin RUS @ Beijing CHN",
            "2023-06-01 Vladimir Putin RUS @ Minsk BLR",
        ],
    );
    // A copy of a table is no second one.
    let twice = format!("<html><body>{0}{0}</body></html>", table(2018, &row("3 May", "Paris")));
    assert_eq!(read(&twice).meetings.len(), 1);
}

#[test]
fn dates_in_other_calendars_and_languages_are_read() {
    for (text, day) in [
        ("27 May/9 June 1908", "1908-06-09"),
        ("13/25 June 1807", "1807-06-25"),
        ("25 June 1807 (O.S. 13 June)", "1807-06-25"),
        ("15 March 2023 (23 Sha'ban 1444)", "2023-03-15"),
        ("14 November 2565", "2022-11-14"),
        ("令和5年3月21日", "2023-03-21"),
        ("民國112年3月30日", "2023-03-30"),
        ("2019년 5월 13일", "2019-05-13"),
        ("12 marca 2024", "2024-03-12"),
        ("13 listopada 2019", "2019-11-13"),
        ("13 mei 2019", "2019-05-13"),
        ("13 maj 2019", "2019-05-13"),
        ("13. května 2019", "2019-05-13"),
        ("2019. május 13.", "2019-05-13"),
        ("13 Μαΐου 2019", "2019-05-13"),
        ("13. toukokuuta 2019", "2019-05-13"),
    ] {
        is_told(
            &format!("Date,Who,City\n\"{text}\",Ann Lee (Norway),Lima\n"),
            &[&format!("{day} Ann Lee NOR @ Lima PER")],
        );
    }
    // Two weeks are two weeks.
    is_told(
        "Date,Who,City\n27 May/10 June 1908,Ann Lee (Norway),Lima\n",
        &["1908-05-27..1908-06-10 Ann Lee NOR @ Lima PER"],
    );
}

#[test]
fn sums_are_no_meetings_and_speak_against_no_column() {
    is_told(
        "Year,Leader,Country,City,Days\n2019,Angela Merkel,France,Paris,2\nSubtotal 2019,,,,2\n\
         2020,Angela Merkel,Italy,Rome,3\nSubtotal 2020,,,,3\nTotal,,,,=SUM(E2:E5)\nGesamt,,,,\n",
        &["2019 Angela Merkel DEU @ Paris FRA", "2020 Angela Merkel DEU @ Rome ITA"],
    );
}

#[test]
fn a_link_behind_a_place_is_left_aside() {
    is_told(
        "Date,Who,Place\n2023-06-04,Ann Lee (Norway),Kyiv (https://example.org/Kyiv-8f)\n",
        &["2023-06-04 Ann Lee NOR @ Kyiv UKR"],
    );
}

#[test]
fn a_flag_is_a_country() {
    is_told(
        "Date,Who,Country,City\n2023-06-04,Ann Lee (Norway),🇫🇷,Paris\n2023-06-05,Ann Lee (Norway),🇬🇧 United Kingdom,London\n",
        &["2023-06-04 Ann Lee NOR @ Paris FRA", "2023-06-05 Ann Lee NOR @ London GBR"],
    );
}

#[test]
fn minutes_are_no_days_and_a_code_beside_a_city_elsewhere_is_the_travellers() {
    is_told(
        "Call date,Caller,Callee,Duration (min)\n2019-05-03,Donald Trump,Emmanuel Macron,62\n",
        &["2019-05-03 Donald Trump USA, Emmanuel Macron FRA @  ?"],
    );
    is_told(
        "country_text_id,year,meeting_date,leader,city_met\nDEU,2015,2015-02-12,Angela Merkel,Minsk\n\
         FRA,2015,2015-02-12,François Hollande,Minsk\n",
        &["2015-02-12 Angela Merkel DEU @ Minsk BLR", "2015-02-12 François Hollande FRA @ Minsk BLR"],
    );
}

#[test]
fn days_turned_round_under_plain_headings_are_slips() {
    let rows = "Ann Lee,Norway,Lima,2019-05-14,2019-05-13\nAnn Lee,Norway,Rome,2019-06-03,2019-06-01\n";
    let import = is_told(
        &format!("Who,Represents,City,Start,End\n{rows}"),
        &["2019-05-14 Ann Lee NOR @ Lima PER", "2019-06-03 Ann Lee NOR @ Rome ITA"],
    );
    assert_eq!(import.problems.count(), 2, "each is told");
    // Somebody who comes home arrives behind the day of departure.
    is_told(
        &format!("Who,Represents,City,Arrival,Departure\n{rows}"),
        &["2019-05-13..2019-05-14 Ann Lee NOR @ Lima PER", "2019-06-01..2019-06-03 Ann Lee NOR @ Rome ITA"],
    );
    // Departure and return need no rows that bear it out, and one row bears out nothing.
    is_told(
        "Who,Represents,City,Departure,Return\nAnn Lee,Norway,Lima,2019-05-13,2019-05-14\n",
        &["2019-05-13..2019-05-14 Ann Lee NOR @ Lima PER"],
    );
    is_told(
        "Who,Represents,City,Arrival,Departure\nAnn Lee,Norway,Lima,2019-05-14,2019-05-13\n",
        &["2019-05-14 Ann Lee NOR @ Lima PER"],
    );
}

#[test]
fn the_name_of_a_table_gives_a_year_and_no_row() {
    let table = |name: &str, rows: &str| {
        let heads =
            "<tr><th>start</th><th>date_precision</th><th>title</th><th>city</th><th>participants</th></tr>";
        format!("<h3>{name}</h3><table>{heads}{rows}</table>")
    };
    let row = |day: &str| {
        format!("<tr><td>{day}</td><td>day</td><td>Talks</td><td>Oslo</td><td>Ann Lee||NOR</td></tr>")
    };
    let page = [table("2018", &row("2018-05-03")), table("2019", &row("2019-05-03"))].concat();
    is_told(
        &format!("<html><body>{page}</body></html>"),
        &["2018-05-03 Ann Lee NOR @ Oslo NOR", "2019-05-03 Ann Lee NOR @ Oslo NOR"],
    );
    // A table whose name says no year has none.
    let table = |name: &str, day: &str| {
        format!(
            "<h3>{name}</h3><table><tr><th>Date</th><th>Leader</th><th>City</th></tr>\
             <tr><td>{day}</td><td>Angela Merkel</td><td>Paris</td></tr></table>"
        )
    };
    is_told(
        &format!("<html><body>{}{}</body></html>", table("2018", "3 May"), table("Later", "4 June")),
        &["2018-05-03 Angela Merkel DEU @ Paris FRA", "- Angela Merkel DEU @ Paris FRA"],
    );
}

#[test]
fn courtesy_calls_are_no_telephone_calls() {
    let table = "Date,Who,City\n2019-05-03,Ann Lee (Norway),Lima\n";
    let kind = |file: &str| {
        let import = read_as(file, table);
        import.meetings.get(0).kind
    };
    for file in ["courtesy_calls.csv", "Port calls 2019.csv", "calls on the president.csv"] {
        assert_eq!(kind(file), Kind::Unspecified, "{file}");
    }
    for file in ["calls_2019.csv", "Anrufe.csv", "courtesy calls and telephone calls.csv"] {
        assert_eq!(kind(file), Kind::Call, "{file}");
    }
}

#[test]
fn a_span_of_thirteen_days_is_no_day_in_two_calendars() {
    for (text, days) in
        [("1919-01-18/1919-01-31", "1919-01-18..1919-01-31"), ("5/18 March 1921", "1921-03-18")]
    {
        is_told(
            &format!("Date,Who,City\n{text},Ann Lee (Norway),Lima\n"),
            &[&format!("{days} Ann Lee NOR @ Lima PER")],
        );
    }
}

#[test]
fn years_of_other_calendars_stand_in_columns_too() {
    for (year, today) in [("2565", 2022), ("令和5年", 2023), ("民國112年", 2023), ("平成元年", 1989)]
    {
        is_told(
            &format!("Year,Month,Day,Who,City\n{year},11,14,Ann Lee (Norway),Lima\n"),
            &[&format!("{today}-11-14 Ann Lee NOR @ Lima PER")],
        );
        is_told(
            &format!("Year,Date,Who,City\n{year},14 November,Ann Lee (Norway),Lima\n"),
            &[&format!("{today}-11-14 Ann Lee NOR @ Lima PER")],
        );
        is_told(
            &format!("Date,Who,City\n{year},,\n14 November,Ann Lee (Norway),Lima\n"),
            &[&format!("{today}-11-14 Ann Lee NOR @ Lima PER")],
        );
    }
}

#[test]
fn times_and_points_of_placemarks_are_known_by_their_names() {
    let file = |places: &str| {
        let root = "<kml xmlns=\"http://www.opengis.net/kml/2.2\">";
        format!("<?xml version=\"1.0\"?>{root}<Document>{places}</Document></kml>")
    };
    let point = |at: &str| format!("<Point><coordinates>{at}</coordinates></Point>");
    let two =
        format!("<MultiGeometry>{}{}</MultiGeometry>", point("32.8597,39.9334"), point("-77.03,-12.05"));
    let one = format!("<MultiGeometry>{}</MultiGeometry>", point("32.8597,39.9334"));
    let span = "<TimeSpan id=\"a\"><begin>2019-05-03</begin><end>2019-05-04</end></TimeSpan>";
    let stamp = "<TimeStamp id=\"b\"><when>2020-01-02</when></TimeStamp>";
    is_told(
        &file(&format!(
            "<Placemark><name>Talks</name>{span}{one}</Placemark><Placemark><name>Talks</name>{stamp}{two}</Placemark>"
        )),
        &["2019-05-03..2019-05-04  @  TUR", "2020-01-02  @  TUR", "2020-01-02  @  PER"],
    );
}

#[test]
fn whom_they_went_to_see_is_not_who_travelled() {
    let table = "Date,Country,City\n2019-05-03,Germany,Berlin\n";
    for file in ["visits_to_angela_merkel.csv", "Visits to Chancellor Angela Merkel.csv"] {
        let import = read_as(file, table);
        assert!(import.meetings.get(0).participants.is_empty(), "{file}");
    }
    let import = read_as("trips_of_angela_merkel_to_emmanuel_macron.csv", table);
    assert_eq!(told(import.meetings.get(0)), "2019-05-03 Angela Merkel DEU @ Berlin DEU");
}

#[test]
fn a_name_that_begins_as_a_sum_does_is_somebody() {
    for sum in
        ["Total", "Total:", "Subtotal 2019", "Total visits: 12", "Total Visits", "total number of trips"]
    {
        assert!(word::is_sum(sum), "{sum}");
    }
    for name in ["Suma Chakrabarti", "Total SE", "Sum Heng"] {
        assert!(!word::is_sum(name), "{name}");
    }
}

#[test]
fn answers_of_wikidata_are_tables() {
    let value =
        |of_type: &str, value: &str| format!(r#"{{"type":"{of_type}","value":"{value}","xml:lang":"en"}}"#);
    let row = |key: &str, who: &str, day: &str, city: &str| {
        format!(
            r#"{{"visit":{},"leaderLabel":{},"date":{},"cityLabel":{}}}"#,
            value("uri", &format!("http://www.wikidata.org/entity/{key}")),
            value("literal", who),
            value("literal", day),
            value("literal", city)
        )
    };
    let rows = [
        row("Q1001", "Angela Merkel", "2015-02-11T00:00:00Z", "Minsk"),
        row("Q1002", "Xi Jinping", "2023-03-20T00:00:00Z", "Moscow"),
    ];
    is_told(
        &format!(
            r#"{{"head":{{"vars":["visit","leaderLabel","date","cityLabel"]}},"results":{{"bindings":[{}]}}}}"#,
            rows.join(",")
        ),
        &["2015-02-11 Angela Merkel DEU @ Minsk BLR", "2023-03-20 Xi Jinping CHN @ Moscow RUS"],
    );
}

#[test]
fn a_row_with_a_leader_or_a_state_alone_heads_those_below() {
    let merkel = ["2019-05-03 Angela Merkel DEU @ Paris FRA", "2019-06-04 Angela Merkel DEU @ Rome ITA"];
    let macron = "2019-06-05 Emmanuel Macron FRA @ Oslo NOR";
    let both = [&merkel[..], &[macron]].concat();
    let import = is_told(
        "Date,City\nAngela Merkel,\n2019-05-03,Paris\n2019-06-04,Rome\nEmmanuel Macron,\n2019-06-05,Oslo\n",
        &both,
    );
    assert_eq!(import.remarks.count(&Remark::Aside(Aside::Head)), 2);
    // In a column of theirs, with years between them, and over the whole width of a web page.
    is_told(
        "Leader,Date,City\nAngela Merkel,,\n,2019-05-03,Paris\n,2019-06-04,Rome\nEmmanuel Macron,,\n,2019-06-05,Oslo\n",
        &both,
    );
    is_told("Date,City\n2019,\nAngela Merkel,\n3 May,Paris\n4 June,Rome\n", &merkel);
    is_told(
        "<table><tr><th>Date</th><th>City</th></tr><tr><td colspan=2>Angela Merkel</td></tr>\
         <tr><td>2019-05-03</td><td>Paris</td></tr><tr><td>2019-06-04</td><td>Rome</td></tr></table>",
        &merkel,
    );
    is_told(
        "<table><tr><th>Date</th><th>Leader</th><th>City</th></tr><tr><td colspan=3>2019</td></tr>\
         <tr><td>3 May</td><td>Angela Merkel</td><td>Paris</td></tr>\
         <tr><td>4 June</td><td>Angela Merkel</td><td>Rome</td></tr></table>",
        &merkel,
    );
    // A state is that of the cities, or that of whoever went there.
    is_told(
        "Date,City,Who\nFrance,,\n2019-05-03,Paris,Ann Lee\nItaly,,\n2019-06-04,Rome,Ann Lee\n",
        &["2019-05-03 Ann Lee ? @ Paris FRA", "2019-06-04 Ann Lee ? @ Rome ITA"],
    );
    is_told(
        "Date,City,Who\nNorway,,\n2019-05-03,Paris,Ann Lee\nSweden,,\n2019-06-04,Rome,Bo Ek\n",
        &["2019-05-03 Ann Lee NOR @ Paris FRA", "2019-06-04 Bo Ek SWE @ Rome ITA"],
    );
    // A row that is cut short heads nothing.
    assert_eq!(read("Country,City,Date\nFrance,,\nItaly,Rome,2019-06-04\n").meetings.len(), 2);
}

#[test]
fn columns_of_places_or_years_with_dates_in_them_are_rows() {
    let met = ["2019-05-03 Ann Lee NOR @ Berlin DEU", "2019-06-04 Ann Lee NOR @ Paris FRA"];
    let berlin = ["2020-01-02 Bo Ek SWE @ Berlin DEU", "2020-03-04 Bo Ek SWE @ Berlin DEU"];
    for headings in ["Visit to Berlin,Visit to Paris", "Berlin,Paris", "Besuch in Berlin,Besuch in Paris"] {
        let import = is_told(
            &format!(
                "Who,{headings}\nAnn Lee (Norway),2019-05-03,4 June 2019\nBo Ek (Sweden),2020-01-02; 2020-03-04,–\n"
            ),
            &[&met[..], &berlin].concat(),
        );
        assert_eq!(import.remarks.count(&Remark::ColumnsAsRows), 2);
    }
    is_told(
        "City,Who,2019,2020\nOslo,Ann Lee (Norway),3 May,4 June\nRome,Bo Ek (Sweden),,5 July\n",
        &[
            "2019-05-03 Ann Lee NOR @ Oslo NOR",
            "2020-06-04 Ann Lee NOR @ Oslo NOR",
            "2020-07-05 Bo Ek SWE @ Rome ITA",
        ],
    );
    is_told(
        "Who,France,Italy\nAnn Lee (Norway),2019-05-03,2019-06-04\n",
        &["2019-05-03 Ann Lee NOR @  FRA", "2019-06-04 Ann Lee NOR @  ITA"],
    );
}

#[test]
fn a_column_that_would_give_one_person_several_states_is_of_those_met() {
    for heading in ["Their country", "Country of interlocutor", "State"] {
        is_told(
            &format!(
                "Date,Minister,Counterpart,{heading},Place\n2025-09-25,Ann Lee,Bo Ek,Sweden,New York\n\
                 2025-09-26,Ann Lee,Cy Dan,Chad,New York\n2025-09-27,Ann Lee,Di Fox,France,New York\n"
            ),
            &[
                "2025-09-25 Ann Lee ?, Bo Ek SWE @ New York USA",
                "2025-09-26 Ann Lee ?, Cy Dan TCD @ New York USA",
                "2025-09-27 Ann Lee ?, Di Fox FRA @ New York USA",
            ],
        );
    }
}

#[test]
fn who_meets_where_nobody_went_calls() {
    let import = is_told(
        "Date,Who,City\n2021-04-22,Ann Lee (Norway); Bo Ek (Sweden),Virtual\n2021-04-23,Ann Lee (Norway),Lima\n",
        &["2021-04-22 Ann Lee NOR, Bo Ek SWE @  ?", "2021-04-23 Ann Lee NOR @ Lima PER"],
    );
    let kinds: Vec<Kind> = import.meetings.iter().map(|(_, meeting)| meeting.kind).collect();
    assert_eq!(kinds, [Kind::Call, Kind::Unspecified]);
    assert_eq!(import.problems.len(), 0);
}

#[test]
fn the_language_of_a_table_is_no_state() {
    let table = "Date,Who,City\n2020-05-03,Ann Lee,Lima\n";
    for (file, state) in [
        ("visits_french_version.csv", None),
        ("visits_russian.csv", None),
        ("french_minister_visits.csv", CountryCode::new("FRA")),
    ] {
        let import = read_as(file, table);
        assert_eq!(import.meetings.get(0).participants[0].country, state, "{file}");
    }
}
