//! Who met whom, the order of rows, and what a table says of a pair.

use crate::any_document::{filter, record, rule};
use jiff::civil::date;
use proptest::prelude::*;
use std::collections::BTreeMap;
use summitry::gazetteer::country::Countries;
use summitry::import;
use summitry::import::examples::Example;
use summitry::meeting::code::CountryCode;
use summitry::meeting::table::Meetings;
use summitry::query::column::{Column, Sort, sorted};
use summitry::query::count::Count;
use summitry::query::index::Index;
use summitry::query::met::{Heading, Met, Order};
use summitry::query::pair::Pair;
use summitry::query::question::Question;
use summitry::query::question::reading::Reading;
use summitry::query::question::rule::{Rule, Summits, Unit};
use summitry::query::shown::Shown;
use summitry::query::tie::TieKey;
use summitry::query::together::{Home, Together};

fn code(letters: &str) -> CountryCode {
    CountryCode::new(letters).expect("three capital letters")
}

fn states(meetings: &Meetings, rule: Rule) -> Met {
    let shown = Shown::new(meetings, &Question { rule, ..Question::default() });
    Met::of_states(meetings, &shown.rows, &shown.count)
}

fn weight(met: &Met, a: &str, b: &str) -> usize {
    let place = |name: &str| met.parties.iter().position(|party| party.name() == name);
    let cell = place(a).zip(place(b)).and_then(|(a, b)| met.cell(a, b));
    cell.map_or(0, |cell| cell.weight)
}

#[test]
fn a_summit_that_counts_once_joins_its_host_with_each_guest_and_otherwise_all_with_all() {
    let meetings = import::embedded().meetings;
    let as_one = states(&meetings, Rule { summits: Summits::AsOne, ..Rule::default() });
    let each = states(&meetings, Rule { summits: Summits::PerParticipant, ..Rule::default() });
    assert_eq!((weight(&as_one, "Russia", "China"), weight(&each, "Russia", "China")), (2, 3));
    assert_eq!((weight(&as_one, "China", "India"), weight(&each, "China", "India")), (0, 2));
    assert_eq!(weight(&as_one, "Kazakhstan", "China"), 1);
    let held = states(&meetings, Rule { planned: false, ..Rule::default() });
    assert_eq!(weight(&held, "Russia", "China") + 1, weight(&as_one, "Russia", "China"));
}

#[test]
fn leaders_are_paired_across_states_under_whatever_spelling() {
    let mut meetings = import::embedded().meetings;
    let mut other = meetings.get(meetings.row_of("orban-putin-moscow-2024-07").expect("there")).clone();
    other.id = summitry::meeting::identity::MeetingId::new("other-spelling");
    for person in &mut other.participants {
        if person.name == "Vladimir Putin" {
            person.name = "Владимир Путин".to_owned().into();
        }
    }
    meetings.push(other).expect("a new identity");
    let shown = Shown::new(&meetings, &Question::default());
    let met = Met::of_people(&Index::new(&meetings), &meetings, &shown.rows, &shown.count);
    assert_eq!(weight(&met, "Viktor Orban", "Vladimir Putin"), 2);
    assert_eq!(weight(&met, "Viktor Orban", "Xi Jinping"), 1);
    // Two from one delegation did not meet there.
    assert_eq!(weight(&met, "To Lam", "Nguyen Phu Trong"), 0);
}

#[test]
fn the_orders_have_everybody_once() {
    let meetings = import::embedded().meetings;
    let met = states(&meetings, Rule::default());
    for order in Order::ALL {
        let sections = met.sections(order, Some(date(2024, 7, 9)));
        let mut all: Vec<usize> = sections.iter().flat_map(|one| one.parties.clone()).collect();
        all.sort_unstable();
        assert_eq!(all, (0..met.parties.len()).collect::<Vec<_>>(), "{order:?}");
    }
    let count = &met.sections(Order::Count, None)[0].parties;
    assert_eq!(met.parties[count[0]].name(), "Russia");
    let names: Vec<String> =
        met.sections(Order::Name, None)[0].parties.iter().map(|&one| met.parties[one].name()).collect();
    assert_eq!((names[0].as_str(), names.last().map(String::as_str)), ("Armenia", Some("Zimbabwe")));
    let blocs: Vec<Heading> =
        met.sections(Order::Bloc, Some(date(2024, 7, 9))).into_iter().map(|one| one.heading).collect();
    assert!(matches!(blocs[0], Heading::Bloc(_)) && blocs.len() > 2, "{blocs:?}");
    assert_eq!(
        blocs.iter().filter(|one| **one == Heading::NoBloc).count(),
        usize::from(blocs.contains(&Heading::NoBloc))
    );
}

#[test]
fn the_page_of_a_pair_says_where_and_who_came_last() {
    let meetings = import::embedded().meetings;
    let pair = Pair::of_states([code("RUS"), code("CHN")]);
    let together = Together::of(&pair, &meetings);
    // China stands first: its code does.
    assert_eq!(pair.names(), ["China", "Russia"]);
    assert_eq!((together.held, together.planned, together.cancelled), (2, 1, 0));
    assert_eq!(together.at, [0, 0, 2], "both in Kazakhstan; the one in Kazan is planned");
    assert_eq!((together.visits, together.returned), ([None, None], 0));
    assert_eq!(together.days, Some((date(2024, 5, 8), date(2024, 7, 9))));
    assert_eq!(together.days_since(&meetings), Some(5));
    let orban = Pair::of_people(["Vladimir Putin".to_owned(), "Viktor Orban".to_owned()]);
    let together = Together::of(&orban, &meetings);
    assert_eq!((together.held, together.at[Home::Second as usize]), (1, 1), "in Moscow, Putin's place");
    let visit = together.visits[0].map(|row| meetings.get(row).id.as_str());
    assert_eq!(visit, Some("orban-putin-moscow-2024-07"));
    let never = Together::of(&Pair::of_states([code("UKR"), code("RUS")]), &meetings);
    assert_eq!((never.rows.len(), never.latest, never.days_since(&meetings)), (0, None, None));
}

