//! Trips: several meetings of one journey, drawn as a route, counted once, and measured.

use crate::draws::draws;
use crate::expected::expect_text;
use crate::import::read;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;
use summitry::document::Document;
use summitry::document::edit::{Edit, FieldValue, apply};
use summitry::document::file::read::from_text;
use summitry::document::file::write::to_text;
use summitry::export::listing::{Form, listing};
use summitry::export::svg::svg;
use summitry::globe::borders::Borders;
use summitry::globe::land::Lands;
use summitry::import::word;
use summitry::meeting::code::CountryCode;
use summitry::meeting::identity::MeetingId;
use summitry::meeting::table::Meetings;
use summitry::meeting::{Kind, Meeting, Placed, Position, Status};
use summitry::picture::compose::compose;
use summitry::picture::scene::Scene;
use summitry::picture::{Picture, Shape};
use summitry::query::facts::{guests, states_of};
use summitry::query::index::Index;
use summitry::query::question::Question;
use summitry::query::question::filter::Filter;
use summitry::query::question::reading::Reading;
use summitry::query::question::rule::{Rule, Sidelines, Summits, Unit};
use summitry::query::shown::Shown;
use summitry::query::tie::{JourneyKey, LegKey, Tie, TieKey};
use summitry::query::travel::{kilometres, of_leaders, of_trip};
use summitry::state::{State, Target};
use summitry::words::message::Message;
use summitry::words::say;

/// Three stops in Asia and one row beside them. The rows stand in the wrong order.
const ASIA: &str = "id,date,country,city,leader,leader country,trip,stop\n\
    c,2024-05-07,KOR,Seoul,Ann,USA,Asia,3\n\
    a,2024-05-02,IND,New Delhi,Ann,USA,Asia,1\n\
    x,2024-06-01,FRA,Paris,Ann,USA,,\n\
    b,2024-05-04,JPN,Tokyo,Ann,USA,Asia,2\n";

fn table(text: &str) -> Meetings {
    let import = read(text);
    assert!(import.problems.iter().all(|problem| !problem.row_lost), "{:?}", import.problems);
    import.meetings
}

fn code(letters: &str) -> CountryCode {
    CountryCode::new(letters).expect("three capital letters")
}

fn shown(meetings: &Meetings, reading: Reading, unit: Unit) -> Shown {
    let rule = Rule { unit, ..Rule::default() };
    Shown::new(meetings, &Question { reading, rule, ..Question::default() })
}

/// The lines of a reading by name, each with what it counts and the identities of its meetings.
fn lines(meetings: &Meetings, shown: &Shown) -> Vec<(String, usize, String)> {
    let ids = |line: &Tie| {
        let mut ids: Vec<&str> = line.rows.iter().map(|&row| meetings.get(row).id.as_str()).collect();
        ids.sort_unstable();
        ids.join(" ")
    };
    let line = |line: &Tie| (line.key.name(meetings, &shown.ties), line.weight, ids(line));
    shown.ties.lines.iter().map(line).collect()
}

/// The routes of a table, counting meetings.
fn routes(text: &str) -> Vec<(String, usize, String)> {
    let meetings = table(text);
    lines(&meetings, &shown(&meetings, Reading::Routes, Unit::Meetings))
}

fn expect(found: &[(String, usize, String)], expected: &[(&str, usize, &str)]) {
    let found: Vec<(&str, usize, &str)> =
        found.iter().map(|(name, weight, ids)| (name.as_str(), *weight, ids.as_str())).collect();
    assert_eq!(found, expected);
}

fn picture(meetings: &Meetings, state: &State) -> Picture {
    let borders = Borders::embedded();
    let shown = Shown::new(meetings, &state.question());
    let lands = Lands::for_files(borders, state.chart(&shown.ties));
    let mut picture = compose(&Scene {
        meetings,
        shown: &shown,
        borders,
        lands: &lands,
        state,
        pointed: None,
        size: [900.0, 600.0],
    });
    picture.marks.retain(|mark| !matches!(mark.shape, Shape::Land { .. }));
    picture
}

#[test]
fn a_trip_of_three_stops_runs_from_home_from_stop_to_stop_and_home() {
    let expected = [
        ("United States → New Delhi", 1, "a"),
        ("United States → Paris", 1, "x"),
        ("United States: Tokyo → Seoul", 1, "c"),
        ("Seoul → United States", 0, "c"),
        ("United States: New Delhi → Tokyo", 1, "b"),
    ];
    let mut found = routes(ASIA);
    let mut wanted = expected.to_vec();
    found.sort();
    wanted.sort_unstable();
    expect(&found, &wanted);
    let meetings = table(ASIA);
    let shown = shown(&meetings, Reading::Routes, Unit::Meetings);
    assert!(shown.ties.lines.iter().all(|line| line.travels), "each has an arrow");
    assert!(shown.ties.lines.is_sorted_by(|a, b| a.key < b.key), "lines are found by key");
    for line in &shown.ties.lines {
        assert_eq!(shown.line(&line.key), Some(line));
    }
}

