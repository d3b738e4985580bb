//! Which column says what, where several may.

use crate::import::read;
use summitry::import::Import;
use summitry::import::remark::Remark;
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
