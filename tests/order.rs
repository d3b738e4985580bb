//! The order of participants: whoever is named first, the same lines are drawn and the same is counted.

use crate::draws::draws;
use crate::import::read;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use summitry::meeting::code::CountryCode;
use summitry::meeting::table::Meetings;
use summitry::query::question::Question;
use summitry::query::question::grouping::GroupBy;
use summitry::query::question::reading::Reading;
use summitry::query::question::rule::{Rule, Sidelines, Summits, Unit};
use summitry::query::shown::Shown;
use summitry::query::tie::TieKey;
use summitry::words::message::Message;
use summitry::words::say;

/// A meeting by its cells but for the participants, and their states; an empty one is not known.
#[derive(Clone, Debug)]
struct Row {
    cells: String,
    states: Vec<&'static str>,
}

fn table(rows: &[Row]) -> Meetings {
    let lines = rows.iter().enumerate().map(|(number, Row { cells, states })| {
        let people: Vec<String> = states.iter().map(|state| format!("P{state}|President|{state}")).collect();
        format!("m{number},{cells},{}\n", people.join("; "))
    });
    let import = read(format!(
        "id,date,kind,status,occasion,country,city,participants\n{}",
        lines.collect::<String>()
    ));
    assert_eq!(import.meetings.len(), rows.len());
    import.meetings
}

fn rules() -> impl Iterator<Item = (Reading, Rule)> {
    let rules = Unit::ALL.into_iter().flat_map(|unit| {
        let folds =
            Summits::ALL.into_iter().flat_map(|summits| Sidelines::ALL.map(|sidelines| (summits, sidelines)));
        folds.map(move |(summits, sidelines)| Rule { unit, summits, sidelines, ..Rule::default() })
    });
    rules.flat_map(|rule| Reading::ALL.map(|reading| (reading, rule)))
}

#[track_caller]
fn expect_the_same(one: &Meetings, other: &Meetings) {
    for (reading, rule) in rules() {
        for colour in [GroupBy::Status, GroupBy::Region] {
            let question = Question { reading, rule, colour, ..Question::default() };
            let [a, b] = [one, other].map(|meetings| Shown::new(meetings, &question));
            let about = format!("{reading:?}, {}", say(Message::Rule(rule)));
            assert_eq!(a.ties, b.ties, "{about}");
            assert_eq!(a.count, b.count, "{about}");
            assert_eq!((a.countries, a.classes, a.summary), (b.countries, b.classes, b.summary), "{about}");
        }
    }
}

/// Every order of some states.
fn permutations(states: &[&'static str]) -> Vec<Vec<&'static str>> {
    let Some((&first, rest)) = states.split_first() else { return vec![Vec::new()] };
    let shorter = permutations(rest);
    let inserted = |order: &Vec<&'static str>, at: usize| {
        let mut order = order.clone();
        order.insert(at, first);
        order
    };
    shorter.iter().flat_map(|order| (0..=order.len()).map(move |at| inserted(order, at))).collect()
}

fn shown(cells: &str, states: &[&'static str], reading: Reading, unit: Unit) -> Shown {
    let meetings = table(&[Row { cells: cells.to_owned(), states: states.to_vec() }]);
    let rule = Rule { unit, ..Rule::default() };
    Shown::new(&meetings, &Question { reading, rule, ..Question::default() })
}

const SUMMIT: &str = "2020-01-01,summit,held,,FRA,Paris";
const CALL: &str = "2020-01-01,call,held,,,";

#[test]
fn a_summit_without_its_host_at_the_table_joins_every_two_guests() {
    let guests = ["NOR", "DEU", "ITA", "ESP"];
    let orders = permutations(&guests);
    assert_eq!(orders.len(), 24);
    for order in &orders {
        let relations = shown(SUMMIT, order, Reading::Relations, Unit::Pairs);
        assert_eq!((relations.ties.lines.len(), relations.count.total), (6, 6), "{order:?}");
        let journeys = shown(SUMMIT, order, Reading::Journeys, Unit::Journeys);
        assert_eq!((journeys.ties.lines.len(), journeys.count.total), (4, 4), "{order:?}");
        let first = table(&[Row { cells: SUMMIT.to_owned(), states: guests.to_vec() }]);
        expect_the_same(&first, &table(&[Row { cells: SUMMIT.to_owned(), states: order.clone() }]));
    }
    let hosted = shown(SUMMIT, &["NOR", "DEU", "FRA", "ESP"], Reading::Relations, Unit::Pairs);
    assert_eq!((hosted.ties.lines.len(), hosted.count.total), (3, 3), "the host with each guest");
}

#[test]
fn a_call_joins_every_two_states_whoever_is_named_first() {
    for order in permutations(&["RUS", "FRA", "DEU", ""]) {
        for reading in Reading::ALL {
            let shown = shown(CALL, &order, reading, Unit::Pairs);
            assert_eq!(shown.ties.lines.len(), 3, "{reading:?}, {order:?}");
            assert!(shown.ties.lines.iter().all(|line| line.weight == 1 && !line.travels), "{reading:?}");
            assert_eq!(
                (shown.count.total, &shown.ties.not_placed[..]),
                (3, &[][..]),
                "{reading:?}, {order:?}"
            );
        }
    }
}

#[test]
fn the_lines_of_a_call_in_a_star_lead_from_capital_to_capital() {
    let shown = shown(CALL, &["RUS", "FRA", "DEU"], Reading::Stars, Unit::Meetings);
    let ends = |line: &summitry::query::tie::Tie| match &line.key {
        TieKey::Spoke { from, to: Some(to), .. } => [*from, *to],
        other => panic!("{other:?}"),
    };
    let code = |letters| CountryCode::new(letters).expect("three capital letters");
    let joined: Vec<[CountryCode; 2]> = shown.ties.lines.iter().map(ends).collect();
    assert_eq!(joined, [["FRA", "DEU"], ["RUS", "DEU"], ["RUS", "FRA"]].map(|pair| pair.map(code)));
}

/// A meeting, and the same one with its participants in another order.
fn meeting_in_two_orders() -> impl Strategy<Value = [Row; 2]> {
    let date = select(vec!["2020-01-01", "2020-01-02", "2021-05", "2022", "2024-07-03", ""]);
    let kind = select(vec![
        "summit",
        "summit",
        "call",
        "call",
        "sideline",
        "bilateral",
        "state visit",
        "inauguration",
    ]);
    let status = select(vec!["held", "held", "planned", "invited", "cancelled"]);
    let venue = select(vec!["FRA,Paris", "KAZ,Astana", "RUS,Moscow", "FRA,", ",", "CHE,Geneva"]);
    let states = subsequence(vec!["RUS", "FRA", "KAZ", "CHN", "USA", "SRB", ""], 0..=6);
    let shuffled = states.prop_flat_map(|states| (Just(states.clone()), Just(states).prop_shuffle()));
    (date, kind, status, select(vec!["", "", "Fair"]), venue, shuffled).prop_map(
        |(date, kind, status, occasion, venue, (first, second))| {
            let cells = format!("{date},{kind},{status},{occasion},{venue}");
            [Row { cells: cells.clone(), states: first }, Row { cells, states: second }]
        },
    )
}

proptest! {
    #![proptest_config(draws(48))]

    #[test]
    fn the_order_of_participants_changes_neither_lines_nor_weights_nor_counts(
        rows in prop::collection::vec(meeting_in_two_orders(), 1..6)
    ) {
        let [one, other] = [0, 1].map(|order| {
            let rows: Vec<Row> = rows.iter().map(|both| both[order].clone()).collect();
            table(&rows)
        });
        expect_the_same(&one, &other);
    }
}