#[test]
fn journeys_lead_to_each_stop_from_home_and_say_so() {
    let meetings = table(ASIA);
    let journeys = shown(&meetings, Reading::Journeys, Unit::Meetings);
    let names: BTreeSet<String> = lines(&meetings, &journeys).into_iter().map(|(name, ..)| name).collect();
    let expected = ["New Delhi", "Paris", "Seoul", "Tokyo"].map(|city| format!("United States → {city}"));
    assert_eq!(names, expected.into());
    let legend = |reading, unit| {
        let rule = Rule { unit, ..Rule::default() };
        let text = svg(&picture(&meetings, &State { reading, rule, ..State::default() }));
        let texts: Vec<&str> =
            text.split('>').filter_map(|part| part.split_once("</text")).map(|(text, _)| text).collect();
        texts.join(" ")
    };
    let said = legend(Reading::Journeys, Unit::Meetings);
    assert!(
        said.contains(
            "Journeys from each government’s seat to the venue (not flight routes), to each stop of a trip by itself; counted: meetings"
        ),
        "{said}"
    );
    let said = legend(Reading::Routes, Unit::Meetings);
    assert!(said.contains("Routes: each trip from the government’s seat, from stop to stop, and home (not flight routes); thickness: number of meetings, none on the way home"), "{said}");
    assert!(said.contains("1 trip with several stops"), "{said}");
    let said = legend(Reading::Routes, Unit::Trips);
    assert!(
        said.contains("and home (not flight routes); counted: trips")
            && said.contains("2 trips from 4 of 4 stops"),
        "{said}"
    );
}

#[test]
fn the_order_is_that_of_the_numbers_or_else_of_the_dates_and_never_of_the_rows() {
    let header = "id,date,country,city,leader,leader country,trip,stop\n";
    let of = |rows: [&str; 3]| routes(&format!("{header}{}\n", rows.join("\n")));
    let numbered = [
        "a,2024-05-09,IND,New Delhi,Ann,USA,T,1",
        "b,2024-05-05,JPN,Tokyo,Ann,USA,T,2",
        "c,,KOR,Seoul,Ann,USA,T,3",
    ];
    let dated = [
        "a,2024-05-01,IND,New Delhi,Ann,USA,T,",
        "b,2024-05-05,JPN,Tokyo,Ann,USA,T,",
        "c,,KOR,Seoul,Ann,USA,T,",
    ];
    for [a, b, c] in [numbered, dated] {
        let first = of([a, b, c]);
        assert_eq!(first.len(), 4, "{first:?}");
        assert!(first.iter().any(|(name, ..)| name == "United States: New Delhi → Tokyo"), "{first:?}");
        assert!(
            first.iter().any(|(name, ..)| name == "Seoul → United States"),
            "undated ones come last: {first:?}"
        );
        for order in [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]] {
            assert_eq!(of(order), first);
        }
    }
    // One stop has no number: the dates decide for all.
    let mixed = of([
        "a,2024-05-01,IND,New Delhi,Ann,USA,T,3",
        "b,2024-05-05,JPN,Tokyo,Ann,USA,T,1",
        "c,2024-05-06,KOR,Seoul,Ann,USA,T,",
    ]);
    assert_eq!(mixed[0].0, "United States → New Delhi");
}

#[test]
fn stops_in_one_place_one_after_the_other_are_one_end_of_a_line() {
    let found = routes(
        "id,date,country,city,leader,leader country,trip\n\
         a,2024-05-01,JPN,Tokyo,Ann,USA,T\nb,2024-05-02,JPN,Tokyo,Ann,USA,T\n\
         c,2024-05-03,KOR,Seoul,Ann,USA,T\nd,2024-05-04,JPN,Tokyo,Ann,USA,T\n",
    );
    expect(
        &found,
        &[
            ("United States → Tokyo", 2, "a b"),
            ("United States: Seoul → Tokyo", 1, "d"),
            ("Tokyo → United States", 0, "d"),
            ("United States: Tokyo → Seoul", 1, "c"),
        ],
    );
}

#[test]
fn a_trip_of_one_stop_is_one_line_there_and_back() {
    let header = "id,date,country,city,leader,leader country,trip\n";
    let one =
        routes(&format!("{header}a,2024-05-01,JPN,Tokyo,Ann,USA,T\nb,2024-05-02,JPN,Tokyo,Ann,USA,T\n"));
    expect(&one, &[("United States → Tokyo", 2, "a b")]);
    let none = routes(&format!("{header}a,2024-05-01,JPN,Tokyo,Ann,USA,\nb,2024-05-02,JPN,Tokyo,Ann,USA,\n"));
    assert_eq!(one, none, "as a meeting that belongs to no trip");
}

#[test]
fn a_stop_at_home_ends_one_way_and_begins_another() {
    let header = "id,date,country,city,leader,leader country,trip,stop\n";
    let found = routes(&format!(
        "{header}a,,JPN,Tokyo,Ann,USA,T,1\nh,,USA,\"Washington, D.C.\",Ann,USA,T,2\n\
         b,,FRA,Paris,Ann,USA,T,3\nc,,DEU,Berlin,Ann,USA,T,4\n"
    ));
    expect(
        &found,
        &[
            ("United States → Tokyo", 1, "a"),
            ("United States → Paris", 1, "b"),
            ("Berlin → United States", 0, "c"),
            ("United States: Paris → Berlin", 1, "c"),
        ]
        .map(|line| line),
    );
}

