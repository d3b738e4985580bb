//! The field that finds and its answers, driven by label and by keyboard alone.

use crate::desk::{Desk, desk_of, press, settle, window};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use jiff::civil::date;
use summitry::meeting::code::CountryCode;
use summitry::meeting::identity::MeetingId;
use summitry::query::question::reading::Reading;
use summitry::state::{Framing, Target, Theme};

/// Opens the field by its keys and types into it.
fn find(desk: &mut Desk, typed: &str) {
    press(desk, Modifiers::COMMAND, Key::K);
    desk.get_by_label("Search or command").type_text(typed);
    settle(desk);
}

fn answers(desk: &Desk) -> Vec<String> {
    desk.query_all_by_role(Role::ListBoxOption)
        .map(|node| node.accesskit_node().label().expect("an answer has a name"))
        .collect()
}

#[test]
fn a_leader_is_found_under_another_spelling_and_enter_shows_the_meetings() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    find(&mut desk, "Зеленський");
    let first = answers(&desk).into_iter().next().expect("something is found");
    assert!(first.starts_with("Volodymyr Zelenskiy, 1 meeting, also called"), "{first}");
    press(&mut desk, Modifiers::NONE, Key::Enter);
    assert_eq!(window(&desk).state.filter.leaders, ["Volodymyr Zelenskiy".to_owned()].into());
    assert_eq!(window(&desk).shown().rows.len(), 1);
    assert!(answers(&desk).is_empty(), "the answers are closed");
}

#[test]
fn a_slash_opens_the_field_and_arrows_choose() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    press(&mut desk, Modifiers::NONE, Key::Slash);
    desk.get_by_label("Search or command").type_text("sco");
    settle(&mut desk);
    let all = answers(&desk);
    assert!(all[0].starts_with("SCO – Shanghai Cooperation Organisation, 9 meetings"), "{all:?}");
    let occasion = all.iter().position(|one| one.starts_with("SCO summit 2024, 8 meetings")).expect("listed");
    assert!(!all.iter().any(|one| one.starts_with("Moscow")), "{all:?}");
    for _ in 0..occasion {
        press(&mut desk, Modifiers::NONE, Key::ArrowDown);
    }
    press(&mut desk, Modifiers::NONE, Key::Enter);
    assert_eq!(window(&desk).state.selection, Some(Target::Occasion("SCO summit 2024".to_owned())));
    assert!(matches!(window(&desk).state.framing, Framing::Chosen(_)), "the map goes there");
}

#[test]
fn a_date_as_it_is_written_sets_the_period() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    find(&mut desk, "3 July");
    assert!(answers(&desk)[0].starts_with("3 July 2024, 7 meetings"), "{:?}", answers(&desk));
    press(&mut desk, Modifiers::NONE, Key::Enter);
    let filter = &window(&desk).state.filter;
    assert_eq!((filter.from, filter.to), (Some(date(2024, 7, 3)), Some(date(2024, 7, 3))));
    assert_eq!(window(&desk).shown().rows.len(), 7);
}

#[test]
fn a_command_is_found_with_its_keys_and_done() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    find(&mut desk, "dark");
    desk.get_by_label("Switch between light and dark").click();
    settle(&mut desk);
    assert_eq!(window(&desk).state.theme, Theme::Dark);
    find(&mut desk, "undo");
    assert_eq!(answers(&desk)[0], "Undo, Ctrl+Z");
    press(&mut desk, Modifiers::NONE, Key::Enter);
    assert_eq!(window(&desk).state.theme, Theme::Light);
}

