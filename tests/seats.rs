//! Lines start where the government sat on the day.

use crate::import::read;
use summitry::gazetteer::place::kilometres_between;
use summitry::meeting::Position;
use summitry::meeting::table::Meetings;
use summitry::query::index::Index;
use summitry::query::question::Question;
use summitry::query::question::baseline::Baseline;
use summitry::query::question::filter::Filter;
use summitry::query::question::reading::Reading;
use summitry::query::shown::Shown;
use summitry::query::tie::{Tie, TieKey};
use summitry::query::travel::{kilometres, of_trip};

const BONN: Position = Position::new(7.0955, 50.7344);
const BERLIN: Position = Position::new(13.4105, 52.5244);
const MOSCOW: Position = Position::new(37.6178, 55.7520);

fn table(rows: &str) -> Meetings {
    let import = read(format!("date,kind,country,city,trip,participants\n{rows}"));
    assert_eq!(import.meetings.len(), rows.lines().count());
    import.meetings
}

fn shown(meetings: &Meetings, reading: Reading) -> Shown {
    Shown::new(meetings, &Question { reading, ..Question::default() })
}

fn is_at(at: Position, place: Position) -> bool {
    kilometres_between(at, place) < 15.0
}

fn beginning(lines: &[Tie], place: Position) -> Vec<&Tie> {
    lines.iter().filter(|line| is_at(line.from, place)).collect()
}

const VISITS: &str = "1975-07-30,bilateral,RUS,Moscow,,Schmidt|Chancellor|DEU
1988-10-24,bilateral,RUS,Moscow,,Kohl|Chancellor|DEU
2020-01-11,bilateral,RUS,Moscow,,Merkel|Chancellor|DEU
,bilateral,RUS,Moscow,,Merkel|Chancellor|DEU
";

#[test]
fn journeys_before_and_after_a_government_moved_are_lines_of_their_own() {
    let meetings = table(VISITS);
    for reading in [Reading::Journeys, Reading::Routes] {
        let shown = shown(&meetings, reading);
        let [bonn, berlin] = [BONN, BERLIN].map(|city| beginning(&shown.ties.lines, city));
        assert_eq!((bonn.len(), berlin.len(), shown.ties.lines.len()), (1, 1, 2), "{reading:?}");
        assert_eq!((bonn[0].rows.len(), berlin[0].rows.len()), (2, 2), "undated ones leave from today's");
        assert_eq!(bonn[0].key.name(&meetings, &shown.ties), "Germany (Bonn) → Moscow");
        assert_eq!(berlin[0].key.name(&meetings, &shown.ties), "Germany → Moscow");
        for line in &shown.ties.lines {
            assert_eq!(shown.ties.line(&line.key), Some(line), "each is found by its key");
            let kept: TieKey =
                serde_json::from_value(serde_json::to_value(&line.key).expect("JSON")).expect("read");
            assert_eq!(kept, line.key);
        }
    }
    let stars = shown(&meetings, Reading::Stars);
    assert_eq!(beginning(&stars.ties.lines, BONN).len(), 2);
    // A comparison of two times has one line.
    let before = Filter { to: "1990-01-01".parse().ok(), ..Filter::default() };
    let filter = Filter { from: "2000-01-01".parse().ok(), ..Filter::default() };
    let compare = Some(Baseline { before, ..Baseline::default() });
    let compared = Shown::new(&meetings, &Question { filter, compare, ..Question::default() });
    assert_eq!(compared.changes.expect("it is compared").ties.len(), 1);
}

#[test]
fn a_line_between_two_states_joins_the_seats_of_the_latest_meeting() {
    let earlier = shown(
        &table(
            VISITS
                .lines()
                .next()
                .map(|line| format!("{line}; Brezhnev|General Secretary|RUS\n"))
                .as_deref()
                .expect("a row"),
        ),
        Reading::Relations,
    );
    assert!(is_at(earlier.ties.lines[0].from, BONN));
    let both = table(
        "1975-07-30,bilateral,RUS,Moscow,,A|Chancellor|DEU; B|President|RUS\n2020-01-11,bilateral,RUS,Moscow,,A|Chancellor|DEU; B|President|RUS\n",
    );
    assert!(is_at(shown(&both, Reading::Relations).ties.lines[0].from, BERLIN));
}

#[test]
fn calls_and_seats_of_government_that_are_no_capitals() {
    let calls = table("1985-01-01,call,,,,A|Chancellor|DEU; B|Prime Minister|NLD\n");
    for reading in [Reading::Journeys, Reading::Stars] {
        let shown = shown(&calls, reading);
        let line = &shown.ties.lines[0];
        let the_hague = Position::new(4.2986, 52.0767);
        let ends = [line.from, line.to];
        assert!(
            ends.iter().any(|&end| is_at(end, BONN)) && ends.iter().any(|&end| is_at(end, the_hague)),
            "{line:?}"
        );
    }
    for (state, day, at) in [
        ("BOL", "2024-06-06", Position::new(-68.15, -16.5)),
        ("KAZ", "1995-06-06", Position::new(76.9286, 43.2567)),
        ("MMR", "2000-06-06", Position::new(96.1561, 16.8053)),
        ("GNQ", "2026-02-01", Position::new(10.82, 1.59)),
    ] {
        let meetings = table(&format!("{day},bilateral,RUS,Moscow,,A|President|{state}\n"));
        let shown = shown(&meetings, Reading::Journeys);
        assert!(
            kilometres_between(shown.ties.lines[0].from, at) < 30.0,
            "{state}: {:?}",
            shown.ties.lines[0].from
        );
    }
}

#[test]
fn a_trip_sets_out_from_the_seat_of_its_day_and_goes_home_there() {
    let rows = "1988-10-24,bilateral,RUS,Moscow,t1,Kohl|Chancellor|DEU
1988-10-26,bilateral,POL,Warsaw,t1,Kohl|Chancellor|DEU
2019-01-24,bilateral,RUS,Moscow,t2,Merkel|Chancellor|DEU
2019-01-26,bilateral,POL,Warsaw,t2,Merkel|Chancellor|DEU
";
    let meetings = table(rows);
    let shown = shown(&meetings, Reading::Routes);
    let home: Vec<&Tie> =
        shown.ties.lines.iter().filter(|line| is_at(line.to, BONN) || is_at(line.to, BERLIN)).collect();
    assert_eq!(home.len(), 2, "two ways home: {home:?}");
    let names: Vec<String> = home.iter().map(|line| line.key.name(&meetings, &shown.ties)).collect();
    assert_eq!(names, ["Warsaw → Germany", "Warsaw → Germany (Bonn)"]);
    let index = Index::new(&meetings);
    let far = of_trip(&meetings, &index, 0)[0].travel.km;
    let warsaw = Position::new(21.0118, 52.2298);
    let expected = kilometres(BONN, MOSCOW) + kilometres(MOSCOW, warsaw) + kilometres(warsaw, BONN);
    assert!((far - expected).abs() < 20.0, "{far} {expected}");
}