#[test]
fn a_stop_elsewhere_in_ones_own_country_is_on_the_way_home_and_not_on_the_way_out() {
    let header = "id,date,country,city,leader,leader country,trip,stop\n";
    let row = |id: &str, country: &str, city: &str, stop: usize| {
        format!("{id},,{country},{city},Ann,USA,T,{stop}\n")
    };
    let (chicago, paris) = (row("h", "USA", "Chicago", 1), row("a", "FRA", "Paris", 2));
    expect(&routes(&format!("{header}{chicago}{paris}")), &[("United States → Paris", 1, "a")]);
    let back = row("h", "USA", "Chicago", 3);
    let found = routes(&format!("{header}{paris}{back}"));
    assert_eq!(
        found.iter().map(|(name, ..)| name.as_str()).collect::<Vec<_>>(),
        ["United States → Paris", "United States: Paris → Chicago", "Chicago → United States",]
    );
}

#[test]
fn a_stop_without_a_place_is_passed_over_and_said() {
    let meetings = table(
        "id,date,country,city,leader,leader country,trip,stop\n\
         a,,JPN,Tokyo,Ann,USA,T,1\nu,,,Nowhereville,Ann,USA,T,2\nc,,KOR,Seoul,Ann,USA,T,3\n",
    );
    let shown = shown(&meetings, Reading::Routes, Unit::Trips);
    let names: Vec<String> = lines(&meetings, &shown).into_iter().map(|(name, ..)| name).collect();
    assert!(names.contains(&"United States: Tokyo → Seoul".to_owned()), "{names:?}");
    assert_eq!((shown.ties.not_placed.len(), shown.count.total), (1, 1));
    let said = say(Message::Shown(&shown));
    assert!(said.contains("1 trip with several stops · 1 not placed: routes pass it over"), "{said}");
    assert_eq!(of_trip(&meetings, &Index::new(&meetings), 0)[0].travel.not_placed, 1);
}

#[test]
fn two_travellers_of_one_state_are_one_line_and_of_two_states_two() {
    let found = routes(
        "id,date,country,city,participants,trip,stop\n\
         a,,JPN,Tokyo,Ann|President|USA; Bob|Secretary|USA; Carl|Chancellor|DEU,T,1\n\
         b,,KOR,Seoul,Bob|Secretary|USA,T,2\n\
         c,,CHN,Beijing,Carl|Chancellor|DEU; Xi|President|CHN,T,3\n",
    );
    let names: BTreeSet<&str> = found.iter().map(|(name, ..)| name.as_str()).collect();
    let expected = [
        "United States → Tokyo",
        "United States: Tokyo → Seoul",
        "Seoul → United States",
        "Germany → Tokyo",
        "Germany: Tokyo → Beijing",
        "Beijing → Germany",
    ];
    assert_eq!(names, expected.into(), "and China, which was at home, has none");
}

#[test]
fn what_was_cancelled_hangs_on_the_stop_before_it_unless_the_whole_trip_was() {
    let header = "id,status,country,city,leader,leader country,trip,stop\n";
    let found = routes(&format!(
        "{header}a,,JPN,Tokyo,Ann,USA,T,1\nb,cancelled,KOR,Seoul,Ann,USA,T,2\nc,planned,IND,New Delhi,Ann,USA,T,3\n"
    ));
    let mut names: Vec<&str> = found.iter().map(|(name, ..)| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "New Delhi → United States",
            "United States → Tokyo",
            "United States: Tokyo → New Delhi",
            "United States: Tokyo → Seoul",
        ]
    );
    let none =
        routes(&format!("{header}a,cancelled,JPN,Tokyo,Ann,USA,T,1\nb,cancelled,KOR,Seoul,Ann,USA,T,2\n"));
    assert_eq!(none.len(), 3, "the way that was planned: {none:?}");
}

#[test]
fn a_filter_hides_stops_and_does_not_change_the_way() {
    let meetings = table(ASIA);
    let day = "2024-05-04".parse().ok();
    let filter = Filter { from: day, to: day, ..Filter::default() };
    let question = Question { filter, reading: Reading::Routes, ..Question::default() };
    let shown = Shown::new(&meetings, &question);
    expect(&lines(&meetings, &shown), &[("United States: New Delhi → Tokyo", 1, "b")]);
}

#[test]
fn a_leg_across_the_antimeridian_is_cut_where_the_map_is() {
    let meetings = table(
        "id,date,country,city,leader,leader country,trip,stop\n\
         a,,FJI,Suva,Ann,NZL,T,1\nb,,WSM,Apia,Ann,NZL,T,2\n",
    );
    let state = State { reading: Reading::Routes, ..State::default() };
    let picture = picture(&meetings, &state);
    let leg = |mark: &&summitry::picture::Mark| {
        matches!(&mark.target, Some(Target::Tie(TieKey::Leg(LegKey { to: Some(_), .. }))))
            && matches!(mark.shape, Shape::Line { .. })
    };
    let pieces: Vec<f32> = picture
        .marks
        .iter()
        .filter(leg)
        .filter_map(|mark| match &mark.shape {
            Shape::Line { points, .. } => {
                Some(points.windows(2).map(|pair| pair[0].distance_to(pair[1])).sum())
            }
            _ => None,
        })
        .collect();
    assert_eq!(pieces.len(), 2, "to the edge, and from the other one on");
    assert!(pieces.iter().sum::<f32>() < 300.0, "the short way: {pieces:?}");
}

