//! Leaving out, all of several, and only their lines: what a filter asks for besides its choices, by label,
//! in sentences, in files and on the command line. That the quick answers are right is shown in
//! `brute_force`.

use crate::desk::{Desk, click, desk_of, open_chip, pick_filter, press, settle, window};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use serde_json::json;
use std::collections::BTreeSet;
use summitry::document::file::open::open;
use summitry::gazetteer::region::Region;
use summitry::meeting::code::CountryCode;
use summitry::query::calendar::Grain;
use summitry::query::index::Index;
use summitry::query::question::Question;
use summitry::query::question::baseline::Baseline;
use summitry::query::question::filter::{Excluded, Filter};
use summitry::query::question::reading::Reading;
use summitry::query::question::rule::{Rule, Unit};
use summitry::query::shown::Shown;
use summitry::query::timeline::{Bar, Timeline};
use summitry::words::message::Message;
use summitry::words::say;

fn code(letters: &str) -> CountryCode {
    CountryCode::new(letters).expect("three capital letters")
}

fn codes(all: &[&str]) -> BTreeSet<CountryCode> {
    all.iter().map(|letters| code(letters)).collect()
}

fn ask(filter: Filter) -> Shown {
    let meetings = summitry::import::embedded().meetings;
    Shown::new(&meetings, &Question { filter, ..Question::default() })
}

fn said(filter: &Filter) -> String {
    say(Message::Side(filter, None))
}

#[test]
fn a_country_that_is_left_out_is_at_no_meeting_and_the_sentence_says_so() {
    let filter = Filter {
        excluded: Excluded { countries: codes(&["BLR", "IRN"]), ..Excluded::default() },
        ..Filter::default()
    };
    let shown = ask(filter.clone());
    assert!(!shown.rows.is_empty() && shown.rows.len() < 26);
    assert!(!shown.countries.contains_key(&code("BLR")) && !shown.countries.contains_key(&code("IRN")));
    assert_eq!(said(&filter), "without Belarus or Iran");
}

#[test]
fn all_of_several_countries_sit_at_the_table_where_that_is_asked() {
    let any = Filter { countries: codes(&["HUN", "CHN"]), ..Filter::default() };
    let all = Filter { all_countries: true, ..any.clone() };
    let meetings = summitry::import::embedded().meetings;
    let both = |row: &usize| {
        let there: BTreeSet<CountryCode> =
            meetings.get(*row).participants.iter().filter_map(|one| one.country).collect();
        codes(&["HUN", "CHN"]).is_subset(&there)
    };
    let shown = ask(all.clone());
    assert!(!shown.rows.is_empty() && shown.rows.iter().all(both));
    assert!(ask(any.clone()).rows.len() > shown.rows.len());
    assert_eq!((said(&any), said(&all)), ("China or Hungary".to_owned(), "China and Hungary".to_owned()));
}

#[test]
fn only_their_lines_leaves_those_of_africa_and_not_those_of_whom_africa_met() {
    let whole = Filter { regions: [Region::Africa].into(), ..Filter::default() };
    let theirs = Filter { only_their_lines: true, ..whole.clone() };
    let (all, part) = (ask(whole), ask(theirs.clone()));
    assert_eq!(all.rows, part.rows, "the meetings are the same");
    assert!(all.countries.contains_key(&code("IND")), "India sits at a summit with African states");
    let lines: BTreeSet<CountryCode> = part.ties.lines.iter().map(|line| line.key.from()).collect();
    let africa = |state: &CountryCode| {
        summitry::gazetteer::country::Countries::embedded()
            .get(*state)
            .is_some_and(|country| country.regions & Region::Africa.bit() != 0)
    };
    assert!(!lines.is_empty() && lines.iter().all(africa), "{lines:?}");
    assert!(part.countries.keys().all(africa), "{:?}", part.countries);
    assert!(said(&theirs).ends_with("their lines only"), "{}", said(&theirs));
}

#[test]
fn journeys_are_counted_of_those_alone_whose_lines_are_drawn() {
    let meetings = summitry::import::embedded().meetings;
    let filter = Filter { regions: [Region::Africa].into(), only_their_lines: true, ..Filter::default() };
    for (reading, unit) in [(Reading::Journeys, Unit::Journeys), (Reading::Relations, Unit::Pairs)] {
        let rule = Rule { unit, ..Rule::default() };
        let question = Question { filter: filter.clone(), reading, rule, ..Question::default() };
        let shown = Shown::new(&meetings, &question);
        let drawn: usize = shown.ties.lines.iter().map(|line| line.weight).sum();
        assert_eq!(shown.count.total, drawn, "{reading:?}");
    }
}

#[test]
fn sentences_say_what_is_left_out_of_each_field() {
    let excluded = Excluded {
        regions: [Region::Africa].into(),
        leaders: ["Viktor Orban".to_owned()].into(),
        kinds: [summitry::meeting::Kind::Call].into(),
        statuses: [summitry::meeting::Status::Planned].into(),
        ..Excluded::default()
    };
    let filter = Filter { excluded, ..Filter::default() };
    assert_eq!(said(&filter), "without Africa or Viktor Orban, of no kind call, not planned");
}