#[test]
fn a_place_and_a_country_are_selected_and_the_map_goes_there() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    find(&mut desk, "Пекин");
    press(&mut desk, Modifiers::NONE, Key::Enter);
    assert!(matches!(window(&desk).state.selection, Some(Target::Place(_))));
    let beijing = window(&desk).state.framing;
    find(&mut desk, "Bulgarie");
    press(&mut desk, Modifiers::NONE, Key::Enter);
    let bulgaria = CountryCode::new("BGR").expect("three capital letters");
    assert_eq!(window(&desk).state.selection, Some(Target::Country(bulgaria)));
    assert_ne!(window(&desk).state.framing, beijing);
    // Where lines join states there are no places: the meetings there are shown.
    desk.state_mut().as_mut().expect("made").state.reading = Reading::Relations;
    settle(&mut desk);
    find(&mut desk, "astana");
    press(&mut desk, Modifiers::NONE, Key::Enter);
    assert_eq!(window(&desk).state.filter.text, "Astana");
}

#[test]
fn a_meeting_that_a_filter_hides_is_shown() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    find(&mut desk, "zelenskiy");
    press(&mut desk, Modifiers::NONE, Key::Enter);
    find(&mut desk, "putin visits kim");
    assert!(answers(&desk)[0].starts_with("Putin visits Kim, 19 June 2024"), "{:?}", answers(&desk));
    press(&mut desk, Modifiers::NONE, Key::Enter);
    let id = MeetingId::new("northkorea-pyongyang-2024-06");
    assert_eq!(window(&desk).state.selection, Some(Target::Meeting(id)));
    assert!(window(&desk).state.filter.is_empty());
    desk.get_by_label("Putin visits Kim");
}

#[test]
fn a_slip_is_asked_about_and_nothing_is_said_so() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    find(&mut desk, "zelnskiy");
    desk.get_by_label("Nothing is called “zelnskiy”. Did you mean:");
    assert!(answers(&desk)[0].starts_with("Volodymyr Zelenskiy"), "{:?}", answers(&desk));
    press(&mut desk, Modifiers::NONE, Key::Escape);
    assert!(answers(&desk).is_empty());
    find(&mut desk, "qqqq");
    desk.get_by_label("Nothing in this table is called “qqqq”, and no command is");
}

#[test]
fn sources_are_searched_only_if_asked() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    find(&mut desk, "lbcgroup");
    assert!(answers(&desk).iter().all(|one| one.contains("“lbcgroup”")), "{:?}", answers(&desk));
    desk.get_by_label("Search the sources for “lbcgroup”").click();
    settle(&mut desk);
    assert_eq!(window(&desk).state.filter.text, "source:lbcgroup");
    assert_eq!(window(&desk).shown().rows.len(), 1);
}

#[test]
fn keys_for_the_map_rest_while_one_types_and_a_click_elsewhere_closes() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    let view = window(&desk).state.framing;
    find(&mut desk, "f+r-");
    press(&mut desk, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(window(&desk).state.framing, view);
    let map = desk.get_by_role(Role::Image).rect();
    desk.hover_at(map.right_bottom() - egui::vec2(40.0, 60.0));
    desk.run();
    desk.drag_at(map.right_bottom() - egui::vec2(40.0, 60.0));
    desk.drop_at(map.right_bottom() - egui::vec2(40.0, 60.0));
    settle(&mut desk);
    assert!(answers(&desk).is_empty());
    assert_eq!(window(&desk).state.selection, None, "the click only closes");
}

#[test]
fn the_answers_fit_in_a_small_window() {
    let mut desk = desk_of([900.0, 600.0], 0.25, 30);
    find(&mut desk, "a");
    for node in desk.query_all_by_role(Role::ListBoxOption) {
        let rect = node.rect();
        assert!(rect.left() >= 0.0 && rect.right() <= 900.0, "{rect:?}");
    }
    desk.get_by_label("Export picture…");
    desk.get_by_label("File");
}

#[test]
fn what_is_found_follows_an_edit_of_the_table() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    find(&mut desk, "kazan");
    press(&mut desk, Modifiers::NONE, Key::Escape);
    let id = MeetingId::new("brics-kazan-2024-10");
    let edit = summitry::document::edit::Edit::Remove(vec![id]);
    desk.state_mut().as_mut().expect("made").edit(edit);
    settle(&mut desk);
    find(&mut desk, "kazan");
    assert!(!answers(&desk).iter().any(|one| one.starts_with("Kazan,")), "{:?}", answers(&desk));
}