#[test]
fn every_unit_counts_a_trip_as_it_says() {
    let text = "id,start,end,country,city,participants,trip,stop\n\
        a,2024-05-01,2024-05-02,JPN,Tokyo,Ann|President|USA; Kei|Minister|JPN,T,1\n\
        b,2024-05-03,,JPN,Tokyo,Ann|President|USA,T,2\n\
        c,2024-05-05,,KOR,Seoul,Ann|President|USA; Min|Minister|KOR,T,3\n\
        d,2024-05-06,,CHN,Beijing,Ann|President|USA; Xi|President|CHN; Lee|Minister|KOR,T,4\n\
        e,2024-07-01,,FRA,Paris,Ann|President|USA,,\n\
        f,2024-07-02,,FRA,Paris,Ann|President|USA,,\n";
    let meetings = table(text);
    // Journeys: Tokyo on three days running, Seoul, Beijing, Lee's to Beijing, Paris. Trips: one, Lee's, and
    // to Paris.
    let expected = [
        (Unit::Meetings, 6),
        (Unit::MeetingDays, 7),
        (Unit::Journeys, 5),
        (Unit::Trips, 3),
        (Unit::Pairs, 5),
    ];
    for (unit, total) in expected {
        for reading in Reading::ALL {
            assert_eq!(shown(&meetings, reading, unit).count.total, total, "{unit:?}, {reading:?}");
        }
    }
    let journeys = shown(&meetings, Reading::Journeys, Unit::Trips);
    assert_eq!(journeys.ties.lines.iter().map(|line| line.weight).sum::<usize>(), 3, "all lines together");
    // On the map of routes a trip counts on each of its legs: the lines that leave home make up the total.
    let routes = shown(&meetings, Reading::Routes, Unit::Trips);
    let all = lines(&meetings, &routes);
    let of = |name: &str| all.iter().find(|(one, ..)| one == name).expect("it is drawn").1;
    assert_eq!((of("United States → Tokyo"), of("United States: Tokyo → Seoul")), (1, 1));
    assert_eq!((of("Beijing → United States"), of("South Korea → Beijing")), (1, 1));
    let places: Vec<(&str, usize)> =
        routes.ties.places.iter().map(|place| (place.name.as_str(), place.weight)).collect();
    assert!(places.contains(&("Tokyo", 1)) && places.contains(&("Beijing", 2)), "{places:?}");
    let leaving = routes.ties.lines.iter().filter(|line| matches!(line.key, TieKey::Journey(_)));
    assert_eq!(leaving.map(|line| line.weight).sum::<usize>(), 3);
}

#[test]
fn the_default_reading_of_a_table_is_routes_if_it_has_a_trip_with_several_stops() {
    let of = |text: &str, before| Reading::for_table(&table(text), before);
    assert_eq!(of(ASIA, Reading::Journeys), Reading::Routes);
    assert_eq!(of(ASIA, Reading::Relations), Reading::Relations, "what says nothing of ways stays");
    let one = "country,city,leader,leader country,trip\nJPN,Tokyo,Ann,USA,T\nKOR,Seoul,Ann,USA,S\n";
    assert_eq!(of(one, Reading::Routes), Reading::Journeys);
    assert_eq!(
        Reading::for_table(&summitry::import::embedded().meetings, Reading::Routes),
        Reading::Journeys
    );
}

#[test]
fn a_row_may_stand_for_several_meetings() {
    let meetings = table(
        "country,city,participants,count\nFRA,Paris,A||DEU; B||FRA,12\nFRA,Lyon,A||DEU; B||FRA,\nITA,Rome,A||DEU,3.0\n",
    );
    let shown = shown(&meetings, Reading::Journeys, Unit::Meetings);
    assert_eq!((shown.count.total, shown.count.rows), (16, 3));
    assert!(say(Message::Shown(&shown)).starts_with("16 of 16 meetings"), "{}", say(Message::Shown(&shown)));
    let france =
        shown.facets.countries.iter().find(|choice| choice.value == code("FRA")).expect("it takes part");
    assert_eq!((france.count, france.total), (13, 13));
    let text = listing(&meetings, &[0, 1, 2], Form::Table);
    assert!(text.contains("A, B in Paris (12 meetings)") && !text.contains("Lyon ("), "{text}");
}

#[test]
fn numbers_that_are_none_are_said_and_kept_in_the_note() {
    let import = read(
        "country,city,leader,leader country,trip,stop,count\n\
         JPN,Tokyo,Ann,USA,T,second,0\nKOR,Seoul,Ann,USA,,2,many\nCHN,Beijing,Ann,USA,T,0,4294967296\n",
    );
    let said: Vec<String> =
        import.problems.iter().map(|problem| say(Message::Wrong(&problem.kind))).collect();
    assert_eq!(
        said,
        [
            "\"second\" is no number of a stop (1, 2, 3 …); its date decides the order",
            "\"0\" is no number of meetings (1, 2, 3 …); the row is taken as one",
            "stop 2 belongs to no trip: the column trip is empty",
            "\"many\" is no number of meetings (1, 2, 3 …); the row is taken as one",
            "\"0\" is no number of a stop (1, 2, 3 …); its date decides the order",
            "\"4294967296\" is no number of meetings (1, 2, 3 …); the row is taken as one",
        ]
    );
    let notes: Vec<&str> = import.meetings.iter().map(|(_, meeting)| meeting.note.as_str()).collect();
    assert_eq!(notes[0], "stop as written: second; count as written: 0");
    assert_eq!(notes[1], "stop as written: 2; count as written: many");
    assert!(import.meetings.iter().all(|(_, meeting)| meeting.times() == 1));
}

