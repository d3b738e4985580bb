//! The page of a leader: what the shipped meetings and the trips of US presidents say of a person, and the
//! ways that lead there.

use crate::desk::{click, desk_of, press, settle, window};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use std::collections::BTreeSet;
use summitry::gazetteer::office::offices_of;
use summitry::import::examples::Example;
use summitry::import::{self};
use summitry::meeting::Status;
use summitry::meeting::table::Meetings;
use summitry::query::index::Index;
use summitry::query::leader::Leader;
use summitry::query::pair::Pair;
use summitry::state::{Pane, Target};

fn leader(name: &str, meetings: &Meetings) -> Leader {
    Leader::of(name, meetings, &Index::new(meetings))
}

#[test]
fn numbers_are_those_counted_one_by_one() {
    let meetings = import::embedded().meetings;
    let orban = leader("Orbán Viktor", &meetings);
    assert_eq!(orban.name, "Viktor Orban", "another spelling and order of the name is the same person");
    let own: Vec<usize> = meetings
        .iter()
        .filter(|(_, one)| one.participants.iter().any(|person| person.name == "Viktor Orban"))
        .map(|(row, _)| row)
        .collect();
    assert_eq!(orban.rows.iter().copied().collect::<BTreeSet<_>>(), own.iter().copied().collect());
    assert_eq!((orban.held, orban.planned, orban.cancelled), (3, 0, 0));
    assert_eq!(orban.years, [(2024, 3)].into());
    let with: Vec<(&str, usize)> = orban.with.iter().map(|(name, number)| (&name[..], *number)).collect();
    assert_eq!(with, [("Vladimir Putin", 1), ("Volodymyr Zelenskiy", 1), ("Xi Jinping", 1)]);
    let venues: Vec<&str> = orban.venues.iter().map(|(name, _)| &name[..]).collect();
    assert_eq!(venues, ["Beijing", "Kyiv", "Moscow"]);
    let day = |row: Option<usize>| meetings.get(row.expect("dated")).dates;
    assert!(day(orban.first).days() < day(orban.latest).days());
    assert_eq!(orban.offices.len(), 1);
    assert_eq!(
        (orban.offices[0].title.as_str(), orban.offices[0].meetings),
        ("Prime Minister of Hungary", 3)
    );
}

#[test]
fn journeys_are_summed_and_each_has_its_way() {
    let meetings = import::embedded().meetings;
    let orban = leader("Viktor Orban", &meetings);
    assert_eq!((orban.travel.trips, orban.journeys.len()), (3, 3));
    let km: f64 = orban.journeys.iter().map(|journey| journey.travel.km).sum();
    assert!((km - orban.travel.km).abs() < 1e-6);
    // Budapest to Kyiv, Moscow and Beijing and back: about 900, 1,570 and 7,340 km one way.
    assert!((19_000.0..20_500.0).contains(&km), "{km}");
    assert_eq!(orban.travel.days, 3, "one in each place");
    // Who is at home does not travel there.
    let putin = leader("Vladimir Putin", &meetings);
    let stops: BTreeSet<usize> = putin.journeys.iter().flat_map(|one| one.stops.iter().copied()).collect();
    assert!(
        stops
            .iter()
            .all(|&row| meetings.get(row).venue.country != summitry::meeting::code::CountryCode::new("RUS"))
    );
    assert!(stops.iter().all(|&row| meetings.get(row).status == Status::Held));
    assert!(putin.planned > 0);
}

#[test]
fn a_trip_of_several_stops_is_one_journey() {
    let meetings = Example::PresidentTrips.read().meetings;
    let nixon = leader("Richard M. Nixon", &meetings);
    let nixon = if nixon.name.is_empty() { leader("Richard Nixon", &meetings) } else { nixon };
    assert!(!nixon.name.is_empty(), "he is on record");
    assert!(nixon.journeys.iter().any(|journey| journey.stops.len() > 2), "one trip has several stops");
    assert_eq!(nixon.journeys.len(), nixon.travel.trips);
    assert!(nixon.years.keys().all(|year| (1969..=1974).contains(year)), "{:?}", nixon.years);
    let days = |row: usize| meetings.get(row).dates.days();
    let firsts: Vec<_> = nixon.journeys.iter().filter_map(|journey| days(journey.stops[0])).collect();
    assert!(firsts.is_sorted());
}

#[test]
fn nobody_is_told_of_as_nobody_and_offices_are_those_of_the_table() {
    let meetings = import::embedded().meetings;
    assert_eq!(leader("Nobody At All", &meetings), Leader::default());
    assert_eq!(offices_of("Nobody At All"), []);
    let offices = offices_of("Viktor Orban");
    assert!(offices.iter().any(|spell| spell.title == "Prime Minister"), "{offices:?}");
}

#[test]
fn the_page_is_reached_from_the_search_from_a_participant_and_from_the_matrix() {
    let orban = || Some(Target::Person("Viktor Orban".to_owned()));
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    press(&mut desk, Modifiers::COMMAND, Key::K);
    desk.get_by_label("Search or command").type_text("orban");
    settle(&mut desk);
    press(&mut desk, Modifiers::NONE, Key::Enter);
    assert_eq!(window(&desk).state.selection, orban());
    desk.get_by_label("3 meetings: 3 held");
    click(&mut desk, "Clear all filters");
    press(&mut desk, Modifiers::NONE, Key::Escape);
    desk.get_by_label("Orban meets Putin, 5 July 2024").click_accesskit();
    settle(&mut desk);
    desk.get_by_role_and_label(Role::Link, "Viktor Orban").click_accesskit();
    settle(&mut desk);
    assert_eq!(window(&desk).state.selection, orban());
    for words in ["Offices", "Held meetings by year", "Met most often", "Where"] {
        desk.get_by_label(words);
    }
    // From the page of one to that of two.
    desk.get_by_label("Xi Jinping 1").click_accesskit();
    settle(&mut desk);
    let pair = Pair::of_people(["Viktor Orban".to_owned(), "Xi Jinping".to_owned()]);
    assert_eq!(window(&desk).state.selection, Some(Target::Pair(pair)));
    press(&mut desk, Modifiers::COMMAND, Key::Num3);
    assert_eq!(window(&desk).state.pane, Pane::Matrix);
    desk.get_by_role_and_label(Role::Button, "Leaders").click();
    settle(&mut desk);
    desk.get_by_label_contains("Viktor Orban: 3 meetings with all others").click_accesskit();
    settle(&mut desk);
    assert_eq!(window(&desk).state.selection, orban());
}