#[test]
fn a_project_of_version_2_means_what_it_meant() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("old.summitry");
    let text = json!({
        "summitry": "project", "version": 1, "meetings": [],
        "state": { "version": 2, "filter": { "regions": ["africa"], "countries": ["KAZ", "CHN"] } },
    });
    std::fs::write(&path, text.to_string()).expect("the folder can be written");
    let (opened, _) = open(&path).expect("it can be opened");
    assert!(opened.problems.is_empty(), "{:?}", opened.problems);
    let filter =
        Filter { regions: [Region::Africa].into(), countries: codes(&["KAZ", "CHN"]), ..Filter::default() };
    assert_eq!(opened.document.state.filter, filter);
    assert!(!filter.all_countries && !filter.only_their_lines && filter.excluded == Excluded::default());
}

fn africa(desk: &mut Desk) -> &Filter {
    &window(desk).state.filter
}

#[test]
fn a_click_with_ctrl_leaves_a_choice_out_and_a_click_brings_it_back() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    open_chip(&mut desk, "Participants from");
    desk.get_by_label("Participants from: Africa, 3 meetings").click_modifiers(Modifiers::COMMAND);
    settle(&mut desk);
    assert_eq!(africa(&mut desk).excluded.regions, [Region::Africa].into());
    assert_eq!(window(&desk).shown().rows.len(), 23);
    click(&mut desk, "Participants from: Africa, 3 meetings, left out");
    assert!(africa(&mut desk).is_empty());
}

#[test]
fn the_words_at_the_end_of_a_choice_leave_it_out_and_the_keyboard_does_too() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    open_chip(&mut desk, "Participants from");
    desk.get_by_label("Participants from: Africa, 3 meetings").hover();
    settle(&mut desk);
    click(&mut desk, "Leave out");
    assert_eq!(africa(&mut desk).excluded.regions, [Region::Africa].into());
    click(&mut desk, "Clear all filters");
    if desk.query_by_label("Participants from: Africa, 3 meetings").is_none() {
        open_chip(&mut desk, "Participants from");
    }
    desk.get_by_label("Participants from: Africa, 3 meetings").focus();
    desk.run();
    desk.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    settle(&mut desk);
    assert_eq!(africa(&mut desk).excluded.regions, [Region::Africa].into());
}

#[test]
fn their_lines_are_chosen_beside_what_asks_for_them() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    assert!(desk.query_by_label("Only their lines").is_none(), "nobody is asked for");
    pick_filter(&mut desk, "Participants from", "Africa, 3 meetings");
    let before = window(&desk).shown().ties.lines.len();
    open_chip(&mut desk, "Participants from");
    click(&mut desk, "Only their lines");
    press(&mut desk, Modifiers::NONE, Key::Escape);
    assert!(window(&desk).state.filter.only_their_lines);
    assert!(window(&desk).shown().ties.lines.len() < before);
    desk.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut desk);
    assert!(!window(&desk).state.filter.only_their_lines, "it is a step that can be undone");
}

#[test]
fn the_menu_of_a_country_on_the_map_leaves_it_out() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    desk.get_by_label_contains("Brazil on the map").click_secondary();
    settle(&mut desk);
    click(&mut desk, "Leave out its meetings");
    assert_eq!(window(&desk).state.filter.excluded.countries, codes(&["BRA"]));
    assert!(!window(&desk).shown().countries.contains_key(&code("BRA")));
}

#[test]
fn bars_count_only_their_lines_while_two_filters_are_compared() {
    let meetings = summitry::import::embedded().meetings;
    let theirs = Filter { countries: codes(&["HUN"]), only_their_lines: true, ..Filter::default() };
    let compare = Some(Baseline {
        before: Filter { countries: codes(&["CHN"]), ..theirs.clone() },
        ..Baseline::default()
    });
    let rule = Rule { unit: Unit::Journeys, ..Rule::default() };
    let question = Question { filter: theirs, compare, rule, ..Question::default() };
    let index = Index::new(&meetings);
    let shown = Shown::with(&meetings, &index, &question);
    let timeline = Timeline::new(&meetings, &index, &shown, Some(Grain::Month));
    assert!(shown.count.total > 0);
    assert_eq!(timeline.bars.iter().map(Bar::total).sum::<usize>(), shown.count.total);
}

#[test]
fn each_condition_stands_as_a_chip_that_takes_it_away() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    pick_filter(&mut desk, "Participants from", "Africa, 3 meetings");
    let chip = "Without the filter “Africa”";
    assert_eq!(window(&desk).state.filter.regions, [Region::Africa].into());
    click(&mut desk, chip);
    assert!(window(&desk).state.filter.is_empty());
    assert!(desk.query_by_label(chip).is_none());
}