#[test]
fn trips_and_counts_come_back_from_tables_and_projects() {
    let text = "id,date,country,city,leader,leader country,trip,stop,count\n\
        a,2024-05-02,IND,New Delhi,Ann,USA,Asia,1,\nb,2024-05-04,JPN,Tokyo,Ann,USA,=Asia,,12\nc,2024,KOR,Seoul,Ann,USA,,,2\n";
    let meetings = table(text);
    let rows: Vec<usize> = (0..meetings.len()).collect();
    let csv = listing(&meetings, &rows, Form::Csv);
    assert!(
        csv.starts_with("id,start,")
            && csv.lines().next().is_some_and(|header| header.ends_with(",note,trip,stop,count"))
    );
    assert_eq!(table(&csv), meetings);
    assert_eq!(listing(&table(&csv), &rows, Form::Csv), csv);
    let json: serde_json::Value =
        serde_json::from_str(&listing(&meetings, &rows, Form::Json)).expect("it is JSON");
    assert_eq!(
        (&json[0]["trip"], &json[0]["stop"], &json[1]["count"]),
        (&"Asia".into(), &1.into(), &12.into())
    );
    assert!(json[0].get("count").is_none() && json[2].get("trip").is_none());
    let document =
        Document::new(meetings, Vec::new(), State { reading: Reading::Routes, ..State::default() });
    let opened = from_text(&to_text(&document)).expect("it was just written");
    assert_eq!((opened.document, opened.problems.len()), (document, 0));
    // Tables without trips have no column for them.
    let plain = table("country,city,leader\nJPN,Tokyo,Ann\n");
    assert!(listing(&plain, &[0], Form::Csv).lines().next().is_some_and(|header| header.ends_with(",note")));
}