#[test]
fn a_visit_that_is_answered_is_a_return_visit() {
    let meetings = Example::PresidentTrips.read().meetings;
    for (_, meeting) in meetings.iter().take(3) {
        assert!(!meeting.participants.is_empty());
    }
    let mut two = Meetings::default();
    let embedded = import::embedded().meetings;
    let like = |id: &str, host: &str, day: i8| {
        let mut meeting = embedded.get(embedded.row_of("orban-putin-moscow-2024-07").expect("there")).clone();
        meeting.id = summitry::meeting::identity::MeetingId::new(id);
        meeting.dates =
            summitry::meeting::date::Dates::on(summitry::meeting::date::PartialDate::Day(date(2024, 7, day)));
        meeting.venue.country = Some(code(host));
        meeting.venue.placed = summitry::meeting::Placed::Nowhere;
        meeting
    };
    for (id, host, day) in [("d", "RUS", 9), ("a", "RUS", 1), ("b", "HUN", 3), ("c", "HUN", 5)] {
        two.push(like(id, host, day)).expect("a new identity");
    }
    let together = Together::of(&Pair::of_states([code("HUN"), code("RUS")]), &two);
    assert_eq!((together.at, together.returned), ([2, 2, 0], 2), "to Moscow, to Budapest twice, to Moscow");
    let ids = together.visits.map(|row| row.map(|row| two.get(row).id.to_string()));
    assert_eq!(ids, [Some("d".to_owned()), Some("c".to_owned())]);
    assert_eq!(together.days_since(&two), Some(0));
}

#[test]
fn rows_are_ordered_by_any_column_and_those_without_a_value_stand_last() {
    let meetings = import::embedded().meetings;
    let all: Vec<usize> = (0..meetings.len()).collect();
    for by in Column::ALL {
        let up = sorted(&meetings, &all, Sort { by, is_descending: false });
        let down = sorted(&meetings, &all, Sort { by, is_descending: true });
        for rows in [&up, &down] {
            let mut each = rows.clone();
            each.sort_unstable();
            assert_eq!(each, all, "{by:?} loses no row");
        }
        // The order of the table makes no difference.
        let turned: Vec<usize> = all.iter().rev().copied().collect();
        assert_eq!(sorted(&meetings, &turned, Sort { by, is_descending: false }), up, "{by:?}");
    }
    let id = |rows: &[usize], at: usize| meetings.get(rows[at]).id.to_string();
    let by = |by, is_descending| sorted(&meetings, &all, Sort { by, is_descending });
    let last = all.len() - 1;
    assert_eq!(id(&by(Column::Date, false), 0), "inauguration-2024");
    assert_eq!(id(&by(Column::Date, false), last), "turkey-invitation");
    assert_eq!(id(&by(Column::Date, true), 0), "brics-kazan-2024-10");
    assert_eq!(
        id(&by(Column::Date, true), last),
        "turkey-invitation",
        "undated ones stand last in either direction"
    );
    assert_eq!(id(&by(Column::States, true), 0), "sco-summit-astana-2024-07");
    assert_eq!(id(&by(Column::Place, false), 0), "azerbaijan-astana-2024-07");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// The matrix counts what lines between states count.
    #[test]
    fn the_matrix_counts_as_relations_do(meetings in record(), filter in filter(), rule in rule()) {
        let question = Question { filter, rule, reading: Reading::Relations, ..Question::default() };
        let index = Index::new(&meetings);
        let shown = Shown::with(&meetings, &index, &question);
        let met = Met::of_states(&meetings, &shown.rows, &shown.count);
        let number: BTreeMap<CountryCode, usize> =
            met.parties.iter().enumerate().filter_map(|(i, party)| Some((party.state?, i))).collect();
        for line in &shown.ties.lines {
            let TieKey::Relation { a, b } = line.key else { continue };
            let cell = met.cell(number[&a], number[&b]).expect("a line is a pair");
            prop_assert_eq!(cell.weight, line.weight);
            prop_assert_eq!(cell.rows, line.rows.len());
        }
        let of_lines: usize = shown.ties.lines.iter().map(|line| line.rows.len()).sum();
        let without_home = |party: usize| {
            let state = met.parties[party].state.expect("states are paired");
            Countries::embedded().get(state).is_none()
        };
        let known: usize = (0..met.parties.len())
            .flat_map(|a| (a + 1..met.parties.len()).map(move |b| (a, b)))
            .filter(|(a, b)| !without_home(*a) && !without_home(*b))
            .filter_map(|(a, b)| met.cell(a, b))
            .map(|cell| cell.rows)
            .sum();
        prop_assert_eq!(known, of_lines);
    }

    /// Where every meeting counts one, the pairs of people of two states that send one person each count as
    /// their states do.
    #[test]
    fn totals_are_sums_of_cells(meetings in record(), rule in rule()) {
        let rows: Vec<usize> = (0..meetings.len()).collect();
        let rule = Rule { unit: Unit::Meetings, ..rule };
        let index = Index::new(&meetings);
        let count = Count::new(&meetings, &index, &rows, rule);
        let people = Met::of_people(&index, &meetings, &rows, &count);
        for met in [Met::of_states(&meetings, &rows, &count), people] {
            for (a, party) in met.parties.iter().enumerate() {
                let cells = (0..met.parties.len()).filter_map(|b| met.cell(a, b));
                prop_assert_eq!(cells.map(|cell| cell.weight).sum::<usize>(), party.total);
            }
        }
    }
}