#[test]
fn a_project_says_what_it_cannot_use_of_a_trip_and_keeps_a_stop_without_one() {
    let of = |fields: &str| {
        let text = format!(r#"{{"summitry":"project","version":1,"meetings":[{{"id":"a",{fields}}}]}}"#);
        from_text(&text).expect("it is a project")
    };
    let said =
        |fields: &str| of(fields).problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
    assert_eq!(said(r#""trip":"T","stop":2,"count":3"#), "");
    assert!(
        said(r#""trip":"T","stop":0"#).contains("/meetings/0/stop"),
        "{}",
        said(r#""trip":"T","stop":0"#)
    );
    assert!(said(r#""trip":"","stop":1"#).contains("/meetings/0/trip"));
    assert!(said(r#""count":0"#).contains("a whole number from 1 on"), "{}", said(r#""count":0"#));
    assert!(said(r#""trip":"T","stop":65536"#).contains("/meetings/0/stop"));
    let alone = of(r#""stop":7"#);
    assert_eq!(alone.document.record.get(0).trip, None);
    assert!(to_text(&alone.document).contains("\"stop\": 7"), "what is unknown is written back");
}

#[test]
fn edits_and_copies_keep_the_trip_and_the_count() {
    let document = Document::new(
        table(
            &ASIA
                .replace(",stop\n", ",stop,count\n")
                .replace(",1\n", ",1,5\n")
                .replace(",3\n", ",3,\n")
                .replace(",2\n", ",2,\n")
                .replace("USA,,\n", "USA,,,\n"),
        ),
        Vec::new(),
        State::default(),
    );
    let id = MeetingId::new("a");
    let row = document.record.row_of("a").expect("it is there");
    let before = document.record.get(row).clone();
    assert_eq!(before.times(), 5);
    let set = Edit::Set { meetings: vec![id.clone()], value: FieldValue::Title("Talks".to_owned().into()) };
    let (edited, _) = apply(&document, set).expect("it can be set");
    assert_eq!(*edited.record.get(row), Meeting { title: "Talks".to_owned().into(), ..before.clone() });
    let (copied, _) = apply(&document, Edit::Duplicate(id)).expect("it can be copied");
    let copy = copied.record.get(row + 1);
    assert_eq!((&copy.trip, copy.count), (&before.trip, before.count));
}

#[test]
fn kilometres_are_those_of_the_ellipsoid() {
    let near = |a: Position, b: Position, km: f64| {
        let found = kilometres(a, b);
        assert!((found - km).abs() < 0.01, "{found} and not {km}");
    };
    // A degree of the equator and a quarter of a meridian of WGS84 (a = 6378.137 km, f = 1/298.257223563).
    near(Position::new(10.0, 0.0), Position::new(11.0, 0.0), 111.319_49);
    near(Position::new(0.0, 0.0), Position::new(0.0, 90.0), 10_001.965_73);
    near(Position::new(179.5, 0.0), Position::new(-179.5, 0.0), 111.319_49);
}

#[test]
fn a_trip_and_a_leader_have_kilometres_and_days_away() {
    let meetings = table(ASIA);
    let index = Index::new(&meetings);
    let row = meetings.row_of("b").expect("it is there");
    let trips = of_trip(&meetings, &index, row);
    assert_eq!(trips.len(), 1);
    let ids: Vec<&str> = trips[0].stops.iter().map(|&row| meetings.get(row).id.as_str()).collect();
    assert_eq!(ids, ["a", "b", "c"]);
    let at = |id: &str| {
        meetings.get(meetings.row_of(id).expect("it is there")).venue.placed.position().expect("it is placed")
    };
    let home = summitry::gazetteer::country::Countries::embedded()
        .get(code("USA"))
        .expect("it is a state")
        .capital_at;
    let far = [home, at("a"), at("b"), at("c"), home]
        .windows(2)
        .map(|pair| kilometres(pair[0], pair[1]))
        .sum::<f64>();
    assert!((trips[0].travel.km - far).abs() < 1e-6);
    assert_eq!(trips[0].travel.days, 6);
    let said = say(Message::Travel(trips[0].travel));
    assert!(said.starts_with("about ") && said.ends_with("00 km, 6 days away"), "{said}");
    let paris = 2.0 * kilometres(home, at("x"));
    let leaders = of_leaders(&meetings, &index, &[0, 1, 2, 3], code("USA"));
    assert_eq!(
        (leaders.len(), leaders[0].0.as_str(), leaders[0].1.trips, leaders[0].1.days),
        (1, "Ann", 2, 7)
    );
    assert!((leaders[0].1.km - far - paris).abs() < 1e-6, "there and back");
    let of_one_stop = of_leaders(&meetings, &index, &[row], code("USA"));
    assert!((of_one_stop[0].1.km - far).abs() < 1e-6, "a trip counts as a whole");
    assert_eq!(of_leaders(&meetings, &index, &[0, 1, 2, 3], code("FRA")), []);
}

#[test]
fn what_is_not_known_of_a_way_is_said() {
    let meetings = table(
        "id,date,status,country,city,leader,leader country,trip\n\
         a,2024-05,,JPN,Tokyo,Ann,USA,T\nb,2024-05-07,,KOR,,Ann,USA,T\nc,2024-05-07,cancelled,KOR,Seoul,Ann,USA,S\n\
         d,2024-05-01,planned,FRA,Paris,Ann,USA,\ne,2024-06-01,,FRA,Paris,Ann,USA,\nf,2024-06-02,,FRA,Paris,Ann,USA,\n",
    );
    let index = Index::new(&meetings);
    let trip = of_trip(&meetings, &index, 0)[0].travel;
    let said = say(Message::Travel(trip));
    assert!(said.contains("days away not known, 1 stop known only by country"), "{said}");
    let leaders = of_leaders(&meetings, &index, &[0, 1, 2, 3, 4, 5], code("USA"));
    let ann = leaders[0].1;
    assert_eq!(
        (ann.trips, ann.days, ann.undated),
        (2, 2, 1),
        "what was cancelled or planned is not travelled"
    );
    assert!(say(Message::Travel(ann)).contains("at least 2 days away"), "{}", say(Message::Travel(ann)));
}

#[test]
fn kinds_have_their_words_and_transit_is_a_stop_and_no_meeting() {
    for kind in Kind::ALL {
        assert_eq!(word::kind(kind.name()), Some(kind));
    }
    assert_eq!(word::kind("Private visit"), Some(Kind::PrivateVisit));
    assert_eq!(word::kind("Stopover"), Some(Kind::Transit));
    let meetings = table(
        "id,kind,country,city,participants,trip,stop\n\
         a,private visit,FRA,Paris,Ann||USA,T,1\nt,transit,IRL,Shannon,Ann||USA,T,2\n\
         f,funeral,ITA,Rome,Ann||USA; B||FRA; C||DEU; D||ITA,,\nk,conference,DEU,Munich,B||FRA; C||DEU; D||ITA,,\n",
    );
    let found = shown(&meetings, Reading::Routes, Unit::Meetings);
    let names: Vec<String> = lines(&meetings, &found).into_iter().map(|(name, ..)| name).collect();
    assert!(names.iter().any(|name| name.ends_with("Paris → Shannon")), "{names:?}");
    assert_eq!((found.count.total, found.summary.context), (3, 1));
    assert_eq!(shown(&meetings, Reading::Journeys, Unit::Trips).count.total, 1 + 3 + 2);
    assert_eq!(
        shown(&meetings, Reading::Relations, Unit::Pairs).count.total,
        3 + 2,
        "the host with each guest"
    );
}

#[test]
fn the_picture_of_routes_is_as_expected() {
    let meetings = table(
        "id,date,status,country,city,leader,leader country,trip,stop\n\
         a,2024-05-02,,IND,New Delhi,Ann,USA,Asia,1\nb,2024-05-04,,JPN,Tokyo,Ann,USA,Asia,2\nc,2024-05-07,,KOR,Seoul,Ann,USA,Asia,3\n\
         d,2024-05-03,,JPN,Tokyo,Ben,FRA,,\ne,2024-08-01,planned,ZAF,Pretoria,Ben,FRA,South,1\nf,2024-08-03,planned,KEN,Nairobi,Ben,FRA,South,2\n\
         g,2024-08-04,cancelled,ETH,Addis Ababa,Ben,FRA,South,3\n",
    );
    let state = State { reading: Reading::Routes, ..State::default() };
    expect_text("picture_routes.svg", &svg(&picture(&meetings, &state)));
}

/// A table of trips at random, as CSV lines with identities.
fn rows() -> impl Strategy<Value = Vec<String>> {
    let place = select(
        &["FRA,Paris", "FRA,Lyon", "DEU,Berlin", "ITA,Rome", "USA,New York", "JPN,Tokyo", "ITA,", ","][..],
    );
    let people = select(
        &["A||FRA", "A||FRA; B||USA", "B||USA; C||DEU", "A||FRA; B||USA; C||DEU", "D||ITA; A||FRA"][..],
    );
    let kind =
        select(&["", "", "", "summit", "conference", "call", "transit", "private visit", "sideline"][..]);
    let status = select(&["", "", "", "planned", "invited", "cancelled"][..]);
    let trip = select(&[",", ",", "T,", "T,1", "T,2", "T,3", "S,1", "S,2"][..]);
    let date = select(&["", "2024-05-01", "2024-05-02", "2024-05-03", "2024-05-05", "2024-05"][..]);
    let row = (date, kind, status, place, people, trip, 1..4_usize);
    proptest::collection::vec(row, 1..9).prop_map(|rows| {
        let line = |(number, (date, kind, status, place, people, trip, count))| {
            format!("m{number},{date},{kind},{status},{place},{people},{trip},{count}")
        };
        rows.into_iter().enumerate().map(line).collect()
    })
}

fn of_rows(rows: &[String]) -> Meetings {
    table(&format!("id,date,kind,status,country,city,participants,trip,stop,count\n{}\n", rows.join("\n")))
}

fn any_rule() -> impl Strategy<Value = Rule> {
    let bools = any::<[bool; 4]>();
    (select(&Unit::ALL[..]), bools).prop_map(|(unit, [fold, each, planned, invited])| Rule {
        unit,
        sidelines: if fold { Sidelines::Folded } else { Sidelines::Counted },
        summits: if each { Summits::PerParticipant } else { Summits::AsOne },
        planned,
        invited,
    })
}

/// Whether a line leads home from a stop.
fn is_way_home(line: &Tie) -> bool {
    matches!(line.key, TieKey::Leg(LegKey { to: None, .. }))
}

proptest! {
    #![proptest_config(draws(96))]

    #[test]
    fn a_row_that_stands_for_several_counts_as_so_many_rows(rows in rows(), rule in any_rule()) {
        // Journeys and trips begin with one of the rows only.
        prop_assume!(!matches!(rule.unit, Unit::Journeys | Unit::Trips));
        let meetings = of_rows(&rows);
        let mut repeated = Meetings::default();
        for (_, meeting) in meetings.iter() {
            for copy in 0..meeting.times() {
                let id = MeetingId::new(&format!("{}-{copy}", meeting.id));
                let count = std::num::NonZeroU32::MIN;
                repeated.push(Meeting { id, count, ..meeting.clone() }).expect("it is new");
            }
        }
        for reading in [Reading::Journeys, Reading::Routes, Reading::Relations] {
            let question = Question { reading, rule, ..Question::default() };
            let [one, other] = [&meetings, &repeated].map(|table| Shown::new(table, &question));
            prop_assert_eq!(one.count.total, other.count.total);
            prop_assert_eq!(one.count.meetings, other.count.rows);
            // Two rows of one trip are several stops, and one row is one.
            if reading != Reading::Routes {
                prop_assert_eq!(say(Message::Shown(&one)), say(Message::Shown(&other)));
            }
            let weights = |shown: &Shown| shown.ties.lines.iter().map(|line| (line.key.clone(), line.weight)).collect::<Vec<_>>();
            prop_assert_eq!(weights(&one), weights(&other));
            let places = |shown: &Shown| shown.ties.places.iter().map(|place| (place.id, place.weight)).collect::<Vec<_>>();
            prop_assert_eq!(places(&one), places(&other));
            prop_assert_eq!(&one.countries, &other.countries);
        }
    }

    #[test]
    fn any_trips_come_back_from_a_table_and_a_project(rows in rows()) {
        let meetings = of_rows(&rows);
        let all: Vec<usize> = (0..meetings.len()).collect();
        prop_assert_eq!(&table(&listing(&meetings, &all, Form::Csv)), &meetings);
        let document = Document::new(meetings, Vec::new(), State::default());
        let opened = from_text(&to_text(&document)).expect("it was just written");
        prop_assert_eq!(opened.document, document);
    }

    #[test]
    fn the_order_of_rows_makes_no_difference((rows, shuffled) in rows().prop_flat_map(|rows| {
        (Just(rows.clone()), Just(rows).prop_shuffle())
    }), unit in select(&Unit::ALL[..])) {
        let [one, other] = [rows, shuffled].map(|rows| of_rows(&rows));
        for reading in [Reading::Journeys, Reading::Routes] {
            let [a, b] = [&one, &other].map(|table| lines(table, &shown(table, reading, unit)));
            // Which of two meetings on one day a journey begins with is told by no record, only how often.
            if unit == Unit::Journeys || unit == Unit::Trips {
                let unweighed = |lines: &[(String, usize, String)]| lines.iter().map(|(name, _, ids)| (name.clone(), ids.clone())).collect::<Vec<_>>();
                prop_assert_eq!(unweighed(&a), unweighed(&b));
            } else {
                prop_assert_eq!(a, b);
            }
        }
    }

    #[test]
    fn each_guest_comes_to_a_stop_by_one_line_and_the_sums_hold(rows in rows(), rule in any_rule()) {
        let meetings = of_rows(&rows);
        let question = Question { reading: Reading::Routes, rule, ..Question::default() };
        let shown = Shown::new(&meetings, &question);
        let visits = shown.ties.lines.iter().filter(|line| !matches!(line.key, TieKey::Journey(JourneyKey { call: Some(_), .. })));
        let visits: Vec<&Tie> = visits.collect();
        for line in &visits {
            prop_assert!(line.from != line.to, "a line leads somewhere: {:?}", line.key);
            let each = line.rows.iter().map(|&row| line.weight_of(&shown.count, row)).sum::<usize>();
            prop_assert_eq!(line.weight, each);
            prop_assert!(!is_way_home(line) || rule.unit == Unit::Trips || line.weight == 0);
            prop_assert!(line.rows.iter().all(|&row| meetings.get(row).status == line.status));
        }
        for &row in &shown.rows {
            let meeting = meetings.get(row);
            if meeting.venue.placed == Placed::Nowhere {
                continue;
            }
            let home = |state: CountryCode| ["Paris", "Berlin", "Rome"].contains(&&*meeting.venue.city) && meeting.venue.country == Some(state);
            for state in guests(meeting).into_iter().filter(|&state| !home(state)) {
                let leads = visits.iter().filter(|line| !is_way_home(line) && line.key.from() == state && line.rows.contains(&row));
                prop_assert_eq!(leads.count(), 1, "{} comes once to {}", state, &meeting.id);
            }
        }
        // Each trip goes home once for each time that it went on from a stop and ended abroad.
        for line in visits.iter().filter(|line| is_way_home(line)) {
            let came = visits.iter().any(|other| matches!(&other.key, TieKey::Leg(LegKey { to: Some(_), .. })) && other.key.from() == line.key.from());
            prop_assert!(came, "{:?}", line.key);
        }
    }

    #[test]
    fn trips_are_counted_once_for_each_state_that_is_away_on_them(rows in rows(), planned in any::<bool>()) {
        let mut meetings = Meetings::default();
        for (_, meeting) in of_rows(&rows).iter() {
            let count = std::num::NonZeroU32::MIN;
            meetings.push(Meeting { count, ..meeting.clone() }).expect("it is new");
        }
        let of = |unit| {
            let rule = Rule { unit, planned, ..Rule::default() };
            Shown::new(&meetings, &Question { rule, ..Question::default() })
        };
        let trips = of(Unit::Trips);
        let counted = |row: &&usize| trips.count.counts(**row);
        let mut named = BTreeSet::new();
        let mut alone = Meetings::default();
        for &row in trips.rows.iter().filter(counted) {
            let meeting = meetings.get(row);
            match &meeting.trip {
                Some(stop) => named.extend(guests(meeting).into_iter().map(|state| (state, stop.trip.clone()))),
                None => drop(alone.push(meeting.clone()).expect("it is new")),
            }
        }
        let journeys = shown(&alone, Reading::Journeys, Unit::Journeys).count.total;
        prop_assert_eq!(trips.count.total, named.len() + journeys);
        // All lines of journeys together count the trips that have a place.
        let placed = |(state, trip): &&(CountryCode, _)| trips.rows.iter().filter(counted).map(|&row| meetings.get(row)).any(|one| {
            one.trip.as_ref().is_some_and(|stop| stop.trip == *trip) && one.venue.placed != Placed::Nowhere && guests(one).contains(state)
        });
        let drawn = named.iter().filter(placed).count() + journeys;
        let lines = trips.ties.lines.iter().map(|line| line.weight).sum::<usize>();
        prop_assert_eq!(lines, drawn);
        let held = meetings.iter().filter(|(_, one)| one.status == Status::Held).count();
        prop_assert!(held <= meetings.len() && states_of(meetings.get(0)).len() <= 3);
    }
}

#[test]
fn the_window_begins_with_routes_and_the_dossier_tells_of_the_trip() {
    use egui_kittest::kittest::Queryable as _;
    let mut desk = crate::desk::desk_on(read(ASIA), [1440.0, 900.0]);
    let select = |desk: &mut crate::desk::Desk, target: Target| {
        let window = desk.state_mut().as_mut().expect("the first frame makes the window");
        window.state.selection = Some(target);
        desk.run();
    };
    assert_eq!(desk.state().as_ref().map(|window| window.state.reading), Some(Reading::Routes));
    desk.get_by_label("Routes");
    select(&mut desk, Target::Meeting(MeetingId::new("b")));
    desk.get_by_label("Trip Asia");
    desk.get_by_label_contains("United States: about ");
    desk.get_by_label("3 Seoul").click();
    desk.run();
    let selection = desk.state().as_ref().and_then(|window| window.state.selection.clone());
    assert_eq!(selection, Some(Target::Meeting(MeetingId::new("c"))));
    select(&mut desk, Target::Country(code("USA")));
    desk.get_by_label_contains("Ann: 2 trips, about ");
    desk.get_by_label_contains(" km, 7 days away");
}
